"""The bibliography: every source defined once, and who cites it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from imppulse.guide.references import Ref, ref_of
from imppulse.records.experiment import Experiment
from imppulse.records.findings import Finding, Severity, did_you_mean
from imppulse.records.folder import Loaded, Records
from imppulse.records.record import Record
from imppulse.records.rule import Example, Rule
from imppulse.records.source import Source
from imppulse.records.tree import Path

SOURCE_TWICE = Rule(
    "IMP203",
    Severity.ERROR,
    "The same source id stands for two different sources.",
    why="A reference would lead to one of the two, and nobody could tell to which.",
    remedy="Cite the source that is there under 'cites', or give the other one another id.",
    example=Example(
        bad="sources:\n  - id: sample-2020\n    title: Another book\n    isbn: 978-92-9239-230-7\n",
        good="cites: [sample-2020]\n",
    ),
)

UNKNOWN_SOURCE = Rule(
    "IMP204",
    Severity.ERROR,
    "The source that is cited is defined nowhere.",
    why="A figure without a source that can be looked up cannot be checked.",
    remedy="Define the source under 'sources' of one record, or correct the id.",
    example=Example(
        bad="source: sample-2021\n",
        good="source: sample-2020\n",
    ),
)


@dataclass(frozen=True)
class Cited:
    """A source with the records that define or cite it."""

    source: Source
    by: tuple[Ref, ...]


def citations(loaded: Loaded) -> Iterator[tuple[Path, str]]:
    """Walk the ids of sources that a record cites, with where it does."""
    record = loaded.record
    for position, id_ in enumerate(record.cites):
        yield ("cites", position), id_
    if isinstance(record, Experiment):
        if record.place.population:
            yield ("place", "population", "source"), record.place.population.source
        for position, outcome in enumerate(record.evaluation.outcomes if record.evaluation else []):
            yield ("evaluation", "outcomes", position, "source"), outcome.source


def bibliography(records: Records) -> tuple[dict[str, Cited], list[Finding]]:
    """Collect the sources of all records by id, sorted by author and year."""
    sources: dict[str, Source] = {}
    origin: dict[str, Loaded] = {}
    users: dict[str, list[Ref]] = {}
    findings: list[Finding] = []
    for loaded in records.loaded:
        for position, source in enumerate(loaded.record.sources):
            first = origin.setdefault(source.id, loaded)
            if sources.setdefault(source.id, source) != source or (
                first is loaded and source.id in users
            ):
                message = (
                    f"the source '{source.id}' is already defined in {first.path}; "
                    "cite it under 'cites', or give this one another id"
                )
                findings.append(SOURCE_TWICE.at(loaded.place("sources", position, "id"), message))
            users.setdefault(source.id, []).append(ref_of(loaded))
    for loaded in records.loaded:
        for path, id_ in citations(loaded):
            if id_ not in sources:
                if not records.unsound:  # a broken record may define it
                    message = f"the source '{id_}' is defined nowhere{did_you_mean(id_, sources)}"
                    findings.append(UNKNOWN_SOURCE.at(loaded.place(*path), message))
                continue
            if ref_of(loaded) not in users[id_]:
                users[id_].append(ref_of(loaded))
    ordered = sorted(sources.values(), key=sort_key)
    return {source.id: Cited(source, tuple(users[source.id])) for source in ordered}, findings


def sort_key(source: Source) -> tuple[str, int, str]:
    """Order sources by first author or title, then by year."""
    return (
        (source.authors[0] if source.authors else source.title).casefold(),
        source.year or 0,
        source.id,
    )


def source_ids(record: Record) -> list[str]:
    """Return the ids of all sources of a record, those that it defines first."""
    return list(dict.fromkeys([*(source.id for source in record.sources), *record.cites]))
