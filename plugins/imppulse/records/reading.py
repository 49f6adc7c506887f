"""Bytes to text: what a file must be before anyone looks at its meaning."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from imppulse.records.findings import Finding, Place, Severity
from imppulse.records.rule import Example, Rule

TOO_LARGE = Rule(
    "IMP001",
    Severity.ERROR,
    "The file is larger than 1 MiB.",
    why=(
        "The longest record has less than 20 KiB. A larger file holds a pasted report or an "
        "image, and slows every check and every build."
    ),
    remedy=(
        "Keep the record to its fields; name the report under 'sources' with its address, "
        "and put images into content/images/."
    ),
    example=Example(
        bad="yourtown-open-doors.yml, 3 MB, with the whole report pasted in\n",
        good="yourtown-open-doors.yml, 9 KB, with the report under 'sources'\n",
    ),
)

NOT_UTF8 = Rule(
    "IMP002",
    Severity.ERROR,
    "The file is not written in UTF-8.",
    why="Letters such as é or ł would be read as others, or not at all.",
    remedy="Save the file again with the encoding UTF-8; editors offer it when a file is saved.",
    example=Example(
        bad="saved as Windows-1252\n",
        good="saved as UTF-8\n",
    ),
)

CONTROL_CHARACTER = Rule(
    "IMP003",
    Severity.ERROR,
    "The file contains a control character.",
    why=(
        "A character that nobody sees can hide or reverse text, so that a reviewer reads "
        "something else than what is published."
    ),
    remedy="Delete the character at the place named; retype the word if you do not see it.",
    example=Example(
        bad='title: "Door visits\\0"\n',
        good="title: Door visits\n",
    ),
)

UNREADABLE = Rule(
    "IMP006",
    Severity.ERROR,
    "The file or folder cannot be read.",
    why="What cannot be read would be missing from the guide without a word.",
    remedy="Put the file itself into the folder, not a link to it, and allow reading it.",
    example=Example(
        bad="experiments/published/door-visits.yml -> /home/me/door-visits.yml\n",
        good="experiments/published/door-visits.yml\n",
    ),
)


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
            return None, [UNREADABLE.at(Place(name), "the file cannot be read: it is not a file")]
        if status.st_size > MAX_BYTES:
            size = status.st_size / MAX_BYTES
            message = f"the file has {size:.1f} MiB; a record has at most 1 MiB"
            return None, [TOO_LARGE.at(Place(name), message)]
        data = file.read_bytes()
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        return None, [UNREADABLE.at(Place(name), f"the file cannot be read: {reason}")]
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
        return None, [NOT_UTF8.at(place_at(before, len(before), name), message)]
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
    return CONTROL_CHARACTER.at(place, message)


def place_at(text: str, offset: int, name: str) -> Place:
    r"""Return the place of the character at ``offset`` in a text with ``\n`` line ends."""
    line_start = text.rfind("\n", 0, offset) + 1
    return Place(name, text.count("\n", 0, offset) + 1, offset - line_start + 1)


def _with_line_feeds(text: str) -> str:
    """Turn the line ends of Windows and of old Macs into those of the rest of the world."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
