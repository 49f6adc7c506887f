"""YAML text to a tree in which every key and value knows its line and column.

Scalars stay the strings that were typed: ``no``, ``12:30`` and ``1.10`` mean what a model makes of
them. The tree is built from parser events, so aliases are never followed and nothing recurses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

import yaml

from imppulse.records.findings import Finding, Place, Severity
from imppulse.records.reading import unseen, unseen_finding
from imppulse.records.rule import Example, Rule

INVALID_YAML = Rule(
    "IMP010",
    Severity.ERROR,
    "The file is not valid YAML.",
    why="A file that cannot be taken apart into keys and values gives no record at all.",
    remedy=(
        "Mend the line named; most often quotation marks are missing around a text with a "
        "colon, or a line is indented differently from its neighbours."
    ),
    example=Example(
        bad="title: Door visits: at home\n",
        good='title: "Door visits: at home"\n',
    ),
)

SEVERAL_DOCUMENTS = Rule(
    "IMP011",
    Severity.ERROR,
    "The file holds several YAML documents; a record is one.",
    why="The id of a record is its file name, so a second record in the file would have none.",
    remedy="Put each record into a file of its own, and delete the line '---'.",
    example=Example(
        bad="title: Door visits\n---\ntitle: Street meetings\n",
        good="title: Door visits\n",
    ),
)

DUPLICATE_KEY = Rule(
    "IMP012",
    Severity.ERROR,
    "A key is given twice in the same mapping.",
    why="One of the two values would be lost without a word.",
    remedy="Keep one of the two lines.",
    example=Example(
        bad="status: planned\nstatus: completed\n",
        good="status: completed\n",
    ),
)

ALIAS = Rule(
    "IMP013",
    Severity.ERROR,
    "An anchor or alias is used; write the value out.",
    why=(
        "A value that stands elsewhere is hard to review, and a chain of aliases can fill "
        "the memory."
    ),
    remedy=(
        "Write the value out at each place, or put quotation marks around a text that starts "
        "with & or *."
    ),
    example=Example(
        bad="title: &doors Door visits\n",
        good="title: Door visits\n",
    ),
)

TAG = Rule(
    "IMP014",
    Severity.ERROR,
    "A YAML tag is used; values are plain text.",
    why="Tags can make a program do something other than read a value.",
    remedy=(
        "Delete the tag, or put quotation marks around a text that starts with an exclamation mark."
    ),
    example=Example(
        bad="title: !text Door visits\n",
        good="title: Door visits\n",
    ),
)

NOT_A_MAPPING = Rule(
    "IMP015",
    Severity.ERROR,
    "A record is a list of 'key: value' lines, and this file is not.",
    why="Every value of a record has a key that tells what it is.",
    remedy="Begin each line at the left with a key and a colon.",
    example=Example(
        bad="- title: Door visits\n",
        good="title: Door visits\n",
    ),
)

NO_VALUE = Rule(
    "IMP018",
    Severity.ERROR,
    "A comma or a missing space makes a key without a value, which is not read as meant.",
    why="'mean: 3,1' between braces would be read as a mean of 3, and the verdict could turn.",
    remedy="Write numbers with a point and without separators, and a space after each colon.",
    example=Example(
        bad="measured:\n  - {arm: intervention, n: 1,060, count: 21}\n",
        good="measured:\n  - {arm: intervention, n: 1060, count: 21}\n"
        "  - {arm: comparison, n: 1100, count: 20}\n",
    ),
)

TOO_DEEP = Rule(
    "IMP016",
    Severity.ERROR,
    "Values are nested too deeply, or there are too many.",
    why=(
        "No record needs more than twelve levels or 10,000 values; a file with more is a "
        "mistake or an attack."
    ),
    remedy="Take out the brackets or the indentation that is too much.",
    example=Example(
        bad="title: [[[[[[[[[[[[[Door visits]]]]]]]]]]]]]\n",
        good="title: Door visits\n",
    ),
)


MAX_DEPTH = 12
"""Twice the depth of the deepest record, a module's activity."""

MAX_VALUES = 10_000
"""Ten times the values of the longest record."""

Key: TypeAlias = str | int
Path: TypeAlias = tuple[Key, ...]


@dataclass(frozen=True)
class Scalar:
    """One value as typed. ``empty`` tells ``key:`` with nothing after it from ``key: ""``."""

    place: Place
    text: str
    empty: bool = False
    plain: bool = False
    """It has no quotes."""
    comment: str = ""
    """What follows a plain value after ' #' in its line."""
    raw: str = ""
    """The value as it stands in the file, with quotes, line breaks and indentation."""

    def place_in(self, offset: int) -> Place:
        """Return the place of a character of the text, however YAML folded its lines.

        The characters that are no white space stand in the file in the same order. Escapes in
        double quotes are longer there, so such a value is told at its first character.
        """
        raw = self.raw
        if not raw or (raw[0] == '"' and "\\" in raw):
            return self.place
        skipped = _header(raw)
        wanted = len("".join(self.text[:offset].split()))
        if raw[0] == "'":
            wanted += self.text[:offset].count("'")
        seen = -1
        for position in range(skipped, len(raw)):
            seen += not raw[position].isspace()
            if seen == wanted:
                return _shifted(self.place, raw, position)
        return self.place

    @property
    def comment_place(self) -> Place:
        """The place of the sign that starts the comment after the value."""
        end = _shifted(self.place, self.raw, len(self.raw))
        return Place(end.path, end.line, end.column + 1)


@dataclass(frozen=True)
class Sequence:
    """A list; ``flow`` tells ``[a, b]`` from lines that start with '-'."""

    place: Place
    items: list[Node] = field(default_factory=list)
    flow: bool = False


@dataclass(frozen=True)
class Mapping:
    """Keys with their values, and the place of each key."""

    place: Place
    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)
    flow: bool = False


Node: TypeAlias = Scalar | Sequence | Mapping


def _header(raw: str) -> int:
    """Return where the text of a value starts, behind a quotation mark or a '|' or '>' line."""
    if raw[0] in "|>":
        return raw.find("\n") + 1 or len(raw)
    return 1 if raw[0] in "'\"" else 0


def _shifted(place: Place, raw: str, position: int) -> Place:
    """Return the place of a character of a raw value that starts at a place."""
    lines = raw.count("\n", 0, position)
    if not lines:
        return Place(place.path, place.line, place.column + position)
    return Place(place.path, place.line + lines, position - raw.rfind("\n", 0, position))


class _Mark(Protocol):
    """A place as either of PyYAML's parsers gives it, counted from 0."""

    @property
    def index(self) -> int: ...

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


class _RefusedError(Exception):
    """Carries the one finding because of which a text is not a tree."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def parse(text: str, name: str, first_line: int = 1) -> tuple[Mapping | None, list[Finding]]:
    """Parse one YAML document whose top is a mapping.

    ``first_line`` is the line of the file at which the text starts (front matter starts at 2).
    Returns the tree, or ``None`` and the finding that explains why there is none.
    """
    builder = _Builder(text, name, first_line)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        place = builder.at(error.problem_mark or error.context_mark)
        return None, [*builder.findings, INVALID_YAML.at(place, _explain(error))]
    except _RefusedError as refused:
        return None, [*builder.findings, refused.finding]
    if not isinstance(builder.top, Mapping):
        place = builder.top.place if builder.top else Place(name, first_line)
        message = "expected lines of the form 'key: value'"
        return None, [NOT_A_MAPPING.at(place, message)]
    return builder.top, builder.findings


class _Builder:
    """Builds the tree from parser events, with a stack instead of recursion."""

    def __init__(self, text: str, name: str, first_line: int) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.name = name
        self.shift = first_line
        self.top: Node | None = None
        self.findings: list[Finding] = []
        self.documents = 0
        self.values = 0
        self.stack: list[Sequence | Mapping] = []
        self.pending: list[Scalar | None] = []  # per open mapping: the key that waits for its value

    def at(self, mark: _Mark | None) -> Place:
        if mark is None:
            return Place(self.name, self.shift)
        return Place(self.name, mark.line + self.shift, mark.column + 1)

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                message = "a second document starts here; put each record in a file of its own"
                raise _RefusedError(SEVERAL_DOCUMENTS.at(self.at(event.start_mark), message))
        elif isinstance(event, yaml.NodeEvent):
            self.start(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
            self.pending.pop()

    def start(self, event: yaml.NodeEvent) -> None:
        place = self.at(event.start_mark)
        if event.anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            message = (
                f"'{sign}{event.anchor}' refers to another value; write the value out, "
                f"or put quotes around the text if it starts with '{sign}'"
            )
            raise _RefusedError(ALIAS.at(place, message))
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!":  # a lone "!" is how quoted text is marked by some tools
            message = (
                f"the tag '{tag}' is not read; put quotes around the text if it starts with '!'"
            )
            raise _RefusedError(TAG.at(place, message))
        self.values += 1
        if self.values > MAX_VALUES:
            message = f"the file has more than {MAX_VALUES} values; a record has far fewer"
            raise _RefusedError(TOO_DEEP.at(place, message))
        if isinstance(event, yaml.ScalarEvent):
            escaped = unseen(
                event.value
            )  # an escape such as "\\0" writes what the file does not show
            if escaped:
                raise _RefusedError(unseen_finding(place, escaped.group()))
            plain = not event.style  # None or "", by the parser that PyYAML uses
            start, end = event.start_mark, event.end_mark
            raw = self.text[start.index : end.index] if start and end else ""
            rest = self.rest_of_line(end)
            comment = rest.strip() if plain and re.match(r"[ \t]+#", rest) else ""
            empty = plain and event.value == ""
            self.add(Scalar(place, event.value, empty, plain, comment, raw), end)
            return
        if len(self.stack) >= MAX_DEPTH:
            message = f"values are nested more than {MAX_DEPTH} deep"
            raise _RefusedError(TOO_DEEP.at(place, message))
        is_list = isinstance(event, yaml.SequenceStartEvent)
        flow = bool(getattr(event, "flow_style", False))
        node: Sequence | Mapping = (
            Sequence(place, flow=flow) if is_list else Mapping(place, flow=flow)
        )
        self.add(node)
        self.stack.append(node)
        self.pending.append(None)

    def rest_of_line(self, mark: _Mark | None) -> str:
        """Return what stands after a value in its line."""
        if mark is None or mark.line >= len(self.lines):
            return ""
        return self.lines[mark.line][mark.column :]

    def has_colon(self, node: Node, end: _Mark | None) -> bool:
        """Tell ``{key: }`` from ``{key}``, for a value with nothing in it."""
        if not isinstance(node, Scalar) or not node.empty or end is None:
            return True
        return self.lines[end.line][: end.column].rstrip().endswith(":")

    def add(self, node: Node, end: _Mark | None = None) -> None:
        if not self.stack:
            self.top = node
            return
        parent = self.stack[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = self.pending[-1]
        if key is None:
            if not isinstance(node, Scalar):
                message = (
                    "a key is a single word; put quotes around text that starts with '[' or '{'"
                )
                raise _RefusedError(INVALID_YAML.at(node.place, message))
            self.pending[-1] = node
            return
        self.pending[-1] = None
        if parent.flow and key.plain and not self.has_colon(node, end):
            self.findings.append(_without_value(key, parent))
            return
        if key.text in parent.entries:
            first = parent.keys[key.text].line
            message = f"the key '{key.text}' is already given at line {first}; keep one of the two"
            self.findings.append(DUPLICATE_KEY.at(key.place, message))
            return
        parent.entries[key.text] = node
        parent.keys[key.text] = key.place


def _without_value(key: Scalar, parent: Mapping) -> Finding:
    """Say how ``{mean: 3,1}`` is read: as a mean of 3, and a key '1' that has no value."""
    before = list(parent.entries)[-1] if parent.entries else None
    value = parent.entries[before] if before else None
    if before and isinstance(value, Scalar) and _is_cut_number(value.text, key.text):
        typed = f"{value.text},{key.text}"
        whole = f"{value.text}{key.text}"
        decimal = f"{value.text}.{key.text}"
        write = f"{whole} (or {decimal}, with a point)" if len(key.text) == 3 else decimal
        message = (
            f"'{before}: {typed}' is read as {before} {value.text} and a key '{key.text}' "
            f"without a value: write {write}"
        )
        return NO_VALUE.at(value.place, message)
    if found := re.fullmatch(r"(\w+):(.+)", key.text):
        message = f"a space is missing after the colon: write '{found.group(1)}: {found.group(2)}'"
        return NO_VALUE.at(key.place, message)
    message = (
        f"'{key.text[:40]}' is read as a key without a value: put quotes around a text "
        "that contains a comma, or write 'key: value'"
    )
    return NO_VALUE.at(key.place, message)


def _is_cut_number(before: str, after: str) -> bool:
    return re.fullmatch(r"[+-]?[0-9]+", before) is not None and after.isdigit()


_HINTS = {
    "mapping values are not allowed": "put quotes around text that contains ': '",
    "cannot start any token": "use spaces, not tabs, "
    "and put quotes around text that starts with @, ` or %",
    "did not find expected key": "check that the line starts in the same column as its neighbours, "
    "and put quotes around text that starts with a quotation mark",
    "could not find expected ':'": "write 'key: value', "
    "or put '|' after the key and indent the text",
    "did not find expected '-' indicator": "check that all '-' of a list stand in the same column",
    "found unexpected end of stream": "a quotation mark that opens a text is never closed",
    "found unknown escape character": "inside double quotes write '\\\\' for '\\', "
    "or use single quotes",
    "found unexpected document indicator": "a line '---' may not stand inside a text",
}


def _explain(error: yaml.MarkedYAMLError) -> str:
    """Put the parser's words and what would be right into one line."""
    problem = (error.problem or "the file cannot be read as YAML").strip()
    hint = next((hint for words, hint in _HINTS.items() if words in problem), None)
    return f"{problem}; {hint}" if hint else problem


def data(mapping: Mapping) -> dict[str, object]:
    """Return plain lists, dictionaries and strings; ``None`` for a key with nothing after it."""
    return {key: _plain(value) for key, value in mapping.entries.items()}


def _plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return None if node.empty else node.text
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return data(node)


def find(node: Node, path: Path) -> Node | None:
    """Follow keys and list positions from a node; ``None`` when the path leaves the tree."""
    here: Node | None = node
    for key in path:
        if isinstance(here, Mapping) and isinstance(key, str):
            here = here.entries.get(key)
        elif isinstance(here, Sequence) and isinstance(key, int) and key < len(here.items):
            here = here.items[key]
        else:
            return None
    return here


def place_of(node: Node, path: Path) -> Place:
    """Return the place of the value at a path, or of the nearest value above it that exists."""
    for length in range(len(path), -1, -1):
        found = find(node, path[:length])
        if found is not None:
            return found.place
    return node.place


def key_place(node: Node, path: Path) -> Place:
    """Return the place of the key that ends a path, where ``place_of`` gives that of its value."""
    parent = find(node, path[:-1])
    if isinstance(parent, Mapping) and path and path[-1] in parent.keys:
        return parent.keys[str(path[-1])]
    return place_of(node, path)


def scalars(node: Node, path: Path = ()) -> Iterator[tuple[Path, Scalar]]:
    """Walk all values of a tree with their paths, in the order of the file."""
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Sequence):
        for position, item in enumerate(node.items):
            yield from scalars(item, (*path, position))
    else:
        for key, value in node.entries.items():
            yield from scalars(value, (*path, key))
