"""Effects: the size of a change with its 95% interval, from measured values or as reported.

Five textbook formulas on the standard library; the tests compare them with statsmodels and with
worked examples from the papers that they come from.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot, sqrt
from statistics import NormalDist

from imppulse.records.outcome import Measurement, Outcome
from imppulse.records.vocabulary import Arm, Measure, Moment

CONFIDENCE = 0.95
Z = NormalDist().inv_cdf(0.5 + CONFIDENCE / 2)
"""1.96: the quantile of the standard normal distribution for a two-sided 95% interval."""


class NotComputableError(ValueError):
    """No effect follows from measured values; the message says why and what would be right."""


@dataclass(frozen=True)
class Effect:
    """The size of a change. Proportions are in percentage points, means in standard deviations."""

    measure: Measure
    value: float
    low: float | None = None
    high: float | None = None
    computed: bool = False
    """Whether it follows from measured values; otherwise it stands as its source reports it."""


@dataclass(frozen=True)
class _Estimate:
    """A value with its interval, before it is given a unit."""

    value: float
    low: float
    high: float


def effect_of(outcome: Outcome) -> Effect | None:
    """Return the effect of an outcome; ``None`` where its source gives no figure.

    Raises ``NotComputableError`` when measured values do not allow one.
    """
    if outcome.reported:
        reported = outcome.reported
        low, high = reported.interval or (None, None)
        return Effect(reported.measure, reported.value, low, high)
    if outcome.measured:
        return computed(outcome.measured)
    return None


def computed(measurements: list[Measurement]) -> Effect:
    """Return the effect that measured values show.

    Two arms: intervention minus comparison. One arm at two moments: after minus before. Two arms at
    two moments: the difference in differences. Samples count as independent of each other.
    Raises ``NotComputableError`` for anything else, and for values that allow no interval.
    """
    cells = _cells(measurements)
    proportions = _all_proportions(measurements)
    if len(cells) == 2:
        first, second = _two(cells)
        if proportions:
            return _in_points(difference_of_proportions(*_share(first), *_share(second)))
        return _standardised(hedges_g(*_mean(first), *_mean(second)))
    treated = cells[Arm.INTERVENTION, Moment.AFTER], cells[Arm.INTERVENTION, Moment.BEFORE]
    control = cells[Arm.COMPARISON, Moment.AFTER], cells[Arm.COMPARISON, Moment.BEFORE]
    if proportions:
        change, trend = (
            difference_of_proportions(*_share(after), *_share(before))
            for after, before in (treated, control)
        )
        return _in_points(difference_of_differences(change, trend))
    return _standardised(standardised_difference_in_differences(treated, control))


def wilson(count: int, n: int) -> tuple[float, float]:
    """Return Wilson's score interval of a proportion.

    Wilson (1927), as method 3 in Newcombe (1998a), Statistics in Medicine 17, 857-872, without
    continuity correction:
    (2np + z² ± z sqrt(z² + 4np(1-p))) / (2(n + z²)).
    """
    p = count / n
    spread = Z * sqrt(Z**2 + 4 * n * p * (1 - p))
    centre = 2 * n * p + Z**2
    return (centre - spread) / (2 * (n + Z**2)), (centre + spread) / (2 * (n + Z**2))


def difference_of_proportions(count1: int, n1: int, count2: int, n2: int) -> _Estimate:
    """Return p1 - p2 with Newcombe's hybrid score interval, as shares from -1 to 1.

    Newcombe (1998b), Statistics in Medicine 17, 873-890, method 10, without continuity correction:
    lower = d - sqrt((p1 - l1)² + (u2 - p2)²), upper = d + sqrt((u1 - p1)² + (p2 - l2)²), where l
    and u are the bounds of Wilson's interval of each proportion.
    """
    p1, p2 = count1 / n1, count2 / n2
    (low1, high1), (low2, high2) = wilson(count1, n1), wilson(count2, n2)
    return difference_of_differences(_Estimate(p1, low1, high1), _Estimate(p2, low2, high2))


def difference_of_differences(first: _Estimate, second: _Estimate) -> _Estimate:
    """Return the difference of two independent estimates from their intervals.

    The method of variance estimates recovery, for a difference: Zou and Donner (2008), Statistics
    in Medicine 27, 1693-1702. Newcombe's interval is the case of two proportions.
    """
    value = first.value - second.value
    below = hypot(first.value - first.low, second.high - second.value)
    above = hypot(first.high - first.value, second.value - second.low)
    return _Estimate(value, value - below, value + above)


def hedges_g(  # noqa: PLR0917 mean, sd and n of two groups, as in every textbook
    mean1: float, sd1: float, n1: int, mean2: float, sd2: float, n2: int
) -> _Estimate:
    """Return the standardised difference of two means, corrected for small samples.

    Hedges (1981), Journal of Educational Statistics 6, 107-128: g = J (m1 - m2) / s, s the pooled
    standard deviation and J = 1 - 3 / (4(n1 + n2) - 9). The interval is g ± 1.96 sqrt(v) with
    v = (n1 + n2) / (n1 n2) + g² / (2(n1 + n2 - 3.94)), as in Deeks, Altman and Bradburn (2001),
    Systematic Reviews in Health Care, chapter 15, and in Cochrane's Review Manager.
    """
    spread = _pooled(sd1, n1, sd2, n2)
    return _corrected((mean1 - mean2) / spread, sqrt((n1 + n2) / (n1 * n2)), n1 + n2)


def standardised_difference_in_differences(
    treated: tuple[Measurement, Measurement], control: tuple[Measurement, Measurement]
) -> _Estimate:
    """Return the change with the action minus the change without it, in standard deviations.

    Each pair is (after, before). Morris (2008), Organizational Research Methods 11, 364-386,
    equations 8 to 10: the difference of the mean changes over s, the pooled standard deviation
    before, with the correction of Hedges for both samples before. The interval is that of
    ``hedges_g``, with the sum of sd² / n of the four samples over s² as the first term of v. It
    takes them as independent, which is wider than the truth where the same people answered twice.
    """
    means = [(_mean(after), _mean(before)) for after, before in (treated, control)]
    (after1, before1), (after2, before2) = means
    spread = _pooled(before1[1], before1[2], before2[1], before2[2])
    change = (after1[0] - before1[0]) - (after2[0] - before2[0])
    error = sqrt(sum(sd**2 / n for pair in means for _, sd, n in pair))
    return _corrected(change / spread, error / spread, before1[2] + before2[2])


def _pooled(sd1: float, n1: int, sd2: float, n2: int) -> float:
    """Return the pooled standard deviation of two samples."""
    spread = sqrt(((n1 - 1) * sd1**2 + (n2 - 1) * sd2**2) / (n1 + n2 - 2))
    if spread == 0:
        message = "all values are equal (sd 0), so no standardised difference exists; check sd"
        raise NotComputableError(message)
    return spread


def _corrected(d: float, error: float, n: int) -> _Estimate:
    """Correct a standardised difference for small samples, and give it its interval.

    ``error`` is its standard error if the standard deviation of the population were known, and
    ``n`` counts all from whom that was estimated.
    """
    g = (1 - 3 / (4 * n - 9)) * d
    half = Z * hypot(error, g / sqrt(2 * (n - 3.94)))
    return _Estimate(g, g - half, g + half)


def _in_points(estimate: _Estimate) -> Effect:
    """Write shares as percentage points."""
    value, low, high = (100 * part for part in (estimate.value, estimate.low, estimate.high))
    return Effect(Measure.PERCENTAGE_POINTS, value, low, high, computed=True)


def _standardised(estimate: _Estimate) -> Effect:
    """Write a standardised difference."""
    return Effect(Measure.HEDGES_G, estimate.value, estimate.low, estimate.high, computed=True)


def _cells(measurements: list[Measurement]) -> dict[tuple[Arm, Moment], Measurement]:
    """Return the measured values by arm and moment, if they form a comparison."""
    cells: dict[tuple[Arm, Moment], Measurement] = {}
    for one in measurements:
        if (one.arm, one.moment) in cells:
            message = f"two values are given for {one.arm}, {one.moment}; keep one"
            raise NotComputableError(message)
        cells[one.arm, one.moment] = one
    arms = {arm for arm, _ in cells}
    moments = {moment for _, moment in cells}
    if len(cells) == 1:
        message = "one value alone shows no change; give the other arm or the other moment"
        raise NotComputableError(message)
    if len(cells) != len(arms) * len(moments):
        missing = next(
            f"{arm}, {moment}" for arm in Arm for moment in Moment if (arm, moment) not in cells
        )
        message = (
            f"the value for {missing} is missing; a comparison needs every arm at every moment"
        )
        raise NotComputableError(message)
    if arms == {Arm.COMPARISON}:
        message = "both values are from without the action; give those with it"
        raise NotComputableError(message)
    if moments == {Moment.BEFORE}:
        message = "both values are from before the action; give those from after it"
        raise NotComputableError(message)
    return cells


def _two(cells: dict[tuple[Arm, Moment], Measurement]) -> tuple[Measurement, Measurement]:
    """Order the two values of a comparison: the one with the action, or after it, first."""
    order = [(arm, moment) for arm in Arm for moment in (Moment.AFTER, Moment.BEFORE)]
    first, second = sorted(cells, key=order.index)
    return cells[first], cells[second]


def _all_proportions(measurements: list[Measurement]) -> bool:
    """Tell counts from means; the two do not mix in one outcome."""
    counted = any(one.count is not None for one in measurements)
    if counted and any(one.count is None or one.mean is not None for one in measurements):
        message = "'count' and 'mean' are mixed; give one of the two, the same for all values"
        raise NotComputableError(message)
    return counted


def _share(one: Measurement) -> tuple[int, int]:
    """Return count and n of a proportion."""
    if one.n == 0:
        message = "n is 0; without respondents there is no proportion"
        raise NotComputableError(message)
    count = one.count or 0
    if count > one.n:
        message = f"count {count} is above n {one.n}"
        raise NotComputableError(message)
    return count, one.n


def _mean(one: Measurement) -> tuple[float, float, int]:
    """Return mean, standard deviation and n."""
    if one.mean is None or one.sd is None:
        message = "a mean needs 'mean' and 'sd'; a proportion needs 'count'"
        raise NotComputableError(message)
    if one.n < 2:
        message = f"n is {one.n}; a standard deviation needs at least 2"
        raise NotComputableError(message)
    return one.mean, one.sd, one.n
