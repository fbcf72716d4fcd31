"""Lay the censor's marks over people and passages, in the spelling of one law.

One censor works on one release: the law and the spelling of its marks stay the same, now and then a name is left open in one copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from random import Random

    from lvvthreads.simulate.cast import Official
    from lvvthreads.simulate.program import Piece

#: Law -> (name in the truth, ground of people, ground of addresses, grounds of passages: those that most passages have, and the rest).
LAWS = {
    "wob": ("Wob", "10.2.e", "10.2.e", (("11.1", "10.2.g"), ("10.1.c", "10.2.a", "10.2.b", "10.2.c", "10.2.d", "10.2.f"))),
    "woo": (
        *("Woo", "5.1.2.e", "5.1.2.e"),
        (
            ("5.2.1", "5.1.2.i", "5.1.2.b"),
            tuple(f"5.1.{of}" for of in ("1.a", "1.b", "1.c", "1.d", "1.e", "2.a", "2.c", "2.d", "2.f", "2.g", "2.h", "5")),
        ),
    ),
    "foia": ("FOIA", "b6", "b6", (("b5",), ("b4", "b7c", "b7e"))),
    "blank": (None, None, None, ((None,),)),
    "bars": (None, None, None, ((None,),)),
    "none": (None, None, None, ((None,),)),
}
_OPEN_IN_ONE_COPY = 0.01
#: The share of passages with one of the grounds that are rare.
_RARE = 0.25
#: How many spellings of its marks each law has; American censors also white the text out and stamp the code in the margin.
SPELLINGS = 3
_IN_MARGIN = ("foia", 2)
_MARGIN = 76


@frozen(kw_only=True)
class Shown:
    """What one copy shows of one person."""

    redacted: bool
    name: str | None
    unit: str | None
    domain: str | None


@frozen(kw_only=True)
class Censor:
    """Who covers names and passages, by which law and in which spelling."""

    law: str
    spelling: int = 0

    @property
    def covers(self) -> bool:
        """True unless everything is released as it is."""
        return self.law != "none"

    def person(self, random: Random, official: Official, people: str) -> tuple[list[Piece], Shown]:
        """Print one sender or recipient as a mail program does, covered if it is somebody to be covered."""
        if not official.redacted or not self.covers or random.random() < _OPEN_IN_ONE_COPY:
            return [(_printed(official, people), None)], Shown(redacted=False, name=official.display, unit=official.unit, domain=None)
        mark = self._mark(self._grounds[1], "person")
        if official.unit is not None:
            return [mark, (f" - {official.unit}", None)], Shown(redacted=True, name=None, unit=official.unit, domain=None)
        domain = f"@{official.domain}"
        address: list[Piece] = [(" <", None), self._mark(self._grounds[1], "address"), (f"{domain}>", None)]
        return [mark, *address] if people != "directory" else [mark, (domain, None)], Shown(
            redacted=True, name=None, unit=None, domain=official.domain
        )

    def name(self, official: Official, text: str, place: str) -> list[Piece]:
        """Print a name within words, covered if it is to be."""
        return [self._mark(self._grounds[1], place)] if official.redacted and self.covers else [(text, None)]

    def passage(self, random: Random) -> list[Piece]:
        """Print the mark over a passage."""
        common, *rare = self._grounds[3]
        return [self._mark(random.choice(rare[0] if rare and random.random() < _RARE else common), "passage")]

    def stamped(self, pieces: list[Piece]) -> list[Piece]:
        """Move the codes of a line to the margin, each once, where that is where this censor stamps them."""
        if (self.law, self.spelling) != _IN_MARGIN:
            return pieces
        codes = {text: tag for text, tag in reversed(pieces) if tag and tag[0] == "mark"}
        whited_out: list[Piece] = [("    ", None) if tag and tag[0] == "mark" else (text, tag) for text, tag in pieces]
        gap = " " * max(4, _MARGIN - sum(len(text) for text, _ in whited_out))
        return [*whited_out, *(piece for text, tag in codes.items() for piece in ((gap, None), (text, tag)))]

    @property
    def _grounds(self) -> tuple[str | None, str | None, str | None, tuple[tuple[str | None, ...], ...]]:
        return LAWS[self.law]

    def _mark(self, ground: str | None, place: str) -> Piece:
        law = self._grounds[0]
        if law is None or ground is None:
            return ("" if self.law == "blank" else "████████"), None
        return self._spelled(ground), ("mark", law, ground, place)

    def _spelled(self, ground: str) -> str:
        """Spell a ground as this release's marks do."""
        if self.law == "foia":
            between = " " if self.spelling == 1 else ""
            return ground.upper() if self.spelling == _IN_MARGIN[1] else between.join(f"({c})" for c in ground.upper()).replace("B", "b", 1)
        article, number, paragraph, *letter = [*ground.split("."), ""][:4] if self.law == "woo" else ("", "", "", "")
        if not article or self.spelling == 0:
            return ground
        if self.spelling == 1:
            return f"{article}.{number}.{paragraph}{''.join(letter)}"
        return f"art. {article}.{number} lid {paragraph}{''.join(f' sub {one}' for one in letter if one)}"


def _printed(official: Official, people: str) -> str:
    if official.unit is not None and people == "directory":
        return f"{official.display} - {official.unit}"
    if people == "mailto":
        return f"{official.display} [mailto:{official.address}]"
    return f"{official.display} <{official.address}>" if people == "bracketed" or official.unit is None else official.display
