"""Ledger and schedule against an oracle of ten lines: whatever happens in whatever order, each record is told once.

Hypothesis makes the stories: orders made and changed, records, days, clocks that step, platforms that fail in each way,
deaths at any step, a locked database, things that happen while a request is under way. At the end all heals, four days
pass, and what stands in the channels is compared with what was owed. On a file one process lives at a time; on
PostgreSQL two do, at the same time for real, so that no run is like another: those are told with `DATELINE_EXPLORE=1`
alone, which tells many more and other stories.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from collections.abc import Coroutine
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from adapters.contract import CatchUp, EmptyDay
from briefs.digests import Filter
from tests.model.verdict import all_is_told, nothing_stands_twice
from tests.model.world import ISSUES, SPOILT, World

T = TypeVar("T")
MORE = 20 if os.environ.get("DATELINE_EXPLORE") else 1
WHO = st.integers(0, 5)
PASSES = {
    "a moment": timedelta(seconds=20),
    "five minutes": timedelta(minutes=5),
    "an hour": timedelta(hours=1),
    "half a day": timedelta(hours=12),
    "a day": timedelta(days=1),
    "three days": timedelta(days=3),
}
MEANWHILE = (
    "a record", "a tick", "a tick a day later", "the clock goes back", "pause", "resume", "remove", "send now", "move",
    "another time", "catch up otherwise",
)  # fmt: skip
CHANGES = (
    "pause", "resume", "remove", "send now", "move", "another time", "twice a day", "another zone",
    "other weekdays",
)  # fmt: skip
EXPECTED = (
    r"dateline\.(delivery: (delivery\.(waits|failed|unknown|skipped|too_long)|subscription\.paused) "
    r"|schedule: ((schedule|delivery)\.store|delivery\.lane_lost) )"
)
"""Every end a delivery may have; no bug of ours is among them."""


@dataclass(frozen=True)
class Trouble:
    """What goes wrong while time passes."""

    platform: str = "slack"
    fails: tuple[str | None, ...] = ()
    dies_at: int = 0
    locked_at: int = 0
    meanwhile: tuple[tuple[str, int], ...] = ()

    def strikes(self, world: World) -> None:
        world.outlets[self.platform].fail_next.extend(None if one is None else SPOILT[one]() for one in self.fails)
        world.dies_in, world.lock.at = self.dies_at, self.locked_at
        world.coming[:] = self.meanwhile


PLATFORMS = st.sampled_from(["discord", "slack", "console"])
NEWS = st.lists(st.sampled_from(ISSUES), max_size=3)
TROUBLE = st.builds(
    Trouble,
    platform=PLATFORMS,
    fails=st.lists(st.sampled_from([None, *SPOILT, "refused"]), max_size=6).map(tuple),
    dies_at=st.sampled_from([0] * 8 + [*range(1, 13)]),
    locked_at=st.sampled_from([0] * 12 + [*range(1, 13)]),
    meanwhile=st.lists(st.tuples(st.sampled_from(MEANWHILE), WHO), max_size=2).map(tuple),
)


class Story(RuleBasedStateMachine):
    """One world on an SQLite file."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.world: World | None = None
        self.folder = Path(tempfile.mkdtemp(prefix="dateline-model-"))

    def made(self) -> World:
        return World.on_file(self.folder)

    def do(self, what: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(what)

    @initialize(platform=PLATFORMS)
    def begins(self, platform: str) -> None:
        self.world = self.made()
        self.do(self.world.alive())
        self.subscribe(platform, "here", 10, CatchUp.LATEST, EmptyDay.SKIP, None)
        self.subscribe("slack", "here", 10, CatchUp.ALL, EmptyDay.SKIP, None)
        self.passes("a moment", ["war", "trade"], Trouble())

    @rule(
        platform=PLATFORMS,
        place=st.sampled_from(["here", "there"]),
        hour=st.sampled_from([10, 10, 18]),
        catch_up=st.sampled_from(CatchUp),
        empty=st.sampled_from(EmptyDay),
        issue=st.sampled_from([None, *ISSUES]),
    )
    def subscribe(
        self, platform: str, place: str, hour: int, catch_up: CatchUp, empty: EmptyDay, issue: str | None
    ) -> None:
        given = {"catch_up": catch_up, "empty_day": empty, "follows": Filter((issue,) if issue else ())}
        self.do(self.world.subscribe(platform, place, time(hour), **given))

    @rule(what=st.sampled_from(CHANGES), whom=WHO)
    def a_person(self, what: str, whom: int) -> None:
        self.do(self.world.to_an_order(what, whom))

    @rule(by=st.sampled_from([timedelta(hours=-1), timedelta(seconds=-90), timedelta(days=2)]))
    def the_clock_steps(self, by: timedelta) -> None:
        self.world.clock.off += by

    @rule(how_long=st.sampled_from(list(PASSES)), news=NEWS, trouble=TROUBLE)
    def passes(self, how_long: str, news: list[str], trouble: Trouble) -> None:
        for issue in news:
            self.do(self.world.record(issue))
        trouble.strikes(self.world)
        self.world.sky.now += PASSES[how_long]
        self.do(self.world.round())

    @rule(news=NEWS, trouble=TROUBLE)
    def a_day_passes(self, news: list[str], trouble: Trouble) -> None:
        self.passes("a day", news, trouble)

    @rule()
    def it_is_restarted(self) -> None:
        self.do(self.world.restarted())

    @rule()
    def a_person_judges(self) -> None:
        self.do(self.world.judged())

    @invariant()
    def no_part_stands_twice(self) -> None:
        if self.world is not None:
            nothing_stands_twice(self.world)

    def teardown(self) -> None:
        try:
            if self.world is not None:
                self.do(self.world.settled())
                nothing_stands_twice(self.world)
                self.do(all_is_told(self.world))
        finally:
            if self.world is not None:
                self.do(self.world.closed())
            self.do(self.loop.shutdown_default_executor())
            self.loop.close()
            shutil.rmtree(self.folder, ignore_errors=True)


class StoryOfTwo(Story):
    """The same with two replicas on PostgreSQL."""

    def made(self) -> World:
        return World.on_server()


def told(machine: type[Story], stories: int, steps: int) -> None:
    how = settings(
        max_examples=stories * MORE,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=how)


def test_whatever_happens_to_one_process_each_record_is_told_once_and_in_order(expected_warnings: list[str]) -> None:
    expected_warnings.append(EXPECTED)
    told(Story, 8, 12)


if MORE > 1:  # two replicas run at once for real, so that no run is like another: with DATELINE_EXPLORE alone

    def test_whatever_happens_to_two_replicas_each_record_is_told_once_and_in_order(
        expected_warnings: list[str],
    ) -> None:
        expected_warnings.append(EXPECTED)
        told(StoryOfTwo, 4, 8)
