"""The command line: `dateline run | ask | digest | prove | check | import | issues | names | manifest | reports |
deliveries | rehearse | doctor | keys`.

It parses and prints. Everything heavy is imported inside the command that needs it: `dateline ask` from cold loads no
chat library, no database and no model. Exit codes of `ask`: 0 answered (a quiet digest too), 2 the command line itself
is wrong, 3 nothing on file or nobody of that name, 4 several bear that name, 5 withheld by the prover; 1 is a fault of
Dateline's own. Those of `prove` mean the same: 0 every line is proved, 3 some are not provable, 5 a record says
otherwise of some.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn

import click

from bot.operating import deliveries, doctor, keys, rehearse, reports

if TYPE_CHECKING:
    from adapters.contract import Outcome, Reply
    from bot.commands import Desk
    from bot.config import NamePolicy

WRONG = 2
FAULT = 1
RECORDS = click.option(
    "--records",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Folder of event records and roll calls to use instead of the shipped ones; may be repeated.",
)


def main() -> None:
    """The program `dateline`."""
    dateline(prog_name="dateline")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dateline", message="%(prog)s %(version)s")
def dateline() -> None:
    """Sourced, proved briefs on what governments say and do."""


dateline.add_command(reports)
dateline.add_command(deliveries)
dateline.add_command(rehearse)
dateline.add_command(doctor)
dateline.add_command(keys)


@dateline.command(short_help="Start the console, or the chats with tokens in .env.")
@RECORDS
def run(records: tuple[Path, ...]) -> None:
    """Start Dateline: the console, or the chats whose tokens are in .env."""
    from bot.config import load_settings
    from bot.logs import log_to_stderr
    from bot.mistakes import MistakesError
    from bot.serving import now, run_chats, run_console, show_first, subscriptions_of

    try:
        settings = load_settings(os.environ, now())
        log_to_stderr(settings.secrets, logging.INFO if settings.chats else logging.WARNING)
        if settings.chats:
            _make_folder(settings.data)
        desk, shelves = _desk(records, settings.data, settings.names)
        wanted = subscriptions_of(settings, desk.held.shelf.names)
    except MistakesError as mistakes:
        _stop(*mistakes.lines)
    if not settings.chats:
        show_first(desk, settings)
        if not sys.stdin.isatty():
            return
    import asyncio

    _make_folder(settings.data)
    serve = run_chats if settings.chats else run_console
    sys.exit(asyncio.run(serve(settings, shelves, desk, wanted)))


@dateline.command(
    short_help="Answer one command, like: ask position cambodia.", context_settings={"ignore_unknown_options": False}
)
@click.argument("command")
@click.argument("words", nargs=-1)
@click.option("--issue", help="Issue to answer for.")
@click.option("--since", metavar="DAY", help="Day or year to begin with, like 2015.")
@click.option("--as-of", metavar="DAY", help="Day to answer for, like 2022-03-04.")
@click.option("--known", metavar="DAY", help="Answer from what had been recorded by that day, or an instant with zone.")
@click.option("--length", metavar="line|short|long", help="How much to tell.")
@click.option("--language", metavar="en|fr|es|km", help="Language to answer in.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: outcome, as_of, text, clauses, sources.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV: every record behind the answer, cited, with licence.")
@click.option("--sources", "with_sources", is_flag=True, help="Add licence and record ids of each source.")
@RECORDS
def ask(
    command: str,
    words: tuple[str, ...],
    issue: str | None,
    since: str | None,
    as_of: str | None,
    known: str | None,
    length: str | None,
    language: str | None,
    as_json: bool,
    as_csv: bool,
    with_sources: bool,
    records: tuple[Path, ...],
) -> None:
    """Answer one command of the catalogue, e.g. `dateline ask position cambodia`."""
    options = {"issue": issue, "since": since, "as_of": as_of, "known": known, "length": length, "language": language}
    given = {name: value for name, value in options.items() if value is not None}
    if as_csv:
        _ask_rows(command, words, given, as_json or with_sources, records)
    _ask(command, words, given, as_json, with_sources, records)


@dateline.command()
@click.argument("day")
@click.option("--known", metavar="DAY", help="Answer from what had been recorded by that day, or an instant with zone.")
@click.option("--length", metavar="line|short|long", help="How much to tell.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: outcome, as_of, text, clauses, sources.")
@RECORDS
def digest(day: str, known: str | None, length: str | None, as_json: bool, records: tuple[Path, ...]) -> None:
    """The digest of one DAY, like 2022-03-03."""
    options = {"day": day, "known": known, "length": length}
    given = {name: value for name, value in options.items() if value is not None}
    _ask("digest", (), given, as_json, False, records)


@dateline.command(short_help="Prove somebody's text against the records, line by line.")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--subject", multiple=True, metavar="NAMES", help="Actors, issues or texts it is about; may be repeated.")
@click.option("--as-of", metavar="DAY", help="Day to hold it against, like 2022-03-04.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: text, verdict, cites and why of each line.")
@RECORDS
def prove(file: Path, subject: tuple[str, ...], as_of: str | None, as_json: bool, records: tuple[Path, ...]) -> None:
    """Hold a text (FILE, or - for standard input) against the records: each line proved, refuted or not provable."""
    from bot import proving
    from bot.config import data_folder, environment, home
    from bot.logs import log_to_stderr
    from briefs.proof import load_skeletons
    from briefs.proof.inquiry import inquire

    log_to_stderr(level=logging.WARNING)
    try:
        lines = proving.read_draft(file, sys.stdin.buffer)
        desk, _ = _desk(records, data_folder(environment(os.environ, home(os.environ))), _name_policy())
        day = proving.day_of(as_of, desk.today())
        about = proving.subjects_of(subject, desk.held.shelf.names, tuple(desk.held.shelf.records))
    except proving.DraftError as error:
        _stop(str(error), code=error.code)
    archive = desk.held.archive.released(datetime.now(UTC)).as_of(day)
    rulings = tuple(inquire(lines, archive, day, about, load_skeletons("en")))
    if as_json:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        click.echo(proving.as_json(rulings))
    else:
        _lenient(sys.stdout)
        for line in proving.as_lines(rulings):
            click.echo(line)
    sys.exit(proving.exit_code(rulings))


@dateline.command(short_help="Check record files; print every problem at once.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--sources",
    type=click.Path(path_type=Path),
    help="Folder of archived source texts; every piece of evidence is looked up in them.",
)
def check(paths: tuple[Path, ...], sources: Path | None) -> None:
    """Check record files or folders (PATH …), or all shipped records; print every problem at once."""
    from adapters.files.checking import check as checked
    from adapters.files.loading import RecordsNotFound, find_records_dir

    try:
        shipped = find_records_dir()
    except RecordsNotFound as error:
        _stop(str(error))
    report = checked(paths or (shipped,), shipped / "register", sources)
    for line in report.lines():
        click.echo(line)
    sys.exit(report.exit_code)


@dateline.group("import")
def import_() -> None:
    """Read a file of votes that you downloaded."""


@import_.command("un-votes")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--as-it-is", is_flag=True, help="Take a file whose last roll call has fewer rows than it says.")
def import_un_votes(file: Path | None, as_it_is: bool) -> None:
    """The General Assembly's votes, as the UN Digital Library gives them: CSV, plain or packed (.xz, .gz, .zip)."""
    from adapters.files.loading import RecordsNotFound
    from bot.config import data_folder, environment, home
    from bot.importing import ADVICE, Refused, import_votes, why_not

    if file is None:
        _stop(*ADVICE)
    data = data_folder(environment(os.environ, home(os.environ)))
    try:
        lines = import_votes(file, data, as_it_is=as_it_is)
    except RecordsNotFound as error:
        _stop(str(error))
    except (Refused, OSError) as error:
        _stop(why_not(error, file), code=WRONG if isinstance(error, Refused | FileNotFoundError) else FAULT)
    _lenient(sys.stdout)
    for line in lines:
        click.echo(line)


@dateline.command(short_help="Issues of imported votes, with rule and counts.")
def issues() -> None:
    """The issues that imported roll calls belong to: each with its rule and what it holds."""
    from adapters.files.loading import RecordsNotFound
    from bot.config import data_folder, environment, home
    from bot.importing import VotesRefused, issue_lines

    try:
        lines = issue_lines(data_folder(environment(os.environ, home(os.environ))))
    except (VotesRefused, RecordsNotFound) as error:
        _stop(str(error))
    _lenient(sys.stdout)
    for line in lines:
        click.echo(line)


@dateline.command(short_help="Who is meant, one name a line, as TSV.")
@click.option(
    "--batch", type=click.File("rb"), default="-", metavar="FILE", help="File to read; standard input without."
)
def names(batch: BinaryIO) -> None:
    """Who is meant, one name a line: query, outcome, id and up to five suggestions, separated by tabs."""
    from bot.batch import answers, lines_of
    from bot.config import data_folder, environment, home
    from bot.logs import log_to_stderr

    log_to_stderr(level=logging.WARNING)
    desk, _ = _desk((), data_folder(environment(os.environ, home(os.environ))), _name_policy())
    sys.stdout.reconfigure(encoding="utf-8", newline="\n", line_buffering=True)  # type: ignore[union-attr]
    try:
        for row in answers(desk.held.shelf.names, lines_of(batch)):
            sys.stdout.write(row + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read has seen enough


@dateline.group(short_help="What a platform needs to install Dateline.")
def manifest() -> None:
    """Print what a platform needs to know to install Dateline."""


@manifest.command("slack")
@click.option("--url", metavar="URL", help="Public https address ending in /slack/events; without it, Socket Mode.")
@click.option("--distributed", is_flag=True, help="An app that many workspaces install, by HTTP.")
@click.option("--org", is_flag=True, help="With --distributed: whole organisations may install it too.")
@click.option(
    "--rotation", is_flag=True, help="With --distributed: tokens end after 12 hours. Slack never takes it back."
)
def slack_manifest(url: str | None, distributed: bool, org: bool, rotation: bool) -> None:
    """The Slack app manifest, to paste into "Create app from a manifest"."""
    import json

    from adapters.slack.manifest import PATH, Distributed
    from adapters.slack.manifest import manifest as slack
    from bot.catalogue import catalogue, menus
    from bot.config import load_for_manifest
    from bot.mistakes import MistakesError
    from bot.office.catalogue import errands, group_summary

    try:
        prefix, public = load_for_manifest(os.environ)
    except MistakesError as mistakes:
        _stop(*mistakes.lines)
    if distributed and url is None and public:
        url = f"{public}{PATH}"
    if url is not None and not url.startswith("https://"):
        _stop(f'--url: "{url[:60]}" is not an https address; Slack sends requests to https only')
    if (org or rotation) and not distributed:
        _stop(f"--{'org' if org else 'rotation'}: only an app that many workspaces install has it; add --distributed")
    if distributed and (url is None or not url.endswith(PATH)):
        _stop(f'--distributed: add --url ending in {PATH}, or public = "https://…" under [http] in dateline.toml')
    many = Distributed(org, rotation) if distributed else None
    made = slack(catalogue(), url, menus(), prefix, many, errands(), group_summary)
    click.echo(json.dumps(made, ensure_ascii=False, indent=2))


def _ask(
    command: str,
    words: Sequence[str],
    given: dict[str, str],
    as_json: bool,
    with_sources: bool,
    records: tuple[Path, ...],
) -> NoReturn:
    from adapters.console.client import show
    from adapters.contract import Outcome, Request
    from bot.config import data_folder, environment, home
    from bot.lines import joined
    from bot.logs import log_to_stderr

    log_to_stderr(level=logging.WARNING)
    desk, _ = _desk(records, data_folder(environment(os.environ, home(os.environ))), _name_policy())
    reply = _answer(desk, Request(command, line=joined(words), given=given, platform="cli"))
    if reply.outcome is Outcome.USAGE:
        show(reply.document, sys.stderr)
        sys.exit(WRONG)
    if as_json:
        from bot.as_json import as_json as jsoned

        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        click.echo(jsoned(reply, desk.held.archive, given.get("as_of"), desk.today()))
    else:
        _lenient(sys.stdout)
        show(reply.document)
        if with_sources:
            _tell_sources(reply, desk)
    sys.exit(exit_code(reply.outcome))


def _ask_rows(
    command: str, words: Sequence[str], given: dict[str, str], also: bool, records: tuple[Path, ...]
) -> NoReturn:
    """The records behind an answer as CSV; whatever is no answer goes to standard error, in words."""
    from adapters.console.client import show, show_failed
    from adapters.contract import Outcome, Request
    from bot.as_csv import as_csv
    from bot.config import data_folder, environment, home
    from bot.lines import joined
    from bot.logs import log_to_stderr
    from briefs.wording.notices import speaking

    if also:
        _stop("--csv prints rows alone: leave out --json and --sources")
    log_to_stderr(level=logging.WARNING)
    desk, _ = _desk(records, data_folder(environment(os.environ, home(os.environ))), _name_policy())
    try:
        reply, rows = desk.rows_now(Request(command, line=joined(words), given=given, platform="cli"))
    except Exception:
        show_failed(sys.stderr, speaking(desk.language))
        sys.exit(FAULT)
    if reply.outcome not in (Outcome.ANSWERED, Outcome.QUIET):
        show(reply.document, sys.stderr)
    if reply.outcome in (Outcome.ANSWERED, Outcome.QUIET, Outcome.NOTHING):
        _print_rows(as_csv(rows))
    sys.exit(exit_code(reply.outcome))


def _print_rows(page: str) -> None:
    """The page byte for byte: UTF-8, its own line ends."""
    sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
    try:
        sys.stdout.write(page)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read has seen enough


def exit_code(outcome: Outcome) -> int:
    """What `ask` ends with."""
    from adapters.contract import Outcome

    codes = {
        Outcome.ANSWERED: 0,
        Outcome.QUIET: 0,
        Outcome.USAGE: WRONG,
        Outcome.NOTHING: 3,
        Outcome.UNKNOWN: 3,
        Outcome.AMBIGUOUS: 4,
        Outcome.WITHHELD: 5,
    }
    return codes[outcome]


def _answer(desk: Desk, request: Any) -> Reply:
    """The reply; a fault of ours is logged with an id, and the reader sees one calm sentence."""
    from adapters.console.client import show_failed
    from briefs.wording.notices import speaking

    try:
        return desk.answer_now(request)
    except Exception:
        show_failed(sys.stderr, speaking(desk.language))
        sys.exit(FAULT)


def _tell_sources(reply: Reply, desk: Desk) -> None:
    from bot.as_json import sources_of

    for source in sources_of(reply.document, desk.held.archive):
        records = [record for note in reply.document.sources for record in note.records]
        ids = ", ".join(record for record in records if record.startswith(f"{source.id}/"))
        click.echo(f"{source.id}: {source.publisher}, {source.published.isoformat()}, {source.licence}: {ids}")


def _name_policy() -> NamePolicy:
    """What actors are called, as the settings have it. Ends the program with every mistake in that setting."""
    from bot.config import load_name_policy
    from bot.mistakes import MistakesError

    try:
        return load_name_policy(os.environ)
    except MistakesError as mistakes:
        _stop(*mistakes.lines)


def _desk(records: tuple[Path, ...], data: Path, policy: NamePolicy) -> tuple[Desk, Any]:
    """The desk over the chosen records. Ends the program with every problem if they cannot be used."""
    from bot.archives import RecordsRefusedError, Shelves
    from bot.commands import Desk

    shelves = Shelves(records, data, policy)
    try:
        held = shelves.open()
    except RecordsRefusedError as refused:
        _stop(*refused.lines)
    return Desk(held, lambda: datetime.now(UTC), policy.language), shelves


def _make_folder(data: Path) -> None:
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = f"{data}: the data folder cannot be made ({error.strerror})"
        _stop(f"{what}; set DATELINE_DATA to a folder you may write", code=FAULT)


def _stop(*lines: str, code: int = WRONG) -> NoReturn:
    """Each line on standard error, then the end."""
    for line in lines:
        click.echo(line, err=True)
    sys.exit(code)


def _lenient(stream: Any) -> None:
    """A terminal that cannot show a dash still gets the words."""
    reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="replace")
