"""Pathways: modules in order, with the hours and credits that they add up to."""

from __future__ import annotations

from imppulse.documents.training_wording import credits_words, hours, share, workload
from imppulse.guide.alignment import rights
from imppulse.guide.timetable import Stop, Timetable, timetable
from imppulse.press.data.nodes import Blocks, Inline, Node, node, paragraph, table
from imppulse.press.data.record import badge, fact, named_sources, notices, section
from imppulse.press.data.writer import Writer, anchor
from imppulse.records.training import Pathway


def pathway(write: Writer, record: Pathway, level: int) -> Node:
    """Write a pathway with its timetable."""
    _ = write.gettext
    return {
        "kind": "pathway",
        "anchor": anchor(write.guide.ref(record)),
        "level": level,
        "kicker": _("Pathway"),
        "title": write.text(record.title),
        "badges": [badge(hours(record.hours, write.words))],
        "lead": write.text(record.summary),
        "notices": notices(write, record),
        "facts": fact(_("For"), write.text(record.role)),
        "body": write.prose(record.introduction, record, level),
        "sections": [
            section(_("Modules in order"), _plan(write, timetable(write.guide, record))),
        ],
        "sources": named_sources(write, record),
    }


def _plan(write: Writer, plan: Timetable) -> Blocks:
    """Write the timetable of a pathway: its modules in order, and what they add up to."""
    _, n_, number = write.gettext, write.ngettext, write.words.number
    head: list[Inline] = [
        [_("Module")],
        [_("EQF level")],
        [_("Hours")],
        [_("Running total")],
        [_("Fundamental rights")],
    ]
    made_of = workload(plan.contact, plan.self_study, plan.assessment, write.words)
    worth = credits_words(plan.credits, write.words) if plan.credits else ""
    total: list[Inline] = [
        [node("b", [_("Total workload")])],
        [n_("%(n)s module", "%(n)s modules", len(plan.stops))],
        [
            node("b", [hours(plan.total, write.words)]),
            write.named("") + made_of,
            *([node("br"), node("b", [worth])] if plan.credits else []),
        ],
        [],
        [share(plan.rights, plan.outcomes, write.words)],
    ]
    about = _(
        "Credits are hours of work divided by the hours that the framework sets for one credit "
        "(ECTS Users’ Guide 2015: 25 to 30 hours). They describe the workload; whether they are "
        "awarded is for an authorised body to decide."
    )
    with_rights = _("%(some)s of %(all)s modules have outcomes on fundamental rights.") % {
        "some": number(plan.modules_with_rights),
        "all": number(len(plan.stops)),
    }
    rows = [_stop(write, one) for one in plan.stops]
    return [
        table(head, [*rows, total], [24, 10, 35, 13, 16]),
        paragraph(*write.text(f"{about} {with_rights}")),
    ]


def _stop(write: Writer, stop: Stop) -> list[Inline]:
    """Write a module in its place in a pathway."""
    load = stop.module.workload
    made_of = workload(load.contact, load.self_study, load.assessment, write.words)
    return [
        [f"{stop.number}. ", write.link(stop.module)],
        [str(stop.module.eqf)],
        [f"{write.named(hours(load.total, write.words))}{made_of}"],
        [hours(stop.so_far, write.words)],
        [share(len(rights(stop.module)), len(stop.module.outcomes), write.words)],
    ]
