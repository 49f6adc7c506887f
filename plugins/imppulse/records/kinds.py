"""The kinds of record and the folders in which editors put them."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import NamedTuple

from imppulse.records.chapter import Chapter
from imppulse.records.experiment import Experiment
from imppulse.records.principle import Principle
from imppulse.records.recommendation import Recommendation
from imppulse.records.record import Record
from imppulse.records.training import Framework, Module, Pathway


class RecordKind(NamedTuple):
    """One kind of record: where its files lie and what is in them."""

    name: str
    pattern: str
    model: type[Record]

    @property
    def suffix(self) -> str:
        """The ending of its files."""
        return PurePosixPath(self.pattern).suffix


KINDS = (
    RecordKind("experiment", "experiments/imppulse/*.yml", Experiment),
    RecordKind("experiment", "experiments/published/*.yml", Experiment),
    RecordKind("recommendation", "recommendations/*.yml", Recommendation),
    RecordKind("framework", "training/framework.yml", Framework),
    RecordKind("module", "training/modules/*.yml", Module),
    RecordKind("pathway", "training/pathways/*.yml", Pathway),
    RecordKind("principle", "content/principles/*.md", Principle),
    RecordKind("chapter", "content/*.md", Chapter),
)
"""In the order in which they are loaded and reported."""

FOLDERS = ("experiments", "recommendations", "training", "content")
"""The folders that editors write in; ``content`` is the docs_dir of MkDocs."""


def kind_at(path: PurePosixPath) -> RecordKind | None:
    """Return the kind of the record at a path relative to the project, if it is one."""
    for kind in KINDS:
        pattern = PurePosixPath(kind.pattern)
        here = path.parent == pattern.parent and path.suffix == pattern.suffix
        if here and pattern.stem in ("*", path.stem):
            return kind
    return None
