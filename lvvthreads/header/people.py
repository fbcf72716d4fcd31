"""Read the value of a sender or recipient field: redaction marks with the unit behind them, names, addresses.

In comes the text of the field, its lines joined by newlines; out come :class:`Person` objects in order.
What is hard: the separators are half gone, so a mark, a unit or an address that comes when its place is already taken begins the next person;
and what stands behind a mark is a unit read badly, a remains of the box, or part of the address, which only its shape tells.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import define, evolve, frozen

from lvvthreads.exemption.find import marks_in_person
from lvvthreads.exemption.margin import in_margin
from lvvthreads.header.block import Person
from lvvthreads.header.evidence import UNIT
from lvvthreads.header.writer import ADDRESS, DOMAIN, SMALL_IN_NAMES, is_capital, who_sends

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A name as Lotus Notes prints it, with the units of its directory: "Anna Bos/HOU/ECT@ECT".
_NOTES_NAME = re.compile(
    r"(?<![\w@.])(?P<name>[A-Z][\w'’.-]{0,30}(?:[ ][\w'’.-]{1,30}){0,3}?[ ][A-Z][a-z'’-][\w'’-]{0,30})/(?P<unit>[A-Z][\w&-]{1,20}(?:/[A-Z][\w&-]{1,20}){1,3})(?:@[\w-]{1,20})?(?![\w/@])"
)
#: What every address has, or what a box leaves of one; a quick look.
_IN_ADDRESS = re.compile(r"[@®©<=\[]")
_WHOLE_ADDRESS = re.compile(rf"[\w.+-]{{1,64}}@{DOMAIN}")
_AT_DOMAIN = re.compile(rf"[@®©]&?\s?({DOMAIN})")
_AT_ANYTHING = re.compile(r"[@®©]&?\s?([\w.-]{3,40})")
_ANY_DOMAIN = re.compile(r"([a-z][\w-]*\.(?:nl|com|org|gov|net|eu|be|de|fr|uk|edu|mil|int))\b", re.IGNORECASE)
#: What looks like the tail of an address although it cannot be read: "Drniiiven'.nl>".
_ADDRESS_TAIL = re.compile(r"[^\s;]{2,40}(?:\.\s?n[l1I]|[>»\]])")
_NAME = re.compile(r"[^\W\d_][^\W\d_'’.-]+|[A-Z]\b|[\u3040-\u9fff]")
#: A semicolon, or the place where one was lost: behind the given name in brackets, before the next surname.
_SEPARATOR = re.compile(r";|(?<=[)\]|])\s{0,3}(?=[A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30})?[,‚]{1,2} ?[A-Z])")
_EDGES = " \t\n-–—_|,.:;[](){}<>!'\"‘’“”„*~^=»«/\\"
#: A comma read twice, as a low quotation mark, or set apart from its word.
_COMMAS = re.compile(r"[ ]?[,‚][,‚ ]{0,2}(?<=[,‚])")
_INITIALS = re.compile(r"\((?:[A-Z]\. ?){1,6}\)?")
#: "[mailto:" as print damages it, letter for letter.
_MAILTO = re.compile(r"\[m[ao4][il1|!íj][l1I|!i][t7f][o0c][:;.,]")
#: The last part of an address within one organisation is the name of the mailbox.
_MAILBOX = re.compile(r"[/_][cC][nN]=([\w.-]{2,64}?)(?=@|[\]>\s]|$)")
#: "Dam. C.": a surname and its comma, read as a stop; and a figure at the head of a name.
_STOP_FOR_COMMA = re.compile(r"([A-Z][\w'’-]{2,30})\. (?=(?:[a-z]{1,5}\. ){0,3}[A-Z]\.)")
_FIGURE_FOR_CAPITAL = re.compile(r"\b[014568](?=[a-z]{3})")
_CAPITALS = str.maketrans("014568", "OIASGB")
_HET = re.compile(r"['‘’`]t (?=[A-Z])")
#: The next person of a list, behind a unit and a semicolon that was read as something else.
_LISTED = re.compile(r"\s{0,2}[,.:]\s{0,2}[A-Z][\w'’-]{1,30}(?:, ?(?:[a-z]{1,5}\. ){0,3}| (?:[a-z]{2,4} ){0,2})[A-Z]")
#: What the edge of a box before an address is read as.
_EDGE_ALONE = frozenset("l1I|")
#: A particle that is one word with the name behind it: "d'Arpentigny", "al-Sayed".
_JOINED_PARTICLE = re.compile(r"[a-z]{1,4}['’-][^\W\d_a-z][^\W\d_]{2}")
_ONE_LETTER = re.compile("[A-EGHK-SU-Z]")
_GIVEN_IN_BRACKETS = re.compile(r"\((?:[A-Z][\w.]{0,6}\s?){1,5}\)?$")


@frozen
class _Token:
    kind: str  # mark, address, unit, separator, text
    raw: str
    start: int
    ground: str | None = None


@define
class _Draft:
    """A person being put together."""

    start: int
    end: int = 0
    grounds: tuple[str, ...] = ()
    marked: bool = False
    unit: str | None = None
    address: str | None = None
    words: str = ""

    def is_empty(self) -> bool:
        return not (self.marked or self.unit or self.address or self.words)


@lru_cache(maxsize=16384)
def read_people(text: str) -> tuple[Person, ...]:
    """Read the people of a field; lines are counted from 0 in :attr:`Person.line`.

    >>> [(p.kind, p.name, p.unit) for p in read_people("Riezen, mr. C. - DG/DIR; 10.2.e DG/AFD")]
    [('named', 'Riezen, mr. C.', 'DG/DIR'), ('redacted', None, 'DG/AFD')]
    """
    lines = [in_margin(line) for line in text.split("\n")]
    if any(marks for _, marks in lines) and any(left.strip(_EDGES) for left, _ in lines):
        codes = tuple(dict.fromkeys(mark.ground for _, marks in lines for mark in marks if mark.ground))
        whited_out = _read("\n".join(left for left, _ in lines))
        return tuple(evolve(one, grounds=codes) if one.kind == "redacted" and not one.grounds else one for one in whited_out)
    return _read(text)


def _read(text: str) -> tuple[Person, ...]:
    ends = [at for at, character in enumerate(text) if character == "\n"]
    found = tuple(_person(draft, text, ends) for draft in _drafts(_MAILTO.sub("[mailto:", text)))
    if found and text.rstrip().endswith(";"):  # no program prints one behind the last: whoever followed was whited out
        return (*found, Person(kind="redacted", line=text.count("\n")))
    return found


def _tokens(text: str) -> Iterator[_Token]:
    marks = marks_in_person(text)
    end = 0
    for mark in marks:
        yield from _between(text, end, mark.start)
        yield _Token("mark", mark.raw, mark.start, mark.ground)
        end = mark.end
    yield from _between(text, end, len(text))


def _between(text: str, start: int, end: int) -> Iterator[_Token]:
    """Cut what stands between two marks at separators, addresses and units."""
    at = start
    for match in _SEPARATOR.finditer(text, start, end):
        yield from _piece(text, at, match.start())
        yield _Token("separator", ";", match.start())
        at = match.end()
    yield from _piece(text, at, end)


def _piece(text: str, start: int, end: int) -> Iterator[_Token]:
    at = start
    for match in _NOTES_NAME.finditer(text, start, end) if "/" in text[start:end] else ():
        yield from _addressed(text, at, match.start())
        yield _Token("text", match["name"], match.start())
        yield _Token("unit", match["unit"], match.start("unit"))
        at = match.end()
        if text[at : at + 1] == "," and at < end:
            yield _Token("separator", ",", at)
            at += 1
    yield from _addressed(text, at, end)


def _addressed(text: str, start: int, end: int) -> Iterator[_Token]:
    at = start
    for match in ADDRESS.finditer(text, start, end) if _IN_ADDRESS.search(text, start, end) else ():
        yield from _words(text, at, match.start())
        yield _Token("address", match.group(), match.start())
        at = match.end()
        if text[at : at + 1] == "," and at < end:
            yield _Token("separator", ",", at)
            at += 1
    yield from _words(text, at, end)


def _words(text: str, start: int, end: int) -> Iterator[_Token]:
    at = start
    for match in UNIT.finditer(text, start, end):
        if text[at : match.start()].strip(_EDGES):
            yield _Token("text", text[at : match.start()], at)
        yield _Token("unit", match.group(), match.start())
        at = match.end()
    if text[at:end].strip(_EDGES):
        yield _Token("text", text[at:end], at)


def _drafts(text: str) -> list[_Draft]:
    done: list[_Draft] = []
    draft = _Draft(0)
    tokens = list(_tokens(text))
    for i, token in enumerate(tokens):
        if token.kind == "separator" or _begins_another(draft, token, tokens[i + 1 : i + 2]):
            if not draft.is_empty():
                done.append(draft)
            draft = _Draft(token.start)
        if draft.is_empty():
            draft.start = token.start
        _add(draft, token)
        draft.end = token.start + len(token.raw)
    if not draft.is_empty():
        done.append(draft)
    return _with_marks_behind([draft for draft in done if not _is_residue(draft, len(done))])


def _with_marks_behind(drafts: list[_Draft]) -> list[_Draft]:
    """Give bare marks to the bare addresses before them: text sorted by rows prints "@x.nl>; @x.nl> 5.1.2.e 5.1.2.e"."""
    waiting: list[_Draft] = []
    kept = []
    for draft in drafts:
        if draft.address and not (draft.marked or draft.words or draft.unit):
            waiting.append(draft)
        elif waiting and draft.marked and not (draft.address or draft.words or draft.unit):
            first = waiting.pop(0)
            first.marked, first.grounds = True, draft.grounds
            continue
        kept.append(draft)
    return kept


def _begins_another(draft: _Draft, token: _Token, after: list[_Token]) -> bool:
    """Say whether the token's place in the draft is taken, so that it must be of the next person."""
    if draft.is_empty():
        return False
    if token.kind == "mark":
        if _is_open(draft.address):
            return False  # "[mailto:" or "<" and then the box: the mark lies over the address
        if draft.address is None and after and after[0].kind in {"address", "text"} and _is_address_tail(after[0].raw):
            return False  # the mark lies over the address of the same person, what follows is its domain
        if draft.unit and draft.marked and (not after or after[0].kind == "separator"):
            return False  # where people have units, a mark without one and without ";" before it lies over an address
        return True
    if token.kind == "unit":
        return draft.unit is not None
    if token.kind == "address":
        return draft.address is not None and not _is_open(draft.address) and _whole(draft.address) != (_whole(token.raw) or token.raw)
    return (bool(draft.address) and _is_name(token.raw)) or (bool(draft.unit) and _LISTED.match(token.raw) is not None)


def _whole(address: str) -> str | None:
    """Return the address that can be read whole in what was taken for one; programs print it twice where it has no name."""
    match = _WHOLE_ADDRESS.search(address)
    return match.group().lower() if match else None


def _is_open(address: str | None) -> bool:
    """Say whether an address has begun and its bracket is not closed."""
    return address is not None and address[:1] in "[<" and not address.endswith(("]", ">"))


def _is_address_tail(raw: str) -> bool:
    return _ADDRESS_TAIL.match(raw.strip(" \n")) is not None


def _add(draft: _Draft, token: _Token) -> None:
    if token.kind == "mark":
        draft.marked = True
        draft.grounds = (*draft.grounds, token.ground) if token.ground and token.ground not in draft.grounds else draft.grounds
    elif token.kind == "unit":
        draft.unit = token.raw
    elif token.kind == "address":
        draft.address = f"{draft.address or ''}{token.raw}"
    elif token.kind == "text":
        _add_text(draft, token.raw)


def _add_text(draft: _Draft, raw: str) -> None:
    if draft.marked and _is_address_tail(raw) and (draft.address is None or _is_open(draft.address)):
        draft.address = f"{draft.address or ''}{raw.strip()}"
    elif not draft.marked and not draft.unit:
        if not draft.words and raw.lstrip().startswith(("-", "–")) and raw.strip(_EDGES):
            draft.unit = raw.strip(_EDGES)  # the name stood before the dash and is gone
        else:
            draft.words = f"{draft.words} {raw}".strip()
    elif draft.marked and draft.unit is None and "/" in raw:
        draft.unit = raw.strip(_EDGES)


def _is_name(raw: str) -> bool:
    words = _NAME.findall(raw)
    capitals = [word for word in words if is_capital(word)]
    return bool(capitals) and all(is_capital(word) or word.lower() in SMALL_IN_NAMES for word in words)


def _is_residue(draft: _Draft, count: int) -> bool:
    """Say whether a draft is what a box or a cut address leaves, not a person."""
    if draft.marked or draft.unit:
        return False
    if draft.address or _ONE_LETTER.fullmatch(draft.words):  # a one-letter name, unless it is the edge of a box
        return False
    letters = sum(letter.isalpha() for letter in draft.words)
    return letters < (1 if count == 1 else 2) or (letters < 4 and count > 1 and not _is_name(draft.words))


def _person(draft: _Draft, text: str, ends: list[int]) -> Person:
    raw = text[draft.start : draft.end].strip()
    whole = _WHOLE_ADDRESS.search(draft.address or "")
    inner = _MAILBOX.findall(draft.address or "")
    address = whole.group() if whole and not draft.marked and not inner and whole.group().split("@")[0] not in _EDGE_ALONE else None
    name = _clean_name(draft.words) or address or (inner[-1] if inner else None)
    unit = draft.unit.strip(_EDGES) if draft.unit else None
    covered = draft.address is not None and draft.address.lstrip("'[< ").startswith(
        ("@", "®", "©")
    )  # "@domain": a box lies over what stood before
    if covered and name and not _is_full_name(name):
        name = None
    named = name is not None and not draft.marked
    readable = not named or address is not None or _is_plausible(name or "")
    return Person(
        kind=("named" if readable else "unreadable") if named else "redacted",
        name=name if named and readable else None,
        unit=unit or None,
        address=address if named else None,
        domain=_domain(draft.address),
        grounds=draft.grounds if not named else (),
        raw=" ".join(raw.split()),
        line=bisect_left(ends, _first_letter(text, draft.start)),
    )


def _first_letter(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _is_plausible(name: str) -> bool:
    """Say whether this can be somebody's name: it opens with a letter and has few digits and signs."""
    letters = sum(letter.isalpha() or letter in " .,'-@()" for letter in name)
    first = next((word for word in name.split() if word[0].isalpha()), "")
    opens = is_capital(first or "a") or first.lower() in SMALL_IN_NAMES or _JOINED_PARTICLE.match(first) is not None
    return letters >= 0.8 * len(name) and (opens or "@" in name or name.isalpha())


def _is_full_name(name: str) -> bool:
    """Say whether a name has two parts at least: one word before a covered address is what the box left."""
    return sum(1 for word in _NAME.findall(name) if is_capital(word)) >= 2 and _is_plausible(name)


def _clean_name(words: str) -> str | None:
    name = _COMMAS.sub(",", " ".join(who_sends(words).split()))
    name = name.strip(" \t-–—_|,:;[]{}<>!'\"‘’“”„*~^=»«/\\、")
    if words.lstrip(_EDGES).startswith("t ") and (het := _HET.search(words)):
        name = f"{het.group()}{name.removeprefix('t ')}"
    name = _FIGURE_FOR_CAPITAL.sub(lambda match: match[0].translate(_CAPITALS), name)
    stopped = _STOP_FOR_COMMA.match(name)
    if stopped and stopped[1].lower() not in SMALL_IN_NAMES:
        name = f"{stopped[1]}, {name[stopped.end() :]}"
    name = _INITIALS.sub(lambda match: match[0].replace(" ", ""), name)
    if name.count("(") != name.count(")") or name.startswith("("):
        name = name.strip("() ") if not _GIVEN_IN_BRACKETS.search(name) else name
    letters = sum(letter.isalpha() for letter in name)
    return name if letters >= 1 and letters * 2 >= len(name.replace(" ", "")) else None


def _domain(address: str | None) -> str | None:
    if not address:
        return None
    address = address.replace("__", " ")  # what is left of a box's lower edge
    match = _AT_DOMAIN.search(address) or _ANY_DOMAIN.search(address) or _AT_ANYTHING.search(address)
    return match[1].lower().strip(".-_") if match else None
