"""What recurs at the ends of many mails is an office's notice; what may recur for another reason is not."""

from __future__ import annotations

import pytest

import lvvthreads
from lvvthreads import Document
from lvvthreads.header.parse import parse
from lvvthreads.message.boilerplate import Boilerplate, is_device
from lvvthreads.message.draft import draft
from lvvthreads.message.page import is_disclaimer

#: A notice that no table knows, in two lines, in three, and misread.
_NOTICE = "Het waterschap hecht aan zorgvuldige post. Wie dit leest en niet bedoeld is,\nbrengt het stuk naar de balie aan de kade en praat er met niemand over."
_NOTICE_NARROW = "Het waterschap hecht aan zorgvuldige post. Wie dit\nleest en niet bedoeld is, brengt het stuk naar de balie\naan de kade en praat er met niemand over."
_NOTICE_MISREAD = "Hct waterschap hecht aan z0rgvuldige post. Wie dit Ieest en niet bedoe1d is,\nbrengt het stuk naor de balie aan de kade en proat er met niernand ovcr."
_SIGNATURE = "Hoofd sleutels en hekken\nWaterschap Lage Akker\nKade 4 | 2500 ZZ | Oostwal\nT 070 555 01 23"
#: Words, time and subject of four mails on three subjects.
_MAILS = (
    ("De brug gaat morgen dicht.", "maandag 11 maart 2024 09:00", "Brug"),
    ("Waar liggen de sleutels van het hek?", "dinsdag 12 maart 2024 10:31", "Sleutels"),
    ("De schipper komt om drie uur langs.", "woensdag 13 maart 2024 14:12", "Bezoek schipper"),
    ("Ze hangen naast de deur.", "donderdag 14 maart 2024 16:45", "RE: Sleutels"),
)


def _printout(mail: tuple[str, str, str], end: str) -> str:
    words, sent, subject = mail
    return (
        f"Van: 5.1.2.e - DG/WEG\nVerzonden: {sent}\nAan: 5.1.2.e - DG/PONT\nOnderwerp: {subject}\n\n{words}\n\n"
        f"Met vriendelijke groet,\nWim\n\n{end}\n"
    )


def _ends(*printouts: str) -> list[str]:
    """Return the class of the last line of each text, all read as one dossier."""
    documents = [Document.from_text(text.rstrip("\n"), name=f"{i}.txt") for i, text in enumerate(printouts)]
    last = {}
    for entry in lvvthreads.reconstruct(documents).ledger:
        last[entry.source] = entry.as_
    return [last[document.id] for document in documents]


def test_a_notice_of_three_mails_is_boilerplate() -> None:
    """No table knows it: the dossier teaches it."""
    assert _ends(*(_printout(mail, _NOTICE) for mail in _MAILS[:3])) == ["boilerplate"] * 3


def test_the_words_and_the_writer_above_a_notice_stay() -> None:
    """Only the notice goes."""
    text = "\f".join(_printout(mail, _NOTICE) for mail in _MAILS[:3])
    messages = lvvthreads.reconstruct(Document.from_text(text)).messages
    assert [message.text.split("\n") for message in messages] == [[words, "", "Met vriendelijke groet,", "Wim"] for words, *_ in _MAILS[:3]]


def test_a_notice_is_known_again_misread_and_in_other_lines() -> None:
    """Three clean prints teach what a fourth one says."""
    taught = [_printout(mail, _NOTICE) for mail in _MAILS[:3]]
    assert _ends(*taught, _printout(_MAILS[3], _NOTICE_NARROW)) == ["boilerplate"] * 4
    assert _ends(*taught, _printout(_MAILS[3], _NOTICE_MISREAD)) == ["boilerplate"] * 4


def test_one_mail_printed_six_times_teaches_nothing() -> None:
    """Copies end alike because they are one mail."""
    assert _ends(*(f"Document {i}\n\n{_printout(_MAILS[0], _NOTICE)}" for i in range(1, 7))) == ["body"] * 6


def test_copies_whose_minute_is_misread_teach_nothing() -> None:
    """They are of one subject."""
    words, _, subject = _MAILS[0]
    sents = ("maandag 11 maart 2024 09:00", "maandag 11 maart 2024 08:06", "maandag 11 maart 2024 03:50")
    assert _ends(*(_printout((words, sent, subject), _NOTICE) for sent in sents)) == ["body"] * 3


def test_two_mails_teach_nothing() -> None:
    """Twice is no habit."""
    assert _ends(*(_printout(mail, _NOTICE) for mail in _MAILS[:2])) == ["body"] * 2


def test_mails_on_one_subject_teach_nothing() -> None:
    """What one exchange repeats may be what it is about."""
    mails = [(words, sent, "Sleutels") for words, sent, _ in _MAILS[:3]]
    assert _ends(*(_printout(mail, _NOTICE) for mail in mails)) == ["body"] * 3


def test_a_signature_that_recurs_stays_its_writer_s() -> None:
    """Function, office, address and telephone are no prose."""
    assert _ends(*(_printout(mail, _SIGNATURE) for mail in _MAILS)) == ["body"] * 4


def test_a_mark_that_recurs_stays_its_writer_s() -> None:
    """A mark of many words stands for the writer's name."""
    assert _ends(*(_printout(mail, "art. 5.1, tweede lid, aanhef en onder e van de Wet open overheid") for mail in _MAILS)) == ["body"] * 4


def test_words_above_the_closing_stay_though_they_recur() -> None:
    """Who writes the same each week has written it."""
    same = "Hierbij het verslag van deze week, zoals wij dat met elkaar hebben afgesproken.\nWie er niet bij kan zijn, meldt dat graag aan mij of aan de balie."
    mails = [(same, sent, subject) for _, sent, subject in _MAILS[:3]]
    assert _ends(*(_printout(mail, "Kade 4") for mail in mails)) == ["body"] * 3
    text = "\f".join(_printout(mail, "Kade 4") for mail in mails)
    assert all(same in message.text for message in lvvthreads.reconstruct(Document.from_text(text)).messages)


def test_a_short_answer_that_recurs_stays() -> None:
    """An "Akkoord." is somebody's word each time."""
    text = "\f".join(_printout(("Akkoord.", sent, subject), "Groet") for _, sent, subject in _MAILS)
    assert all(message.text.startswith("Akkoord.") for message in lvvthreads.reconstruct(Document.from_text(text)).messages)


def test_nothing_learnt_takes_nothing() -> None:
    """Without runs no line is a notice."""
    assert Boilerplate().notices(_NOTICE.split("\n"), [1, 2]) == frozenset()


def test_what_a_phone_says_is_not_compared() -> None:
    """Two short mails from one phone are not alike for that; the note stays where it was printed."""
    document = Document.from_text(_printout(_MAILS[0], "Verzonden vanaf mijn iPhone"))
    (only,) = draft(document, parse(document)).drafts
    assert only.key == "debruggaatmorgendichtmetvriendelijkegroetwim"
    assert only.text.endswith("iPhone")


def test_a_sentence_that_begins_on_the_line_above_a_disclaimer_is_of_it() -> None:
    """Scans break lines."""
    notice = "Dit bericht\nkan informatie bevatten die niet voor u is bestemd. Indien u niet de"
    (message,) = lvvthreads.reconstruct(Document.from_text(_printout(_MAILS[0], notice))).messages
    assert message.text.endswith("Wim")


def test_a_rule_with_specks_stays_in_its_signature() -> None:
    """A scan reads some points of a dotted rule as commas."""
    (message,) = lvvthreads.reconstruct(
        Document.from_text(_printout(_MAILS[0], "Hoofd hekken\n......,..............,.......\nKade 4"))
    ).messages
    assert len(message.witnesses[0].body) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Aan dit bericht kunnen geen rechten worden ontleend.",
        "Diese E-Mail enthält vertrauliche Informationen und ist nur für den Adressaten bestimmt.",
        "Dìese E-Mail kann vertrauliche lnformationen enthalten.",
        "Wenn Sie nicht der richtige Adressat sind, informieren Sie bitte sofort den Absender",
        "Ce message et toutes les pieces jointes sont confidentiels et établis à l'intention",
        "> Si vous avez reçu ce message par erreur, merci de le détruire.",
        "Este mensaje puede contener información confidencial. Si ha recibido este mensaje por error,",
        "Le informazioni contenute nella presente comunicazione sono riservate.",
        "Esta mensagem pode conter informação confidencial ou privilegiada.",
        "Denne e-mail kan indeholde fortrolige oplysninger.",
        "Denne e-posten kan inneholde taushetsbelagt informasjon.",
        "Om du har fått detta meddelande av misstag, vänligen radera det.",
        "Jos olet saanut tämän viestin erehdyksessä, ilmoita lähettäjälle.",
        "Niniejsza wiadomość może zawierać informacje poufne.",
    ],
)
def test_disclaimers_are_known_in_their_languages(line: str) -> None:
    """The usual wordings, accents and letters lost."""
    assert is_disclaimer(line)


@pytest.mark.parametrize(
    "line",
    [
        "De informatie over de brug staat in het bericht van maandag.",
        "Status         : vertrouwelijk",
        "Die Informationen über die Brücke schicke ich Ihnen morgen.",
        "Vous trouverez les pièces jointes dans le dossier partagé.",
        "Le mando la información del proyecto en otro mensaje.",
        "Hai letto il messaggio di Carla sulla riunione di venerdì?",
        "Segue a informação que pediu sobre a ponte.",
        "Kan du sende mig oplysningerne om broen i dag?",
        "Proszę o informacje dotyczące terminu spotkania.",
    ],
)
def test_ordinary_sentences_are_no_disclaimers(line: str) -> None:
    """They share words with disclaimers."""
    assert not is_disclaimer(line)


@pytest.mark.parametrize(
    "line",
    [
        "Verstuurd vanaf mijn iPad",
        "Outlook voor Android downloaden",
        "Get Outlook for iOS",
        "> Von meinem iPhone gesendet",
        "Envoyé de mon iPhone",
        "Enviado desde mi iPhone",
        "Inviato da iPhone",
        "Enviado do meu iPhone",
        "Sendt fra min iPhone",
        "Skickat från min iPhone",
        "Lähetetty iPhonesta",
        "Wysłane z iPhone'a",
    ],
)
def test_phones_are_known_in_their_languages(line: str) -> None:
    """What Apple, Outlook and others put beneath."""
    assert is_device(line)


@pytest.mark.parametrize("line", ["Sent from my office by courier: the maps", "Verzonden met de post van maandag", "iPhone"])
def test_other_lines_name_no_phone(line: str) -> None:
    """A mail may tell how something was sent."""
    assert not is_device(line)
