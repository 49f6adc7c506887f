"""Pages that look across all records: the evidence, its gaps, and the state of the reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from imppulse.guide.assembly import Guide
from imppulse.languages.catalogue import catalogue
from imppulse.site.download import Downloads
from imppulse.site.page import Page
from imppulse.site.rendering import render

DOWNLOADS = "downloads/index.md"
"""An index, so that links to files are the same with and without addresses of folders."""


class Overview(NamedTuple):
    """One page across all records."""

    path: str
    template: str
    title: str
    description: str


def overviews(language: str) -> dict[str, Overview]:
    """Return the overviews by name, in the words of a language."""
    _ = catalogue(language).gettext
    return {
        "evidence": Overview(
            "evidence/index.md",
            "evidence.md.j2",
            _("What the evidence shows"),
            _("Every outcome that was measured, by indicator, with null and adverse results."),
        ),
        "traceability": Overview(
            "evidence/traceability.md",
            "traceability.md.j2",
            _("What rests on what"),
            _("Every principle, recommendation and module with the records that it cites."),
        ),
        "reporting": Overview(
            "experiments/reporting/index.md",
            "reporting.md.j2",
            _("State of the 16 micro-experiments"),
            _("What is known of each, and what is missing before its record is published."),
        ),
        "alignment": Overview(
            "training/alignment.md",
            "alignment.md.j2",
            _("How it fits together"),
            _("Where each learning outcome is introduced, practised and demonstrated."),
        ),
        "words": Overview(
            "words/index.md",
            "words.md.j2",
            _("Words to use in a record"),
            _("The controlled lists: what to type in a record, and what readers will see."),
        ),
        "findings": Overview(
            "findings/index.md",
            "findings.md.j2",
            _("What the check says"),
            _("Every code that the check may print: what is wrong, why it matters, what to do."),
        ),
    }


def downloads_page(guide: Guide, downloads: Downloads) -> Page:
    """Make the page that offers the printed files."""
    _ = catalogue(guide.language).gettext
    title = _("Downloads")
    description = _("The guide as PDF: whole, in parts, and one sheet for each record.")
    markdown = render(
        "downloads.md.j2",
        guide,
        DOWNLOADS,
        title=title,
        description=description,
        downloads=downloads,
        pdf_root=f"../{downloads.root}",
    )
    return Page(DOWNLOADS, title, description, markdown)


def overview_pages(guide: Guide) -> Iterator[Page]:
    """Make the pages across all records."""
    for overview in overviews(guide.language).values():
        values = {"title": overview.title, "description": overview.description}
        markdown = render(overview.template, guide, overview.path, **values)
        yield Page(overview.path, overview.title, overview.description, markdown)
