"""What an editor sees who runs the command."""

import pytest
from click.testing import CliRunner

from imppulse.editors.cli import main
from tests.sample import FILES, write


@pytest.fixture(autouse=True)
def here(sample, monkeypatch):
    monkeypatch.chdir(sample)


def run(*arguments):
    return CliRunner().invoke(main, arguments)


def test_a_clean_project_exits_with_0_and_prints_nothing(sample):
    result = run("check")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "9 sound records; no findings" in result.stderr


def test_findings_of_all_files_are_printed_in_one_run_and_exit_with_1(sample):
    write(sample, {"recommendations/a.yml": "title: [\n", "training/modules/b.yml": "x: 1\n"})
    result = run("check")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines == sorted(lines)
    assert lines[0].startswith("recommendations/a.yml:2:1 error IMP010")
    assert any(line.startswith("training/modules/b.yml:1:1 error IMP10") for line in lines)


def test_a_folder_can_be_named_from_elsewhere(sample, tmp_path_factory, monkeypatch):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert run("check", str(sample)).exit_code == 0


@pytest.mark.parametrize(
    "arguments", [("check", "nowhere"), ("check", "--colour"), ("chekc",), ("translate",)]
)
def test_a_misused_command_exits_with_2(sample, arguments):
    assert run(*arguments).exit_code == 2


def test_a_folder_that_is_no_project_is_a_misuse(tmp_path_factory):
    result = run("check", str(tmp_path_factory.mktemp("empty")))
    assert result.exit_code == 2
    assert "holds none of the folders" in result.stderr


def test_a_code_is_explained_with_its_reason_its_remedy_and_an_example():
    result = run("explain", "imp403")
    assert result.exit_code == 0
    assert result.stdout.startswith("IMP403 (warning)\nA record on the same question")
    for part in ("Why: ", "Remedy: ", "Not:\n    supports:", "But:\n    supports:"):
        assert part in result.stdout


def test_a_code_that_does_not_exist_is_a_misuse_with_a_suggestion():
    result = run("explain", "IMP40")
    assert result.exit_code == 2
    assert "did you mean 'IMP40" in result.stderr


def test_without_a_code_all_are_listed():
    lines = run("explain").stdout.splitlines()
    assert lines == sorted(lines)
    assert lines[0].startswith("IMP001  error    ")


def test_the_release_gate_names_every_draft(sample):
    result = run("check", "--release")
    assert result.exit_code == 1
    assert len([line for line in result.stdout.splitlines() if "IMP601" in line]) == 9


def test_translate_lists_what_is_open(sample):
    result = run("translate", "fr")
    assert "experiments/published/door-visits.yml: 4 not translated, 1 outdated" in result.stdout


def test_confirming_a_translation_makes_it_current_and_changes_nothing_else(sample):
    file = sample / "experiments/published/door-visits.fr.yml"
    before = file.read_text(encoding="utf-8")
    run("translate", "fr", "--confirm")
    after = file.read_text(encoding="utf-8")
    assert after.startswith(before)
    assert "0 outdated" in run("translate", "fr").stdout
    assert run("translate", "fr", "--confirm").stdout == ""
    assert file.read_text(encoding="utf-8") == after


def test_confirming_a_markdown_translation_keeps_its_body(sample):
    run("translate", "fr", "--confirm", "content/index.fr.md")
    text = (sample / "content/index.fr.md").read_text(encoding="utf-8")
    assert text.endswith("---\n\nBonjour.\n")
    assert "translates:\n  body: " in text
    assert run("check").exit_code == 0


def test_a_changed_english_sentence_makes_its_translation_outdated(sample):
    run("translate", "fr", "--confirm")
    write(sample, {"content/index.md": FILES["content/index.md"].replace("Hello", "Good morning")})
    assert "content/index.md: 0 not translated, 1 outdated" in run("translate", "fr").stdout


def test_a_language_that_the_guide_does_not_have_is_a_misuse(sample):
    result = run("translate", "xx")
    assert result.exit_code == 2
    assert "it is into fr" in result.stderr


def test_status_shows_every_micro_experiment_and_what_is_missing(sample):
    result = run("status")
    assert "hostile" in result.stdout
    assert "of 14" in result.stdout


def test_messages_starts_a_catalogue_for_a_new_language(sample):
    result = run("messages", "it", "--catalogue", str(sample / "it.po"))
    assert result.exit_code == 0
    assert "Police and population" in (sample / "it.po").read_text(encoding="utf-8")
    first = (sample / "it.po").read_bytes()
    run("messages", "it", "--catalogue", str(sample / "it.po"))
    assert (sample / "it.po").read_bytes() == first


def test_press_prints_the_sheet_of_one_record(sample):
    result = run("press", "--record", "door-visits", "--language", "en", "--into", "out")
    assert result.exit_code == 0, result.output
    assert "out/sheets/imppulse-door-visits-en.pdf: " in result.stdout
    assert (sample / "out/sheets/imppulse-door-visits-en.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--record", "nobody"], "there is no record 'nobody'"),
        (["--language", "xx"], "there is no language 'xx'"),
        (["--paper", "9"], "the paper must be up to 1 mm thick"),
    ],
)
def test_press_says_in_one_line_what_does_not_exist(sample, arguments, message):
    result = run("press", *arguments)
    assert result.exit_code == 1
    assert message in result.stderr
    assert not list(sample.rglob("*.pdf"))


def test_press_prints_nothing_while_records_are_broken(sample):
    write(sample, {"content/about.md": "no front matter"})
    result = run("press", "--record", "door-visits")
    assert result.exit_code == 1
    assert "content/about.md:1:1 error IMP017" in result.stdout
    assert "nothing was printed" in result.stderr


def test_the_release_gate_also_hears_the_environment(monkeypatch):
    monkeypatch.setenv("IMPPULSE_RELEASE", "true")
    assert "IMP601" in run("check").stdout
