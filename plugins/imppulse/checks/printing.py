"""What the press has to say of records: characters without a shape, and sheets that do not fit."""

from __future__ import annotations

from collections.abc import Iterable

from imppulse.checks.passages import all_passages
from imppulse.guide.references import ref_of
from imppulse.press.compiler import missing_characters
from imppulse.press.job import SHEET_PAGES
from imppulse.press.printing import Printed
from imppulse.press.typography import spelled
from imppulse.records.findings import Finding, Place, Severity
from imppulse.records.folder import Records
from imppulse.records.rule import Example, Rule

UNPRINTABLE = Rule(
    "IMP701",
    Severity.WARNING,
    "No font of the printed editions has a character.",
    why="Print shows the code of the character instead, as in [U+1F600].",
    remedy="Write the word with letters that the fonts have: Latin, Greek and Cyrillic.",
    example=Example(
        bad="title: Door 漢 visits\n",
        good="title: Door visits\n",
    ),
)

SHEET_TOO_LONG = Rule(
    "IMP702",
    Severity.WARNING,
    "The sheet of the record has more than two pages.",
    why="A sheet is one leaf that can be handed out.",
    remedy="Shorten the longest texts of the record.",
    example=Example(
        bad="a summary of 60 words, lessons of 400 each\n",
        good="a summary of 60 words, lessons of 60 each\n",
    ),
)


def unprintable(records: Records) -> list[Finding]:
    """Name every value with a character that the fonts of the editions do not have."""
    values = [one for loaded in records.loaded for one in all_passages(loaded)]
    missing = missing_characters("".join({value.text for value in values}))
    return [
        UNPRINTABLE.at(value.scalar.place_in(value.text.index(char)), _message(char))
        for char in missing
        for value in values
        if char in value.text
    ]


def overlong(printed: Iterable[Printed], records: Records) -> list[Finding]:
    """Name every record whose sheet has more pages than a sheet has."""
    paths = {ref_of(loaded): loaded.path for loaded in records.loaded}
    return [
        SHEET_TOO_LONG.at(
            Place(paths[one.record]),
            f"its sheet takes {one.pages} pages, however small it is set ({one.path.name})",
        )
        for one in printed
        if one.record and one.pages > SHEET_PAGES
    ]


def _message(char: str) -> str:
    return f"no font of the printed editions has '{char}'; it is printed as {spelled(char)}"
