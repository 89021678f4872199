"""Known faults of discord.py 2.7.1 that we keep clear of, a test for each: it fails when the library is mended.

Then the work-around named beside it may go, and the test with it. What our own source must not do meanwhile is read
from the source.
"""

from __future__ import annotations

import ast
import asyncio
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import discord
import pytest
import simcord
from discord import app_commands

from adapters.discord import wire
from adapters.discord.client import DiscordRoom
from adapters.discord.limits import FORM_LABEL
from bot.catalogue import menus
from tests.adapters.discord.demands import Sent
from tests.adapters.discord.gateway import opened
from tests.adapters.discord.test_posting import server  # noqa: F401  a fixture
from tests.faultserver import Drop, FaultServer, Reset, Status

SOURCE = Path(inspect.getfile(DiscordRoom)).parent
CALLS = [
    (file.name, call)
    for file in sorted(SOURCE.glob("*.py"))
    for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    if isinstance(call, ast.Call)
]


def called(*names: str) -> Iterator[tuple[str, ast.Call]]:
    """Calls of a function or method of that name in the room's source."""
    for file, call in CALLS:
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name in names:
            yield file, call


def test_the_source_is_read() -> None:
    assert {file for file, _ in called("Select")} >= {"layout.py", "forms.py"}


# --- editing a message sends flags 0 and brings previews back (mended on master by 188d32d63) ----------------------


async def test_an_edited_message_still_loses_its_flags(room: DiscordRoom, outgoing: list[Sent]) -> None:
    async with simcord.run(room.open()) as env:
        channel = env.create_guild().create_text_channel("desk")
        message = await env.bot.get_channel(channel.id).send("words", suppress_embeds=True)
        await message.edit(content="other words")
    assert outgoing[-1].method == "PATCH"
    assert outgoing[-1].body["flags"] == 0, "mended: Message.edit may be used"


def test_we_edit_no_message_but_through_its_interaction_or_its_bare_id() -> None:
    for file, call in called("edit"):
        held = call.func.value if isinstance(call.func, ast.Attribute) else None
        of = held.func.attr if isinstance(held, ast.Call) and isinstance(held.func, ast.Attribute) else ""
        assert of == "get_partial_message", f"{file}:{call.lineno} edits a message; Message.edit sends flags 0"


# --- a view miscounts once something was taken out of it (cc00d56a2, 85144ec5e, d2996be14) --------------------------


async def test_a_view_still_miscounts_after_something_was_taken_out() -> None:
    view, button = discord.ui.View(), discord.ui.Button[Any](label="one")
    view.add_item(button).add_item(discord.ui.Button(label="two")).remove_item(button)
    assert len(list(view.walk_children())) == 1
    assert view.total_children_count == 2, "mended: a view may be changed after it was made"


def test_we_take_nothing_out_of_a_view_and_make_each_anew() -> None:
    assert list(called("remove_item", "clear_items", "from_message", "View")) == []


# --- closing an AutoShardedClient before it was set up (108e9abb5) --------------------------------------------------


async def test_a_sharded_client_still_cannot_be_closed_before_it_was_set_up() -> None:
    client = discord.AutoShardedClient(intents=discord.Intents(guilds=True))
    with pytest.raises(AttributeError):
        await client.close()  # mended: wire.Client.close may call it


async def test_our_client_and_room_close_before_they_were_set_up(room: DiscordRoom) -> None:
    client = room.open()
    assert isinstance(client, wire.Client)
    assert isinstance(client, discord.AutoShardedClient)
    await client.close()
    room.open()
    await room.close()
    await room.serve()


# --- five commands in a menu, where Discord takes fifteen (026a882d5) -----------------------------------------------


async def test_the_library_still_takes_five_commands_in_a_menu() -> None:
    async def callback(interaction: discord.Interaction, message: discord.Message) -> None: ...

    tree = app_commands.CommandTree(discord.Client(intents=discord.Intents(guilds=True)))
    for number in range(5):
        tree.add_command(app_commands.ContextMenu(name=f"menu {number}", callback=callback))
    with pytest.raises(app_commands.CommandLimitReached):
        tree.add_command(app_commands.ContextMenu(name="menu 5", callback=callback))
    assert 1 <= len(menus()) <= 5


# --- fields of a form: which must be filled in depends on their kind (#10339) ---------------------------------------


def test_whether_a_list_in_a_form_must_be_filled_in_still_depends_on_its_kind() -> None:
    assert discord.ui.Select().required
    assert not discord.ui.ChannelSelect().required, "mended: `required` need not be said in forms"


def test_every_field_of_our_forms_says_whether_it_must_be_filled_in() -> None:
    fields = [call for file, call in called("Select", "TextInput", "ChannelSelect", "RoleSelect") if file == "forms.py"]
    assert len(fields) >= 3
    for call in fields:
        assert "required" in {keyword.arg for keyword in call.keywords}, f"forms.py:{call.lineno}"
    assert FORM_LABEL.value == 45


# --- what discord.py does not try again (posting.post does) ---------------------------------------------------------


@pytest.mark.parametrize("fault", [Reset(), Drop(), Status(503, b"no"), Status(520, b"no")], ids=repr)
async def test_a_request_that_a_server_cuts_off_is_still_not_tried_again(
    room: DiscordRoom,
    server: FaultServer,  # noqa: F811
    fault: Any,
) -> None:
    server.script("POST", "/channels/7/messages", fault)
    async with room.open() as client:
        discord.http.Route.BASE = server.url
        await client.login("token")
        with pytest.raises((aiohttp.ClientError, discord.DiscordServerError)):
            await client.get_partial_messageable(7).send("words", nonce="key")
    assert len(server.seen("POST", "/channels/7/messages")) == 1, "mended: posting need not try again by itself"


# --- an event that cannot be read ends the client (wire._unharmed) --------------------------------------------------


async def test_an_event_that_cannot_be_read_still_ends_the_librarys_own_client(
    server: FaultServer,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(discord.http.Route, "BASE", server.url)
    async with opened(monkeypatch) as gateway, asyncio.timeout(20), asyncio.TaskGroup() as tasks:
        client = discord.Client(intents=discord.Intents(guilds=True))

        async def serve() -> None:
            async with client:
                await client.start("token")

        serving = tasks.create_task(_outcome(serve()))
        await gateway.ready.wait()
        await gateway.say("GUILD_CREATE", {"id": "7", "channels": [{"type": 0}]})
        assert isinstance(await serving, KeyError), "mended: events need no guard of ours"


async def _outcome(serving: Any) -> BaseException | None:
    try:
        await serving
    except Exception as error:
        return error
    return None
