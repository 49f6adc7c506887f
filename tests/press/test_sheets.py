"""Sheets: one record on at most two pages, whole in itself."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from imppulse.press.build_info import BuildInfo
from imppulse.press.cache import Cache
from imppulse.press.editions import sheets
from imppulse.press.printing import Printed, print_job
from tests.press.conftest import MADE, flat, guide_of, text_of
from tests.press.test_structure import elements, named
from tests.sound import EXPERIMENT, EXPERIMENT_PATH, PROJECT

STORY = """\
story:
  intelligence: |
{paragraphs}
lessons: [Go in pairs]
"""


def told(words: int) -> dict[str, str]:
    paragraphs = "\n\n".join("    " + "Officers and residents talked. " * 20 for _ in range(words))
    return {EXPERIMENT_PATH: EXPERIMENT + STORY.format(paragraphs=paragraphs)}


def sheet(root: Path, files: dict[str, str], record: str, language: str = "en") -> Printed:
    """Print the sheet of a record."""
    jobs = list(sheets(guide_of(root / "p", files, language), BuildInfo(MADE, "abc1234"), record))
    return print_job(jobs[0], root, Cache(None))[0]


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    """Print the sheets of one record of each kind."""
    root = tmp_path_factory.mktemp("sheets")
    guide = guide_of(root / "p", PROJECT)
    return {
        job.record.id: print_job(job, root, Cache(None))[0]
        for job in sheets(guide, BuildInfo(MADE, "abc1234"))
    }


def test_every_kind_of_record_has_a_sheet(every):
    assert len(every) == len(PROJECT) - 1  # chapters have none
    assert all(1 <= one.pages <= 2 for one in every.values())


def test_sheet_says_first_what_came_of_it(every):
    found = text_of(every["door-visits"].path)
    assert "What it showed Improved: 1" in " ".join(found.split())
    assert found.index("What it showed") < found.index("Place")
    assert "It is not one of the 16 micro-experiments" in " ".join(found.split())


def test_sheet_stands_alone(every):
    found = text_of(every["fund-door-visits"].path)
    assert "p.\u00a0" not in found
    assert not re.search(r"\bp\. \d", found)
    whole = text_of(every["door-visits"].path)
    assert re.search(r"Ringing at doors\. +doi\.org/10\.1000/182", " ".join(whole.split()))


def test_awaited_record_says_what_is_not_known(every):
    found = " ".join(text_of(every["lisbon"].path).split())
    assert "Nothing is known here of this micro-experiment" in found


def test_module_in_short_keeps_activities_and_assessments(every):
    found = text_of(every["listening"].path)
    for words in ("Three minutes", "30 minutes", "A. Observation", "Does not interrupt"):
        assert words in found


def test_sheet_is_tagged_with_headings_in_order(every):
    for one in every.values():
        with pikepdf.open(one.path) as pdf:
            tags = list(elements(pdf.Root.StructTreeRoot))
            levels = [int(str(tag.S)[2:]) for tag in tags if re.fullmatch(r"/H\d", str(tag.S))]
            assert levels[0] == 1
            assert all(new <= old + 1 for old, new in pairwise(levels))
            for table in named(tags, "Table"):
                assert named(list(elements(table)), "TH")


def test_long_record_is_set_smaller_until_it_fits(tmp_path):
    printed = sheet(tmp_path, told(13), "door-visits")
    assert printed.pages == 2
    # A foot may stand between two words of it.
    assert flat(text_of(printed.path)).count(flat("Officers and residents talked.")) >= 259


def test_record_too_long_for_two_pages_loses_nothing(tmp_path):
    printed = sheet(tmp_path, told(40), "door-visits")
    assert printed.pages > 2
    # A foot may stand between two words of it.
    assert flat(text_of(printed.path)).count("residents") >= 800


def test_french_sheet_is_french(tmp_path):
    found = text_of(sheet(tmp_path, PROJECT, "door-visits", "fr").path)
    assert "Amélioré : 1" in found.replace("\u00a0", " ")
