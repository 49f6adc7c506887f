"""An evaluation: how an experiment was judged, and what came out."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from imppulse.records.fields import Count, Model, PartialDate, Whole, check_order
from imppulse.records.outcome import Outcome
from imppulse.records.text import Prose, Text
from imppulse.records.vocabulary import Arm, Criterion, Design, Evaluator


class Sample(Model):
    """Who or what was studied."""

    who: Text
    n: Count | None = None
    arm: Arm | None = None


class Rating(Model):
    """A judgement on one criterion; without a written reason there is none."""

    criterion: Criterion
    score: Whole = Field(ge=0, le=4, description="0 not met to 4 fully met")
    reason: Text


class Evaluation(Model):
    """How an experiment was judged, and what came out."""

    design: Design
    description: Text = Field(description="arms, unit of assignment and comparison, in plain words")
    evaluator: Evaluator = Evaluator.NOT_STATED
    instruments: list[Text] = Field(default_factory=list)
    samples: list[Sample] = Field(default_factory=list)
    start: PartialDate | None = None
    end: PartialDate | None = None
    ratings: list[Rating] = Field(default_factory=list)
    outcomes: list[Outcome] = Field(default_factory=list)
    unintended: Prose | None = Field(default=None, description="unintended effects and harms")
    limits: Prose | None = Field(default=None, description="what the evaluation cannot tell")

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        check_order("the evaluation", self.start, self.end)
        return self
