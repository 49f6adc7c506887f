"""Prose to a tree of elements, so that site and press print the same words and evaluate none.

Markdown is read by Python-Markdown with raw HTML switched off, cleaned by nh3 against an
allow-list, and turned into elements. What an editor types as HTML stands on the page as typed.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate
from typing import TypeAlias

import markdown
import nh3

ELEMENTS = {
    "p": "paragraph",
    "h2": "heading",
    "h3": "heading",
    "strong": "strong",
    "em": "emphasis",
    "code": "code",
    "a": "link",
    "ul": "list",
    "ol": "list",
    "li": "item",
    "blockquote": "quote",
    "table": "table",
    "thead": "head",
    "tbody": "rows",
    "tr": "row",
    "th": "cell",
    "td": "cell",
    "dl": "definitions",
    "dt": "term",
    "dd": "description",
    "br": "break",
    "img": "image",
}
"""The supported Markdown, by the HTML tag that it becomes and the name that it has in the tree."""

SCHEMES = {"http", "https", "mailto"}
"""What an address outside the guide may start with."""

MAX_LENGTH, MAX_BLOCK, MAX_NESTING, MAX_BRACKETS = 50_000, 10_000, 8, 20
"""What a passage may have at most: characters, characters between two blank lines, blocks within
blocks, and brackets within brackets. Past that, converting takes seconds or does not end."""

INLINE = frozenset({"strong", "emphasis", "code", "link", "break"})
"""The elements that stand within a paragraph."""

_VOID = frozenset({"break", "image"})
_BLOCKS = {"list", "quote", "table", "head", "rows", "row", "definitions"}


@dataclass(frozen=True)
class Element:
    """One element of a text.

    Attributes: ``level`` of headings, ``ordered`` lists and where they ``start`` unless at 1,
    ``href`` of links, and of images ``src``,
    ``alt`` (what it shows) and ``title`` (its caption).
    """

    name: str
    children: tuple[Child, ...] = ()
    attributes: dict[str, str] = field(default_factory=dict)

    def plain(self) -> str:
        """Return the characters without their markup."""
        return "".join(
            child if isinstance(child, str) else child.plain() for child in self.children
        )


Child: TypeAlias = Element | str


@lru_cache(maxsize=20_000)
def parse(text: str) -> tuple[Element, ...]:
    """Turn Markdown into its blocks. Anything unsupported is left out; ``unsupported`` names it."""
    clean = nh3.clean(
        _html(text),
        tags=set(ELEMENTS),
        attributes={"a": {"href"}, "ol": {"start"}, "img": {"src", "alt", "title"}},
        url_schemes=SCHEMES,
        link_rel=None,
    )
    builder = _Builder()
    builder.feed(clean)
    builder.close()
    return tuple(child for child in builder.children[0] if isinstance(child, Element))


def unsupported(text: str) -> list[tuple[str, int]]:
    """Return what the text uses outside the supported Markdown, each with its line, from 0."""
    trouble = _trouble(text)
    if trouble:
        return [(trouble, 0)]
    found = []
    alone = sum(element.name == "image" for element in parse(text))
    if _html(text).count("<img ") != alone:
        match = re.search(r"!\[", text)
        found.append((_WITHIN, text.count("\n", 0, match.start()) if match else 0))
    found += [*_lost_cells(text), *_lost_definitions(text)]
    for tag, pattern in _FORBIDDEN.items():
        if re.search(rf"<{tag}[ >/]", _html(text)):
            match = pattern.search(text)
            found.append((_NAMES[tag], text.count("\n", 0, match.start()) if match else 0))
    return found


def links(text: str) -> list[tuple[str, int]]:
    """Return every address that a text links to, with the line of the text, counted from 0."""
    found = []
    for match in re.finditer(r'<a href="([^"]*)"', _html(text)):
        address = unescape(match.group(1))
        spellings = f"{re.escape(address)}|{re.escape(match.group(1))}"
        typed = re.search(rf"(?:[(<]|\]:)\s*<?(?:{spellings})", text)
        found.append((address, text.count("\n", 0, typed.start()) if typed else 0))
    return found


def images(text: str) -> list[tuple[Element, int]]:
    """Return every image that a text shows, with the line of the text, counted from 0."""
    found, start = [], 0
    for element in parse(text):
        if element.name == "image":
            address = re.escape(element.attributes.get("src", ""))
            typed = re.compile(rf"\]\(\s*<?{address}").search(text, start)
            start = typed.end() if typed else start
            found.append((element, text.count("\n", 0, start)))
    return found


def with_paragraphs(elements: Sequence[Child]) -> list[Element]:
    """Wrap loose text between blocks, as in items of a tight list, into paragraphs."""
    wrapped: list[Element] = []
    loose: list[Child] = []
    for element in (*elements, None):
        if isinstance(element, str) or (element and element.name in INLINE):
            loose.append(element)
            continue
        if any(isinstance(child, Element) or child.strip() for child in loose):
            wrapped.append(Element("paragraph", tuple(loose)))
        loose = []
        if element:
            wrapped.append(element)
    return wrapped


def walk(elements: tuple[Child, ...]) -> Iterator[Element]:
    """Walk elements and all that is in them, in reading order."""
    for element in elements:
        if isinstance(element, Element):
            yield element
            yield from walk(element.children)


_TOO_MUCH = "text this long or this deeply nested"
_UNCLEAR = "stars or underscores so close together that it is unclear what they emphasise"
_WITHIN = "an image that is no paragraph of its own"
_DELIMITER = re.compile(r"^ {0,3}\|?[ :|-]*-[ :|-]*$")
_DEFINITION = re.compile(r"^ {0,3}\[([^\]\n]+)\]:", re.MULTILINE)
_NAMES = {
    "h1": "a heading of the first level",
    "h[4-6]": "a heading below the third level",
    "pre": "a code block",
    "hr": "a rule",
}
_FORBIDDEN = {
    "h1": re.compile(r"^# |^=+\s*$", re.MULTILINE),
    "h[4-6]": re.compile(r"^#{4,}", re.MULTILINE),
    "pre": re.compile(r"^(?: {4}|\t)", re.MULTILINE),
    "hr": re.compile(r"^[ ]{0,3}(?:[-*_][ ]*){3,}$", re.MULTILINE),
}


def _lost_cells(text: str) -> Iterator[tuple[str, int]]:
    """Find rows with more cells than their head: the converter leaves out what is too many."""
    most = 0
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if most and "|" not in line:
            most = 0
        elif most and _cells(line) > most:
            yield "a table row with more cells than its head", number
        elif number and "|" in line and _DELIMITER.match(line) and "|" in lines[number - 1]:
            most = _cells(lines[number - 1])


def _cells(line: str) -> int:
    """Count the cells of a row of a table."""
    bare = re.sub(r"`[^`]*`|\\\|", "", line).strip()
    return bare.removeprefix("|").removesuffix("|").count("|") + 1


def _lost_definitions(text: str) -> Iterator[tuple[str, int]]:
    """Find lines that the converter takes for addresses of links that there are not."""
    for match in _DEFINITION.finditer(text):
        name = re.escape(match[1])
        if not re.search(rf"\[{name}\](?!:)", text, re.IGNORECASE):
            line = text.count("\n", 0, match.start())
            yield f"a line that starts with '[{match[1]}]:' and that no link refers to", line


def _html(text: str) -> str:
    """Convert Markdown with raw HTML switched off; nothing comes of what cannot be converted."""
    return "" if _trouble(text) else _converted(text)


@lru_cache(maxsize=20_000)
def _trouble(text: str) -> str | None:
    """Say what keeps a passage from being converted right and in no time, if anything."""
    blocks = re.split(r"\n\s*\n", text)
    if len(text) > MAX_LENGTH or max(map(len, blocks)) > MAX_BLOCK:
        return _TOO_MUCH
    if any(_depth(re.findall(r"[\[(]|[\])]", block), "[(") > MAX_BRACKETS for block in blocks):
        return _TOO_MUCH
    try:
        converted = _converted(text)
    except RecursionError:
        return _TOO_MUCH
    if _depth(re.findall(r"<(/?)(?:blockquote|ul|ol|dl)\b", converted), ("",)) > MAX_NESTING:
        return _TOO_MUCH
    # Python-Markdown loses a part of '*a**b*`c`*' and leaves the mark that stood for it.
    return _UNCLEAR if re.search("[\x02\x03]", converted) else None


def _depth(marks: list[str], opening: Container[str]) -> int:
    """Return how deep marks that open and close are nested."""
    depths = accumulate(
        marks, lambda depth, mark: max(depth + (1 if mark in opening else -1), 0), initial=0
    )
    return max(depths)


@lru_cache(maxsize=20_000)
def _converted(text: str) -> str:
    converter = markdown.Markdown(
        extensions=["tables", "def_list", "sane_lists"], output_format="html"
    )
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    converter.inlinePatterns.deregister("automail")  # it hides addresses behind entities
    return converter.convert(text)


class _Builder(HTMLParser):
    """Builds elements from clean HTML, whose tags are known to be balanced."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str]]] = [("document", {})]
        self.children: list[list[Child]] = [[]]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = ELEMENTS[tag]
        attributes = {key: value or "" for key, value in attrs if key == "href"}
        if name == "heading":
            attributes["level"] = tag[1]
        elif name == "list":
            attributes["ordered"] = "true" if tag == "ol" else "false"
            attributes |= {key: value or "" for key, value in attrs if key == "start"}
        elif tag == "th":
            attributes["header"] = "true"
        if name in _VOID:
            kept = {key: value or "" for key, value in attrs}
            self.children[-1].append(Element(name, (), kept))
            return
        self.open.append((name, attributes))
        self.children.append([])

    def handle_endtag(self, tag: str) -> None:
        if ELEMENTS[tag] in _VOID:
            return
        name, attributes = self.open.pop()
        children = self.children.pop()
        if name == "paragraph" and _is_image(children):
            self.children[-1] += [one for one in children if isinstance(one, Element)]
        else:
            self.children[-1].append(Element(name, tuple(children), attributes))

    def handle_data(self, data: str) -> None:
        text = re.sub(r"[ \t\n]+", " ", data)  # no-break spaces stay
        if self.open[-1][0] in _BLOCKS or len(self.open) == 1:
            text = text.strip()
        if text:
            self.children[-1].append(text)


def _is_image(children: list[Child]) -> bool:
    """Tell whether a paragraph is an image and nothing else."""
    told = [one for one in children if isinstance(one, Element) or one.strip()]
    return [one.name if isinstance(one, Element) else one for one in told] == ["image"]
