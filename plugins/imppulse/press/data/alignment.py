"""How training fits together: outcomes with what teaches and tests them, levels, hours, records.

The words are those of the site; every cell says in full what it means.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from imppulse.guide.alignment import (
    Aligned,
    Citations,
    Ground,
    Step,
    aligned,
    by_level,
    by_module,
    dimensions,
    grounds,
    rights,
)
from imppulse.guide.timetable import Credits
from imppulse.press.data.nodes import Blocks, Inline, Node, node, paragraph, table
from imppulse.press.data.record import section
from imppulse.press.data.writer import Writer
from imppulse.records.training import Module


def fit_of(write: Writer, module: Module) -> Blocks:
    """Write outcome × activity × assessment of a module."""
    _ = write.gettext
    intro = _(
        "For every learning outcome: the activities that teach it, those in which participants do "
        "it themselves, and the assessments that test it. Numbers are those of the activities, "
        "letters those of the assessments."
    )
    head: list[Inline] = [[_("Learning outcome")], [_("Taught")], [_("Practised")], [_("Assessed")]]
    rows: list[list[Inline]] = [
        [
            _outcome(write, one),
            [_taught(write, one)],
            [_practised(write, one)],
            [_assessed(write, one)],
        ]
        for one in aligned(module)
    ]
    return [
        paragraph(*write.text(intro)),
        table(head, rows, [36, 24, 22, 14]),
        paragraph(f"{rights_of(write, module)}."),
    ]


def framework_fit(write: Writer) -> list[Node]:
    """Write how all modules fit together: outcomes, levels, records."""
    return [_by_module(write), _by_level(write), _by_record(write)]


def rights_of(write: Writer, module: Module) -> str:
    """Write how many outcomes of a module are on fundamental rights."""
    number = write.words.number
    return write.gettext("%(some)s of %(all)s outcomes on fundamental rights") % {
        "some": number(len(rights(module))),
        "all": number(len(module.outcomes)),
    }


def part_of(write: Writer, some: int, all_: int) -> str:
    """Write how many outcomes, under a heading that says which."""
    number = write.words.number
    return write.gettext("%(some)s of %(all)s outcomes") % {
        "some": number(some),
        "all": number(all_),
    }


def hours(write: Writer, value: Fraction | float) -> str:
    """Write a number of hours."""
    return write.ngettext("%(n)s hour", "%(n)s hours", float(value))


def workload(
    write: Writer, contact: Fraction | float, self_study: Fraction | float, exam: Fraction | float
) -> str:
    """Write of what hours are made."""
    number = write.words.number
    return write.gettext(
        "%(contact)s h contact, %(self)s h self-study, %(assessment)s h assessment"
    ) % {
        "contact": number(float(contact)),
        "self": number(float(self_study)),
        "assessment": number(float(exam)),
    }


def credits_words(write: Writer, worth: Credits) -> str:
    """Write what hours are worth in ECTS, with the reckoning."""
    _, number = write.gettext, write.words.number
    total = _("%(credits)s ECTS") % {"credits": number(float(worth.awarded))}
    divided = _("%(hours)s h ÷ %(per_credit)s h per credit") % {
        "hours": number(float(worth.hours)),
        "per_credit": number(float(worth.per_credit)),
    }
    sign = "=" if worth.prints_exactly else "≈"
    rounded = f"; {_('rounded down to half credits')}" if worth.awarded != worth.quotient else ""
    return f"{total} ({divided} {sign} {number(float(worth.quotient))}{rounded})"


def _by_module(write: Writer) -> Node:
    """Write outcome × module: introduced, practised, demonstrated."""
    _ = write.gettext
    intro = _(
        "An outcome is introduced in the first activity that serves it, practised where "
        "participants do it themselves (case study, role play, scenario, session with residents, "
        "task in the field), and demonstrated in an assessment. Numbers are those of the "
        "activities of the module, letters those of its assessments."
    )
    head: list[Inline] = [
        [_("Learning outcome")],
        [_("Introduced")],
        [_("Practised")],
        [_("Demonstrated")],
    ]
    modules = []
    for module, outcomes in by_module(write.guide):
        rows: list[list[Inline]] = [
            [
                _outcome(write, one),
                [_introduced(write, one)],
                [_practised(write, one)],
                [_demonstrated(write, one)],
            ]
            for one in outcomes
        ]
        blocks = [table(head, rows, [36, 22, 22, 16])]
        modules.append({"title": write.text(module.title), "blocks": blocks, "sections": []})
    return section(_("Learning outcomes by module"), [paragraph(*write.text(intro))], modules)


def _by_level(write: Writer) -> Node:
    """Write module × level of the European Qualifications Framework."""
    _, number = write.gettext, write.words.number
    rows: list[list[Inline]] = []
    for level in by_level(write.guide):
        if not level.modules:
            roles = write.text(level.described.roles) if level.described else []
            rows.append([[_("No module yet")], [str(level.number)], roles, []])
        for module in level.modules:
            counts = [
                f"{write.named(write.label(dimension))}{number(count)}"
                for dimension, count in dimensions(module)
            ]
            part = part_of(write, len(rights(module)), len(module.outcomes))
            rows.append([[write.link(module)], [str(level.number)], ["; ".join(counts)], [part]])
    head: list[Inline] = [
        [_("Module")],
        [_("EQF level")],
        [_("What its outcomes describe")],
        [_("Fundamental rights")],
    ]
    intro = (
        f"{_('The levels are those of the European Qualifications Framework (EQF).')} "
        f"{_('Numbers count learning outcomes.')}"
    )
    blocks = [paragraph(*write.text(intro)), table(head, rows, [32, 14, 28, 22])]
    return section(_("Modules by level"), blocks)


def _by_record(write: Writer) -> Node:
    """Write module × principle × record."""
    _ = write.gettext
    intro = _(
        "The records that a module cites itself, and those behind the principles that it follows. "
        "A record in favour of a principle is no proof that a module works."
    )
    head: list[Inline] = [[_("Principle")], [_("Records")]]
    modules = []
    for module in write.guide.modules:
        rows = [_ground(write, ground) for ground in grounds(write.guide, module)]
        none = [paragraph(*write.text(_("Neither a principle nor a record yet.")))]
        blocks = [table(head, rows, [34, 62])] if rows else none
        modules.append({"title": write.text(module.title), "blocks": blocks, "sections": []})
    return section(_("Records behind the modules"), [paragraph(*write.text(intro))], modules)


def _ground(write: Writer, ground: Ground) -> list[Inline]:
    """Write one row: a principle, and the records behind it by kind and relation."""
    _ = write.gettext
    first: Inline = [_("Cited by the module itself")]
    if ground.principle:
        first = [write.link(ground.principle)]
    cited: Inline = []
    for group in ground.citations:
        cited += [*([node("br")] if cited else []), *_citations(write, group)]
    return [first, cited or [_("No record yet")]]


def _citations(write: Writer, group: Citations) -> Inline:
    said = write.named(f"{write.label(group.kind)}, {write.label(group.relation).lower()}")
    return [node("b", write.text(said.rstrip())), " ", *write.links(group.experiments)]


def _outcome(write: Writer, one: Aligned) -> Inline:
    written: Inline = [f"{one.number}. ", *write.text(one.outcome.statement)]
    if one.outcome.fundamental_rights:
        written += [node("br"), node("soft", [write.gettext("fundamental rights")])]
    return written


def _steps(write: Writer, steps: Iterable[Step]) -> str:
    return ", ".join(f"{step.number} ({write.label(step.activity.method)})" for step in steps)


def _taught(write: Writer, one: Aligned) -> str:
    _ = write.gettext
    if one.taught:
        return f"{_('taught in')} {_steps(write, one.taught)}"
    return _("taught through practice") if one.steps else _("never taught")


def _introduced(write: Writer, one: Aligned) -> str:
    _ = write.gettext
    if one.introduced:
        return f"{_('introduced in')} {_steps(write, [one.introduced])}"
    return _("never introduced")


def _practised(write: Writer, one: Aligned) -> str:
    _ = write.gettext
    if one.practised:
        return f"{_('practised in')} {_steps(write, one.practised)}"
    return _("never practised")


def _assessed(write: Writer, one: Aligned) -> str:
    _ = write.gettext
    letters = ", ".join(exam.letter for exam in one.exams)
    return f"{_('assessed in')} {letters}" if letters else _("never assessed")


def _demonstrated(write: Writer, one: Aligned) -> str:
    _ = write.gettext
    letters = ", ".join(exam.letter for exam in one.exams)
    return f"{_('demonstrated in')} {letters}" if letters else _("never demonstrated")
