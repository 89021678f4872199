"""The history of the records on disk: every content is kept with its instant, and nothing is written over."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from adapters.files.plain_values import decoder, named
from adapters.revisions import FILE, Revisions
from briefs.codebook import State
from briefs.history import Content, History
from briefs.records import Count, EventRecord, RollCall, Source
from tests.archives import shipped, specimens

BEGUN = datetime(2026, 3, 5, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
MOMENT = timedelta(microseconds=1)


def contents() -> dict[str, Content]:
    archive = shipped()
    return {**archive.sources, **archive.events, **archive.rollcalls}


def with_form(form: str) -> dict[str, Content]:
    held = contents()
    event = held["voa/kh-msg"]
    assert isinstance(event, EventRecord)
    return held | {event.id: replace(event, form=form)}


def forms(history: History, record: str = "voa/kh-msg") -> list[tuple[datetime, str | None]]:
    return [(r.at, r.content.form if isinstance(r.content, EventRecord) else None) for r in history.revisions[record]]


def test_what_was_held_at_first_is_as_old_as_the_archive(tmp_path: Path) -> None:
    history = Revisions(tmp_path / FILE).take_up(contents(), "one", BEGUN)
    assert history.born == BEGUN
    assert {revision.at for of in history.revisions.values() for revision in of} == {BEGUN}
    assert history.at(BEGUN) == contents()
    assert history.at(BEGUN - HOUR) == {}


@pytest.mark.parametrize("archive", [shipped, specimens])
def test_every_record_comes_back_as_it_was_written_by_name(archive) -> None:  # type: ignore[no-untyped-def]
    held = archive()
    for content in (*held.events.values(), *held.rollcalls.values(), *held.sources.values()):
        assert decoder(type(content))(named(content)) == content


def test_a_value_of_fewer_or_more_fields_is_read_by_name() -> None:
    assert decoder(Count)({"n": 3}) == Count(3)
    assert decoder(Count)({"n": 3, "of_a_later_dateline": [1]}) == Count(3)
    assert "approx" not in named(Count(3))
    assert {field.name for field in fields(Count)} > set(named(Count(3, per="cnrp")))
    with pytest.raises(TypeError):
        decoder(Count)({"n": "3"})


def test_a_record_edited_in_its_place_keeps_what_it_said_before(tmp_path: Path) -> None:
    revisions = Revisions(tmp_path / FILE)
    revisions.take_up(contents(), "one", BEGUN)
    history = revisions.take_up(with_form("letter"), "two", BEGUN + HOUR)
    before = shipped().events["voa/kh-msg"].form
    assert forms(history) == [(BEGUN, before), (BEGUN + HOUR, "letter")]
    assert history.at(BEGUN)["voa/kh-msg"] == shipped().events["voa/kh-msg"]


def test_a_record_that_is_gone_or_a_draft_again_is_no_longer_held_and_may_come_back(tmp_path: Path) -> None:
    revisions = Revisions(tmp_path / FILE)
    revisions.take_up(contents(), "one", BEGUN)
    without = {id_: content for id_, content in contents().items() if id_ != "voa/kh-msg"}
    revisions.take_up(without, "two", BEGUN + HOUR)
    revisions.take_up(contents(), "three", BEGUN + 2 * HOUR)
    draft = replace(shipped().events["voa/kh-msg"], state=State.DRAFT)
    history = revisions.take_up(contents() | {draft.id: draft}, "four", BEGUN + 3 * HOUR)
    held = ["voa/kh-msg" in history.at(BEGUN + n * HOUR) for n in range(4)]
    assert held == [True, False, True, False]


def test_a_process_that_starts_later_goes_on_with_the_same_history(tmp_path: Path) -> None:
    Revisions(tmp_path / FILE).take_up(contents(), "one", BEGUN)
    again = Revisions(tmp_path / FILE).take_up(contents(), "touched", BEGUN + HOUR)
    assert all(len(of) == 1 for of in again.revisions.values())
    assert again.born == BEGUN
    history = Revisions(tmp_path / FILE).take_up(with_form("letter"), "two", BEGUN + 2 * HOUR)
    assert len(forms(history)) == 2


def test_two_processes_that_see_the_same_change_note_it_once_and_a_revert_again(tmp_path: Path) -> None:
    one, two = Revisions(tmp_path / FILE), Revisions(tmp_path / FILE)
    one.take_up(contents(), "one", BEGUN)
    two.take_up(contents(), "one", BEGUN)
    one.take_up(with_form("letter"), "two", BEGUN + HOUR)
    assert len(forms(two.take_up(with_form("letter"), "two", BEGUN + 2 * HOUR))) == 2
    two.take_up(contents(), "three", BEGUN + 3 * HOUR)
    history = one.take_up(with_form("letter"), "four", BEGUN + 4 * HOUR)
    assert [form for _, form in forms(history)][1:] == ["letter", shipped().events["voa/kh-msg"].form, "letter"]


def test_an_answer_under_way_does_not_see_what_another_process_takes_up(tmp_path: Path) -> None:
    history = Revisions(tmp_path / FILE).take_up(contents(), "one", BEGUN)
    Revisions(tmp_path / FILE).take_up(with_form("letter"), "two", BEGUN + HOUR)
    assert len(forms(history)) == 1


def test_a_clock_that_was_set_back_does_not_put_a_revision_before_the_last(tmp_path: Path) -> None:
    revisions = Revisions(tmp_path / FILE)
    revisions.take_up(contents(), "one", BEGUN)
    history = revisions.take_up(with_form("letter"), "two", BEGUN - HOUR)
    assert [at for at, _ in forms(history)] == [BEGUN, BEGUN + MOMENT], "after it, so that it is told as a change"


def test_the_file_itself_refuses_to_change_or_delete_a_revision(tmp_path: Path) -> None:
    Revisions(tmp_path / FILE).take_up(contents(), "one", BEGUN)
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        for statement in ("update revisions set at = '2020'", "delete from revisions"):
            with pytest.raises(sqlite3.IntegrityError, match="never"):
                connection.execute(statement)


@pytest.mark.parametrize("damage", ["garbage", "folder", "later"])
def test_where_history_cannot_be_kept_it_begins_anew_in_memory(tmp_path: Path, damage: str) -> None:
    path = tmp_path / FILE
    if damage == "garbage":
        path.write_bytes(os.urandom(9000))
    elif damage == "folder":
        path.mkdir()
    else:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("pragma user_version=99")
    revisions = Revisions(path)
    history = revisions.take_up(contents(), "one", BEGUN)
    assert history.at(BEGUN) == contents()
    later = revisions.take_up(with_form("letter"), "two", BEGUN + HOUR)
    assert later.born == BEGUN
    assert len(forms(later)) == 2
    assert len(forms(history)) == 1
    without = {id_: content for id_, content in contents().items() if id_ != "voa/kh-msg"}
    gone = revisions.take_up(without, "three", BEGUN)
    assert [at for at, _ in forms(gone)] == [BEGUN, BEGUN + HOUR, BEGUN + HOUR + MOMENT]


def test_a_roll_call_and_a_source_have_their_history_too(tmp_path: Path) -> None:
    revisions = Revisions(tmp_path / FILE)
    revisions.take_up(contents(), "one", BEGUN)
    call, source = shipped().votes[0], shipped().sources["voa"]
    moved = replace(call, meeting="A/PV.1"), replace(source, published=date(2022, 3, 5))
    history = revisions.take_up(contents() | {call.id: moved[0], source.id: moved[1]}, "two", BEGUN + HOUR)
    then, now = history.at(BEGUN), history.at(BEGUN + HOUR)
    assert (then[call.id], then[source.id]) == (call, source)
    assert (now[call.id], now[source.id]) == moved
    assert isinstance(now[call.id], RollCall)
    assert isinstance(now[source.id], Source)
