"""/subscription on Discord: typed options, completion, who may, what comes back; simcord and a real database."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import discord
import pytest

from adapters.administration import Administration
from adapters.contract import Address, Lack
from adapters.discord.client import DiscordRoom
from adapters.store.entries import Standing
from adapters.store.store import Store
from bot.catalogue import catalogue
from bot.commands import Desk, Held
from bot.office.catalogue import errands, group_summary
from bot.office.errands import Office
from bot.office.outlook import Window
from briefs import briefing
from briefs.wording.notices import paused
from tests.adapters.discord.conftest import SyncMemory
from tests.adapters.discord.demands import Sent
from tests.adapters.discord.reader import seen
from tests.archives import shipped
from tests.stores import fresh, opened

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
HELD = Held.of(shipped(), ())


@dataclass
class House:
    """Dateline with a database that is opened by the test."""

    store: Store | None = None
    rooms: list[DiscordRoom] = field(default_factory=list)
    desk: Desk = field(default_factory=lambda: Desk(HELD, lambda: NOW))
    told: briefing.Briefing | None = None
    """The digest of every window, instead of what is on file."""

    def room(self) -> DiscordRoom:
        office = Office(lambda: self.store, self.compose, self.desk, lambda: NOW, lambda: None, self.lacks)
        administration = Administration(
            errands(), group_summary, office.ask, office.administer, office.propose, office.present,
            Window(lambda: self.store, self.desk).outlook, self.desk.spoken,
        )  # fmt: skip
        room = DiscordRoom(
            "token", catalogue(), self.desk.answer, self.desk.complete, SyncMemory(), administration=administration
        )
        self.rooms.append(room)
        return room

    def compose(self, order: Any, since: datetime, until: datetime, alerted: object = ()) -> briefing.Briefing:
        told = self.told
        return told or briefing.digest_of_window(HELD.archive, {}, since, until, order.follows, order.length)

    async def lacks(self, address: Address, language: str) -> Sequence[Lack]:
        return await self.rooms[-1].lacks(address, language)


@dataclass
class Server:
    house: House
    env: Any
    guild: Any
    channel: Any
    boss: Any
    alice: Any

    @asynccontextmanager
    async def open(self, folder: Path) -> Any:
        async with opened(fresh(folder)) as store:
            self.house.store = store
            yield store


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def simcord_bot(house: House) -> Any:
    return house.room().open()


@pytest.fixture
def server(house: House, simcord_env: Any) -> Server:
    guild = simcord_env.create_guild()
    channel = guild.create_text_channel("desk")
    managers = guild.create_role("managers", permissions=discord.Permissions(manage_guild=True))
    boss = guild.add_member(simcord_env.create_user("boss"), roles=[managers])
    alice = guild.add_member(simcord_env.create_user("alice"))
    return Server(house, simcord_env, guild, channel, boss, alice)


def text(message: Any) -> str:
    return seen({"components": message.components})


async def test_a_digest_is_scheduled_for_this_channel_and_the_next_one_told_by_both_clocks(
    server: Server, tmp_path: Path
) -> None:
    async with server.open(tmp_path) as store:
        made = await server.boss.slash(server.channel, "subscription schedule", time="8", zone="Phnom Penh")
        [standing] = await store.subscriptions.all()
    assert standing.subscription.address == Address("discord", str(server.channel.id))
    assert standing.subscription.server == str(server.guild.id)
    assert made.ephemeral
    shown = text(made.response)
    assert "Posts in #desk at 08:00 (Asia/Phnom_Penh), every day." in shown
    at = int(standing.next_due.timestamp())
    assert f"In your own time: <t:{at}:F> (<t:{at}:R>)" in shown
    assert "cannot post" not in shown


async def test_channel_and_role_are_typed_options_told_by_name(server: Server, tmp_path: Path) -> None:
    floor, watchers = server.guild.create_text_channel("floor"), server.guild.create_role("watchers")
    async with server.open(tmp_path) as store:
        made = await server.boss.slash(
            server.channel,
            "subscription schedule",
            time="8",
            zone="UTC",
            channel=floor,
            mention=watchers,
            length="line",
        )
        [standing] = await store.subscriptions.all()
        listed = await server.boss.slash(server.channel, "subscription list")
    order = standing.subscription
    assert (order.address.place, order.mention) == (str(floor.id), str(watchers.id))
    assert "#floor" in text(made.response)
    assert "Mentions @watchers." in text(made.response)
    assert "Posts in #floor at 08:00" in text(listed.response)


async def test_only_channels_that_take_a_digest_are_offered(server: Server, outgoing: list[Sent]) -> None:
    told = next(sent.body for sent in outgoing if sent.path.endswith("/commands"))
    [group] = [command for command in told if command["name"] == "subscription"]
    places = [option for errand in group["options"] for option in errand.get("options", ()) if option["type"] == 7]
    assert places
    for place in places:
        assert set(place["channel_types"]) == {0, 5, 10, 11, 12, 15}


async def test_a_channel_that_dateline_may_not_write_in_is_told_with_where_to_click(
    server: Server, tmp_path: Path
) -> None:
    everyone = server.guild.default_role
    shut = server.guild.create_text_channel(
        "shut", overwrites={everyone: discord.PermissionOverwrite(send_messages=False)}
    )
    async with server.open(tmp_path):
        made = await server.boss.slash(server.channel, "subscription schedule", time="8", zone="UTC", channel=shut)
    assert "Dateline cannot post there yet: Send Messages is off for Dateline there: channel settings" in text(
        made.response
    )


async def test_who_may_not_manage_the_server_does_not_see_the_group_and_is_refused_if_allowed_to(
    server: Server, tmp_path: Path
) -> None:
    seen_by = {who: set(actor.available_commands(server.channel)) for who, actor in
               (("boss", server.boss), ("alice", server.alice))}  # fmt: skip
    assert "subscription schedule" in seen_by["boss"]
    assert "subscription schedule" not in seen_by["alice"]
    root = next(command for command in server.env.bot.tree.get_commands() if command.name == "subscription")
    assert root.default_permissions == discord.Permissions(manage_guild=True)


async def test_the_scheduled_digests_of_the_server_are_completed_and_no_others(server: Server, tmp_path: Path) -> None:
    async with server.open(tmp_path) as store:
        await server.boss.slash(server.channel, "subscription schedule", time="8", zone="UTC")
        [standing] = await store.subscriptions.all()
        foreign = replace(standing.subscription, id="digest-other", server="2")
        await store.subscriptions.put([Standing(foreign, NOW, NOW + timedelta(days=1))])
        offered = await server.boss.autocomplete(server.channel, "subscription pause", "subscription", "")
    assert [choice["value"] for choice in offered] == [standing.subscription.id]
    assert "#desk · 08:00 UTC" in offered[0]["name"]


@pytest.mark.parametrize(
    ("option", "typed", "first"),
    [("zone", "phnom", "Asia/Phnom_Penh"), ("time", "8", "08:00"), ("weekdays", "week", "weekdays"),
     ("acts", "vote.held, stat", "vote.held, statement"), ("issues", "ukraine", "ukraine-war"),
     ("actors", "KHM, viet", "KHM, VNM")],
)  # fmt: skip
async def test_words_of_a_new_digest_are_completed(
    server: Server, tmp_path: Path, option: str, typed: str, first: str
) -> None:
    async with server.open(tmp_path):
        offered = await server.boss.autocomplete(server.channel, "subscription schedule", option, typed)
    assert offered[0]["value"] == first
    assert len(offered) <= 25


async def test_pause_resume_and_remove_are_said_in_words(server: Server, tmp_path: Path) -> None:
    async with server.open(tmp_path) as store:
        await server.boss.slash(server.channel, "subscription schedule", time="8", zone="UTC")
        [standing] = await store.subscriptions.all()
        id_ = standing.subscription.id
        said_of = {"pause": "is paused", "resume": "Goes on", "remove": "is removed", "list": "Nothing is scheduled"}
        for errand, said in said_of.items():
            told = await server.boss.slash(
                server.channel, f"subscription {errand}", **({} if errand == "list" else {"subscription": id_})
            )
            assert said in text(told.response)
            assert told.ephemeral


async def test_everybody_may_have_a_digest_of_their_own_by_direct_message(server: Server, tmp_path: Path) -> None:
    user = server.env.create_user("carol")
    async with server.open(tmp_path) as store:
        made = await user.slash("subscription schedule", time="8", zone="UTC")
        [standing] = await store.subscriptions.all()
    assert standing.subscription.server == f"@{user.id}"
    assert standing.subscription.address.place == str(user.dm_channel.id)
    assert "Scheduled" in text(made.response)
    assert "cannot post" not in text(made.response)


async def test_a_bug_in_an_errand_is_one_calm_sentence(server: Server, expected_warnings: list[str]) -> None:
    expected_warnings.append(r"discord\.answer_failed id=[0-9a-f]{8} command=subscription list")
    server.house.store = object()  # type: ignore[assignment]
    told = await server.boss.slash(server.channel, "subscription list")
    assert "Something went wrong on our side" in text(told.response)


def test_every_errand_and_parameter_keeps_discords_limits_in_every_language() -> None:
    for errand in errands():
        for told in (errand, *errand.params):
            assert 1 <= len(told.summary) <= 100
            assert all(1 <= len(also.summary) <= 100 for also in told.also)


async def test_the_doctor_names_the_permission_and_where_to_click(server: Server, tmp_path: Path) -> None:
    everyone = server.guild.default_role
    shut = server.guild.create_text_channel(
        "shut", overwrites={everyone: discord.PermissionOverwrite(send_messages=False)}
    )
    async with server.open(tmp_path):
        for channel in (server.channel, shut):
            await server.boss.slash(server.channel, "subscription schedule", time="8", zone="UTC", channel=channel)
        told = text((await server.boss.slash(server.channel, "doctor")).response)
    assert "in #desk: works" in told
    assert "in #shut: cannot post: Send Messages is off for Dateline there: channel settings" in told


async def test_settings_make_answers_public_and_speak_the_servers_language(server: Server, tmp_path: Path) -> None:
    async with server.open(tmp_path):
        told = await server.boss.slash(server.channel, "settings", answers_language="es", private="no")
        assert "Answers are seen by everybody" in text(told.response)
        answered = await server.alice.slash(server.channel, "vote", text="A/RES/ES-11/1")
        asked_back = await server.alice.slash(server.channel, "position", actor="korea")
    assert not answered.ephemeral
    assert (
        "Fuentes" in text(answered.response)
        or "votó" in text(answered.response)
        or "a favor" in text(answered.response)
    )
    assert asked_back.ephemeral


async def test_being_removed_pauses_and_being_invited_again_goes_on(server: Server, tmp_path: Path) -> None:
    async with server.open(tmp_path) as store:
        await server.boss.slash(server.channel, "subscription schedule", time="8", zone="UTC")
        client, guild = server.env.bot, server.env.bot.get_guild(server.guild.id)
        await client.on_guild_remove(guild)
        [gone] = await store.subscriptions.all()
        await client.on_guild_join(guild)
        [back] = await store.subscriptions.all()
    assert gone.subscription.paused == "Dateline was removed from this server"
    assert back.subscription.paused is None


async def test_the_owner_is_told_by_direct_message(server: Server) -> None:
    room = server.house.rooms[-1]
    assert await room.warn(str(server.guild.id), paused("digest-abcde", "Send Messages is off"))
    owner = server.guild.owner
    [message] = owner.dm_channel.history()
    shown = seen({"components": [component.to_dict() for component in message.components]})
    assert "digest-abcde is paused: Send Messages is off" in shown
    assert not await room.warn("12345", paused("digest-abcde", "gone"))


async def test_a_form_asks_for_what_is_long_to_type_and_orders_the_same(server: Server, tmp_path: Path) -> None:
    floor = server.guild.create_text_channel("floor")
    async with server.open(tmp_path) as store:
        form = await server.boss.slash(server.channel, "subscription form", channel=floor)
        assert form.modal is not None
        await server.env.restart_bot(server.house.room().open())
        words = {
            "time": "8",
            "zone": "paris",
            "weekdays": "mon-fri",
            "issues": "ukraine",
            "actors": "cambodia, viet nam",
        }
        made = await server.boss.submit_modal(form, words)
        [standing] = await store.subscriptions.all()
        order = standing.subscription
    assert order.address.place == str(floor.id)
    assert (order.zone, order.follows.actors) == ("Europe/Paris", ("KHM", "VNM"))
    assert "Posts in #floor at 08:00 (Europe/Paris)" in text(made.response)
    assert made.ephemeral


def shown(form: Any) -> dict[str, str]:
    """Field → what stands in it when a form opens."""
    fields = [one["component"] for one in form.modal["components"]]
    return {field["custom_id"]: field.get("value", "") for field in fields}


async def test_mistakes_in_a_form_are_told_and_what_was_typed_is_corrected_in_the_form(
    server: Server, tmp_path: Path
) -> None:
    typed = {
        "time": "soon", "zone": "paris", "weekdays": "", "issues": "ukrain, *the* `north`", "actors": "```\ncambodia",
    }  # fmt: skip
    async with server.open(tmp_path) as store:
        form = await server.boss.slash(server.channel, "subscription form")
        told = await server.boss.submit_modal(form, typed)
        assert await store.subscriptions.all() == ()
        assert "“soon” is no time of day" in text(told.response)
        assert "“ukrain” is no name here. Did you mean" in text(told.response)
        assert "Time zone or city\nparis" in text(told.response)
        await server.env.restart_bot(server.house.room().open())
        again = await server.boss.click(told.response, label="Correct it")
        assert shown(again) == {**typed, "actors": "``` cambodia"}
        corrected = {"time": "8", "zone": "paris", "weekdays": "", "issues": "ukraine", "actors": "cambodia"}
        made = await server.boss.submit_modal(again, corrected)
        [standing] = await store.subscriptions.all()
    assert standing.subscription.follows.actors == ("KHM",)
    assert "Posts in #desk at 08:00 (Europe/Paris), every day." in text(told.response), "in place of the mistakes"
    assert not made.followups
    assert "Correct it" not in str(told.response.components)


async def test_lists_too_long_to_stand_beside_their_mistakes_have_a_message_of_their_own(
    server: Server, tmp_path: Path
) -> None:
    long = ", ".join(f"nowhere number {n}" for n in range(40))
    async with server.open(tmp_path):
        form = await server.boss.slash(server.channel, "subscription form")
        typed = {"time": "8", "zone": "paris", "weekdays": "", "issues": long, "actors": long}
        told = await server.boss.submit_modal(form, typed)
        mistakes, last = told.response, *told.followups
        assert text(mistakes).count("“nowhere number 39” is no name here") == 2
        again = await server.boss.click(last, label="Correct it")
        assert shown(again) == typed


async def test_an_edit_without_options_is_a_form_that_shows_what_stands(server: Server, tmp_path: Path) -> None:
    async with server.open(tmp_path) as store:
        made = {"time": "8", "zone": "phnom penh", "weekdays": "mon-fri", "issues": "ukraine", "actors": "khm, asean"}
        await server.boss.slash(server.channel, "subscription schedule", **made, length="long", tag="votes")
        [before] = await store.subscriptions.all()
        form = await server.boss.slash(server.channel, "subscription edit", subscription=before.subscription.id)
        stands = shown(form)
        assert stands == {
            "time": "08:00",
            "zone": "Asia/Phnom_Penh",
            "weekdays": "weekdays",
            "issues": "Russia's war against Ukraine",
            "actors": "Cambodia, ASEAN",
        }
        other = await server.boss.slash(
            server.channel, "subscription edit", subscription=before.subscription.id, zone="paris"
        )
        assert other.modal is None
        await server.env.restart_bot(server.house.room().open())
        told = await server.boss.submit_modal(form, {**stands, "time": "21:00", "issues": ""})
        [after] = await store.subscriptions.all()
    follows = replace(before.subscription.follows, issues=())
    assert after.subscription == replace(before.subscription, at=(time(21),), zone="Europe/Paris", follows=follows), (
        "what the form left alone is as somebody else set it meanwhile"
    )
    assert "at 21:00 (Europe/Paris)" in text(told.response)


async def test_a_mistake_in_an_edit_changes_nothing_and_its_form_opens_again_as_it_was_left(
    server: Server, tmp_path: Path
) -> None:
    async with server.open(tmp_path) as store:
        await server.boss.slash(server.channel, "subscription schedule", time="8", zone="UTC", issues="ukraine")
        [before] = await store.subscriptions.all()
        form = await server.boss.slash(server.channel, "subscription edit", subscription=before.subscription.id)
        left = {**shown(form), "weekdays": "sometimes", "issues": ""}
        told = await server.boss.submit_modal(form, left)
        assert await store.subscriptions.all() == (before,)
        again = await server.boss.click(told.response, label="Correct it")
        assert shown(again) == left
        await server.boss.submit_modal(again, {**left, "weekdays": "sat"})
        [after] = await store.subscriptions.all()
    follows = replace(before.subscription.follows, issues=())
    assert after.subscription == replace(before.subscription, weekdays=frozenset({6}), follows=follows)


async def test_a_form_for_a_digest_that_is_not_there_is_not_opened(server: Server, tmp_path: Path) -> None:
    async with server.open(tmp_path):
        told = await server.boss.slash(server.channel, "subscription edit", subscription="digest-zzzzz")
    assert told.modal is None
    assert "No digest scheduled here is called “digest-zzzzz”" in text(told.response)


async def test_a_bug_where_a_form_is_asked_for_is_one_calm_sentence(
    server: Server, expected_warnings: list[str]
) -> None:
    expected_warnings.append("dateline.discord")
    server.house.store = "no store"  # type: ignore[assignment]
    told = await server.boss.slash(server.channel, "subscription edit", subscription="digest-zzzzz")
    assert "went wrong" in text(told.response)
