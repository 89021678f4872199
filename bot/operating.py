"""Commands of the people who run Dateline: what readers reported, what did not arrive, how chats are set up, keys.
`bot.cli` hangs them up."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.mistakes import MistakesError

if TYPE_CHECKING:
    from adapters.store.reports import Kept
    from bot.secret import Secret

WRONG = 2
FAULT = 1
STATES = ("due", "claimed", "sending", "sent", "unknown", "failed", "skipped", "quiet")
"""`adapters.store.entries.State`, which is not loaded before it is needed."""


@click.command(short_help="What readers reported as wrong, until it is settled.")
@click.option("--settle", type=int, metavar="NUMBER", help="Note that this report is dealt with.")
@click.option("--full", is_flag=True, help="Print the answer that each report is about.")
def reports(settle: int | None, full: bool) -> None:
    """What readers reported as wrong in answers, the oldest first."""
    from adapters.store.errors import StoreError
    from bot.config import load_database

    try:
        held = asyncio.run(_held(*load_database(os.environ), settle))
    except (StoreError, MistakesError) as error:
        click.echo(f"dateline: {error}", err=True)
        sys.exit(WRONG)
    if held is None:
        click.echo(f"dateline: there is no open report {settle}; `dateline reports` lists them", err=True)
        sys.exit(WRONG)
    for line in lines(held, full=full):
        click.echo(line)


@click.command(short_help="What waits, what is in doubt, what never arrived.")
@click.option("--since", metavar="DAY", help="Slots due since that day (UTC); 30 days back without it.")
@click.option("--state", "states", type=click.Choice(STATES), multiple=True, help="Only those; may be repeated.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one list.")
@click.option(
    "--again", multiple=True, metavar="ID", help="Send a part in doubt, or a correction that failed, once more."
)
@click.option("--sent", multiple=True, metavar="ID", help="Note that a part in doubt stands there.")
def deliveries(
    since: str | None, states: tuple[str, ...], as_json: bool, again: tuple[str, ...], sent: tuple[str, ...]
) -> None:
    """Deliveries that wait, that are in doubt, that failed or were passed over, newest first, by platform and place;
    corrections have an ID of their own ("c12"). Exit code 2 where an ID of --again or --sent is none, or waits for
    nobody any more."""
    import json

    from adapters.store.entries import State
    from adapters.store.errors import StoreError
    from bot import deliveries as outbox
    from bot.config import load_database
    from bot.serving import now

    try:
        outbox.check(again, sent)
        wanted = outbox.Wanted(tuple(map(State, states)), outbox.since(since, now()), again, sent)
        seen = asyncio.run(outbox.seen(*load_database(os.environ), wanted, now()))
    except (StoreError, MistakesError, ValueError) as error:
        click.echo(f"dateline: {error}", err=True)
        sys.exit(WRONG)
    shown = seen.letters if states else tuple(one for one in seen.letters if one.current)
    if as_json:
        every = [*map(outbox.told, shown), *map(outbox.amendment_told, seen.owing)]
        click.echo(json.dumps(every, ensure_ascii=False, indent=2))
    else:
        for line in (*outbox.decided(seen), *outbox.lines(shown, seen.owing)):
            click.echo(line)
    late = sorted({*again, *sent} - {*seen.again, *seen.sent}, key=lambda number: (len(number), number))
    for number in late:
        click.echo(f"dateline: {outbox.too_late(number)}", err=True)
    if late:
        sys.exit(WRONG)


@click.command(short_help="The coming week: when, what, and why.")
@click.argument("subscription", required=False)
@click.option("--zone", default="", metavar="ZONE", help="Your own time zone: each slot is told in it too.")
@click.option("--full", is_flag=True, help="Print the messages of the next digest as they would be posted.")
@click.option(
    "--records", type=click.Path(path_type=Path), multiple=True, help="Folder of records instead of the shipped ones."
)
def rehearse(subscription: str | None, zone: str, full: bool, records: tuple[Path, ...]) -> None:
    """The next seven days of SUBSCRIPTION, or of all: exact minutes, what would be posted from what is known now, why
    each record is in it and how many are left out. Nothing is posted, and nothing noted in the database."""
    from adapters.store.errors import StoreError
    from bot.archives import RecordsRefusedError
    from bot.config import load_settings
    from bot.logs import log_to_stderr
    from bot.office.zones import find_zone
    from bot.serving import now
    from bot.shell_rehearsal import pages, rehearsals

    log_to_stderr()
    mine = find_zone(zone) if zone else ""
    if mine is None:
        click.echo(f'dateline: "{zone[:40]}" is no time zone; write one like Asia/Phnom_Penh', err=True)
        sys.exit(WRONG)
    try:
        desk, made = asyncio.run(rehearsals(load_settings(os.environ, now()), records, subscription, now()))
    except (RecordsRefusedError, MistakesError) as mistaken:
        for line in mistaken.lines:
            click.echo(line, err=True)
        sys.exit(WRONG)
    except StoreError as error:
        click.echo(f"dateline: {error}", err=True)
        sys.exit(WRONG)
    if not made:
        what = f'no subscription is called "{subscription[:40]}"' if subscription else "nothing is scheduled"
        click.echo(f"dateline: {what}", err=True)
        sys.exit(WRONG)
    click.echo("\n\n".join(pages(desk, made, mine, full=full)))


@click.group(short_help="Look at how a chat platform is set up.")
def doctor() -> None:
    """Look at how a chat platform is set up, and say what to do."""


@doctor.command("discord", short_help="The application, its invitation, the steps in the portal.")
def discord_() -> None:
    """Ask Discord about the application behind the token: its link of invitation, what is wrong, the steps in the
    portal. Exit code 0 all is well, 1 something is to mend or Discord cannot be asked, 2 without a token that it takes.
    """
    from adapters.contract import CredentialsRefused, Unavailable
    from adapters.discord import portal
    from bot.config import environment, home, load_shards
    from bot.mistakes import MistakesError
    from bot.secret import DISCORD_TOKEN

    token = environment(os.environ, home(os.environ)).get(DISCORD_TOKEN)
    try:
        shards = load_shards(os.environ)
        found = asyncio.run(portal.look(token, shards)) if token else None
    except MistakesError as mistakes:
        for line in mistakes.lines:
            click.echo(line, err=True)
        sys.exit(WRONG)
    except (CredentialsRefused, Unavailable) as error:
        click.echo(f"dateline: {error}", err=True)
        sys.exit(WRONG if isinstance(error, CredentialsRefused) else FAULT)
    for line in portal.screen(found):
        click.echo(line)
    if found is None:
        sys.exit(WRONG)
    if portal.faults(found):
        sys.exit(FAULT)


@doctor.command("slack", short_help="The app, its scopes, the steps on api.slack.com.")
def slack_() -> None:
    """Ask Slack about the app behind the tokens: its workspace and scopes, what is wrong, the steps on api.slack.com.
    Exit code 0 all is well, 1 something is to mend or Slack cannot be asked, 2 without tokens that it takes.
    """
    from adapters.contract import CredentialsRefused, Unavailable
    from adapters.slack import portal
    from bot.config import environment, home
    from bot.secret import SLACK_APP_TOKEN, SLACK_BOT_TOKEN, SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_SIGNING_SECRET

    env = environment(os.environ, home(os.environ))
    if SLACK_CLIENT_ID in env or SLACK_CLIENT_SECRET in env:
        _many_workspaces(env)
        return
    keys = portal.Keys(*(env.get(name, "") for name in (SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET)))
    if wrong := portal.misplaced(keys):
        for line in wrong:
            click.echo(f"dateline: {line}", err=True)
        sys.exit(WRONG)
    try:
        found = asyncio.run(portal.look(keys)) if keys.bot else None
    except (CredentialsRefused, Unavailable) as error:
        click.echo(f"dateline: {error}", err=True)
        sys.exit(WRONG if isinstance(error, CredentialsRefused) else FAULT)
    for line in portal.screen(keys, found):
        click.echo(line)
    if found is None:
        sys.exit(WRONG)
    if portal.faults(keys, found):
        sys.exit(FAULT)


def _many_workspaces(env: Mapping[str, str]) -> None:
    """An app that many workspaces install: whether all it needs is there. Each workspace's own state is told by
    /doctor there."""
    from adapters.slack.manifest import INSTALL
    from bot.config import load_for_manifest
    from bot.secret import slack_of

    off: dict[str, str] = {}
    try:
        _, public = load_for_manifest(os.environ)
    except MistakesError as error:
        click.echo(f"dateline: {error}", err=True)
        sys.exit(WRONG)
    if slack_of(env, public, off) is None:
        click.echo(f"dateline: {off['slack']}", err=True)
        sys.exit(WRONG)
    click.echo("Slack: an app that many workspaces install; all it needs is set (docs/slack.md has the steps).")
    click.echo(f"   install at {public}{INSTALL}; /doctor in a workspace says how it is doing there")


@click.group(short_help="Keys that seal the tokens of Slack workspaces.")
def keys() -> None:
    """Keys of DATELINE_SECRETS_KEY: they seal the tokens of workspaces in the database."""


@keys.command("new", short_help="Print a new key.")
def new_key_() -> None:
    """Print a new key for DATELINE_SECRETS_KEY. Keep it: without it every workspace must install Dateline again."""
    from adapters.store.sealing import new_key

    click.echo(new_key())


@keys.command("rotate", short_help="Seal every token with the first key.")
def rotate() -> None:
    """Seal every token anew with the first key of DATELINE_SECRETS_KEY ("new,old"); afterwards the others may go."""
    from adapters.installations import NotKept
    from adapters.store.errors import StoreError
    from bot.config import environment, home, load_database
    from bot.secret import NO_KEY, SECRETS_KEY, keys_of

    env = environment(os.environ, home(os.environ))
    ring = keys_of(env)
    if not ring:
        wrong = NO_KEY if SECRETS_KEY in env else f"{SECRETS_KEY} is not set: `dateline keys new` prints a key"
        click.echo(f"dateline: {wrong}", err=True)
        sys.exit(WRONG)
    try:
        done, shut = asyncio.run(_resealed(*load_database(os.environ), ring))
    except (StoreError, NotKept, MistakesError) as error:
        click.echo(f"dateline: {error}", err=True)
        sys.exit(FAULT)
    click.echo(f"{done} sealed with the first key.")
    if shut:
        again = "add the key that sealed them, or let these workspaces install Dateline again"
        click.echo(f"dateline: none of the keys opens {shut}: {again}", err=True)
        sys.exit(FAULT)


async def _resealed(folder: Path, server: Secret | None, ring: Sequence[str]) -> tuple[int, int]:
    """How many installations were sealed anew, and how many no key opens."""
    from adapters.store.sealing import KeyRing
    from bot.serving import DATABASE, open_database

    if server is None and not (folder / DATABASE).is_file():
        return 0, 0
    store = await open_database(folder, server)
    try:
        return await store.installations(KeyRing(ring)).reseal()
    finally:
        await store.close()


def lines(held: Sequence[Kept], *, full: bool) -> list[str]:
    """Each report as a few lines; one line where there is none."""
    from bot.reporting import asked

    if not held:
        return ["No open reports."]
    told = []
    for kept in held:
        report = kept.report
        told.append(f"{kept.number}  {kept.at:%Y-%m-%d %H:%M} UTC  {report.platform}  {asked(report.question)}")
        told += [f"    sentence: {report.sentence}"] if report.sentence else []
        told.append(f"    says: {' '.join(report.words.split())}")
        told += [f"    | {line}" for line in report.text.splitlines()] if full else []
    return told


async def _held(folder: Path, server: Secret | None, settle: int | None) -> Sequence[Kept] | None:
    """The open reports, once the one to settle is settled; None where it is none."""
    from bot.serving import DATABASE, now, open_database

    if server is None and not (folder / DATABASE).is_file():
        return () if settle is None else None
    store = await open_database(folder, server)
    try:
        if settle is not None and not await store.reports.settle(settle, now()):
            return None
        return await store.reports.open()
    finally:
        await store.close()
