"""What the press reads from a PDF and adds to it after it was compiled: page count, bleed boxes."""

from __future__ import annotations

import io

import pikepdf

from imppulse.press.errors import PressError


def page_count(pdf: bytes) -> int:
    """Return the number of pages. Raises ``PressError`` for what is no PDF."""
    with _opened(pdf) as opened:
        return len(opened.pages)


def with_bleed_boxes(pdf: bytes) -> bytes:
    """Set the BleedBox of every page to its MediaBox.

    Typst extends the medium by the bleed and sets MediaBox and TrimBox, but no BleedBox, without
    which a printer takes the bleed to be zero (ISO 32000-1, 14.11.2). Metadata, structure tree and
    streams stay as they are, and the same input gives the same bytes.

    Raises:
        PressError: A page has no BleedBox in what was written.
    """
    written = io.BytesIO()
    with _opened(pdf) as opened:
        for page in opened.pages:
            page.obj.BleedBox = pikepdf.Array(page.mediabox)
        opened.save(
            written,
            deterministic_id=True,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.preserve,
            linearize=False,
            fix_metadata_version=False,
        )
    result = written.getvalue()
    _check_boxes(result, page_count(pdf))
    return result


def _check_boxes(pdf: bytes, expected: int) -> None:
    """Count the bleed boxes of a PDF as it was written."""
    with _opened(pdf) as opened:
        boxes = sum(page.obj.get("/BleedBox") == page.mediabox for page in opened.pages)
    if boxes != expected:
        message = f"{boxes} of {expected} pages have a BleedBox"
        raise PressError(message)


def _opened(pdf: bytes) -> pikepdf.Pdf:
    try:
        return pikepdf.open(io.BytesIO(pdf))
    except pikepdf.PdfError as error:
        message = f"the compiler gave no PDF that can be read: {error}"
        raise PressError(message) from error
