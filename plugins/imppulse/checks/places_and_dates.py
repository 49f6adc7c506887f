"""Values that can be read and cannot be: a point in another continent, a future that is past."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from imppulse.records.experiment import Experiment
from imppulse.records.findings import Finding, Severity
from imppulse.records.folder import Records
from imppulse.records.record import Record
from imppulse.records.rule import Example, Rule
from imppulse.records.tree import Mapping, Path, place_of
from imppulse.records.vocabulary import Status

_EUROPE = frozenset(
    (
        *("AD", "AL", "AT", "BA", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR"),
        *("GB", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK"),
        *("MT", "NL", "NO", "PL", "PT", "RO", "RS", "SE", "SI", "SK", "SM", "TR", "UA", "VA", "XK"),
    )
)
_LATITUDES, _LONGITUDES = (27.0, 81.0), (-32.0, 45.0)
"""From the Canary Islands to Svalbard and from the Azores to the east of Turkey."""


FAR_FROM_COUNTRY = Rule(
    "IMP108",
    Severity.ERROR,
    "The point on the map lies far from the country.",
    why="The map would show the action on another continent.",
    remedy="Give the latitude first, then the longitude, both in decimal degrees.",
    example=Example(
        bad="coordinates: {latitude: 4.35, longitude: 50.85}\n",
        good="coordinates: {latitude: 50.85, longitude: 4.35}\n",
    ),
)

FUTURE_DATE = Rule(
    "IMP109",
    Severity.ERROR,
    "The date lies in the future, and what it dates is past.",
    why="A page cannot say that something is completed which has not begun.",
    remedy="Mend the date, or the status of the record.",
    example=Example(
        bad="period: {start: 2190}\n",
        good="period: {start: 2019}\n",
    ),
)


def place_and_date_findings(records: Records, today: date) -> Iterator[Finding]:
    """Say which records contradict the map or the calendar."""
    for loaded in records.loaded:
        yield from _implausible(loaded.record, loaded.tree, today)


def _implausible(record: Record, tree: Mapping, today: date) -> list[Finding]:
    """Return what contradicts the map or the calendar, in one record."""
    findings = _future_review(record, tree, today) + _future_sources(record, tree, today)
    if isinstance(record, Experiment):
        findings += _elsewhere(record, tree) + _future_dates(record, tree, today)
    return findings


def _elsewhere(record: Experiment, tree: Mapping) -> list[Finding]:
    """Compare the point on the map with the country, for countries in Europe."""
    point = record.place.coordinates
    if point is None or record.place.country not in _EUROPE:
        return []
    if _is_in_europe(point.latitude, point.longitude):
        return []
    what = f"the point {point.latitude:g}, {point.longitude:g} lies far from {record.place.country}"
    swapped = _is_in_europe(point.longitude, point.latitude)
    mend = "latitude and longitude look swapped" if swapped else "look it up on a map again"
    key = "latitude" if swapped or not _within(point.latitude, _LATITUDES) else "longitude"
    place = place_of(tree, ("place", "coordinates", key))
    return [FAR_FROM_COUNTRY.at(place, f"{what}: {mend}")]


def _is_in_europe(latitude: float, longitude: float) -> bool:
    return _within(latitude, _LATITUDES) and _within(longitude, _LONGITUDES)


def _within(value: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= value <= bounds[1]


def _future_dates(record: Experiment, tree: Mapping, today: date) -> list[Finding]:
    """What is completed or running has started, and what is completed has ended."""
    dates: list[tuple[Path, str | None]] = []
    done = record.status in (Status.COMPLETED, Status.STOPPED)
    if record.period and (done or record.status is Status.RUNNING):
        dates.append((("period", "start"), record.period.start))
    if record.period and done:
        dates.append((("period", "end"), record.period.end))
    if record.evaluation and done:
        dates.append((("evaluation", "start"), record.evaluation.start))
    return [
        FUTURE_DATE.at(
            place_of(tree, path),
            f"'{path[-1]}': {value} lies in the future, and the status is '{record.status.value}'; "
            "mend one of the two",
        )
        for path, value in dates
        if value and value > today.isoformat()[: len(value)]
    ]


def _future_review(record: Record, tree: Mapping, today: date) -> list[Finding]:
    day = record.review.reviewed_on
    if day is None or day <= today:
        return []
    message = f"'reviewed_on': {day} lies in the future"
    return [FUTURE_DATE.at(place_of(tree, ("review", "reviewed_on")), message)]


def _future_sources(record: Record, tree: Mapping, today: date) -> list[Finding]:
    """A journal dates its issues at most a year ahead."""
    return [
        FUTURE_DATE.at(
            place_of(tree, ("sources", position, "year")),
            f"'year': {source.year} lies in the future",
        )
        for position, source in enumerate(record.sources)
        if source.year and source.year > today.year + 1
    ]
