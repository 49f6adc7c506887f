"""How training fits together: outcomes with what teaches and tests them, levels, hours, records.

The words are those of the site; every cell says in full what it means.
"""

from __future__ import annotations

from imppulse.documents.training_wording import (
    assessed,
    demonstrated,
    introduced,
    practised,
    rights_words,
    share,
    taught,
)
from imppulse.guide.alignment import (
    Aligned,
    aligned,
    by_level,
    by_module,
    dimensions,
    followed,
    followed_by_any,
    rights,
)
from imppulse.press.data.claims import leanings
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
            write.text(taught(one, write.words)),
            write.text(practised(one, write.words)),
            write.text(assessed(one, write.words)),
        ]
        for one in aligned(module)
    ]
    return [
        paragraph(*write.text(intro)),
        table(head, rows, [36, 24, 22, 14]),
        paragraph(*write.text(f"{rights_words(module, write.words)}.")),
    ]


def framework_fit(write: Writer) -> list[Node]:
    """Write how all modules fit together: outcomes, levels, records."""
    return [_by_module(write), _by_level(write), _by_record(write)]


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
                write.text(introduced(one, write.words)),
                write.text(practised(one, write.words)),
                write.text(demonstrated(one, write.words)),
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
            part = share(len(rights(module)), len(module.outcomes), write.words)
            rows.append(
                [
                    [write.link(module)],
                    [str(level.number)],
                    write.listed([[count] for count in counts]),
                    [part],
                ]
            )
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
    """Write module × principle × record; the records of a principle once for all its modules."""
    _, guide = write.gettext, write.guide
    intro = _(
        "The records that a module cites itself, and those behind the principles that it follows. "
        "A record in favour of a principle is no proof that a module works."
    )
    head: list[Inline] = [
        [_("Module")],
        [_("Cited by the module itself")],
        [_("Principles that it follows")],
    ]
    rows: list[list[Inline]] = [
        [
            [write.link(module)],
            leanings(write, module) or [_("No record yet")],
            write.links(followed(guide, module)) or [_("No principle yet")],
        ]
        for module in guide.modules
    ]
    return section(
        _("Records behind the modules"),
        [paragraph(*write.text(intro)), table(head, rows, [18, 50, 28])],
        [_by_principle(write)],
    )


def _by_principle(write: Writer) -> Node:
    """Write principle × record, for the principles that some module follows."""
    _ = write.gettext
    head: list[Inline] = [[_("Principle")], [_("Records")]]
    rows: list[list[Inline]] = [
        [[write.link(one)], leanings(write, one) or [_("No record yet")]]
        for one in followed_by_any(write.guide)
    ]
    blocks = [table(head, rows, [30, 66])] if rows else []
    return section(_("Records behind the principles"), blocks)


def _outcome(write: Writer, one: Aligned) -> Inline:
    written: Inline = [f"{one.number}. ", *write.text(one.outcome.statement)]
    if one.outcome.fundamental_rights:
        written += [node("br"), node("soft", [write.gettext("fundamental rights")])]
    return written
