"""A source: a citable reference."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from imppulse.records.fields import Doi, Identifier, Isbn, Model, WebAddress, Year


class Source(Model):
    """A citable reference. The record that needs it first defines it; others cite it by its id."""

    id: Identifier = Field(description="short and unique in the guide, as in 'macqueen-2015'")
    title: str = Field(min_length=1, description="title as published, not translated")
    authors: list[str] = Field(default_factory=list, description="persons or bodies, surname first")
    year: Year | None = None
    publisher: str | None = Field(
        default=None, description="journal with volume and pages, or publisher"
    )
    doi: Doi | None = None
    isbn: Isbn | None = None
    url: WebAddress | None = None

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        if not (self.doi or self.isbn or self.url or self.publisher):
            raise PydanticCustomError(
                "contradiction", "a source needs a doi, isbn, url or publisher"
            )
        return self

    @property
    def address(self) -> str | None:
        """Where a reader finds it on the web."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url
