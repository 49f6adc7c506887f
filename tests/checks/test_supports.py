"""IMP402, a support must hold: what a claim leans on shows what the claim says it does."""

import pytest

from imppulse.checks.catalogue import RULES
from tests.checks.evidence_rules import (
    AT_PRINCIPLE,
    AT_RECOMMENDATION,
    FELL,
    SHOWN,
    UNCLEAR,
    UNSTATED,
    at,
    experiment,
    lines,
    told,
)
from tests.sound import (
    EXPERIMENT,
    EXPERIMENT_PATH,
    MODULE,
    MODULE_PATH,
    PRINCIPLE,
    PRINCIPLE_PATH,
    PROJECT,
    RECOMMENDATION,
    RECOMMENDATION_PATH,
    changed,
)


def cited(relation="supports", outcome="trust", because=None, text=RECOMMENDATION):
    """Return a claim whose only support is this one."""
    support = "  - record: door-visits\n    outcome: trust\n    relation: supports\n"
    new = "  - record: door-visits\n"
    new += f"    outcome: {outcome}\n" if outcome else ""
    new += f"    relation: {relation}\n"
    new += f"    because: {because}\n" if because else ""
    return changed(text, support, new)


def alone(**files):
    """Return the sound project in which the recommendation alone cites what is under test."""
    principle = cited("qualifies", text=PRINCIPLE)
    return {**PROJECT, PRINCIPLE_PATH: principle, **files}


def test_a_sound_project_has_nothing_to_say(project):
    assert lines(project(PROJECT)) == []


def test_errors_are_those_that_would_print_something_untrue():
    """What a page would claim wrongly stops a build; what a page leaves out stops a strict one."""
    assert {code: RULES[code].severity for code in RULES if code.startswith("IMP4")} == {
        "IMP401": "error",
        "IMP402": "error",
        "IMP403": "warning",
        "IMP404": "warning",
        "IMP405": "warning",
        "IMP406": "error",
        "IMP407": "warning",
        "IMP408": "warning",
    }


@pytest.mark.parametrize(
    ("relation", "shown", "verdict"),
    [
        ("supports", UNCLEAR, "no clear change"),
        ("supports", FELL, "worsened"),
        ("supports", UNSTATED, "not assessable"),
        ("contradicts", SHOWN, "improved"),
        ("contradicts", UNSTATED, "not assessable"),
    ],
)
def test_a_support_that_does_not_hold_is_an_error_that_says_what_was_shown(
    project, relation, shown, verdict
):
    files = alone(**{EXPERIMENT_PATH: experiment(shown), RECOMMENDATION_PATH: cited(relation)})

    needs = {"supports": "improved", "contradicts": "no clear change or worsened"}[relation]
    assert lines(project(files)) == [
        told(
            AT_RECOMMENDATION,
            "IMP402",
            f"'door-visits' is cited as {relation}, but its outcome 'trust' shows: {verdict}; "
            f"'{relation}' needs {needs}",
        )
    ]


@pytest.mark.parametrize(
    ("relation", "shown"),
    [
        ("supports", SHOWN),
        ("contradicts", UNCLEAR),
        ("contradicts", FELL),
        ("qualifies", SHOWN),
        ("qualifies", UNCLEAR),
        ("qualifies", FELL),
        ("qualifies", UNSTATED),
    ],
)
def test_a_support_that_holds_is_no_finding(project, relation, shown):
    files = alone(**{EXPERIMENT_PATH: experiment(shown), RECOMMENDATION_PATH: cited(relation)})
    assert lines(project(files)) == []


def test_principles_and_modules_are_held_to_the_same_rule(project):
    supports = "supports:\n  - {record: door-visits, outcome: trust, relation: supports}\n"
    module = MODULE + supports
    found = lines(project({**PROJECT, EXPERIMENT_PATH: experiment(UNCLEAR), MODULE_PATH: module}))

    assert [line.split(" 'door-visits'")[0] for line in found] == [
        f"{AT_PRINCIPLE} error IMP402",
        f"{AT_RECOMMENDATION} error IMP402",
        f"{at(MODULE_PATH, module, '{record')} error IMP402",
    ]


@pytest.mark.parametrize("relation", ["supports", "contradicts"])
def test_a_record_as_a_whole_can_only_qualify(project, relation):
    files = alone(**{RECOMMENDATION_PATH: cited(relation, outcome=None, because="It was done.")})

    assert lines(project(files)) == [
        told(
            AT_RECOMMENDATION,
            "IMP402",
            f"'door-visits' is cited as {relation} without an outcome; name the one it rests on, "
            "or cite it as qualifies",
        )
    ]
    qualified = alone(**{RECOMMENDATION_PATH: cited("qualifies", outcome=None)})
    assert lines(project(qualified)) == []


@pytest.mark.parametrize("relation", ["supports", "contradicts"])
def test_a_qualitative_study_holds_where_the_claim_says_so(project, relation):
    qualitative = {EXPERIMENT_PATH: experiment(UNSTATED, "qualitative")}
    silent = alone(**qualitative, **{RECOMMENDATION_PATH: cited(relation, outcome=None)})
    said = alone(
        **qualitative,
        **{RECOMMENDATION_PATH: cited(relation, outcome=None, because="Residents told why.")},
    )

    assert lines(project(silent)) == [
        told(
            AT_RECOMMENDATION,
            "IMP402",
            f"'door-visits' is cited as {relation} and is a qualitative study; say so under "
            "'because'",
        )
    ]
    assert lines(project(said)) == []


def test_a_qualitative_study_does_not_carry_an_outcome_that_it_cannot_show(project):
    files = alone(
        **{
            EXPERIMENT_PATH: experiment(UNSTATED, "qualitative"),
            RECOMMENDATION_PATH: cited(because="Residents told why."),
        }
    )
    assert lines(project(files)) == [
        told(
            AT_RECOMMENDATION,
            "IMP402",
            "'door-visits' is cited as supports, but its outcome 'trust' shows: not assessable; "
            "'supports' needs improved",
        )
    ]


def test_without_an_evaluation_nothing_is_supported(project):
    bare = (
        EXPERIMENT[: EXPERIMENT.index("evaluation:")] + EXPERIMENT[EXPERIMENT.index("sources:") :]
    )
    files = alone(
        **{
            EXPERIMENT_PATH: bare,
            PRINCIPLE_PATH: cited("qualifies", outcome=None, text=PRINCIPLE),
            RECOMMENDATION_PATH: cited(outcome=None, because="It was done."),
        }
    )
    assert [line.split(" 'door-visits'")[0] for line in lines(project(files))] == [
        f"{AT_RECOMMENDATION} error IMP402"
    ]
