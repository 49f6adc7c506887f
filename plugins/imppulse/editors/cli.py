"""The command ``imppulse``: what editors and translators run before they send a record."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from imppulse.checks.catalogue import RULES, explanation
from imppulse.checks.pipeline import check as run_checks
from imppulse.checks.printing import overlong, unprintable
from imppulse.editors.confirm import confirm
from imppulse.editors.messages import empty, update
from imppulse.guide.assembly import assemble
from imppulse.guide.completeness import Part, completeness
from imppulse.languages.catalogue import SOURCE, languages
from imppulse.press.command import print_all
from imppulse.press.editions import NAMES
from imppulse.press.errors import PressError
from imppulse.records.findings import Finding, errors, nearest
from imppulse.records.folder import Records, load
from imppulse.records.kinds import FOLDERS
from imppulse.records.validation import texts
from imppulse.records.vocabulary import Kind

CLEAN, FOUND = 0, 1
"""What ``check`` exits with; click itself exits with 2 when a command is misused."""

Folder = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="imppulse")
def main() -> None:
    """Check the records of the European good-practice guide and keep its translations."""


@main.command()
@click.argument("folder", type=Folder, default=".")
@click.option(
    "--release",
    is_flag=True,
    envvar="IMPPULSE_RELEASE",
    help="Close the publication gate: name drafts too.",
)
@click.pass_context
def check(context: click.Context, folder: Path, *, release: bool) -> None:
    """Print every finding of every file in FOLDER, the project (default: here).

    One line each: path:line:column severity code message. Exits with 0 when there is none, with 1
    when there are findings.
    """
    records = _load(folder)
    findings = sorted([*run_checks(records, release=release), *unprintable(records)])
    for finding in findings:
        click.echo(str(finding))
    click.echo(_summary(records, findings), err=True)
    if findings:
        click.echo(f"More on each: imppulse explain {findings[0].code}", err=True)
    context.exit(FOUND if findings else CLEAN)


@main.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain the finding CODE: why it matters, how to mend it, and an example.

    As in: imppulse explain IMP403. Without CODE, all codes are listed.
    """
    if code is None:
        for rule in RULES.values():
            click.echo(f"{rule.code}  {rule.severity:<8} {rule.title}")
        return
    found = RULES.get(code.upper())
    if found is None:
        near = nearest(code, [known.lower() for known in RULES])
        hint = f"; did you mean '{near.upper()}'?" if near else ""
        raise click.UsageError(f"there is no code '{code}'{hint}")
    click.echo(explanation(found))


@main.command()
@click.argument("folder", type=Folder, default=".")
def status(folder: Path) -> None:
    """Show what is known of each micro-experiment, and what is missing for publication."""
    table = Table(box=SIMPLE_HEAD)
    table.add_column("Micro-experiment", no_wrap=True)
    for heading in ("State", "Known", "Missing for publication"):
        table.add_column(heading, overflow="fold")
    guide = assemble(_load(folder))
    for experiment in guide.experiments_of(Kind.MICRO_EXPERIMENT):
        found = completeness(experiment)
        known = f"{len(found.known)} of {len(Part)}"
        missing = ", ".join(part.label for part in found.missing) or "nothing"
        cells = (experiment.id, experiment.status.label, known, missing)
        table.add_row(*(Text(str(cell)) for cell in cells))
    Console().print(table)


@main.command()
@click.argument("language")
@click.argument("files", nargs=-1, type=click.Path(dir_okay=False))
@click.option(
    "--confirm",
    "confirmed",
    is_flag=True,
    help="State that the translations match the English now.",
)
def translate(language: str, files: tuple[str, ...], *, confirmed: bool) -> None:
    """List what is to be translated into LANGUAGE, or confirm what has been.

    With FILES, only the translations named. Run it in the folder of the project.
    """
    if language == SOURCE or language not in languages():
        known = ", ".join(languages()[1:])
        raise click.UsageError(f"the guide is not translated into '{language}'; it is into {known}")
    records = _load(Path())
    wanted = {Path(file).as_posix() for file in files}
    if confirmed:
        _confirm(records, language, wanted)
    else:
        _list_open(records, language, wanted)


@main.command()
@click.argument("language")
@click.option("--catalogue", type=click.Path(path_type=Path), help="The .po file to write.")
def messages(language: str, catalogue: Path | None) -> None:
    """Bring the message catalogue of LANGUAGE up to date with code and templates, or start one."""
    file = catalogue or Path("plugins/imppulse/languages/catalogues") / f"{language}.po"
    if not file.parent.is_dir():
        raise click.UsageError(
            f"there is no folder '{file.parent}'; run this in the project's folder"
        )
    written = update(file, language, Path("mkdocs.yml"))
    for message in empty(written):
        click.echo(message)
    click.echo(f"{file}: {len(written)} messages, {len(empty(written))} to translate", err=True)


@main.command()
@click.option(
    "--edition", "editions", multiple=True, type=click.Choice(NAMES), help="Default: all."
)
@click.option("--language", "chosen", multiple=True, help="As in fr; default: all.")
@click.option("--print", "for_printer", is_flag=True, help="For the printer: bleed and covers.")
@click.option("--record", metavar="ID", help="The sheet of one record alone.")
@click.option("--paper", type=float, help="Thickness of a leaf in mm; default: of press.yml.")
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), help="Default: site/pdf.")
def press(
    editions: tuple[str, ...],
    chosen: tuple[str, ...],
    record: str | None,
    paper: float | None,
    into: Path | None,
    *,
    for_printer: bool,
) -> None:
    """Print editions of the guide as PDF. Run it in the folder of the project."""
    records = _load(Path())
    wrong = errors(run_checks(records))
    for finding in wrong:
        click.echo(str(finding))
    if wrong:
        raise click.ClickException("mend the errors above first; nothing was printed")
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("Printing", total=None)
        try:
            printed = print_all(
                Path(),
                editions=editions or None,
                languages=chosen or None,
                for_printer=for_printer,
                record=record,
                folder=into,
                paper=paper,
                records=records,
                progress=lambda done, of, name: progress.update(
                    task, completed=done, total=of, description=name
                ),
            )
        except PressError as error:
            raise click.ClickException(str(error)) from error
    for finding in [*unprintable(records), *overlong(printed, records)]:
        click.echo(str(finding), err=True)
    for file in printed:
        click.echo(f"{file.path}: {file.pages} pages, {file.bytes / 1e6:.1f} MB")


def _load(folder: Path) -> Records:
    """Load a project; a folder that is none is a misuse of the command."""
    if not any((folder / name).is_dir() for name in FOLDERS):
        raise click.UsageError(f"'{folder}' holds none of the folders {', '.join(FOLDERS)}")
    return load(folder, languages())


def _summary(records: Records, findings: list[Finding]) -> str:
    """Count what was read and what was found."""
    severities = Counter(str(finding.severity) for finding in findings)
    found = ", ".join(
        f"{number} {name}{'s' * (number != 1)}" for name, number in severities.items()
    )
    return f"{len(records.loaded)} sound records; {found or 'no findings'}"


def _confirm(records: Records, language: str, wanted: set[str]) -> None:
    for loaded in records.loaded:
        translation = loaded.translations.get(language)
        if (
            translation
            and (not wanted or translation.path in wanted)
            and confirm(Path(), loaded, language)
        ):
            click.echo(f"{translation.path}: confirmed")


def _list_open(records: Records, language: str, wanted: set[str]) -> None:
    """Print one line for each record that is not wholly translated."""
    for loaded in records.loaded:
        translation = loaded.translations.get(language)
        if wanted and (translation is None or translation.path not in wanted):
            continue
        passages = list(texts(loaded.record))
        done = translation.passages if translation else {}
        missing = sum(path not in done for path, _ in passages)
        stale = sum(
            path in done and translation is not None and not translation.is_current(path, text)
            for path, text in passages
        )
        if missing or stale:
            click.echo(f"{loaded.path}: {missing} not translated, {stale} outdated")
