"""The words that mail programs and censors print in invented releases.

Written from mail programs' own texts in Dutch, English, German and French, apart from the tables that the parser uses:
a simulator that shared them would test the program on its own assumptions.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

WEEKDAYS: Final = MappingProxyType(
    {
        "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
        "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        "de": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
        "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    }
)
MONTHS: Final = MappingProxyType(
    {
        "nl": ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"],
        "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        "de": ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
        "fr": ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
    }
)
SHORT_MONTHS: Final = MappingProxyType(
    {
        "nl": ["jan.", "feb.", "mrt.", "apr.", "mei", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."],
        "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        "de": ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sep.", "Okt.", "Nov.", "Dez."],
        "fr": ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
    }
)
#: Field -> label, as each language's Outlook prints it; ``sent_on`` is the web mail's, where it has one of its own.
LABELS: Final = MappingProxyType(
    {
        "nl": {
            "from": "Van",
            "sent": "Verzonden",
            "sent_on": "Verzonden op",
            "date": "Datum",
            "to": "Aan",
            "cc": "CC",
            "subject": "Onderwerp",
            "attachments": "Bijlagen",
        },
        "en": {"from": "From", "sent": "Sent", "date": "Date", "to": "To", "cc": "Cc", "subject": "Subject", "attachments": "Attachments"},
        "de": {"from": "Von", "sent": "Gesendet", "date": "Datum", "to": "An", "cc": "Cc", "subject": "Betreff", "attachments": "Anlagen"},
        "fr": {"from": "De", "sent": "Envoyé", "date": "Date", "to": "À", "cc": "Cc", "subject": "Objet", "attachments": "Pièces jointes"},
    }
)
#: (reply, forward) as each language's Outlook writes them.
PREFIXES: Final = MappingProxyType({"nl": ("RE", "FW"), "en": ("RE", "FW"), "de": ("AW", "WG"), "fr": ("RE", "TR")})
#: The lines above a quoted header block.
ORIGINAL: Final = MappingProxyType(
    {
        "nl": "-----Oorspronkelijk bericht-----",
        "en": "-----Original Message-----",
        "de": "-----Ursprüngliche Nachricht-----",
        "fr": "-----Message d'origine-----",
    }
)
FORWARDED: Final = MappingProxyType(
    {
        "nl": "Begin doorgestuurd bericht:",
        "en": "Begin forwarded message:",
        "de": "Anfang der weitergeleiteten Nachricht:",
        "fr": "Début du message transféré :",
    }
)
FORWARDED_RULED: Final = MappingProxyType(
    {
        "nl": "-------- Doorgestuurd bericht --------",
        "en": "-------- Forwarded Message --------",
        "de": "-------- Weitergeleitete Nachricht --------",
        "fr": "-------- Message transféré --------",
    }
)
#: The sentence above a quotation: with {date}, {time} and {who}.
ATTRIBUTIONS: Final = MappingProxyType(
    {
        "nl": ("Op {date} om {time} heeft {who} het volgende geschreven:", "Op {date} om {time} schreef {who}:"),
        "en": ("On {date}, at {time}, {who} wrote:", "On {date} at {time} {who} wrote:"),
        "de": ("Am {date} um {time} schrieb {who}:",),
        "fr": ("Le {date} à {time}, {who} a écrit :",),
    }
)
NOTES_OF_DEVICES: Final = MappingProxyType(
    {
        "nl": (("Verzonden met BlackBerry Work", "(www.blackberry.com)"), ("Verzonden vanaf mijn iPhone",)),
        "en": (("Sent with BlackBerry Work", "(www.blackberry.com)"), ("Sent from my iPhone",)),
        "de": (("Von meinem iPhone gesendet",),),
        "fr": (("Envoyé de mon iPhone",),),
    }
)
#: What the officer prints where a tail is left out.
CUTS: Final = MappingProxyType(
    {
        "nl": (
            "{pages} pagina hieronder reeds beoordeeld in document {number}",
            "Reeds beoordeeld in document {number}",
        ),
        "en": ("Already assessed in document {number}",),
    }
)
REMOVED: Final = MappingProxyType(
    {
        "nl": ("Buiten reikwijdte verzoek", "{pages} pagina hieronder reeds beoordeeld en verwijderd"),
        "en": ("Outside the scope of the request",),
    }
)
DISCLAIMERS: Final = MappingProxyType(
    {
        "nl": (
            "Dit bericht kan informatie bevatten die niet voor u is bestemd. Indien u niet de geadresseerde bent",
            "of dit bericht abusievelijk aan u is toegezonden, wordt u verzocht dat aan de afzender te melden en het",
            "bericht te verwijderen. De Staat aanvaardt geen aansprakelijkheid voor schade, van welke aard ook, die",
            "verband houdt met risico's verbonden aan het elektronisch verzenden van berichten.",
        ),
        "en": (
            "This message may contain information that is not intended for you. If you are not the addressee or if",
            "this message was sent to you by mistake, you are requested to inform the sender and delete the message.",
            "The State accepts no liability for damage of any kind resulting from the risks inherent in the",
            "electronic transmission of messages.",
        ),
    }
)
