"""The whole guide as one edition: front matter, chapters, four parts, and the lists at the end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from imppulse.guide.assembly import Guide
from imppulse.press.data.claims import principle, recommendation
from imppulse.press.data.experiments import experiment
from imppulse.press.data.imprint import imprint, is_draft
from imppulse.press.data.nodes import Node
from imppulse.press.data.sources import sources
from imppulse.press.data.training import framework, module, pathway
from imppulse.press.data.writer import Writer, anchor
from imppulse.records.chapter import Chapter
from imppulse.records.vocabulary import Audience, Axis, Kind, Phase, ReviewState

PART_CHAPTERS = ("principles", "recommendations", "training", "experiments")
"""The chapters that open the parts."""
SOURCES = "sources"
LAST_FRONT_CHAPTER = 59
"""Chapters with a higher order stand behind the parts: the glossary, how to contribute."""


def book(guide: Guide, *, made: date, commit: str | None = None) -> Node:
    """Return all that the whole guide prints. Same guide, same data."""
    write = Writer(guide)
    _ = write.gettext
    chapters = [one for one in guide.chapters if one.id not in (*PART_CHAPTERS, SOURCES)]
    return {
        "language": guide.language,
        "project": "IMPPULSE",
        "title": _("Police and population"),
        "subtitle": _("European good-practice guide"),
        "author": _("Editors of the IMPPULSE guide"),
        "draft": write.label(ReviewState.DRAFT) if is_draft(guide) else "",
        "date": write.words.date(made),
        "words": {"contents": _("Contents"), "page": _("p. %(page)s")},
        "imprint": imprint(write, made=made, commit=commit),
        "front": [_chapter(write, one) for one in chapters if one.order <= LAST_FRONT_CHAPTER],
        "parts": [
            _principles(write),
            _recommendations(write),
            _training(write),
            _experiments(write),
        ],
        "back": [_chapter(write, one) for one in chapters if one.order > LAST_FRONT_CHAPTER],
        "sources": {
            **_opening(write, SOURCES, _("Sources")),
            "sections": [],
            "entries": sources(write),
        },
    }


def _chapter(write: Writer, record: Chapter) -> Node:
    """Write a chapter of continuous text."""
    return {
        "anchor": anchor(write.guide.ref(record)),
        "level": 1,
        "title": write.text(record.title),
        "lead": write.text(record.summary),
        "notices": write.translation(record),
        "body": write.prose(record.body, record, 1),
        "sections": write.sources(record),
    }


def _opening(write: Writer, id_: str, title: str) -> Node:
    """Write the chapter that opens a part or a list; where editors wrote none, its title alone."""
    record = write.guide.chapter(id_)
    if record:
        return {**_chapter(write, record), "notices": write.notices(record)}
    return {
        "anchor": f"chapter-{id_}",
        "level": 1,
        "title": [title],
        "lead": [],
        "notices": [],
        "body": [],
        "sections": [],
    }


def _part(write: Writer, number: str, opening: Node, groups: Iterable[Node]) -> Node:
    """Make a part of its opening and its groups; one without records says so."""
    _ = write.gettext
    filled = [group for group in groups if group["entries"] or group["groups"]]
    return {
        **opening,
        "number": number,
        "label": _("Part %(number)s") % {"number": number},
        "groups": filled,
        "empty": "" if filled else _("No record yet."),
    }


def _group(
    title: str,
    entries: list[Node],
    *,
    level: int = 2,
    intro: str = "",
    groups: Iterable[Node] = (),
    fresh: bool = False,
) -> Node:
    """Make a group of records under a heading; a fresh one starts on a page of its own."""
    return {
        "fresh": fresh,
        "level": level,
        "title": [title],
        "intro": [intro] if intro else [],
        "entries": entries,
        "groups": [group for group in groups if group["entries"]],
    }


def _principles(write: Writer) -> Node:
    """Write Part I, along the phases of a project."""
    _ = write.gettext
    numbered = list(enumerate(write.guide.principles, 1))
    groups = [
        _group(
            write.label(phase),
            [principle(write, one, 3, number) for number, one in numbered if one.phase is phase],
        )
        for phase in Phase
    ]
    return _part(write, "I", _opening(write, "principles", _("Principles")), groups)


def _recommendations(write: Writer) -> Node:
    """Write Part II, by those who decide."""
    _ = write.gettext
    ordered = [
        one
        for audience in Audience
        for one in write.guide.recommendations
        if one.audience is audience
    ]
    numbered = list(enumerate(ordered, 1))
    groups = [
        _group(
            write.label(audience),
            [
                recommendation(write, one, 3, number)
                for number, one in numbered
                if one.audience is audience
            ],
        )
        for audience in Audience
    ]
    return _part(write, "II", _opening(write, "recommendations", _("Recommendations")), groups)


def _training(write: Writer) -> Node:
    """Write Part III: the framework, its modules and pathways."""
    _, guide = write.gettext, write.guide
    frame = [framework(write, guide.framework, 3)] if guide.framework else []
    groups = [
        _group(_("The framework"), frame),
        _group(_("Modules"), [module(write, one, 3) for one in guide.modules]),
        _group(_("Pathways"), [pathway(write, one, 3) for one in guide.pathways]),
    ]
    return _part(write, "III", _opening(write, "training", _("Training framework")), groups)


def _experiments(write: Writer) -> Node:
    """Write Part IV: the project's own, then published evaluations by axis; each once."""
    _, guide = write.gettext, write.guide
    published = guide.experiments_of(Kind.PUBLISHED)
    by_axis = [
        _group(
            write.label(axis),
            [
                experiment(write, one, 4)
                for one in published
                if (one.axes or [Axis.OTHER])[0] is axis
            ],
            level=3,
        )
        for axis in Axis
    ]
    intro = _(
        "These actions were not part of IMPPULSE. They show what similar actions achieved "
        "elsewhere, and what they did not."
    )
    groups = [
        _group(
            _("Micro-experiments of IMPPULSE"),
            [experiment(write, one, 3) for one in guide.experiments_of(Kind.MICRO_EXPERIMENT)],
        ),
        _group(
            _("Published evaluations of comparable actions"),
            [],
            intro=intro,
            groups=by_axis,
            fresh=True,
        ),
    ]
    return _part(write, "IV", _opening(write, "experiments", _("Experiments")), groups)
