"""A small project in two languages, built by the real mkdocs command."""

import os
import subprocess
import sys

from tests import sound
from tests.pictures import picture

MKDOCS = """\
site_name: Police and population
site_url: https://guide.example/
repo_url: https://repo.example/guide
edit_uri: edit/main/
docs_dir: content
theme: {name: material, font: false, features: [content.action.edit]}
plugins:
  search: {}
  imppulse: {press: false}
markdown_extensions: [attr_list, def_list, md_in_html, sane_lists, tables, toc]
validation: {omitted_files: ignore}
"""

FILES = {
    "mkdocs.yml": MKDOCS,
    "content/index.md": "---\ntitle: The guide\nsummary: What it is.\n---\n\nHello.\n",
    "content/index.fr.md": "---\ntitle: Le guide\nsummary: Ce que c'est.\n---\n\nBonjour.\n",
    "content/about.md": "---\ntitle: About\nsummary: Why.\n---\n\n## Aim\n\nSee "
    "[door visits](../experiments/published/door-visits.yml).\n\n"
    '![A door & a bell](images/door.jpg "A *door*.")\n',
    "content/images/door.jpg": picture((600, 400), form="JPEG"),
    "content/principles/be-fair.md": (
        "---\ntitle: Be fair\nsummary: Treat people fairly.\nnature: practical\n"
        "phase: implementation\nsupports:\n  - record: door-visits\n    outcome: view\n"
        "    relation: supports\n---\n\nBe fair.\n"
    ),
    "experiments/published/door-visits.yml": """\
title: Door visits
summary: Officers knock at doors.
kind: published
status: completed
place: {name: Sampletown, country: US}
axes: [encounter]
formerly: [knocking]
evaluation:
  design: randomised
  description: Households by lot.
  outcomes:
    - id: view
      indicator: view-of-police
      respondents: population
      label: View of the police
      described: {direction: better, significance: significant}
      source: visits-2019
sources:
  - {id: visits-2019, title: Visits, url: https://example.org/visits}
""",
    "recommendations/fund-door-visits.yml": sound.RECOMMENDATION.replace(
        "outcome: trust", "outcome: view"
    ).replace("[ring-at-doors]", "[be-fair]"),
    sound.FRAMEWORK_PATH: sound.FRAMEWORK,
    sound.MODULE_PATH: sound.MODULE.replace("[ring-at-doors]", "[be-fair]"),
    sound.PATHWAY_PATH: sound.PATHWAY,
    "experiments/published/door-visits.fr.yml": "title: Visites à domicile\n",
    "experiments/imppulse/hostile.yml": """\
title: '</title><script>alert(1)</script> [x](javascript:alert(1)) **bold** {{ 7*7 }} | `c`'
summary: '<img src=x onerror=alert(1)> "quoted"'
kind: micro-experiment
status: awaiting-report
place: {name: '<b>Nantes</b>', country: FR}
""",
}


def write(folder, files):
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def mkdocs(folder, *arguments):
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
