"""An outcome: one indicator measured in one group of respondents."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from imppulse.records.fields import Count, Figure, Identifier, Model, Share, Spread
from imppulse.records.indicators import Indicator
from imppulse.records.text import Text
from imppulse.records.vocabulary import Arm, Direction, Measure, Moment, Respondents, Significance


class Measurement(Model):
    """A measured value: ``n`` with ``count`` (a proportion) or with ``mean`` and ``sd``."""

    arm: Arm
    moment: Moment = Moment.AFTER
    n: Count
    count: Count | None = None
    mean: Figure | None = None
    sd: Spread | None = None


class ReportedEffect(Model):
    """An effect as its source reports it; nothing is recomputed."""

    measure: Measure
    value: Figure
    interval: list[Figure] | None = Field(
        default=None, min_length=2, max_length=2, description="95% interval, lower and upper bound"
    )
    p: Share | None = Field(default=None, description="p value as reported")
    n: Count | None = None
    significance: Significance = Significance.NOT_STATED

    @model_validator(mode="after")
    def _is_possible(self) -> Self:
        if self.measure.no_effect == 1 and (self.value <= 0 or min(self.interval or [0]) < 0):
            message = "a ratio is above 0; it means no effect at 1"
            raise PydanticCustomError("contradiction", message)
        if self.measure is Measure.PERCENT_CHANGE and self.value < -100:
            raise PydanticCustomError("contradiction", "nothing falls by more than 100 per cent")
        return self

    @model_validator(mode="after")
    def _interval_holds_value(self) -> Self:
        if self.interval and not self.interval[0] <= self.value <= self.interval[1]:
            raise PydanticCustomError(
                "contradiction",
                "the value {value} lies outside its interval {low} to {high}",
                {"value": self.value, "low": self.interval[0], "high": self.interval[1]},
            )
        return self


class Described(Model):
    """What a source says of an outcome for which it gives no figure that can be used."""

    direction: Direction
    significance: Significance = Significance.NOT_STATED


class Outcome(Model):
    """One indicator in one group: measured, reported or described, exactly one of them."""

    id: Identifier
    indicator: Indicator
    respondents: Respondents
    label: Text = Field(description="what was measured, in plain words")
    measured: list[Measurement] | None = Field(default=None, min_length=1)
    reported: ReportedEffect | None = None
    described: Described | None = None
    finding: Text | None = Field(default=None, description="what the source says, in our words")
    source: Identifier = Field(description="id of the source")
    where: Text | None = Field(
        default=None, description="where in the source: abstract, table 3, page 12"
    )

    @model_validator(mode="after")
    def _has_one_form(self) -> Self:
        forms = [
            name
            for name in ("measured", "reported", "described")
            if getattr(self, name) is not None
        ]
        if len(forms) != 1:
            found = " and ".join(forms) or "none"
            raise PydanticCustomError(
                "contradiction",
                "an outcome has exactly one of measured, reported and described; found {found}",
                {"found": found},
            )
        return self
