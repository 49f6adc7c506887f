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

from imppulse.documents.elements import Child, Element, with_paragraphs
from imppulse.press.typography import pieces, polish, printable

Node: TypeAlias = dict[str, Any]
Inline: TypeAlias = list[str | Node]
Blocks: TypeAlias = list[Node]
Resolver: TypeAlias = Callable[[str, Inline], Node | None]
"""Turns the address and the words of a link into a node; ``None`` leaves the words alone."""
Shower: TypeAlias = Callable[[Element], Blocks]
"""Turns an image into the nodes that show it."""

DEEPEST_HEADING = 6
DEEPEST_NESTING = 4
"""Lists and quotes that lie deeper are printed at this depth; a page has no more room."""
WIDEST_TABLE = 8
"""A table with more columns is printed row by row."""

_SPANS = {"strong": "b", "emphasis": "i", "code": "code"}


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
    elements: Sequence[Child], resolve: Resolver, show: Shower, language: str, level: int
) -> Blocks:
    """Write the elements of a text that stands under a heading of a level."""
    return _Writer(resolve, show, language, level).blocks(elements, 0)


class _Writer:
    """Writes elements; headings never skip a level, whatever the editor chose."""

    def __init__(self, resolve: Resolver, show: Shower, language: str, level: int) -> None:
        self.resolve = resolve
        self.show = show
        self.language = language
        self.base = level
        self.reached = level

    def blocks(self, elements: Sequence[Child], depth: int) -> Blocks:
        return [
            made for element in with_paragraphs(elements) for made in self.block(element, depth)
        ]

    def block(self, element: Element, depth: int) -> Blocks:
        match element.name:
            case "heading":
                found = [self.heading(element)] if element.plain().strip() else []
            case "list":
                found = self.list(element, depth)
            case "quote":
                found = self.blocks(element.children, depth + 1)
                found = found if depth >= DEEPEST_NESTING else [node("quote", found)]
            case "table":
                found = self.table(element)
            case "definitions":
                found = [self.definitions(element, depth)]
            case "image":
                found = self.show(element)
            case _:
                found = [node("p", _trimmed(self.inline(element.children)))]
        return found

    def heading(self, element: Element) -> Node:
        wanted = self.base + int(element.attributes["level"]) - 1
        self.reached = min(wanted, self.reached + 1, DEEPEST_HEADING)
        return node("h", _unlinked(self.inline(element.children)), level=self.reached)

    def list(self, element: Element, depth: int) -> Blocks:
        items = [
            self.blocks(item.children, depth + 1)
            for item in element.children
            if isinstance(item, Element)
        ]
        if depth >= DEEPEST_NESTING:
            return [block for item in items for block in item]
        if element.attributes["ordered"] != "true":
            return [node("ul", items=items)]
        return [node("ol", items=items, start=int(element.attributes.get("start", "1")))]

    def table(self, element: Element) -> Blocks:
        rows = [
            [self.inline(cell.children) for cell in row.children if isinstance(cell, Element)]
            for part in element.children
            if isinstance(part, Element)
            for row in part.children
            if isinstance(row, Element)
        ]
        if not rows or not rows[0]:
            return []
        head, body = rows[0], rows[1:]
        if len(head) > WIDEST_TABLE:
            return [_row_by_row(head, row) for row in body]
        body = [(row + [[]] * len(head))[: len(head)] for row in body]
        longest = [
            max(len(plain(row[at])) for row in rows if at < len(row)) for at in range(len(head))
        ]
        return [table(head, body, [min(max(length, 6), 36) for length in longest])]

    def definitions(self, element: Element, depth: int) -> Node:
        items: list[Node] = []
        for part in element.children:
            if isinstance(part, Element) and part.name == "term":
                items.append({"term": self.inline(part.children), "c": []})
            elif isinstance(part, Element) and items:
                items[-1]["c"] += self.blocks(part.children, depth + 1)
        return node("terms", items=items)

    def inline(self, children: Sequence[Child]) -> Inline:
        found: Inline = []
        for child in children:
            found += words(child, self.language) if isinstance(child, str) else self.span(child)
        return found

    def span(self, element: Element) -> Inline:
        if element.name == "code":
            return [node("code", literal(element.plain()))]
        inner = self.inline(element.children)
        if element.name == "break":
            return [node("br")]
        if element.name == "link":
            made = self.resolve(element.attributes.get("href", ""), inner)
            return [made] if made else inner
        return [node(_SPANS[element.name], inner)] if element.name in _SPANS else inner


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
