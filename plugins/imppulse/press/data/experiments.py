"""Experiments: the project's own and published evaluations, told apart wherever they stand."""

from __future__ import annotations

from imppulse.guide.references import Ref
from imppulse.guide.wording import figure
from imppulse.press.data.nodes import Blocks, Inline, Node, node, paragraph, table
from imppulse.press.data.writer import Writer, anchor, badge, fact, section
from imppulse.records.evaluation import Evaluation
from imppulse.records.experiment import Experiment
from imppulse.records.outcome import Outcome
from imppulse.records.vocabulary import Kind, Status


def experiment(write: Writer, record: Experiment, level: int) -> Node:
    """Write an experiment. One that awaits its report is short, and printed so."""
    _ = write.gettext
    ref = write.guide.ref(record)
    compact = _is_short(record)
    own = record.kind is Kind.MICRO_EXPERIMENT
    return {
        "kind": "micro-experiment" if own else "published",
        "anchor": anchor(ref),
        "level": level,
        "kicker": write.label(record.kind),
        "title": write.text(record.title),
        "badges": [badge(write.label(record.status), "dashed" if _awaited(record) else "plain")],
        "lead": write.text(record.summary),
        "notices": write.translation(record),
        "facts": [
            *_facts(write, record),
            *(_users(write, ref) if compact else []),
            *write.state(record),
            *(fact(_("Sources"), write.citations(record)) if compact else []),
        ],
        "body": [],
        "sections": [] if compact else _sections(write, record, ref, level + 1),
        "compact": compact,
    }


def place(write: Writer, record: Experiment) -> Inline:
    """Write where an experiment takes place, a country by its name alone."""
    named = write.text(record.place.name)
    country = write.words.country(record.place.country) if record.place.country else None
    return named if country in (None, record.place.name) else [*named, f", {country}"]


def _is_short(record: Experiment) -> bool:
    """Tell a record that says nothing yet beyond its summary and facts."""
    told = any((*record.story.model_dump().values(), record.evaluation))
    learned = record.strengths or record.difficulties or record.lessons or record.transfer
    return _awaited(record) and not told and not learned


def _sections(write: Writer, record: Experiment, ref: Ref, level: int) -> list[Node]:
    """Write all that follows the facts of a record."""
    _ = write.gettext
    users = _users(write, ref)
    return [
        *_story(write, record, level),
        *(_evaluation(write, record, record.evaluation, level) if record.evaluation else []),
        *_experience(write, record),
        *([section(_("Who draws on this record"), [node("facts", items=users)])] if users else []),
        *write.sources(record),
    ]


def _awaited(record: Experiment) -> bool:
    return record.status is Status.AWAITING_REPORT


def _facts(write: Writer, record: Experiment) -> list[Node]:
    """Write the facts at the head of a record."""
    _ = write.gettext
    population = record.place.population
    count = f"{write.words.number(population.count)} ({population.year})" if population else None
    period = record.period
    return [
        *fact(_("Place"), place(write, record)),
        *fact(
            _("Population"),
            [count, " ", *write.citation(population.source)] if population and count else None,
        ),
        *fact(_("Axis"), write.labels(record.axes)),
        *fact(_("Period"), write.period(period.start, period.end) if period else None),
        *fact(_("Police"), _police(write, record)),
        *fact(_("Partners"), write.texts(record.police.partners)),
        *fact(_("Estrangement factors"), write.labels(record.factors)),
        *fact(_("For, in the population"), write.texts(record.targets.population)),
        *fact(_("For, in the police"), write.texts(record.targets.police)),
        *_resources(write, record),
    ]


def _police(write: Writer, record: Experiment) -> Inline:
    forces = write.texts(record.police.forces)
    if not record.police.system:
        return forces
    label = write.label(record.police.system)
    return [f"{label}: ", *forces] if forces else [label]


def _resources(write: Writer, record: Experiment) -> list[Node]:
    """Write what an experiment takes, and its licence."""
    _ = write.gettext
    resources, words = record.resources, write.words
    funders = [
        [
            *write.text(one.name),
            *([f": {words.euro(one.amount)}"] if one.amount is not None else []),
        ]
        for one in resources.funding
    ]
    return [
        *fact(_("Budget"), words.euro(resources.budget) if resources.budget is not None else None),
        *fact(_("Funded by"), write.listed(funders)),
        *fact(_("Staff days"), _count(write, resources.staff_days)),
        *fact(_("Participants"), _count(write, resources.participants)),
        *fact(_("On resources"), write.text(resources.note) if resources.note else None),
        *fact(_("Licence"), write.text(record.licence) if record.licence else None),
    ]


def _count(write: Writer, value: int | None) -> str | None:
    return None if value is None else write.words.number(value)


def _story(write: Writer, record: Experiment, level: int) -> list[Node]:
    """Write what happened, along the 5Is."""
    _ = write.gettext
    story = record.story
    parts = [
        (_("What was known of the problem"), story.intelligence),
        (_("What was done"), story.intervention),
        (_("How it was put into practice"), story.implementation),
        (_("Who took part"), story.involvement),
        (_("What came of it"), story.impact),
    ]
    return [section(title, write.prose(text, record, level)) for title, text in parts if text]


def _evaluation(
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
        section(_("What was measured"), [_outcomes(write, evaluation.outcomes)], subsections),
    ]


def _evaluation_facts(write: Writer, evaluation: Evaluation) -> list[Node]:
    _ = write.gettext
    samples = [
        [
            *write.text(one.who),
            *([f" (n = {write.words.number(one.n)})"] if one.n is not None else []),
        ]
        for one in evaluation.samples
    ]
    when = write.period(evaluation.start, evaluation.end) if evaluation.start else None
    return [
        *fact(_("Design"), write.label(evaluation.design)),
        *fact(_("Evaluator"), write.label(evaluation.evaluator)),
        *fact(_("Evaluated"), when),
        *fact(_("Instruments"), write.texts(evaluation.instruments)),
        *fact(_("Sample"), write.listed(samples)),
    ]


def _outcomes(write: Writer, outcomes: list[Outcome]) -> Node:
    """Write what was measured, each figure with its source."""
    _ = write.gettext
    head: list[Inline] = [[_("Outcome")], [_("Measured in")], [_("As the source reports it")]]
    return table(head, [_outcome(write, one) for one in outcomes], [36, 15, 43])


def _outcome(write: Writer, outcome: Outcome) -> list[Inline]:
    indicator = f"{write.label(outcome.indicator)} ({write.label(outcome.indicator.better)})"
    reported: Inline = [node("b", write.text(figure(outcome, write.words)))]
    if outcome.finding:
        reported += [node("br"), *write.text(outcome.finding)]
    where = write.text(f"{outcome.where} ") if outcome.where else []
    reported += [node("br"), node("soft", [*where, *write.citation(outcome.source)])]
    return [
        [node("b", write.text(outcome.label)), node("br"), node("soft", [indicator])],
        [write.label(outcome.respondents)],
        reported,
    ]


def _ratings(write: Writer, evaluation: Evaluation) -> Blocks:
    _ = write.gettext
    rows: list[list[Inline]] = [
        [[write.label(one.criterion)], [str(one.score)], write.text(one.reason)]
        for one in evaluation.ratings
    ]
    head: list[Inline] = [[_("Criterion")], [_("Rating, 0 to 4")], [_("Reason")]]
    return [table(head, rows, [20, 12, 62])] if rows else []


def _experience(write: Writer, record: Experiment) -> list[Node]:
    """Write what those who ran it have learned."""
    _ = write.gettext
    parts = [
        (_("Strengths"), record.strengths),
        (_("Difficulties"), record.difficulties),
        (_("Lessons"), record.lessons),
        (_("Conditions for transfer"), record.transfer),
    ]
    return [section(title, [write.bullets(items)]) for title, items in parts if items]


def _users(write: Writer, ref: Ref) -> list[Node]:
    """Write which claims and modules draw on a record."""
    _ = write.gettext
    users = [
        (_("Principles"), "principle"),
        (_("Recommendations"), "recommendation"),
        (_("Training modules"), "module"),
    ]
    return [
        one
        for name, kind in users
        for one in fact(
            name, write.links(found.origin for found in write.guide.references.made_to(ref, kind))
        )
    ]
