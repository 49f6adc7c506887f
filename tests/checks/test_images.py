"""An image in prose is there, can be shown and is described, in every language; else a finding."""

import pytest

from imppulse.checks.pipeline import check
from imppulse.guide.assembly import assemble
from imppulse.guide.references import Ref
from imppulse.records.folder import load
from tests.pictures import exif, picture
from tests.sound import CHAPTER_PATH, EXPERIMENT, EXPERIMENT_PATH, PROJECT

DOOR = "content/images/door.png"


def chapter(body):
    return f"---\ntitle: About\nsummary: What this is.\n---\n\n{body}\n"


@pytest.fixture
def found(project):
    """Return a function that shows an image in a chapter, and returns what is said of it."""

    def run(body, data=None):
        files = PROJECT | {CHAPTER_PATH: chapter(body), DOOR: data or picture()}
        return [
            str(finding).removeprefix(f"{CHAPTER_PATH}:")
            for finding in check(load(project(files), ("en", "fr")))
            if finding.code < "IMP400"
        ]

    return run


@pytest.mark.parametrize(
    "body",
    [
        "![A door](images/door.png)",
        '![A door](images/door.png "The door of a flat.")',
        "![A door](<images/door.png>)",
        "Before.\n\n![A door](./images/door.png)\n\nAfter.",
        "Before.\n\n![A door](images/door.png) \t\n\nAfter.",
    ],
)
def test_an_image_that_is_there_and_described_is_sound(found, body):
    assert found(body) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            "a\n\n![b](images/dor.png)",
            "8:6 error IMP208 there is no image 'images/dor.png'; did you mean 'images/door.png'?",
        ),
        (
            "![b](window.jpg)",
            "6:6 error IMP208 there is no image 'window.jpg'; images lie in 'images/'",
        ),
        (
            "![](images/door.png)",
            (
                "6:5 error IMP208 the image 'images/door.png' says nothing to those who do not see "
                "it; describe it between the [brackets]"
            ),
        ),
        (
            "![b](https://a.example/b.png)",
            (
                "6:6 error IMP208 the image 'https://a.example/b.png' is not one of ours; "
                "put a PNG or JPEG into content/images/"
            ),
        ),
        (
            "![b](data:image/png;base64,AAAA)",
            (
                "6:6 error IMP208 the image 'data:image/png;base64,AAAA' is not one of ours; "
                "put a PNG or JPEG into content/images/"
            ),
        ),
        (
            "![b](../../../etc/passwd.png)",
            "6:6 error IMP208 there is no image '../../../etc/passwd.png'; images lie in 'images/'",
        ),
        (
            "a\n\nb ![c](images/door.png) d",
            (
                "8:3 error IMP207 an image that is no paragraph of its own is not "
                "supported here; "
                "see CONTRIBUTING.md for the Markdown that is"
            ),
        ),
        (
            "![Photo [1]](images/nope.png)\n\nb\n\n![Photo [1]](images/nope.png)",
            (
                "6:14 error IMP208 there is no image 'images/nope.png'; images lie in 'images/'\n"
                "10:14 error IMP208 there is no image 'images/nope.png'; images lie in 'images/'"
            ),
        ),
    ],
)
def test_what_is_wrong_with_an_image_is_one_line(found, body, said):
    assert found(body) == said.split("\n")


def test_a_damaged_image_is_named_where_it_is_shown(found):
    assert found("![b](images/door.png)", picture()[:60]) == [
        (
            "6:6 error IMP208 the image 'images/door.png' is damaged, or no PNG or JPEG; "
            "save it again as one of them"
        )
    ]


def test_an_image_that_tells_its_place_is_a_warning(found):
    assert found("![b](images/door.png)", picture(form="JPEG", exif=exif(located=True))) == [
        (
            "6:6 warning IMP209 the image 'images/door.png' tells where it was taken; "
            "save it without its position, if people live there"
        )
    ]


def test_a_record_shows_an_image_by_its_path_from_the_record(project):
    story = "story:\n  intervention: |\n    ![A door](../../content/images/door.png)\n"
    files = {EXPERIMENT_PATH: f"{EXPERIMENT}{story}", DOOR: picture()}
    records = load(project(files))
    assert [str(one) for one in check(records) if one.code < "IMP400"] == []
    image = assemble(records).image(
        "../../content/images/door.png", Ref("experiment", "door-visits")
    )
    assert image.path == DOOR


def test_a_translation_shows_its_own_images(project):
    french = "---\ntitle: À propos\n---\n\n![b](images/porte.png)\n"
    files = PROJECT | {CHAPTER_PATH: chapter("a"), "content/about.fr.md": french, DOOR: picture()}
    lines = [str(one) for one in check(load(project(files), ("en", "fr"))) if one.code == "IMP208"]
    assert lines == [
        (
            "content/about.fr.md:5:6 error IMP208 there is no image 'images/porte.png'; "
            "images lie in 'images/'"
        )
    ]
