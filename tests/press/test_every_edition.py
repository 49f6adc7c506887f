"""Every PDF, whatever its edition: tags, language, fonts, and all the words of the real guide."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from imppulse.guide.assembly import Guide, assemble
from imppulse.press.build_info import BuildInfo
from imppulse.press.cache import Cache
from imppulse.press.data.book import book
from imppulse.press.data.nodes import Node
from imppulse.press.editions import EDITIONS, bound, sheets
from imppulse.press.printing import print_job
from imppulse.press.typography import polish
from imppulse.records.folder import load
from tests.press.conftest import MADE, flat, guide_of, text_of
from tests.press.test_structure import elements, named
from tests.sound import PROJECT

PROJECT_FOLDER = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, Path]]:
    """Print all editions of the small guide, for the screen and for the printer."""
    root = tmp_path_factory.mktemp("every")
    found = []
    for language in ("en", "fr"):
        guide = guide_of(root / "p", PROJECT, language)
        for for_printer in (False, True):
            build_info = BuildInfo(MADE, "abc1234", for_printer=for_printer)
            jobs = [
                *(bound(name, guide, build_info) for name in EDITIONS),
                *sheets(guide, build_info),
            ]
            for job in jobs:
                found += [(language, one.path) for one in print_job(job, root / "o", Cache(None))]
    return found


def test_every_pdf_can_be_archived_and_read_aloud(every):
    assert len(every) == 2 * (2 * (3 + len(PROJECT) - 1) + 3)
    for language, path in every:
        with pikepdf.open(path) as pdf, pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1", path
            assert metadata["pdfaid:part"] + metadata["pdfaid:conformance"] == "2A", path
            assert str(pdf.Root.Lang) == language
            assert metadata["dc:title"]
            assert metadata["dc:creator"]
            assert pdf.Root.MarkInfo.Marked
            assert all(page.obj.Tabs == "/S" for page in pdf.pages)
            tags = list(elements(pdf.Root.StructTreeRoot))
            levels = [int(str(tag.S)[2:]) for tag in tags if re.fullmatch(r"/H\d", str(tag.S))]
            assert levels[:1] in ([1], []), path
            assert all(new <= old + 1 for old, new in pairwise(levels)), path
            assert all(str(figure.Alt) for figure in named(tags, "Figure"))
            assert all(named(list(elements(table)), "TH") for table in named(tags, "Table"))
            fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
            described = [one for one in fonts if one.get("/Type") == "/FontDescriptor"]
            assert all(one.keys() & {"/FontFile2", "/FontFile3"} for one in described)


@pytest.fixture(scope="module")
def real() -> Guide:
    """Put the real guide together."""
    return assemble(load(PROJECT_FOLDER), "en")


@pytest.fixture(scope="module")
def real_text(real: Guide, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Print the real guide, and read it."""
    job = bound("guide", real, BuildInfo(MADE, "abc1234"))
    return text_of(print_job(job, tmp_path_factory.mktemp("real"), Cache(None))[0].path)


def test_every_record_of_the_real_guide_is_there(real, real_text):
    found = flat(real_text)
    for record in real.records.values():
        words = getattr(record, "summary", None) or getattr(record, "statement", "")
        for passage in (record.title, words):
            assert flat(polish(passage, "en")) in found, record.id


def test_no_page_of_the_real_guide_holds_a_line_or_two(real_text):
    pages = real_text.split("\f")[:-1]
    short = [number for number, page in enumerate(pages, 1) if len(page) < 150 and number > 3]
    assert short == []


def test_every_reference_leads_to_a_record_that_is_printed(real):
    for edition in EDITIONS.values():
        data = edition.data(real, BuildInfo(MADE), "x")
        anchors = {one["anchor"] for one in walk(data) if "anchor" in one}
        targets = {one["to"] for one in walk(data) if one.get("n") in ("ref", "cite")}
        assert targets <= anchors, edition.name
        indexed = {to for one in walk(data) for to in (*one.get("at", ()), *one.get("cited", ()))}
        assert indexed <= anchors


def test_same_guide_gives_the_same_data(real):
    assert book(real, BuildInfo(MADE), "x") == book(real, BuildInfo(MADE), "x")


def walk(value: object) -> list[Node]:
    """Return all nodes in data."""
    if isinstance(value, dict):
        return [value, *(one for inner in value.values() for one in walk(inner))]
    if isinstance(value, list):
        return [one for inner in value for one in walk(inner)]
    return []
