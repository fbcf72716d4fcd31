"""In which order a document prints its headers' fields, and in which it quotes them, tells tops from quoted mails."""

from __future__ import annotations

from itertools import count

from lvvthreads.document import Document
from lvvthreads.header.parse import parse
from lvvthreads.message.printout import tops

SUBJECTS = ("Sleutels van de kade", "Verf voor de boot", "Rekening van de schilder", "Foto van de steiger", "Ligplaats aan de haven")


def first_lines_of_tops(text: str) -> list[int]:
    """Return the first header line of each printout."""
    document = Document.from_text(text)
    blocks = [one.block for one in parse(document)]
    assert len(blocks) == text.count("Van: ")
    return [block.first_line for block, _ in tops(document.lines, document.pages, blocks)]


def date_last(subject: str, time: str) -> str:
    """Print a mail as a mailbox does: its subject before its date."""
    return f"Van: Anna Bos\nAan: Cor Dam\nOnderwerp: {subject}\nDatum: {time}\n\nDe sleutels liggen bij de balie.\n"


def date_first(subject: str, time: str) -> str:
    """Quote a mail as a mail program does: its date before its subject."""
    return f"Van: Cor Dam\nVerzonden: {time}\nAan: Anna Bos\nOnderwerp: {subject}\n\nWaar liggen de sleutels van het hek?\n"


def pages(printouts: int) -> tuple[str, list[int]]:
    """Make printouts of a page each, the last over two: what it quotes stands at the head of the second, changed of subject and without a legible time.

    Return the text and the first lines of the tops.
    """
    days = count(4)
    made = [
        f"{date_last(f'RE: {SUBJECTS[i]}', f'{next(days)} maart 2024 11:00')}\n{date_first(SUBJECTS[i], f'{i + 1} maart 2024 10:00')}"
        for i in range(printouts)
    ]
    over = f"{date_last('RE: Sleutels', '20 maart 2024 11:00')}\f{date_first('Brug over de vaart', 'rnrt 2O')}"
    lines_each = made[0].count("\n")
    return "\f".join([*made, over]), [1 + i * lines_each for i in range(printouts + 1)]


def test_the_printing_order_is_learned() -> None:
    """A header in the order in which this document only quotes is quoted, even alone at a page's head."""
    text, expected = pages(5)
    assert first_lines_of_tops(text) == expected


def test_of_few_printouts_nothing_is_learned() -> None:
    """Two of each order tell nothing; then the header at the page's head, of another subject, is taken for a top."""
    text, expected = pages(2)
    assert first_lines_of_tops(text) == [*expected, expected[-1] + 6]


def test_a_document_of_one_order_tells_nothing() -> None:
    """Where all headers have their date first, those of another subject at a page's head are tops."""
    text = "\f".join(date_first(subject, f"{day} maart 2024 10:00") for day, subject in enumerate(SUBJECTS, start=4))
    assert first_lines_of_tops(text) == [1, 7, 13, 19, 25]
