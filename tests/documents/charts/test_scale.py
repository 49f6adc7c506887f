import pytest
from hypothesis import given
from hypothesis import strategies as st

from imppulse.documents.charts.scale import scale_for
from imppulse.evidence.effects import Effect
from imppulse.records.vocabulary import Measure

SOME = st.floats(-1e6, 1e6).filter(lambda value: value == 0 or abs(value) > 1e-6)


def linear(*effects, least=0.5):
    found = [Effect(Measure.HEDGES_G, *one) for one in effects]
    return scale_for(found, least=least, left=10, right=210)


def ratios(*effects):
    found = [Effect(Measure.ODDS_RATIO, *one) for one in effects]
    return scale_for(found, least=2, left=10, right=210, logarithmic=True)


@given(st.lists(SOME, min_size=1, max_size=8))
def test_all_points_and_no_effect_lie_on_the_axis(values):
    scale = linear(*((value,) for value in values))
    assert not any(scale.beyond(value) for value in (0, *values))
    places = [scale.at(value) for value in sorted(values)]
    assert places == sorted(places)
    assert 10 < scale.at(0) < 210
    assert 3 <= len(scale.ticks) <= 9
    assert 0 in scale.ticks


@given(st.lists(st.floats(1e-6, 1e6), min_size=1, max_size=8))
def test_all_ratios_and_one_lie_on_the_log_axis(values):
    scale = ratios(*((value,) for value in values))
    assert not any(scale.beyond(value) for value in (1, *values))
    assert 10 < scale.at(1) < 210
    assert 1 in scale.ticks
    assert len(scale.ticks) <= 7 or all(f"{tick:e}".startswith("1.0") for tick in scale.ticks[1:-1])


def test_equal_ratios_are_equal_distances():
    scale = ratios((4.0,), (0.25,))
    assert scale.at(4) - scale.at(1) == pytest.approx(scale.at(1) - scale.at(0.25))
    assert scale.at(2) - scale.at(1) == pytest.approx((scale.at(4) - scale.at(1)) / 2)


def test_small_effects_look_small():
    scale = linear((0.02,))
    assert scale.high >= 0.5
    assert scale.at(0.02) - scale.at(0) < 12


def test_a_very_long_interval_does_not_squeeze_the_points():
    scale = linear((0.5, -40.0, 41.0))
    assert scale.high <= 2
    assert scale.beyond(41)
    assert scale.at(41) == 210
    assert scale.at(-40) == 10
