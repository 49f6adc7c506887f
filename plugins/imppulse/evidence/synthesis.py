"""The evidence of a guide: what every outcome shows, and how strong every claim is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from imppulse.evidence.strength import Assessment, Showing, assess, showing
from imppulse.guide.assembly import Guide
from imppulse.records.experiment import Experiment
from imppulse.records.indicators import Indicator
from imppulse.records.principle import Principle
from imppulse.records.recommendation import Recommendation
from imppulse.records.training import Module
from imppulse.records.vocabulary import Axis

Claim: TypeAlias = Principle | Recommendation


def showings(experiment: Experiment) -> list[Showing]:
    """Return what each outcome of an experiment shows."""
    outcomes = experiment.evaluation.outcomes if experiment.evaluation else []
    return [shown for outcome in outcomes if (shown := showing(experiment, outcome.id))]


def assessment(guide: Guide, claim: Claim | Module) -> Assessment:
    """Return the strength of a claim, with the outcomes that it stands on."""
    return assess(_cited(guide, claim))


def by_indicator(guide: Guide) -> dict[Indicator, list[Showing]]:
    """Return everything measured on each indicator, in the order of the list of indicators."""
    found = [shown for experiment in guide.experiments for shown in showings(experiment)]
    grouped = {
        indicator: [shown for shown in found if shown.indicator is indicator]
        for indicator in Indicator
    }
    return {indicator: shown for indicator, shown in grouped.items() if shown}


def gaps(guide: Guide) -> dict[tuple[Indicator, Axis], list[Showing]]:
    """Return what is known of each indicator on each axis; an empty list is a gap in knowledge.

    A record stands once for each verdict that it reached, however many outcomes it measured.
    """
    measured = {indicator: _once(shown) for indicator, shown in by_indicator(guide).items()}
    return {
        (indicator, axis): [
            shown for shown in measured.get(indicator, []) if axis in shown.experiment.axes
        ]
        for indicator in Indicator
        for axis in Axis
    }


def _once(showings: list[Showing]) -> list[Showing]:
    """Keep one outcome of each record and verdict."""
    return list({(one.experiment.id, one.verdict): one for one in showings}.values())


def _cited(guide: Guide, claim: Claim | Module) -> Iterator[Showing]:
    """Walk the outcomes that a claim cites, in its order."""
    experiments = {experiment.id: experiment for experiment in guide.experiments}
    for support in claim.supports:
        experiment = experiments.get(support.record)
        shown = showing(experiment, support.outcome) if experiment else None
        if shown:
            yield shown
