"""What all tests share: a project on disk, made of real files."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from tests.sample import FILES, mkdocs, write

# No deadline: a property is about what is right, not about how fast a busy machine is.
# `make test` tries the same examples every time; `make fuzz` searches at random for others.
settings.register_profile(
    "derandomised", deadline=None, max_examples=60, derandomize=True, database=None
)
settings.register_profile("fuzz", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("IMPPULSE_HYPOTHESIS", "derandomised"))

Write = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def project(tmp_path: Path) -> Write:
    """Return a function that writes files, given as path and content, into a new project folder."""
    root = tmp_path / "project"

    def write(files: Mapping[str, str | bytes]) -> Path:
        root.mkdir(exist_ok=True)
        for name, content in files.items():
            file = root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        return root

    return write


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """Return a small sound project in two languages."""
    return write(tmp_path, FILES)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sample once, strictly, and return its site."""
    folder = write(tmp_path_factory.mktemp("sample"), FILES)
    result = mkdocs(folder, "build", "--strict")
    assert result.returncode == 0, result.stderr
    return folder / "site"
