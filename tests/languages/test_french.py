"""Every catalogue, French first of all, has a sound translation of every message."""

import re
import shutil
from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import imppulse.site.pages  # noqa: F401 - with all controlled words that pages print
from imppulse.editors.messages import empty, messages, update
from imppulse.languages.catalogue import SOURCE, languages
from imppulse.records.vocabulary import Word

CONFIG = Path(__file__).parents[2] / "mkdocs.yml"
CATALOGUES = Path(str(files("imppulse.languages"))) / "catalogues"
TRANSLATIONS = [language for language in languages() if language != SOURCE]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%")
LOOSE_FRENCH = re.compile(r"(?:^|[^\u00a0])[:»]|«(?!\u00a0)|(?:^|[^\u202f])[;!?]|'")


@pytest.fixture(params=TRANSLATIONS)
def catalogue(request):
    return Translated(request.param)


class Translated:
    """A catalogue with the messages that it translates, as originals and translations."""

    def __init__(self, language):
        self.language = language
        self.file = CATALOGUES / f"{language}.po"
        self.catalog = read_po(self.file.read_text(encoding="utf-8").splitlines())

    def pairs(self):
        for message in self.catalog:
            if message.id and all(forms(message.string)):
                yield forms(message.id), forms(message.string)


def forms(text):
    return list(text) if isinstance(text, list | tuple) else [text]


def placeholders(text):
    return sorted(PLACEHOLDER.findall(text))


def test_french_is_there():
    assert "fr" in TRANSLATIONS


def test_code_templates_and_all_controlled_words_are_collected():
    collected = {part for message in messages() for part in forms(message.id)}
    labels = {word.label for kind in Word.__subclasses__() for word in kind}
    assert {"Improved", "Contested", "Police", "Trust in the police"} <= labels
    assert {"%(n)s hour", "Recommendations", *labels} - collected == set()


def test_every_message_is_translated(catalogue, tmp_path):
    copy = Path(shutil.copy(catalogue.file, tmp_path))
    assert empty(update(copy, catalogue.language, CONFIG)) == []


def test_nothing_is_left_to_be_looked_at_again(catalogue):
    assert [message.id for message in catalogue.catalog if message.id and message.fuzzy] == []


def test_translations_fill_in_what_the_message_fills_in(catalogue):
    for original, translated in catalogue.pairs():
        assert placeholders(translated[-1]) == placeholders(original[-1]), original


def test_plural_forms_are_all_there(catalogue):
    for original, translated in catalogue.pairs():
        expected = catalogue.catalog.num_plurals if len(original) > 1 else 1
        assert len(translated) == expected, original


def test_no_plural_form_fills_in_what_the_message_does_not(catalogue):
    """A form for one alone may say 'the only one' instead of the number."""
    for original, translated in catalogue.pairs():
        known = {found for form in original for found in placeholders(form)}
        for form in translated:
            assert set(placeholders(form)) <= known, original


def test_no_sign_can_be_taken_for_a_placeholder(catalogue):
    for original, translated in catalogue.pairs():
        if any("%(" in form for form in original):
            assert "%" not in PLACEHOLDER.sub("", "".join(translated)), original


def test_translations_end_as_the_message_does(catalogue):
    for original, translated in catalogue.pairs():
        for form in translated:
            assert form == form.strip(), original
            for mark in ".:":
                assert form.endswith(mark) == original[0].endswith(mark), original


def test_french_marks_stand_behind_fixed_spaces():
    found = [form for _, translated in Translated("fr").pairs() for form in translated]
    assert [form for form in found if LOOSE_FRENCH.search(form)] == []
