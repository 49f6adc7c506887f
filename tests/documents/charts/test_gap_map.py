from imppulse.documents.charts.gap_map import gap_maps
from imppulse.records.indicators import Indicator
from imppulse.records.vocabulary import Axis
from tests.documents.charts.conftest import described, experiment, read, reported, shown


def gaps(*experiments, indicators=(Indicator.TRUST_IN_POLICE, Indicator.FEAR)):
    found = shown(*experiments)
    return {
        (indicator, axis): [
            one for one in found if one.indicator is indicator and axis in one.experiment.axes
        ]
        for indicator in indicators
        for axis in Axis
    }


VERDICTS = ("improved", "worsened", "unclear", "unknown")
RECORDS = [
    experiment("a", reported("hedges-g", 0.4, [0.1, 0.7]), described()),
    experiment("b", reported("hedges-g", -0.4, [-0.7, -0.1])),
    experiment("own", reported("hedges-g", 0.1, [-0.1, 0.3]), kind="micro-experiment"),
]


def test_no_cells_give_no_map(english):
    assert gap_maps({}, english) == []


def test_each_verdict_is_a_shape_and_records_are_counted_own_ones_apart(english):
    (drawing,) = gap_maps(gaps(*RECORDS), english)
    picture = read(drawing)
    found = [name for row in picture.rows for one in row for name in one.get("class").split()]
    shapes = {name: found.count(f"im-chart__{name}") for name in VERDICTS}
    assert shapes == {"improved": 1, "worsened": 1, "unclear": 1, "unknown": 1}
    assert picture.texts.count("IMPPULSE") == 1
    assert [one for one in picture.texts if one.isdigit()] == ["2", "1"]


def test_empty_cells_are_seen_and_told(english):
    (drawing,) = gap_maps(gaps(*RECORDS), english)
    picture = read(drawing)
    empty = [one for row in picture.rows for one in picture.of_class("im-chart__empty", row)]
    assert len(empty) == 5
    assert all(one.get("stroke-dasharray") for one in empty)
    assert "No evidence" in picture.texts
    assert "1 of 6 cells have evidence, 5 have none." in drawing.description
    assert "No evidence on any kind of action: Fear of crime." in drawing.description


def test_the_table_tells_the_same(english):
    (drawing,) = gap_maps(gaps(*RECORDS), english)
    header, trust, fear = drawing.table
    assert header[0] == "Indicator"
    assert trust[1] == (
        "2 records (Improved: 1, Worsened: 1, Not assessable: 1); "
        "Micro-experiments of IMPPULSE: 1 record (No clear change: 1)"
    )
    assert trust[2:] == ["No evidence", "No evidence"]
    assert fear == ["Fear of crime", *["No evidence"] * 3]
    assert trust[1] in drawing.description


def test_many_outcomes_fit_their_cell(english):
    many = [experiment(f"a{n}", reported("hedges-g", 0.4, [0.1, 0.7])) for n in range(23)]
    (drawing,) = gap_maps(gaps(*many), english)
    picture = read(drawing)
    (cell,) = picture.of_class("im-chart__cell")
    left, top = float(cell.get("x")), float(cell.get("y"))
    right, bottom = left + float(cell.get("width")), top + float(cell.get("height"))
    glyphs = picture.of_class("im-chart__improved", picture.rows[0])
    assert len(glyphs) == 23
    assert all(left + 5 <= float(one.get("cx")) <= right - 5 for one in glyphs)
    assert all(top + 5 <= float(one.get("cy")) <= bottom - 5 for one in glyphs)


def test_it_is_cut_for_paper(english):
    whole = gaps(*RECORDS, indicators=list(Indicator))
    drawings = gap_maps(whole, english, height=600)
    assert len(drawings) > 1
    assert all(one.height <= 600 for one in drawings)
    assert sum(len(read(one).rows) for one in drawings) == len(Indicator)
    assert len({one.name for one in drawings}) == len(drawings)


def test_it_speaks_french(french):
    (drawing,) = gap_maps(gaps(*RECORDS), french)
    texts = read(drawing).texts
    assert "Aucune donnée" in texts
    assert "Confiance dans" in " ".join(texts)
