"""Records name each other; each reference is resolved once and seen from both ends."""

import pytest

from imppulse.checks.pipeline import check
from imppulse.guide.assembly import assemble
from imppulse.guide.references import Ref
from imppulse.records.folder import load
from tests.sound import (
    AWAITED,
    EXPERIMENT,
    EXPERIMENT_PATH,
    FRAMEWORK_PATH,
    MODULE,
    MODULE_PATH,
    PATHWAY,
    PATHWAY_PATH,
    PRINCIPLE,
    PRINCIPLE_PATH,
    PROJECT,
    RECOMMENDATION,
    RECOMMENDATION_PATH,
    changed,
)

EXPERIMENT_REF = Ref("experiment", "door-visits")
PRINCIPLE_REF = Ref("principle", "ring-at-doors")
RECOMMENDATION_REF = Ref("recommendation", "fund-door-visits")
MODULE_REF = Ref("module", "listening")
PATHWAY_REF = Ref("pathway", "patrol")


def lines(root, stage="IMP2"):
    """Return what the records say of each other, without the rules of evidence."""
    findings = check(load(root, ("en", "fr")))
    return [
        str(finding) for finding in findings if finding.code.startswith(("IMP0", "IMP1", stage))
    ]


def test_a_sound_project_has_nothing_to_say(project):
    assert lines(project(PROJECT)) == []


@pytest.mark.parametrize(
    ("origin", "target"),
    [
        (PRINCIPLE_REF, EXPERIMENT_REF),
        (RECOMMENDATION_REF, EXPERIMENT_REF),
        (RECOMMENDATION_REF, PRINCIPLE_REF),
        (RECOMMENDATION_REF, MODULE_REF),
        (MODULE_REF, PRINCIPLE_REF),
        (PATHWAY_REF, MODULE_REF),
    ],
)
def test_every_reference_is_seen_from_both_ends(project, origin, target):
    references = assemble(load(project(PROJECT))).references

    (forth,) = references.made_by(origin, target.kind)
    assert (forth.origin, forth.target) == (origin, target)
    assert forth in references.made_to(target, origin.kind)


def test_a_support_travels_with_its_reference(project):
    (reference,) = assemble(load(project(PROJECT))).references.made_to(EXPERIMENT_REF, "principle")

    assert (reference.support.outcome, reference.support.relation) == ("trust", "supports")


BROKEN = {
    "an experiment, misspelt": (
        {PRINCIPLE_PATH: changed(PRINCIPLE, "record: door-visits", "record: door-visit")},
        (
            f"{PRINCIPLE_PATH}:7:13 error IMP201 there is no experiment 'door-visit'; "
            "did you mean 'door-visits'?"
        ),
    ),
    "a principle, misspelt": (
        {
            RECOMMENDATION_PATH: changed(
                RECOMMENDATION, "principles: [ring-at-doors]", "principles: [ring-at-door]"
            )
        },
        (
            f"{RECOMMENDATION_PATH}:15:14 error IMP201 there is no principle 'ring-at-door'; "
            "did you mean 'ring-at-doors'?"
        ),
    ),
    "a module that nobody has written": (
        {PATHWAY_PATH: changed(PATHWAY, "[listening]", "[listening, driving]")},
        f"{PATHWAY_PATH}:4:22 error IMP201 there is no module 'driving'; known are listening",
    ),
    "a module to take before": (
        {MODULE_PATH: MODULE + "requires: [listing]\n"},
        f"{MODULE_PATH}:29:12 error IMP201 there is no module 'listing'; did you mean 'listening'?",
    ),
    "a record set aside": (
        {
            PRINCIPLE_PATH: changed(
                PRINCIPLE, "---\n\nBegin", "set_aside:\n  - {record: x, because: y}\n---\n\nBegin"
            )
        },
        (
            f"{PRINCIPLE_PATH}:11:14 error IMP201 there is no experiment 'x'; "
            "known are lisbon, door-visits"
        ),
    ),
    "a competence area": (
        {MODULE_PATH: changed(MODULE, "areas: [contact]", "areas: [contacts]")},
        (
            f"{MODULE_PATH}:3:9 error IMP201 the framework has no competence area 'contacts'; "
            "did you mean 'contact'?"
        ),
    ),
    "an outcome, misspelt": (
        {RECOMMENDATION_PATH: changed(RECOMMENDATION, "outcome: trust", "outcome: trusts")},
        (
            f"{RECOMMENDATION_PATH}:13:14 error IMP206 'door-visits' has no outcome 'trusts'; "
            "did you mean 'trust'?"
        ),
    ),
    "an outcome of a record that has none": (
        {
            RECOMMENDATION_PATH: changed(
                RECOMMENDATION, "  - record: door-visits", "  - record: lisbon"
            )
        },
        (
            f"{RECOMMENDATION_PATH}:13:14 error IMP206 'lisbon' has no outcome 'trust'; "
            "it has no outcomes"
        ),
    ),
}


@pytest.mark.parametrize(("files", "line"), BROKEN.values(), ids=BROKEN)
def test_a_broken_reference_is_one_line_with_a_suggestion(project, files, line):
    assert lines(project(PROJECT | files)) == [line]


def test_a_broken_reference_does_not_keep_the_guide_from_being_assembled(project):
    files = {PATHWAY_PATH: changed(PATHWAY, "[listening]", "[driving, listening]")}
    references = assemble(load(project(PROJECT | files))).references

    assert [one.target for one in references.made_by(PATHWAY_REF, "module")] == [MODULE_REF]


def test_a_reference_to_a_broken_record_is_not_a_second_finding(project):
    files = {EXPERIMENT_PATH: changed(EXPERIMENT, "status: completed", "status: done")}
    found = lines(project(PROJECT | files))

    assert len(found) == 1
    assert found[0].startswith(f"{EXPERIMENT_PATH}:4:9 error IMP104")


def test_a_module_without_a_framework_may_name_any_area(project):
    files = {path: text for path, text in PROJECT.items() if path != FRAMEWORK_PATH}

    assert lines(project(files)) == []


def test_one_id_in_two_folders_of_a_kind(project):
    found = lines(project(PROJECT | {"experiments/imppulse/door-visits.yml": AWAITED}))

    assert found == [
        f"{path}:1:1 error IMP202 the id 'door-visits' is used, now or formerly, "
        "by another experiment"
        for path in ("experiments/imppulse/door-visits.yml", EXPERIMENT_PATH)
    ]


def test_one_id_in_two_kinds_is_no_matter(project):
    files = PROJECT | {"training/pathways/listening.yml": PATHWAY}

    assert lines(project(files)) == []


def test_a_former_id_that_another_record_has_now(project):
    found = lines(project(PROJECT | {EXPERIMENT_PATH: EXPERIMENT + "formerly: [lisbon]\n"}))

    assert found == [
        f"{place} error IMP202 the id 'lisbon' is used, now or formerly, by another experiment"
        for place in ("experiments/imppulse/lisbon.yml:1:1", f"{EXPERIMENT_PATH}:27:12")
    ]


def test_a_former_id_that_two_records_claim(project):
    files = {
        EXPERIMENT_PATH: EXPERIMENT + "formerly: [visits]\n",
        "experiments/imppulse/lisbon.yml": AWAITED + "formerly: [visits]\n",
    }

    assert [line.split(" error ")[0] for line in lines(project(PROJECT | files))] == [
        "experiments/imppulse/lisbon.yml:8:12",
        f"{EXPERIMENT_PATH}:27:12",
    ]


def test_a_reference_by_a_former_id_is_told_the_present_one(project):
    files = {
        MODULE_PATH: MODULE + "formerly: [hearing]\n",
        PATHWAY_PATH: changed(PATHWAY, "[listening]", "[hearing]"),
    }

    assert lines(project(PROJECT | files)) == [
        f"{PATHWAY_PATH}:4:11 error IMP201 there is no module 'hearing'; it is now 'listening'"
    ]
