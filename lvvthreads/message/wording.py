"""What stands on a printed page without being anybody's words: disclaimers, page numbers, the censor's notes. Tables only.

Phrases are compared after folding (:func:`lvvthreads.header.fold.fold`), by parts of lines, so that a misread letter does not hide them.
"""

from __future__ import annotations

from types import MappingProxyType

#: Phrases of disclaimers and standard notices by language, short enough to stand on one line: what the mail systems of offices and firms usually print.
DISCLAIMERS = MappingProxyType(
    {
        "nl": (
            "dit bericht kan informatie bevatten die niet voor u is bestemd",  # ministries
            "dit bericht is uitsluitend bestemd voor",
            "dit e-mailbericht is uitsluitend bestemd",
            "de informatie in dit bericht is vertrouwelijk",
            "de informatie verzonden met dit e-mailbericht",
            "de inhoud van dit bericht is vertrouwelijk",
            "de staat aanvaardt geen aansprakelijkheid voor schade",  # ministries
            "aan de afzender te melden en het bericht te verwijderen",
            "aan dit bericht kunnen geen rechten worden ontleend",  # municipalities
            "bezoekt u binnenkort een locatie van",
            "dan dient u in het bezit te zijn van een geldige",
            "denk aan het milieu voordat u deze e-mail print",
        ),
        "en": (
            "this message may contain information that is not intended for you",
            "the state accepts no liability for damage of any kind",
            "this e-mail and any attachments are confidential",
            "this e-mail and any files transmitted with it are confidential",  # antivirus gateways
            "the information contained in this e-mail is confidential",
            "this communication is intended only for the use of",
            "this message is intended exclusively for the addressee",
            "if you are not the intended recipient",
            "if you have received this message in error",
            "if you have received this e-mail in error",
            "any unauthorised use, disclosure or copying",
            "this email is unclassified",  # the State Department
            "this email has been scanned for viruses",
            "please consider the environment before printing",
        ),
        "de": (
            "diese e-mail enthält vertrauliche informationen",
            "diese e-mail kann vertrauliche informationen",
            "enthält vertrauliche und/oder rechtlich geschützte",
            "vertrauliche und ausschließlich für den adressaten bestimmte",
            "diese nachricht ist ausschließlich für den adressaten",
            "wenn sie nicht der richtige adressat sind",
            "sollten sie nicht der vorgesehene empfänger sein",
            "diese e-mail irrtümlich erhalten haben",
            "informieren sie bitte sofort den absender",
            "das unerlaubte kopieren sowie die unbefugte weitergabe",
            "ob diese e-mail wirklich ausgedruckt werden muss",
            "denken sie an die umwelt, bevor sie diese e-mail",
        ),
        "fr": (
            "ce message et toutes les pièces jointes sont confidentiels",
            "ce message et ses pièces jointes sont confidentiels",
            "ce message et ses pièces jointes peuvent contenir des informations confidentielles",
            "ce courriel et ses pièces jointes sont confidentiels",
            "établis à l'intention exclusive de ses destinataires",  # banks
            "si vous avez reçu ce message par erreur",
            "si vous n'êtes pas le destinataire de ce message",
            "toute utilisation ou diffusion non autorisée",
            "décline toute responsabilité au titre de ce message",
            "pensez à l'environnement avant d'imprimer",
        ),
        "es": (
            "este mensaje y sus archivos adjuntos son confidenciales",
            "este mensaje y sus adjuntos se dirigen exclusivamente",
            "este mensaje contiene información confidencial",
            "este mensaje puede contener información confidencial",
            "puede contener información privilegiada o confidencial",
            "si no es usted el destinatario indicado",
            "si usted no es el destinatario de este mensaje",
            "si ha recibido este mensaje por error",
            "queda notificado de que la lectura, utilización",
            "antes de imprimir este mensaje, asegúrese",
            "antes de imprimir este correo electrónico",
        ),
        "it": (
            "le informazioni contenute in questo messaggio",
            "le informazioni contenute nella presente comunicazione",
            "questo messaggio e i suoi allegati sono indirizzati esclusivamente",  # firms and universities
            "il presente messaggio è destinato esclusivamente",
            "qualora abbiate ricevuto questo messaggio per errore",
            "se avete ricevuto questo messaggio per errore",
            "qualora il messaggio fosse pervenuto per errore",
            "da parte di qualsiasi soggetto diverso dal destinatario",
            "prima di stampare questa mail pensa all'ambiente",
            "rispetta l'ambiente: se non ti è necessario",
        ),
        "pt": (
            "esta mensagem e os seus anexos são confidenciais",
            "esta mensagem pode conter informação confidencial",
            "esta mensagem pode conter informações confidenciais",
            "esta mensagem destina-se exclusivamente ao seu destinatário",
            "se recebeu esta mensagem por engano",
            "caso tenha recebido esta mensagem por engano",
            "se não for o destinatário desta mensagem",
            "antes de imprimir este e-mail pense",
        ),
        "da": (
            "denne e-mail kan indeholde fortrolige oplysninger",
            "denne e-mail kan indeholde fortrolig information",
            "denne e-mail og eventuelle vedhæftede filer er fortrolige",
            "hvis du ikke er den rette modtager",
            "hvis du ved en fejl har modtaget denne e-mail",
            "hvis du har modtaget denne e-mail ved en fejl",
            "tænk på miljøet, før du printer",
        ),
        "no": (
            "denne e-posten kan inneholde konfidensiell informasjon",
            "denne e-posten kan inneholde taushetsbelagt",
            "denne e-posten er kun beregnet for adressaten",
            "dersom du ikke er rette mottaker",
            "hvis du har mottatt denne e-posten ved en feil",
            "tenk på miljøet før du skriver ut",
        ),
        "sv": (
            "detta e-postmeddelande kan innehålla konfidentiell information",
            "detta meddelande kan innehålla konfidentiell information",
            "detta meddelande är endast avsett för",
            "om du inte är rätt mottagare av detta",
            "om du har fått detta meddelande av misstag",
            "om du av misstag har mottagit detta",
            "tänk på miljön innan du skriver ut",
        ),
        "fi": (
            "tämä sähköposti ja sen liitteet ovat luottamuksellisia",
            "tämä viesti on tarkoitettu vain vastaanottajalle",
            "tämä viesti voi sisältää luottamuksellista",
            "jos olet saanut tämän viestin erehdyksessä",
            "jos et ole viestin oikea vastaanottaja",
            "ajattele ympäristöä ennen kuin tulostat",
        ),
        "pl": (
            "niniejsza wiadomość może zawierać informacje poufne",
            "treść tej wiadomości jest poufna",
            "wiadomość ta jest przeznaczona wyłącznie dla adresata",
            "jeżeli nie są państwo adresatem",
            "jeśli nie jesteś adresatem tej wiadomości",
            "otrzymali państwo tę wiadomość przez pomyłkę",
            "pomyśl o środowisku zanim wydrukujesz",
        ),
    }
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

#: Words that, with a number, are the stamp of a document in a release.
STAMPS = ("bijlage", "document", "doc", "nummer", "nr", "stuk", "exhibit", "annex")

#: Words that close a mail, above its writer's name.
CLOSINGS = (
    *("groet", "groeten", "groetjes", "gr", "mvg", "hoogachtend", "regards", "best", "sincerely", "thanks"),
    *("grüße", "grüßen", "gruß", "mfg", "cordialement", "salutations", "saludos", "atentamente", "cordiali saluti", "distinti saluti"),
    *("atenciosamente", "cumprimentos", "hilsen", "hälsningar", "terveisin", "pozdrawiam", "z poważaniem", "s pozdravem", "s pozdravom"),
    *("üdvözlettel", "cu stimă", "poštovanjem", "lugupidamisega", "saygılarımla", "с уважением", "з повагою"),
)
