"""What an editor probably meant by a value that cannot be read, so that a message can say it.

Every function takes the text as typed and returns what to write instead, or ``None`` when nothing
is likely enough. Nothing is corrected in silence: the value stays refused.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from babel import Locale
from babel.core import get_global

_LOCALES = ("en", "fr", "de", "it", "es", "pt", "nl")
"""The languages in which the cities of the project write months and countries."""

_SEPARATORS = ".,'’_ \u00a0\u202f\u2009"
_GROUPED = re.compile(rf"[0-9]{{1,3}}([{_SEPARATORS}])[0-9]{{3}}(\1[0-9]{{3}})*")
_GROUPED_DECIMALS = re.compile(r"([0-9]{1,3}(?:[.'’_ \u00a0\u202f][0-9]{3})+),([0-9]+)")
_ENGLISH_DECIMALS = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+)\.([0-9]+)")
_UNIT = re.compile(r"(?:€|EUR\b|euros?\b)\s*|\s*(?:€|EUR|euros?|,-)$", re.IGNORECASE)

_COUNTRIES_OF_THE_EU = {"EL": "GR", "UK": "GB"}
"""Codes of the Publications Office of the EU that are not those of ISO 3166."""


def is_grouped(text: str) -> bool:
    """Tell digits with a separator of thousands: ``10.000``, ``10 000``, ``1,060,000``."""
    return _GROUPED.fullmatch(text) is not None


def whole_number(text: str) -> str | None:
    """``10 000 €`` and ``10.000`` to ``10000``."""
    bare = _UNIT.sub("", text.strip())
    if is_grouped(bare):
        return re.sub("[^0-9]", "", bare)
    if re.fullmatch(r"[0-9]+[.,]0+", bare):
        return re.split("[.,]", bare)[0]
    return bare if bare.isascii() and bare.isdigit() and bare != text else None


def decimal_number(text: str) -> str | None:
    """``3,1`` to ``3.1``, ``10.000,50`` to ``10000.50``; ``3,125`` has two readings, and both."""
    bare = _UNIT.sub("", text.strip())
    sign = "-" if bare[:1] in ("-", "−", "–") else ""
    bare = bare.lstrip("+-−–")
    for pattern in (_GROUPED_DECIMALS, _ENGLISH_DECIMALS):
        if found := pattern.fullmatch(bare):
            return sign + re.sub("[^0-9]", "", found.group(1)) + "." + found.group(2)
    if re.fullmatch(r"[0-9]{1,3},[0-9]{3}", bare):
        decimal, whole = bare.replace(",", "."), bare.replace(",", "")
        return f"{sign}{decimal} (or {sign}{whole} if the comma separates thousands)"
    if is_grouped(bare):
        return sign + re.sub("[^0-9]", "", bare)
    if re.fullmatch(r"[0-9]*,[0-9]+", bare):
        return sign + bare.replace(",", ".")
    plain = re.fullmatch(r"[0-9]*\.?[0-9]+", bare)
    return sign + bare if plain and sign + bare != text else None


def partial_date(text: str) -> str | None:
    """``02/2015`` and ``février 2015`` to ``2015-02``, ``16.02.2015`` to ``2015-02-16``."""
    text = text.strip()
    if found := re.fullmatch(r"([0-9]{4})\s*[-–/]\s*([0-9]{4})", text):
        return f"'start: {found.group(1)}' and 'end: {found.group(2)}'"
    if found := re.fullmatch(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?", text):
        return _date(found.group(1), found.group(2), found.group(3))
    if found := re.fullmatch(r"([0-9]{1,2})[-/.]([0-9]{4})", text):
        return _date(found.group(2), found.group(1), None)
    if found := re.fullmatch(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})", text):
        day, month, year = found.groups()
        return _date(year, month, day) or _date(year, day, month)
    if found := re.fullmatch(
        r"(?:([0-9]{1,2})\.?\s+)?(?:de\s+)?([^\W\d]+)\.?,?\s+([0-9]{4})", text
    ):
        day, name, year = found.groups()
        month = _months().get(name.casefold())
        return _date(year, str(month), day) if month else None
    return None


def _date(year: str, month: str, day: str | None) -> str | None:
    if not 1 <= int(month) <= 12 or (day and not 1 <= int(day) <= 31):
        return None
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")


@cache
def _months() -> dict[str, int]:
    """Return the number of a month by its name, long or short."""
    return {
        name.casefold().rstrip("."): number
        for locale in _LOCALES
        for width in ("wide", "abbreviated")
        for number, name in Locale(locale).months["format"][width].items()
    }


def country(text: str) -> str | None:
    """``Portugal``, ``pt`` and ``PRT`` to ``PT``; ``UK`` to ``GB`` and ``EL`` to ``GR``."""
    code = text.strip().upper()
    if code in _COUNTRIES_OF_THE_EU:
        return _COUNTRIES_OF_THE_EU[code]
    aliases = get_global("territory_aliases").get(code, [])
    if len(aliases) == 1 and re.fullmatch("[A-Z]{2}", aliases[0]):
        return str(aliases[0])
    if code != text and code in Locale("en").territories and re.fullmatch("[A-Z]{2}", code):
        return code
    return _country_names().get(text.strip().casefold())


@cache
def _country_names() -> dict[str, str]:
    """Return the code of a country by its name in one of the languages of the cities."""
    return {
        name.casefold(): code
        for locale in reversed(_LOCALES)
        for code, name in Locale(locale).territories.items()
        if re.fullmatch("[A-Z]{2}", code)
    }


def web_address(text: str) -> str | None:
    """Give ``www.example.org`` its scheme, and write a space in an address as ``%20``."""
    text = text.strip().strip("<>")
    if re.match(r"https?:/?/?\s*[\w-]+\.", text):
        rest = re.sub(r"^https?:/{0,2}\s*", "", text)
        return "https://" + rest.replace(" ", "%20")
    if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", text):
        return f"https://{text}"
    return None


def doi(text: str) -> str | None:
    """Take the DOI out of an address or a citation."""
    found = re.search(r"10\.[0-9]{4,9}/[^\s<>\"]+", text)
    return found.group() if found and found.group() != text else None


def identifier(text: str) -> str | None:
    """``Door Visits`` to ``door-visits``."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", letters).strip("-") or None
