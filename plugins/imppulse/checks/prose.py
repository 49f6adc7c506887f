"""Checks of prose: supported Markdown, and links that lead somewhere, in every language."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from imppulse.documents.prose import SCHEMES, links, unsupported
from imppulse.guide.links import absolute, targets
from imppulse.records.fields import split_address
from imppulse.records.findings import Finding, Place, nearest
from imppulse.records.folder import Loaded, Records
from imppulse.records.text import Prose
from imppulse.records.validation import texts

BODY = ("body",)
"""The path of the text of a Markdown record, which maps to its file line by line."""


def prose_findings(records: Records) -> list[Finding]:
    """Check links and markup of all prose, in every language."""
    known = targets(records)
    reachable = known.keys() | records.unsound
    findings: list[Finding] = []
    for loaded in records.loaded:
        for place, text, exact in passages(loaded):
            for name, line in unsupported(text):
                message = (
                    f"{name} is not supported here; see CONTRIBUTING.md for the Markdown that is"
                )
                findings.append(Finding(within(place, line, exact=exact), "IMP207", message))
            for address, line in links(text):
                problem = _problem(address, loaded.path, reachable)
                if problem:
                    findings.append(Finding(within(place, line, exact=exact), "IMP205", problem))
    return findings


def passages(loaded: Loaded) -> Iterator[tuple[Place, str, bool]]:
    """Walk the prose of a record and its translations; bodies of Markdown files map by line."""
    for path, text in texts(loaded.record):
        if not isinstance(text, Prose):
            continue
        exact = path == BODY
        yield loaded.place(*path), text, exact
        for translation in loaded.translations.values():
            if path in translation.passages:
                yield translation.places[path], translation.passages[path], exact


def within(place: Place, line: int, *, exact: bool) -> Place:
    """Return the place of a line of a passage, where the file shows it line by line."""
    return Place(place.path, place.line + line, 1) if exact and line else place


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
