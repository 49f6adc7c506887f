"""Typographer's characters for what editors type: apostrophes, quotation marks, fixed spaces.

A passage that holds anything like program code keeps every character as it was typed.
"""

from __future__ import annotations

import re
import unicodedata

from imppulse.languages.typography import apostrophes, typeset

QUOTES = {
    "de": ("„", "“", "‚", "‘"),
    "es": ("«", "»", "“", "”"),
    "fr": ("«\u00a0", "\u00a0»", "“", "”"),
    "it": ("«", "»", "“", "”"),
    "pl": ("„", "”", "‚", "’"),
    "pt": ("«", "»", "“", "”"),
}
"""Opening and closing marks, outer and inner, by language; all others use the English ones."""

_ENGLISH = ("“", "”", "‘", "’")
_SYNTAX = re.compile(r"[#$@\\`{}|_~^*]|[<=>](?![ \u00a0][−+-]?\d)|&\w+;|//")
_DOUBLE = re.compile(r'(?<![^\s(–—])"(?=\S)([^"]+?)(?<=\S)"(?![^\s.,;:!?)–—…])')
_SINGLE = re.compile(
    r"(?<![^\s(–—“«„])'(?=\S)((?:[^']|(?<=\w)'(?=\w))+?)(?<=\S)'(?![^\s.,;:!?)–—…”»“])"
)
_LONG_WORD = re.compile(r"\S{31,}")
_STEP, _WHOLE = 8, 20
_FORMAT_CHARACTERS_USED_IN_TEXT = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


def polish(text: str, language: str) -> str:
    """Set quotation marks, apostrophes and spaces as printers of a language do."""
    if _SYNTAX.search(text):
        return text
    open_, close, inner_open, inner_close = QUOTES.get(language, _ENGLISH)
    text = _DOUBLE.sub(rf"{open_}\1{close}", text)
    text = _SINGLE.sub(rf"{inner_open}\1{inner_close}", text)
    return typeset(apostrophes(text), language)


def printable(text: str) -> str:
    """Write characters that no page can show by their code, so that none is lost in silence."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(named(char) if _invisible(char) else char for char in text)


def named(char: str) -> str:
    """Write a character by its code, as in [U+1F600]."""
    return f"[U+{ord(char):04X}]"


def spelled(shape: str) -> str:
    """Write what no font has by its codes; a plain character under marks stays."""
    first = shape[0] if len(shape) > 1 and shape[0].isascii() else named(shape[0])
    return first + "".join(map(named, shape[1:]))


def pieces(text: str) -> list[str]:
    """Split a text where a line may break inside words that are longer than a line can bear."""
    if len(text) <= 30:
        return [text]
    found: list[str] = [""]
    end = 0
    for match in _LONG_WORD.finditer(text):
        parts = _parts(match.group())
        found[-1] += text[end : match.start()] + parts[0]
        found += parts[1:]
        end = match.end()
    found[-1] += text[end:]
    return found


def _parts(word: str) -> list[str]:
    """Cut a long word after its punctuation, and every few characters where it has none."""
    chunks = re.findall(r"[^/.\-_?&=#%,;:]*[/.\-_?&=#%,;:]+|[^/.\-_?&=#%,;:]+", word)
    return [piece for chunk in chunks for piece in _pieces_of(chunk)]


def _pieces_of(chunk: str) -> list[str]:
    """Cut what no punctuation parts; what is no longer than a host's name stays whole."""
    if len(chunk) <= _WHOLE:
        return [chunk]
    return [chunk[at : at + _STEP] for at in range(0, len(chunk), _STEP)]


def _invisible(char: str) -> bool:
    """Tell characters that have no shape, or that would turn the line around."""
    if char in _FORMAT_CHARACTERS_USED_IN_TEXT or char in "\n\t":
        return False
    return unicodedata.category(char) in {"Cc", "Cf", "Cn", "Co", "Cs"}
