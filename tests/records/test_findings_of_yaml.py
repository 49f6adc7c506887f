"""Each mistake in YAML or front matter gives one clear line, at the place of the mistake."""

import pytest

from imppulse.records.folder import load
from tests.sound import AWAITED, CHAPTER, EXPERIMENT, EXPERIMENT_PATH, changed

X = "experiments/imppulse/x.yml"
C = "content/x.md"

# name: (path, content, the lines that a check prints)
FILES = {
    # YAML.
    "colon in a title": (
        X,
        "title: Aubervilliers: a drawing\n",
        [
            (
                f"{X}:1:21 error IMP010 mapping values are not allowed in this context; "
                "put quotes around text that contains ': '"
            )
        ],
    ),
    "tab for indentation": (
        X,
        "place:\n\tname: Lisbon\n",
        [
            (
                f"{X}:2:1 error IMP010 found character that cannot start any token; "
                "use spaces, not tabs, and put quotes around text that starts with @, ` or %"
            )
        ],
    ),
    "quotation mark that is never closed": (
        X,
        'title: "Lisbon\nsummary: b\n',
        [
            (
                f"{X}:3:1 error IMP010 found unexpected end of stream; "
                "a quotation mark that opens a text is never closed"
            )
        ],
    ),
    "words after a quotation": (
        X,
        'title: a\nsummary: "b" and more\n',
        [
            (
                f"{X}:2:14 error IMP010 did not find expected key; "
                "check that the line starts in the same column as its neighbours, "
                "and put quotes around text that starts with a quotation mark"
            )
        ],
    ),
    "list as a key": (
        X,
        "[a]: b\n",
        [
            (
                f"{X}:1:1 error IMP010 a key is a single word; "
                "put quotes around text that starts with '[' or '{'"
            )
        ],
    ),
    "two documents": (
        X,
        "title: a\n---\ntitle: b\n",
        [
            (
                f"{X}:2:1 error IMP011 a second document starts here; "
                "put each record in a file of its own"
            )
        ],
    ),
    "anchor": (
        X,
        "title: &t Lisbon\n",
        [
            (
                f"{X}:1:8 error IMP013 '&t' refers to another value; write the value out, "
                "or put quotes around the text if it starts with '&'"
            )
        ],
    ),
    "alias": (
        X,
        "title: *t\n",
        [
            (
                f"{X}:1:8 error IMP013 '*t' refers to another value; write the value out, "
                "or put quotes around the text if it starts with '*'"
            )
        ],
    ),
    "tag": (
        X,
        "title: !!python/name:os.system x\n",
        [
            (
                f"{X}:1:8 error IMP014 the tag 'tag:yaml.org,2002:python/name:os.system' is not "
                "read; "
                "put quotes around the text if it starts with '!'"
            )
        ],
    ),
    "a list": (X, "- a\n", [f"{X}:1:1 error IMP015 expected lines of the form 'key: value'"]),
    "empty file": (X, "", [f"{X}:1:1 error IMP015 expected lines of the form 'key: value'"]),
    "only a comment": (
        X,
        "# to do\n",
        [f"{X}:1:1 error IMP015 expected lines of the form 'key: value'"],
    ),
    "deep nesting": (
        X,
        "title: " + "[" * 20,
        [f"{X}:1:19 error IMP016 values are nested more than 12 deep"],
    ),
    "more values than any record has": (
        X,
        "axes:\n" + "- a\n" * 10_000,
        [f"{X}:9999:3 error IMP016 the file has more than 10000 values; a record has far fewer"],
    ),
    # Front matter.
    "Markdown without front matter": (
        C,
        "# About\n",
        [
            (
                f"{C}:1:1 error IMP017 expected '---' in the first line, "
                "then lines 'key: value', then '---' again"
            )
        ],
    ),
    "front matter that does not end": (
        C,
        "---\ntitle: a\n",
        [
            (
                f"{C}:1:1 error IMP017 expected '---' in the first line, "
                "then lines 'key: value', then '---' again"
            )
        ],
    ),
    "body as a key": (
        C,
        changed(CHAPTER, "summary: ", "body: b\nsummary: "),
        [f"{C}:3:1 error IMP102 the body is the text under the front matter; delete this key"],
    ),
    "nothing under the front matter": (
        C,
        "---\ntitle: a\nsummary: b\n---\n\n",
        [f"{C}:6:1 error IMP101 the key 'body' has no value; add one"],
    ),
    "mistake in the front matter": (
        C,
        changed(CHAPTER, "title: About", "title: About: this"),
        [
            (
                f"{C}:2:13 error IMP010 mapping values are not allowed in this context; "
                "put quotes around text that contains ': '"
            )
        ],
    ),
}


@pytest.mark.parametrize(("path", "content", "lines"), FILES.values(), ids=FILES)
def test_a_broken_file_gives_one_clear_line(project, path, content, lines):
    records = load(project({path: content}))

    assert [str(finding) for finding in records.findings] == lines


def test_a_key_given_twice_is_reported_and_the_first_one_counts(project):
    records = load(project({X: AWAITED + "title: Lisboa\n"}))

    assert [str(finding) for finding in records.findings] == [
        f"{X}:8:1 error IMP012 the key 'title' is already given at line 1; keep one of the two"
    ]
    assert records.loaded[0].record.title == "Lisbon"


def test_what_was_found_before_yaml_gave_up_is_said_as_well(project):
    records = load(project({X: "title: a\ntitle: b\nplace: *p\n"}))

    assert [finding.code for finding in records.findings] == ["IMP012", "IMP013"]


def test_the_place_of_every_value_is_kept(project):
    (loaded,) = load(project({EXPERIMENT_PATH: EXPERIMENT})).loaded

    assert str(loaded.place("place", "country")) == f"{EXPERIMENT_PATH}:7:12"
    assert str(loaded.place("evaluation", "outcomes", 0, "described", "direction")) == (
        f"{EXPERIMENT_PATH}:18:20"
    )
    assert str(loaded.key_place("axes")) == f"{EXPERIMENT_PATH}:8:1"
    assert str(loaded.place("evaluation", "limits")) == f"{EXPERIMENT_PATH}:10:3"
