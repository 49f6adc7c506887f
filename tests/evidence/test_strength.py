"""Strength of a claim: DESIGN section 6, rule 4, one rule after the other."""

import itertools
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imppulse.evidence.strength import Showing, Strength, assess, records, showing
from imppulse.evidence.verdicts import Verdict
from imppulse.records.evaluation import Evaluation
from imppulse.records.experiment import Experiment
from imppulse.records.outcome import Described, Outcome
from imppulse.records.vocabulary import Design

IMPROVED, WORSENED, NO_CHANGE, NOT_ASSESSABLE = Verdict
CONTESTED, STRONG, MODERATE, LIMITED, UNSUPPORTED, UNTESTED = Strength

SIGN = {"+": IMPROVED, "-": WORSENED, "0": NO_CHANGE, "?": NOT_ASSESSABLE}
INDICATOR = {"t": "trust-in-police", "c": "crime"}


@cache
def shown(word):
    """Read 'a5+' as record a, level 5, improved, on trust; '0' is no level, then no change."""
    record, level, sign, indicator = (word + "t")[:4]
    experiment = Experiment(
        id=record,
        title=record,
        summary="It was done.",
        kind="micro-experiment",
        status="completed",
        place={"name": "Sampletown", "country": "BE"},
        axes=["encounter"],
    )
    outcome = Outcome(
        id="it",
        indicator=INDICATOR[indicator],
        respondents="population",
        label="It",
        source="s",
        described={"direction": "better"},
    )
    return Showing(experiment, outcome, SIGN[sign], int(level) or None)


def strength(words):
    return assess([shown(word) for word in words.split()]).strength


RULES = {
    # Contested: records of level 3 or more point both ways, one improved, one worsened.
    "a3+ b3-": CONTESTED,
    "a5+ b5-": CONTESTED,
    "a5+ b3-": CONTESTED,
    "a5+t b5-c": CONTESTED,
    "a5+ b5+ c5+ d4-": CONTESTED,
    "a5+ b2-": MODERATE,
    "a2+ b5-": LIMITED,
    "a5+ a5-": MODERATE,
    "a5+ a5- b5-": CONTESTED,
    "a5+ b5- b5+": CONTESTED,
    "a3+ a3- b2-": LIMITED,
    # Strong: at least two of level 4 or more improved ...
    "a4+ b4+": STRONG,
    "a5+ b4+": STRONG,
    "a5+ b5+ c1+": STRONG,
    "a5+t b5+c": STRONG,
    "a5+ b3+": MODERATE,
    # ... two outcomes of one study are one study ...
    "a5+t a5+c": MODERATE,
    "a5+t a5+c b4+": STRONG,
    # ... and none of level 4 or more worsened or unchanged on the same indicator.
    "a5+ b5+ c50": MODERATE,
    "a5+ b5+ c40": MODERATE,
    "a5+ b5+ a50": MODERATE,
    "a5+t b5+c c50c": MODERATE,
    "a5+ b5+ c5+ d40": MODERATE,
    "a5+ b5+ c30": STRONG,
    "a5+ b5+ c10": STRONG,
    "a5+ b5+ c50c": STRONG,
    # Moderate: one of level 4 or more, or two of level 3.
    "a4+": MODERATE,
    "a3+ b3+": MODERATE,
    "a3+ b3+ c50": MODERATE,
    "a3+t a3+c": LIMITED,
    "a3+ b2+": LIMITED,
    # Limited: lower levels.
    "a3+": LIMITED,
    "a1+": LIMITED,
    "a2+ b2+ c2+ d2+": LIMITED,
    "a3+ b50": LIMITED,
    # Unsupported: everything assessable shows no clear change or worse.
    "a5-": UNSUPPORTED,
    "a1-": UNSUPPORTED,
    "a5-t b5-c": UNSUPPORTED,
    "a50": UNSUPPORTED,
    "a50 b5-": UNSUPPORTED,
    # Untested: nothing assessable.
    "": UNTESTED,
    "a5?": UNTESTED,
    "a5? b1?": UNTESTED,
    # What is not assessable, and what is qualitative, counts nowhere.
    "a5? b5+": MODERATE,
    "a5? b5-": UNSUPPORTED,
    "a5+ b5+ c5?": STRONG,
    "a0+": UNTESTED,
    "a0-": UNTESTED,
    "a0+ b0-": UNTESTED,
    "a0+ b5+": MODERATE,
    "a0- b5+": MODERATE,
    "a0+ b5-": UNSUPPORTED,
    "a00": UNTESTED,
    "a5+ b5+ c00": STRONG,
}


@pytest.mark.parametrize(("words", "expected"), RULES.items())
def test_the_first_rule_that_fits_decides(words, expected):
    assert strength(words) is expected


@pytest.mark.parametrize("words", [words for words in RULES if " " in words])
def test_the_order_in_which_records_are_cited_makes_no_difference(words):
    for order in itertools.permutations(words.split()):
        assert strength(" ".join(order)) is RULES[words]


@pytest.mark.parametrize(
    ("words", "decisive", "against", "level"),
    [
        ("a5+ b3- c1-", "a", "bc", 3),
        ("a5+ b4+ c1+", "ab", "", 4),
        ("a5+ b4+ c30", "ab", "c", 4),
        ("a5+ b3+", "a", "", 4),
        ("a3+ b3+ c2+", "ab", "", 3),
        ("a3+ b2+ c0+", "ab", "", 0),
        ("a5- b50", "", "ab", 0),
        ("a5? b0+", "", "", 0),
    ],
)
def test_an_assessment_says_what_decided_it(words, decisive, against, level):
    found = assess([shown(word) for word in words.split()])

    assert "".join(one.experiment.id for one in found.decisive) == decisive
    assert "".join(one.experiment.id for one in found.against) == against
    assert found.level == level


@pytest.mark.parametrize(
    ("words", "doubted"),
    [("a5+ b5+ c50", True), ("a5+ c50", False), ("a5+ b5+", False), ("a3+ b3+ c50", False)],
)
def test_it_is_told_when_only_a_failure_keeps_a_claim_from_being_strong(words, doubted):
    assert assess([shown(word) for word in words.split()]).doubted is doubted


def test_records_are_counted_and_not_outcomes():
    assert records([shown("a5+t"), shown("a5+c"), shown("b1-")]) == 2


words_of = st.lists(
    st.tuples(
        st.sampled_from("abcd"),
        st.sampled_from("012345"),
        st.sampled_from("+-0?"),
        st.sampled_from("tc"),
    ).map("".join),
    max_size=6,
)


def rule_4(cited):
    """Read rule 4 as it stands, as a second opinion."""
    counted = [one for one in cited if one[1] != "0" and one[2] != "?"]

    def of(sign, level):
        return [one for one in counted if one[2] == sign and int(one[1]) >= level]

    better = {level: {one[0] for one in of("+", level)} for level in (1, 3, 4)}
    failed = of("-", 4) + of("0", 4)
    if any(one[0] != other[0] for one in of("+", 3) for other in of("-", 3)):
        return CONTESTED
    same_indicator = {one[3] for one in of("+", 4)} & {one[3] for one in failed}
    if len(better[4]) >= 2 and not same_indicator:
        return STRONG
    if better[4] or len(better[3]) >= 2:
        return MODERATE
    if better[1]:
        return LIMITED
    return UNSUPPORTED if counted else UNTESTED


@given(words_of)
def test_any_citations_have_the_strength_of_rule_4(cited):
    assert strength(" ".join(cited)) is rule_4(cited)


@given(words_of, st.sampled_from("abcde"), st.sampled_from("12345"), st.sampled_from("-0"))
def test_citing_a_failure_never_makes_a_claim_stronger(cited, record, level, sign):
    rank = [UNTESTED, UNSUPPORTED, LIMITED, MODERATE, STRONG]
    before = strength(" ".join(cited))
    after = strength(" ".join([*cited, f"{record}{level}{sign}t"]))

    if CONTESTED in (before, after):
        assert after is CONTESTED
    elif before is not UNTESTED:
        assert rank.index(after) <= rank.index(before)


@given(words_of, st.sampled_from("012345"))
def test_what_is_not_assessable_changes_nothing(cited, level):
    assert strength(" ".join([*cited, f"e{level}?t"])) is strength(" ".join(cited))
    assert strength(" ".join([*cited, "e0+t"])) is strength(" ".join(cited))


def test_a_showing_takes_its_level_from_the_design():
    experiment = shown("a5+").experiment.model_copy(
        update={"evaluation": _evaluation(Design.QUASI_RANDOM)}
    )

    found = showing(experiment, "it")
    assert (found.level, found.verdict) == (4, IMPROVED)
    assert showing(experiment, None) is None
    assert showing(experiment, "that") is None
    assert showing(shown("a5+").experiment, "it") is None


def _evaluation(design):
    described = Described(direction="better", significance="significant")
    outcome = shown("a5+").outcome.model_copy(update={"described": described})
    return Evaluation(design=design, description="How.", outcomes=[outcome])
