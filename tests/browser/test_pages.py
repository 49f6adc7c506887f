"""What readers meet in a real browser: phone and desk, light and dark, with and without scripts."""

import functools
import http.server
import os
import threading
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

PAGES = [
    "",
    "about/",
    "principles/",
    "principles/be-fair/",
    "recommendations/",
    "recommendations/audience/local/",
    "recommendations/fund-door-visits/",
    "training/",
    "training/framework/",
    "training/alignment/",
    "training/modules/listening/",
    "training/pathways/patrol/",
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


@pytest.fixture(scope="module")
def reader(browser):
    """Return one reader at a desk, whose browser keeps what it has loaded."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_a_phone(reader, address, path):
    reader.set_viewport_size({"width": 360, "height": 740})
    reader.goto(address + path)
    width = reader.evaluate("document.documentElement.scrollWidth")
    reader.set_viewport_size({"width": 1200, "height": 900})
    assert width <= 360


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_barrier_in_light_or_dark(reader, address, path):
    for scheme in ("light", "dark"):
        reader.emulate_media(color_scheme=scheme)
        reader.goto(address + path)
        found = Axe().run(reader, options={"runOnly": WCAG})
        assert found.violations_count == 0, f"{scheme}: {found.generate_report()}"


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_one_main_heading_and_no_gap_below_it(reader, address, path):
    reader.goto(address + path)
    levels = reader.eval_on_selector_all(
        "article h1, article h2, article h3, article h4", "all => all.map(h => +h.tagName[1])"
    )
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_page_reads_without_scripts(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}experiments/door-visits/")
    assert page.locator("h1").inner_text().startswith("Door visits")
    assert page.locator("table").first.is_visible()
    context.close()


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


def test_the_search_finds_a_record(reader, address):
    reader.goto(address)
    reader.keyboard.press("/")
    reader.keyboard.type("door visits", delay=20)
    result = reader.locator(".md-search-result__link").first
    result.wait_for()
    assert "door-visits" in result.get_attribute("href")


def test_the_language_switch_leads_to_the_same_page(reader, address):
    reader.goto(f"{address}experiments/door-visits/")
    links = reader.locator(".md-select__link").evaluate_all(
        "all => all.map(a => a.getAttribute('href'))"
    )
    assert links == [
        "https://guide.example/experiments/door-visits/",
        "https://guide.example/fr/experiments/door-visits/",
    ]
