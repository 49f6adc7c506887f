"""The rows of a forest plot: what they say, and how much room they take."""

from __future__ import annotations

from imppulse.documents.charts.drawing import OWN, WIDTH, tidy
from imppulse.documents.charts.figures import FigureRow
from imppulse.documents.charts.text_metrics import NORMAL, SMALL, shorten, width_of, wrap

LINE = 17.0
MOST, UTMOST, GAP = 150.0, 200.0, 2.0
"""Numbers wider than ``MOST`` stand on two lines; their column never takes more than ``UTMOST``."""


def label_lines(row: FigureRow) -> list[str]:
    """Write the title of a record and the year on at most two lines; what is cut is the title."""
    title = tidy(row.showing.experiment.title)
    year = f",\u00a0{row.year}" if row.year else ""
    lines = wrap(title + year, WIDTH, NORMAL)
    if len(lines) <= 2:
        return lines
    rest = title.removeprefix(lines[0]).strip()
    return [lines[0], shorten(rest, WIDTH - width_of(year, NORMAL), NORMAL) + year]


def note_lines(row: FigureRow) -> list[str]:
    """Write the design level and what was measured, on at most two lines."""
    note = f"{row.level} · {row.showing.outcome.label}"
    return wrap(tidy(f"{OWN} · {note}" if row.own else note), WIDTH, SMALL, lines=2)


def number_lines(row: FigureRow) -> tuple[str, ...]:
    """Write the numbers of a row on one line, or on two where they are long."""
    whole = f"{row.value} ({row.interval})" if row.interval else row.value
    if row.interval and width_of(whole, SMALL) > MOST - GAP:
        return row.value, f"({row.interval})"
    return (whole,)


def numbers_width(row: FigureRow) -> float:
    """Return the width of the column that the numbers of a row need."""
    return min(UTMOST, max(width_of(line, SMALL) for line in number_lines(row)) + GAP)


def row_height(row: FigureRow) -> float:
    """Return the height of a row with the space below it."""
    return (len(label_lines(row)) + len(note_lines(row)) + len(number_lines(row))) * LINE + 10
