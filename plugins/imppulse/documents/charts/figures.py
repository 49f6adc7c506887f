"""Figures: what each outcome on an indicator shows, as rows for a chart and its table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from math import isfinite

from imppulse.documents.wording import bounds, figure, level_words, rounded
from imppulse.evidence.effects import Effect, NotComputableError, effect_of
from imppulse.evidence.strength import Showing
from imppulse.guide.bibliography import Cited
from imppulse.languages.catalogue import Catalogue
from imppulse.languages.sorting import alphabetical
from imppulse.records.vocabulary import Axis, Kind, Measure


class Family(Enum):
    """Measures that share an axis; units never mix on one."""

    POINTS = "points"
    STANDARDISED = "standardised"
    PERCENT = "percent"
    RATIO = "ratio"


FAMILIES = {
    Measure.PERCENTAGE_POINTS: Family.POINTS,
    Measure.HEDGES_G: Family.STANDARDISED,
    Measure.COHENS_D: Family.STANDARDISED,
    Measure.PERCENT_CHANGE: Family.PERCENT,
    Measure.ODDS_RATIO: Family.RATIO,
    Measure.RISK_RATIO: Family.RATIO,
}
"""Differences of means are not here: each has the unit of its own scale, so none share an axis."""


@dataclass(frozen=True)
class FigureRow:
    """One outcome, in the words and figures that chart and table print."""

    showing: Showing
    effect: Effect | None
    """What is drawn; ``None`` where the source gives no figure that can stand on an axis."""
    year: int | None
    value: str
    """The effect as the chart prints it, as in '−0.37'; empty where none is drawn."""
    interval: str
    """Its interval, as in '−0.48 to −0.26'; empty where none is known."""
    result: str
    """What the outcome shows, as the rest of the guide prints it."""
    level: str
    verdict: str

    @property
    def family(self) -> Family | None:
        """The axis on which it is drawn."""
        return FAMILIES[self.effect.measure] if self.effect else None

    @property
    def own(self) -> bool:
        """Whether it comes from a micro-experiment of the project."""
        return self.showing.experiment.kind is Kind.MICRO_EXPERIMENT

    @property
    def axes(self) -> tuple[Axis, ...]:
        """The axes of its record, in the order of the list."""
        return tuple(axis for axis in Axis if axis in self.showing.experiment.axes)


def figure_rows(
    showings: Iterable[Showing], words: Catalogue, sources: Mapping[str, Cited] | None = None
) -> list[FigureRow]:
    """Return all outcomes as rows: by kind of action, higher design levels first.

    ``sources`` is the bibliography of the guide, for years of sources that another record defines.
    """
    rows = [_row(shown, words, sources or {}) for shown in showings]
    return sorted(rows, key=_order)


def figure_table(rows: Iterable[FigureRow], words: Catalogue) -> list[list[str]]:
    """Return rows as a table, headers first; titles keep their language, as ``Text``."""
    _ = words.gettext
    headers = [
        _("Record"),
        _("Year"),
        _("What was measured"),
        _("In whom"),
        _("Kind of action"),
        _("Design"),
        _("Result"),
        _("Verdict"),
    ]
    return [headers, *(_cells(row, words) for row in rows)]


def kind_of_action(axes: tuple[Axis, ...], words: Catalogue) -> str:
    """Name the axes of a record."""
    _ = words.gettext
    if not axes:
        return _("Kind of action not stated")
    first, *others = (_(axis.label) for axis in axes)
    return words.enumerate([first, *(label[0].lower() + label[1:] for label in others)])


def drawable(effect: Effect) -> bool:
    """Tell whether an effect can stand on an axis with others."""
    if effect.measure not in FAMILIES or not isfinite(effect.value) or abs(effect.value) > 1e9:
        return False
    return effect.measure.no_effect == 0 or effect.value > 1e-9


def _row(shown: Showing, words: Catalogue, sources: Mapping[str, Cited]) -> FigureRow:
    effect = _effect(shown)
    printed = rounded(effect) if effect else None
    return FigureRow(
        showing=shown,
        effect=effect,
        year=_year(shown, sources),
        value=_value(printed, words) if printed else "",
        interval=bounds(printed, words) if printed else "",
        result=figure(shown.outcome, words),
        level=level_words(shown.level, words),
        verdict=words.gettext(shown.verdict.label),
    )


def _effect(shown: Showing) -> Effect | None:
    """Return what can be drawn of an outcome."""
    try:
        effect = effect_of(shown.outcome)
    except NotComputableError:
        return None
    return effect if effect and drawable(effect) else None


def _value(effect: Effect, words: Catalogue) -> str:
    """Write the value of an effect, short enough to stand beside its line."""
    _ = words.gettext
    match effect.measure:
        case Measure.PERCENT_CHANGE:
            return words.percentage(effect.value)
        case Measure.HEDGES_G:
            return f"g = {words.signed(effect.value)}"
        case Measure.COHENS_D:
            return f"d = {words.signed(effect.value)}"
        case Measure.ODDS_RATIO:
            return _("OR %(value)s") % {"value": words.number(effect.value)}
        case Measure.RISK_RATIO:
            return _("RR %(value)s") % {"value": words.number(effect.value)}
        case _:
            return words.signed(effect.value)


def _year(shown: Showing, sources: Mapping[str, Cited]) -> int | None:
    """Return the year of the source of a figure."""
    wanted = shown.outcome.source
    for source in shown.experiment.sources:
        if source.id == wanted:
            return source.year
    return sources[wanted].source.year if wanted in sources else None


def _order(row: FigureRow) -> tuple[object, ...]:
    order = list(Axis)
    axes = [order.index(axis) for axis in row.axes] or [len(order)]
    title = alphabetical(row.showing.experiment.title)
    return (axes[0], len(axes), axes, -(row.showing.level or 0), title, row.showing.outcome.id)


def _cells(row: FigureRow, words: Catalogue) -> list[str]:
    _ = words.gettext
    experiment, outcome = row.showing.experiment, row.showing.outcome
    design = experiment.evaluation.design.label if experiment.evaluation else ""
    return [
        experiment.title,
        str(row.year or ""),
        outcome.label,
        _(outcome.respondents.label),
        kind_of_action(row.axes, words),
        f"{_(design)} ({row.level})",
        row.result,
        row.verdict,
    ]
