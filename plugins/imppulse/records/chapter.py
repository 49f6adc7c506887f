"""A chapter: a page of continuous text, such as the method or the glossary."""

from __future__ import annotations

from pydantic import Field

from imppulse.records.fields import Summary, Whole
from imppulse.records.record import Record
from imppulse.records.text import Prose


class Chapter(Record):
    """One chapter in Markdown. The chapters named like a list of the site introduce that list."""

    summary: Summary
    order: Whole = Field(default=50, ge=0, le=99, description="place among the chapters")
    body: Prose
