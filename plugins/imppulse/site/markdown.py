"""Elements of prose as Markdown, safe and in one form, for the pages of the site."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from imppulse.documents.elements import Child, Element, with_paragraphs
from imppulse.site.escaping import escape, escape_address

Resolver = Callable[[str], str | None]
"""Turns the address of a link into the one that the page uses; ``None`` drops the link."""
Shower = Callable[[Element], str]
"""Turns an image into the Markdown that shows it."""


def blocks(elements: Sequence[Child], resolve: Resolver, show: Shower, shift: int = 0) -> str:
    """Write block elements, with headings moved down by ``shift`` levels."""
    return _Writer(resolve, show, shift).blocks(elements)


def photo(element: Element, address: str, width: int, height: int) -> str:
    """Write an image that lies at an address of the site, with its caption."""
    alt, caption = (escape(element.attributes.get(name, "")) for name in ("alt", "title"))
    size = f'{{ width="{width}" height="{height}" loading="lazy" }}'
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    shown = f"![{alt}](<{escape_address(address)}>){size}{below}"
    return f'<figure class="im-photo" markdown="span">{shown}</figure>'


class _Writer:
    """Writes elements; one method for each kind that is not a plain wrapper."""

    def __init__(self, resolve: Resolver, show: Shower, shift: int) -> None:
        self.resolve = resolve
        self.show = show
        self.shift = shift

    def blocks(self, elements: Sequence[Child]) -> str:
        return "\n\n".join(text for text in map(self.block, with_paragraphs(elements)) if text)

    def block(self, element: Element) -> str:
        match element.name:
            case "heading":
                level = min(int(element.attributes["level"]) + self.shift, 6)
                text = f"{'#' * level} {self.inline(element.children)}"
            case "list":
                text = self.list(element)
            case "quote":
                lines = self.blocks(element.children).split("\n")
                text = "\n".join(f"> {line}".rstrip() for line in lines)
            case "table":
                text = self.table(element)
            case "definitions":
                text = self.definitions(element)
            case "image":
                text = self.show(element)
            case _:
                text = self.inline(element.children).strip()
        return text

    def list(self, element: Element) -> str:
        ordered = element.attributes["ordered"] == "true"
        start = int(element.attributes.get("start", "1"))
        items: list[str] = []
        for item in element.children:
            if isinstance(item, Element):
                marker = f"{start + len(items)}." if ordered else "-"
                items.append(_hang(marker, self.blocks(item.children)))
        loose = any("\n\n" in item for item in items)
        return ("\n\n" if loose else "\n").join(items)

    def table(self, element: Element) -> str:
        rows = [
            row for part in element.children if isinstance(part, Element) for row in part.children
        ]
        lines = []
        for row in rows:
            if isinstance(row, Element):
                cells = [
                    self.inline(cell.children) for cell in row.children if isinstance(cell, Element)
                ]
                lines.append(f"| {' | '.join(cells)} |")
                if len(lines) == 1:
                    lines.append(f"|{' --- |' * len(cells)}")
        return "\n".join(lines)

    def definitions(self, element: Element) -> str:
        parts = []
        for part in element.children:
            if isinstance(part, Element) and part.name == "term":
                parts.append(self.inline(part.children))
            elif isinstance(part, Element):
                description = _hang(":", self.blocks(part.children))
                parts = [*parts[:-1], "\n".join([*parts[-1:], description])]
        return "\n\n".join(parts)

    def inline(self, children: Sequence[Child]) -> str:
        return "".join(
            _escape(child) if isinstance(child, str) else self.span(child) for child in children
        )

    def span(self, element: Element) -> str:
        inner = self.inline(element.children)
        match element.name:
            case "strong":
                return f"<strong>{inner}</strong>"
            case "emphasis":
                return f"<em>{inner}</em>"
            case "code":
                return f"<code>{inner}</code>"
            case "break":
                return "<br>"
            case "link":
                address = self.resolve(element.attributes.get("href", ""))
                return f"[{inner}](<{escape_address(address)}>)" if address else inner
            case _:
                return inner


def _escape(text: str) -> str:
    """Escape running text, keeping the space that separates it from its neighbours."""
    start = text[0] if text[:1].isspace() else ""
    end = text[-1] if text[-1:].isspace() and text.strip() else ""
    return f"{start}{escape(text)}{end}"


def _hang(marker: str, text: str) -> str:
    """Put a marker before a text and indent the lines that follow by four, as Markdown wants."""
    lines = text.split("\n")
    rest = [f"    {line}" if line else "" for line in lines[1:]]
    return "\n".join([f"{marker}{' ' * (4 - len(marker))}{lines[0]}", *rest])
