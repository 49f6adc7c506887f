"""All pages of the site, made from the guide alone."""

from __future__ import annotations

from collections.abc import Iterator

from imppulse.guide.assembly import Guide
from imppulse.guide.references import Ref
from imppulse.languages.catalogue import catalogue
from imppulse.records.chapter import Chapter
from imppulse.records.record import Record
from imppulse.records.text import Prose, Text
from imppulse.records.vocabulary import Audience
from imppulse.site.addresses import LISTS, audience_path, path_of
from imppulse.site.download import Downloads
from imppulse.site.overviews import (
    DOWNLOADS,
    Overview,
    downloads_page,
    overview_pages,
    overviews,
)
from imppulse.site.page import Page, Section
from imppulse.site.rendering import render

HOME = "index"
SOURCES = "sources"


def pages(guide: Guide, downloads: Downloads | None = None) -> list[Page]:
    """Return every page of the guide in its language. Same guide, same pages.

    ``downloads`` are the printed files, where there are any.
    """
    return [
        *_chapter_pages(guide, downloads),
        *_list_pages(guide),
        *_audience_pages(guide),
        *(
            _record_page(guide, ref, record, downloads)
            for ref, record in guide.records.items()
            if ref.kind != "chapter"
        ),
        *overview_pages(guide),
        *([downloads_page(guide, downloads)] if downloads else []),
        *_former_pages(guide),
    ]


def navigation(
    guide: Guide, *, with_records: bool = False, with_downloads: bool = False
) -> list[Section]:
    """Return the sections of the site; records stay out unless asked for: lists lead to them."""
    _ = catalogue(guide.language).gettext
    overview = overviews(guide.language)

    def listed(title: str, path: str, records: list[Record]) -> Section:
        if not with_records:
            return (title, path)
        entries: list[Section] = [(record.title, path_of(guide.ref(record))) for record in records]
        return (title, [(title, path), *entries])

    training: list[Section] = [(_("Training framework"), LISTS["training"])]
    if guide.framework:
        training.append((guide.framework.title, path_of(guide.ref(guide.framework))))
    training.append(_entry(overview["alignment"]))
    if with_records:
        training += [
            (one.title, path_of(guide.ref(one))) for one in (*guide.modules, *guide.pathways)
        ]
    chapters = [chapter for chapter in guide.chapters if chapter.id not in (HOME, *LISTS)]
    about: list[Section] = [(chapter.title, path_of(guide.ref(chapter))) for chapter in chapters]
    if not any(chapter.id == SOURCES for chapter in chapters):
        about.append((_("Sources"), f"{SOURCES}.md"))
    about += [_entry(overview["words"]), _entry(overview["findings"])]
    if with_downloads:
        about.append((_("Downloads"), DOWNLOADS))
    return [
        (_("Home"), "index.md"),
        listed(_("Principles"), LISTS["principles"], list(guide.principles)),
        listed(_("Recommendations"), LISTS["recommendations"], list(guide.recommendations)),
        (_("Training"), training),
        (
            _("Experiments"),
            [
                listed(_("All experiments"), LISTS["experiments"], list(guide.experiments)),
                _entry(overview["reporting"]),
            ],
        ),
        (_("Results"), [_entry(overview["evidence"]), _entry(overview["traceability"])]),
        (_("About the guide"), about),
    ]


def _entry(overview: Overview) -> Section:
    """Return the entry of a page across all records."""
    return (overview.title, overview.path)


def _record_page(guide: Guide, ref: Ref, record: Record, downloads: Downloads | None) -> Page:
    """Make the page of one record."""
    return Page(
        path=path_of(ref),
        title=record.title,
        description=str(getattr(record, "summary", None) or getattr(record, "statement", "")),
        markdown=render(
            f"{ref.kind}.md.j2", guide, path_of(ref), record=record, ref=ref, downloads=downloads
        ),
        origin=guide.paths[ref],
    )


def _chapter_pages(guide: Guide, downloads: Downloads | None) -> Iterator[Page]:
    """Make the pages of chapters that introduce no list; home and sources are always there."""
    for chapter in guide.chapters:
        if chapter.id not in LISTS:
            yield _chapter_page(guide, chapter.id, chapter, downloads)
    _ = catalogue(guide.language).gettext
    for id_, title in ((HOME, _("Home")), (SOURCES, _("Sources"))):
        if guide.chapter(id_) is None:
            yield _chapter_page(guide, id_, _blank(id_, title), downloads)


def _chapter_page(guide: Guide, id_: str, chapter: Chapter, downloads: Downloads | None) -> Page:
    """Make the page of a chapter; home and sources have templates of their own."""
    ref = Ref("chapter", id_)
    path = f"{id_}.md"
    template = f"{id_}.md.j2" if id_ in (HOME, SOURCES) else "chapter.md.j2"
    hidden: dict[str, object] = {"hide": ["navigation", "toc"]} if id_ == HOME else {}
    return Page(
        path=path,
        title=chapter.title,
        description=chapter.summary,
        markdown=render(template, guide, path, record=chapter, ref=ref, downloads=downloads),
        origin=guide.paths.get(ref),
        front_matter=hidden,
    )


def _list_pages(guide: Guide) -> Iterator[Page]:
    """Make the pages that list the records of a kind under their introduction."""
    _ = catalogue(guide.language).gettext
    titles = {
        "experiments": _("Experiments"),
        "principles": _("Principles"),
        "recommendations": _("Recommendations"),
        "training": _("Training framework"),
    }
    for name, path in LISTS.items():
        chapter = guide.chapter(name) or _blank(name, titles[name])
        ref = Ref("chapter", name)
        yield Page(
            path=path,
            title=chapter.title,
            description=chapter.summary,
            markdown=render(f"{name}.md.j2", guide, path, record=chapter, ref=ref),
            origin=guide.paths.get(ref),
        )


def _audience_pages(guide: Guide) -> Iterator[Page]:
    """Make one page for each audience of the recommendations, to hand to a councillor."""
    _ = catalogue(guide.language).gettext
    for audience in Audience:
        path = audience_path(audience)
        yield Page(
            path=path,
            title=_(audience.label),
            description=_("Recommendations to those who decide at this level."),
            markdown=render("audience.md.j2", guide, path, audience=audience),
        )


def _former_pages(guide: Guide) -> Iterator[Page]:
    """Make pages at the addresses of former ids, which lead to the present one."""
    for ref, record in guide.records.items():
        for id_ in record.formerly:
            path = path_of(Ref(ref.kind, id_))
            yield Page(
                path=path,
                title=record.title,
                description=record.title,
                markdown=render("moved.md.j2", guide, path, record=record),
                origin=guide.paths[ref],
                front_matter={"search": {"exclude": True}, "moved_to": path_of(ref)},
            )


def _blank(id_: str, title: str) -> Chapter:
    """Return a chapter without text, where editors have not written one."""
    return Chapter.model_construct(id=id_, title=Text(title), summary=Text(title), body=Prose(""))
