"""The smallest sound record of each kind, and the smallest project that holds one of each."""

from __future__ import annotations

EXPERIMENT = """\
title: Door visits
summary: Officers rang at every door and asked what residents need.
kind: published
status: completed
place:
  name: Sampletown
  country: BE
axes: [encounter]
evaluation:
  design: randomised
  description: Streets were drawn by lot.
  outcomes:
    - id: trust
      indicator: trust-in-police
      respondents: population
      label: Trust in the police
      described:
        direction: better
        significance: significant
      source: sample-2020
sources:
  - id: sample-2020
    title: Ringing at doors
    authors: ["Sample Institute"]
    year: 2020
    doi: 10.1000/182
"""

AWAITED = """\
title: Lisbon
summary: This micro-experiment awaits the report of its city.
kind: micro-experiment
status: awaiting-report
place:
  name: Lisbon
  country: PT
"""

PRINCIPLE = """\
---
title: Ring at doors
summary: Go to the residents before they come to you.
nature: practical
phase: implementation
supports:
  - record: door-visits
    outcome: trust
    relation: supports
---

Begin with the [street](../../experiments/published/door-visits.yml) that you know least.

- Go in pairs.
- Come back.
"""

RECOMMENDATION = """\
title: Fund door visits
audience: local
statement: Pay for the hours that officers spend at the doors of residents.
rationale: |
  Visits take **time** that no roster has.
first_steps: [Count the doors.]
who_acts: [The mayor]
time_frame: One year
cost: under-10000
indicators: [trust-in-police]
supports:
  - record: door-visits
    outcome: trust
    relation: supports
principles: [ring-at-doors]
modules: [listening]
"""

FRAMEWORK = """\
title: Training framework
summary: What officers should be able to do, and at which level.
introduction: The framework has *one* area.
areas:
  - id: contact
    title: Contact
    description: Meeting residents with respect.
levels:
  - level: 4
    roles: Patrol officers
    expectation: Act on their own within rules.
"""

MODULE = """\
title: Listening
summary: Officers practise to listen before they speak.
areas: [contact]
audience: [Patrol officers]
stage: in-service
eqf: 4
outcomes:
  - id: listen
    statement: Let residents finish.
    level: apply
    dimension: skills
    fundamental_rights: true
activities:
  - title: Three minutes
    minutes: 30
    method: role-play
    description: One speaks, one listens.
    outcomes: [listen]
assessments:
  - title: Observation
    criteria: [Does not interrupt]
    outcomes: [listen]
workload:
  contact: 0.5
trainers:
  police: An experienced officer
principles: [ring-at-doors]
version: 1.10
"""

PATHWAY = """\
title: Patrol officers
summary: The way of a patrol officer through the modules.
role: Patrol officer
modules: [listening]
hours: 0.5
"""

CHAPTER = """\
---
title: About
summary: What this guide is.
---

Read the [principle](principles/ring-at-doors.md).
"""

EXPERIMENT_PATH = "experiments/published/door-visits.yml"
AWAITED_PATH = "experiments/imppulse/lisbon.yml"
PRINCIPLE_PATH = "content/principles/ring-at-doors.md"
RECOMMENDATION_PATH = "recommendations/fund-door-visits.yml"
FRAMEWORK_PATH = "training/framework.yml"
MODULE_PATH = "training/modules/listening.yml"
PATHWAY_PATH = "training/pathways/patrol.yml"
CHAPTER_PATH = "content/about.md"

PROJECT = {
    EXPERIMENT_PATH: EXPERIMENT,
    AWAITED_PATH: AWAITED,
    PRINCIPLE_PATH: PRINCIPLE,
    RECOMMENDATION_PATH: RECOMMENDATION,
    FRAMEWORK_PATH: FRAMEWORK,
    MODULE_PATH: MODULE,
    PATHWAY_PATH: PATHWAY,
    CHAPTER_PATH: CHAPTER,
}
"""One sound record of each kind; they name each other."""


def changed(text: str, old: str, new: str) -> str:
    """Return a text with one passage replaced, which must be there exactly once."""
    assert text.count(old) == 1, f"{text.count(old)} × {old!r}"
    return text.replace(old, new)
