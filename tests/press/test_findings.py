"""The press names what it cannot print as typed, and the sheets that do not fit, by their place."""

import pytest

from imppulse.checks.printing import overlong, unprintable
from imppulse.press.command import print_all
from imppulse.records.folder import load
from tests.press.test_sheets import told
from tests.sound import CHAPTER_PATH, EXPERIMENT, EXPERIMENT_PATH, PROJECT, changed


def lines(findings):
    return [str(finding) for finding in findings]


def test_all_characters_of_a_sound_project_can_be_printed(project):
    assert unprintable(load(project(PROJECT), ("en", "fr"))) == []


def test_a_character_without_a_shape_is_named_at_its_value(project):
    text = changed(EXPERIMENT, "title: Door visits", "title: Door 漢 visits")
    assert lines(unprintable(load(project({EXPERIMENT_PATH: text})))) == [
        (
            f"{EXPERIMENT_PATH}:1:13 warning IMP701 no font of the printed editions has '漢'; "
            "it is printed as [U+6F22]"
        )
    ]


def test_a_character_in_a_chapter_is_named_at_its_line_in_every_language(project):
    chapter = "---\ntitle: About\nsummary: What.\n---\n\nOne.\n\nTwo 😀.\n"
    french = "---\ntitle: À propos\n---\n\nDeux 😀.\n"
    files = {CHAPTER_PATH: chapter, CHAPTER_PATH.replace(".md", ".fr.md"): french}
    found = lines(unprintable(load(project(files), ("en", "fr"))))
    assert [line.split(" no font")[0] for line in found] == [
        "content/about.md:8:5 warning IMP701",
        "content/about.fr.md:5:6 warning IMP701",
    ]


@pytest.mark.parametrize(("length", "found"), [(13, 0), (40, 1)])
def test_a_sheet_that_does_not_fit_is_named_at_its_record(project, length, found):
    root = project(told(length))
    records = load(root, ("en",))
    printed = print_all(root, record="door-visits", languages=["en"], records=records, keep=False)
    said = lines(overlong(printed, records))
    assert len(said) == found
    for line in said:
        assert line.startswith(f"{EXPERIMENT_PATH}:1:1 warning IMP702 its sheet takes ")
        assert line.endswith(" pages, however small it is set (imppulse-door-visits-en.pdf)")
