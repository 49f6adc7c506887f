"""Principles and recommendations, and what stands behind them."""

from __future__ import annotations

from imppulse.guide.references import Ref, outcome_of
from imppulse.guide.wording import figure
from imppulse.press.data.nodes import Blocks, Inline, Node, node, paragraph, table
from imppulse.press.data.writer import Writer, anchor, badge, fact, section
from imppulse.records.experiment import Experiment
from imppulse.records.principle import Principle
from imppulse.records.recommendation import Recommendation
from imppulse.records.support import SetAside, Support
from imppulse.records.vocabulary import Relation

_TONES = {Relation.SUPPORTS: "filled", Relation.QUALIFIES: "plain", Relation.CONTRADICTS: "dashed"}


def principle(write: Writer, record: Principle, level: int, number: int) -> Node:
    """Write a principle."""
    _ = write.gettext
    ref = write.guide.ref(record)
    goes_with = [
        *fact(_("Recommendations"), _origins(write, ref, "recommendation")),
        *fact(_("Training modules"), _origins(write, ref, "module")),
    ]
    return {
        "kind": "principle",
        "anchor": anchor(ref),
        "number": number,
        "level": level,
        "kicker": f"{_('Principle')} {number}",
        "title": write.text(record.title),
        "badges": [badge(write.label(record.nature), "filled"), badge(write.label(record.phase))],
        "lead": write.text(record.summary),
        "notices": write.notices(record),
        "facts": [],
        "body": write.prose(record.body, record, level),
        "sections": [
            _evidence(write, _("Records behind this principle"), record),
            *([section(_("Goes with"), [node("facts", items=goes_with)])] if goes_with else []),
            *write.sources(record),
        ],
    }


def recommendation(write: Writer, record: Recommendation, level: int, number: int) -> Node:
    """Write a recommendation."""
    _ = write.gettext
    ref = write.guide.ref(record)
    signs = [f"{write.label(one)} ({write.label(one.better)})" for one in record.indicators]
    goes_with = [
        *fact(_("Principles"), _targets(write, ref, "principle")),
        *fact(_("Training modules"), _targets(write, ref, "module")),
    ]
    return {
        "kind": "recommendation",
        "anchor": anchor(ref),
        "number": number,
        "level": level,
        "kicker": f"{_('Recommendation')} {number}",
        "title": write.text(record.title),
        "badges": [badge(write.label(record.audience), "filled")],
        "lead": write.text(record.statement),
        "notices": write.notices(record),
        "facts": [
            *fact(_("Who acts"), write.texts(record.who_acts)),
            *fact(_("Time frame"), write.text(record.time_frame)),
            *fact(_("Cost"), write.label(record.cost)),
        ],
        "body": [],
        "sections": [
            section(_("Why"), write.prose(record.rationale, record, level + 1)),
            section(_("First steps"), [write.steps(record.first_steps)]),
            section(_("How to tell whether it works"), [write.bullets(signs)]),
            _evidence(write, _("Records behind this recommendation"), record),
            *([section(_("Goes with"), [node("facts", items=goes_with)])] if goes_with else []),
            *write.sources(record),
        ],
    }


def evidence(write: Writer, supports: list[Support]) -> Blocks:
    """Write the records that a claim leans on, with what each of them measured."""
    _ = write.gettext
    rows = [row for support in supports if (row := _support(write, support))]
    if not rows:
        return [paragraph(*write.text(_("No record supports this yet: it is untested.")))]
    return [table([[_("Record")], [_("What it measured")], [_("Relation")]], rows, [34, 44, 16])]


def _evidence(write: Writer, title: str, record: Principle | Recommendation) -> Node:
    """Write the section on evidence, with the records that were set aside."""
    _ = write.gettext
    aside = [item for one in record.set_aside if (item := _set_aside(write, one))]
    below = [section(_("Records set aside, and why"), [node("ul", items=aside)])] if aside else []
    return section(title, evidence(write, record.supports), below)


def _support(write: Writer, support: Support) -> list[Inline]:
    """Write one row of evidence."""
    _ = write.gettext
    experiment = write.guide.records.get(Ref("experiment", support.record))
    if not isinstance(experiment, Experiment):
        return []
    outcome = outcome_of(experiment, support.outcome)
    measured: Inline = [_("The record as a whole")]
    if outcome:
        measured = [
            node("b", write.text(outcome.label)),
            node("br"),
            *write.text(figure(outcome, write.words)),
        ]
    if support.because:
        measured += [node("br"), *write.text(support.because)]
    return [
        [write.link(experiment), node("br"), node("soft", [write.label(experiment.kind)])],
        measured,
        [node("badge", [write.label(support.relation)], tone=_TONES[support.relation])],
    ]


def _set_aside(write: Writer, aside: SetAside) -> Blocks:
    """Write why a record on the same question does not bear on a claim."""
    experiment = write.guide.records.get(Ref("experiment", aside.record))
    if not isinstance(experiment, Experiment):
        return []
    return [paragraph(write.link(experiment), ": ", *write.text(aside.because))]


def _origins(write: Writer, ref: Ref, kind: str) -> Inline:
    return write.links(one.origin for one in write.guide.references.made_to(ref, kind))


def _targets(write: Writer, ref: Ref, kind: str) -> Inline:
    return write.links(one.target for one in write.guide.references.made_by(ref, kind))
