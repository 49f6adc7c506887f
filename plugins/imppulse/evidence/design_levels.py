"""Design levels: how well a design can tell an effect from chance and from other causes.

The Maryland Scientific Methods Scale in the wording of the What Works Centre for Local Economic
Growth (1 to 5). The original of Sherman and others (1998) words the levels differently.
"""

from __future__ import annotations

from imppulse.records.vocabulary import Design

LEVELS: dict[Design, int | None] = {
    Design.RANDOMISED: 5,
    Design.CLUSTER_RANDOMISED: 5,
    Design.STEPPED_WEDGE: 5,
    Design.QUASI_RANDOM: 4,
    Design.COMPARISON_BEFORE_AFTER: 3,
    Design.CONTROLLED_VARIABLES: 2,
    Design.BEFORE_AFTER: 1,
    Design.CROSS_SECTION: 1,
    Design.MONITORING: 1,
    Design.QUALITATIVE: None,
}
"""The level of each design; a qualitative study has none, which is no fault."""


def level_of(design: Design) -> int | None:
    """Return the level that follows from a design."""
    return LEVELS[design]
