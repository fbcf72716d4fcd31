"""Message-IDs decide where a document prints them: which copies are one mail, and what answers what."""

import lvvthreads
from lvvthreads import Document

_ASKED = """\
From: Jan Dam <j.dam@voorbeeld.nl>
Date: Mon, 3 Feb 2020 10:00:00 +0100
To: Bo Prins <bo@voorbeeld.nl>
Subject: Zaal
Message-ID: <vraag.1@voorbeeld.nl>

Is de zaal vrij?
"""
_ANSWERED = """\
From: Bo Prins <bo@voorbeeld.nl>
Date: Mon, 3 Feb 2020 11:00:00 +0100
To: Jan Dam <j.dam@voorbeeld.nl>
Subject: Iets heel anders
Message-ID: <antwoord.2@voorbeeld.nl>
In-Reply-To: <vraag.1@voorbeeld.nl>
References: <begin.0@voorbeeld.nl>
 <vraag.1@voorbeeld.nl>

Ja, tot vier uur.
"""


def test_a_named_message_is_the_parent_whatever_the_subjects() -> None:
    """The answer has another subject, and stands in another file."""
    found = lvvthreads.reconstruct([Document.from_text(_ASKED, name="a.txt"), Document.from_text(_ANSWERED, name="b.txt")])
    (link,) = found.links
    assert "named-id" in [evidence.feature for evidence in link.evidence]
    assert [message.subject.clean for message in found.messages if message.id == link.child] == ["Iets heel anders"]


def test_two_ids_are_two_mails() -> None:
    """The same words to the same people in the same minute, sent twice."""
    again = _ASKED.replace("vraag.1", "vraag.9")
    found = lvvthreads.reconstruct([Document.from_text(_ASKED, name="a.txt"), Document.from_text(f"{again}\nGroet", name="b.txt")])
    assert len(found.messages) == 2


def test_one_id_is_one_mail() -> None:
    """Its clock was of another zone in one of the copies."""
    other = _ASKED.replace("10:00:00 +0100", "09:00:00 +0000")
    found = lvvthreads.reconstruct([Document.from_text(_ASKED, name="a.txt"), Document.from_text(other, name="b.txt")])
    assert len(found.messages) == 1


def test_the_lines_of_ids_are_header() -> None:
    """None of them is taken for the body."""
    (message,) = lvvthreads.reconstruct(Document.from_text(_ANSWERED, name="b.txt")).messages
    (witness,) = message.witnesses
    assert witness.text == "Ja, tot vier uur."
