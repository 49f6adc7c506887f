"""Write into a translation file which wording of the source its passages translate."""

from __future__ import annotations

from pathlib import Path

from imppulse.records.folder import Loaded
from imppulse.records.translation import FINGERPRINTS, dotted, fingerprint
from imppulse.records.validation import texts


def confirm(root: Path, loaded: Loaded, language: str) -> bool:
    """State that all passages of a translation match the record as it is now.

    Rewrites only the ``translates`` block. Returns whether the file changed.
    """
    translation = loaded.translations[language]
    originals = dict(texts(loaded.record))
    prints = {dotted(path): fingerprint(originals[path]) for path in translation.passages}
    file = root / translation.path
    before = file.read_text(encoding="utf-8")
    after = _with_block(before, prints, markdown=file.suffix == ".md")
    if after != before:
        file.write_text(after, encoding="utf-8", newline="\n")
    return after != before


def _with_block(text: str, prints: dict[str, str], *, markdown: bool) -> str:
    """Replace the ``translates`` block, or add it at the end of the YAML."""
    lines = text.splitlines()
    end = [line.rstrip() for line in lines].index("---", 1) if markdown else len(lines)
    yaml_lines, rest = lines[:end], lines[end:]
    kept: list[str] = []
    inside = False
    for line in yaml_lines:
        if line.startswith(f"{FINGERPRINTS}:"):
            inside = True
        elif inside and line and not line[0].isspace() and line[0] != "#":
            inside = False
        if not inside:
            kept.append(line)
    while kept and not kept[-1].strip():
        kept.pop()
    block = [f"{FINGERPRINTS}:", *(f"  {path}: {mark}" for path, mark in sorted(prints.items()))]
    # A fingerprint such as 1e234567 stays a string: records type their values themselves.
    return "\n".join([*kept, *block, *rest]) + "\n"
