"""Tokens that end: renewed once, whoever wants it first, and what is left when that goes wrong."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from adapters.contract import Address, Gone, Unavailable
from adapters.installations import Installation, NotKept
from adapters.slack.rotating import AHEAD, LEASE, SOON
from tests.adapters.slack.apps import CLIENT, CLIENT_SECRET, Replica, kept_for, now, replicas
from tests.faultserver import Drop, FaultServer, Json, Made, Seen, Status
from tests.stores import document_of, fresh

BRIEF = document_of("Cambodia abstained.")
ONE = Address("slack", "C1", server="T1")
MINUTE = timedelta(minutes=1)


@dataclass(slots=True)
class Slack:
    """Slack's side of rotation: a refresh token is good once, a token until it is ended."""

    good: set[str] = field(default_factory=lambda: {"xoxb-0"})
    refresh: str = "xoxe-0"
    made: int = 0

    def renew(self, seen: Seen) -> Status:
        assert seen.form["grant_type"] == "refresh_token"
        assert seen.headers["Authorization"].startswith("Basic ")
        if seen.form["refresh_token"] != self.refresh:
            return Json({"ok": False, "error": "invalid_refresh_token"})
        self.made += 1
        self.refresh = f"xoxe-{self.made}"
        self.good.add(f"xoxb-{self.made}")
        said = {"ok": True, "access_token": f"xoxb-{self.made}", "refresh_token": self.refresh, "expires_in": 43200}
        return Json({**said, "token_type": "bot", "app_id": "A1", "team": {"id": "T1"}})

    def speak(self, seen: Seen) -> Status:
        token = seen.headers.get("Authorization", "").removeprefix("Bearer ")
        return Json({"ok": True, "ts": token} if token in self.good else {"ok": False, "error": "token_expired"})


@dataclass(slots=True)
class Time:
    """A clock that a test sets."""

    at: datetime = field(default_factory=now)

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def their(slack: FaultServer) -> Slack:
    it = Slack()
    slack.script("POST", "/oauth.v2.access", Made(it.renew))
    for route in ("/chat.postMessage", "/auth.test"):
        slack.script("POST", route, Made(it.speak))
    return it


def ending(at: datetime) -> Installation:
    return kept_for("T1", "xoxb-0", refresh="xoxe-0", expires=at)


async def used(replica: Replica) -> str:
    """Which token a post goes out with."""
    return (await replica.room.post(ONE, BRIEF, "key")).message


def renewals(slack: FaultServer) -> int:
    return len(slack.seen("POST", "/oauth.v2.access"))


async def test_a_token_is_renewed_two_hours_before_it_ends_and_not_earlier(
    slack: FaultServer, their: Slack, tmp_path: Path
) -> None:
    time = Time()
    async with replicas(slack.url, fresh(tmp_path), clock=time) as (one,):
        await one.kept.save(ending(time.at + AHEAD + MINUTE))
        assert await used(one) == "xoxb-0"
        assert renewals(slack) == 0
        time.at += 2 * MINUTE
        assert await used(one) == "xoxb-1"
        assert await used(one) == "xoxb-1"
        assert renewals(slack) == 1
        [kept] = await one.kept.all()
        assert (kept.token, kept.refresh, kept.version) == ("xoxb-1", "xoxe-1", 2)
        assert kept.expires is not None
        assert abs(kept.expires - time.at - timedelta(hours=12)) < MINUTE
        time.at += timedelta(hours=11)
        assert await used(one) == "xoxb-2"


@pytest.mark.parametrize("left", [AHEAD - MINUTE, SOON - MINUTE, -MINUTE])
async def test_many_posts_at_once_on_two_replicas_renew_it_once(
    slack: FaultServer, their: Slack, tmp_path: Path, left: timedelta, each_database: str
) -> None:
    async with replicas(slack.url, fresh(tmp_path), 2) as (one, two):
        await one.kept.save(ending(now() + left))
        tokens = await asyncio.gather(*(used(replica) for replica in (one, two) * 5))
        assert renewals(slack) == 1
        assert set(tokens) == {"xoxb-1"} if left <= SOON else set(tokens) <= {"xoxb-0", "xoxb-1"}
        assert {await used(one), await used(two)} == {"xoxb-1"}
    assert renewals(slack) == 1


async def test_a_token_without_an_end_is_never_renewed(slack: FaultServer, their: Slack, tmp_path: Path) -> None:
    async with replicas(slack.url, fresh(tmp_path)) as (one,):
        await one.kept.save(kept_for("T1", "xoxb-0"))
        assert await used(one) == "xoxb-0"
    assert renewals(slack) == 0


async def test_a_post_whose_token_ended_early_goes_out_once_with_the_next(
    slack: FaultServer, their: Slack, tmp_path: Path
) -> None:
    their.good.clear()
    async with replicas(slack.url, fresh(tmp_path)) as (one,):
        await one.kept.save(ending(now() + timedelta(hours=9)))
        assert await used(one) == "xoxb-1"
    assert len(slack.seen("POST", "/chat.postMessage")) == 2


async def test_a_token_that_another_replica_renewed_meanwhile_is_taken_up(
    slack: FaultServer, their: Slack, tmp_path: Path
) -> None:
    async with replicas(slack.url, fresh(tmp_path), 2) as (one, two):
        await one.kept.save(ending(now() + timedelta(hours=9)))
        api = await one.room._workspaces.api("T1")
        await two.kept.save(ending(now() + MINUTE))
        assert await used(two) == "xoxb-1"
        their.good.remove("xoxb-0")
        assert (await api.call("C1", "auth.test", {}))["ts"] == "xoxb-1"
    assert renewals(slack) == 1


class Killed(BaseException):
    """The process dies here."""


def dying(kept: Any, error: BaseException) -> Any:
    """Installations with which one dies, or fails, between Slack's answer and its keeping."""

    class Dying:
        def __getattr__(self, name: str) -> Any:
            return getattr(kept, name)

        async def rotated(self, installation: Installation) -> bool:
            raise error

    return Dying()


async def died(slack: FaultServer, path: Path | str, time: Callable[[], datetime], left: timedelta) -> None:
    """A process asks for a new token, Slack gives it, and the process dies before it is kept."""
    async with replicas(slack.url, path, clock=time) as (one,):
        await one.kept.save(ending(time() + left))
        one.kept = dying(one.kept, Killed())
        with pytest.raises(Killed):
            await used(one)
    assert renewals(slack) == 1


async def test_after_a_death_before_the_new_token_was_kept_the_old_one_serves_until_it_ends(
    slack: FaultServer, their: Slack, tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append(
        "slack.token_not_renewed reason=invalid_refresh_token then=the old token is used until it ends, then this "
        "workspace must install Dateline again"
    )
    expected_warnings.append("slack.installation_ended")
    time, path = Time(), fresh(tmp_path)
    await died(slack, path, time, AHEAD - MINUTE)
    async with replicas(slack.url, path, clock=time) as (one,):
        assert await used(one) == "xoxb-0"
        assert renewals(slack) == 1  # the lease of the dead one
        time.at += LEASE
        assert [await used(one) for _ in range(3)] == ["xoxb-0"] * 3
        assert renewals(slack) == 2
        time.at += AHEAD
        with pytest.raises(Gone, match="install it again"):
            await used(one)
        assert await one.kept.all() == ()
        assert one.told[-1] == ((), ("T1",))


async def test_after_a_death_a_refresh_token_that_slack_still_takes_mends_it(
    slack: FaultServer, their: Slack, tmp_path: Path
) -> None:
    time, path = Time(), fresh(tmp_path)
    await died(slack, path, time, AHEAD - MINUTE)
    their.refresh = "xoxe-0"
    async with replicas(slack.url, path, clock=time) as (one,):
        time.at += LEASE
        assert await used(one) == "xoxb-2"


async def test_a_lost_answer_is_asked_for_again_after_a_minute_and_the_old_token_serves_meanwhile(
    slack: FaultServer, their: Slack, tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append("slack.token_not_renewed reason=ServerDisconnectedError then=it is tried again")
    time = Time()
    slack.script("POST", "/oauth.v2.access", Drop(), Made(their.renew))
    async with replicas(slack.url, fresh(tmp_path), 2, clock=time) as (one, two):
        await one.kept.save(ending(time.at + AHEAD - MINUTE))
        assert [await used(one), await used(two), await used(one)] == ["xoxb-0"] * 3
        assert renewals(slack) == 1
        time.at += LEASE
        assert await used(two) == "xoxb-1"


async def test_a_token_that_ended_and_cannot_be_renewed_now_lets_the_post_wait(
    slack: FaultServer, their: Slack, tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append("slack.token_not_renewed reason=internal_error")
    slack.script("POST", "/oauth.v2.access", Json({"ok": False, "error": "internal_error"}))
    async with replicas(slack.url, fresh(tmp_path)) as (one,):
        await one.kept.save(ending(now() - MINUTE))
        with pytest.raises(Unavailable, match="could not be renewed yet"):
            await used(one)
        assert len(await one.kept.all()) == 1
    assert not slack.seen("POST", "/chat.postMessage")


async def test_a_new_token_that_cannot_be_kept_is_used_and_kept_at_the_next_use(
    slack: FaultServer, their: Slack, tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append("slack.token_unsaved reason=no room then=it is saved at the next use")
    async with replicas(slack.url, fresh(tmp_path)) as (one,):
        await one.kept.save(ending(now() + MINUTE))
        whole = one.kept
        one.kept = dying(whole, NotKept("no room"))
        assert [await used(one), await used(one)] == ["xoxb-1"] * 2
        assert (await whole.all())[0].token == "xoxb-0"
        one.kept = whole
        assert await used(one) == "xoxb-1"
        assert (await whole.all())[0].token == "xoxb-1"
    assert renewals(slack) == 1


async def test_a_wrong_client_secret_is_told_to_the_operator_and_ends_no_workspace(
    slack: FaultServer, their: Slack, tmp_path: Path, expected_warnings: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    expected_warnings.append("slack.token_not_renewed reason=bad_client_secret then=check DATELINE_SLACK_CLIENT_ID")
    slack.script("POST", "/oauth.v2.access", Json({"ok": False, "error": "bad_client_secret"}))
    caplog.set_level(logging.DEBUG)
    async with replicas(slack.url, fresh(tmp_path)) as (one,):
        await one.kept.save(ending(now() + MINUTE))
        assert await used(one) == "xoxb-0"
        assert len(await one.kept.all()) == 1
        assert "xox" not in repr(one.room._many._rotation)  # type: ignore[union-attr]
    said = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("dateline"))
    assert not any(secret in said for secret in ("xoxb", "xoxe", CLIENT, CLIENT_SECRET))


async def test_a_workspace_that_installed_again_meanwhile_keeps_that_token(
    slack: FaultServer, their: Slack, tmp_path: Path
) -> None:
    async with replicas(slack.url, fresh(tmp_path)) as (one,):
        await one.kept.save(ending(now() + MINUTE))
        whole, again = one.kept, replace(ending(now() + timedelta(hours=12)), token="xoxb-again")
        their.good.add("xoxb-again")

        class Overtaken:
            def __getattr__(self, name: str) -> Any:
                return getattr(whole, name)

            async def rotated(self, installation: Installation) -> bool:
                await whole.save(again)
                return await whole.rotated(installation)

        one.kept = Overtaken()  # type: ignore[assignment]
        assert await used(one) == "xoxb-again"
        assert (await whole.all())[0].token == "xoxb-again"
