"""Gap map: how much is known of each indicator, for each kind of action, and where nothing is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from imppulse.documents.charts.drawing import OWN, WIDTH, Drawing, draw, pages, part
from imppulse.documents.charts.legend import legend
from imppulse.documents.charts.text_metrics import NORMAL, SMALL, width_of, wrap
from imppulse.evidence.strength import Showing, records
from imppulse.evidence.verdicts import Verdict
from imppulse.languages.catalogue import Catalogue
from imppulse.records.indicators import Indicator
from imppulse.records.vocabulary import Axis, Kind

Gaps = Mapping[tuple[Indicator, Axis], Sequence[Showing]]
"""What is known of each indicator on each axis, as ``guide.evidence.gaps`` gives it."""

_LABELS = 124.0
_LINE = 15.0
_STEP = 12.0


@dataclass(frozen=True)
class _Glyph:
    verdict: Verdict
    x: float
    y: float


@dataclass(frozen=True)
class _Count:
    """A number in a cell, with a mark before it where it counts the project's own outcomes."""

    number: str
    y: float
    mark: str
    mark_y: float


@dataclass(frozen=True)
class _Cell:
    x: float
    counts: list[_Count]
    glyphs: list[_Glyph]


@dataclass(frozen=True)
class _Row:
    label: list[str]
    label_y: float
    y: float
    height: float
    cells: list[_Cell]


@dataclass(frozen=True)
class _Head:
    lines: list[str]
    x: float
    y: float


def gap_maps(
    gaps: Gaps, words: Catalogue, *, height: float | None = None, name: str = "im-gaps"
) -> list[Drawing]:
    """Return the map, in one piece or, for paper, in pieces that are no higher than ``height``."""
    indicators = list(dict.fromkeys(indicator for indicator, _ in gaps))
    rows = [_height(indicator, gaps, words) for indicator in indicators]
    room = height - 150 if height else None
    return [
        _map(indicators[cut], gaps, words, part(name, position))
        for position, cut in enumerate(pages(rows, room))
    ]


def gap_table(indicators: Sequence[Indicator], gaps: Gaps, words: Catalogue) -> list[list[str]]:
    """Return the map as a table, headers first."""
    _ = words.gettext
    headers = [_("Indicator"), *(_(axis.label) for axis in Axis)]
    return [
        headers,
        *(
            [_(indicator.label), *(_told(gaps.get((indicator, axis), ()), words) for axis in Axis)]
            for indicator in indicators
        ),
    ]


def _map(indicators: list[Indicator], gaps: Gaps, words: Catalogue, name: str) -> Drawing:
    _ = words.gettext
    width = (WIDTH - _LABELS) / len(Axis)
    heads = [wrap(_(axis.label), width - 6, SMALL) for axis in Axis]
    top = max(len(lines) for lines in heads) * _LINE + 8
    y, rows = top, []
    for indicator in indicators:
        row = _row(indicator, gaps, words, y)
        rows.append(row)
        y += row.height
    seen = {
        one.verdict
        for indicator in indicators
        for axis in Axis
        for one in gaps.get((indicator, axis), ())
    }
    entries = [(verdict.value, _(verdict.label)) for verdict in Verdict if verdict in seen]
    key = legend([*entries, ("empty", _("No evidence"))], y + 8)
    return draw(
        "gap_map.svg.j2",
        words,
        name=name,
        title=_("What is known, and what is not: records by indicator and kind of action"),
        description=_description(indicators, gaps, words),
        width=float(WIDTH),
        height=key.bottom,
        table=gap_table(indicators, gaps, words),
        heads=[
            _Head(lines, _LABELS + column * width + 2, top - 6 - len(lines) * _LINE)
            for column, lines in enumerate(heads)
        ],
        rows=rows,
        cell_width=width,
        legend=key,
    )


def _row(indicator: Indicator, gaps: Gaps, words: Catalogue, y: float) -> _Row:
    label = wrap(words.gettext(indicator.label), _LABELS - 8, SMALL)
    height = _height(indicator, gaps, words)
    width = (WIDTH - _LABELS) / len(Axis)
    cells = [
        _cell(gaps.get((indicator, axis), ()), words, _LABELS + column * width, y + height / 2)
        for column, axis in enumerate(Axis)
    ]
    return _Row(label, y + (height - len(label) * _LINE) / 2 - 1, y, height, cells)


def _cell(showings: Sequence[Showing], words: Catalogue, x: float, middle: float) -> _Cell:
    """Place number and glyphs of a cell: published evaluations first, then the project's own."""
    counts: list[_Count] = []
    glyphs: list[_Glyph] = []
    y = middle - _content(showings) * _LINE / 2 - 0.5
    for group, mark in zip(_by_kind(showings), ("", OWN), strict=True):
        if not group:
            continue
        mark_y = y + 12
        y += _LINE if mark else 0
        counts.append(_Count(words.number(records(group)), y + 12, mark, mark_y))
        for position, one in enumerate(group):
            line, place = divmod(position, _per_line(group))
            at = x + _first(group) + (place + 0.5) * _STEP
            glyphs.append(_Glyph(one.verdict, at, y + 8 + line * _LINE))
        y += _lines(group) * _LINE
    return _Cell(x, counts, glyphs)


def _height(indicator: Indicator, gaps: Gaps, words: Catalogue) -> float:
    """Return the height that the label and the fullest cell of a row need."""
    label = len(wrap(words.gettext(indicator.label), _LABELS - 8, SMALL))
    cells = [_content(gaps.get((indicator, axis), ())) for axis in Axis]
    return max(label, *cells) * _LINE + 10


def _content(showings: Sequence[Showing]) -> int:
    """Count the lines of a cell."""
    published, own = _by_kind(showings)
    return _lines(published) + _lines(own) + bool(own)


def _first(group: Sequence[Showing]) -> float:
    """Return where the glyphs of a cell start, after the number."""
    return 9 + width_of(str(len(group)), NORMAL, bold=True)


def _per_line(group: Sequence[Showing]) -> int:
    return int(((WIDTH - _LABELS) / len(Axis) - _first(group) - 3) // _STEP)


def _lines(group: Sequence[Showing]) -> int:
    return -(-len(group) // _per_line(group))


def _by_kind(showings: Sequence[Showing]) -> tuple[list[Showing], list[Showing]]:
    """Part published evaluations from the project's own, each in the order of the verdicts."""
    order = list(Verdict)
    ranked = sorted(showings, key=lambda one: order.index(one.verdict))
    own = [one for one in ranked if one.experiment.kind is Kind.MICRO_EXPERIMENT]
    return [one for one in ranked if one.experiment.kind is not Kind.MICRO_EXPERIMENT], own


def _told(showings: Sequence[Showing], words: Catalogue) -> str:
    """Write the content of a cell in words."""
    _, n_ = words.gettext, words.ngettext
    published, own = _by_kind(showings)
    parts: list[str] = []
    for group, whose in ((published, ""), (own, _("Micro-experiments of IMPPULSE"))):
        if not group:
            continue
        counted = Counter(one.verdict for one in group)
        verdicts = [
            f"{_(one.label)}: {words.number(counted[one])}" for one in Verdict if counted[one]
        ]
        count = n_("%(n)s record", "%(n)s records", records(group))
        text = f"{count} ({', '.join(verdicts)})"
        parts.append(f"{whose}: {text}" if whose else text)
    return "; ".join(parts) or _("No evidence")


def _description(indicators: Sequence[Indicator], gaps: Gaps, words: Catalogue) -> str:
    """Tell how much of the map is filled, and what is missing."""
    _ = words.gettext
    cells = [(indicator, axis) for indicator in indicators for axis in Axis]
    empty = [cell for cell in cells if not gaps.get(cell)]
    blank = [one for one in indicators if all((one, axis) in empty for axis in Axis)]
    told = _("%(filled)s of %(all)s cells have evidence, %(empty)s have none.") % {
        "filled": words.number(len(cells) - len(empty)),
        "all": words.number(len(cells)),
        "empty": words.number(len(empty)),
    }
    parts = [told]
    if blank:
        labels = words.enumerate([_(indicator.label) for indicator in blank])
        none = _("No evidence on any kind of action: %(indicators)s.") % {"indicators": labels}
        parts.append(none)
    parts.extend(
        f"{_(indicator.label)}, {_(axis.label)}: {_told(gaps[indicator, axis], words)}."
        for indicator, axis in cells
        if gaps.get((indicator, axis))
    )
    return " ".join(parts)
