"""Prose becomes a tree of elements; whatever is not the supported Markdown is left out by name."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imppulse.documents.prose import (
    ELEMENTS,
    SCHEMES,
    Element,
    links,
    parse,
    unsupported,
    walk,
)
from imppulse.guide.links import leads_outside


def names(text):
    return [element.name for element in walk(parse(text))]


def plain(text):
    return "".join(element.plain() for element in parse(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", ["paragraph"]),
        ("a **b** *c* `d`", ["paragraph", "strong", "emphasis", "code"]),
        ("## a", ["heading"]),
        ("- a\n- b", ["list", "item", "item"]),
        ("1. a\n\n    - b", ["list", "item", "paragraph", "list", "item"]),
        ("> a", ["quote", "paragraph"]),
        (
            "a | b\n--|--\nc | d",
            ["table", "head", "row", "cell", "cell", "rows", "row", "cell", "cell"],
        ),
        ("a\n: b", ["definitions", "term", "description"]),
        ("a  \nb", ["paragraph", "break"]),
        ("[a](https://b.c)", ["paragraph", "link"]),
    ],
)
def test_the_supported_markdown(text, expected):
    assert names(text) == expected
    assert unsupported(text) == []


def test_attributes_of_elements():
    heading, ordered, table, paragraph = parse("### a\n\n1. b\n\nc | d\n--|--\ne | f\n\n[g](h.md)")

    assert heading.attributes == {"level": "3"}
    assert ordered.attributes == {"ordered": "true"}
    assert [cell.attributes for cell in walk((table,)) if cell.name == "cell"] == [
        {"header": "true"},
        {"header": "true"},
        {},
        {},
    ]
    assert paragraph.children == (Element("link", ("g",), {"href": "h.md"}),)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "<b>bold</b>",
        "a <i onclick=x>b</i> c",
        "<!-- a comment -->",
        "<?php echo 1 ?>",
        "<![CDATA[x]]>",
        "</p><p>",
        "&lt;b&gt; &amp;",
    ],
)
def test_html_stands_as_typed(text):
    assert set(names(text)) == {"paragraph"}
    assert plain(text) == text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java&#10;script:alert(1)",
        "&#106;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "ftp://a.b",
    ],
)
def test_a_link_that_runs_code_has_no_address(address):
    for element in walk(parse(f"[a]({address})")):
        assert not element.attributes.get("href")


def test_no_break_spaces_stay():
    assert plain("Vrai\u00a0? **1\u202f000** fois") == "Vrai\u00a0? 1\u202f000 fois"


def test_links_are_told_with_their_lines():
    text = "a.md [b](c.md)\n\n> [d](a.md)\n\n<https://e.f/?g=1&h=2>\n\n[i][j]\n\n[j]: k.md"

    assert links(text) == [("c.md", 0), ("a.md", 2), ("https://e.f/?g=1&h=2", 4), ("k.md", 8)]


@pytest.mark.parametrize("address", ["https://a.b", "mailto:a@b.c", "javascript:x", "http://["])
def test_addresses_outside(address):
    assert leads_outside(address)


@pytest.mark.parametrize("address", ["a.md", "../a/b.yml#c", "#a", "//a.b/c", "", "a b"])
def test_addresses_inside(address):
    assert not leads_outside(address)


MARKDOWN = st.lists(
    st.sampled_from(
        [
            *"ab*_`[]()<>!|#:-+>&;\\\"' \n1.~^={}",
            "\n\n",
            "](",
            "- ",
            "1. ",
            "    ",
            "](http://a",
            "&#",
        ]
    ),
    max_size=60,
).map("".join)


@given(MARKDOWN | st.text(max_size=80))
def test_any_text_becomes_elements_of_the_list(text):
    for element in walk(parse(text)):
        assert element.name in ELEMENTS.values()
        assert set(element.attributes) <= {"href", "level", "ordered", "header"}
        address = element.attributes.get("href", "")
        assert not leads_outside(address) or address.split(":")[0].lower() in SCHEMES
    for _, line in [*links(text), *unsupported(text)]:
        assert 0 <= line <= text.count("\n")


@given(st.lists(st.text(st.characters(categories=["L", "Nd"]), min_size=1), min_size=1))
def test_words_are_neither_lost_nor_changed(words):
    text = " ".join(words)

    assert plain(text) == text


@given(MARKDOWN)
def test_what_is_lost_is_named(text):
    """Letters that do not reach the tree were part of something that a finding names."""
    typed = sum(text.count(letter) for letter in "ab")
    shown = sum(plain(text).count(letter) for letter in "ab")

    assert shown >= typed or unsupported(text) or links(text) or "](" in text or "]:" in text


N = 1_000_000
BOMBS = {
    "quotes": ">" * 5000,
    "quotes, many": "> " * N,
    "numbers": "1. " * N,
    "bullets": "- " * N,
    "stars": "*" * N,
    "underscores": "_" * N,
    "strong that never ends": "**a " * N,
    "brackets": "[" * N,
    "few brackets": "[" * 9_000,
    "brackets and parentheses": "[a](" * 2_000,
    "links that never end": "[a](<" * 2_000,
    "images": "![" * 4_000,
    "backticks": "`" * N,
    "angles": "<" * N,
    "ampersands": "&" * N,
    "backslashes": "\\" * 9_000,
    "headings": "# a\n" * 2_400,
    "rules": "---\n" * 2_400,
    "definitions": "a\n: b\n" * 1_600,
    "a table of many rows": "a|b\n-|-\n" + "a|b\n" * 2_400,
    "a table of many columns": "|" * 9_000 + "\n" + "-|" * 400,
    "lists in lists": "".join(f"{'    ' * level}- a\n" for level in range(60)),
    "line breaks": "a  \n" * 2_400,
    "link definitions": "[a]: x\n" * 1_400,
    "blank lines": "\n" * N + "a",
}


@pytest.mark.parametrize("name", BOMBS)
def test_text_made_to_take_long_takes_no_longer_than_others(name):
    text = BOMBS[name]
    start = time.process_time()

    elements = parse(text)
    unsupported(text)
    links(text)

    assert time.process_time() - start < 2
    assert len([element.plain() for element in elements]) == len(elements)


@pytest.mark.parametrize(
    "name", ["quotes", "brackets", "definitions", "lists in lists", "few brackets"]
)
def test_text_that_is_nested_too_deeply_is_named(name):
    assert unsupported(BOMBS[name]) == [("text this long or this deeply nested", 0)]
    assert parse(BOMBS[name]) == ()


def test_text_of_ordinary_depth_is_not_refused():
    glossary = "\n\n".join(
        f"Term {number}\n:   Its meaning (see [there](a.md))." for number in range(60)
    )
    table = "| a | b |\n| --- | --- |\n" + "| [x](a.md) (y) | z |\n" * 200
    steps = "".join(f"{'    ' * level}- a) step\n" for level in range(5))

    assert [unsupported(text) for text in (glossary, table, steps)] == [[], [], []]
