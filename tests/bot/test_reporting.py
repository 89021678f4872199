"""What readers report is kept, told to the operators once whatever happens between, listed and settled."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from adapters.contract import Address, Question, Report, Unavailable
from bot.reporting import tell
from briefs.plain import plain
from tests.bot.shell import dateline
from tests.fakes import FakeClock, FakeOutlet, Fault
from tests.stores import fresh, fresh_file, opened

pytestmark = pytest.mark.usefixtures("each_database")

WHERE = Address("discord", "123456789012345678")
REPORT = Report(
    "discord",
    Question("position", {"actor": "KHM", "issue": "ukraine-war"}),
    "It joined before the draft\nwas submitted.",
    "Cambodia · Russia's war against Ukraine\n\nIt also co-sponsored A/RES/ES-11/1.",
    "It also co-sponsored A/RES/ES-11/1.",
)


async def test_a_report_comes_back_as_it_went_in_until_it_is_settled(tmp_path: Path) -> None:
    clock = FakeClock()
    async with opened(fresh(tmp_path)) as store:
        number = await store.reports.add(REPORT, clock())
        [kept] = await store.reports.open()
        assert (kept.number, kept.report, kept.at) == (number, REPORT, clock())
        assert await store.reports.settle(number, clock.move(days=1))
        assert await store.reports.open() == ()
        assert not await store.reports.settle(number, clock())
        assert not await store.reports.settle(99, clock())


async def test_the_operators_are_told_once(tmp_path: Path) -> None:
    clock = FakeClock()
    outlet = FakeOutlet(clock, "discord")
    async with opened(fresh(tmp_path)) as store:
        await store.reports.add(REPORT, clock())
        for _ in range(3):
            await tell(store.reports, {"discord": outlet}, [WHERE], clock)
    [post] = outlet.posted
    assert post.address == WHERE
    assert plain(post.document).splitlines() == [
        "Report 1",
        "",
        "A reader says: “It joined before the draft was submitted.”",
        "",
        "• Asked: /position --actor KHM --issue ukraine-war",
        "• About the sentence: It also co-sponsored A/RES/ES-11/1.",
    ]


async def test_a_channel_that_cannot_be_reached_is_told_later_in_order(
    tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append("report.not_told number=1 reason=down then=tried again")
    clock = FakeClock()
    outlet = FakeOutlet(clock, "discord")
    outlet.fail_next.append(Unavailable("down"))
    async with opened(fresh(tmp_path)) as store:
        for _ in range(2):
            await store.reports.add(REPORT, clock())
        await tell(store.reports, {"discord": outlet}, [WHERE], clock)
        assert outlet.posted == []
        await tell(store.reports, {"discord": outlet}, [WHERE], clock)
    assert [plain(post.document).splitlines()[0] for post in outlet.posted] == ["Report 1", "Report 2"]


async def test_a_post_whose_answer_was_lost_is_found_and_not_made_again(
    tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append("report.not_told number=1 reason=lost then=tried again")
    clock = FakeClock()
    outlet = FakeOutlet(clock, "discord")
    outlet.fail_next.append(Fault(Unavailable("lost"), made=True))
    async with opened(fresh(tmp_path)) as store:
        await store.reports.add(REPORT, clock())
        for _ in range(2):
            await tell(store.reports, {"discord": outlet}, [WHERE], clock)
            clock.move(minutes=5)
        assert await store.reports.untold() == ()
    assert len(outlet.posted) == 1


async def test_without_a_channel_reports_wait_on_the_command_line(tmp_path: Path) -> None:
    clock = FakeClock()
    async with opened(fresh(tmp_path)) as store:
        await store.reports.add(REPORT, clock())
        await tell(store.reports, {}, [WHERE], clock)
        assert len(await store.reports.untold()) == 1


def test_the_command_line_lists_and_settles_reports(tmp_path: Path) -> None:
    async def one() -> None:
        async with opened(fresh_file(tmp_path)) as store:
            await store.reports.add(REPORT, FakeClock()())

    asyncio.run(one())
    listed = dateline("reports", DATELINE_DATA=str(tmp_path))
    assert listed.stdout.splitlines() == [
        "1  2026-03-01 09:00 UTC  discord  /position --actor KHM --issue ukraine-war",
        "    sentence: It also co-sponsored A/RES/ES-11/1.",
        "    says: It joined before the draft was submitted.",
    ]
    assert (
        "    | It also co-sponsored A/RES/ES-11/1."
        in dateline("reports", "--full", DATELINE_DATA=str(tmp_path)).stdout.splitlines()
    )
    assert dateline("reports", "--settle", "1", DATELINE_DATA=str(tmp_path)).stdout == "No open reports.\n"
    gone = dateline("reports", "--settle", "1", DATELINE_DATA=str(tmp_path))
    assert (gone.returncode, gone.stderr) == (
        2, "dateline: there is no open report 1; `dateline reports` lists them\n",
    )  # fmt: skip


def test_before_anything_was_kept_there_are_no_reports(tmp_path: Path) -> None:
    assert dateline("reports", DATELINE_DATA=str(tmp_path / "new")).stdout == "No open reports.\n"
