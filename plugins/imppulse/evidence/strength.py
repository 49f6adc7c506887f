"""Strength of a claim: what its supports add up to, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from imppulse.evidence.design_levels import level_of
from imppulse.evidence.verdicts import Verdict, verdict_of
from imppulse.guide.references import outcome_of
from imppulse.records.experiment import Experiment
from imppulse.records.indicators import Indicator
from imppulse.records.outcome import Outcome
from imppulse.records.vocabulary import Word


class Strength(Word):
    """What the supports of a claim add up to, in the order in which the rules are tried."""

    CONTESTED = "contested", "Contested"
    STRONG = "strong", "Strong"
    MODERATE = "moderate", "Moderate"
    LIMITED = "limited", "Limited"
    UNSUPPORTED = "unsupported", "Unsupported"
    UNTESTED = "untested", "Untested"


class Showing(NamedTuple):
    """What one cited outcome shows, and at which design level."""

    experiment: Experiment
    outcome: Outcome
    verdict: Verdict
    level: int | None

    @property
    def indicator(self) -> Indicator:
        """What was measured."""
        return self.outcome.indicator


@dataclass(frozen=True)
class Assessment:
    """The strength of one claim, with what decided it."""

    strength: Strength
    decisive: tuple[Showing, ...] = ()
    """The improved outcomes at the level that decided."""
    against: tuple[Showing, ...] = ()
    """The cited outcomes that worsened or showed no clear change."""
    level: int = 0
    """The design level that the decisive outcomes have at least."""

    @property
    def doubted(self) -> bool:
        """Whether only a failure on the same indicator keeps the claim from being strong."""
        return (
            self.strength is Strength.MODERATE and self.level == 4 and records(self.decisive) >= 2
        )


def showing(experiment: Experiment, outcome_id: str | None) -> Showing | None:
    """Return what an outcome of an experiment shows; ``None`` where there is no such outcome."""
    outcome = outcome_of(experiment, outcome_id)
    if outcome is None or experiment.evaluation is None:
        return None
    return Showing(experiment, outcome, verdict_of(outcome), level_of(experiment.evaluation.design))


def assess(showings: Iterable[Showing]) -> Assessment:
    """Return the strength of a claim from all outcomes that it cites, whatever their relation.

    The first rule that fits decides, in the order of ``Strength``. What has no verdict or, as in a
    qualitative study, no design level counts neither for nor against.
    """
    assessable = [
        one for one in showings if one.verdict is not Verdict.NOT_ASSESSABLE and one.level
    ]
    improved = [one for one in assessable if one.verdict is Verdict.IMPROVED]
    against = tuple(one for one in assessable if one.verdict is not Verdict.IMPROVED)
    high, middle = _at_least(4, improved), _at_least(3, improved)
    if _point_both_ways(middle, against):
        return Assessment(Strength.CONTESTED, middle, against, 3)
    if records(high) >= 2 and not _spoiled(high, against):
        return Assessment(Strength.STRONG, high, against, 4)
    if high:
        return Assessment(Strength.MODERATE, high, against, 4)
    if records(middle) >= 2:
        return Assessment(Strength.MODERATE, middle, against, 3)
    if improved:
        return Assessment(Strength.LIMITED, tuple(improved), against, 0)
    return Assessment(Strength.UNSUPPORTED if against else Strength.UNTESTED, (), against)


def records(showings: Iterable[Showing]) -> int:
    """Count records, not outcomes: two outcomes of one study are one study."""
    return len({one.experiment.id for one in showings})


def _point_both_ways(improved: Iterable[Showing], against: Iterable[Showing]) -> bool:
    """Tell whether, of records of level 3 or more, one improved and another worsened."""
    worsened = [one for one in _at_least(3, against) if one.verdict is Verdict.WORSENED]
    return any(one.experiment.id != other.experiment.id for one in improved for other in worsened)


def _spoiled(high: Iterable[Showing], against: Iterable[Showing]) -> bool:
    """Tell whether a record of level 4 or more failed on an indicator that others improved."""
    indicators = {one.indicator for one in high}
    return any(one.indicator in indicators for one in _at_least(4, against))


def _at_least(level: int, showings: Iterable[Showing]) -> tuple[Showing, ...]:
    """Keep what was shown at a design level or above."""
    return tuple(one for one in showings if one.level is not None and one.level >= level)
