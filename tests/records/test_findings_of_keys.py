"""Each key, shape or word that has no place in a record gives one clear line."""

import pytest

from imppulse.records.folder import load
from tests.sound import (
    AWAITED,
    CHAPTER,
    EXPERIMENT,
    FRAMEWORK,
    MODULE,
    PATHWAY,
    PRINCIPLE,
    RECOMMENDATION,
    changed,
)

X = "experiments/imppulse/x.yml"
P = "experiments/published/x.yml"

# name: (path, content, the lines that a check prints)
FILES = {
    # Keys.
    "a key that is not there": (
        X,
        changed(AWAITED, "title: Lisbon\n", ""),
        [f"{X}:1:1 error IMP101 the key 'title' is missing; add it"],
    ),
    "a key that is not there, inside another": (
        X,
        changed(AWAITED, "  name: Lisbon\n", ""),
        [f"{X}:5:1 error IMP101 the key 'name' is missing; add it"],
    ),
    "a key that is not there, in an item of a list": (
        P,
        changed(EXPERIMENT, "      respondents: population\n", ""),
        [f"{P}:13:7 error IMP101 the key 'respondents' is missing; add it"],
    ),
    "a key with nothing after it": (
        X,
        changed(AWAITED, "title: Lisbon", "title:"),
        [f"{X}:1:1 error IMP101 the key 'title' has no value; add one"],
    ),
    "a key that is not known": (
        X,
        AWAITED + "colour: blue\n",
        [f"{X}:8:1 error IMP102 unknown key 'colour'"],
    ),
    "a key that is misspelt": (
        X,
        changed(AWAITED, "summary:", "sumary:"),
        [f"{X}:2:1 error IMP102 unknown key 'sumary'; did you mean 'summary'?"],
    ),
    "a key that is misspelt, deep down": (
        P,
        changed(EXPERIMENT, "direction: better", "directoin: better"),
        [f"{P}:18:9 error IMP102 unknown key 'directoin'; did you mean 'direction'?"],
    ),
    "a key among few": (
        X,
        AWAITED + "period:\n  from: 2024\n  start: 2024\n",
        [f"{X}:9:3 error IMP102 unknown key 'from'; known are start, end"],
    ),
    "the id, which is the file name": (
        X,
        "id: y\n" + AWAITED,
        [f"{X}:1:1 error IMP102 the id of a record is its file name; delete this key"],
    ),
    "a key with a line break": (
        X,
        AWAITED + '"a\\nb": c\n',
        [f"{X}:8:1 error IMP102 unknown key 'a b'"],
    ),
    # Shapes.
    "a word where a list belongs": (
        P,
        changed(EXPERIMENT, "axes: [encounter]", "axes: encounter"),
        [f"{P}:8:7 error IMP103 'axes': expected a list: one line '- …' for each item"],
    ),
    "a list where a word belongs": (
        X,
        changed(AWAITED, "title: Lisbon", "title: [Lisbon]"),
        [f"{X}:1:8 error IMP103 'title': expected text"],
    ),
    "a list where one of a few words belongs": (
        X,
        changed(AWAITED, "status: awaiting-report", "status: [planned]"),
        [f"{X}:4:9 error IMP103 'status': expected one word"],
    ),
    "a word where keys belong": (
        X,
        changed(AWAITED, "place:\n  name: Lisbon\n  country: PT\n", "place: Lisbon\n"),
        [f"{X}:5:8 error IMP103 'place': expected lines 'key: value', indented under this key"],
    ),
    "an item of a list with nothing in it": (
        X,
        AWAITED + "lessons:\n  - One.\n  -\n",
        [f"{X}:10:4 error IMP103 the item: expected text"],
    ),
    # Controlled words.
    "a word that is misspelt": (
        P,
        changed(EXPERIMENT, "axes: [encounter]", "axes: [encounter, trainning]"),
        [f"{P}:8:19 error IMP104 unknown axis 'trainning'; did you mean 'training'?"],
    ),
    "a word that is unlike any": (
        X,
        changed(AWAITED, "status: awaiting-report", "status: xyz"),
        [
            (
                f"{X}:4:9 error IMP104 unknown status 'xyz'; "
                "known are awaiting-report, planned, running, completed, stopped"
            )
        ],
    ),
    "no is a word, not a truth value": (
        X,
        changed(AWAITED, "status: awaiting-report", "status: no"),
        [
            (
                f"{X}:4:9 error IMP104 unknown status 'no'; "
                "known are awaiting-report, planned, running, completed, stopped"
            )
        ],
    ),
}


@pytest.mark.parametrize(("path", "content", "lines"), FILES.values(), ids=FILES)
def test_a_broken_file_gives_one_clear_line(project, path, content, lines):
    records = load(project({path: content}))

    assert [str(finding) for finding in records.findings] == lines


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/principles/x.md", PRINCIPLE),
        ("recommendations/x.yml", RECOMMENDATION),
        ("training/framework.yml", FRAMEWORK),
        ("training/modules/x.yml", MODULE),
        ("training/pathways/x.yml", PATHWAY),
        ("content/x.md", CHAPTER),
    ],
)
def test_each_kind_names_its_unknown_keys(project, path, text):
    records = load(project({path: text.replace("title:", "titel:", 1)}))
    line = 2 if path.endswith(".md") else 1

    assert [str(finding) for finding in records.findings] == [
        f"{path}:{line}:1 error IMP102 unknown key 'titel'; did you mean 'title'?"
    ]


def test_what_an_editor_typed_is_quoted_on_one_line_of_bearable_length(project):
    long = "k" * 200_000
    records = load(project({X: f'{AWAITED}? "{long}"\n: a\n? "\\tb\\n\\nc"\n: d\n'}))

    first, second = (str(finding) for finding in records.findings)
    assert len(first) < 600
    assert second == f"{X}:10:3 error IMP102 unknown key ' b c'"
