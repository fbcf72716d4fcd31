"""The words of e-mail headers, as data: labels, weekdays, months, prefixes, in each language, with the mail programs that print them.

Nothing here is logic.
A language is added by adding rows.
"""

from __future__ import annotations

#: Field -> labels, by language. Spelled in lower case, the most frequent first.
LABELS: dict[str, dict[str, tuple[str, ...]]] = {
    "nl": {
        "from": ("van", "afzender"),
        # "datum": BlackBerry, iOS, Apple Mail and Outlook's mailbox print; "verzonden op": Outlook on the web
        "sent": ("verzonden", "verzonden op", "datum", "verstuurd", "verzenddatum"),
        "to": ("aan",),
        "cc": ("cc", "kopie"),  # "kopie": BlackBerry Work, Apple Mail
        "bcc": ("bcc",),
        "subject": ("onderwerp",),
        "attachments": ("bijlagen", "bijlage"),
        "other": (
            "urgentie",
            "prioriteit",
            "gevoeligheid",
            "vlagstatus",
            "vlag voor opvolging",
            "markering voor opvolging",
            "opvolgingsmarkering",
            "status van markering",
            "categorieen",
            "antwoord aan",
            "ontvangen",
            "belangrijkheid",
        ),
    },
    "en": {
        "from": ("from",),
        "sent": ("sent", "date", "sent on"),  # "date": Apple Mail, Gmail, BlackBerry
        "to": ("to",),
        "cc": ("cc",),
        "bcc": ("bcc",),
        "subject": ("subject",),
        "attachments": ("attachments", "attachment"),
        "other": (
            "importance",
            "sensitivity",
            "follow up flag",
            "flag status",
            "categories",
            "reply-to",
            "received",
            "priority",
            "message-id",
        ),
    },
}

#: Labels of memos, letters, agendas and forms that no mail program prints.
FOREIGN_LABELS = (
    "betreft",
    "locatie",
    "plaats",
    "tijd",
    "tijdstip",
    "aanwezig",
    "afwezig",
    "kenmerk",
    "ons kenmerk",
    "uw kenmerk",
    "mededeling",
    "afgestemd met",
    "afschrift",
    "telefoon",
    "telefoonnummer",
    "emailadres",
    "domein",
    "nummer",
    "versie",
    "status",
    "paraaf",
    "location",
    "time",
    "place",
    "attendees",
    "reference",
    "through",
    "thru",
)

#: Weekdays from Monday on, by language: full names, then the abbreviations in use.
WEEKDAYS: dict[str, tuple[tuple[str, ...], ...]] = {
    "nl": (
        ("maandag", "ma"),
        ("dinsdag", "di"),
        ("woensdag", "wo"),
        ("donderdag", "do"),
        ("vrijdag", "vr", "vrij"),
        ("zaterdag", "za"),
        ("zondag", "zo"),
    ),
    "en": (
        ("monday", "mon"),
        ("tuesday", "tue", "tues"),
        ("wednesday", "wed"),
        ("thursday", "thu", "thur", "thurs"),
        ("friday", "fri"),
        ("saturday", "sat"),
        ("sunday", "sun"),
    ),
}

#: Months from January on, by language: full names, then the abbreviations in use.
MONTHS: dict[str, tuple[tuple[str, ...], ...]] = {
    "nl": (
        ("januari", "jan"),
        ("februari", "feb"),
        ("maart", "mrt"),
        ("april", "apr"),
        ("mei",),
        ("juni", "jun"),
        ("juli", "jul"),
        ("augustus", "aug"),
        ("september", "sep", "sept"),
        ("oktober", "okt"),
        ("november", "nov"),
        ("december", "dec"),
    ),
    "en": (
        ("january", "jan"),
        ("february", "feb"),
        ("march", "mar"),
        ("april", "apr"),
        ("may",),
        ("june", "jun"),
        ("july", "jul"),
        ("august", "aug"),
        ("september", "sep", "sept"),
        ("october", "oct"),
        ("november", "nov"),
        ("december", "dec"),
    ),
}

#: Word -> number, from 0 on, over all languages.
ALL_WEEKDAYS: dict[str, int] = {word: i for table in WEEKDAYS.values() for i, words in enumerate(table) for word in words}
ALL_MONTHS: dict[str, int] = {word: i for table in MONTHS.values() for i, words in enumerate(table) for word in words}

#: Prefixes in plain spelling -> their normal form.
PREFIXES: dict[str, str] = {
    "re": "RE",
    "antw": "RE",
    "antwoord": "RE",
    "fw": "FW",
    "fwd": "FW",
    "doorst": "FW",
    "doorgestuurd": "FW",
}

#: How an attribution line begins and ends, by language ("Op ... schreef X:", "On ... X wrote:").
ATTRIBUTIONS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "nl": (("op",), ("schreef", "het volgende geschreven", "geschreven")),
    "en": (("on",), ("wrote",)),
}

#: Lines that mail programs print above a quoted or forwarded mail, without their dashes.
SEPARATORS = (
    "original message",
    "oorspronkelijk bericht",
    "doorgestuurd bericht",
    "forwarded message",
    "begin doorgestuurd bericht",
    "begin forwarded message",
    "forwarded by",
)

#: How a letter or mail addresses its reader: such a line is body, not the rest of a subject.
SALUTATIONS = (
    "beste",
    "hoi",
    "hallo",
    "dag",
    "ha",
    "geachte",
    "hi",
    "dear",
    "hello",
    "allen",
    "all",
    "collega's",
    "goedemorgen",
    "goedemiddag",
    "goedenavond",
    "goede",
    "fyi",
    "ter info",
    "ter informatie",
    "bijgaand",
    "hierbij",
    "zie",
    "dank",
    "dankjewel",
    "bedankt",
    "thanks",
    "ok",
    "thx",
)
