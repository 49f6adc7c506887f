"""What the rules of evidence say of a project, and the passages on which they are tried."""

from imppulse.checks.catalogue import RULES
from imppulse.checks.pipeline import check
from imppulse.records.folder import load
from tests.sound import (
    EXPERIMENT,
    PRINCIPLE,
    PRINCIPLE_PATH,
    RECOMMENDATION,
    RECOMMENDATION_PATH,
    changed,
)


def at(path, text, passage):
    """Return the place of a passage that stands once in a file."""
    head = changed(text, passage, "\f").partition("\f")[0]
    return f"{path}:{head.count(chr(10)) + 1}:{len(head) - head.rfind(chr(10))}"


AT_PRINCIPLE = at(PRINCIPLE_PATH, PRINCIPLE, "record: door-visits")
AT_RECOMMENDATION = at(RECOMMENDATION_PATH, RECOMMENDATION, "record: door-visits")

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
    return [str(one) for one in check(load(root)) if one.code.startswith("IMP4")]


def told(place, code, message):
    """Return the line that is printed."""
    return f"{place} {RULES[code].severity} {code} {message}"


def experiment(shown=SHOWN, design="randomised", text=EXPERIMENT):
    return text.replace(SHOWN, shown).replace("design: randomised", f"design: {design}")
