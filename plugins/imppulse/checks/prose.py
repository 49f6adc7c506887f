"""Checks of prose: supported Markdown, and links that lead somewhere, in every language."""

from __future__ import annotations

import posixpath

from imppulse.checks.passages import prose_passages
from imppulse.documents.prose import SCHEMES, links, unsupported
from imppulse.guide.links import absolute, targets
from imppulse.records.fields import split_address
from imppulse.records.findings import Finding, nearest
from imppulse.records.folder import Records


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
                findings.append(Finding(passage.place(one.offset), "IMP207", message))
            for link in links(passage.text):
                problem = _problem(link.address, loaded.path, reachable)
                if problem:
                    findings.append(Finding(passage.place(link.offset), "IMP205", problem))
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
