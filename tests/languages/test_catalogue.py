"""Words, numbers, dates and names as each language writes them."""

from datetime import date

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from imppulse.languages.catalogue import _FOLDER, SOURCE, catalogue, languages

ENGLISH, FRENCH = catalogue("en"), catalogue("fr")
TRANSLATED = [language for language in languages() if language != SOURCE]


def test_english_is_the_source_and_french_is_there():
    assert languages()[0] == "en"
    assert "fr" in languages()


def test_a_language_that_the_guide_does_not_have():
    with pytest.raises(LookupError, match="no language 'xx'; it has en, fr"):
        catalogue("xx")


def test_a_message_without_a_translation_stays_in_english():
    assert FRENCH.gettext("No catalogue has this sentence.") == "No catalogue has this sentence."
    assert ENGLISH.gettext("Principles") == "Principles"
    assert FRENCH.gettext("Principles") == "Principes"


def test_plurals_follow_the_rule_of_the_language():
    one, many = "%(n)s unheard-of thing", "%(n)s unheard-of things"

    assert [ENGLISH.ngettext(one, many, n) for n in (0, 1, 2000)] == [
        "0 unheard-of things",
        "1 unheard-of thing",
        "2,000 unheard-of things",
    ]
    passage = "%(n)s passage of this page translates an earlier English wording."
    passages = "%(n)s passages of this page translate an earlier English wording."
    assert FRENCH.ngettext(passage, passages, 0).startswith("0 passage ")
    assert FRENCH.ngettext(passage, passages, 1.5).startswith("1,5 passage ")
    assert FRENCH.ngettext(passage, passages, 2).startswith("2 passages ")


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_keeps_the_places_to_fill_in(language):
    text = (_FOLDER / f"{language}.po").read_text(encoding="utf-8")
    for message in read_po(text.splitlines()):
        if not message.id or not message.string:
            continue
        sources = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        for string in strings:
            assert string.count("%(") in {source.count("%(") for source in sources}, message.id


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (1420, "1,420", "1\u202f420"),
        (0.5, "0.5", "0,5"),
        (0.0004, "0.0004", "0,0004"),
        (0.12345, "0.12345", "0,12345"),
        (0, "0", "0"),
        (12.0, "12", "12"),
        (-3.5, "−3.5", "−3,5"),
    ],
)
def test_numbers_keep_all_their_digits(value, english, french):
    assert ENGLISH.number(value) == english
    assert FRENCH.number(value) == french


def test_effects_carry_their_sign():
    assert [ENGLISH.signed(value) for value in (-0.5, 0, 0.5)] == ["−0.5", "0", "+0.5"]


def test_shares_are_per_cent():
    assert ENGLISH.percent(0.42) == "42%"
    assert FRENCH.percent(0.42) == "42\u00a0%"


def test_amounts_in_euro():
    assert ENGLISH.euro(10000) == "€10,000"
    assert ENGLISH.euro(99.5) == "€99.50"
    assert FRENCH.euro(10000) == "10\u202f000\u00a0€"


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        ("2015", "2015", "2015"),
        ("2015-02", "February 2015", "février 2015"),
        ("2015-02-16", "16 February 2015", "16 février 2015"),
        (date(2015, 2, 16), "16 February 2015", "16 février 2015"),
    ],
)
def test_dates_are_as_precise_as_they_are_given(value, english, french):
    assert ENGLISH.date(value) == english
    assert FRENCH.date(value) == french


def test_names_of_countries_and_languages():
    assert FRENCH.country("DE") == "Allemagne"
    assert FRENCH.country("XX") == "XX"
    assert ENGLISH.name_of("fr") == "French"


def test_lists_in_a_sentence():
    assert FRENCH.enumerate(["a", "b", "c"]) == "a, b et c"
    assert ENGLISH.enumerate(["a"]) == "a"


@given(st.integers(-(10**12), 10**12) | st.floats(-1e6, 1e6, allow_subnormal=False))
def test_every_number_can_be_read_back(value):
    text = FRENCH.number(value).replace("\u202f", "").replace(",", ".").replace("−", "-")

    assert float(text) == pytest.approx(value, abs=1e-12)
