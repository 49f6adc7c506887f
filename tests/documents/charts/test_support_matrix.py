import pytest

from imppulse.documents.charts.support_matrix import support_matrices
from imppulse.records.principle import Principle
from tests.documents.charts.conftest import HOSTILE, described, experiment, read

RECORDS = [
    experiment("lyon", described(), kind="micro-experiment"),
    experiment("nantes", described()),
    experiment("oslo", described()),
    experiment("never-cited", described()),
]


def principle(id_, *supports, title=None):
    return Principle.model_validate(
        {
            "id": id_,
            "title": title or id_.capitalize(),
            "summary": "What to do.",
            "nature": "practical",
            "phase": "preparation",
            "body": "Do it.",
            "supports": [{"record": record, "relation": relation} for record, relation in supports],
        }
    )


CLAIMS = [
    principle("listen", ("nantes", "supports"), ("nantes", "contradicts"), ("nantes", "supports")),
    principle("plan"),
    principle("report", ("oslo", "qualifies"), ("lyon", "qualifies")),
]


def test_no_links_give_no_matrix(english):
    assert support_matrices([], RECORDS, english, name="m") == []
    assert support_matrices([CLAIMS[1]], RECORDS, english, name="m") == []


def test_each_relation_is_a_shape_in_the_column_of_its_claim(english):
    (drawing,) = support_matrices(CLAIMS, RECORDS, english, name="m")
    picture = read(drawing)
    nantes, oslo, lyon = picture.rows
    assert "Nantes" in "".join(nantes.itertext())
    (supports,) = picture.of_class("im-chart__supports", nantes)
    (contradicts,) = picture.of_class("im-chart__contradicts", nantes)
    at = {one: float(one.get("d").removeprefix("M").split()[0]) for one in (supports, contradicts)}
    assert at[supports] == at[contradicts]
    assert supports.get("d") != contradicts.get("d")
    (qualifies,) = picture.of_class("im-chart__qualifies", oslo)
    assert float(qualifies.get("x")) + 4.75 - at[supports] == pytest.approx(28)
    assert len(picture.of_class("im-chart__qualifies", lyon)) == 1
    assert {"1", "2", "3", "Listen", "Plan", "Report"} <= set(picture.texts)


def test_own_records_stand_apart_and_uncited_ones_are_left_out(english):
    (drawing,) = support_matrices(CLAIMS, RECORDS, english, name="m")
    texts = read(drawing).texts
    order = ["Published evaluations", "Nantes", "Oslo", "Micro-experiments of IMPPULSE", "Lyon"]
    assert [one for one in texts if one in order] == order
    assert "Never-cited" not in texts


def test_table_and_description_tell_the_same(english):
    (drawing,) = support_matrices(CLAIMS, RECORDS, english, name="m")
    assert drawing.table == [
        ["Record", "Claim", "Relation"],
        ["Nantes", "Listen", "Supports and Contradicts"],
        ["Oslo", "Report", "Qualifies"],
        ["Lyon", "Report", "Qualifies"],
    ]
    assert drawing.description == (
        "1. Listen: Supports: Nantes; Contradicts: Nantes. 2. Plan: No record. "
        "3. Report: Qualifies: Oslo, Lyon."
    )


def test_many_claims_are_parted_evenly(english):
    claims = [principle(f"p{n}", ("nantes", "qualifies")) for n in range(1, 21)]
    drawings = support_matrices(claims, RECORDS, english, name="m")
    assert [len(one.table) - 1 for one in drawings] == [10, 10]
    assert [one.name for one in drawings] == ["m", "m-2"]
    assert "20" in read(drawings[1]).texts


def test_it_is_cut_for_paper(english):
    records = [experiment(f"r{n}", described()) for n in range(40)]
    claims = [principle("p", *((record.id, "qualifies") for record in records))]
    drawings = support_matrices(claims, records, english, name="m", height=500)
    assert len(drawings) > 1
    assert all(one.height <= 500 for one in drawings)
    assert sum(len(read(one).rows) for one in drawings) == 40


def test_hostile_titles_stay_text(english):
    claims = [principle("p", ("bad", "supports"), title=HOSTILE)]
    (drawing,) = support_matrices(
        claims, [experiment("bad", described(), title=HOSTILE)], english, name="m"
    )
    assert "<script" not in drawing.svg
    read(drawing)
