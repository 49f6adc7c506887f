"""What editors type is what the records hold: no value is turned into something else."""

from datetime import date

import pytest

from imppulse.records.folder import load
from imppulse.records.vocabulary import Status
from tests.sound import (
    AWAITED,
    AWAITED_PATH,
    EXPERIMENT,
    EXPERIMENT_PATH,
    MODULE,
    PRINCIPLE,
    changed,
)


def read(project, text, path=AWAITED_PATH):
    """Load one sound record."""
    records = load(project({path: text}))
    assert [str(finding) for finding in records.findings] == []
    return records.loaded[0].record


@pytest.mark.parametrize(
    "typed",
    [
        "no",
        "yes",
        "on",
        "null",
        "~",
        "12:30",
        "1.10",
        "0123",
        "1e3",
        "2024-05-01",
        "0x1F",
        "=",
        "<<",
    ],
)
def test_words_that_yaml_likes_to_change_stay_as_typed(project, typed):
    assert read(project, changed(AWAITED, "title: Lisbon", f"title: {typed}")).title == typed


def test_a_version_keeps_its_zero(project):
    assert read(project, MODULE, "training/modules/x.yml").version == "1.10"


def test_a_key_with_nothing_after_it_is_a_key_that_is_not_there(project):
    empty = "axes:\nperiod:\nevaluation:\nresources:\n  budget:\nlicence:\n"
    record = read(project, AWAITED + empty)

    assert record.axes == []
    assert record.period is None
    assert record.evaluation is None
    assert record.resources.budget is None


def test_a_quoted_nothing_is_not_the_same_as_nothing(project):
    records = load(project({AWAITED_PATH: AWAITED + 'licence: ""\nevaluation: ""\n'}))

    assert [finding.code for finding in records.findings] == ["IMP103"]


def test_a_byte_order_mark_is_no_part_of_the_first_key(project):
    assert read(project, b"\xef\xbb\xbf" + AWAITED.encode()).title == "Lisbon"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_mean_the_same(project, line_end):
    text = AWAITED + "story:\n  impact: |\n    One.\n\n    Two.\n"
    record = read(project, text.replace("\n", line_end).encode())

    assert record.story.impact == "One.\n\nTwo."


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_front_matter_and_body_are_told_apart(project, line_end):
    text = changed(PRINCIPLE, "- Go in pairs.", "---\n\n- Go in pairs.")
    record = read(project, text.replace("\n", line_end).encode(), "content/principles/x.md")

    assert record.title == "Ring at doors"
    assert record.body.startswith("Begin with")
    assert record.body.endswith("- Come back.")
    assert "---\n\n- Go" in record.body


def test_plain_text_is_folded_and_prose_keeps_its_lines(project):
    text = (
        AWAITED + "lessons:\n  - |\n    One   two\n    three\nstory:\n  impact: |\n    a\n    b\n"
    )
    record = read(project, text)

    assert record.lessons == ["One two three"]
    assert record.story.impact == "a\nb"


def test_a_no_break_space_stays(project):
    assert read(project, AWAITED + "lessons: [Vrai\u00a0?]\n").lessons == ["Vrai\u00a0?"]


def test_a_character_beyond_the_basic_plane_is_one_column(project):
    records = load(project({AWAITED_PATH: AWAITED + "lessons: [🙂, [a]]\n"}))

    assert [str(finding.place) for finding in records.findings] == [f"{AWAITED_PATH}:8:14"]


def test_controlled_words_become_members(project):
    assert read(project, AWAITED).status is Status.AWAITING_REPORT


@pytest.mark.parametrize("day", ["2015", "2015-02", "2015-02-16", "2024-02-29"])
def test_a_date_is_as_precise_as_it_is_known(project, day):
    assert read(project, f"{AWAITED}period:\n  start: {day}\n").period.start == day


@pytest.mark.parametrize(
    "day", ["15", "2015-2", "16.02.2015", "2015-13", "0000", "２０１５", "2015-02-16T"]
)
def test_what_is_no_date_is_refused(project, day):
    records = load(project({AWAITED_PATH: f"{AWAITED}period:\n  start: {day}\n"}))

    assert [finding.code for finding in records.findings] == ["IMP105"]


@pytest.mark.parametrize(
    ("start", "end", "sound"),
    [
        ("2015", "2015", True),
        ("2015-06", "2015", True),
        ("2015", "2015-01", True),
        ("2015-06-02", "2015-06", True),
        ("2015-06", "2015-05", False),
        ("2015", "2014-12-31", False),
    ],
)
def test_a_period_ends_no_earlier_than_it_starts(project, start, end, sound):
    text = f"{AWAITED}period:\n  start: {start}\n  end: {end}\n"

    assert (load(project({AWAITED_PATH: text})).findings == []) is sound


def test_a_day_of_review_is_a_day(project):
    record = read(project, AWAITED + "review:\n  reviewed_on: 2026-11-23\n")

    assert record.review.reviewed_on == date(2026, 11, 23)


@pytest.mark.parametrize(
    "isbn", ["978-3-16-148410-0", "9783161484100", "0-306-40615-2", "080442957X"]
)
def test_an_isbn_holds_its_check_digit(project, isbn):
    text = changed(EXPERIMENT, "doi: 10.1000/182", f"isbn: {isbn}")

    assert read(project, text, EXPERIMENT_PATH).sources[0].isbn == isbn


@pytest.mark.parametrize(
    "isbn", ["978-3-16-148410", "0-306-40615-3", "X804429570", "९७८३१६१४८४१००"]
)
def test_what_is_no_isbn_is_refused(project, isbn):
    text = changed(EXPERIMENT, "doi: 10.1000/182", f"isbn: {isbn}")

    assert [one.code for one in load(project({EXPERIMENT_PATH: text})).findings] == ["IMP105"]


@pytest.mark.parametrize("country", ["FR", "GB", "TR", "XK", "US"])
def test_countries_are_those_of_iso_3166(project, country):
    text = changed(AWAITED, "country: PT", f"country: {country}")

    assert read(project, text).place.country == country


@pytest.mark.parametrize("country", ["UK", "fr", "FRA", "EU", "UN", "ZZ", "150", "Türkiye"])
def test_what_is_no_country_is_refused(project, country):
    text = changed(AWAITED, "country: PT", f"country: {country}")

    assert [one.code for one in load(project({AWAITED_PATH: text})).findings] == ["IMP105"]


@pytest.mark.parametrize(
    "url", ["https://efus.eu", "http://a.example/b?c=d&e=(f)#g", "https://é.fr/à"]
)
def test_web_addresses_are_taken(project, url):
    text = changed(EXPERIMENT, "doi: 10.1000/182", f"url: {url}")

    assert read(project, text, EXPERIMENT_PATH).sources[0].address == url


@pytest.mark.parametrize(
    "url",
    [
        "www.efus.eu",
        "ftp://efus.eu",
        "https://",
        "javascript:alert(1)",
        "data:text/html,x",
        '"https://a.b/\\" onclick=x"',
        "https://a.b/<script>",
        "https://[",
        "https://a℀b.c",
    ],
)
def test_what_is_no_web_address_is_refused(project, url):
    text = changed(EXPERIMENT, "doi: 10.1000/182", f"url: {url}")

    assert [one.code for one in load(project({EXPERIMENT_PATH: text})).findings] == ["IMP105"]


def test_a_summary_of_60_words_fits(project):
    words = " ".join(["word"] * 60)

    assert (
        read(project, f"title: a\nsummary: {words}\n" + AWAITED.split("\n", 2)[2]).summary == words
    )


def test_a_number_that_no_computer_can_divide_is_refused(project):
    text = AWAITED + f"resources:\n  participants: {'9' * 400}\n"

    assert [one.code for one in load(project({AWAITED_PATH: text})).findings] == ["IMP106"]
