"""A workspace that removes Dateline: its jobs stop, its token goes, the others go on; and it may come back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from adapters.contract import Address, Gone, Unavailable
from adapters.installations import NotKept
from adapters.store.entries import Standing
from adapters.store.sealing import KeyRing, new_key
from adapters.store.tables import subscriptions
from bot.office.presence import KEPT, forget
from briefs.wording.notices import office
from tests.adapters.slack.apps import PUBLIC, Browser, Replica, installs, kept_for, now, replicas, script_teams
from tests.adapters.slack.rooms import send
from tests.faultserver import Drop, FaultServer, Json
from tests.stores import CREATED, DAY, document_of, fresh, order

BRIEF = document_of("Cambodia abstained.")
UNINSTALLED = {"type": "app_uninstalled"}
REVOKED = {"type": "tokens_revoked", "tokens": {"bot": ["UT1"]}}
ONE, TWO = Address("slack", "C1", server="T1"), Address("slack", "C2", server="T2")


@pytest.fixture
def tokens() -> dict[str, str]:
    """What Slack takes: token → team. A test takes one out where the workspace removes the app."""
    return {"xoxb-one": "T1", "xoxb-two": "T2"}


@pytest.fixture
async def teams(slack: FaultServer, tokens: dict[str, str]) -> FaultServer:
    script_teams(slack, tokens)
    return slack


async def settled_in(replica: Replica) -> None:
    """Two workspaces with a digest each, and one that somebody paused."""
    for team, token in (("T1", "xoxb-one"), ("T2", "xoxb-two")):
        await replica.kept.save(kept_for(team, token))
        for name, paused in (("digest", None), ("paused", "by hand")):
            kept = order(f"{team}-{name}", "slack", f"C-{team}", server=team, paused=paused)
            await replica.store.subscriptions.put([Standing(kept, CREATED, CREATED + DAY)])


async def paused(replica: Replica) -> dict[str, str | None]:
    return {one.subscription.id: one.subscription.paused for one in await replica.store.subscriptions.all()}


async def test_uninstalling_stops_that_workspaces_jobs_and_deletes_its_token_and_coming_back_gives_them_back(
    teams: FaultServer, tokens: dict[str, str], tmp_path: Path, expected_warnings: list[str], each_database: str
) -> None:
    expected_warnings.append("slack.installation_ended reason=app_uninstalled")
    async with replicas(teams.url, fresh(tmp_path), 2) as (one, two):
        await settled_in(one)
        del tokens["xoxb-one"]
        assert await two.event(UNINSTALLED) == 200
        left = office("left")
        assert await paused(one) == {
            "T1-digest": left, "T1-paused": "by hand", "T2-digest": None, "T2-paused": "by hand",
        }  # fmt: skip
        assert [kept.id for kept in await one.kept.all()] == ["T2"]
        assert two.told[-1] == ((), ("T1",))
        assert await one.event(REVOKED, event_id="Ev2") == 200  # Slack sends both, in any order
        assert await one.event(UNINSTALLED, {"X-Slack-Retry-Num": "1"}) == 200
        with pytest.raises(Gone):
            await one.room.post(ONE, BRIEF, "key")
        assert (await one.room.post(TWO, BRIEF, "key")).message == "1.2"
        tokens["xoxb-three"] = "T1"
        script_teams(teams, tokens)
        assert (await installs(Browser(), one, "T1")).status == 200
        assert (await paused(two))["T1-digest"] is None
        assert (await paused(two))["T1-paused"] == "by hand"
        assert (await two.room.post(ONE, BRIEF, "key")).message == "1.2"


async def test_what_is_not_given_back_within_thirty_days_is_removed(
    teams: FaultServer, tokens: dict[str, str], tmp_path: Path, expected_warnings: list[str], each_database: str
) -> None:
    expected_warnings.append("slack.installation_ended")
    async with replicas(teams.url, fresh(tmp_path)) as (one,):
        await settled_in(one)
        del tokens["xoxb-one"]
        assert await one.event(REVOKED) == 200
        await forget(one.store, now() + KEPT - timedelta(minutes=1))
        assert len(await paused(one)) == 4
        await forget(one.store, now() + KEPT + timedelta(minutes=1))
        assert set(await paused(one)) == {"T2-digest", "T2-paused"}
        assert await one.store.servers.all() == ()
        async with one.store.database.read() as connection:
            rows = (await connection.execute(select(subscriptions.c.server, subscriptions.c.place))).all()
        assert sorted(map(tuple, rows)) == [("", ""), ("", ""), ("T2", "C-T2"), ("T2", "C-T2")]


async def test_a_persons_token_that_is_revoked_ends_nothing(teams: FaultServer, tmp_path: Path) -> None:
    async with replicas(teams.url, fresh(tmp_path)) as (one,):
        await settled_in(one)
        assert await one.event({"type": "tokens_revoked", "tokens": {"oauth": ["U9"]}}) == 200
        assert len(await one.kept.all()) == 2
        assert one.told == [((), None)]


@pytest.mark.parametrize("event", [UNINSTALLED, REVOKED])
async def test_an_ending_that_comes_late_does_not_end_the_installation_made_since(
    teams: FaultServer, tmp_path: Path, event: dict[str, Any]
) -> None:
    async with replicas(teams.url, fresh(tmp_path)) as (one,):
        await settled_in(one)
        assert await one.event(event) == 200
        assert len(await one.kept.all()) == 2
        assert (await paused(one))["T1-digest"] is None


async def test_an_ending_that_slack_cannot_be_asked_about_is_believed(
    teams: FaultServer, tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append("slack.installation_ended")
    teams.script("POST", "/auth.test", Drop())
    async with replicas(teams.url, fresh(tmp_path)) as (one,):
        await settled_in(one)
        assert await one.event(UNINSTALLED) == 200
        assert [kept.id for kept in await one.kept.all()] == ["T2"]


async def test_an_ending_that_cannot_be_noted_is_told_by_slack_again(
    teams: FaultServer, tokens: dict[str, str], tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings += ["slack.event_not_taken reason=no room", "slack.installation_ended"]
    async with replicas(teams.url, fresh(tmp_path)) as (one,):
        await settled_in(one)
        del tokens["xoxb-one"]
        whole, one.kept = one.kept, _NoRoom()  # type: ignore[assignment]
        assert await one.event(UNINSTALLED) == 503
        one.kept = whole
        assert await one.event(UNINSTALLED, {"X-Slack-Retry-Num": "1"}) == 200
        assert [kept.id for kept in await one.kept.all()] == ["T2"]


class _NoRoom:
    async def find(self, *_: str) -> None:
        raise NotKept("no room")


async def test_an_unsigned_ending_ends_nothing(
    teams: FaultServer, tokens: dict[str, str], tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append("slack.signature_refused")
    async with replicas(teams.url, fresh(tmp_path)) as (one,):
        await settled_in(one)
        tokens.clear()
        body = '{"type": "event_callback", "team_id": "T1", "event": {"type": "app_uninstalled"}}'
        assert (await send(one.room, body, {"Content-Type": "application/json"}))[0] == 401
        assert len(await one.kept.all()) == 2


async def test_a_token_that_slack_refuses_ends_its_workspace_alone(
    teams: FaultServer, tokens: dict[str, str], tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append("slack.installation_ended reason=invalid_auth")
    async with replicas(teams.url, fresh(tmp_path)) as (one,):
        await settled_in(one)
        del tokens["xoxb-one"]
        with pytest.raises(Gone, match=rf"\(invalid_auth\): install it again at {PUBLIC}/slack/install"):
            await one.room.post(ONE, BRIEF, "key")
        assert one.told[-1] == ((), ("T1",))
        assert (await paused(one))["T1-digest"] == office("left")
        assert (await paused(one))["T2-digest"] is None
        assert (await one.room.post(TWO, BRIEF, "key")).message == "1.2"


async def test_one_refusal_of_a_good_token_is_a_whim(teams: FaultServer, tmp_path: Path) -> None:
    refused, good = Json({"ok": False, "error": "invalid_auth"}), Json({"ok": True, "ts": "3.4"})
    async with replicas(teams.url, fresh(tmp_path)) as (one,):
        await settled_in(one)
        teams.script("POST", "/chat.postMessage", refused, good)
        assert (await one.room.post(ONE, BRIEF, "key")).message == "3.4"
        teams.script("POST", "/chat.postMessage", refused)
        with pytest.raises(Unavailable, match="twice"):
            await one.room.post(ONE, BRIEF, "key")
        teams.script("POST", "/auth.test", Drop())
        with pytest.raises(Unavailable):
            await one.room.post(ONE, BRIEF, "key")
        assert len(await one.kept.all()) == 2


async def test_who_left_while_dateline_was_down_is_found_at_the_start(teams: FaultServer, tmp_path: Path) -> None:
    path = fresh(tmp_path)
    async with replicas(teams.url, path) as (one,):
        await settled_in(one)
        await one.kept.remove("T1")
    async with replicas(teams.url, path) as (one,):
        assert (await paused(one))["T1-digest"] == office("left")
        assert (await paused(one))["T2-digest"] is None


async def test_without_its_key_a_workspace_waits_and_is_told_and_installing_again_mends_it(
    teams: FaultServer, tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append("slack.installations_locked count=2 .* or let these workspaces install Dateline again")
    path = fresh(tmp_path)
    async with replicas(teams.url, path) as (one,):
        await settled_in(one)
    async with replicas(teams.url, path, ring=KeyRing([new_key()])) as (one,):
        assert (await paused(one))["T1-digest"] is None
        with pytest.raises(Unavailable, match=r"no key of DATELINE_SECRETS_KEY opens this workspace's token") as told_:
            await one.room.post(ONE, BRIEF, "key")
        assert f"{PUBLIC}/slack/install" in str(told_.value)
        assert (await installs(Browser(), one, "T1")).status == 200
        assert (await one.room.post(ONE, BRIEF, "key")).message == "1.2"


async def test_a_place_whose_workspace_nobody_named_is_in_the_only_one(teams: FaultServer, tmp_path: Path) -> None:
    async with replicas(teams.url, fresh(tmp_path)) as (one,):
        with pytest.raises(Gone):
            await one.room.post(replace(ONE, server=""), BRIEF, "key")
        await one.kept.save(kept_for("T1", "xoxb-one"))
        assert (await one.room.post(replace(ONE, server=""), BRIEF, "key")).message == "1.2"
        await one.kept.save(kept_for("T2", "xoxb-two"))
        with pytest.raises(Exception, match="does not say which workspace"):
            await one.room.post(replace(ONE, server=""), BRIEF, "key")


async def test_an_organisation_that_uninstalls_takes_all_its_workspaces_along(
    teams: FaultServer, tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append("slack.installation_ended")
    async with replicas(teams.url, fresh(tmp_path)) as (one,):
        await one.kept.save(replace(kept_for("E1", "xoxb-gone"), org=True, enterprise="E1"))
        await one.kept.grant("E1", ["T1", "T2"])
        await one.kept.save(kept_for("T2", "xoxb-two"))  # by itself as well
        assert await one.event(UNINSTALLED, team_id=None, enterprise_id="E1") == 200
        assert one.told[-1] == ((), ("T1",))
        assert await one.kept.served() == ("T2",)
