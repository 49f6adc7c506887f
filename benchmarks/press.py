"""How fast the press is: our guide edition against the limit and against other ways to a PDF.

All set the same content in one run on one machine, each in a process of its own; only the ratios
mean something. `make bench-press` runs it; `python benchmarks/press.py fr` takes another language.

- raw: the same words through `plain.typ` in Typst's own looks, tagged, to the same standards
- bare: the same without page numbers in references, contents list, and links within the edition
- WeasyPrint: the same data as plain HTML with one line of CSS, tagged
- mkdocs-with-pdf: the website page by page; the time that its PDF adds to a build

The last two are measured where they are installed.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import click
from plain_html import plain_html

from imppulse.guide.assembly import assemble
from imppulse.languages.catalogue import languages
from imppulse.press import compiler
from imppulse.press.build_info import BuildInfo
from imppulse.press.data.book import book
from imppulse.press.provenance import provenance
from imppulse.records.folder import load

ROOT = Path(__file__).parent.parent
WITHOUT = """\
INHERIT: {root}/mkdocs.yml
docs_dir: {root}/content
plugins: {{imppulse: {{languages: [en], press: false, sidebar_records: true}}}}
"""
"""The site that mkdocs-with-pdf prints, without its PDF."""
RUNS = 3
"""How often each way is tried; the best counts, as a busy machine only ever makes it slower."""


def main() -> None:
    """Measure every way that is installed, and print pages per second."""
    language = sys.argv[1] if len(sys.argv) > 1 else "en"
    if language in WAYS:
        WAYS[language](sys.argv[2])
        return
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "guide.json"
        found = {name: _best(name, data, language) for name in ("ours", "raw", "bare")}
        if find_spec("weasyprint"):
            found["weasyprint"] = _best("weasyprint", data, language)
        if find_spec("mkdocs_with_pdf"):
            found["mkdocs-with-pdf"] = _mkdocs(Path(folder))
    ours, raw, bare = (found[name][0] for name in ("ours", "raw", "bare"))
    click.echo(f"{'':16} {'pages/s':>8} {'pages':>6} {'seconds':>8} {'MB':>6}")
    for name, (speed, pages, seconds, memory) in found.items():
        click.echo(f"{name:16} {speed:8.1f} {pages:6} {seconds:8.2f} {memory:6}")
    click.echo(f"\na page of ours takes {raw / ours:.2f} times as long as the limit (at most 1.5),")
    click.echo(f"and {bare / ours:.2f} times as long as without any page number in a reference")
    for name in ("weasyprint", "mkdocs-with-pdf"):
        if name in found:
            click.echo(f"ours is {ours / found[name][0]:.1f} times as fast as {name}")


def _best(way: str, data: Path, language: str) -> tuple[float, int, float, int]:
    """Try a way several times in processes of its own, and keep the best."""
    if not data.exists():
        made, commit = provenance(ROOT)
        guide = assemble(load(ROOT, languages()), language)
        data.write_text(
            json.dumps(book(guide, BuildInfo(made, commit), "guide"), ensure_ascii=False)
        )
    best: tuple[float, int, float, int] | None = None
    for _ in range(RUNS if way != "weasyprint" else 1):
        done = subprocess.run(  # noqa: S603 this file, with a name of ours
            [sys.executable, __file__, way, str(data)], capture_output=True, text=True, check=True
        )
        pages, seconds, memory = json.loads(done.stdout)
        if best is None or pages / seconds > best[0]:
            best = pages / seconds, pages, seconds, memory
    if best is None:
        raise ValueError(way)
    return best


def _ours(data: str) -> None:
    """Set the data as the guide edition."""
    _timed(data, lambda text: compiler.compile_pdf("book.typ", text, timestamp=0))


def _raw(data: str, **inputs: str) -> None:
    """Set the data with the plainest template, to the same standards."""
    compiler.missing_characters(
        Path(data).read_text(encoding="utf-8")
    )  # tried beside our templates
    compiler.TEMPLATES = Path(__file__).parent
    _timed(data, lambda text: compiler.compile_pdf("plain.typ", text, timestamp=0, inputs=inputs))


def _bare(data: str) -> None:
    """Set the data with the plainest template and no reference from page to page."""
    _raw(data, bare="yes")


def _weasyprint(data: str) -> None:
    """Set the data as plain HTML."""
    from weasyprint import HTML  # noqa: PLC0415 only where it is installed

    def write(text: str) -> bytes:
        return bytes(HTML(string=plain_html(json.loads(text))).write_pdf(pdf_tags=True))

    _timed(data, write)


WAYS: dict[str, Callable[[str], None]] = {
    "ours": _ours,
    "raw": _raw,
    "bare": _bare,
    "weasyprint": _weasyprint,
}


def _timed(data: str, way: Callable[[str], bytes]) -> None:
    """Measure one run, and print its pages, seconds and peak memory."""
    text = Path(data).read_text(encoding="utf-8")
    start = time.perf_counter()
    pdf = way(text)
    seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    click.echo(json.dumps([_pages(pdf), seconds, memory]))


def _pages(pdf: bytes) -> int:
    """Ask poppler, which reads what any of them writes."""
    done = subprocess.run(["pdfinfo", "-"], input=pdf, capture_output=True, check=True)  # noqa: S607
    return int(done.stdout.split(b"Pages:")[1].split()[0])


def _mkdocs(folder: Path) -> tuple[float, int, float, int]:
    """Measure what the PDF of the website adds to a build of the same pages."""
    config = folder / "without.yml"
    config.write_text(WITHOUT.format(root=ROOT))
    without = _built(config, folder / "without")
    seconds = _built(ROOT / "mkdocs.with-pdf.yml", folder / "with") - without
    pages = _pages((folder / "with" / "pdf" / "imppulse-website-en.pdf").read_bytes())
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return pages / seconds, pages, seconds, memory


def _built(config: Path, site: Path) -> float:
    """Build a site, and return how long it took."""
    start = time.perf_counter()
    subprocess.run(  # noqa: S603 our own site
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config), "-d", str(site)],
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        check=True,
    )
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
