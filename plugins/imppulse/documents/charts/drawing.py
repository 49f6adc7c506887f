"""A drawing: one SVG with its words, and how a template becomes one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from imppulse.languages.catalogue import Catalogue
from imppulse.languages.typography import apostrophes

WIDTH = 340
"""Units of all wide drawings: one to a pixel on a phone, about 0.3 mm on paper."""

OWN = "IMPPULSE"
"""Marks what comes from the project's own micro-experiments, which are counted apart."""


@dataclass(frozen=True)
class Drawing:
    """One picture, ready to be put into a page or a PDF."""

    name: str
    """Unique in a page: the ids in the SVG start with it."""
    title: str
    description: str
    """What is seen, with its figures: for those who do not see it, and for ``alt`` in a PDF."""
    svg: str
    width: float
    height: float
    table: list[list[str]]
    """The same figures as a table; the first row holds the headers."""


def draw(
    template: str,
    words: Catalogue,
    *,
    name: str,
    title: str,
    description: str,
    width: float,
    height: float,
    table: list[list[str]],
    **values: object,
) -> Drawing:
    """Fill a template; every value is escaped, and stripped of what XML or a reader cannot bear."""
    text = (
        _environment(words.language)
        .get_template(template)
        .render(
            name=name,
            title=title,
            description=description,
            width=width,
            height=height,
            **values,
        )
    )
    lines = (line.strip() for line in text.splitlines())
    svg = "\n".join(line for line in lines if line) + "\n"
    return Drawing(name, tidy(title), tidy(description), svg, width, height, table)


def tidy(text: str) -> str:
    """Replace what XML 1.0 does not allow, drop what turns a line, set apostrophes."""
    return apostrophes(_TURNING.sub("", _ILLEGAL.sub("\ufffd", text)))


def pages(heights: Sequence[float], room: float | None) -> Iterator[slice]:
    """Cut rows into runs that fit a height; without a height, and for one row, there is one run."""
    start, used = 0, 0.0
    for position, height in enumerate(heights):
        if room is not None and position > start and used + height > room:
            yield slice(start, position)
            start, used = position, 0.0
        used += height
    if heights:
        yield slice(start, len(heights))


def part(name: str, position: int) -> str:
    """Name the parts of a drawing that is cut in pieces; the first keeps the name."""
    return name if position == 0 else f"{name}-{position + 1}"


def language_of(text: str, words: Catalogue) -> str | None:
    """Return the language of a passage where it is not that of the guide."""
    language = getattr(text, "language", None)
    return language if language != words.language else None


_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@lru_cache(maxsize=64)
def _environment(language: str) -> Environment:
    """Make the template environment of a language."""
    environment = Environment(
        loader=PackageLoader("imppulse.documents.charts"),
        autoescape=True,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals["language"] = language
    return environment


def _finalize(value: object) -> object:
    """Write numbers as coordinates, and clean text."""
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    if isinstance(value, str) and not isinstance(value, Markup):
        return tidy(value)
    return value
