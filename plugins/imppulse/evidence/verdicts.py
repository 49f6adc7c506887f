"""Verdicts: what one outcome shows, and on what ground."""

from __future__ import annotations

from typing import Self

from imppulse.evidence.effects import Effect, NotComputableError, effect_of
from imppulse.records.indicators import Indicator
from imppulse.records.outcome import Outcome
from imppulse.records.vocabulary import Better, Direction, Significance, Word


class Verdict(Word):
    """What one outcome shows."""

    IMPROVED = "improved", "Improved"
    WORSENED = "worsened", "Worsened"
    NO_CLEAR_CHANGE = "no-clear-change", "No clear change"
    NOT_ASSESSABLE = "not-assessable", "Not assessable"


class Ground(Word):
    """On what a verdict rests; its label tells the reader, and the verdict follows from it."""

    verdict: Verdict

    def __new__(
        cls, value: str, label: str = "", verdict: Verdict = Verdict.NOT_ASSESSABLE
    ) -> Self:
        """Make a member from the word, its label and the verdict that follows."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label
        word.verdict = verdict
        return word

    INTERVAL_BETTER = (
        "interval-better",
        "Its interval lies wholly on the better side of no effect.",
        Verdict.IMPROVED,
    )
    INTERVAL_WORSE = (
        "interval-worse",
        "Its interval lies wholly on the worse side of no effect.",
        Verdict.WORSENED,
    )
    INTERVAL_ACROSS = (
        "interval-across",
        "Its interval includes no effect.",
        Verdict.NO_CLEAR_CHANGE,
    )
    TESTED_BETTER = (
        "tested-better",
        "The source calls the change for the better significant.",
        Verdict.IMPROVED,
    )
    TESTED_WORSE = (
        "tested-worse",
        "The source calls the change for the worse significant.",
        Verdict.WORSENED,
    )
    TESTED_NOTHING = (
        "tested-nothing",
        "The source finds no significant change.",
        Verdict.NO_CLEAR_CHANGE,
    )
    MIXED = "mixed", "The source reports mixed results."
    UNTESTED = (
        "untested",
        "The source gives no interval and does not say whether the change is significant.",
    )
    NOT_COMPUTABLE = "not-computable", "No effect follows from the measured values."


def verdict_of(outcome: Outcome) -> Verdict:
    """Return what an outcome shows."""
    return ground_of(outcome).verdict


def ground_of(outcome: Outcome) -> Ground:
    """Return on what the verdict of an outcome rests: its interval, else the reported significance.

    Interval wholly on the better side of no effect: improved; wholly on the worse: worsened; across
    no effect: no clear change. Without interval: what the source says of chance; where it says
    nothing of it, the outcome is not assessable.
    """
    if outcome.described:
        return _described(outcome.described.direction, outcome.described.significance)
    try:
        effect = effect_of(outcome)
    except NotComputableError:
        return Ground.NOT_COMPUTABLE
    if effect is None:
        return Ground.UNTESTED
    if effect.low is not None and effect.high is not None:
        return _by_interval(effect.low, effect.high, effect.measure.no_effect, outcome.indicator)
    significance = outcome.reported.significance if outcome.reported else Significance.NOT_STATED
    return _by_significance(effect, outcome.indicator, significance)


def _by_interval(low: float, high: float, no_effect: float, indicator: Indicator) -> Ground:
    if low <= no_effect <= high:
        return Ground.INTERVAL_ACROSS
    better = _is_better(low > no_effect, indicator)
    return Ground.INTERVAL_BETTER if better else Ground.INTERVAL_WORSE


def _by_significance(effect: Effect, indicator: Indicator, said: Significance) -> Ground:
    if said is Significance.NOT_STATED:
        return Ground.UNTESTED
    change = effect.value - effect.measure.no_effect
    if said is Significance.NOT_SIGNIFICANT or change == 0:
        return Ground.TESTED_NOTHING
    return Ground.TESTED_BETTER if _is_better(change > 0, indicator) else Ground.TESTED_WORSE


def _is_better(higher: bool, indicator: Indicator) -> bool:
    """Tell whether a change, upwards or not, is one for the better."""
    return higher is (indicator.better is Better.HIGHER)


def _described(direction: Direction, said: Significance) -> Ground:
    if said is Significance.NOT_STATED:
        return Ground.UNTESTED
    if said is Significance.NOT_SIGNIFICANT or direction is Direction.UNCHANGED:
        return Ground.TESTED_NOTHING
    if direction is Direction.MIXED:
        return Ground.MIXED
    return Ground.TESTED_BETTER if direction is Direction.BETTER else Ground.TESTED_WORSE
