"""Collect the messages of code, templates and controlled words, and bring catalogues up to date."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from imppulse.evidence import strength, verdicts
from imppulse.guide import completeness
from imppulse.records import indicators, vocabulary
from imppulse.records.tree import parse, scalars
from imppulse.records.vocabulary import Word

_KEYWORDS = {"_": None, "n_": (1, 2), "gettext": None, "ngettext": (1, 2)}
_METHODS = [("**.py", "python"), ("**.j2", "jinja2.ext:babel_extract")]
_OPTIONS = {"**.j2": {"trim_blocks": "true", "lstrip_blocks": "true"}}
# Printed by MkDocs from mkdocs.yml, and translated by the plugin.
_CONFIGURED = (("site_name",), ("site_description",))
# Headers that would change with every run, or that name a person.
_CHANGING_HEADERS = re.compile(
    r'^"(?:Project-Id|Report-Msgid|POT-|PO-|Last-Translator|Language-Team|Generated)[^\n]*\n',
    re.MULTILINE,
)
_WITHOUT_TAGS = re.compile(r"!ENV ")


def messages() -> Catalog:
    """Return every message that a page, an edition or a command may print."""
    package = Path(str(files("imppulse")))
    catalog = Catalog(charset="utf-8")
    found = extract_from_dir(package, _METHODS, _OPTIONS, keywords=_KEYWORDS)
    for name, line, message, comments, _ in found:
        catalog.add(message, None, [(name, line)], auto_comments=comments)
    for word in _words():
        catalog.add(word.label, None, [(f"{type(word).__module__.split('.', 1)[1]}", 0)])
    return catalog


def update(file: Path, language: str, config: Path) -> Catalog:
    """Write a catalogue anew: new messages empty, those that are gone left out.

    ``config`` is the mkdocs.yml whose title and description are translated too. Returns the
    catalogue as written.
    """
    template = messages()
    for message in _configured(config):
        template.add(message, None, [(config.name, 0)])
    catalog = Catalog(locale=language, charset="utf-8")
    if file.exists():
        catalog = read_po(file.read_text(encoding="utf-8").splitlines(), locale=language)
    catalog.update(template, no_fuzzy_matching=True)
    buffer = BytesIO()
    write_po(
        buffer, catalog, width=100, sort_output=True, ignore_obsolete=True, include_lineno=False
    )
    text = _CHANGING_HEADERS.sub("", buffer.getvalue().decode("utf-8"))
    file.write_text(text, encoding="utf-8", newline="\n")
    return catalog


def empty(catalog: Catalog) -> list[str]:
    """Return the messages of a catalogue that have no translation."""
    found = []
    for message in catalog:
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and not all(forms):
            found.append(message.id if isinstance(message.id, str) else message.id[0])
    return found


def _configured(config: Path) -> Iterator[str]:
    """Walk the messages that stand in mkdocs.yml: title, description, names of colour switches."""
    text = config.read_text(encoding="utf-8") if config.exists() else ""
    tree, _ = parse(_WITHOUT_TAGS.sub("", text), config.name)
    for path, scalar in scalars(tree) if tree else ():
        if path in _CONFIGURED or path[-2:] == ("toggle", "name"):
            yield scalar.text


def _words() -> Iterator[Word]:
    """Walk all controlled words."""
    for module in (vocabulary, indicators, verdicts, strength, completeness):
        for _, kind in inspect.getmembers(module, inspect.isclass):
            if issubclass(kind, Word):
                yield from kind
