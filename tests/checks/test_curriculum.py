import re
from pathlib import Path

import pytest

from imppulse.checks.catalogue import RULES
from imppulse.checks.curriculum import curriculum_findings
from imppulse.records.folder import load

MODULE = """\
title: Listening
summary: Listen before you speak.
areas: [contact]
audience: [Patrol officers]
stage: both
eqf: 4
requires: []
outcomes:
  - id: listen
    statement: Listen.
    level: apply
    dimension: skills
    fundamental_rights: true
  - id: explain
    statement: Explain why.
    level: understand
    dimension: knowledge
activities:
  - title: Talk
    minutes: 30
    method: briefing
    description: Words.
    outcomes: [explain]
  - title: Play
    minutes: 60
    method: role-play
    description: One speaks, one listens.
    outcomes: [listen, explain]
  - title: Diary
    minutes: 30
    method: self-study
    description: Write.
    outcomes: [explain]
assessments:
  - title: Seen
    criteria: [Listens]
    outcomes:
      - listen
      - explain
workload:
  contact: 1.5
  self_study: 0.5
  assessment: 1
trainers: {police: A trainer}
version: "1"
"""

PATHWAY = "title: P\nsummary: S.\nrole: Recruits\nmodules: [{modules}]\nhours: {hours}\n"


@pytest.fixture
def check(project):
    """Return a function that gives the findings of some modules and pathways, as text."""

    def findings(modules, pathways=None):
        """Take the text of each module and each pathway; without pathways, all modules in one."""
        if pathways is None:
            pathways = {"all": pathway(*modules)}
        files = {f"training/modules/{id_}.yml": text for id_, text in modules.items()}
        files |= {f"training/pathways/{id_}.yml": text for id_, text in pathways.items()}
        found = curriculum_findings(load(project(files)))
        return [str(one).removeprefix("training/") for one in sorted(found)]

    return findings


def pathway(*modules, hours=None):
    return PATHWAY.format(
        modules=", ".join(modules), hours=3 * len(modules) if hours is None else hours
    )


def changed(*swaps):
    """Return the module with passages replaced, each of which must be there exactly once."""
    text = MODULE
    for old, new in swaps:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def requiring(*ids):
    return changed(("requires: []", f"requires: [{', '.join(ids)}]"))


def test_a_sound_framework_has_no_findings(check):
    assert check({"a": MODULE, "b": requiring("a")}) == []


def test_every_code_of_training_is_tried_here():
    here = Path(__file__).read_text(encoding="utf-8")
    assert {code for code in RULES if code.startswith("IMP5")} == set(re.findall(r"IMP5\d\d", here))


def test_an_outcome_that_no_activity_serves_is_never_taught(check):
    text = changed(("[listen, explain]", "[explain]"))
    (found,) = check({"a": text})
    assert found.startswith("modules/a.yml:9:9 error IMP501 no activity serves 'listen'")


def test_an_outcome_that_is_only_talked_about_is_never_practised(check):
    text = changed(("[listen, explain]", "[listen]"))
    (found,) = check({"a": text})
    assert found.startswith(
        "modules/a.yml:14:9 error IMP502 "
        "'explain' is taught (briefing, self-study) and never practised"
    )


@pytest.mark.parametrize("method", ["discussion", "coaching"])
def test_discussion_and_coaching_are_no_practice(check, method):
    found = check({"a": changed(("method: role-play", f"method: {method}"))})
    assert [one.split()[2] for one in found] == ["IMP502", "IMP502"]


@pytest.mark.parametrize("method", ["scenario", "case-study", "joint-session", "field-task"])
def test_practice_comes_in_several_methods(check, method):
    assert check({"a": changed(("method: role-play", f"method: {method}"))}) == []


def test_an_outcome_that_no_assessment_tests_is_never_assessed(check):
    (found,) = check({"a": changed(("      - listen\n      - explain\n", "      - explain\n"))})
    assert found.startswith("modules/a.yml:9:9 error IMP503 no assessment tests 'listen'")


def test_an_unknown_outcome_is_named_where_it_stands(check):
    text = changed(
        ("[listen, explain]", "[listen, explain, lisen]"),
        ("      - explain\n", "      - explain\n      - explains\n"),
    )
    activity, assessment = check({"a": text})
    assert activity.startswith("modules/a.yml:28:33 error IMP504")
    assert activity.endswith("has no learning outcome 'lisen'; did you mean 'listen'?")
    assert assessment.startswith("modules/a.yml:40:9 error IMP504")


def test_an_id_stands_for_one_outcome(check):
    text = changed(("  - id: explain\n", "  - id: listen\n")).replace("explain", "listen")
    found = [one for one in check({"a": text}) if "IMP505" in one]
    assert found == [
        "modules/a.yml:14:9 error IMP505 another learning outcome has the id 'listen' already"
    ]


def test_a_module_without_fundamental_rights_is_a_warning(check):
    (found,) = check({"a": changed(("    fundamental_rights: true\n", ""))})
    assert found.startswith("modules/a.yml:8:1 warning IMP506")


def test_contact_hours_are_the_minutes_of_all_but_self_study(check):
    (found,) = check(
        {"a": changed(("contact: 1.5", "contact: 2"))}, {"all": pathway("a", hours=3.5)}
    )
    assert found == (
        "modules/a.yml:41:12 error IMP511 'contact' says 2 h; "
        "the activities without self-study add up to 90 minutes, that is 1.5 h"
    )


def test_self_study_hours_are_the_minutes_of_self_study(check):
    text = changed(("  self_study: 0.5\n", ""))
    (found,) = check({"a": text}, {"all": pathway("a", hours=2.5)})
    assert found == (
        "modules/a.yml:41:3 error IMP512 'self_study' says 0 h; "
        "the activities of self-study add up to 30 minutes, that is 0.5 h"
    )


def test_hours_typed_with_two_decimals_are_no_mistake(check):
    text = changed(("minutes: 60", "minutes: 50"), ("contact: 1.5", "contact: 1.33"))
    assert check({"a": text}, {"all": pathway("a", hours=2.83)}) == []


def test_a_minute_too_many_is_a_mistake(check):
    found = check({"a": changed(("minutes: 60", "minutes: 61"))})
    assert ["IMP511" in one for one in found] == [True]


def test_a_loop_is_named_once_in_its_order(check):
    (found,) = check({"a": requiring("c"), "b": requiring("a"), "c": requiring("b")})
    assert found == (
        "modules/a.yml:7:12 error IMP521 prerequisite loop: a -> c -> b -> a; "
        "take one of these out of 'requires'"
    )


def test_a_module_that_requires_itself_is_a_loop(check):
    (found,) = check({"a": requiring("a")})
    assert "prerequisite loop: a -> a;" in found


def test_all_loops_are_named_at_once(check):
    found = check({"a": requiring("b", "c"), "b": requiring("a"), "c": requiring("a")})
    assert [one.split()[0] for one in found] == ["modules/a.yml:7:12", "modules/a.yml:7:15"]
    assert "a -> b -> a" in found[0]
    assert "a -> c -> a" in found[1]


def test_a_long_chain_of_prerequisites_is_no_problem(check):
    ids = [f"m{number:04}" for number in range(150)]
    modules = dict(zip(ids, [MODULE, *(requiring(id_) for id_ in ids)], strict=False))
    assert check(modules) == []


def test_a_pathway_puts_what_is_required_first(check):
    modules = {"a": MODULE, "b": requiring("a")}
    found = check(modules, {"p": pathway("b", "a")})
    assert found == [
        "pathways/p.yml:4:11 error IMP522 'b' requires 'a', which comes later; put 'a' first"
    ]


def test_a_pathway_leaves_nothing_out_that_is_required(check):
    modules = {"a": MODULE, "b": requiring("a"), "c": requiring("b"), "d": requiring("b")}
    first, second = check(modules, {"p": pathway("c", "d"), "q": pathway("a", "b")})
    where = "pathways/p.yml:4:11 warning IMP523 the pathway leaves out"
    assert first == f"{where} 'a', which 'b' requires; put it before 'c'"
    assert second == f"{where} 'b', which 'c' requires; put it before 'c'"


def test_the_order_counts_through_a_module_that_is_left_out(check):
    modules = {"a": MODULE, "b": requiring("a"), "c": requiring("b")}
    found = check(modules, {"p": pathway("c", "a"), "q": pathway("a", "b")})
    assert any("IMP522 'c' requires 'a' through 'b', which comes later" in one for one in found)


def test_a_module_stands_once_in_a_pathway(check):
    found = check({"a": MODULE, "b": MODULE}, {"p": pathway("a", "b", "a")})
    assert found == [
        "pathways/p.yml:4:17 error IMP524 the module 'a' is in this pathway already, as number 1"
    ]


def test_the_hours_of_a_pathway_are_those_of_its_modules(check):
    found = check({"a": MODULE, "b": MODULE}, {"p": pathway("a", "b", hours=7)})
    assert found == ["pathways/p.yml:5:8 error IMP525 'hours' says 7 h; the modules add up to 6 h"]


def test_a_module_in_no_pathway_is_a_warning(check):
    found = check({"a": MODULE, "b": MODULE}, {"p": pathway("a")})
    assert found == ["modules/b.yml:1:1 warning IMP526 no pathway has the module 'b'"]


def test_a_pathway_that_cannot_be_read_hides_no_module(check):
    assert check({"a": MODULE}, {"p": "title: [broken"}) == []


def test_what_does_not_exist_is_left_to_other_rules(check):
    modules = {"a": requiring("nowhere")}
    assert check(modules, {"p": pathway("a", "missing", hours=99)}) == []
