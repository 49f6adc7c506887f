"""The Typst compiler: templates and data to a PDF, the same bytes for the same data."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Literal

import typst

from imppulse.press.cache import digest
from imppulse.press.errors import PressError
from imppulse.press.typography import spelled

TEMPLATES = Path(str(files("imppulse.press") / "templates"))
"""The only folder that a template can read."""

STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
"""Every edition can be archived (PDF/A-2a) and read aloud (PDF/UA-1)."""

FONT_PACKAGE = "fontpkg_source_sans_3"
"""Carries Source Sans 3; Libertinus Serif comes inside the typst package."""

logger = logging.getLogger(__name__)


def compile_pdf(
    template: str, text: str, *, timestamp: int, inputs: Mapping[str, str] | None = None
) -> bytes:
    """Compile a template with data, given as JSON. Raises ``PressError`` when Typst refuses."""
    for missing in missing_characters(text):
        text = text.replace(missing, spelled(missing))
    try:
        pdf, warnings = _compiler(template).compile_with_warnings(
            format="pdf",
            sys_inputs={**(inputs or {}), "data": text},
            pdf_standards=list(STANDARDS),
            timestamp=timestamp,
        )
    except (typst.TypstError, RuntimeError, ValueError) as error:
        raise PressError(_explain(template, error)) from error
    for warning in warnings:
        logger.warning("%s: %s", template, warning.message)
    if not isinstance(pdf, bytes):
        message = f"{template}: the compiler gave no PDF"
        raise PressError(message)
    return pdf


@lru_cache(maxsize=1)
def toolchain() -> str:
    """Return a digest of all that pages are made with beside their data."""
    parts = [f"{path.name}\n".encode() + path.read_bytes() for path in _sources()]
    return digest(version("typst").encode(), *parts)


def missing_characters(text: str) -> list[str]:
    """Return what no font has of a text, longest first; PDF/A forbids to print an empty box.

    A character with marks upon it is one shape, which a font may lack though it has the parts.
    """
    marked = {one for one in _MARKED.findall(text) if not _MARKS_ALONE.fullmatch(one)}
    unusual = {char for char in text if not (char.isascii() or char in _COMMON)}
    found = _missing(tuple(sorted(unusual | marked)))
    return sorted(found, key=lambda one: (-len(one), one))


@lru_cache(maxsize=256)
def _missing(chars: tuple[str, ...]) -> list[str]:
    """Try all at once, then halves, so that a text without trouble costs one short run."""
    if not chars or _has_all(chars):
        return []
    if len(chars) == 1:
        return list(chars)
    middle = len(chars) // 2
    return [*_missing(chars[:middle]), *_missing(chars[middle:])]


def _has_all(chars: tuple[str, ...]) -> bool:
    """Try whether the fonts have all of some characters."""
    try:
        _compiler("probe.typ").compile(
            format="pdf",
            sys_inputs={"data": json.dumps(chars)},
            pdf_standards=list(STANDARDS),
            timestamp=0,
        )
    except typst.TypstError:
        return False
    return True


@lru_cache(maxsize=8)
def _compiler(template: str) -> typst.Compiler:
    """Return the compiler of a template, which sees no other folder and no fonts of the machine."""
    return typst.Compiler(
        TEMPLATES / template, root=TEMPLATES, font_paths=_fonts(), ignore_system_fonts=True
    )


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Load the fonts that every edition embeds."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[_font_folder()]
    )


def _font_folder() -> Path:
    try:
        return Path(str(files(FONT_PACKAGE) / "files"))
    except ModuleNotFoundError:
        message = f"the package {FONT_PACKAGE.replace('_', '-')} with our fonts is not installed"
        raise PressError(message) from None


def _sources() -> list[Path]:
    """Return templates and fonts, in a fixed order."""
    fonts = (path for path in _font_folder().rglob("*") if path.is_file())
    return [*sorted(TEMPLATES.glob("*.typ")), *sorted(fonts)]


def _explain(template: str, error: Exception) -> str:
    """Say in one line what the compiler did not like, and where."""
    message = getattr(error, "message", None) or str(error)
    hints = getattr(error, "hints", None) or []
    trace = getattr(error, "trace", None) or []
    parts = [" ".join(str(message).split()), *(f"hint: {hint}" for hint in hints), *trace[:1]]
    return (
        f"{template} cannot be compiled: {'; '.join(' '.join(str(part).split()) for part in parts)}"
    )


_MARKED = re.compile('[^\\s\\\\"][\u0300-\u036f\u0483-\u0489\u20d0-\u20ff\ufe00-\ufe0f]+')
"""A character and the marks upon it."""
_MARKS_ALONE = re.compile("[\u0300-\u036f\ufe00-\ufe0f]+")
_COMMON = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆßñáíóúãõ–—’‘“”«»…·×±−€\u00a0\u202f")
"""Characters that are known to be in our fonts, so that most texts need no trial."""
