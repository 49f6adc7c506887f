"""Completeness: what is known, part by part, and what is missing for publication."""

import pytest

from imppulse.guide.completeness import Part, completeness
from imppulse.records.experiment import Experiment
from imppulse.records.vocabulary import Status

OUTCOME = {
    "id": "trust",
    "indicator": "trust-in-police",
    "respondents": "population",
    "label": "Trust",
    "described": {"direction": "better"},
    "source": "report",
}

BARE = {
    "id": "lisbon",
    "title": "Lisbon",
    "summary": "It awaits its report.",
    "kind": "micro-experiment",
    "status": "awaiting-report",
    "place": {"name": "Lisbon", "country": "PT"},
}

EVALUATION = {"design": "before-after", "description": "Before and after."}

FILLED = {
    Part.AXIS: {"axes": ["encounter"]},
    Part.POLICE: {"police": {"system": "municipal"}},
    Part.FACTORS: {"factors": ["low-trust"]},
    Part.TARGETS: {"targets": {"population": ["Residents"], "police": ["Patrols"]}},
    Part.PERIOD: {"period": {"start": "2015"}},
    Part.RESOURCES: {"resources": {"budget": 0}},
    Part.STORY: {
        "story": {
            "intelligence": "Known.",
            "intervention": "Done.",
            "implementation": "So.",
            "involvement": "They.",
            "impact": "This.",
        }
    },
    Part.DESIGN: {"evaluation": EVALUATION},
    Part.OUTCOMES: {"evaluation": {**EVALUATION, "outcomes": [OUTCOME]}},
    Part.LIMITS: {"evaluation": {**EVALUATION, "limits": "Small."}},
    Part.LESSONS: {"strengths": ["Many came."], "difficulties": ["Rain."], "lessons": ["Tents."]},
    Part.TRANSFER: {"transfer": ["A square."]},
    Part.SOURCES: {"sources": [{"id": "report", "title": "Report", "publisher": "Lisbon"}]},
    Part.REVIEW: {"review": {"state": "reviewed"}},
}

BRINGS_ALONG = {Part.OUTCOMES: {Part.DESIGN}, Part.LIMITS: {Part.DESIGN}}
"""An evaluation has a design."""

HALF = {
    Part.POLICE: {"police": {"forces": ["Patrol"], "partners": ["Schools"]}},
    Part.TARGETS: {"targets": {"population": ["Residents"]}},
    Part.RESOURCES: {"resources": {"participants": 20, "note": "Volunteers."}},
    Part.STORY: {"story": {"intervention": "Done.", "impact": "This."}},
    Part.LESSONS: {"strengths": ["Many came."], "lessons": ["Tents."]},
    Part.REVIEW: {"review": {"state": "in-review"}},
}


def state(**values):
    return completeness(Experiment.model_validate({**BARE, **values}))


def full():
    return {
        **{key: value for part in FILLED for key, value in FILLED[part].items()},
        "evaluation": {**EVALUATION, "outcomes": [OUTCOME], "limits": "Small."},
    }


def test_every_part_is_tried_here():
    assert set(FILLED) == set(Part)


def test_a_record_that_awaits_its_report_has_nothing_and_says_so():
    found = state()
    assert (found.known, found.missing, found.experiment.awaited) == ((), tuple(Part), True)


def test_a_full_record_has_nothing_missing():
    found = state(**full(), status="completed")
    assert (found.known, found.missing, found.experiment.awaited) == (tuple(Part), (), False)


@pytest.mark.parametrize("part", Part)
def test_each_part_counts_by_itself(part):
    found = state(**FILLED[part])

    assert set(found.known) == {part} | BRINGS_ALONG.get(part, set())
    assert [*found.missing] == [one for one in Part if one not in found.known]


@pytest.mark.parametrize("part", HALF)
def test_half_a_part_is_not_known(part):
    assert part in state(**HALF[part]).missing


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.AWAITING_REPORT])
def test_only_the_status_says_that_a_report_is_awaited(status):
    assert not state(status=status, axes=["other"]).experiment.awaited


def test_a_source_of_another_record_is_a_source():
    assert Part.SOURCES in state(cites=["emmie-2015"]).known
