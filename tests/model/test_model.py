"""Ledger, schedule, alerts and corrections against an oracle of ten lines: whatever happens in whatever order, each
record is told once, in an alert or a digest, and what became of it.

Hypothesis makes the stories: orders made and changed, records published, corrected and retracted, days, clocks that
step, platforms that fail in each way, deaths at any step, a locked database, things that happen while a request is
under way. At the end all heals, and what stands in the channels is compared with what was owed. On a file one process
lives at a time; on PostgreSQL two do, at the same time for real, so that no run is like another: the first fault
is told with its story, and none is told again. `DATELINE_EXPLORE=1` tells many more and other stories.
"""

from __future__ import annotations

import asyncio
import functools
import os
import shutil
import tempfile
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from adapters.contract import Alerts, CatchUp, EmptyDay
from adapters.hours import QuietHours
from briefs.digests import Filter
from tests.model.limits import Found, Stuck, within
from tests.model.platforms import SPOILT
from tests.model.press import ISSUES
from tests.model.verdict import all_is_told, so_far
from tests.model.world import World, free

T = TypeVar("T")
MORE = 20 if os.environ.get("DATELINE_EXPLORE") else 1
LIMIT = 60.0
"""Seconds for one step of a story: it takes a tenth of one, and a database that is asked in vain gives up in thirty."""
WHO = st.integers(0, 5)
PASSES = {
    "a moment": timedelta(seconds=20),
    "five minutes": timedelta(minutes=5),
    "half an hour": timedelta(minutes=30),
    "an hour": timedelta(hours=1),
    "half a day": timedelta(hours=12),
    "a day": timedelta(days=1),
    "three days": timedelta(days=3),
}
NEWS = ("a record", "a record", "a correction", "a retraction")
MEANWHILE = (
    *NEWS, "a tick", "a tick a day later", "the clock goes back", "pause", "resume", "remove", "send now", "move",
    "another time", "catch up otherwise", "quiet by day", "alerts",
)  # fmt: skip
CHANGES = (
    "pause", "resume", "remove", "send now", "move", "another time", "twice a day", "another zone",
    "other weekdays", "quiet by day", "a date off", "alerts",
)  # fmt: skip
QUIET = (None, None, QuietHours(time(22), time(7)), QuietHours(time(9), time(15)))
OFF = ((), (), free("2026-03-03"), free("03-04", "2026-03-06..2026-03-07"), free("03-02..03-05"))
EXPECTED = (
    r"dateline\.(delivery: (delivery\.(waits|failed|unknown|skipped|too_long)|subscription\.paused) "
    r"|schedule: ((schedule|delivery)\.store|delivery\.lane_lost) "
    r"|living: amendment\.(waits|failed|unknown|too_long) "
    r"|app: store\.unusable )"
)
"""Every end a delivery or an amendment may have; no bug of ours is among them."""


@dataclass(frozen=True)
class Trouble:
    """What goes wrong while time passes."""

    platform: str = "slack"
    fails: tuple[str | None, ...] = ()
    edits: tuple[str | None, ...] = ()
    dies_at: int = 0
    locked_at: int = 0
    meanwhile: tuple[tuple[str, int], ...] = ()

    def strikes(self, world: World) -> None:
        outlet = world.outlets[self.platform]
        outlet.fail_next.extend(None if one is None else SPOILT[one]() for one in self.fails)
        outlet.spoil_edits.extend(None if one is None else SPOILT[one]() for one in self.edits)
        world.dies_in, world.lock.at = self.dies_at, self.locked_at
        world.coming[:] = self.meanwhile


PLATFORMS = st.sampled_from(["discord", "slack", "console"])
HAPPENS = st.tuples(st.sampled_from(NEWS), WHO)
FAILS = st.sampled_from([None, *SPOILT, "refused"])
TROUBLE = st.builds(
    Trouble,
    platform=PLATFORMS,
    fails=st.lists(FAILS, max_size=6).map(tuple),
    edits=st.lists(FAILS, max_size=2).map(tuple),
    dies_at=st.sampled_from([0] * 8 + [*range(1, 13)]),
    locked_at=st.sampled_from([0] * 12 + [*range(1, 13)]),
    meanwhile=st.lists(st.tuples(st.sampled_from(MEANWHILE), WHO), max_size=2).map(tuple),
)
ORDER = st.fixed_dictionaries({
    "at": st.sampled_from([time(10), time(10), time(18), (time(10), time(18))]),
    "catch_up": st.sampled_from(CatchUp),
    "empty_day": st.sampled_from(EmptyDay),
    "follows": st.sampled_from([Filter(), *(Filter((issue,)) for issue in ISSUES)]),
    "quiet": st.sampled_from(QUIET),
    "off": st.sampled_from(OFF),
    "alerts": st.sampled_from([Alerts.OFF, Alerts.ALL]),
    "corrections": st.sampled_from([True, True, False]),
})  # fmt: skip


def step(**given: Any) -> Callable[[Callable[..., None]], Any]:
    """A rule that writes itself into the story."""

    def of(does: Callable[..., None]) -> Any:
        @functools.wraps(does)
        def told(self: Story, **drawn: Any) -> None:
            self.story.append(f"{does.__name__}({', '.join(f'{name}={value!r}' for name, value in drawn.items())})")
            self.once(lambda: does(self, **drawn))

        return rule(**given)(told)

    return of


class Story(RuleBasedStateMachine):
    """One world on an SQLite file."""

    limit = LIMIT

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.world: World | None = None
        self.folder = Path(tempfile.mkdtemp(prefix="dateline-model-"))
        self.story: list[str] = []
        self.stuck = False

    def made(self) -> World:
        return World.on_file(self.folder)

    def do(self, what: Coroutine[Any, Any, T]) -> T:
        """Within the limit. pytest's own, if it comes first, ends the test as well, instead of being told again."""
        try:
            return self.loop.run_until_complete(within(self.limit, self.story[-1], what))
        except Stuck:
            self.stuck = True
            raise
        except pytest.fail.Exception as late:
            self.stuck = True
            raise Stuck(f"pytest's time limit came during {self.story[-1]}") from late

    def once(self, does: Callable[[], None]) -> None:
        """What is told here can be told again."""
        does()

    @initialize(platform=PLATFORMS)
    def begins(self, platform: str) -> None:
        self.story.append(f"begins({platform!r})")
        self.world = self.made()
        self.do(self.world.alive())
        self.world.sky.move(minutes=1)  # what is on file when an archive begins is no news of it
        self.do(self.world.subscribe(platform, "here", at=time(10)))
        self.do(self.world.subscribe("slack", "here", at=time(10), catch_up=CatchUp.ALL, alerts=Alerts.ALL))
        self.passed("five minutes", [("a record", 0), ("a record", 1)], Trouble())
        self.passed("an hour", [("a record", 0)], Trouble("slack", ("limited for an hour",)))

    def passed(self, how_long: str, news: list[tuple[str, int]], trouble: Trouble) -> None:
        for what, whom in news:
            self.do(self.world.news(what, whom))
        trouble.strikes(self.world)
        self.world.sky.now += PASSES[how_long]
        self.do(self.world.round())

    @step(platform=PLATFORMS, place=st.sampled_from(["here", "there"]), given=ORDER)
    def subscribes(self, platform: str, place: str, given: dict[str, Any]) -> None:
        self.do(self.world.subscribe(platform, place, **given))

    @step(what=st.sampled_from(CHANGES), whom=WHO)
    def a_person(self, what: str, whom: int) -> None:
        self.do(self.world.to_an_order(what, whom))

    @step(by=st.sampled_from([timedelta(hours=-1), timedelta(seconds=-90), timedelta(days=2)]))
    def the_clock_steps(self, by: timedelta) -> None:
        self.world.clock.step(by)

    @step(how_long=st.sampled_from(list(PASSES)), news=st.lists(HAPPENS, max_size=3), trouble=TROUBLE)
    def time_passes(self, how_long: str, news: list[tuple[str, int]], trouble: Trouble) -> None:
        self.passed(how_long, news, trouble)

    @step(news=st.lists(HAPPENS, max_size=3), trouble=TROUBLE)
    def a_day_passes(self, news: list[tuple[str, int]], trouble: Trouble) -> None:
        self.passed("a day", news, trouble)

    @step(what=st.sampled_from(["a correction", "a retraction"]), whom=WHO, trouble=TROUBLE)
    def the_clock_goes_back_behind_a_digest(self, what: str, whom: int, trouble: Trouble) -> None:
        """One is told, the clock is set back to before it, and then something becomes of what it told."""
        self.do(self.world.next_told())
        self.world.clock.step(timedelta(hours=-1))
        self.passed("five minutes", [(what, whom)], trouble)

    @step()
    def it_is_restarted(self) -> None:
        self.do(self.world.restarted())

    @step()
    def a_person_judges(self) -> None:
        self.do(self.world.judged())

    @invariant()
    def nothing_is_doubled(self) -> None:
        if self.world is not None:
            self.once(lambda: so_far(self.world))

    def teardown(self) -> None:
        try:
            if self.world is not None and not self.stuck:
                self.story.append("the end")
                self.once(self.judged)
        finally:
            if self.stuck:
                self.left()
            else:
                self.closed()

    def judged(self) -> None:
        self.do(self.world.settled())
        so_far(self.world)
        self.do(all_is_told(self.world))

    def left(self) -> None:
        """What hangs is cancelled, and not waited for."""
        tasks = asyncio.all_tasks(self.loop)
        for task in tasks:
            task.cancel()
        if tasks:
            self.loop.run_until_complete(asyncio.wait(tasks, timeout=1))
        self.loop.close()

    def closed(self) -> None:
        if self.world is not None:
            self.do(self.world.closed())
        self.do(self.loop.shutdown_default_executor())
        self.loop.close()
        shutil.rmtree(self.folder, ignore_errors=True)


class StoryOfTwo(Story):
    """The same with two replicas on PostgreSQL."""

    def made(self) -> World:
        return World.on_server(self.folder)

    def once(self, does: Callable[[], None]) -> None:
        """Two at once are not alike twice: what is found is told with its story, and ends the test."""
        try:
            does()
        except Exception as error:
            raise Found("\n  ".join((str(error), *self.story))) from error


def told(machine: type[Story], stories: int, steps: int, *phases: Phase) -> None:
    how = settings(
        max_examples=stories * MORE,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
        phases=phases or tuple(Phase),
    )
    run_state_machine_as_test(machine, settings=how)


@pytest.mark.timeout(120 + 60 * MORE, method="thread")
def test_whatever_happens_to_one_process_each_record_is_told_once_and_in_order(expected_warnings: list[str]) -> None:
    expected_warnings.append(EXPECTED)
    told(Story, 6, 12)


@pytest.mark.timeout(120 + 60 * MORE, method="thread")
def test_whatever_happens_to_two_replicas_each_record_is_told_once_and_in_order(expected_warnings: list[str]) -> None:
    expected_warnings.append(EXPECTED)
    told(StoryOfTwo, 3, 6, Phase.generate)
