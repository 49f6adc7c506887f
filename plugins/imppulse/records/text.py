"""The two kinds of words in a record that readers read, and that translators translate.

A ``Text`` is one plain passage, a ``Prose`` is a passage in the supported Markdown. Both are
strings that know their language, so that a page can mark a passage that is not in its own.
"""

from __future__ import annotations

import re
from typing import Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

SOURCE_LANGUAGE = "en"
"""The language in which records are written; all others translate it."""


class Text(str):
    """A plain passage; line breaks and runs of spaces in the file mean one space."""

    __slots__ = ("language", "outdated")
    language: str
    outdated: bool
    """The passage translates an earlier wording of the source."""

    description = "plain text"

    def __new__(
        cls, value: str, language: str = SOURCE_LANGUAGE, *, outdated: bool = False
    ) -> Self:
        """Make a passage in a language."""
        text = super().__new__(cls, cls.tidy(value))
        text.language = language
        text.outdated = outdated
        return text

    @staticmethod
    def tidy(value: str) -> str:
        """Fold white space as a reader would; no-break spaces stay."""
        return re.sub(r"[ \t\n]+", " ", value).strip()

    @classmethod
    def read(cls, value: object) -> Self:
        """Type a value of a record. Raises ``PydanticCustomError`` when it is no text or empty."""
        if not isinstance(value, str):
            raise PydanticCustomError("text_type", "expected text")
        language = getattr(value, "language", SOURCE_LANGUAGE)
        text = cls(value, language, outdated=getattr(value, "outdated", False))
        if not text:
            raise PydanticCustomError("text_empty", "the text is empty; write it or delete the key")
        return text

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Let pydantic type this class without losing the language of a passage."""
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe the field to editors."""
        return {"type": "string", "minLength": 1, "description": cls.description}


class Prose(Text):
    """A passage in the supported Markdown: paragraphs, lists, emphasis, links, tables, quotes."""

    __slots__ = ()
    description = "text in Markdown"

    @staticmethod
    def tidy(value: str) -> str:
        """Keep line breaks, which Markdown reads."""
        return value.strip()
