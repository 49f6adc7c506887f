"""The list of sources, each with its address in print and the pages that cite it."""

from __future__ import annotations

from imppulse.documents.wording import short_address
from imppulse.guide.references import Ref
from imppulse.press.data.nodes import Inline, Node, literal, node
from imppulse.press.data.writer import Writer, anchor, linked, source_anchor
from imppulse.records.source import Source

_ITSELF = Ref("chapter", "sources")


def sources(write: Writer) -> list[Node]:
    """Write all sources by author and year, numbered."""
    _ = write.gettext
    return [
        {
            "anchor": source_anchor(id_),
            "number": str(number),
            "c": reference(cited.source),
            "cited": [anchor(ref) for ref in cited.by if write.prints(ref) and ref != _ITSELF],
            "on": _("Cited on p. %(pages)s"),
        }
        for number, (id_, cited) in enumerate(write.sources.items(), 1)
    ]


def reference(source: Source) -> Inline:
    """Write a source in full, as published."""
    year = f" ({source.year})" if source.year else ""
    written: Inline = []
    if source.authors:
        written += literal(f"{'; '.join(source.authors)}{year}. ")
    written += [node("i", literal(source.title)), "."]
    if not source.authors and source.year:
        written.append(f" {source.year}.")
    if source.publisher:
        written += literal(f" {source.publisher.removesuffix('.')}.")
    if source.isbn:
        written.append(f" ISBN {source.isbn}.")
    if source.address:
        written += [" ", *linked(literal(short_address(source.address)), source.address)]
    return written
