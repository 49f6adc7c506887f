"""Which files are records, and what happens to those that are not."""

import os

import pytest

from imppulse.records.folder import load
from tests.sound import AWAITED, CHAPTER, PROJECT

X = "experiments/imppulse/x.yml"


def lines(records):
    return [str(finding) for finding in records.findings]


def test_a_project_without_any_folder_is_empty(tmp_path):
    records = load(tmp_path)

    assert (records.loaded, records.findings) == ([], [])


def test_records_come_in_a_fixed_order(project):
    root = project(PROJECT)

    assert [one.path for one in load(root).loaded] == [one.path for one in load(root).loaded]
    assert [one.path for one in load(root).loaded] == [
        "experiments/imppulse/lisbon.yml",
        "experiments/published/door-visits.yml",
        "recommendations/fund-door-visits.yml",
        "training/framework.yml",
        "training/modules/listening.yml",
        "training/pathways/patrol.yml",
        "content/about.md",
        "content/principles/ring-at-doors.md",
    ]


def test_the_id_is_the_name_of_the_file(project):
    (loaded,) = load(project({X: AWAITED})).loaded

    assert (loaded.record.id, loaded.kind.name) == ("x", "experiment")


def test_hidden_and_backup_files_and_pictures_of_chapters_are_passed_over(project):
    files = {
        "experiments/imppulse/.x.yml.swp": "",
        "experiments/imppulse/x.yml~": "",
        "training/.idea/modules.xml": "",
        "content/images/map.svg": "",
        "content/leaflet.pdf": "",
        "elsewhere/x.yml": "",
    }

    assert load(project(files)).findings == []


def test_a_link_out_of_the_project_is_not_followed(project, tmp_path):
    (tmp_path / "secret.yml").write_text(AWAITED)
    root = project({X: AWAITED})
    (root / "experiments/imppulse/y.yml").symlink_to(tmp_path / "secret.yml")

    records = load(root)

    assert lines(records) == [
        (
            "experiments/imppulse/y.yml:1:1 error IMP006 "
            "the file is a link that leads out of the project; put the file itself here"
        )
    ]
    assert [loaded.path for loaded in records.loaded] == [X]


def test_a_folder_that_leads_out_of_the_project_is_not_followed(project, tmp_path):
    (tmp_path / "other/imppulse").mkdir(parents=True)
    (tmp_path / "other/imppulse/x.yml").write_text(AWAITED)
    root = project({"content/x.md": CHAPTER})
    (root / "experiments").symlink_to(tmp_path / "other")
    (root / "training").mkdir()
    (root / "training/modules").symlink_to(tmp_path / "other")

    assert [line.split(";")[0] for line in lines(load(root))] == [
        (
            "experiments/imppulse/x.yml:1:1 error IMP006 "
            "the file is a link that leads out of the project"
        ),
        ("training/modules:1:1 error IMP006 the file is a link that leads out of the project"),
    ]


def test_a_link_within_the_project_is_a_record(project):
    root = project({X: AWAITED})
    (root / "experiments/imppulse/y.yml").symlink_to("x.yml")

    assert [loaded.record.id for loaded in load(root).loaded] == ["x", "y"]


def test_a_link_to_nothing_is_a_finding(project):
    root = project({X: AWAITED})
    (root / "experiments/imppulse/y.yml").symlink_to("gone.yml")

    assert lines(load(root)) == [
        (
            "experiments/imppulse/y.yml:1:1 error IMP006 "
            "the file cannot be read: no such file or directory"
        )
    ]


def test_links_in_a_circle_are_a_finding(project):
    root = project({X: AWAITED})
    (root / "experiments/imppulse/y.yml").symlink_to("y.yml")

    (line,) = lines(load(root))
    assert line.startswith("experiments/imppulse/y.yml:1:1 error IMP006 the file cannot be read: ")


def test_what_is_no_file_is_not_waited_for(project):
    root = project({X: AWAITED})
    os.mkfifo(root / "experiments/imppulse/y.yml")

    assert lines(load(root)) == [
        "experiments/imppulse/y.yml:1:1 error IMP006 the file cannot be read: it is not a file"
    ]


@pytest.fixture
def nobody():
    """Run as a user who may not read everything, where the tests run as one who may."""
    if os.geteuid() == 0:
        os.seteuid(65534)  # the kernel's own 'nobody', which needs no entry in a list of users
        yield
        os.seteuid(0)
    else:
        yield


@pytest.fixture
def open_project(project, tmp_path):
    """Return a project that every user may look into."""

    def write(files):
        root = project(files)
        for folder in [tmp_path, *list(tmp_path.parents)[:2]]:
            folder.chmod(folder.stat().st_mode | 0o055)
        return root

    return write


def test_a_file_that_may_not_be_read_is_a_finding(open_project, request):
    root = open_project({X: AWAITED})
    (root / X).chmod(0)
    request.getfixturevalue("nobody")

    assert lines(load(root)) == [f"{X}:1:1 error IMP006 the file cannot be read: permission denied"]


@pytest.mark.parametrize("mode", [0o000, 0o444])
def test_a_folder_that_may_not_be_entered_is_a_finding(open_project, request, mode):
    root = open_project({X: AWAITED, "content/x.md": CHAPTER})
    folder = root / "experiments/imppulse"
    folder.chmod(mode)
    request.getfixturevalue("nobody")

    records = load(root)
    (line,) = lines(records)

    assert "error IMP006" in line
    assert "permission denied" in line
    assert [loaded.path for loaded in records.loaded] == ["content/x.md"]
    os.seteuid(os.getuid())
    folder.chmod(0o755)


def test_a_record_of_the_other_kind_is_a_finding_and_no_broken_reference_besides(project):
    records = load(project({"experiments/published/x.yml": AWAITED}))

    assert [finding.code for finding in records.findings] == ["IMP107"]
    assert records.unsound | {loaded.path for loaded in records.loaded} == {
        "experiments/published/x.yml"
    }
