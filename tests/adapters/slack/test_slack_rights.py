"""Who installed Dateline may order digests and is told of trouble, where that is known: the real installations."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.contract import Address
from adapters.installations import NotKept
from adapters.slack.places import personal
from adapters.slack.rights import KEPT_SECONDS, Rights, Seen, is_manager
from briefs.wording.notices import paused
from tests.adapters.slack.apps import kept_for, replicas, script_teams
from tests.faultserver import FaultServer, Json
from tests.stores import fresh

ALICE, BOB = "U0ALICE001", "U0BOB00001"


@pytest.fixture
async def teams(slack: FaultServer) -> FaultServer:
    script_teams(slack, {"xoxb-one": "T1", "xoxb-two": "T2"})
    return slack


async def test_who_installed_it_may_order_in_that_workspace_alone(teams: FaultServer, tmp_path: Path) -> None:
    teams.script("POST", "/users.info", Json({"ok": True, "user": {}}))
    async with replicas(teams.url, fresh(tmp_path)) as (one,):
        await one.kept.save(kept_for("T1", "xoxb-one", installer=ALICE))
        await one.kept.save(kept_for("T2", "xoxb-two", installer=BOB))
        rights = one.room._rights
        assert await rights.manages("T1", ALICE) == Seen(True)
        assert await rights.manages("T2", ALICE) == Seen(False)
        assert await rights.manages("T3", ALICE) == Seen(False)
        assert (await Rights(("admins",), one.room._workspaces).manages("T1", ALICE)).manages is False


async def test_who_installed_it_is_told_of_trouble_and_of_nobodys_own(teams: FaultServer, tmp_path: Path) -> None:
    async with replicas(teams.url, fresh(tmp_path)) as (one,):
        await one.kept.save(kept_for("T1", "xoxb-one", installer=ALICE))
        assert await one.room.warn("T1", paused("digest-abcde", "archived"))
        assert await one.room.warn(personal("T1", BOB), paused("digest-fghij", "archived"))
        assert not await one.room.warn("T3", paused("digest-klmno", "archived"))
    assert [seen.json["channel"] for seen in teams.seen("POST", "/chat.postMessage")] == [ALICE, BOB]


async def test_where_the_database_cannot_be_read_nobody_counts_as_installer(
    teams: FaultServer, tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append(r"slack\.installations_unusable reason=gone then=nobody counts as who installed it")
    async with replicas(teams.url, fresh(tmp_path)) as (one,):

        class Lost:
            async def find(self, team: str, enterprise: str = "") -> None:
                raise NotKept("gone")

        kept = one.kept
        one.kept = Lost()  # type: ignore[assignment]
        assert await one.room._rights.told_of_trouble("T1") == []
        one.kept = kept


async def test_where_dateline_is_not_installed_the_look_ahead_says_where_to_install_it(
    teams: FaultServer, tmp_path: Path
) -> None:
    async with replicas(teams.url, fresh(tmp_path)) as (one,):
        [lack] = await one.room.lacks(Address("slack", "C0DESK0001", server="T3"), "en")
    assert lack.blocks
    assert lack.text.startswith("Dateline is not installed in this workspace: install it at https://")


async def test_a_yes_lasts_a_minute(teams: FaultServer, tmp_path: Path) -> None:
    teams.script(
        "POST", "/users.info",
        Json({"ok": True, "user": {"is_admin": True, "team_id": "T1"}}), Json({"ok": True, "user": {"team_id": "T1"}}),
    )  # fmt: skip
    seconds = 10.0
    async with replicas(teams.url, fresh(tmp_path)) as (one,):
        await one.kept.save(kept_for("T1", "xoxb-one", installer=ALICE))
        rights = Rights(("admins",), one.room._workspaces, lambda: seconds)
        assert (await rights.manages("T1", BOB)).manages
        seconds += KEPT_SECONDS - 1
        assert (await rights.manages("T1", BOB)).manages
        seconds += 2
        assert not (await rights.manages("T1", BOB)).manages


@pytest.mark.parametrize(
    ("word", "may"),
    [("admins", True), ("installer", True), ("channel-creator", True), ("U0123456789", True), ("W012A3CDE", True),
     ("everybody", False), ("C0123456789", False), ("", False), ("U1", False)],
)  # fmt: skip
def test_words_for_who_may_are_few(word: str, may: bool) -> None:
    assert is_manager(word) is may
