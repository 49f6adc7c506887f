"""A small guide, printed once for all tests that read it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from imppulse.guide.assembly import Guide, assemble
from imppulse.press.build_info import BuildInfo
from imppulse.press.cache import Cache
from imppulse.press.editions import bound
from imppulse.press.printing import print_job
from imppulse.records.folder import load
from tests.sound import PROJECT

MADE = date(2026, 11, 23)

CHAPTERS = {
    "content/glossary.md": (
        "---\ntitle: Glossary\nsummary: Words.\norder: 60\n---\n\nTrust\n:   Belief.\n"
    ),
    "content/principles.md": "---\ntitle: Principles\nsummary: Advice.\n---\n\nTwo kinds.\n",
    "content/about.fr.md": "---\ntitle: À propos\n---\n",
}

Print = Callable[..., Path]


def text_of(pdf: Path) -> str:
    """Read all text with an independent reader, in the order of the page."""
    done = subprocess.run(
        ["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True, check=True
    )
    return done.stdout


def flat(text: str) -> str:
    """Take away what depends on line breaks: space and hyphens."""
    return re.sub(r"[\s\u00ad\u200b\u2060‐-]", "", text)


def guide_of(root: Path, files: Mapping[str, str | bytes], language: str = "en") -> Guide:
    """Write records to a folder and put them together; every one of them must be sound."""
    for name, content in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    records = load(root, ("en", "fr"))
    assert not records.findings, [str(finding) for finding in records.findings]
    return assemble(records, language)


def print_edition(
    guide: Guide, folder: Path, *, made: date = MADE, commit: str | None = None
) -> Path:
    """Set the guide edition for the screen, here and now, and put it into a folder."""
    job = bound("guide", guide, BuildInfo(made, commit))
    return print_job(job, folder, Cache(None))[0].path


@pytest.fixture
def printed(tmp_path: Path) -> Print:
    """Return a function that prints records given as path and content."""

    def run(files: Mapping[str, str | bytes], language: str = "en") -> Path:
        guide = guide_of(tmp_path / "project", files, language)
        return print_edition(guide, tmp_path / "out", commit="abc1234")

    return run


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Print one record of each kind, in both languages."""
    root = tmp_path_factory.mktemp("press")
    guides = {
        language: guide_of(root / "project", {**PROJECT, **CHAPTERS}, language)
        for language in ("en", "fr")
    }
    return {
        language: print_edition(guide, root / "out", commit="abc1234")
        for language, guide in guides.items()
    }


@pytest.fixture(scope="session")
def text(small: dict[str, Path]) -> str:
    """Return the text of the small guide."""
    return text_of(small["en"])


@pytest.fixture
def pdf(small: dict[str, Path]):
    """Open the small guide with pikepdf."""
    with pikepdf.open(small["en"]) as opened:
        yield opened
