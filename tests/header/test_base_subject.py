"""Base subjects after RFC 5256, section 2.1: each rule of the grammar with a subject of our own."""

import pytest

from lvvthreads.header.subject import base_subject, read_subject


@pytest.mark.parametrize(
    ("subject", "base", "is_answer"),
    [
        # subj-refwd: "re", "fw" and "fwd" in any case, blanks before the colon
        ("Zaal", "Zaal", False),
        ("Re: Zaal", "Zaal", True),
        ("rE: Zaal", "Zaal", True),
        ("FW: Zaal", "Zaal", True),
        ("Fwd : Zaal", "Zaal", True),
        ("Re: Fwd: RE: Zaal", "Zaal", True),
        # blanks count as one
        ("Re:   Zaal   tien", "Zaal tien", True),
        # subj-blob within the prefix
        ("Re[3]: Zaal", "Zaal", True),
        ("Re [bestuur]: Zaal", "Zaal", True),
        ("Fw[bestuur]: Zaal", "Zaal", True),
        # subj-leader: blobs before the prefix, several of them, and again behind it
        ("[bestuur] Re: Zaal", "Zaal", True),
        ("[bestuur] [intern] RE: Zaal", "Zaal", True),
        ("Re: [bestuur] Fw: Zaal", "Zaal", True),
        ("[bestuur] Re: [bestuur] Zaal", "Zaal", True),
        # a blob alone goes too, unless nothing else is left
        ("[bestuur] Zaal", "Zaal", False),
        ("Re: [bestuur]", "[bestuur]", True),
        # subj-trailer, once or more
        ("Zaal (fwd)", "Zaal", True),
        ("Zaal (FWD) (fwd)", "Zaal", True),
        # subj-fwd: around the subject
        ("[Fwd: Zaal]", "Zaal", True),
        ("[fwd: Re: Zaal]", "Zaal", True),
        ("Fwd: [fwd: re: Zaal] (fwd)", "Zaal", True),
        # nothing is left
        ("Re:", "", True),
        # no prefix
        ("Reis: Zaal", "Reis: Zaal", False),
        ("Zaal (fwd) en hal", "Zaal (fwd) en hal", False),
        ("Zaal [groot]", "Zaal [groot]", False),
    ],
)
def test_base_subject(subject: str, base: str, *, is_answer: bool) -> None:
    """A subject comes down to its base, and a prefix makes it an answer."""
    read = read_subject(subject)
    assert (base_subject(read.clean), bool(read.prefixes)) == (base, is_answer)
