"""What every record has, whatever its kind."""

from __future__ import annotations

from pydantic import Field

from imppulse.records.fields import Day, Identifier, Model
from imppulse.records.source import Source
from imppulse.records.text import Text
from imppulse.records.vocabulary import ReviewState


class Review(Model):
    """Who looked at a record, and when."""

    state: ReviewState = ReviewState.DRAFT
    reviewers: list[str] = Field(
        default_factory=list, description="bodies or roles; persons only with consent"
    )
    reviewed_on: Day | None = None

    @property
    def pending(self) -> bool:
        """Whether someone other than the author has yet to look at the record."""
        return self.state is not ReviewState.REVIEWED


class Record(Model):
    """One file that an editor writes. Its id is the name of the file."""

    id: Identifier = Field(exclude=True)
    title: Text
    formerly: list[Identifier] = Field(
        default_factory=list, description="former ids, kept as addresses"
    )
    sources: list[Source] = Field(
        default_factory=list, description="sources that this record defines"
    )
    cites: list[Identifier] = Field(
        default_factory=list, description="ids of sources that others define"
    )
    review: Review = Review()
