"""What the press has to say of records: characters without a shape, and sheets that do not fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from imppulse.checks.prose import BODY, within
from imppulse.guide.references import ref_of
from imppulse.press.data.typography import spelled
from imppulse.press.job import SHEET_PAGES
from imppulse.press.printing import Printed
from imppulse.press.setting import missing_characters
from imppulse.records.findings import Finding, Place
from imppulse.records.folder import Loaded, Records
from imppulse.records.tree import scalars


def unprintable(records: Records) -> list[Finding]:
    """Name every value with a character that the fonts of the editions do not have."""
    values = [one for loaded in records.loaded for one in _values(loaded)]
    missing = missing_characters("".join({value.text for value in values}))
    return [
        Finding(value.place_of(char), "IMP701", _message(char))
        for char in missing
        for value in values
        if char in value.text
    ]


def overlong(printed: Iterable[Printed], records: Records) -> list[Finding]:
    """Name every record whose sheet has more pages than a sheet has."""
    paths = {ref_of(loaded): loaded.path for loaded in records.loaded}
    return [
        Finding(
            Place(paths[one.record]),
            "IMP702",
            f"its sheet takes {one.pages} pages, however small it is set ({one.path.name})",
        )
        for one in printed
        if one.record and one.pages > SHEET_PAGES
    ]


class _Value(NamedTuple):
    """One value of a file; the body of a Markdown file maps line by line."""

    place: Place
    text: str
    exact: bool

    def place_of(self, char: str) -> Place:
        """Return the place of a character, as far as it can be told."""
        line = self.text.count("\n", 0, self.text.index(char))
        return within(self.place, line, exact=self.exact)


def _values(loaded: Loaded) -> Iterator[_Value]:
    """Walk all that a record and its translations say."""
    for path, scalar in scalars(loaded.tree):
        yield _Value(scalar.place, scalar.text, path == BODY)
    for translation in loaded.translations.values():
        for path, text in translation.passages.items():
            yield _Value(translation.places[path], text, path == BODY)


def _message(char: str) -> str:
    return f"no font of the printed editions has '{char}'; it is printed as {spelled(char)}"
