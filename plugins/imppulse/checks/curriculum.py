"""The curriculum rules: outcomes are taught, practised and assessed, and hours add up.

What makes a page say something untrue is an error: an ability that nothing teaches or tests, hours
that do not add up, an order that cannot be followed. What may be meant that way is a warning.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from imppulse.guide.alignment import PRACTICE, aligned, rights
from imppulse.guide.timetable import exact_total, hours_of
from imppulse.records.findings import Finding, did_you_mean
from imppulse.records.folder import Loaded, Records
from imppulse.records.training import Activity, Assessment, Framework, Module, Pathway
from imppulse.records.vocabulary import Method

TOLERANCE = Fraction(1, 120)
"""Half a minute, in hours: whoever types 7.33 for 7 hours 20 minutes made no mistake."""


class _LoadedModule(NamedTuple):
    loaded: Loaded
    module: Module


_Modules = Mapping[str, _LoadedModule]


def curriculum_findings(records: Records) -> Iterator[Finding]:
    """Say where the training framework does not fit together."""
    modules = {
        loaded.record.id: _LoadedModule(loaded, loaded.record)
        for loaded in records.of("module")
        if isinstance(loaded.record, Module)
    }
    for loaded, module in modules.values():
        yield from _outcome_findings(loaded, module)
        yield from _unknown_outcomes(loaded, module)
        yield from _hour_findings(loaded, module)
    yield from _loops(modules)
    for loaded in records.of("pathway"):
        if isinstance(loaded.record, Pathway):
            yield from _pathway_findings(loaded, loaded.record, modules)
    yield from _in_no_pathway(records, modules)
    yield from _area_findings(records, modules)


def _outcome_findings(loaded: Loaded, module: Module) -> Iterator[Finding]:
    """Say which outcomes are never taught, practised or assessed; one line for each gap."""
    seen: set[str] = set()
    for position, one in enumerate(aligned(module)):
        place = loaded.place("outcomes", position, "id")
        id_ = one.outcome.id
        if id_ in seen:
            yield Finding(place, "IMP505", f"another learning outcome has the id '{id_}' already")
            continue
        seen.add(id_)
        if not one.steps:
            message = f"no activity serves '{id_}': it is never taught; name it in an activity"
            yield Finding(place, "IMP501", message)
        elif not one.practised:
            methods = ", ".join(dict.fromkeys(step.activity.method for step in one.steps))
            message = (
                f"'{id_}' is taught ({methods}) and never practised; "
                f"name it in an activity with one of the methods {', '.join(PRACTICE)}"
            )
            yield Finding(place, "IMP502", message)
        if not one.exams:
            message = f"no assessment tests '{id_}': it is never assessed; name it in an assessment"
            yield Finding(place, "IMP503", message)
    if not rights(module):
        message = (
            "no learning outcome concerns fundamental rights; "
            "mark those that do with 'fundamental_rights: true', or add one"
        )
        yield Finding(loaded.key_place("outcomes"), "IMP506", message)


def _unknown_outcomes(loaded: Loaded, module: Module) -> Iterator[Finding]:
    """Say which activities and assessments name an outcome that the module does not have."""
    known = [outcome.id for outcome in module.outcomes]
    parts: tuple[tuple[str, Sequence[Activity | Assessment]], ...] = (
        ("activities", module.activities),
        ("assessments", module.assessments),
    )
    named = [
        (id_, (key, position, "outcomes", index))
        for key, items in parts
        for position, item in enumerate(items)
        for index, id_ in enumerate(item.outcomes)
    ]
    for id_, path in named:
        if id_ not in known:
            message = f"the module has no learning outcome '{id_}'{did_you_mean(id_, known)}"
            yield Finding(loaded.place(*path), "IMP504", message)


def _hour_findings(loaded: Loaded, module: Module) -> Iterator[Finding]:
    """Say which hours of the workload are not those of the activities.

    Assessment hours are not compared: an assessment does not state its minutes.
    """
    study = sum(one.minutes for one in module.activities if one.method is Method.SELF_STUDY)
    contact = sum(one.minutes for one in module.activities) - study
    compared = (
        ("contact", "IMP511", contact, module.workload.contact, "without self-study "),
        ("self_study", "IMP512", study, module.workload.self_study, "of self-study "),
    )
    for key, code, minutes, stated, which in compared:
        actual = Fraction(minutes, 60)
        if abs(actual - exact_total([stated])) >= TOLERANCE:
            message = (
                f"'{key}' says {_text(stated)} h; "
                f"the activities {which}add up to {minutes} minutes, that is {_text(actual)} h"
            )
            yield Finding(loaded.place("workload", key), code, message)


def _loops(modules: _Modules) -> Iterator[Finding]:
    """Name prerequisite loops, each once, where the first module of the loop requires the next."""
    graph = {
        id_: {required for required in one.module.requires if required in modules}
        for id_, one in modules.items()
    }
    while loop := _loop(graph):
        first, second = loop[:2]
        one = modules[first]
        place = one.loaded.place("requires", one.module.requires.index(second))
        message = f"prerequisite loop: {' -> '.join(loop)}; take one of these out of 'requires'"
        yield Finding(place, "IMP521", message)
        graph[first].discard(second)  # so that the next round finds another loop


def _loop(graph: Mapping[str, Collection[str]]) -> list[str] | None:
    """Return one loop, as in a, b, a, from the id that comes first in the alphabet."""
    try:
        TopologicalSorter({id_: sorted(graph[id_]) for id_ in sorted(graph)}).prepare()
    except CycleError as error:
        loop: list[str] = list(reversed(error.args[1][1:]))  # each requires the one after it
        start = loop.index(min(loop))
        return [*loop[start:], *loop[: start + 1]]
    return None


def _pathway_findings(loaded: Loaded, pathway: Pathway, modules: _Modules) -> Iterator[Finding]:
    """Say where a pathway cannot be followed as it is written, or its hours are wrong."""
    first: dict[str, int] = {}
    for position, id_ in enumerate(pathway.modules):
        if id_ in first:
            message = f"the module '{id_}' is in this pathway already, as number {first[id_] + 1}"
            yield Finding(loaded.place("modules", position), "IMP524", message)
        first.setdefault(id_, position)
    yield from _order_findings(loaded, first, modules)
    if all(id_ in modules for id_ in pathway.modules):
        total = sum(hours_of(modules[id_].module.workload) for id_ in pathway.modules)
        if abs(total - exact_total([pathway.hours])) >= TOLERANCE:
            message = (
                f"'hours' says {_text(pathway.hours)} h; the modules add up to {_text(total)} h"
            )
            yield Finding(loaded.place("hours"), "IMP525", message)


def _order_findings(
    loaded: Loaded, first: Mapping[str, int], modules: _Modules
) -> Iterator[Finding]:
    """Say which modules come before what they require, and which required ones are left out."""
    told: set[str] = set()
    for id_, position in first.items():
        place = loaded.place("modules", position)
        for required, needed_by in _needs(id_, first, modules):
            if required not in first:
                if required not in told:
                    message = f"the pathway leaves out '{required}', which '{needed_by}' requires"
                    yield Finding(place, "IMP523", f"{message}; put it before '{id_}'")
                told.add(required)
            elif position < first[required] and id_ not in _required(required, modules):
                through = "" if needed_by == id_ else f" through '{needed_by}'"
                message = f"'{id_}' requires '{required}'{through}, which comes later"
                yield Finding(place, "IMP522", f"{message}; put '{required}' first")


def _needs(id_: str, present: Collection[str], modules: _Modules) -> Iterator[tuple[str, str]]:
    """Walk what a module requires, each with the module that asks for it.

    Where a required module is not present, what that one requires counts as well.
    """
    seen = {id_}
    waiting = [id_]
    while waiting:
        asking = waiting.pop(0)
        for required in modules[asking].module.requires if asking in modules else ():
            if required in modules and required not in seen:
                seen.add(required)
                yield required, asking
                if required not in present:
                    waiting.append(required)


def _required(id_: str, modules: _Modules) -> set[str]:
    """Return the known modules that one requires, also through others."""
    return {required for required, _ in _needs(id_, (), modules)}


def _in_no_pathway(records: Records, modules: _Modules) -> Iterator[Finding]:
    """Name modules that no pathway leads to, unless a pathway could not be read."""
    if any(path.startswith("training/pathways/") for path in records.unsound):
        return
    pathways = [one.record for one in records.of("pathway") if isinstance(one.record, Pathway)]
    used = {id_ for pathway in pathways for id_ in pathway.modules}
    for id_, (loaded, _) in modules.items():
        if id_ not in used:
            yield Finding(loaded.place(), "IMP526", f"no pathway has the module '{id_}'")


def _text(hours: float | Fraction) -> str:
    """Write hours with as many decimals as they need, at most three."""
    return f"{float(hours):.3f}".rstrip("0").rstrip(".")


def _area_findings(records: Records, modules: _Modules) -> Iterator[Finding]:
    """Say which modules name a competence area that the framework does not have."""
    areas = [
        area.id
        for loaded in records.of("framework")
        if isinstance(loaded.record, Framework)
        for area in loaded.record.areas
    ]
    for loaded, module in modules.values():
        for position, area in enumerate(module.areas):
            if areas and area not in areas:
                hint = did_you_mean(area, areas)
                message = f"the framework has no competence area '{area}'{hint}"
                yield Finding(loaded.place("areas", position), "IMP201", message)
