"""How the site grows with its records: our build against plain MkDocs on the same pages.

One run, one machine: only the ratios mean something. `make bench-site` runs it; a number of records
may follow, as in `python benchmarks/site.py 1000`.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

from imppulse.guide.assembly import assemble
from imppulse.records.folder import load
from imppulse.site.pages import pages

CONFIG = """\
site_name: Benchmark
docs_dir: content
theme: {{name: material, font: false}}
plugins: {plugins}
markdown_extensions: [attr_list, def_list, md_in_html, sane_lists, tables, toc]
validation: {{omitted_files: ignore, links: {{not_found: ignore}}}}
"""

OURS = "[search, {imppulse: {press: false, languages: [en], sidebar_records: %s}}]"

RECORD = """\
title: Action number {number}
summary: Officers and residents met {number} times and talked about what keeps them apart.
kind: published
status: completed
place: {{name: Place {number}, country: BE}}
axes: [{axis}]
story:
  intervention: |
    They met at the town hall.

    - First they listened.
    - Then they **answered**.
  impact: Some things got better, others did not.
evaluation:
  design: {design}
  description: Groups were compared.
  outcomes:
    - id: trust
      indicator: {indicator}
      respondents: population
      label: What was asked
      reported: {{measure: hedges-g, value: {value}, interval: [{low}, {high}]}}
      source: report-{number}
sources:
  - {{id: report-{number}, title: Report {number}, year: 2020, url: "https://example.org/{number}"}}
"""

INDICATORS = (
    "trust-in-police",
    "feeling-of-safety",
    "perceived-procedural-justice",
    "fear-of-crime",
)
DESIGNS = ("randomised", "before-after", "quasi-random")


def project(folder: Path, number: int) -> None:
    """Write a project with a number of records that differ in what they measured."""
    records = folder / "experiments/published"
    records.mkdir(parents=True)
    (folder / "content").mkdir()
    for index in range(number):
        value = index % 20 / 10 - 1
        text = RECORD.format(
            number=index,
            axis=("training", "encounter")[index % 2],
            design=DESIGNS[index % 3],
            indicator=INDICATORS[index % 4],
            value=value,
            low=value - 0.3,
            high=value + 0.3,
        )
        (records / f"action-{index}.yml").write_text(text, encoding="utf-8")


def build(folder: Path, plugins: str) -> tuple[float, float]:
    """Build a folder with some plugins; return seconds and megabytes."""
    (folder / "mkdocs.yml").write_text(CONFIG.format(plugins=plugins), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "site"]
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stderr=subprocess.DEVNULL)  # noqa: S603 ours
    seconds = time.perf_counter() - start
    size = sum(file.stat().st_size for file in (folder / "site").rglob("*") if file.is_file())
    return seconds, size / 1e6


def plain(folder: Path, target: Path) -> None:
    """Write the pages of a project as Markdown files, for MkDocs without our plugin."""
    for page in pages(assemble(load(folder))):
        file = target / "content" / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page.text(), encoding="utf-8")


def main(number: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        ours, same = Path(name) / "ours", Path(name) / "same"
        project(ours, number)
        plain(ours, same)
        results = {
            "plain MkDocs, same pages, all in the sidebar": build(same, "[search]"),
            "ours, records in the sidebar": build(ours, OURS % "true"),
            "ours, records out of the sidebar": build(ours, OURS % "false"),
        }
    base_seconds, base_size = results["ours, records out of the sidebar"]
    click.echo(f"{number} records")
    for label, (seconds, size) in results.items():
        ratios = f"{seconds / base_seconds:.1f} x time, {size / base_size:.1f} x size"
        click.echo(f"  {label:46} {seconds:6.1f} s {size:7.1f} MB   {ratios}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
