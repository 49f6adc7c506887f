"""IMP404 and IMP405, no orphans: a claim rests on a record, and on a report draws a claim."""

import pytest

from tests.checks.evidence_rules import OTHER, OTHER_PATH, at, lines, told
from tests.sound import (
    AWAITED,
    AWAITED_PATH,
    PRINCIPLE,
    PRINCIPLE_PATH,
    PROJECT,
    RECOMMENDATION,
    RECOMMENDATION_PATH,
    changed,
)


def test_a_claim_without_support_is_named(project):
    support = "supports:\n  - record: door-visits\n    outcome: trust\n    relation: supports\n"
    files = {
        **PROJECT,
        PRINCIPLE_PATH: changed(PRINCIPLE, support, ""),
        RECOMMENDATION_PATH: changed(RECOMMENDATION, support, "supports: []\n"),
    }
    message = "the claim has no support; cite at least one record, if only as qualifies"
    assert lines(project(files)) == [
        f"{at(PRINCIPLE_PATH, PRINCIPLE, 'title:')} warning IMP404 {message}",
        f"{RECOMMENDATION_PATH}:1:1 warning IMP404 {message}",
    ]


COMPLETED = changed(AWAITED, "status: awaiting-report", "status: completed\naxes: [training]")
AT_STATUS = at(AWAITED_PATH, COMPLETED, "completed")
DRAWN_ON = "  - record: lisbon\n    relation: qualifies\n"


def test_a_completed_micro_experiment_that_no_claim_cites_is_named(project):
    assert lines(project({**PROJECT, AWAITED_PATH: COMPLETED})) == [
        told(
            AT_STATUS,
            "IMP405",
            "the micro-experiment is completed and no principle or recommendation cites it",
        )
    ]


def test_to_set_a_micro_experiment_aside_is_not_to_draw_on_it(project):
    aside = "set_aside:\n  - {record: lisbon, because: Another question.}\n"
    text = changed(RECOMMENDATION, "principles:", f"{aside}principles:")
    files = {**PROJECT, AWAITED_PATH: COMPLETED, RECOMMENDATION_PATH: text}

    assert [line.split(" the ")[0] for line in lines(project(files))] == [
        f"{AT_STATUS} warning IMP405"
    ]


@pytest.mark.parametrize("status", ["awaiting-report", "planned", "running", "stopped"])
def test_a_micro_experiment_that_is_not_completed_may_wait(project, status):
    text = COMPLETED.replace("status: completed", f"status: {status}")
    assert lines(project({**PROJECT, AWAITED_PATH: text})) == []


def test_a_completed_micro_experiment_on_which_a_claim_draws_is_no_finding(project):
    text = changed(RECOMMENDATION, "principles:", f"{DRAWN_ON}principles:")
    files = {**PROJECT, AWAITED_PATH: COMPLETED, RECOMMENDATION_PATH: text}
    assert lines(project(files)) == []


def test_a_published_evaluation_need_not_be_cited(project):
    unrelated = changed(OTHER, "indicator: trust-in-police", "indicator: legitimacy")
    assert lines(project({**PROJECT, OTHER_PATH: unrelated})) == []
