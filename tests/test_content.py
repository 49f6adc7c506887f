"""The content of the guide itself: what was promised is there, sourced, marked and translated."""

from pathlib import Path

import pytest

from imppulse.checks.pipeline import check
from imppulse.guide.assembly import assemble
from imppulse.languages.catalogue import languages
from imppulse.records.folder import load
from imppulse.records.text import Prose
from imppulse.records.validation import texts
from imppulse.records.vocabulary import Audience, Kind, Nature, Phase, ReviewState, Status

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def records():
    return load(ROOT, languages())


@pytest.fixture(scope="module")
def guide(records):
    return assemble(records)


def test_the_content_has_no_findings(records):
    assert [str(finding) for finding in check(records)] == []


def test_all_sixteen_micro_experiments_are_there_two_for_each_partner(guide):
    projects = guide.experiments_of(Kind.MICRO_EXPERIMENT)
    cities = [experiment.place.name for experiment in projects]
    assert len(projects) == 16
    assert {city: cities.count(city) for city in cities} == dict.fromkeys(
        [
            "Amiens",
            "Aubervilliers",
            "Barcelona",
            "Brussels",
            "Lisbon",
            "Milan",
            "Nantes",
            "Toulouse",
        ],
        2,
    )


def test_no_result_is_claimed_of_a_micro_experiment(guide):
    for experiment in guide.experiments_of(Kind.MICRO_EXPERIMENT):
        assert experiment.evaluation is None
        assert experiment.status in (Status.AWAITING_REPORT, Status.COMPLETED)


def test_at_least_24_published_evaluations_name_source_place_and_design(guide):
    published = guide.experiments_of(Kind.PUBLISHED)
    assert len(published) >= 24
    for experiment in published:
        assert experiment.sources or experiment.cites, experiment.id
        assert experiment.evaluation, experiment.id


def test_null_and_adverse_results_are_among_them(guide):
    described = [
        outcome.described.direction
        for experiment in guide.experiments
        if experiment.evaluation
        for outcome in experiment.evaluation.outcomes
        if outcome.described
    ]
    assert described.count("unchanged") >= 5
    assert described.count("worse") >= 1


def test_principles_are_practical_and_technical_along_all_phases(guide):
    assert len(guide.principles) >= 12
    assert {principle.phase for principle in guide.principles} == set(Phase)
    assert {principle.nature for principle in guide.principles} == set(Nature)


def test_every_audience_has_at_least_three_recommendations(guide):
    assert len(guide.recommendations) >= 12
    for audience in Audience:
        assert sum(one.audience is audience for one in guide.recommendations) >= 3


def test_the_training_framework_has_modules_and_pathways(guide):
    assert guide.framework
    assert len(guide.modules) >= 8
    assert len(guide.pathways) >= 3


def test_every_claim_and_module_is_marked_as_a_draft(guide):
    for record in (*guide.principles, *guide.recommendations, *guide.modules):
        assert record.review.state is ReviewState.DRAFT


def test_the_chapters_are_there(guide):
    present = {chapter.id for chapter in guide.chapters}
    assert {
        "index",
        "about",
        "use",
        "project",
        "method",
        "glossary",
        "sources",
        "contribute",
    } <= present


def test_the_difference_between_loures_and_lisbon_is_said(guide):
    project = str(guide.chapter("project").body)
    assert "Loures" in project
    assert "Lisbon" in project


def test_the_glossary_explains_at_least_25_terms(guide):
    assert guide.chapter("glossary").body.count("\n:   ") >= 25


@pytest.mark.parametrize("language", languages()[1:])
def test_every_language_is_complete_and_current(records, language):
    translated = assemble(records, language)
    for record in translated.records.values():
        assert translated.untranslated(record) == 0, record.id
        assert translated.outdated(record) == 0, record.id


def test_texts_keep_to_themselves(records):
    """No word about who wrote them, no left-over of a draft."""
    for loaded in records.loaded:
        for path, text in texts(loaded.record):
            for word in ("TODO", "FIXME", "lorem", "as an ai", "language model"):
                assert word.lower() not in str(text).lower(), (loaded.path, path)
            assert isinstance(text, Prose) or "\n" not in text
