"""One pure function makes every page of the guide; text of records stays text on all of them."""

import re
from html import unescape

import markdown
import pytest
import yaml

from imppulse.guide.assembly import assemble
from imppulse.guide.references import Ref
from imppulse.records.folder import load
from imppulse.records.vocabulary import Audience
from imppulse.site.addresses import path_of, relative
from imppulse.site.page import Page
from imppulse.site.pages import navigation, pages
from tests.site.test_escaping import EXTENSIONS
from tests.sound import (
    AWAITED,
    CHAPTER_PATH,
    EXPERIMENT,
    EXPERIMENT_PATH,
    MODULE_PATH,
    PRINCIPLE,
    PRINCIPLE_PATH,
    PROJECT,
    RECOMMENDATION_PATH,
    changed,
)

HOSTILE = (
    "</title><script>alert(1)</script> [x](javascript:alert(1)) **b** {: onclick=x } | `c` "
    '{{ 7*7 }} & "q"'
)


def guide_of(root, language="en"):
    records = load(root, ("en", "fr"))
    assert [str(finding) for finding in records.findings] == []
    return assemble(records, language)


def pages_of(root, language="en"):
    return {page.path: page for page in pages(guide_of(root, language))}


def html(page):
    return markdown.markdown(page.markdown, extensions=EXTENSIONS)


def words(page):
    return unescape(re.sub(r"<[^>]*>", "", html(page)))


def link_targets(page):
    """Return the pages to which a page links, as paths of the site."""
    for address in re.findall(r'href="([^"]*)"', html(page)):
        if not re.match(r"\w+:|#", address):
            yield address.partition("#")[0]


def assert_harmless(page):
    """No text of a record has become an element, an attribute or an address that runs code."""
    made = html(page)
    assert "<script" not in made.lower()
    assert "onclick=" not in re.sub(r">[^<]*<", "><", made)
    assert "javascript:" not in " ".join(re.findall(r'(?:href|src)="([^"]*)"', made))


def test_every_record_has_a_page_and_every_list_too(project):
    assert {
        "index.md",
        "about.md",
        "sources.md",
        "experiments/index.md",
        "experiments/door-visits.md",
        "experiments/lisbon.md",
        "principles/index.md",
        "principles/ring-at-doors.md",
        "recommendations/index.md",
        "recommendations/fund-door-visits.md",
        *(f"recommendations/audience/{audience.value}.md" for audience in Audience),
        "training/index.md",
        "training/framework.md",
        "training/modules/listening.md",
        "training/pathways/patrol.md",
    } <= set(pages_of(project(PROJECT)))


def test_the_same_guide_gives_the_same_pages(project):
    guide = guide_of(project(PROJECT))

    assert pages(guide) == pages(guide)
    assert [page.path for page in pages(guide)] == [page.path for page in pages(guide)]


def test_a_project_without_records_still_has_its_pages(tmp_path):
    made = pages_of(tmp_path)

    assert {"index.md", "sources.md", "experiments/index.md", "training/index.md"} <= set(made)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_link_between_pages_leads_to_a_page(project, language):
    made = pages_of(project(PROJECT), language)

    for page in made.values():
        for address in link_targets(page):
            folder = page.path.rpartition("/")[0]
            target = relative(f"{folder}/{address}" if folder else address, "index.md")
            assert target in made, f"{page.path}: {address}"


def test_no_two_pages_share_a_path(project):
    made = pages(guide_of(project(PROJECT)))

    assert len({page.path for page in made}) == len(made)


def test_every_page_has_one_heading_of_the_first_level(project):
    for page in pages(guide_of(project(PROJECT))):
        assert html(page).count("<h1") == 1, page.path


def test_a_page_names_the_file_that_an_editor_changes(project):
    made = pages_of(project(PROJECT))

    assert made["experiments/door-visits.md"].origin == EXPERIMENT_PATH
    assert made["about.md"].origin == CHAPTER_PATH


def test_records_name_each_other_on_their_pages(project):
    made = pages_of(project(PROJECT))

    assert "Ring at doors" in words(made["experiments/door-visits.md"])
    assert "Fund door visits" in words(made["experiments/door-visits.md"])
    assert "Door visits" in words(made["principles/ring-at-doors.md"])
    assert "Listening" in words(made["training/pathways/patrol.md"])
    assert 'href="../../principles/ring-at-doors.md"' in html(made["training/modules/listening.md"])


def test_a_link_in_prose_leads_to_the_page_of_the_record(project):
    page = pages_of(project(PROJECT))["principles/ring-at-doors.md"]

    assert '<a href="../experiments/door-visits.md">street</a>' in html(page)


def test_a_link_in_prose_keeps_the_place_on_the_page(project):
    text = changed(PRINCIPLE, "door-visits.yml)", "door-visits.yml#sources)")
    page = pages_of(project(PROJECT | {PRINCIPLE_PATH: text}))["principles/ring-at-doors.md"]

    assert '<a href="../experiments/door-visits.md#sources">street</a>' in html(page)


@pytest.mark.parametrize(
    "path", [EXPERIMENT_PATH, PRINCIPLE_PATH, RECOMMENDATION_PATH, MODULE_PATH, CHAPTER_PATH]
)
def test_a_hostile_title_stands_on_every_page_as_typed(project, path):
    quoted = "title: '" + HOSTILE.replace("'", "''") + "'"
    text = re.sub("^title: .*$", lambda _: quoted, PROJECT[path], count=1, flags=re.MULTILINE)
    made = pages_of(project(PROJECT | {path: text}))

    bearing = [page for page in made.values() if "alert(1)" in words(page)]
    assert bearing
    for page in made.values():
        assert_harmless(page)
    assert any(HOSTILE in words(page) for page in bearing)


def test_hostile_text_in_every_passage_makes_no_element(project):
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    passages = ("summary", "  name", "  description", "      label", "    title")
    text = re.sub(
        rf"^({'|'.join(passages)}): .*$",
        lambda found: f"{found[1]}: {quoted}",
        EXPERIMENT,
        flags=re.MULTILINE,
    )
    text += f"""\
strengths: [{quoted}]
lessons: [{quoted}]
transfer: [{quoted}]
police: {{forces: [{quoted}], partners: [{quoted}]}}
targets: {{population: [{quoted}], police: [{quoted}]}}
resources: {{note: {quoted}}}
story: {{impact: {quoted}, involvement: {quoted}}}
"""
    made = pages_of(project(PROJECT | {EXPERIMENT_PATH: text}))

    assert words(made["experiments/door-visits.md"]).count(HOSTILE) >= 12
    for page in made.values():
        assert_harmless(page)


def test_front_matter_is_yaml_whatever_a_title_contains():
    page = Page("x.md", 'a: b\n---\n"c"', "# d", "text\n")

    first, _, rest = page.text()[4:].partition("\n---\n\n")
    assert yaml.safe_load(first) == {"title": 'a: b\n---\n"c"', "description": "# d"}
    assert rest == "text\n"


def test_a_former_id_keeps_its_address(project):
    text = EXPERIMENT + "formerly: [ringing]\n"
    page = pages_of(project(PROJECT | {EXPERIMENT_PATH: text}))["experiments/ringing.md"]

    assert page.front_matter["moved_to"] == "experiments/door-visits.md"
    assert 'href="door-visits.md"' in html(page)


def test_a_passage_that_is_not_translated_is_marked_with_its_language(project):
    files = PROJECT | {"experiments/published/door-visits.fr.yml": "title: Visites\n"}
    page = pages_of(project(files), "fr")["experiments/door-visits.md"]

    assert page.title == "Visites"
    assert '<span lang="en">Officers rang at every door' in page.markdown
    assert '<span lang="fr">' not in page.markdown


def test_a_record_that_awaits_its_report_says_so(project):
    page = pages_of(project({"experiments/imppulse/x.yml": AWAITED}))["experiments/x.md"]

    assert "Awaiting the city's report" in words(page)


def test_records_stay_out_of_the_navigation_unless_asked_for(project):
    guide = guide_of(project(PROJECT))

    assert "experiments/door-visits.md" not in str(navigation(guide))
    assert "experiments/door-visits.md" in str(navigation(guide, with_records=True))


def test_every_page_of_the_navigation_exists(project):
    root = project(PROJECT)
    made = pages_of(root)

    def paths(entries):
        for _, target in entries:
            yield from [target] if isinstance(target, str) else paths(target)

    assert set(paths(navigation(guide_of(root), with_records=True))) <= set(made)


@pytest.mark.parametrize(
    ("target", "page", "address"),
    [
        ("a.md", "index.md", "a.md"),
        ("a.md", "b/c.md", "../a.md"),
        ("b/a.md", "b/c.md", "a.md"),
        ("index.md", "a/b/c.md", "../../index.md"),
        ("a.md#part", "b/c.md", "../a.md#part"),
    ],
)
def test_links_are_relative_so_that_the_site_may_stand_anywhere(target, page, address):
    assert relative(target, page) == address


def test_paths_of_records():
    assert path_of(Ref("framework", "framework")) == "training/framework.md"
    assert path_of(Ref("chapter", "experiments")) == "experiments/index.md"
    assert path_of(Ref("chapter", "about")) == "about.md"
    assert path_of(Ref("module", "x")) == "training/modules/x.md"


def test_every_outcome_says_on_what_its_verdict_rests_and_names_its_source(project):
    page = pages_of(project(PROJECT))[path_of(Ref("experiment", "door-visits"))]
    assert "The source calls the change for the better significant." in words(page)
    assert "Sample Institute (2020)" in words(page)


def test_an_outcome_whose_source_is_missing_still_has_its_page(project):
    text = changed(EXPERIMENT, "source: sample-2020", "source: nowhere-2020")
    page = pages_of(project({**PROJECT, EXPERIMENT_PATH: text}))[
        path_of(Ref("experiment", "door-visits"))
    ]
    assert "Trust in the police" in words(page)
