"""Typographer's characters by language, and none where text looks like code."""

from __future__ import annotations

import pytest

from imppulse.press.typography import pieces, polish, printable


@pytest.mark.parametrize(
    ("language", "typed", "printed"),
    [
        ("en", "the city's report", "the city’s report"),
        ("en", 'he said "stop" twice', "he said “stop” twice"),
        ("en", "they say 'no, it's late', and go", "they say ‘no, it’s late’, and go"),
        ("en", "officers' rights", "officers’ rights"),
        ("fr", 'il dit "non" !', "il dit «\u00a0non\u00a0»\u202f!"),
        ("fr", "l'axe : deux", "l’axe\u00a0: deux"),
        ("de", 'sie sagt "nein".', "sie sagt „nein“."),
        ("en", "the city's d = 0.18", "the city’s d\u00a0=\u00a00.18"),
        ("fr", "l'effet (p < 0,05)", "l’effet (p\u00a0<\u00a00,05)"),
        ("en", "let x = 'y'", "let x = 'y'"),
        ("en", '#panic("no")', '#panic("no")'),
        ("en", "echo 'x' > $HOME", "echo 'x' > $HOME"),
        ("en", "24\" screen and 5' tall", '24" screen and 5’ tall'),
    ],
)
def test_marks_follow_the_language(language, typed, printed):
    assert polish(typed, language) == printed


def test_characters_without_shape_are_named():
    assert printable("a\u202eb\ue000") == "a[U+202E]b[U+E000]"
    assert printable("soft\u00adhyphen") == "soft\u00adhyphen"


@pytest.mark.parametrize(
    "text", ["short words only", "x" * 100, f"see https://example.org/{'a-b/' * 20} there"]
)
def test_pieces_keep_every_character(text):
    assert "".join(pieces(text)) == text


def test_long_words_can_break():
    assert max(map(len, pieces("x" * 100))) <= 8
