"""A finding: one thing a check has to say, at one place in one file."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

LONGEST = 500
"""Characters of a message that are printed; a message quotes what an editor typed."""


class Severity(StrEnum):
    """What a finding stops: an error every build, a warning a strict one."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Place:
    """A character in a file. ``path`` is relative to the project; line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Return ``path:line:column``, which editors and terminals turn into a link."""
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Finding:
    """One thing a check has to say: where, what is wrong, what would be right."""

    place: Place
    code: str
    message: str
    severity: Severity

    def __str__(self) -> str:
        """Return the one line that every command prints, whatever a file or its name contains."""
        message = f"{self.message[:LONGEST]}…" if len(self.message) > LONGEST else self.message
        folded = " ".join(f"{self.place} {self.severity} {self.code} {message}".split())
        return "".join(letter if letter.isprintable() else "\ufffd" for letter in folded)


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return the known word that is most like a word; ``cutoff`` is how alike, from 0 to 1."""
    found = difflib.get_close_matches(word.lower(), list(known), n=1, cutoff=cutoff)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``"; did you mean 'x'?"`` for the nearest known word, or the choices if few."""
    choices = list(known)
    near = nearest(word, choices)
    if near:
        return f"; did you mean '{near}'?"
    if 0 < len(choices) <= 12:
        return f"; known are {', '.join(choices)}"
    return ""


def errors(findings: Iterable[Finding]) -> list[Finding]:
    """Keep the findings that stop every build."""
    return [finding for finding in findings if finding.severity is Severity.ERROR]
