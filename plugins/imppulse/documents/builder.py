"""The builder: turns values of records into nodes, in the words of one language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from imppulse.documents.nodes import (
    Blocks,
    BulletList,
    Citation,
    Fact,
    Foreign,
    ForeignBlocks,
    Inlines,
    Listed,
    NumberedList,
    Paragraph,
    RecordLink,
)
from imppulse.documents.prose import prose_blocks
from imppulse.documents.wording import short_source
from imppulse.guide.assembly import Guide
from imppulse.guide.references import Ref
from imppulse.languages.catalogue import Catalogue, catalogue
from imppulse.languages.typography import colon
from imppulse.records.record import Record
from imppulse.records.text import Prose, Text
from imppulse.records.vocabulary import Word


class Builder:
    """Builds nodes from the records of a guide, in its language."""

    def __init__(self, guide: Guide) -> None:
        """Build from a guide."""
        self.guide = guide

    @cached_property
    def words(self) -> Catalogue:
        """The messages, numbers and dates of the language."""
        return catalogue(self.guide.language)

    def gettext(self, message: str) -> str:
        """Translate a message."""
        return self.words.gettext(message)

    def ngettext(self, one: str, many: str, number: float, **values: object) -> str:
        """Translate a message that depends on a number."""
        return self.words.ngettext(one, many, number, **values)

    def text(self, value: str | None) -> Inlines:
        """Write a passage; one in another language says so, and one that is empty is nothing."""
        if not value:
            return ()
        if isinstance(value, Text) and value.language != self.guide.language:
            return (Foreign(value.language, (str(value),)),)
        return (str(value),)

    def prose(self, value: Prose | None, record: Record) -> Blocks:
        """Write prose of a record; links and images in it are resolved from the record's file."""
        if value is None:
            return ()
        blocks = prose_blocks(value, self.guide, self.guide.ref(record))
        if value.language != self.guide.language:
            return (ForeignBlocks(value.language, blocks),)
        return blocks

    def label(self, word: Word) -> str:
        """Return the label of a controlled word."""
        return self.gettext(word.label)

    def labels(self, words: Iterable[Word]) -> Inlines:
        """Write the labels of several words."""
        return self.listed((self.label(word),) for word in words)

    def texts(self, values: Iterable[str]) -> Inlines:
        """Write several passages in a line."""
        return self.listed(self.text(value) for value in values)

    def listed(self, items: Iterable[Inlines]) -> Inlines:
        """Write items in a line; none is nothing."""
        found = tuple(item for item in items if item)
        return (Listed(found),) if len(found) > 1 else found[0] if found else ()

    def link(self, target: Record | Ref) -> RecordLink:
        """Write the title of a record, which leads to it."""
        ref = target if isinstance(target, Ref) else self.guide.ref(target)
        return RecordLink(ref, self.text(self.guide.records[ref].title))

    def links(self, targets: Iterable[Record | Ref]) -> Inlines:
        """Write the titles of several records in a line; each record once."""
        refs = [one if isinstance(one, Ref) else self.guide.ref(one) for one in targets]
        return self.listed((self.link(ref),) for ref in dict.fromkeys(refs))

    def named(self, name: str) -> str:
        """Write a name with the colon that leads to what it names."""
        return f"{name}{colon(self.guide.language)}"

    def fact(self, id_: str, name: str, value: Inlines | str | None) -> tuple[Fact, ...]:
        """Make a fact, unless there is nothing to say."""
        if not value:
            return ()
        return (Fact(id_, name, (value,) if isinstance(value, str) else value),)

    def bullets(self, items: Iterable[str]) -> BulletList:
        """Write passages as a list."""
        return BulletList(tuple((Paragraph(self.text(item)),) for item in items))

    def steps(self, items: Iterable[str]) -> NumberedList:
        """Write passages as a numbered list."""
        return NumberedList(tuple((Paragraph(self.text(item)),) for item in items))

    def citation(self, id_: str) -> Inlines:
        """Cite a source by its id; one that is not defined is a finding elsewhere."""
        cited = self.guide.bibliography.get(id_)
        return (Citation(id_, (short_source(cited.source),)),) if cited else ()
