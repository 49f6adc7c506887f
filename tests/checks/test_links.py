"""Links in prose lead to files of the guide or to the web, in every language, or are a finding."""

import pytest

from imppulse.checks.pipeline import check
from imppulse.guide.assembly import assemble
from imppulse.guide.references import Ref
from imppulse.records.folder import load
from tests.sound import (
    AWAITED,
    CHAPTER,
    CHAPTER_PATH,
    EXPERIMENT,
    EXPERIMENT_PATH,
    PRINCIPLE_PATH,
    PROJECT,
)


def lines(root):
    findings = check(load(root, ("en", "fr")))
    return [str(finding) for finding in findings if finding.code < "IMP400"]


def chapter(body):
    return f"---\ntitle: About\nsummary: What this is.\n---\n\n{body}"


MUST = "must start with https:// or lead to a file of the guide"


@pytest.mark.parametrize(
    "link",
    [
        "[a](https://efus.eu)",
        "[a](http://efus.eu/a_b_c?d=1&e=2#f)",
        "<https://efus.eu>",
        "[a](mailto:office@efus.eu)",
        "[a](#evidence)",
        "[a](principles/ring-at-doors.md)",
        "[a](principles/ring-at-doors.md#more)",
        "[a](./about.md)",
        "[a](../experiments/published/door-visits.yml)",
        "[a][1]\n\n[1]: ../training/framework.yml",
        "`[a](nowhere.md)`",
    ],
)
def test_links_to_files_and_to_the_web_are_sound(project, link):
    assert lines(project(PROJECT | {CHAPTER_PATH: chapter(link)})) == []


@pytest.mark.parametrize(
    ("link", "problem"),
    [
        ("[a](nowhere.md)", "the link 'nowhere.md' leads to no record"),
        (
            "[a](principles/ring-at-door.md)",
            (
                "the link 'principles/ring-at-door.md' leads to no record; "
                "did you mean 'principles/ring-at-doors.md'?"
            ),
        ),
        ("[a](principles/ring-at-doors)", None),
        ("[a](../../../../etc/passwd)", "the link '../../../../etc/passwd' leads to no record"),
        ("[a](/etc/passwd)", "the link '/etc/passwd' leads to no record"),
        ("[a](//evil.example/x)", "the link '//evil.example/x' leads to no record"),
        (
            "[a](javascript:alert(1))",
            f"the link 'javascript:alert(1)' {MUST}",
        ),
        (
            "[a](JaVaScRiPt:alert(1))",
            f"the link 'JaVaScRiPt:alert(1)' {MUST}",
        ),
        (
            "[a](javascript&colon;alert(1))",
            f"the link 'javascript:alert(1)' {MUST}",
        ),
        (
            "[a](&#106;avascript:alert(1))",
            f"the link 'javascript:alert(1)' {MUST}",
        ),
        (
            "[a](data:text/html,x)",
            "the link 'data:text/html,x' must start with https:// or lead to a file of the guide",
        ),
        (
            "<ftp://a.example/b>",
            "the link 'ftp://a.example/b' must start with https:// or lead to a file of the guide",
        ),
        (
            "[a](<http://[::1>)",
            "the link 'http://[::1' is no address that a browser can read",
        ),
        (
            "[a](https://a℀b.example)",
            "the link 'https://a℀b.example' is no address that a browser can read",
        ),
    ],
)
def test_a_link_that_leads_nowhere_is_one_line(project, link, problem):
    (found,) = lines(project(PROJECT | {CHAPTER_PATH: chapter(f"One.\n\nTwo {link}.")}))

    column = 5 + min(link.find("(") + 1 or 9, link.find("<") + 1 or 9) + link.startswith("[a](<")
    column = 1 if "&" in link else column  # spelled otherwise than it reads
    assert found.startswith(f"{CHAPTER_PATH}:8:{column} error IMP205 the link '")
    assert problem is None or found.endswith(f"IMP205 {problem}")


def test_a_link_is_told_from_the_same_word_in_running_text(project):
    body = "The file x.md.\n\nMore.\n\n- See [it](x.md).\n"

    assert [
        line.split()[0] for line in lines(project(PROJECT | {CHAPTER_PATH: chapter(body)}))
    ] == [f"{CHAPTER_PATH}:10:12"]


def test_lines_of_a_body_count_from_the_top_of_the_file_whatever_stands_before(project):
    text = chapter("\n   \n\t\n\nText.\n[a](x.md)\n")

    assert [line.split()[0] for line in lines(project(PROJECT | {CHAPTER_PATH: text}))] == [
        f"{CHAPTER_PATH}:11:5"
    ]


def test_a_french_body_has_lines_of_its_own(project):
    french = "---\ntitle: À propos\n---\n\n\nUn.\n\n[deux](perdu.md)\n"
    root = project(PROJECT | {"content/about.fr.md": french})

    assert lines(root) == [
        "content/about.fr.md:8:8 error IMP205 the link 'perdu.md' leads to no record"
    ]


def test_both_languages_are_told_of_a_link_that_both_have(project):
    french = "---\ntitle: À propos\n---\n\n[deux](perdu.md)\n"
    root = project({CHAPTER_PATH: chapter("[two](lost.md)"), "content/about.fr.md": french})

    assert [line.split(" error ")[0] for line in lines(root)] == [
        "content/about.fr.md:5:8",
        "content/about.md:6:7",
    ]


def test_prose_in_yaml_is_told_at_its_value(project):
    text = EXPERIMENT + "story:\n  impact: |\n    One.\n\n    [a](x.md)\n\n    #### b\n"

    assert [line.split(" '")[0] for line in lines(project(PROJECT | {EXPERIMENT_PATH: text}))] == [
        f"{EXPERIMENT_PATH}:31:9 error IMP205 the link",
        (
            f"{EXPERIMENT_PATH}:33:5 error IMP207 a heading below the third level is not "
            "supported here; see CONTRIBUTING.md for the Markdown that is"
        ),
    ]


def test_a_link_to_a_broken_record_is_not_a_second_finding(project):
    files = {PRINCIPLE_PATH: "---\ntitle: a\n---\n", CHAPTER_PATH: CHAPTER}

    assert {line.split(":")[0] for line in lines(project(PROJECT | files))} == {PRINCIPLE_PATH}


def test_what_cites_a_record_with_another_ending_is_not_a_second_finding(project):
    files = {path: text for path, text in PROJECT.items() if path != EXPERIMENT_PATH}
    files[EXPERIMENT_PATH.replace(".yml", ".yaml")] = EXPERIMENT

    assert lines(project(files)) == [
        (
            "experiments/published/door-visits.yaml:1:1 warning IMP005 not read; "
            "rename it to 'door-visits.yml'"
        )
    ]


@pytest.mark.parametrize(
    ("body", "line", "name"),
    [
        ("a\n\n# b", 8, "a heading of the first level"),
        ("a | b\n--|--\nc | d | e", 8, "a table row with more cells than its head"),
        (
            "a\n\n[Note]: lost",
            8,
            "a line that starts with '[Note]:' and that no link refers to",
        ),
        ("a\n\n#### b", 8, "a heading below the third level"),
        ("a\n\n##### b", 8, "a heading below the third level"),
        ("a\n\n###### b", 8, "a heading below the third level"),
        ("a\n\n```\nb\n```", 8, "a code block"),
        ("a\n\n***\n\nb", 8, "a rule"),
        ("a\n\n- - -", 8, "a rule"),
        (">" * 5000, 6, "text this long or this deeply nested"),
        ("word " * 10_001, 6, "text this long or this deeply nested"),
    ],
)
def test_what_markdown_here_does_not_have_is_one_line(project, body, line, name):
    assert lines(project(PROJECT | {CHAPTER_PATH: chapter(body)})) == [
        (
            f"{CHAPTER_PATH}:{line}:1 error IMP207 {name} is not supported here; "
            "see CONTRIBUTING.md for the Markdown that is"
        )
    ]


def test_a_link_is_resolved_from_the_file_in_which_it_stands(project):
    guide = assemble(load(project(PROJECT | {"experiments/imppulse/x.yml": AWAITED})))
    here = Ref("principle", "ring-at-doors")

    address = "../../experiments/published/door-visits.yml"
    assert guide.link_target(address, here) == Ref("experiment", "door-visits")
    assert guide.link_target("ring-at-doors.md#a", here) == here
    assert guide.link_target("nowhere.md", here) is None
