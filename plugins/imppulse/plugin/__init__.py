"""The MkDocs adapter, the only package that imports MkDocs: thin, as all meaning lies elsewhere."""

from imppulse.plugin.adapter import ImppulsePlugin

__all__ = ["ImppulsePlugin"]
