from fractions import Fraction

import pytest

from imppulse.guide.alignment import (
    PRACTICE,
    aligned,
    by_level,
    by_module,
    dimensions,
    followed,
    followed_by_any,
    letter,
    rights,
)
from imppulse.guide.assembly import assemble
from imppulse.guide.timetable import Credits, exact_total, module_credits, timetable
from imppulse.records.folder import load
from imppulse.records.vocabulary import Dimension, Method
from tests import sound

LISTENING = """\
title: Listening
summary: Listen before you speak.
areas: [contact]
audience: [Patrol officers]
stage: both
eqf: 5
outcomes:
  - {id: listen, statement: Listen., level: apply, dimension: skills, fundamental_rights: true}
  - {id: explain, statement: Explain why., level: understand, dimension: knowledge}
  - {id: stay-calm, statement: Stay calm., level: apply, dimension: skills}
  - {id: forgotten, statement: Be forgotten., level: apply, dimension: skills}
activities:
  - {title: Talk, minutes: 30, method: briefing, description: Words., outcomes: [listen, explain]}
  - {title: Play, minutes: 60, method: role-play, description: A., outcomes: [listen, stay-calm]}
  - {title: Look back, minutes: 60, method: coaching, description: B., outcomes: [listen]}
  - {title: Diary, minutes: 90, method: self-study, description: C., outcomes: [explain]}
assessments:
  - {title: Seen, criteria: [Listens], outcomes: [listen, stay-calm]}
  - {title: Written, criteria: [Explains], outcomes: [explain, listen]}
workload: {contact: 2.5, self_study: 1.5, assessment: 0.1}
trainers: {police: A trainer}
principles: [ring-at-doors]
supports:
  - {record: door-visits, outcome: trust, relation: qualifies, because: Doors are not courses.}
version: "1"
"""

TALKING = (
    LISTENING.replace("title: Listening", "title: Talking")
    .replace("eqf: 5", "eqf: 4")
    .replace(", fundamental_rights: true", "")
    .replace("assessment: 0.1", "assessment: 0.2")
    .partition("principles:")[0]
    + 'version: "1"\n'
)

PATHWAY = """\
title: New officers
summary: Two modules.
role: Recruits
modules: [talking, listening]
hours: 8.3
"""

FILES = {
    "training/framework.yml": sound.FRAMEWORK,
    "training/modules/listening.yml": LISTENING,
    "training/modules/talking.yml": TALKING,
    "training/pathways/new-officers.yml": PATHWAY,
    "experiments/published/door-visits.yml": sound.EXPERIMENT,
    "content/principles/ring-at-doors.md": sound.PRINCIPLE,
}


@pytest.fixture
def make(project):
    """Return a function that makes a guide of the files; some replaced or, if None, left out."""

    def guide(**changed):
        files = {
            path: changed.get(path.split("/")[-1].split(".")[0], text)
            for path, text in FILES.items()
        }
        records = load(project({path: text for path, text in files.items() if text}))
        assert not records.findings
        return assemble(records)

    return guide


@pytest.fixture
def guide(make):
    return make()


def module(guide, id_):
    return next(one for one in guide.modules if one.id == id_)


def row(guide, outcome):
    one = next(one for one in aligned(module(guide, "listening")) if one.outcome.id == outcome)
    numbers = tuple([step.number for step in part] for part in (one.taught, one.practised))
    return *numbers, [exam.letter for exam in one.exams]


def test_each_outcome_knows_what_teaches_practises_and_assesses_it(guide):
    assert row(guide, "listen") == ([1, 3], [2], ["A", "B"])
    assert row(guide, "explain") == ([1, 4], [], ["B"])
    assert row(guide, "stay-calm") == ([], [2], ["A"])
    assert row(guide, "forgotten") == ([], [], [])


def test_an_outcome_is_introduced_where_it_first_appears_even_in_practice(guide):
    introduced = {one.outcome.id: one.introduced for one in aligned(module(guide, "listening"))}
    assert introduced["listen"].number == 1
    assert introduced["stay-calm"].number == 2
    assert introduced["forgotten"] is None


def test_talking_about_it_is_not_practice():
    without = {Method.BRIEFING, Method.DISCUSSION, Method.COACHING, Method.SELF_STUDY}
    assert set(Method) - set(PRACTICE) == without


@pytest.mark.parametrize(("number", "expected"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
def test_assessments_have_letters(number, expected):
    assert letter(number) == expected


def test_the_framework_shows_every_outcome_of_every_module(guide):
    assert [(one.id, len(rows)) for one, rows in by_module(guide)] == [
        ("talking", 4),
        ("listening", 4),
    ]


def test_levels_are_those_described_and_those_used(guide):
    found = [
        (one.number, bool(one.described), [m.id for m in one.modules]) for one in by_level(guide)
    ]
    assert found == [(4, True, ["talking"]), (5, False, ["listening"])]


def test_outcomes_are_counted_by_dimension_and_fundamental_rights(guide):
    listening = module(guide, "listening")
    assert dimensions(listening) == [(Dimension.KNOWLEDGE, 1), (Dimension.SKILLS, 3)]
    assert [outcome.id for outcome in rights(listening)] == ["listen"]
    assert rights(module(guide, "talking")) == []


def test_a_module_follows_principles_and_each_is_named_once(guide):
    assert [one.id for one in followed(guide, module(guide, "listening"))] == ["ring-at-doors"]
    assert followed(guide, module(guide, "talking")) == []
    assert [one.id for one in followed_by_any(guide)] == ["ring-at-doors"]


def test_hours_add_up_as_they_are_typed():
    assert exact_total([0.1, 0.2]) == Fraction(3, 10)


@pytest.mark.parametrize(
    ("hours", "per_credit", "awarded", "exact"),
    [
        (150, 25, 6, True),
        (12.5, 25, 0.5, True),
        (12.4, 25, 0, True),  # 0.496
        (37.4, 25, 1, True),  # 1.496
        (125, 30, 4, False),  # 4.1666...
        (0, 25, 0, True),
    ],
)
def test_credits_round_down_to_halves_and_keep_the_quotient(hours, per_credit, awarded, exact):
    worth = Credits(exact_total([hours]), exact_total([per_credit]))
    assert worth.awarded == awarded
    assert worth.quotient * exact_total([per_credit]) == exact_total([hours])
    assert worth.prints_exactly is exact


def test_a_timetable_runs_through_the_modules_in_order(guide):
    plan = timetable(guide, guide.pathways[0])
    found = [(stop.number, stop.module.id, float(stop.so_far)) for stop in plan.stops]
    assert found == [(1, "talking", 4.2), (2, "listening", 8.3)]
    assert (plan.contact, plan.self_study, plan.assessment) == (5, 3, Fraction("0.3"))
    assert plan.total == Fraction("8.3")
    assert (plan.rights, plan.outcomes, plan.modules_with_rights) == (1, 8, 1)
    assert plan.credits is not None
    assert plan.credits.quotient == Fraction("8.3") / 25
    assert plan.credits.awarded == 0


def test_the_framework_says_how_many_hours_a_credit_takes(make):
    guide = make(framework=f"{sound.FRAMEWORK}hours_per_credit: 30\n")
    assert module_credits(guide, module(guide, "talking")).per_credit == 30


def test_without_a_framework_there_are_no_credits(make):
    guide = make(framework=None)
    assert timetable(guide, guide.pathways[0]).credits is None
    assert [one.number for one in by_level(guide)] == [4, 5]


def test_a_module_that_does_not_exist_is_left_out_of_the_timetable(make):
    guide = make(**{"new-officers": PATHWAY.replace("[talking,", "[talking, nowhere,")})
    plan = timetable(guide, guide.pathways[0])
    assert [stop.module.id for stop in plan.stops] == ["talking", "listening"]
