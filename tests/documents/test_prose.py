"""Prose becomes document nodes; whatever is not the supported Markdown is named with its place."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from imppulse.documents.nodes import (
    BulletList,
    Code,
    Definition,
    DefinitionList,
    Emphasis,
    Heading,
    LineBreak,
    Link,
    NumberedList,
    Paragraph,
    Quote,
    Strong,
    Table,
    plain,
)
from imppulse.documents.prose import blocks, images, links, unsupported
from imppulse.guide.links import leads_outside


def written(text):
    return blocks(text, lambda address, content: (Link(address, content),), lambda *_: ())


def words(text):
    """Return all characters of a text that reach the tree, in reading order."""
    return "".join(_words(written(text)))


def _words(found):
    for one in found:
        match one:
            case Paragraph() | Heading():
                yield plain(one.content)
            case BulletList() | NumberedList():
                for item in one.items:
                    yield from _words(item)
            case Quote():
                yield from _words(one.blocks)
            case Table():
                yield from (plain(cell) for row in (one.head, *one.rows) for cell in row)
            case DefinitionList():
                for item in one.items:
                    yield plain(item.term)
                    yield from _words(item.blocks)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", Paragraph(("a",))),
        (
            "a **b** *c* `d`",
            Paragraph(("a ", Strong(("b",)), " ", Emphasis(("c",)), " ", Code("d"))),
        ),
        ("## a", Heading(1, ("a",), "a")),
        ("### Être là ?", Heading(2, ("Être là ?",), "etre-la")),
        ("- a\n- b", BulletList(((Paragraph(("a",)),), (Paragraph(("b",)),)))),
        ("3. a\n4. b", NumberedList(((Paragraph(("a",)),), (Paragraph(("b",)),)), start=3)),
        (
            "1. a\n\n    - b",
            NumberedList(((Paragraph(("a",)), BulletList(((Paragraph(("b",)),),))),)),
        ),
        ("> a", Quote((Paragraph(("a",)),))),
        ("a | b\n--|--\nc | d", Table((("a",), ("b",)), ((("c",), ("d",)),))),
        ("a\n:   b", DefinitionList((Definition(("a",), (Paragraph(("b",)),)),))),
        ("a  \nb", Paragraph(("a", LineBreak(), "b"))),
        ("[a](https://b.c)", Paragraph((Link("https://b.c", ("a",)),))),
    ],
)
def test_the_supported_markdown(text, expected):
    assert written(text) == (expected,)
    assert unsupported(text) == []


def test_headings_of_the_same_words_have_anchors_of_their_own():
    assert [one.anchor for one in written("## a\n\n## a\n\n## !")] == ["a", "a-2", "part"]


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
    typed = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert written(text) == (Paragraph((typed,)),)


def test_no_break_spaces_stay():
    assert words("Vrai\u00a0? **1\u202f000** fois") == "Vrai\u00a0? 1\u202f000 fois"


def told(mentions, text):
    """Return addresses with line and column, from 1."""
    return [
        (
            one.address,
            text.count("\n", 0, one.offset) + 1,
            one.offset - text.rfind("\n", 0, one.offset),
        )
        for one in mentions
    ]


def test_links_are_told_at_their_character():
    text = "a.md [b](c.md)\n\n> [d](a.md)\n\n<https://e.f/?g=1&h=2>\n\n[i][j]\n\n[j]: k.md"

    assert told(links(text), text) == [
        ("c.md", 1, 10),
        ("a.md", 3, 7),
        ("https://e.f/?g=1&h=2", 5, 2),
        ("k.md", 9, 6),
    ]


def test_the_same_link_on_two_lines_is_told_twice():
    text = "[a](x.md)\nand [b](x.md), in\n`[c](x.md)` not."

    assert told(links(text), text) == [("x.md", 1, 5), ("x.md", 2, 9)]


def test_images_stand_alone():
    text = "![a](b.png)\n\nand ![c](d.png)"

    assert told(images(text), text) == [("b.png", 1, 6)]
    assert [one.name for one in unsupported(text)] == ["an image that is no paragraph of its own"]


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
@example("11. ")
def test_any_text_becomes_nodes_and_every_place_is_within_it(text):
    assert isinstance(words(text), str)
    for one in [*links(text), *images(text), *unsupported(text)]:
        assert 0 <= one.offset <= len(text)


@given(st.lists(st.text(st.characters(categories=["L", "Nd"]), min_size=1), min_size=1))
def test_words_are_neither_lost_nor_changed(words_):
    text = " ".join(words_)

    assert words(text) == text


@given(MARKDOWN)
def test_what_is_lost_is_named(text):
    """Letters that do not reach the tree were part of something that a finding names."""
    typed = sum(text.count(letter) for letter in "ab")
    shown = sum(words(text).count(letter) for letter in "ab")

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
def test_text_made_to_take_long_is_read_or_refused(name):
    text = BOMBS[name]

    written(text)
    unsupported(text)
    links(text)


@pytest.mark.parametrize("name", ["quotes", "brackets", "few brackets", "lists in lists"])
def test_text_that_is_nested_too_deeply_is_named(name):
    (found,) = unsupported(BOMBS[name])

    assert found.name == "text this long or this deeply nested"
    assert written(BOMBS[name]) == ()


def test_text_of_ordinary_depth_is_not_refused():
    glossary = "\n\n".join(
        f"Term {number}\n:   Its meaning (see [there](a.md))." for number in range(60)
    )
    table = "| a | b |\n| --- | --- |\n" + "| [x](a.md) (y) | z |\n" * 200
    steps = "".join(f"{'    ' * level}- a) step\n" for level in range(4))

    assert [unsupported(text) for text in (glossary, table, steps)] == [[], [], []]
