"""Completeness: what is known of a micro-experiment, and what is missing for publication."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from imppulse.records.experiment import Experiment
from imppulse.records.vocabulary import Word


class Part(Word):
    """One thing that a record needs before it is published."""

    AXIS = "axis", "Axis"
    POLICE = "police", "Police and partners"
    FACTORS = "factors", "Estrangement factors"
    TARGETS = "targets", "Target groups on both sides"
    PERIOD = "period", "Period"
    RESOURCES = "resources", "Resources"
    STORY = "story", "The five parts of the story"
    DESIGN = "design", "Design of the evaluation"
    OUTCOMES = "outcomes", "Measured outcomes"
    LIMITS = "limits", "Limits of the evaluation"
    LESSONS = "lessons", "Strengths, difficulties and lessons"
    TRANSFER = "transfer", "Conditions for transfer"
    SOURCES = "sources", "Sources"
    REVIEW = "review", "Review"


_KNOWN: dict[Part, Callable[[Experiment], bool]] = {
    Part.AXIS: lambda one: bool(one.axes),
    Part.POLICE: lambda one: one.police.system is not None,
    Part.FACTORS: lambda one: bool(one.factors),
    Part.TARGETS: lambda one: bool(one.targets.population and one.targets.police),
    Part.PERIOD: lambda one: one.period is not None,
    Part.RESOURCES: lambda one: one.resources.budget is not None,
    Part.STORY: lambda one: all(text is not None for _, text in one.story),
    Part.DESIGN: lambda one: one.evaluation is not None,
    Part.OUTCOMES: lambda one: one.evaluation is not None and bool(one.evaluation.outcomes),
    Part.LIMITS: lambda one: one.evaluation is not None and one.evaluation.limits is not None,
    Part.LESSONS: lambda one: bool(one.strengths and one.difficulties and one.lessons),
    Part.TRANSFER: lambda one: bool(one.transfer),
    Part.SOURCES: lambda one: bool(one.sources or one.cites),
    Part.REVIEW: lambda one: not one.review.pending,
}
"""When each part counts as known."""


@dataclass(frozen=True)
class Completeness:
    """What is there of one micro-experiment."""

    experiment: Experiment
    known: tuple[Part, ...]
    missing: tuple[Part, ...]


def completeness(experiment: Experiment) -> Completeness:
    """Return what a record holds and what it lacks for publication."""
    there = tuple(part for part in Part if _KNOWN[part](experiment))
    return Completeness(experiment, there, tuple(part for part in Part if part not in there))
