"""The document tree: prose as frozen nodes that site and press render.

Text stands in the tree as it was typed or translated: an output applies its own escaping and
typography. ``Inlines`` are what stands in a line, ``Blocks`` what stands below each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from imppulse.guide.references import Ref
from imppulse.records.images import Image


@dataclass(frozen=True, slots=True)
class Code:
    """What is typed into a file or at a prompt."""

    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The line ends here."""


@dataclass(frozen=True, slots=True)
class Strong:
    """Words of weight."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasised words."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address on the web, or to ``#anchor`` on the same page."""

    address: str
    content: Inlines


@dataclass(frozen=True, slots=True)
class RecordLink:
    """Words that lead to a record, or to an anchor in it."""

    ref: Ref
    content: Inlines
    anchor: str = ""


Inline: TypeAlias = str | Code | LineBreak | Strong | Emphasis | Link | RecordLink
Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within prose; ``level`` counts from 1 below the section that holds the prose."""

    level: int
    content: Inlines
    anchor: str


@dataclass(frozen=True, slots=True)
class BulletList:
    """Items without order."""

    items: tuple[Blocks, ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Items in order; ``start`` is the number of the first."""

    items: tuple[Blocks, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation."""

    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Table:
    """A table: one head row, and rows of as many cells."""

    head: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """A term with what it means."""

    term: Inlines
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """Terms with what they mean."""

    items: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Photo:
    """An editor's image, with what it shows and a caption."""

    image: Image
    alt: str
    caption: Inlines


Block: TypeAlias = (
    Paragraph | Heading | BulletList | NumberedList | Quote | Table | DefinitionList | Photo
)
Blocks: TypeAlias = tuple[Block, ...]


def plain(content: Inlines) -> str:
    """Return the characters of inline nodes, without their markup."""
    return "".join(_plain(one) for one in content)


def _plain(node: Inline) -> str:
    match node:
        case str():
            return node
        case Code():
            return node.text
        case LineBreak():
            return " "
        case _:
            return plain(node.content)
