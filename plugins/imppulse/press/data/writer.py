"""What all parts of an edition share: passages, prose, labels and references, in one language."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from urllib.parse import quote

from imppulse.documents.nodes import Link, Photo, RecordLink, plain
from imppulse.documents.prose import prose_blocks
from imppulse.documents.wording import short_address
from imppulse.guide.assembly import Guide
from imppulse.guide.references import Ref
from imppulse.languages.catalogue import catalogue
from imppulse.languages.typography import colon, semicolon, typeset
from imppulse.press.data import nodes
from imppulse.press.data.nodes import Blocks, Inline, Node, node
from imppulse.press.data.pictures import photo
from imppulse.press.typography import polish
from imppulse.records.record import Record
from imppulse.records.text import Prose, Text
from imppulse.records.vocabulary import Word

_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"
"""What a web address may contain unquoted (RFC 3986); all else is quoted."""

LONGEST_LINK = 2000
"""Longer addresses, and longer passages, are printed but not linked; PDF bounds its strings."""


class Writer:
    """Turns values of records into nodes."""

    def __init__(self, guide: Guide, printed: Container[Ref] | None = None) -> None:
        """Write in the language of a guide an edition that prints some of its records, or all."""
        self.guide = guide
        self.words = catalogue(guide.language)
        self._printed = guide.records if printed is None else printed
        self.sources = {
            id_: cited
            for id_, cited in guide.bibliography.items()
            if printed is None or any(ref in printed for ref in cited.by)
        }
        """The sources of the records that are printed; their place in the list is their number."""
        self._by_address = {
            cited.source.address: id_ for id_, cited in self.sources.items() if cited.source.address
        }
        self._numbers = {id_: position for position, id_ in enumerate(self.sources, 1)}

    def prints(self, ref: Ref) -> bool:
        """Tell whether a record stands in the edition, so that its page can be named."""
        return ref in self._printed

    def gettext(self, message: str) -> str:
        """Translate a message and set its typographer's characters."""
        return polish(self.words.gettext(message), self.guide.language)

    def ngettext(self, one: str, many: str, number: float) -> str:
        """Translate a message that depends on a number."""
        return polish(self.words.ngettext(one, many, number), self.guide.language)

    def text(self, value: str) -> Inline:
        """Write a passage; one in another language says so, and one that is empty is nothing."""
        if not value:
            return []
        language = value.language if isinstance(value, Text) else self.guide.language
        written = nodes.words(typeset(value, language), language)
        if language != self.guide.language:
            return [node("lang", written, lang=language)]
        return written

    def prose(self, value: Prose | None, record: Record, level: int) -> Blocks:
        """Write prose of a record under a heading of a level."""
        if value is None:
            return []
        ref = self.guide.ref(record)

        def resolve(link: Link | RecordLink, inner: Inline) -> Node | None:
            if isinstance(link, Link):
                if link.address.startswith("#"):
                    return None
                return node("span", self._leading_out(inner, link.address))
            long = len(nodes.plain(inner)) > LONGEST_LINK
            if link.ref == ref or long or not self.prints(link.ref):
                return None
            return node("ref", inner, to=anchor(link.ref), aside=True)

        def show(shown: Photo) -> Blocks:
            caption = nodes.words(plain(shown.caption), value.language)
            return [photo(shown.image, shown.alt, caption)]

        found = prose_blocks(value, self.guide, ref)
        written = nodes.prose(found, resolve, show, value.language, level)
        if value.language != self.guide.language:
            return [node("lang", written, lang=value.language)]
        return written

    def _leading_out(self, inner: Inline, address: str) -> Inline:
        """Write a link to the web: by the number of a source, if it is one, else with a note."""
        source = self._by_address.get(address)
        if source is None:
            return linked(inner, address, noted=True)
        return [*linked(inner, address), " ", *self.citation(source)]

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
        """Write a reference to a record: its title and, if it is printed here, its page."""
        ref = target if isinstance(target, Ref) else self.guide.ref(target)
        title = self.guide.records[ref].title
        if len(title) > LONGEST_LINK:
            title = Text(f"{title[:LONGEST_LINK]} …", title.language)
        if not self.prints(ref):
            return node("span", self.text(title))
        return node("ref", self.text(title), to=anchor(ref), aside=False)

    def links(self, targets: Iterable[Record | Ref]) -> Inline:
        """Write several references in a line; each record once."""
        refs = [one if isinstance(one, Ref) else self.guide.ref(one) for one in targets]
        return self.listed([[self.link(ref)] for ref in dict.fromkeys(refs)])

    def named(self, name: str) -> str:
        """Write a name with the colon that leads to what it names."""
        return f"{name}{colon(self.guide.language)}"

    def listed(self, items: Sequence[Inline]) -> Inline:
        """Join items with semicolons."""
        joined: Inline = []
        for item in items:
            joined += [semicolon(self.guide.language), *item] if joined else item
        return joined

    def bullets(self, items: Iterable[str]) -> Node:
        """Write passages as a list."""
        return node("ul", items=[[node("p", self.text(item))] for item in items])

    def steps(self, items: Iterable[str]) -> Node:
        """Write passages as a numbered list."""
        return node("ol", items=[[node("p", self.text(item))] for item in items], start=1)

    def citation(self, id_: str) -> Inline:
        """Write the number of a source, which leads to the list of sources."""
        number = self._numbers.get(id_)
        return [node("cite", [f"[{number}]"], to=source_anchor(id_))] if number else []


def anchor(ref: Ref) -> str:
    """Return the name under which the pages of an edition find a record."""
    return f"{ref.kind}-{ref.id}"


def source_anchor(id_: str) -> str:
    """Return the name under which the pages find a source."""
    return f"source-{id_}"


def linked(inner: Inline, address: str, *, noted: bool = False) -> Inline:
    """Make words lead to an address on the web; a note prints it for readers on paper."""
    words = nodes.plain(inner)
    if len(address) > LONGEST_LINK or len(words) > LONGEST_LINK:
        return inner
    shown = short_address(address) if "://" in address else address.removeprefix("mailto:")
    note = nodes.literal(shown) if noted and shown not in words else []
    href = quote(address, safe=_IN_ADDRESSES)
    return [node("url", inner, href=href, note=note, verbatim=shown in words)]
