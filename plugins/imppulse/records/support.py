"""A support: the link from a claim to the record that it leans on."""

from __future__ import annotations

from pydantic import Field

from imppulse.records.fields import Identifier, Model
from imppulse.records.text import Text
from imppulse.records.vocabulary import Relation


class Support(Model):
    """What one experiment says of a claim."""

    record: Identifier = Field(description="id of an experiment")
    outcome: Identifier | None = Field(
        default=None, description="id of the outcome; without it, the record as a qualitative whole"
    )
    relation: Relation
    because: Text | None = Field(
        default=None, description="what the record adds to the claim, in a sentence"
    )


class SetAside(Model):
    """A record on the same question that a claim does not lean on, and why."""

    record: Identifier
    outcome: Identifier | None = None
    because: Text = Field(description="why it does not bear on this claim; printed")
