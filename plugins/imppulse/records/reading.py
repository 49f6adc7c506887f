"""Bytes to text: what a file must be before anyone looks at its meaning."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from imppulse.records.findings import Finding, Place

MAX_BYTES = 1024 * 1024
"""One MiB: the longest published record is under 20 KiB, so more is a mistake or an attack."""

_UNSEEN = re.compile(
    # What YAML 1.2 section 5.1 excludes, and line ends that editors do not count as such.
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
    # What reverses or hides text, as in the "Trojan Source" attack (CVE-2021-42574).
    "\u202a-\u202e\u2066-\u2069]"
)


def read_text(file: Path, name: str) -> tuple[str | None, list[Finding]]:
    r"""Read a record file as UTF-8 with ``\n`` line ends; a leading byte order mark is dropped.

    ``name`` is the path that findings show. Returns ``None`` for the text when there is a finding.
    """
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            return None, [
                Finding(Place(name), "IMP006", "the file cannot be read: it is not a file")
            ]
        if status.st_size > MAX_BYTES:
            size = status.st_size / MAX_BYTES
            message = f"the file has {size:.1f} MiB; a record has at most 1 MiB"
            return None, [Finding(Place(name), "IMP001", message)]
        data = file.read_bytes()
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        return None, [Finding(Place(name), "IMP006", f"the file cannot be read: {reason}")]
    return decode(data, name)


def decode(data: bytes, name: str) -> tuple[str | None, list[Finding]]:
    """Turn the bytes of a file into text, or say at which line and column that fails."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The error counts from behind a byte order mark, as do editors.
        before = _with_line_feeds(error.object[: error.start].decode())
        message = (
            f"byte 0x{error.object[error.start]:02x} is not UTF-8; "
            "save the file again with the encoding 'UTF-8'"
        )
        return None, [Finding(place_at(before, len(before), name), "IMP002", message)]
    text = _with_line_feeds(text)
    bad = unseen(text)
    if bad:
        return None, [unseen_finding(place_at(text, bad.start(), name), bad.group())]
    return text, []


def unseen(text: str) -> re.Match[str] | None:
    """Find the first character that readers cannot see and that no record needs."""
    return _UNSEEN.search(text)


def unseen_finding(place: Place, character: str) -> Finding:
    """Say which character must go."""
    message = f"the character U+{ord(character):04X} cannot be seen and is not allowed; delete it"
    return Finding(place, "IMP003", message)


def place_at(text: str, offset: int, name: str) -> Place:
    r"""Return the place of the character at ``offset`` in a text with ``\n`` line ends."""
    line_start = text.rfind("\n", 0, offset) + 1
    return Place(name, text.count("\n", 0, offset) + 1, offset - line_start + 1)


def _with_line_feeds(text: str) -> str:
    """Turn the line ends of Windows and of old Macs into those of the rest of the world."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
