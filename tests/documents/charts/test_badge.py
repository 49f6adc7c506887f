import pytest

from imppulse.documents.charts.badge import strength_badge
from imppulse.evidence.strength import Strength
from tests.documents.charts.conftest import read


@pytest.mark.parametrize("strength", Strength)
def test_the_word_stands_beside_the_sign(english, strength):
    drawing = strength_badge(strength, english, name="be-fair")
    picture = read(drawing)
    assert picture.texts == [strength.label]
    assert drawing.title == f"Strength of the evidence: {strength.label}"
    assert drawing.width < 160


def test_no_two_strengths_look_alike_without_colour_and_word(english):
    def look(strength):
        picture = read(strength_badge(strength, english, name="x"))
        return [
            (one.tag, one.get("d"), one.get("height"), one.get("fill"), one.get("stroke-dasharray"))
            for one in picture.root.iter()
            if one.tag.endswith(("rect", "path"))
        ]

    looks = [look(strength) for strength in Strength]
    assert all(looks.count(one) == 1 for one in looks)


@pytest.mark.parametrize(
    ("strength", "filled"),
    [(Strength.STRONG, 3), (Strength.MODERATE, 2), (Strength.LIMITED, 1), (Strength.UNTESTED, 0)],
)
def test_the_meter_counts(english, strength, filled):
    picture = read(strength_badge(strength, english, name="x"))
    bars = picture.of_class("im-chart__bar")
    assert sum(bar.get("fill") != "none" for bar in bars) == filled
    assert len(bars) == 3


def test_badges_of_one_page_do_not_share_ids(english):
    first, second = (strength_badge(Strength.LIMITED, english, name=name) for name in "ab")
    assert first.name != second.name


def test_it_speaks_french(french):
    drawing = strength_badge(Strength.MODERATE, french, name="x")
    assert drawing.title == "Solidité des preuves : Modérée"
    assert read(drawing).texts == ["Modérée"]
