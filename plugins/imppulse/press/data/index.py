"""The index: places, and the terms of the controlled lists, with the records that have them."""

from __future__ import annotations

from itertools import groupby

from imppulse.charts.lettering import alphabetical
from imppulse.press.data.nodes import Inline, Node, plain
from imppulse.press.data.writer import Writer, anchor
from imppulse.records.experiment import Experiment
from imppulse.records.recommendation import Recommendation
from imppulse.records.record import Record
from imppulse.records.training import Module

Entries = dict[str, tuple[Inline, list[str]]]
"""By what they are sorted by: the words of an entry, and the anchors of its records."""


def index(write: Writer) -> Node:
    """Write the index of all records that an edition prints."""
    _ = write.gettext
    entries: Entries = {}
    for ref, record in write.guide.records.items():
        if write.prints(ref):
            for words in _words(write, record):
                at = entries.setdefault(alphabetical(plain(words)), (words, []))[1]
                at += [] if anchor(ref) in at else [anchor(ref)]
    ordered = sorted(entries.items())
    letters = [
        {"letter": letter.upper(), "entries": [{"c": words, "at": at} for _, (words, at) in found]}
        for letter, found in groupby(ordered, key=lambda item: item[0][:1])
    ]
    return {"title": [_("Index of places and terms")], "anchor": "index", "letters": letters}


def _words(write: Writer, record: Record) -> list[Inline]:
    """Return the entries under which a record stands."""
    found: list[Inline] = []
    match record:
        case Experiment():
            found += _places(write, record)
            outcomes = record.evaluation.outcomes if record.evaluation else []
            words = [*record.axes, *record.factors, *(one.indicator for one in outcomes)]
            if record.evaluation:
                words.append(record.evaluation.design)
            found += [[write.label(word)] for word in words]
        case Recommendation():
            found += [[write.label(word)] for word in record.indicators]
        case Module():
            found += [[write.label(one.method)] for one in record.activities]
        case _:
            pass
    return found


def _places(write: Writer, record: Experiment) -> list[Inline]:
    """Return a place with its country, and the country."""
    place = record.place
    country = write.words.country(place.country) if place.country else None
    found = [write.text(place.name)]
    if country and country != place.name:
        found = [[*write.text(place.name), f" ({country})"], [country]]
    return found
