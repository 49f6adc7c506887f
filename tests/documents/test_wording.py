"""Wording: what an outcome shows and why a claim is as strong as it is, in English and French."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from imppulse.documents.wording import figure, level_words, strength_reason
from imppulse.evidence.strength import Strength, assess
from imppulse.languages.catalogue import catalogue
from imppulse.records.indicators import Indicator
from imppulse.records.outcome import Outcome
from imppulse.records.vocabulary import Direction, Measure, Significance
from tests.evidence.test_strength import shown, words_of

ENGLISH, FRENCH = catalogue("en"), catalogue("fr")

ONE_LOW = "1 record of design level 3 or lower shows an improvement: trust in the police."
TWO_MIDDLE = "2 records of design level 3 or more show an improvement: trust in the police."
ONE_HIGH = "1 record of design level 4 or 5 shows an improvement: trust in the police."
TWO_HIGH = "2 records of design level 4 or 5 show an improvement: trust in the police."
NOT_ASSESSED = (
    "Nothing that was measured tells yet whether this works. "
    "Records cited as a whole are not counted."
)
NO_OTHER_WAY = "No record cited here points the other way."
ONE_AGAINST = "1 record cited here shows no clear change or worse."
DOUBT = "A study of that level did not show it on the same indicator."

REASONS = {
    "": NOT_ASSESSED,
    "a5?": NOT_ASSESSED,
    "a5-": "The only record cited here that can be assessed shows no clear change or worse.",
    "a5- b10": "The 2 records cited here that can be assessed show no clear change or worse.",
    "a5-t a50c": "The only record cited here that can be assessed shows no clear change or worse.",
    "a1+": f"{ONE_LOW} {NO_OTHER_WAY}",
    "a1+c b3+": (
        f"2 records of design level 3 or lower show an improvement: crime and trust in the police. "
        f"{NO_OTHER_WAY}"
    ),
    "a1+ b50": (f"{ONE_LOW} {ONE_AGAINST}"),
    "a3+ b3+": f"{TWO_MIDDLE} {NO_OTHER_WAY}",
    "a5+": f"{ONE_HIGH} {NO_OTHER_WAY}",
    "a5+t a5+c": (
        f"1 record of design level 4 or 5 shows an improvement: trust in the police and crime. "
        f"{NO_OTHER_WAY}"
    ),
    "a5+ b50": f"{ONE_HIGH} {ONE_AGAINST}",
    "a5+ b50t b50c": (f"{ONE_HIGH} {ONE_AGAINST}"),
    "a5+ b4+": f"{TWO_HIGH} {NO_OTHER_WAY}",
    "a5+ b4+ c30": f"{TWO_HIGH} {ONE_AGAINST}",
    "a5+ b4+ c50": (f"{TWO_HIGH} {ONE_AGAINST} {DOUBT}"),
    "a5+ b4+ c50 d30": (f"{TWO_HIGH} 2 records cited here show no clear change or worse. {DOUBT}"),
    "a5+ b3-c": (
        "Records of design level 3 or more point both ways. Improved: trust in the police. "
        "Worsened: crime."
    ),
    "a5+ b3-t c2-c": (
        "Records of design level 3 or more point both ways. Improved: trust in the police. "
        "Worsened: trust in the police."
    ),
}


def reason(cited, words=ENGLISH):
    return strength_reason(assess([shown(word) for word in cited.split()]), words)


def is_well_written(text):
    """Tell whether a sentence could be printed: whole, with nothing left to fill in."""
    return (
        not re.search(r"None|nan|inf\b|%\(|\{|\}|  |\.\.| [.,;)]|\( |\(\)", text)
        and text == text.strip()
    )


@pytest.mark.parametrize(("cited", "sentence"), REASONS.items())
def test_the_reason_for_a_strength_is_said_in_a_sentence_or_two(cited, sentence):
    assert reason(cited) == sentence


def test_every_strength_has_a_reason_here():
    assert {assess([shown(word) for word in cited.split()]).strength for cited in REASONS} == {
        *Strength
    }


@pytest.mark.parametrize("cited", REASONS)
def test_the_reason_is_said_in_french(cited):
    """Every sentence is translated, with the same numbers."""
    sentence, french = reason(cited), reason(cited, FRENCH)

    assert french != sentence
    assert is_well_written(french.replace("\u00a0", " ").replace(" :", ":"))
    assert not re.search(r"\b(record|improved|level|police in|the)\b", french, re.IGNORECASE)
    assert re.findall(r"\d", french) == re.findall(r"\d", sentence)
    assert french.endswith(".")


@given(words_of)
def test_any_reason_is_whole_sentences(cited):
    for words in (ENGLISH, FRENCH):
        text = reason(" ".join(cited), words).replace("\u00a0:", ":")
        assert is_well_written(text)
        assert text.endswith(".")


# Figures ------------------------------------------------------------------------------------------


def outcome(indicator="trust-in-police", **form):
    return Outcome(
        id="it", indicator=indicator, respondents="population", label="It", source="s", **form
    )


def reported(measure, value, words=ENGLISH, **more):
    return figure(outcome(reported={"measure": measure, "value": value, **more}), words)


@pytest.mark.parametrize(
    ("measure", "value", "english", "french"),
    [
        ("cohens-d", 0.053, "d = +0.053", "d = +0,053"),
        ("hedges-g", -0.37, "g = −0.37", "g = −0,37"),
        ("percentage-points", 26, "+26 percentage points", "+26"),
        ("percent-change", -8.0, "−8%", "−8"),
        ("percent-change", -28.1, "−28.1%", "−28,1"),
        ("odds-ratio", 1.4, "Odds ratio 1.4", "1,4"),
        ("risk-ratio", 0.75, "Risk ratio 0.75", "0,75"),
        ("mean-difference", -1.5, "Difference of means −1.5", "−1,5"),
        ("cohens-d", 0, "d = 0", "d = 0"),
    ],
)
def test_each_measure_has_its_unit_and_sign(measure, value, english, french):
    found = reported(measure, value)
    assert found == f"{english} (significance not stated)"
    assert french in reported(measure, value, FRENCH)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "significance not stated"),
        ({"significance": "significant"}, "statistically significant"),
        ({"p": 0.0004}, "p = 0.0004"),
        ({"p": 0.01, "significance": "significant"}, "p = 0.01; statistically significant"),
        ({"interval": [-0.163, 0.269]}, "95% interval −0.163 to 0.269"),
        (
            {"interval": [-1200.5, -0.1], "p": 0.9, "significance": "not-significant"},
            "95% interval −1,200.5 to −0.1; p = 0.9; not statistically significant",
        ),
    ],
)
def test_a_reported_effect_is_told_with_its_precision(more, said):
    assert reported("cohens-d", -0.1, **more) == f"d = −0.1 ({said})"


def test_an_interval_in_french():
    found = reported("cohens-d", 0.1, FRENCH, interval=[-0.163, 1.5])
    assert found.replace("\u00a0", " ") == "d = +0,1 (intervalle à 95 % de −0,163 à 1,5)"


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("significance", Significance)
def test_a_direction_stands_in_words(direction, significance):
    described = {"direction": direction, "significance": significance}
    english, french = (figure(outcome(described=described), words) for words in (ENGLISH, FRENCH))

    label = significance.label[0].lower() + significance.label[1:]
    assert english == f"{direction.label} ({label})"
    assert french != english
    assert is_well_written(french)


def measured(*values):
    return outcome(measured=[*values])


WITH = {"arm": "intervention"}
WITHOUT = {"arm": "comparison"}


def test_measured_shares_are_told_with_the_effect_that_follows():
    found = figure(
        measured({**WITH, "n": 70, "count": 56}, {**WITHOUT, "n": 80, "count": 48}), ENGLISH
    )
    assert found == (
        "With the action, after: 56 / 70 (80%); Without the action, after: 48 / 80 (60%); "
        "+20 percentage points (95% interval 5.2 to 33.4)"
    )


def test_measured_means_are_told_with_the_effect_that_follows():
    found = figure(
        measured(
            {**WITH, "n": 50, "mean": -0.5, "sd": 5.5}, {**WITHOUT, "n": 1500, "mean": 3, "sd": 4.5}
        ),
        ENGLISH,
    )
    assert found == (
        "With the action, after: −0.5 ± 5.5 (n = 50); "
        "Without the action, after: 3 ± 4.5 (n = 1,500); g = −0.77 (95% interval −1.05 to −0.49)"
    )


def test_a_small_bound_is_not_rounded_to_the_zero_that_it_is_not():
    """An interval printed as '0 to …' would contradict the verdict that stands beside it."""
    found = figure(
        measured({**WITH, "n": 1000, "count": 71}, {**WITHOUT, "n": 1000, "count": 50}), ENGLISH
    )
    assert found.endswith("+2.1 percentage points (95% interval 0.003 to 4.2)")


def test_values_that_allow_no_effect_stand_alone():
    assert figure(measured({**WITH, "n": 0, "count": 0}), ENGLISH) == (
        "With the action, after: n = 0"
    )
    assert figure(measured({**WITH, "n": 9}), FRENCH).endswith("n = 9")


figures_ = st.floats(-1e6, 1e6).map(lambda value: round(value, 3))


@given(
    st.sampled_from(Measure),
    st.tuples(figures_, figures_, figures_).map(sorted),
    st.sampled_from(Significance),
    st.booleans(),
    st.sampled_from([ENGLISH, FRENCH]),
)
def test_any_figure_is_well_written(measure, three, significance, bounded, words):
    assume(measure.no_effect == 0 or three[0] > 0)
    assume(measure is not Measure.PERCENT_CHANGE or three[0] >= -100)
    more = {"interval": [three[0], three[2]]} if bounded else {"p": 0.05}
    text = reported(measure, three[1], words, significance=significance, **more)

    assert is_well_written(text)
    assert "-" not in text  # a minus is a minus


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
def test_a_level_is_told_of_five(level):
    assert level_words(level, ENGLISH) == f"level {level} of 5"
    assert level_words(level, FRENCH).replace("\u00a0", " ") == f"niveau {level} sur 5"


def test_a_qualitative_study_says_that_it_has_no_level():
    assert level_words(None, ENGLISH) == "qualitative: no level"
    assert "None" not in level_words(None, FRENCH)


@pytest.mark.parametrize("indicator", Indicator)
@pytest.mark.parametrize("words", [ENGLISH, FRENCH])
def test_every_indicator_can_stand_inside_a_sentence(indicator, words):
    one = shown("a5+")
    showing = one._replace(outcome=one.outcome.model_copy(update={"indicator": indicator}))

    assert is_well_written(strength_reason(assess([showing]), words).replace("\u00a0:", ":"))
