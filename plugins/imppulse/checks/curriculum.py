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
from imppulse.guide.references import UNKNOWN_RECORD
from imppulse.guide.timetable import exact_total, hours_of
from imppulse.records.findings import Finding, Severity, did_you_mean
from imppulse.records.folder import Loaded, Records
from imppulse.records.rule import Example, Rule
from imppulse.records.training import Activity, Assessment, Framework, Module, Pathway
from imppulse.records.vocabulary import Method

NOT_TAUGHT = Rule(
    "IMP501",
    Severity.ERROR,
    "A learning outcome is never taught: no activity serves it.",
    why="The module would promise an ability that it does not teach.",
    remedy="Name the outcome in an activity, or take it out.",
    example=Example(
        bad="description: One speaks, one listens.\noutcomes: [listen]\n",
        good="description: One speaks, one listens.\noutcomes: [listen, repeat]\n",
    ),
)

NOT_PRACTISED = Rule(
    "IMP502",
    Severity.ERROR,
    "A learning outcome is taught and never practised.",
    why="Whoever only hears how something is done has not done it.",
    remedy=(
        "Name the outcome in an activity with a method of practice: case study, role play, "
        "scenario, session with residents or task in the field."
    ),
    example=Example(
        bad="method: briefing\n",
        good="method: role-play\n",
    ),
)

NOT_ASSESSED = Rule(
    "IMP503",
    Severity.ERROR,
    "A learning outcome is never assessed.",
    why="Nobody would know whether the participants learned it.",
    remedy="Name the outcome in an assessment.",
    example=Example(
        bad="criteria: [Does not interrupt]\noutcomes: [listen]\n",
        good="criteria: [Does not interrupt]\noutcomes: [listen, repeat]\n",
    ),
)

UNKNOWN_LEARNING_OUTCOME = Rule(
    "IMP504",
    Severity.ERROR,
    "An activity or assessment names an outcome that the module does not have.",
    why="The outcome that was meant would seem not to be taught or assessed.",
    remedy="Write the id of one of the module's outcomes.",
    example=Example(
        bad=(
            "activities:\n"
            "  - title: Three minutes\n"
            "    minutes: 30\n"
            "    method: role-play\n"
            "    description: One speaks, one listens.\n"
            "    outcomes: [lisen]\n"
        ),
        good=(
            "activities:\n"
            "  - title: Three minutes\n"
            "    minutes: 30\n"
            "    method: role-play\n"
            "    description: One speaks, one listens.\n"
            "    outcomes: [listen]\n"
        ),
    ),
)

LEARNING_OUTCOME_TWICE = Rule(
    "IMP505",
    Severity.ERROR,
    "Two learning outcomes of a module have the same id.",
    why="Activities and assessments could not tell the two apart.",
    remedy="Give one of them another id, and name it where it is taught and assessed.",
    example=Example(
        bad=(
            "outcomes:\n"
            "  - id: listen\n"
            "    statement: Let residents finish.\n"
            "    level: apply\n"
            "    dimension: skills\n"
            "  - id: listen\n"
            "    statement: Repeat what they said.\n"
            "    level: apply\n"
            "    dimension: skills\n"
        ),
        good=(
            "outcomes:\n"
            "  - id: listen\n"
            "    statement: Let residents finish.\n"
            "    level: apply\n"
            "    dimension: skills\n"
            "  - id: repeat\n"
            "    statement: Repeat what they said.\n"
            "    level: apply\n"
            "    dimension: skills\n"
        ),
    ),
)

NO_RIGHTS = Rule(
    "IMP506",
    Severity.WARNING,
    "A module has no learning outcome on fundamental rights.",
    why="The framework says that every module serves fundamental rights.",
    remedy="Mark the outcomes that concern them with 'fundamental_rights: true', or add one.",
    example=Example(
        bad=(
            "outcomes:\n"
            "  - id: listen\n"
            "    statement: Let residents finish.\n"
            "    level: apply\n"
            "    dimension: skills\n"
        ),
        good=(
            "outcomes:\n"
            "  - id: listen\n"
            "    statement: Let residents finish.\n"
            "    level: apply\n"
            "    dimension: skills\n"
            "    fundamental_rights: true\n"
        ),
    ),
)

CONTACT_HOURS = Rule(
    "IMP511",
    Severity.ERROR,
    "The contact hours are not those of the activities.",
    why="Whoever plans rooms and rosters relies on the hours.",
    remedy="Correct the hours under 'workload', or the minutes of the activities.",
    example=Example(
        bad="contact: 1.5\n",
        good="contact: 0.5\n",
    ),
)

STUDY_HOURS = Rule(
    "IMP512",
    Severity.ERROR,
    "The hours of self-study are not those of the activities.",
    why="Participants get the time that the module states.",
    remedy="Correct the hours under 'workload', or the minutes of the activities of self-study.",
    example=Example(
        bad="workload:\n  contact: 0.5\n  self_study: 2\n",
        good="workload:\n  contact: 0.5\n",
    ),
)

REQUIRED_LOOP = Rule(
    "IMP521",
    Severity.ERROR,
    "Modules require each other in a loop.",
    why="No order of the modules could be followed.",
    remedy="Take one of the modules of the loop out of 'requires'.",
    example=Example(
        bad="requires: [speaking]\n",
        good="requires: []\n",
    ),
)

WRONG_ORDER = Rule(
    "IMP522",
    Severity.ERROR,
    "A pathway puts a module before one that it requires.",
    why="Participants would lack what the module builds on.",
    remedy="Put the required module first.",
    example=Example(
        bad="modules: [speaking, listening]\n",
        good="modules: [listening, speaking]\n",
    ),
)

REQUIRED_LEFT_OUT = Rule(
    "IMP523",
    Severity.WARNING,
    "A pathway leaves out a module that one of its modules requires.",
    why="Participants may lack what the module builds on.",
    remedy=(
        "Put the required module into the pathway, unless its participants have learned that "
        "before."
    ),
    example=Example(
        bad="modules: [speaking]\n",
        good="modules: [listening, speaking]\n",
    ),
)

MODULE_TWICE = Rule(
    "IMP524",
    Severity.ERROR,
    "A pathway names a module twice.",
    why="Its hours would count twice.",
    remedy="Delete one of the two.",
    example=Example(
        bad="modules: [listening, listening]\n",
        good="modules: [listening]\n",
    ),
)

PATHWAY_HOURS = Rule(
    "IMP525",
    Severity.ERROR,
    "The hours of a pathway are not those of its modules.",
    why="Whoever plans a year of training relies on the hours.",
    remedy="Correct 'hours', or the list of modules.",
    example=Example(
        bad="hours: 5\n",
        good="hours: 0.5\n",
    ),
)

IN_NO_PATHWAY = Rule(
    "IMP526",
    Severity.WARNING,
    "A module is in no pathway.",
    why="Nobody would be led to it.",
    remedy="Add it to the pathway of those who need it.",
    example=Example(
        bad="modules: [listening]\n",
        good="modules: [listening, speaking]\n",
    ),
)


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
            yield LEARNING_OUTCOME_TWICE.at(
                place, f"another learning outcome has the id '{id_}' already"
            )
            continue
        seen.add(id_)
        if not one.steps:
            message = f"no activity serves '{id_}': it is never taught; name it in an activity"
            yield NOT_TAUGHT.at(place, message)
        elif not one.practised:
            methods = ", ".join(dict.fromkeys(step.activity.method for step in one.steps))
            message = (
                f"'{id_}' is taught ({methods}) and never practised; "
                f"name it in an activity with one of the methods {', '.join(PRACTICE)}"
            )
            yield NOT_PRACTISED.at(place, message)
        if not one.exams:
            message = f"no assessment tests '{id_}': it is never assessed; name it in an assessment"
            yield NOT_ASSESSED.at(place, message)
    if not rights(module):
        message = (
            "no learning outcome concerns fundamental rights; "
            "mark those that do with 'fundamental_rights: true', or add one"
        )
        yield NO_RIGHTS.at(loaded.key_place("outcomes"), message)


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
            yield UNKNOWN_LEARNING_OUTCOME.at(loaded.place(*path), message)


def _hour_findings(loaded: Loaded, module: Module) -> Iterator[Finding]:
    """Say which hours of the workload are not those of the activities.

    Assessment hours are not compared: an assessment does not state its minutes.
    """
    study = sum(one.minutes for one in module.activities if one.method is Method.SELF_STUDY)
    contact = sum(one.minutes for one in module.activities) - study
    compared = (
        ("contact", CONTACT_HOURS, contact, module.workload.contact, "without self-study "),
        ("self_study", STUDY_HOURS, study, module.workload.self_study, "of self-study "),
    )
    for key, rule, minutes, stated, which in compared:
        actual = Fraction(minutes, 60)
        if abs(actual - exact_total([stated])) >= TOLERANCE:
            message = (
                f"'{key}' says {_text(stated)} h; "
                f"the activities {which}add up to {minutes} minutes, that is {_text(actual)} h"
            )
            yield rule.at(loaded.place("workload", key), message)


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
        yield REQUIRED_LOOP.at(place, message)
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
            yield MODULE_TWICE.at(loaded.place("modules", position), message)
        first.setdefault(id_, position)
    yield from _order_findings(loaded, first, modules)
    if all(id_ in modules for id_ in pathway.modules):
        total = sum(hours_of(modules[id_].module.workload) for id_ in pathway.modules)
        if abs(total - exact_total([pathway.hours])) >= TOLERANCE:
            message = (
                f"'hours' says {_text(pathway.hours)} h; the modules add up to {_text(total)} h"
            )
            yield PATHWAY_HOURS.at(loaded.place("hours"), message)


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
                    yield REQUIRED_LEFT_OUT.at(place, f"{message}; put it before '{id_}'")
                told.add(required)
            elif position < first[required] and id_ not in _required(required, modules):
                through = "" if needed_by == id_ else f" through '{needed_by}'"
                message = f"'{id_}' requires '{required}'{through}, which comes later"
                yield WRONG_ORDER.at(place, f"{message}; put '{required}' first")


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
            yield IN_NO_PATHWAY.at(loaded.place(), f"no pathway has the module '{id_}'")


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
                yield UNKNOWN_RECORD.at(loaded.place("areas", position), message)
