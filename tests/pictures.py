"""Images for tests, made on the spot."""

import io

from PIL import Image

WHITE, RED = (255, 255, 255), (200, 30, 30)


def picture(size=(60, 40), mode="RGB", form="PNG", **saved):
    """Return the bytes of an image whose left third is red."""
    image = Image.new("RGB", size, WHITE)
    image.paste(RED, (0, 0, size[0] // 3, size[1]))
    data = io.BytesIO()
    image.convert(mode).save(data, form, **saved)
    return data.getvalue()


def exif(*, orientation=1, located=False):
    """Return what a camera notes: how it was held, and where."""
    noted = Image.Exif()
    noted[0x0112] = orientation
    if located:
        noted.get_ifd(0x8825)[1] = "N"
    return noted
