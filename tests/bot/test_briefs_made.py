"""The same question is told and proved once a day, for as long as its archive is the one that answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from adapters.contract import Request
from bot import commands
from bot.briefs_made import KEPT
from bot.commands import Desk, Held
from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing
from briefs.plain import plain
from tests.archives import shipped
from tests.fakes import FakeClock

HELD = Held.of(shipped(), ())


class Counted:
    """Counts how often a position is told."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.times = 0
        told = briefing.position

        def position(*asked: object) -> Briefing:
            self.times += 1
            return told(*asked)  # type: ignore[arg-type]

        monkeypatch.setattr(commands.briefing, "position", position)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    return Counted(monkeypatch)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(datetime(2026, 11, 23, 12, tzinfo=UTC))


def test_one_question_however_it_is_asked_is_told_once(counted: Counted, clock: FakeClock) -> None:
    desk = Desk(HELD, clock)
    first = desk.answer_now(Request("position", "cambodia ukraine"))
    others = [
        desk.answer_now(Request("position", "ukraine KHM", platform="slack")),
        desk.answer_now(Request("position", given={"actor": "kampuchea", "issue": "ukraine"}, platform="discord")),
    ]
    assert counted.times == 1
    assert {reply.document == first.document for reply in others} == {True}


def test_another_day_length_or_language_is_another_question(counted: Counted, clock: FakeClock) -> None:
    desk = Desk(HELD, clock)
    for line in ("cambodia", "cambodia long", "cambodia in french", "cambodia as of 4 march 2022"):
        desk.answer_now(Request("position", line))
    assert counted.times == 4
    clock.move(days=1)
    desk.answer_now(Request("position", "cambodia"))
    assert counted.times == 5


def test_another_archive_answers_anew(counted: Counted, clock: FakeClock) -> None:
    desk = Desk(HELD, clock)
    desk.answer_now(Request("position", "cambodia"))
    desk.swap(Held.of(shipped(), ()))
    desk.answer_now(Request("position", "cambodia"))
    assert counted.times == 2


def test_what_was_known_by_an_instant_is_told_anew_each_time(
    counted: Counted, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Archive, "known_by", lambda archive, instant: archive)
    desk = Desk(HELD, clock)
    for _ in range(2):
        desk.answer_now(Request("position", "cambodia known on 2026-11-01"))
    assert counted.times == 2


def test_what_an_embargo_lets_go_is_never_answered_from_before(counted: Counted, clock: FakeClock) -> None:
    archive = shipped()
    first = next(event for event in archive.published if event.id == "voa/kh-msg")
    events = {**archive.events, first.id: replace(first, embargo=clock() + timedelta(hours=1))}
    desk = Desk(Held.of(replace(archive, events=events), ()), clock)
    before = desk.answer_now(Request("position", "cambodia ukraine")).document
    clock.move(hours=2)
    after = desk.answer_now(Request("position", "cambodia ukraine")).document
    quoted = "We do not support the use of force"
    assert quoted not in plain(before)
    assert quoted in plain(after)


def test_no_more_than_the_newest_are_kept(counted: Counted, clock: FakeClock) -> None:
    desk = Desk(HELD, clock)
    days = [f"cambodia as of {day}" for day in ("2022-03-04", "2022-03-05")]
    desk.answer_now(Request("position", days[0]))
    for number in range(KEPT):
        day = datetime(2023, 1, 1, tzinfo=UTC) + timedelta(days=number)
        desk.answer_now(Request("position", f"fiji as of {day:%Y-%m-%d} line"))
    assert len(desk._made._held) == KEPT
    counted.times = 0
    desk.answer_now(Request("position", days[0]))
    assert counted.times == 1
