"""How texts are sorted for readers."""

from __future__ import annotations

import unicodedata


def alphabetical(text: str) -> str:
    """Return what to sort a text by: É stands with E."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(char for char in parts if not unicodedata.combining(char)).casefold()
