"""What all records share in print: sections, facts and badges, notices, and their sources."""

from __future__ import annotations

from collections.abc import Sequence

from imppulse.documents.wording import short_source, translation_notices
from imppulse.guide.assembly import Guide
from imppulse.guide.bibliography import source_ids
from imppulse.press.data.nodes import Blocks, Inline, Node, literal, node
from imppulse.press.data.writer import Writer
from imppulse.records.record import Record


def section(title: str, blocks: Blocks, sections: Sequence[Node] = ()) -> Node:
    """Make a section of a record."""
    return {"title": [title], "blocks": blocks, "sections": list(sections)}


def fact(name: str, value: Inline | str | None) -> list[Node]:
    """Make a fact, unless there is nothing to say."""
    if not value:
        return []
    return [{"name": [name], "c": [value] if isinstance(value, str) else value}]


def badge(text: str, tone: str = "plain") -> Node:
    """Make a badge; the tone is its look."""
    return {"text": text, "tone": tone}


def is_draft(guide: Guide) -> bool:
    """Tell whether anything in a guide still waits for its review."""
    return any(one.review.pending for one in guide.records.values())


def notices(write: Writer, record: Record) -> list[Inline]:
    """Write what a reader should know before a record; the imprint says what a draft is."""
    state: Inline = [node("b", review(write, record))]
    return [state, *translation(write, record)]


def notices_alone(write: Writer, record: Record) -> list[Inline]:
    """Write all that a reader should know before a record that stands alone."""
    _ = write.gettext
    if not record.review.pending:
        state: Inline = [write.named(_("State of this record")), *review(write, record)]
    else:
        message = _(
            "A draft by the editors of this guide, not yet reviewed. "
            "It is not a text of Efus or of its partners."
        )
        state = [node("b", [*review(write, record), "."]), " ", *write.text(message)]
    return [state, *translation(write, record)]


def translation(write: Writer, record: Record) -> list[Inline]:
    """Write which passages are not, or no longer, translated."""
    return [write.text(said) for said in translation_notices(write.guide, record, write.words)]


def review(write: Writer, record: Record) -> Inline:
    """Write how far a record has been looked at."""
    found = record.review
    line = write.label(found.state)
    if found.reviewed_on:
        line += f", {write.words.date(found.reviewed_on)}"
    if found.reviewers:
        line += f" ({', '.join(found.reviewers)})"
    return write.text(line)


def named_sources(write: Writer, record: Record) -> Blocks:
    """Write the sources of a record in a line at its head."""
    found = citations(write, record)
    return (
        [node("labelled", [node("soft", found)], name=[write.gettext("Sources")])] if found else []
    )


def citations(write: Writer, record: Record) -> Inline:
    """Write the sources of a record in a line, short and by number."""
    found = [
        [*write.citation(id_), " ", *literal(short_source(write.sources[id_].source))]
        for id_ in source_ids(record)
        if id_ in write.sources
    ]
    return write.listed(found)
