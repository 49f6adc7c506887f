"""Sheets: one record on two pages, whole in itself, for those who will read nothing else."""

from __future__ import annotations

from collections import Counter

from imppulse.documents.wording import figure, level_words, outcome_numbers
from imppulse.evidence.design_levels import level_of
from imppulse.evidence.strength import showing
from imppulse.evidence.synthesis import assessment, showings
from imppulse.evidence.verdicts import Verdict
from imppulse.guide.alignment import exams, steps
from imppulse.guide.assembly import Guide
from imppulse.guide.references import Ref
from imppulse.press.build_info import BuildInfo
from imppulse.press.data.claims import principle, recommendation, strength, verdict
from imppulse.press.data.evaluation import design
from imppulse.press.data.experiments import experiment
from imppulse.press.data.nodes import Blocks, Inline, Node, node, paragraph, table
from imppulse.press.data.pathways import pathway
from imppulse.press.data.record import notices_alone, section
from imppulse.press.data.sources import sources
from imppulse.press.data.training import framework, module
from imppulse.press.data.writer import Writer
from imppulse.records.experiment import Experiment
from imppulse.records.principle import Principle
from imppulse.records.recommendation import Recommendation
from imppulse.records.record import Record
from imppulse.records.text import Text
from imppulse.records.training import Framework, Module, Pathway
from imppulse.records.vocabulary import Kind, ReviewState

KINDS = (Experiment, Recommendation, Principle, Module, Pathway, Framework)
"""The records that have a sheet, those first that are asked for most."""
_LONGEST_TITLE = 900


def sheet(guide: Guide, build_info: BuildInfo, ref: Ref) -> Node:
    """Return what the sheet of a record prints."""
    record = guide.records[ref]
    write = Writer(guide, frozenset({ref}))
    _ = write.gettext
    entries = sources(write)
    return {
        "top": [],
        **_content(write, record),
        "notices": [*notices_alone(write, record), *_caveats(write, record)],
        "language": guide.language,
        "printer": build_info.for_printer,
        "project": "IMPPULSE",
        "subtitle": _("European good-practice guide"),
        "document": str(record.title)[:_LONGEST_TITLE],
        "author": _("Editors of the IMPPULSE guide"),
        "draft": write.label(ReviewState.DRAFT) if record.review.pending else "",
        "date": write.words.date(build_info.made),
        "commit": build_info.commit or "",
        "words": {"page": _("p. %(page)s"), "sources": _("Sources")},
        "imprint": _imprint(write, build_info),
        "entries": [{**entry, "cited": []} for entry in entries],
    }


def _content(write: Writer, record: Record) -> Node:
    """Write a record under a heading of the first level, and above all what it showed."""
    match record:
        case Experiment():
            return _experiment(write, record)
        case Principle():
            number = write.guide.principles.index(record) + 1
            return _claim(write, record, principle(write, record, 1, number))
        case Recommendation():
            number = write.guide.recommendations.index(record) + 1
            return _claim(write, record, recommendation(write, record, 1, number))
        case Module():
            written = {**module(write, record, 1), "sections": _course(write, record)}
            return _claim(write, record, written)
        case Pathway():
            return pathway(write, record, 1)
        case Framework():
            return framework(write, record, 1)
        case _:
            message = f"no sheet is made of '{type(record).__name__}'"
            raise TypeError(message)


def _claim(write: Writer, record: Principle | Recommendation | Module, written: Node) -> Node:
    """Put how sure one can be of a claim at its head."""
    sure = strength(write, assessment(write.guide, record))
    sections = [
        {**one, "blocks": [block for block in one["blocks"] if block["n"] != "strength"]}
        for one in written["sections"]
    ]
    return {**written, "sections": sections, "top": [sure]}


def _experiment(write: Writer, record: Experiment) -> Node:
    """Write an experiment, and in a line what came of it and how sure one can be."""
    _ = write.gettext
    written = experiment(write, record, 1)
    counts = Counter(shown.verdict for shown in showings(record))
    strip: Inline = [
        part
        for one in Verdict
        if counts[one]
        for part in (
            node("verdict", [f"{write.named(write.label(one))}{counts[one]}"], sign=one.value),
            "  ",
        )
    ]
    sure = [node("soft", design(write, record.evaluation))] if record.evaluation else []
    top = [node("labelled", [*strip, *sure], name=[_("What it showed")])] if strip else []
    listed_below = [_("Sources")]
    facts = [one for one in written["facts"] if one["name"] != listed_below]
    return {**written, "top": top, "facts": facts}


def _caveats(write: Writer, record: Record) -> list[Inline]:
    """Write what an experiment must not be taken for."""
    if not isinstance(record, Experiment):
        return []
    _ = write.gettext
    said: list[Inline] = []
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
            "as the city sends its record, it will stand in the guide."
        )
        said.append([node("b", [f"{write.label(record.status)}. "]), *write.text(message)])
    return said


def _course(write: Writer, record: Module) -> list[Node]:
    """Write a module in short: its activities, assessments and records as tables."""
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
            _lines(write, exam.assessment.criteria),
            [outcome_numbers(record, exam.assessment.outcomes)],
        ]
        for exam in exams(record)
    ]
    # The tables below say how it fits, and what its records showed.
    outcomes, _activities, _assessment, _fit, behind, *rest = whole
    return [
        outcomes,
        section(_("Activities"), [table(head, rows, [40, 22, 14, 20])]),
        section(_("Assessment"), [table(exam_head, tested, [36, 40, 20])]),
        {**behind, "blocks": _behind(write, record)},
        *rest,
    ]


def _lines(write: Writer, passages: list[Text]) -> Inline:
    """Write whole sentences in a cell, a line each."""
    written: Inline = []
    for passage in passages:
        written += [*([node("br")] if written else []), *write.text(passage)]
    return written


def _behind(write: Writer, record: Module) -> Blocks:
    """Write the records behind a module in short: a row for each, with all that it showed."""
    _ = write.gettext
    head: list[Inline] = [[_("Record")], [_("What it showed")]]
    rows: list[list[Inline]] = []
    for id_ in dict.fromkeys(support.record for support in record.supports):
        experiment = write.guide.records.get(Ref("experiment", id_))
        if isinstance(experiment, Experiment):
            outcomes = [one.outcome for one in record.supports if one.record == id_]
            named: Inline = [
                write.link(experiment),
                node("br"),
                node("soft", [_kind(write, experiment)]),
            ]
            rows.append([named, _showed(write, experiment, outcomes)])
    return [table(head, rows, [38, 58])] if rows else []


def _kind(write: Writer, record: Experiment) -> str:
    """Write what kind a record is of, and how sure its design lets it be."""
    label, evaluation = write.label(record.kind), record.evaluation
    if evaluation is None:
        return label
    return f"{label} · {level_words(level_of(evaluation.design), write.words)}"


def _showed(write: Writer, record: Experiment, outcomes: list[str | None]) -> Inline:
    """Write what the outcomes of a record that are leaned on showed, a line each."""
    found = [shown for one in outcomes if (shown := showing(record, one))]
    written: Inline = []
    for shown in found:
        written += [node("br")] if written else []
        written += [verdict(write, shown), " ", *write.text(shown.outcome.label), " "]
        written += [node("soft", write.text(figure(shown.outcome, write.words)))]
    return written or [write.gettext("The record as a whole, which is not counted")]


def _imprint(write: Writer, build_info: BuildInfo) -> Blocks:
    """Write who answers for a sheet, where to read more, and whom to ask."""
    _, language = write.gettext, write.guide.language

    def said(part: str) -> Inline:
        return write.text(build_info.imprint.said(part, language))

    named = [
        (_("Read more"), said("website")),
        (_("Contact"), said("contact")),
        (_("Published by"), said("publisher")),
        (_("Licence"), said("licence")),
        (_("Funded by"), said("funding")),
    ]
    lines = [node("labelled", value, name=[name]) for name, value in named if value]
    disclaimer = said("disclaimer")
    return [*lines, *([paragraph(*disclaimer)] if disclaimer else [])]
