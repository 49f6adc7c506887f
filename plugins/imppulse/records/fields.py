"""The types of single values that records share, each with the rule it holds."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated
from urllib.parse import SplitResult, urlsplit

from babel import Locale
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from imppulse.records import corrections
from imppulse.records.text import Text

ID_PATTERN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

_DECIMAL = r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?"

_NO_COUNTRIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
"""What CLDR lists among the countries and ISO 3166 does not."""


class Model(BaseModel):
    """What all parts of a record have in common: unknown keys are errors, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _refuse(expected: str, value: str, correction: str | None) -> PydanticCustomError:
    """Say what was expected and found, and what to write where that is likely."""
    found = f"{value[:40]}…" if len(value) > 40 else value
    mend = f": write {correction}" if correction else ""
    return PydanticCustomError(
        "value",
        "expected {expected}; found '{found}'{mend}",
        {"expected": expected, "found": found, "mend": mend},
    )


def _whole(value: object) -> object:
    if not isinstance(value, str) or re.fullmatch(r"[+-]?[0-9]+", value):
        return value
    raise _refuse("a whole number such as 120", value, corrections.whole_number(value))


def _decimal(value: object) -> object:
    if not isinstance(value, str) or re.fullmatch(_DECIMAL, value):
        return value
    expected = "a number such as 0.5, with a point and no unit"
    raise _refuse(expected, value, corrections.decimal_number(value))


def _money(value: object) -> object:
    if isinstance(value, str) and corrections.is_grouped(value):
        expected = "an amount without separators, such as 10000"
        raise _refuse(expected, value, corrections.whole_number(value))
    return _decimal(value)


def _probability(value: object) -> object:
    if isinstance(value, str) and (
        found := re.fullmatch(r"(?:p\s*)?([<>≤≥])\s*([0-9]*[.,][0-9]+)", value)
    ):
        word = "significant" if found.group(1) in "<≤" else "not-significant"
        raise PydanticCustomError(
            "value",
            "'{found}' is a bound and no p value: delete this line and write "
            "'significance: {word}' if the source says so",
            {"found": value, "word": word},
        )
    return _decimal(value)


def _identifier(value: str) -> str:
    if not ID_PATTERN.fullmatch(value):
        near = corrections.identifier(value)
        raise PydanticCustomError(
            "rule",
            "an id has lower-case letters, digits and single hyphens, as in 'door-visits'{mend}",
            {"mend": f"; write '{near[:40]}'" if near else ""},
        )
    return value


def _partial_date(value: str) -> str:
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", value):
        expected = "a date such as 2015, 2015-02 or 2015-02-16"
        raise _refuse(expected, value, corrections.partial_date(value))
    _day_in_calendar(value)
    return value


def _day(value: object) -> date:
    if not isinstance(value, str):
        raise PydanticCustomError("date_type", "expected a date")
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        near = corrections.partial_date(value)
        whole = near if near and re.fullmatch("[0-9-]{10}", near) else None
        raise _refuse("a date such as 2015-02-16", value, whole)
    return _day_in_calendar(value)


def _day_in_calendar(value: str) -> date:
    year, month, day = ([int(part) for part in value.split("-")] + [1, 1])[:3]
    try:
        return date(year, month, day)
    except ValueError:
        raise PydanticCustomError(
            "value", "there is no such day in the calendar: {value}", {"value": value}
        ) from None


def _country(value: str) -> str:
    if value in _NO_COUNTRIES or value not in _territories():
        expected = "a country code of two capital letters (ISO 3166), as in FR"
        raise _refuse(expected, value, corrections.country(value))
    return value


def _territories() -> set[str]:
    """Return all codes of two letters that CLDR knows."""
    return {str(code) for code in Locale("en").territories if re.fullmatch("[A-Z]{2}", str(code))}


def split_address(value: str) -> SplitResult | None:
    """Take an address apart; ``None`` when it is none."""
    try:
        return urlsplit(value)
    except ValueError:  # a bracket that is not closed, or a character no host name can have
        return None


def _web_address(value: str) -> str:
    parts = split_address(value)
    sound = parts and parts.scheme in ("http", "https") and parts.hostname
    if not sound or re.search(r"[\s<>\"]", value):
        expected = "a web address that starts with https:// and has no space"
        raise _refuse(expected, value, corrections.web_address(value))
    return value


def _doi(value: str) -> str:
    if not re.fullmatch(r"10\.[0-9]{4,9}/[^\s<>\"]+", value):
        expected = "a DOI such as 10.1000/182, without https://doi.org/"
        raise _refuse(expected, value, corrections.doi(value))
    return value


def _isbn(value: str) -> str:
    digits = value.replace("-", "").replace(" ", "")
    if not re.fullmatch(r"[0-9]{9}[0-9X]|[0-9]{13}", digits) or not _isbn_sum_holds(digits):
        raise _refuse("an ISBN of 10 or 13 digits with its check digit", value, None)
    return value


def _isbn_sum_holds(digits: str) -> bool:
    """Check digit after ISO 2108, annexes A (13 digits) and the former 10-digit rule."""
    values = [10 if digit == "X" else int(digit) for digit in digits]
    if len(values) == 10:
        return (
            sum(weight * value for weight, value in zip(range(10, 0, -1), values, strict=True)) % 11
            == 0
        )
    return sum((1, 3)[index % 2] * value for index, value in enumerate(values)) % 10 == 0


Identifier = Annotated[
    str, AfterValidator(_identifier), Field(description="id of a record or part")
]
PartialDate = Annotated[
    str,
    AfterValidator(_partial_date),
    Field(description="a year, month or day: 2015, 2015-02, 2015-02-16"),
]
Day = Annotated[date, BeforeValidator(_day), Field(description="a day, as in 2015-02-16")]
Country = Annotated[
    str, AfterValidator(_country), Field(description="ISO 3166 code of two letters")
]
WebAddress = Annotated[
    str, AfterValidator(_web_address), Field(description="address starting with https://")
]
Doi = Annotated[str, AfterValidator(_doi), Field(description="DOI without https://doi.org/")]
Isbn = Annotated[str, AfterValidator(_isbn), Field(description="ISBN of 10 or 13 digits")]
Whole = Annotated[int, BeforeValidator(_whole)]
Decimal = Annotated[float, BeforeValidator(_decimal)]
Year = Annotated[Whole, Field(ge=1900, le=2100, description="a year, as in 2015")]
Count = Annotated[Whole, Field(ge=0, le=10**12, description="a whole number, 0 or more")]
Minutes = Annotated[Whole, Field(gt=0, le=24 * 60, description="minutes")]
Hours = Annotated[Decimal, Field(ge=0, allow_inf_nan=False, description="hours")]
Euro = Annotated[
    float, BeforeValidator(_money), Field(ge=0, allow_inf_nan=False, description="euro")
]
Figure = Annotated[Decimal, Field(ge=-1e12, le=1e12, allow_inf_nan=False, description="a number")]
Spread = Annotated[Decimal, Field(ge=0, le=1e12, allow_inf_nan=False, description="0 or more")]
Latitude = Annotated[Decimal, Field(ge=-90, le=90, description="degrees north of the equator")]
Longitude = Annotated[Decimal, Field(ge=-180, le=180, description="degrees east of Greenwich")]
Share = Annotated[
    float, BeforeValidator(_probability), Field(ge=0, le=1, description="a number from 0 to 1")
]


def check_order(what: str, start: str | None, end: str | None) -> None:
    """Refuse an end before a start, and one without a start, which no page would print."""
    if end and not start:
        raise PydanticCustomError(
            "contradiction", "{what} ends ({end}) and has no start", {"what": what, "end": end}
        )
    if start and end and end < start[: len(end)]:
        raise PydanticCustomError(
            "contradiction",
            "{what} ends ({end}) before it starts ({start})",
            {"what": what, "end": end, "start": start},
        )


def at_most_words(limit: int) -> AfterValidator:
    """Return a rule that a text has no more words than ``limit``."""

    def check(value: Text) -> Text:
        words = len(value.split())
        if words > limit:
            raise PydanticCustomError(
                "rule",
                "the text has {words} words; at most {limit} fit here",
                {"words": words, "limit": limit},
            )
        return value

    return AfterValidator(check)


Summary = Annotated[Text, at_most_words(60), Field(description="plain language, at most 60 words")]
