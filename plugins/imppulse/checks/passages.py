"""Passages: every text of a record and of its translations, with the place of each character."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from imppulse.records.findings import Place
from imppulse.records.folder import Loaded
from imppulse.records.text import Prose
from imppulse.records.tree import Scalar, find, scalars
from imppulse.records.validation import texts


@dataclass(frozen=True)
class Passage:
    """One text, and the value in a file that holds it."""

    scalar: Scalar
    text: str

    def place(self, offset: int) -> Place:
        """Return the place in the file of a character of the text."""
        typed = self.scalar.text
        return self.scalar.place_in(offset + len(typed) - len(typed.lstrip()))


def prose_passages(loaded: Loaded) -> Iterator[Passage]:
    """Walk the prose of a record and of its translations."""
    for path, text in texts(loaded.record):
        if isinstance(text, Prose):
            scalar = find(loaded.tree, path)
            if isinstance(scalar, Scalar):
                yield Passage(scalar, text)
            for translation in loaded.translations.values():
                if path in translation.passages:
                    found = translation.scalars[path]
                    yield Passage(found, Prose.tidy(found.text))


def all_passages(loaded: Loaded) -> Iterator[Passage]:
    """Walk every value of a record, and every passage of its translations."""
    for _, scalar in scalars(loaded.tree):
        yield Passage(scalar, scalar.text)
    for translation in loaded.translations.values():
        for scalar in translation.scalars.values():
            yield Passage(scalar, scalar.text)
