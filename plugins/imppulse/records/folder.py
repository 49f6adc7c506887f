"""All records of a project: every file read, typed and matched with its translations."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from errno import ENOENT
from pathlib import Path, PurePosixPath

from imppulse.records.experiment import Experiment
from imppulse.records.fields import ID_PATTERN
from imppulse.records.findings import Finding, Place, Severity
from imppulse.records.images import Image, is_image, read_image
from imppulse.records.kinds import FOLDERS, RecordKind, kind_at
from imppulse.records.markdown import parse_markdown
from imppulse.records.reading import UNREADABLE, read_text
from imppulse.records.record import Record
from imppulse.records.rule import Example, Rule
from imppulse.records.text import SOURCE_LANGUAGE
from imppulse.records.translation import Translation, lay_over, read_translation
from imppulse.records.tree import Mapping, key_place, parse, place_of
from imppulse.records.validation import CONTRADICTION, validate
from imppulse.records.vocabulary import Kind

FILE_NAME = Rule(
    "IMP004",
    Severity.ERROR,
    "The file name is not an id: lower-case letters, digits and hyphens.",
    why="The name of the file is the id of the record, and part of its address on the website.",
    remedy="Rename the file with lower-case letters, digits and single hyphens.",
    example=Example(
        bad="experiments/published/Door_Visits.yml\n",
        good="experiments/published/door-visits.yml\n",
    ),
)

NOT_READ = Rule(
    "IMP005",
    Severity.WARNING,
    "A file among the records is not read, because of its name or place.",
    why="Whoever wrote the file expects to see it in the guide.",
    remedy=(
        "Rename the file to end in .yml or move it to the folder of its kind; images belong "
        "into content/images/."
    ),
    example=Example(
        bad="experiments/published/door-visits.yaml\n",
        good="experiments/published/door-visits.yml\n",
    ),
)

UNKNOWN_LANGUAGE = Rule(
    "IMP304",
    Severity.WARNING,
    "The file translates into a language that the guide does not have.",
    why="The translation would be printed nowhere.",
    remedy=(
        "Name the file with the code of a language of the guide, as in x.fr.yml, or add a "
        "catalogue for the new language."
    ),
    example=Example(
        bad="experiments/published/door-visits.xx.yml\n",
        good="experiments/published/door-visits.fr.yml\n",
    ),
)

NO_ORIGINAL = Rule(
    "IMP301",
    Severity.ERROR,
    "The translation stands beside no record.",
    why=(
        "A translation gives the text of a record that is there; without it, it is printed nowhere."
    ),
    remedy="Give the translation the name of its record, with the language before the ending.",
    example=Example(
        bad="experiments/published/door-visit.fr.yml\n",
        good="experiments/published/door-visits.fr.yml\n",
    ),
)


_LEADS_OUT = "the file is a link that leads out of the project; put the file itself here"
_OTHER_ENDINGS = (".yaml", ".YML", ".YAML")
_KIND_OF_FOLDER = {"imppulse": Kind.MICRO_EXPERIMENT, "published": Kind.PUBLISHED}


@dataclass(frozen=True)
class Loaded:
    """A record with the file it came from, so that whoever judges it can point at a line."""

    kind: RecordKind
    path: str
    tree: Mapping
    record: Record
    translations: dict[str, Translation] = field(default_factory=dict)

    def place(self, *path: str | int) -> Place:
        """Return the place of a value, or of the nearest value above it."""
        return place_of(self.tree, path)

    def key_place(self, *path: str | int) -> Place:
        """Return the place of a key."""
        return key_place(self.tree, path)

    def within(self, language: str) -> Record:
        """Return the record in a language; passages that are not translated stay in English."""
        translation = self.translations.get(language)
        if translation is None:
            return self.record
        values = lay_over(self.tree, self.record, translation)
        record, findings = validate(type(self.record), self.tree, self.record.id, values)
        if record is None:  # cannot be: the translation was tried when it was read
            raise ValueError(findings)
        return record


@dataclass(frozen=True)
class Records:
    """What the folders hold: the sound records in a fixed order, and what is wrong elsewhere."""

    loaded: list[Loaded]
    findings: list[Finding]
    unsound: frozenset[str]
    """Paths of the records that could not be read or typed; references to them are not broken."""
    images: dict[str, Image] = field(default_factory=dict)
    """The images among the chapters, by their path."""

    def of(self, kind: str) -> list[Loaded]:
        """Return the records of one kind."""
        return [loaded for loaded in self.loaded if loaded.kind.name == kind]


def load(root: Path, languages: Iterable[str] = (SOURCE_LANGUAGE,)) -> Records:
    """Read every record under a project folder, with its translations into some languages."""
    found: dict[str, Loaded] = {}
    files, findings = _files(root)
    translations: list[tuple[str, str, RecordKind]] = []
    unsound: set[str] = set()
    images: dict[str, Image] = {}
    known = set(languages)
    for path in files:
        name = PurePosixPath(path).name
        record_path, language = _split_language(path)
        kind = kind_at(PurePosixPath(record_path))
        if kind is None and _leads_out(root / path, root):
            findings.append(UNREADABLE.at(Place(path), _LEADS_OUT))
        elif _is_shown(path):
            images[path] = read_image(root, path)
        elif kind is None:
            findings += _misplaced(path)
            unsound |= _meant(path)
        elif language is None:
            loaded, said = _load_record(root, path, kind)
            findings += said
            if loaded is None:
                unsound.add(path)
            else:
                found[path] = loaded
        elif language not in known or language == SOURCE_LANGUAGE:
            message = f"'{language}' in '{name}' is no language that the guide is translated into"
            findings.append(UNKNOWN_LANGUAGE.at(Place(path), message))
        else:
            translations.append((path, language, kind))
    for path, language, kind in translations:
        findings += _add_translation(root, path, language, kind, found)
    return Records(list(found.values()), sorted(set(findings)), frozenset(unsound), images)


def _files(root: Path) -> tuple[list[str], list[Finding]]:
    """Walk the editors' folders in a fixed order, and say which of them cannot be looked into.

    Hidden and backup files stay out. Links to folders are named, but not followed.
    """
    closed: list[OSError] = []
    found: list[str] = []
    for folder in FOLDERS:
        inside = []
        for where, folders, names in os.walk(root / folder, onerror=closed.append):
            links = [name for name in folders if _is_link(Path(where, name))]
            inside += [Path(where, name).relative_to(root) for name in (*names, *links)]
        found += [file.as_posix() for file in sorted(inside) if not _is_hidden(file)]
    return found, [_closed_folder(root, error) for error in closed if error.errno != ENOENT]


def _is_link(folder: Path) -> bool:
    try:
        return folder.is_symlink()
    except OSError:  # in a folder that may be listed, but not entered
        return False


def _is_hidden(file: Path) -> bool:
    """Tell hidden and backup files, and those in such folders."""
    return any(part.startswith(".") or part.endswith("~") for part in file.parts)


def _closed_folder(root: Path, error: OSError) -> Finding:
    """Say which folder cannot be looked into, and why."""
    place = Place(Path(error.filename).relative_to(root).as_posix())
    reason = (error.strerror or "unknown reason").lower()
    return UNREADABLE.at(place, f"the folder cannot be read: {reason}")


def _split_language(path: str) -> tuple[str, str | None]:
    """Tell ``x.yml`` from ``x.fr.yml``: return the path of the record and the language."""
    pure = PurePosixPath(path)
    stem, dot, language = pure.stem.rpartition(".")
    if dot and stem and 2 <= len(language) <= 3 and language.isalpha():
        return (pure.parent / f"{stem}{pure.suffix}").as_posix(), language
    return path, None


def _is_shown(path: str) -> bool:
    """Tell an image that texts may show: one that MkDocs copies into the site."""
    return path.startswith("content/") and is_image(path)


def _meant(path: str) -> set[str]:
    """Return the path of the record that a file with another ending of YAML was meant to be."""
    pure = PurePosixPath(path)
    return {pure.with_suffix(".yml").as_posix()} if pure.suffix in _OTHER_ENDINGS else set()


def _misplaced(path: str) -> list[Finding]:
    """Say why a file is not read, unless it is a picture or attachment of a chapter."""
    pure = PurePosixPath(path)
    if pure.parts[0] == "content" and pure.suffix != ".md":
        return []
    if pure.suffix in _OTHER_ENDINGS:
        return [NOT_READ.at(Place(path), f"not read; rename it to '{pure.stem}.yml'")]
    if is_image(path):
        return [NOT_READ.at(Place(path), "not read; put images into content/images/")]
    return [NOT_READ.at(Place(path), "not read; no record belongs here under this name")]


def _parse(root: Path, path: str) -> tuple[Mapping | None, list[Finding]]:
    """Read and parse one file; links that lead out of the project are not followed."""
    file = root / path
    if _leads_out(file, root):
        return None, [UNREADABLE.at(Place(path), _LEADS_OUT)]
    text, findings = read_text(file, path)
    if text is None:
        return None, findings
    return parse_markdown(text, path) if path.endswith(".md") else parse(text, path)


def _leads_out(file: Path, root: Path) -> bool:
    """Tell whether a file is a link to somewhere outside the project."""
    try:
        return not file.resolve().is_relative_to(root.resolve())
    except RuntimeError:  # Python before 3.13, for links in a circle; reading them fails
        return False


def _load_record(root: Path, path: str, kind: RecordKind) -> tuple[Loaded | None, list[Finding]]:
    """Read, parse and type one record."""
    id_ = PurePosixPath(path).stem
    if not ID_PATTERN.fullmatch(id_):
        message = f"'{id_}' is not an id; name the file with lower-case letters, digits and hyphens"
        return None, [FILE_NAME.at(Place(path), message)]
    tree, findings = _parse(root, path)
    if tree is None:
        return None, findings
    record, said = validate(kind.model, tree, id_)
    findings += said
    if record is None:
        return None, findings
    loaded = Loaded(kind, path, tree, record)
    if isinstance(record, Experiment):
        wanted = _KIND_OF_FOLDER[PurePosixPath(path).parent.name]
        if record.kind is not wanted:
            message = f"this folder holds records of kind '{wanted}'; found '{record.kind}'"
            findings.append(CONTRADICTION.at(loaded.place("kind"), message))
    return loaded, findings


def _add_translation(
    root: Path, path: str, language: str, kind: RecordKind, found: dict[str, Loaded]
) -> list[Finding]:
    """Read one translation and put it beside its record."""
    record_path, _ = _split_language(path)
    loaded = found.get(record_path)
    if loaded is None:
        if (root / record_path).exists():
            return []  # the record's own findings say what to mend first
        message = f"there is no record '{PurePosixPath(record_path).name}' beside this translation"
        return [NO_ORIGINAL.at(Place(path), message)]
    tree, findings = _parse(root, path)
    if tree is None:
        return findings
    translation, said = read_translation(tree, language, path, loaded.record, loaded.tree)
    values = lay_over(loaded.tree, loaded.record, translation)
    _, broken = validate(kind.model, tree, loaded.record.id, values)
    if not said and not broken:
        loaded.translations[language] = translation
    return findings + said + broken
