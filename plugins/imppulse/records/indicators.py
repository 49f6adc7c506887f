"""The controlled list of indicators: what outcomes measure, its unit, and which way is better."""

from __future__ import annotations

from typing import Self

from imppulse.records.vocabulary import Better, Word


class Indicator(Word):
    """One thing that evaluations of police-population relations measure."""

    better: Better
    unit: str

    def __new__(
        cls, value: str, label: str = "", better: Better = Better.HIGHER, unit: str = "scale"
    ) -> Self:
        """Make a member from the word, its label, the better direction and the unit."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label
        word.better = better
        word.unit = unit
        return word

    TRUST_IN_OFFICERS = "trust-in-officers", "Trust in the officers met"
    TRUST_IN_POLICE = "trust-in-police", "Trust in the police"
    CONFIDENCE = "confidence-in-local-police", "Confidence in the local police"
    LEGITIMACY = "legitimacy", "Perceived legitimacy of the police"
    VIEW_OF_POLICE = "view-of-police", "View of the police in general"
    PROCEDURAL_JUSTICE = "perceived-procedural-justice", "Perceived procedural justice"
    SATISFACTION = "satisfaction-with-encounter", "Satisfaction with the encounter"
    COOPERATION = "willingness-to-cooperate", "Willingness to cooperate with the police"
    OBEDIENCE = "willingness-to-obey-the-law", "Willingness to obey the law"
    RESISTANCE = "resistance", "Resistance to the police", Better.LOWER
    ENGAGEMENT = "perceived-engagement", "Perceived engagement of the police with the community"
    VISIBILITY = "visibility", "Visibility of the police"
    SAFETY = "feeling-of-safety", "Feeling of safety"
    FEAR = "fear-of-crime", "Fear of crime", Better.LOWER
    CRIME = "crime", "Crime", Better.LOWER, "incidents"
    ANTISOCIAL = "anti-social-behaviour", "Anti-social behaviour", Better.LOWER, "incidents"
    COMPLAINTS = "complaints", "Complaints against the police", Better.LOWER, "complaints"
    FORCE = "use-of-force", "Use of force", Better.LOWER, "incidents"
    PUBLIC_INJURIES = (
        "injuries-to-public",
        "Injuries to members of the public",
        Better.LOWER,
        "persons",
    )
    OFFICER_INJURIES = "injuries-to-officers", "Injuries to officers", Better.LOWER, "persons"
    DISCRETIONARY_ARRESTS = (
        "discretionary-arrests",
        "Discretionary arrests",
        Better.LOWER,
        "arrests",
    )
    DISPROPORTION = (
        "disproportionality-of-stops",
        "Disproportionality of stops",
        Better.LOWER,
        "ratio",
    )
    RECORDED_PRACTICE = "recorded-practice", "Practice as recorded"
    OFFICER_CONDUCT = "procedurally-just-conduct", "Procedurally just conduct of officers"
    DISRESPECT = "disrespectful-conduct", "Disrespectful conduct of officers", Better.LOWER
    COMMUNICATION = "communication-skills", "Communication skills of officers"
    KNOWLEDGE = "officers-knowledge", "Knowledge of officers"
    OFFICER_ATTITUDES = "officers-attitudes", "Attitudes of officers to the population"
    QUALITY_OF_CONTACT = "quality-of-contact", "Quality of the contact with victims"
    TRUST_IN_POPULATION = "trust-in-population", "Trust of officers in the population"
    PARTICIPATION = "participation", "Participation of residents", Better.HIGHER, "persons"
    KNOWLEDGE_OF_ROLES = "knowledge-of-police-roles", "Knowledge of the roles of the police"
