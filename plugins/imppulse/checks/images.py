"""Images in prose: whether what a text shows is there, can be shown, and is described."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping

from imppulse.checks.passages import prose_passages
from imppulse.documents.prose import Mention, images
from imppulse.guide.links import absolute, leads_outside
from imppulse.records.findings import Finding, nearest
from imppulse.records.folder import Records
from imppulse.records.images import Image

FOLDER = "content/images"
"""Where editors are told to put images."""


def image_findings(records: Records) -> list[Finding]:
    """Check the images that texts show, in every language."""
    return [
        Finding(passage.place(shown.offset), code, message)
        for loaded in records.loaded
        for passage in prose_passages(loaded)
        for shown in images(passage.text)
        for code, message in _problems(shown, loaded.path, records.images)
    ]


def _problems(shown: Mention, path: str, known: Mapping[str, Image]) -> Iterator[tuple[str, str]]:
    """Say what is wrong with an image where it is shown, each with its code."""
    address = shown.address
    image = None if leads_outside(address) else known.get(absolute(address, path))
    if not shown.alt.strip():
        message = "says nothing to those who do not see it; describe it between the [brackets]"
        yield "IMP208", f"the image '{address}' {message}"
    if image is None:
        yield "IMP208", _absent(address, path, known)
    elif image.problem:
        yield "IMP208", f"the image '{address}' {image.problem}"
    elif image.located:
        message = "tells where it was taken; save it without its position, if people live there"
        yield "IMP209", f"the image '{address}' {message}"


def _absent(address: str, path: str, known: Iterable[str]) -> str:
    """Say that there is no such image, and which one may be meant."""
    if not address or leads_outside(address):
        return f"the image '{address}' is not one of ours; put a PNG or JPEG into {FOLDER}/"
    names = {posixpath.basename(found): found for found in sorted(known)}
    near = nearest(posixpath.basename(absolute(address, path)), names, cutoff=0.75)
    here = posixpath.dirname(path)
    if near:
        hint = f"did you mean '{posixpath.relpath(names[near], here)}'?"
    else:
        hint = f"images lie in '{posixpath.relpath(FOLDER, here)}/'"
    return f"there is no image '{address}'; {hint}"
