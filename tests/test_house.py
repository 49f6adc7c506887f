"""The house: imports run one way, and one package alone knows MkDocs."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "plugins/imppulse"

ORDER = (
    "records",
    "languages",
    "guide",
    "evidence",
    "documents",
    "press",
    "checks",
    "site",
    "editors",
    "plugin",
)
MAY_IMPORT = {part: set(ORDER[:position]) for position, part in enumerate(ORDER)} | {
    "languages": set()
}
"""What each part of the house may import beside itself."""

FILES = sorted(PACKAGE.rglob("*.py"))


def part_of(file):
    """Return the package of the house in which a file lies."""
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(file):
    """Return the full name of every module that a file imports."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: a relative import hides where it leads"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_of(name, package):
    return name == package or name.startswith(f"{package}.")


def parts_imported(file):
    names = [name.split(".") for name in imports(file) if is_of(name, "imppulse")]
    return {name[1] for name in names if len(name) > 1}


def test_every_part_of_the_house_has_its_place():
    assert {part_of(file) for file in FILES} - {"__init__"} <= set(MAY_IMPORT)


@pytest.mark.parametrize("part", MAY_IMPORT)
def test_imports_run_one_way(part):
    allowed = MAY_IMPORT[part] | {part}

    wrong = {
        str(file.relative_to(PACKAGE)): parts_imported(file) - allowed
        for file in FILES
        if part_of(file) == part and parts_imported(file) - allowed
    }

    assert wrong == {}


def test_the_adapter_alone_knows_mkdocs():
    knowing = {
        part_of(file)
        for file in FILES
        if any(is_of(name, "mkdocs") or is_of(name, "material") for name in imports(file))
    }

    assert knowing == {"plugin"}


def test_the_library_speaks_to_no_network():
    for file in FILES:
        for name in imports(file):
            assert not any(
                is_of(name, module)
                for module in ("socket", "http.client", "urllib.request", "requests", "httpx")
            ), f"{file} imports {name}"
