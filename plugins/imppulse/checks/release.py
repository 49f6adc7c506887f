"""The publication gate: what must not go out under the name of a finished guide."""

from __future__ import annotations

from collections.abc import Iterator

from imppulse.records.experiment import Experiment
from imppulse.records.findings import Finding, Severity
from imppulse.records.folder import Loaded, Records
from imppulse.records.rule import Example, Rule

NOT_REVIEWED = Rule(
    "IMP601",
    Severity.ERROR,
    "Before a release: the record is a draft or not yet reviewed.",
    why=(
        "What is published under the name of the guide was read by someone other than its author."
    ),
    remedy="Have the record reviewed, and write by whom and when.",
    example=Example(
        bad="review: {state: draft}\n",
        good="review: {state: reviewed, reviewers: [Efus], reviewed_on: 2024-05-01}\n",
    ),
)

NO_REVIEWER = Rule(
    "IMP602",
    Severity.ERROR,
    "Before a release: the review names no reviewer or no date.",
    why="A review that nobody signs cannot be relied on.",
    remedy="Write the bodies or roles under 'reviewers' and the day under 'reviewed_on'.",
    example=Example(
        bad="review: {state: reviewed}\n",
        good="review: {state: reviewed, reviewers: [Efus], reviewed_on: 2024-05-01}\n",
    ),
)

NO_SOURCE = Rule(
    "IMP603",
    Severity.ERROR,
    "Before a release: a figure has no source.",
    why="A figure that nobody can look up cannot be checked.",
    remedy="Add the source under 'sources', or cite one under 'cites'.",
    example=Example(
        bad="resources:\n  budget: 12000\n",
        good="resources:\n  budget: 12000\ncites: [sample-2020]\n",
    ),
)


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
        yield NOT_REVIEWED.at(place, message)
    elif review.reviewed_on is None or not review.reviewers:
        message = "a reviewed record says by whom ('reviewers') and when ('reviewed_on')"
        yield NO_REVIEWER.at(place, message)


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
        yield NO_SOURCE.at(loaded.key_place(*path), message)
