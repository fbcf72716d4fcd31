"""Headers that are read without search are those that the search finds, field by field and line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lvvthreads.document.document import Document
from lvvthreads.header.clean import clean_blocks
from lvvthreads.header.decode import search
from lvvthreads.header.parse import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lvvthreads.header.rawblock import RawBlock

#: The labels of each order that mail programs print, with the kind of value behind each.
ORDERS = {
    "Outlook, Dutch": ("Van", "Verzonden", "Aan", "CC", "Onderwerp", "Bijlagen"),
    "Outlook, Dutch, short": ("Van", "Verzonden", "Aan", "Onderwerp"),
    "Outlook, Dutch, urgent": ("Van", "Verzonden", "Aan", "Onderwerp", "Urgentie"),
    "Outlook, English": ("From", "Sent", "To", "Cc", "Subject", "Attachments"),
    "Outlook, English, important": ("From", "Sent", "To", "Subject", "Importance"),
    "Apple Mail, Dutch": ("Van", "Onderwerp", "Datum", "Aan", "Kopie"),
    "Apple Mail, English": ("From", "Subject", "Date", "To"),
    "BlackBerry, Dutch": ("Van", "Aan", "Verzonden", "Onderwerp"),
    "BlackBerry, English": ("From", "To", "Sent", "Subject"),
    "Outlook, a mailbox printed": ("Van", "Aan", "CC", "Onderwerp", "Datum", "Bijlagen"),
    "Gmail, English": ("From", "Date", "Subject", "To", "Cc"),
}
_KIND = {
    **dict.fromkeys(("Van", "From"), "one"),
    **dict.fromkeys(("Aan", "To", "CC", "Cc", "Kopie"), "many"),
    **dict.fromkeys(("Verzonden", "Datum"), "dutch date"),
    **dict.fromkeys(("Sent", "Date"), "english date"),
    **dict.fromkeys(("Onderwerp", "Subject"), "subject"),
    **dict.fromkeys(("Bijlagen", "Attachments"), "files"),
    **dict.fromkeys(("Urgentie", "Importance"), "urgency"),
}
_ONE = ("5.1.2.e - DG/WEG/PONT", "Bos, A. (Anna) - DG/WEG/JUR", "Cor Dam <c.dam@oeverland.nl>", "10.2.e", "(b)(6)")
_VALUES: dict[str, st.SearchStrategy[str]] = {
    "one": st.sampled_from(_ONE),
    "many": st.lists(st.sampled_from(_ONE), min_size=1, max_size=3).map("; ".join),
    "dutch date": st.sampled_from(
        ["maandag 11 maart 2024 09:12", "dinsdag 12 maart 2024 16:40", "31 december 2023 23:59", "12 mrt. 2024 om 10:20"]
    ),
    "english date": st.sampled_from(["Monday, March 11, 2024 9:12 AM", "12 March 2024 10:20:33 CET", "Tue, 12 Mar 2024 10:20:33 +0100"]),
    "subject": st.sampled_from(["Sleutels van de kade", "RE: FW: Sleutels van de kade", "LVV: stand van zaken", "Keys"]),
    "files": st.sampled_from(["lijst.xlsx", "lijst.xlsx; kaart van de kade.pdf"]),
    "urgency": st.sampled_from(["Hoog", "High"]),
}
_TEXTS = st.sampled_from(
    [
        ("", "Dag Cor,", "", "De sleutels liggen klaar bij de balie van de haven.", ""),
        ("", "Please find the list attached, with all the keys.", ""),
        ("De sleutels liggen klaar bij de balie, en niet bij de schipper.", "Groet, Anna"),
        ("",),
    ]
)


@st.composite
def _mails(draw: st.DrawFn, order: str) -> list[str]:
    """Print one or two mails with headers in this order."""
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 2))):
        lines += [f"{label}: {draw(_VALUES[_KIND[label]])}" for label in ORDERS[order]]
        lines += draw(_TEXTS)
    return lines


def _found(blocks: Sequence[RawBlock]) -> list[list[tuple[str, str | None, tuple[tuple[int, str], ...]]]]:
    """Give the fields of blocks: name, label, and each line with its text."""
    return [[(part.field, part.label, part.parts) for part in block.fields] for block in blocks]


@pytest.mark.parametrize("order", ORDERS)
@given(data=st.data())
def test_what_is_read_without_search_the_search_finds_too(order: str, data: st.DataObject) -> None:
    """Clean headers are found alike by both ways, whatever the order in which a mail program prints them."""
    lines = data.draw(_mails(order))
    clean = clean_blocks(lines)
    found = _found(search(lines, range(len(lines)), unlabelled=0.0))
    assert [block for block in found if block in _found(clean)] == _found(clean)


def _plain(order: str) -> list[str]:
    """Print a mail with an undamaged header of one line a field."""
    values = {
        "one": "Bos, A.",
        "many": "Dam, C.",
        "dutch date": "maandag 11 maart 2024 09:12",
        "english date": "Monday, March 11, 2024 9:12 AM",
    }
    values |= {"subject": "Sleutels van de kade", "files": "lijst.xlsx", "urgency": "High"}
    return [*(f"{label}: {values[_KIND[label]]}" for label in ORDERS[order]), "", "Dag, tot straks."]


@pytest.mark.parametrize("order", ORDERS)
def test_the_search_alone_finds_every_line_of_a_plain_header(order: str) -> None:
    """An undamaged header of a known mail program needs no shortcut to be found whole."""
    lines = _plain(order)
    (block,) = search(lines, range(len(lines)), unlabelled=0.0)
    assert [part.label for part in block.fields] == [*ORDERS[order]]


@pytest.mark.parametrize("order", [order for order, labels in ORDERS.items() if _KIND[labels[-1]] in {"subject", "urgency"}])
def test_plain_headers_need_no_search(order: str) -> None:
    """What ends with its subject or urgency is found whole without search, so the property above is not empty."""
    (block,) = clean_blocks(_plain(order))
    assert [part.label for part in block.fields] == [*ORDERS[order]]


@pytest.mark.parametrize(
    ("number", "lines"), [("19", (1, 2, 3, 4, 7)), ("- 3 -", (1, 2, 3, 4, 7)), ("Zie de kaart van de kade.", (1, 2, 3, 4))]
)
def test_the_number_of_a_page_does_not_end_a_header(number: str, lines: tuple[int, ...]) -> None:
    """A header that runs over a page break goes on behind the page's number; behind words it does not."""
    head = "Van: A. Bos\nVerzonden: maandag 11 maart 2024 09:12\nAan: C. Dam\nOnderwerp: Kade"
    document = Document.from_text(f"{head}\n\n{number}\n\fBijlagen: lijst.xlsx\n\nDe lijst is bijgevoegd.\n")
    assert [parsed.block.lines for parsed in parse(document)] == [lines]
