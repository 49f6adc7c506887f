"""How training fits together: outcomes with what teaches and tests them, levels, hours, records.

The words are those of the site; every cell says in full what it means.
"""

from __future__ import annotations

from imppulse.guide.alignment import (
    Aligned,
    Citations,
    Ground,
    aligned,
    by_level,
    by_module,
    dimensions,
    grounds,
    rights,
)
from imppulse.guide.training_wording import (
    assessed,
    demonstrated,
    introduced,
    practised,
    rights_words,
    share,
    taught,
)
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
