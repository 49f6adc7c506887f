"""The other languages: each one more MkDocs build, side by side with the main one."""

from __future__ import annotations

import logging
import multiprocessing
import shutil
import tempfile
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from imppulse.languages.catalogue import SOURCE, catalogue
from imppulse.site.download import Download

if TYPE_CHECKING:
    from imppulse.plugin.adapter import ImppulsePlugin

log = get_plugin_logger("imppulse")


class Report(NamedTuple):
    """What a build of another language says: its warnings, and why it failed if it did."""

    lines: list[tuple[int, str]]
    failure: str | None


class LanguageBuilds:
    """The builds of the other languages, each in a process of its own beside the main one."""

    def __init__(
        self,
        all_languages: list[str],
        config: MkDocsConfig,
        printed: list[Download],
        *,
        serving: bool,
    ) -> None:
        """Start them; the first language is that of the main build."""
        main, *others = all_languages
        self.jobs: dict[str, tuple[Path, Future[Report]]] = {}
        self.pool: ProcessPoolExecutor | None = None
        if not others:
            return
        context = multiprocessing.get_context("spawn")
        self.pool = ProcessPoolExecutor(max_workers=len(others), mp_context=context)
        for language in others:
            folder = Path(tempfile.mkdtemp(prefix="imppulse-")) / language
            options = {
                "config_file": config.config_file_path,
                "site_dir": str(folder),
                "site_url": f"{config.site_url.rstrip('/')}/{language}/" if config.site_url else "",
                "use_directory_urls": config.use_directory_urls,
            }
            job = self.pool.submit(
                build_language, language, main, options, printed, serving=serving
            )
            self.jobs[language] = (folder, job)
            log.info("Building %s beside it", catalogue(SOURCE).name_of(language))

    def collect(self, site: Path) -> None:
        """Wait for every language and move it under its folder of the site.

        Raises ``PluginError`` when the build of a language failed.
        """
        for language, (folder, job) in self.jobs.items():
            report = job.result()
            for level, line in report.lines:
                log.log(level, "[%s] %s", language, line)
            if report.failure is not None:
                message = f"the build in '{language}' failed: {report.failure}"
                raise PluginError(message)
            target = site / language
            shutil.rmtree(target, ignore_errors=True)
            shutil.move(folder, target)
        self.close()

    def close(self) -> None:
        """Let the processes end and remove what they left."""
        if self.pool is not None:
            self.pool.shutdown(cancel_futures=True)
            self.pool = None
        for folder, _ in self.jobs.values():
            shutil.rmtree(folder.parent, ignore_errors=True)
        self.jobs = {}


def build_language(
    language: str,
    main: str,
    options: dict[str, Any],
    printed: list[Download],
    *,
    serving: bool,
) -> Report:
    """Build one more language; runs in a process of its own."""
    lines = _Lines()
    logging.getLogger("mkdocs").addHandler(lines)
    try:
        config = load_config(**options)
        plugin = cast("ImppulsePlugin", config.plugins["imppulse"])
        plugin.config.language, plugin.main, plugin.serving = language, main, serving
        plugin.printed = printed
        build(config)
    except (Exception, SystemExit) as error:  # noqa: BLE001 the main build says it and stops
        return Report(lines.found, str(error) or type(error).__name__)
    return Report(lines.found, None)


class _Lines(logging.Handler):
    """Collects the warnings of a build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[tuple[int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append((record.levelno, record.getMessage()))
