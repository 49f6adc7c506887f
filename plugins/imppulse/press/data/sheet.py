"""Sheets: one record on two pages, whole in itself, for those who will read nothing else."""

from __future__ import annotations

from collections import Counter

from imppulse.guide.alignment import exams, steps
from imppulse.guide.assembly import Guide
from imppulse.guide.evidence import showings
from imppulse.guide.references import Ref
from imppulse.guide.verdicts import Verdict
from imppulse.guide.wording import outcome_numbers
from imppulse.press.data.claims import principle, recommendation
from imppulse.press.data.experiments import experiment
from imppulse.press.data.nodes import Blocks, Inline, Node, node, paragraph, table
from imppulse.press.data.pathways import pathway
from imppulse.press.data.record import notices, section
from imppulse.press.data.sources import sources
from imppulse.press.data.training import framework, module
from imppulse.press.data.writer import Writer
from imppulse.press.making import Making
from imppulse.records.experiment import Experiment
from imppulse.records.principle import Principle
from imppulse.records.recommendation import Recommendation
from imppulse.records.record import Record
from imppulse.records.training import Framework, Module, Pathway
from imppulse.records.vocabulary import Kind, ReviewState

KINDS = (Experiment, Recommendation, Principle, Module, Pathway, Framework)
"""The records that have a sheet, those first that are asked for most."""
_LONGEST_TITLE = 900


def sheet(guide: Guide, making: Making, ref: Ref) -> Node:
    """Return what the sheet of a record prints."""
    record = guide.records[ref]
    write = Writer(guide, frozenset({ref}))
    _ = write.gettext
    entries = sources(write)
    return {
        **_content(write, record),
        "language": guide.language,
        "printer": making.for_printer,
        "project": "IMPPULSE",
        "subtitle": _("European good-practice guide"),
        "document": str(record.title)[:_LONGEST_TITLE],
        "author": _("Editors of the IMPPULSE guide"),
        "draft": write.label(ReviewState.DRAFT) if record.review.pending else "",
        "date": write.words.date(making.made),
        "words": {"page": _("p. %(page)s"), "sources": _("Sources")},
        "imprint": _imprint(write, making),
        "entries": [{**entry, "cited": []} for entry in entries],
    }


def _content(write: Writer, record: Record) -> Node:
    """Write a record under a heading of the first level, and above all what it showed."""
    match record:
        case Experiment():
            return {**experiment(write, record, 1), **_head(write, record)}
        case Principle():
            number = write.guide.principles.index(record) + 1
            return {**principle(write, record, 1, number), "strip": []}
        case Recommendation():
            found = recommendation(write, record, 1, 0)
            return {**found, "kicker": write.gettext("Recommendation"), "strip": []}
        case Module():
            return {**module(write, record, 1), "sections": _course(write, record), "strip": []}
        case Pathway():
            return {**pathway(write, record, 1), "strip": []}
        case Framework():
            return {**framework(write, record, 1), "strip": []}
        case _:
            message = f"no sheet is made of '{type(record).__name__}'"
            raise TypeError(message)


def _head(write: Writer, record: Experiment) -> Node:
    """Write what a reader must know before an experiment, and what came of it in one line."""
    _ = write.gettext
    said = notices(write, record)
    if record.kind is Kind.PUBLISHED:
        said.append(
            write.text(
                _(
                    "This is a published evaluation of a comparable action. It is not one of the "
                    "16 micro-experiments of IMPPULSE."
                )
            )
        )
    if record.awaited:
        message = _(
            "Nothing is known here of this micro-experiment beyond what this page says. As soon "
            "as the city sends its record, it will stand here."
        )
        said.append([node("b", [f"{write.label(record.status)}. "]), *write.text(message)])
    counts = Counter(shown.verdict for shown in showings(record))
    strip: Inline = [
        node(
            "verdict", [f"{write.named(write.label(verdict))}{counts[verdict]}"], sign=verdict.value
        )
        for verdict in Verdict
        if counts[verdict]
    ]
    return {"notices": said, "strip": strip, "showed": [_("What it showed")]}


def _course(write: Writer, record: Module) -> list[Node]:
    """Write a module in short: its activities and assessments as tables."""
    _, n_ = write.gettext, write.ngettext
    whole = module(write, record, 1)["sections"]
    head: list[Inline] = [
        [_("Activities")],
        [_("Method")],
        [_("Duration")],
        [_("Learning outcomes")],
    ]
    rows: list[list[Inline]] = [
        [
            [f"{step.number}. ", *write.text(step.activity.title)],
            [write.label(step.activity.method)],
            [n_("%(n)s minute", "%(n)s minutes", step.activity.minutes)],
            [outcome_numbers(record, step.activity.outcomes)],
        ]
        for step in steps(record)
    ]
    exam_head: list[Inline] = [[_("Assessment")], [_("Criterion")], [_("Learning outcomes")]]
    tested: list[list[Inline]] = [
        [
            [f"{exam.letter}. ", *write.text(exam.assessment.title)],
            write.texts(exam.assessment.criteria),
            [outcome_numbers(record, exam.assessment.outcomes)],
        ]
        for exam in exams(record)
    ]
    outcomes, _activities, _assessment, _fit, *rest = whole  # the tables below say how it fits
    return [
        outcomes,
        section(_("Activities"), [table(head, rows, [40, 22, 14, 20])]),
        section(_("Assessment"), [table(exam_head, tested, [36, 40, 20])]),
        *rest,
    ]


def _imprint(write: Writer, making: Making) -> Blocks:
    """Write who answers for a sheet, and from what it was made."""
    _, language = write.gettext, write.guide.language
    said = [making.imprint.said(part, language) for part in ("publisher", "licence", "funding")]
    if making.commit:
        said.append(f"{write.named(_('Version of the records'))}{making.commit}")
    lines = [paragraph(*write.text(". ".join(part for part in said if part)))] if any(said) else []
    disclaimer = making.imprint.said("disclaimer", language)
    return [*lines, *([paragraph(*write.text(disclaimer))] if disclaimer else [])]
