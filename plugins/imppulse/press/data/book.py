"""The bound editions: the whole guide, the recommendations, the training framework."""

from __future__ import annotations

from collections.abc import Iterable

from imppulse.guide.assembly import Guide
from imppulse.guide.references import Ref
from imppulse.press.build_info import BuildInfo
from imppulse.press.data.evidence import experiments, records, results
from imppulse.press.data.imprint import imprint
from imppulse.press.data.index import index
from imppulse.press.data.nodes import Node
from imppulse.press.data.parts import (
    chapter,
    numbered,
    opening,
    principles,
    recommendations,
    training,
)
from imppulse.press.data.record import is_draft
from imppulse.press.data.sources import sources
from imppulse.press.data.writer import Writer
from imppulse.records.record import Record
from imppulse.records.vocabulary import ReviewState

PART_CHAPTERS = ("principles", "recommendations", "training", "experiments", "evidence")
"""The chapters that open the parts."""
SOURCES = "sources"
LAST_FRONT_CHAPTER = 59
"""Chapters with a higher order stand behind the parts: the glossary, how to contribute."""


def book(guide: Guide, build_info: BuildInfo, name: str) -> Node:
    """Return all that the whole guide prints. Same guide, same data."""
    write = Writer(guide)
    _ = write.gettext
    chapters = [one for one in guide.chapters if one.id not in (*PART_CHAPTERS, SOURCES)]
    parts = [
        principles(write),
        recommendations(write),
        training(write),
        experiments(write),
        results(write),
    ]
    about = _(
        "This edition prints the whole guide: all records and chapters as they stood on the day "
        "of the edition."
    )
    return {
        **_frame(write, build_info, name, subtitle=_("European good-practice guide"), about=about),
        "front": [chapter(write, one) for one in chapters if one.order <= LAST_FRONT_CHAPTER],
        "parts": numbered(write, parts),
        "back": [chapter(write, one) for one in chapters if one.order > LAST_FRONT_CHAPTER],
        **_lists(write, parts),
    }


def booklet(guide: Guide, build_info: BuildInfo, name: str) -> Node:
    """Return what the recommendations booklet prints: for those who decide, with the evidence."""
    printed = _scope(
        guide, guide.recommendations, ("recommendations", "about", "method", "glossary")
    )
    write = Writer(guide, printed)
    _ = write.gettext
    parts = [recommendations(write), records(write)]
    about = _(
        "This edition prints the recommendations to decision-makers, and in brief the records "
        "behind them. The whole guide has the principles, the training framework and all records."
    )
    return {
        **_frame(write, build_info, name, subtitle=_("Policy recommendations"), about=about),
        "front": _chapters(write, "about"),
        "parts": numbered(write, parts),
        "back": _chapters(write, "method", "glossary"),
        **_lists(write, parts),
    }


def handbook(guide: Guide, build_info: BuildInfo, name: str) -> Node:
    """Return what the training handbook prints: for police schools and trainers."""
    frame = [guide.framework] if guide.framework else []
    every = [*frame, *guide.modules, *guide.pathways]
    printed = _scope(guide, every, ("training", "about", "method", "glossary"))
    write = Writer(guide, printed)
    _ = write.gettext
    parts = [training(write), records(write)]
    about = _(
        "This edition prints the training framework with its modules and pathways, and in brief "
        "the records behind them. The whole guide has the principles, the recommendations and "
        "all records."
    )
    return {
        **_frame(write, build_info, name, subtitle=_("Training handbook"), about=about),
        "front": _chapters(write, "about"),
        "parts": numbered(write, parts),
        "back": _chapters(write, "method", "glossary"),
        **_lists(write, parts),
    }


def cover(edition: Node) -> Node:
    """Return what the cover of a bound edition prints for the printer."""
    kept = ("language", "project", "title", "subtitle", "author", "draft", "date", "words")
    opening = [*(edition["front"] if len(edition["parts"]) > 2 else []), *edition["parts"]]
    return {
        **{key: edition[key] for key in kept},
        "lead": next((one["lead"] for one in opening if one["lead"]), []),
        "back": edition["imprint"]["statements"][:3],
        "facts": edition["imprint"]["back"],
    }


def _frame(write: Writer, build_info: BuildInfo, name: str, *, subtitle: str, about: str) -> Node:
    """Write what every bound edition has around its contents."""
    _, guide = write.gettext, write.guide
    return {
        "language": guide.language,
        "printer": build_info.for_printer,
        "project": "IMPPULSE",
        "title": _("Police and population"),
        "subtitle": subtitle,
        "author": _("Editors of the IMPPULSE guide"),
        "draft": write.label(ReviewState.DRAFT) if is_draft(guide) else "",
        "date": write.words.date(build_info.made),
        "words": {"contents": _("Contents"), "page": _("p. %(page)s")},
        "imprint": imprint(write, build_info, about=about, name=name),
    }


def _lists(write: Writer, parts: list[Node]) -> Node:
    """Write the lists at the end: sources, and the index of the parts."""
    _ = write.gettext
    return {
        "sources": {
            **opening(write, SOURCES, _("Sources")),
            "sources": [],
            "entries": sources(write),
        },
        "index": index(write, parts),
    }


def _chapters(write: Writer, *ids: str) -> list[Node]:
    found = [write.guide.chapter(id_) for id_ in ids]
    return [chapter(write, one) for one in found if one]


def _scope(guide: Guide, printed: Iterable[Record], chapters: Iterable[str]) -> frozenset[Ref]:
    """Return what an edition prints: its own records, and those that they cite, in brief."""
    own = {guide.ref(one) for one in printed}
    cited = {one.target for ref in own for one in guide.references.made_by(ref, "experiment")}
    about = {Ref("chapter", id_) for id_ in chapters}
    return frozenset((own | cited | about) & guide.records.keys())
