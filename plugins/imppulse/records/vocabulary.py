"""The controlled lists of words that records use, each with the label that readers see.

A label is the English message; the catalogues in ``languages`` translate it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A word of a controlled list: what editors type, and the label that readers see."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make a member from the word and its label."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label or value
        return word


class Kind(Word):
    """Where an experiment comes from; the two are never mixed."""

    MICRO_EXPERIMENT = "micro-experiment", "Micro-experiment of IMPPULSE"
    PUBLISHED = "published", "Published evaluation"


class Status(Word):
    """How far an experiment has come."""

    AWAITING_REPORT = "awaiting-report", "Awaiting the city's report"
    PLANNED = "planned", "Planned"
    RUNNING = "running", "Running"
    COMPLETED = "completed", "Completed"
    STOPPED = "stopped", "Stopped early"


class Axis(Word):
    """The two axes that the project fixed, and the room beside them for new kinds of action."""

    TRAINING = "training", "Training of police officers"
    ENCOUNTER = "encounter", "Encounter between police and population"
    OTHER = "other", "Another kind of action"


class PoliceSystem(Word):
    """Whom the police answer to."""

    NATIONAL = "national", "National police"
    MUNICIPAL = "municipal", "Municipal or local police"
    REGIONAL = "regional", "Regional police"
    MIXED = "mixed", "Several police forces"


class Factor(Word):
    """Estrangement factors: what drives police and population apart locally."""

    IDENTITY_CHECKS = "identity-checks", "Identity checks and searches"
    DISRESPECT = "disrespect", "Disrespect felt in contacts"
    FORCE = "use-of-force", "Use of force"
    UNFAIRNESS = "unequal-treatment", "Unequal treatment felt or found"
    FEAR = "feeling-unsafe", "Feeling unsafe"
    UNKNOWN_ROLES = "unclear-roles", "Unclear roles of the police forces"
    LITTLE_CONTACT = "little-contact", "Few contacts outside incidents"
    NOT_HEARD = "not-being-heard", "Residents feel that they are not heard"
    POOR_RECEPTION = "poor-reception", "Poor reception of victims and visitors"
    STEREOTYPES = "stereotypes", "Stereotypes on both sides"
    LOW_TRUST = "low-trust", "Low trust to begin with"


class ReviewState(Word):
    """How far a text has been looked at by someone other than its author."""

    DRAFT = "draft", "Editorial draft"
    IN_REVIEW = "in-review", "In review"
    REVIEWED = "reviewed", "Reviewed"


class Design(Word):
    """How an evaluation was made; the design level follows from it (``guide.design_levels``)."""

    RANDOMISED = "randomised", "Randomised trial"
    CLUSTER_RANDOMISED = "cluster-randomised", "Cluster-randomised trial"
    STEPPED_WEDGE = "stepped-wedge-randomised", "Stepped-wedge randomised trial"
    QUASI_RANDOM = "quasi-random", "Natural experiment with quasi-random variation"
    COMPARISON_BEFORE_AFTER = "before-after-comparison", "Before and after, with a comparison group"
    CONTROLLED_VARIABLES = "adjusted", "Before and after or cross-section, with control variables"
    BEFORE_AFTER = "before-after", "Before and after, without comparison"
    CROSS_SECTION = "cross-section", "Comparison at one moment, without control variables"
    MONITORING = "monitoring", "Monitoring of records"
    QUALITATIVE = "qualitative", "Qualitative study"


class Evaluator(Word):
    """Who evaluated."""

    INDEPENDENT = "independent", "Independent of those who ran the action"
    INVOLVED = "involved", "Involved in the action"
    OWN = "own-staff", "Staff of the organisation itself"
    NOT_STATED = "not-stated", "Not stated"


class Respondents(Word):
    """In whom or what an outcome was measured."""

    POPULATION = "population", "Population"
    POLICE = "police", "Police"
    OBSERVERS = "observers", "Trained observers"
    RECORDS = "recorded-data", "Recorded data"


class Criterion(Word):
    """The OECD-DAC criteria (2019), and transferability."""

    RELEVANCE = "relevance", "Relevance"
    COHERENCE = "coherence", "Coherence"
    EFFECTIVENESS = "effectiveness", "Effectiveness"
    EFFICIENCY = "efficiency", "Efficiency"
    IMPACT = "impact", "Impact"
    SUSTAINABILITY = "sustainability", "Sustainability"
    TRANSFERABILITY = "transferability", "Transferability"


class Measure(Word):
    """The kind of effect that a source reports."""

    PERCENTAGE_POINTS = "percentage-points", "Difference in percentage points"
    PERCENT_CHANGE = "percent-change", "Change in per cent"
    COHENS_D = "cohens-d", "Standardised difference (Cohen's d)"
    HEDGES_G = "hedges-g", "Standardised difference (Hedges' g)"
    MEAN_DIFFERENCE = "mean-difference", "Difference of means"
    ODDS_RATIO = "odds-ratio", "Odds ratio"
    RISK_RATIO = "risk-ratio", "Risk ratio"

    @property
    def no_effect(self) -> float:
        """The value that means no effect: 1 for ratios, else 0."""
        return 1.0 if self in (Measure.ODDS_RATIO, Measure.RISK_RATIO) else 0.0


class Significance(Word):
    """What a source says of chance."""

    SIGNIFICANT = "significant", "Statistically significant"
    NOT_SIGNIFICANT = "not-significant", "Not statistically significant"
    NOT_STATED = "not-stated", "Significance not stated"


class Direction(Word):
    """Which way a source says that an outcome went."""

    BETTER = "better", "Better"
    WORSE = "worse", "Worse"
    UNCHANGED = "unchanged", "Unchanged"
    MIXED = "mixed", "Mixed"


class Arm(Word):
    """The two sides of a comparison."""

    INTERVENTION = "intervention", "With the action"
    COMPARISON = "comparison", "Without the action"


class Moment(Word):
    """When a value was measured."""

    BEFORE = "before", "Before"
    AFTER = "after", "After"


class Better(Word):
    """Which direction of an indicator is the better one."""

    HIGHER = "higher", "higher is better"
    LOWER = "lower", "lower is better"


class Relation(Word):
    """What a support says of its claim."""

    SUPPORTS = "supports", "Supports"
    QUALIFIES = "qualifies", "Qualifies"
    CONTRADICTS = "contradicts", "Contradicts"


class Audience(Word):
    """Whom a policy recommendation addresses."""

    LOCAL = "local", "Local decision-makers"
    NATIONAL = "national", "National decision-makers"
    EUROPEAN = "european", "European decision-makers"


class CostBand(Word):
    """What a first year costs, in bands that a council can tell apart."""

    NONE = "none", "No extra budget"
    UNDER_10K = "under-10000", "Under €10,000"
    UNDER_50K = "10000-to-50000", "€10,000 to €50,000"
    OVER_50K = "over-50000", "Over €50,000"
    UNKNOWN = "unknown", "Not known"


class Nature(Word):
    """The two kinds of principle in the guide."""

    PRACTICAL = "practical", "Practical principle"
    TECHNICAL = "technical", "Technical principle"


class Phase(Word):
    """The three phases of the project, which a local project goes through as well."""

    PREPARATION = "preparation", "Preparation and research"
    IMPLEMENTATION = "implementation", "Implementation and evaluation"
    DISSEMINATION = "dissemination", "Capitalisation and dissemination"


class Bloom(Word):
    """Level of a learning outcome in the revised taxonomy of Anderson and Krathwohl (2001)."""

    REMEMBER = "remember", "Remember"
    UNDERSTAND = "understand", "Understand"
    APPLY = "apply", "Apply"
    ANALYSE = "analyse", "Analyse"
    EVALUATE = "evaluate", "Evaluate"
    CREATE = "create", "Create"


class Dimension(Word):
    """What a learning outcome describes in the European Qualifications Framework."""

    KNOWLEDGE = "knowledge", "Knowledge"
    SKILLS = "skills", "Skills"
    AUTONOMY = "responsibility-and-autonomy", "Responsibility and autonomy"


class Stage(Word):
    """When in a career a module is taught."""

    INITIAL = "initial", "Initial training"
    IN_SERVICE = "in-service", "In-service training"
    BOTH = "both", "Initial and in-service training"


class Method(Word):
    """How an activity is taught."""

    BRIEFING = "briefing", "Briefing"
    DISCUSSION = "discussion", "Discussion"
    CASE_STUDY = "case-study", "Case study"
    ROLE_PLAY = "role-play", "Role play"
    SCENARIO = "scenario", "Scenario with actors"
    JOINT_SESSION = "joint-session", "Session with residents"
    FIELD_TASK = "field-task", "Task in the field"
    COACHING = "coaching", "Coaching"
    SELF_STUDY = "self-study", "Self-study"
