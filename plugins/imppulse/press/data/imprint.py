"""The imprint: what an edition is, and what it is not."""

from __future__ import annotations

from datetime import date

from imppulse.guide.assembly import Guide
from imppulse.press.data.nodes import Node
from imppulse.press.data.writer import Writer
from imppulse.records.vocabulary import Kind, ReviewState


def imprint(write: Writer, *, made: date, commit: str | None) -> Node:
    """Write what a reader must know of an edition; nothing that the records do not say."""
    _, words = write.gettext, write.words
    own = len(write.guide.experiments_of(Kind.MICRO_EXPERIMENT))
    published = len(write.guide.experiments_of(Kind.PUBLISHED))
    facts = [
        (_("Edition"), words.date(made)),
        (_("Language"), words.name_of(write.guide.language)),
        (_("Micro-experiments of IMPPULSE"), words.number(own)),
        (_("Published evaluations of comparable actions"), words.number(published)),
        (_("Sources"), words.number(len(write.guide.bibliography))),
        (_("Version of the records"), commit),
    ]
    return {
        "title": _("About this edition"),
        "statements": [write.text(one) for one in _statements(write)],
        "facts": [{"name": [name], "c": [value]} for name, value in facts if value],
    }


def is_draft(guide: Guide) -> bool:
    """Tell whether anything in a guide still waits for its review."""
    return any(one.review.state is not ReviewState.REVIEWED for one in guide.records.values())


def _statements(write: Writer) -> list[str]:
    _ = write.gettext
    draft = _(
        "It is an editorial draft: its texts were written from public sources and are not yet "
        "reviewed."
    )
    return [
        _(
            "This edition prints the whole guide: all records and chapters as they stood on the "
            "day of the edition."
        ),
        *([draft] if is_draft(write.guide) else []),
        _(
            "It is not a publication of the European Forum for Urban Security (Efus). No text here "
            "may be ascribed to Efus or to a partner of the project."
        ),
        _(
            "What evaluations found is printed as their sources report it. Each figure names its "
            "source by a number; the list of sources at the end gives the addresses."
        ),
    ]
