"""The publication gate: closed only when asked for, and then at the line of each lack."""

import pytest

from imppulse.checks.pipeline import check
from imppulse.records.folder import load
from tests.sound import (
    AWAITED,
    AWAITED_PATH,
    EXPERIMENT,
    EXPERIMENT_PATH,
    PRINCIPLE,
    PRINCIPLE_PATH,
    PROJECT,
    changed,
)

REVIEWED = "review: {state: reviewed, reviewers: [Efus], reviewed_on: 2024-05-01}\n"
FIGURES = """\
resources:
  budget: 12000
  participants: 40
  staff_days: 9
  funding:
    - name: The city
      amount: 5000
evaluation:
  design: before-after
  description: Before and after.
  samples:
    - who: Residents
      n: 40
"""


def lines(root, *, release=True):
    found = check(load(root), release=release)
    return [str(one) for one in found if one.code.startswith("IMP6")]


def reviewed(text, review=REVIEWED):
    """Return a record with a review: at the end of a YAML file, or of front matter."""
    if text.startswith("---"):
        return text.replace("\n---\n", f"\n{review}---\n", 1)
    return text + review


ALL_REVIEWED = {path: reviewed(text) for path, text in PROJECT.items()}


def test_without_the_gate_drafts_are_no_finding(project):
    assert lines(project(PROJECT), release=False) == []


def test_a_release_refuses_every_record_that_is_not_reviewed(project):
    """Nothing is left out: experiments, claims, chapters, training, and those awaited."""
    found = lines(project(PROJECT))

    assert [line.partition(":")[0] for line in found] == sorted(PROJECT)
    assert {line.partition(" error ")[2] for line in found} == {
        "IMP601 the record is 'draft'; a release holds only what is 'reviewed'"
    }


def test_a_reviewed_project_goes_out(project):
    assert lines(project(ALL_REVIEWED)) == []


@pytest.mark.parametrize(
    ("review", "message"),
    [
        (
            "review: {state: in-review}\n",
            "IMP601 the record is 'in-review'; a release holds only what is 'reviewed'",
        ),
        (
            "review: {state: reviewed}\n",
            "IMP602 a reviewed record says by whom ('reviewers') and when ('reviewed_on')",
        ),
        (
            "review: {state: reviewed, reviewers: [Efus]}\n",
            "IMP602 a reviewed record says by whom ('reviewers') and when ('reviewed_on')",
        ),
        (
            "review: {state: reviewed, reviewed_on: 2024-05-01}\n",
            "IMP602 a reviewed record says by whom ('reviewers') and when ('reviewed_on')",
        ),
    ],
)
def test_a_review_without_reviewer_or_date_is_none(project, review, message):
    text = reviewed(EXPERIMENT, review)
    line = text[: text.index("review:")].count("\n") + 1

    assert lines(project({**ALL_REVIEWED, EXPERIMENT_PATH: text})) == [
        f"{EXPERIMENT_PATH}:{line}:9 error {message}"
    ]


def test_the_review_of_a_principle_is_found_in_its_front_matter(project):
    text = reviewed(PRINCIPLE, "review: {state: draft}\n")
    line = text[: text.index("review:")].count("\n") + 1
    (found,) = lines(project({**ALL_REVIEWED, PRINCIPLE_PATH: text}))
    assert found.startswith(f"{PRINCIPLE_PATH}:{line}:9 error IMP601 ")


def test_every_figure_of_a_record_without_a_source_is_named(project):
    text = reviewed(AWAITED + FIGURES)
    found = lines(project({**ALL_REVIEWED, AWAITED_PATH: text}))

    says = "is a figure, and the record names no source; add one under 'sources'"
    assert found == [
        f"{AWAITED_PATH}:{text[: text.index(f'  {key}:')].count(chr(10)) + 1}:3 error IMP603 "
        f"'{key}' {says}"
        for key in ("budget", "participants", "staff_days", "funding", "samples")
    ]


def test_a_budget_of_nothing_is_a_figure_too(project):
    text = reviewed(AWAITED + "resources: {budget: 0}\n")
    assert len(lines(project({**ALL_REVIEWED, AWAITED_PATH: text}))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "sources: [{id: report-2024, title: Report, url: https://example.org}]\n",
        "cites: [emmie-2015]\n",
    ],
)
def test_figures_with_a_source_go_out(project, source):
    text = reviewed(AWAITED + FIGURES + source)
    assert lines(project({**ALL_REVIEWED, AWAITED_PATH: text})) == []


def test_what_is_no_figure_needs_no_source(project):
    silent = changed(changed(FIGURES, "      amount: 5000\n", ""), "      n: 40\n", "")
    for key in ("  budget: 12000\n", "  participants: 40\n", "  staff_days: 9\n"):
        silent = changed(silent, key, "")
    text = reviewed(AWAITED + silent)
    assert lines(project({**ALL_REVIEWED, AWAITED_PATH: text})) == []
