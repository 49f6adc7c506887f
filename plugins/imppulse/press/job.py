"""A job: one PDF to be compiled, with all that it takes, so that any process can do it."""

from __future__ import annotations

from dataclasses import dataclass

from imppulse.guide.references import Ref

SHEET_PAGES = 2
"""A sheet is one leaf."""


@dataclass(frozen=True)
class Job:
    """One PDF to be compiled from a template and its data."""

    edition: str
    language: str
    path: str
    """Relative to the folder of the PDFs; it never changes."""
    template: str
    text: str
    """The data of the template, as JSON."""
    timestamp: int
    """What the PDF gives as the moment it was made, in seconds since 1970."""
    record: Ref | None = None
    for_printer: bool = False
    cover: Cover | None = None
    """The cover in a file of its own, where a printer gets one."""
    spine: float | None = None
    """The width of the spine in millimetres, if this is a cover."""

    @property
    def most_pages(self) -> int | None:
        """How many pages it may have; the type is made smaller until it fits."""
        return SHEET_PAGES if self.record else None


@dataclass(frozen=True)
class Cover:
    """The cover of a bound edition: back, spine and front, printed once the pages are counted."""

    template: str
    text: str
    """The data of the template, as JSON."""
