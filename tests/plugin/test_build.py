"""What someone gets who runs `mkdocs build`."""

import json
import re
from html import unescape

import pytest

from tests.sample import FILES, MKDOCS, mkdocs, write


def page(site, address):
    return (site / address / "index.html").read_text(encoding="utf-8")


def test_english_stands_at_the_root_and_french_under_fr(site):
    assert '<html lang="en"' in page(site, "")
    assert '<html lang="fr"' in page(site, "fr")
    assert "Bonjour" in page(site, "fr")


def test_every_language_has_its_own_search_index(site):
    def titles(folder):
        index = json.loads((site / folder / "search/search_index.json").read_text(encoding="utf-8"))
        return {entry["title"] for entry in index["docs"]}

    assert "Door visits" in titles("")
    assert "Visites à domicile" in titles("fr")


def test_the_language_switch_stays_on_the_page(site):
    for address in ("experiments/door-visits", "fr/experiments/door-visits"):
        switch = re.findall(
            r'<link rel="alternate" href="([^"]*)" hreflang="(..)"', page(site, address)
        )
        assert switch == [
            ("https://guide.example/experiments/door-visits/", "en"),
            ("https://guide.example/fr/experiments/door-visits/", "fr"),
        ]


def test_without_an_address_of_the_site_the_language_switch_is_relative(sample):
    config = MKDOCS.replace("site_url: https://guide.example/", "")
    result = mkdocs(write(sample, {"mkdocs.yml": config}), "build", "--strict")
    assert result.returncode == 0, result.stderr
    french = page(sample / "site", "fr/experiments/door-visits")
    assert 'href="../../../experiments/door-visits/" hreflang="en"' in french
    assert 'href="../../fr/experiments/door-visits/" hreflang="fr"' in page(
        sample / "site", "experiments/door-visits"
    )


def test_a_passage_that_is_not_translated_is_marked_and_counted(site):
    french = page(site, "fr/experiments/door-visits")
    assert '<span lang="en">Officers knock at doors.</span>' in french
    assert 'class="im-notice"' in french
    assert '<span lang="en">' not in page(site, "experiments/door-visits")


def test_an_image_is_shown_with_size_and_caption_in_every_language(site):
    for root in ("", "fr/"):
        shown = re.search(r'<figure class="im-photo">(.*?)</figure>', page(site, f"{root}about"))
        attributes = dict(re.findall(r'(\w+)="([^"]*)"', shown.group(1)))
        assert unescape(attributes["alt"]) == "A door & a bell"
        assert (attributes["width"], attributes["height"]) == ("600", "400")
        assert (site / f"{root}about" / attributes["src"]).resolve().is_file()
        assert "A *door*." in unescape(shown.group(1))


def test_edit_this_page_opens_the_record_itself(site):
    assert (
        'href="https://repo.example/guide/edit/main/experiments/published/door-visits.yml"'
        in page(site, "experiments/door-visits")
    )
    assert "edit/main/content/about.md" in page(site, "about")


def test_without_a_repository_there_is_no_edit_link(sample):
    config = MKDOCS.replace("repo_url: https://repo.example/guide", "")
    result = mkdocs(write(sample, {"mkdocs.yml": config}), "build", "--strict")
    assert result.returncode == 0, result.stderr
    assert 'rel="edit"' not in page(sample / "site", "experiments/door-visits")


def test_a_former_address_leads_to_the_present_one(site):
    moved = page(site, "experiments/knocking")
    assert '<meta http-equiv="refresh" content="0; url=../door-visits/">' in moved


def test_links_between_records_work_both_ways(site):
    assert 'href="../../experiments/door-visits/"' in page(site, "principles/be-fair")
    assert 'href="../../principles/be-fair/"' in page(site, "experiments/door-visits")
    assert 'href="../experiments/door-visits/"' in page(site, "about")


def test_records_stay_out_of_the_sidebar(site):
    sidebar = page(site, "experiments").split('class="md-content"')[0]
    assert "Door visits" not in sidebar


def test_an_option_puts_records_into_the_sidebar(sample):
    config = MKDOCS.replace("press: false", "press: false, sidebar_records: true, languages: [en]")
    result = mkdocs(write(sample, {"mkdocs.yml": config}), "build", "--strict")
    assert result.returncode == 0, result.stderr
    sidebar = page(sample / "site", "experiments").split('class="md-content"')[0]
    assert "Door visits" in sidebar
    assert not (sample / "site/fr").exists()


def test_a_hostile_title_is_text_everywhere(site):
    for language in ("", "fr/"):
        html = page(site, f"{language}experiments/hostile")
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert 'href="javascript:' not in html
        assert "<b>Nantes" not in html
        assert "{{ 7*7 }}" in html.replace("&#123;", "{").replace("&#125;", "}").replace(
            "&#42;", "*"
        )


def test_no_page_asks_a_third_party(site):
    for file in site.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        for address in re.findall(
            r'<(?:script|link|img|iframe)[^>]+(?:src|href)="(https?:[^"]+)"', html
        ):
            assert address.startswith("https://guide.example/"), (file, address)


def test_a_broken_record_stops_the_build_with_one_clear_line(sample):
    name = "experiments/published/door-visits.yml"
    write(sample, {name: FILES[name] + "axis: [training]\n"})
    result = mkdocs(sample, "build")
    assert result.returncode == 1
    assert (
        "experiments/published/door-visits.yml:20:1 error IMP102 unknown key 'axis'; "
        "did you mean 'axes'?" in result.stderr
    )
    assert "1 error in the records" in result.stderr
    assert "Traceback" not in result.stderr
    assert not list((sample / "site").rglob("*.html"))


def test_a_broken_french_link_stops_the_build_at_its_line(sample):
    text = "---\ntitle: À propos\nsummary: Pourquoi.\n---\n\nVoir\n[ici](nowhere.md).\n"
    write(sample, {"content/about.fr.md": text})
    result = mkdocs(sample, "build")
    assert result.returncode == 1
    assert "content/about.fr.md:7:7 error IMP205" in result.stderr


def test_a_refused_build_leaves_the_last_site_as_it_was(sample):
    assert mkdocs(sample, "build").returncode == 0
    write(sample, {"content/about.md": "no front matter"})
    assert mkdocs(sample, "build").returncode == 1
    assert "Door visits" in page(sample / "site", "experiments/door-visits")


def test_a_warning_stops_only_a_strict_build(sample):
    write(sample, {"experiments/published/notes.txt": "x"})
    assert mkdocs(sample, "build").returncode == 0
    strict = mkdocs(sample, "build", "--strict")
    assert strict.returncode == 1
    assert "experiments/published/notes.txt:1:1 warning IMP005" in strict.stderr


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("languages: [en, xx]", "there is no 'xx'"),
        ("sidebar: true", "Unrecognised configuration name: sidebar"),
    ],
)
def test_a_wrong_option_is_named(sample, options, message):
    config = MKDOCS.replace("press: false", options)
    result = mkdocs(write(sample, {"mkdocs.yml": config}), "build", "--strict")
    assert result.returncode == 1
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_an_empty_project_still_builds(tmp_path):
    write(tmp_path, {"mkdocs.yml": MKDOCS})
    (tmp_path / "content").mkdir()
    result = mkdocs(tmp_path, "build", "--strict")
    assert result.returncode == 0, result.stderr
    assert "I run a local project" in page(tmp_path / "site", "")


def test_pages_keep_working_without_directory_addresses(sample):
    result = mkdocs(sample, "build", "--strict", "--no-directory-urls")
    assert result.returncode == 0, result.stderr
    html = (sample / "site/fr/experiments/door-visits.html").read_text(encoding="utf-8")
    assert "https://guide.example/experiments/door-visits.html" in html


@pytest.mark.parametrize("how", ["option", "environment"])
def test_the_publication_gate_refuses_drafts(sample, monkeypatch, how):
    release = "release: true" if how == "option" else "release: !ENV [IMPPULSE_RELEASE, false]"
    monkeypatch.setenv("IMPPULSE_RELEASE", "true")
    write(sample, {"mkdocs.yml": MKDOCS.replace("press: false", f"press: false, {release}")})
    result = mkdocs(sample, "build")
    assert result.returncode == 1
    assert "content/about.md:2:1 error IMP601 the record is 'draft'" in result.stderr


def test_a_draft_says_so_on_its_page(site):
    assert "Editorial draft" in page(site, "principles/be-fair")
    assert "Editorial draft" in page(site, "experiments/door-visits")


def test_the_strength_of_a_claim_stands_on_its_page_with_the_reason(site):
    html = page(site, "principles/be-fair")
    assert "Strength of the evidence: Moderate." in html
    assert (
        "1 record of design level 4 or 5 shows an improvement: view of the police in general."
        in html
    )
    assert "No record cited here points the other way." in html


def test_a_claim_that_its_figures_contradict_stops_the_build(sample):
    name = "experiments/published/door-visits.yml"
    flipped = FILES[name].replace("direction: better", "direction: worse")
    result = mkdocs(write(sample, {name: flipped}), "build")
    assert result.returncode == 1
    assert (
        "content/principles/be-fair.md:7:5 error IMP402 'door-visits' is cited as supports, but "
        "its outcome 'view' shows: worsened" in result.stderr
    )
