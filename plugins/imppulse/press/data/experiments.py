"""Experiments: the project's own and published evaluations, told apart wherever they stand."""

from __future__ import annotations

from imppulse.documents.wording import period as period_words
from imppulse.guide.references import Ref
from imppulse.press.data.evaluation import design, evaluation_of
from imppulse.press.data.index import place, terms
from imppulse.press.data.nodes import Inline, Node, node
from imppulse.press.data.record import (
    badge,
    citations,
    fact,
    named_sources,
    notices,
    review,
    section,
    translation,
)
from imppulse.press.data.writer import Writer, anchor
from imppulse.records.experiment import Experiment
from imppulse.records.vocabulary import Kind


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
        "badges": [
            *([badge(write.label(record.review.state), "faint")] if compact else []),
            badge(write.label(record.status), "faint" if record.awaited else "plain"),
        ],
        "lead": write.text(record.summary),
        "notices": translation(write, record) if compact else notices(write, record),
        "facts": [
            *_facts(write, record),
            *(_users(write, ref) if compact else []),
            *(fact(_("Sources"), citations(write, record)) if compact else []),
        ],
        "body": [],
        "sections": [] if compact else _sections(write, record, ref, level + 1),
        "sources": [] if compact else named_sources(write, record),
        "compact": compact,
    }


def brief(write: Writer, record: Experiment, level: int) -> Node:
    """Write an experiment in brief, for an edition that leans on it without being about it."""
    _, evaluation = write.gettext, record.evaluation
    found = experiment(write, record, level)
    return {
        **found,
        "notices": translation(write, record),
        "facts": [
            *fact(_("Place"), place(write, record)),
            *fact(_("Design"), design(write, evaluation) if evaluation else None),
            *fact(_("State of this record"), review(write, record)),
            *fact(_("Sources"), citations(write, record)),
        ],
        "sections": [],
        "sources": [],
        "compact": True,
    }


def _is_short(record: Experiment) -> bool:
    """Tell a record that says nothing yet beyond its summary and facts."""
    told = any((*record.story.model_dump().values(), record.evaluation))
    learned = record.strengths or record.difficulties or record.lessons or record.transfer
    return record.awaited and not told and not learned


def _sections(write: Writer, record: Experiment, ref: Ref, level: int) -> list[Node]:
    """Write all that follows the facts of a record."""
    _ = write.gettext
    users = _users(write, ref)
    return [
        *_story(write, record, level),
        *(evaluation_of(write, record, record.evaluation, level) if record.evaluation else []),
        *_experience(write, record),
        *([section(_("Who draws on this record"), [node("facts", items=users)])] if users else []),
    ]


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
        *fact(_("Period"), period_words(period.start, period.end, write.words) if period else None),
        *fact(_("Police"), _police(write, record)),
        *fact(_("Partners"), write.texts(record.police.partners)),
        *fact(_("Estrangement factors"), terms(write, record.factors)),
        *fact(_("For, in the population"), write.texts(record.targets.population)),
        *fact(_("For, in the police"), write.texts(record.targets.police)),
        *_resources(write, record),
    ]


def _police(write: Writer, record: Experiment) -> Inline:
    forces = write.texts(record.police.forces)
    if not record.police.system:
        return forces
    label = write.label(record.police.system)
    return [write.named(label), *forces] if forces else [label]


def _resources(write: Writer, record: Experiment) -> list[Node]:
    """Write what an experiment takes, and its licence."""
    _ = write.gettext
    resources, words = record.resources, write.words
    funders = [
        [
            *write.text(one.name),
            *([write.named("") + words.euro(one.amount)] if one.amount is not None else []),
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
