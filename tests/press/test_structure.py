"""What a screen reader, an archive and a reader's bookmarks find in the PDF."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pikepdf
import pytest


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """Walk the structure tree in reading order."""
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from elements(child)


@pytest.fixture
def tags(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    return list(elements(pdf.Root.StructTreeRoot))


def named(tags: list[pikepdf.Dictionary], name: str) -> list[pikepdf.Dictionary]:
    return [tag for tag in tags if str(tag.S) == f"/{name}"]


def test_is_tagged_and_says_its_language_and_title(pdf):
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "en"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "Police and population – European good-practice guide"
        assert metadata["dc:language"] == {"en"}


def test_declares_both_standards(pdf):
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["pdfaid:part"] == "2"
        assert metadata["pdfaid:conformance"] == "A"


def test_french_edition_is_french(small):
    with pikepdf.open(small["fr"]) as pdf:
        assert str(pdf.Root.Lang) == "fr"


def test_text_in_another_language_says_so(small):
    with pikepdf.open(small["fr"]) as pdf:
        found = [str(tag.Lang) for tag in elements(pdf.Root.StructTreeRoot) if "/Lang" in tag]
    assert "en" in found


def test_bookmarks_lead_to_every_record(pdf):
    with pdf.open_outline() as outline:
        found = []

        def walk(items):
            for item in items:
                found.append(item.title)
                walk(item.children)

        walk(outline.root)
    for title in (
        "Part I Principles",
        "Ring at doors",
        "Fund door visits",
        "Listening",
        "Door visits",
    ):
        assert title in [" ".join(one.split()) for one in found]


def test_headings_start_at_one_and_skip_no_level(tags):
    levels = [
        int(str(tag.S)[2:]) for tag in tags if str(tag.S)[:2] == "/H" and str(tag.S)[2:].isdigit()
    ]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_have_head_cells(tags):
    tables = named(tags, "Table")
    assert tables
    for table in tables:
        assert named(list(elements(table)), "TH")


def test_contents_are_tagged_as_such(tags):
    assert named(tags, "TOC")
    assert len(named(tags, "TOCI")) > 8


def test_facts_are_a_list_of_names_and_values(tags):
    lists = named(tags, "L")
    assert any(named(list(elements(one)), "Lbl") for one in lists)


def test_all_fonts_are_embedded(pdf):
    fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
    described = [one for one in fonts if one.get("/Type") == "/FontDescriptor"]
    assert described
    assert all(one.keys() & {"/FontFile", "/FontFile2", "/FontFile3"} for one in described)


def test_reads_nothing_from_outside(pdf):
    for page in pdf.pages:
        for link in page.get("/Annots", []):
            action = link.get("/A", {})
            if action.get("/S") == "/URI":
                assert str(action.URI).startswith("https://doi.org/")
