"""What is seen across all records: the evidence, what rests on what, and the state of the 16."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from imppulse.documents.charts.forest import forest_plots
from imppulse.documents.charts.gap_map import gap_maps
from imppulse.documents.charts.support_matrix import support_matrices
from imppulse.documents.wording import figure, level_words
from imppulse.evidence.strength import Showing
from imppulse.evidence.synthesis import assessment, by_indicator, gaps, showings
from imppulse.evidence.verdicts import Verdict
from imppulse.guide.completeness import Completeness, Part, completeness
from imppulse.press.data.claims import evidence_badge, leanings, verdict
from imppulse.press.data.index import term
from imppulse.press.data.nodes import Blocks, Inline, Node, node, paragraph, table
from imppulse.press.data.pictures import BELOW_HEAD, DENSE, ROOM, UNIT, picture
from imppulse.press.data.record import section
from imppulse.press.data.writer import Writer
from imppulse.records.experiment import Experiment
from imppulse.records.indicators import Indicator
from imppulse.records.principle import Principle
from imppulse.records.recommendation import Recommendation
from imppulse.records.training import Module
from imppulse.records.vocabulary import Kind


def totals(write: Writer) -> Node:
    """Count what all outcomes showed, the project's own apart from the published ones."""
    _, number = write.gettext, write.words.number
    counts = Counter(
        (shown.verdict, experiment.kind)
        for experiment in write.guide.experiments
        for shown in showings(experiment)
    )
    order = (Kind.PUBLISHED, Kind.MICRO_EXPERIMENT)
    head: list[Inline] = [[_("What it showed")]]
    head += [[write.label(kind)] for kind in order]
    rows: list[list[Inline]] = []
    for one in Verdict:
        counted: list[Inline] = [[number(counts[one, kind])] for kind in order]
        rows.append([[node("verdict", [write.label(one)], sign=one.value)], *counted])
    return table(head, rows, [32, 32, 32])


def gap_map(write: Writer) -> Blocks:
    """Draw where there is evidence, and where there is none."""
    drawings = gap_maps(gaps(write.guide), write.words, height=BELOW_HEAD / DENSE)
    return [picture(drawing, DENSE) for drawing in drawings]


def indicators(write: Writer) -> list[Node]:
    """Draw and list everything measured, by indicator, with null and adverse results."""
    return [_indicator(write, one, shown) for one, shown in by_indicator(write.guide).items()]


def traceability(write: Writer) -> list[Node]:
    """Draw and list every principle, recommendation and module with the records that it cites."""
    _, guide = write.gettext, write.guide
    kinds: list[tuple[str, str, str, Sequence[Principle | Recommendation | Module]]] = [
        (_("Principles"), _("Principle"), "principle", guide.principles),
        (_("Recommendations"), _("Recommendation"), "recommendation", guide.recommendations),
        (_("Training modules"), _("Module"), "module", guide.modules),
    ]
    sections = [
        section(title, [*_matrix(write, kind, claims), _table(write, column, claims)])
        for title, column, kind, claims in kinds
        if claims
    ]
    unused = [one for one in guide.experiments if not _is_cited(write, one)]
    if unused:
        items: list[Blocks] = [
            [paragraph(write.link(one), " (", *write.labels([one.kind, one.status]), ")")]
            for one in unused
        ]
        sections.append(section(_("Records that no claim draws on"), [node("ul", items=items)]))
    return sections


def reporting(write: Writer) -> Blocks:
    """List what is known of each micro-experiment, those of the same state in one row."""
    _ = write.gettext
    projects = write.guide.experiments_of(Kind.MICRO_EXPERIMENT)
    head: list[Inline] = [
        [_("Micro-experiment")],
        [_("Known")],
        [_("Missing for publication")],
    ]
    alike: dict[tuple[Part, ...], list[Completeness]] = {}
    for found in map(completeness, projects):
        alike.setdefault(found.known, []).append(found)
    rows = [_state(write, some) for some in alike.values()]
    return [paragraph(awaited(write)), table(head, rows, [40, 16, 40])] if rows else []


def awaited(write: Writer) -> str:
    """Count the micro-experiments whose city has not reported."""
    projects = write.guide.experiments_of(Kind.MICRO_EXPERIMENT)
    return write.ngettext(
        "%(n)s micro-experiment awaits the city’s report.",
        "%(n)s micro-experiments await the city’s report.",
        sum(one.awaited for one in projects),
    )


def _indicator(write: Writer, indicator: Indicator, shown: list[Showing]) -> Node:
    _ = write.gettext
    plots = forest_plots(
        indicator, shown, write.words, sources=write.guide.bibliography, height=ROOM / UNIT
    )
    head: list[Inline] = [[_("Record")], [_("What it showed")], [_("Design")]]
    better = write.label(indicator.better)
    return section(
        write.label(indicator),
        [
            node("meta", [term(write, indicator), f", {better}."], keep=True),
            *(picture(plot.drawing) for plot in plots),
            table(head, [_shown(write, one) for one in shown], [40, 40, 16]),
        ],
    )


def _shown(write: Writer, shown: Showing) -> list[Inline]:
    """Write one outcome under its indicator."""
    experiment, outcome = shown.experiment, shown.outcome
    axes = write.labels(experiment.axes)
    record: Inline = [
        write.link(experiment),
        node("br"),
        node("soft", [f"{write.label(experiment.kind)} · ", *axes]),
    ]
    whom = f" · {write.label(outcome.respondents)}"
    result: Inline = [
        verdict(write, shown),
        node("br"),
        *write.text(figure(outcome, write.words)),
        node("br"),
        node("soft", [*write.text(outcome.label), whom]),
    ]
    return [record, result, [level_words(shown.level, write.words)]]


def _matrix(
    write: Writer, kind: str, claims: Sequence[Principle | Recommendation | Module]
) -> Blocks:
    name = f"matrix-{kind}"
    drawings = support_matrices(
        claims, write.guide.experiments, write.words, name=name, height=ROOM / DENSE
    )
    return [picture(drawing, DENSE) for drawing in drawings]


def _table(
    write: Writer, column: str, claims: Sequence[Principle | Recommendation | Module]
) -> Node:
    """List claims with the records that they cite, and with what they go."""
    _ = write.gettext
    rows = []
    for number, claim in enumerate(claims, 1):
        mark = evidence_badge(write, assessment(write.guide, claim))
        first: Inline = [
            f"{number}. ",
            write.link(claim),
            node("br"),
            node("badge", [mark["text"]], tone=mark["tone"]),
        ]
        rows.append(
            [
                first,
                leanings(write, claim),
                write.links(write.guide.references.related(write.guide.ref(claim))),
            ]
        )
    return table([[column], [_("Records")], [_("Goes with")]], rows, [30, 40, 26])


def _is_cited(write: Writer, experiment: Experiment) -> bool:
    """Tell whether a principle or recommendation draws on a record."""
    ref, references = write.guide.ref(experiment), write.guide.references
    return any(references.made_to(ref, kind) for kind in ("principle", "recommendation"))


def _state(write: Writer, alike: list[Completeness]) -> list[Inline]:
    """Write what there is of micro-experiments of which the same is known."""
    _, number, found = write.gettext, write.words.number, alike[0]
    all_ = len(found.known) + len(found.missing)
    record: Inline = []
    for one in alike:
        record += [*([node("br")] if record else []), write.link(one.experiment), " "]
        record += [node("soft", [write.label(one.experiment.status)])]
    done = _("%(done)s of %(all)s parts") % {
        "done": number(len(found.known)),
        "all": number(all_),
    }
    missing: Inline = [_("Nothing is missing")]
    if found.missing:
        missing = write.labels(found.missing)
    return [record, [done], missing]
