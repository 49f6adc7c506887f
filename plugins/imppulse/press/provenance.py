"""When an edition was made, and from which commit."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple


class Provenance(NamedTuple):
    """What the imprint says of the making of an edition."""

    made: date
    commit: str | None


def provenance(root: Path) -> Provenance:
    """Return the date and commit of a project folder, so that the same commit prints the same.

    ``SOURCE_DATE_EPOCH`` goes before the date of the commit; without either, it is today.
    """
    said = _git(root, "log", "-1", "--format=%ct %h")
    seconds, commit = said.split() if said else (None, None)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", seconds)
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return Provenance(moment.date(), commit)


def _git(root: Path, *arguments: str) -> str | None:
    """Ask git, which may not be there, about a folder that may not be a repository."""
    try:
        result = subprocess.run(  # noqa: S603 fixed arguments, no shell
            ["git", "-C", str(root), *arguments],  # noqa: S607 git is found on PATH, as everywhere
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return result.stdout.strip() or None
