"""The parts of an edition: an opening chapter each, and groups of records under headings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from imppulse.press.data.alignment import framework_fit
from imppulse.press.data.claims import principle, recommendation
from imppulse.press.data.nodes import Blocks, Inline, Node
from imppulse.press.data.pathways import pathway
from imppulse.press.data.record import named_sources, notices, translation
from imppulse.press.data.training import framework, module
from imppulse.press.data.writer import Writer, anchor
from imppulse.records.chapter import Chapter
from imppulse.records.vocabulary import Audience, Phase

NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


def chapter(write: Writer, record: Chapter) -> Node:
    """Write a chapter of continuous text."""
    return {
        "anchor": anchor(write.guide.ref(record)),
        "level": 1,
        "title": write.text(record.title),
        "lead": write.text(record.summary),
        "notices": translation(write, record),
        "body": write.prose(record.body, record, 1),
        "sources": named_sources(write, record),
        "sections": [],
    }


def opening(write: Writer, id_: str, title: str) -> Node:
    """Write the chapter that opens a part or a list; where editors wrote none, its title alone."""
    record = write.guide.chapter(id_)
    if record:
        return {**chapter(write, record), "notices": notices(write, record)}
    return {
        "anchor": f"chapter-{id_}",
        "level": 1,
        "title": [title],
        "lead": [],
        "notices": [],
        "body": [],
        "sources": [],
        "sections": [],
    }


def numbered(write: Writer, parts: Sequence[Node]) -> list[Node]:
    """Number the parts of an edition; a part that stands alone has no number."""
    _ = write.gettext
    if len(parts) == 1:
        return [{**part, "label": ""} for part in parts]
    return [
        {**part, "label": _("Part %(number)s") % {"number": numeral}}
        for numeral, part in zip(NUMERALS, parts, strict=False)
    ]


def part(write: Writer, opened: Node, groups: Iterable[Node]) -> Node:
    """Make a part of its opening and its groups; one without records says so."""
    filled = [group for group in groups if _is_filled(group)]
    empty = "" if filled else write.gettext("No record yet.")
    return {**opened, "groups": filled, "empty": empty}


def group(
    title: str,
    entries: Iterable[Node] = (),
    *,
    level: int = 2,
    intro: Inline | str = "",
    blocks: Blocks | None = None,
    sections: Iterable[Node] = (),
    groups: Iterable[Node] = (),
    fresh: bool = False,
    apart: bool = False,
) -> Node:
    """Make a group under a heading: text, sections, records; a fresh one starts a page.

    ``apart`` gives each record a page of its own to begin on, so that it can be handed out alone.
    """
    return {
        "fresh": fresh or apart,
        "apart": apart,
        "level": level,
        "title": [title],
        "intro": [intro] if isinstance(intro, str) and intro else list(intro),
        "blocks": blocks or [],
        "sections": list(sections),
        "entries": list(entries),
        "groups": [group for group in groups if _is_filled(group)],
    }


def _is_filled(group: Node) -> bool:
    return any(group[part] for part in ("blocks", "sections", "entries", "groups"))


def principles(write: Writer) -> Node:
    """Write the principles, along the phases of a project."""
    _ = write.gettext
    numbered = list(enumerate(write.guide.principles, 1))
    groups = [
        group(
            write.label(phase),
            [principle(write, one, 3, number) for number, one in numbered if one.phase is phase],
        )
        for phase in Phase
    ]
    return part(write, opening(write, "principles", _("Principles")), groups)


def recommendations(write: Writer) -> Node:
    """Write the recommendations, by those who decide."""
    _ = write.gettext
    numbered = list(enumerate(write.guide.recommendations, 1))
    groups = [
        group(
            write.label(audience),
            [
                recommendation(write, one, 3, number)
                for number, one in numbered
                if one.audience is audience
            ],
        )
        for audience in Audience
    ]
    return part(write, opening(write, "recommendations", _("Recommendations")), groups)


def training(write: Writer) -> Node:
    """Write the framework, its modules and pathways, and how they fit together."""
    _, guide = write.gettext, write.guide
    frame = [framework(write, guide.framework, 3)] if guide.framework else []
    intro = _(
        "What a participant is to be able to do decides what is taught, practised and assessed. "
        "These tables are computed from the modules; whatever does not fit together is reported "
        "before the guide is published."
    )
    fit = framework_fit(write) if guide.modules else []
    modules = [module(write, one, 3, number) for number, one in enumerate(guide.modules, 1)]
    groups = [
        group(_("The framework"), frame),
        group(_("Modules"), modules, apart=True),
        group(_("Pathways"), [pathway(write, one, 3) for one in guide.pathways], apart=True),
        group(_("How it fits together"), intro=write.text(intro), sections=fit, fresh=True),
    ]
    return part(write, opening(write, "training", _("Training framework")), groups)
