"""Lanes: jobs side by side, each lane in a process that is let go before it has grown too large.

The compiler remembers all that it has set. One bound edition at a time is enough: it takes some
600 MB, a batch of sheets a fifth of that.
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

from imppulse.press.files import Store
from imppulse.press.job import Job
from imppulse.press.making import PressError
from imppulse.press.printing import Printed, is_kept, print_job

BATCH = 24
"""How many sheets a process sets."""

logger = logging.getLogger(__name__)


class Lanes:
    """Runs jobs on all cores, and tells after each."""

    def __init__(
        self, folder: Path, store: Store, paper: float, tell: Callable[[str], None]
    ) -> None:
        """Put files into a folder; ``tell`` is called with the path of each, one at a time."""
        self._folder, self._store, self._paper = folder, store, paper
        self._tell = tell
        self._results: dict[str, list[Printed]] = {}
        self._lock = Lock()
        self._stop = Event()

    def run(self, jobs: Sequence[Job], lanes: int | None = None) -> list[Printed]:
        """Return the files of all jobs, in their order. Raises what the first that fails raises."""
        still_to_set = []
        for job in jobs:
            if len(jobs) == 1 or is_kept(job, self._store):
                self._keep(job, (print_job(job, self._folder, self._store, self._paper), []))
            else:
                still_to_set.append(job)
        if still_to_set:
            self._side_by_side(still_to_set, lanes or os.cpu_count() or 1)
        return [file for job in jobs for file in self._results[job.path]]

    def _side_by_side(self, jobs: Sequence[Job], count: int) -> None:
        """Set jobs in lanes; the first takes the bound editions, and all of them the sheets."""
        single = [job for job in jobs if job.record]
        sheets = deque(single[at : at + BATCH] for at in range(0, len(single), BATCH))
        books = deque([job] for job in jobs if not job.record)
        with ThreadPoolExecutor(count) as threads:
            first = threads.submit(self._lane, books, sheets)
            others = [threads.submit(self._lane, sheets) for _ in range(count - 1)]
            for lane in (first, *others):
                lane.result()

    def _lane(self, *queues: deque[list[Job]]) -> None:
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
        with ProcessPoolExecutor(1, context, _follow, (os.getpid(),)) as process:
            for job in batch:
                if self._stop.is_set():
                    return
                work = process.submit(_work, job, self._folder, self._store, self._paper)
                try:
                    self._keep(job, work.result())
                except BrokenProcessPool as error:
                    message = f"{job.path}: the process that set it ended before it was done"
                    raise PressError(message) from error

    def _keep(self, job: Job, report: Report) -> None:
        files, lines = report
        with self._lock:
            self._results[job.path] = files
            for line in lines:
                logger.warning("%s", line)
            self._tell(job.path)


def _follow(parent: int) -> None:
    """End this process when the one that started it has ended, by whatever signal."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    Thread(target=watch, daemon=True).start()


Report = tuple[list[Printed], list[str]]
"""The files of a job, and what the press had to say of it."""


def _work(job: Job, folder: Path, store: Store, paper: float) -> Report:
    """Run a job in a process of its own, and bring back what it says."""
    said = _Said()
    press = logging.getLogger("imppulse.press")
    press.addHandler(said)
    try:
        return print_job(job, folder, store, paper), said.lines
    finally:
        press.removeHandler(said)


class _Said(logging.Handler):
    """Collects warnings."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a warning."""
        self.lines.append(record.getMessage())
