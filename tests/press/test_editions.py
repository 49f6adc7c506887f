"""Files: whole or not there, named the same every time, the same bytes from the same records."""

from __future__ import annotations

import logging
from datetime import date

import pytest

from imppulse.press import editions
from imppulse.press.editions import EDITIONS, print_edition, timestamp
from imppulse.press.setting import PressError
from tests.press.conftest import MADE, guide_of
from tests.sound import PROJECT


def test_file_names_are_stable():
    assert EDITIONS["guide"].file_for("fr") == "imppulse-guide-fr.pdf"


def test_same_records_and_date_give_the_same_bytes(small, tmp_path):
    guide = guide_of(tmp_path / "again", PROJECT)
    first = print_edition(guide, tmp_path / "a", made=MADE, commit="abc1234")
    second = print_edition(guide, tmp_path / "b", made=MADE, commit="abc1234")
    other = print_edition(guide, tmp_path / "c", made=date(2027, 1, 1), commit="abc1234")
    assert first.read_bytes() == second.read_bytes()
    assert first.read_bytes() != other.read_bytes()


def test_setting_says_nothing_untoward(tmp_path, caplog):
    with caplog.at_level(logging.WARNING):
        print_edition(guide_of(tmp_path / "p", PROJECT), tmp_path, made=MADE)
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

    monkeypatch.setattr(editions, "typeset", refuse)
    with pytest.raises(PressError):
        print_edition(guide, tmp_path / "out", made=MADE)
    assert old.read_bytes() == b"old"
    assert [one.name for one in (tmp_path / "out").iterdir()] == [old.name]


def test_folder_that_cannot_be_written_is_one_clear_message(tmp_path, monkeypatch):
    monkeypatch.setattr(editions, "typeset", lambda *_args, **_values: b"%PDF")
    (tmp_path / "file").write_text("")
    with pytest.raises(PressError, match="cannot be written"):
        print_edition(guide_of(tmp_path / "p", PROJECT), tmp_path / "file", made=MADE)
