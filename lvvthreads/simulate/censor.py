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

#: Law -> (name in the truth, ground of people, ground of addresses, grounds of passages).
LAWS = {
    "wob": ("Wob", "10.2.e", "10.2.e", ("11.1", "10.2.g", "10.2.b", "10.1.c")),
    "woo": ("Woo", "5.1.2.e", "5.1.2.e", ("5.2.1", "5.1.2.i", "5.1.2.b", "5.1.1.c")),
    "foia": ("FOIA", "b6", "b6", ("b5", "b5", "b7e")),
    "blank": (None, None, None, (None,)),
    "bars": (None, None, None, (None,)),
    "none": (None, None, None, (None,)),
}
_OPEN_IN_ONE_COPY = 0.01


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
        return [self._mark(random.choice(self._grounds[3]), "passage")]

    @property
    def _grounds(self) -> tuple[str | None, str | None, str | None, tuple[str | None, ...]]:
        return LAWS[self.law]

    def _mark(self, ground: str | None, place: str) -> Piece:
        law = self._grounds[0]
        if law is None or ground is None:
            return ("" if self.law == "blank" else "████████"), None
        return self._spelled(ground), ("mark", law, ground, place)

    def _spelled(self, ground: str) -> str:
        """Spell a ground as this release's marks do."""
        if self.law == "foia":
            letters = "".join(f"({c})" for c in ground[1:])
            return f"({ground[0]}){letters}"
        parts = ground.split(".")
        if self.law == "wob" or self.spelling == 0 or len(parts) < 4:
            return ground
        return f"{'.'.join(parts[:3])}{parts[3]}" if self.spelling == 1 else f"art. {parts[0]}.{parts[1]} lid {parts[2]} sub {parts[3]}"


def _printed(official: Official, people: str) -> str:
    if official.unit is not None and people == "directory":
        return f"{official.display} - {official.unit}"
    if people == "mailto":
        return f"{official.display} [mailto:{official.address}]"
    return f"{official.display} <{official.address}>" if people == "bracketed" or official.unit is None else official.display
