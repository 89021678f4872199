"""Answers as readers see them: a question → the payload each platform really gets → HTML and PNG.

    python -m docs.pictures "compare cambodia vietnam" --platform discord --out compare.png
    python -m docs.pictures --previews

The payloads are the product's own (`adapters/*/render.py`); around them stand imitations of the clients
(`docs/imitations.py`), for Slack a renderer of blocks from npm (`docs/blockkit.py`). Answers are of a fixed day, so
that the same records give the same page. `--out x.html` needs no browser; a PNG needs Chromium (`CHROMIUM`, or on
PATH). `--previews` draws the pictures of the README anew; those of Slack are made by `docs.slack_scenes`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import adapters.console.render
import adapters.discord.render
import adapters.slack.render
from adapters.aliases import AliasTable
from adapters.contract import Request
from bot.archives import Shelves
from bot.commands import Desk, Held
from bot.config import NamePolicy
from briefs.archive import Archive
from briefs.document import Document
from docs import blockkit, imitations
from docs.blockkit import NoRendererError, Shown
from docs.chromium import Chromium, NoChromiumError
from tests import archives

IMG = Path(__file__).with_name("img")
TODAY = datetime(2026, 11, 23, 12, tzinfo=UTC)
WIDTHS = {
    "discord": {"desktop": 700, "phone": 390},
    "slack": {"desktop": 640, "phone": 390},
    "console": {"desktop": 80, "phone": 44},
}
"""Pixels; for the console columns."""
RECORDS: dict[str, Callable[[], Archive]] = {
    name: getattr(archives, name) for name in ("article", "shipped", "imported", "wavering", "odd", "specimens")
}


class Picture(NamedTuple):
    """One picture of an answer."""

    question: str
    platform: str
    screen: str = "desktop"
    theme: str = "light"
    records: str = "shipped"


PREVIEWS = {
    "discord-compare": Picture("compare cambodia vietnam ukraine", "discord"),
    "discord-event-phone": Picture("event A/RES/ES-11/3", "discord", "phone", "dark"),
    "discord-vote": Picture("vote ES-11/1 asean", "discord", theme="dark"),
    "discord-digest": Picture("digest 3 march 2022", "discord", theme="dark"),
    "console-compare": Picture("compare cambodia vietnam ukraine", "console", theme="dark"),
}
"""What docs/img holds: answers from the shipped records alone."""


def main(arguments: Sequence[str] | None = None) -> int:
    """0 if drawn, 1 where there is nothing to draw with."""
    asked = _parser().parse_args(arguments)
    try:
        if asked.previews:
            _draw({IMG / f"{name}.png": picture for name, picture in PREVIEWS.items()}, None)
        else:
            picture = Picture(asked.question, asked.platform, asked.screen, asked.theme, asked.records)
            _draw({asked.out: picture}, asked.data)
    except (NoChromiumError, NoRendererError) as none:
        print(none, file=sys.stderr)  # noqa: T201
        return 1
    return 0


def page_of(picture: Picture, data: Path | None = None) -> tuple[str, int]:
    """The page, and its width in pixels. `data`: a data folder with imported votes, instead of the named records."""
    command, _, line = picture.question.removeprefix("/").partition(" ")
    reply = _desk(picture.records, data).answer_now(Request(command, line=line))
    width = WIDTHS[picture.platform][picture.screen]
    if picture.platform == "slack":
        parts = adapters.slack.render.answer_parts(reply.document)
        return blockkit.page([Shown(adapters.slack.render.render(part)) for part in parts], picture.theme), width
    body = _body(picture, reply.document)
    pixels = round(width * 7.8) + 40 if picture.platform == "console" else width
    return imitations.page(picture.platform, picture.theme, body), pixels


def _body(picture: Picture, document: Document) -> str:
    match picture.platform:
        case "discord":
            shown = adapters.discord.render.pages(document)
            return imitations.discord([adapters.discord.render.render(part) for part in shown], picture.question)
        case _:
            columns = WIDTHS["console"][picture.screen]
            screen = adapters.console.render.render(document, columns, colour=True)
            return imitations.console(screen, picture.question, columns)


def _desk(records: str, data: Path | None) -> Desk:
    held = (
        Held.of(RECORDS[records](), AliasTable(archives.RECORDS / "register" / "aliases.tsv"))
        if data is None
        else Shelves((), data, NamePolicy()).open()
    )
    return Desk(held, lambda: TODAY)


def _draw(pictures: dict[Path, Picture], data: Path | None) -> None:
    pages = {path: page_of(picture, data) for path, picture in pictures.items()}
    if all(path.suffix == ".html" for path in pages):
        for path, (page, _) in pages.items():
            path.write_text(page, "utf-8")
        return
    with Chromium() as browser:
        for path, (page, width) in pages.items():
            path.write_bytes(browser.picture(page, width))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m docs.pictures", description="Draw an answer as a platform shows it."
    )
    parser.add_argument("question", nargs="?", default="help", help="as typed, without its slash")
    parser.add_argument("--platform", choices=tuple(WIDTHS), default="discord")
    parser.add_argument("--screen", choices=("desktop", "phone"), default="desktop")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument(
        "--records", choices=tuple(RECORDS), default="shipped", help="the invented voting files of the tests"
    )
    parser.add_argument("--data", type=Path, help="a data folder with imported votes, instead of --records")
    parser.add_argument("--out", type=Path, default=Path("answer.png"), help="a .png, or an .html without any browser")
    parser.add_argument("--previews", action="store_true", help="draw the pictures in docs/img anew")
    return parser


if __name__ == "__main__":
    sys.exit(main())
