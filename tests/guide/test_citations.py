"""The records that a claim leans on are told by kind and relation, with the outcomes named."""

import pytest

from imppulse.guide.assembly import assemble
from imppulse.guide.citations import citations
from imppulse.records.folder import load
from imppulse.records.vocabulary import Kind, Relation
from tests import sound

PATH = "content/principles/ring-at-doors.md"
PROJECT = {"experiments/published/door-visits.yml": sound.EXPERIMENT, PATH: sound.PRINCIPLE}
SUPPORT = """\
  - record: door-visits
    outcome: trust
    relation: supports
"""


@pytest.fixture
def cited(project):
    """Return a function that writes supports into a principle, and returns what it cites."""

    def make(supports):
        text = sound.PRINCIPLE.replace(f"supports:\n{SUPPORT}", supports)
        guide = assemble(load(project(PROJECT | {PATH: text})))
        return citations(guide, guide.principles[0])

    return make


def test_a_citation_names_the_record_and_the_outcome_that_it_leans_on(cited):
    (group,) = cited(f"supports:\n{SUPPORT}")
    assert (group.kind, group.relation) == (Kind.PUBLISHED, Relation.SUPPORTS)
    assert [one.experiment.id for one in group.leanings] == ["door-visits"]
    assert [outcome.id for one in group.leanings for outcome in one.outcomes] == ["trust"]


def test_a_record_that_is_cited_as_a_whole_names_no_outcome(cited):
    whole = "supports:\n  - {record: door-visits, relation: qualifies, because: It is near.}\n"
    (group,) = cited(whole)
    assert [one.outcomes for one in group.leanings] == [()]


def test_a_record_cited_twice_in_the_same_sense_is_named_once(cited):
    (group,) = cited(f"supports:\n{SUPPORT}{SUPPORT}")
    assert [len(one.outcomes) for one in group.leanings] == [1]


def test_a_record_that_is_set_aside_supports_nothing(cited):
    assert cited("set_aside:\n  - {record: door-visits, because: Other doors.}\n") == []
