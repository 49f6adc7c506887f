"""Strength badge: a small meter with the word that it means."""

from __future__ import annotations

from dataclasses import dataclass

from imppulse.documents.charts.drawing import Drawing, draw
from imppulse.documents.charts.text_metrics import NORMAL, width_of
from imppulse.evidence.strength import Strength
from imppulse.languages.catalogue import Catalogue

STEPS = {Strength.LIMITED: 1, Strength.MODERATE: 2, Strength.STRONG: 3}
"""How many of the three bars are filled; the other strengths have signs of their own."""

_HEIGHT = 20.0
_WORD = 34.0
"""Where the word starts."""


@dataclass(frozen=True)
class _Bar:
    x: float
    y: float
    height: float
    filled: bool


def strength_badge(strength: Strength, words: Catalogue, *, name: str) -> Drawing:
    """Return the badge of a strength; ``name`` must be unique in the page, as in 'be-fair'."""
    _ = words.gettext
    label = _(strength.label)
    filled = STEPS.get(strength, 0)
    bars = [
        _Bar(2.0 + 9 * step, 12.0 - 4 * step, 6.0 + 4 * step, step < filled) for step in range(3)
    ]
    title = _("Strength of the evidence: %(strength)s") % {"strength": label}
    return draw(
        "badge.svg.j2",
        words,
        name=f"im-badge-{name}",
        title=title,
        description=_seen(strength, words),
        width=round(_WORD + width_of(label, NORMAL, bold=True) + 2, 2),
        height=_HEIGHT,
        table=[[_("Strength of the evidence")], [label]],
        strength=strength,
        label=label,
        word=_WORD,
        bars=bars,
    )


def _seen(strength: Strength, words: Catalogue) -> str:
    """Tell what the meter shows."""
    _ = words.gettext
    match strength:
        case Strength.STRONG:
            return _("Three of three bars are filled.")
        case Strength.MODERATE:
            return _("Two of three bars are filled.")
        case Strength.LIMITED:
            return _("One of three bars is filled.")
        case Strength.CONTESTED:
            return _("Two arrows point away from each other.")
        case Strength.UNSUPPORTED:
            return _("Three empty bars are struck through.")
        case Strength.UNTESTED:
            return _("Three bars are only dashed outlines.")
