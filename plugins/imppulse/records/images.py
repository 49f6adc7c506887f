"""Images: the photos and drawings that lie among the chapters, and what is wrong with them."""

from __future__ import annotations

import stat
import warnings
from dataclasses import dataclass
from pathlib import Path

import PIL.Image

SUFFIXES = (".png", ".jpg", ".jpeg")
MAX_BYTES = 2 * 1024 * 1024
"""Two MiB: a photo of 2,000 pixels has less than one, and readers on a phone wait for it."""
MAX_SIDE = 5000
"""Pixels: a page of A4 at 400 to the inch is no wider."""

_FORMATS = ("PNG", "JPEG")
_MODES = frozenset({"1", "L", "LA", "P", "PA", "RGB", "RGBA", "I;16"})
"""What screens and PDF/A show alike. CMYK needs a profile of one press."""
_ORIENTATION, _GPS = 0x0112, 0x8825
"""Tags of Exif 2.32, section 4.6.4 and 4.6.3."""
_LYING = (5, 6, 7, 8)
"""The orientations that turn an image by a quarter."""


@dataclass(frozen=True)
class Image:
    """One image, with its size in pixels as it is to be seen."""

    path: str
    """Relative to the project."""
    file: Path
    width: int = 0
    height: int = 0
    located: bool = False
    """It tells where it was taken."""
    problem: str = ""
    """Why it cannot be used, if so."""


def is_image(path: str) -> bool:
    """Tell an image by the ending of its name."""
    return path.lower().endswith(SUFFIXES)


def read_image(root: Path, path: str) -> Image:
    """Read what an image says of itself, and try whether it can be shown."""
    file = root / path
    try:
        status = file.stat()
        size = status.st_size
        if not stat.S_ISREG(status.st_mode):
            return Image(path, file, problem="is not a file")
        if size > MAX_BYTES:
            problem = f"has {size / 1024 / 1024:.1f} MiB; at most 2 MiB, so save it smaller"
            return Image(path, file, problem=problem)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", PIL.Image.DecompressionBombWarning)  # told below
            with PIL.Image.open(file, formats=_FORMATS) as image:
                return _described(image, path, file)
    except (OSError, SyntaxError, ValueError, PIL.Image.DecompressionBombError):
        problem = "is damaged, or no PNG or JPEG; save it again as one of them"
        return Image(path, file, problem=problem)


def _described(image: PIL.Image.Image, path: str, file: Path) -> Image:
    """Describe an image whose head could be read; reading all of it shows whether it is whole."""
    width, height = image.size
    if max(width, height) > MAX_SIDE:
        problem = f"has {width} × {height} pixels; at most {MAX_SIDE} a side, so save it smaller"
        return Image(path, file, problem=problem)
    if image.mode not in _MODES:
        problem = f"has the colours of a printing press ({image.mode}); save it as RGB"
        return Image(path, file, problem=problem)
    exif = image.getexif()
    orientation = exif.get(_ORIENTATION, 1)
    located = bool(exif.get_ifd(_GPS))
    image.load()
    if orientation in _LYING:
        width, height = height, width
    return Image(path, file, width, height, located)
