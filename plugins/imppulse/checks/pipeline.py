"""The pipeline of checks: one function through which every finding passes."""

from __future__ import annotations

from datetime import UTC, date, datetime

from imppulse.checks.curriculum import curriculum_findings
from imppulse.checks.identity import identity_findings
from imppulse.checks.images import image_findings
from imppulse.checks.places_and_dates import place_and_date_findings
from imppulse.checks.prose import prose_findings
from imppulse.checks.release import release_findings
from imppulse.checks.supports import evidence_findings
from imppulse.guide.bibliography import bibliography
from imppulse.guide.references import resolve
from imppulse.records.findings import Finding
from imppulse.records.folder import Records


def check(records: Records, *, release: bool = False, today: date | None = None) -> list[Finding]:
    """Return all findings: those of each file, and those of the records together.

    ``release`` closes the publication gate: drafts and unreviewed records are findings too.
    ``today`` is the day after which a date lies in the future.
    """
    _, broken = resolve(records)
    _, sources = bibliography(records)
    findings = {
        *records.findings,
        *broken,
        *sources,
        *prose_findings(records),
        *image_findings(records),
        *identity_findings(records),
        *evidence_findings(records),
        *curriculum_findings(records),
        *place_and_date_findings(records, today or datetime.now(UTC).date()),
    }
    if release:
        findings.update(release_findings(records))
    return sorted(findings)
