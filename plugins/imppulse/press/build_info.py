"""When, from what and for whom an edition is made, and what its publisher says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from imppulse.languages.catalogue import SOURCE
from imppulse.press.errors import PressError


@dataclass(frozen=True)
class Imprint:
    """What the publisher puts into the imprint; whatever is empty is not printed.

    Statements are given once, or by language; a language without its own prints the English one.
    """

    edition: str | Mapping[str, str] = ""
    """As in 'Second edition'; the date is printed anyway."""
    publisher: str | Mapping[str, str] = ""
    licence: str | Mapping[str, str] = ""
    funding: str | Mapping[str, str] = ""
    disclaimer: str | Mapping[str, str] = ""
    website: str | Mapping[str, str] = ""
    """Where the guide can be read, for whoever holds a page of paper."""
    contact: str | Mapping[str, str] = ""
    """Whom to ask."""
    isbn: Mapping[str, str] = field(default_factory=dict)
    """By the name of the file without its ending, as in ``imppulse-guide-en-print``."""

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> Imprint:
        """Read the imprint from options. Raises ``PressError`` for what is none."""
        known = {one.name for one in fields(cls)}
        for name, value in values.items():
            if name not in known:
                message = f"the imprint has no '{name}'; it has {', '.join(sorted(known))}"
                raise PressError(message)
            parts = value.values() if isinstance(value, Mapping) else [value]
            if not all(isinstance(part, str) for part in parts) or (
                name == "isbn" and not isinstance(value, Mapping)
            ):
                message = f"'{name}' of the imprint must be text, or text by language or file"
                raise PressError(message)
        return cls(**values)

    def said(self, name: str, language: str) -> str:
        """Return a statement in a language."""
        value: str | Mapping[str, str] = getattr(self, name)
        if isinstance(value, str):
            return value
        return value.get(language) or value.get(SOURCE, "")


@dataclass(frozen=True)
class BuildInfo:
    """When, from what and for whom an edition is made."""

    made: date
    """Printed on its pages."""
    commit: str | None = None
    """The version of the records."""
    imprint: Imprint = Imprint()
    for_printer: bool = False
    """With bleed, a page count that folds, and the cover in a file of its own."""
