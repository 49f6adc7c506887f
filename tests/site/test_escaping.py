"""Text of records on a page shows the characters typed, in every place where templates put it."""

import re
from html import unescape

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape as escape_html

from imppulse.site.escaping import escape, escape_address

EXTENSIONS = ["attr_list", "def_list", "md_in_html", "sane_lists", "tables", "toc"]
"""Those of mkdocs.yml that read Markdown."""

PLACES = {
    "a paragraph": ("{}", "<p>{}</p>"),
    "a heading": ("## {}", "<h2>{}</h2>"),
    "an item": ("- {}", "<ul>\n<li>{}</li>\n</ul>"),
    "the next line": ("a\n{}", "<p>a\n{}</p>"),
    "a cell": (
        "| a | b |\n| --- | --- |\n| {} | c |",
        (
            "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
            "<td>{}</td>\n<td>c</td>\n</tr>\n</tbody>\n</table>"
        ),
    ),
    "a description": ("a\n:   {}", "<dl>\n<dt>a</dt>\n<dd>{}</dd>\n</dl>"),
    "a term": ("{}\n:   a", "<dl>\n<dt>{}</dt>\n<dd>a</dd>\n</dl>"),
    "HTML with Markdown in it": ('<p markdown="span">{}</p>', "<p>{}</p>"),
    "a span": ('a <span lang="fr">{}</span>', '<p>a <span lang="fr">{}</span></p>'),
    "strong": ("**{}**", "<p><strong>{}</strong></p>"),
    "a link": ("[{}](<x.md>)", '<p><a href="x.md">{}</a></p>'),
}
"""Where templates print values, and what must come of it."""

HOSTILE = [
    "<script>alert(1)</script>",
    "</p></div><img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "![x](https://evil.example/pixel.png)",
    "<javascript:alert(1)>",
    "{: onclick=alert(1) }",
    "{ .im-hidden #id }",
    "{{ 7*7 }} {% raw %}",
    "# heading",
    "--- ",
    "===",
    "- item",
    "* item",
    "+ item",
    "1. item",
    "2024. A year",
    ": description",
    "> quote",
    "| a | b |",
    "`code` ``more``",
    "**bold** __bold__ *em* _em_ a_b_c",
    "[ref]: https://evil.example",
    "[TOC]",
    "*[HTML]: abbreviation",
    "&lt;b&gt; &amp; &#60; &copy",
    "\\* \\\\ \\`",
    ":smile: ==mark== ^^sup^^ ~~del~~",
    "a@b.example https://a.example www.a.example",
    "'single' \"double\" it's",
    "café – “quotes” « Vrai\u00a0? »",
    "(c) (a) f(x) [1]",
    "wzxhzdk:0 klzzwxh:0001",
    "🙂 中文 العربية",
    "`",
    "$x^2$ $$y$$",
]


def shown(text, place):
    """Return what stands on the page where a text was put, as a reader sees it."""
    before, after = PLACES[place]
    html = markdown.markdown(before.format(escape(text)), extensions=EXTENSIONS)
    html = re.sub(r' id="[^"]*"', "", html, count=1)
    start, end = after.split("{}")
    assert html.startswith(start), html
    assert html.endswith(end), html
    inner = html[len(start) : len(html) - len(end)]
    assert "<" not in inner
    assert ">" not in inner
    return unescape(inner)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_shows_the_characters_typed(text, place):
    assert shown(text, place) == text.strip()


SEEN = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"]))
TRICKY = st.lists(
    st.sampled_from(
        [*"ab1 \\`*_{}[]()<>#+-.!|~^=$:@&\"'%/", "1. ", "- ", ": ", "&#", "amp;", "](", "\u00a0"]
    ),
    max_size=30,
).map("".join)


@pytest.mark.parametrize("place", PLACES)
@given(st.data())
def test_any_text_shows_the_characters_typed(place, data):
    folded = re.sub(r"[ \t\n]+", " ", data.draw(TRICKY | SEEN)).strip()
    text = f"x{folded}y" if place in ("a term", "strong") or not folded else folded

    assert shown(text, place) == text


def test_running_text_stays_readable_in_the_source():
    text = "It's a well-known fact: 12 towns (of 16), and more; l’accueil, 50 %."

    assert escape(text) == text


def test_text_is_one_line():
    assert escape("a\n\n- b\n\tc") == "a - b c".replace("-", "&#45;")


def test_no_break_spaces_stay():
    assert escape("Vrai\u00a0? 1\u202f000") == "Vrai\u00a0? 1\u202f000"


ADDRESSES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1)


@given(ADDRESSES | TRICKY.filter(bool))
def test_an_address_ends_where_it_ends(tail):
    html = markdown.markdown(f"[a](<{escape_address('x' + tail)}>)", extensions=EXTENSIONS)

    assert re.fullmatch(r'<p><a href="[^"<>]*">a</a></p>', html), html


@pytest.mark.parametrize(
    "address",
    [
        "https://a.b/c_d_e?f=1&g=2#h",
        "https://a.b/(c)",
        "../a-b.md",
        "mailto:a@b.c",
        "https://a/%C3%A9",
    ],
)
def test_an_ordinary_address_stays_as_it_is(address):
    html = markdown.markdown(f"[a](<{escape_address(address)}>)", extensions=EXTENSIONS)

    assert html == f'<p><a href="{escape_html(address)}">a</a></p>'
