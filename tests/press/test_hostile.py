"""Text that tries to be code, or that no page could bear, prints as the characters typed."""

from __future__ import annotations

import json
import re

import pytest

from imppulse.press.compiler import TEMPLATES, compile_pdf
from imppulse.press.errors import PressError
from tests.press.conftest import flat, text_of
from tests.sound import CHAPTER, EXPERIMENT, EXPERIMENT_PATH, PRINCIPLE, PRINCIPLE_PATH, changed

HOSTILE = (
    r"""#panic("no") #import "/x.typ": * $x^2$ @label <label> \ `raw` *b* _i_ = a // c /* d */ """
    r"""[e] #{1+1} <script>alert(1)</script> &amp; $(rm -rf ~) '; DROP"""
)


def titled(title: str) -> dict[str, str]:
    return {
        EXPERIMENT_PATH: changed(
            EXPERIMENT, "title: Door visits", f"title: {json.dumps(title, ensure_ascii=False)}"
        )
    }


def test_code_in_plain_text_prints_as_typed(printed):
    files = titled(HOSTILE)
    files[EXPERIMENT_PATH] = changed(
        files[EXPERIMENT_PATH], "Streets were drawn by lot.", json.dumps(HOSTILE)
    )
    found = flat(text_of(printed(files)))
    assert found.count(flat(HOSTILE)) >= 3  # contents, title, evaluation


def test_code_in_prose_prints_as_typed(printed):
    typst = 'Then #panic("no") and #eval("1") and @x and <b>bold</b> and `#import "x.typ"` and $x$'
    body = f"story:\n  impact: {json.dumps(typst)}\n"
    found = flat(text_of(printed({EXPERIMENT_PATH: EXPERIMENT + body})))
    assert flat(typst.replace("`", "")) in found


@pytest.mark.parametrize("char", ["😀", "漢", "\ue000", "ⴰ"])
def test_character_that_no_font_has_prints_as_its_code(printed, char):
    found = text_of(printed(titled(f"Odd {char} sign")))
    assert f"Odd [U+{ord(char):04X}] sign" in found


@pytest.mark.parametrize(
    "words", ["Ελλάδα και Κύπρος", "Полиция и граждане", "Łódź, Győr, Čačak, Şanlıurfa"]
)
def test_scripts_of_europe_print(printed, words):
    assert words in text_of(printed(titled(words)))


def test_very_long_word_stays_whole_and_on_the_page(printed):
    word = "Donaudampfschifffahrt" * 30
    found = text_of(printed(titled(word)))
    assert found.count("\f") < 20
    assert word in flat(found)


def test_very_long_title_prints(printed):
    assert "word word" in text_of(printed(titled("word " * 9000)))


def test_long_and_odd_addresses_do_not_stop_the_press(printed):
    links = f"[a](https://example.org/{'x' * 3_000}) [b](https://exämple.org/ü😀) [c](mailto:) [d](https://[)"
    found = text_of(
        printed(
            {
                "content/about.md": CHAPTER.replace("Read the", f"{links} Read the").split(
                    "[principle]"
                )[0]
            }
        )
    )
    assert re.search(r"a b\s?1 c d", found)
    assert "exämple.org/ü[U+1F600]" in flat(found)  # printed as a note


def test_deep_nesting_and_wide_tables_print(printed):
    nested = "\n".join("    " * depth + f"- level {depth}" for depth in range(8))
    quotes = ">" * 7 + " deep"
    wide = "|".join(f"c{n}" for n in range(30))
    rule = "|".join("---" for n in range(30))
    body = f"{nested}\n\n{quotes}\n\n{wide}\n{rule}\n{wide}\n"
    found = text_of(printed({"content/about.md": CHAPTER.split("Read")[0] + body}))
    for words in ("level 7", "deep", "c29"):
        assert words in found


def test_headings_in_prose_never_skip_a_level(printed):
    text = changed(PRINCIPLE, "- Go in pairs.", "### Third level\n\n- Go in pairs.")
    text = text[: text.index("supports:")] + "---\n\n### First\n\nBegin.\n" + "### Second\n"
    assert "First" in text_of(printed({PRINCIPLE_PATH: text}))


@pytest.mark.parametrize(
    "heading",
    ["## [Visits](../../experiments/published/door-visits.yml)", "##", "## 1\ufe0f\u20e3 first"],
)
def test_a_heading_of_any_kind_prints(printed, heading):
    text = PRINCIPLE.replace("- Go in pairs.", f"{heading}\n\n- Go in pairs.")
    files = {PRINCIPLE_PATH: text, EXPERIMENT_PATH: EXPERIMENT}
    assert "Go in pairs." in text_of(printed(files))


def test_marks_that_no_font_sets_upon_a_character_are_spelled(printed):
    found = flat(text_of(printed(titled("Step 1\ufe0f\u20e3 and s\u0336"))))
    assert flat("Step 1[U+FE0F][U+20E3] and s[U+0336]") in found


def test_a_numbered_list_goes_on_where_it_was(printed):
    text = PRINCIPLE.replace("- Go in pairs.", "1. One\n\nBetween.\n\n2. Two")
    files = {PRINCIPLE_PATH: text, EXPERIMENT_PATH: EXPERIMENT}
    assert "2.\nTwo" in text_of(printed(files)) or "2. Two" in text_of(printed(files))


def test_a_refusal_of_the_compiler_is_one_clear_line():
    with pytest.raises(PressError) as caught:
        compile_pdf("book.typ", '{"nothing": 1}', timestamp=0)
    assert str(caught.value).startswith("book.typ cannot be compiled: ")
    assert "\n" not in str(caught.value)


def test_templates_evaluate_no_text_and_read_no_files():
    for template in TEMPLATES.glob("*.typ"):
        source = template.read_text().replace("image(bytes(", "")  # a chart from the data
        for word in ("eval(", "read(", "image(", "plugin(", "@preview", "markup"):
            assert word not in source, template
