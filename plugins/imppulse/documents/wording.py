"""What an outcome shows, in the words of a reader; the same on site and in print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from imppulse.evidence.effects import Effect, NotComputableError, effect_of
from imppulse.evidence.strength import Assessment, Showing, Strength, records
from imppulse.evidence.verdicts import Verdict
from imppulse.guide.assembly import Guide
from imppulse.languages.catalogue import Catalogue
from imppulse.languages.typography import semicolon
from imppulse.records.outcome import Measurement, Outcome, ReportedEffect
from imppulse.records.record import Record
from imppulse.records.source import Source
from imppulse.records.training import Module
from imppulse.records.vocabulary import Measure, Significance


def figure(outcome: Outcome, words: Catalogue) -> str:
    """Return the result of an outcome in one line: as its source gives it, then what follows."""
    if outcome.reported:
        return _reported(outcome.reported, words)
    if outcome.described:
        direction = words.gettext(outcome.described.direction.label)
        return f"{direction} ({_significance(outcome.described.significance, words)})"
    parts = [_measured(one, words) for one in outcome.measured or ()]
    return semicolon(words.language).join([*parts, *_computed(outcome, words)])


def strength_reason(found: Assessment, words: Catalogue) -> str:
    """Say why a claim has the strength that it has, in one or two sentences."""
    _, n_ = words.gettext, words.ngettext
    improved = _indicators(found.decisive, words)
    match found.strength:
        case Strength.CONTESTED:
            worsened = [
                one
                for one in found.against
                if one.verdict is Verdict.WORSENED and (one.level or 0) >= found.level
            ]
            return _(
                "Records of design level 3 or more point both ways. Improved: %(better)s. "
                "Worsened: %(worse)s."
            ) % {"better": improved, "worse": _indicators(worsened, words)}
        case Strength.UNTESTED:
            return _(
                "Nothing that was measured tells yet whether this works. "
                "Records cited as a whole are not counted."
            )
        case Strength.UNSUPPORTED:
            return n_(
                "The only record cited here that can be assessed shows no clear change or worse.",
                "The %(n)s records cited here that can be assessed show no clear change or worse.",
                records(found.against),
            )
        case Strength.LIMITED:
            first = n_(
                "%(n)s record of design level 3 or lower shows an improvement: %(what)s.",
                "%(n)s records of design level 3 or lower show an improvement: %(what)s.",
                records(found.decisive),
                what=improved,
            )
        case _ if found.level == 4:
            first = n_(
                "%(n)s record of design level 4 or 5 shows an improvement: %(what)s.",
                "%(n)s records of design level 4 or 5 show an improvement: %(what)s.",
                records(found.decisive),
                what=improved,
            )
        case _:
            first = n_(
                "%(n)s record of design level 3 shows an improvement: %(what)s.",
                "%(n)s records of design level 3 or more show an improvement: %(what)s.",
                records(found.decisive),
                what=improved,
            )
    return f"{first} {_against(found, words)}"


def _against(found: Assessment, words: Catalogue) -> str:
    """Say what stands against a claim that improved something."""
    if not found.against:
        return words.gettext("No record cited here points the other way.")
    against = words.ngettext(
        "%(n)s record cited here shows no clear change or worse.",
        "%(n)s records cited here show no clear change or worse.",
        records(found.against),
    )
    if not found.doubted:
        return against
    doubt = words.gettext("A study of that level did not show it on the same indicator.")
    return f"{against} {doubt}"


def level_words(level: int | None, words: Catalogue) -> str:
    """Write a design level, as in 'level 5 of 5'; a qualitative study says that it has none."""
    if level is None:
        return words.gettext("qualitative: no level")
    return words.gettext("level %(level)s of 5") % {"level": level}


def _indicators(showings: Iterable[Showing], words: Catalogue) -> str:
    """Enumerate what was measured, each once."""
    labels = [words.gettext(one.indicator.label) for one in showings]
    return words.enumerate([label[0].lower() + label[1:] for label in dict.fromkeys(labels)])


def short_source(source: Source) -> str:
    """Return a source by its authors and year, as in 'MacQueen, Bradford (2015)'."""
    surnames = [author.partition(",")[0] for author in source.authors]
    who = ", ".join(surnames[:3]) + (" et al." if len(surnames) > 3 else "")
    return f"{who or source.title}{f' ({source.year})' if source.year else ''}"


def period(start: str, end: str | None, words: Catalogue) -> str:
    """Return from when to when; a start alone says that it is one."""
    if end is None:
        return words.gettext("start: %(date)s") % {"date": words.date(start)}
    return words.date(start) if start == end else f"{words.date(start)} – {words.date(end)}"


def translation_notices(guide: Guide, record: Record, words: Catalogue) -> list[str]:
    """Return what a reader must know of the translation of a record; nothing if current."""
    missing, stale = guide.untranslated(record), guide.outdated(record)
    said = []
    if missing:
        said.append(
            words.ngettext(
                "%(n)s passage of this page is not translated yet and stands in English.",
                "%(n)s passages of this page are not translated yet and stand in English.",
                missing,
            )
        )
    if stale:
        said.append(
            words.ngettext(
                "%(n)s passage of this page translates an earlier English wording.",
                "%(n)s passages of this page translate an earlier English wording.",
                stale,
            )
        )
    return said


def outcome_numbers(module: Module, ids: list[str]) -> str:
    """Return the numbers of learning outcomes within their module, as in '1, 3'."""
    known = [outcome.id for outcome in module.outcomes]
    return ", ".join(str(known.index(id_) + 1) for id_ in ids if id_ in known)


def serves(module: Module, ids: list[str], words: Catalogue) -> str:
    """Say which learning outcomes an activity or assessment is for."""
    named = outcome_numbers(module, ids)
    return words.ngettext(
        "for outcome %(numbers)s", "for outcomes %(numbers)s", len(ids), numbers=named
    )


def short_address(address: str) -> str:
    """Return an address as it is printed: without its scheme and a final slash."""
    return address.partition("://")[2].removesuffix("/")


def _reported(effect: ReportedEffect, words: Catalogue) -> str:
    """Write an effect with what the source says of its precision."""
    parts = [_value(effect.measure, effect.value, words)]
    if effect.interval:
        low, high = effect.interval
        parts.append(_interval(Effect(effect.measure, effect.value, low, high), words))
    if effect.p is not None:
        parts.append(f"p = {words.number(effect.p)}")
    if effect.significance is not Significance.NOT_STATED or len(parts) == 1:
        parts.append(_significance(effect.significance, words))
    return f"{parts[0]} ({semicolon(words.language).join(parts[1:])})"


def _computed(outcome: Outcome, words: Catalogue) -> list[str]:
    """Write the effect that follows from measured values, if one does."""
    try:
        effect = effect_of(outcome)
    except NotComputableError:
        return []
    if effect is None or effect.low is None or effect.high is None:
        return []
    shown = rounded(effect)
    value = _value(shown.measure, shown.value, words)
    return [f"{value} ({_interval(shown, words)})"]


def rounded(effect: Effect) -> Effect:
    """Round a computed effect, yet never to a zero that it is not; leave a reported one."""
    if not effect.computed:
        return effect
    digits = 1 if effect.measure is Measure.PERCENTAGE_POINTS else 2
    figures = (effect.value, effect.low, effect.high)
    value, low, high = (
        part if part is None else round(part, digits) or round(part, 3) for part in figures
    )
    return replace(effect, value=value or 0.0, low=low, high=high)


def bounds(effect: Effect, words: Catalogue) -> str:
    """Write the interval of an effect, as in '−0.2 to 0.4'; nothing where there is none."""
    if effect.low is None or effect.high is None:
        return ""
    low, high = (words.number(bound) for bound in (effect.low, effect.high))
    return words.gettext("%(low)s to %(high)s") % {"low": low, "high": high}


def _interval(effect: Effect, words: Catalogue) -> str:
    return words.gettext("95%% interval %(interval)s") % {"interval": bounds(effect, words)}


def _value(measure: Measure, value: float, words: Catalogue) -> str:
    """Write a value with its unit."""
    match measure:
        case Measure.PERCENT_CHANGE:
            return words.percentage(value)
        case Measure.PERCENTAGE_POINTS:
            return words.gettext("%(value)s percentage points") % {"value": words.signed(value)}
        case Measure.ODDS_RATIO | Measure.RISK_RATIO:
            return f"{words.gettext(measure.label)} {words.number(value)}"
        case Measure.COHENS_D:
            return f"d = {words.signed(value)}"
        case Measure.HEDGES_G:
            return f"g = {words.signed(value)}"
        case Measure.MEAN_DIFFERENCE:
            return f"{words.gettext(measure.label)} {words.signed(value)}"


def _measured(value: Measurement, words: Catalogue) -> str:
    """Write a measured value with its group and moment."""
    who = f"{words.gettext(value.arm.label)}, {words.gettext(value.moment.label).lower()}"
    if value.count is not None and value.n:
        share = words.percent(value.count / value.n)
        return f"{who}: {words.number(value.count)} / {words.number(value.n)} ({share})"
    if value.mean is not None:
        spread = f" ± {words.number(value.sd)}" if value.sd is not None else ""
        return f"{who}: {words.number(value.mean)}{spread} (n = {words.number(value.n)})"
    return f"{who}: n = {words.number(value.n)}"


def _significance(significance: Significance, words: Catalogue) -> str:
    """Write what the source says of chance, inside a sentence."""
    label = words.gettext(significance.label)
    return label[0].lower() + label[1:]
