"""The training framework: the frame, its modules and its pathways."""

from __future__ import annotations

from imppulse.documents.training_wording import credits_words, hours, workload
from imppulse.documents.wording import serves
from imppulse.guide.alignment import Exam, Level, by_level, exams
from imppulse.guide.timetable import module_credits
from imppulse.press.data.alignment import fit_of
from imppulse.press.data.claims import evidence
from imppulse.press.data.index import term
from imppulse.press.data.nodes import Blocks, Inline, Node, labelled, node, paragraph, table
from imppulse.press.data.record import badge, fact, named_sources, notices, section
from imppulse.press.data.writer import Writer, anchor
from imppulse.records.training import Activity, Framework, Module


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
    rows = [_level(write, one) for one in by_level(write.guide)]
    about = write.text(_("The levels are those of the European Qualifications Framework (EQF)."))
    head: list[Inline] = [
        [_("EQF level")],
        [_("Roles")],
        [_("What is expected")],
        [_("Modules")],
    ]
    return {
        "kind": "framework",
        "anchor": anchor(write.guide.ref(record)),
        "level": level,
        "kicker": _("Training framework"),
        "title": write.text(record.title),
        "badges": [],
        "lead": write.text(record.summary),
        "notices": notices(write, record),
        "facts": [],
        "body": write.prose(record.introduction, record, level),
        "sections": [
            section(_("Competence areas"), [], areas),
            section(_("Levels"), [paragraph(*about), table(head, rows, [11, 24, 36, 26])]),
        ],
        "sources": named_sources(write, record),
    }


def _level(write: Writer, level: Level) -> list[Inline]:
    """Write what a level of the framework means, and which modules are at it."""
    _, described = write.gettext, level.described
    return [
        [str(level.number)],
        write.text(described.roles if described else _("Roles not described")),
        write.text(described.expectation if described else _("Expectation not described")),
        write.links(level.modules) or [_("No module yet")],
    ]


def module(write: Writer, record: Module, level: int, number: int | None = None) -> Node:
    """Write a module, with its number where it stands among the others."""
    _ = write.gettext
    total = hours(record.workload.total, write.words)
    return {
        "kind": "module",
        "anchor": anchor(write.guide.ref(record)),
        "level": level,
        "kicker": f"{_('Module')} {number}" if number else _("Module"),
        "title": write.text(record.title),
        "badges": [badge(f"{_('EQF level')} {record.eqf}", "filled"), badge(total)],
        "lead": write.text(record.summary),
        "notices": notices(write, record),
        "facts": _module_facts(write, record),
        "body": [],
        "sections": [
            section(_("Learning outcomes"), _learning_outcomes(write, record)),
            section(_("Activities"), [], _activities(write, record, level + 2)),
            section(_("Assessment"), [], _assessments(write, record)),
            section(_("How it fits together"), fit_of(write, record)),
            section(_("Records behind this module"), evidence(write, record)),
            *_goes_with(write, record),
        ],
        "sources": named_sources(write, record),
    }


def _module_facts(write: Writer, record: Module) -> list[Node]:
    _, load = write.gettext, record.workload
    worth = module_credits(write.guide, record)
    required = write.guide.references.made_by(write.guide.ref(record), "module")
    trainers = record.trainers
    return [
        *fact(_("For"), write.texts(record.audience)),
        *fact(_("Stage"), write.label(record.stage)),
        *fact(_("Workload"), workload(load.contact, load.self_study, load.assessment, write.words)),
        *fact(_("Credits"), credits_words(worth, write.words) if worth else None),
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
    return [paragraph(*intro), node("ol", items=items, start=1)]


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
    served = serves(record, activity.outcomes, write.words)
    materials = write.texts(activity.materials)
    notes = write.prose(activity.trainer_notes, record, level)
    return [
        node("meta", [f"{minutes} · ", term(write, activity.method), f" · {served}"], keep=True),
        paragraph(*write.text(activity.description)),
        *([node("labelled", materials, name=[_("Materials")])] if materials else []),
        *labelled(_("Notes for the trainer"), notes),
    ]


def _assessments(write: Writer, record: Module) -> list[Node]:
    return [_exam(write, record, one) for one in exams(record)]


def _exam(write: Writer, record: Module, exam: Exam) -> Node:
    """Write one assessment under its letter: what it tests, and by what it is judged."""
    served = serves(record, exam.assessment.outcomes, write.words)
    return {
        "title": [f"{exam.letter}. ", *write.text(exam.assessment.title)],
        "blocks": [
            node("meta", [served], keep=True),
            write.bullets(exam.assessment.criteria),
        ],
        "sections": [],
    }


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
