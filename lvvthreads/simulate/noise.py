"""Damage lines as paper and OCR do, and say of each label, date and mark what is left of it.

Every rate grows in proportion with the noise, up to certainty; at 0.5 they are those of a release that was printed, blacked out, scanned askew
and read by a poor OCR program (:data:`RATES`, measured on 38 annotated headers and 222 marks of a real one).
The model is frozen: it says what paper does, and is not changed for what a program can read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, evolve, field, frozen

from lvvthreads.simulate.truth import misread

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from lvvthreads.simulate.program import Piece

#: What happens at noise 0.5, as shares. Labels that are not in columns: field -> (glued to the value, misread, lost).
LABEL_RATES = {
    "from": (0.24, 0.00, 0.01),
    "sent": (0.08, 0.28, 0.04),
    "to": (0.36, 0.06, 0.06),
    "cc": (0.36, 0.08, 0.04),
    "subject": (0.03, 0.12, 0.03),
    "attachments": (0.00, 0.16, 0.05),
}
RATES = {
    "columns": 0.10,  # headers whose labels stand in one column and whose values in another
    "date": 0.35,  # dates with a part that cannot be read
    "date-word": 0.35,  # weekdays and months misspelt
    "mark": 0.96,  # marks with any glyph misread
    "prefix": 0.33,  # prefixes misread
    "letter": 0.02,  # letters misread, of all that are printed
    "speck": 0.03,  # lines of specks and box remains, for each line printed
    "skipped": 0.004,  # lines that are not there
    "split": 0.008,  # lines broken in two
    "joined": 0.006,  # lines run into the next
    "moved": 0.003,  # lines that stand at the end of their page
    "spaced": 0.02,  # lines whose words are set apart by wide gaps
}
#: The noise at which the rates are as above.
_MEASURED_AT = 0.5
_MOST = 0.98

#: What a glyph is read as.
_READ_AS = {
    "l": "1I|i!", "i": "lí1j", "I": "l1|", "1": "lI|", "0": "Oo", "o": "0c", "O": "0Q", "e": "cé", "c": "e", "a": "o", "n": "r", "r": "n", "m": ("rn", "nn"),
    "w": ("vv",), "d": ("cl", "â"), "u": ("ii", "v"), "h": "b", "b": "h6", "t": "lf", "f": "t", "s": "5", "g": "q9", "B": "8", "S": "5", "Z": "2", "k": "lc",
    "v": "y", "j": "i", "y": "v", "E": "F", "D": "O", "A": "4", "T": "I", "M": ("IVI",), "N": "M", "V": "Y", "W": ("VV",), ".": ",", ",": ".", ";": ":,", ":": ";",
    "-": "—~", "/": "!I", "@": ("©",),
}  # fmt: skip
#: Digits that become others in worn print.
_DIGITS = {"0": "689", "1": "47", "2": "7", "3": "85", "4": "1", "5": "36", "6": "8", "7": "1", "8": "36", "9": "80"}
_BOX_LEFT = ("I", "l", "1", "|", "[", "{", "J", "i")
_BOX_RIGHT = (" 1", " |", "]", " I", " l")
_SPECKS = ("_", ".", "'", "-", "1", "|", ", .", "_ _", "'. ,", "I", "__", "~")
_PREFIXES = {"R": ("R", "K", "k", "B"), "E": ("E", "I", "1", "b", "F"), "F": ("F", "E", "I-", "t", "r"), "W": ("W", "vv", "VV")}


@frozen(kw_only=True)
class Mark:
    """What is left of one of the censor's marks."""

    #: As read.
    raw: str
    law: str
    ground: str
    place: str
    #: Which of the lines of text that carry its line it stands on, counted from 0; None where that is not known.
    row: int | None = None
    #: False where too little is left to be certain that it is one.
    sure: bool = True


@define(eq=False)
class Scanned:
    """What is left of one line: its text, and what became of the pieces that the truth asks for."""

    text: str
    #: What was printed of the date: part -> what is legible, ``?`` for each digit that is not, a sign of :func:`truth.misread` for one read as another;
    #: empty for a word that is not legible.
    date: dict[str, str] = field(factory=dict)
    #: Its marks, in order.
    marks: list[Mark] = field(factory=list)
    #: The state of its label: ``exact``, ``glued``, ``damaged``, ``lost``; nothing where it has none.
    label: str = ""
    #: False where its line is there, but what it said cannot be told.
    legible: bool = True


class Noise:
    """A scanner and its OCR program, at one level of damage."""

    def __init__(self, random: Random, level: float) -> None:
        self._random = random
        self._level = level / _MEASURED_AT
        self._rates = {name: min(_MOST, rate * self._level) for name, rate in RATES.items()}
        self._labels = {name: [min(_MOST, rate * self._level) for rate in rates] for name, rates in LABEL_RATES.items()}

    def happens(self, name: str) -> bool:
        """Draw whether one of the things of :data:`RATES` happens."""
        return self._level > 0 and self._random.random() < self._rates[name]

    def scan(self, pieces: Sequence[Piece]) -> Scanned:
        """Damage one line."""
        if not self._level:
            return self._as_printed(pieces)
        scanned = Scanned("")
        out: list[str] = []
        illegible = self._illegible(pieces)
        for i, (text, tag) in enumerate(pieces):
            if tag is None or tag[0] == "subject":
                out.append(self._letters(text))
            elif tag[0] == "label":
                out.append(self._label(text, tag[1], scanned))
            elif tag[0] == "gap":
                out.append("" if scanned.label in {"glued", "lost"} else text)
            elif tag[0] == "date":
                out.append(self._date(text, tag[1], scanned, numeric=bool(tag[2]), illegible=i in illegible))
            elif tag[0] == "mark":
                out += self._mark(text, tag, scanned)
            else:
                out.append(self._prefix(text))
        scanned.text = "".join(out)
        if self.happens("spaced"):
            scanned.text = scanned.text.replace(" ", "   ")
            scanned.marks = [evolve(mark, raw=mark.raw.replace(" ", "   ")) for mark in scanned.marks]
        return scanned

    @staticmethod
    def _as_printed(pieces: Sequence[Piece]) -> Scanned:
        scanned = Scanned("".join(text for text, _ in pieces))
        for text, tag in pieces:
            if tag is None:
                continue
            if tag[0] == "date":
                scanned.date[tag[1]] = text
            elif tag[0] == "mark":
                scanned.marks.append(Mark(raw=text, law=tag[1], ground=tag[2], place=tag[3]))
            elif tag[0] == "label":
                scanned.label = "exact"
        return scanned

    def _letters(self, text: str) -> str:
        """Misread some letters of a text."""
        hits = int(self._rates["letter"] * len(text) + self._random.random())
        for _ in range(hits):
            at = self._random.randrange(len(text)) if text else 0
            text = text[:at] + self._misread(text[at : at + 1]) + text[at + 1 :]
        return text

    def _misread(self, glyph: str) -> str:
        options = _READ_AS.get(glyph)
        return self._random.choice(options) if options else glyph

    def _label(self, text: str, name: str, scanned: Scanned) -> str:
        glued, damaged, lost = self._labels[name]
        draw = self._random.random()
        if draw < glued:
            scanned.label = "glued"
            return text if self._random.random() < 0.4 else text[:-1]
        if draw < glued + damaged:
            scanned.label = "damaged"
            for _ in range(self._random.choice((1, 1, 2, 3))):
                at = self._random.randrange(len(text))
                glyph = text[at]
                text = text[:at] + (self._misread(glyph) if glyph in _READ_AS else "") + text[at + 1 :]
            return text
        if draw < glued + damaged + lost:
            scanned.label = "lost"
            return "" if self._random.random() < 0.5 else text[len(text) // 2 :] + " "
        scanned.label = "exact"
        return text

    def _illegible(self, pieces: Sequence[Piece]) -> set[int]:
        """Choose the parts of a line's date that cannot be read."""
        parts = [i for i, (text, tag) in enumerate(pieces) if tag and tag[0] == "date" and text[:1].isdigit()]
        if not parts or not self.happens("date"):
            return set()
        return set(self._random.sample(parts, min(len(parts), self._random.choice((1, 1, 1, 2)))))

    def _date(self, text: str, part: str, scanned: Scanned, *, numeric: bool, illegible: bool) -> str:
        if not text[:1].isdigit():
            return self._date_word(text, part, scanned)
        del numeric
        if not illegible:
            scanned.date[part] = text
            return "".join(self._shape_of(digit) if self.happens("letter") else digit for digit in text)
        at = self._random.randrange(len(text))
        if self._random.random() < 0.25 and len(text) > 1:
            scanned.date[part] = "?" * len(text)
            return text[:at] + text[at + 1 :]
        read = self._random.choice(_DIGITS[text[at]] + "?."[: self._random.randrange(3)])
        scanned.date[part] = f"{text[:at]}{misread(read) if read.isdigit() else '?'}{text[at + 1 :]}"
        return text[:at] + read + text[at + 1 :]

    def _shape_of(self, digit: str) -> str:
        """Read a digit as a letter of its shape, which a reader sees through."""
        return self._random.choice(_READ_AS[digit]) if digit in "01" else digit

    def _date_word(self, word: str, part: str, scanned: Scanned) -> str:
        if not self.happens("date-word"):
            scanned.date[part] = word
            return word
        read = word
        for _ in range(self._random.choice((1, 1, 2))):
            at = self._random.randrange(len(read))
            read = read[:at] + self._misread(read[at]) + read[at + 1 :]
        # a reader tells PM by its first letter and a month by three, but not "ma" from "mo"
        scanned.date[part] = word if part == "half" or len(word) > len("ma") or read == word else ""
        return read

    def _mark(self, text: str, tag: tuple[str, ...], scanned: Scanned) -> list[str]:
        raw, right = text, ""
        if self.happens("mark"):
            raw = "".join(self._mark_glyph(glyph) for glyph in text)
            if self._random.random() < 0.55:
                raw = self._random.choice(_BOX_LEFT) + raw
            if self._random.random() < 0.35:
                right = self._random.choice(_BOX_RIGHT)
        scanned.marks.append(Mark(raw=raw, law=tag[1], ground=tag[2], place=tag[3]))
        return [raw, right]

    def _mark_glyph(self, glyph: str) -> str:
        draw = self._random.random()
        if glyph == ".":
            return "." if draw < 0.6 else "," if draw < 0.8 else "" if draw < 0.93 else ", "
        if draw > 0.3:
            return glyph
        return self._random.choice({"1": "lI1", "0": "0oOQ", "2": "2z2", "5": "5S", "e": "eec"}.get(glyph, glyph))

    def _prefix(self, text: str) -> str:
        if not self.happens("prefix"):
            return text
        read = "".join(self._random.choice(_PREFIXES.get(glyph.upper(), (glyph,))) for glyph in text[:-1])
        return read + self._random.choice((":", ":", ":", ";", "."))

    def specks(self) -> str:
        """Return a line of specks or box remains."""
        return self._random.choice(_SPECKS)
