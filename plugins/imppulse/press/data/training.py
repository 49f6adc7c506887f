"""The training framework: the frame, its modules and its pathways."""

from __future__ import annotations

from imppulse.guide.references import Ref
from imppulse.guide.wording import outcome_numbers
from imppulse.press.data.claims import evidence
from imppulse.press.data.nodes import Blocks, Inline, Node, labelled, node, paragraph, table
from imppulse.press.data.writer import Writer, anchor, badge, fact, section
from imppulse.records.training import Activity, Framework, Module, Pathway


def framework(write: Writer, record: Framework, level: int) -> Node:
    """Write the frame around the modules."""
    _ = write.gettext
    areas = []
    for area in record.areas:
        modules = [one for one in write.guide.modules if area.id in one.areas]
        blocks = [paragraph(*write.text(area.description))]
        if modules:
            blocks.append(node("facts", items=fact(_("Modules"), write.links(modules))))
        areas.append({"title": write.text(area.title), "blocks": blocks, "sections": []})
    rows: list[list[Inline]] = [
        [[str(one.level)], write.text(one.roles), write.text(one.expectation)]
        for one in record.levels
    ]
    about = write.text(_("The levels are those of the European Qualifications Framework (EQF)."))
    head: list[Inline] = [[_("EQF level")], [_("Roles")], [_("What is expected")]]
    return {
        "kind": "framework",
        "anchor": anchor(write.guide.ref(record)),
        "level": level,
        "kicker": _("Training framework"),
        "title": write.text(record.title),
        "badges": [],
        "lead": write.text(record.summary),
        "notices": write.notices(record),
        "facts": [],
        "body": write.prose(record.introduction, record, level),
        "sections": [
            section(_("Competence areas"), [], areas),
            section(_("Levels"), [paragraph(*about), table(head, rows, [14, 34, 46])]),
            *write.sources(record),
        ],
    }


def module(write: Writer, record: Module, level: int) -> Node:
    """Write a module."""
    _ = write.gettext
    total = _hours(write, record.workload.total)
    return {
        "kind": "module",
        "anchor": anchor(write.guide.ref(record)),
        "level": level,
        "kicker": _("Module"),
        "title": write.text(record.title),
        "badges": [badge(f"{_('EQF level')} {record.eqf}", "filled"), badge(total)],
        "lead": write.text(record.summary),
        "notices": write.notices(record),
        "facts": _module_facts(write, record),
        "body": [],
        "sections": [
            section(_("Learning outcomes"), _learning_outcomes(write, record)),
            section(_("Activities"), [], _activities(write, record, level + 2)),
            section(_("Assessment"), [], _assessments(write, record)),
            section(_("Records behind this module"), evidence(write, record.supports)),
            *_goes_with(write, record),
            *write.sources(record),
        ],
    }


def pathway(write: Writer, record: Pathway, level: int) -> Node:
    """Write a pathway."""
    _ = write.gettext
    rows: list[list[Inline]] = []
    for position, id_ in enumerate(record.modules, 1):
        found = write.guide.records.get(Ref("module", id_))
        if isinstance(found, Module):
            hours = write.words.number(found.workload.total)
            rows.append([[str(position)], [write.link(found)], [str(found.eqf)], [hours]])
    total = write.words.number(record.hours)
    rows.append([[], [node("b", [_("Total workload")])], [], [node("b", [total])]])
    head: list[Inline] = [[_("Order")], [_("Module")], [_("EQF level")], [_("Hours")]]
    return {
        "kind": "pathway",
        "anchor": anchor(write.guide.ref(record)),
        "level": level,
        "kicker": _("Pathway"),
        "title": write.text(record.title),
        "badges": [badge(_hours(write, record.hours))],
        "lead": write.text(record.summary),
        "notices": write.notices(record),
        "facts": fact(_("For"), write.text(record.role)),
        "body": write.prose(record.introduction, record, level),
        "sections": [
            section(_("Modules in order"), [table(head, rows, [12, 52, 16, 12])]),
            *write.sources(record),
        ],
    }


def _hours(write: Writer, value: float) -> str:
    """Write a number of hours; parts of an hour have no plural form to agree with."""
    n_ = write.ngettext
    if value != int(value):
        return f"{write.words.number(value)} h"
    return n_("%(n)s hour", "%(n)s hours", int(value))


def _module_facts(write: Writer, record: Module) -> list[Node]:
    _, number = write.gettext, write.words.number
    workload = _("%(contact)s h contact, %(self)s h self-study, %(assessment)s h assessment") % {
        "contact": number(record.workload.contact),
        "self": number(record.workload.self_study),
        "assessment": number(record.workload.assessment),
    }
    required = write.guide.references.made_by(write.guide.ref(record), "module")
    trainers = record.trainers
    return [
        *fact(_("For"), write.texts(record.audience)),
        *fact(_("Stage"), write.label(record.stage)),
        *fact(_("Workload"), workload),
        *fact(_("Take before"), write.links(one.target for one in required)),
        *fact(_("Entry requirements"), write.text(record.entry) if record.entry else None),
        *fact(_("Trainer"), write.text(trainers.police)),
        *fact(
            _("Co-trainers from the population"),
            write.text(trainers.community) if trainers.community else None,
        ),
        *fact(_("Version"), write.text(record.version)),
        *fact(
            _("To be looked at again by"),
            write.words.date(record.review_by) if record.review_by else None,
        ),
    ]


def _learning_outcomes(write: Writer, record: Module) -> Blocks:
    """Write what participants are able to do afterwards."""
    _ = write.gettext
    items = []
    for outcome in record.outcomes:
        about = f"{write.label(outcome.level)} · {write.label(outcome.dimension)}"
        if outcome.fundamental_rights:
            about += f" · {_('fundamental rights')}"
        items.append([paragraph(*write.text(outcome.statement), node("br"), node("soft", [about]))])
    intro = write.text(_("After this module, participants are able to:"))
    return [paragraph(*intro), node("ol", items=items)]


def _activities(write: Writer, record: Module, level: int) -> list[Node]:
    return [
        {
            "title": [f"{position}. ", *write.text(activity.title)],
            "blocks": _activity(write, record, activity, level),
            "sections": [],
        }
        for position, activity in enumerate(record.activities, 1)
    ]


def _activity(write: Writer, record: Module, activity: Activity, level: int) -> Blocks:
    """Write one activity: its time and method, what happens, what it takes."""
    _, n_ = write.gettext, write.ngettext
    minutes = n_("%(n)s minute", "%(n)s minutes", activity.minutes)
    served = f"{_('for outcomes')} {outcome_numbers(record, activity.outcomes)}"
    materials = write.texts(activity.materials)
    notes = write.prose(activity.trainer_notes, record, level)
    return [
        node("meta", [f"{minutes} · {write.label(activity.method)} · {served}"], keep=True),
        paragraph(*write.text(activity.description)),
        *([node("labelled", materials, name=[_("Materials")])] if materials else []),
        *labelled(_("Notes for the trainer"), notes),
    ]


def _assessments(write: Writer, record: Module) -> list[Node]:
    _ = write.gettext
    return [
        {
            "title": write.text(one.title),
            "blocks": [
                node(
                    "meta",
                    [f"{_('for outcomes')} {outcome_numbers(record, one.outcomes)}"],
                    keep=True,
                ),
                write.bullets(one.criteria),
            ],
            "sections": [],
        }
        for one in record.assessments
    ]


def _goes_with(write: Writer, record: Module) -> list[Node]:
    """Write what a module belongs to."""
    _ = write.gettext
    ref, references = write.guide.ref(record), write.guide.references
    facts = [
        *fact(_("Pathways"), write.links(one.origin for one in references.made_to(ref, "pathway"))),
        *fact(
            _("Modules that build on it"),
            write.links(one.origin for one in references.made_to(ref, "module")),
        ),
        *fact(
            _("Principles"), write.links(one.target for one in references.made_by(ref, "principle"))
        ),
        *fact(
            _("Recommendations"),
            write.links(one.origin for one in references.made_to(ref, "recommendation")),
        ),
    ]
    return [section(_("Goes with"), [node("facts", items=facts)])] if facts else []
