"""How training fits together, in the words of a reader; the same on site and in print."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from imppulse.guide.alignment import Aligned, Step, rights
from imppulse.guide.timetable import Credits
from imppulse.languages.catalogue import Catalogue
from imppulse.records.training import Module


def hours(value: Fraction | float, words: Catalogue) -> str:
    """Return a number of hours."""
    return words.ngettext("%(n)s hour", "%(n)s hours", float(value))


def workload(
    contact: Fraction | float,
    self_study: Fraction | float,
    assessment: Fraction | float,
    words: Catalogue,
) -> str:
    """Return of what hours are made."""
    _ = words.gettext
    return _("%(contact)s h contact, %(self)s h self-study, %(assessment)s h assessment") % {
        "contact": words.number(float(contact)),
        "self": words.number(float(self_study)),
        "assessment": words.number(float(assessment)),
    }


def credits_words(worth: Credits, words: Catalogue) -> str:
    """Return what hours are worth in ECTS, with the reckoning."""
    _ = words.gettext
    total = _("%(credits)s ECTS") % {"credits": words.number(float(worth.awarded))}
    divided = _("%(hours)s h ÷ %(per_credit)s h per credit") % {
        "hours": words.number(float(worth.hours)),
        "per_credit": words.number(float(worth.per_credit)),
    }
    sign = "=" if worth.prints_exactly else "≈"
    rounding = _("rounded down to half credits")
    rounded = f"; {rounding}" if worth.awarded != worth.quotient else ""
    return f"{total} ({divided} {sign} {words.number(float(worth.quotient))}{rounded})"


def rights_words(module: Module, words: Catalogue) -> str:
    """Return how many outcomes of a module are on fundamental rights."""
    some, all_ = len(rights(module)), len(module.outcomes)
    return words.gettext("%(some)s of %(all)s outcomes on fundamental rights") % {
        "some": words.number(some),
        "all": words.number(all_),
    }


def share(some: int, all_: int, words: Catalogue) -> str:
    """Return how many outcomes, under a heading that says which."""
    return words.gettext("%(some)s of %(all)s outcomes") % {
        "some": words.number(some),
        "all": words.number(all_),
    }


def taught(one: Aligned, words: Catalogue) -> str:
    """Return in which activities an outcome is taught."""
    _ = words.gettext
    if one.taught:
        activities = _("taught in")
        return f"{activities} {_steps(one.taught, words)}"
    return _("taught through practice") if one.steps else _("never taught")


def introduced(one: Aligned, words: Catalogue) -> str:
    """Return in which activity an outcome is met first."""
    _ = words.gettext
    first = [one.introduced] if one.introduced else []
    return _told(_("introduced in"), _steps(first, words), _("never introduced"))


def practised(one: Aligned, words: Catalogue) -> str:
    """Return in which activities participants do it themselves."""
    _ = words.gettext
    return _told(_("practised in"), _steps(one.practised, words), _("never practised"))


def assessed(one: Aligned, words: Catalogue) -> str:
    """Return which assessments test an outcome."""
    _ = words.gettext
    return _told(_("assessed in"), _letters(one), _("never assessed"))


def demonstrated(one: Aligned, words: Catalogue) -> str:
    """Return in which assessments an outcome is shown, seen over the whole framework."""
    _ = words.gettext
    return _told(_("demonstrated in"), _letters(one), _("never demonstrated"))


def _told(lead: str, found: str, never: str) -> str:
    """Say where an outcome occurs, or that it never does."""
    return f"{lead} {found}" if found else never


def _steps(steps: Iterable[Step], words: Catalogue) -> str:
    return ", ".join(
        f"{step.number} ({words.gettext(step.activity.method.label)})" for step in steps
    )


def _letters(one: Aligned) -> str:
    return ", ".join(exam.letter for exam in one.exams)
