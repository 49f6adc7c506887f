"""Citations: the records that a claim leans on, by their kind and by what they say of it."""

from __future__ import annotations

from dataclasses import dataclass

from imppulse.guide.assembly import Guide
from imppulse.guide.references import outcome_of
from imppulse.records.experiment import Experiment
from imppulse.records.outcome import Outcome
from imppulse.records.principle import Principle
from imppulse.records.recommendation import Recommendation
from imppulse.records.training import Module
from imppulse.records.vocabulary import Kind, Relation


@dataclass(frozen=True)
class Leaning:
    """A record that is cited, with the outcomes leaned on; none where it is cited as a whole."""

    experiment: Experiment
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True)
class Citations:
    """Records of one kind that are cited in the same sense; the two kinds are never mixed."""

    kind: Kind
    relation: Relation
    leanings: list[Leaning]


def citations(guide: Guide, claim: Principle | Recommendation | Module) -> list[Citations]:
    """Group the records that a claim or module cites; those set aside support nothing."""
    by_id = {one.id: one for one in guide.experiments}
    cited: dict[tuple[Kind, Relation], dict[str, list[Outcome]]] = {}
    for support in claim.supports:
        if experiment := by_id.get(support.record):
            named = cited.setdefault((experiment.kind, support.relation), {})
            outcomes = named.setdefault(experiment.id, [])
            outcome = outcome_of(experiment, support.outcome)
            if outcome and outcome not in outcomes:
                outcomes.append(outcome)
    return [
        Citations(
            kind,
            relation,
            [Leaning(by_id[id_], tuple(some)) for id_, some in cited[kind, relation].items()],
        )
        for kind in Kind
        for relation in Relation
        if (kind, relation) in cited
    ]
