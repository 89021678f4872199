"""What was known when, from outside: records change on disk, and the answers of before can still be had."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.contract import Outcome, Reply, Request
from bot.archives import Shelves, history_file
from bot.asked import NotBoundError
from bot.binding import bind
from bot.catalogue import catalogue
from bot.commands import Desk, Held
from bot.config import NamePolicy
from briefs.plain import plain
from tests.archives import RECORDS
from tests.bot.shell import dateline

BEGUN = datetime(2026, 3, 5, 9, tzinfo=UTC)
DAY = timedelta(days=1)
VOA = "voa-2022-03-04.yaml"


class Kept:
    """A folder of records under a clock that tests set, read as a running Dateline reads it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.now = folder / "records", BEGUN
        self.folder.mkdir()
        shutil.copy(RECORDS / "events" / VOA, self.folder / VOA)
        self.shelves = Shelves((self.folder,), folder / "data", NamePolicy(), lambda: self.now)
        self.desk = Desk(self.shelves.open(), lambda: self.now)

    def write(self, change: Callable[[str], str], name: str = VOA) -> None:
        """Change the file, a day later."""
        self.now += DAY
        file = self.folder / name
        file.write_text(change(file.read_text("utf-8")), "utf-8")
        os.utime(file, (self.now.timestamp(), self.now.timestamp()))
        held = self.shelves.changed()
        assert isinstance(held, Held)
        self.desk.swap(held)

    def ask(self, command: str, line: str) -> str:
        return plain(self.reply(command, line).document)

    def reply(self, command: str, line: str) -> Reply:
        return self.desk.answer_now(Request(command, line=line))


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path)


def without_footer(answer: str) -> str:
    return answer.partition("\nSources to")[0]


def test_an_answer_of_before_can_be_had_after_a_record_was_edited_in_its_place(kept: Kept) -> None:
    before = kept.ask("position", "cambodia long as of 2022-03-04")
    kept.write(
        lambda text: text.replace("141", "140").replace("voted: 181", "voted: 180").replace("absent: 12", "absent: 13")
    )
    kept.now += DAY
    after = kept.ask("position", "cambodia long as of 2022-03-04")
    assert "140" in after
    assert "140" not in before
    as_known = kept.ask("position", "cambodia long as of 2022-03-04 as known on 5 march 2026")
    assert without_footer(as_known) == without_footer(before)
    assert "as known on 5 Mar 2026" in as_known
    today = kept.ask("position", "cambodia long as of 2022-03-04 --known today")
    assert today == after, "what is known now is what is told"


def test_a_retracted_record_is_told_as_known_before_it_was_retracted(kept: Kept) -> None:
    before = kept.ask("event", "voa/kh-msg")
    kept.write(
        lambda text: text.replace("- id: kh-msg\n", "- id: kh-msg\n  state: retracted\n  reason: another said it\n")
    )
    assert kept.ask("event", "voa/kh-msg") != before
    assert without_footer(kept.ask("event", "voa/kh-msg --known 2026-03-05")) == without_footer(before)


LINES = {
    "voters": "a/res/es-11/1 against", "vote": "a/res/es-11/1", "event": "a/res/es-11/1", "bloc": "asean",
    "compare": "cambodia, vietnam", "digest": "2022-03-03", "position": "cambodia", "timeline": "cambodia",
    "find": "cease-fire", "source": "voa/kh-msg",
}  # fmt: skip


def test_every_command_that_rests_on_records_takes_what_was_known_when(kept: Kept) -> None:
    for command in catalogue():
        if command.name in ("help", "glossary"):
            continue
        assert "known" in [param.name for param in command.params], command.name
        reply = kept.reply(command.name, f"{LINES.get(command.name, '')} --known 2026-03-04")
        assert reply.outcome not in (Outcome.WITHHELD, Outcome.USAGE, Outcome.UNKNOWN), command.name
        assert "as known on 4 Mar 2026" in reply.document.footer or not list(reply.document.clauses()), command.name


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("cambodia --known 2026-03-04", "2026-03-04T23:59:59.999999+00:00"),
        ("cambodia as known on 4 march 2026 ukraine", "2026-03-04T23:59:59.999999+00:00"),
        ("cambodia known by 2026-03-04 as of 2022-03-04", "2026-03-04T23:59:59.999999+00:00"),
        ("cambodia --known=2026-03-04T10:30Z", "2026-03-04T10:30:00+00:00"),
        ("cambodia --known today", None),
        ("cambodia", None),
    ],
)
def test_the_instant_is_bound_wherever_it_stands(kept: Kept, line: str, known: str | None) -> None:
    asked = bind(Request("position", line=line), kept.desk.held.shelf, kept.desk.today())
    assert (asked.known.isoformat() if asked.known else None) == known
    assert asked.actors == ("KHM",)


@pytest.mark.parametrize("line", ["--known 2026-03-06", "--known 2026-02-30", "--known nonsense", "--known"])
def test_an_instant_that_is_none_is_told(kept: Kept, line: str) -> None:
    with pytest.raises(NotBoundError) as told:
        bind(Request("position", line=f"cambodia {line}"), kept.desk.held.shelf, kept.desk.today())
    assert told.value.reply.outcome is Outcome.USAGE


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("", "26 February 2026"),
        ("since 2026-03-03", "3 March 2026"),
        ("2 march 2026 short", "2 March 2026"),
        ("2015 line", "1 January 2015"),
        ("--since 2026-03-04 --known 2026-03-04", "4 March 2026"),
    ],
)
def test_changes_begin_a_week_before_or_on_the_day_asked_for(kept: Kept, line: str, first: str) -> None:
    assert kept.reply("changed", line).document.title == f"Changes since {first}"


@pytest.mark.parametrize("line", ["cambodia", "since nonsense", "2027-01-01"])
def test_changes_take_a_day_and_nothing_else(kept: Kept, line: str) -> None:
    assert kept.reply("changed", line).outcome in (Outcome.USAGE, Outcome.UNKNOWN)


def test_changes_are_told_as_files_change(kept: Kept) -> None:
    assert "Nothing was added" in kept.ask("changed", "since 2026-03-01 line")
    kept.write(lambda text: text.replace("form: unilateral", "form: joint"))
    told = kept.ask("changed", "since 2026-03-01")
    assert "Changed in place on 6 March 2026: voa/sg-sanct (VOA, 4 March 2022)" in told
    assert "This archive began on 5 March 2026 with 9 records." in told


def test_an_instant_still_to_come_is_now(kept: Kept) -> None:
    assert kept.ask("position", "cambodia --known 2026-03-05T23:00Z") == kept.ask("position", "cambodia")


def test_an_offer_keeps_what_was_known_when(kept: Kept) -> None:
    assert "--known 2026-03-04" in kept.ask("position", "korea --known 2026-03-04")
    assert "--known 2026-03-04T10:30:00+00:00" in kept.ask("position", "korea --known 2026-03-04T10:30Z")


def test_what_one_set_of_folders_held_is_no_history_of_another(tmp_path: Path) -> None:
    assert history_file(()) == "revisions.db"
    names = {history_file(chosen) for chosen in ((), (tmp_path,), (tmp_path / "a",), (tmp_path, tmp_path / "a"))}
    assert len(names) == 4
    assert history_file((tmp_path / "a", tmp_path)) == history_file((tmp_path, tmp_path / "a"))


def test_json_says_as_known_when_only_where_that_was_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_DATA", str(tmp_path / "data"))
    done = dateline("ask", "position", "cambodia", "--known", "2022-03-05", "--json")
    assert done.returncode == 3, done.stderr
    assert json.loads(done.stdout)["known"] == "2022-03-05T23:59:59.999999+00:00"
    done = dateline("digest", "2022-03-03", "--known", "yesterday", "--json")
    assert done.returncode == 0, done.stderr
    assert "known" in json.loads(done.stdout)
