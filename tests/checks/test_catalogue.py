"""Every rule has one code, a reason, a remedy and an example that shows what it says."""

import importlib
import pkgutil

import pytest

import imppulse
from imppulse.checks.catalogue import MODULES, RULES, declared
from imppulse.checks.pipeline import check
from imppulse.checks.printing import unprintable
from imppulse.records.folder import load
from imppulse.records.rule import Rule
from tests.checks.evidence_rules import OTHER, OTHER_PATH
from tests.pictures import picture
from tests.sound import (
    AWAITED_PATH,
    CHAPTER_PATH,
    EXPERIMENT_PATH,
    FRAMEWORK_PATH,
    MODULE,
    MODULE_PATH,
    PATHWAY_PATH,
    PRINCIPLE_PATH,
    PROJECT,
    RECOMMENDATION_PATH,
    changed,
)

FRENCH_PATH = EXPERIMENT_PATH.replace(".yml", ".fr.yml")
SPEAKING_PATH = "training/modules/speaking.yml"
SUPPORTS = "supports:\n  - record: door-visits\n    outcome: trust\n    relation: supports"
DESCRIBED = "described:\n  direction: better\n  significance: significant"
ACTIVITY = MODULE[MODULE.index("activities:") : MODULE.index("assessments:")].rstrip()
SERVED = "description: One speaks, one listens.\noutcomes: [listen]"
TESTED = "criteria: [Does not interrupt]\noutcomes: [listen]"
LEARNING_OUTCOME = MODULE[MODULE.index("outcomes:") : MODULE.index("activities:")].rstrip()

PASSAGES = {
    "IMP003": (EXPERIMENT_PATH, "title: Door visits"),
    "IMP010": (EXPERIMENT_PATH, "title: Door visits"),
    "IMP011": (EXPERIMENT_PATH, "title: Door visits"),
    "IMP012": (EXPERIMENT_PATH, "status: completed"),
    "IMP013": (EXPERIMENT_PATH, "title: Door visits"),
    "IMP014": (EXPERIMENT_PATH, "title: Door visits"),
    "IMP015": (FRAMEWORK_PATH, None),
    "IMP016": (EXPERIMENT_PATH, "title: Door visits"),
    "IMP017": (CHAPTER_PATH, "---\ntitle: About\nsummary: What this guide is.\n---"),
    "IMP018": (EXPERIMENT_PATH, DESCRIBED),
    "IMP019": (EXPERIMENT_PATH, "title: Door visits"),
    "IMP108": (EXPERIMENT_PATH, "name: Sampletown\ncountry: BE"),
    "IMP109": (EXPERIMENT_PATH, "axes: [encounter]"),
    "IMP110": (EXPERIMENT_PATH, 'authors: ["Sample Institute"]'),
    "IMP101": (EXPERIMENT_PATH, "place:\n  name: Sampletown\n  country: BE"),
    "IMP102": (EXPERIMENT_PATH, "status: completed"),
    "IMP103": (EXPERIMENT_PATH, "axes: [encounter]"),
    "IMP104": (EXPERIMENT_PATH, "axes: [encounter]"),
    "IMP105": (EXPERIMENT_PATH, "year: 2020"),
    "IMP106": (MODULE_PATH, "minutes: 30"),
    "IMP107": (EXPERIMENT_PATH, "kind: published"),
    "IMP201": (PRINCIPLE_PATH, "record: door-visits"),
    "IMP202": (EXPERIMENT_PATH, "axes: [encounter]"),
    "IMP203": (AWAITED_PATH, "status: awaiting-report"),
    "IMP204": (EXPERIMENT_PATH, "source: sample-2020"),
    "IMP205": (PRINCIPLE_PATH, "[street](../../experiments/published/door-visits.yml)"),
    "IMP206": (PRINCIPLE_PATH, "outcome: trust"),
    "IMP207": (RECOMMENDATION_PATH, "Visits take **time** that no roster has."),
    "IMP208": (CHAPTER_PATH, "An image."),
    "IMP302": (FRENCH_PATH, None),
    "IMP303": (FRENCH_PATH, None),
    "IMP401": (EXPERIMENT_PATH, DESCRIBED),
    "IMP402": (PRINCIPLE_PATH, "relation: supports"),
    "IMP403": (PRINCIPLE_PATH, SUPPORTS),
    "IMP404": (PRINCIPLE_PATH, SUPPORTS),
    "IMP405": (RECOMMENDATION_PATH, SUPPORTS),
    "IMP406": (EXPERIMENT_PATH, DESCRIBED),
    "IMP407": (EXPERIMENT_PATH, DESCRIBED),
    "IMP408": (EXPERIMENT_PATH, DESCRIBED),
    "IMP501": (MODULE_PATH, SERVED),
    "IMP502": (MODULE_PATH, "method: role-play"),
    "IMP503": (MODULE_PATH, TESTED),
    "IMP504": (MODULE_PATH, ACTIVITY),
    "IMP505": (MODULE_PATH, LEARNING_OUTCOME),
    "IMP506": (MODULE_PATH, LEARNING_OUTCOME),
    "IMP511": (MODULE_PATH, "contact: 0.5"),
    "IMP512": (MODULE_PATH, "workload:\n  contact: 0.5"),
    "IMP521": (MODULE_PATH, "version: 1.10"),
    "IMP522": (PATHWAY_PATH, "modules: [listening]"),
    "IMP523": (PATHWAY_PATH, "modules: [listening]"),
    "IMP524": (PATHWAY_PATH, "modules: [listening]"),
    "IMP525": (PATHWAY_PATH, "hours: 0.5"),
    "IMP526": (PATHWAY_PATH, "modules: [listening]"),
    "IMP601": (EXPERIMENT_PATH, "axes: [encounter]"),
    "IMP602": (EXPERIMENT_PATH, "axes: [encounter]"),
    "IMP603": (AWAITED_PATH, "status: awaiting-report"),
    "IMP701": (EXPERIMENT_PATH, "title: Door visits"),
}
"""The file of a sound project into which an example is laid, and the passage it stands for.

``None`` stands for all of the file. Of a key that is added, the passage is another one beside it.
"""

KEPT = {"IMP108", "IMP109", "IMP202", "IMP203", "IMP521", "IMP601", "IMP602", "IMP603"}
"""Examples that stand before the passage, not in its place."""

FILE_NAMES = {"IMP004", "IMP005", "IMP301", "IMP304"}
"""Examples that are the name of a file."""

NOT_TEXT = {
    "IMP001": "the size of a file",
    "IMP002": "the encoding of a file",
    "IMP006": "a link, or rights on a file",
    "IMP209": "the bytes of a photo",
    "IMP702": "known only when the sheet is printed",
}
"""Examples that only describe; the rules are tried where files and photos are."""

SPEAKING = changed(
    MODULE.replace("listen]", "speak]").replace("id: listen", "id: speak"),
    "version: 1.10",
    "version: 1.10\nrequires: [listening]",
).replace("title: Listening", "title: Speaking")
TWO_OUTCOMES = changed(
    MODULE,
    "activities:",
    "  - id: repeat\n    statement: Repeat it.\n    level: apply\n    dimension: skills\n"
    "activities:",
)
CITED = {
    path: PROJECT[path].replace(
        "    relation: supports\n",
        "    relation: supports\n  - record: street-meetings\n    outcome: confidence\n"
        "    relation: supports\n",
    )
    for path in (RECOMMENDATION_PATH,)
}

AROUND = {
    "IMP208": {
        CHAPTER_PATH: changed(PROJECT[CHAPTER_PATH], "Read the", "An image.\n\nRead the"),
        "content/images/door.jpg": picture(form="JPEG"),
    },
    "IMP302": {FRENCH_PATH: ""},
    "IMP303": {FRENCH_PATH: ""},
    "IMP403": {OTHER_PATH: OTHER, **CITED},
    "IMP405": {
        AWAITED_PATH: PROJECT[AWAITED_PATH].replace(
            "awaiting-report", "completed\naxes: [training]"
        )
    },
    "IMP407": {
        EXPERIMENT_PATH: changed(PROJECT[EXPERIMENT_PATH], "randomised", "cluster-randomised")
    },
    "IMP501": {MODULE_PATH: TWO_OUTCOMES},
    "IMP503": {MODULE_PATH: TWO_OUTCOMES},
    "IMP521": {SPEAKING_PATH: SPEAKING},
    "IMP522": {SPEAKING_PATH: SPEAKING},
    "IMP523": {SPEAKING_PATH: SPEAKING},
    "IMP526": {SPEAKING_PATH: SPEAKING},
}
"""What else an example needs in the project."""

REVIEWED = "review: {state: reviewed, reviewers: [Efus], reviewed_on: 2024-05-01}\n"


def laid(text, passage, example, *, before):
    """Return a text with an example, indented as the passage, in its place or before it."""
    if passage is None:
        return example
    depth = next(
        depth for depth in (0, 2, 4, 6, 8) if passage.replace("\n", "\n" + " " * depth) in text
    )
    old = passage.replace("\n", "\n" + " " * depth)
    new = example.rstrip("\n").replace("\n", "\n" + " " * depth)
    return changed(text, old, f"{new}\n{' ' * depth}{old}" if before else new)


def project_with(rule, example):
    """Return the files of a sound project with an example of a rule in it."""
    files = PROJECT | AROUND.get(rule.code, {})
    if rule.code.startswith("IMP6"):
        files = {
            path: text.replace("\n---\n", f"\n{REVIEWED}---\n", 1)
            if text.startswith("---")
            else text + REVIEWED
            for path, text in files.items()
        }
    if rule.code in {"IMP601", "IMP602"}:
        files[EXPERIMENT_PATH] = files[EXPERIMENT_PATH].replace(REVIEWED, "")
    if rule.code in FILE_NAMES:
        text = "title: Visites\n" if rule.code > "IMP300" else files.pop(EXPERIMENT_PATH)
        return files | {example.strip(): text}
    path, passage = PASSAGES[rule.code]
    return files | {path: laid(files[path], passage, example, before=rule.code in KEPT)}


def codes(root):
    """Return the codes of everything that is found in a project."""
    records = load(root, ("en", "fr"))
    return {one.code for one in (*check(records, release=True), *unprintable(records))}


def test_no_code_is_declared_twice():
    rules = {rule.code: rule for module in MODULES for rule in declared(module)}
    for module in MODULES:
        for rule in declared(module):
            assert rules[rule.code] is rule


def test_no_rule_is_missing_from_the_catalogue():
    names = [one.name for one in pkgutil.walk_packages(imppulse.__path__, "imppulse.")]
    found = {rule.code for name in names for rule in declared(importlib.import_module(name))}
    assert found == set(RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_a_rule_says_what_is_wrong_why_it_matters_and_what_to_do(rule: Rule):
    assert rule.title.endswith(".")
    assert rule.why.endswith(".")
    assert rule.remedy.endswith(".")
    assert rule.example.bad != rule.example.good
    assert rule.example.bad.endswith("\n")
    assert rule.example.good.endswith("\n")


def test_every_example_is_tried_or_says_why_not():
    assert PASSAGES.keys() | FILE_NAMES | NOT_TEXT.keys() == RULES.keys()


@pytest.mark.parametrize("code", sorted(PASSAGES.keys() | FILE_NAMES))
def test_the_example_shows_what_breaks_the_rule_and_what_keeps_it(code, project, tmp_path):
    rule = RULES[code]
    root = project(project_with(rule, rule.example.good))
    assert code not in codes(root)
    for file in root.rglob("*.*"):
        if file.is_file():
            file.unlink()
    assert code in codes(project(project_with(rule, rule.example.bad)))
