"""Links between files: what the relative path in a text leads to."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from urllib.parse import urlsplit

from imppulse.guide.references import Ref, ref_of
from imppulse.records.fields import split_address
from imppulse.records.folder import Records
from imppulse.records.images import Image


def targets(records: Records) -> dict[str, Ref]:
    """Return every path that a link may lead to, with the record behind it."""
    return {loaded.path: ref_of(loaded) for loaded in records.loaded}


def target_of(address: str, path: str, known: Mapping[str, Ref]) -> Ref | None:
    """Resolve a relative link that stands in the file at ``path``."""
    return known.get(absolute(address, path))


def image_of(address: str, path: str, known: Mapping[str, Image]) -> Image | None:
    """Resolve the address of an image that the file at ``path`` shows, if it can be used."""
    if leads_outside(address):
        return None
    image = known.get(absolute(address, path))
    return image if image and not image.problem else None


def absolute(address: str, path: str) -> str:
    """Turn a link relative to a file into a path relative to the project."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), urlsplit(address).path))


def leads_outside(address: str) -> bool:
    """Tell an address on the web from a path within the guide."""
    parts = split_address(address)
    return parts is None or bool(parts.scheme)
