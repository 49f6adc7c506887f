"""What a reader finds on the pages, in reading order."""

from __future__ import annotations

import re

import pytest

from imppulse.records.vocabulary import Relation
from tests.press.conftest import flat, text_of
from tests.sound import (
    AWAITED,
    AWAITED_PATH,
    EXPERIMENT,
    EXPERIMENT_PATH,
    PRINCIPLE,
    PRINCIPLE_PATH,
    PROJECT,
    changed,
)


def test_parts_stand_in_order(text):
    marks = [
        "Police and",
        "About this edition",
        "Contents",
        "Read the principle",
        "Go to the residents before",
        "Pay for the hours",
        "What officers should be able to do",
        "Officers practise to listen",
        "The way of a patrol officer",
        "This micro-experiment awaits",
        "Officers rang at every door",
        "Belief.",
        "Ringing at doors",
    ]
    whole = flat(text)
    found = [whole.find(flat(mark)) for mark in marks]
    assert -1 not in found
    assert found == sorted(found)


@pytest.mark.parametrize(
    "words",
    [
        "Count the doors.",
        "The mayor",
        "Visits take time that no roster has.",
        "Meeting residents with respect.",
        "Act on their own within rules.",
        "Let residents finish.",
        "One speaks, one listens.",
        "Does not interrupt",
        "An experienced officer",
        "Streets were drawn by lot.",
        "Better (statistically significant)",
        "Trust in the police (higher is better)",
        "Sample Institute (2020). Ringing at doors. doi.org/10.1000/182",
        Relation.SUPPORTS.label,
        "Awaiting the city’s report",
    ],
)
def test_all_words_of_the_records_are_there(text, words):
    assert flat(words) in flat(text)


def test_kinds_are_told_apart(text):
    assert text.index("Micro-experiments of IMPPULSE") < text.rindex("Published evaluations of")
    assert "These actions were not part of IMPPULSE." in text


def test_references_name_their_page(text):
    place = re.search(r"Read the principle \(p\.\s(\d+)\)", text)
    assert place
    pages = text.split("\f")
    assert "Go to the residents before they" in pages[int(place.group(1)) - 1]


def test_pages_have_numbers_dates_and_running_heads(text):
    pages = text.split("\f")
    assert re.search(r"23 November 2026\s+4\s*$", pages[3])
    assert "abc1234" in text


def test_sources_name_the_pages_that_cite_them(text):
    assert re.search(r"Cited on p\. \d+", text)


def test_drafts_say_so(text):
    assert "It is an editorial draft" in text


def test_french_edition_prints_french_dates(small):
    assert "23 novembre 2026" in text_of(small["fr"])


def test_empty_guide_prints(printed):
    found = text_of(
        printed({"content/about.md": PROJECT["content/about.md"].split("\n\n")[0] + "\n\nHello.\n"})
    )
    assert found.count("No record yet.") == 5


def test_guide_without_any_record_prints(printed, tmp_path):
    (tmp_path / "project").mkdir()
    assert "Police and" in text_of(printed({}))


def test_record_without_evaluation_prints(printed):
    start = EXPERIMENT.index("evaluation:")
    end = EXPERIMENT.index("sources:")
    found = text_of(printed({EXPERIMENT_PATH: EXPERIMENT[:start] + EXPERIMENT[end:]}))
    assert "Officers rang at every door" in found
    assert "How it was evaluated" not in found


def test_awaited_records_share_a_page(printed):
    places = ["amiens", "barcelona", "lisbon"]
    files = {
        f"experiments/imppulse/{one}.yml": changed(AWAITED, "title: Lisbon", f"title: City {one}")
        for one in places
    }
    pages = text_of(printed(files)).split("\f")
    assert (
        max(
            sum(f"City {one}" in page and "Contents" not in page for one in places)
            for page in pages
        )
        == 3
    )


def test_every_moment_and_figure_of_a_full_record_is_there(printed):
    story = """\
story:
  intelligence: |
    Little was *known*.

    | Year | Calls |
    | --- | --- |
    | 2014 | 12 |
  impact: "> Quoted words"
strengths: [Short ways]
transfer: [Time of officers]
resources:
  budget: 1500
  staff_days: 12
"""
    found = text_of(printed({EXPERIMENT_PATH: EXPERIMENT + story}))
    for words in (
        "Little was known.",
        "Calls",
        "2014",
        "Quoted words",
        "Short ways",
        "€1,500",
        "12",
    ):
        assert words in found
    assert AWAITED_PATH not in found


def test_a_link_to_a_source_is_cited_and_any_other_is_written_out(printed):
    links = "The [study](https://doi.org/10.1000/182) and [more](https://a.example/b)."
    text = PRINCIPLE.replace("- Go in pairs.", f"{links}\n\n- Go in pairs.")
    found = text_of(printed({PRINCIPLE_PATH: text, EXPERIMENT_PATH: EXPERIMENT}))
    assert re.search(r"The study \[\d+\] and more", " ".join(found.split()))
    assert found.count("doi.org/10.1000/182") == 1  # in the list of sources alone
    assert "a.example/b" in found
