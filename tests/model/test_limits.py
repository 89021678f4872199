"""A story that hangs ends its test at once, with what it waited for; it is never told again."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest

from tests.model.limits import Found, Stuck, within
from tests.model.test_model import EXPECTED, Story, StoryOfTwo, told
from tests.model.world import World


async def _nothing_comes() -> None:
    await asyncio.Event().wait()


async def test_what_does_not_come_in_time_is_named_with_every_line_that_waits() -> None:
    lane = asyncio.create_task(_nothing_comes(), name="lane slack")
    said = (
        r"a tick did not come within 0\.05 s\. What waited: a tick at tests/model/test_limits\.py:\d+ _nothing_comes; "
        r"lane slack at tests/model/test_limits\.py:\d+ _nothing_comes"
    )
    with pytest.raises(Stuck, match=said):
        await within(0.05, "a tick", _nothing_comes())
    lane.cancel()
    with suppress(asyncio.CancelledError):
        await lane


def test_a_story_that_hangs_is_told_once_and_not_shrunk() -> None:
    told_so_far = []

    class Hanging(Story):
        limit = 0.05

        def made(self) -> World:
            told_so_far.append(self.story[-1])
            self.do(_nothing_comes())
            raise AssertionError("it came")

    with pytest.raises(Stuck, match=r"begins\('\w+'\) did not come within 0\.05 s.*_nothing_comes"):
        told(Hanging, 8, 3)
    assert len(told_so_far) == 1


def test_the_time_limit_of_pytest_ends_a_story_that_would_be_shrunk_without_any() -> None:
    """Hypothesis takes it for a falsified example, and by then it has rung."""
    told_so_far = []

    async def rings() -> None:
        pytest.fail("Timeout (>120.0s) from pytest-timeout.")

    class Late(Story):
        def made(self) -> World:
            told_so_far.append(self.story[-1])
            self.do(rings())
            raise AssertionError("it went on")

    with pytest.raises(Stuck, match=r"pytest's time limit came during begins\("):
        told(Late, 8, 3)
    assert len(told_so_far) == 1


def test_what_two_replicas_do_wrong_is_told_with_its_story_and_not_told_again(expected_warnings: list[str]) -> None:
    expected_warnings.append(EXPECTED)
    told_so_far = []

    class Wrong(StoryOfTwo):
        def made(self) -> World:
            return World.on_file(self.folder)

        def teardown(self) -> None:
            told_so_far.append(len(self.story))
            super().teardown()

        def judged(self) -> None:
            raise AssertionError("something stands twice")

    with pytest.raises(Found, match=r"something stands twice\n  begins\(.*\n  the end"):
        told(Wrong, 8, 1)
    assert len(told_so_far) == 1
