"""An image is tried before it is shown: whether it is whole, small enough, and of which size."""

import os

import pytest

from imppulse.records.folder import load
from imppulse.records.images import MAX_BYTES, read_image
from tests.pictures import exif, picture

NAME = "content/images/door.png"


@pytest.fixture
def read(project):
    """Return a function that writes an image and reads it."""
    return lambda data, name=NAME: read_image(project({name: data}), name)


def test_an_image_has_its_size_in_pixels(read):
    image = read(picture((60, 40)))
    assert (image.width, image.height, image.problem) == (60, 40, "")
    assert not image.located


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_all_colours_of_a_screen_are_read(read, mode):
    assert read(picture(mode=mode)).problem == ""


def test_an_image_taken_sideways_has_the_size_that_is_seen(read):
    image = read(picture((60, 40), form="JPEG", exif=exif(orientation=6)), "content/a.jpg")
    assert (image.width, image.height) == (40, 60)


def test_an_image_that_tells_its_place_is_known(read):
    assert read(picture(form="JPEG", exif=exif(located=True)), "content/a.jpg").located


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (picture() + b"\0" * MAX_BYTES, "has 2.0 MiB; at most 2 MiB, so save it smaller"),
        (picture((5001, 2)), "has 5001 × 2 pixels; at most 5000 a side, so save it smaller"),
        (picture()[:60], "is damaged, or no PNG or JPEG; save it again as one of them"),
        (
            picture((300, 300), form="JPEG")[:900],
            "is damaged, or no PNG or JPEG; save it again as one of them",
        ),
        (b"", "is damaged, or no PNG or JPEG; save it again as one of them"),
        (picture(form="GIF"), "is damaged, or no PNG or JPEG; save it again as one of them"),
        (b"<svg/>", "is damaged, or no PNG or JPEG; save it again as one of them"),
        (
            picture(mode="CMYK", form="JPEG"),
            "has the colours of a printing press (CMYK); save it as RGB",
        ),
    ],
)
def test_what_cannot_be_shown_says_why(read, data, problem):
    assert read(data).problem == problem


def test_images_among_the_chapters_are_known_by_their_path(project):
    records = load(project({NAME: picture(), "content/images/notes.txt": "x"}))
    assert list(records.images) == [NAME]
    assert records.findings == []


def test_an_image_beside_a_record_is_told_where_to_go(project):
    records = load(project({"experiments/imppulse/a.JPG": picture(form="JPEG")}))
    assert [str(finding) for finding in records.findings] == [
        "experiments/imppulse/a.JPG:1:1 warning IMP005 not read; put images into content/images/"
    ]


def test_an_image_that_leads_out_of_the_project_is_not_read(project, tmp_path):
    outside = tmp_path / "outside.png"
    outside.write_bytes(picture())
    root = project({"content/images/door.png": picture()})
    (root / "content/images/link.png").symlink_to(outside)
    records = load(root)
    assert list(records.images) == [NAME]
    assert [str(finding).split(";")[0] for finding in records.findings] == [
        (
            "content/images/link.png:1:1 error IMP006 "
            "the file is a link that leads out of the project"
        )
    ]


def test_what_is_no_file_is_not_waited_for(project):
    root = project({"content/images/door.png": picture()})
    os.mkfifo(root / "content/images/pipe.png")
    assert read_image(root, "content/images/pipe.png").problem == "is not a file"
