"""What readers meet in a real browser: phone and desk, light and dark, with and without scripts."""

import functools
import http.server
import os
import threading
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

PAGES = [
    "",
    "about/",
    "principles/",
    "principles/be-fair/",
    "recommendations/",
    "recommendations/audience/local/",
    "training/",
    "experiments/",
    "experiments/door-visits/",
    "experiments/hostile/",
    "experiments/reporting/",
    "evidence/",
    "evidence/traceability/",
    "words/",
    "sources/",
    "fr/",
    "fr/experiments/door-visits/",
]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        """Say nothing."""


@pytest.fixture(scope="module")
def address(site):
    handler = functools.partial(_Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("IMPPULSE_BROWSER") or None,
            args=["--no-sandbox", "--disable-background-networking"],
        )
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, address):
    contexts = []

    def opened(path, **options):
        context = browser.new_context(**{"viewport": {"width": 1200, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.goto(address + path)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_a_phone(open_page, path):
    page = open_page(path, viewport={"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_barrier_in_the_content(open_page, path, scheme):
    page = open_page(path, color_scheme=scheme)
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    found = Axe().run(page, context="main", options=options)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_one_main_heading_and_no_gap_below_it(open_page, path):
    levels = open_page(path).eval_on_selector_all(
        "article h1, article h2, article h3, article h4", "all => all.map(h => +h.tagName[1])"
    )
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_page_reads_without_scripts(open_page):
    page = open_page("experiments/door-visits/", java_script_enabled=False)
    assert page.locator("h1").inner_text().startswith("Door visits")
    assert page.locator("table").first.is_visible()


def test_no_request_leaves_for_a_third_party(browser, address):
    context = browser.new_context()
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("", "experiments/door-visits/", "fr/evidence/"):
        page.goto(address + path, wait_until="networkidle")
    context.close()
    own = (address, "https://guide.example/", "blob:", "data:")
    assert [url for url in asked if not url.startswith(own)] == []


def test_no_script_of_a_hostile_record_runs(browser, address):
    context = browser.new_context()
    page = context.new_page()
    dialogs, errors = [], []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: errors.append(str(error)))
    for path in (
        "experiments/hostile/",
        "experiments/",
        "experiments/reporting/",
        "fr/experiments/",
    ):
        page.goto(address + path)
    context.close()
    assert (dialogs, errors) == ([], [])


def test_the_search_finds_a_record(open_page):
    page = open_page("")
    page.keyboard.press("/")
    page.keyboard.type("door visits", delay=20)
    result = page.locator(".md-search-result__link").first
    result.wait_for()
    assert "door-visits" in result.get_attribute("href")


def test_the_language_switch_leads_to_the_same_page(open_page):
    page = open_page("experiments/door-visits/")
    links = page.locator(".md-select__link").evaluate_all(
        "all => all.map(a => a.getAttribute('href'))"
    )
    assert links == [
        "https://guide.example/experiments/door-visits/",
        "https://guide.example/fr/experiments/door-visits/",
    ]
