"""Principles and recommendations, how strong they are, and what stands behind them."""

from __future__ import annotations

from imppulse.documents.charts.badge import strength_badge
from imppulse.documents.wording import figure, level_words, strength_reason
from imppulse.evidence.strength import Assessment, Showing, Strength, showing
from imppulse.evidence.synthesis import assessment
from imppulse.guide.citations import Leaning, citations
from imppulse.guide.references import Ref
from imppulse.press.data.index import term
from imppulse.press.data.nodes import Blocks, Inline, Node, node, paragraph, table
from imppulse.press.data.pictures import told
from imppulse.press.data.record import badge, fact, named_sources, notices, section
from imppulse.press.data.writer import Writer, anchor
from imppulse.records.experiment import Experiment
from imppulse.records.principle import Principle
from imppulse.records.recommendation import Recommendation
from imppulse.records.support import SetAside, Support
from imppulse.records.training import Module
from imppulse.records.vocabulary import Relation

TONES = {Relation.SUPPORTS: "filled", Relation.QUALIFIES: "plain", Relation.CONTRADICTS: "faint"}
_SOLID = (Strength.STRONG, Strength.MODERATE)


def principle(write: Writer, record: Principle, level: int, number: int) -> Node:
    """Write a principle."""
    _ = write.gettext
    ref = write.guide.ref(record)
    goes_with = [
        *fact(_("Recommendations"), _origins(write, ref, "recommendation")),
        *fact(_("Training modules"), _origins(write, ref, "module")),
    ]
    found = assessment(write.guide, record)
    return {
        "kind": "principle",
        "anchor": anchor(ref),
        "number": number,
        "level": level,
        "kicker": f"{_('Principle')} {number}",
        "title": write.text(record.title),
        "badges": [
            badge(write.label(record.nature), "filled"),
            badge(write.label(record.phase)),
            evidence_badge(write, found),
        ],
        "lead": write.text(record.summary),
        "notices": notices(write, record),
        "facts": [],
        "body": write.prose(record.body, record, level),
        "sections": [
            _evidence(write, _("Records behind this principle"), record),
            *([section(_("Goes with"), [node("facts", items=goes_with)])] if goes_with else []),
        ],
        "sources": named_sources(write, record),
    }


def recommendation(write: Writer, record: Recommendation, level: int, number: int) -> Node:
    """Write a recommendation."""
    _ = write.gettext
    ref = write.guide.ref(record)
    signs: list[Blocks] = [
        [paragraph(term(write, one), f" ({write.label(one.better)})")] for one in record.indicators
    ]
    goes_with = [
        *fact(_("Principles"), _targets(write, ref, "principle")),
        *fact(_("Training modules"), _targets(write, ref, "module")),
    ]
    found = assessment(write.guide, record)
    return {
        "kind": "recommendation",
        "anchor": anchor(ref),
        "number": number,
        "level": level,
        "kicker": f"{_('Recommendation')} {number}",
        "title": write.text(record.title),
        "badges": [badge(write.label(record.audience), "filled"), evidence_badge(write, found)],
        "lead": write.text(record.statement),
        "notices": notices(write, record),
        "facts": [
            *fact(_("Who acts"), write.texts(record.who_acts)),
            *fact(_("Time frame"), write.text(record.time_frame)),
            *fact(_("Cost"), write.label(record.cost)),
        ],
        "body": [],
        "sections": [
            section(_("Why"), write.prose(record.rationale, record, level + 1)),
            section(_("First steps"), [write.steps(record.first_steps)]),
            section(_("How to tell whether it works"), [node("ul", items=signs)]),
            _evidence(write, _("Records behind this recommendation"), record),
            *([section(_("Goes with"), [node("facts", items=goes_with)])] if goes_with else []),
        ],
        "sources": named_sources(write, record),
    }


def evidence(write: Writer, record: Principle | Recommendation | Module) -> Blocks:
    """Write how strong a claim is and why, then what each record that it cites has shown."""
    _ = write.gettext
    found = strength(write, assessment(write.guide, record))
    rows = [row for support in record.supports if (row := _support(write, support))]
    head: list[Inline] = [[_("Record")], [_("What it measured")], [_("What it showed")]]
    return [found, *([table(head, rows, [33, 36, 27], reach=True)] if rows else [])]


def strength(write: Writer, found: Assessment) -> Node:
    """Write the strength of a claim: the badge of the site, and the reason."""
    drawing = strength_badge(found.strength, write.words, name="press")
    return node(
        "strength",
        write.text(strength_reason(found, write.words)),
        name=[write.gettext("Strength of the evidence")],
        svg=drawing.svg,
        alt=told(drawing),
    )


def evidence_badge(write: Writer, found: Assessment) -> Node:
    """Write the strength of a claim as a badge at its head."""
    label = f"{write.named(write.gettext('Evidence'))}{write.label(found.strength)}"
    return badge(label, "filled" if found.strength in _SOLID else "faint")


def verdict(write: Writer, shown: Showing) -> Node:
    """Write what an outcome shows, with its sign."""
    return node("verdict", [write.label(shown.verdict)], sign=shown.verdict.value)


def leanings(write: Writer, claim: Principle | Recommendation | Module) -> Inline:
    """Write the records that a claim cites, by kind and relation, with the outcomes leaned on."""
    written: Inline = []
    for group in citations(write.guide, claim):
        said = write.named(f"{write.label(group.kind)}, {write.label(group.relation).lower()}")
        written += [node("br")] if written else []
        written += [node("b", write.text(said.rstrip())), " "]
        written += write.listed([_leaning(write, one) for one in group.leanings])
    return written


def _leaning(write: Writer, one: Leaning) -> Inline:
    named = write.texts(outcome.label for outcome in one.outcomes)
    beside: Inline = [" ", node("soft", ["(", *named, ")"])] if named else []
    return [write.link(one.experiment), *beside]


def _evidence(write: Writer, title: str, record: Principle | Recommendation) -> Node:
    """Write the section on evidence, with the records that were set aside."""
    _ = write.gettext
    aside = [item for one in record.set_aside if (item := _set_aside(write, one))]
    below = [section(_("Records set aside, and why"), [node("ul", items=aside)])] if aside else []
    return section(title, evidence(write, record), below)


def _support(write: Writer, support: Support) -> list[Inline]:
    """Write one row of evidence."""
    _ = write.gettext
    experiment = write.guide.records.get(Ref("experiment", support.record))
    if not isinstance(experiment, Experiment):
        return []
    shown = showing(experiment, support.outcome)
    measured: Inline = [node("soft", [_("The record as a whole, which is not counted")])]
    result: Inline = []
    if shown:
        measured = [
            node("b", write.text(shown.outcome.label)),
            node("br"),
            node("soft", [write.label(shown.outcome.respondents)]),
        ]
        result = [
            verdict(write, shown),
            node("br"),
            *write.text(figure(shown.outcome, write.words)),
            node("br"),
            node("soft", [level_words(shown.level, write.words)]),
        ]
    if support.because:
        measured += [node("br"), *write.text(support.because)]
    record: Inline = [
        node("badge", [write.label(support.relation)], tone=TONES[support.relation]),
        node("br"),
        write.link(experiment),
        node("br"),
        node("soft", [write.label(experiment.kind)]),
    ]
    return [record, measured, result]


def _set_aside(write: Writer, aside: SetAside) -> Blocks:
    """Write why a record on the same question does not bear on a claim."""
    experiment = write.guide.records.get(Ref("experiment", aside.record))
    if not isinstance(experiment, Experiment):
        return []
    return [paragraph(write.link(experiment), write.named(""), *write.text(aside.because))]


def _origins(write: Writer, ref: Ref, kind: str) -> Inline:
    return write.links(one.origin for one in write.guide.references.made_to(ref, kind))


def _targets(write: Writer, ref: Ref, kind: str) -> Inline:
    return write.links(one.target for one in write.guide.references.made_by(ref, kind))
