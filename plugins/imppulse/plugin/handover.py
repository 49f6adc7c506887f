"""What is handed over to MkDocs: pages and prints as its files, sections as entries of its nav."""

from __future__ import annotations

import html
from dataclasses import replace
from importlib.resources import files as resources
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from imppulse.press.command import STORE
from imppulse.press.printing import Printed
from imppulse.site.download import Download
from imppulse.site.page import Page, Section

OWN_STYLES = ("colours", "text", "navigation", "records", "cards", "tables", "print")
"""The style sheets of the site itself, in the order in which a later one wins."""

STYLES = {
    **{f"imppulse/{name}.css": ("imppulse.site", f"assets/{name}.css") for name in OWN_STYLES},
    "imppulse/charts.css": ("imppulse.documents.charts", "charts.css"),
}
"""All style sheets, by their address, with the package and file they come from."""


def root_of(config: MkDocsConfig) -> Path:
    """Return the folder of the project, in which the editors' folders lie."""
    return Path(config.docs_dir).parent


def store_of(config: MkDocsConfig) -> Path:
    """Return the folder that keeps printed files, from which MkDocs copies them into the site."""
    return root_of(config) / STORE


def folder_of(package: str) -> Path:
    """Return the folder of a package of ours, with its styles and theme parts."""
    return Path(str(resources(package)))


def as_file(page: Page, config: MkDocsConfig) -> File:
    """Turn a page into a file of MkDocs, which prints titles and descriptions unescaped."""
    title, description = html.escape(page.title), html.escape(page.description)
    content = replace(page, title=title, description=description).text()
    file = File.generated(config, page.path, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
    if config.repo_url:
        file.edit_uri = page.origin
    return file


def as_nav_entry(section: Section) -> dict[str, Any]:
    """Turn a section of the guide into an entry of ``nav``."""
    title, content = section
    if isinstance(content, str):
        return {html.escape(title): content}
    return {html.escape(title): [as_nav_entry(entry) for entry in content]}


def as_download(printed: Printed, folder: Path) -> Download:
    """Describe a printed file to the site."""
    return Download(
        path=printed.path.relative_to(folder).as_posix(),
        edition=printed.edition,
        language=printed.language,
        pages=printed.pages,
        size=printed.bytes,
        sha256=printed.sha256,
        record=printed.record,
    )
