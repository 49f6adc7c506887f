"""The worker pool: jobs side by side, each batch in a process of its own.

The compiler keeps in memory all that it has compiled, so a process ends after one bound edition
(some 600 MB) or one batch of sheets (a fifth of that).
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from threading import Event, Lock, Thread

from imppulse.press.cache import Cache
from imppulse.press.errors import PressError
from imppulse.press.job import Job
from imppulse.press.printing import Printed, is_cached, print_job

BATCH = 24
"""How many sheets a process compiles."""

logger = logging.getLogger(__name__)


class WorkerPool:
    """Runs jobs on all cores, and tells after each."""

    def __init__(
        self, folder: Path, cache: Cache, paper: float, tell: Callable[[str], None]
    ) -> None:
        """Put files into a folder; ``tell`` is called with the path of each, one at a time."""
        self._folder, self._cache, self._paper = folder, cache, paper
        self._tell = tell
        self._results: dict[str, list[Printed]] = {}
        self._lock = Lock()
        self._stop = Event()

    def run(self, jobs: Sequence[Job], workers: int | None = None) -> list[Printed]:
        """Return the files of all jobs, in their order. Raises what the first that fails raises."""
        to_compile = []
        for job in jobs:
            if len(jobs) == 1 or is_cached(job, self._cache):
                self._report(job, (print_job(job, self._folder, self._cache, self._paper), []))
            else:
                to_compile.append(job)
        if to_compile:
            self._run_parallel(to_compile, workers or os.cpu_count() or 1)
        return [file for job in jobs for file in self._results[job.path]]

    def _run_parallel(self, jobs: Sequence[Job], count: int) -> None:
        """Run jobs with workers; the first takes the bound editions, all take the sheets."""
        single = [job for job in jobs if job.record]
        sheets = deque(single[at : at + BATCH] for at in range(0, len(single), BATCH))
        books = deque([job] for job in jobs if not job.record)
        with ThreadPoolExecutor(count) as threads:
            first = threads.submit(self._worker, books, sheets)
            others = [threads.submit(self._worker, sheets) for _ in range(count - 1)]
            for worker in (first, *others):
                worker.result()

    def _worker(self, *queues: deque[list[Job]]) -> None:
        """Work through queues, a process for each batch."""
        try:
            for queue in queues:
                while not self._stop.is_set():
                    try:
                        batch = queue.popleft()
                    except IndexError:
                        break
                    self._batch(batch)
        except BaseException:
            self._stop.set()
            raise

    def _batch(self, batch: list[Job]) -> None:
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(1, context, _end_with_parent, (os.getpid(),)) as process:
            for job in batch:
                if self._stop.is_set():
                    return
                work = process.submit(_work, job, self._folder, self._cache, self._paper)
                try:
                    self._report(job, work.result())
                except BrokenProcessPool as error:
                    message = f"{job.path}: the process that compiled it ended before it was done"
                    raise PressError(message) from error

    def _report(self, job: Job, report: Report) -> None:
        files, lines = report
        with self._lock:
            self._results[job.path] = files
            for line in lines:
                logger.warning("%s", line)
            self._tell(job.path)


def _end_with_parent(parent: int) -> None:
    """End this process when the one that started it has ended, by whatever signal."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    Thread(target=watch, daemon=True).start()


Report = tuple[list[Printed], list[str]]
"""The files of a job, and what the press had to say of it."""


def _work(job: Job, folder: Path, cache: Cache, paper: float) -> Report:
    """Run a job in a process of its own, and bring back what it says."""
    warnings = _Warnings()
    press = logging.getLogger("imppulse.press")
    press.addHandler(warnings)
    try:
        return print_job(job, folder, cache, paper), warnings.lines
    finally:
        press.removeHandler(warnings)


class _Warnings(logging.Handler):
    """Collects warnings."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a warning."""
        self.lines.append(record.getMessage())
