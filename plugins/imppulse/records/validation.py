"""From a tree to a typed record; what pydantic reports becomes findings in an editor's words."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from typing import TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from imppulse.records.findings import Finding, Place, did_you_mean
from imppulse.records.record import Record
from imppulse.records.text import Text
from imppulse.records.tree import Mapping, Node, Path, Scalar, find, key_place, place_of
from imppulse.records.tree import data as plain_data

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
        findings.append(Finding(tree.keys["id"], "IMP102", message))
    try:
        return model.model_validate({**_without_empty(values), "id": id_}), findings
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
        findings += [_finding(model, tree, detail) for detail in details]
        return None, _without_echoes(findings)


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
        if finding.code != "IMP101"
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
        hint = did_you_mean(str(path[-1]), _known_keys(model, path[:-1]))
        return Finding(key_place(tree, path), "IMP102", f"unknown key '{path[-1]}'{hint}")
    if detail["type"] == "contradiction":
        return Finding(_start(tree, path), "IMP107", detail["msg"])
    code, message = _complaint(find(tree, path), path, detail)
    return Finding(place_of(tree, path), code, message)


def _missing(tree: Mapping, path: Path) -> Finding:
    """Say that a key is not there, or has nothing after it."""
    if isinstance(find(tree, path), Scalar):
        message = f"the key '{path[-1]}' has no value; add one"
        return Finding(key_place(tree, path), "IMP101", message)
    return Finding(_start(tree, path[:-1]), "IMP101", f"the key '{path[-1]}' is missing; add it")


def _complaint(node: Node | None, path: Path, detail: ErrorDetails) -> tuple[str, str]:
    """Say what is wrong with a value: the code and the message."""
    kind, context = detail["type"], detail.get("ctx", {})
    key = f"'{path[-1]}'" if path and isinstance(path[-1], str) else "the item"
    typed = _typed(node)
    if kind == "enum":
        if not isinstance(node, Scalar):
            return "IMP103", f"{key}: expected one word"
        words = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        return "IMP104", f"unknown {_spoken(path)} {typed}{did_you_mean(node.text, words)}"
    if kind in SHAPES:
        return "IMP103", f"{key}: {SHAPES[kind]}"
    if kind in _VALUES:
        found = f"{_VALUES[kind]}; found {typed}" if _VALUES[kind] else detail["msg"]
        return "IMP105", f"{key}: {found}"
    if kind in _RULES:
        return "IMP106", f"{key}: {_RULES[kind].format(**context)}"
    return "IMP106", f"{key}: {detail['msg']}"


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


def _known_keys(model: type[BaseModel], path: Path) -> list[str]:
    """Return the keys that a mapping at a path may have."""
    here: type[BaseModel] | None = model
    for key in path:
        if here and isinstance(key, str):
            here = _model_in(here.model_fields[key].annotation)
    if here is None:
        return []
    return [name for name in here.model_fields if name != "id" or not issubclass(here, Record)]


def _model_in(annotation: object) -> type[BaseModel] | None:
    """Return the model inside ``X``, ``X | None`` or ``list[X]``."""
    if isinstance(annotation, type) and not get_args(annotation):
        return annotation if issubclass(annotation, BaseModel) else None
    if get_origin(annotation) in (list, Union, types.UnionType):
        return next((found for arg in get_args(annotation) if (found := _model_in(arg))), None)
    return None
