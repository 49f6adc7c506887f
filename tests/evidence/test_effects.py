"""Effects against statsmodels, against published examples, and as reported."""

from math import sqrt
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.meta_analysis import effectsize_smd
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from imppulse.evidence.effects import (
    Effect,
    Z,
    computed,
    difference_of_proportions,
    effect_of,
    hedges_g,
    wilson,
)
from imppulse.records.outcome import Described, Outcome, ReportedEffect
from imppulse.records.vocabulary import Arm, Measure, Moment
from tests.evidence.measured import ARMS, mean, share


def close(value, *, rel=1e-9, absolute=1e-9):
    return pytest.approx(value, rel=rel, abs=absolute)


proportions = st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
means = st.tuples(st.floats(-1000, 1000), st.floats(0.1, 500), st.integers(2, 5000))


# Against statsmodels ------------------------------------------------------------------------------


@given(proportions)
def test_wilson_is_that_of_statsmodels(proportion):
    expected = proportion_confint(*proportion, alpha=0.05, method="wilson")

    assert wilson(*proportion) == close(expected)


@given(proportions, proportions)
def test_newcombe_is_that_of_statsmodels(first, second):
    found = difference_of_proportions(*first, *second)

    expected = confint_proportions_2indep(*first, *second, method="newcomb", compare="diff")
    assert found.value == close(first[0] / first[1] - second[0] / second[1])
    assert (found.low, found.high) == close(expected)


@given(means, means)
def test_hedges_g_and_its_variance_are_those_of_statsmodels(first, second):
    found = hedges_g(*first, *second)

    g, variance = effectsize_smd(*first, *second)
    half = NormalDist().inv_cdf(0.975) * sqrt(variance)
    assert (found.value, found.low, found.high) == close((g, g - half, g + half))


@given(st.lists(proportions, min_size=4, max_size=4))
def test_difference_in_differences_of_proportions_adds_the_distances_of_four_wilson_intervals(four):
    """Zou and Donner (2008): each bound lies as far off as the four one-sided errors, squared."""
    cells = [(arm, moment) for arm in ARMS for moment in (Moment.AFTER, Moment.BEFORE)]
    found = computed([share(*one, *cell) for one, cell in zip(four, cells, strict=True)])

    value, below, above = 0.0, 0.0, 0.0
    for (count, n), sign in zip(four, (1, -1, -1, 1), strict=True):
        p = count / n
        low, high = proportion_confint(count, n, alpha=0.05, method="wilson")
        value += sign * p
        below += (p - low if sign > 0 else high - p) ** 2
        above += (high - p if sign > 0 else p - low) ** 2
    expected = (100 * value, 100 * (value - sqrt(below)), 100 * (value + sqrt(above)))
    assert found.measure is Measure.PERCENTAGE_POINTS
    assert (found.value, found.low, found.high) == close(expected, absolute=1e-6)


@given(st.lists(means, min_size=4, max_size=4))
def test_difference_in_differences_of_means_is_that_of_morris(four):
    """Morris (2008), d_ppc2: the change compared with the change, over the pooled sd before."""
    cells = [(arm, moment) for arm in ARMS for moment in (Moment.BEFORE, Moment.AFTER)]
    found = computed([mean(*one, *cell) for one, cell in zip(four, cells, strict=True)])

    (m1, s1, n1), (m2, s2, n2), (m3, s3, n3), (m4, s4, n4) = four
    degrees = n1 + n3 - 2
    variance = ((n1 - 1) * s1 * s1 + (n3 - 1) * s3 * s3) / degrees
    g = (1 - 3 / (4 * degrees - 1)) * ((m2 - m1) - (m4 - m3)) / sqrt(variance)
    sampling = (s1 * s1 / n1 + s2 * s2 / n2 + s3 * s3 / n3 + s4 * s4 / n4) / variance
    half = Z * sqrt(sampling + g * g / (2 * (degrees - 1.94)))
    assert found.measure is Measure.HEDGES_G
    assert (found.value, found.low, found.high) == close((g, g - half, g + half))


@given(proportions, proportions)
def test_the_two_groups_changed_round_turn_the_effect_round(first, second):
    there = computed([share(*first), share(*second, Arm.COMPARISON)])
    back = computed([share(*second), share(*first, Arm.COMPARISON)])

    assert (there.value, there.low, there.high) == close((-back.value, -back.high, -back.low))


@given(st.lists(proportions, min_size=2, max_size=2), st.lists(means, min_size=2, max_size=2))
def test_the_order_in_which_values_are_written_makes_no_difference(counted, averaged):
    for values in (
        [share(*counted[0]), share(*counted[1], Arm.COMPARISON)],
        [mean(*averaged[0]), mean(*averaged[1], moment=Moment.BEFORE)],
    ):
        assert computed(values) == computed(values[::-1])


# Worked examples from the literature --------------------------------------------------------------

NEWCOMBE_1998A = {  # Newcombe (1998a), Statistics in Medicine 17, 857-872, table I, method 3
    (81, 263): (0.2553, 0.3662),
    (15, 148): (0.0624, 0.1605),
    (0, 20): (0.0000, 0.1611),
    (1, 29): (0.0061, 0.1718),
}

NEWCOMBE_1998B = {  # Newcombe (1998b), Statistics in Medicine 17, 873-890, table II, method 10
    (56, 70, 48, 80): (0.2000, 0.0524, 0.3339),
    (9, 10, 3, 10): (0.6000, 0.1705, 0.8090),
    (6, 7, 2, 7): (0.5714, 0.0582, 0.8062),
    (5, 56, 0, 29): (0.0893, -0.0381, 0.1926),
    (0, 10, 0, 20): (0.0000, -0.1611, 0.2775),
    (0, 10, 0, 10): (0.0000, -0.2775, 0.2775),
    (10, 10, 0, 20): (1.0000, 0.6791, 1.0000),
    (10, 10, 0, 10): (1.0000, 0.6075, 1.0000),
}

MORRIS_2008 = [  # Morris (2008), Organizational Research Methods 11, 364-386, tables 1 and 5
    # before and after: mean, sd, n with the training; mean, sd, n without it; d_ppc2
    ((30.6, 15.0, 20), (38.5, 11.6, 20), (23.1, 13.8, 20), (19.7, 14.8, 20), 0.77),
    ((23.5, 3.1, 50), (26.8, 4.1, 50), (24.9, 4.1, 42), (25.3, 3.3, 42), 0.80),
    ((0.5, 0.1, 9), (0.7, 0.1, 9), (0.6, 0.2, 9), (0.6, 0.2, 9), 1.20),
    ((53.4, 14.5, 10), (75.9, 4.4, 10), (55.7, 17.3, 11), (60.7, 17.9, 11), 1.05),
    ((35.6, 4.7, 14), (36.0, 4.6, 14), (34.8, 3.1, 14), (33.4, 6.9, 14), 0.44),
]


@pytest.mark.parametrize(("proportion", "interval"), NEWCOMBE_1998A.items())
def test_wilson_gives_the_examples_of_newcombe(proportion, interval):
    assert [round(bound, 4) for bound in wilson(*proportion)] == [*interval]


@pytest.mark.parametrize(("counts", "expected"), NEWCOMBE_1998B.items())
def test_method_10_gives_the_examples_of_newcombe(counts, expected):
    count1, n1, count2, n2 = counts
    effect = computed([share(count1, n1), share(count2, n2, Arm.COMPARISON)])

    found = [round(part / 100, 4) for part in (effect.value, effect.low, effect.high)]
    assert (found, effect.measure) == ([*expected], Measure.PERCENTAGE_POINTS)


def test_hedges_g_gives_the_example_of_borenstein():
    """Borenstein and others (2009), Introduction to Meta-Analysis, chapter 4: g = 0.5924."""
    effect = computed([mean(103, 5.5, 50), mean(100, 4.5, 50, Arm.COMPARISON)])

    assert (round(effect.value, 4), effect.measure) == (0.5924, Measure.HEDGES_G)
    # Their variance of g is 0.0411; ours divides by 2(n - 3.94) and not J² by 2n: 0.0418.
    assert round(((effect.high - effect.value) / Z) ** 2, 4) == 0.0418


@pytest.mark.parametrize("study", MORRIS_2008)
def test_means_before_and_after_in_two_groups_give_the_examples_of_morris(study):
    before1, after1, before2, after2, expected = study
    effect = computed(
        [
            mean(*before1, moment=Moment.BEFORE),
            mean(*after1),
            mean(*before2, Arm.COMPARISON, Moment.BEFORE),
            mean(*after2, Arm.COMPARISON),
        ]
    )

    assert round(effect.value, 2) == expected


def test_the_interval_of_morris_allows_for_an_estimated_standard_deviation():
    """Third study of Morris (2008): v = 2(1/n1 + 1/n2) + g²/2N, if nobody answered twice.

    So on https://www.metafor-project.org/doku.php/analyses:morris2008 with a correlation of 0,
    which divides by N and not by N - 3.94. Its standard deviations are those before.
    """
    before1, after1, before2, after2, _ = MORRIS_2008[2]
    effect = computed(
        [
            mean(*before1, moment=Moment.BEFORE),
            mean(*after1),
            mean(*before2, Arm.COMPARISON, Moment.BEFORE),
            mean(*after2, Arm.COMPARISON),
        ]
    )

    variance = ((effect.high - effect.value) / Z) ** 2
    assert variance == close(2 * (1 / 9 + 1 / 9) + effect.value**2 / (2 * (18 - 3.94)))


def test_one_group_before_and_after_is_after_minus_before():
    effect = computed([share(20, 50, moment=Moment.BEFORE), share(30, 50)])

    expected = confint_proportions_2indep(30, 50, 20, 50, method="newcomb", compare="diff")
    assert (effect.low / 100, effect.high / 100) == close(expected)
    assert effect.value == close(20)


# What is reported stands as reported --------------------------------------------------------------


def outcome(**form):
    return Outcome(
        id="trust",
        indicator="trust-in-police",
        respondents="population",
        label="Trust",
        source="sample-2020",
        **form,
    )


@pytest.mark.parametrize("measure", Measure)
@pytest.mark.parametrize("interval", [None, [0.5, 2.5]])
def test_a_reported_effect_is_not_recomputed(measure, interval):
    reported = ReportedEffect(measure=measure, value=1.5, interval=interval, p=0.2, n=3)

    low, high = interval or (None, None)
    expected = Effect(measure, 1.5, low, high, computed=False)
    assert effect_of(outcome(reported=reported)) == expected


def test_a_direction_alone_has_no_effect():
    assert effect_of(outcome(described=Described(direction="better"))) is None
