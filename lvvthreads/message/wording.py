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

#: What mobile mail programs say of the device, from its beginning: iPhone and iPad in their languages, Outlook and Samsung on Android, BlackBerry, Yahoo, Windows.
DEVICES = (
    *("verzonden vanaf mijn", "verstuurd vanaf mijn", "verzonden met mijn", "verzonden via mijn", "verstuurd met mijn"),
    *("verzonden vanuit outlook", "verzonden vanuit mail voor", "verzonden met blackberry", "outlook voor android downloaden"),
    *("outlook voor ios downloaden", "download outlook voor", "verzonden vanaf samsung", "verstuurd vanaf een"),
    *(
        "sent from my iphone",
        "sent from my ipad",
        "sent from my blackberry",
        "sent from my samsung",
        "sent from my android",
        "sent from my mobile",
    ),
    *(
        "sent from my galaxy",
        "sent from my phone",
        "sent from my windows",
        "sent from outlook for",
        "sent from mail for",
        "sent from yahoo mail",
    ),
    *("sent from samsung", "sent from proton mail", "sent with blackberry", "sent via blackberry", "get outlook for"),
    *(
        "von meinem iphone gesendet",
        "von meinem ipad gesendet",
        "von meinem mobil",
        "von meinem samsung",
        "gesendet von meinem",
        "gesendet mit der",
    ),
    *(
        "gesendet von outlook fur",
        "gesendet von mail fur",
        "outlook fur android herunterladen",
        "outlook fur ios herunterladen",
        "diese nachricht wurde von meinem",
    ),
    *(
        "envoye de mon",
        "envoye depuis mon",
        "envoye a partir de",
        "envoye depuis outlook",
        "telecharger outlook pour",
        "obtenir outlook pour",
    ),
    *("enviado desde mi", "enviado desde outlook", "enviado desde correo para", "obtener outlook para"),
    *(
        "inviato da iphone",
        "inviato da ipad",
        "inviato dal mio",
        "inviato da outlook",
        "inviato da posta per",
        "ottieni outlook per",
        "scarica outlook per",
    ),
    *(
        "enviado do meu",
        "enviado a partir do meu",
        "enviado do iphone",
        "enviado do outlook",
        "obter o outlook para",
        "obtenha o outlook para",
    ),
    *("sendt fra min", "sendt fra outlook", "hent outlook til", "fa outlook for", "skaffa outlook for", "hamta outlook for"),
    *(
        "skickat fran min",
        "skickat fran outlook",
        "skickat fran e-post for",
        "lahetetty iphonesta",
        "lahetetty ipadista",
        "lahetetty outlookista",
    ),
    *(
        "lahetetty laitteesta",
        "hanki outlook",
        "wyslane z iphone",
        "wyslane z mojego",
        "wyslano z iphone",
        "wyslano z mojego",
        "wyslano z programu",
        "pobierz outlook",
    ),
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
