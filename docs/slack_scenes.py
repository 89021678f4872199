"""Slack as readers meet it: signed commands and presses over loopback to the real room, its payloads drawn as blocks.

    python -m docs.slack_scenes                    # all of docs/img/slack-*.png
    python -m docs.slack_scenes slack-compare      # these alone

Answers are of a fixed day from the shipped records; forms, buttons and lists are those that the product sent. They are
rendered by npm's slack-blocks-to-jsx (`docs.blockkit`, fetched once into a temporary folder) and drawn by Chromium, the
one that `CHROMIUM` names, or the first on PATH; letters are Lato where the machine has it (Debian: fonts-lato).
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from adapters.administration import Outlook, Upcoming
from adapters.contract import Address, Pick, Question, Request
from bot.catalogue import catalogue
from bot.commands import Desk
from docs.blockkit import NoRendererError, Shown, page
from docs.chromium import Chromium, NoChromiumError
from tests.adapters.slack.rooms import room_at, script_slack, served
from tests.adapters.slack.test_slack_buttons import HELD, NOW, Chat
from tests.adapters.slack.test_slack_errands import FLOOR, housed
from tests.adapters.slack.windows import Workspace, chosen, named, office
from tests.faultserver import FaultServer, Json

IMG: Final = Path(__file__).with_name("img")
DESK, PHONE = 720, 400
FORM = 600


@dataclass(frozen=True, slots=True)
class Scene:
    """What is done, and on what it is looked at."""

    play: Callable[[Chat], Awaitable[Sequence[Shown]]]
    theme: str = "light"
    width: int = DESK


def question(command: str, line: str) -> Callable[[Chat], Awaitable[Sequence[Shown]]]:
    """A slash command and its private answer."""

    async def asked(chat: Chat) -> Sequence[Shown]:
        return [Shown(await chat.asks(command, line), private=True)]

    return asked


async def sources(chat: Chat) -> Sequence[Shown]:
    shown = await chat.asks("position", "cambodia ukraine line")
    [beside] = await chat.presses(shown, "Sources")
    return [Shown(shown, private=True), Shown(beside, private=True)]


async def shared(chat: Chat) -> Sequence[Shown]:
    shown = await chat.asks("vote", "ES-11/1")
    _, public = await chat.presses(shown, "Share to channel", 2)
    return [Shown(public)]


async def report(chat: Chat) -> Sequence[Shown]:
    return [await _form(chat, "Report an error")]


async def compare_form(chat: Chat) -> Sequence[Shown]:
    return [await _form(chat, "Compare with…")]


async def _form(chat: Chat, button: str) -> Shown:
    from tests.adapters.slack.test_slack_buttons import find

    shown = await chat.asks("position", "cambodia ukraine")
    await chat.sends({"type": "block_actions", "actions": [find(shown, button)]})
    [opened] = await chat.slack.wait_for("POST", "/views.open")
    return Shown(opened.json["view"])


async def digest(chat: Chat) -> Sequence[Shown]:
    """As it is posted, without buttons."""
    chat.slack.script("POST", "/chat.postMessage", Json({"ok": True, "ts": "1646298000.000100"}))
    told = chat.desk.answer_now(Request("digest", "3 march 2022"))
    for number, part in enumerate(chat.room.parts(told.document)):
        await chat.room.post(Address("slack", "C1"), part, f"key-{number}")
    return [Shown(one.json) for one in chat.slack.seen("POST", "/chat.postMessage")]


def windows(chat: Chat) -> Workspace:
    return Workspace(chat.slack, chat.room, chat.desk)


async def ask_form(chat: Chat) -> Sequence[Shown]:
    """As a newcomer finds it, a country chosen."""
    view = await windows(chat).asks()
    cambodia = {"text": {"type": "plain_text", "text": "Cambodia", "emoji": False}, "value": "KHM"}
    named(view, "dateline-field-actor")["element"]["initial_option"] = cambodia
    return [Shown(view)]


async def answered(chat: Chat) -> Sequence[Shown]:
    there = windows(chat)
    told = await there.submits(
        await there.asks(), {"actor": chosen({"value": "KHM"}), "issue": chosen({"value": "ukraine-war"})}
    )
    return [Shown(told["view"])]


async def home(chat: Chat) -> Sequence[Shown]:
    await windows(chat).event(type="app_home_opened", user="U2", channel="D2", tab="home")
    return [Shown((await chat.slack.wait_for("POST", "/views.publish"))[-1].json["view"])]


async def standing(*_: object) -> Outlook:
    """Two digests of a desk."""
    desk = Desk(HELD, lambda: NOW)
    both = (("Cambodia", Question("position", {"actor": "KHM"})), ("ASEAN", Question("bloc", {"bloc": "asean"})))
    names = desk.held.shelf.names.register.issues
    war = Pick(names["ukraine-war"].title, Question("shifts", {"issue": "ukraine-war"}))
    return Outlook(
        (
            Upcoming("C1", "Next: Tuesday 24 November, 08:00 (Asia/Phnom_Penh).", f"Follows: issues {war.label}."),
            Upcoming("U2", "Next: Monday 30 November, 07:30 (Europe/Paris).", "Follows: actors Cambodia, ASEAN."),
        ),
        (war,),
        tuple(Pick(label, asked) for label, asked in both),
    )


async def scheduled(chat: Chat) -> Sequence[Shown]:
    """A digest ordered in one line."""
    with TemporaryDirectory() as folder:
        async with housed(chat.slack, Path(folder)) as house:
            [made] = await house.types(
                "schedule 8 phnom penh mon-fri issues ukraine war actors cambodia, asean alerts changes"
            )
            return [Shown(made, private=True)]


async def schedule_form(chat: Chat) -> Sequence[Shown]:
    """Where the line gave too little; a zone chosen."""
    with TemporaryDirectory() as folder:
        async with housed(chat.slack, Path(folder)) as house:
            view = await house.opens("schedule 7:30 mon-fri")
            zone = {
                "text": {"type": "plain_text", "text": "Asia/Phnom_Penh", "emoji": False},
                "value": "Asia/Phnom_Penh",
            }
            named(view, "office-zone")["element"]["initial_option"] = zone
            return [Shown(view)]


async def doctor(chat: Chat) -> Sequence[Shown]:
    """One channel that works and one that Dateline is not in."""
    with TemporaryDirectory() as folder:
        async with housed(chat.slack, Path(folder)) as house:
            await house.types("schedule 8 phnom penh")
            chat.slack.script("POST", "/conversations.info", Json({"ok": True, "channel": {"is_member": False}}))
            await house.types(f"schedule 9 paris <#{FLOOR}|floor>")
            return [Shown(one, private=True) for one in await house.types("", command="doctor")]


SCENES: Mapping[str, Scene] = {
    "slack-position": Scene(question("position", "cambodia ukraine")),
    "slack-compare": Scene(question("compare", "cambodia vietnam singapore ukraine")),
    "slack-bloc": Scene(question("bloc", "asean on ukraine")),
    "slack-digest-dark": Scene(digest, "dark"),
    "slack-french-dark": Scene(question("position", "cambodia ukraine in french"), "dark"),
    "slack-event-phone": Scene(question("event", "A/RES/ES-11/3"), "dark", PHONE),
    "slack-which-one": Scene(question("position", "korea ukraine")),
    "slack-sources": Scene(sources),
    "slack-shared": Scene(shared),
    "slack-report": Scene(report, width=FORM),
    "slack-ask": Scene(ask_form, width=FORM),
    "slack-window": Scene(answered, width=FORM),
    "slack-home": Scene(home),
    "slack-scheduled": Scene(scheduled),
    "slack-schedule": Scene(schedule_form, width=FORM),
    "slack-doctor-dark": Scene(doctor, "dark"),
}
"""What docs/img holds of them."""


async def played(scene: Scene) -> Sequence[Shown]:
    """What the room sent in that scene."""
    desk = Desk(HELD, lambda: NOW)
    async with FaultServer() as slack:
        script_slack(slack)
        slack.script("POST", "/views.open", Json({"ok": True}))
        slack.script("POST", "/views.publish", Json({"ok": True}))
        room = room_at(slack.url, desk.answer, commands=catalogue(), administration=office(desk, standing))
        async with served(room):
            return await scene.play(Chat(slack, room, desk, []))


def main(names: Sequence[str]) -> int:
    """0 if drawn, 1 where there is nothing to draw with."""
    wanted = {name: SCENES[name] for name in names or SCENES}
    try:
        pages = {name: page(asyncio.run(played(scene)), scene.theme) for name, scene in wanted.items()}
        with Chromium() as browser:
            for name, html in pages.items():
                (IMG / f"{name}.png").write_bytes(browser.picture(html, wanted[name].width))
    except (NoChromiumError, NoRendererError) as none:
        print(none, file=sys.stderr)  # noqa: T201
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
