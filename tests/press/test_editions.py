"""Files: whole or not there, named the same every time, the same bytes from the same records."""

from __future__ import annotations

import logging
import re
from datetime import date

import pytest

from imppulse.press import printing
from imppulse.press.build_info import BuildInfo, Imprint
from imppulse.press.cache import Cache
from imppulse.press.compiler import compile_pdf
from imppulse.press.editions import EDITIONS, bound, file_name, sheets, timestamp
from imppulse.press.errors import PressError
from imppulse.press.printing import print_job
from tests.press.conftest import MADE, flat, guide_of, print_edition, text_of
from tests.sound import PROJECT

IMPRINT = Imprint.read(
    {
        "edition": {"en": "First edition"},
        "publisher": "A town hall",
        "licence": "CC BY 4.0",
        "funding": "Paid for by its readers",
        "disclaimer": "Nobody else answers for this.",
        "isbn": {"imppulse-guide-en": "978-92-95000-00-1"},
    }
)


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Print every bound edition in English, and return what each says."""
    root = tmp_path_factory.mktemp("editions")
    guide = guide_of(root / "p", PROJECT)
    build_info = BuildInfo(MADE, "abc1234", IMPRINT)
    return {
        name: text_of(print_job(bound(name, guide, build_info), root, Cache(None))[0].path)
        for name in EDITIONS
    }


def test_file_names_are_stable(tmp_path):
    assert file_name("guide", "fr") == "imppulse-guide-fr.pdf"
    assert file_name("training", "en", for_printer=True) == "imppulse-training-en-print.pdf"
    guide = guide_of(tmp_path, PROJECT)
    paths = [job.path for job in sheets(guide, BuildInfo(MADE))]
    assert "sheets/imppulse-door-visits-en.pdf" in paths
    assert paths.index("sheets/imppulse-lisbon-en.pdf") < paths.index(
        "sheets/imppulse-listening-en.pdf"
    )


def test_records_of_two_kinds_may_share_an_id(tmp_path):
    files = {**PROJECT, "training/pathways/listening.yml": PROJECT["training/pathways/patrol.yml"]}
    paths = [job.path for job in sheets(guide_of(tmp_path, files), BuildInfo(MADE))]
    assert "sheets/imppulse-listening-en.pdf" in paths
    assert "sheets/imppulse-pathway-listening-en.pdf" in paths
    assert len(paths) == len(set(paths))


def test_same_records_and_date_give_the_same_bytes(small, tmp_path):
    guide = guide_of(tmp_path / "again", PROJECT)
    first = print_edition(guide, tmp_path / "a", commit="abc1234")
    second = print_edition(guide, tmp_path / "b", commit="abc1234")
    other = print_edition(guide, tmp_path / "c", made=date(2027, 1, 1), commit="abc1234")
    assert first.read_bytes() == second.read_bytes()
    assert first.read_bytes() != other.read_bytes()


def test_each_edition_prints_its_part_and_what_it_rests_on(editions):
    assert "Pay for the hours" in editions["recommendations"]
    assert "Officers rang at every door" in editions["recommendations"]
    assert "One speaks, one listens." not in editions["recommendations"]
    assert "One speaks, one listens." in editions["training"]
    assert "Pay for the hours" not in editions["training"]


def test_sources_are_those_of_the_edition(editions):
    assert "Ringing at doors." in editions["recommendations"]
    assert "Ringing at doors." not in editions["training"]


def test_records_that_are_not_printed_are_named_without_a_page(editions):
    assert "Ring at doors" in editions["recommendations"]
    assert "Ring at doors, p." not in editions["recommendations"].replace("\u00a0", " ")


def test_imprint_says_what_the_publisher_gives(editions):
    for words in (
        "First edition, 23 November 2026",
        "A town hall",
        "CC BY 4.0",
        "978-92-95000-00-1",
        "Paid for by its readers",
        "Nobody else answers for this.",
        "abc1234",
    ):
        assert flat(words) in flat(editions["guide"])
    assert "ISBN" not in editions["training"]


@pytest.mark.parametrize("wrong", [{"colour": "red"}, {"licence": 4}, {"isbn": "978"}])
def test_imprint_refuses_what_it_does_not_know(wrong):
    with pytest.raises(PressError, match=next(iter(wrong))):
        Imprint.read(wrong)


def test_index_names_places_and_terms_with_pages(editions):
    listed = editions["guide"][editions["guide"].index("Index of places and terms\nB") :]
    for words in ("Belgium, ", "Sampletown, ", "Trust in the police, "):
        assert words in listed


def test_index_leads_to_the_pages_on_which_a_term_stands(editions):
    pages = editions["guide"].split("\f")
    listed = editions["guide"][editions["guide"].index("Index of places and terms\nB") :]
    for term in ("Trust in the police", "Role play", "Sampletown"):
        named = re.search(rf"^{term}, ([\d, ]+)$", listed, re.MULTILINE).group(1)
        for number in re.findall(r"\d+", named):
            assert flat(term) in flat(pages[int(number) - 1])


def test_compiling_says_nothing_untoward(tmp_path, caplog):
    guide = guide_of(tmp_path / "p", PROJECT)
    build_info = BuildInfo(MADE, "abc1234", IMPRINT)
    with caplog.at_level(logging.WARNING):
        for job in (
            *(bound(name, guide, build_info) for name in EDITIONS),
            *sheets(guide, build_info),
        ):
            print_job(job, tmp_path, Cache(None))
    assert not caplog.records


def test_source_date_epoch_goes_first(monkeypatch):
    assert timestamp(date(1970, 1, 2)) == 86_400
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "12345")
    assert timestamp(MADE) == 12_345
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(PressError, match="SOURCE_DATE_EPOCH"):
        timestamp(MADE)


def test_failure_leaves_the_old_file_alone(tmp_path, monkeypatch):
    guide = guide_of(tmp_path / "p", PROJECT)
    (tmp_path / "out").mkdir()
    old = tmp_path / "out" / "imppulse-guide-en.pdf"
    old.write_bytes(b"old")

    def refuse(*_args, **_values):
        message = "no"
        raise PressError(message)

    monkeypatch.setattr(printing, "compile_pdf", refuse)
    with pytest.raises(PressError):
        print_edition(guide, tmp_path / "out")
    assert old.read_bytes() == b"old"
    assert [one.name for one in (tmp_path / "out").iterdir()] == [old.name]


def test_folder_that_cannot_be_written_is_one_clear_message(tmp_path, monkeypatch):
    pdf = compile_pdf("probe.typ", '["a"]', timestamp=0)
    monkeypatch.setattr(printing, "compile_pdf", lambda *_args, **_values: pdf)
    (tmp_path / "file").write_text("")
    with pytest.raises(PressError, match="cannot be written"):
        print_edition(guide_of(tmp_path / "p", PROJECT), tmp_path / "file")
