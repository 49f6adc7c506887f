"""The publication gate: what must not go out under the name of a finished guide."""

from __future__ import annotations

from collections.abc import Iterator

from imppulse.records.experiment import Experiment
from imppulse.records.findings import Finding
from imppulse.records.folder import Loaded, Records

_FIGURES = (("resources", "budget"), ("resources", "participants"), ("resources", "staff_days"))


def release_findings(records: Records) -> Iterator[Finding]:
    """Say which records are drafts or unreviewed, and which give figures without a source."""
    for loaded in records.loaded:
        yield from _unreviewed(loaded)
        if isinstance(loaded.record, Experiment) and not (
            loaded.record.sources or loaded.record.cites
        ):
            yield from _unsourced(loaded, loaded.record)


def _unreviewed(loaded: Loaded) -> Iterator[Finding]:
    review = loaded.record.review
    place = loaded.place("review")
    if review.pending:
        message = f"the record is '{review.state}'; a release holds only what is 'reviewed'"
        yield Finding(place, "IMP601", message)
    elif review.reviewed_on is None or not review.reviewers:
        message = "a reviewed record says by whom ('reviewers') and when ('reviewed_on')"
        yield Finding(place, "IMP602", message)


def _unsourced(loaded: Loaded, experiment: Experiment) -> Iterator[Finding]:
    figures = [
        path for path in _FIGURES if getattr(getattr(experiment, path[0]), path[1]) is not None
    ]
    if any(funder.amount is not None for funder in experiment.resources.funding):
        figures.append(("resources", "funding"))
    if experiment.evaluation and any(
        sample.n is not None for sample in experiment.evaluation.samples
    ):
        figures.append(("evaluation", "samples"))
    for path in figures:
        message = (
            f"'{path[-1]}' is a figure, and the record names no source; add one under 'sources'"
        )
        yield Finding(loaded.key_place(*path), "IMP603", message)
