"""An editor's image is printed where it stands, upright, with its caption and its description."""

import subprocess

import pikepdf
import pytest
from PIL import Image

from imppulse.press.pdf import page_count
from tests.pictures import exif, picture
from tests.press.conftest import flat, text_of
from tests.press.test_structure import elements, named
from tests.sound import CHAPTER_PATH, PROJECT

CHAPTER = (
    "---\ntitle: About\nsummary: What this is.\n---\n\nBefore it.\n\n"
    '![A red door](images/door.jpg "The door of a flat.")\n\nAfter it.\n'
)


@pytest.fixture
def shown(project, printed):
    """Return a function that prints a guide with an image in a chapter."""

    def run(data):
        return printed(PROJECT | {CHAPTER_PATH: CHAPTER, "content/images/door.jpg": data})

    return run


def sides_of_red(pdf, folder):
    """Return width and height of all that is red on the page that has some, in pixels."""
    subprocess.run(["pdftoppm", "-r", "50", "-png", str(pdf), str(folder / "p")], check=True)
    for page in sorted(folder.glob("p-*.png")):
        with Image.open(page) as image:
            red, green, _ = image.convert("RGB").split()
            mask = Image.eval(red, lambda v: 255 if v > 180 else 0)
            dark = Image.eval(green, lambda v: 255 if v < 90 else 0)
            box = Image.composite(mask, Image.new("L", mask.size), dark).getbbox()
            if box:
                return box[2] - box[0], box[3] - box[1]
    return None


def test_an_image_stands_in_its_text_with_its_caption(shown):
    text = flat(text_of(shown(picture((600, 400), form="JPEG"))))
    assert flat("Before it. The door of a flat. After it.") in text


def test_an_image_is_a_figure_with_its_description(shown):
    with pikepdf.open(shown(picture((600, 400), form="JPEG"))) as pdf:
        figures = named(list(elements(pdf.Root.StructTreeRoot)), "Figure")
        assert "A red door" in [str(figure.Alt) for figure in figures]


@pytest.mark.parametrize(("orientation", "upright"), [(1, True), (3, True), (6, False)])
def test_an_image_is_printed_as_the_camera_was_held(shown, tmp_path, orientation, upright):
    data = picture((600, 600), form="JPEG", exif=exif(orientation=orientation))
    width, height = sides_of_red(shown(data), tmp_path)
    assert (height == pytest.approx(3 * width, rel=0.1)) is upright
    assert (width == pytest.approx(3 * height, rel=0.1)) is not upright


@pytest.mark.parametrize("size", [(1, 1), (5000, 10), (10, 5000), (3000, 3000)])
def test_an_image_of_any_shape_stays_on_the_page(shown, size, tmp_path):
    width, height = sides_of_red(shown(picture(size, form="JPEG")), tmp_path) or (0, 0)
    assert width <= 138 / 25.4 * 50 + 2
    assert height <= 170 / 25.4 * 50 + 2


def test_what_stands_beside_the_pixels_stays_out(shown):
    said = b"/Type/Pages/Count 99998 /Type/Page/Parent 1 0 R/MediaBox[0 0 1 1]/TrimBox[0 0 1 1]"
    data = picture((600, 400), form="JPEG", comment=said)
    assert said in data
    pdf = shown(data).read_bytes()
    assert said not in pdf
    assert page_count(pdf) < 50


def test_a_marker_with_fill_bytes_is_no_loss(shown):
    data = picture((600, 400), form="JPEG")
    with pikepdf.open(shown(data[:20] + b"\xff" + data[20:])) as pdf:
        assert any(page.get_images() for page in pdf.pages)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA"])
def test_every_kind_of_image_keeps_the_standards(shown, mode):
    with pikepdf.open(shown(picture((60, 40), mode=mode))) as pdf, pdf.open_metadata() as data:
        assert data["pdfaid:part"] == "2"
