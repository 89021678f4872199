"""Alerts as those who look after a server order them, and as they read of them afterwards."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from adapters.contract import Alerts, Outcome
from adapters.store.entries import Kind, Looked, Part, Settlement, SlotEntry, State
from bot.office.outlook import Window
from bot.slots import alert_slot
from briefs.plain import plain
from briefs.tongues import LANGUAGES
from tests.bot.test_doubts import run
from tests.bot.test_office import Server, lines, serving
from tests.bot.test_office_lines import form, says, standing
from tests.stores import document_of

pytestmark = pytest.mark.usefixtures("each_database")


async def alerted(server: Server, id_: str, state: State, seconds: int = 7) -> str:
    """The slot of an alert of this minute that ended so, its message rendered."""
    ledger, now = server.store.ledger, server.clock().replace(second=seconds)
    slot = alert_slot(now)
    await ledger.enter([SlotEntry(id_, slot, now, kind=Kind.ALERT, since=now - timedelta(minutes=1))], {}, now)
    held = await server.store.subscriptions.get(id_)
    assert held is not None
    await server.store.lanes.take(held.subscription.address)
    [row] = await ledger.open(id_, slot)
    await ledger.claim(row.id, now)
    [row] = await ledger.prepare(row, [Part("key", document_of("news"))], now, ("voa/kh-1",))
    await ledger.sending(row.id, "key", now, held.subscription.address)
    await ledger.settle(Settlement(row, state, now, receipt="77" if state is State.SENT else "", reason="lost"))
    return slot


async def test_alerts_that_are_turned_on_look_no_further_back_and_stay_where_they_are_when_widened(
    tmp_path: Path,
) -> None:
    async with serving(tmp_path) as server:
        id_ = await server.scheduled()
        made = server.clock()
        server.clock.move(hours=3)
        await server.store.seen.see({"voa/kh-1": "x"}, server.clock() + timedelta(seconds=9))
        await server.says("edit", subscription=id_, alerts="changes")
        held = await server.store.subscriptions.get(id_)
        assert held is not None
        assert (held.subscription.alerts, held.covered) == (Alerts.CHANGES, made)
        assert held.alerted > server.clock() + timedelta(seconds=9), "what is on file already is the digest's"
        looked = held.alerted
        server.clock.move(hours=3)
        told = await server.says("edit", subscription=id_, alerts="all")
        assert "• Alerts: all that it follows is posted at once, and not again in the digest." in lines(told)
        held = await server.store.subscriptions.get(id_)
        assert held is not None
        assert held.alerted == looked
        assert "Alerts" not in plain((await server.says("edit", subscription=id_, alerts="off")).document)


async def test_the_history_of_a_night_has_one_line_on_the_alert_that_waits(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        id_ = await server.scheduled(alerts="all", quiet="15:00-23:00")
        held = await server.store.subscriptions.get(id_)
        assert held is not None
        was = held.alerted
        for _ in range(20):
            until = server.clock.move(minutes=1)
            slot = SlotEntry(id_, alert_slot(until), until, reason="held", kind=Kind.ALERT, since=was)
            await server.store.alerting.enter([Looked(id_, was, until, slot)], until)
            was = until
        assert lines(await server.says("history", subscription=id_))[1:] == [
            "• 2026-11-23 16:20 (alert): waits until 23:00, when the quiet hours end"
        ]


async def test_votes_cannot_be_alerted_of_where_the_kinds_of_acts_leave_none(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        refused = await server.says("schedule", time="8", zone="utc", acts="statement", alerts="votes")
        assert refused.outcome is Outcome.USAGE
        assert refused.mistakes == {
            "alerts": "Its kinds of acts leave no votes, so there is nothing to alert of. Add vote.held to them, or "
            "choose all or off for alerts."
        }
        id_ = await server.scheduled(acts="statement", alerts="all")
        assert (await server.says("edit", subscription=id_, alerts="changes")).outcome is Outcome.USAGE
        assert (await server.says("edit", subscription=id_, alerts="changes", acts="all")).outcome is Outcome.ANSWERED
        refused = await server.says("edit", subscription=id_, acts="veto")
        assert list(refused.mistakes) == ["alerts"], "what stands is held against what is changed"


async def test_a_word_that_is_no_choice_is_told_with_those_there_are(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        refused = await server.says("schedule", time="8", zone="utc", alerts="some")
        assert lines(refused)[-1] == "“some” does not fit alerts. Choose one of off, changes, votes, all."


async def test_a_form_offers_alerts_in_words_and_what_it_shows_stays(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        assert standing(await form(server, "schedule 8 issues ukraine"))["alerts"] == "off"
        await says(server, "schedule 8 utc alerts votes")
        [held] = await server.store.subscriptions.all()
        asked = await form(server, f"edit {held.subscription.id}")
        [field] = [field for field in asked.fields if field.param.name == "alerts"]
        assert (field.label, field.words) == ("Alerts, posted at once", "votes")
        assert [one.label for one in field.choices] == [
            "None", "Votes that changed", "All votes followed", "Everything followed",
        ]  # fmt: skip


async def test_the_history_and_the_doctor_tell_an_alert_by_the_clock_of_its_channel(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        id_ = await server.scheduled(alerts="votes")
        await alerted(server, id_, State.SENT)
        assert lines(await server.says("history", subscription=id_)) == [
            f"History of {id_}",
            "• 2026-11-23 16:00 (alert): posted open",
        ]
        await alerted(server, id_, State.SENT, seconds=41)
        assert lines(await server.says("history", subscription=id_))[1:] == [
            "• 2026-11-23 16:00:41 (alert): posted open",
            "• 2026-11-23 16:00:07 (alert): posted open",
        ]
        assert "The last one: 2026-11-23 16:00 (alert): posted" in plain((await server.asks("doctor")).document)
        french = await server.says("history", locale="fr", subscription=id_)
        assert "2026-11-23 16:00:41 (alerte) : publié" in plain(french.document)


async def test_an_alert_in_doubt_is_sent_again_or_noted_as_a_digest_is(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        id_ = await server.scheduled(alerts="votes")
        first = await alerted(server, id_, State.UNKNOWN)
        told = await server.says("history", subscription=id_)
        assert [(one.command, one.given["slot"], one.label) for one in told.next] == [
            ("subscription send-again", first, "Send 2026-11-23 16:00 (alert) again"),
            ("subscription mark-sent", first, "2026-11-23 16:00 (alert) was posted"),
        ]
        [offered] = await server.office.propose(server.errand("send-again"), "slot", "alert")
        assert (offered.label, offered.value) == (f"2026-11-23 16:00 (alert) · {id_}", first)
        second = await alerted(server, id_, State.UNKNOWN, seconds=41)
        asked = await server.says("mark-sent", subscription=id_, slot="2026-11-23 16:00")
        assert lines(asked)[-1] == "Which one? In doubt: 2026-11-23 16:00:41 (alert), 2026-11-23 16:00:07 (alert)."
        assert [one.given["slot"] for one in asked.next] == [second, first]
        noted = await server.says("mark-sent", subscription=id_, slot="2026-11-23 16:00:41 (alert)")
        assert lines(noted)[-1] == "That of 2026-11-23 16:00:41 (alert) counts as posted."
        sent = await server.says("send-again", subscription=id_, slot="2026-11-23 16:00")
        assert lines(sent)[-1].startswith("That of 2026-11-23 16:00 (alert) is being sent once more.")
        history = await server.store.ledger.history(id_)
        assert [(row.slot, row.state, row.news) for row in history] == [
            (first, State.UNKNOWN, ("voa/kh-1",)),
            (first, State.DUE, ("voa/kh-1",)),
            (second, State.SENT, ("voa/kh-1",)),
        ]
        await run(server)
        [post] = server.outlet.posted
        assert post.document == history[0].document, "the very alert, however much was told since"
        told = await server.says("history", subscription=id_)
        assert (lines(told)[2], told.next) == ("• 2026-11-23 16:00:07 (alert): posted open", ())


async def test_an_alert_of_which_nothing_was_left_is_told_as_such(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        id_ = await server.scheduled(alerts="votes")
        await alerted(server, id_, State.QUIET)
        told = lines(await server.says("history", subscription=id_))
        assert told[1] == "• 2026-11-23 16:00 (alert): nothing was left to post at once"


async def test_what_stands_for_a_workspace_says_what_comes_at_once(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        await says(server, "schedule 8 utc issues ukraine alerts all")
        window = Window(lambda: server.store, server.desk)
        [one] = (await window.outlook("slack", ["T1"], lambda _: True)).upcoming
        assert one.follows == (
            "Follows issues: Russia's war against Ukraine. Alerts: all that it follows is posted at once, and not "
            "again in the digest."
        )


async def test_with_alerts_on_nothing_new_means_nothing_beyond_them(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        server.recorded = {}
        id_ = await server.scheduled(alerts="votes")
        for errand in ("preview", "send-now"):
            assert lines(await server.says(errand, subscription=id_))[-1] == (
                "Nothing new is recorded since the last digest beyond what was posted as alerts, so nothing is posted."
            )


@pytest.mark.parametrize("language", LANGUAGES)
async def test_alerts_are_told_in_every_language(tmp_path: Path, language: str) -> None:
    async with serving(tmp_path) as server:
        told = {
            which: plain((await server.says("schedule", locale=language, time="8", zone="utc", alerts=which)).document)
            for which in ("off", "changes", "votes", "all")
        }
        added = [len(told[which].splitlines()) - len(told["off"].splitlines()) for which in ("changes", "votes", "all")]
        assert added == [1, 1, 1]
