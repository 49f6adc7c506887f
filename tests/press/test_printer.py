"""What a printer gets: bleed, pages that fold, and a cover whose spine follows from the pages."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from imppulse.press.build_info import BuildInfo
from imppulse.press.cache import Cache
from imppulse.press.compiler import compile_pdf
from imppulse.press.editions import bound, sheets
from imppulse.press.errors import PressError
from imppulse.press.pdf import page_count, with_bleed_boxes
from imppulse.press.printing import BLEED, print_job, spine
from tests.press.conftest import MADE, flat, guide_of, text_of
from tests.press.test_structure import elements
from tests.sound import PROJECT

POINTS = 72 / 25.4
"""To a millimetre."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Print the guide and one sheet for the printer."""
    root = tmp_path_factory.mktemp("printer")
    guide = guide_of(root / "p", PROJECT)
    build_info = BuildInfo(MADE, "abc1234", for_printer=True)
    jobs = [bound("guide", guide, build_info), *sheets(guide, build_info, "door-visits")]
    printed = [file for job in jobs for file in print_job(job, root, Cache(None), paper=0.5)]
    return dict(zip(("guide", "cover", "sheet"), (one.path for one in printed), strict=True))


def box(page: pikepdf.Page, name: str) -> list[float]:
    return [float(value) for value in page.obj[name]]


@pytest.mark.parametrize("name", ["guide", "cover", "sheet"])
def test_pages_bleed_and_say_where_they_are_cut(files, name):
    with pikepdf.open(files[name]) as pdf:
        assert pdf.check_pdf_syntax() == []
        for page in pdf.pages:
            bleed, trim = box(page, "/BleedBox"), box(page, "/TrimBox")
            assert bleed == box(page, "/MediaBox")
            assert trim[0] - bleed[0] == pytest.approx(BLEED * POINTS, abs=0.01)
            assert bleed[3] - trim[3] == pytest.approx(BLEED * POINTS, abs=0.01)
            if name != "cover":
                assert trim[2] - trim[0] == pytest.approx(210 * POINTS, abs=0.01)
                assert trim[3] - trim[1] == pytest.approx(297 * POINTS, abs=0.01)


def test_pages_of_a_book_fold(files):
    pages = text_of(files["guide"]).split("\f")[:-1]
    assert len(pages) % 4 == 0
    assert "Police and population" in pages[0]
    assert pages[1].strip() == ""  # the back of the half-title
    assert "About this edition" in pages[3]


def test_cover_is_as_wide_as_its_pages_are_thick(files):
    with pikepdf.open(files["guide"]) as pdf:
        thick = spine(len(pdf.pages), 0.5)
    with pikepdf.open(files["cover"]) as pdf:
        assert len(pdf.pages) == 1
        trim = box(pdf.pages[0], "/TrimBox")
    assert thick > 3
    assert trim[2] - trim[0] == pytest.approx((420 + thick) * POINTS, abs=0.01)
    found = text_of(files["cover"])
    assert flat(found).count(flat("European good-practice guide")) >= 1
    assert "It is not a publication of the European Forum" in " ".join(found.split())


def test_a_booklet_too_thin_for_a_spine_has_none():
    assert spine(96, 0.1) == 4.8
    assert spine(24, 0.1) == 0


def test_printer_editions_keep_the_standards(files):
    for file in files.values():
        with pikepdf.open(file) as pdf, pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["pdfaid:conformance"] == "A"
            assert pdf.Root.MarkInfo.Marked


def test_bleed_boxes_change_nothing_else():
    pdf = compile_pdf("probe.typ", '["a"]', timestamp=0)
    boxed = with_bleed_boxes(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as before, pikepdf.open(io.BytesIO(boxed)) as after:
        assert after.Root.Metadata.read_bytes() == before.Root.Metadata.read_bytes()
        assert str(after.docinfo) == str(before.docinfo)
        assert after.pdf_version == before.pdf_version
        assert bytes(after.trailer.ID[0]) == bytes(before.trailer.ID[0])
        names = [
            [str(tag.S) for tag in elements(one.Root.StructTreeRoot)] for one in (before, after)
        ]
        assert names[0] == names[1]
        assert [one.Contents.read_bytes() for one in before.pages] == [
            one.Contents.read_bytes() for one in after.pages
        ]


def test_the_same_pdf_gives_the_same_bytes():
    pdf = compile_pdf("probe.typ", '["a"]', timestamp=0)
    assert with_bleed_boxes(pdf) == with_bleed_boxes(pdf)


def test_what_is_no_pdf_is_refused():
    with pytest.raises(PressError):
        page_count(b"nothing")
    with pytest.raises(PressError):
        with_bleed_boxes(b"nothing")
