"""The evidence rules: supports must hold, nothing is cherry-picked, nothing is left an orphan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from imppulse.evidence.design_levels import level_of
from imppulse.evidence.effects import NotComputableError, effect_of
from imppulse.evidence.strength import Showing, showing
from imppulse.evidence.verdicts import Verdict
from imppulse.guide.references import mentions, ref_of
from imppulse.records.experiment import Experiment
from imppulse.records.findings import Finding, Severity
from imppulse.records.folder import Loaded, Records
from imppulse.records.outcome import Outcome, ReportedEffect
from imppulse.records.principle import Principle
from imppulse.records.recommendation import Recommendation
from imppulse.records.rule import Example, Rule
from imppulse.records.support import Support
from imppulse.records.training import Module
from imppulse.records.vocabulary import Design, Kind, Relation, Significance, Status

NO_EFFECT = Rule(
    "IMP401",
    Severity.ERROR,
    "The measured values allow no effect to be computed.",
    why="A figure that no effect follows from says nothing of what the action changed.",
    remedy=(
        "Give the values of both arms, or of before and after, with the number of people asked."
    ),
    example=Example(
        bad="measured:\n  - {arm: intervention, n: 60, count: 39}\n",
        good=(
            "measured:\n"
            "  - {arm: intervention, n: 60, count: 39}\n"
            "  - {arm: comparison, n: 60, count: 21}\n"
        ),
    ),
)

SUPPORT_DOES_NOT_HOLD = Rule(
    "IMP402",
    Severity.ERROR,
    "The support does not hold: the outcome shows something else.",
    why="The guide cannot claim more than its evidence shows.",
    remedy=(
        "Cite the outcome with the relation that its figures bear out, or cite another "
        "outcome, or change the claim."
    ),
    example=Example(
        bad="relation: contradicts\n",
        good="relation: supports\n",
    ),
)

PASSED_OVER = Rule(
    "IMP403",
    Severity.WARNING,
    "A record on the same question is passed over in silence.",
    why="A claim that cites only what fits it is cherry-picked.",
    remedy=(
        "Cite the record, whichever way it points, or say under 'set_aside' why it does not "
        "bear on the claim."
    ),
    example=Example(
        bad="supports:\n  - record: door-visits\n    outcome: trust\n    relation: supports\n",
        good=(
            "supports:\n"
            "  - record: door-visits\n"
            "    outcome: trust\n"
            "    relation: supports\n"
            "set_aside:\n"
            "  - record: street-meetings\n"
            "    because: It asked officers, not residents.\n"
        ),
    ),
)

UNSUPPORTED_CLAIM = Rule(
    "IMP404",
    Severity.WARNING,
    "A claim has no support.",
    why="Readers should see for every claim what it rests on, even if that is little.",
    remedy="Cite at least one record, if only as qualifies.",
    example=Example(
        bad="supports: []\n",
        good="supports:\n  - record: door-visits\n    outcome: trust\n    relation: supports\n",
    ),
)

UNUSED_EXPERIMENT = Rule(
    "IMP405",
    Severity.WARNING,
    "A completed micro-experiment is cited by no claim.",
    why="What a city tried and reported would teach nobody anything.",
    remedy="Cite it in a principle or recommendation, also if it did not work.",
    example=Example(
        bad="supports:\n  - record: door-visits\n    outcome: trust\n    relation: supports\n",
        good=(
            "supports:\n"
            "  - record: door-visits\n"
            "    outcome: trust\n"
            "    relation: supports\n"
            "  - record: lisbon\n"
            "    relation: qualifies\n"
        ),
    ),
)

ONE_GROUP_ONLY = Rule(
    "IMP406",
    Severity.ERROR,
    "A design that compares two groups has values of one group only.",
    why=(
        "Without the other group the figures show a change over time, which such a design "
        "does not rest on."
    ),
    remedy="Give the values of the other arm too, or name the design that the values come from.",
    example=Example(
        bad=(
            "measured:\n"
            "  - {arm: intervention, moment: before, n: 60, count: 21}\n"
            "  - {arm: intervention, moment: after, n: 60, count: 39}\n"
        ),
        good=(
            "measured:\n"
            "  - {arm: intervention, n: 60, count: 39}\n"
            "  - {arm: comparison, n: 60, count: 21}\n"
        ),
    ),
)

CLUSTERED_VALUES = Rule(
    "IMP407",
    Severity.WARNING,
    "People in a cluster are alike: an effect from raw values is too sure.",
    why=(
        "Neighbours answer alike, so that 100 people of 4 streets tell less than 100 people "
        "drawn one by one; the interval would be too narrow."
    ),
    remedy=(
        "Give the effect that the study computed for its clusters under 'reported', with its "
        "interval."
    ),
    example=Example(
        bad=(
            "measured:\n"
            "  - {arm: intervention, n: 60, count: 39}\n"
            "  - {arm: comparison, n: 60, count: 21}\n"
        ),
        good="reported:\n  measure: percentage-points\n  value: 30\n  interval: [4, 56]\n",
    ),
)

SIGNIFICANCE = Rule(
    "IMP408",
    Severity.WARNING,
    "The significance that is reported contradicts the interval or p.",
    why="One of the values was probably typed wrongly, and the verdict depends on it.",
    remedy="Check interval, p and significance against the source.",
    example=Example(
        bad=(
            "reported:\n"
            "  measure: cohens-d\n"
            "  value: 0.4\n"
            "  interval: [-0.1, 0.9]\n"
            "  significance: significant\n"
        ),
        good=(
            "reported:\n"
            "  measure: cohens-d\n"
            "  value: 0.4\n"
            "  interval: [0.1, 0.9]\n"
            "  significance: significant\n"
        ),
    ),
)


Claim: TypeAlias = Principle | Recommendation
"""A claim of the guide."""

HOLDS = {
    Relation.SUPPORTS: {Verdict.IMPROVED},
    Relation.CONTRADICTS: {Verdict.WORSENED, Verdict.NO_CLEAR_CHANGE},
    Relation.QUALIFIES: set(Verdict),
}
"""The verdicts on which each relation may rest."""


ALPHA = 0.05
"""The p value below which a source calls a result significant, as 95% intervals imply."""

CLUSTERED = (Design.CLUSTER_RANDOMISED, Design.STEPPED_WEDGE)
"""Designs in which the formulas for independent people do not hold."""


def evidence_findings(records: Records) -> Iterator[Finding]:
    """Say what the guide claims beyond what its records show."""
    experiments = {
        loaded.record.id: loaded.record
        for loaded in records.of("experiment")
        if isinstance(loaded.record, Experiment)
    }
    for loaded in records.loaded:
        record = loaded.record
        if isinstance(record, Experiment):
            yield from _measured_findings(loaded, record)
        if isinstance(record, (Principle, Recommendation, Module)):
            for position, support in enumerate(record.supports):
                experiment = experiments.get(support.record)
                problem = _problem(support, experiment) if experiment else None
                if problem:
                    yield SUPPORT_DOES_NOT_HOLD.at(loaded.place("supports", position), problem)
        if isinstance(record, (Principle, Recommendation)):
            yield from _cherry_picked(loaded, record, experiments)
            if not record.supports:
                message = "the claim has no support; cite at least one record, if only as qualifies"
                yield UNSUPPORTED_CLAIM.at(loaded.place(), message)
    yield from _unused(records)


def _measured_findings(loaded: Loaded, experiment: Experiment) -> Iterator[Finding]:
    """Say which measured values allow no effect, or one that would be surer than the design."""
    evaluation = experiment.evaluation
    for position, outcome in enumerate(evaluation.outcomes if evaluation else []):
        place = loaded.place("evaluation", "outcomes", position, "reported", "significance")
        contradiction = _contradiction(outcome.reported) if outcome.reported else None
        if contradiction:
            yield SIGNIFICANCE.at(place, contradiction)
        if not evaluation or not outcome.measured:
            continue
        place = loaded.key_place("evaluation", "outcomes", position, "measured")
        try:
            effect_of(outcome)
        except NotComputableError as error:
            yield NO_EFFECT.at(place, str(error))
        arms = {one.arm for one in outcome.measured}
        if len(arms) == 1 and (level_of(evaluation.design) or 0) >= 3:
            message = (
                f"'{evaluation.design}' compares two groups, and these values are of one; "
                "give the other arm too"
            )
            yield ONE_GROUP_ONLY.at(place, message)
        if evaluation.design in CLUSTERED:
            message = (
                f"in a '{evaluation.design}' study people in one cluster are alike, and raw values "
                "make the effect look too sure; give the effect of the study under 'reported'"
            )
            yield CLUSTERED_VALUES.at(place, message)


def _contradiction(effect: ReportedEffect) -> str | None:
    """Say that the reported significance contradicts the interval or the p value, if it does."""
    if effect.significance is Significance.NOT_STATED:
        return None
    significant = effect.significance is Significance.SIGNIFICANT
    if effect.interval:
        low, high = effect.interval
        if (low <= effect.measure.no_effect <= high) is significant:
            return "the interval says otherwise, and it decides; check both"
    if effect.p is not None and (effect.p < ALPHA) is not significant:
        return f"p = {effect.p} says otherwise; check both"
    return None


def _problem(support: Support, experiment: Experiment) -> str | None:
    """Say why a support does not hold, if it does not."""
    if support.relation is Relation.QUALIFIES:
        return None
    verb = f"'{experiment.id}' is cited as {support.relation}"
    if support.outcome is None:
        qualitative = experiment.evaluation and experiment.evaluation.design is Design.QUALITATIVE
        if not qualitative:
            return f"{verb} without an outcome; name the one it rests on, or cite it as qualifies"
        if support.because is None:
            return f"{verb} and is a qualitative study; say so under 'because'"
        return None
    shown = showing(experiment, support.outcome)
    if shown is None or shown.verdict in HOLDS[support.relation]:
        return None
    wanted = " or ".join(
        verdict.value.replace("-", " ") for verdict in sorted(HOLDS[support.relation])
    )
    return (
        f"{verb}, but its outcome '{support.outcome}' shows: {shown.verdict.label.lower()}; "
        f"'{support.relation}' needs {wanted}"
    )


def _cherry_picked(
    loaded: Loaded, claim: Claim, experiments: dict[str, Experiment]
) -> Iterator[Finding]:
    """Name records on the same question that a claim passes over in silence."""
    cited = {(support.record, support.outcome) for support in claim.supports}
    aside = {(one.record, one.outcome) for one in claim.set_aside}
    told: set[tuple[str, str]] = set()
    for position, support in enumerate(claim.supports):
        experiment = experiments.get(support.record)
        leaned = showing(experiment, support.outcome) if experiment else None
        if leaned is None:
            continue
        for other in _same_question(leaned, experiments.values()):
            key = (other.experiment.id, other.outcome.id)
            if key in cited | aside | told or (key[0], None) in aside:
                continue
            told.add(key)
            yield PASSED_OVER.at(loaded.place("supports", position), _passed_over(other))


def _same_question(leaned: Showing, experiments: Iterable[Experiment]) -> Iterator[Showing]:
    """Walk assessable outcomes of other records of the same axis, indicator and respondents."""
    for experiment in experiments:
        if experiment.id == leaned.experiment.id or not set(experiment.axes) & set(
            leaned.experiment.axes
        ):
            continue
        for outcome in experiment.evaluation.outcomes if experiment.evaluation else []:
            if not _alike(outcome, leaned.outcome):
                continue
            shown = showing(experiment, outcome.id)
            if shown and shown.verdict is not Verdict.NOT_ASSESSABLE:
                yield shown


def _alike(one: Outcome, other: Outcome) -> bool:
    return one.indicator is other.indicator and one.respondents is other.respondents


def _passed_over(other: Showing) -> str:
    """Ask an editor for a word on a record that a claim does not mention."""
    verdict = other.verdict.label.lower()
    return (
        f"'{other.experiment.id}' also measured {other.indicator.label.lower()} "
        f"(outcome '{other.outcome.id}': {verdict}); cite it, or say under 'set_aside' why not"
    )


def _unused(records: Records) -> Iterator[Finding]:
    """Name completed micro-experiments on which no claim draws."""
    drawn_on = {
        mention.target
        for loaded in records.loaded
        if isinstance(loaded.record, (Principle, Recommendation))
        for mention in mentions(loaded.record)
        if isinstance(mention.support, Support)
    }
    for loaded in records.of("experiment"):
        record = loaded.record
        if not isinstance(record, Experiment) or ref_of(loaded) in drawn_on:
            continue
        if record.kind is Kind.MICRO_EXPERIMENT and record.status is Status.COMPLETED:
            message = (
                "the micro-experiment is completed and no principle or recommendation cites it"
            )
            yield UNUSED_EXPERIMENT.at(loaded.place("status"), message)
