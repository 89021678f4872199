# ruff: noqa: F811  (a fixture of another file, by its name)
"""Posts keep up with voting files as with records: one file is imported after another, as the Library mends its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.undl import import_file
from bot.app import news_times, record_digests
from bot.archives import Shelves
from bot.config import NamePolicy
from briefs.digests import Filter
from briefs.history import History
from briefs.plain import plain
from tests.adapters.votes.files import call, register, table, written
from tests.bot.test_living import World, world  # noqa: F401  a fixture

MYANMAR = "Situation of human rights in Myanmar"
AGAINST = "Cambodia, which had abstained on 27 December 2019, voted against."
IMPORTED = datetime(2022, 3, 4, 10, tzinfo=UTC)


def file_with(vote: str) -> str:
    """A file of two calls in which Cambodia voted so in the second."""
    return table(
        call("1", {"FRA": "Y", "KHM": "A", "LAO": "Y"}, "2019-12-27", title=MYANMAR, resolution="A/RES/74/246"),
        call("2", {"FRA": "Y", "KHM": vote, "LAO": "Y"}, "2022-03-03", title=MYANMAR, resolution="A/RES/76/300"),
    )


@dataclass
class Desk:
    """Whoever looks after the folder of one Dateline, and its process."""

    world: World
    folder: Path

    @property
    def data(self) -> Path:
        return self.folder / "data"

    async def imports(self, vote: str, at: datetime) -> None:
        import_file(written(self.folder, file_with(vote)), self.data, register(), at)
        await self.takes_up()

    async def takes_up(self) -> None:
        """A process reads its folder anew."""
        held = Shelves((), self.data, NamePolicy(), self.world.clock).open()
        if self.world.app is None:
            self.world.archive = held.archive
            self.world.begin()
        assert self.world.app is not None
        self.world.app.desk.swap(held)
        seen = await self.world.store.seen.see(record_digests(held.archive), self.world.clock())
        self.world.app.recorded = news_times(held.archive, seen)
        await self.world.app._note(self.world.store)

    @property
    def history(self) -> History:
        assert self.world.app is not None
        history = self.world.app.desk.held.archive.history
        assert history is not None
        return history


@pytest.fixture
async def desk(world: World, tmp_path: Path) -> Desk:
    Shelves((), tmp_path / "data", NamePolicy(), lambda: IMPORTED - timedelta(days=9)).open()
    return Desk(world, tmp_path)


async def test_another_vote_in_a_newer_file_edits_the_post_posts_a_note_and_stands_in_the_next_digest(
    desk: Desk,
) -> None:
    world = desk.world
    await desk.imports("A", IMPORTED)
    await world.subscribe(follows=Filter(actors=("KHM", "LAO")))
    await world.tick(hours=23)
    assert "A/RES/76/300" in world.stands()
    assert "Cambodia abstained" in world.stands()
    world.clock.move(hours=2)
    await desk.imports("N", world.clock())
    world.begin()
    assert world.app is not None
    await desk.takes_up()
    await world.keep_up()
    assert AGAINST in world.stands()
    assert "Cambodia abstained" not in world.stands()
    assert "Changed in place on 5 March 2022: un-votes/2 (UN Digital Library, 3 March 2022)" in world.stands()
    note = world.note()
    assert "“Cambodia abstained.”" in note
    assert AGAINST in note
    await world.tick(hours=24)
    following = plain(world.outlet.posted[-1].document)
    assert "Changed in place on 5 March 2022: un-votes/2" in following
    assert len(world.outlet.posted) == 3


async def test_a_file_put_back_turns_the_post_back_and_each_turn_is_noted(desk: Desk) -> None:
    world = desk.world
    await desk.imports("A", IMPORTED)
    await world.subscribe(follows=Filter(actors=("KHM",)))
    await world.tick(hours=23)
    for turn, vote in enumerate("NANA", 1):
        world.clock.move(hours=1)
        await desk.imports(vote, world.clock())
        await world.keep_up()
        assert len(world.outlet.posted) == 1 + turn
        assert (AGAINST in world.stands()) is (vote == "N")


async def test_the_same_votes_imported_again_amend_nothing(desk: Desk) -> None:
    world = desk.world
    await desk.imports("A", IMPORTED)
    await world.subscribe(follows=Filter(actors=("KHM",)))
    await world.tick(hours=23)
    await desk.imports("A", world.clock.move(hours=1))
    await world.keep_up()
    assert (world.outlet.edited, len(world.outlet.posted)) == ([], 1)
    assert desk.history.refiled == {}


async def test_files_older_than_what_is_amended_are_not_compared(desk: Desk) -> None:
    await desk.imports("A", IMPORTED)
    await desk.imports("N", IMPORTED + timedelta(hours=1))
    await desk.takes_up()
    assert list(desk.history.refiled) == ["un-votes/2"]
    desk.world.clock.move(days=100)
    await desk.takes_up()
    assert desk.history.refiled == {}


async def test_a_digest_told_while_a_file_was_being_read_is_amended(desk: Desk) -> None:
    """The file says it was imported before the digest was told, which rested on the one before."""
    world = desk.world
    await desk.imports("A", IMPORTED)
    await world.subscribe(follows=Filter(actors=("KHM",)))
    await world.tick(hours=23)
    await desk.imports("N", world.clock() - timedelta(minutes=10))
    await world.keep_up()
    assert AGAINST in world.stands()
