"""The command: all editions of a project in all languages, side by side on all cores."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path

from imppulse.guide.assembly import assemble
from imppulse.languages.catalogue import languages as all_languages
from imppulse.press.build_info import BuildInfo
from imppulse.press.cache import Cache
from imppulse.press.editions import EDITIONS, NAMES, SHEET, bound, sheets
from imppulse.press.errors import PressError
from imppulse.press.job import Job
from imppulse.press.printing import Printed
from imppulse.press.provenance import provenance
from imppulse.press.settings import read_settings
from imppulse.press.workers import WorkerPool
from imppulse.records.folder import Records, load

Progress = Callable[[int, int, str], None]
"""Is told after each file how many are done, of how many, and its name."""

STORE = ".imppulse/press"
"""Where a project keeps compiled PDFs, relative to its folder."""


def print_all(
    root: Path,
    *,
    editions: Sequence[str] | None = None,
    languages: Sequence[str] | None = None,
    for_printer: bool = False,
    record: str | None = None,
    progress: Progress | None = None,
    folder: Path | None = None,
    paper: float | None = None,
    records: Records | None = None,
    keep: bool = True,
) -> list[Printed]:
    """Print editions of a project into a folder.

    Args:
        root: The project.
        editions: Names of ``NAMES``; all unless given, and the sheet alone for one record.
        languages: All unless given.
        for_printer: With bleed, a page count that folds, and covers in files of their own.
        record: The id of a record whose sheet alone is wanted.
        progress: Told after each file.
        folder: Where the files go; ``site/pdf`` of the project unless given.
        paper: Thickness of a leaf in millimetres, for the spine; that of press.yml unless given.
        records: What the project holds, where it is loaded already.
        keep: Take what did not change from an earlier run, and keep what is compiled for the next.

    Returns:
        All files, in the order of languages and editions.

    Raises:
        PressError: Something asked for does not exist, or an edition cannot be compiled or written.
    """
    wanted = list(dict.fromkeys(editions or (NAMES if record is None else [SHEET])))
    known = list(dict.fromkeys(languages or all_languages()))
    settings = read_settings(root)
    thickness = settings.paper if paper is None else paper
    _check(wanted, known, thickness)
    made, commit = provenance(root)
    build_info = BuildInfo(made, commit, settings.imprint, for_printer)
    loaded = records or load(root, all_languages())
    jobs = list(_jobs(loaded, wanted, known, build_info, record))
    if record is not None and wanted != [SHEET]:
        message = "a record is printed as a sheet; leave the edition out"
        raise PressError(message)
    if record is not None and not jobs:
        message = f"there is no record '{record}' that has a sheet"
        raise PressError(message)
    cache = Cache(root / STORE if keep else None)
    target = folder or root / "site" / "pdf"
    return WorkerPool(target, cache, thickness, _counter(len(jobs), progress)).run(jobs)


def _check(editions: Iterable[str], languages: Iterable[str], paper: float) -> None:
    """Refuse what does not exist."""
    for name in editions:
        if name not in NAMES:
            message = f"there is no edition '{name}'; known: {', '.join(NAMES)}"
            raise PressError(message)
    for language in languages:
        if language not in all_languages():
            message = f"there is no language '{language}'; known: {', '.join(all_languages())}"
            raise PressError(message)
    if not 0 < paper <= 1:
        message = f"the paper must be up to 1 mm thick; found {paper}"
        raise PressError(message)


def _jobs(
    records: Records,
    editions: Sequence[str],
    languages: Sequence[str],
    build_info: BuildInfo,
    record: str | None,
) -> Iterator[Job]:
    for language in languages:
        guide = assemble(records, language)
        for name in editions:
            if name in EDITIONS:
                yield bound(name, guide, build_info)
        if SHEET in editions:
            yield from sheets(guide, build_info, record)


def _counter(total: int, progress: Progress | None) -> Callable[[str], None]:
    """Count the files that are done."""
    numbers = count(1)

    def tell(path: str) -> None:
        if progress:
            progress(next(numbers), total, path)

    return tell
