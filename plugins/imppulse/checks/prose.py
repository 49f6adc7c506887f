"""Checks of prose: supported Markdown, and links that lead somewhere, in every language."""

from __future__ import annotations

import posixpath

from imppulse.checks.passages import prose_passages
from imppulse.documents.prose import SCHEMES, links, unsupported
from imppulse.guide.links import absolute, targets
from imppulse.records.fields import split_address
from imppulse.records.findings import Finding, Severity, nearest
from imppulse.records.folder import Records
from imppulse.records.rule import Example, Rule

BROKEN_LINK = Rule(
    "IMP205",
    Severity.ERROR,
    "The link leads nowhere.",
    why="Readers who follow it would find nothing.",
    remedy=(
        "Link to a file of the guide relative to the record, with its ending, or to an "
        "address that starts with https://."
    ),
    example=Example(
        bad="[street](../../experiments/published/door-visit.yml)\n",
        good="[street](../../experiments/published/door-visits.yml)\n",
    ),
)

UNSUPPORTED_MARKUP = Rule(
    "IMP207",
    Severity.ERROR,
    "The text uses something outside the supported Markdown.",
    why=(
        "The same text is shown on the website and in print; what one of them cannot show "
        "would be lost there."
    ),
    remedy=(
        "Use the Markdown that CONTRIBUTING.md lists: paragraphs, emphasis, lists, links, "
        "quotations, tables."
    ),
    example=Example(
        bad="# Costs\n",
        good="## Costs\n",
    ),
)


def prose_findings(records: Records) -> list[Finding]:
    """Check links and markup of all prose, in every language."""
    known = targets(records)
    reachable = known.keys() | records.unsound
    findings: list[Finding] = []
    for loaded in records.loaded:
        for passage in prose_passages(loaded):
            for one in unsupported(passage.text):
                message = (
                    f"{one.name} is not supported here; "
                    "see CONTRIBUTING.md for the Markdown that is"
                )
                findings.append(UNSUPPORTED_MARKUP.at(passage.place(one.offset), message))
            for link in links(passage.text):
                problem = _problem(link.address, loaded.path, reachable)
                if problem:
                    findings.append(BROKEN_LINK.at(passage.place(link.offset), problem))
    return findings


def _problem(address: str, path: str, reachable: set[str]) -> str | None:
    """Say what is wrong with a link, if anything."""
    parts = split_address(address)
    if parts is None:
        return f"the link '{address}' is no address that a browser can read"
    if parts.scheme:
        if parts.scheme in SCHEMES:
            return None
        return f"the link '{address}' must start with https:// or lead to a file of the guide"
    wanted = absolute(address, path)
    if address.startswith("#") or wanted in reachable:
        return None
    names = {posixpath.basename(found): found for found in sorted(reachable)}
    near = nearest(posixpath.basename(wanted), names, cutoff=0.75)
    hint = ""
    if near:
        right = posixpath.relpath(names[near], posixpath.dirname(path))
        hint = f"; did you mean '{right}'?"
    return f"the link '{address}' leads to no record{hint}"
