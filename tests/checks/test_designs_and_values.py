"""IMP406 to IMP408: values that do not fit their design, or the significance they come with."""

import pytest

from tests.checks.evidence_rules import at, experiment, lines, told
from tests.sound import EXPERIMENT_PATH, PROJECT, changed


def outcome_with(values, design="randomised"):
    """Return the experiment with another form of its outcome."""
    old = "      described:\n        direction: better\n        significance: significant\n"
    return changed(experiment(design=design), old, values)


MEASURED = """\
      measured:
        - {arm: intervention, moment: before, n: 60, count: 21}
        - {arm: intervention, moment: after, n: 60, count: 39}
"""
BOTH_ARMS = """\
      measured:
        - {arm: intervention, n: 60, count: 39}
        - {arm: comparison, n: 60, count: 21}
"""


def test_a_trial_cannot_rest_on_values_of_one_group(project):
    text = outcome_with(MEASURED)
    assert lines(project({**PROJECT, EXPERIMENT_PATH: text})) == [
        told(
            at(EXPERIMENT_PATH, text, "measured:"),
            "IMP406",
            "'randomised' compares two groups, and these values are of one; give the other arm too",
        )
    ]


def test_before_and_after_may_rest_on_one_group(project):
    text = outcome_with(MEASURED, design="before-after")
    assert lines(project({**PROJECT, EXPERIMENT_PATH: text})) == []


def test_raw_values_of_clusters_are_too_sure(project):
    text = outcome_with(BOTH_ARMS, design="cluster-randomised")
    (line,) = lines(project({**PROJECT, EXPERIMENT_PATH: text}))
    assert line.startswith(f"{at(EXPERIMENT_PATH, text, 'measured:')} warning IMP407 in a 'cluster")
    assert lines(project({**PROJECT, EXPERIMENT_PATH: outcome_with(BOTH_ARMS)})) == []


@pytest.mark.parametrize(
    ("interval", "said", "contradicts"),
    [
        ("[0.1, 0.9]", "significant", False),
        ("[0.1, 0.9]", "not-significant", True),
        ("[0.1, 0.9]", "not-stated", False),
        ("[-0.1, 0.9]", "significant", True),
        ("[-0.1, 0.9]", "not-significant", False),
    ],
)
def test_significance_and_interval_may_not_contradict_each_other(
    project, interval, said, contradicts
):
    text = outcome_with(
        "      reported:\n        measure: hedges-g\n        value: 0.5\n"
        f"        interval: {interval}\n        significance: {said}\n"
    )
    found = [
        line for line in lines(project({**PROJECT, EXPERIMENT_PATH: text})) if "IMP408" in line
    ]
    place = at(EXPERIMENT_PATH, text, f"{said}\n      source")
    expected = told(place, "IMP408", "the interval says otherwise, and it decides; check both")
    assert found == ([expected] if contradicts else [])


@pytest.mark.parametrize(
    ("p", "said", "contradicts"),
    [
        (0.9, "significant", True),
        (0.01, "not-significant", True),
        (0.01, "significant", False),
        (0.9, "not-significant", False),
        (0.01, "not-stated", False),
    ],
)
def test_significance_and_p_agree(project, p, said, contradicts):
    text = outcome_with(
        "      reported:\n        measure: hedges-g\n        value: 0.5\n"
        f"        p: {p}\n        significance: {said}\n"
    )
    found = [
        line for line in lines(project({**PROJECT, EXPERIMENT_PATH: text})) if "IMP408" in line
    ]
    place = at(EXPERIMENT_PATH, text, f"{said}\n      source")
    expected = told(place, "IMP408", f"p = {p} says otherwise; check both")
    assert found == ([expected] if contradicts else [])
