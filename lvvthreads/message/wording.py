"""What stands on a printed page without being anybody's words: disclaimers, page numbers, the censor's notes. Tables only.

Phrases are compared after folding (:func:`lvvthreads.header.fold.fold`), by parts of lines, so that a misread letter does not hide them.
"""

from __future__ import annotations

#: Phrases of disclaimers and standard notices, from the mail systems of Dutch and English-speaking offices.
DISCLAIMERS = (
    "dit bericht kan informatie bevatten die niet voor u is bestemd",
    "dit bericht is uitsluitend bestemd voor",
    "dit e-mailbericht is uitsluitend bestemd",
    "de informatie in dit bericht is vertrouwelijk",
    "de informatie verzonden met dit e-mailbericht",
    "de staat aanvaardt geen aansprakelijkheid voor schade",
    "aan de afzender te melden en het bericht te verwijderen",
    "this message may contain information that is not intended for you",
    "the state accepts no liability for damage of any kind",
    "this e-mail and any attachments are confidential",
    "this communication is intended only for the use of",
    "this message is intended exclusively for the addressee",
    "if you are not the intended recipient",
    "if you have received this message in error",
    "this email is unclassified",
    "bezoekt u binnenkort een locatie van",
    "dan dient u in het bezit te zijn van een geldige",
    "denk aan het milieu voordat u deze e-mail print",
    "please consider the environment before printing",
)

#: The censor's notes on pages left out: facts about what is missing, not part of any mail.
POINTERS = (
    "reeds beoordeeld",
    "reeds openbaar",
    "eerder beoordeeld",
    "hieronder reeds",
    "beoordeeld en verwijderd",
    "buiten reikwijdte verzoek",
    "buiten reikwijdte",
    "valt buiten verzoek",
    "valt buiten bereik verzoek",
    "dubbel zie document",
    "release in full",
    "release in part",
    "denied in full",
)

#: Words that, with a number, are the stamp of a document in a release.
STAMPS = ("bijlage", "document", "doc", "nummer", "nr", "stuk", "exhibit", "annex")

#: Words that close a mail, above its writer's name.
CLOSINGS = (
    *("groet", "groeten", "groetjes", "gr", "mvg", "hoogachtend", "regards", "best", "sincerely", "thanks"),
    *("grüße", "grüßen", "gruß", "mfg", "cordialement", "salutations", "saludos", "atentamente", "cordiali saluti", "distinti saluti"),
    *("atenciosamente", "cumprimentos", "hilsen", "hälsningar", "terveisin", "pozdrawiam", "z poważaniem", "s pozdravem", "s pozdravom"),
    *("üdvözlettel", "cu stimă", "poštovanjem", "lugupidamisega", "saygılarımla", "с уважением", "з повагою"),
)
