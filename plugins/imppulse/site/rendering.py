"""Templates to Markdown: every value printed is escaped unless it is Markdown already."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from functools import lru_cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from imppulse.checks.catalogue import RULES
from imppulse.documents import training_wording
from imppulse.documents.charts.drawing import Drawing
from imppulse.documents.charts.forest import forest_plots
from imppulse.documents.charts.gap_map import gap_maps
from imppulse.documents.charts.support_matrix import support_matrices
from imppulse.documents.nodes import Photo, RecordLink
from imppulse.documents.prose import prose_blocks
from imppulse.documents.wording import (
    figure,
    level_words,
    outcome_numbers,
    period,
    serves,
    short_address,
    short_source,
    strength_reason,
    translation_notices,
)
from imppulse.evidence.design_levels import LEVELS, level_of
from imppulse.evidence.strength import showing
from imppulse.evidence.synthesis import assessment, by_indicator, gaps, showings
from imppulse.evidence.verdicts import ground_of
from imppulse.guide import alignment, timetable
from imppulse.guide.assembly import Guide
from imppulse.guide.bibliography import source_ids
from imppulse.guide.citations import citations
from imppulse.guide.completeness import completeness
from imppulse.guide.references import Ref
from imppulse.languages.catalogue import Catalogue, catalogue
from imppulse.languages.typography import typeset
from imppulse.records import vocabulary
from imppulse.records.indicators import Indicator
from imppulse.records.record import Record
from imppulse.records.text import Prose, Text
from imppulse.records.vocabulary import Audience, Word
from imppulse.site.addresses import audience_path, path_of, relative
from imppulse.site.escaping import escape, escape_address
from imppulse.site.markdown import blocks, photo


def render(template: str, guide: Guide, path: str, **values: object) -> str:
    """Render the template of a page that will stand at a path of the site."""
    environment = _environment(guide.language)
    view = View(guide, path)
    text = environment.get_template(template).render(guide=guide, view=view, **values)
    return re.sub(r"\n{3,}", "\n\n", text.strip()) + "\n"


class View:
    """What a template may ask about the page that it makes."""

    def __init__(self, guide: Guide, path: str) -> None:
        """Look at a guide from the page at a path."""
        self.guide = guide
        self.path = path

    def to(self, target: Record | Ref | Audience | str) -> Markup:
        """Return the link address of a record, or of a path of the site, from this page."""
        if isinstance(target, Record):
            target = self.guide.ref(target)
        elif isinstance(target, Audience):
            target = audience_path(target)
        path = path_of(target) if isinstance(target, Ref) else target
        return Markup(relative(path, self.path))  # noqa: S704 ids and paths of ours, no text

    def audience(self, audience: Audience) -> str:
        """Return the path of the page for an audience."""
        return audience_path(audience)

    def link(self, target: Record | Ref) -> Markup:
        """Return a link to a record with its title."""
        record = self.guide.records[target] if isinstance(target, Ref) else target
        title = passage(record.title, self.guide.language)
        return Markup(f"[{title}](<{self.to(record)}>)")  # noqa: S704 both parts are escaped

    def chart(self, drawing: Drawing) -> Markup:
        """Return a chart as a figure of the page."""
        # On one line: a blank line would end the block for Markdown.
        return Markup(f'<figure class="im-figure">{drawing.svg.strip()}</figure>')  # noqa: S704 ours

    def prose(self, text: Prose | None, record: Record, shift: int = 0) -> Markup:
        """Return prose of a record as Markdown; headings move down by ``shift`` levels."""
        if text is None:
            return Markup("")

        def address(link: RecordLink) -> str:
            part = f"#{link.anchor}" if link.anchor else ""
            return relative(path_of(link.ref) + part, self.path)

        def show(shown: Photo) -> str:
            # MkDocs reads the address as a browser does.
            path = relative(shown.image.path.removeprefix("content/"), self.path)
            return photo(shown, path.replace("%", "%25"))

        prose = prose_blocks(text, self.guide, self.guide.ref(record))
        written = blocks(prose, address, show, shift)
        if text.language != self.guide.language:
            written = f'<div lang="{text.language}" markdown>\n\n{written}\n\n</div>'
        return Markup(written)  # noqa: S704 by our own writer


def passage(value: object, language: str) -> Markup:
    """Write a value as inline Markdown; a passage in another language is marked as such."""
    if hasattr(value, "__html__"):
        return Markup(value)  # noqa: S704 already Markdown
    if isinstance(value, Prose):
        message = "prose is printed with view.prose, which keeps its paragraphs"
        raise TypeError(message)
    own = value.language if isinstance(value, Text) else language
    text = escape(typeset(str(value), own))
    if isinstance(value, Text) and value.language != language:
        text = f'<span lang="{value.language}">{text}</span>'
    return Markup(text)  # noqa: S704 escaped above


@lru_cache(maxsize=64)
def _environment(language: str) -> Environment:
    """Make the template environment of a language."""
    words = catalogue(language)

    def finalize(value: object) -> Markup:
        return Markup("") if value is None else passage(value, language)

    environment = Environment(
        loader=PackageLoader("imppulse.site"),
        autoescape=True,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals |= {
        "_": words.gettext,
        "n_": words.ngettext,
        "words": words,
        "edition_label": lambda edition: _edition_labels(words).get(edition, edition),
        "figure": partial(figure, words=words),
        "Ref": Ref,
        "vocabulary": vocabulary,
        "rules": RULES,
        "verbatim": lambda value: Markup(html.escape(value)),  # noqa: S704 escaped
        "showing": showing,
        "showings": showings,
        "assessment": assessment,
        "citations": citations,
        "completeness": completeness,
        "strength_reason": partial(strength_reason, words=words),
        "design_level": level_of,
        "design_levels": LEVELS,
        "indicators": Indicator,
        "by_indicator": by_indicator,
        "gaps": gaps,
        "gap_maps": partial(gap_maps, words=words),
        "forest_plots": partial(forest_plots, words=words),
        "support_matrices": partial(support_matrices, words=words),
        "level_words": partial(level_words, words=words),
        "ground_of": ground_of,
        "short_source": short_source,
        "period": partial(period, words=words),
        "translation_notices": partial(translation_notices, words=words),
        "outcome_numbers": outcome_numbers,
        "serves": partial(serves, words=words),
        "alignment": alignment,
        "timetable": timetable,
        "training": training_wording,
        "record_sources": source_ids,
        "unique_origins": lambda references: _unique(one.origin for one in references),
        "unique_targets": lambda references: _unique(one.target for one in references),
        "address": lambda value: Markup(escape_address(value)),  # noqa: S704 quoted
        "short": short_address,
    }
    environment.filters |= {"label": lambda word: _label(words, word)}
    environment.tests["contains"] = lambda items, item: item in items
    return environment


def _label(words: Catalogue, word: Word) -> str:
    """Return the label of a controlled word in the language of the page."""
    return words.gettext(word.label)


def _edition_labels(words: Catalogue) -> dict[str, str]:
    """Return what the editions are called, by their names."""
    _ = words.gettext
    return {
        "guide": _("The whole guide"),
        "recommendations": _("Recommendations, a booklet"),
        "training": _("Training handbook"),
    }


def _unique(refs: Iterable[Ref]) -> list[Ref]:
    """Drop repetitions, keep the order."""
    return list(dict.fromkeys(refs))
