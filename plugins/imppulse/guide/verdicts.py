"""Verdicts: what one outcome shows."""

from __future__ import annotations

from imppulse.guide.effects import Effect, NotComputableError, effect_of
from imppulse.records.indicators import Indicator
from imppulse.records.outcome import Outcome
from imppulse.records.vocabulary import Better, Direction, Significance, Word


class Verdict(Word):
    """What one outcome shows."""

    IMPROVED = "improved", "Improved"
    WORSENED = "worsened", "Worsened"
    NO_CLEAR_CHANGE = "no-clear-change", "No clear change"
    NOT_ASSESSABLE = "not-assessable", "Not assessable"


def verdict_of(outcome: Outcome) -> Verdict:
    """Return what an outcome shows, by its interval, else by the reported significance.

    Interval wholly on the better side of no effect: improved; wholly on the worse: worsened; across
    no effect: no clear change. Without interval: what the source says of chance; where it says
    nothing of it, the outcome is not assessable.
    """
    if outcome.described:
        return _described(outcome.described.direction, outcome.described.significance)
    try:
        effect = effect_of(outcome)
    except NotComputableError:
        return Verdict.NOT_ASSESSABLE
    if effect is None:
        return Verdict.NOT_ASSESSABLE
    if effect.low is not None and effect.high is not None:
        return _by_interval(effect.low, effect.high, effect.measure.no_effect, outcome.indicator)
    significance = outcome.reported.significance if outcome.reported else Significance.NOT_STATED
    return _by_significance(effect, outcome.indicator, significance)


def _by_interval(low: float, high: float, no_effect: float, indicator: Indicator) -> Verdict:
    if low > no_effect:
        return _side(1, indicator)
    if high < no_effect:
        return _side(-1, indicator)
    return Verdict.NO_CLEAR_CHANGE


def _by_significance(effect: Effect, indicator: Indicator, said: Significance) -> Verdict:
    if said is Significance.NOT_STATED:
        return Verdict.NOT_ASSESSABLE
    change = effect.value - effect.measure.no_effect
    if said is Significance.NOT_SIGNIFICANT or change == 0:
        return Verdict.NO_CLEAR_CHANGE
    return _side(1 if change > 0 else -1, indicator)


def _side(sign: int, indicator: Indicator) -> Verdict:
    """Return the verdict of a change for sure up (1) or down (-1)."""
    better = 1 if indicator.better is Better.HIGHER else -1
    return Verdict.IMPROVED if sign == better else Verdict.WORSENED


def _described(direction: Direction, said: Significance) -> Verdict:
    if said is Significance.NOT_STATED:
        return Verdict.NOT_ASSESSABLE
    if said is Significance.NOT_SIGNIFICANT or direction is Direction.UNCHANGED:
        return Verdict.NO_CLEAR_CHANGE
    if direction is Direction.MIXED:
        return Verdict.NOT_ASSESSABLE
    return Verdict.IMPROVED if direction is Direction.BETTER else Verdict.WORSENED
