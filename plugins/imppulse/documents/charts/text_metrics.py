"""Lettering: how wide text is, so that it fits where a drawing puts it.

An SVG does not break lines. The reader's font is not known, so the widths are those of DejaVu Sans,
the widest of the usual ones; any other leaves some air.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

ELLIPSIS = "…"
SMALL, NORMAL = 12.0, 13.0
"""The two sizes of text in all drawings."""
BOLD = 1.14
"""How much wider bold text is."""

_THIN = frozenset("ijlI.,:;'|!’‘· \u00a0\u202f")
_NARROW = frozenset('()[]ftr/-“”"')
_WIDE = frozenset("mwMW@%—…ŒœÆæ+−=<>")


@lru_cache(maxsize=50_000)  # the same titles are measured again and again
def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide a text is, rather too much than too little."""
    return sum(_em(char) for char in text) * size * (BOLD if bold else 1)


def shorten(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Return a text that fits, cut between words where that loses little, with an ellipsis."""
    if width_of(text, size, bold=bold) <= room:
        return text
    room -= width_of(ELLIPSIS, size, bold=bold)
    end, used = 0, 0.0
    for char in text:
        used += width_of(char, size, bold=bold)
        if used > room:
            break
        end += 1
    while end and end < len(text) and unicodedata.combining(text[end]):
        end -= 1
    space = text.rfind(" ", 0, end + 1)
    if space >= end / 2:
        end = space
    return text[:end].rstrip(" ,;:–-(") + ELLIPSIS


def wrap(
    text: str, room: float, size: float, *, bold: bool = False, lines: int | None = None
) -> list[str]:
    """Break a text into lines that fit; the last of a limited number ends with an ellipsis."""
    done: list[str] = []
    rest = [word for word in text.split(" ") if word]
    while rest:
        if lines and len(done) == lines - 1:
            return [*done, shorten(" ".join(rest), room, size, bold=bold)]
        count = 1
        while count < len(rest) and width_of(" ".join(rest[: count + 1]), size, bold=bold) <= room:
            count += 1
        done.append(shorten(" ".join(rest[:count]), room, size, bold=bold))
        rest = rest[count:]
    return done


def _em(char: str) -> float:
    """Return the width of a character in parts of the size of its font."""
    if unicodedata.combining(char):
        return 0.0
    if char in _THIN:
        return 0.32
    if char in _NARROW:
        return 0.41
    if char in _WIDE:
        return 0.94
    if unicodedata.east_asian_width(char) in "WF":
        return 1.05
    return 0.7 if char.isupper() else 0.62
