"""References between records: each resolved once, seen from both ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple

from imppulse.records.experiment import Experiment
from imppulse.records.findings import Finding, Severity, did_you_mean
from imppulse.records.folder import Loaded, Records
from imppulse.records.kinds import kind_at
from imppulse.records.outcome import Outcome
from imppulse.records.principle import Principle
from imppulse.records.recommendation import Recommendation
from imppulse.records.record import Record
from imppulse.records.rule import Example, Rule
from imppulse.records.support import SetAside, Support
from imppulse.records.training import Module, Pathway
from imppulse.records.tree import Path

UNKNOWN_RECORD = Rule(
    "IMP201",
    Severity.ERROR,
    "The record that is referred to does not exist.",
    why="Readers could not follow the reference, and what it should show would rest on nothing.",
    remedy="Write the id of a record that is there: its file name without the ending.",
    example=Example(
        bad="record: door-visit\n",
        good="record: door-visits\n",
    ),
)

UNKNOWN_OUTCOME = Rule(
    "IMP206",
    Severity.ERROR,
    "The support names an outcome that the record does not have.",
    why="The support would rest on a figure that is not there.",
    remedy="Write the id of one of the outcomes of the record.",
    example=Example(
        bad="outcome: confidence\n",
        good="outcome: trust\n",
    ),
)


class Ref(NamedTuple):
    """The name of a record in the guide: its kind and its id."""

    kind: str
    id: str


@dataclass(frozen=True)
class Reference:
    """That one record names another; ``support`` tells why, where the one is a claim."""

    origin: Ref
    target: Ref
    support: Support | SetAside | None = None


class Mention(NamedTuple):
    """A reference as it stands in a file, not yet resolved."""

    path: Path
    target: Ref
    support: Support | SetAside | None = None


def ref_of(loaded: Loaded) -> Ref:
    """Return the name of a loaded record."""
    return Ref(loaded.kind.name, loaded.record.id)


def mentions(record: Record) -> Iterator[Mention]:
    """Walk the references that a record makes through its fields, in the order of the file."""
    if isinstance(record, (Principle, Recommendation, Module)):
        for position, support in enumerate(record.supports):
            yield Mention(
                ("supports", position, "record"), Ref("experiment", support.record), support
            )
    if isinstance(record, (Principle, Recommendation)):
        for position, aside in enumerate(record.set_aside):
            yield Mention(("set_aside", position, "record"), Ref("experiment", aside.record), aside)
    if isinstance(record, (Recommendation, Module)):
        for position, id_ in enumerate(record.principles):
            yield Mention(("principles", position), Ref("principle", id_))
    if isinstance(record, (Recommendation, Pathway)):
        for position, id_ in enumerate(record.modules):
            yield Mention(("modules", position), Ref("module", id_))
    if isinstance(record, Module):
        for position, id_ in enumerate(record.requires):
            yield Mention(("requires", position), Ref("module", id_))


def resolve(records: Records) -> tuple[list[Reference], list[Finding]]:
    """Resolve all references; a broken one becomes a finding with a suggestion."""
    known = {ref_of(loaded): loaded for loaded in records.loaded}
    unsound = {_ref_of_path(path) for path in records.unsound}
    resolved: list[Reference] = []
    findings: list[Finding] = []
    for loaded in records.loaded:
        for mention in mentions(loaded.record):
            target = known.get(mention.target)
            if target is not None:
                resolved.append(Reference(ref_of(loaded), mention.target, mention.support))
                findings += _outcome_findings(loaded, mention, target)
            elif mention.target not in unsound:
                findings.append(_broken(loaded, mention, known))
    return resolved, findings


class References:
    """All references, to be asked from either end."""

    def __init__(self, references: Iterable[Reference]) -> None:
        """Index the references by both ends."""
        self._from: dict[Ref, list[Reference]] = defaultdict(list)
        self._to: dict[Ref, list[Reference]] = defaultdict(list)
        for reference in references:
            self._from[reference.origin].append(reference)
            self._to[reference.target].append(reference)

    def made_by(self, origin: Ref, kind: str) -> list[Reference]:
        """Return the references that a record makes to records of a kind."""
        return [found for found in self._from.get(origin, ()) if found.target.kind == kind]

    def made_to(self, target: Ref, kind: str) -> list[Reference]:
        """Return the references that records of a kind make to a record."""
        return [found for found in self._to.get(target, ()) if found.origin.kind == kind]

    def related(self, ref: Ref) -> list[Ref]:
        """Return the claims, modules and pathways that go with a record, from either end."""
        kinds = ("principle", "recommendation", "module", "pathway")
        made = [one.target for kind in kinds for one in self.made_by(ref, kind)]
        received = [one.origin for kind in kinds for one in self.made_to(ref, kind)]
        return list(dict.fromkeys([*made, *received]))


def outcome_of(experiment: Experiment, id_: str | None) -> Outcome | None:
    """Return the outcome of an experiment that a support names."""
    outcomes = experiment.evaluation.outcomes if experiment.evaluation else []
    return next((outcome for outcome in outcomes if outcome.id == id_), None)


def _broken(loaded: Loaded, mention: Mention, known: dict[Ref, Loaded]) -> Finding:
    """Say that a reference leads nowhere, and what may have been meant."""
    same_kind = {ref.id: one for ref, one in known.items() if ref.kind == mention.target.kind}
    renamed = [id_ for id_, one in same_kind.items() if mention.target.id in one.record.formerly]
    guess = did_you_mean(mention.target.id, same_kind)
    hint = f"; it is now '{renamed[0]}'" if renamed else guess
    message = f"there is no {mention.target.kind} '{mention.target.id}'{hint}"
    return UNKNOWN_RECORD.at(loaded.place(*mention.path), message)


def _outcome_findings(loaded: Loaded, mention: Mention, target: Loaded) -> list[Finding]:
    """Say that a support names an outcome that its record does not have."""
    wanted = mention.support.outcome if mention.support else None
    experiment = target.record
    if wanted is None or not isinstance(experiment, Experiment):
        return []
    outcomes = experiment.evaluation.outcomes if experiment.evaluation else []
    ids = [outcome.id for outcome in outcomes]
    if wanted in ids:
        return []
    hint = did_you_mean(wanted, ids) if ids else "; it has no outcomes"
    message = f"'{experiment.id}' has no outcome '{wanted}'{hint}"
    return [UNKNOWN_OUTCOME.at(loaded.place(*mention.path[:-1], "outcome"), message)]


def _ref_of_path(path: str) -> Ref:
    """Name the record that a file would hold if it were sound."""
    kind = kind_at(PurePosixPath(path))
    return Ref(kind.name if kind else "", PurePosixPath(path).stem)
