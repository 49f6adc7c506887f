"""A job: one PDF to be set, with all that it takes, so that any process can do it."""

from __future__ import annotations

from dataclasses import dataclass

from imppulse.guide.references import Ref

SHEET_PAGES = 2
"""A sheet is one leaf."""


@dataclass(frozen=True)
class Job:
    """One PDF to be set: all that it takes, and nothing that is still open."""

    edition: str
    language: str
    path: str
    """Relative to the folder of the PDFs; it never changes."""
    template: str
    text: str
    """The data of the template, as JSON."""
    timestamp: int
    record: Ref | None = None
    for_printer: bool = False

    @property
    def most_pages(self) -> int | None:
        """How many pages it may have; it is set smaller until it fits."""
        return SHEET_PAGES if self.record else None
