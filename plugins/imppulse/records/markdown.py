"""Markdown files as trees: front matter is YAML, the body one more value with its place."""

from __future__ import annotations

import re

from imppulse.records.findings import Finding, Place, Severity
from imppulse.records.rule import Example, Rule
from imppulse.records.tree import Mapping, Scalar, parse
from imppulse.records.validation import UNKNOWN_KEY

NO_FRONT_MATTER = Rule(
    "IMP017",
    Severity.ERROR,
    "A Markdown record starts with front matter between two '---' lines.",
    why="Title and summary of a page stand there; without them no list can name it.",
    remedy=(
        "Begin the file with a line '---', then lines 'key: value', then '---' again, then "
        "the text."
    ),
    example=Example(
        bad="title: About\nsummary: What this guide is.\n",
        good="---\ntitle: About\nsummary: What this guide is.\n---\n",
    ),
)


_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


def parse_markdown(text: str, name: str) -> tuple[Mapping | None, list[Finding]]:
    """Parse front matter and body; the body becomes the value of the key ``body``."""
    fences = list(_FENCE.finditer(text))[:2]
    if len(fences) < 2 or fences[0].start() != 0:
        message = "expected '---' in the first line, then lines 'key: value', then '---' again"
        return None, [NO_FRONT_MATTER.at(Place(name), message)]
    front = text[fences[0].end() + 1 : fences[1].start()]
    tree, findings = parse(front, name, first_line=2)
    if tree is None:
        return None, findings
    if "body" in tree.keys:
        message = "the body is the text under the front matter; delete this key"
        return None, [*findings, UNKNOWN_KEY.at(tree.keys["body"], message)]
    body = text[fences[1].end() + 1 :]
    start = len(text) - len(body.lstrip())
    line = text.count("\n", 0, start) + 1
    tree.entries["body"] = Scalar(
        Place(name, line), body.strip(), empty=not body.strip(), raw=body.strip()
    )
    tree.keys["body"] = Place(name, line)
    return tree, findings
