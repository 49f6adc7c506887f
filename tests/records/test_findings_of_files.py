"""Each file that cannot be taken in gives one clear line: where, how bad, what would be right."""

import pytest

from imppulse.records.folder import load
from tests.sound import AWAITED, EXPERIMENT, PROJECT, RECOMMENDATION

X = "experiments/imppulse/x.yml"
P = "experiments/published/x.yml"
UNSEEN = "cannot be seen and is not allowed; delete it"

# name: (path, content, the lines that a check prints)
FILES = {
    "more than 1 MiB": (
        X,
        "#" * (1024 * 1024 + 1),
        [f"{X}:1:1 error IMP001 the file has 1.0 MiB; a record has at most 1 MiB"],
    ),
    "Latin-1": (
        X,
        "title: a\nsummary: café\n".encode("latin-1"),
        [
            (
                f"{X}:2:13 error IMP002 byte 0xe9 is not UTF-8; "
                "save the file again with the encoding 'UTF-8'"
            )
        ],
    ),
    "Latin-1 behind a byte order mark and old line ends": (
        X,
        b"\xef\xbb\xbftitle: a\rsummary: caf\xe9\r",
        [
            (
                f"{X}:2:13 error IMP002 byte 0xe9 is not UTF-8; "
                "save the file again with the encoding 'UTF-8'"
            )
        ],
    ),
    "UTF-16, as Windows calls Unicode": (
        X,
        "title: a\r\n".encode("utf-16"),
        [
            (
                f"{X}:1:1 error IMP002 byte 0xff is not UTF-8; "
                "save the file again with the encoding 'UTF-8'"
            )
        ],
    ),
    "UTF-16 without a byte order mark": (
        X,
        "title: a\r\n".encode("utf-16-le"),
        [f"{X}:1:2 error IMP003 the character U+0000 {UNSEEN}"],
    ),
    "control character": (
        X,
        "title: a\nsummary: b\x07ell\n",
        [f"{X}:2:11 error IMP003 the character U+0007 {UNSEEN}"],
    ),
    "text that runs backwards": (
        X,
        "title: a\u202eb\n",
        [f"{X}:1:9 error IMP003 the character U+202E {UNSEEN}"],
    ),
    "second byte order mark": (
        X,
        "\ufeff\ufefftitle: a\n",
        [f"{X}:1:1 error IMP003 the character U+FEFF {UNSEEN}"],
    ),
    "control character written as an escape": (
        X,
        'title: "a\\0b"\n',
        [f"{X}:1:8 error IMP003 the character U+0000 {UNSEEN}"],
    ),
    "text that runs backwards, written as an escape": (
        X,
        'title: a\nsummary: "b\\u2066c"\n',
        [f"{X}:2:10 error IMP003 the character U+2066 {UNSEEN}"],
    ),
    "name with capitals and spaces": (
        "experiments/imppulse/Door Visits.yml",
        AWAITED,
        [
            (
                "experiments/imppulse/Door Visits.yml:1:1 error IMP004 'Door Visits' is not an id; "
                "name the file with lower-case letters, digits and hyphens"
            )
        ],
    ),
    "ending .yaml": (
        "recommendations/x.yaml",
        RECOMMENDATION,
        ["recommendations/x.yaml:1:1 warning IMP005 not read; rename it to 'x.yml'"],
    ),
    "a text file among the records": (
        "training/notes.txt",
        "",
        ["training/notes.txt:1:1 warning IMP005 not read; no record belongs here under this name"],
    ),
    "a record in a folder of its own making": (
        "experiments/published/old/x.yml",
        EXPERIMENT,
        [
            (
                "experiments/published/old/x.yml:1:1 warning IMP005 "
                "not read; no record belongs here under this name"
            )
        ],
    ),
}


@pytest.mark.parametrize(("path", "content", "lines"), FILES.values(), ids=FILES)
def test_a_broken_file_gives_one_clear_line(project, path, content, lines):
    records = load(project({path: content}))

    assert [str(finding) for finding in records.findings] == lines


def test_a_sound_project_of_all_kinds_has_no_findings(project):
    records = load(project(PROJECT))

    assert records.findings == []
    assert len(records.loaded) == len(PROJECT)
    assert records.unsound == frozenset()


def test_everything_that_is_wrong_in_a_file_is_said_at_once(project):
    text = """\
title: a
title: b
sumary: c
kind: publishd
status: completed
place:
  name: Sampletown
  country: Belgium
axes: [trainning]
resources:
  budget: a lot
  participants: -3
"""
    records = load(project({P: text}))

    assert [str(finding).split(" error ")[0] for finding in records.findings] == [
        f"{P}:2:1",
        f"{P}:3:1",
        f"{P}:4:7",
        f"{P}:8:12",
        f"{P}:9:8",
        f"{P}:11:11",
        f"{P}:12:17",
    ]
    assert records.unsound == {P}


def test_findings_of_many_files_stand_in_the_order_of_files_lines_and_columns(project):
    files = {
        "training/pathways/b.yml": "- a\n",
        "experiments/imppulse/z.yml": "title: *a\n",
        "experiments/imppulse/a.yml": AWAITED + "a1: b\na2: c\n",
        "content/x.md": "x",
    }
    places = [str(finding.place) for finding in load(project(files)).findings]

    assert places == [
        "content/x.md:1:1",
        "experiments/imppulse/a.yml:8:1",
        "experiments/imppulse/a.yml:9:1",
        "experiments/imppulse/z.yml:1:8",
        "training/pathways/b.yml:1:1",
    ]


def test_a_file_name_cannot_write_to_the_terminal(project):
    records = load(project({"experiments/imppulse/a\x1b[31m\nb.yml": AWAITED}))

    (finding,) = records.findings
    assert str(finding).startswith("experiments/imppulse/a\ufffd[31m b.yml:1:1 error IMP004 ")
