"""The imprint: what an edition is, who answers for it, and what it is not."""

from __future__ import annotations

from imppulse.press.build_info import BuildInfo
from imppulse.press.data.nodes import Inline, Node
from imppulse.press.data.record import is_draft
from imppulse.press.data.writer import Writer
from imppulse.records.vocabulary import Kind


def imprint(write: Writer, build_info: BuildInfo, *, about: str, name: str) -> Node:
    """Write what a reader must know of an edition.

    Args:
        write: Writes in the language of the edition.
        build_info: When and from what it is made, and what its publisher says.
        about: What the edition prints, in a sentence.
        name: The name of its file without the ending, to find its ISBN.
    """
    _ = write.gettext
    facts = [(key, value) for key, value in _facts(write, build_info, name) if any(value)]
    return {
        "title": _("About this edition"),
        "statements": [write.text(one) for one in _statements(write, build_info, about)],
        "facts": [{"name": [key], "c": value} for key, value in facts],
        "back": [
            {"name": [key], "c": value}
            for key, value in facts
            if key in (_("Read more"), _("Contact"), "ISBN")
        ],
    }


def _facts(write: Writer, build_info: BuildInfo, name: str) -> list[tuple[str, Inline]]:
    _, words, guide = write.gettext, write.words, write.guide
    own = sum(write.prints(guide.ref(one)) for one in guide.experiments_of(Kind.MICRO_EXPERIMENT))
    published = sum(write.prints(guide.ref(one)) for one in guide.experiments_of(Kind.PUBLISHED))
    edition = build_info.imprint.said("edition", guide.language)
    made = words.date(build_info.made)

    def said(part: str) -> Inline:
        return write.text(build_info.imprint.said(part, guide.language))

    return [
        (_("Edition"), write.text(f"{edition}, {made}" if edition else made)),
        (_("Language"), [words.name_of(guide.language)]),
        (_("Published by"), said("publisher")),
        ("ISBN", write.text(build_info.imprint.isbn.get(name, ""))),
        (_("Read more"), said("website")),
        (_("Contact"), said("contact")),
        (_("Licence"), said("licence")),
        (_("Funded by"), said("funding")),
        (_("Micro-experiments of IMPPULSE"), [words.number(own)] if own else []),
        (
            _("Published evaluations of comparable actions"),
            [words.number(published)] if published else [],
        ),
        (_("Sources"), [words.number(len(write.sources))]),
        (_("Version of the records"), [build_info.commit] if build_info.commit else []),
    ]


def _statements(write: Writer, build_info: BuildInfo, about: str) -> list[str]:
    _ = write.gettext
    draft = _(
        "It is an editorial draft: its texts were written from public sources and are not yet "
        "reviewed."
    )
    apart = _(
        "It is not a publication of the European Forum for Urban Security (Efus). No text here "
        "may be ascribed to Efus or to a partner of the project."
    )
    figures = _(
        "What evaluations found is printed as their sources report it. Each measured outcome "
        "names its source by a number; the list of sources at the end gives the addresses."
    )
    publisher = build_info.imprint.said("publisher", write.guide.language)
    disclaimer = build_info.imprint.said("disclaimer", write.guide.language)
    return [
        about,
        *([draft] if is_draft(write.guide) else []),
        *([] if publisher else [apart]),
        figures,
        *([disclaimer] if disclaimer else []),
    ]
