"""Where each record has its page, and how pages lead to each other."""

from __future__ import annotations

import posixpath

from imppulse.guide.references import Ref
from imppulse.records.vocabulary import Audience

_FOLDERS = {
    "experiment": "experiments",
    "principle": "principles",
    "recommendation": "recommendations",
    "module": "training/modules",
    "pathway": "training/pathways",
}

LISTS = {
    "experiments": "experiments/index.md",
    "principles": "principles/index.md",
    "recommendations": "recommendations/index.md",
    "training": "training/index.md",
}
"""The lists of the site, by the name of the chapter that introduces each."""


def path_of(ref: Ref) -> str:
    """Return the path of the page of a record."""
    if ref.kind == "framework":
        return "training/framework.md"
    if ref.kind == "chapter":
        return LISTS.get(ref.id, f"{ref.id}.md")
    return f"{_FOLDERS[ref.kind]}/{ref.id}.md"


def relative(target: str, page: str) -> str:
    """Return the link from one page to another, both relative to the site."""
    path, mark, anchor = target.partition("#")
    return posixpath.relpath(path, posixpath.dirname(page) or ".") + mark + anchor


def audience_path(audience: Audience) -> str:
    """Return the path of the page with the recommendations to an audience."""
    return f"recommendations/audience/{audience.value}.md"
