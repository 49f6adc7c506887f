"""Printing: one job to its files, set small enough to fit, or taken from what was set before."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from imppulse.guide.references import Ref
from imppulse.press.boxes import page_count, with_bleed_boxes
from imppulse.press.files import Store, digest, write
from imppulse.press.job import Job
from imppulse.press.setting import toolchain, typeset

SCALES = (1.0, 0.97, 0.94, 0.91, 0.88, 0.85, 0.82, 0.79, 0.76)
"""The sizes of type that are tried until a sheet fits, as parts of the first."""

PAPER = 0.1
"""Thickness of a leaf in millimetres, as of usual offset paper of 80 to 90 g/m²."""

BLEED = 3
"""Millimetres that pages for the printer go on beyond where they are cut."""

BOUND_FROM = 3.0
"""What would have a thinner spine is stapled, and has none."""


@dataclass(frozen=True)
class Printed:
    """One file that is there."""

    path: Path
    pages: int
    bytes: int
    sha256: str
    language: str
    edition: str
    record: Ref | None = None
    for_printer: bool = False
    cover: bool = False
    reused: bool = False
    """Taken from an earlier run, as nothing that it is made of has changed."""


def print_job(job: Job, folder: Path, store: Store, paper: float = PAPER) -> list[Printed]:
    """Set a job, or take it from the store, and put its files into a folder."""
    made = [_file(job, job.path, folder, store)]
    if job.for_printer and not job.record:
        text = cover_text(job, made[0].pages, paper)
        cover = Job(
            edition=job.edition,
            language=job.language,
            path=job.path.replace(".pdf", "-cover.pdf"),
            template="binding.typ",
            text=text,
            timestamp=job.timestamp,
            for_printer=True,
        )
        made.append(_file(cover, cover.path, folder, store, cover=True))
    return made


def is_kept(job: Job, store: Store) -> bool:
    """Tell whether the store has what a job would set."""
    return store.find(job.path, _key(job)) is not None


def spine(pages: int, paper: float) -> float:
    """Return the width of a spine in millimetres: two pages to a leaf."""
    return round(pages / 2 * paper, 1)


def cover_text(job: Job, pages: int, paper: float) -> str:
    """Return the data of the cover of a bound edition."""
    data = json.loads(job.text)
    kept = ("language", "project", "title", "subtitle", "author", "draft", "date", "words")
    width = spine(pages, paper)
    statements = data["imprint"]["statements"]
    opening = [*(data["front"] if len(data["parts"]) > 2 else []), *data["parts"]]
    facts = data["imprint"]["back"]
    return json.dumps(
        {
            **{key: data[key] for key in kept},
            "spine": width if width >= BOUND_FROM else 0,
            "lead": next((one["lead"] for one in opening if one["lead"]), []),
            "back": statements[:3],
            "facts": facts,
        },
        ensure_ascii=False,
    )


def _file(job: Job, path: str, folder: Path, store: Store, *, cover: bool = False) -> Printed:
    """Set one file, unless the store has it."""
    key = _key(job)
    found = store.find(path, key)
    pdf = found if found is not None else _set(job)
    if found is None:
        store.keep(path, key, pdf)
    write(folder / path, pdf)
    return Printed(
        path=folder / path,
        pages=page_count(pdf),
        bytes=len(pdf),
        sha256=digest(pdf),
        language=job.language,
        edition=job.edition,
        record=job.record,
        for_printer=job.for_printer,
        cover=cover,
        reused=found is not None,
    )


def _key(job: Job) -> str:
    """Name all that a file is made from."""
    parts = (job.template, job.text, str(job.timestamp), str(job.for_printer), toolchain())
    return digest(*(f"{len(part)}:{part}".encode() for part in parts))


def _set(job: Job) -> bytes:
    """Set a job; a sheet smaller until it fits."""
    inputs = {
        "layout": "sheet" if job.record else "book",
        "bleed": str(BLEED if job.for_printer else 0),
    }

    def once(**more: str) -> bytes:
        every = {**inputs, **more}
        return typeset(job.template, job.text, timestamp=job.timestamp, inputs=every)

    pdf = _fitting(job, once) if job.most_pages else once()
    return with_bleed_boxes(pdf) if job.for_printer else pdf


def _fitting(job: Job, once: Callable[..., bytes]) -> bytes:
    """Set a job smaller until it has no more pages than it may, or cannot be set any smaller."""
    pdf = b""
    for scale in SCALES:
        pdf = once(scale=str(scale))
        if page_count(pdf) <= (job.most_pages or 0):
            return pdf
    return pdf
