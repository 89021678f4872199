"""Commands of the people who run Dateline: what readers reported. `bot.cli` hangs them beside the others."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from adapters.store.reports import Kept

WRONG = 2


@click.command(short_help="What readers reported as wrong, until it is settled.")
@click.option("--settle", type=int, metavar="NUMBER", help="Note that this report is dealt with.")
@click.option("--full", is_flag=True, help="Print the answer that each report is about.")
def reports(settle: int | None, full: bool) -> None:
    """What readers reported as wrong in answers, the oldest first."""
    from adapters.store.errors import StoreError
    from bot.config import data_folder, environment, home

    folder = data_folder(environment(os.environ, home(os.environ)))
    try:
        held = asyncio.run(_held(folder, settle))
    except StoreError as error:
        click.echo(f"dateline: {error}", err=True)
        sys.exit(WRONG)
    if held is None:
        click.echo(f"dateline: there is no open report {settle}; `dateline reports` lists them", err=True)
        sys.exit(WRONG)
    for line in lines(held, full=full):
        click.echo(line)


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


async def _held(folder: Path, settle: int | None) -> Sequence[Kept] | None:
    """The open reports, once the one to settle is settled; None where it is none."""
    from bot.serving import DATABASE, now, open_database

    if not (folder / DATABASE).is_file():
        return () if settle is None else None
    store = await open_database(folder)
    try:
        if settle is not None and not await store.reports.settle(settle, now()):
            return None
        return await store.reports.open()
    finally:
        await store.close()
