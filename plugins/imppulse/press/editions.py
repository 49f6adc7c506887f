"""Editions: which PDFs there are, what goes into each, and what their files are called."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from imppulse.guide.assembly import Guide
from imppulse.guide.references import Ref
from imppulse.press.build_info import BuildInfo
from imppulse.press.data.book import book, booklet, cover, handbook
from imppulse.press.data.nodes import Node
from imppulse.press.data.sheet import KINDS, sheet
from imppulse.press.job import Cover, Job
from imppulse.press.provenance import source_date_epoch


@dataclass(frozen=True)
class Edition:
    """One bound publication: what it prints."""

    name: str
    data: Callable[[Guide, BuildInfo, str], Node]


EDITIONS = {
    edition.name: edition
    for edition in (
        Edition("guide", book),
        Edition("recommendations", booklet),
        Edition("training", handbook),
    )
}
"""All bound editions by name."""

SHEET = "sheet"
"""The name of the edition that has one file for each record."""

NAMES = (*EDITIONS, SHEET)


def file_name(edition: str, language: str, *, for_printer: bool = False) -> str:
    """Return the name of the file of a bound edition; it never changes."""
    return f"imppulse-{edition}-{language}{'-print' if for_printer else ''}.pdf"


def bound(edition: str, guide: Guide, build_info: BuildInfo) -> Job:
    """Return the job of a bound edition in the language of a guide."""
    name = file_name(edition, guide.language, for_printer=build_info.for_printer)
    data = EDITIONS[edition].data(guide, build_info, name.removesuffix(".pdf"))
    return Job(
        edition=edition,
        language=guide.language,
        path=name,
        template="book.typ",
        text=_text(data),
        timestamp=timestamp(build_info.made),
        for_printer=build_info.for_printer,
        cover=Cover("binding.typ", _text(cover(data))) if build_info.for_printer else None,
    )


def sheets(guide: Guide, build_info: BuildInfo, record: str | None = None) -> Iterator[Job]:
    """Return the jobs of all sheets in the language of a guide, or of the records of an id."""
    taken: set[str] = set()
    suffix = "-print" if build_info.for_printer else ""
    for ref in _with_sheets(guide):
        name = ref.id
        while name in taken:
            name = f"{ref.kind}-{name}"
        taken.add(name)
        if record in (None, ref.id):
            yield Job(
                edition=SHEET,
                language=guide.language,
                path=f"sheets/imppulse-{name}-{guide.language}{suffix}.pdf",
                template="sheet.typ",
                text=_text(sheet(guide, build_info, ref)),
                timestamp=timestamp(build_info.made),
                record=ref,
                for_printer=build_info.for_printer,
            )


def timestamp(made: date) -> int:
    """Return the moment that a PDF says it was made: SOURCE_DATE_EPOCH, or the start of its day."""
    fixed = source_date_epoch()
    day = datetime(made.year, made.month, made.day, tzinfo=UTC)
    return int(day.timestamp()) if fixed is None else fixed


def _with_sheets(guide: Guide) -> list[Ref]:
    """Return the records that have a sheet, experiments first: they keep their plain names."""
    order = [kind.__name__.lower() for kind in KINDS]
    return sorted((ref for ref in guide.records if ref.kind in order), key=_place(order))


def _place(order: list[str]) -> Callable[[Ref], int]:
    return lambda ref: order.index(ref.kind)


def _text(data: Node) -> str:
    return json.dumps(data, ensure_ascii=False)
