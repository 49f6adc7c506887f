"""Prose as Markdown, safe and in one form, for the pages of the site."""

from __future__ import annotations

from collections.abc import Callable

from imppulse.documents.nodes import (
    Block,
    Blocks,
    BulletList,
    Code,
    DefinitionList,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    NumberedList,
    Paragraph,
    Photo,
    Quote,
    RecordLink,
    Strong,
    Table,
)
from imppulse.site.escaping import escape, escape_address

Address = Callable[[RecordLink], str]
"""Gives the address of a record, as the page links to it."""
Show = Callable[[Photo], str]
"""Gives the Markdown that shows an image."""


def blocks(prose: Blocks, address: Address, show: Show, shift: int = 0) -> str:
    """Write prose. A heading of its first level stands ``shift`` levels below ``##``."""
    return _Writer(address, show, shift).blocks(prose)


def photo(shown: Photo, address: str) -> str:
    """Write an image that lies at an address of the site, with its caption."""
    caption = "".join(escape(one) for one in shown.caption if isinstance(one, str))
    size = f'{{ width="{shown.image.width}" height="{shown.image.height}" loading="lazy" }}'
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    image = f"![{escape(shown.alt)}](<{escape_address(address)}>){size}{below}"
    return f'<figure class="im-photo" markdown="span">{image}</figure>'


class _Writer:
    """Writes blocks of prose. Raises ``TypeError`` for a node that no prose has."""

    def __init__(self, address: Address, show: Show, shift: int) -> None:
        self.address = address
        self.show = show
        self.shift = shift

    def blocks(self, prose: Blocks) -> str:
        return "\n\n".join(text for text in map(self.block, prose) if text)

    def block(self, block: Block) -> str:
        match block:
            case Paragraph():
                text = self.inline(block.content).strip()
            case Heading():
                level = min(block.level + 1 + self.shift, 6)
                text = f"{'#' * level} {self.inline(block.content)}"
            case BulletList():
                text = _listed([_hang("-", self.blocks(item)) for item in block.items])
            case NumberedList():
                numbered = enumerate(block.items, block.start)
                text = _listed([_hang(f"{at}.", self.blocks(item)) for at, item in numbered])
            case Quote():
                lines = self.blocks(block.blocks).split("\n")
                text = "\n".join(f"> {line}".rstrip() for line in lines)
            case Table():
                text = self.table(block)
            case DefinitionList():
                text = self.definitions(block)
            case Photo():
                text = self.show(block)
            case _:
                message = f"prose has no '{type(block).__name__}'"
                raise TypeError(message)
        return text

    def table(self, table: Table) -> str:
        rule = f"|{' --- |' * len(table.head)}"
        rows = [
            f"| {' | '.join(self.inline(cell) for cell in row)} |"
            for row in (table.head, *table.rows)
        ]
        return "\n".join([rows[0], rule, *rows[1:]])

    def definitions(self, found: DefinitionList) -> str:
        return "\n\n".join(
            "\n".join([self.inline(item.term), _hang(":", self.blocks(item.blocks))])
            for item in found.items
        )

    def inline(self, content: Inlines) -> str:
        return "".join(self.span(one) for one in content)

    def span(self, node: Inline) -> str:
        match node:
            case str():
                text = _escape(node)
            case Strong():
                text = f"<strong>{self.inline(node.content)}</strong>"
            case Emphasis():
                text = f"<em>{self.inline(node.content)}</em>"
            case Code():
                text = f"<code>{_escape(node.text)}</code>"
            case LineBreak():
                text = "<br>"
            case Link():
                text = f"[{self.inline(node.content)}](<{escape_address(node.address)}>)"
            case RecordLink():
                text = f"[{self.inline(node.content)}](<{escape_address(self.address(node))}>)"
            case _:
                message = f"prose has no '{type(node).__name__}'"
                raise TypeError(message)
        return text


def _escape(text: str) -> str:
    """Escape running text, keeping the space that separates it from its neighbours."""
    start = text[0] if text[:1].isspace() else ""
    end = text[-1] if text[-1:].isspace() and text.strip() else ""
    return f"{start}{escape(text)}{end}"


def _listed(items: list[str]) -> str:
    """Join the items of a list, apart where one of them has several blocks."""
    return ("\n\n" if any("\n\n" in item for item in items) else "\n").join(items)


def _hang(marker: str, text: str) -> str:
    """Put a marker before a text and indent the lines that follow by four, as Markdown wants."""
    lines = text.split("\n")
    rest = [f"    {line}" if line else "" for line in lines[1:]]
    return "\n".join([f"{marker}{' ' * (4 - len(marker))}{lines[0]}", *rest])
