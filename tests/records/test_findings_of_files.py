"""Each broken record gives one clear line: where, how bad, which rule, what would be right."""

import pytest

from imppulse.records.codes import CODES
from imppulse.records.folder import load
from tests.sound import (
    AWAITED,
    CHAPTER,
    EXPERIMENT,
    EXPERIMENT_PATH,
    FRAMEWORK,
    MODULE,
    PATHWAY,
    PRINCIPLE,
    PROJECT,
    RECOMMENDATION,
    changed,
)

X = "experiments/imppulse/x.yml"
P = "experiments/published/x.yml"
C = "content/x.md"
UNSEEN = "cannot be seen and is not allowed; delete it"

# name: (path, content, the lines that a check prints)
FILES = {
    # The file.
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
    # Markdown.
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
    # Values.
    "a number in words": (
        X,
        AWAITED + "resources:\n  participants: about 20\n",
        [
            (
                f"{X}:9:17 error IMP105 'participants': expected a whole number such as 120; "
                "found 'about 20'"
            )
        ],
    ),
    "a time is no number of minutes": (
        "training/modules/x.yml",
        changed(MODULE, "minutes: 30", "minutes: 12:30"),
        [
            (
                "training/modules/x.yml:15:14 error IMP105 'minutes': "
                "expected a whole number such as 120; found '12:30'"
            )
        ],
    ),
    "a decimal comma": (
        X,
        AWAITED + "resources:\n  budget: 1,5\n",
        [
            (
                f"{X}:9:11 error IMP105 'budget': expected a number such as 0.5, "
                "with a point and no unit; found '1,5'"
            )
        ],
    ),
    "an infinite budget": (
        X,
        AWAITED + "resources:\n  budget: inf\n",
        [f"{X}:9:11 error IMP105 'budget': expected a finite number; found 'inf'"],
    ),
    "a truth value that is none": (
        "training/modules/x.yml",
        changed(MODULE, "fundamental_rights: true", "fundamental_rights: maybe"),
        [
            (
                "training/modules/x.yml:12:25 error IMP105 'fundamental_rights': "
                "expected 'true' or 'false'; found 'maybe'"
            )
        ],
    ),
    "a date in words": (
        X,
        AWAITED + "period:\n  start: May 2024\n",
        [
            (
                f"{X}:9:10 error IMP105 'start': expected a date such as "
                "2015, 2015-02 or 2015-02-16; "
                "found 'May 2024'"
            )
        ],
    ),
    "a day that no calendar has": (
        X,
        AWAITED + "period:\n  start: 2023-02-29\n",
        [f"{X}:9:10 error IMP105 'start': there is no such day in the calendar: 2023-02-29"],
    ),
    "a month where a day belongs": (
        X,
        AWAITED + "review:\n  reviewed_on: 2024-05\n",
        [
            (
                f"{X}:9:16 error IMP105 'reviewed_on': expected a date such as 2015-02-16; "
                "found '2024-05'"
            )
        ],
    ),
    "a number of seconds is no day": (
        X,
        AWAITED + "review:\n  reviewed_on: 86400\n",
        [f"{X}:9:16 error IMP105 'reviewed_on': expected a date such as 2015-02-16; found '86400'"],
    ),
    "a day of the review that no calendar has": (
        X,
        AWAITED + "review:\n  reviewed_on: 2024-02-30\n",
        [f"{X}:9:16 error IMP105 'reviewed_on': there is no such day in the calendar: 2024-02-30"],
    ),
    "a country by its name": (
        X,
        changed(AWAITED, "country: PT", "country: Portugal"),
        [
            (
                f"{X}:7:12 error IMP105 'country': expected a country code of two capital letters "
                "(ISO 3166), as in FR; found 'Portugal'"
            )
        ],
    ),
    "a union that is no country": (
        X,
        changed(AWAITED, "country: PT", "country: EU"),
        [
            (
                f"{X}:7:12 error IMP105 'country': expected a country code of two capital letters "
                "(ISO 3166), as in FR; found 'EU'"
            )
        ],
    ),
    "a DOI as an address": (
        P,
        changed(EXPERIMENT, "doi: 10.1000/182", "doi: https://doi.org/10.1000/182"),
        [
            (
                f"{P}:26:10 error IMP105 'doi': expected a DOI such as 10.1000/182, "
                "without https://doi.org/; found 'https://doi.org/10.1000/182'"
            )
        ],
    ),
    "an ISBN with a wrong check digit": (
        P,
        changed(EXPERIMENT, "doi: 10.1000/182", "isbn: 978-3-16-148410-1"),
        [
            (
                f"{P}:26:11 error IMP105 'isbn': expected an ISBN of 10 or 13 digits "
                "with its check digit; found '978-3-16-148410-1'"
            )
        ],
    ),
    "an address that runs code": (
        P,
        changed(EXPERIMENT, "doi: 10.1000/182", "url: javascript:alert(1)"),
        [
            (
                f"{P}:26:10 error IMP105 'url': expected a web address that starts with https://; "
                "found 'javascript:alert(1)'"
            )
        ],
    ),
    "an address that no browser can read": (
        P,
        changed(EXPERIMENT, "doi: 10.1000/182", "url: https://[::1"),
        [
            (
                f"{P}:26:10 error IMP105 'url': expected a web address that starts with https://; "
                "found 'https://[::1'"
            )
        ],
    ),
    # Rules.
    "a summary of 61 words": (
        X,
        changed(
            AWAITED, "This micro-experiment awaits the report of its city.", " ".join(["word"] * 61)
        ),
        [f"{X}:2:10 error IMP106 'summary': the text has 61 words; at most 60 fit here"],
    ),
    "a text with nothing in it": (
        X,
        changed(AWAITED, "title: Lisbon", 'title: " "'),
        [f"{X}:1:8 error IMP106 'title': the text is empty; write it or delete the key"],
    ),
    "a latitude beyond the pole": (
        X,
        AWAITED + "  coordinates:\n    latitude: 91\n    longitude: 0\n",
        [f"{X}:9:15 error IMP106 'latitude': expected 90 or less"],
    ),
    "a negative number of people": (
        X,
        AWAITED + "resources:\n  participants: -1\n",
        [f"{X}:9:17 error IMP106 'participants': expected 0 or more"],
    ),
    "an activity without minutes": (
        "training/modules/x.yml",
        changed(MODULE, "minutes: 30", "minutes: 0"),
        ["training/modules/x.yml:15:14 error IMP106 'minutes': expected more than 0"],
    ),
    "an empty list": (
        "training/pathways/x.yml",
        changed(PATHWAY, "modules: [listening]", "modules: []"),
        ["training/pathways/x.yml:4:10 error IMP106 'modules': expected 1 or more items; found 0"],
    ),
    "an interval of three bounds": (
        P,
        changed(
            EXPERIMENT,
            "      described:\n        direction: better\n        significance: significant\n",
            "      reported:\n        measure: cohens-d\n        value: 0\n"
            "        interval: [0, 1, 2]\n",
        ),
        [f"{P}:20:19 error IMP106 'interval': expected 2 items or fewer; found 3"],
    ),
    "an id with capitals": (
        P,
        changed(EXPERIMENT, "id: trust", "id: Trust"),
        [
            (
                f"{P}:13:11 error IMP106 'id': an id has lower-case letters, digits "
                "and single hyphens, as in 'door-visits'"
            )
        ],
    ),
    # Contradictions.
    "a period that ends before it starts": (
        X,
        AWAITED + "period:\n  start: 2024-05\n  end: 2024-04-30\n",
        [f"{X}:8:1 error IMP107 the period ends (2024-04-30) before it starts (2024-05)"],
    ),
    "an evaluation that ends before it starts": (
        P,
        changed(
            EXPERIMENT,
            "  design: randomised\n",
            "  design: randomised\n  start: 2024\n  end: 2023\n",
        ),
        [f"{P}:9:1 error IMP107 the evaluation ends (2023) before it starts (2024)"],
    ),
    "an outcome in two forms": (
        P,
        changed(
            EXPERIMENT,
            "      described:\n",
            "      reported:\n        measure: cohens-d\n        value: 0.2\n      described:\n",
        ),
        [
            (
                f"{P}:13:7 error IMP107 an outcome has exactly one of "
                "measured, reported and described; "
                "found reported and described"
            )
        ],
    ),
    "an outcome in no form": (
        P,
        changed(
            EXPERIMENT,
            "      described:\n        direction: better\n        significance: significant\n",
            "",
        ),
        [
            (
                f"{P}:13:7 error IMP107 an outcome has exactly one of "
                "measured, reported and described; "
                "found none"
            )
        ],
    ),
    "a value outside its interval": (
        P,
        changed(
            EXPERIMENT,
            "      described:\n        direction: better\n        significance: significant\n",
            "      reported:\n        measure: cohens-d\n        value: 3\n"
            "        interval: [0, 1]\n",
        ),
        [f"{P}:17:7 error IMP107 the value 3.0 lies outside its interval 0.0 to 1.0"],
    ),
    "two outcomes with one id": (
        P,
        changed(
            EXPERIMENT,
            "sources:\n",
            "    - {id: trust, indicator: crime, respondents: police, label: a, "
            "described: {direction: mixed}, source: sample-2020}\nsources:\n",
        ),
        [f"{P}:1:1 error IMP107 two outcomes have the id 'trust'; each needs its own"],
    ),
    "a completed experiment without an axis": (
        P,
        changed(EXPERIMENT, "axes: [encounter]\n", ""),
        [f"{P}:1:1 error IMP107 an experiment with the status 'completed' needs at least one axis"],
    ),
    "a published evaluation without a source": (
        P,
        changed(AWAITED, "micro-experiment\n", "published\n"),
        [f"{P}:1:1 error IMP107 a published evaluation needs at least one source"],
    ),
    "a source that nobody can find": (
        P,
        changed(EXPERIMENT, "    doi: 10.1000/182\n", ""),
        [f"{P}:22:5 error IMP107 a source needs a doi, isbn, url or publisher"],
    ),
    "a record in the folder of the other kind": (
        X,
        EXPERIMENT,
        [
            (
                f"{X}:3:7 error IMP107 this folder holds records of kind 'micro-experiment'; "
                "found 'published'"
            )
        ],
    ),
}


@pytest.mark.parametrize(("path", "content", "lines"), FILES.values(), ids=FILES)
def test_a_broken_file_gives_one_clear_line(project, path, content, lines):
    records = load(project({path: content}))

    assert [str(finding) for finding in records.findings] == lines


def test_every_code_of_files_and_records_is_provoked_above_or_below():
    """The later codes belong to the guide and to translations, which have files of their own."""
    said = {word for _, _, lines in FILES.values() for line in lines for word in line.split()}
    elsewhere = {"IMP006", "IMP012"}

    assert {code for code in CODES if code < "IMP200"} <= said | elsewhere


def test_a_sound_project_of_all_kinds_has_no_findings(project):
    records = load(project(PROJECT))

    assert records.findings == []
    assert len(records.loaded) == len(PROJECT)
    assert records.unsound == frozenset()


def test_a_key_given_twice_is_reported_and_the_first_one_counts(project):
    records = load(project({X: AWAITED + "title: Lisboa\n"}))

    assert [str(finding) for finding in records.findings] == [
        f"{X}:8:1 error IMP012 the key 'title' is already given at line 1; keep one of the two"
    ]
    assert records.loaded[0].record.title == "Lisbon"


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


def test_what_was_found_before_yaml_gave_up_is_said_as_well(project):
    records = load(project({X: "title: a\ntitle: b\nplace: *p\n"}))

    assert [finding.code for finding in records.findings] == ["IMP012", "IMP013"]


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


def test_a_file_name_cannot_write_to_the_terminal(project):
    records = load(project({"experiments/imppulse/a\x1b[31m\nb.yml": AWAITED}))

    (finding,) = records.findings
    assert str(finding).startswith("experiments/imppulse/a\ufffd[31m b.yml:1:1 error IMP004 ")


def test_the_place_of_every_value_is_kept(project):
    (loaded,) = load(project({EXPERIMENT_PATH: EXPERIMENT})).loaded

    assert str(loaded.place("place", "country")) == f"{EXPERIMENT_PATH}:7:12"
    assert str(loaded.place("evaluation", "outcomes", 0, "described", "direction")) == (
        f"{EXPERIMENT_PATH}:18:20"
    )
    assert str(loaded.key_place("axes")) == f"{EXPERIMENT_PATH}:8:1"
    assert str(loaded.place("evaluation", "limits")) == f"{EXPERIMENT_PATH}:10:3"
