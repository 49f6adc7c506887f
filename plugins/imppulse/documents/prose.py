"""Prose to nodes: editors' Markdown, parsed once by a CommonMark parser that keeps line numbers.

Raw HTML is switched off: what an editor types as HTML stands on the page as typed. ``parse`` gives
the tokens of a text, from which ``prose_blocks`` makes nodes, and ``links``, ``images`` and
``unsupported`` say what a check has to look at, each with the offset of its character.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.deflist import deflist_plugin

from imppulse.documents.nodes import (
    Block,
    Blocks,
    BulletList,
    Code,
    Definition,
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
    plain,
)
from imppulse.guide.assembly import Guide
from imppulse.guide.links import leads_outside
from imppulse.guide.references import Ref
from imppulse.languages.sorting import alphabetical
from imppulse.languages.typography import typeset
from imppulse.records.text import Prose

SCHEMES = {"http", "https", "mailto"}
"""What an address outside the guide may start with."""

MAX_LENGTH, MAX_BLOCK, MAX_NESTING, MAX_BRACKETS = 50_000, 10_000, 8, 20
"""What a passage may have at most: characters, characters between two blank lines, lists and quotes
within each other, and brackets within brackets. Longer text is a mistake or an attack."""

TOO_MUCH = "text this long or this deeply nested"
_INLINE_IMAGE = "an image that is no paragraph of its own"
_UNSUPPORTED = {
    "h1": "a heading of the first level",
    "h4": "a heading below the third level",
    "h5": "a heading below the third level",
    "h6": "a heading below the third level",
    "code_block": "a code block",
    "fence": "a code block",
    "hr": "a rule",
}
"""Tags and token types outside the supported Markdown, with what a finding calls them."""

Resolve = Callable[[str, Inlines], Inlines]
"""Turns the address and the words of a link into nodes."""
Show = Callable[[str, str, str], Blocks]
"""Turns address, description and caption of an image into nodes."""


@dataclass(frozen=True)
class Mention:
    """An address in a text, with the offset at which it stands."""

    address: str
    offset: int
    alt: str = ""
    """What an image shows; empty for links."""


@dataclass(frozen=True)
class Problem:
    """Something outside the supported Markdown, with the offset at which it stands."""

    name: str
    offset: int


@dataclass(frozen=True)
class Parsed:
    """The syntax tree of a text, and the link definitions in it by label."""

    root: SyntaxTreeNode | None
    """``None`` for a text past the limits."""
    definitions: dict[str, int] = field(default_factory=dict)
    """The line of each definition ``[label]: address``, from 0, by its normalised label."""
    used: frozenset[str] = frozenset()
    """The labels that some link or image refers to."""


@lru_cache(maxsize=20_000)
def parse(text: str) -> Parsed:
    """Parse a text; one past the limits gives no tree, and ``unsupported`` names it."""
    if _past_limits(text):
        return Parsed(None)
    environment: dict[str, dict[str, dict[str, list[int]]]] = {}
    tokens = _PARSER.parse(text, environment)
    if max((token.level for token in tokens), default=0) > 2 * MAX_NESTING + 1:
        return Parsed(None)
    definitions = {
        label: found["map"][0] for label, found in environment.get("references", {}).items()
    }
    used = frozenset(
        str(child.meta["label"])
        for token in tokens
        for child in token.children or ()
        if "label" in child.meta
    )
    return Parsed(SyntaxTreeNode(tokens), definitions, used)


def prose_blocks(value: Prose, guide: Guide, ref: Ref) -> Blocks:
    """Write the prose of a record as nodes, with links and images resolved from its file."""

    def resolve(address: str, content: Inlines) -> Inlines:
        if leads_outside(address):
            allowed = urlsplit(address).scheme.lower() in SCHEMES if _readable(address) else False
            return (Link(address, content),) if allowed else content
        if address.startswith("#"):
            return (Link(address, content),)
        target = guide.link_target(address, ref)
        if target is None:
            return content
        return (RecordLink(target, content, urlsplit(address).fragment),)

    def show(address: str, alt: str, caption: str) -> Blocks:
        image = guide.image(address, ref)
        return (Photo(image, alt, (caption,) if caption else ()),) if image else ()

    return blocks(typeset(str(value), value.language), resolve, show)


def blocks(text: str, resolve: Resolve, show: Show) -> Blocks:
    """Write a text as nodes. Anything unsupported is left out."""
    root = parse(text).root
    return _Writer(resolve, show).blocks(root.children) if root else ()


def links(text: str) -> list[Mention]:
    """Return every address that a text links to, in reading order."""
    return [mention for mention, is_image in _mentions(text) if not is_image]


def images(text: str) -> list[Mention]:
    """Return every image that a text shows as a paragraph of its own, in reading order."""
    return [mention for mention, is_image in _mentions(text) if is_image]


def unsupported(text: str) -> list[Problem]:
    """Return what a text uses outside the supported Markdown, in the order of the text."""
    parsed = parse(text)
    if parsed.root is None:
        return [Problem(TOO_MUCH, 0)]
    starts = _line_starts(text)
    found: list[Problem] = []
    for node in parsed.root.walk():
        name = _UNSUPPORTED.get(node.tag if node.type == "heading" else node.type)
        if name:
            found.append(Problem(name, _first_character(text, starts[_line(node)])))
        elif node.type == "table":
            found += _rows_with_too_many_cells(text, starts, node)
        elif node.type == "inline" and not _is_image_alone(node):
            found += [
                Problem(_INLINE_IMAGE, max(text.find("![", starts[_line(node)]), 0))
                for one in node.walk()
                if one.type == "image"
            ]
    for label, line in parsed.definitions.items():
        if label not in parsed.used:
            typed = text[starts[line] :].lstrip().partition("]")[0].removeprefix("[")
            name = f"a line that starts with '[{typed}]:' and that no link refers to"
            found.append(Problem(name, starts[line]))
    return sorted(found, key=lambda one: one.offset)


class _Writer:
    """Writes syntax nodes as document nodes."""

    def __init__(self, resolve: Resolve, show: Show) -> None:
        self.resolve = resolve
        self.show = show
        self.anchors: set[str] = set()

    def blocks(self, nodes: Sequence[SyntaxTreeNode]) -> Blocks:
        return tuple(block for node in nodes for block in self.block(node))

    def block(self, node: SyntaxTreeNode) -> Iterator[Block]:
        match node.type:
            case "paragraph" if _is_image_alone(node.children[0]):
                image = next(one for one in node.walk() if one.type == "image")
                title = str(image.attrs.get("title", ""))
                yield from self.show(str(image.attrs["src"]), image.content, title)
            case "paragraph":
                yield Paragraph(self.inline(node.children))
            case "heading" if node.tag in ("h2", "h3"):
                content = self.inline(node.children)
                yield Heading(int(node.tag[1]) - 1, content, self.anchor(plain(content)))
            case "bullet_list":
                yield BulletList(tuple(self.blocks(item.children) for item in node.children))
            case "ordered_list":
                items = tuple(self.blocks(item.children) for item in node.children)
                yield NumberedList(items, int(node.attrs.get("start", 1)))
            case "blockquote":
                yield Quote(self.blocks(node.children))
            case "table":
                yield self.table(node)
            case "dl":
                yield self.definitions(node)

    def anchor(self, title: str) -> str:
        """Return an anchor for a heading, in ASCII where the title allows, unique in the text."""
        base = re.sub(r"[^\w]+", "-", alphabetical(title)).strip("-") or "part"
        name, number = base, 1
        while name in self.anchors:
            number += 1
            name = f"{base}-{number}"
        self.anchors.add(name)
        return name

    def table(self, node: SyntaxTreeNode) -> Table:
        rows = [
            tuple(self.inline(cell.children) for cell in row.children)
            for part in node.children
            for row in part.children
        ]
        return Table(rows[0], tuple(rows[1:]))

    def definitions(self, node: SyntaxTreeNode) -> DefinitionList:
        items: list[Definition] = []
        for part in node.children:
            if part.type == "dt":
                items.append(Definition(self.inline(part.children), ()))
            elif items:
                last = items.pop()
                items.append(Definition(last.term, (*last.blocks, *self.blocks(part.children))))
        return DefinitionList(tuple(items))

    def inline(self, nodes: Sequence[SyntaxTreeNode]) -> Inlines:
        """Write what stands in a line; pieces of text that follow each other become one."""
        written: list[Inline] = []
        for node in nodes:
            for one in self.span(node):
                last = written[-1] if written else None
                if isinstance(one, str) and isinstance(last, str):
                    written[-1] = last + one
                else:
                    written.append(one)
        return tuple(written)

    def span(self, node: SyntaxTreeNode) -> Inlines:
        written: Inlines = ()
        match node.type:
            case "text" | "text_special" if node.content:
                written = (re.sub(r"[ \t\n]+", " ", node.content),)
            case "softbreak":
                written = (" ",)
            case "hardbreak":
                written = (LineBreak(),)
            case "code_inline":
                written = (Code(node.content),)
            case "strong":
                written = (Strong(self.inline(node.children)),)
            case "em":
                written = (Emphasis(self.inline(node.children)),)
            case "link":
                content = self.inline(node.children)
                written = self.resolve(str(node.attrs.get("href", "")), content)
            case "inline":
                written = self.inline(node.children)
        return written


def _mentions(text: str) -> Iterator[tuple[Mention, bool]]:
    """Walk links and images with their addresses; ``True`` marks an image."""
    parsed = parse(text)
    if parsed.root is None:
        return
    starts = _line_starts(text)
    for inline in parsed.root.walk():
        if inline.type != "inline":
            continue
        offset = starts[_line(inline)]
        for node in inline.walk():
            if node.type != "link" and not (node.type == "image" and _is_image_alone(inline)):
                continue
            address = str(node.attrs.get("href", node.attrs.get("src", "")))
            label = node.meta.get("label") if node.type == "image" else _label_of(node)
            if label in parsed.definitions:
                found = _find_address(text, address, starts[parsed.definitions[str(label)]])
                yield Mention(address, found, node.content), node.type == "image"
                continue
            offset = _find_address(text, address, offset)
            yield Mention(address, offset, node.content), node.type == "image"
            offset += len(address)


def _label_of(node: SyntaxTreeNode) -> object:
    """Return the label of a link by reference; links with an address of their own have none."""
    return node.nester_tokens.opening.meta.get("label") if node.nester_tokens else None


def _find_address(text: str, address: str, start: int) -> int:
    """Return where an address is typed from an offset on, or the offset where it is spelled so."""
    pattern = rf"(?:\]\(\s*<?|\]:\s*<?|<){re.escape(address)}"
    found = re.compile(pattern).search(text, start)
    return found.end() - len(address) if found else _first_character(text, start)


def _line(node: SyntaxTreeNode) -> int:
    """Return the first line of a node, or of the node around it, from 0."""
    here: SyntaxTreeNode | None = node
    while here is not None and not here.is_root:
        if here.map:
            return here.map[0]
        here = here.parent
    return 0


def _is_image_alone(inline: SyntaxTreeNode) -> bool:
    """Tell whether a line is an image and nothing else."""
    told = [one for one in inline.children if one.type != "text" or one.content.strip()]
    inside = inline.parent is not None and inline.parent.type == "paragraph"
    return inside and [one.type for one in told] == ["image"]


def _rows_with_too_many_cells(
    text: str, starts: Sequence[int], table: SyntaxTreeNode
) -> Iterator[Problem]:
    """Find rows with more cells than their head: the parser leaves out what is too many."""
    first, end = table.map or (0, 0)
    lines = text.split("\n")
    most = _cells(lines[first])
    for number in range(first + 2, end):
        if _cells(lines[number]) > most:
            start = _first_character(text, starts[number])
            yield Problem("a table row with more cells than its head", start)


def _cells(line: str) -> int:
    """Count the cells of a row of a table."""
    bare = re.sub(r"\\\|", "", line).strip().lstrip("> ")
    return bare.removeprefix("|").removesuffix("|").count("|") + 1


def _line_starts(text: str) -> list[int]:
    """Return the offset at which each line starts."""
    return [0, *(match.end() for match in re.finditer("\n", text)), len(text)]


def _first_character(text: str, start: int) -> int:
    """Return the offset of the first character of a line that is no space."""
    found = re.compile(r"[^ \t]").search(text, start)
    return found.start() if found else start


def _readable(address: str) -> bool:
    try:
        urlsplit(address)
    except ValueError:
        return False
    return True


def _past_limits(text: str) -> bool:
    parts = re.split(r"\n\s*\n", text)
    if len(text) > MAX_LENGTH or max(map(len, parts)) > MAX_BLOCK:
        return True
    if re.search(rf"^(?:[ \t]*>){{{MAX_NESTING + 1}}}", text, re.MULTILINE):
        return True
    return any(_depth(re.findall(r"[\[(]|[\])]", part)) > MAX_BRACKETS for part in parts)


def _depth(marks: list[str]) -> int:
    """Return how deep brackets are nested."""
    depths = accumulate(
        marks, lambda depth, mark: max(depth + (1 if mark in "[(" else -1), 0), initial=0
    )
    return max(depths)


def _parser() -> MarkdownIt:
    """Make the parser: CommonMark with tables and definition lists, without HTML.

    Addresses stay as typed: the checks judge them, and each output quotes them.
    """
    parser = MarkdownIt("commonmark", {"html": False, "store_labels": True, "maxNesting": 60})
    parser.enable("table").use(deflist_plugin)
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 its name
    return parser


_PARSER = _parser()
