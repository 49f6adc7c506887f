"""Verdicts: every branch of the rule, and what turns a verdict round."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imppulse.evidence.verdicts import Ground, Verdict, ground_of, verdict_of
from imppulse.records.indicators import Indicator
from imppulse.records.outcome import Described, Measurement, Outcome, ReportedEffect
from imppulse.records.vocabulary import Arm, Better, Direction, Measure, Significance

IMPROVED, WORSENED, NO_CHANGE, NOT_ASSESSABLE = Verdict
HIGHER, LOWER = Indicator.TRUST_IN_POLICE, Indicator.COMPLAINTS
RATIOS = (Measure.ODDS_RATIO, Measure.RISK_RATIO)


def outcome(indicator=HIGHER, **form):
    return Outcome(
        id="it", indicator=indicator, respondents="population", label="It", source="s", **form
    )


def reported(value, interval=None, *, measure="cohens-d", indicator=HIGHER, **more):
    effect = ReportedEffect(measure=measure, value=value, interval=interval, **more)
    return verdict_of(outcome(indicator, reported=effect))


def described(direction, significance, indicator=HIGHER):
    form = Described(direction=direction, significance=significance)
    return verdict_of(outcome(indicator, described=form))


def counted(with_it, without_it, n, indicator=HIGHER):
    values = [
        Measurement(arm=Arm.INTERVENTION, n=n, count=with_it),
        Measurement(arm=Arm.COMPARISON, n=n, count=without_it),
    ]
    return verdict_of(outcome(indicator, measured=values))


@pytest.mark.parametrize(
    ("value", "interval", "higher", "lower"),
    [
        (0.4, [0.1, 0.7], IMPROVED, WORSENED),
        (-0.4, [-0.7, -0.1], WORSENED, IMPROVED),
        (0.4, [-0.1, 0.9], NO_CHANGE, NO_CHANGE),
        (0.4, [0.0, 0.8], NO_CHANGE, NO_CHANGE),
        (-0.4, [-0.8, 0.0], NO_CHANGE, NO_CHANGE),
        (0.0, [0.0, 0.0], NO_CHANGE, NO_CHANGE),
        (1e-9, [1e-10, 1e-8], IMPROVED, WORSENED),
    ],
)
@pytest.mark.parametrize("measure", [one for one in Measure if one not in RATIOS])
def test_an_interval_decides_by_the_side_of_zero(measure, value, interval, higher, lower):
    assert reported(value, interval, measure=measure) is higher
    assert reported(value, interval, measure=measure, indicator=LOWER) is lower


@pytest.mark.parametrize(
    ("value", "interval", "higher", "lower"),
    [
        (1.4, [1.1, 1.8], IMPROVED, WORSENED),
        (0.7, [0.5, 0.9], WORSENED, IMPROVED),
        (1.2, [0.9, 1.6], NO_CHANGE, NO_CHANGE),
        (1.2, [1.0, 1.6], NO_CHANGE, NO_CHANGE),
        (0.8, [0.6, 1.0], NO_CHANGE, NO_CHANGE),
    ],
)
@pytest.mark.parametrize("measure", RATIOS)
def test_for_ratios_no_effect_is_one(measure, value, interval, higher, lower):
    assert reported(value, interval, measure=measure) is higher
    assert reported(value, interval, measure=measure, indicator=LOWER) is lower


@pytest.mark.parametrize("significance", Significance)
def test_with_an_interval_nothing_else_is_asked(significance):
    assert reported(0.4, [-0.1, 0.9], significance=significance, p=0.001) is NO_CHANGE
    assert reported(0.4, [0.1, 0.9], significance=significance, p=0.9) is IMPROVED


@pytest.mark.parametrize(
    ("value", "measure", "higher", "lower"),
    [
        (0.4, "cohens-d", IMPROVED, WORSENED),
        (-8.0, "percent-change", WORSENED, IMPROVED),
        (0.0, "percentage-points", NO_CHANGE, NO_CHANGE),
        (1.5, "odds-ratio", IMPROVED, WORSENED),
        (0.5, "risk-ratio", WORSENED, IMPROVED),
        (1.0, "odds-ratio", NO_CHANGE, NO_CHANGE),
    ],
)
def test_without_an_interval_the_reported_significance_decides(value, measure, higher, lower):
    said = {"measure": measure, "significance": "significant"}
    assert reported(value, **said) is higher
    assert reported(value, indicator=LOWER, **said) is lower

    assert reported(value, measure=measure, significance="not-significant") is NO_CHANGE
    assert reported(value, measure=measure, significance="not-stated") is NOT_ASSESSABLE


def test_a_p_value_without_a_word_on_significance_is_no_verdict():
    """A source says what it calls significant; the guide sets no threshold of its own."""
    assert reported(0.4, p=0.001) is NOT_ASSESSABLE


DESCRIBED = {
    ("better", "significant"): IMPROVED,
    ("worse", "significant"): WORSENED,
    ("unchanged", "significant"): NO_CHANGE,
    ("mixed", "significant"): NOT_ASSESSABLE,
    **{(direction, "not-significant"): NO_CHANGE for direction in Direction},
    **{(direction, "not-stated"): NOT_ASSESSABLE for direction in Direction},
}


@pytest.mark.parametrize(("said", "verdict"), DESCRIBED.items())
@pytest.mark.parametrize("indicator", [HIGHER, LOWER])
def test_a_direction_in_words_is_already_better_or_worse(said, verdict, indicator):
    assert described(*said, indicator) is verdict


def test_every_combination_of_words_has_a_verdict():
    assert len(DESCRIBED) == len(Direction) * len(Significance)


def test_measured_values_have_the_verdict_of_their_interval():
    assert counted(70, 40, 100) is IMPROVED
    assert counted(40, 70, 100) is WORSENED
    assert counted(70, 40, 100, LOWER) is WORSENED
    assert counted(42, 40, 100) is NO_CHANGE


def test_measured_values_that_allow_no_effect_have_no_verdict():
    assert counted(3, 3, 0) is NOT_ASSESSABLE


def test_the_same_shares_in_more_people_turn_doubt_into_a_verdict():
    assert counted(6, 4, 10) is NO_CHANGE
    assert counted(600, 400, 1000) is IMPROVED


TURNED = {
    IMPROVED: WORSENED,
    WORSENED: IMPROVED,
    NO_CHANGE: NO_CHANGE,
    NOT_ASSESSABLE: NOT_ASSESSABLE,
}
figures = st.floats(-100, 100)


@given(
    st.tuples(figures, figures, figures).map(sorted),
    st.sampled_from([one for one in Measure if one not in RATIOS]),
    st.sampled_from(Indicator),
    st.sampled_from(Significance),
    st.booleans(),
)
def test_the_sign_turned_round_turns_the_verdict_round(three, measure, indicator, said, bounded):
    low, value, high = three
    more = {"measure": measure, "indicator": indicator, "significance": said}

    there = reported(value, [low, high] if bounded else None, **more)
    back = reported(-value, [-high, -low] if bounded else None, **more)

    assert back is TURNED[there]


@given(
    st.tuples(*[st.floats(0.01, 100)] * 3).map(sorted),
    st.sampled_from(RATIOS),
    st.sampled_from(Indicator),
)
def test_a_ratio_turned_over_turns_the_verdict_round(three, measure, indicator):
    low, value, high = three

    there = reported(value, [low, high], measure=measure, indicator=indicator)
    back = reported(1 / value, [1 / high, 1 / low], measure=measure, indicator=indicator)

    assert back is TURNED[there]


@given(
    st.integers(1, 500).flatmap(
        lambda n: st.tuples(st.integers(0, n), st.integers(0, n), st.just(n))
    )
)
def test_two_groups_changed_round_turn_the_verdict_round(counts):
    first, second, n = counts
    assert counted(second, first, n) is TURNED[counted(first, second, n)]


@pytest.mark.parametrize("indicator", Indicator)
def test_a_rise_is_an_improvement_where_higher_is_better(indicator):
    expected = IMPROVED if indicator.better is Better.HIGHER else WORSENED
    assert reported(1, [0.5, 2], indicator=indicator) is expected


@pytest.mark.parametrize(
    ("form", "ground"),
    [
        ({"value": 0.4, "interval": [0.1, 0.7]}, Ground.INTERVAL_BETTER),
        ({"value": -0.4, "interval": [-0.7, -0.1]}, Ground.INTERVAL_WORSE),
        ({"value": 0.4, "interval": [-0.1, 0.9]}, Ground.INTERVAL_ACROSS),
        ({"value": 0.4, "significance": "significant"}, Ground.TESTED_BETTER),
        ({"value": -0.4, "significance": "significant"}, Ground.TESTED_WORSE),
        ({"value": 0.4, "significance": "not-significant"}, Ground.TESTED_NOTHING),
        ({"value": 0.4}, Ground.UNTESTED),
    ],
)
def test_a_reader_is_told_on_what_a_verdict_rests(form, ground):
    effect = ReportedEffect(measure="cohens-d", **form)
    assert ground_of(outcome(reported=effect)) is ground


def test_mixed_results_and_impossible_values_are_told_as_such():
    mixed = Described(direction="mixed", significance="significant")
    assert ground_of(outcome(described=mixed)) is Ground.MIXED
    alone = [Measurement(arm=Arm.INTERVENTION, n=10, count=5)]
    assert ground_of(outcome(measured=alone)) is Ground.NOT_COMPUTABLE
