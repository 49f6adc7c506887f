"""Settings: what a publisher decides of the printed editions, in press.yml beside mkdocs.yml."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from imppulse.languages.catalogue import languages
from imppulse.press.build_info import Imprint
from imppulse.press.editions import EDITIONS, file_name
from imppulse.press.errors import PressError
from imppulse.press.printing import PAPER
from imppulse.records.findings import did_you_mean
from imppulse.records.reading import read_text
from imppulse.records.tree import Mapping, Scalar, data, parse, place_of

FILE = "press.yml"
KEYS = ("imprint", "paper")


@dataclass(frozen=True)
class Settings:
    """What stands in the imprint, and on what the editions are printed."""

    imprint: Imprint = field(default_factory=Imprint)
    paper: float = PAPER
    """Thickness of a leaf in millimetres, from which the width of a spine follows."""


def read_settings(root: Path) -> Settings:
    """Read press.yml of a project; without it, the settings are the usual ones.

    Raises ``PressError`` with the place of whatever cannot be used.
    """
    if not (root / FILE).exists():
        return Settings()
    text, findings = read_text(root / FILE, FILE)
    if text is not None and not any(_says(line) for line in text.splitlines()):
        return Settings()
    tree, said = parse(text, FILE) if text is not None else (None, findings)
    if tree is None or said:
        raise PressError(str(said[0]))
    for key in tree.entries:
        if key not in KEYS:
            message = f"{tree.keys[key]} unknown key '{key}'{did_you_mean(key, KEYS)}"
            raise PressError(message)
    return Settings(_imprint(tree), _paper(tree))


def _imprint(tree: Mapping) -> Imprint:
    node = tree.entries.get("imprint")
    if node is None or (isinstance(node, Scalar) and node.empty):
        return Imprint()
    if not isinstance(node, Mapping):
        message = f"{node.place} expected lines 'key: value', indented under 'imprint'"
        raise PressError(message)
    given = {key: value for key, value in data(node).items() if value is not None}
    _check_keys(node)
    try:
        return Imprint.read(given)
    except PressError as error:
        message = f"{node.place} {error}"
        raise PressError(message) from error


def _says(line: str) -> bool:
    """Tell a line that says something from a comment or an empty one."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _check_keys(imprint: Mapping) -> None:
    """Refuse a language or a file that there is not: what stands under it would never print."""
    files = [
        file_name(edition, language, for_printer=for_printer).removesuffix(".pdf")
        for edition in EDITIONS
        for language in languages()
        for for_printer in (False, True)
    ]
    for name, node in imprint.entries.items():
        known = files if name == "isbn" else languages()
        if not isinstance(node, Mapping):
            continue
        for key in node.entries:
            if key not in known:
                message = f"{node.keys[key]} unknown key '{key}'{did_you_mean(key, known)}"
                raise PressError(message)


def _paper(tree: Mapping) -> float:
    node = tree.entries.get("paper")
    if node is None:
        return PAPER
    try:
        paper = float(node.text) if isinstance(node, Scalar) else 0
    except ValueError:
        paper = 0
    if not 0 < paper <= 1:
        message = f"{place_of(tree, ('paper',))} expected millimetres of up to 1, such as 0.1"
        raise PressError(message)
    return paper
