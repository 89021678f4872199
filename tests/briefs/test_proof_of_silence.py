"""Silence in a digest: proved where nothing is news, and refused by each thing that is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Ending
from briefs.codebook import Length
from briefs.digests import Filter
from briefs.plain import plain
from briefs.proof.filed import found_in_file, on_whole_text
from tests.archives import article, imported, odd, parts_alone, shipped
from tests.briefs.one_sentence import tried

DAY = date(2022, 3, 6)
NOON = datetime(2022, 3, 6, 12, tzinfo=UTC)
WINDOW = "query:recorded?since=2022-03-06T00:00:00+00:00&until=2022-03-07T00:00:00+00:00"
NEW = "Nothing new is recorded since 6 March 2022 in the sources held."
NEW_FOLLOWED = "Nothing new followed here is recorded since 6 March 2022 in the sources held."
REFUSED = "C9 digest.quiet.since: quiet_since(d) does not hold over the cited records"
REFUSED_FOLLOWED = "C9 digest.quiet.since.follows: quiet_since(d) does not hold over the cited records"


def noted(*records: str, at: datetime = NOON) -> Archive:
    """What is shipped, with these records noted at that instant, and the others long after their sources."""
    events, calls = dict(shipped().events), dict(shipped().rollcalls)
    for id_ in records:
        if id_ in events:
            events[id_] = replace(events[id_], recorded=at)
        else:
            calls[id_] = replace(calls[id_], recorded=at)
    return replace(shipped(), events=events, rollcalls=calls)


def quiet(archive: Archive, *follows: str, cites: tuple[str, ...] = (WINDOW,)) -> str:
    text = NEW_FOLLOWED if follows else NEW
    return tried(archive, text, *cites, subject=("digest", *follows), as_of=date(2022, 4, 10))


# -- What is news


def test_a_window_in_which_nothing_was_noted_is_quiet() -> None:
    assert quiet(noted()) == "proved"
    assert quiet(noted("voa/veto", at=NOON - timedelta(days=1))) == "proved"


@pytest.mark.parametrize("record", ["voa/veto", "voa/invasion", "undl-3959039/un-es-11-1"])
def test_an_act_a_figure_and_a_roll_call_are_news(record: str) -> None:
    assert quiet(noted(record)) == REFUSED


def test_background_without_a_figure_is_no_news() -> None:
    archive = noted("voa/invasion")
    bare = replace(archive.events["voa/invasion"], figures={})
    assert quiet(replace(archive, events={**archive.events, "voa/invasion": bare})) == "proved"


def test_a_press_account_of_a_vote_is_no_news_beside_its_roll_call_and_is_news_alone() -> None:
    archive = noted("voa/vote")
    assert quiet(archive) == "proved"
    assert quiet(replace(archive, rollcalls={})) == REFUSED


def test_a_press_account_of_a_vote_is_no_news_beside_the_whole_text_in_the_file() -> None:
    alone = replace(imported(), rollcalls={})
    assert on_whole_text(alone, "un-68-262")
    assert not on_whole_text(imported(), "un-votes-102"), "a part of a text"
    assert not on_whole_text(article(), "un-68-262")
    archive = noted("voa/vote")
    account = replace(archive.events["voa/vote"], about="un-68-262")
    archive = replace(archive, events={"voa/vote": account}, rollcalls={})
    assert quiet(replace(archive, imported=alone.imported)) == "proved"
    assert quiet(replace(archive, imported=parts_alone().imported)) == REFUSED


def test_what_was_noted_a_week_after_it_was_published_is_no_news() -> None:
    later = "query:recorded?since=2022-03-20T00:00:00+00:00&until=2022-03-21T00:00:00+00:00"
    archive = noted("voa/veto", at=NOON + timedelta(days=14))
    text = "Nothing new is recorded since 20 March 2022 in the sources held."
    assert tried(archive, text, later, subject=("digest",), as_of=date(2022, 4, 10)) == "proved"


def test_calls_of_the_file_are_news_in_the_window_in_which_they_entered() -> None:
    archive = replace(imported(), entered={"un-votes/101": NOON, "un-votes/no": NOON})
    assert quiet(archive) == REFUSED
    assert quiet(replace(archive, entered={"un-votes/101": NOON - timedelta(days=2)})) == "proved"


def test_only_a_query_of_that_window_is_run_again() -> None:
    other = "query:recorded?since=2022-03-05T00:00:00+00:00&until=2022-03-06T00:00:00+00:00"
    for cite in (other, "query:digest?day=2022-03-06"):
        assert quiet(noted(), cites=(cite,)) == REFUSED
        assert quiet(noted(), cites=(cite, WINDOW)) == f"C10 proved without {cite}: a superfluous cite"


# -- What is followed


@pytest.mark.parametrize(
    ("record", "follows", "is_quiet"),
    [
        ("voa/sg-sanct", ("SGP",), False),
        ("voa/sg-sanct", ("RUS",), False),  # against whom
        ("voa/sg-sanct", ("asean",), False),  # a member of the day
        ("voa/sg-sanct", ("FRA",), True),
        ("voa/sg-sanct", ("nato",), True),
        ("voa/sg-sanct", ("SGP", "ukraine-war"), False),
        ("voa/sg-sanct", ("SGP", "palestine"), True),
        ("voa/sg-sanct", ("sanction",), False),
        ("voa/sg-sanct", ("veto",), True),
        ("voa/invasion", ("UKR",), False),  # about whom
        ("voa/invasion", ("FRA",), True),
        ("undl-3959039/un-es-11-1", ("KHM",), False),
        ("undl-3959039/un-es-11-1", ("ukraine-war",), False),
        ("undl-3959039/un-es-11-1", ("palestine",), True),
    ],
)
def test_a_window_is_quiet_for_whoever_follows_nothing_that_was_noted_in_it(
    record: str, follows: tuple[str, ...], is_quiet: bool
) -> None:
    assert quiet(noted(record), *follows) == ("proved" if is_quiet else REFUSED_FOLLOWED)


@pytest.mark.parametrize(
    ("record", "follows", "is_quiet"),
    [
        ("undl-3965954/un-es-11-2", ("FRA",), True),  # voted as before
        ("undl-3959039/un-es-11-1", ("GAB",), False),  # abstained in 2014
        ("undl-3965954/un-es-11-2", ("nato",), True),  # no member moved
        ("undl-3959039/un-es-11-1", (), False),  # somebody moved
        ("undl-767565/un-68-262", (), True),  # the first held on its matter
        ("voa/sg-sanct", ("SGP",), True),  # no roll call
    ],
)
def test_who_wants_changes_alone_is_told_of_silence_where_nobody_followed_voted_otherwise(
    record: str, follows: tuple[str, ...], is_quiet: bool
) -> None:
    archive = noted(record)
    assert quiet(archive, *follows, "only:changes") == ("proved" if is_quiet else REFUSED_FOLLOWED)


def test_a_quiet_window_is_told_to_who_wants_changes_alone() -> None:
    archive = shipped()
    votes = {"undl-3965954/un-es-11-2": datetime(2022, 3, 25, 12, tzinfo=UTC)}
    since, until = datetime(2022, 3, 25, tzinfo=UTC), datetime(2022, 3, 26, tzinfo=UTC)
    for follows in (Filter(actors=("FRA",), changes=True), Filter(issues=("palestine",), changes=True)):
        made = briefing.digest_of_window(archive, votes, since, until, follows, Length.SHORT)
        assert (made.ending, made.reasons) == (Ending.QUIET, ())
        assert "Nothing new followed here is recorded since 25 March 2022" in plain(made.document)


def test_a_call_of_the_file_belongs_to_each_issue_whose_rule_holds_it() -> None:
    archive = replace(imported(), entered={"un-votes/101": NOON})
    assert quiet(archive, "palestine") == REFUSED_FOLLOWED
    assert quiet(archive, "iran-human-rights") == "proved"


def test_a_quiet_day_is_quiet_by_the_query_of_that_day_alone() -> None:
    text, title = "Nothing is recorded for 6 March 2022 in the sources held.", "Sunday 6 March 2022"
    for day, said in (("2022-03-06", "proved"), ("2022-03-05", "C9 digest.quiet: quiet_on(d) does not hold")):
        answer = tried(shipped(), text, f"query:digest?day={day}", subject=("digest",), as_of=DAY, title=title)
        assert answer.startswith(said), answer


def test_of_texts_of_the_register_the_file_is_searched_by_symbol() -> None:
    assert found_in_file(imported(), {"about": "un-68-262"}) == ()
    without = replace(imported(), rollcalls={})
    assert found_in_file(without, {"about": "un-68-262"}) == ("un-votes/107",)
    assert found_in_file(without, {"about": "un-es-11-1"}) == ()
    assert found_in_file(odd(), {"about": "un-es-11-1"}) == ()
