from hypothesis import given
from hypothesis import strategies as st

from imppulse.documents.charts.text_metrics import shorten, width_of, wrap
from imppulse.languages.sorting import alphabetical


def test_what_fits_stays_whole():
    assert shorten("Nantes", 200, 12) == "Nantes"


def test_what_does_not_is_cut_between_words():
    assert shorten("Residents and officers at one table", 160, 12) == "Residents and officers…"


def test_one_long_word_is_cut_anywhere():
    assert shorten("A" * 50, 100, 12).endswith("A…")


def test_no_letter_loses_its_accent():
    cut = shorten("e\u0301" * 40, 100, 12).removesuffix("…")
    assert cut.endswith("\u0301")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80), st.floats(30, 300))
def test_nothing_is_wider_than_its_room(text, room):
    assert width_of(shorten(text, room, 12), 12) <= room
    lines = wrap(text, room, 12, lines=2)
    assert len(lines) <= 2
    assert all(width_of(line, 12) <= room + 1e-6 for line in lines)


def test_lines_hold_all_words():
    text = "Encounter between police and population"
    assert " ".join(wrap(text, 80, 12)) == text
    assert wrap("", 80, 12) == []


def test_accents_do_not_disturb_the_order():
    assert min(["Zagreb", "Écosse", "Florence"], key=alphabetical) == "Écosse"
