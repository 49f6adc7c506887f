"""No file, however broken, stops a check with a traceback or keeps it busy for long."""

import time
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imppulse.checks.catalogue import RULES
from imppulse.records.experiment import Experiment
from imppulse.records.kinds import KINDS
from imppulse.records.markdown import parse_markdown
from imppulse.records.reading import MAX_BYTES, decode
from imppulse.records.tree import parse, scalars
from imppulse.records.validation import validate
from tests.sound import PROJECT

KINDS_BY_NAME = {kind.name: kind for kind in KINDS}

PIECES = [*"abc: -?[]{},&*!|>'\"%@`#\n\t0\\~=<.", "title", "\n  ", ": ", "\n- ", "\n---\n"]
YAML_LIKE = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def check(data, kind):
    """Take bytes all the way to a record; return findings and record."""
    text, findings = decode(data, "x")
    if text is None:
        return None, findings
    reader = parse_markdown if kind.suffix == ".md" else parse
    tree, findings = reader(text, "x")
    if tree is None:
        return None, findings
    record, said = validate(kind.model, tree, "x")
    return record, findings + said


def assert_said(record, findings, data):
    """Whatever went in, there is a record or a reason, and each reason stands in the file."""
    assert record is not None or findings
    lines = data.count(b"\n") + data.count(b"\r") + 2
    for finding in findings:
        assert finding.code in RULES
        assert 1 <= finding.place.line <= lines
        assert finding.place.column >= 1
        assert "\n" not in str(finding)


@given(st.binary(max_size=200), st.sampled_from(KINDS))
def test_any_bytes_give_a_record_or_a_reason(data, kind):
    assert_said(*check(data, kind), data)


@given(st.text(max_size=200) | YAML_LIKE, st.sampled_from(KINDS))
def test_any_text_gives_a_record_or_a_reason(text, kind):
    data = text.encode(errors="replace")
    assert_said(*check(data, kind), data)


@given(st.sampled_from(sorted(PROJECT)), st.data())
def test_any_cut_or_insertion_in_a_sound_record_gives_a_record_or_a_reason(path, data):
    text = PROJECT[path]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 30)))
    broken = (text[:start] + data.draw(YAML_LIKE) + text[end:]).encode()
    kind = next(kind for kind in KINDS if PurePosixPath(path).match(kind.pattern))

    assert_said(*check(broken, kind), broken)


@given(st.recursive(st.text(max_size=5), lambda inner: st.lists(inner, max_size=3), max_leaves=8))
def test_any_value_in_any_place_gives_a_record_or_a_reason(value):
    for name in (
        "place",
        "axes",
        "status",
        "evaluation",
        "period",
        "title",
        "sources",
        "resources",
    ):
        tree, findings = parse(f"{name}: {_flow(value)}\n", "x")
        if tree is not None:
            _, findings = validate(Experiment, tree, "x")
        assert findings


def _flow(value):
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    escaped = "".join(f"\\U{ord(character):08x}" for character in value)
    return f'"{escaped}"'


@given(st.text(st.characters(codec="utf-8"), max_size=50))
def test_a_double_quoted_value_is_the_text_or_refused(text):
    tree, findings = parse(f"a: {_flow(text)}\n", "x")

    if tree is None:
        assert [finding.code for finding in findings] == ["IMP003"]
    else:
        assert [scalar.text for _, scalar in scalars(tree)] == [text]


MIB = MAX_BYTES
BOMBS = {
    "lists in lists": "- " * (MIB // 2),
    "empty items": "- \n" * (MIB // 3),
    "brackets": "[" * MIB,
    "brackets as a value": "title: " + "[" * (MIB - 7),
    "braces": "{" * MIB,
    "a flat list": "axes: [" + "a," * (MIB // 2 - 8) + "]",
    "one key over and over": "a:\n" * (MIB // 3),
    "unknown keys": "".join(f"k{number}: x\n" for number in range(80_000)),
    "unknown words": "axes:\n" + "- trainning\n" * 80_000,
    "unknown keys below the limit": "".join(f"k{number}: x\n" for number in range(4_900)),
    "unknown words below the limit": "axes:\n" + "- trainning\n" * 9_900,
    "a long key": "? " + "k" * (MIB - 10) + "\n: v",
    "a long line": "title: " + "*" * (MIB - 7),
    "a long text": "title: a" + "\n  b" * (MIB // 4 - 4),
    "a quotation that never ends": 'title: "' + "a\n" * (MIB // 2 - 8),
    "comments": "#\n" * (MIB // 2),
    "documents": "---\n" * (MIB // 4),
    "questions": "? " * (MIB // 2),
    "anchors": "a: &a " * (MIB // 6),
    "tags": "a: !!a " * (MIB // 7),
    "a billion laughs": "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n",
    "directives": "%YAML 1.1\n" * (MIB // 10),
    "dashes of front matter": "---\n" * (MIB // 4),
    "a body of stars": "---\ntitle: a\n---\n" + "*" * (MIB - 20),
}


@pytest.mark.parametrize("name", BOMBS)
@pytest.mark.parametrize("kind", ["experiment", "chapter"])
def test_a_mebibyte_made_to_take_long_takes_no_longer_than_others(name, kind):
    data = BOMBS[name].encode()
    assert len(data) <= MIB
    start = time.process_time()

    record, findings = check(data, KINDS_BY_NAME[kind])

    assert record is None
    assert findings
    assert time.process_time() - start < 2
