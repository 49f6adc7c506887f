"""When an edition was made, and from which commit."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from imppulse.press.errors import PressError

_LONGEST_EPOCH = 11
"""Digits of a moment before the year 5138."""
_PATIENCE = 10
"""Seconds that git has to answer."""


class Provenance(NamedTuple):
    """Date and commit that the imprint prints; '+' marks changes after the commit."""

    made: date
    commit: str | None


def provenance(root: Path) -> Provenance:
    """Return the date and commit of a project folder, so that the same commit prints the same.

    ``SOURCE_DATE_EPOCH`` goes before the date of the commit; without either, it is today.
    """
    seconds = _git(root, "-c", "log.showSignature=false", "log", "-1", "--format=%ct")
    commit = _git(root, "describe", "--always", "--exclude=*", "--abbrev=10", "--dirty=+")
    fixed = source_date_epoch()
    epoch = int(seconds) if fixed is None and seconds else fixed
    moment = datetime.now(UTC) if epoch is None else datetime.fromtimestamp(epoch, UTC)
    return Provenance(moment.date(), commit)


def source_date_epoch() -> int | None:
    """Return the moment that all files of a build are to carry, in seconds, where one is set.

    Raises ``PressError`` when it is no number. See reproducible-builds.org/specs/source-date-epoch.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if fixed and not (fixed.isascii() and fixed.isdecimal() and len(fixed) <= _LONGEST_EPOCH):
        message = f"SOURCE_DATE_EPOCH must be a number of seconds; found '{fixed:.40}'"
        raise PressError(message)
    return int(fixed) if fixed else None


def _git(root: Path, *arguments: str) -> str | None:
    """Ask git, which may not be there, about a folder that may not be a repository."""
    try:
        result = subprocess.run(  # noqa: S603 fixed arguments, no shell
            ["git", "-C", str(root), *arguments],  # noqa: S607 git is found on PATH, as everywhere
            capture_output=True,
            text=True,
            check=True,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return result.stdout.strip() or None
