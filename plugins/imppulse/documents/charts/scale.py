"""Scales: from a figure to its place on an axis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

from imppulse.evidence.effects import Effect

REACH = 3.0
"""An interval may stretch the axis to so many times the largest effect; what is longer is cut."""
MOST_TICKS = 7
SPARE = 0.2
"""The part of the axis that stays on the emptier side of no effect."""


@dataclass(frozen=True)
class Scale:
    """An axis: figures from ``low`` to ``high`` stand from ``left`` to ``right``."""

    low: float
    high: float
    left: float
    right: float
    ticks: tuple[float, ...]
    logarithmic: bool = False

    def at(self, value: float) -> float:
        """Return the place of a figure; one beyond the axis stands at its end."""
        if value <= self.low:
            return self.left
        if value >= self.high:
            return self.right
        low, high = _on(self.low, self.logarithmic), _on(self.high, self.logarithmic)
        share = (_on(value, self.logarithmic) - low) / (high - low)
        return self.left + share * (self.right - self.left)

    def beyond(self, value: float) -> bool:
        """Tell whether a figure lies outside the axis."""
        return not self.low <= value <= self.high


def scale_for(
    effects: Iterable[Effect], *, least: float, left: float, right: float, logarithmic: bool = False
) -> Scale:
    """Return the scale on which all points lie, and no effect; ``least`` is the shortest reach.

    For ratios (``logarithmic``), no effect is 1 and ``least`` a factor.
    """
    found = list(effects)
    shortest = _on(least, logarithmic)
    points = [_on(one.value, logarithmic) for one in found]
    bounds = [
        _on(bound, logarithmic)
        for one in found
        for bound in (one.low, one.high)
        if bound is not None
    ]
    cap = REACH * max((abs(point) for point in points), default=0.0)
    cap = max(cap, shortest)
    wanted = [0.0, *points, *(min(max(bound, -cap), cap) for bound in bounds)]
    low, high = min(wanted), max(wanted)
    if high - low < shortest:
        low, high = (low, low + shortest) if high > -low else (high - shortest, high)
    spare = SPARE * (high - low)
    low, high = min(low, -spare), max(high, spare)
    if logarithmic:
        return _log_scale(low, high, left, right)
    return _linear_scale(low, high, left, right)


def _linear_scale(low: float, high: float, left: float, right: float) -> Scale:
    """Widen an axis to round figures, and mark four to seven of them."""
    step = _step((high - low) / 5)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    ticks = tuple(round(count * step, 12) for count in range(first, last + 1))
    return Scale(ticks[0], ticks[-1], left, right, ticks)


def _log_scale(low: float, high: float, left: float, right: float) -> Scale:
    """Widen an axis of powers of ten to figures such as 0.2, 0.5, 1, 2, 5; both ends are marked."""
    steps = [
        digit * 10.0**power
        for power in range(floor(low) - 1, ceil(high) + 2)
        for digit in (1, 2, 5)
    ]
    steps = [float(f"{step:.6g}") for step in steps]
    start = max(step for step in steps if log10(step) <= low + 1e-9)
    end = min(step for step in steps if log10(step) >= high - 1e-9)
    ticks = [step for step in steps if start <= step <= end]
    if len(ticks) > MOST_TICKS:
        ticks = [step for step in ticks if step in (start, end) or f"{step:e}".startswith("1.0")]
    if len(ticks) > MOST_TICKS:
        ticks = [step for step in ticks if step in (start, 1.0, end)]
    return Scale(start, end, left, right, tuple(ticks), logarithmic=True)


def _step(rough: float) -> float:
    """Return 1, 2 or 5 times a power of ten, not below a rough step."""
    power = 10.0 ** floor(log10(rough))
    return next(digit * power for digit in (1, 2, 5, 10) if digit * power >= rough - 1e-9 * power)


def _on(value: float, logarithmic: bool) -> float:
    """Return where a figure stands on an axis that is counted from no effect."""
    if not logarithmic:
        return value
    return log10(value) if value > 0 else -99.0
