"""The words that stand around headers and are none: labels of memos and forms, and how a letter addresses its reader. Tables only.

What mail programs print in headers, language by language, is in the folder ``languages`` (:mod:`lvvthreads.header.language`).
"""

from __future__ import annotations

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
