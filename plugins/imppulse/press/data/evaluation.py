"""Evaluations: how an experiment was judged, what each outcome shows, and what remains unknown."""

from __future__ import annotations

from imppulse.documents.wording import figure, level_words
from imppulse.documents.wording import period as period_words
from imppulse.evidence.design_levels import level_of
from imppulse.evidence.strength import Showing
from imppulse.evidence.synthesis import showings
from imppulse.evidence.verdicts import ground_of
from imppulse.press.data.claims import verdict
from imppulse.press.data.index import term
from imppulse.press.data.nodes import Blocks, Inline, Node, node, paragraph, table
from imppulse.press.data.record import fact, section
from imppulse.press.data.writer import Writer
from imppulse.records.evaluation import Evaluation
from imppulse.records.experiment import Experiment


def evaluation_of(
    write: Writer, record: Experiment, evaluation: Evaluation, level: int
) -> list[Node]:
    """Write how an experiment was judged, and what came out."""
    _ = write.gettext
    below = [
        (_("Unintended effects and harms"), write.prose(evaluation.unintended, record, level + 1)),
        (_("What the evaluation cannot tell"), write.prose(evaluation.limits, record, level + 1)),
        (_("Judgement by criterion"), _ratings(write, evaluation)),
    ]
    subsections = [section(title, blocks) for title, blocks in below if blocks]
    how = [
        paragraph(*write.text(evaluation.description)),
        node("facts", items=_evaluation_facts(write, evaluation)),
    ]
    if not evaluation.outcomes:
        return [section(_("How it was evaluated"), how, subsections)]
    return [
        section(_("How it was evaluated"), how),
        section(_("What was measured"), [_outcomes(write, record)], subsections),
    ]


def design(write: Writer, evaluation: Evaluation) -> Inline:
    """Write a design with its level."""
    level = level_words(level_of(evaluation.design), write.words)
    return [term(write, evaluation.design), f" ({level})"]


def _evaluation_facts(write: Writer, evaluation: Evaluation) -> list[Node]:
    _ = write.gettext
    samples = [
        [
            *write.text(one.who),
            *(write.text(f" (n = {write.words.number(one.n)})") if one.n is not None else []),
        ]
        for one in evaluation.samples
    ]
    when = period_words(evaluation.start, evaluation.end, write.words) if evaluation.start else None
    return [
        *fact(_("Design"), design(write, evaluation)),
        *fact(_("Evaluator"), write.label(evaluation.evaluator)),
        *fact(_("Evaluated"), when),
        *fact(_("Instruments"), write.texts(evaluation.instruments)),
        *fact(_("Sample"), write.listed(samples)),
    ]


def _outcomes(write: Writer, record: Experiment) -> Node:
    """Write what was measured, each figure with its verdict and its source."""
    _ = write.gettext
    head: list[Inline] = [[_("Outcome")], [_("Verdict")], [_("As the source reports it")]]
    return table(head, [_outcome(write, one) for one in showings(record)], [36, 18, 42])


def _outcome(write: Writer, shown: Showing) -> list[Inline]:
    _, outcome = write.gettext, shown.outcome
    better = f" ({write.label(outcome.indicator.better)})"
    whom = f"{write.named(_('Measured in'))}{write.label(outcome.respondents)}"
    reported: Inline = [node("b", write.text(figure(outcome, write.words)))]
    if outcome.finding:
        reported += [node("br"), *write.text(outcome.finding)]
    where: Inline = [*write.text(outcome.where), " "] if outcome.where else []
    reported += [node("br"), node("soft", [*where, *write.citation(outcome.source)])]
    measured: Inline = [
        node("b", write.text(outcome.label)),
        node("br"),
        node("soft", [term(write, outcome.indicator), better]),
        node("br"),
        node("soft", write.text(whom)),
    ]
    judged: Inline = [
        verdict(write, shown),
        node("br"),
        node("soft", [write.label(ground_of(outcome))]),
    ]
    return [measured, judged, reported]


def _ratings(write: Writer, evaluation: Evaluation) -> Blocks:
    _ = write.gettext
    rows: list[list[Inline]] = [
        [[write.label(one.criterion)], [str(one.score)], write.text(one.reason)]
        for one in evaluation.ratings
    ]
    head: list[Inline] = [[_("Criterion")], [_("Rating, 0 to 4")], [_("Reason")]]
    return [table(head, rows, [20, 12, 62])] if rows else []
