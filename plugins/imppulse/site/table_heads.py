"""Tables that a phone can show: each cell carries the head of its column for the style to print."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor


class _TableHeads(Treeprocessor):
    """Copies the head of each column to the cells beneath it."""

    def run(self, root: Element) -> None:
        """Mark the cells of every table below an element."""
        for table in root.iter("table"):
            heads = ["".join(head.itertext()).strip() for head in table.iterfind("thead/tr/th")]
            for row in table.iterfind("tbody/tr"):
                for cell, head in zip(row, heads, strict=False):
                    cell.set("data-head", head)


class TableHeads(Extension):
    """The extension of Python-Markdown, listed in mkdocs.yml."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 named by Python-Markdown
        """Work after inline Markdown is read (20) and before escapes are undone (0)."""
        md.treeprocessors.register(_TableHeads(md), "table_heads", 15)


def makeExtension(**options: object) -> TableHeads:  # noqa: N802 named by Python-Markdown
    """Return the extension, found by the name of this module."""
    return TableHeads(**options)
