"""Design levels: one for each design, as the What Works Centre for Local Economic Growth has it."""

import re
from pathlib import Path

import pytest

from imppulse.evidence.design_levels import LEVELS, level_of
from imppulse.records.vocabulary import Design

SCALE = {
    # https://whatworksgrowth.org/resources/the-scientific-maryland-scale/, in our words
    5: {Design.RANDOMISED, Design.CLUSTER_RANDOMISED, Design.STEPPED_WEDGE},  # drawn by lot
    4: {Design.QUASI_RANDOM},  # quasi-random variation is exploited
    3: {Design.COMPARISON_BEFORE_AFTER},  # before, after, and a comparison group
    2: {Design.CONTROLLED_VARIABLES},  # as level 1, with adequate control variables
    # One moment with and without, or before and after without others; no control variables.
    1: {Design.BEFORE_AFTER, Design.CROSS_SECTION, Design.MONITORING},
    None: {Design.QUALITATIVE},
}


def test_every_design_has_exactly_one_level():
    assert list(LEVELS) == list(Design)
    named = [design for designs in SCALE.values() for design in designs]
    assert sorted(named) == sorted(Design)


@pytest.mark.parametrize("design", Design)
def test_the_level_is_that_of_the_scale(design):
    (level,) = [level for level, designs in SCALE.items() if design in designs]
    assert level_of(design) == level


def test_only_what_is_qualitative_has_no_level():
    assert [design for design in Design if level_of(design) is None] == [Design.QUALITATIVE]


def test_the_page_on_method_explains_every_level():
    """Nobody changes the scale without changing what the guide says of it."""
    method = Path(__file__).parents[2] / "content" / "method.md"
    table = re.findall(r"^\| ([1-5]|none) \| ", method.read_text(encoding="utf-8"), re.MULTILINE)

    levels = sorted({level for level in LEVELS.values() if level}, reverse=True)
    assert table == [*map(str, levels), "none"]
