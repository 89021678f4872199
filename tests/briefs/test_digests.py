"""What a digest holds: what its channel follows, what is new, each record in one window and no other."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from briefs.archive import Archive
from briefs.codebook import Act
from briefs.digests import BACKFILL, Digest, Filter, of_day, of_window
from tests.archives import article, shipped

DAY = date(2022, 3, 3)
NOON = datetime(2022, 3, 5, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
ALL = Filter()


def told(digest: Digest) -> set[str]:
    return {item.record.removeprefix("voa/") for item in digest.items}


def of_the_article(follows: Filter) -> set[str]:
    return told(of_day(article().as_of(DAY + timedelta(days=1)), DAY, follows))


@pytest.mark.parametrize(
    ("follows", "there", "absent"),
    [
        (Filter(actors=("KHM",)), {"kh-msg", "kh-cospons"}, {"cnrp"}),
        (Filter(actors=("cnrp",)), {"cnrp"}, {"kh-msg", "kh-cospons", "vote"}),
        (Filter(actors=("asean",)), {"kh-msg", "kh-asean"}, {"cnrp", "invasion"}),
        (Filter(acts=(Act.VOTE_HELD,)), {"vote"}, {"kh-msg", "cnrp", "kh-asean"}),
        (Filter(actors=("KHM",), acts=(Act.VOTE_HELD,)), set(), {"vote", "kh-msg"}),
        (Filter(issues=("ukraine-war",)), {"vote", "kh-msg", "cnrp"}, set()),
    ],
    ids=["a state", "a party", "a bloc", "an act", "a state and an act", "an issue"],
)
def test_a_digest_holds_what_is_followed_and_nothing_else(follows: Filter, there: set[str], absent: set[str]) -> None:
    held = of_the_article(follows)
    assert held >= there
    assert not held & absent
    assert held <= of_the_article(ALL)


@pytest.mark.parametrize(
    ("day", "actor", "there"),
    [
        (date(2022, 4, 7), "KHM", True),  # abstained, after two votes in favour
        (date(2022, 4, 7), "FRA", False),  # in favour as before
        (date(2022, 3, 24), "KHM", False),  # in favour as on 2 March
        (date(2022, 4, 7), "asean", True),  # a member of it shifted
    ],
)
def test_only_changes_of_stance_are_told_where_no_more_is_wanted(day: date, actor: str, there: bool) -> None:
    digest = of_day(shipped().as_of(day + timedelta(days=1)), day, Filter(actors=(actor,), changes=True))
    assert bool(digest.items) is there
    assert of_day(shipped().as_of(day + timedelta(days=1)), day, Filter(actors=(actor,))).items


def test_acts_are_no_changes_of_stance() -> None:
    assert of_the_article(Filter(changes=True)) == set()


def entered(archive: Archive, at: datetime) -> Archive:
    """The archive as if every record had been recorded at one moment."""
    return archive.recorded_at(dict.fromkeys([*archive.events, *archive.rollcalls], at))


def test_windows_side_by_side_tell_every_record_once() -> None:
    """A record on the border of two windows stands in the later one alone."""
    held = entered(article(), NOON)
    before = of_window(held, NOON - HOUR, NOON, ALL, NOON.date())
    after = of_window(held, NOON, NOON + HOUR, ALL, NOON.date())
    assert told(before) == set()
    assert {"vote", "kh-msg", "cnrp"} <= told(after)
    assert len(after.items) == len(told(after))


def test_what_was_published_long_before_it_was_recorded_is_no_news() -> None:
    published = next(iter(article().sources.values())).published
    last = datetime.combine(published + BACKFILL, time(23, 59), UTC)
    for at, news in ((last, True), (last + HOUR, False)):
        digest = of_window(entered(article(), at), at - HOUR, at + HOUR, ALL, at.date())
        assert bool(digest.items) is news


def test_a_vote_whose_roll_call_is_held_is_told_once() -> None:
    at = datetime(2022, 3, 4, 12, tzinfo=UTC)
    held = of_window(entered(shipped(), at), at - HOUR, at + HOUR, ALL, at.date())
    votes = [item.record for item in held.items if item.call or (item.event and item.event.act is Act.VOTE_HELD)]
    assert "undl-3959039/un-es-11-1" in votes
    assert "voa/vote" not in votes
