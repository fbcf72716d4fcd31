"""Draw a page as a picture: print in a font of the house, the censor's boxes, the stamp, the page number.

Needs Pillow and a font; where one is missing, the error says what to install.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from lvvthreads.document.errors import LvvthreadsError

try:
    from PIL import Image, ImageDraw, ImageFont
except ModuleNotFoundError as missing:
    _ADVICE = "printing on paper needs Pillow; install it with: pip install 'lvvthreads[paper]'"
    raise LvvthreadsError(_ADVICE) from missing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from lvvthreads.simulate.page import Page, Row
    from lvvthreads.simulate.program import Piece

#: Dots per inch of the picture.
DPI = 300
#: A4, in dots; margins, the height of a row and of letters.
_WIDTH, _HEIGHT = 2480, 3508
_LEFT, _TOP, _RIGHT = 210, 190, 2290
_ROW, _LETTER = 52, 42
#: Where the values of a top header stand.
_TAB = _LEFT + 330
_BLACK, _WHITE = 0, 255
#: From the darkest to the lightest.
_FRAME = (50, 170)
#: (regular, bold), the first that is there is taken; Pillow looks in the folders of the system.
_FONTS = (
    ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
    ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    ("arial.ttf", "arialbd.ttf"),
)


@frozen(kw_only=True)
class Fonts:
    """The letters that pages are printed in."""

    regular: ImageFont.FreeTypeFont
    bold: ImageFont.FreeTypeFont


def fonts() -> Fonts:
    """Return the fonts that are there; raise LvvthreadsError, with what to install, if none is."""
    for regular, bold in _named():
        try:
            return Fonts(regular=_font(regular, _LETTER), bold=_font(bold, _LETTER))
        except OSError:
            continue
    message = "printing on paper needs a TrueType font; install one (on Debian: apt-get install fonts-dejavu-core)"
    raise LvvthreadsError(message)


def _named() -> Iterator[tuple[str, str]]:
    """Yield the fonts of the system, then those that matplotlib brings."""
    yield from _FONTS
    found = find_spec("matplotlib")
    if found and found.origin:
        folder = Path(found.origin).parent / "mpl-data" / "fonts" / "ttf"
        yield str(folder / "DejaVuSans.ttf"), str(folder / "DejaVuSans-Bold.ttf")


def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(name, size, layout_engine=ImageFont.Layout.BASIC)


def draw(page: Page, fonts: Fonts, random: Random) -> Image.Image:
    """Return the picture of a page, in greys; what is too wide is wrapped."""
    picture = Image.new("L", (_WIDTH, _HEIGHT), _WHITE)
    pen = _Pen(ImageDraw.Draw(picture), fonts, random, random.randint(*_FRAME))
    for row in page.rows:
        pen.row(row)
    return picture


@define(eq=False)
class _Pen:
    """What draws row after row, from the head of a page to its foot."""

    _draw: ImageDraw.ImageDraw
    _fonts: Fonts
    _random: Random
    #: The grey of the frames on this page: OCR programs take what stands in black ones for pictures, all of it.
    _frame: int
    #: The base line, and where the next letter comes.
    _y: int = _TOP
    _x: float = field(default=_LEFT, init=False)
    _indent: int = field(default=_LEFT, init=False)

    def row(self, row: Row) -> None:
        """Draw a row in its look."""
        if row.look == "stamp":
            self._stamp(row.text)
        elif row.look == "foot":
            self._draw.text((_WIDTH / 2, max(self._y, _HEIGHT - 150)), row.text, _BLACK, self._fonts.regular, "ms")
        else:
            self._indent = _TAB if row.look == "top" else _LEFT
            self._x = _LEFT if any(tag and tag[0] == "label" for _, tag in row.pieces) else self._indent
            for piece in row.pieces:
                self._piece(piece, row.look)
            if row.look == "owner" and row.text:
                self._draw.line((_LEFT, self._y + 14, _RIGHT, self._y + 14), _BLACK, 5)
        self._y += _ROW

    def _stamp(self, text: str) -> None:
        """Draw the number that the officer stamped, in a frame in the corner."""
        width = self._fonts.bold.getlength(text)
        self._draw.rectangle((_RIGHT - width - 30, self._y - 48, _RIGHT, self._y + 16), None, self._frame, 3)
        self._draw.text((_RIGHT - 15, self._y), text, _BLACK, self._fonts.bold, "rs")

    def _piece(self, piece: Piece, look: str) -> None:
        text, tag = piece
        if tag and tag[0] == "mark":
            self._box(text, wide=tag[3] == "passage")
        elif text and not text.strip("█"):
            self._bar()
        elif tag and tag[0] == "gap" and look == "top":
            self._x = max(self._x + self._fonts.regular.getlength(" "), _TAB)
        else:
            self._text(text, self._fonts.bold if look == "owner" or (tag and tag[0] == "label") else self._fonts.regular)

    def _text(self, text: str, font: ImageFont.FreeTypeFont) -> None:
        """Draw a text word by word, on the next row where one does not fit."""
        for i, word in enumerate(text.split(" ")):
            if i:
                self._x += font.getlength(" ")
            width = font.getlength(word)
            self._make_room(width)
            self._draw.text((self._x, self._y), word, _BLACK, font, "ls")
            self._x += width

    def _make_room(self, width: float) -> None:
        if self._x + width > _RIGHT and self._x > self._indent:
            self._x, self._y = self._indent, self._y + _ROW

    def _box(self, text: str, *, wide: bool) -> None:
        """Draw a box of the censor's, as wide as what is beneath it, with its ground in the middle."""
        least = self._fonts.regular.getlength(text) + 24
        width = max(least, self._random.randrange(900, 1900)) if wide else least + self._random.randrange(0, 170)
        self._make_room(width)
        width = min(width, max(least, _RIGHT - self._x))
        self._draw.rectangle((self._x + 2, self._y - 41, self._x + width - 2, self._y + 10), _WHITE, self._frame)
        self._draw.text((self._x + width / 2, self._y - 2), text, _BLACK, self._fonts.regular, "ms")
        self._x += width

    def _bar(self) -> None:
        """Draw a black bar."""
        width = self._random.randrange(160, 420)
        self._make_room(width)
        self._draw.rectangle((self._x, self._y - 36, self._x + width, self._y + 10), _BLACK)
        self._x += width
