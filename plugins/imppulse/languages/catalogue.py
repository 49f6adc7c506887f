"""Words of the interface, and names, numbers and dates as a language writes them."""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import format_currency, format_decimal, format_percent
from babel.units import format_unit

SOURCE = "en"
"""The language in which messages are written in code and templates."""


@dataclass(frozen=True)
class Catalogue:
    """One language of the guide."""

    language: str
    locale: Locale
    messages: Catalog | None

    def gettext(self, message: str) -> str:
        """Translate a message; one that the catalogue lacks stays in English."""
        found = self.messages.get(message) if self.messages else None
        return str(found.string) if found and found.string and not found.fuzzy else message

    def ngettext(self, one: str, many: str, number: float, **values: object) -> str:
        """Translate a message that depends on a number, with ``%(n)s`` filled in."""
        found = self.messages.get(one) if self.messages else None
        if self.messages and found and isinstance(found.string, tuple) and all(found.string):
            form = found.string[_plural_index(self.messages, number)]
        else:
            form = one if number == 1 else many
        return form % {"n": self.number(number), **values}

    def number(self, value: float) -> str:
        """Write a number with all its digits, as in 1,420 or 1 420 or 0.0004."""
        text = format_decimal(value, locale=self.locale, decimal_quantization=False)
        return str(text).replace("-", "−")

    def signed(self, value: float) -> str:
        """Write a number with its sign, as effects are."""
        text = self.number(abs(value))
        return f"−{text}" if value < 0 else f"+{text}" if value > 0 else text

    def percentage(self, value: float) -> str:
        """Write a change in per cent with its sign, as in −8.5%."""
        pattern = str(self.locale.percent_formats[None].pattern).replace("#,##0", "#,##0.##")
        text = str(format_percent(abs(value) / 100, pattern, locale=self.locale))
        return f"−{text}" if value < 0 else f"+{text}" if value > 0 else text

    def percent(self, share: float) -> str:
        """Write a share from 0 to 1 in per cent."""
        return str(format_percent(share, locale=self.locale))

    def megabytes(self, size: int) -> str:
        """Write the size of a file in megabytes, from bytes."""
        rounded = max(round(size / 1e6, 1), 0.1)
        return str(format_unit(rounded, "digital-megabyte", "short", locale=self.locale))

    def euro(self, value: float) -> str:
        """Write an amount in euro, without cents where there are none."""
        pattern = str(self.locale.currency_formats["standard"].pattern)
        if value == int(value):
            pattern = pattern.replace(".00", "")
        return str(
            format_currency(value, "EUR", pattern, locale=self.locale, currency_digits=False)
        )

    def country(self, code: str) -> str:
        """Return the name of a country."""
        return str(self.locale.territories.get(code, code))

    def name_of(self, language: str) -> str:
        """Return the name of a language, in this one."""
        return str(self.locale.languages.get(language, language))

    def date(self, value: date | str) -> str:
        """Write a day, month or year, as precise as it is given."""
        if isinstance(value, date):
            return str(format_date(value, format="long", locale=self.locale))
        parts = [int(part) for part in value.split("-")]
        if len(parts) == 1:
            return value
        if len(parts) == 2:
            return str(
                format_date(date(parts[0], parts[1], 1), format="LLLL y", locale=self.locale)
            )
        return str(format_date(date(*parts), format="long", locale=self.locale))

    def enumerate(self, items: list[str]) -> str:
        """Join items as in 'a, b and c'."""
        return str(format_list(items, locale=self.locale))


@lru_cache(maxsize=64)
def catalogue(language: str) -> Catalogue:
    """Return the catalogue of a language. Raises ``LookupError`` when there is none."""
    if language not in languages():
        known = ", ".join(languages())
        raise LookupError(f"the guide has no language '{language}'; it has {known}")
    if language == SOURCE:
        return Catalogue(language, Locale("en", "GB"), None)
    text = (_FOLDER / f"{language}.po").read_text(encoding="utf-8")
    return Catalogue(language, Locale.parse(language), read_po(text.splitlines()))


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Return the languages of the guide: English, and every one that has a catalogue."""
    found = sorted(
        file.name.removesuffix(".po") for file in _FOLDER.iterdir() if file.name.endswith(".po")
    )
    return (SOURCE, *found)


def _plural_index(catalog: Catalog, number: float) -> int:
    """Pick the plural form of a number by the rule in the header of a catalogue.

    The rules know whole numbers only; a fraction takes the form of its whole part.
    """
    return int(gettext.c2py(catalog.plural_expr)(int(number)))


_FOLDER = files("imppulse.languages") / "catalogues"
