"""What print shows of the evidence: computed as on the site, each figure with its words."""

from __future__ import annotations

import json
import re

import pytest

from imppulse.evidence.strength import Strength
from imppulse.press.build_info import BuildInfo
from imppulse.press.data.book import book
from tests.press.conftest import MADE, flat, guide_of, print_edition, text_of
from tests.press.test_structure import elements, named
from tests.sound import EXPERIMENT, EXPERIMENT_PATH, PROJECT, RECOMMENDATION_PATH, changed

MEASURED = """\
      measured:
        - {arm: intervention, n: 200, count: 150}
        - {arm: comparison, n: 200, count: 100}
"""
DESCRIBED = """\
      described:
        direction: better
        significance: significant
"""
SECOND = changed(
    changed(EXPERIMENT, DESCRIBED, MEASURED), "title: Door visits", "title: More visits"
).split("sources:")[0]
SECOND += "cites: [peeters-2020]\n"


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Print a guide with a figure that is computed, in both languages."""
    root = tmp_path_factory.mktemp("counted")
    files = {**PROJECT, "experiments/published/more-visits.yml": SECOND}
    return {
        language: text_of(print_edition(guide_of(root / "p", files, language), root / "out"))
        for language in ("en", "fr")
    }


def test_claims_say_how_strong_they_are_and_why(text):
    assert text.count(f"Evidence: {Strength.MODERATE.label}") >= 2
    assert (
        "1 record of design level 4 or 5 shows an improvement: trust in the police."
        in flat_lines(text)
    )


def test_evidence_names_verdict_design_and_page(text):
    block = text[text.index("Records behind this recommendation") :][:600]
    for words in ("Supports", "Door visits", "Improved", "level 5 of 5"):
        assert words in block


def test_experiments_print_verdict_and_design_level(text):
    assert "Randomised trial (level 5 of 5)" in text
    assert "Measured in: Population" in text


def test_parts_across_all_records_are_there(text):
    for title in (
        "What the evidence shows",
        "Where there is evidence, and where there is none",
        "What rests on what",
        "State of the 16 micro-experiments",
        "How it fits together",
        "Records that no claim draws on",
    ):
        assert flat(title) in flat(text)


def test_state_of_a_micro_experiment_names_what_is_missing(text):
    state = text[text.rindex("State of the 16 micro-experiments") :][:900]
    assert "of 14 parts" in flat_lines(state)
    assert "Axis" in flat_lines(state)


def test_training_prints_how_it_fits_together(text):
    for words in ("taught through practice", "practised in 1 (Role play)", "assessed in A"):
        assert words in flat_lines(text)
    assert "A. Observation" in text
    assert re.search(r"0 ECTS \([\d.]+ h ÷ 25 h per credit = [\d.]+; rounded", flat_lines(text))


def test_every_record_that_is_a_draft_says_so(text):
    marks = text.splitlines().count("Editorial draft")
    # On cover and title page; then a part, a record of each of five kinds, and an experiment.
    assert marks >= 2 + 7


def test_set_aside_records_print_their_reason(printed):
    files = {**PROJECT, "experiments/published/more-visits.yml": SECOND}
    files[RECOMMENDATION_PATH] += (
        "set_aside:\n  - record: more-visits\n    because: Other streets were asked.\n"
    )
    found = text_of(printed(files))
    assert "More visits, p." in found.replace("\u00a0", " ")
    assert "Other streets were asked." in found


def test_computed_figures_stand_in_a_plot_with_words(counted):
    assert "+25 (15.6 to 33.8)" in flat_lines(counted["en"])
    assert "Difference in percentage points" in counted["en"]
    assert "Résultats" in counted["fr"]


def test_every_figure_has_words_for_those_who_do_not_see_it(pdf):
    figures = named(list(elements(pdf.Root.StructTreeRoot)), "Figure")
    assert figures
    assert all(len(str(figure.Alt)) > 10 for figure in figures)
    told = " ".join(str(figure.Alt) for figure in figures)
    assert re.search("Trust in the police, Encounter between police and population: 1", told)


def test_french_marks_keep_to_their_words(tmp_path):
    french = {
        **PROJECT,
        "experiments/published/door-visits.fr.yml": (
            "title: Visites à domicile\n"
            "summary: 'Une question : qui sonne ? Tous !'\n"
            "story: {impact: 'Un **mot** : deux = trois ; fin'}\n"
        ),
    }
    french[EXPERIMENT_PATH] += "story: {impact: One word}\n"
    data = json.dumps(
        book(guide_of(tmp_path, french, "fr"), BuildInfo(MADE), "x"), ensure_ascii=False
    )
    assert "question\u00a0: qui sonne\u202f? Tous\u202f!" in data
    assert "\u00a0: deux = trois\u202f; fin" in data


def flat_lines(text: str) -> str:
    """Put text on one line, as a reader reads it."""
    return " ".join(text.replace("\u00a0", " ").split())
