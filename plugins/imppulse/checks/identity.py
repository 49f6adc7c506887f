"""Identity: within a kind, an id stands for one record, now and formerly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from imppulse.guide.references import Ref
from imppulse.records.findings import Finding, Place, Severity
from imppulse.records.folder import Loaded, Records
from imppulse.records.rule import Example, Rule

ID_TWICE = Rule(
    "IMP202",
    Severity.ERROR,
    "An id or a former id is used by two records of the same kind.",
    why="Both records would have the same address, and references would lead to either.",
    remedy="Rename one of the two files, or delete the former id.",
    example=Example(
        bad="formerly: [lisbon]\n",
        good="formerly: [lisboa]\n",
    ),
)


def identity_findings(records: Records) -> Iterator[Finding]:
    """Say which ids and former ids are used twice within a kind."""
    uses = Counter(
        Ref(loaded.kind.name, id_) for loaded in records.loaded for _, id_ in _ids(loaded)
    )
    for loaded in records.loaded:
        for place, id_ in _ids(loaded):
            if uses[Ref(loaded.kind.name, id_)] > 1:
                message = f"the id '{id_}' is used, now or formerly, by another {loaded.kind.name}"
                yield ID_TWICE.at(place, message)


def _ids(loaded: Loaded) -> Iterator[tuple[Place, str]]:
    """Walk the id and the former ids of a record with their places."""
    yield loaded.place(), loaded.record.id
    for position, id_ in enumerate(loaded.record.formerly):
        yield loaded.place("formerly", position), id_
