"""An experiment: one of the project's 16, or a comparable action from the literature."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from imppulse.records.evaluation import Evaluation
from imppulse.records.fields import (
    Count,
    Country,
    Euro,
    Latitude,
    Longitude,
    Model,
    PartialDate,
    Summary,
    Year,
    check_order,
)
from imppulse.records.record import Record
from imppulse.records.text import Prose, Text
from imppulse.records.vocabulary import Axis, Factor, Kind, PoliceSystem, Status


class Coordinates(Model):
    """A point on the globe in decimal degrees (WGS 84)."""

    latitude: Latitude
    longitude: Longitude


class Population(Model):
    """How many people live there, and who says so."""

    count: Count
    year: Year
    source: str = Field(description="id of a source")


class Setting(Model):
    """Where an experiment takes place."""

    name: Text = Field(description="city or area")
    country: Country | None = Field(
        default=None, description="left out where there are several, or the source names none"
    )
    coordinates: Coordinates | None = None
    population: Population | None = None


class Police(Model):
    """Which police take part, and with whom."""

    system: PoliceSystem | None = None
    forces: list[Text] = Field(default_factory=list)
    partners: list[Text] = Field(default_factory=list)


class Targets(Model):
    """Whom an experiment is for, on both sides."""

    population: list[Text] = Field(default_factory=list)
    police: list[Text] = Field(default_factory=list)


class Period(Model):
    """From when to when."""

    start: PartialDate
    end: PartialDate | None = None

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        check_order("the period", self.start, self.end)
        return self


class Funder(Model):
    """Who pays how much."""

    name: Text
    amount: Euro | None = None


class Resources(Model):
    """What an experiment takes."""

    budget: Euro | None = Field(default=None, description="total cost in euro")
    funding: list[Funder] = Field(default_factory=list)
    staff_days: Count | None = None
    participants: Count | None = None
    note: Text | None = None


class FiveIs(Model):
    """The 5Is framework for describing crime-prevention practice (Ekblom)."""

    intelligence: Prose | None = Field(default=None, description="what was known of the problem")
    intervention: Prose | None = Field(
        default=None, description="what was done, and how it should work"
    )
    implementation: Prose | None = Field(default=None, description="how it was put into practice")
    involvement: Prose | None = Field(default=None, description="who was mobilised, and how")
    impact: Prose | None = Field(
        default=None, description="what came out, costs and side effects included"
    )


class Experiment(Record):
    """One experiment with its evaluation. One that awaits its report is honest and nearly empty."""

    summary: Summary
    kind: Kind
    status: Status
    place: Setting
    axes: list[Axis] = Field(default_factory=list)
    police: Police = Police()
    factors: list[Factor] = Field(default_factory=list, description="estrangement factors")
    targets: Targets = Targets()
    period: Period | None = None
    resources: Resources = Resources()
    story: FiveIs = FiveIs()
    strengths: list[Text] = Field(default_factory=list)
    difficulties: list[Text] = Field(default_factory=list)
    lessons: list[Text] = Field(default_factory=list)
    transfer: list[Text] = Field(default_factory=list, description="conditions for transfer")
    evaluation: Evaluation | None = None
    licence: str | None = Field(default=None, description="SPDX identifier, as in CC-BY-4.0")

    @property
    def awaited(self) -> bool:
        """Whether the city has not sent its report."""
        return self.status is Status.AWAITING_REPORT

    @model_validator(mode="after")
    def _axes_unless_awaited(self) -> Self:
        if not self.axes and not self.awaited:
            raise PydanticCustomError(
                "contradiction",
                "an experiment with the status '{status}' needs at least one axis",
                {"status": self.status.value},
            )
        return self

    @model_validator(mode="after")
    def _published_has_source(self) -> Self:
        if self.kind is Kind.PUBLISHED and not (self.sources or self.cites):
            raise PydanticCustomError(
                "contradiction", "a published evaluation needs at least one source"
            )
        return self

    @model_validator(mode="after")
    def _outcome_ids_differ(self) -> Self:
        ids = [outcome.id for outcome in self.evaluation.outcomes] if self.evaluation else []
        double = next((id_ for id_ in ids if ids.count(id_) > 1), None)
        if double:
            raise PydanticCustomError(
                "contradiction",
                "two outcomes have the id '{id}'; each needs its own",
                {"id": double},
            )
        return self
