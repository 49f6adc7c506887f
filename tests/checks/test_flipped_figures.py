"""One figure changed in the guide as it stands names every claim that leaned on it."""

import re
import shutil
from pathlib import Path

import pytest

from imppulse.checks.pipeline import check
from imppulse.records.folder import load

ROOT = Path(__file__).parents[2]

FOLDERS = ("content", "experiments", "recommendations", "training")

FLIPS = [
    ("avon-somerset-safety-training", "use-of-force", "value", r"-", ""),
    ("hot-spots-procedural-justice", "conduct", "value", r"(?=0\.)", "-"),
    ("ports-checklist", "procedural-justice", "interval", r"\[", "[-"),
    ("chicago-decision-training", "use-of-force-one-year", "significance", "not-", ""),
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """Copy the guide as it stands."""
    root = tmp_path_factory.mktemp("guide")
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, root / folder)
    return root


def leaning_on(root, record, outcome):
    """Find in the files, as an editor would, where a claim leans on an outcome."""
    wanted = re.compile(
        rf"- record: {record}\n +outcome: {outcome}\n +relation: (supports|contradicts)\n"
    )
    for file in sorted(one for folder in FOLDERS for one in (root / folder).rglob("*.[my]*")):
        text = file.read_text(encoding="utf-8")
        for found in wanted.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            column = len("  - ") + 1
            yield f"{file.relative_to(root).as_posix()}:{line}:{column}"


@pytest.mark.parametrize("flip", FLIPS)
def test_one_figure_changed_names_every_claim_that_leaned_on_it(copy, flip):
    record, outcome, key, old, new = flip
    file = copy / f"experiments/published/{record}.yml"
    sound = file.read_text(encoding="utf-8")
    head, mark, rest = sound.partition(f"- id: {outcome}\n")
    begin = re.search(rf"^ +{key}: ", rest, re.MULTILINE).end()
    end = rest.index("\n", begin)
    line, count = re.subn(old, new, rest[begin:end], count=1)
    assert count == 1

    expected = sorted(leaning_on(copy, record, outcome))
    assert len(expected) >= 2
    file.write_text(head + mark + rest[:begin] + line + rest[end:], encoding="utf-8")
    try:
        findings = [one for one in check(load(copy)) if one.code == "IMP402"]
    finally:
        file.write_text(sound, encoding="utf-8")

    assert sorted(str(one.place) for one in findings) == expected
    for one in findings:
        assert str(one).startswith(f"{one.place} error IMP402 '{record}' is cited as ")
        assert f"its outcome '{outcome}' shows: " in one.message
