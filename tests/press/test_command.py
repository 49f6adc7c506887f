"""The command: what is asked for is printed, and what did not change is not set again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from imppulse.press import workers
from imppulse.press.command import STORE, print_all
from imppulse.press.errors import PressError
from tests.sound import EXPERIMENT_PATH, PROJECT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, content in PROJECT.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def epoch(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")


def test_everything_is_printed_in_processes_of_its_own(project):
    told = []
    printed = print_all(project, progress=lambda *said: told.append(said), languages=["en"])
    names = [one.path.relative_to(project / "site/pdf").as_posix() for one in printed]
    assert names[:3] == [
        "imppulse-guide-en.pdf",
        "imppulse-recommendations-en.pdf",
        "imppulse-training-en.pdf",
    ]
    assert len(names) == 3 + len(PROJECT) - 1
    assert sorted(number for number, _, _ in told) == list(range(1, len(names) + 1))
    for one in printed:
        with pikepdf.open(one.path) as pdf:
            assert len(pdf.pages) == one.pages
        assert one.path.stat().st_size == one.bytes
    again = print_all(project, languages=["en"])
    assert all(one.reused for one in again)
    assert [one.sha256 for one in again] == [one.sha256 for one in printed]


def test_what_changed_is_set_again_and_nothing_else(project):
    def run():
        found = [
            *print_all(project, record="lisbon", languages=["en"]),
            *print_all(project, record="door-visits", languages=["en"]),
        ]
        return [one.reused for one in found]

    assert run() == [False, False]
    assert run() == [True, True]
    file = project / EXPERIMENT_PATH
    file.write_text(file.read_text().replace("Officers rang", "Two officers rang"))
    assert run() == [True, False]


def test_damaged_store_is_not_believed(project):
    (first,) = print_all(project, record="lisbon", languages=["en"])
    kept = project / STORE / "sheets/imppulse-lisbon-en.pdf"
    kept.write_bytes(b"%PDF damaged")
    (second,) = print_all(project, record="lisbon", languages=["en"])
    assert not second.reused
    assert second.sha256 == first.sha256


def test_store_that_cannot_be_written_keeps_nothing(project):
    (project / STORE).parent.write_text("a file where a folder should be")
    for _ in range(2):
        out = project.parent / "o"
        (printed,) = print_all(project, record="lisbon", languages=["en"], folder=out)
        assert not printed.reused


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"editions": ["atlas"]}, "no edition 'atlas'"),
        ({"languages": ["xx"]}, "no language 'xx'"),
        ({"record": "nobody"}, "no record 'nobody'"),
        ({"record": ""}, "no record ''"),
        ({"record": "lisbon", "editions": ["guide"]}, "a record is printed as a sheet"),
        ({"paper": 0.0}, "paper"),
    ],
)
def test_what_does_not_exist_is_refused_in_one_line(project, asked, said):
    with pytest.raises(PressError, match=said):
        print_all(project, **asked)


def test_first_failure_stops_all_workers(project, monkeypatch):
    (project / "out").write_text("a file where a folder should be")
    with pytest.raises(PressError, match="cannot be written"):
        print_all(project, folder=project / "out", keep=False)


def test_one_core_is_enough(project, monkeypatch):
    monkeypatch.setattr(workers.os, "cpu_count", lambda: 1)
    printed = print_all(project, editions=["recommendations", "sheet"], languages=["fr"])
    assert len(printed) == len(PROJECT)


def test_a_build_date_that_is_none_is_one_clear_line(project, monkeypatch):
    for wrong in ("yesterday", "9" * 20, "١٢٣"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", wrong)
        with pytest.raises(PressError, match=f"must be a number of seconds; found '{wrong}'"):
            print_all(project, record="lisbon")


def test_no_worker_outlives_a_press_that_is_ended(project):
    script = (
        "import os, time, multiprocessing as m\n"
        "from concurrent.futures import ProcessPoolExecutor\n"
        "from imppulse.press.workers import _end_with_parent as end\n"
        "if __name__ == '__main__':\n"
        "    pool = ProcessPoolExecutor(1, m.get_context('spawn'), end, (os.getpid(),))\n"
        "    print(pool.submit(os.getpid).result(), flush=True)\n"
        "    time.sleep(60)\n"
    )
    file = project / "ended.py"
    file.write_text(script)
    with subprocess.Popen([sys.executable, file], stdout=subprocess.PIPE, text=True) as press:
        assert int(press.stdout.readline())
        press.kill()
        # The worker holds the same pipe: it ends when both have.
        assert press.communicate(timeout=10) == ("", None)
