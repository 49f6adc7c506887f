"""Legends: shapes with their words, set in lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from imppulse.documents.charts.drawing import WIDTH
from imppulse.documents.charts.text_metrics import SMALL, shorten, width_of

_LINE = 18.0
_SHAPE = 18.0
_GAP = 14.0


@dataclass(frozen=True)
class Entry:
    """One shape with its word; ``y`` is the middle of the shape."""

    shape: str
    label: str
    x: float
    y: float


@dataclass(frozen=True)
class Legend:
    """All entries, and where they end."""

    entries: list[Entry]
    bottom: float


def legend(entries: Iterable[tuple[str, str]], y: float) -> Legend:
    """Set shapes and words side by side from a height on, as many in a line as fit."""
    placed: list[Entry] = []
    x, line = 0.0, y
    for shape, label in entries:
        text = shorten(label, WIDTH - _SHAPE, SMALL)
        width = _SHAPE + width_of(text, SMALL)
        if x and x + width > WIDTH:
            x, line = 0.0, line + _LINE
        placed.append(Entry(shape, text, x, line + _LINE / 2))
        x += width + _GAP
    return Legend(placed, line + _LINE + 2)
