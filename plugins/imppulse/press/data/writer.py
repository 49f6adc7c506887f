"""What all parts of an edition share: passages, prose, labels and references, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from imppulse.guide.assembly import Guide
from imppulse.guide.bibliography import source_ids
from imppulse.guide.prose import leads_outside, parse
from imppulse.guide.references import Ref
from imppulse.languages.catalogue import catalogue
from imppulse.press.data import nodes
from imppulse.press.data.nodes import Blocks, Inline, Node, node
from imppulse.press.data.typography import polish
from imppulse.records.record import Record
from imppulse.records.source import Source
from imppulse.records.text import Prose, Text
from imppulse.records.vocabulary import ReviewState, Word

_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"
"""What a web address may contain unquoted (RFC 3986); all else is quoted."""

LONGEST_LINK = 2000
"""Longer addresses, and longer passages, are printed but not linked; PDF bounds its strings."""


class Writer:
    """Turns values of records into nodes."""

    def __init__(self, guide: Guide) -> None:
        """Write in the language of a guide."""
        self.guide = guide
        self.words = catalogue(guide.language)
        self._numbers = {id_: position for position, id_ in enumerate(guide.bibliography, 1)}

    def gettext(self, message: str) -> str:
        """Translate a message and set its typographer's characters."""
        return polish(self.words.gettext(message), self.guide.language)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Translate a message that depends on a number."""
        return polish(self.words.ngettext(one, many, number), self.guide.language)

    def text(self, value: str) -> Inline:
        """Write a passage; one in another language says so."""
        language = value.language if isinstance(value, Text) else self.guide.language
        written = nodes.words(value, language)
        if language != self.guide.language:
            return [node("lang", written, lang=language)]
        return written

    def prose(self, value: Prose | None, record: Record, level: int) -> Blocks:
        """Write prose of a record under a heading of a level."""
        if value is None:
            return []
        ref = self.guide.ref(record)

        def resolve(address: str, inner: Inline) -> Node | None:
            if leads_outside(address):
                return node("span", linked(inner, address))
            target = None if address.startswith("#") else self.guide.link_target(address, ref)
            if target is None or target == ref or len(nodes.plain(inner)) > LONGEST_LINK:
                return None
            return node("ref", inner, to=anchor(target), aside=True)

        written = nodes.prose(parse(str(value)), resolve, value.language, level)
        if value.language != self.guide.language:
            return [node("lang", written, lang=value.language)]
        return written

    def label(self, word: Word) -> str:
        """Return the label of a controlled word."""
        return self.gettext(word.label)

    def labels(self, words: Iterable[Word]) -> Inline:
        """Write the labels of several words."""
        return self.listed([[self.label(word)] for word in words])

    def texts(self, values: Iterable[str]) -> Inline:
        """Write several passages in a line."""
        return self.listed([self.text(value) for value in values])

    def link(self, target: Record | Ref) -> Node:
        """Write a reference to a record: its title and its page."""
        ref = target if isinstance(target, Ref) else self.guide.ref(target)
        title = self.guide.records[ref].title
        if len(title) > LONGEST_LINK:
            title = Text(f"{title[:LONGEST_LINK]} …", title.language)
        return node("ref", self.text(title), to=anchor(ref), aside=False)

    def links(self, targets: Iterable[Record | Ref]) -> Inline:
        """Write several references in a line; each record once."""
        refs = [one if isinstance(one, Ref) else self.guide.ref(one) for one in targets]
        return self.listed([[self.link(ref)] for ref in dict.fromkeys(refs)])

    def listed(self, items: Sequence[Inline]) -> Inline:
        """Join items with semicolons."""
        joined: Inline = []
        for item in items:
            joined += ["; ", *item] if joined else item
        return joined

    def bullets(self, items: Iterable[str]) -> Node:
        """Write passages as a list."""
        return node("ul", items=[[node("p", self.text(item))] for item in items])

    def steps(self, items: Iterable[str]) -> Node:
        """Write passages as a numbered list."""
        return node("ol", items=[[node("p", self.text(item))] for item in items])

    def period(self, start: str, end: str | None) -> str:
        """Write from when to when."""
        return self.words.date(start) + (f" – {self.words.date(end)}" if end else "")

    def citation(self, id_: str) -> Inline:
        """Write the number of a source, which leads to the list of sources."""
        number = self._numbers.get(id_)
        return [node("cite", [f"[{number}]"], to=source_anchor(id_))] if number else []

    def sources(self, record: Record) -> list[Node]:
        """Write the section that names the sources of a record."""
        _ = self.gettext
        found = self.citations(record)
        return [section(_("Sources"), [node("meta", found)])] if found else []

    def citations(self, record: Record) -> Inline:
        """Write the sources of a record in a line, short and by number."""
        found = [
            [*self.citation(id_), " ", *nodes.literal(_short(self.guide.bibliography[id_].source))]
            for id_ in source_ids(record)
            if id_ in self.guide.bibliography
        ]
        return self.listed(found)

    def draft(self, record: Record) -> Inline:
        """Write that a text of ours is not reviewed, if it is not."""
        _ = self.gettext
        if record.review.state is ReviewState.REVIEWED:
            return []
        message = _(
            "A draft by the editors of this guide, not yet reviewed. "
            "It is not a text of Efus or of its partners."
        )
        return [node("b", [*self.review(record), "."]), " ", *self.text(message)]

    def translation(self, record: Record) -> list[Inline]:
        """Write which passages are not, or no longer, translated."""
        n_ = self.ngettext
        missing, stale = self.guide.untranslated(record), self.guide.outdated(record)
        said = []
        if missing:
            said.append(
                n_(
                    "%(n)s passage of this page is not translated yet and stands in English.",
                    "%(n)s passages of this page are not translated yet and stand in English.",
                    missing,
                )
            )
        if stale:
            said.append(
                n_(
                    "%(n)s passage of this page translates an earlier English wording.",
                    "%(n)s passages of this page translate an earlier English wording.",
                    stale,
                )
            )
        return [self.text(message) for message in said]

    def notices(self, record: Record) -> list[Inline]:
        """Write all that a reader should know before a text of ours."""
        _ = self.gettext
        state = self.draft(record) or [f"{_('State of this record')}: ", *self.review(record)]
        return [state, *self.translation(record)]

    def review(self, record: Record) -> Inline:
        """Write how far a record has been looked at."""
        review = record.review
        line = self.label(review.state)
        if review.reviewed_on:
            line += f", {self.words.date(review.reviewed_on)}"
        if review.reviewers:
            line += f" ({', '.join(review.reviewers)})"
        return self.text(line)

    def state(self, record: Record) -> list[Node]:
        """Write as a fact how far a record has been looked at."""
        _ = self.gettext
        return fact(_("State of this record"), self.review(record))


def anchor(ref: Ref) -> str:
    """Return the name under which the pages of an edition find a record."""
    return f"{ref.kind}-{ref.id}"


def source_anchor(id_: str) -> str:
    """Return the name under which the pages find a source."""
    return f"source-{id_}"


def linked(inner: Inline, address: str) -> Inline:
    """Make words lead to an address on the web."""
    if len(address) > LONGEST_LINK or len(nodes.plain(inner)) > LONGEST_LINK:
        return inner
    return [node("url", inner, href=quote(address, safe=_IN_ADDRESSES))]


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


def _short(source: Source) -> str:
    """Name a source by its authors and year, as in 'MacQueen, Bradford (2015)'."""
    surnames = [author.partition(",")[0] for author in source.authors]
    who = ", ".join(surnames[:3]) + (" et al." if len(surnames) > 3 else "")
    return f"{who or source.title}{f' ({source.year})' if source.year else ''}"
