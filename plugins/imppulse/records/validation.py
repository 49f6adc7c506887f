"""From a tree to a typed record; what pydantic reports becomes findings in an editor's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from imppulse.records.findings import Finding, Place, Severity, did_you_mean
from imppulse.records.introspection import is_free_text, known_keys, model_at
from imppulse.records.record import Record
from imppulse.records.rule import Example, Rule
from imppulse.records.text import Text
from imppulse.records.tree import (
    Mapping,
    Node,
    Path,
    Scalar,
    Sequence,
    find,
    key_place,
    place_of,
    scalars,
)
from imppulse.records.tree import data as plain_data

CUT_TEXT = Rule(
    "IMP019",
    Severity.ERROR,
    "A text ends at ' #', which begins a comment.",
    why="YAML drops the rest of the line, and the page would show half of the text.",
    remedy="Put quotes around the whole text, or the comment into a line of its own.",
    example=Example(
        bad="title: Quartier #1 et police\n",
        good="title: 'Quartier #1 et police'\n",
    ),
)

SPLIT_NAME = Rule(
    "IMP110",
    Severity.ERROR,
    "A comma splits the name of one person into two persons.",
    why="The list of sources would cite an author who does not exist.",
    remedy="Put quotes around the name of each person.",
    example=Example(
        bad="authors: [Dupont, Jean]\n",
        good='authors: ["Dupont, Jean"]\n',
    ),
)

MISSING_KEY = Rule(
    "IMP101",
    Severity.ERROR,
    "A required key is missing.",
    why="Pages, print and data rely on the keys that every record of a kind has.",
    remedy="Add the key with its value.",
    example=Example(
        bad="place:\n  country: BE\n",
        good="place:\n  name: Sampletown\n  country: BE\n",
    ),
)

UNKNOWN_KEY = Rule(
    "IMP102",
    Severity.ERROR,
    "The key is not known here.",
    why="What stands under a key that nobody reads would be lost without a word.",
    remedy="Take the key that is suggested, or delete the line.",
    example=Example(
        bad="staus: completed\n",
        good="status: completed\n",
    ),
)

WRONG_SHAPE = Rule(
    "IMP103",
    Severity.ERROR,
    "The value has the wrong shape: text, list or mapping expected.",
    why="A list of one is written as a list too, so that a second item can be added.",
    remedy=(
        "Write a list with '- ' before each item or in square brackets, and a mapping as "
        "indented lines 'key: value'."
    ),
    example=Example(
        bad="axes: encounter\n",
        good="axes: [encounter]\n",
    ),
)

UNKNOWN_WORD = Rule(
    "IMP104",
    Severity.ERROR,
    "The word is not in the controlled list.",
    why="Records can be compared and translated only if they use the same words.",
    remedy="Take a word from the list on the page 'Words to use in a record'.",
    example=Example(
        bad="axes: [trainning]\n",
        good="axes: [training]\n",
    ),
)

UNREADABLE_VALUE = Rule(
    "IMP105",
    Severity.ERROR,
    "The value cannot be read as the number, date or address it should be.",
    why="Figures and dates are computed with and sorted, so they cannot be words.",
    remedy=(
        "Write numbers without unit, with a point for decimals, dates as 2015-02-16, and "
        "addresses in full."
    ),
    example=Example(
        bad="year: around 2020\n",
        good="year: 2020\n",
    ),
)

FIELD_RULE = Rule(
    "IMP106",
    Severity.ERROR,
    "The value breaks a rule of its field.",
    why=(
        "Each field has its bounds, as for the length of a summary; beyond them pages and "
        "sheets would not hold it."
    ),
    remedy="Change the value so that it keeps the rule in the message.",
    example=Example(
        bad="minutes: 0\n",
        good="minutes: 30\n",
    ),
)

CONTRADICTION = Rule(
    "IMP107",
    Severity.ERROR,
    "Values of the same record contradict each other.",
    why="Both cannot be true, and a reader could not tell which one is.",
    remedy="Look up which of the values is right, and change the other.",
    example=Example(
        bad="kind: micro-experiment\n",
        good="kind: published\n",
    ),
)


R = TypeVar("R", bound=Record)

SHAPES = {
    "list_type": "expected a list: one line '- …' for each item",
    "model_type": "expected lines 'key: value', indented under this key",
    "model_attributes_type": "expected lines 'key: value', indented under this key",
    "string_type": "expected text",
    "text_type": "expected text",
}
"""Pydantic's error types for a value of the wrong shape, and what would be right."""

_VALUES = {
    "int_parsing": "expected a whole number such as 120",
    "int_type": "expected a whole number such as 120",
    "int_from_float": "expected a whole number such as 120",
    "float_parsing": "expected a number such as 0.5, with a point and no unit",
    "float_type": "expected a number such as 0.5, with a point and no unit",
    "finite_number": "expected a finite number",
    "bool_parsing": "expected 'true' or 'false'",
    "bool_type": "expected 'true' or 'false'",
    "date_type": "expected a date such as 2015-02-16",
    "value": "",
}

_SURNAME = re.compile(r"[^\W\d_][\w'’-]+")
_FIRST_NAME = re.compile(r"[A-ZÀ-Þ]([a-zß-ÿ'’-]+|\.)([ -][A-ZÀ-Þ]([a-zß-ÿ'’-]+|\.))*")

_RULES = {
    "greater_than": "expected more than {gt:g}",
    "greater_than_equal": "expected {ge:g} or more",
    "less_than": "expected less than {lt:g}",
    "less_than_equal": "expected {le:g} or less",
    "too_short": "expected {min_length} or more items; found {actual_length}",
    "too_long": "expected {max_length} items or fewer; found {actual_length}",
    "string_too_short": "the text is empty; write it or delete the key",
}


def validate(
    model: type[R], tree: Mapping, id_: str, data: dict[str, object] | None = None
) -> tuple[R | None, list[Finding]]:
    """Type a tree as a record of a kind.

    ``data`` replaces the tree's own values where a translation has been laid over them.
    Returns the record, or ``None`` and all findings of the file at once.
    """
    values = plain_data(tree) if data is None else data
    findings = []
    if "id" in tree.keys:
        message = "the id of a record is its file name; delete this key"
        findings.append(UNKNOWN_KEY.at(tree.keys["id"], message))
    findings += [*_unknown_without_value(model, tree), *_cut_texts(model, tree)]
    findings += _split_names(tree)
    try:
        record = model.model_validate({**_without_empty(values), "id": id_})
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
        findings += [_finding(model, tree, detail) for detail in details]
        return None, _without_echoes(findings)
    return (None if findings else record), findings


def _unknown_without_value(model: type[BaseModel], tree: Mapping) -> Iterator[Finding]:
    """Name unknown keys with nothing after them, which the models never see."""
    for path, scalar in scalars(tree):
        if not scalar.empty or not path or not isinstance(path[-1], str) or path == ("id",):
            continue
        known = known_keys(model, path[:-1])
        if model_at(model, path[:-1]) is not None and path[-1] not in known:
            message = f"unknown key '{path[-1]}'{did_you_mean(path[-1], known)}"
            yield UNKNOWN_KEY.at(key_place(tree, path), message)


def _cut_texts(model: type[BaseModel], tree: Mapping) -> Iterator[Finding]:
    """Name texts of which YAML takes the end for a comment."""
    for path, scalar in scalars(tree):
        if scalar.comment and not scalar.empty and is_free_text(model, path):
            message = (
                f"the text ends before '{scalar.comment[:40]}', which is read as a comment: put "
                "quotes around the whole text, or the comment into a line of its own"
            )
            yield CUT_TEXT.at(scalar.comment_place, message)


def _split_names(tree: Mapping) -> Iterator[Finding]:
    """Name ``[Dupont, Jean]``, which is a list of two persons."""
    sources = tree.entries.get("sources")
    for source in sources.items if isinstance(sources, Sequence) else []:
        authors = find(source, ("authors",))
        if not isinstance(authors, Sequence) or not authors.flow:
            continue
        names = [item for item in authors.items if isinstance(item, Scalar) and item.plain]
        for surname, first in pairwise(names):
            if _SURNAME.fullmatch(surname.text) and _FIRST_NAME.fullmatch(first.text):
                message = (
                    f"'{surname.text}, {first.text}' is read as two authors: put quotes around "
                    "the name of one person, or each of two bodies into a line '- …' of its own"
                )
                yield SPLIT_NAME.at(surname.place, message)
                break


def texts(value: object, path: Path = ()) -> Iterator[tuple[Path, Text]]:
    """Walk all passages of a record that readers read, with their paths."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name), (*path, name))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from texts(item, (*path, position))


def _without_echoes(findings: list[Finding]) -> list[Finding]:
    """Drop "missing 'title'" where an unknown key is taken for 'title': one mistake, one line."""
    meant = {
        match.group(1)
        for finding in findings
        if (match := re.search(r"did you mean '(\w+)'\?", finding.message))
    }
    return [
        finding
        for finding in findings
        if finding.code != MISSING_KEY.code
        or not any(f"the key '{key}' " in finding.message for key in meant)
    ]


def _without_empty(values: dict[str, object]) -> dict[str, object]:
    """Drop keys with nothing after them, so that ``period:`` means the same as no such line."""
    return {key: _filled(value) for key, value in values.items() if value is not None}


def _filled(value: object) -> object:
    if isinstance(value, dict):
        return _without_empty(value)
    if isinstance(value, list):
        return [_filled(item) for item in value]
    return value


def _finding(model: type[BaseModel], tree: Mapping, detail: ErrorDetails) -> Finding:
    """Say one pydantic error in an editor's words, at its place."""
    path: Path = tuple(detail["loc"])
    if detail["type"] == "missing":
        return _missing(tree, path)
    if detail["type"] == "extra_forbidden":
        hint = did_you_mean(str(path[-1]), known_keys(model, path[:-1]))
        return UNKNOWN_KEY.at(key_place(tree, path), f"unknown key '{path[-1]}'{hint}")
    if detail["type"] == "contradiction":
        return CONTRADICTION.at(_start(tree, path), detail["msg"])
    rule, message = _complaint(find(tree, path), path, detail)
    return rule.at(place_of(tree, path), message)


def _missing(tree: Mapping, path: Path) -> Finding:
    """Say that a key is not there, or has nothing after it."""
    if isinstance(find(tree, path), Scalar):
        message = f"the key '{path[-1]}' has no value; add one"
        return MISSING_KEY.at(key_place(tree, path), message)
    return MISSING_KEY.at(_start(tree, path[:-1]), f"the key '{path[-1]}' is missing; add it")


def _complaint(node: Node | None, path: Path, detail: ErrorDetails) -> tuple[Rule, str]:
    """Say what is wrong with a value: the rule it breaks and the message."""
    kind, context = detail["type"], detail.get("ctx", {})
    key = f"'{path[-1]}'" if path and isinstance(path[-1], str) else "the item"
    typed = _typed(node)
    if kind == "enum":
        if not isinstance(node, Scalar):
            return WRONG_SHAPE, f"{key}: expected one word"
        words = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        return UNKNOWN_WORD, f"unknown {_spoken(path)} {typed}{did_you_mean(node.text, words)}"
    if kind in SHAPES:
        return WRONG_SHAPE, f"{key}: {SHAPES[kind]}"
    if kind in _VALUES:
        found = f"{_VALUES[kind]}; found {typed}" if _VALUES[kind] else detail["msg"]
        return UNREADABLE_VALUE, f"{key}: {found}"
    if kind in _RULES:
        return FIELD_RULE, f"{key}: {_RULES[kind].format(**context)}"
    return FIELD_RULE, f"{key}: {detail['msg']}"


def _start(tree: Mapping, path: Path) -> Place:
    """Return the place of the key above a mapping, or of the mapping itself in a list."""
    return key_place(tree, path) if path and isinstance(path[-1], str) else place_of(tree, path)


def _typed(node: Node | None) -> str:
    """Quote what the editor typed, shortened."""
    if not isinstance(node, Scalar):
        return "a list or mapping"
    return f"'{node.text[:40]}…'" if len(node.text) > 40 else f"'{node.text}'"


def _spoken(path: Path) -> str:
    """Name a field for a message: the last key, in the singular for items of a list."""
    name = next((str(key) for key in reversed(path) if isinstance(key, str)), "value")
    if path and isinstance(path[-1], int):
        name = {"axes": "axis"}.get(name, name.removesuffix("s"))
    return name.replace("_", " ")
