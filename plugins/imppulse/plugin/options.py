"""The options of the plugin in mkdocs.yml."""

from __future__ import annotations

from mkdocs.config import config_options as opt
from mkdocs.config.base import Config

from imppulse.languages.catalogue import SOURCE
from imppulse.press.editions import NAMES


class ImppulseConfig(Config):
    """The options of the plugin in mkdocs.yml."""

    language = opt.Type(str, default=SOURCE)
    """The language at the root of the site."""

    languages = opt.Optional(opt.ListOfItems(opt.Type(str)))
    """All languages to build; those beside the first stand under /fr/ and so on. Unset: all."""

    sidebar_records = opt.Type(bool, default=False)
    """Put every record into the sidebar. The site then grows with the square of the records."""

    press = opt.Type(bool, default=True)
    """Print the PDF editions into pdf/ and offer them on the site."""

    editions = opt.Optional(opt.ListOfItems(opt.Choice(NAMES)))
    """The editions to print: guide, recommendations, training, sheet. Unset: all."""

    release = opt.Type(bool, default=False)
    """Close the publication gate: refuse drafts, unreviewed records, figures without a source."""
