"""A page: what the site hands to MkDocs, or to any other generator."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

Section: TypeAlias = "tuple[str, str | list[Section]]"
"""One entry of the navigation: its title, and the path of its page or the entries under it."""


@dataclass(frozen=True)
class Page:
    """One page. ``path`` is relative to the site, with the ending ``.md``."""

    path: str
    title: str
    description: str
    markdown: str
    origin: str | None = None
    """The file an editor changes to change this page, relative to the project."""
    front_matter: dict[str, object] = field(default_factory=dict)

    def text(self) -> str:
        """Return front matter and Markdown as one file."""
        meta = {"title": str(self.title), "description": str(self.description), **self.front_matter}
        head = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=1000)
        return f"---\n{head}---\n\n{self.markdown}"
