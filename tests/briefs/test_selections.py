"""Why a record is in a digest or left out: what is explained is what is told, and every record is counted once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from briefs import digests, selections
from briefs.archive import Archive
from briefs.codebook import Act
from briefs.digests import Filter, Met
from briefs.selections import Left
from tests.archives import shipped

UNTIL = datetime(2026, 11, 23, 12, tzinfo=UTC)
SINCE = UNTIL - timedelta(days=1)
HELD = shipped()
FILTERS = [
    Filter(),
    Filter(issues=("ukraine-war",)),
    Filter(actors=("KHM",)),
    Filter(actors=("asean", "RUS")),
    Filter(acts=(Act.VOTE_HELD,)),
    Filter(issues=("ukraine-war",), actors=("KHM",), acts=(Act.VOTE_HELD, Act.STATEMENT)),
    Filter(changes=True),
    Filter(actors=("FJI",), changes=True),
]


def news(archive: Archive) -> Archive:
    """The shipped records as if published yesterday."""
    sources = {id_: replace(source, published=SINCE.date()) for id_, source in archive.sources.items()}
    return replace(archive, sources=sources)


def recorded(archive: Archive) -> dict[str, datetime]:
    """Every other record came in the window, the others before it."""
    ids = sorted((*archive.events, *archive.rollcalls))
    return {id_: SINCE + timedelta(hours=1) if n % 2 else SINCE - timedelta(hours=1) for n, id_ in enumerate(ids)}


@pytest.mark.parametrize("follows", FILTERS, ids=str)
@pytest.mark.parametrize("archive", [HELD, news(HELD)], ids=["old stock", "news"])
def test_what_is_explained_is_what_the_digest_tells(archive: Archive, follows: Filter) -> None:
    when = recorded(archive)
    held = archive.as_of(UNTIL.date() + timedelta(days=1)).recorded_at(when)
    told = digests.of_window(held, SINCE, UNTIL, follows, UNTIL.date())
    explained = selections.of_window(archive, when, SINCE, UNTIL, follows)
    assert set(explained.chosen) == {item.record for item in told.items}
    everything = selections.of_window(archive, when, SINCE, UNTIL, Filter())
    assert len(explained.chosen) + sum(explained.left.values()) == len(everything.chosen) + sum(
        everything.left.values()
    )


def test_old_stock_is_left_out_as_such() -> None:
    explained = selections.of_window(HELD, recorded(HELD), SINCE, UNTIL, Filter())
    assert explained.chosen == {}
    assert set(explained.left) == {Left.OLD}


def test_a_record_is_in_for_the_issues_and_actors_that_are_followed_and_no_others() -> None:
    archive, follows = news(HELD), Filter(issues=("ukraine-war",), actors=("asean", "KHM", "RUS"))
    explained = selections.of_window(archive, recorded(archive), SINCE, UNTIL, follows)
    assert explained.chosen
    for met in explained.chosen.values():
        assert met.issues == ("ukraine-war",)
        assert met.actors
        assert set(met.actors) <= {"asean", "KHM", "RUS"}
        assert "asean" in met.actors or "KHM" not in met.actors  # a bloc is followed for its members


def test_the_first_reason_that_fails_is_the_one_that_counts() -> None:
    archive = news(HELD)
    all_in = selections.of_window(archive, recorded(archive), SINCE, UNTIL, Filter())
    none = selections.of_window(
        archive, recorded(archive), SINCE, UNTIL, Filter(issues=("palestine",), acts=(Act.VETO,))
    )
    assert none.left[Left.ISSUE] + none.left.get(Left.ACT, 0) + len(none.chosen) == len(all_in.chosen)
    assert all(met == Met(("palestine",), (), Act.VETO) for met in none.chosen.values())
