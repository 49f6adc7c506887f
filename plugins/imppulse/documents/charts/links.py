"""Links: which record says what of which claim or module, for a matrix and its table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from imppulse.languages.catalogue import Catalogue
from imppulse.languages.sorting import alphabetical
from imppulse.records.experiment import Experiment
from imppulse.records.principle import Principle
from imppulse.records.recommendation import Recommendation
from imppulse.records.training import Module
from imppulse.records.vocabulary import Kind, Relation

Claim: TypeAlias = Principle | Recommendation | Module


@dataclass(frozen=True)
class Link:
    """What a record says of a claim; each relation once."""

    experiment: Experiment
    claim: Claim
    relations: tuple[Relation, ...]


def links(claims: Iterable[Claim], experiments: Iterable[Experiment]) -> list[Link]:
    """Return who says what of whom: by record, own ones last, in the order of the claims."""
    claims = list(claims)
    found: list[Link] = []
    for experiment in sorted(experiments, key=_own_last):
        for claim in claims:
            said = {one.relation for one in claim.supports if one.record == experiment.id}
            if said:
                relations = tuple(relation for relation in Relation if relation in said)
                found.append(Link(experiment, claim, relations))
    return found


def _own_last(experiment: Experiment) -> tuple[bool, str, str]:
    own = experiment.kind is Kind.MICRO_EXPERIMENT
    return own, alphabetical(experiment.title), experiment.id


def link_table(found: Iterable[Link], words: Catalogue) -> list[list[str]]:
    """Return the links as a table, headers first; titles keep their language."""
    _ = words.gettext
    headers = [_("Record"), _("Claim"), _("Relation")]
    return [
        headers,
        *(
            [
                link.experiment.title,
                link.claim.title,
                words.enumerate([_(relation.label) for relation in link.relations]),
            ]
            for link in found
        ),
    ]
