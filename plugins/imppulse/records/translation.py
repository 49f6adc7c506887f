"""Translations: a file beside a record gives its passages in another language, and nothing else.

``x.fr.yml`` has the shape of ``x.yml`` with only the passages in it. Items of a list of parts are
matched by their ``id`` where they have one, else by position. Under ``translates`` stands, per
passage, the fingerprint of the source wording that was translated.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Self

from imppulse.records.findings import Finding, Severity, did_you_mean
from imppulse.records.record import Record
from imppulse.records.rule import Example, Rule
from imppulse.records.text import Text
from imppulse.records.tree import (
    Key,
    Mapping,
    Node,
    Path,
    Scalar,
    Sequence,
    find,
    key_place,
    scalars,
)
from imppulse.records.tree import data as plain_data
from imppulse.records.validation import texts

NOTHING_TO_TRANSLATE = Rule(
    "IMP302",
    Severity.ERROR,
    "The translation gives a text that the record does not have.",
    why="It would be printed nowhere.",
    remedy="Give it the key of the text that it translates, or delete it.",
    example=Example(
        bad="titel: Visites à domicile\n",
        good="title: Visites à domicile\n",
    ),
)

TRANSLATED_FACT = Rule(
    "IMP303",
    Severity.ERROR,
    "The translation gives a fact; facts are written once, in the record.",
    why="A figure or date written twice will one day differ between two languages.",
    remedy="Delete the line; the fact is taken from the record.",
    example=Example(
        bad="title: Visites à domicile\nstatus: completed\n",
        good="title: Visites à domicile\n",
    ),
)


FINGERPRINTS = "translates"
"""The key that holds the fingerprints."""


class Translated(str):
    """A value that a translation has laid over that of the record; ``Text`` keeps its language."""

    __slots__ = ("language", "outdated")
    language: str
    outdated: bool

    def __new__(cls, value: str, language: str, *, outdated: bool) -> Self:
        """Make a value in a language."""
        text = super().__new__(cls, value)
        text.language = language
        text.outdated = outdated
        return text


@dataclass(frozen=True)
class Translation:
    """The passages of one record in one language, by their path in the record."""

    language: str
    path: str
    passages: dict[Path, str] = field(default_factory=dict)
    scalars: dict[Path, Scalar] = field(default_factory=dict)
    """The values behind the passages, which know their places."""
    fingerprints: dict[str, str] = field(default_factory=dict)

    def is_current(self, path: Path, source: Text) -> bool:
        """Tell whether a passage translates the wording that the source has now."""
        return self.fingerprints.get(dotted(path)) == fingerprint(source)


def fingerprint(source: Text) -> str:
    """Return eight hexadecimal digits that change when the wording of a passage changes."""
    return hashlib.sha256(source.encode()).hexdigest()[:8]


def dotted(path: Path) -> str:
    """Write a path as in ``story.impact`` or ``lessons.0``."""
    return ".".join(str(key) for key in path)


def read_translation(
    tree: Mapping, language: str, path: str, record: Record, source: Mapping
) -> tuple[Translation, list[Finding]]:
    """Take the passages out of a translation file, and say which of them do not belong there."""
    known = dict(texts(record))
    translation = Translation(language, path)
    findings: list[Finding] = []
    for place_in_file, place_in_record, scalar in _aligned(tree, source):
        if place_in_record in known:
            if not scalar.empty and scalar.text.strip():
                translation.passages[place_in_record] = scalar.text
                translation.scalars[place_in_record] = scalar
            continue
        name = dotted(place_in_record)
        if find(source, place_in_record) is not None:
            message = f"'{name}' is a fact, written once in {source.place.path}; delete it here"
            findings.append(TRANSLATED_FACT.at(key_place(tree, place_in_file), message))
        else:
            hint = did_you_mean(name, [dotted(path) for path in known])
            message = (
                f"there is no text '{name}' in {source.place.path}{hint if 'mean' in hint else ''}"
            )
            findings.append(NOTHING_TO_TRANSLATE.at(key_place(tree, place_in_file), message))
    prints = tree.entries.get(FINGERPRINTS)
    if isinstance(prints, Mapping):
        for key, node in prints.entries.items():
            if isinstance(node, Scalar):
                translation.fingerprints[key] = node.text
    return translation, findings


def lay_over(source: Mapping, record: Record, translation: Translation) -> dict[str, object]:
    """Return the values of a record with the passages of a translation in their places."""
    values = plain_data(source)
    originals = dict(texts(record))
    for path, passage in translation.passages.items():
        here: Any = values
        for key in path[:-1]:
            here = here[key]
        outdated = not translation.is_current(path, originals[path])
        here[path[-1]] = Translated(passage, translation.language, outdated=outdated)
    return values


def _aligned(tree: Mapping, source: Mapping) -> Iterator[tuple[Path, Path, Scalar]]:
    """Walk the values of a translation with their path there and their path in the record."""
    for path, scalar in scalars(tree):
        if path[0] == FINGERPRINTS or (path[-1] == "id"):
            continue
        yield path, _in_record(path, tree, source), scalar


def _in_record(path: Path, tree: Mapping, source: Mapping) -> Path:
    """Turn list positions of a translation into those of the record, by id where there is one."""
    there: Path = ()
    for depth, key in enumerate(path):
        if isinstance(key, int):
            id_ = _id_of(find(tree, path[: depth + 1]))
            there = (*there, key if id_ is None else _position(id_, find(source, there)))
        else:
            there = (*there, key)
    return there


def _id_of(item: Node | None) -> str | None:
    """Return the id of an item of a list, if it has one."""
    id_ = item.entries.get("id") if isinstance(item, Mapping) else None
    return id_.text if isinstance(id_, Scalar) else None


def _position(id_: str, items: Node | None) -> Key:
    """Return where the item with an id stands in a list; the id itself, if it does not."""
    ids = [_id_of(item) for item in items.items] if isinstance(items, Sequence) else []
    return ids.index(id_) if id_ in ids else id_
