"""The index: places by country, and the terms of the controlled lists, wherever they stand.

Whatever an edition prints of them is marked where it is printed; the index is read off the marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from imppulse.languages.sorting import alphabetical
from imppulse.press.data.nodes import Inline, Node, node, plain
from imppulse.press.data.writer import Writer
from imppulse.records.experiment import Experiment
from imppulse.records.vocabulary import Word


def term(write: Writer, word: Word) -> Node:
    """Write the label of a controlled word, and mark it."""
    return _mark([write.label(word)])


def terms(write: Writer, words: list[Any]) -> Inline:
    """Write several controlled words in a line, and mark each."""
    return write.listed([[term(write, word)] for word in words])


def place(write: Writer, record: Experiment) -> Inline:
    """Write where an experiment takes place, a country by its name alone, and mark both."""
    name, country = record.place.name, record.place.country
    if country is None:
        several: Inline = [write.gettext("Several countries, or none named")]
        return [_mark(write.text(name), under=several)]
    land: Inline = [write.words.country(country)]
    if plain(land) == name:
        return [_mark(land)]
    return [_mark(write.text(name), under=land), ", ", _mark(land)]


def index(write: Writer, printed: object) -> Node:
    """Write the index of all that an edition prints: letters, entries, and entries below them."""
    _ = write.gettext
    tops: dict[str, Inline] = {}
    below: dict[str, dict[str, Inline]] = {}
    for mark in _marks(printed):
        words = mark["under"] or mark["c"]
        tops.setdefault(_key(words), words)
        if mark["under"]:
            below.setdefault(_key(words), {})[mark["key"]] = mark["c"]
    entries = [
        {
            **_entry(key, words),
            "below": [_entry(*one) for one in sorted(below.get(key, {}).items())],
        }
        for key, words in sorted(tops.items())
    ]
    letters = [
        {"letter": letter.upper(), "entries": list(found)}
        for letter, found in groupby(entries, key=lambda one: one["key"][:1])
    ]
    return {"title": [_("Index of places and terms")], "anchor": "index", "letters": letters}


def _mark(words: Inline, under: Inline | None = None) -> Node:
    """Mark what the index leads to; a place stands under its country there."""
    key = f"{_key(under)}/{_key(words)}" if under else _key(words)
    return node("mark", words, key=key, under=under or [])


def _key(words: Inline) -> str:
    """Return by what an entry is sorted and found."""
    return alphabetical(plain(words))


def _entry(key: str, words: Inline) -> Node:
    return {"key": key, "c": words}


def _marks(printed: object) -> Iterator[Node]:
    """Walk all marks of what is printed."""
    if isinstance(printed, dict):
        if printed.get("n") == "mark":
            yield printed
        printed = list(printed.values())
    if isinstance(printed, list):
        for one in printed:
            yield from _marks(one)
