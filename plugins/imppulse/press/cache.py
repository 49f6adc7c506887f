"""The cache of compiled PDFs, and files that are written whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from imppulse.press.errors import PressError


@dataclass(frozen=True)
class Cache:
    """A folder that keeps the last PDF of every name, with the key of what it was made from."""

    folder: Path | None

    def find(self, name: str, key: str) -> bytes | None:
        """Return a PDF if it was made from the same, and is still as it was made."""
        if self.folder is None:
            return None
        try:
            said = json.loads((self.folder / f"{name}.json").read_text(encoding="utf-8"))
            pdf = (self.folder / name).read_bytes()
        except (OSError, ValueError, RecursionError):
            return None
        same = isinstance(said, dict) and said.get("key") == key
        return pdf if same and said.get("sha256") == digest(pdf) else None

    def keep(self, name: str, key: str, pdf: bytes) -> None:
        """Keep a PDF; where nothing can be written, nothing is kept."""
        if self.folder is None:
            return
        said = json.dumps({"key": key, "sha256": digest(pdf)})
        try:
            write(self.folder / name, pdf)
            write(self.folder / f"{name}.json", said.encode())
        except PressError:
            return


def write(path: Path, content: bytes) -> None:
    """Write a file beside its place, then move it there in one step. Raises ``PressError``."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            part.write_bytes(content)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror or error}"
        raise PressError(message) from error


def digest(*parts: bytes) -> str:
    """Return the SHA-256 of some bytes."""
    found = hashlib.sha256()
    for part in parts:
        found.update(part)
    return found.hexdigest()
