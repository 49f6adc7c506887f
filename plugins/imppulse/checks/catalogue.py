"""The catalogue of rules: every rule that a check holds a project to, by its code."""

from __future__ import annotations

from textwrap import indent, wrap
from types import ModuleType

from imppulse.checks import (
    curriculum,
    identity,
    images,
    places_and_dates,
    printing,
    prose,
    release,
    supports,
)
from imppulse.guide import bibliography, references
from imppulse.records import folder, markdown, reading, translation, tree, validation
from imppulse.records.rule import Rule

MODULES = (
    reading,
    folder,
    tree,
    markdown,
    validation,
    translation,
    references,
    bibliography,
    identity,
    places_and_dates,
    prose,
    images,
    supports,
    curriculum,
    release,
    printing,
)
"""The modules that declare rules, in the order in which a project passes through them."""


def declared(module: ModuleType) -> list[Rule]:
    """Return the rules among the constants of a module."""
    return [value for value in vars(module).values() if isinstance(value, Rule)]


RULES = {
    rule.code: rule
    for rule in sorted(
        (rule for module in MODULES for rule in declared(module)), key=lambda rule: rule.code
    )
}
"""All rules by code, in the order of the codes."""


def explanation(rule: Rule) -> str:
    """Return all that is said of a rule, as lines of at most 80 columns for a terminal."""
    return "\n".join(
        [
            f"{rule.code} ({rule.severity})",
            *wrap(rule.title, 80),
            "",
            *wrap(f"Why: {rule.why}", 80),
            "",
            *wrap(f"Remedy: {rule.remedy}", 80),
            "",
            "Not:",
            indent(rule.example.bad.rstrip(), "    "),
            "",
            "But:",
            indent(rule.example.good.rstrip(), "    "),
        ]
    )
