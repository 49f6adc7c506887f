"""What all drawings have in common, and that a page can carry them."""

import re
from importlib.resources import files

import pytest
from markdown import markdown

from imppulse.documents.charts.badge import strength_badge
from imppulse.documents.charts.drawing import pages, tidy
from imppulse.documents.charts.forest import forest_plots
from imppulse.evidence.strength import Strength
from imppulse.records.indicators import Indicator
from tests.documents.charts.conftest import HOSTILE, experiment, reported, shown

FOLDER = files("imppulse.documents.charts")


def test_runs_of_rows_fit_their_height():
    assert list(pages([10, 10, 10], None)) == [slice(0, 3)]
    assert list(pages([10, 10, 10], 25)) == [slice(0, 2), slice(2, 3)]
    assert list(pages([99, 10], 25)) == [slice(0, 1), slice(1, 2)]
    assert list(pages([], 25)) == []


def test_what_xml_does_not_allow_is_replaced():
    assert tidy("a\x00b\ud800c\ufffe\u202ed") == "a\ufffdb\ufffdc\ufffdd"


def test_the_sheet_names_every_class_with_a_colour():
    sheet = (FOLDER / "charts.css").read_text(encoding="utf-8")
    templates = "".join(one.read_text(encoding="utf-8") for one in (FOLDER / "templates").iterdir())
    used = set(re.findall(r"im-chart__[a-z-]+", templates)) - {"im-chart__row"}
    assert used == set(re.findall(r"im-chart__[a-z-]+", sheet))


def test_no_template_has_text_that_cannot_be_translated():
    for template in (FOLDER / "templates").iterdir():
        source = re.sub(r"{#.*?#}", "", template.read_text(encoding="utf-8"), flags=re.DOTALL)
        source = re.sub(r"{[{%].*?[%}]}", "", source, flags=re.DOTALL)
        assert not re.search(r">[^<]*[A-Za-z]{2}[^<]*</", source), template.name


@pytest.mark.parametrize(
    "extensions", [[], ["md_in_html", "attr_list", "def_list", "toc", "tables"]]
)
def test_markdown_passes_a_figure_through(english, extensions):
    record = experiment("a", reported("hedges-g", 0.4, [0.1, 0.7]), title=HOSTILE)
    (plot,) = forest_plots(Indicator.TRUST_IN_POLICE, shown(record), english)
    badge = strength_badge(Strength.LIMITED, english, name="x")
    page = f"Before.\n\n<figure>\n{plot.drawing.svg}</figure>\n\n*After* <p>{badge.svg}</p>\n"
    html = markdown(page, extensions=extensions)
    assert plot.drawing.svg.strip() in html
    assert "<em>After</em>" in html
