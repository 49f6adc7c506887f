"""Views: how much of a record an output shows, chosen by the ids of its sections."""

from __future__ import annotations

from enum import StrEnum


class View(StrEnum):
    """Where a document will stand."""

    PAGE = "page"
    """A page of the site, or a chapter of an electronic book."""
    BOOK = "book"
    """An entry of a bound edition."""
    SHEET = "sheet"
    """A sheet of two printed pages that stands alone."""
    BRIEF = "brief"
    """A few lines in an edition that cites the record without being about it."""
