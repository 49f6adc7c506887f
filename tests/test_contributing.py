"""The guide to contributing is right: its template is a sound record, its lists are complete."""

import re
from pathlib import Path

import pytest

from imppulse.checks.pipeline import check
from imppulse.records.folder import load
from imppulse.records.indicators import Indicator
from imppulse.records.vocabulary import Design, Factor

TEXT = (Path(__file__).parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_the_template_of_a_record_is_sound(tmp_path):
    template = re.search(r"```yaml\n(.*?)```", TEXT, re.DOTALL).group(1)
    file = tmp_path / "experiments/imppulse/yourtown-open-doors.yml"
    file.parent.mkdir(parents=True)
    file.write_text(template, encoding="utf-8")
    records = load(tmp_path)
    found = [finding for finding in check(records) if finding.code != "IMP405"]
    assert found == []
    assert len(records.loaded) == 1


@pytest.mark.parametrize("word", [*Factor, *Design, *Indicator], ids=str)
def test_every_word_to_choose_from_is_listed(word):
    assert f"| `{word.value}` | {word.label} |" in TEXT


def test_the_example_of_a_finding_is_what_the_check_says(tmp_path):
    template = re.search(r"```yaml\n(.*?)```", TEXT, re.DOTALL).group(1)
    file = tmp_path / "experiments/imppulse/yourtown-open-doors.yml"
    file.parent.mkdir(parents=True)
    file.write_text(template.replace("axes: [encounter]", "axes: [trainning]"), encoding="utf-8")
    shown = re.search(
        r"^    (experiments/imppulse/yourtown-open-doors\.yml:.*)$", TEXT, re.MULTILINE
    )
    assert str(check(load(tmp_path))[0]) == shown.group(1)
