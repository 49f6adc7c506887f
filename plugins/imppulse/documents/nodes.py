"""The document tree: what is said of a record, as frozen nodes that every output knows.

Text stands in the tree as it was typed or translated: an output applies its own escaping and
typography. ``Inlines`` are what stands in a line, ``Blocks`` what stands below each other. Every
node type is listed in ``INLINE_TYPES`` or ``BLOCK_TYPES``; a test walks each through each output.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeAlias

from imppulse.documents.charts.drawing import Drawing
from imppulse.evidence.strength import Strength
from imppulse.evidence.verdicts import Verdict
from imppulse.guide.references import Ref
from imppulse.records.images import Image


class Tone(StrEnum):
    """How a badge stands out."""

    FILLED = "filled"
    PLAIN = "plain"
    FAINT = "faint"


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Characters that stay as typed, such as a web address or the title of a source."""

    text: str


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
class Small:
    """Secondary text, such as the design level below a result."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Foreign:
    """A passage in another language than the text around it (an ISO 639 code)."""

    language: str
    content: Inlines


@dataclass(frozen=True, slots=True)
class Listed:
    """Items in a line; the output chooses what stands between them."""

    items: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address on the web, or to ``#anchor`` on the same page."""

    address: str
    content: Inlines


@dataclass(frozen=True, slots=True)
class RecordLink:
    """Words that lead to a record, or to an anchor in it; ``in_prose`` when an editor set it."""

    ref: Ref
    content: Inlines
    anchor: str = ""
    in_prose: bool = False


@dataclass(frozen=True, slots=True)
class PageLink:
    """Words that lead to a page across all records, by its name in ``documents.overviews``."""

    page: str
    content: Inlines
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """The source of what stands before it, by its id; print gives its number, a page its name."""

    source: str
    label: Inlines
    """The source in short, as in 'MacQueen, Bradford (2015)'."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A short word in a frame; ``kind`` is what it says, as in 'status' or 'relation-supports'."""

    label: str
    kind: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class VerdictMark:
    """What an outcome shows, with the sign of its verdict."""

    verdict: Verdict
    label: str


@dataclass(frozen=True, slots=True)
class IndexTerm:
    """Words that the index of a printed edition leads to; ``under`` is their heading there."""

    content: Inlines
    under: Inlines = ()


Inline: TypeAlias = (
    str
    | Verbatim
    | Code
    | LineBreak
    | Strong
    | Emphasis
    | Small
    | Foreign
    | Listed
    | Link
    | RecordLink
    | PageLink
    | Citation
    | Badge
    | VerdictMark
    | IndexTerm
)
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
    """A table: one head row, and rows of as many cells.

    ``widths`` are shares of the line, for paper; empty means by the length of the text. With
    ``reach``, the last cell but one takes the room of the last where that is empty.
    """

    head: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    widths: tuple[int, ...] = ()
    reach: bool = False


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
class Fact:
    """A name with a short value; ``id`` is the same in every language, as in 'place'."""

    id: str
    name: str
    value: Inlines


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts at the head of a record or of a part of it."""

    items: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """Blocks that a name introduces on the line of their first paragraph."""

    name: str
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Meta:
    """A small line below a heading, such as the minutes and the method of an activity."""

    content: Inlines


class NoticeKind(StrEnum):
    """What a notice warns of."""

    DRAFT = "draft"
    STATE = "state"
    TRANSLATION = "translation"
    PUBLISHED = "published"
    AWAITING = "awaiting"


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader should know first: ``brief`` in a bound edition, else ``content``."""

    kind: NoticeKind
    content: Inlines
    brief: Inlines


@dataclass(frozen=True, slots=True)
class ClaimStrength:
    """How strong the evidence for a claim is, and why."""

    strength: Strength
    name: str
    label: str
    reason: Inlines
    more: Inlines = ()
    """A link to how strength is worked out."""


class Chart(Protocol):
    """A chart as data: frozen, and drawn by the output that knows how much room there is."""

    def drawings(self, height: float | None = None) -> list[Drawing]:
        """Draw it in as many pieces as fit ``height`` units each; in one without a height."""
        ...


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart; each drawing brings its alternative text and its table."""

    chart: Chart
    dense: bool = False
    """It has many rows, and is set smaller on paper."""


@dataclass(frozen=True, slots=True)
class Photo:
    """An editor's image, with what it shows and a caption."""

    image: Image
    alt: str
    caption: Inlines


@dataclass(frozen=True, slots=True)
class ForeignBlocks:
    """Blocks in another language than those around them."""

    language: str
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Card:
    """A record in brief, in a list of records."""

    title: Inlines
    """A ``RecordLink`` or ``PageLink`` to what the card is about."""
    blocks: Blocks
    badges: tuple[Badge, ...] = ()


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards side by side; ``kind`` is 'cards' or, for the three doors of the home page, 'doors'."""

    items: tuple[Card, ...]
    kind: str = "cards"


Block: TypeAlias = (
    Paragraph
    | Heading
    | BulletList
    | NumberedList
    | Quote
    | Table
    | DefinitionList
    | Facts
    | Labelled
    | Meta
    | ClaimStrength
    | Figure
    | Photo
    | ForeignBlocks
    | Cards
)
Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document. ``id`` is the same in every language, and its anchor on a page.

    A section without a title has no heading; it is chosen by its id all the same.
    """

    id: str
    title: Inlines
    blocks: Blocks = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What is said of one record, or of all records together, in one language."""

    id: str
    """Unique in the guide, as in 'principle-be-fair' or 'overview-evidence'."""
    ref: Ref | None
    """The record that it is about, if it is about one."""
    language: str
    kicker: str
    """What this is, above the title, as in 'Principle 3'."""
    title: Inlines
    lead: Inlines
    description: str
    """In a sentence, for search engines."""
    badges: tuple[Badge, ...] = ()
    notices: tuple[Notice, ...] = ()
    sections: tuple[Section, ...] = ()
    origin: str | None = None
    """The file that an editor changes to change it, relative to the project."""
    compact: bool = False
    """It says so little that several fit on a printed page."""


INLINE_TYPES = (
    str, Verbatim, Code, LineBreak, Strong, Emphasis, Small, Foreign, Listed, Link, RecordLink,
    PageLink, Citation, Badge, VerdictMark, IndexTerm,
)  # fmt: skip
BLOCK_TYPES = (
    Paragraph, Heading, BulletList, NumberedList, Quote, Table, DefinitionList, Facts, Labelled,
    Meta, ClaimStrength, Figure, Photo, ForeignBlocks, Cards,
)  # fmt: skip


def plain(content: Inlines) -> str:
    """Return the characters of inline nodes, without their markup."""
    return "".join(_plain(one) for one in content)


def _plain(node: Inline) -> str:
    match node:
        case str():
            text = node
        case Verbatim() | Code():
            text = node.text
        case LineBreak():
            text = " "
        case Listed():
            text = "; ".join(plain(item) for item in node.items)
        case Citation():
            text = plain(node.label)
        case Badge() | VerdictMark():
            text = node.label
        case _:
            text = plain(node.content)
    return text


def walk(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Walk sections and those within them, in reading order."""
    for section in sections:
        yield section
        yield from walk(section.sections)
