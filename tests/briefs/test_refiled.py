"""A voting file that tells a call otherwise than the one before: what that is, and what it makes of a posted digest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from briefs import amending, briefing
from briefs.amending import Amended, Window
from briefs.archive import Archive
from briefs.briefing import Ending
from briefs.changes import Change, Kind
from briefs.codebook import Length, VoteOption
from briefs.digests import Filter
from briefs.document import Document
from briefs.plain import plain
from briefs.proof import load_skeletons, verify
from briefs.rollcalls.imported import Imported
from briefs.rollcalls.refiled import altered
from briefs.tongues import LANGUAGES
from briefs.wording.catalogue import words
from briefs.wording.changes import tell_each
from tests.archives import article, with_file
from tests.histories import Life, instants

AT = datetime(2022, 3, 4, 12, tzinfo=UTC)
LATER = AT + timedelta(days=3)
WINDOW = Window(AT - timedelta(hours=12), AT + timedelta(hours=13), Filter(), Length.SHORT)
CALL, OTHER = "un-votes/1", "un-votes/2"
RECORDED = dict.fromkeys((CALL, OTHER), AT)
OPTIONS = {VoteOption.FAVOUR: 1, VoteOption.AGAINST: 2, VoteOption.ABSTAINED: 3, VoteOption.ABSENT: 4}


def file_of(
    at: datetime, votes: Mapping[str, VoteOption] | None = None, *, title: str = "", both: bool = True
) -> Archive:
    """The article beside a file of two calls, the first with these votes (and its totals as they come of them)."""
    held = with_file(article(), (7,))
    assert held.imported is not None
    [ballot], [row] = held.imported.ballots, held.imported.rows
    cells = bytearray(row)
    for seat, option in (votes or {}).items():
        cells[held.imported.members.index(seat)] = OPTIONS[option]
    totals = tuple(cells.count(cell) for cell in OPTIONS.values())
    first = ballot._replace(undl_id="1", day=date(2022, 3, 3), symbol="A/RES/80/1", totals=(*totals, sum(totals)))
    second = ballot._replace(undl_id="2", day=date(2022, 3, 3), symbol="A/RES/80/2", title=title or ballot.title)
    ballots, rows = ([first, second], [bytes(cells), row]) if both else ([first], [bytes(cells)])
    return replace(held, imported=replace(held.imported, ballots=ballots, rows=rows, issues={}, at=at))


def filed(archive: Archive) -> Imported:
    assert archive.imported is not None
    return archive.imported


def vote_of(archive: Archive, seat: str) -> VoteOption | None:
    call = archive.call(CALL)
    assert call is not None
    return call.votes.get(seat)


BEFORE = file_of(AT)
TURNED = VoteOption.AGAINST if vote_of(BEFORE, "KHM") is not VoteOption.AGAINST else VoteOption.FAVOUR


# --- what is told otherwise --------------------------------------------------------------------------------------


def test_another_vote_another_title_and_a_call_that_is_lacking_are_told_otherwise_and_nothing_else() -> None:
    now = file_of(LATER, {"KHM": TURNED})
    [(id_, call)] = altered(filed(BEFORE), filed(now)).items()
    assert id_ == CALL
    assert call.now is not None
    assert (call.before.votes["KHM"], call.now.votes["KHM"]) == (vote_of(BEFORE, "KHM"), TURNED)
    assert call.source.id == CALL
    assert list(altered(filed(BEFORE), filed(file_of(LATER, title="Another title")))) == [OTHER]
    [(gone, lacking)] = altered(filed(BEFORE), filed(file_of(LATER, both=False))).items()
    assert (gone, lacking.now) == (OTHER, None)
    assert altered(filed(file_of(AT, both=False)), filed(BEFORE)) == {}, "a further call"


def test_members_in_another_order_are_the_same_votes() -> None:
    file = filed(BEFORE)
    turned = replace(file, members=list(file.members)[::-1], rows=[bytes(row)[::-1] for row in file.rows])
    assert altered(file, turned) == {}


# --- what that makes of a digest ---------------------------------------------------------------------------------


def lived(*archives: Archive) -> Archive:
    life, last = Life(), archives[0]
    life.hold(article(), AT - timedelta(days=1))
    for archive in archives:
        last = life.hold(archive, filed(archive).at)
    return last


def changes_of(archive: Archive) -> tuple[Change, ...]:
    assert archive.history is not None
    return amending.recent(archive.history, AT, LATER + timedelta(days=9))


def posted(language: str = "en") -> Document:
    def tell(spoken: Archive) -> briefing.Briefing:
        return briefing.digest_of_window(spoken, RECORDED, WINDOW.since, WINDOW.until, Filter(), Length.SHORT)

    made = briefing.told(BEFORE, language, tell)
    assert made.ending is Ending.ANSWERED, made.reasons
    return made.document


def amended(archive: Archive, language: str = "en") -> Amended:
    changes = changes_of(archive)
    cites = {change.cite for change in changes}
    was = [posted(language)]
    return briefing.told(
        archive,
        language,
        lambda spoken: amending.amend(spoken, RECORDED, WINDOW, was, changes, cites, LATER.date()),
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("both", [True, False], ids=["another vote", "lacking"])
def test_a_digest_on_it_is_told_anew_from_the_newer_file_and_proved(language: str, both: bool) -> None:
    now = lived(BEFORE, file_of(LATER, {"KHM": TURNED} if both else None, both=both))
    [change] = changes_of(now)
    assert change.kind is (Kind.EDITED if both else Kind.GONE)
    found = amended(now, language)
    assert found.whole is not None, "proved"
    assert found.differs
    assert [line.template for line in found.whole.clauses()][-1] == f"changes-{change.kind.value}"


def test_the_note_says_what_was_told_and_what_is_told_now() -> None:
    note = plain(amended(lived(BEFORE, file_of(LATER, {"KHM": TURNED}))).notes[0])
    assert "Changed in place on 7 March 2022: un-votes/1 (UN Digital Library, 3 March 2022)" in note
    was = next(clause.text for clause in posted().clauses() if CALL in clause.cites)
    assert f"“{was}”" in note


def test_a_title_that_no_sentence_tells_amends_nothing() -> None:
    assert not amended(lived(BEFORE, file_of(LATER, title="Territorial integrity of Ukraine : resolution"))).differs


def test_a_file_that_has_the_votes_of_before_again_turns_it_back() -> None:
    again = lived(BEFORE, file_of(LATER, {"KHM": TURNED}), file_of(LATER + timedelta(days=1)))
    there, back = changes_of(again)
    assert (there.revision.id, back.revision.id) == (CALL, CALL)
    assert amending.mark(there) != amending.mark(back)
    assert not amended(again).differs


def test_a_call_that_comes_back_otherwise_is_known_with_what_it_was() -> None:
    files = (file_of(AT), file_of(LATER, both=False), file_of(LATER + timedelta(days=1)),
             file_of(LATER + timedelta(days=2), title="Another title"))  # fmt: skip
    archive = lived(*files)
    assert archive.history is not None
    assert [revision.content is None for revision in archive.history.revisions_of(OTHER)] == [False, True, False, False]
    assert archive.history.page_of(OTHER) is not None
    assert archive.history.page_of(CALL) is None
    assert [change.kind for change in changes_of(archive)] == [Kind.GONE, Kind.EDITED]


# --- the next digest ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "follows", "told"),
    [
        (file_of(LATER, {"KHM": TURNED}), Filter(), True),
        (file_of(LATER, {"KHM": TURNED}), Filter(issues=("gaza-war",)), False),
        (file_of(LATER, title="Another title"), Filter(), False),
        (file_of(LATER, both=False), Filter(), True),
        (file_of(LATER, both=False), Filter(actors=("KHM",)), True),
        (file_of(LATER, both=False), Filter(issues=("gaza-war",)), False),
    ],
    ids=["another vote", "not followed", "another title", "lacking", "lacking, followed", "lacking, not followed"],
)
def test_a_digest_has_a_line_on_votes_that_earlier_ones_told_otherwise(
    file: Archive, follows: Filter, told: bool
) -> None:
    archive = lived(BEFORE, file)
    window = Window(LATER - timedelta(days=1), LATER + timedelta(days=1), follows, Length.SHORT)
    found = amending.earlier(archive, RECORDED, instants(archive), window, AT - timedelta(days=1))
    assert bool(found) is told
    if told:
        quiet = briefing.digest_of_window(archive, RECORDED, window.since, window.until, follows, Length.SHORT)
        made = amending.with_corrections(quiet, archive, found, LATER.date() + timedelta(days=1))
        assert made.ending is Ending.ANSWERED, "proved"
        assert "UN Digital Library, 3 March 2022" in plain(made.document)


# --- what is proved of it ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "false"),
    [
        ("Changed in place on", "No longer held since"),
        ("on 7 March 2022", "on 8 March 2022"),
        ("3 March 2022)", "4 March 2022)"),
        ("UN Digital Library", "VOA"),
        (CALL, OTHER),
    ],
)
def test_a_line_that_says_otherwise_than_the_files_is_refused(told: str, false: str) -> None:
    archive = lived(BEFORE, file_of(LATER, {"KHM": TURNED}))
    day, changes = LATER.date(), changes_of(archive)
    document = tell_each(archive.as_of(day), changes, day, words("en"))
    brief = briefing.submission(document, day, ("changes", day.isoformat()))
    assert verify(brief, archive.as_of(day), load_skeletons("en")) == ()
    [line] = brief.sentences
    assert told in line.text
    lie = replace(line, text=line.text.replace(told, false))
    assert verify(replace(brief, sentences=(lie,)), archive.as_of(day), load_skeletons("en"))


def test_what_no_file_altered_is_no_revision() -> None:
    archive = lived(BEFORE, file_of(LATER, {"KHM": TURNED}))
    day, changes = LATER.date(), changes_of(archive)
    brief = briefing.submission(tell_each(archive, changes, day, words("en")), day, ("changes", day.isoformat()))
    [line] = brief.sentences
    [cite] = line.cites
    for false in (cite.replace(CALL, OTHER), cite.replace("2022-03-07", "2022-03-06")):
        claim = replace(line, cites=(false,))
        assert verify(replace(brief, sentences=(claim,)), archive.as_of(day), load_skeletons("en"))
