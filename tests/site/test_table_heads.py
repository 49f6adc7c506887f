"""On a phone each cell of a table can say what its column is about."""

import re
from html import unescape

import markdown
import pytest

from imppulse.site.escaping import escape
from tests.site.test_escaping import HOSTILE

EXTENSIONS = ["tables", "imppulse.site.table_heads"]


def html(text):
    return markdown.markdown(text, extensions=EXTENSIONS)


def test_a_cell_carries_the_head_of_its_column():
    page = html("| Who | *What* they did |\n| --- | --- |\n| a | b |\n| c | |")
    assert re.findall('<td data-head="(.*?)">(.*?)</td>', page) == [
        ("Who", "a"),
        ("What they did", "b"),
        ("Who", "c"),
        ("What they did", ""),
    ]


def test_a_page_without_tables_stays_as_it_is():
    assert html("a\n\n- b") == markdown.markdown("a\n\n- b")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_head_stays_text(text):
    cell = escape(text).replace("\n", " ")
    page = html(f"| {cell} | b |\n| --- | --- |\n| c | d |")
    tags = re.findall(r"<(\w+)((?:[^>\"]|\"[^\"]*\")*)>", page)
    assert {name for name, _ in tags} <= {"table", "thead", "tbody", "tr", "th", "td"}
    for _, attributes in tags:
        assert re.fullmatch(r"(?: data-head=\"[^\"<>]*\")?", attributes), unescape(attributes)
