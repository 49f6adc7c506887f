"""How a language sets its punctuation, applied to text that is about to be shown."""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"
NARROW_NO_BREAK = "\u202f"

# Lexique des règles typographiques en usage à l'Imprimerie nationale: a full no-break space before
# a colon and inside guillemets, a narrow one before the other high marks and the per-cent sign.
_BEFORE_HIGH_MARK = re.compile(r"(?<=[\w»)\]*`’'\"…]) (?=[;!?%])")
_BEFORE_COLON = re.compile(r"(?<=[\w»)\]*`’'\"…]) (?=[:»])")
_AFTER_GUILLEMET = re.compile(r"(?<=«) ")
_VALUE = re.compile(r"\b([a-zA-Z]{1,2}) ([=<>]) (?=[−+-]?\d)")
"""A symbol of statistics and its value, as in 'd = 0.18'."""
_UNIT = re.compile(r"(?<=\d) (?=(?:h|min|km|hours?|heures?|minutes?|%|€)(?!\w))")
_APOSTROPHE = re.compile(r"(?<=\w)'")
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")


def typeset(text: str, language: str) -> str:
    """Put no-break spaces where a language wants them, so that no line starts with a colon.

    In every language, a symbol keeps to its value, and a number to its unit.
    """
    text = _UNIT.sub(NO_BREAK, text)
    text = _THOUSANDS.sub(NARROW_NO_BREAK, text)
    text = _VALUE.sub(rf"\1{NO_BREAK}\2{NO_BREAK}", text)
    if language != "fr":
        return text
    text = _BEFORE_HIGH_MARK.sub(NARROW_NO_BREAK, text)
    text = _BEFORE_COLON.sub(NO_BREAK, text)
    return _AFTER_GUILLEMET.sub(NO_BREAK, text)


def apostrophes(text: str) -> str:
    """Write the apostrophes of a text as printers do."""
    return _APOSTROPHE.sub("’", text)


def semicolon(language: str) -> str:
    """Return what stands between the items of a line in a language."""
    return f"{NARROW_NO_BREAK if language == 'fr' else ''}; "


def colon(language: str) -> str:
    """Return what stands between a name and what it names."""
    return f"{NO_BREAK if language == 'fr' else ''}: "
