"""What the dissemination team finds on the site: every printed file, and what it is."""

import hashlib
import re

import pikepdf
import pytest

from tests.sample import FILES, MKDOCS, mkdocs, write


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Build the sample with its PDFs, twice: the second time nothing is set anew."""
    folder = write(tmp_path_factory.mktemp("printed"), FILES)
    write(folder, {"mkdocs.yml": MKDOCS.replace("press: false", "press: true")})
    first = mkdocs(folder, "build", "--strict")
    assert first.returncode == 0, first.stderr
    before = fingerprints(folder / "site")
    second = mkdocs(folder, "build", "--strict")
    assert second.returncode == 0, second.stderr
    assert fingerprints(folder / "site") == before
    return folder / "site"


def fingerprints(site):
    files = sorted((site / "pdf").rglob("*.pdf"))
    return {
        file.relative_to(site / "pdf").as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in files
    }


def test_every_edition_is_there_in_every_language(site):
    names = [name for name in fingerprints(site) if "/" not in name]
    assert names == [
        f"imppulse-{edition}-{language}.pdf"
        for edition in ("guide", "recommendations", "training")
        for language in ("en", "fr")
    ]


def test_every_record_has_a_sheet_in_every_language(site):
    sheets = [name for name in fingerprints(site) if name.startswith("sheets/")]
    assert "sheets/imppulse-door-visits-en.pdf" in sheets
    assert "sheets/imppulse-door-visits-fr.pdf" in sheets


@pytest.mark.parametrize("language", ["", "fr/"])
def test_the_page_of_downloads_lists_every_file_with_its_fingerprint(site, language):
    html = (site / f"{language}downloads/index.html").read_text(encoding="utf-8")
    up = "../../pdf/" if language else "../pdf/"
    listed = dict(re.findall(rf'<a href="{up}([^"]+)">.*?<code[^>]*>([0-9a-f]{{64}})', html))
    assert listed == fingerprints(site)


def test_the_page_of_downloads_says_how_long_a_file_is(site):
    html = (site / "downloads/index.html").read_text(encoding="utf-8")
    with pikepdf.open(site / "pdf/imppulse-guide-en.pdf") as pdf:
        pages = len(pdf.pages)
    row = html[html.index("The whole guide") :].partition("</tr>")[0]
    assert f">{pages}</td>" in row


def test_home_and_records_lead_to_their_files(site):
    home = (site / "index.html").read_text(encoding="utf-8")
    french = (site / "fr/index.html").read_text(encoding="utf-8")
    assert 'href="pdf/imppulse-guide-en.pdf"' in home
    assert 'href="../pdf/imppulse-guide-fr.pdf"' in french
    record = (site / "fr/experiments/door-visits/index.html").read_text(encoding="utf-8")
    assert 'href="../../downloads/#experiment-door-visits-fr"' in record


def test_an_imprint_that_is_none_is_named(sample):
    config = MKDOCS.replace("press: false", "press: true")
    write(sample, {"mkdocs.yml": config, "press.yml": "imprint:\n  publsher: X\n"})
    result = mkdocs(sample, "build")
    assert result.returncode == 1
    assert "press.yml:2:3 the imprint has no 'publsher'" in result.stderr
    assert "Traceback" not in result.stderr
