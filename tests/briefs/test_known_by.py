"""Two clocks: an answer for a day and an instant is the one that was given then, whatever came later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending
from briefs.codebook import Length, State
from briefs.days import read_instant
from briefs.digests import Filter
from briefs.history import History, end_of, whole_day
from briefs.plain import plain
from briefs.proof import Submission, load_skeletons, verify
from tests.archives import article, imported, shipped, with_file
from tests.histories import Life

BEGUN = datetime(2022, 3, 5, 9, tzinfo=UTC)
DAYS = (date(2022, 3, 2), date(2022, 3, 4), date(2026, 11, 23))
SKELETONS = load_skeletons("en")

Ask = Callable[[Archive, date, Length], Briefing]
ASKED: tuple[Ask, ...] = (
    lambda a, day, length: briefing.position(a, "KHM", "ukraine-war", day, length),
    lambda a, day, length: briefing.position(a, "KHM", None, day, length),
    lambda a, day, length: briefing.position(a, "hun-sen", None, day, length),
    lambda a, day, length: briefing.event(a, "un-es-11-1", day, length),
    lambda a, day, length: briefing.event(a, "voa/kh-msg", day, length),
    lambda a, day, length: briefing.compare(a, ("KHM", "VNM"), None, day, length),
    lambda a, day, length: briefing.bloc(a, "asean", "ukraine-war", day, length),
    lambda a, day, length: briefing.shifts(a, None, None, day, length),
    lambda a, day, length: briefing.issues(a, day, length),
    lambda a, day, length: briefing.digest_of_day(a, day, Filter(), length),
    lambda a, day, length: briefing.vote(a, "un-es-11-1", "asean", day, length),
    lambda a, day, length: briefing.source(a, "voa/kh-msg", day, length),
    lambda a, day, length: briefing.timeline(a, "KHM", None, day, length),
)


def told(made: Briefing, *, footer: bool = True) -> str:
    assert made.ending is not Ending.WITHHELD, made.reasons
    return plain(made.document if footer else replace(made.document, footer=""))


# -- What may happen to an archive

Change = Callable[[Archive, int], Archive]


def added(archive: Archive, n: int) -> Archive:
    """A record of the whole that is not held yet: an event or a roll call."""
    whole = shipped()
    events = [key for key in whole.events if key not in archive.events]
    calls = [key for key in whole.rollcalls if key not in archive.rollcalls]
    if not events and not calls:
        return archive
    key = (events + calls)[n % len(events + calls)]
    if key in whole.events:
        record = whole.events[key]
        return replace(archive, events={**archive.events, key: record}, sources=_with(archive, record.source))
    call = whole.rollcalls[key]
    return replace(archive, rollcalls={**archive.rollcalls, key: call}, sources=_with(archive, call.source))


def _with(archive: Archive, source: str) -> dict[str, object]:
    return {**archive.sources, source: shipped().sources[source]}


def edited(archive: Archive, n: int) -> Archive:
    """A record changed in its place: nobody ought to, and history notices."""
    for key in _some(archive, n):
        event = archive.events[key]
        label = f"{event.label} of late" if event.label else event.label
        form = f"{event.form}, revised" if event.form else event.form
        return replace(archive, events={**archive.events, key: replace(event, label=label, form=form)})
    return archive


def corrected(archive: Archive, n: int) -> Archive:
    for key in _some(archive, n):
        event = archive.events[key]
        newer = replace(event, id=f"{key}-{n}", corrects=key, reason="a slip", quotes=event.quotes[:1])
        return replace(archive, events={**archive.events, newer.id: newer})
    return archive


def retracted(archive: Archive, n: int) -> Archive:
    for key in _some(archive, n):
        gone = replace(archive.events[key], state=State.RETRACTED, reason="somebody else said it")
        return replace(archive, events={**archive.events, key: gone})
    return archive


def deleted(archive: Archive, n: int) -> Archive:
    for key in _some(archive, n):
        return replace(archive, events={id_: event for id_, event in archive.events.items() if id_ != key})
    return archive


def embargoed(archive: Archive, n: int) -> Archive:
    for key in _some(archive, n):
        until = BEGUN + timedelta(hours=n % 60)
        return replace(archive, events={**archive.events, key: replace(archive.events[key], embargo=until)})
    return archive


def drafted(archive: Archive, n: int) -> Archive:
    for key in _some(archive, n):
        return replace(archive, events={**archive.events, key: replace(archive.events[key], state=State.DRAFT)})
    return archive


def filed(archive: Archive, n: int) -> Archive:
    """A voting file is imported: some of the invented calls."""
    made = with_file(archive, range(n % 10, 11)).imported
    assert made is not None
    return replace(archive, imported=made)


def _some(archive: Archive, n: int) -> Iterator[str]:
    keys = sorted(archive.events)
    yield from keys[n % len(keys) :][:1] if keys else ()


CHANGES: tuple[Change, ...] = (added, added, edited, corrected, retracted, deleted, embargoed, drafted, filed)
HAPPENS = st.lists(st.tuples(st.sampled_from(CHANGES), st.integers(0, 59)), min_size=1, max_size=7)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from([article(), replace(shipped(), rollcalls={})]), HAPPENS, st.data())
def test_an_answer_for_a_day_and_an_instant_never_changes_whatever_comes_later(
    archive: Archive, happens: list[tuple[Change, int]], data: st.DataObject
) -> None:
    """Played through revision by revision: the answer asked for later, as known then, is the one that was given."""
    life, at = Life(), BEGUN
    given_then: list[tuple[datetime, Ask, date, Length, str, str]] = []
    changed_then: list[tuple[datetime, Length, str]] = []
    now = life.hold(archive, at)
    for change, n in (None, 0), *happens:
        if change:
            at += timedelta(hours=7)
            archive = change(archive, n)
            if archive.imported and change is filed:
                archive = replace(archive, imported=replace(archive.imported, at=at))
            now = life.hold(archive, at)
        asked, day = data.draw(st.sampled_from(ASKED)), data.draw(st.sampled_from(DAYS))
        length, known = data.draw(st.sampled_from(Length)), at + timedelta(hours=data.draw(st.integers(0, 6)))
        live = told(asked(now.released(known), day, length), footer=False)
        then = told(asked(now.known_by(known), day, length))
        given_then.append((known, asked, day, length, live, then))
        changed = told(briefing.changes(now.released(known), BEGUN.date(), known, length), footer=False)
        changed_then.append((known, length, changed))
        for instant, ask, on, long, live, first in given_then:
            again = ask(now.known_by(instant), on, long)
            assert told(again, footer=False) == live
            assert told(again) == first
        for instant, long, first in changed_then:
            again = briefing.changes(now.known_by(instant), BEGUN.date(), instant, long)
            assert told(again, footer=False) == first


# -- What is told, and what the prover refuses


@pytest.fixture(scope="module")
def lived() -> Archive:
    """The article; a day later what is shipped; then a correction, and a retraction; then a voting file."""
    life = Life()
    life.hold(article(), BEGUN)
    life.hold(shipped(), BEGUN + timedelta(days=1))
    events = dict(shipped().events)
    events["voa/kh-cospons-2"] = replace(
        events["voa/kh-cospons"], id="voa/kh-cospons-2", corrects="voa/kh-cospons", reason="a slip"
    )
    life.hold(replace(shipped(), events=events), BEGUN + timedelta(days=2))
    events["voa/kh-msg"] = replace(events["voa/kh-msg"], state=State.RETRACTED, reason="somebody else said it")
    life.hold(replace(shipped(), events=events), BEGUN + timedelta(days=3))
    filed = imported().imported
    return life.hold(replace(shipped(), events=events, imported=filed), datetime(2026, 11, 1, tzinfo=UTC))


def position(archive: Archive) -> Briefing:
    return briefing.position(archive, "KHM", "ukraine-war", date(2026, 11, 23), Length.SHORT)


def test_the_footer_tells_as_known_when_to_the_day_or_to_the_second(lived: Archive) -> None:
    assert position(lived).document.footer == "Sources to 24 Feb 2025"
    on_the_day = position(lived.known_by(end_of(date(2022, 3, 5)))).document
    assert on_the_day.footer == "Sources to 4 Mar 2022, as known on 5 Mar 2022"
    noon = position(lived.known_by(datetime(2022, 3, 5, 12, tzinfo=UTC))).document
    assert noon.footer == "Sources to 4 Mar 2022, as known on 5 Mar 2022 at 12:00 UTC"
    second = position(lived.known_by(datetime(2022, 3, 5, 12, 0, 7, tzinfo=UTC))).document
    assert second.footer.endswith("as known on 5 Mar 2022 at 12:00:07 UTC")


def test_before_the_archive_began_it_knew_nothing_and_says_so(lived: Archive) -> None:
    made = position(lived.known_by(end_of(date(2022, 3, 4))))
    assert made.ending is Ending.NOTHING
    assert made.document.footer == "No sources held, as known on 4 Mar 2022: this archive began on 5 Mar 2022"


def test_no_voting_file_is_seen_before_it_was_imported(lived: Archive) -> None:
    assert lived.known_by(datetime(2026, 10, 31, tzinfo=UTC)).imported is None
    assert lived.known_by(datetime(2026, 11, 1, tzinfo=UTC)).imported is lived.imported


def test_of_two_voting_files_the_one_of_its_time_is_seen() -> None:
    life = Life()
    old = with_file(shipped(), (0, 1)).imported
    assert old is not None
    life.hold(replace(shipped(), imported=replace(old, at=BEGUN)), BEGUN)
    now = life.hold(imported(), datetime(2026, 11, 1, tzinfo=UTC))
    assert len(now.known_by(BEGUN).rolls.matrix) == len(shipped().votes) + 2
    assert len(now.known_by(datetime(2026, 11, 1, tzinfo=UTC)).rolls.matrix) == len(now.rolls.matrix)


def test_what_was_corrected_or_retracted_later_comes_back_as_it_was(lived: Archive) -> None:
    before, after = lived.known_by(BEGUN + timedelta(days=1)), lived.known_by(BEGUN + timedelta(days=3))
    assert {"voa/kh-cospons", "voa/kh-msg"} <= {event.id for event in before.published}
    assert {"voa/kh-cospons", "voa/kh-msg"}.isdisjoint(event.id for event in after.published)
    assert "voa/kh-cospons-2" in {event.id for event in after.published}


def refused(submission: Submission, archive: Archive) -> list[str]:
    return [o.why for o in verify(submission, archive, SKELETONS) if o.rule == "C7"]


def asked_as_known(archive: Archive, known: datetime) -> tuple[Submission, Archive]:
    """The brief of a view of what was known, as the prover takes it, and that view."""
    view = archive.known_by(known).as_of(date(2022, 3, 4))
    made = briefing.position(view, "KHM", "ukraine-war", date(2022, 3, 4), Length.SHORT)
    return briefing.submission(made.document, date(2022, 3, 4), ("KHM", "ukraine-war")), view


def test_the_prover_plays_history_through_again_and_refuses_a_careless_archive(lived: Archive) -> None:
    submission, view = asked_as_known(lived, BEGUN + timedelta(hours=1))
    assert refused(submission, view) == []
    later = lived.known_by(BEGUN + timedelta(days=1)).as_of(date(2022, 3, 4))
    assert any("un-es-11-1 was not recorded like this" in why for why in refused(submission, later))
    event = view.events["voa/kh-msg"]
    events = {**view.events, event.id: replace(event, form="on television")}
    assert any(
        "voa/kh-msg was not recorded like this" in why for why in refused(submission, replace(view, events=events))
    )
    told = view.events["voa/us-welcome"]
    silent = {**view.events, told.id: replace(told, asserts=())}
    assert any("voa/us-welcome was not" in why for why in refused(submission, replace(view, events=silent)))
    fewer = replace(view, events={id_: e for id_, e in view.events.items() if id_ != "voa/kh-asean"})
    assert any("and the archive lacks it" in why for why in refused(submission, fewer))
    source = replace(view.sources["voa"], licence="anything goes")
    assert any("not recorded like this" in why for why in refused(submission, replace(view, sources={"voa": source})))
    assert any("voting file" in why for why in refused(submission, replace(view, imported=imported().imported)))
    assert any("keeps no history" in why for why in refused(submission, replace(view, history=None)))


def test_a_footer_that_hides_or_changes_the_instant_is_refused(lived: Archive) -> None:
    submission, view = asked_as_known(lived, end_of(date(2022, 3, 5)))
    footer = submission.footer
    assert footer == "Sources to 4 Mar 2022, as known on 5 Mar 2022"
    for other in (
        "Sources to 4 Mar 2022",
        footer.replace("5 Mar", "6 Mar"),
        f"{footer} at 12:00 UTC",
        f"{footer}: this archive began on 5 Mar 2022",
        "No sources held, as known on 5 Mar 2022",
        footer.replace("Sources", "Compiled from sources").replace("5 Mar", "4 Mar"),
    ):
        assert verify(replace(submission, footer=other), view, SKELETONS), other
    assert refused(replace(submission, known=None), view)
    compiled = footer.replace("Sources", "Compiled from sources")
    assert not verify(replace(submission, footer=compiled), view, SKELETONS)


def test_an_archive_that_keeps_no_history_says_nothing_as_known_when() -> None:
    made = position(shipped().known_by(BEGUN))
    assert made.ending is Ending.WITHHELD


def test_an_earlier_content_that_names_nobody_of_the_register_is_left_out(lived: Archive) -> None:
    register = lived.register
    fewer = replace(register, actors={id_: a for id_, a in register.actors.items() if id_ != "hun-sen"})
    view = replace(lived, register=fewer).known_by(BEGUN + timedelta(hours=1))
    assert view.events
    assert all("hun-sen" not in event.by for event in view.events.values())


def test_instants_are_read_with_their_zone_alone() -> None:
    assert read_instant("2022-03-05T10:30Z") == datetime(2022, 3, 5, 10, 30, tzinfo=UTC)
    assert read_instant("2022-03-05T17:30:09+07:00") == datetime(2022, 3, 5, 10, 30, 9, tzinfo=UTC)
    for words in ("2022-03-05T10:30", "2022-03-05", "2022-02-30T10:30Z", "0001-01-01T00:00+23:59", "now", ""):
        assert read_instant(words) is None


@given(st.dates())
def test_the_end_of_a_day_is_told_as_that_day(day: date) -> None:
    assert whole_day(end_of(day)) == day
    assert whole_day(end_of(day) - timedelta(seconds=1)) is None


def test_a_history_without_revisions_held_nothing() -> None:
    assert History(BEGUN, tuple).at(BEGUN) == {}
