"""Support matrix: which record says what of which principle, recommendation or module."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from imppulse.documents.charts.drawing import WIDTH, Drawing, draw, language_of, pages, part, tidy
from imppulse.documents.charts.legend import legend
from imppulse.documents.charts.links import Claim, Link, link_table, links
from imppulse.documents.charts.text_metrics import SMALL, wrap
from imppulse.languages.catalogue import Catalogue
from imppulse.records.experiment import Experiment
from imppulse.records.principle import Principle
from imppulse.records.recommendation import Recommendation
from imppulse.records.training import Module
from imppulse.records.vocabulary import Kind, Relation

COLUMNS = 14
"""The most claims in one drawing; more are parted evenly."""

_LINE = 15.0
_GLYPH = 14.0
_COLUMN = 14.0
_HEAD = 30.0
_GROUP = 28.0


@dataclass(frozen=True)
class _Glyph:
    relation: Relation
    x: float
    y: float


@dataclass(frozen=True)
class _Row:
    label: list[str]
    language: str | None
    label_y: float
    y: float
    height: float
    glyphs: list[_Glyph]


@dataclass(frozen=True)
class _Group:
    heading: str
    y: float
    rows: list[_Row]


@dataclass(frozen=True)
class _Column:
    """A claim: its number at the head of a column, its title in the key below."""

    number: str
    x: float
    number_y: float
    title: list[str]
    language: str | None
    y: float


def support_matrices(
    claims: Sequence[Claim],
    experiments: Iterable[Experiment],
    words: Catalogue,
    *,
    name: str,
    height: float | None = None,
) -> list[Drawing]:
    """Return the matrix of claims of one kind in as many drawings as it takes; none without links.

    Args:
        claims: Principles, recommendations or modules, in the order of the guide.
        experiments: All experiments; those that no claim cites are left out.
        words: The language.
        name: What the ids in the SVG start with, unique in a page.
        height: The most that one drawing may measure, for paper.
    """
    found = links(claims, experiments)
    drawings: list[Drawing] = []
    for numbered in _parted(list(enumerate(claims, start=1))):
        ids = {claim.id for _, claim in numbered}
        here = [link for link in found if link.claim.id in ids]
        cited = list({link.experiment.id: link.experiment for link in here}.values())
        layout = _Layout(numbered, here, words)
        room = height - layout.below - _HEAD - 2 * _GROUP if height else None
        for cut in pages([layout.height(one) for one in cited], room):
            drawings.append(layout.drawn(cited[cut], part(name, len(drawings))))
    return drawings


@dataclass(frozen=True)
class _Layout:
    """The columns of a matrix, and the links in it."""

    claims: list[tuple[int, Claim]]
    found: list[Link]
    words: Catalogue

    @property
    def labels(self) -> float:
        """Width of the titles of records."""
        return WIDTH - _COLUMN * len(self.claims) - 4

    @property
    def below(self) -> float:
        """Height of legend and key."""
        titles = sum(len(self._title(claim)) for _, claim in self.claims)
        return titles * _LINE + 3 * len(self.claims) + 60

    def height(self, experiment: Experiment) -> float:
        """Return the height of the row of a record."""
        stacked = max(len(link.relations) for link in self._of(experiment))
        return max(len(self._label(experiment)) * _LINE, stacked * _GLYPH) + 6

    def drawn(self, experiments: list[Experiment], name: str) -> Drawing:
        """Lay out some of the records from top to bottom, and fill the template."""
        _ = self.words.gettext
        groups, bottom = self._groups(experiments)
        ids = {experiment.id for experiment in experiments}
        here = [link for link in self.found if link.experiment.id in ids]
        seen = [one for one in Relation if any(one in link.relations for link in here)]
        key = legend([(one.value, _(one.label)) for one in seen], bottom + 6)
        columns, end = self._columns(key.bottom + 4)
        return draw(
            "support_matrix.svg.j2",
            self.words,
            name=name,
            title=self._heading(),
            description=self._description(here),
            width=float(WIDTH),
            height=end,
            table=link_table(here, self.words),
            columns=columns,
            groups=groups,
            bottom=bottom,
            head=_HEAD,
            legend=key,
        )

    def _of(self, experiment: Experiment) -> list[Link]:
        return [link for link in self.found if link.experiment.id == experiment.id]

    def _label(self, experiment: Experiment) -> list[str]:
        return wrap(tidy(experiment.title), self.labels - 4, SMALL, lines=2)

    def _title(self, claim: Claim) -> list[str]:
        return wrap(tidy(claim.title), WIDTH - 24, SMALL)

    def _x(self, column: int) -> float:
        return WIDTH - _COLUMN * (len(self.claims) - column) + _COLUMN / 2 - 1

    def _groups(self, experiments: list[Experiment]) -> tuple[list[_Group], float]:
        """Place the rows, published evaluations and the project's own apart."""
        _ = self.words.gettext
        groups: list[_Group] = []
        y = _HEAD
        headings = {
            Kind.PUBLISHED: _("Published evaluations"),
            Kind.MICRO_EXPERIMENT: _("Micro-experiments of IMPPULSE"),
        }
        for kind, heading in headings.items():
            members = [one for one in experiments if one.kind is kind]
            if not members:
                continue
            start, rows = y, []
            y += _GROUP
            for experiment in members:
                rows.append(self._row(experiment, y))
                y += self.height(experiment)
            groups.append(_Group(heading, start, rows))
        return groups, y

    def _row(self, experiment: Experiment, y: float) -> _Row:
        label, height = self._label(experiment), self.height(experiment)
        column = {claim.id: position for position, (_, claim) in enumerate(self.claims)}
        glyphs = [
            _Glyph(
                relation,
                self._x(column[link.claim.id]),
                y + height / 2 + (place - (len(link.relations) - 1) / 2) * _GLYPH,
            )
            for link in self._of(experiment)
            for place, relation in enumerate(link.relations)
        ]
        label_y = y + (height - len(label) * _LINE) / 2 - 1
        return _Row(label, language_of(experiment.title, self.words), label_y, y, height, glyphs)

    def _columns(self, y: float) -> tuple[list[_Column], float]:
        """Place the numbers of the claims, and the key that tells their titles."""
        columns: list[_Column] = []
        for position, (number, claim) in enumerate(self.claims):
            title = self._title(claim)
            language = language_of(claim.title, self.words)
            x = self._x(position)
            level = 13.0 + 11 * (position % 2)  # in turns, so that two digits have room
            columns.append(_Column(self.words.number(number), x, level, title, language, y))
            y += len(title) * _LINE + 3
        return columns, y + 2

    def _heading(self) -> str:
        _ = self.words.gettext
        match self.claims[0][1]:
            case Principle():
                return _("Principles and the records behind them")
            case Recommendation():
                return _("Recommendations and the records behind them")
            case Module():
                return _("Training modules and the records behind them")

    def _description(self, here: list[Link]) -> str:
        """Tell per claim which records say what."""
        _ = self.words.gettext
        sentences: list[str] = []
        for number, claim in self.claims:
            said = []
            for relation in Relation:
                titles = [
                    str(link.experiment.title)
                    for link in here
                    if link.claim.id == claim.id and relation in link.relations
                ]
                if titles:
                    said.append(f"{_(relation.label)}: {', '.join(titles)}")
            told = "; ".join(said) or _("No record")
            sentences.append(f"{self.words.number(number)}. {claim.title}: {told}.")
        return " ".join(sentences)


def _parted(claims: list[tuple[int, Claim]]) -> list[list[tuple[int, Claim]]]:
    """Part claims evenly into runs that fit the width."""
    if not claims:
        return []
    runs = -(-len(claims) // COLUMNS)
    size = -(-len(claims) // runs)
    return [claims[start : start + size] for start in range(0, len(claims), size)]
