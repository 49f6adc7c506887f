"""A download: one printed file that the site offers."""

from __future__ import annotations

from dataclasses import dataclass

from imppulse.guide.references import Ref

FOLDER = "pdf"
"""Where the files lie, relative to the site of the main language."""


@dataclass(frozen=True)
class Download:
    """One file with what a reader wants to know before fetching it."""

    path: str
    """Relative to ``FOLDER``; it never changes."""
    edition: str
    language: str
    pages: int
    size: int
    """In bytes."""
    sha256: str
    record: Ref | None = None


@dataclass(frozen=True)
class Downloads:
    """All files that the site offers, as its pages in one language see them."""

    root: str
    """The folder of the files, relative to the home page of the language."""
    files: tuple[Download, ...]

    def bound(self, edition: str, language: str) -> Download | None:
        """Return the file of a bound edition."""
        found = (one for one in self.files if (one.edition, one.language) == (edition, language))
        return next((one for one in found if one.record is None), None)

    def sheet(self, record: Ref, language: str) -> Download | None:
        """Return the sheet of a record."""
        wanted = (record, language)
        return next((one for one in self.files if (one.record, one.language) == wanted), None)
