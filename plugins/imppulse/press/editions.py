"""Editions: which PDFs there are, what goes into each, and the files that hold them."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from imppulse.guide.assembly import Guide
from imppulse.press.data.book import book
from imppulse.press.data.nodes import Node
from imppulse.press.setting import PressError, typeset


@dataclass(frozen=True)
class Edition:
    """One kind of PDF: its data, its template, and what its file is called."""

    name: str
    file_name: str
    template: str
    data: Callable[..., Node]

    def file_for(self, language: str) -> str:
        """Return the name of the file in a language; it never changes."""
        return self.file_name.format(language=language)


EDITIONS = {
    edition.name: edition
    for edition in (Edition("guide", "imppulse-guide-{language}.pdf", "guide.typ", book),)
}
"""All editions by name."""


def print_edition(
    guide: Guide, folder: Path, *, made: date, commit: str | None = None, edition: str = "guide"
) -> Path:
    """Set an edition of a guide and put it into a folder, whole or not at all.

    Args:
        guide: What to print, in its language.
        folder: Where the file goes; made if it is not there.
        made: The date of the edition, printed on its pages.
        commit: The version of the records, printed in the imprint.
        edition: A name of ``EDITIONS``.

    Returns:
        The path of the file.

    Raises:
        PressError: The edition cannot be set or written.
    """
    chosen = EDITIONS[edition]
    data = chosen.data(guide, made=made, commit=commit)
    pdf = typeset(chosen.template, data, timestamp=timestamp(made))
    path = folder / chosen.file_for(guide.language)
    try:
        _write(path, pdf)
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror or error}"
        raise PressError(message) from error
    return path


def timestamp(made: date) -> int:
    """Return the moment that a PDF says it was made: SOURCE_DATE_EPOCH, or the start of its day."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not fixed:
        return int(datetime(made.year, made.month, made.day, tzinfo=UTC).timestamp())
    if not fixed.isdecimal():
        message = f"SOURCE_DATE_EPOCH must be a number of seconds; found '{fixed}'"
        raise PressError(message)
    return int(fixed)


def _write(path: Path, content: bytes) -> None:
    """Write a file beside its place, then move it there in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
