"""A rule: what a check holds records to, with its reason, its remedy and an example."""

from __future__ import annotations

from dataclasses import dataclass

from imppulse.records.findings import Finding, Place, Severity


@dataclass(frozen=True)
class Example:
    """A passage that breaks a rule, and the same passage as it would be right.

    Passages of files are given as they are typed; where a rule is about the file itself, its name
    or a description of it.
    """

    bad: str
    good: str


@dataclass(frozen=True)
class Rule:
    """One rule, declared beside the function that reports it.

    A code never changes its meaning and is never given to another rule. The hundreds tell the
    stage: 0 the file, 1 the record, 2 what records say of each other, 3 translations, 4 evidence,
    5 training, 6 release, 7 print, 8 settings.
    """

    code: str
    severity: Severity
    title: str
    """What is wrong, in one sentence."""
    why: str
    """What would happen to readers or editors without the rule."""
    remedy: str
    """How to mend it."""
    example: Example

    def at(self, place: Place, message: str) -> Finding:
        """Return the finding that this rule is broken at a place."""
        return Finding(place, self.code, message, self.severity)
