"""Words of a record as Markdown in which no character has a meaning of its own."""

from __future__ import annotations

import re
from urllib.parse import quote

_SPECIAL = re.compile(r"""[\\`*_{}\[\]()<>#+!|~^=$:@&"'-]""")
_HARMLESS = re.compile(r"(?<=[^\W_])(?:['’-](?=[^\W_])|:(?= )|,)|(?<= )\((?=\w)|(?<=\w)\)")
_LIST_MARK = re.compile(r"^(\d+)\.(?=\s|$)")

_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"
"""What a web address may contain unquoted (RFC 3986); all else is quoted."""


def escape_address(address: str) -> str:
    """Write an address so that it ends where it ends, between angle brackets in Markdown."""
    return quote(address, safe=_IN_ADDRESSES)


def escape(text: str) -> str:
    """Write plain text so that Markdown and HTML show the characters typed, on one line.

    Characters that could mean something become HTML entities, which every Markdown dialect leaves
    alone; apostrophes, hyphens, colons and brackets inside running text stay readable.
    """
    folded = re.sub(r"[ \t\n]+", " ", text).strip()
    kept = {match.start() for match in _HARMLESS.finditer(folded)}
    escaped = _SPECIAL.sub(
        lambda match: match.group() if match.start() in kept else f"&#{ord(match.group())};", folded
    )
    return _LIST_MARK.sub(r"\1&#46;", escaped)
