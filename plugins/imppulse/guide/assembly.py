"""The guide: all sound records in one language, connected both ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from imppulse.guide.bibliography import Cited, bibliography
from imppulse.guide.links import image_of, target_of, targets
from imppulse.guide.references import Ref, References, ref_of, resolve
from imppulse.languages.sorting import alphabetical
from imppulse.records.chapter import Chapter
from imppulse.records.experiment import Experiment
from imppulse.records.folder import Records
from imppulse.records.images import Image
from imppulse.records.principle import Principle
from imppulse.records.recommendation import Recommendation
from imppulse.records.record import Record
from imppulse.records.text import SOURCE_LANGUAGE
from imppulse.records.training import Framework, Module, Pathway
from imppulse.records.validation import texts
from imppulse.records.vocabulary import Audience, Kind, Nature, Phase

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Guide:
    """Everything that site and press print, in one language."""

    language: str
    records: dict[Ref, Record]
    paths: dict[Ref, str]
    """The file of each record, relative to the project."""
    targets: dict[str, Ref]
    """The record of each file, for links in prose."""
    images: dict[str, Image]
    """The images of the project, by their path."""
    references: References
    bibliography: dict[str, Cited]

    def _of(self, kind: str, model: type[R]) -> list[R]:
        return [
            record
            for ref, record in self.records.items()
            if ref.kind == kind and isinstance(record, model)
        ]

    @property
    def experiments(self) -> list[Experiment]:
        """Micro-experiments and published evaluations by title; their kind tells them apart."""
        return sorted(
            self._of("experiment", Experiment), key=lambda one: (alphabetical(one.title), one.id)
        )

    def experiments_of(self, kind: Kind) -> list[Experiment]:
        """Return the experiments of one kind."""
        return [experiment for experiment in self.experiments if experiment.kind is kind]

    @property
    def principles(self) -> list[Principle]:
        """All principles along the phases of a project, practical ones first."""
        order = [(phase, nature) for phase in Phase for nature in Nature]
        return sorted(
            self._of("principle", Principle),
            key=lambda one: (order.index((one.phase, one.nature)), one.id),
        )

    @property
    def recommendations(self) -> list[Recommendation]:
        """All recommendations, by those who decide: local ones first."""
        order = list(Audience)
        return sorted(
            self._of("recommendation", Recommendation),
            key=lambda one: (order.index(one.audience), one.id),
        )

    @property
    def framework(self) -> Framework | None:
        """The training framework, if it is there."""
        return next(iter(self._of("framework", Framework)), None)

    @property
    def modules(self) -> list[Module]:
        """All training modules, lower levels first."""
        return sorted(self._of("module", Module), key=lambda module: (module.eqf, module.id))

    @property
    def pathways(self) -> list[Pathway]:
        """All pathways."""
        return self._of("pathway", Pathway)

    @property
    def chapters(self) -> list[Chapter]:
        """All chapters in their order."""
        return sorted(self._of("chapter", Chapter), key=lambda chapter: (chapter.order, chapter.id))

    def chapter(self, id_: str) -> Chapter | None:
        """Return one chapter."""
        record = self.records.get(Ref("chapter", id_))
        return record if isinstance(record, Chapter) else None

    def ref(self, record: Record) -> Ref:
        """Return the name of a record of the guide."""
        return Ref(type(record).__name__.lower(), record.id)

    def link_target(self, address: str, ref: Ref) -> Ref | None:
        """Resolve a relative link in the prose of a record."""
        return target_of(address, self.paths[ref], self.targets)

    def image(self, address: str, ref: Ref) -> Image | None:
        """Resolve the address of an image in the prose of a record."""
        return image_of(address, self.paths[ref], self.images)

    def untranslated(self, record: Record) -> int:
        """Count the passages of a record that stand in another language than the guide's."""
        return sum(text.language != self.language for _, text in texts(record))

    def outdated(self, record: Record) -> int:
        """Count the passages that translate an earlier wording."""
        return sum(text.outdated for _, text in texts(record))


def assemble(records: Records, language: str = SOURCE_LANGUAGE) -> Guide:
    """Connect all sound records in a language; broken references are left out, and judged below."""
    references, _ = resolve(records)
    sources, _ = bibliography(records)
    paths = targets(records)
    return Guide(
        language=language,
        records={ref_of(loaded): loaded.within(language) for loaded in records.loaded},
        paths={ref: path for path, ref in paths.items()},
        targets=paths,
        images=records.images,
        references=References(references),
        bibliography=sources,
    )
