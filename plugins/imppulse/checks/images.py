"""Images in prose: whether what a text shows is there, can be shown, and is described."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping

from imppulse.checks.passages import prose_passages
from imppulse.documents.prose import Mention, images
from imppulse.guide.links import absolute, leads_outside
from imppulse.records.findings import Finding, Severity, nearest
from imppulse.records.folder import Records
from imppulse.records.images import Image
from imppulse.records.rule import Example, Rule

UNUSABLE_IMAGE = Rule(
    "IMP208",
    Severity.ERROR,
    "The image is missing, damaged, too large, elsewhere, or not described.",
    why=(
        "Readers would see a gap, wait for a page that does not load, or, if they do not "
        "see, not learn what the image shows."
    ),
    remedy=(
        "Put a PNG or JPEG of at most 2 MiB into content/images/, and describe it between "
        "the square brackets."
    ),
    example=Example(
        bad="![](images/door.jpg)\n",
        good="![An officer at an open door](images/door.jpg)\n",
    ),
)

LOCATED_IMAGE = Rule(
    "IMP209",
    Severity.WARNING,
    "The image tells where it was taken.",
    why="The position that a phone writes into a photo can lead to the home of the people in it.",
    remedy="Save the image without its position, unless everybody may know it.",
    example=Example(
        bad="content/images/door.jpg with GPS data\n",
        good="content/images/door.jpg without GPS data\n",
    ),
)


FOLDER = "content/images"
"""Where editors are told to put images."""


def image_findings(records: Records) -> list[Finding]:
    """Check the images that texts show, in every language."""
    return [
        rule.at(passage.place(shown.offset), message)
        for loaded in records.loaded
        for passage in prose_passages(loaded)
        for shown in images(passage.text)
        for rule, message in _problems(shown, loaded.path, records.images)
    ]


def _problems(shown: Mention, path: str, known: Mapping[str, Image]) -> Iterator[tuple[Rule, str]]:
    """Say what is wrong with an image where it is shown, each with the rule it breaks."""
    address = shown.address
    image = None if leads_outside(address) else known.get(absolute(address, path))
    if not shown.alt.strip():
        message = "says nothing to those who do not see it; describe it between the [brackets]"
        yield UNUSABLE_IMAGE, f"the image '{address}' {message}"
    if image is None:
        yield UNUSABLE_IMAGE, _absent(address, path, known)
    elif image.problem:
        yield UNUSABLE_IMAGE, f"the image '{address}' {image.problem}"
    elif image.located:
        message = "tells where it was taken; save it without its position, if people live there"
        yield LOCATED_IMAGE, f"the image '{address}' {message}"


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
