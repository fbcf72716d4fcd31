"""What Jupyter shows: well-formed HTML, nothing foreign in it alive, and a limit."""

from __future__ import annotations

from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve

from lvvthreads.thread.correspondence import Branch, Correspondence, Thread
from lvvthreads.view.notebook import Picture, correspondence_bundle, thread_bundle
from lvvthreads.view.tree import tree
from tests.view.dossier import NAMED, message, sent, small

#: Everything the pictures are made of; what is not here came from the text.
TAGS = {"div", "style", "h4", "svg", "path", "text", "rect", "circle", "title", "span", "i", "p", "pre", "br"}
ATTRIBUTES = {
    "aria-label",
    "class",
    "cx",
    "cy",
    "d",
    "fill",
    "fill-opacity",
    "font-size",
    "height",
    "r",
    "role",
    "text-anchor",
    "width",
    "x",
}
ATTRIBUTES |= {"stroke", "stroke-dasharray", "stroke-linecap", "stroke-opacity", "stroke-width", "xmlns", "y"}


class Seen(HTMLParser):
    """The tags and attributes a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag with its attributes."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


def seen(html: str) -> Seen:
    """Parse as a browser would."""
    parser = Seen()
    parser.feed(html)
    parser.close()
    return parser


def many(count: int) -> Correspondence:
    """Make that many e-mails in a row under one root, and one more e-mail alone."""
    known = small()
    mails = tuple(message((("aa11", 10 * number),), (NAMED, "n1"), sent("2021-03-01T09:15"), "Reeks") for number in range(1, count + 2))
    row = tuple(Branch(message=mail.id, parent=None, depth=0) for mail in mails[:-1])
    alone = Branch(message=mails[-1].id, parent=None, depth=0)
    threads = (
        Thread(id=row[0].message, root=row[0].message, subject="Reeks", tree=row),
        Thread(id=alone.message, root=alone.message, subject="Reeks", tree=(alone,)),
    )
    return evolve(known, messages=mails, links=(), threads=threads, missing=())


@pytest.mark.parametrize("picture", [correspondence_bundle(small()), thread_bundle(small().threads[0], small())])
def test_the_html_is_well_formed(picture: dict[str, str]) -> None:
    """It is XML, so no browser has to guess where a tag ends."""
    assert set(picture) == {"text/plain", "text/html"}
    ET.fromstring(picture["text/html"])


def test_the_html_tells_what_the_tree_tells() -> None:
    """Each part of each line of the text stands in the HTML, too."""
    html = correspondence_bundle(small())["text/html"]
    for part in ("Thread 2: Vergunning kade (4 messages, 2021-03-01 to 2021-03-04)", "[5.1.2.e #4 DG/KADE]", "2 copies"):
        assert part in html
    assert "confidence 0.62" in html
    assert "missing: an e-mail of which only the line that names it is left (from Bram Zeilmaker)" in html


def test_a_sender_s_dot_shows_how_well_the_sender_is_known() -> None:
    """Of thread 2: one named (filled), two redacted (hollow), one unreadable (dashed)."""
    html = thread_bundle(small().threads[0], small())["text/html"]
    dots = [circle.split(">")[0] for circle in html.split("<circle")[1:]]
    assert sum('fill="currentColor"' in dot for dot in dots) == 1
    assert sum('stroke-width="1.5"' in dot for dot in dots) == 2
    assert sum("stroke-dasharray" in dot for dot in dots) == 1


EVIL = '</style></title><script>alert(1)</script><img src=x onerror=y>"onload="z\x1b[2J\u202e'


def test_hostile_text_stays_text() -> None:
    """Neither a tag nor an attribute comes to life from names, subjects, marks, file names or dates."""
    known = small()
    hostile = evolve(
        known,
        messages=tuple(
            evolve(each, subject=evolve(each.subject, clean=EVIL), sent=evolve(each.sent, pattern=EVIL, earliest=EVIL))
            for each in known.messages
        ),
        people=tuple(evolve(each, name=EVIL if each.name else None, unit=EVIL, grounds=(EVIL,)) for each in known.people),
        sources=tuple(evolve(each, name=EVIL) for each in known.sources),
        threads=tuple(evolve(each, subject=EVIL) for each in known.threads),
    )
    for picture in (correspondence_bundle(hostile), thread_bundle(hostile.threads[0])):
        found = seen(picture["text/html"])
        assert found.tags <= TAGS
        assert found.attributes <= ATTRIBUTES
        assert not {"\x1b", "\u202e"} & set(picture["text/html"])
        assert all(line.isprintable() for line in picture["text/plain"].splitlines())


def test_a_thread_alone_shows_its_ids() -> None:
    """It knows no more than that."""
    assert thread_bundle(small().threads[0])["text/plain"] == (
        "Vergunning kade (4 messages)\naa11:30\n   aa11:12\n      bb22:3\n   bb22:60"
    )


def test_large_correspondences_show_their_largest_threads() -> None:
    """Two hundred messages stand there, and a sentence says what does not."""
    picture = correspondence_bundle(many(200))
    assert "Left out here: 1 message in 1 smaller thread." in picture["text/html"]
    assert "Left out here: 1 message in 1 smaller thread." in picture["text/plain"]


def test_of_a_thread_too_large_its_beginning() -> None:
    """Even one thread keeps to the limit."""
    picture = correspondence_bundle(many(250))
    assert picture["text/html"].count("<circle") == 200
    assert "Left out here: 51 messages in 1 smaller thread." in picture["text/html"]


def test_a_picture_of_one_thread() -> None:
    """A notebook shows it as HTML, print() as the tree of the terminal."""
    picture = Picture(small(), thread=2, min_confidence=0.7)
    assert str(picture) == tree(small(), thread=2, min_confidence=0.7)
    assert "cut: perhaps a forward of" in picture._repr_mimebundle_()["text/html"]


def test_nothing_found() -> None:
    """An empty correspondence says that it is empty."""
    nothing = Correspondence(sources=(), messages=(), people=(), links=(), threads=())
    assert "0 messages in 0 printed copies, 0 threads" in correspondence_bundle(nothing)["text/html"]
