"""IMP403, nothing is passed over in silence: a claim tells of all records on its question."""

import pytest

from imppulse.guide.assembly import assemble
from imppulse.records.folder import load
from imppulse.site.pages import pages
from tests.checks.evidence_rules import (
    AT_PRINCIPLE,
    AT_RECOMMENDATION,
    FELL,
    OTHER,
    OTHER_PATH,
    SHOWN,
    UNCLEAR,
    UNSTATED,
    experiment,
    lines,
    told,
)
from tests.sound import (
    PRINCIPLE,
    PRINCIPLE_PATH,
    PROJECT,
    RECOMMENDATION,
    RECOMMENDATION_PATH,
    changed,
)


def passed_over(place, verdict):
    return told(
        place,
        "IMP403",
        "'street-meetings' also measured trust in the police (outcome 'confidence': "
        f"{verdict}); cite it, or say under 'set_aside' why not",
    )


@pytest.mark.parametrize(
    ("shown", "verdict"),
    [(SHOWN, "improved"), (UNCLEAR, "no clear change"), (FELL, "worsened")],
)
def test_a_record_on_the_same_question_is_not_passed_over(project, shown, verdict):
    """Null, adverse and favourable alike: a claim tells all there is."""
    files = {**PROJECT, OTHER_PATH: experiment(shown, text=OTHER)}

    assert lines(project(files)) == [
        passed_over(AT_PRINCIPLE, verdict),
        passed_over(AT_RECOMMENDATION, verdict),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("axes: [encounter]", "axes: [training]"),
        ("indicator: trust-in-police", "indicator: legitimacy"),
        ("respondents: population", "respondents: police"),
        (SHOWN, UNSTATED),
    ],
)
def test_a_record_on_another_question_may_be_passed_over(project, old, new):
    assert lines(project({**PROJECT, OTHER_PATH: changed(OTHER, old, new)})) == []


def test_one_axis_in_common_makes_it_the_same_question(project):
    text = changed(OTHER, "axes: [encounter]", "axes: [training, encounter]")
    found = lines(project({**PROJECT, OTHER_PATH: text}))

    assert found == [
        passed_over(AT_PRINCIPLE, "improved"),
        passed_over(AT_RECOMMENDATION, "improved"),
    ]


ASIDE = "set_aside:\n  - record: street-meetings\n{outcome}    because: They met indoors.\n"
CITED = "  - record: street-meetings\n    outcome: {outcome}\n    relation: {relation}\n"


@pytest.mark.parametrize("outcome", ["", "    outcome: confidence\n"])
def test_a_record_set_aside_with_a_reason_is_not_passed_over(project, outcome):
    text = changed(RECOMMENDATION, "principles:", f"{ASIDE.format(outcome=outcome)}principles:")
    found = lines(project({**PROJECT, OTHER_PATH: OTHER, RECOMMENDATION_PATH: text}))

    assert found == [passed_over(AT_PRINCIPLE, "improved")]


@pytest.mark.parametrize(
    ("relation", "shown"), [("supports", SHOWN), ("qualifies", FELL), ("contradicts", UNCLEAR)]
)
def test_a_record_that_is_cited_is_not_passed_over(project, relation, shown):
    also = CITED.format(outcome="confidence", relation=relation)
    files = {
        **PROJECT,
        OTHER_PATH: experiment(shown, text=OTHER),
        PRINCIPLE_PATH: changed(PRINCIPLE, "supports:\n", f"supports:\n{also}"),
        RECOMMENDATION_PATH: changed(RECOMMENDATION, "principles:", f"{also}principles:"),
    }
    assert lines(project(files)) == []


SECOND = """\
    - id: second
      indicator: {indicator}
      respondents: population
      label: Another question
      described: {{direction: worse, significance: significant}}
      source: other-2021
sources:
"""


def test_one_outcome_cited_or_set_aside_does_not_hide_another(project):
    """A record with a good and a bad answer to the same question is told with both."""
    other = changed(OTHER, "sources:\n", SECOND.format(indicator="trust-in-police"))
    also = CITED.format(outcome="confidence", relation="qualifies")
    aside = ASIDE.format(outcome="    outcome: confidence\n")
    files = {
        **PROJECT,
        OTHER_PATH: other,
        PRINCIPLE_PATH: changed(PRINCIPLE, "---\n\nBegin", f"{aside}---\n\nBegin"),
        RECOMMENDATION_PATH: changed(RECOMMENDATION, "principles:", f"{also}principles:"),
    }
    assert lines(project(files)) == [
        passed_over(place, "worsened").replace("'confidence'", "'second'")
        for place in (AT_PRINCIPLE, AT_RECOMMENDATION)
    ]


def test_a_record_set_aside_as_a_whole_is_set_aside_with_all_its_outcomes(project):
    other = changed(OTHER, "sources:\n", SECOND.format(indicator="trust-in-police"))
    aside = ASIDE.format(outcome="")
    files = {
        **PROJECT,
        OTHER_PATH: other,
        PRINCIPLE_PATH: changed(PRINCIPLE, "---\n\nBegin", f"{aside}---\n\nBegin"),
        RECOMMENDATION_PATH: changed(RECOMMENDATION, "principles:", f"{aside}principles:"),
    }
    assert lines(project(files)) == []


def test_each_record_passed_over_is_named_once_for_a_claim(project):
    also = "  - record: door-visits\n    outcome: trust\n    relation: qualifies\n"
    text = changed(RECOMMENDATION, "principles:", f"{also}principles:")
    files = {**PROJECT, OTHER_PATH: OTHER, RECOMMENDATION_PATH: text}

    assert lines(project(files)).count(passed_over(AT_RECOMMENDATION, "improved")) == 1


@pytest.mark.parametrize(
    ("language", "reason"), [("en", "They met indoors."), ("fr", "Ils se sont vus à l’intérieur.")]
)
def test_the_reason_for_setting_a_record_aside_is_printed(project, language, reason):
    aside = ASIDE.format(outcome="    outcome: confidence\n")
    french = "set_aside:\n  - because: Ils se sont vus à l’intérieur.\n"
    files = {
        **PROJECT,
        OTHER_PATH: OTHER,
        PRINCIPLE_PATH: changed(PRINCIPLE, "---\n\nBegin", f"{aside}---\n\nBegin"),
        RECOMMENDATION_PATH: changed(RECOMMENDATION, "principles:", f"{aside}principles:"),
        RECOMMENDATION_PATH.replace(".yml", ".fr.yml"): french,
    }
    guide = assemble(load(project(files), ("en", "fr")), language)
    printed = {page.path: page.text() for page in pages(guide)}

    (path,) = [path for path in printed if path.endswith("fund-door-visits.md")]
    heading, _, below = printed[path].partition(
        "set aside, and why" if language == "en" else "écart"
    )
    assert heading
    assert reason in below
