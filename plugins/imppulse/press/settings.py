"""Settings: what a publisher decides of the printed editions, in press.yml beside mkdocs.yml."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from imppulse.press.making import Imprint, PressError
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
    try:
        return Imprint.read(given)
    except PressError as error:
        message = f"{node.place} {error}"
        raise PressError(message) from error


def _paper(tree: Mapping) -> float:
    node = tree.entries.get("paper")
    if node is None:
        return PAPER
    try:
        return float(node.text) if isinstance(node, Scalar) else float("nan")
    except ValueError:
        message = f"{place_of(tree, ('paper',))} expected millimetres such as 0.1"
        raise PressError(message) from None
