from pathlib import Path

import pytest

from imppulse.documents.charts.drawing import WIDTH
from imppulse.documents.charts.figures import Family, figure_rows, figure_table
from imppulse.documents.charts.forest import forest_plots
from imppulse.records.indicators import Indicator
from imppulse.records.text import Text
from tests.documents.charts.conftest import (
    HOSTILE,
    counts,
    described,
    experiment,
    read,
    reported,
    shown,
)

GOLDEN = Path(__file__).parent / "golden" / "forest.svg"

TRUST = Indicator.TRUST_IN_POLICE
FORCE = Indicator.FORCE


def plots(*experiments, words, indicator=TRUST, **options):
    return forest_plots(indicator, shown(*experiments), words, **options)


def only(*experiments, words, indicator=TRUST):
    (plot,) = plots(*experiments, words=words, indicator=indicator)
    return plot, read(plot.drawing)


def number(element, name):
    return float(element.get(name))


def ends(path):
    """Return start and end of a horizontal line 'Mx yHx'."""
    start, end = path.get("d").removeprefix("M").split("H")
    return float(start.split()[0]), float(end)


def intervals(picture):
    return [one for one in picture.of_class("im-chart__interval") if "H" in one.get("d")]


def test_the_same_data_give_the_same_file(english):
    """To change the golden file: look at the new picture, then write ``plot.drawing.svg`` there."""
    plot, _ = only(
        experiment("door-visits", reported("hedges-g", 0.4, [0.1, 0.7])),
        experiment("leaflets", reported("cohens-d", -0.2), axes=["encounter"]),
        words=english,
    )
    assert plot.drawing.svg == GOLDEN.read_text(encoding="utf-8")


def test_nothing_with_a_figure_gives_no_plot(english):
    assert plots(words=english) == []
    assert plots(experiment("a", described()), words=english) == []


def test_what_is_only_described_stands_in_the_table_alone(english):
    records = [experiment("a", described(), reported("cohens-d", 0.3))]
    _, picture = only(*records, words=english)
    assert len(picture.rows) == 1
    table = figure_table(figure_rows(shown(*records), english), english)
    assert len(table) == 3
    assert table[1][6] == "Better (significance not stated)"


def test_units_never_share_an_axis(english):
    forms = [
        reported("percentage-points", 12),
        reported("hedges-g", 0.4),
        reported("cohens-d", 0.3),
        reported("percent-change", -14),
        reported("odds-ratio", 1.4),
        reported("risk-ratio", 0.8),
        reported("mean-difference", 2.5),
    ]
    found = plots(experiment("a", *forms), words=english)
    assert [(plot.family, len(plot.rows)) for plot in found] == [
        (Family.POINTS, 1),
        (Family.STANDARDISED, 2),
        (Family.PERCENT, 1),
        (Family.RATIO, 2),
    ]
    assert len({plot.drawing.name for plot in found}) == 4


def test_every_figure_of_the_table_stands_in_its_row(english):
    records = [
        experiment("a", reported("hedges-g", 0.4, [-0.1, 0.9]), reported("cohens-d", -0.25)),
        experiment("b", reported("percentage-points", 12.5, [3, 22]), axes=["encounter"]),
        experiment("c", reported("odds-ratio", 1.45, [1.02, 2.06]), counts(60, 40)),
        experiment("d", reported("percent-change", 1234.5, [20.75, 2345.25])),
    ]
    drawn = 0
    for plot in plots(*records, words=english):
        picture = read(plot.drawing)
        assert len(picture.rows) == len(plot.rows)
        for element, row in zip(picture.rows, plot.rows, strict=True):
            said = "".join(element.itertext())
            assert row.value in said
            assert row.interval in said
            assert row.level in said
            assert row.value in plot.drawing.description
            bare = row.value.split("=")[-1].removeprefix("OR ").strip(" %")
            printed = figure_table([row], english)[1][6].replace("-", "−")
            assert bare in printed
            assert row.interval in printed
            drawn += 1
        assert figure_table(plot.rows, english) == plot.drawing.table
    assert drawn == 6


def test_the_point_lies_inside_its_interval_and_to_scale(english):
    plot, picture = only(
        experiment("a", reported("hedges-g", 0.4, [0.1, 0.8])),
        experiment("b", reported("hedges-g", -0.2, [-0.3, 0.2])),
        words=english,
    )
    (zero, *_), points = picture.of_class("im-chart__none"), []
    none = float(zero.get("d").removeprefix("M").split()[0])
    for row, line in zip(picture.rows, intervals(picture), strict=False):
        low, high = ends(line)
        (point,) = row.findall("{http://www.w3.org/2000/svg}circle")
        assert low < number(point, "cx") < high
        points.append((low, number(point, "cx"), high))
    (low1, at1, high1), (low2, at2, high2) = points
    unit = (at1 - none) / 0.4
    expected = [none + unit * figure for figure in (0.1, 0.4, 0.8, -0.3, -0.2, 0.2)]
    assert [low1, at1, high1, low2, at2, high2] == pytest.approx(expected, abs=0.05)
    assert plot.family is Family.STANDARDISED


def test_ratios_stand_on_a_log_axis_around_one(english):
    _, picture = only(
        experiment("a", reported("odds-ratio", 2)),
        experiment("b", reported("odds-ratio", 0.5)),
        experiment("c", reported("risk-ratio", 4)),
        words=english,
    )
    zero = picture.of_class("im-chart__none")[0]
    none = float(zero.get("d").removeprefix("M").split()[0])
    by_title = {}
    for row in picture.rows:
        (diamond,) = picture.of_class("im-chart__unknown", row)
        left = float(diamond.get("d").removeprefix("M").split()[0])
        by_title["".join(row.itertext()).strip()[0]] = left + 5.5 - none
    assert by_title["A"] == pytest.approx(-by_title["B"], abs=0.05)
    assert by_title["C"] == pytest.approx(2 * by_title["A"], abs=0.05)
    assert "1" in picture.texts


def test_without_an_interval_there_is_no_line(english):
    _, picture = only(experiment("a", reported("cohens-d", 0.3)), words=english)
    assert intervals(picture) == []
    assert "95% interval" not in picture.texts


def test_an_interval_beyond_the_axis_ends_with_an_arrowhead(english):
    _, picture = only(
        experiment("a", reported("odds-ratio", 1.2, [0.01, 90])),
        experiment("b", reported("odds-ratio", 1.3, [1.1, 1.6])),
        words=english,
    )
    heads = [one for one in picture.of_class("im-chart__interval") if "L" in one.get("d")]
    assert len(heads) == 2
    inside = [ends(line) for line in intervals(picture)]
    assert all(0 <= low < high <= WIDTH for low, high in inside)


def test_an_interval_that_reaches_zero_is_drawn_on_a_log_axis(english):
    _, picture = only(experiment("a", reported("risk-ratio", 0.5, [0, 1.5])), words=english)
    assert len([one for one in picture.of_class("im-chart__interval") if "L" in one.get("d")]) == 1


@pytest.mark.parametrize("value", [1e-12])
def test_a_ratio_that_no_axis_has_room_for_is_not_drawn(english, value):
    record = experiment("a", reported("odds-ratio", value))
    assert plots(record, words=english) == []
    assert len(figure_rows(shown(record), english)) == 1


@pytest.mark.parametrize("value", [0, 1e-12, 1e8, -1e8, 1e12])
def test_strange_figures_break_nothing(english, value):
    measures = ["hedges-g"]
    measures += ["odds-ratio"] if value > 0 else []
    measures += ["percent-change"] if value >= -100 else []
    for measure in measures:
        for plot in plots(experiment("a", reported(measure, value)), words=english):
            read(plot.drawing)


def test_verdicts_differ_by_shape(english):
    _, picture = only(
        experiment("improved", reported("hedges-g", 0.4, [0.1, 0.7])),
        experiment("worsened", reported("hedges-g", -0.4, [-0.7, -0.1])),
        experiment("unclear", reported("hedges-g", 0.1, [-0.1, 0.3])),
        experiment("unknown", reported("hedges-g", 0.1)),
        words=english,
    )
    shapes = {}
    for row in picture.rows:
        for name in ("improved", "worsened", "unclear", "unknown"):
            for one in picture.of_class(f"im-chart__{name}", row):
                title = "".join(row.itertext()).strip().split(",")[0].lower()
                shapes[title] = (name, one.tag.split("}")[1], one.get("fill"))
    assert shapes == {
        "improved": ("improved", "circle", "#1b6e3c"),
        "worsened": ("worsened", "rect", "#9b2226"),
        "unclear": ("unclear", "circle", "#ffffff"),
        "unknown": ("unknown", "path", "#ffffff"),
    }
    assert {"Improved", "Worsened", "No clear change", "Not assessable"} <= set(picture.texts)


def test_the_better_side_follows_the_indicator(english):
    def side(indicator):
        record = experiment("a", reported("cohens-d", 0.3), indicator=indicator.value)
        _, picture = only(record, words=english, indicator=indicator)
        places = {
            "".join(one.itertext()): number(one, "x")
            for one in picture.root.iter("{http://www.w3.org/2000/svg}text")
        }
        return places["better"] - places["worse"], picture.text("desc")

    distance, told = side(TRUST)
    assert distance > 0
    assert "on the right" in told
    distance, told = side(FORCE)
    assert distance < 0
    assert "on the left" in told


def test_rows_stand_under_their_kind_of_action_and_own_ones_are_named(english):
    plot, picture = only(
        experiment("c", reported("cohens-d", 0.1), axes=["training", "encounter"]),
        experiment("b", reported("cohens-d", 0.2), design="before-after", kind="micro-experiment"),
        experiment("a", reported("cohens-d", 0.3), axes=["encounter"]),
        experiment("d", reported("cohens-d", 0.4)),
        words=english,
    )
    assert [row.showing.experiment.id for row in plot.rows] == ["d", "b", "c", "a"]
    headings = [
        "Training of police officers",
        "Training of police officers and encounter",
        "between police and population",
        "Encounter between police and population",
    ]
    assert [one for one in picture.texts if one in headings] == headings
    marked = [one for one in picture.texts if one.startswith("IMPPULSE")]
    assert marked == ["IMPPULSE · level 1 of 5 · Answer 1 of residents"]


def test_long_titles_are_cut_between_words_and_keep_their_year(english):
    title = "Nantes: " + "residents and officers " * 12
    plot, picture = only(experiment("a", reported("cohens-d", 0.3), title=title), words=english)
    cut = [one for one in picture.texts if one.endswith("…,\u00a02015")]
    assert len(cut) == 1
    assert plot.drawing.table[1][0] == title.strip()


def test_hostile_text_stays_text(english):
    plot, picture = only(
        experiment("a", reported("cohens-d", 0.3), title=HOSTILE, axes=["encounter"]),
        words=english,
    )
    assert "<script" not in plot.drawing.svg
    assert "</title><script>alert(1)</script>" in picture.text("desc")
    assert "\u202e" not in plot.drawing.svg
    assert "\x07" not in plot.drawing.svg


def test_a_title_in_another_language_says_so(french):
    title = Text("Door visits", "en")
    plot, _ = only(experiment("a", reported("cohens-d", 0.3), title=title), words=french)
    assert 'lang="en" xml:lang="en">Door visits' in plot.drawing.svg
    assert plot.drawing.table[1][0].language == "en"


def test_words_and_numbers_are_those_of_the_language(french):
    record = experiment("a", reported("hedges-g", 0.45, [0.1, 0.8]))
    plot, picture = only(record, words=french)
    assert "g = +0,45 (0,1 à 0,8)" in "".join(picture.texts).replace("\n", "")
    assert {"mieux", "pire", "Amélioré", "Formation de policiers"} <= set(picture.texts)
    assert picture.text("title").startswith("Confiance dans la police")
    assert picture.root.get("lang") == "fr"
    assert any(one.startswith("niveau 5 sur 5") for one in picture.texts)
    assert plot.drawing.table[1][7] == "Amélioré"


def test_long_plots_are_cut_for_paper_with_one_axis(english):
    records = [experiment(f"a{n}", reported("cohens-d", n / 10)) for n in range(1, 12)]
    found = plots(*records, words=english, height=400)
    assert len(found) > 1
    assert sum(len(plot.rows) for plot in found) == 11
    assert all(plot.drawing.height <= 400 for plot in found)
    assert len({plot.drawing.name for plot in found}) == len(found)
    axes = [[text for text in read(plot.drawing).texts if text == "1.5"] for plot in found]
    assert axes[0]
    assert all(one == axes[0] for one in axes)
