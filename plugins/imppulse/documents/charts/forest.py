"""Forest plots: the effects measured on one indicator, one plot per kind of measure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from imppulse.documents.charts.drawing import WIDTH, Drawing, draw, language_of, pages, part
from imppulse.documents.charts.figures import (
    Family,
    FigureRow,
    figure_rows,
    figure_table,
    kind_of_action,
)
from imppulse.documents.charts.forest_rows import (
    LINE,
    label_lines,
    note_lines,
    number_lines,
    numbers_width,
    row_height,
)
from imppulse.documents.charts.legend import Legend, legend
from imppulse.documents.charts.scale import Scale, scale_for
from imppulse.documents.charts.text_metrics import NORMAL, SMALL, width_of, wrap
from imppulse.evidence.strength import Showing
from imppulse.evidence.verdicts import Verdict
from imppulse.guide.bibliography import Cited
from imppulse.languages.catalogue import Catalogue
from imppulse.records.indicators import Indicator
from imppulse.records.vocabulary import Better

LEAST = {Family.POINTS: 10.0, Family.STANDARDISED: 0.5, Family.PERCENT: 10.0, Family.RATIO: 2.0}
"""The shortest reach of an axis, so that small effects look small."""

_EDGE = 14.0
"""The axis keeps so far from the edge of the drawing, for its labels."""


@dataclass(frozen=True)
class ForestPlot:
    """One plot with the rows that it draws."""

    family: Family
    rows: tuple[FigureRow, ...]
    drawing: Drawing


@dataclass(frozen=True)
class _Mark:
    """One row as it is drawn; all figures are places in the drawing."""

    label: list[str]
    language: str | None
    note: list[str]
    note_language: str | None
    y: float
    axis: float
    numbers: tuple[str, ...]
    verdict: Verdict
    point: float
    line: tuple[float, float] | None
    arrows: tuple[bool, bool]


@dataclass(frozen=True)
class _Group:
    """Rows of one kind of action under their heading."""

    heading: list[str]
    y: float
    marks: list[_Mark]


@dataclass(frozen=True)
class _Tick:
    """A mark on the axis; its label is empty where it would touch another."""

    x: float
    label: str = ""
    at: float = 0.0
    """Where the middle of the label stands: at the mark, or inside the edge."""


def forest_plots(
    indicator: Indicator,
    showings: Iterable[Showing],
    words: Catalogue,
    *,
    sources: Mapping[str, Cited] | None = None,
    height: float | None = None,
    name: str | None = None,
) -> list[ForestPlot]:
    """Return the plots of an indicator, one per kind of measure; none where nothing has a figure.

    Args:
        indicator: What was measured.
        showings: All outcomes on it; those without a figure belong to the table alone.
        words: The language.
        sources: The bibliography of the guide, for years.
        height: The most that one drawing may measure, for paper; longer plots are cut between rows.
        name: What the ids in the SVG start with, unique in a page.
    """
    drawn = [row for row in figure_rows(showings, words, sources) if row.effect]
    plots: list[ForestPlot] = []
    for family in Family:
        rows = [row for row in drawn if row.family is family]
        if not rows:
            continue
        base = f"{name or f'im-forest-{indicator.value}'}-{family.value}"
        column = max(numbers_width(row) for row in rows)
        scale = scale_for(
            [row.effect for row in rows if row.effect],
            least=LEAST[family],
            left=_EDGE,
            right=WIDTH - column - _EDGE,
            logarithmic=family is Family.RATIO,
        )
        room = height - 120 if height else None
        cuts = pages([row_height(row) + LINE for row in rows], room)
        for position, cut in enumerate(cuts):
            plot = _Plot(indicator, family, rows[cut], scale, words)
            plots.append(ForestPlot(family, tuple(rows[cut]), plot.drawn(part(base, position))))
    return plots


def family_label(family: Family, words: Catalogue) -> str:
    """Name the measures that share an axis."""
    _ = words.gettext
    match family:
        case Family.POINTS:
            return _("Difference in percentage points")
        case Family.STANDARDISED:
            return _("Standardised difference (Hedges' g or Cohen's d)")
        case Family.PERCENT:
            return _("Change in per cent")
        case Family.RATIO:
            return _("Odds ratio (OR) or risk ratio (RR)")


@dataclass(frozen=True)
class _Plot:
    """A plot on its way to paper."""

    indicator: Indicator
    family: Family
    rows: list[FigureRow]
    scale: Scale
    words: Catalogue

    def drawn(self, name: str) -> Drawing:
        """Lay the plot out from top to bottom, and fill the template."""
        _ = self.words.gettext
        heading = wrap(family_label(self.family, self.words), WIDTH, NORMAL, bold=True)
        top = len(heading) * LINE + 4
        groups, bottom = self._groups(top)
        ticks = self._ticks()
        key = self._legend(bottom + 46)
        return draw(
            "forest.svg.j2",
            self.words,
            name=name,
            title=self._title(),
            description=self._description(),
            width=float(WIDTH),
            height=key.bottom,
            table=figure_table(self.rows, self.words),
            heading=heading,
            groups=groups,
            scale=self.scale,
            ticks=ticks,
            zero=self.scale.at(self._none),
            bottom=bottom,
            sides=self._sides(),
            higher=self.indicator.better is Better.HIGHER,
            legend=key,
        )

    @property
    def _none(self) -> float:
        return 1.0 if self.family is Family.RATIO else 0.0

    def _groups(self, y: float) -> tuple[list[_Group], float]:
        """Place all rows under the headings of their groups; return where they end."""
        groups: list[_Group] = []
        for axes, rows in groupby(self.rows, key=lambda row: row.axes):
            heading = wrap(kind_of_action(axes, self.words), WIDTH, NORMAL, bold=True)
            y += 8
            start = y
            y += len(heading) * LINE + 2
            marks: list[_Mark] = []
            for row in rows:
                marks.append(self._mark(row, y))
                y += row_height(row)
            groups.append(_Group(heading, start, marks))
        return groups, y

    def _mark(self, row: FigureRow, y: float) -> _Mark:
        effect = row.effect
        assert effect is not None  # noqa: S101 rows without one are not drawn
        label, note, numbers = label_lines(row), note_lines(row), number_lines(row)
        line, arrows = None, (False, False)
        if effect.low is not None and effect.high is not None:
            line = self.scale.at(effect.low), self.scale.at(effect.high)
            arrows = effect.low < self.scale.low, effect.high > self.scale.high
        return _Mark(
            label=label,
            language=language_of(row.showing.experiment.title, self.words),
            note=note,
            note_language=language_of(row.showing.outcome.label, self.words),
            y=y,
            axis=y + (len(label) + len(note)) * LINE + len(numbers) * LINE / 2 + 1,
            numbers=numbers,
            verdict=row.showing.verdict,
            point=self.scale.at(effect.value),
            line=line,
            arrows=arrows,
        )

    def _ticks(self) -> list[_Tick]:
        """Label the axis; labels that would touch are left out, never that of no effect."""
        kept: list[_Tick] = []
        order = sorted(self.scale.ticks, key=lambda value: (value != self._none, value))
        for value in order:
            text = f"−{self.words.number(-value)}" if value < 0 else self.words.number(value)
            x = self.scale.at(value)
            tick = _Tick(x, text, max(x, width_of(text, SMALL) / 2))
            free = all(
                abs(tick.at - other.at) > width_of(text + other.label, SMALL) / 2 + 4
                for other in kept
                if other.label
            )
            kept.append(tick if free else _Tick(x))
        return sorted(kept, key=lambda tick: tick.x)

    def _sides(self) -> tuple[str, str]:
        """Name the two sides of no effect, from left to right."""
        _ = self.words.gettext
        if self.indicator.better is Better.HIGHER:
            return _("worse"), _("better")
        return _("better"), _("worse")

    def _legend(self, y: float) -> Legend:
        """Explain the shapes that occur, and the line."""
        _ = self.words.gettext
        seen = {row.showing.verdict for row in self.rows}
        entries = [(verdict.value, _(verdict.label)) for verdict in Verdict if verdict in seen]
        if any(row.interval for row in self.rows):
            entries.append(("interval", _("95% interval")))
        return legend(entries, y)

    def _title(self) -> str:
        _ = self.words.gettext
        return _("%(indicator)s: effects measured. %(measure)s") % {
            "indicator": _(self.indicator.label),
            "measure": family_label(self.family, self.words),
        }

    def _description(self) -> str:
        """Tell what is seen, row by row."""
        _ = self.words.gettext
        first = (
            _("The better side is on the right.")
            if self.indicator.better is Better.HIGHER
            else _("The better side is on the left.")
        )
        zero = self.words.number(self._none)
        none = _("The line of no effect is at %(value)s.") % {"value": zero}
        return " ".join([none, first, *(self._told(row) for row in self.rows)])

    def _told(self, row: FigureRow) -> str:
        _ = self.words.gettext
        figures = row.value
        if row.interval:
            figures = _("%(value)s (95%% interval %(interval)s)") % {
                "value": row.value,
                "interval": row.interval,
            }
        title = row.showing.experiment.title + (f", {row.year}" if row.year else "")
        parts = [f"{title} ({row.level})", row.showing.outcome.label, figures, row.verdict]
        if row.own:
            parts.insert(0, _("Micro-experiment of IMPPULSE"))
        return "; ".join(parts) + "."
