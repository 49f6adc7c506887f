"""Prose is written as Markdown that means the same on the page as in the record."""

import re
from html import unescape

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imppulse.documents import prose
from imppulse.documents.nodes import Link, RecordLink
from imppulse.documents.prose import SCHEMES
from imppulse.guide.links import leads_outside
from imppulse.guide.references import Ref
from imppulse.site.markdown import blocks
from tests.documents.test_prose import MARKDOWN, words
from tests.site.test_escaping import EXTENSIONS, HOSTILE


def parsed(text):
    def resolve(address, content):
        if leads_outside(address) and address.split(":")[0].lower() not in SCHEMES:
            return content
        return (Link(address, content),) if address else content

    return prose.blocks(text, resolve, lambda *_: ())


def written(text, shift=0):
    return blocks(parsed(text), lambda link: f"../{link.ref.id}.md", lambda _: "", shift)


def html(text, shift=0):
    return markdown.markdown(written(text, shift), extensions=EXTENSIONS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a **b** *c*", "<p>a <strong>b</strong> <em>c</em></p>"),
        ("`a_b_` `<c>`", "<p><code>a_b_</code> <code>&lt;c&gt;</code></p>"),
        ("a\nb", "<p>a b</p>"),
        ("a  \nb", "<p>a<br>b</p>"),
        ("> a\n>\n> b", "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        (
            "- a\n\n    - b\n\n- c",
            "<ul>\n<li>\n<p>a</p>\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>",
        ),
        ("a\n: b", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>"),
        ("[a](https://b.c/d_e?f=1&g=2)", '<p><a href="https://b.c/d_e?f=1&amp;g=2">a</a></p>'),
    ],
)
def test_each_element_comes_back(text, expected):
    assert re.sub(r"&#(\d+);", _entity, html(text)) == expected


def _entity(match):
    return {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(
        chr(int(match.group(1))), chr(int(match.group(1)))
    )


def test_a_table_comes_back():
    table = html("a | b\n--|--\n`c\\|d` | **e**")

    assert re.findall(r"<t[hd]>(.*?)</t[hd]>", table) == [
        "a",
        "b",
        "<code>c&#124;d</code>",
        "<strong>e</strong>",
    ]


def test_headings_move_down_and_stop_at_the_sixth_level():
    assert written("## a", 1) == "### a"
    assert written("### a", 5) == "###### a"


def test_a_link_to_a_record_leads_to_its_page():
    def resolve(address, content):
        return (RecordLink(Ref("experiment", address), content),)

    found = prose.blocks("[a](x)", resolve, lambda *_: ())
    assert blocks(found, lambda link: f"../{link.ref.id}.md", lambda _: "") == "[a](<../x.md>)"


def test_an_address_cannot_leave_its_link():
    text = "[a](https://b.c/&gt;&lt;script&gt;alert(1)&lt;/script&gt;)"

    assert "<script" not in written(text)
    assert "<script" not in html(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_prose_makes_no_element_of_its_own(text):
    tags = set(re.findall(r"<(\w+)", html(text)))

    assert tags <= _TAGS


_TAGS = {
    *("p", "h2", "h3", "strong", "em", "code", "a", "ul", "ol", "li", "blockquote", "br"),
    *("table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd"),
}


@given(MARKDOWN)
def test_any_prose_gives_only_elements_of_the_list(text):
    page = html(text)

    assert set(re.findall(r"<(\w+)", page)) <= _TAGS
    assert set(re.findall(r"<\w+ (\w+)=", page)) <= {"id", "href", "start"}
    for address in re.findall(r'href="([^"]*)"', page):
        assert not leads_outside(address) or address.split(":")[0].lower() in SCHEMES


LINES = st.lists(
    st.text(st.sampled_from("ab*_`[]()<>!|#&\\\"'. "), min_size=1, max_size=12), max_size=5
)


@given(LINES)
def test_the_words_of_a_paragraph_are_the_same_on_the_page(lines):
    """Read back what was written: the same characters in the same order."""
    expected = words("x " + " ".join(lines) + " x")
    page = re.sub(
        r"</?(?:p|strong|em|code|br|a)(?: [^>]*)?>", "", html("x " + " ".join(lines) + " x")
    )

    assert "".join(unescape(page).split()) == "".join(expected.split())
