"""A translation gives the passages of a record in another language, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imppulse.records.folder import load
from imppulse.records.text import Prose, Text
from imppulse.records.translation import fingerprint
from imppulse.records.validation import texts
from tests.sound import AWAITED, CHAPTER, EXPERIMENT, EXPERIMENT_PATH, MODULE, changed

FRENCH = "experiments/published/door-visits.fr.yml"
TITLE, TRUST = fingerprint(Text("Door visits")), fingerprint(Text("Trust in the police"))
TWO_OUTCOMES = changed(
    EXPERIMENT,
    "sources:\n",
    """\
    - id: fear
      indicator: fear-of-crime
      respondents: population
      label: Fear of crime
      described: {direction: unchanged}
      source: sample-2020
sources:
""",
)


def within(project, record, translation, language="fr"):
    """Load a record with its translation, both without findings, and return it in the language."""
    records = load(project({EXPERIMENT_PATH: record, FRENCH: translation}), ("en", "fr"))
    assert [str(finding) for finding in records.findings] == []
    return records.loaded[0].within(language)


def lines(project, translation, record=EXPERIMENT):
    records = load(project({EXPERIMENT_PATH: record, FRENCH: translation}), ("en", "fr"))
    return [str(finding) for finding in records.findings]


def test_a_passage_takes_the_place_of_its_source_and_facts_stay(project):
    record = within(project, EXPERIMENT, "title: Visites\nplace:\n  name: Louvain\n")

    assert (record.title, record.title.language) == ("Visites", "fr")
    assert (record.place.name, record.place.country) == ("Louvain", "BE")
    assert (record.summary.language, record.evaluation.description.language) == ("en", "en")


def test_without_a_translation_the_record_stays_in_english(project):
    (loaded,) = load(project({EXPERIMENT_PATH: EXPERIMENT}), ("en", "fr")).loaded

    assert loaded.within("fr") is loaded.record
    assert {text.language for _, text in texts(loaded.record)} == {"en"}


def test_the_english_record_does_not_change_with_its_translation(project):
    assert within(project, EXPERIMENT, "title: Visites\n", "en").title == "Door visits"


def test_parts_with_an_id_are_matched_by_it_in_any_order(project):
    translation = """\
evaluation:
  outcomes:
    - id: fear
      label: Peur
    - id: trust
      label: Confiance
"""
    outcomes = within(project, TWO_OUTCOMES, translation).evaluation.outcomes

    assert [(outcome.id, outcome.label) for outcome in outcomes] == [
        ("trust", "Confiance"),
        ("fear", "Peur"),
    ]


def test_one_part_alone_may_be_translated(project):
    translation = "evaluation: {outcomes: [{id: fear, label: Peur}]}\n"
    outcomes = within(project, TWO_OUTCOMES, translation).evaluation.outcomes

    assert [outcome.label for outcome in outcomes] == ["Trust in the police", "Peur"]


def test_items_without_an_id_are_matched_by_position(project):
    record = EXPERIMENT + "lessons: [One, Two]\n"

    assert within(project, record, "lessons: [Un, Deux]\n").lessons == ["Un", "Deux"]
    assert within(project, record, "lessons: [Un]\n").lessons == ["Un", "Two"]
    assert within(project, record, 'lessons: ["", Deux]\n').lessons == ["One", "Deux"]


def test_a_key_with_nothing_after_it_is_not_translated_yet(project):
    assert within(project, EXPERIMENT, "title:\nsummary: ''\n").title == "Door visits"


def test_the_body_of_a_page_is_a_passage(project):
    root = project(
        {
            "content/x.md": CHAPTER,
            "content/x.fr.md": "---\ntitle: À propos\n---\n\nLisez.\n",
        }
    )
    (loaded,) = load(root, ("en", "fr")).loaded
    chapter = loaded.within("fr")

    assert (chapter.title, chapter.body, chapter.summary.language) == ("À propos", "Lisez.", "en")
    assert isinstance(chapter.body, Prose)


@pytest.mark.parametrize(
    ("translation", "expected"),
    [
        (
            "title: Visites\nstatus: terminé\n",
            (
                f"{FRENCH}:2:1 error IMP303 'status' is a fact, written once in {EXPERIMENT_PATH}; "
                "delete it here"
            ),
        ),
        (
            "place:\n  country: BE\n",
            (
                f"{FRENCH}:2:3 error IMP303 'place.country' is a fact, written once in "
                f"{EXPERIMENT_PATH}; delete it here"
            ),
        ),
        (
            "axes: [rencontre]\n",
            (
                f"{FRENCH}:1:8 error IMP303 'axes.0' is a fact, written once in {EXPERIMENT_PATH}; "
                "delete it here"
            ),
        ),
        (
            "sources: [{id: sample-2020, title: Sonner}]\n",
            (
                f"{FRENCH}:1:29 error IMP303 'sources.0.title' is a fact, written once in "
                f"{EXPERIMENT_PATH}; delete it here"
            ),
        ),
        (
            "title: Visites\nlicence: CC-BY\n",
            f"{FRENCH}:2:1 error IMP302 there is no text 'licence' in {EXPERIMENT_PATH}",
        ),
        (
            "sumary: Visites\n",
            (
                f"{FRENCH}:1:1 error IMP302 there is no text 'sumary' in {EXPERIMENT_PATH}; "
                "did you mean 'summary'?"
            ),
        ),
        (
            "lessons: [Un]\n",
            f"{FRENCH}:1:11 error IMP302 there is no text 'lessons.0' in {EXPERIMENT_PATH}",
        ),
        (
            "evaluation:\n  outcomes:\n    - id: fear\n      label: Peur\n",
            (
                f"{FRENCH}:4:7 error IMP302 there is no text 'evaluation.outcomes.fear.label' in "
                f"{EXPERIMENT_PATH}; did you mean 'evaluation.outcomes.0.label'?"
            ),
        ),
        (
            "id: visites\ntitle: Visites\n",
            f"{FRENCH}:1:1 error IMP102 the id of a record is its file name; delete this key",
        ),
        (
            f"summary: {' '.join(['mot'] * 61)}\n",
            f"{FRENCH}:1:10 error IMP106 'summary': the text has 61 words; at most 60 fit here",
        ),
        (
            "title: a\ntitle: b\n",
            (
                f"{FRENCH}:2:1 error IMP012 the key 'title' is already given at line 1; "
                "keep one of the two"
            ),
        ),
        ("title: *a\n", None),
    ],
)
def test_what_does_not_belong_in_a_translation_is_one_clear_line(project, translation, expected):
    found = lines(project, translation)

    assert len(found) == 1
    assert expected in (None, found[0])


def test_an_unsound_translation_leaves_the_record_in_english(project):
    root = project({EXPERIMENT_PATH: EXPERIMENT, FRENCH: "title: Visites\nstatus: x\n"})
    (loaded,) = load(root, ("en", "fr")).loaded

    assert loaded.within("fr").title == "Door visits"


def test_a_translation_beside_no_record(project):
    assert [
        str(finding) for finding in load(project({FRENCH: "title: a\n"}), ("en", "fr")).findings
    ] == [f"{FRENCH}:1:1 error IMP301 there is no record 'door-visits.yml' beside this translation"]


def test_a_broken_record_is_mended_before_its_translation(project):
    found = lines(project, "status: *x\n", changed(EXPERIMENT, "status: completed", "status: done"))

    assert len(found) == 1
    assert found[0].startswith(f"{EXPERIMENT_PATH}:4:9 error IMP104 ")


@pytest.mark.parametrize("language", ["de", "FR", "old", "en"])
def test_a_language_that_the_guide_is_not_translated_into(project, language):
    path = f"experiments/imppulse/x.{language}.yml"
    records = load(
        project({"experiments/imppulse/x.yml": AWAITED, path: "title: a\n"}), ("en", "fr")
    )

    assert [str(finding) for finding in records.findings] == [
        (
            f"{path}:1:1 warning IMP304 '{language}' in 'x.{language}.yml' "
            "is no language that the guide is translated into"
        )
    ]


def test_a_passage_is_current_while_its_source_keeps_its_wording(project):
    translation = f"title: Visites\ntranslates:\n  title: {TITLE}\n"

    assert not within(project, EXPERIMENT, translation).title.outdated
    reworded = changed(EXPERIMENT, "title: Door visits", "title: Visits at the door")
    assert within(project, reworded, translation).title.outdated


def test_a_passage_that_says_not_what_it_translates_counts_as_outdated(project):
    assert within(project, EXPERIMENT, "title: Visites\n").title.outdated


def test_other_line_breaks_in_the_source_are_no_other_wording(project):
    translation = f"title: Visites\ntranslates:\n  title: {TITLE}\n"
    folded = changed(EXPERIMENT, "title: Door visits", "title: >-\n  Door\n  visits")

    assert not within(project, folded, translation).title.outdated


def test_a_passage_of_a_part_is_current_by_the_fingerprint_of_its_place(project):
    translation = f"""\
evaluation:
  outcomes:
    - id: trust
      label: Confiance
translates:
  evaluation.outcomes.0.label: {TRUST}
"""
    assert not within(project, EXPERIMENT, translation).evaluation.outcomes[0].label.outdated


@given(st.text(min_size=1), st.text(min_size=1))
def test_a_fingerprint_tells_wordings_apart_and_knows_them_again(one, other):
    assert fingerprint(Text(one)) == fingerprint(Text(f" {one}\n"))
    assert (fingerprint(Text(one)) == fingerprint(Text(other))) is (Text(one) == Text(other))
    assert len(fingerprint(Text(one))) == 8


def test_every_text_of_a_module_can_be_translated(project):
    translation = """\
title: Écouter
audience: [Agents]
outcomes: [{id: listen, statement: Laisser finir.}]
activities: [{title: Trois minutes, description: "L'un parle."}]
assessments: [{title: Observation, criteria: [N'interrompt pas]}]
trainers: {police: Un agent}
summary: Les agents écoutent.
"""
    root = project({"training/modules/x.yml": MODULE, "training/modules/x.fr.yml": translation})
    records = load(root, ("en", "fr"))

    assert records.findings == []
    assert {text.language for _, text in texts(records.loaded[0].within("fr"))} == {"fr"}
