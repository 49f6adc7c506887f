"""How training fits together: what teaches, practises and assesses every learning outcome.

Outcomes, activities and assessment belong together as in the constructive alignment of Biggs (1996,
Higher Education 32: 347-364): a learning outcome is taught by what learners do, and seen by what
they show. Everything here is computed from the records; nothing is typed in twice.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from imppulse.records.principle import Principle
from imppulse.records.training import (
    Activity,
    Assessment,
    EqfLevel,
    LearningOutcome,
    Module,
)
from imppulse.records.vocabulary import Dimension, Method

if TYPE_CHECKING:  # the assembly imports the rules, which stand on this module
    from imppulse.guide.assembly import Guide

PRACTICE = (
    Method.CASE_STUDY,
    Method.ROLE_PLAY,
    Method.SCENARIO,
    Method.JOINT_SESSION,
    Method.FIELD_TASK,
)
"""The methods in which participants do what the outcome says. The others teach without practice.

Discussion is not practice: whoever talks about a thing has not done it. Nor is coaching: it looks
back at what was done elsewhere, at work or in a field task, and that is where the doing counts. The
framework tells readers that every outcome is practised, and names these five; a longer list here
would let a page claim more than that.
"""


@dataclass(frozen=True)
class Step:
    """An activity in its place in the module; ``number`` counts from 1."""

    number: int
    activity: Activity

    @property
    def practises(self) -> bool:
        """Participants do what the outcomes say; otherwise the activity teaches only."""
        return self.activity.method in PRACTICE


@dataclass(frozen=True)
class Exam:
    """An assessment in its place in the module; ``letter`` keeps it apart from the activities."""

    letter: str
    assessment: Assessment


@dataclass(frozen=True)
class Aligned:
    """A learning outcome with every activity that serves it and every assessment that tests it."""

    number: int
    outcome: LearningOutcome
    steps: tuple[Step, ...]
    exams: tuple[Exam, ...]

    @property
    def introduced(self) -> Step | None:
        """The activity in which participants first meet the outcome, whatever its method."""
        return self.steps[0] if self.steps else None

    @property
    def taught(self) -> tuple[Step, ...]:
        """The activities that teach it without practice; maybe none, as practice teaches too."""
        return tuple(step for step in self.steps if not step.practises)

    @property
    def practised(self) -> tuple[Step, ...]:
        """The activities in which participants do it."""
        return tuple(step for step in self.steps if step.practises)


def steps(module: Module) -> list[Step]:
    """Return the activities of a module, numbered."""
    return [Step(number, activity) for number, activity in enumerate(module.activities, 1)]


def exams(module: Module) -> list[Exam]:
    """Return the assessments of a module with their letters."""
    return [Exam(letter(number), one) for number, one in enumerate(module.assessments, 1)]


def letter(number: int) -> str:
    """Return the letter of an assessment: A for 1, Z for 26, then AA."""
    before, last = divmod(number - 1, 26)
    return (letter(before) if before else "") + chr(ord("A") + last)


def aligned(module: Module) -> list[Aligned]:
    """Return outcome × activity × assessment of a module."""
    return [
        Aligned(
            number,
            outcome,
            tuple(step for step in steps(module) if outcome.id in step.activity.outcomes),
            tuple(exam for exam in exams(module) if outcome.id in exam.assessment.outcomes),
        )
        for number, outcome in enumerate(module.outcomes, 1)
    ]


def by_module(guide: Guide) -> list[tuple[Module, list[Aligned]]]:
    """Return outcome × module over the framework: introduced, practised, demonstrated."""
    return [(module, aligned(module)) for module in guide.modules]


def rights(module: Module) -> list[LearningOutcome]:
    """Return the fundamental-rights outcomes of a module."""
    return [outcome for outcome in module.outcomes if outcome.fundamental_rights]


@dataclass(frozen=True)
class Level:
    """An EQF level, what the framework says of it (if anything), and the modules at it."""

    number: int
    described: EqfLevel | None
    modules: list[Module]


def by_level(guide: Guide) -> list[Level]:
    """Return module × EQF level: every level that the framework describes or a module has."""
    described = {level.level: level for level in guide.framework.levels} if guide.framework else {}
    numbers = sorted({*described, *(module.eqf for module in guide.modules)})
    return [
        Level(number, described.get(number), [one for one in guide.modules if one.eqf == number])
        for number in numbers
    ]


def dimensions(module: Module) -> list[tuple[Dimension, int]]:
    """Count the outcomes of a module by EQF dimension, leaving out those that have none."""
    counts = Counter(outcome.dimension for outcome in module.outcomes)
    return [(dimension, counts[dimension]) for dimension in Dimension if counts[dimension]]


def followed(guide: Guide, module: Module) -> list[Principle]:
    """Return the principles that a module follows, in the order in which it names them."""
    targets = (one.target for one in guide.references.made_by(guide.ref(module), "principle"))
    found = [guide.records[target] for target in dict.fromkeys(targets)]
    return [one for one in found if isinstance(one, Principle)]


def followed_by_any(guide: Guide) -> list[Principle]:
    """Return all principles that some module follows."""
    return [one for one in guide.principles if guide.references.made_to(guide.ref(one), "module")]
