"""Roll calls of an imported file in scheduled digests: those that were young when they came, once; the rest never."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.contract import Subscription
from adapters.store import open_store
from adapters.store.store import Store
from bot.app import SEEN_AHEAD, news_times, record_digests
from bot.commands import Held
from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending
from briefs.codebook import Length
from briefs.digests import BACKFILL, Filter
from briefs.rollcalls import Flag
from tests.archives import article, shipped, with_file
from tests.bot.test_app import FakeRoom, app_of, running, until
from tests.stores import fresh, opened, order

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
ALL = Filter()


def with_calls(days: Mapping[str, date], at: datetime, archive: Archive | None = None, **changes: object) -> Archive:
    """An archive beside a file imported at that instant: a call of each id, held on its day."""
    made = with_file(archive or article(), (6,))
    assert made.imported is not None
    [ballot], [row] = made.imported.ballots, made.imported.rows
    ordered = sorted(days.items(), key=lambda held: (held[1], held[0]))
    ballots = [
        ballot._replace(undl_id=key, day=day, symbol=f"A/RES/80/{key}", **changes)  # type: ignore[arg-type]
        for key, day in ordered
    ]
    file = replace(made.imported, ballots=ballots, rows=[row] * len(ballots), issues={}, at=at)
    return replace(made, imported=file)


def told(answer: Briefing) -> list[str]:
    """The file's calls that a digest tells, by their symbols."""
    assert answer.ending is not Ending.WITHHELD, answer.reasons
    texts = [clause.text for clause in answer.document.clauses() if clause.template.startswith("digest-voted")]
    return [text.split("A/RES/80/")[1].split(",")[0].split(":")[0] for text in texts if "A/RES/80/" in text]


class Channel:
    """A store and the digests of one channel over whatever archive is held."""

    def __init__(self, store: Store, follows: Filter = ALL) -> None:
        self.store = store
        self.follows = follows
        self.recorded: dict[str, datetime] = {}

    async def look(self, archive: Archive, at: datetime) -> None:
        self.recorded = news_times(archive, await self.store.seen.see(record_digests(archive), at))

    def digest(self, archive: Archive, since: datetime, until: datetime) -> list[str]:
        return told(briefing.digest_of_window(archive, self.recorded, since, until, self.follows, Length.LONG))


@pytest.fixture
async def channel(tmp_path: Path):  # type: ignore[no-untyped-def]
    async with opened(fresh(tmp_path)) as store:
        yield Channel(store)


def days_ago(**ages: int) -> dict[str, date]:
    return {key.removeprefix("n"): NOON.date() - age * DAY for key, age in ages.items()}


async def test_of_a_file_the_young_calls_are_news_and_the_others_are_backfill(channel: Channel) -> None:
    archive = with_calls(days_ago(n1=0, n2=7, n3=8, n4=4000), NOON)
    await channel.look(archive, NOON)
    assert {key for key in channel.recorded if key.startswith("un-votes")} == {"un-votes/1", "un-votes/2"}
    assert channel.digest(archive, NOON - DAY, NOON + DAY) == ["1", "2"]
    assert channel.digest(archive, NOON + DAY, NOON + 2 * DAY) == []
    assert channel.digest(archive, NOON - 2 * DAY, NOON - DAY) == []


async def test_a_newer_file_announces_what_is_new_in_it_alone(channel: Channel) -> None:
    days = days_ago(n1=1, n2=3)
    await channel.look(with_calls(days, NOON), NOON)
    later = NOON + 2 * DAY
    newer = with_calls({**days, "9": later.date()}, later)
    await channel.look(newer, later)
    assert channel.digest(newer, NOON, NOON + DAY) == ["1", "2"]
    assert channel.digest(newer, later, later + DAY) == ["9"]


async def test_a_digest_not_yet_sent_keeps_its_news_when_a_newer_file_finds_it_old(channel: Channel) -> None:
    """The weekly digest is still to come when the file is replaced ten days on."""
    days = days_ago(n1=6)
    await channel.look(with_calls(days, NOON), NOON)
    later = NOON + 10 * DAY
    newer = with_calls({**days, "9": later.date()}, later)
    await channel.look(newer, later)
    assert sorted(channel.digest(newer, NOON - DAY, later + DAY)) == ["1", "9"]


async def test_a_call_that_a_newer_file_alters_is_not_announced_again(channel: Channel) -> None:
    days = days_ago(n1=1)
    first = with_calls(days, NOON)
    await channel.look(first, NOON)
    altered = with_calls(days, NOON + DAY, title="Another title of the same call")
    assert record_digests(altered)["un-votes/1"] != record_digests(first)["un-votes/1"]
    await channel.look(altered, NOON + DAY)
    assert channel.digest(altered, NOON, NOON + DAY) == ["1"]
    assert channel.digest(altered, NOON + DAY, NOON + 2 * DAY) == []


async def test_a_call_that_vanished_is_not_told_and_comes_back_as_no_news(channel: Channel) -> None:
    days = days_ago(n1=1, n2=1)
    await channel.look(with_calls(days, NOON), NOON)
    without = with_calls({"2": days["2"]}, NOON + DAY)
    await channel.look(without, NOON + DAY)
    assert channel.digest(without, NOON, NOON + DAY) == ["2"]
    again = with_calls(days, NOON + 2 * DAY)
    await channel.look(again, NOON + 2 * DAY)
    assert channel.digest(again, NOON + 2 * DAY, NOON + 3 * DAY) == []


async def test_a_vote_in_a_record_and_in_the_file_is_one_piece_of_news(channel: Channel) -> None:
    """The file comes first and is announced; the curated record of the same vote, a day later, is no news."""
    at = datetime(2022, 3, 3, 12, tzinfo=UTC)
    file = with_file(article(), (7,)).imported
    assert file is not None
    ballot = file.ballots[0]._replace(symbol="A/RES/ES-11/1", day=date(2022, 3, 2))
    filed = replace(article(), imported=replace(file, ballots=[ballot], issues={}, at=at))
    await channel.look(filed, at)
    assert "un-votes/107" in channel.recorded
    record = shipped().rollcalls["undl-3959039/un-es-11-1"]
    both = replace(filed, rollcalls={record.id: record}, sources=shipped().sources)
    assert both.rolls.twins == {record.id: "un-votes/107"}
    await channel.look(both, at + DAY)
    assert channel.recorded[record.id] == channel.recorded["un-votes/107"] == at
    answer = briefing.digest_of_window(both, channel.recorded, at + DAY, at + 2 * DAY, ALL, Length.LONG)
    assert not [c for c in answer.document.clauses() if c.template.startswith("digest-voted")]
    await channel.look(filed, at + 2 * DAY)  # the record is withdrawn again
    assert channel.digest(filed, at + 2 * DAY, at + 3 * DAY) == []


async def test_a_channel_hears_of_the_calls_it_follows(channel: Channel) -> None:
    archive = with_calls(days_ago(n1=0, n2=0), NOON)
    assert archive.imported is not None
    archive = replace(archive, imported=replace(archive.imported, issues={"palestine": 1, "cuba-embargo": 3}))
    await channel.look(archive, NOON)
    for issue, heard in (("palestine", ["1"]), ("cuba-embargo", ["1", "2"]), ("climate", [])):
        channel.follows = Filter(issues=(issue,))
        assert channel.digest(archive, NOON, NOON + DAY) == heard
    channel.follows = Filter(actors=("KHM",))
    assert channel.digest(archive, NOON, NOON + DAY) == ["1", "2"]
    channel.follows = Filter(actors=("VAT",))
    assert channel.digest(archive, NOON, NOON + DAY) == []


async def test_votes_on_parts_of_texts_are_told_as_such(channel: Channel) -> None:
    archive = with_calls(days_ago(n1=0), NOON, flags=Flag.PART)
    await channel.look(archive, NOON)
    answer = briefing.digest_of_window(archive, channel.recorded, NOON, NOON + DAY, ALL, Length.LONG)
    assert told(answer) == ["1"]
    assert "voted on a part of A/RES/80/1:" in " ".join(clause.text for clause in answer.document.clauses())


AGES = st.dictionaries(st.integers(1, 9).map(str), st.integers(-20, 12), min_size=1, max_size=6)
IMPORTS = st.lists(st.integers(0, 12), min_size=1, max_size=4, unique=True).map(sorted)
ENDS = st.lists(st.integers(0, 14), min_size=1, max_size=5, unique=True).map(sorted)


@given(days=AGES, imports=IMPORTS, ends=ENDS)
@settings(max_examples=25, deadline=None)
def test_windows_side_by_side_tell_every_young_call_once_whatever_is_imported_when(
    tmp_path_factory: pytest.TempPathFactory, days: Mapping[str, int], imports: Sequence[int], ends: Sequence[int]
) -> None:
    """A file is imported on some days and holds what had happened by then; windows tile, and are composed over the
    newest archive at their end. A call is news where it was young in the file that brought it."""
    held = {key: NOON.date() + age * DAY for key, age in days.items()}

    async def tell() -> list[str]:
        heard: list[str] = []
        async with opened(fresh(tmp_path_factory.mktemp("store"))) as store:
            channel, archive, since = Channel(store), article(), NOON - 30 * DAY
            for day in range(16):
                now = NOON + day * DAY
                there = {key: on for key, on in held.items() if on <= now.date()}
                if day in imports and there:
                    archive = with_calls(there, now)
                    await channel.look(archive, now)
                if day in ends or day == 15:
                    end = now + timedelta(hours=1)
                    heard += channel.digest(archive, since, end)
                    since = end
        return heard

    first = {key: next((day for day in imports if on <= (NOON + day * DAY).date()), None) for key, on in held.items()}
    news = [k for k, day in first.items() if day is not None and (NOON + day * DAY).date() - held[k] <= BACKFILL]
    assert sorted(asyncio.run(tell())) == sorted(news)


async def test_a_file_imported_while_the_bot_runs_is_told_by_the_next_window(article: Held, tmp_path: Path) -> None:
    now = datetime(2026, 3, 1, 9, tzinfo=UTC)
    filed = replace(article, archive=with_calls({"1": now.date(), "2": date(2025, 1, 1)}, now, article.archive))
    news, folder = [filed], tmp_path / "state"
    folder.mkdir()
    app = app_of(article, folder, FakeRoom("discord"), reload=lambda: news.pop() if news else None)
    subscription: Subscription = order(follows=Filter())

    async def then() -> None:
        await until(lambda: "un-votes/1" in app.recorded)

    assert await running(app, then) == 0
    assert "un-votes/2" not in app.recorded
    assert told(app.compose(subscription, now - DAY, now + SEEN_AHEAD)) == []
    assert told(app.compose(subscription, now + SEEN_AHEAD, now + DAY)) == ["1"]


async def test_news_that_the_store_could_not_note_are_noted_at_a_later_look(
    article: Held, tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append(r"store.unusable reason=.* then=tried again at the next look")
    now = datetime(2026, 3, 1, 9, tzinfo=UTC)
    filed = replace(article, archive=with_calls({"1": now.date()}, now, article.archive))
    news: list[Held] = []
    path = fresh(tmp_path)
    app = app_of(
        article, tmp_path, FakeRoom("discord"),
        reload=lambda: news.pop() if news else None, open_store=lambda: open_store(path, 0.05),
    )  # fmt: skip

    async def then() -> None:
        await until(lambda: app.scheduled.is_set())
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("begin immediate")
            news.append(filed)
            await until(lambda: app.unseen)
            await asyncio.sleep(0.2)
            assert "un-votes/1" not in app.recorded
            other.execute("rollback")
        await until(lambda: "un-votes/1" in app.recorded)

    assert await running(app, then) == 0
