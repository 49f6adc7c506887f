"""The timetable of a pathway: modules in order, their hours, and what these are worth in ECTS."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from imppulse.guide.alignment import rights
from imppulse.guide.references import Ref
from imppulse.records.training import Module, Pathway, Workload

if TYPE_CHECKING:  # the assembly imports the rules, which stand on this module
    from imppulse.guide.assembly import Guide


def exact_total(hours: Iterable[float]) -> Fraction:
    """Add hours as they were typed, so that 0.1 and 0.2 make 0.3."""
    return sum((Fraction(str(one)) for one in hours), Fraction(0))


@dataclass(frozen=True)
class Credits:
    """What hours of work are worth in ECTS.

    Credits = hours of work / hours per credit, both in hours. One credit stands for 25 to 30 hours
    of work, self-study and assessment included (European Commission, ECTS Users' Guide 2015,
    section 1 "ECTS key features", page 10; doi 10.2766/87192). The same page expresses credits
    generally in whole numbers. Short courses need halves, so we round down to the half credit:
    never more than was worked for.
    """

    hours: Fraction
    per_credit: Fraction

    @property
    def quotient(self) -> Fraction:
        """The credits before rounding."""
        return self.hours / self.per_credit

    @property
    def awarded(self) -> Fraction:
        """The credits, rounded down to halves."""
        return Fraction(math.floor(self.quotient * 2), 2)

    @property
    def prints_exactly(self) -> bool:
        """The quotient has no more than the three decimals that a page prints."""
        return (self.quotient * 1000).denominator == 1


def credits_for(guide: Guide, hours: Fraction) -> Credits | None:
    """Return the credits for hours of work; without a framework nobody has set what one takes."""
    if guide.framework is None:
        return None
    return Credits(hours, Fraction(str(guide.framework.hours_per_credit)))


def module_credits(guide: Guide, module: Module) -> Credits | None:
    """Return what a module is worth."""
    return credits_for(guide, hours_of(module.workload))


@dataclass(frozen=True)
class Stop:
    """A module in its place in a pathway; ``so_far`` are the hours up to its end."""

    number: int
    module: Module
    so_far: Fraction


@dataclass(frozen=True)
class Timetable:
    """The modules of a pathway in order, with the hours that they add up to."""

    stops: list[Stop]
    contact: Fraction
    self_study: Fraction
    assessment: Fraction
    credits: Credits | None

    @property
    def total(self) -> Fraction:
        """All hours together."""
        return self.contact + self.self_study + self.assessment

    @property
    def outcomes(self) -> int:
        """How many learning outcomes the pathway has."""
        return sum(len(stop.module.outcomes) for stop in self.stops)

    @property
    def rights(self) -> int:
        """How many of them are fundamental-rights outcomes."""
        return sum(len(rights(stop.module)) for stop in self.stops)

    @property
    def modules_with_rights(self) -> int:
        """How many modules have such an outcome."""
        return sum(bool(rights(stop.module)) for stop in self.stops)


def timetable(guide: Guide, pathway: Pathway) -> Timetable:
    """Return the timetable of a pathway; modules that do not exist are judged elsewhere."""
    found = [guide.records.get(Ref("module", id_)) for id_ in pathway.modules]
    modules = [module for module in found if isinstance(module, Module)]
    stops: list[Stop] = []
    so_far = Fraction(0)
    for number, module in enumerate(modules, 1):
        so_far += hours_of(module.workload)
        stops.append(Stop(number, module, so_far))
    return Timetable(
        stops,
        exact_total(module.workload.contact for module in modules),
        exact_total(module.workload.self_study for module in modules),
        exact_total(module.workload.assessment for module in modules),
        credits_for(guide, so_far),
    )


def hours_of(load: Workload) -> Fraction:
    """Add up a workload, exactly."""
    return exact_total((load.contact, load.self_study, load.assessment))
