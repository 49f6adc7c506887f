"""The plugin: reads the records, assembles the guide, and answers the events of MkDocs."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from imppulse.checks.pipeline import check
from imppulse.checks.printing import overlong, unprintable
from imppulse.guide.assembly import assemble
from imppulse.languages.catalogue import catalogue, languages
from imppulse.plugin.builds import LanguageBuilds
from imppulse.plugin.handover import (
    STYLES,
    as_download,
    as_file,
    as_nav_entry,
    folder_of,
    root_of,
    store_of,
)
from imppulse.plugin.options import ImppulseConfig
from imppulse.press.command import print_all
from imppulse.press.errors import PressError
from imppulse.records.findings import Finding, Severity, errors
from imppulse.records.folder import Records, load
from imppulse.records.kinds import FOLDERS
from imppulse.site.download import FOLDER, Download, Downloads
from imppulse.site.pages import navigation, pages

log = get_plugin_logger("imppulse")


class Settled(str):
    """An address that is right as it stands."""

    __slots__ = ()


class ImppulsePlugin(BasePlugin[ImppulseConfig]):
    """Reads the records, assembles the guide, and hands its pages to MkDocs."""

    def __init__(self) -> None:
        self.serving = False
        self.main: str | None = None
        """The language at the root, where this build makes another one beside it."""
        self.records = Records([], [], frozenset())
        self.files: Files | None = None
        self.printed: list[Download] = []
        self.beside: LanguageBuilds | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether an editor is watching; MkDocs keeps a plugin with this event alive."""
        self.serving = command == "serve"

    @event_priority(100)  # before the search plugin reads the language of the theme
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Set what depends on the language, and watch the folders of the editors."""
        if Path(config.docs_dir).name != "content":
            message = "the chapters of the guide lie in 'content'; set docs_dir: content"
            raise PluginError(message)
        for language in self.all_languages:
            if language not in languages():
                known = ", ".join(languages())
                message = f"option 'languages': there is no '{language}'; known: {known}"
                raise PluginError(message)
        words = catalogue(self.config.language)
        config.theme["language"] = self.config.language
        config.site_name = words.gettext(config.site_name)
        if config.site_description:
            config.site_description = words.gettext(config.site_description)
        for switch in _colour_switches(config):
            name = switch.get("name", "")
            switch["name"] = words.gettext(name)
        # Before Material's own templates, after those of whoever publishes.
        config.theme.dirs.insert(
            1 if config.theme.custom_dir else 0, str(folder_of("imppulse.site") / "theme")
        )
        config.extra_css.extend(STYLES)
        folders = (root_of(config) / folder for folder in FOLDERS)
        config.watch.extend(str(folder) for folder in folders if folder.is_dir())
        return config

    @property
    def main_language(self) -> str:
        """The language at the root of the site."""
        return self.main or self.config.language

    @property
    def is_main(self) -> bool:
        """Whether this build is that of the language at the root, which checks and prints."""
        return self.main is None

    @property
    def all_languages(self) -> list[str]:
        """The languages of the site, that at its root first."""
        return list(dict.fromkeys([self.main_language, *(self.config.languages or languages())]))

    @property
    def _prints(self) -> bool:
        """Whether this build makes PDFs; an editor who watches pages does not wait for them."""
        return self.config.press and not self.serving

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and judge the records before MkDocs empties the site of the last build."""
        self.records = load(root_of(config), languages())
        if self.is_main:
            findings = check(self.records, release=self.config.release)
            if self._prints:
                findings = sorted([*findings, *unprintable(self.records)])
            self._report(findings, config)
            self._print(config)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace the editors' files by the pages that the guide makes of them."""
        if self.is_main:
            self.beside = LanguageBuilds(
                self.all_languages, config, self.printed, serving=self.serving
            )
        guide = assemble(self.records, self.config.language)
        for file in list(files.documentation_pages()):
            files.remove(file)
        downloads = self._downloads()
        for page in pages(guide, downloads):
            files.append(as_file(page, config))
        for address, (package, name) in STYLES.items():
            style = str(folder_of(package) / name)
            files.append(File.generated(config, address, abs_src_path=style))
        for one in self.printed if self.is_main else ():
            printed = str(store_of(config) / one.path)
            files.append(File.generated(config, f"{FOLDER}/{one.path}", abs_src_path=printed))
        sections = navigation(
            guide,
            with_records=self.config.sidebar_records,
            with_downloads=downloads is not None,
        )
        config.nav = [as_nav_entry(section) for section in sections]
        self.files = files
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Leave the addresses of other languages as they are.

        The filter of MkDocs takes paths that lead above the site for paths within it.
        """
        url = env.filters["url"]

        @pass_context
        def settled_or_url(context: Context, value: str) -> str:
            return value if isinstance(value, Settled) else str(url(context, value))

        env.filters["url"] = settled_or_url
        return env

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        """Let the language switch stay on the page; lead former addresses to the present one."""
        config.extra["alternate"] = self._alternates(page, config)
        moved_to = page.meta.get("moved_to", "")
        present = self.files.get_file_from_path(moved_to) if self.files else None
        if present:
            page.meta["moved_to"] = present.url
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Take in the other languages."""
        if self.beside:
            self.beside.collect(Path(config.site_dir))

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing running and nothing half-written behind a failed build."""
        if self.beside:
            self.beside.close()

    def _report(self, findings: list[Finding], config: MkDocsConfig) -> None:
        """Print findings; errors stop the build unless an editor is watching, who goes on."""
        config.extra["findings"] = [str(finding) for finding in findings] if self.serving else []
        for finding in findings:
            say = log.error if finding.severity is Severity.ERROR else log.warning
            say("%s", finding)
        wrong = len(errors(findings))
        if wrong and self.serving:
            log.error("The pages of broken records are left out until these errors are mended")
        elif wrong:
            noun = "error" if wrong == 1 else "errors"
            message = f"{wrong} {noun} in the records, listed above; nothing was built"
            raise PluginError(message)

    def _print(self, config: MkDocsConfig) -> None:
        """Print all editions; those whose data did not change are taken from the last time."""
        self.printed = []
        if not self._prints:
            return
        try:
            made = print_all(
                root_of(config),
                editions=self.config.editions,
                languages=self.all_languages,
                folder=store_of(config),
                records=self.records,
                progress=_tell,
            )
        except PressError as error:
            raise PluginError(str(error)) from error
        for finding in overlong(made, self.records):
            log.warning("%s", finding)
        self.printed = [as_download(one, store_of(config)) for one in made]

    def _downloads(self) -> Downloads | None:
        """Return the printed files as the pages of this language see them."""
        root = f"{FOLDER}/" if self.is_main else f"../{FOLDER}/"
        return Downloads(root, tuple(self.printed)) if self.printed else None

    def _alternates(self, page: MkDocsPage, config: MkDocsConfig) -> list[dict[str, str]]:
        """Return the addresses of a page in all languages, absolute where the site knows its own.

        Search engines want absolute ones; a copy on a disk or a stick needs relative ones.
        """
        own = self.config.language
        path = "" if page.url == "./" else page.url
        if config.site_url:
            root = config.site_url if self.is_main else config.site_url.removesuffix(f"{own}/")
        else:
            root = "../" * (path.count("/") + (not self.is_main)) or "./"
        alternates = []
        for language in self.all_languages:
            folder = "" if language == self.main_language else f"{language}/"
            name = catalogue(language).name_of(language).capitalize()
            link = Settled(f"{root}{folder}{path}")
            alternates.append({"lang": language, "name": name, "link": link})
        return alternates


def _colour_switches(config: MkDocsConfig) -> list[dict[str, str]]:
    """Return the switches between colours, which Material names as mkdocs.yml says."""
    palettes = config.theme.get("palette", None)
    listed = palettes if isinstance(palettes, list) else []
    return [palette["toggle"] for palette in listed if "toggle" in palette]


def _tell(done: int, of: int, name: str) -> None:
    """Say how far the printing is: each bound edition, and now and then a sheet."""
    if "/" not in name or done % 25 == 0:
        log.info("PDF %s of %s: %s", done, of, name)
