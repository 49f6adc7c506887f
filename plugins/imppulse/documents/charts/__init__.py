"""The figures of the guide as SVG: the same file for site and press."""
