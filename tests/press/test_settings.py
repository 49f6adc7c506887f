"""What a publisher writes into press.yml, and what is said of mistakes in it."""

import pytest

from imppulse.press.errors import PressError
from imppulse.press.printing import PAPER
from imppulse.press.settings import Settings, read_settings


def settings(folder, text):
    (folder / "press.yml").write_text(text, encoding="utf-8")
    return read_settings(folder)


def test_without_the_file_the_settings_are_the_usual_ones(tmp_path):
    assert read_settings(tmp_path) == Settings()


def test_a_publisher_states_imprint_and_paper(tmp_path):
    text = """\
imprint:
  edition: Second edition
  licence: {en: Free to copy, fr: Copie libre}
  isbn:
    imppulse-guide-en: 978-92-9239-230-7
paper: 0.12
"""
    found = settings(tmp_path, text)
    assert found.paper == 0.12
    assert found.imprint.said("licence", "fr") == "Copie libre"
    assert found.imprint.isbn == {"imppulse-guide-en": "978-92-9239-230-7"}


@pytest.mark.parametrize("text", ["", "\n", "# paper: 0.2\n\n  # nothing\n"])
def test_a_file_that_says_nothing_means_the_usual(tmp_path, text):
    assert settings(tmp_path, text) == Settings()


def test_empty_keys_mean_the_usual(tmp_path):
    found = settings(tmp_path, "imprint:\n")
    assert found == Settings(paper=PAPER)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("papier: 1\n", "press.yml:1:1 unknown key 'papier'; did you mean 'paper'?"),
        ("paper: thin\n", "press.yml:1:8 expected millimetres of up to 1, such as 0.1"),
        ("imprint: x\n", "press.yml:1:10 expected lines 'key: value', indented under 'imprint'"),
        ("imprint:\n  publsher: X\n", "press.yml:2:3 the imprint has no 'publsher'"),
        ("paper: 5\n", "press.yml:1:8 expected millimetres of up to 1, such as 0.1"),
        ("paper: [0.1]\n", "press.yml:1:8 expected millimetres of up to 1, such as 0.1"),
        (
            "imprint:\n  isbn:\n    imppulse-guide-eng: 1\n",
            "press.yml:3:5 unknown key 'imppulse-guide-eng'; did you mean 'imppulse-guide-en'?",
        ),
        (
            "imprint:\n  publisher:\n    english: A\n",
            "press.yml:3:5 unknown key 'english'; known are en, fr",
        ),
        ("a: [\n", "press.yml:2:1 error IMP010"),
        ("paper: 1\npaper: 2\n", "press.yml:2:1 error IMP012"),
    ],
)
def test_a_mistake_is_one_line_with_its_place(tmp_path, text, message):
    with pytest.raises(PressError) as raised:
        settings(tmp_path, text)
    assert str(raised.value).startswith(message)
    assert "\n" not in str(raised.value)
