"""A policy recommendation, addressed to local, national or European decision-makers."""

from __future__ import annotations

from pydantic import Field

from imppulse.records.fields import Identifier, Summary
from imppulse.records.indicators import Indicator
from imppulse.records.record import Record
from imppulse.records.support import SetAside, Support
from imppulse.records.text import Prose, Text
from imppulse.records.vocabulary import Audience, CostBand


class Recommendation(Record):
    """One thing that decision-makers should do, why, and how they can tell whether it works."""

    audience: Audience
    statement: Summary = Field(description="what to do, in one or two sentences")
    rationale: Prose
    first_steps: list[Text] = Field(min_length=1)
    who_acts: list[Text] = Field(min_length=1)
    time_frame: Text
    cost: CostBand
    indicators: list[Indicator] = Field(min_length=1, description="how to tell whether it works")
    supports: list[Support] = Field(default_factory=list)
    set_aside: list[SetAside] = Field(default_factory=list)
    principles: list[Identifier] = Field(default_factory=list)
    modules: list[Identifier] = Field(default_factory=list)
