"""Charts for the page: the SVG of the site, at the size of paper, with its words for a reader."""

from __future__ import annotations

from imppulse.charts.drawing import Drawing
from imppulse.press.data.nodes import Node, node

UNIT = 0.28
"""Millimetres to a unit of a drawing: its text then has the size of the text in tables."""
DENSE = 0.24
"""Millimetres to a unit of a drawing with many rows."""
ROOM = 195.0
"""Millimetres that a drawing may be high, so that it stands on one page with its headings."""
WHOLE = 215.0
"""Millimetres that a drawing may be high where one heading alone is above it."""

LONGEST_DESCRIPTION = 8000
"""PDF bounds its strings. What is cut here stands in the table beside the drawing."""


def picture(drawing: Drawing, unit: float = UNIT) -> Node:
    """Make a picture of a drawing."""
    width = round(drawing.width * unit, 2)
    return node("picture", svg=drawing.svg, alt=told(drawing), width=width)


def told(drawing: Drawing) -> str:
    """Say what is seen: title, and every figure."""
    text = f"{drawing.title}. {drawing.description}"
    return f"{text[:LONGEST_DESCRIPTION]} …" if len(text) > LONGEST_DESCRIPTION else text
