"""A principle: practical or technical advice for those who want to run such a project locally."""

from __future__ import annotations

from pydantic import Field

from imppulse.records.fields import Summary
from imppulse.records.record import Record
from imppulse.records.support import SetAside, Support
from imppulse.records.text import Prose
from imppulse.records.vocabulary import Nature, Phase


class Principle(Record):
    """One principle, written in Markdown under its front matter."""

    summary: Summary
    nature: Nature
    phase: Phase
    supports: list[Support] = Field(default_factory=list)
    set_aside: list[SetAside] = Field(default_factory=list)
    body: Prose
