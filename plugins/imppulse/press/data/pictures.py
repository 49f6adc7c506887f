"""Pictures for the page, at the size of paper: the charts of the site, and editors' images."""

from __future__ import annotations

import io
from base64 import b64encode

from PIL import Image as Pillow
from PIL import ImageOps

from imppulse.documents.charts.drawing import Drawing
from imppulse.press.data.nodes import Inline, Node, node
from imppulse.records.images import Image

UNIT = 0.28
"""Millimetres to a unit of a drawing: its text then has the size of the text in tables."""
DENSE = 0.24
"""Millimetres to a unit of a drawing with many rows."""
ROOM = 195.0
"""Millimetres that a drawing may be high, so that it stands on one page with its headings."""

BELOW_HEAD = 216.0
"""Millimetres that a drawing may be high where a heading and two lines are above it."""
PHOTO_WIDTH, PHOTO_HEIGHT = 138.0, 170.0
"""Millimetres that an image may take at most: the line, and a page with its words."""
COARSEST = 150 / 25.4
"""Pixels to a millimetre: coarser than 150 to the inch, one sees them in print."""

LONGEST_DESCRIPTION = 8000
"""PDF bounds its strings. What is cut here stands in the table beside the drawing."""


def picture(drawing: Drawing, unit: float = UNIT) -> Node:
    """Make a picture of a drawing."""
    width = round(drawing.width * unit, 2)
    return node("picture", svg=drawing.svg, alt=told(drawing), width=width)


def photo(image: Image, alt: str, caption: Inline) -> Node:
    """Make a picture of an editor's image. It travels within the data: the press reads no file."""
    width = min(
        PHOTO_WIDTH, image.width / COARSEST, PHOTO_HEIGHT * image.width / max(image.height, 1)
    )
    return node("photo", caption, svg=_framed(image), alt=alt, width=round(width, 2))


def _framed(image: Image) -> str:
    """Put an image into an SVG, which is text, as all data of the press are."""
    kind, data = _anew(image)
    size = f'width="{image.width}" height="{image.height}"'
    href = f"data:image/{kind};base64,{b64encode(data).decode()}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image href="{href}" {size}/></svg>'


def _anew(image: Image) -> tuple[str, bytes]:
    """Write an image upright and anew: so the press reads it as a browser does.

    What a camera or an attacker put beside its pixels stays out.
    """
    with Pillow.open(image.file) as opened:
        kind = opened.format or "PNG"
        upright = ImageOps.exif_transpose(opened)
    upright.info = {key: value for key, value in upright.info.items() if key == "transparency"}
    written = io.BytesIO()
    upright.save(written, kind, quality=92)
    return kind.lower(), written.getvalue()


def told(drawing: Drawing) -> str:
    """Say what is seen: title, and every figure."""
    text = f"{drawing.title}. {drawing.description}"
    return f"{text[:LONGEST_DESCRIPTION]} …" if len(text) > LONGEST_DESCRIPTION else text
