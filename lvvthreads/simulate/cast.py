"""Invent the people of a release: officials with units, and people of other organisations with addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from lvvthreads.simulate.phrases import DOMAINS, GIVEN_NAMES, SURNAMES, TITLES

if TYPE_CHECKING:
    from random import Random

_CONSONANTS = "BCDFGKLMPRSTVW"
_PEOPLE_A_CIRCLE = 7
#: How many in a hundred keep their names: ministers, spokespeople, directors.
_NAMED = 0.15
_OUTSIDE = 0.2


@frozen(kw_only=True, eq=False)
class Official:
    """Somebody who writes and receives mail."""

    given: str
    surname: str
    title: str
    #: The organisational unit behind the name; None for people of other organisations.
    unit: str | None
    domain: str
    #: True if the censor covers the name wherever it stands.
    redacted: bool
    #: The mail program this person writes with, and its language.
    program: str
    language: str

    @property
    def initials(self) -> str:
        """The first letter of the given name, with its stop."""
        return f"{self.given[0]}."

    @property
    def display(self) -> str:
        """The name as the directory of an organisation prints it."""
        return f"{self.surname}, {self.title}{self.initials}" if self.unit else f"{self.given} {self.surname}"

    @property
    def address(self) -> str:
        """The e-mail address."""
        return f"{self.given[0].lower()}.{self.surname.lower()}@{self.domain}"

    @property
    def phone(self) -> str:
        """The number of a mobile telephone, the same for the same name."""
        return f"06 {sum(map(ord, self.surname + self.given)) * 7919 % 10**8:08}"


def circle(
    random: Random, programs: tuple[str, ...], language: str, *, size: int = _PEOPLE_A_CIRCLE, redaction: bool = True
) -> list[Official]:
    """Invent the people of one matter: most of two or three units of one organisation, some from outside."""
    home, *others = random.sample(DOMAINS, 3)
    department = "".join(random.choices(_CONSONANTS, k=2))
    units = [f"{department}/{_letters(random)}/{_letters(random)}" for _ in range(3)]
    people: list[Official] = []
    for surname in random.sample(SURNAMES.split(), size):
        outside = random.random() < _OUTSIDE
        people.append(
            Official(
                given=random.choice(GIVEN_NAMES.split()),
                surname=surname,
                title="" if outside else random.choice(TITLES),
                unit=None if outside else random.choice(units),
                domain=random.choice(others) if outside else home,
                redacted=redaction and random.random() >= _NAMED,
                program=random.choice(programs),
                language=language,
            )
        )
    return people


def _letters(random: Random) -> str:
    return "".join(random.choices(_CONSONANTS + "AEIO", k=3))
