"""Effects at the edge: values that allow none, values beyond measure, nobody and everybody."""

import math
from math import inf, isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imppulse.checks.pipeline import check
from imppulse.evidence.effects import NotComputableError, computed
from imppulse.records.folder import load
from imppulse.records.outcome import Measurement
from imppulse.records.vocabulary import Arm, Moment
from tests.evidence.measured import ARMS, mean, share
from tests.sound import EXPERIMENT, EXPERIMENT_PATH, PROJECT, changed

TIGHT = 1e-9
"""How far past a hundred points a bound may lie, by rounding alone."""

BEFORE, AFTER = Moment.BEFORE, Moment.AFTER
WITH, WITHOUT = ARMS

DEGENERATE = {
    "n is 0": ([share(0, 0), share(3, 9, WITHOUT)], "n is 0; without respondents"),
    "n is 0 in the second group": ([share(3, 9), share(0, 0, WITHOUT)], "n is 0"),
    "a mean of nobody": ([mean(3, 1, 0), mean(2, 1, 9, WITHOUT)], "n is 0; a standard deviation"),
    "a mean of one": ([mean(3, 1, 9), mean(2, 1, 1, WITHOUT)], "n is 1; a standard deviation"),
    "a count above n": ([share(12, 10), share(3, 9, WITHOUT)], "count 12 is above n 10"),
    "no spread": ([mean(3, 0, 9), mean(2, 0, 9, WITHOUT)], "all values are equal (sd 0)"),
    "a spread too small to square": (
        [mean(3, 1e-200, 9), mean(2, 1e-200, 9, WITHOUT)],
        "all values are equal (sd 0)",
    ),
    "one value": ([share(3, 9)], "one value alone shows no change"),
    "an arm missing at one moment": (
        [share(3, 9), share(2, 9, moment=BEFORE), share(3, 9, WITHOUT)],
        "the value for comparison, before is missing",
    ),
    "one arm before and the other after": (
        [share(3, 9), share(2, 9, WITHOUT, BEFORE)],
        "the value for intervention, before is missing",
    ),
    "both from before": (
        [share(3, 9, moment=BEFORE), share(2, 9, WITHOUT, BEFORE)],
        "both values are from before the action",
    ),
    "both without the action": (
        [share(3, 9, WITHOUT), share(2, 9, WITHOUT, BEFORE)],
        "both values are from without the action",
    ),
    "a count and a mean": ([share(3, 9), mean(3, 1, 9, WITHOUT)], "'count' and 'mean' are mixed"),
    "a count and a mean in the same value": (
        [Measurement(arm=WITH, n=9, count=3, mean=4, sd=1), share(3, 9, WITHOUT)],
        "'count' and 'mean' are mixed",
    ),
    "a count and nothing": (
        [share(3, 9), Measurement(arm=WITHOUT, n=9)],
        "'count' and 'mean' are mixed",
    ),
    "a doubled cell": (
        [share(3, 9), share(4, 9), share(3, 9, WITHOUT)],
        "two values are given for intervention, after; keep one",
    ),
    "a mean without sd": (
        [Measurement(arm=WITH, n=9, mean=4), mean(3, 1, 9, WITHOUT)],
        "a mean needs 'mean' and 'sd'",
    ),
    "an sd without mean": (
        [Measurement(arm=WITH, n=9, sd=1), mean(3, 1, 9, WITHOUT)],
        "a mean needs 'mean' and 'sd'",
    ),
}


@pytest.mark.parametrize(("values", "reason"), DEGENERATE.values(), ids=DEGENERATE)
def test_values_that_allow_no_effect_say_why(values, reason):
    with pytest.raises(NotComputableError) as raised:
        computed(values)
    assert reason in str(raised.value)


@pytest.mark.parametrize(("values", "reason"), DEGENERATE.values(), ids=DEGENERATE)
def test_values_that_allow_no_effect_are_a_finding_at_their_line(project, values, reason):
    """So does a record with them: nothing is computed, and the key 'measured' is named."""
    written = "".join(
        f"\n        - {one.model_dump_json(exclude_none=True)}".replace('"', "") for one in values
    ).replace(":", ": ")
    text = changed(
        EXPERIMENT,
        "described:\n        direction: better\n        significance: significant\n",
        f"measured:{written}\n",
    )
    findings = check(load(project({**PROJECT, EXPERIMENT_PATH: text})))

    (found,) = [str(one) for one in findings if one.code == "IMP401"]
    line = text[: text.index("measured:")].count("\n") + 1
    assert found.startswith(f"{EXPERIMENT_PATH}:{line}:7 error IMP401 ")
    assert reason in found


FIGURES = st.floats(-1e12, 1e12)
SPREADS = st.floats(0, 1e12)
SIZES = st.integers(0, 10**12)


@st.composite
def measurements(draw):
    """Draw values as a record may hold them, sound or not."""
    counted = draw(st.booleans())
    values = []
    for arm, moment in draw(
        st.lists(st.tuples(st.sampled_from(Arm), st.sampled_from(Moment)), min_size=1, max_size=5)
    ):
        n = draw(st.one_of(st.integers(0, 4), SIZES))
        if counted:
            count = draw(st.one_of(st.just(0), st.just(n), st.integers(0, 10**12)))
            values.append(share(count, n, arm, moment))
        else:
            spread = draw(st.one_of(SPREADS, st.floats(0, 1e-140)))
            values.append(mean(draw(FIGURES), spread, n, arm, moment))
    return values


@given(measurements())
def test_an_effect_is_finite_or_not_computable(values):
    try:
        effect = computed(values)
    except NotComputableError:
        return
    assert all(isfinite(part) for part in (effect.value, effect.low, effect.high))
    assert effect.low <= effect.value <= effect.high
    assert effect.computed


@given(
    st.lists(st.tuples(FIGURES, st.floats(1e-160, 1e-150), SIZES), min_size=4, max_size=4),
    st.sampled_from([2, 4]),
)
def test_large_means_with_tiny_spreads_do_not_overflow(values, cells):
    keys = [(arm, moment) for moment in (AFTER, BEFORE) for arm in ARMS][:cells]
    effect = computed(
        [mean(m, sd, max(2, n), *key) for (m, sd, n), key in zip(values, keys, strict=False)]
    )

    assert -inf < effect.low <= effect.value <= effect.high < inf


@pytest.mark.parametrize("n", [1, 2, 10, 10**12])
@pytest.mark.parametrize("counts", [(0, 0), (0, 1), (1, 0), (1, 1)])
def test_nobody_and_everybody_stay_within_a_hundred_points(counts, n):
    first, second = counts
    effect = computed([share(first * n, n), share(second * n, n, WITHOUT)])

    assert effect.value == 100 * (first - second)
    assert -100 - TIGHT <= effect.low <= effect.high <= 100 + TIGHT
    assert math.isclose(effect.high - effect.value, effect.value - effect.low) == (first == second)
