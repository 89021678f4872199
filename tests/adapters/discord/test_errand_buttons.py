# ruff: noqa: F811  (fixtures of another file, by their names)
"""What may be ordered next, as buttons and lists of Discord: pressed anew by whoever may, after a restart too."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from adapters.contract import Next, Outcome, Question, Reply
from adapters.discord import limits
from adapters.discord.errand_replies import messages
from adapters.discord.forms import to_correct
from adapters.discord.render import component_count, text_units, texts
from adapters.store.entries import Amendment, Part, Settlement, SlotEntry, Standing, State, Step
from adapters.store.store import Store
from adapters.tokens import Press, Token
from bot.office.errands import MOST
from briefs import briefing
from briefs.briefing import Ending
from tests.adapters.discord.test_buttons import labels, options
from tests.adapters.discord.test_errands import (  # noqa: F401  fixtures
    NOW,
    Server,
    house,
    server,
    shown,
    simcord_bot,
    text,
)
from tests.contract import documents

SLOT, TOLD = "2026-11-22T08:00", "2026-11-22 08:00"
OF_ONE = ["Edit", "Preview", "Rehearse", "Pause", "Send now", "History", "Remove"]


async def scheduled(server: Server, **given: Any) -> Any:
    return await server.boss.slash(server.channel, "subscription schedule", time="8", zone="UTC", **given)


async def only(store: Store) -> Standing:
    [standing] = await store.subscriptions.all()
    return standing


async def in_doubt(server: Server, store: Store) -> str:
    """A digest of which nobody can tell whether it stands."""
    await scheduled(server)
    return await left_in_doubt(store)


async def left_in_doubt(store: Store) -> str:
    id_ = (await only(store)).subscription.id
    due = NOW - timedelta(days=1)
    await store.ledger.enter([SlotEntry(id_, SLOT, due)], {}, due)
    [row] = await store.ledger.history(id_)
    [row] = await store.ledger.prepare(row, [Part("key", documents.usual())], NOW)
    await store.ledger.settle(Settlement(row, State.UNKNOWN, NOW, reason="the connection was lost"))
    return id_


async def failed(store: Store, id_: str) -> None:
    """A correction whose edit failed, and whose note stands."""
    due = NOW - timedelta(days=1)
    await store.ledger.enter([SlotEntry(id_, SLOT, due, State.SKIPPED, "missed")], {}, due)
    ends = {Step.EDIT: State.FAILED, Step.NOTE: State.SENT}
    await store.amendments.enter(
        [Amendment(id_, SLOT, "m", step, 0, (), "m1", documents.usual(), step.value, due) for step in ends]
    )
    for one in await store.amendments.of(id_):
        await store.amendments.settle(one.id, ends[one.step], NOW, reason="no right")


async def rows(store: Store, id_: str) -> list[State]:
    return [row.state for row in await store.ledger.history(id_)]


async def test_an_order_has_buttons_for_all_that_can_be_done_with_it(server: Server, tmp_path: Path) -> None:
    async with server.open(tmp_path) as store:
        made = await scheduled(server)
        assert labels(made.response) == OF_ONE
        await server.env.restart_bot(server.house.room().open())
        paused = await server.boss.click(made.response, label="Pause")
        assert paused.response.id == made.response.id, "in place of what was pressed"
        assert "is paused" in text(paused.response)
        assert (await only(store)).subscription.paused is not None
        again = await server.boss.click(paused.response, label="Resume")
        assert (await only(store)).subscription.paused is None
        assert labels(again.response) == OF_ONE
        history = await server.boss.click(again.response, label="History")
        assert history.response.id != made.response.id
        assert history.ephemeral
        form = await server.boss.click(again.response, label="Edit")
        assert shown(form)["time"] == "08:00"


async def test_what_ends_something_is_asked_for_twice_and_a_press_in_haste_asks_twice(
    server: Server, tmp_path: Path
) -> None:
    async with server.open(tmp_path) as store:
        made = await scheduled(server)
        asked = [await server.boss.click(made.response, label="Remove") for _ in range(2)]
        assert len(await store.subscriptions.all()) == 1
        for one in asked:
            assert one.response.id != made.response.id
            assert "Really remove it?" in text(one.response)
            assert "Its settings are lost; what it posted stays in the channel." in text(one.response)
            assert labels(one.response) == ["Remove", "Keep it"]
        kept = await server.boss.click(asked[1].response, label="Keep it")
        assert labels(kept.response) == OF_ONE
        await server.env.restart_bot(server.house.room().open())
        gone = await server.boss.click(asked[0].response, label="Remove")
        assert "is removed" in text(gone.response)
        assert await store.subscriptions.all() == ()
        late = await server.boss.click(asked[1].response, label="Remove")
        assert "No digest scheduled here is called" in text(late.response)


async def test_whether_who_presses_may_is_asked_at_the_press(server: Server, tmp_path: Path) -> None:
    async with server.open(tmp_path) as store:
        made = await scheduled(server)
        server.env.backend.remove_member_role(server.guild.id, server.boss.id, server.guild.roles["managers"].id)
        told = await server.boss.click(made.response, label="Pause")
        assert (await only(store)).subscription.paused is None
    assert "Manage Server" in text(told.response)


async def test_a_post_in_doubt_is_sent_again_by_a_button_once(server: Server, tmp_path: Path) -> None:
    async with server.open(tmp_path) as store:
        id_ = await in_doubt(server, store)
        history = await server.boss.slash(server.channel, "subscription history", subscription=id_)
        assert labels(history.response) == [f"Send {TOLD} again", f"{TOLD} was posted"]
        await server.env.restart_bot(server.house.room().open())
        told = [await server.boss.click(history.response, label=f"Send {TOLD} again") for _ in range(2)]
        assert f"That of {TOLD} is being sent once more" in text(told[0].response)
        assert "is not in doubt, or somebody here has already decided" in text(told[1].response)
        assert await rows(store, id_) == [State.UNKNOWN, State.DUE]


async def test_a_post_in_doubt_is_marked_as_sent_by_a_button(server: Server, tmp_path: Path) -> None:
    async with server.open(tmp_path) as store:
        id_ = await in_doubt(server, store)
        history = await server.boss.slash(server.channel, "subscription history", subscription=id_)
        told = await server.boss.click(history.response, label=f"{TOLD} was posted")
        assert f"That of {TOLD} counts as posted" in text(told.response)
        assert await rows(store, id_) == [State.SENT]


async def test_a_correction_that_failed_is_tried_again_by_a_button_once(server: Server, tmp_path: Path) -> None:
    async with server.open(tmp_path) as store:
        await scheduled(server)
        id_ = (await only(store)).subscription.id
        await failed(store, id_)
        history = await server.boss.slash(server.channel, "subscription history", subscription=id_)
        assert labels(history.response) == [f"Try correction of {TOLD} again"]
        await server.env.restart_bot(server.house.room().open())
        label = f"Try correction of {TOLD} again"
        told = [await server.boss.click(history.response, label=label) for _ in range(2)]
        assert f"The correction of {TOLD} is being tried again" in text(told[0].response)
        assert f"The correction of {TOLD} has not failed" in text(told[1].response)
        assert [one.state for one in await store.amendments.of(id_)] == [State.DUE, State.SENT]


async def test_several_orders_are_a_list_and_the_one_chosen_is_told(server: Server, tmp_path: Path) -> None:
    async with server.open(tmp_path) as store:
        for issues in ("ukraine", "gaza"):
            await scheduled(server, issues=issues)
        listed = await server.boss.slash(server.channel, "subscription list")
        assert labels(listed.response) == ["Schedule a digest"]
        ids = {standing.subscription.id for standing in await store.subscriptions.all()}
        assert len(options(listed.response)) == len(ids) == 2
        label, value = next(iter(options(listed.response).items()))
        assert "#desk · 08:00 UTC" in label
        told = await server.boss.select(listed.response, [value])
        assert labels(told.response) == OF_ONE
        form = await server.boss.click(listed.response, label="Schedule a digest")
        assert form.modal is not None
        which = await server.boss.slash(server.channel, "subscription pause", subscription="digest-zzzzz")
        paused = await server.boss.select(which.response, [next(iter(options(which.response).values()))])
        assert "is paused" in text(paused.response)


async def test_settings_are_changed_in_a_form_of_lists_and_a_line(server: Server, tmp_path: Path) -> None:
    async with server.open(tmp_path) as store:
        told = await server.boss.slash(server.channel, "settings", answers_language="fr", follow="ukraine")
        form = await server.boss.click(told.response, label="Change settings")
        fields = {one["component"]["custom_id"]: one["component"] for one in form.modal["components"]}
        assert [one["label"] for one in form.modal["components"]] == [
            "Language of answers", "Answers for who asks alone", "Names of actors in English",
            "Issues that a new digest follows",
        ]  # fmt: skip
        assert [one["value"] for one in fields["answers_language"]["options"] if one.get("default")] == ["fr"]
        assert fields["follow"]["value"] == "Russia's war against Ukraine"
        await server.boss.submit_modal(
            form, {"answers_language": ["es"], "private": ["no"], "names": ["un"], "follow": "ukraine"}
        )
        [kept] = await store.servers.all()
    assert kept.preferences == {"language": "es", "issues": ["ukraine-war"], "private": False, "names": "un"}


@pytest.mark.parametrize("lines", [60, 200, 400])
def test_an_answer_of_any_length_is_five_messages_at_most_and_the_last_has_its_buttons(lines: int) -> None:
    """Discord takes five follow-ups where a person alone has installed the app; what is left out is counted."""
    given = {"subscription": "digest-abcde"}
    listed = Next("subscription list", given, "One", lists=True)
    reply = Reply(
        documents.long_list(lines),
        Outcome.ANSWERED,
        moment=NOW,
        next=(Next("subscription edit", given, "Edit"), listed),
    )
    told = messages(reply)
    assert len(told) <= limits.SHARED_PARTS
    assert [[row["type"] for row in one["components"]].count(1) for one in told] == [*[0] * (len(told) - 1), 2]
    assert ("more" in "".join(texts(told[-1]))) is (lines > 60)


def test_beside_the_longest_answer_what_was_typed_has_its_button_and_discord_takes_them_all() -> None:
    told = messages(Reply(documents.long_list(200), Outcome.USAGE))
    token = Token(Press.FORM, Question("subscription form", {}))
    corrected = to_correct(told, token, {"time": "t" * 3000}, "en")
    assert len(corrected) == len(told) + 1 == limits.FOLLOW_UPS.value + 1
    assert [row["components"][0]["label"] for row in corrected[-1]["components"] if row["type"] == 1] == ["Correct it"]


async def test_every_message_of_the_longest_answer_arrives(server: Server, tmp_path: Path) -> None:
    async with server.open(tmp_path) as store:
        server.house.told = briefing.Briefing(documents.long_list(200), Ending.ANSWERED)
        await scheduled(server)
        id_ = (await only(store)).subscription.id
        shown_now = await server.boss.slash(server.channel, "subscription preview", subscription=id_)
    every = [shown_now.response, *shown_now.followups]
    assert len(every) == limits.SHARED_PARTS
    assert "more" in text(every[-1])
    assert [("<t:" in text(one)) for one in every] == [False] * 4 + [True], (
        "the reader's clock, where buttons stand too"
    )


@pytest.mark.parametrize("moment", [None, NOW])
def test_the_fullest_answer_with_its_buttons_keeps_discords_limits(moment: Any) -> None:
    buttons = tuple(
        Next("subscription edit", {"subscription": f"digest-{n}"}, "L" * 200, ends=n == 6) for n in range(30)
    )
    listed = tuple(Next("subscription list", {"subscription": f"digest-{n}"}, "L" * 200, lists=True) for n in range(60))
    lost = Next("subscription edit", {"subscription": "x" * 100}, "too long for an id")
    reply = Reply(
        documents.long_list(60),
        Outcome.ANSWERED,
        moment=moment,
        next=(lost, *buttons, replace(lost, lists=True), *listed),
    )
    *_, last = messages(reply)
    assert component_count(last) <= limits.COMPONENTS.value
    assert text_units(last) <= limits.TEXT.value
    rows = [row["components"] for row in last["components"] if row["type"] == 1]
    assert [len(row) for row in rows] == [5, 5, 1]
    assert len(rows[-1][0]["options"]) == MOST
    ids = [one["custom_id"] for row in rows for one in row]
    assert len(set(ids)) == len(ids)
    assert all(len(id_) <= 100 for id_ in ids)
