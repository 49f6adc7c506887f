"""The evidence rules through the judgement on files: each finding at its line and column."""

import re
import shutil
from pathlib import Path

import pytest

from imppulse.guide.assembly import assemble
from imppulse.guide.judgement import judge
from imppulse.records.codes import CODES
from imppulse.records.folder import load
from imppulse.site.pages import pages
from tests.sound import (
    AWAITED,
    AWAITED_PATH,
    EXPERIMENT,
    EXPERIMENT_PATH,
    MODULE,
    MODULE_PATH,
    PRINCIPLE,
    PRINCIPLE_PATH,
    PROJECT,
    RECOMMENDATION,
    RECOMMENDATION_PATH,
    changed,
)

ROOT = Path(__file__).parents[2]


def at(path, text, passage):
    """Return the place of a passage that stands once in a file."""
    head = changed(text, passage, "\f").partition("\f")[0]
    return f"{path}:{head.count(chr(10)) + 1}:{len(head) - head.rfind(chr(10))}"


AT_PRINCIPLE = at(PRINCIPLE_PATH, PRINCIPLE, "record: door-visits")
AT_RECOMMENDATION = at(RECOMMENDATION_PATH, RECOMMENDATION, "record: door-visits")
SOURCE = re.search(r"source: (\S+)", EXPERIMENT)[1]

OTHER_PATH = "experiments/published/street-meetings.yml"
OTHER = (
    EXPERIMENT.replace("Door visits", "Street meetings")
    .replace("sample-2020", "other-2021")
    .replace("10.1000/182", "10.1000/183")
    .replace("id: trust\n", "id: confidence\n")
)

SHOWN = "direction: better\n        significance: significant"
UNCLEAR = "direction: unchanged\n        significance: not-significant"
FELL = "direction: worse\n        significance: significant"
UNSTATED = "direction: better\n        significance: not-stated"


def lines(root):
    """Return what the rules of evidence say."""
    return [str(one) for one in judge(load(root)) if one.code.startswith("IMP4")]


def told(place, code, message):
    """Return the line that is printed."""
    return f"{place} {CODES[code].severity} {code} {message}"


def experiment(shown=SHOWN, design="randomised", text=EXPERIMENT):
    return text.replace(SHOWN, shown).replace("design: randomised", f"design: {design}")


def cited(relation="supports", outcome="trust", because=None, text=RECOMMENDATION):
    """Return a claim whose only support is this one."""
    support = "  - record: door-visits\n    outcome: trust\n    relation: supports\n"
    new = "  - record: door-visits\n"
    new += f"    outcome: {outcome}\n" if outcome else ""
    new += f"    relation: {relation}\n"
    new += f"    because: {because}\n" if because else ""
    return changed(text, support, new)


def alone(**files):
    """Return the sound project in which the recommendation alone cites what is under test."""
    principle = cited("qualifies", text=PRINCIPLE)
    return {**PROJECT, PRINCIPLE_PATH: principle, **files}


def test_a_sound_project_has_nothing_to_say(project):
    assert lines(project(PROJECT)) == []


# IMP402: a support must hold ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("relation", "shown", "verdict"),
    [
        ("supports", UNCLEAR, "no clear change"),
        ("supports", FELL, "worsened"),
        ("supports", UNSTATED, "not assessable"),
        ("contradicts", SHOWN, "improved"),
        ("contradicts", UNSTATED, "not assessable"),
    ],
)
def test_a_support_that_does_not_hold_is_an_error_that_says_what_was_shown(
    project, relation, shown, verdict
):
    files = alone(**{EXPERIMENT_PATH: experiment(shown), RECOMMENDATION_PATH: cited(relation)})

    needs = {"supports": "improved", "contradicts": "no clear change or worsened"}[relation]
    assert lines(project(files)) == [
        told(
            AT_RECOMMENDATION,
            "IMP402",
            f"'door-visits' is cited as {relation}, but its outcome 'trust' shows: {verdict}; "
            f"'{relation}' needs {needs}",
        )
    ]


@pytest.mark.parametrize(
    ("relation", "shown"),
    [
        ("supports", SHOWN),
        ("contradicts", UNCLEAR),
        ("contradicts", FELL),
        ("qualifies", SHOWN),
        ("qualifies", UNCLEAR),
        ("qualifies", FELL),
        ("qualifies", UNSTATED),
    ],
)
def test_a_support_that_holds_is_no_finding(project, relation, shown):
    files = alone(**{EXPERIMENT_PATH: experiment(shown), RECOMMENDATION_PATH: cited(relation)})
    assert lines(project(files)) == []


def test_principles_and_modules_are_held_to_the_same_rule(project):
    supports = "supports:\n  - {record: door-visits, outcome: trust, relation: supports}\n"
    module = MODULE + supports
    found = lines(project({**PROJECT, EXPERIMENT_PATH: experiment(UNCLEAR), MODULE_PATH: module}))

    assert [line.split(" 'door-visits'")[0] for line in found] == [
        f"{AT_PRINCIPLE} error IMP402",
        f"{AT_RECOMMENDATION} error IMP402",
        f"{at(MODULE_PATH, module, '{record')} error IMP402",
    ]


@pytest.mark.parametrize("relation", ["supports", "contradicts"])
def test_a_record_as_a_whole_can_only_qualify(project, relation):
    files = alone(**{RECOMMENDATION_PATH: cited(relation, outcome=None, because="It was done.")})

    assert lines(project(files)) == [
        told(
            AT_RECOMMENDATION,
            "IMP402",
            f"'door-visits' is cited as {relation} without an outcome; name the one it rests on, "
            "or cite it as qualifies",
        )
    ]
    qualified = alone(**{RECOMMENDATION_PATH: cited("qualifies", outcome=None)})
    assert lines(project(qualified)) == []


@pytest.mark.parametrize("relation", ["supports", "contradicts"])
def test_a_qualitative_study_holds_where_the_claim_says_so(project, relation):
    qualitative = {EXPERIMENT_PATH: experiment(UNSTATED, "qualitative")}
    silent = alone(**qualitative, **{RECOMMENDATION_PATH: cited(relation, outcome=None)})
    said = alone(
        **qualitative,
        **{RECOMMENDATION_PATH: cited(relation, outcome=None, because="Residents told why.")},
    )

    assert lines(project(silent)) == [
        told(
            AT_RECOMMENDATION,
            "IMP402",
            f"'door-visits' is cited as {relation} and is a qualitative study; say so under "
            "'because'",
        )
    ]
    assert lines(project(said)) == []


def test_a_qualitative_study_does_not_carry_an_outcome_that_it_cannot_show(project):
    files = alone(
        **{
            EXPERIMENT_PATH: experiment(UNSTATED, "qualitative"),
            RECOMMENDATION_PATH: cited(because="Residents told why."),
        }
    )
    assert lines(project(files)) == [
        told(
            AT_RECOMMENDATION,
            "IMP402",
            "'door-visits' is cited as supports, but its outcome 'trust' shows: not assessable; "
            "'supports' needs improved",
        )
    ]


def test_without_an_evaluation_nothing_is_supported(project):
    bare = (
        EXPERIMENT[: EXPERIMENT.index("evaluation:")] + EXPERIMENT[EXPERIMENT.index("sources:") :]
    )
    files = alone(
        **{
            EXPERIMENT_PATH: bare,
            PRINCIPLE_PATH: cited("qualifies", outcome=None, text=PRINCIPLE),
            RECOMMENDATION_PATH: cited(outcome=None, because="It was done."),
        }
    )
    assert [line.split(" 'door-visits'")[0] for line in lines(project(files))] == [
        f"{AT_RECOMMENDATION} error IMP402"
    ]


# IMP403: nothing is passed over in silence --------------------------------------------------------


def passed_over(place, verdict):
    return told(
        place,
        "IMP403",
        "'street-meetings' also measured trust in the police (outcome 'confidence': "
        f"{verdict}); cite it, or say under 'set_aside' why not",
    )


@pytest.mark.parametrize(
    ("shown", "verdict"),
    [(SHOWN, "improved"), (UNCLEAR, "no clear change"), (FELL, "worsened")],
)
def test_a_record_on_the_same_question_is_not_passed_over(project, shown, verdict):
    """Null, adverse and favourable alike: a claim tells all there is."""
    files = {**PROJECT, OTHER_PATH: experiment(shown, text=OTHER)}

    assert lines(project(files)) == [
        passed_over(AT_PRINCIPLE, verdict),
        passed_over(AT_RECOMMENDATION, verdict),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("axes: [encounter]", "axes: [training]"),
        ("indicator: trust-in-police", "indicator: legitimacy"),
        ("respondents: population", "respondents: police"),
        (SHOWN, UNSTATED),
    ],
)
def test_a_record_on_another_question_may_be_passed_over(project, old, new):
    assert lines(project({**PROJECT, OTHER_PATH: changed(OTHER, old, new)})) == []


def test_one_axis_in_common_makes_it_the_same_question(project):
    text = changed(OTHER, "axes: [encounter]", "axes: [training, encounter]")
    found = lines(project({**PROJECT, OTHER_PATH: text}))

    assert found == [
        passed_over(AT_PRINCIPLE, "improved"),
        passed_over(AT_RECOMMENDATION, "improved"),
    ]


ASIDE = "set_aside:\n  - record: street-meetings\n{outcome}    because: They met indoors.\n"
CITED = "  - record: street-meetings\n    outcome: {outcome}\n    relation: {relation}\n"


@pytest.mark.parametrize("outcome", ["", "    outcome: confidence\n"])
def test_a_record_set_aside_with_a_reason_is_not_passed_over(project, outcome):
    text = changed(RECOMMENDATION, "principles:", f"{ASIDE.format(outcome=outcome)}principles:")
    found = lines(project({**PROJECT, OTHER_PATH: OTHER, RECOMMENDATION_PATH: text}))

    assert found == [passed_over(AT_PRINCIPLE, "improved")]


@pytest.mark.parametrize(
    ("relation", "shown"), [("supports", SHOWN), ("qualifies", FELL), ("contradicts", UNCLEAR)]
)
def test_a_record_that_is_cited_is_not_passed_over(project, relation, shown):
    also = CITED.format(outcome="confidence", relation=relation)
    files = {
        **PROJECT,
        OTHER_PATH: experiment(shown, text=OTHER),
        PRINCIPLE_PATH: changed(PRINCIPLE, "supports:\n", f"supports:\n{also}"),
        RECOMMENDATION_PATH: changed(RECOMMENDATION, "principles:", f"{also}principles:"),
    }
    assert lines(project(files)) == []


SECOND = """\
    - id: second
      indicator: {indicator}
      respondents: population
      label: Another question
      described: {{direction: worse, significance: significant}}
      source: other-2021
sources:
"""


def test_one_outcome_cited_or_set_aside_does_not_hide_another(project):
    """A record with a good and a bad answer to the same question is told with both."""
    other = changed(OTHER, "sources:\n", SECOND.format(indicator="trust-in-police"))
    also = CITED.format(outcome="confidence", relation="qualifies")
    aside = ASIDE.format(outcome="    outcome: confidence\n")
    files = {
        **PROJECT,
        OTHER_PATH: other,
        PRINCIPLE_PATH: changed(PRINCIPLE, "---\n\nBegin", f"{aside}---\n\nBegin"),
        RECOMMENDATION_PATH: changed(RECOMMENDATION, "principles:", f"{also}principles:"),
    }
    assert lines(project(files)) == [
        passed_over(place, "worsened").replace("'confidence'", "'second'")
        for place in (AT_PRINCIPLE, AT_RECOMMENDATION)
    ]


def test_a_record_set_aside_as_a_whole_is_set_aside_with_all_its_outcomes(project):
    other = changed(OTHER, "sources:\n", SECOND.format(indicator="trust-in-police"))
    aside = ASIDE.format(outcome="")
    files = {
        **PROJECT,
        OTHER_PATH: other,
        PRINCIPLE_PATH: changed(PRINCIPLE, "---\n\nBegin", f"{aside}---\n\nBegin"),
        RECOMMENDATION_PATH: changed(RECOMMENDATION, "principles:", f"{aside}principles:"),
    }
    assert lines(project(files)) == []


def test_each_record_passed_over_is_named_once_for_a_claim(project):
    also = "  - record: door-visits\n    outcome: trust\n    relation: qualifies\n"
    text = changed(RECOMMENDATION, "principles:", f"{also}principles:")
    files = {**PROJECT, OTHER_PATH: OTHER, RECOMMENDATION_PATH: text}

    assert lines(project(files)).count(passed_over(AT_RECOMMENDATION, "improved")) == 1


@pytest.mark.parametrize(
    ("language", "reason"), [("en", "They met indoors."), ("fr", "Ils se sont vus à l’intérieur.")]
)
def test_the_reason_for_setting_a_record_aside_is_printed(project, language, reason):
    aside = ASIDE.format(outcome="    outcome: confidence\n")
    french = "set_aside:\n  - because: Ils se sont vus à l’intérieur.\n"
    files = {
        **PROJECT,
        OTHER_PATH: OTHER,
        PRINCIPLE_PATH: changed(PRINCIPLE, "---\n\nBegin", f"{aside}---\n\nBegin"),
        RECOMMENDATION_PATH: changed(RECOMMENDATION, "principles:", f"{aside}principles:"),
        RECOMMENDATION_PATH.replace(".yml", ".fr.yml"): french,
    }
    guide = assemble(load(project(files), ("en", "fr")), language)
    printed = {page.path: page.text() for page in pages(guide)}

    (path,) = [path for path in printed if path.endswith("fund-door-visits.md")]
    heading, _, below = printed[path].partition(
        "set aside, and why" if language == "en" else "écart"
    )
    assert heading
    assert reason in below


# IMP404 and IMP405: no orphans --------------------------------------------------------------------


def test_a_claim_without_support_is_named(project):
    support = "supports:\n  - record: door-visits\n    outcome: trust\n    relation: supports\n"
    files = {
        **PROJECT,
        PRINCIPLE_PATH: changed(PRINCIPLE, support, ""),
        RECOMMENDATION_PATH: changed(RECOMMENDATION, support, "supports: []\n"),
    }
    message = "the claim has no support; cite at least one record, if only as qualifies"
    assert lines(project(files)) == [
        f"{at(PRINCIPLE_PATH, PRINCIPLE, 'title:')} warning IMP404 {message}",
        f"{RECOMMENDATION_PATH}:1:1 warning IMP404 {message}",
    ]


COMPLETED = changed(AWAITED, "status: awaiting-report", "status: completed\naxes: [training]")
AT_STATUS = at(AWAITED_PATH, COMPLETED, "completed")
DRAWN_ON = "  - record: lisbon\n    relation: qualifies\n"


def test_a_completed_micro_experiment_that_no_claim_cites_is_named(project):
    assert lines(project({**PROJECT, AWAITED_PATH: COMPLETED})) == [
        told(
            AT_STATUS,
            "IMP405",
            "the micro-experiment is completed and no principle or recommendation cites it",
        )
    ]


def test_to_set_a_micro_experiment_aside_is_not_to_draw_on_it(project):
    aside = "set_aside:\n  - {record: lisbon, because: Another question.}\n"
    text = changed(RECOMMENDATION, "principles:", f"{aside}principles:")
    files = {**PROJECT, AWAITED_PATH: COMPLETED, RECOMMENDATION_PATH: text}

    assert [line.split(" the ")[0] for line in lines(project(files))] == [
        f"{AT_STATUS} warning IMP405"
    ]


@pytest.mark.parametrize("status", ["awaiting-report", "planned", "running", "stopped"])
def test_a_micro_experiment_that_is_not_completed_may_wait(project, status):
    text = COMPLETED.replace("status: completed", f"status: {status}")
    assert lines(project({**PROJECT, AWAITED_PATH: text})) == []


def test_a_completed_micro_experiment_on_which_a_claim_draws_is_no_finding(project):
    text = changed(RECOMMENDATION, "principles:", f"{DRAWN_ON}principles:")
    files = {**PROJECT, AWAITED_PATH: COMPLETED, RECOMMENDATION_PATH: text}
    assert lines(project(files)) == []


def test_a_published_evaluation_need_not_be_cited(project):
    unrelated = changed(OTHER, "indicator: trust-in-police", "indicator: legitimacy")
    assert lines(project({**PROJECT, OTHER_PATH: unrelated})) == []


def test_errors_are_those_that_would_print_something_untrue():
    """What a page would claim wrongly stops a build; what a page leaves out stops a strict one."""
    assert {code: CODES[code].severity for code in CODES if code.startswith("IMP4")} == {
        "IMP401": "error",
        "IMP402": "error",
        "IMP403": "warning",
        "IMP404": "warning",
        "IMP405": "warning",
        "IMP406": "error",
        "IMP407": "warning",
        "IMP408": "warning",
    }


# One figure changed in the guide as it stands -----------------------------------------------------

FOLDERS = ("content", "experiments", "recommendations", "training")

FLIPS = [
    ("avon-somerset-safety-training", "use-of-force", "value", r"-", ""),
    ("hot-spots-procedural-justice", "conduct", "value", r"(?=0\.)", "-"),
    ("ports-checklist", "procedural-justice", "interval", r"\[", "[-"),
    ("chicago-decision-training", "use-of-force-one-year", "significance", "not-", ""),
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """Copy the guide as it stands."""
    root = tmp_path_factory.mktemp("guide")
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, root / folder)
    return root


def leaning_on(root, record, outcome):
    """Find in the files, as an editor would, where a claim leans on an outcome."""
    wanted = re.compile(
        rf"- record: {record}\n +outcome: {outcome}\n +relation: (supports|contradicts)\n"
    )
    for file in sorted(one for folder in FOLDERS for one in (root / folder).rglob("*.[my]*")):
        text = file.read_text(encoding="utf-8")
        for found in wanted.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            column = len("  - ") + 1
            yield f"{file.relative_to(root).as_posix()}:{line}:{column}"


@pytest.mark.parametrize("flip", FLIPS)
def test_one_figure_changed_names_every_claim_that_leaned_on_it(copy, flip):
    record, outcome, key, old, new = flip
    file = copy / f"experiments/published/{record}.yml"
    sound = file.read_text(encoding="utf-8")
    head, mark, rest = sound.partition(f"- id: {outcome}\n")
    begin = re.search(rf"^ +{key}: ", rest, re.MULTILINE).end()
    end = rest.index("\n", begin)
    line, count = re.subn(old, new, rest[begin:end], count=1)
    assert count == 1

    expected = sorted(leaning_on(copy, record, outcome))
    assert len(expected) >= 2
    file.write_text(head + mark + rest[:begin] + line + rest[end:], encoding="utf-8")
    try:
        findings = [one for one in judge(load(copy)) if one.code == "IMP402"]
    finally:
        file.write_text(sound, encoding="utf-8")

    assert sorted(str(one.place) for one in findings) == expected
    for one in findings:
        assert str(one).startswith(f"{one.place} error IMP402 '{record}' is cited as ")
        assert f"its outcome '{outcome}' shows: " in one.message


# Designs and values that do not go together -------------------------------------------------------


def outcome_with(values, design="randomised"):
    """Return the experiment with another form of its outcome."""
    old = "      described:\n        direction: better\n        significance: significant\n"
    return changed(experiment(design=design), old, values)


MEASURED = """\
      measured:
        - {arm: intervention, moment: before, n: 60, count: 21}
        - {arm: intervention, moment: after, n: 60, count: 39}
"""
BOTH_ARMS = """\
      measured:
        - {arm: intervention, n: 60, count: 39}
        - {arm: comparison, n: 60, count: 21}
"""


def test_a_trial_cannot_rest_on_values_of_one_group(project):
    text = outcome_with(MEASURED)
    assert lines(project({**PROJECT, EXPERIMENT_PATH: text})) == [
        told(
            at(EXPERIMENT_PATH, text, "measured:"),
            "IMP406",
            "'randomised' compares two groups, and these values are of one; give the other arm too",
        )
    ]


def test_before_and_after_may_rest_on_one_group(project):
    text = outcome_with(MEASURED, design="before-after")
    assert lines(project({**PROJECT, EXPERIMENT_PATH: text})) == []


def test_raw_values_of_clusters_are_too_sure(project):
    text = outcome_with(BOTH_ARMS, design="cluster-randomised")
    (line,) = lines(project({**PROJECT, EXPERIMENT_PATH: text}))
    assert line.startswith(f"{at(EXPERIMENT_PATH, text, 'measured:')} warning IMP407 in a 'cluster")
    assert lines(project({**PROJECT, EXPERIMENT_PATH: outcome_with(BOTH_ARMS)})) == []


@pytest.mark.parametrize(
    ("interval", "said", "contradicts"),
    [
        ("[0.1, 0.9]", "significant", False),
        ("[0.1, 0.9]", "not-significant", True),
        ("[0.1, 0.9]", "not-stated", False),
        ("[-0.1, 0.9]", "significant", True),
        ("[-0.1, 0.9]", "not-significant", False),
    ],
)
def test_significance_and_interval_may_not_contradict_each_other(
    project, interval, said, contradicts
):
    text = outcome_with(
        "      reported:\n        measure: hedges-g\n        value: 0.5\n"
        f"        interval: {interval}\n        significance: {said}\n"
    )
    found = [
        line for line in lines(project({**PROJECT, EXPERIMENT_PATH: text})) if "IMP408" in line
    ]
    place = at(EXPERIMENT_PATH, text, f"{said}\n      source")
    expected = told(place, "IMP408", "the interval says otherwise, and it decides; check both")
    assert found == ([expected] if contradicts else [])


@pytest.mark.parametrize(
    ("p", "said", "contradicts"),
    [
        (0.9, "significant", True),
        (0.01, "not-significant", True),
        (0.01, "significant", False),
        (0.9, "not-significant", False),
        (0.01, "not-stated", False),
    ],
)
def test_significance_and_p_agree(project, p, said, contradicts):
    text = outcome_with(
        "      reported:\n        measure: hedges-g\n        value: 0.5\n"
        f"        p: {p}\n        significance: {said}\n"
    )
    found = [
        line for line in lines(project({**PROJECT, EXPERIMENT_PATH: text})) if "IMP408" in line
    ]
    place = at(EXPERIMENT_PATH, text, f"{said}\n      source")
    expected = told(place, "IMP408", f"p = {p} says otherwise; check both")
    assert found == ([expected] if contradicts else [])
