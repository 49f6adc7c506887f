"""Prose and passages as the nodes that the templates print.

A node is a dict with its name under ``n``; text is plain strings. The templates know these names
and no others, so no text can become code. Inline nodes: ``b``, ``i``, ``code``, ``br``, ``wbr`` (a
line may break here), ``url``, ``ref``, ``cite``, ``badge``, ``span``, ``lang``, ``soft`` (smaller),
``mark`` (found by the index).
Block nodes: ``p``, ``h``, ``ul``, ``ol``, ``quote``, ``table``, ``terms``, ``labelled``, ``meta``,
``facts``, ``picture``, ``photo``, ``strength``, ``lang``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from imppulse.documents import nodes as documents
from imppulse.press.typography import pieces, polish, printable

Node: TypeAlias = dict[str, Any]
Inline: TypeAlias = list[str | Node]
Blocks: TypeAlias = list[Node]
Resolver: TypeAlias = Callable[[documents.Link | documents.RecordLink, Inline], Node | None]
"""Turns a link and its words into a node; ``None`` leaves the words alone."""
Shower: TypeAlias = Callable[[documents.Photo], Blocks]
"""Turns an image into the nodes that show it."""

DEEPEST_HEADING = 6
DEEPEST_NESTING = 4
"""Lists and quotes that lie deeper are printed at this depth; a page has no more room."""
WIDEST_TABLE = 8
"""A table with more columns is printed row by row."""


def words(text: str, language: str) -> Inline:
    """Return running text, with typographer's characters and places to break long words."""
    return _breakable(polish(printable(text), language))


def literal(text: str) -> Inline:
    """Return text whose every character matters, such as an address."""
    return _breakable(printable(text))


def node(name: str, children: Sequence[str | Node] = (), /, **values: object) -> Node:
    """Make a node."""
    return {"n": name, "c": list(children), **values}


def paragraph(*children: str | Node) -> Node:
    """Make a paragraph."""
    return node("p", children)


def table(
    head: list[Inline], rows: list[list[Inline]], widths: list[int], *, reach: bool = False
) -> Node:
    """Make a table; widths are shares of the line.

    With ``reach``, the last cell but one takes the room of the last one where that is empty.
    """
    return node("table", head=head, rows=rows, widths=widths, reach=reach)


def labelled(name: str, blocks: Blocks) -> Blocks:
    """Put a name before the first paragraph of a text, on its line."""
    if not blocks:
        return []
    first, rest = blocks[0], blocks[1:]
    if first["n"] == "lang" and not first["c"]:
        return labelled(name, rest)
    if first["n"] == "lang":
        inner = labelled(name, first["c"])
        inner[0]["c"] = [{**first, "c": inner[0]["c"]}]
        return [inner[0], {**first, "c": inner[1:]}, *rest]
    if first["n"] == "p":
        return [node("labelled", first["c"], name=[name]), *rest]
    return [node("labelled", name=[name]), *blocks]


def prose(
    blocks: documents.Blocks, resolve: Resolver, show: Shower, language: str, level: int
) -> Blocks:
    """Write prose that stands under a heading of a level."""
    return _Writer(resolve, show, language, level).blocks(blocks, 0)


class _Writer:
    """Writes blocks of prose; headings never skip a level, whatever the editor chose."""

    def __init__(self, resolve: Resolver, show: Shower, language: str, level: int) -> None:
        self.resolve = resolve
        self.show = show
        self.language = language
        self.base = level
        self.reached = level

    def blocks(self, blocks: documents.Blocks, depth: int) -> Blocks:
        return [made for block in blocks for made in self.block(block, depth)]

    def block(self, block: documents.Block, depth: int) -> Blocks:
        match block:
            case documents.Paragraph():
                found = [node("p", _trimmed(self.inline(block.content)))]
            case documents.Heading():
                found = [self.heading(block)] if documents.plain(block.content).strip() else []
            case documents.BulletList():
                items = [self.blocks(item, depth + 1) for item in block.items]
                found = _items(items, depth) or [node("ul", items=items)]
            case documents.NumberedList():
                items = [self.blocks(item, depth + 1) for item in block.items]
                found = _items(items, depth) or [node("ol", items=items, start=block.start)]
            case documents.Quote():
                found = self.blocks(block.blocks, depth + 1)
                found = found if depth >= DEEPEST_NESTING else [node("quote", found)]
            case documents.Table():
                found = self.table(block)
            case documents.DefinitionList():
                found = [self.definitions(block, depth)]
            case documents.Photo():
                found = self.show(block)
            case _:
                message = f"prose has no '{type(block).__name__}'"
                raise TypeError(message)
        return found

    def heading(self, block: documents.Heading) -> Node:
        self.reached = min(self.base + block.level, self.reached + 1, DEEPEST_HEADING)
        return node("h", _unlinked(self.inline(block.content)), level=self.reached)

    def table(self, block: documents.Table) -> Blocks:
        head = [self.inline(cell) for cell in block.head]
        body = [[self.inline(cell) for cell in row] for row in block.rows]
        if len(head) > WIDEST_TABLE:
            return [_row_by_row(head, row) for row in body]
        longest = [max(len(plain(row[at])) for row in (head, *body)) for at in range(len(head))]
        return [table(head, body, [min(max(length, 6), 36) for length in longest])]

    def definitions(self, block: documents.DefinitionList, depth: int) -> Node:
        items = [
            {"term": self.inline(item.term), "c": self.blocks(item.blocks, depth + 1)}
            for item in block.items
        ]
        return node("terms", items=items)

    def inline(self, content: documents.Inlines) -> Inline:
        return [one for child in content for one in self.span(child)]

    def span(self, child: documents.Inline) -> Inline:
        match child:
            case str():
                found = words(child, self.language)
            case documents.Code():
                found = [node("code", literal(child.text))]
            case documents.LineBreak():
                found = [node("br")]
            case documents.Strong():
                found = [node("b", self.inline(child.content))]
            case documents.Emphasis():
                found = [node("i", self.inline(child.content))]
            case documents.Link() | documents.RecordLink():
                inner = self.inline(child.content)
                made = self.resolve(child, inner)
                found = [made] if made else inner
            case _:
                message = f"prose has no '{type(child).__name__}'"
                raise TypeError(message)
        return found


def _items(items: list[Blocks], depth: int) -> Blocks:
    """Return the blocks of items that lie too deep to be printed as a list."""
    return [block for item in items for block in item] if depth >= DEEPEST_NESTING else []


def plain(children: Inline) -> str:
    """Return the characters of inline nodes."""
    return "".join(
        child if isinstance(child, str) else plain(child.get("c", [])) for child in children
    )


def _breakable(text: str) -> Inline:
    """Put a place to break between the pieces of long words."""
    found: Inline = []
    for piece in pieces(text):
        found += [node("wbr"), piece] if found else [piece]
    return found


def _row_by_row(head: list[Inline], row: list[Inline]) -> Node:
    """Write a row of a table that is too wide as a list of its cells."""
    items = [{"term": name, "c": [node("p", cell)]} for name, cell in zip(head, row, strict=False)]
    return node("terms", items=items)


def _unlinked(children: Inline) -> Inline:
    """Keep the words of a heading: a bookmark cannot hold a page number that is not yet known."""
    written: Inline = []
    for child in children:
        if isinstance(child, str):
            written.append(child)
        else:
            name = "span" if child["n"] == "ref" else child["n"]
            written.append({**child, "n": name, "c": _unlinked(child["c"])})
    return written


def _trimmed(children: Inline) -> Inline:
    """Drop the space at both ends of a paragraph."""
    if children and isinstance(children[0], str):
        children[0] = children[0].lstrip()
    if children and isinstance(children[-1], str):
        children[-1] = children[-1].rstrip()
    return children
