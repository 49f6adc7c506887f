"""Printing: one job to its files, in type small enough to fit, or from the cache."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from imppulse.guide.references import Ref
from imppulse.press.cache import Cache, digest, write
from imppulse.press.compiler import compile_pdf, toolchain
from imppulse.press.job import Job
from imppulse.press.pdf import page_count, with_bleed_boxes

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


def print_job(job: Job, folder: Path, cache: Cache, paper: float = PAPER) -> list[Printed]:
    """Compile a job, or take it from the cache, and put its files into a folder."""
    printed = [_file(job, folder, cache)]
    if job.cover:
        cover = Job(
            edition=job.edition,
            language=job.language,
            path=job.path.replace(".pdf", "-cover.pdf"),
            template=job.cover.template,
            text=job.cover.text,
            timestamp=job.timestamp,
            for_printer=True,
            spine=spine(printed[0].pages, paper),
        )
        printed.append(_file(cover, folder, cache))
    return printed


def is_cached(job: Job, cache: Cache) -> bool:
    """Tell whether the cache has what a job would print."""
    return cache.find(job.path, _key(job)) is not None


def spine(pages: int, paper: float) -> float:
    """Return the width of a spine in millimetres, two pages to a leaf; 0 where it is stapled."""
    width = round(pages / 2 * paper, 1)
    return width if width >= BOUND_FROM else 0


def _file(job: Job, folder: Path, cache: Cache) -> Printed:
    """Print one file, from the cache where it has it."""
    key = _key(job)
    found = cache.find(job.path, key)
    pdf = found if found is not None else _compile(job)
    if found is None:
        cache.keep(job.path, key, pdf)
    write(folder / job.path, pdf)
    return Printed(
        path=folder / job.path,
        pages=page_count(pdf),
        bytes=len(pdf),
        sha256=digest(pdf),
        language=job.language,
        edition=job.edition,
        record=job.record,
        for_printer=job.for_printer,
        cover=job.spine is not None,
        reused=found is not None,
    )


def _key(job: Job) -> str:
    """Return a digest of all that a file is made from."""
    made_from = (job.template, job.text, job.timestamp, job.for_printer, job.spine, toolchain())
    return digest(*(f"{len(str(part))}:{part}".encode() for part in made_from))


def _compile(job: Job) -> bytes:
    """Compile a job; a sheet in smaller type until it fits."""
    inputs = {
        "layout": "sheet" if job.record else "book",
        "bleed": str(BLEED if job.for_printer else 0),
        "spine": str(job.spine or 0),
    }

    def compiled(scale: float = 1) -> bytes:
        return compile_pdf(
            job.template,
            job.text,
            timestamp=job.timestamp,
            inputs={**inputs, "scale": str(scale)},
        )

    pdf = _fitting(compiled, job.most_pages) if job.most_pages else compiled()
    return with_bleed_boxes(pdf) if job.for_printer else pdf


def _fitting(compiled: Callable[[float], bytes], most_pages: int) -> bytes:
    """Compile in smaller and smaller type, until it fits or cannot be any smaller."""
    pdf = b""
    for scale in SCALES:
        pdf = compiled(scale)
        if page_count(pdf) <= most_pages:
            return pdf
    return pdf
