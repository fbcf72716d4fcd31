"""Wear a page as scanners, copiers and fax machines do: turn it, blur it, speck it, leave black and white.

The three qualities were set so that accuracy falls about as it does on a real release that was scanned, photocopied and faxed (the annotated ones).
"""

from __future__ import annotations

from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from attrs import frozen
from PIL import Image, ImageChops, ImageFilter

if TYPE_CHECKING:
    from random import Random


@frozen(kw_only=True)
class Wear:
    """What a machine does to a page; lengths are in dots of the picture."""

    #: How often the page goes through the machine.
    passes: int
    #: Turned by at most so many degrees, each time.
    turn: float
    blur: float
    #: How far a dot's grey is off, of 255, at most.
    grain: int
    #: The grey below which a dot becomes black is drawn from this range.
    threshold: tuple[int, int]
    #: Specks of dirt on a page, each time.
    specks: int
    #: Dots per inch across and down in the end.
    dpi: tuple[int, int]


WEARS: Final = MappingProxyType(
    {
        "scan": Wear(passes=1, turn=0.5, blur=1.3, grain=40, threshold=(140, 190), specks=10, dpi=(300, 300)),
        "copy": Wear(passes=2, turn=0.5, blur=1.5, grain=110, threshold=(122, 178), specks=40, dpi=(200, 200)),
        "fax": Wear(passes=2, turn=0.8, blur=1.8, grain=125, threshold=(120, 180), specks=100, dpi=(204, 196)),
    }
)


def worn(picture: Image.Image, wear: Wear, random: Random) -> Image.Image:
    """Return the page as it comes out of the machine."""
    for _ in range(wear.passes):
        picture = _once(picture, wear, random)
    across, down = (round(size * dpi / 300) for size, dpi in zip(picture.size, wear.dpi, strict=True))
    picture = picture.resize((across, down), Image.Resampling.BOX)
    picture = _black_and_white(picture, random.randint(*wear.threshold))
    # dots of a fax are higher than wide; programs that read want square ones
    return picture.resize((across, round(down * wear.dpi[0] / wear.dpi[1])), Image.Resampling.BILINEAR)


def _once(picture: Image.Image, wear: Wear, random: Random) -> Image.Image:
    picture = picture.rotate(random.uniform(-wear.turn, wear.turn), Image.Resampling.BICUBIC, fillcolor=255)
    for _ in range(random.randrange(wear.specks + 1)):
        size = random.randrange(2, 7)
        picture.paste(
            random.randrange(120), (x := random.randrange(picture.width), y := random.randrange(picture.height), x + size, y + size)
        )
    picture = picture.filter(ImageFilter.GaussianBlur(wear.blur * random.uniform(0.7, 1.3)))
    grain = Image.frombytes("L", picture.size, random.randbytes(picture.width * picture.height))
    # from 0 to 255 around the middle, at most `grain` to either side
    grain = grain.point([round(128 + (value - 127.5) / 127.5 * wear.grain / 2) for value in range(256)])
    picture = ImageChops.add(picture, grain, scale=1, offset=-128)
    return _black_and_white(picture, random.randint(*wear.threshold))


def _black_and_white(picture: Image.Image, threshold: int) -> Image.Image:
    return picture.point([0 if value < threshold else 255 for value in range(256)])


def png(picture: Image.Image) -> bytes:
    """Return a picture as the bytes of a PNG file."""
    out = BytesIO()
    picture.save(out, "PNG", compress_level=1)
    return out.getvalue()
