"""The training framework for police organisations: framework, modules and pathways."""

from __future__ import annotations

from pydantic import Field

from imppulse.records.fields import Day, Decimal, Hours, Identifier, Minutes, Model, Summary, Whole
from imppulse.records.record import Record
from imppulse.records.support import Support
from imppulse.records.text import Prose, Text
from imppulse.records.vocabulary import Bloom, Dimension, Method, Stage

EQF_FIRST, EQF_LAST = 1, 8
"""The levels of the European Qualifications Framework, Council Recommendation 2017/C 189/03."""


class CompetenceArea(Model):
    """A field in which police officers should become able to act."""

    id: Identifier
    title: Text
    description: Text


class EqfLevel(Model):
    """What an EQF level means for the roles of a police organisation."""

    level: Whole = Field(ge=EQF_FIRST, le=EQF_LAST)
    roles: Text
    expectation: Text


class Framework(Record):
    """The frame around the modules: competence areas and levels."""

    summary: Summary
    introduction: Prose
    areas: list[CompetenceArea] = Field(min_length=1)
    levels: list[EqfLevel] = Field(min_length=1)
    hours_per_credit: Decimal = Field(
        default=25,
        ge=25,
        le=30,
        description="hours of work for one ECTS credit (ECTS Users' Guide 2015)",
    )


class LearningOutcome(Model):
    """What a participant is able to do afterwards."""

    id: Identifier
    statement: Text = Field(description="starts with an active verb")
    level: Bloom
    dimension: Dimension
    fundamental_rights: bool = False


class Activity(Model):
    """A part of a module, with the outcomes that it serves."""

    title: Text
    minutes: Minutes
    method: Method
    description: Text
    materials: list[Text] = Field(default_factory=list)
    trainer_notes: Prose | None = None
    outcomes: list[Identifier] = Field(min_length=1, description="ids of learning outcomes")


class Assessment(Model):
    """How it is seen whether outcomes are reached."""

    title: Text
    criteria: list[Text] = Field(min_length=1)
    outcomes: list[Identifier] = Field(min_length=1, description="ids of learning outcomes")


class Workload(Model):
    """Hours of work of one participant."""

    contact: Hours
    self_study: Hours = 0
    assessment: Hours = 0

    @property
    def total(self) -> float:
        """All hours together."""
        return self.contact + self.self_study + self.assessment


class TrainerProfile(Model):
    """Who should teach."""

    police: Text
    community: Text | None = Field(default=None, description="co-trainers from the population")


class Module(Record):
    """One module of the training framework."""

    summary: Summary
    areas: list[Identifier] = Field(min_length=1, description="ids of competence areas")
    audience: list[Text] = Field(min_length=1, description="roles that take the module")
    stage: Stage
    eqf: Whole = Field(ge=EQF_FIRST, le=EQF_LAST)
    requires: list[Identifier] = Field(default_factory=list, description="modules to take before")
    entry: Text | None = Field(default=None, description="entry requirements beside modules")
    outcomes: list[LearningOutcome] = Field(min_length=1)
    activities: list[Activity] = Field(min_length=1)
    assessments: list[Assessment] = Field(min_length=1)
    workload: Workload
    trainers: TrainerProfile
    supports: list[Support] = Field(default_factory=list)
    principles: list[Identifier] = Field(default_factory=list)
    version: str = Field(min_length=1)
    review_by: Day | None = Field(default=None, description="when it should be looked at again")


class Pathway(Record):
    """Modules in order, for one role."""

    summary: Summary
    role: Text
    introduction: Prose | None = None
    modules: list[Identifier] = Field(min_length=1)
    hours: Hours = Field(description="total workload in hours")
