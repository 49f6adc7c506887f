"""What the press raises when it cannot print."""

from __future__ import annotations


class PressError(Exception):
    """An edition cannot be printed; the message says why, in one line."""
