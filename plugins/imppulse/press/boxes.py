"""What a printer asks of a PDF beside its pages: their number, and the box of the bleed."""

from __future__ import annotations

import re
from bisect import bisect_left

from imppulse.press.making import PressError

_PAGE = re.compile(rb"/Type/Page/[^\n]*?/MediaBox(\[[^\]]*\])/TrimBox\[[^\]]*\]")
_COUNT = re.compile(rb"/Type/Pages/Count (\d+)")
_ENTRY = re.compile(rb"(\d{10})( \d{5} n)")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")


def page_count(pdf: bytes) -> int:
    """Return the number of pages."""
    counts = [int(found) for found in _COUNT.findall(pdf)]
    if not counts:
        message = "the compiler gave a PDF without pages"
        raise PressError(message)
    return max(counts)


def with_bleed_boxes(pdf: bytes) -> bytes:
    """Name the bleed of every page: the compiler bleeds to the edge of the medium and says it not.

    The table of objects is rewritten, as every object moves by what stands before it.
    """
    start = _START.search(pdf)
    if start is None:
        message = "the compiler gave a PDF without a table of objects"
        raise PressError(message)
    table = int(start[1])
    inserted = [(page.end(), b"/BleedBox" + page[1]) for page in _PAGE.finditer(pdf, 0, table)]
    places = [place for place, _ in inserted]
    moved = [0]
    for _, text in inserted:
        moved.append(moved[-1] + len(text))

    def shifted(place: int) -> int:
        return place + moved[bisect_left(places, place)]

    body, last = [], 0
    for place, text in inserted:
        body += [pdf[last:place], text]
        last = place
    body.append(pdf[last:table])
    entries = _ENTRY.sub(lambda one: b"%010d%b" % (shifted(int(one[1])), one[2]), pdf[table:])
    tail = _START.sub(b"startxref\n%d\n%%%%EOF" % shifted(table), entries)
    return b"".join(body) + tail
