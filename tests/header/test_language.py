"""A document's languages are told by labels that stand together, and what a header says is read in its own."""

from __future__ import annotations

import pytest

from lvvthreads.header.date import read_date
from lvvthreads.header.label import label_matches
from lvvthreads.header.language import BASE
from lvvthreads.header.spoken import languages_of
from lvvthreads.header.subject import read_subject
from lvvthreads.message.page import is_passed_on, is_separator


@pytest.mark.parametrize(
    ("text", "others"),
    [
        # two labels of German in neighbouring lines
        ("Von: A. Bos\nGesendet: heute\nAn: C. Dam", ("de",)),
        # labels that Dutch has, too
        ("Van: A. Bos\nDatum: heden\nCC: C. Dam", ()),
        # Portuguese explains all four lines, Spanish two of them
        ("De: A. Bos\nEnviada: hoje\nPara: C. Dam\nAssunto: Cais", ("pt",)),
        # one label beside English ones, where theirs is missing; five languages have it
        ("De : A. Bos\nDate: 3 mai\nSubject: Quai\nTo: C. Dam", ("ca", "es", "fr", "pt", "ro")),
        # one label misread in a Dutch header
        ("Van: A. Bos\nVerzonden: heden\nAn: C. Dam\nOnderwerp: Kade", ()),
        # words of prose
        ("De: dat is een woord\n\n\n\n\n\nPara: dat ook", ()),
        # one label, and another misread
        ("Von: A. Bos\nGesendct: heute\nAu: C. Dam\nBetretf: Kai", ("de",)),
        # three misread
        ("Envcyé: hier\nObjct: Quai\nPiéces joiutes: a.pdf", ("fr",)),
        # misread Dutch and English ones
        ("Vau: A. Bos\nVerzcnden: heden\nAau: C. Dam\nOndcrwerp: Kade", ()),
        ("Frcm: A. Bos\nSemt: today\nTc: C. Dam\nSubiect: Quay", ()),
        # a misread English one beside English ones is no Romanian one
        ("From: A. Bos\nSent: today\nTo: C. Dam\nSubiect: Quay", ()),
        ("From: A. Bos\nData: today\nTo: C. Dam\nSubject: Quay", ()),
        # a Dutch header of which one label is like a German one
        ("Van: A. Bos\nVerzonden: heden\nAn: C. Dam\nBetreft: Kade", ()),
        # quoted, bold, and two languages in one document
        ("> *Von:* A. Bos\n> *An:* C. Dam\n> *Betreff:* Kai\n\n\n\n\n\n\nОт: Бос\nКому: Дам\nТема: Причал", ("de", "ru")),
    ],
)
def test_a_language_is_spoken_where_its_labels_stand_together(text: str, others: tuple[str, ...]) -> None:
    """One label tells nothing; the language that explains most lines counts, and those that explain only the same do not."""
    assert languages_of(text.split("\n")) == (*BASE, *others)


def test_misread_labels_are_looked_for_in_the_languages_of_the_document_only() -> None:
    """A German label misread is one beside German labels, and a word elsewhere."""
    assert [match.field for match in label_matches("Betrcff: Kai", (*BASE, "de"))] == ["subject"]
    assert [match.field for match in label_matches("An 5.1.2.e", (*BASE, "de"))] == ["to"]
    assert label_matches("An 5.1.2.e") == ()


def test_a_word_that_two_languages_have_means_what_it_means_in_the_header_s() -> None:
    """Croatian October is Czech November."""
    assert str(read_date("3. listopada 2019. 10:11", ("hr",)).exact) == "2019-10-03"
    assert str(read_date("3. listopadu 2019 10:11", ("cs",)).exact) == "2019-11-03"
    assert read_subject("VS: Quay", languages=("da",)).prefixes == ("FW",)
    assert read_subject("VS: Quay", languages=("fi",)).prefixes == ("RE",)
    assert read_subject("VS: Quay").prefixes == ()


@pytest.mark.parametrize(
    ("line", "forwarded"),
    [
        ("-----Ursprüngliche Nachricht-----", False),
        ("-----Message d'origine-----", False),
        ("> Début du message réexpédié :", True),
        ("-------- Переслане повідомлення --------", True),
        ("---- Forwarded by Ana Ruiz/HOU/QUAY on 06/28/2000 03:01 PM ----", True),
        ("----- Weitergeleitet von Ana Ruiz am 28.06.2000 15:01 -----", True),
        ("-----原始邮件-----", False),
        # a letter misread
        ("-----Ursprungliche Nachricbt-----", False),
    ],
)
def test_separators_of_every_language_are_told_apart(line: str, *, forwarded: bool) -> None:
    """The line above a quoted mail is no one's words, and says whether the mail was passed on."""
    assert is_separator(line)
    assert is_passed_on(line) is forwarded


@pytest.mark.parametrize("line", ["Nachricht vom Kai", "Het oorspronkelijke bericht volgt nog", "Messaggio", "- Mensaje del puerto"])
def test_words_of_separators_alone_are_none(line: str) -> None:
    """Prose about messages is prose."""
    assert not is_separator(line)
