"""A posted digest after its records changed: told anew and proved, or withdrawn; the note names every sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs import amending, briefing
from briefs.amending import NOTED, Amended, Window
from briefs.archive import Archive
from briefs.briefing import Ending
from briefs.changes import Change, Kind, Noted
from briefs.codebook import Length, State
from briefs.digests import Filter
from briefs.document import Document, Paragraph, say
from briefs.history import Revision
from briefs.plain import plain
from briefs.records import EventRecord
from briefs.tongues import LANGUAGES
from tests.archives import article
from tests.histories import Life, instants

AT = datetime(2022, 3, 4, 12, tzinfo=UTC)
LATER = AT + timedelta(days=30)
WINDOW = Window(AT - timedelta(hours=12), AT + timedelta(hours=13), Filter(), Length.SHORT)
RECORDED: Mapping[str, datetime] = dict.fromkeys(article().events, AT)
SANCTION, SPEECH = "voa/sg-sanct", "voa/kh-msg"


def changed(kind: Kind) -> Archive:
    """The article's records, one of which changed a month later."""
    life, events = Life(), dict(article().events)
    life.hold(article(), AT)
    match kind:
        case Kind.CORRECTED:
            made = replace(events[SANCTION], id="voa/sg-2", corrects=SANCTION, reason="a slip of the desk")
            events[made.id] = made
        case Kind.RETRACTED:
            events[SPEECH] = replace(events[SPEECH], state=State.RETRACTED, reason="Somebody else said it.")
        case Kind.GONE:
            del events[SPEECH]
        case _:
            events["voa/kh-asean"] = replace(events["voa/kh-asean"], form="letter")
    return life.hold(replace(article(), events=events), LATER)


def posted(language: str) -> Document:
    made = briefing.told(article(), language, lambda spoken: _digest(spoken))
    assert made.ending is Ending.ANSWERED, made.reasons
    return made.document


def _digest(spoken: Archive) -> briefing.Briefing:
    return briefing.digest_of_window(spoken, RECORDED, WINDOW.since, WINDOW.until, Filter(), Length.SHORT)


def amended(archive: Archive, language: str = "en", was: Sequence[Document] = ()) -> Amended:
    assert archive.history is not None
    changes = amending.recent(archive.history, AT, LATER)
    cites = {change.cite for change in changes}
    recorded = {**RECORDED, **{id_: LATER for id_ in archive.events if id_ not in RECORDED}}
    before = was or [posted(language)]
    return briefing.told(
        archive,
        language,
        lambda spoken: amending.amend(spoken, recorded, WINDOW, before, changes, cites, LATER.date()),
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", amending.AMENDING)
def test_what_is_told_anew_is_proved_in_every_language_and_says_that_it_was_corrected(
    kind: Kind, language: str
) -> None:
    found = amended(changed(kind), language)
    assert found.whole is not None, "proved"
    assert found.differs is (kind is not Kind.EDITED)
    first = found.whole.blocks[0]
    assert isinstance(first, Paragraph)
    assert "2022" in first.lines[0].text
    assert [line.template for line in found.whole.clauses()][-1] == f"changes-{kind.value}"
    assert found.whole.language == posted(language).language


def test_a_corrected_record_that_others_are_about_is_told_anew_with_them() -> None:
    life, events = Life(), dict(article().events)
    life.hold(article(), AT)
    move = "voa/kh-cospons"
    events["voa/move-2"] = replace(events[move], id="voa/move-2", corrects=move, reason="a slip")
    found = amended(life.hold(replace(article(), events=events), LATER))
    assert found.whole is not None
    told = [clause for clause in found.whole.clauses() if "voa/move-2" in clause.cites]
    assert [clause.text.startswith("3 March. Corrected 4 March 2022: Prime Minister Hun Sen") for clause in told] == [
        True
    ]


def test_the_note_names_every_sentence_that_went_and_every_new_one() -> None:
    found, was = amended(changed(Kind.RETRACTED)), posted("en")
    assert found.whole is not None
    before = {clause.text for clause in was.clauses()}
    now = {clause.text for clause in found.whole.clauses() if not clause.template.startswith("changes-")}
    note = plain(found.notes[0])
    for text in before - now:
        assert f"“{text}”" in note
    for text in now - before:
        assert text in note
    for text in now & before:
        assert text not in note


def test_shorter_notes_count_what_they_leave_out() -> None:
    notes = amended(changed(Kind.RETRACTED)).notes
    assert [len(plain(note)) for note in notes] == sorted((len(plain(note)) for note in notes), reverse=True)
    assert "more sentence" not in plain(notes[0])
    least = plain(notes[NOTED.index(0)])
    assert "8 more sentences changed." in least
    assert "Retracted on 3 April 2022: voa/kh-msg (VOA, 4 March 2022): Somebody else said it." in least


@pytest.mark.parametrize("kind", amending.AMENDING)
def test_the_fixed_words_say_what_happened_and_repeat_nothing_of_it(kind: Kind) -> None:
    [fixed] = amended(changed(kind)).withdrawn
    words = plain(fixed)
    assert "What it said is withdrawn." in words
    assert "3 April 2022" in words
    assert not any(clause.text in words for clause in posted("en").clauses())
    assert fixed.title == posted("en").title


def test_each_message_that_stood_has_fixed_words_under_its_own_title() -> None:
    was = [replace(posted("en"), title=f"A digest ({number}/2)") for number in (1, 2)]
    found = amended(changed(Kind.GONE), was=was)
    assert [one.title for one in found.withdrawn] == ["A digest (1/2)", "A digest (2/2)"]
    assert found.notes[0].title == "Correction: A digest"


def test_changes_are_named_alike_whoever_takes_them_up_and_apart_from_each_other() -> None:
    marks = [
        amending.mark(change)
        for kind in amending.AMENDING
        for archive in (changed(kind), changed(kind))
        if archive.history
        for change in amending.recent(archive.history, AT, LATER)
    ]
    assert len(marks) == 8
    assert len(set(marks)) == 4


def turns(*contents: str) -> list[Change]:
    """One record that is changed in its place to each of these in turn, an hour apart."""
    event = article().events[SPEECH]
    source = article().sources[event.source]
    return [
        Change(Kind.EDITED, at, Revision(SPEECH, at, made), made, source)
        for n, form in enumerate(contents, 1)
        for at, made in [(AT + timedelta(hours=n), replace(event, form=form))]
    ]


def noted_after(changes: Sequence[Change], *looks: int) -> list[Noted]:
    """What stands in the ledger of a process that looked after so many of these changes."""
    noted: list[Noted] = []
    for look in looks:
        marks = amending.marks(amending.unnoted(changes[:look], noted), noted)
        noted += [Noted(mark, changes[look - 1].at) for mark in marks]
    return noted


def test_a_turn_that_is_taken_again_is_another() -> None:
    changes = turns("b", "a", "b", "a")
    marks = [one.mark for one in noted_after(changes, 1, 2, 3, 4)]
    first, second = (amending.mark(change) for change in changes[:2])
    assert marks == [first, second, f"{first} 2", f"{second} 2"]
    assert [one.mark for one in noted_after(changes, 4)] == marks, "at once as one after the other"
    assert amending.unnoted(changes, noted_after(changes, 1, 2, 3, 4)) == ()


@given(
    st.lists(st.sampled_from("ab"), min_size=1, max_size=8).map(lambda forms: [one for one, _ in groupby(forms)]),
    st.data(),
)
def test_who_saw_less_of_what_came_between_notes_nothing_twice(forms: list[str], data: st.DataObject) -> None:
    """Another process looks less often, so that its history lacks some turns; it agrees on how it stands now."""
    changes = turns(*forms)
    seen = [change for change in changes[:-1] if data.draw(st.booleans())] + changes[-1:]
    noted = noted_after(changes, *range(1, len(changes) + 1))
    assert amending.unnoted(seen, noted) == ()
    assert amending.unnoted(changes, noted_after(seen, len(seen))) == ()


def test_what_happened_after_a_turn_that_ours_does_not_know_is_new() -> None:
    theirs, ours = turns("b", "c"), turns("x", "y", "b")[2:]
    assert amending.unnoted(ours, noted_after(theirs, 2)) == tuple(ours)
    assert amending.unnoted(turns("b"), noted_after(theirs, 2)) == (), "it lags behind"


def life_of(*contents: str | None) -> Archive:
    """One record that says each of these in turn, a day apart; None: it is gone."""
    life, archive = Life(), article()
    for n, form in enumerate(contents):
        events = {id_: event for id_, event in article().events.items() if id_ != SPEECH}
        if form is not None:
            events[SPEECH] = replace(article().events[SPEECH], form=form)
        archive = life.hold(replace(article(), events=events), AT + timedelta(days=n))
    return archive


def test_changes_have_one_name_in_every_history_and_their_turns_are_counted() -> None:
    every, last = life_of("a", None, "a", None).history, life_of("a", None).history
    assert every is not None
    assert last is not None
    first, again = (name for name in amending.named(every) if name.startswith("gone"))
    assert again == f"{first} 2"
    assert list(amending.named(last)) == [first]
    noted = {first: AT, again: AT + timedelta(days=2)}
    assert amending.news(every, noted) == noted
    assert amending.news(last, noted) == {first: noted[again]}, "who was away for the first knows the last"
    assert amending.news(last, {again: noted[again]}) == {first: noted[again]}, "nobody keeps the first any more"
    assert amending.news(every, {first: AT}) == {first: AT}, "the last is not noted yet"
    assert amending.news(every, {}) == {}


def test_a_chain_of_corrections_concerns_who_told_its_first() -> None:
    life, events = Life(), dict(article().events)
    life.hold(article(), AT)
    archive = article()
    for number in (2, 3):
        before = SANCTION if number == 2 else "voa/sg-2"
        made = replace(events[SANCTION], id=f"voa/sg-{number}", corrects=before, reason="a slip")
        events[made.id] = made
        archive = life.hold(replace(article(), events=dict(events)), AT + timedelta(days=number))
    assert archive.history is not None
    first, second = amending.recent(archive.history, AT, LATER)
    assert amending.concerning((first, second), {SANCTION}) == (first, second)
    assert amending.concerning((first, second), {SPEECH}) == ()
    assert amending.asked_for((first, second), [second]) == {"voa/sg-2", SANCTION}
    assert amending.asked_for((first, second), [first]) == {SANCTION}


@pytest.mark.parametrize(
    ("begun", "follows", "told"),
    [
        (AT - timedelta(days=1), Filter(), True),
        (AT - timedelta(days=1), Filter(actors=("KHM",)), True),
        (AT - timedelta(days=1), Filter(actors=("FRA",)), False),
        (AT + timedelta(hours=1), Filter(), False),
    ],
    ids=["all", "followed", "not followed", "not told before"],
)
def test_a_digest_tells_only_what_happened_to_what_earlier_ones_told(
    begun: datetime, follows: Filter, told: bool
) -> None:
    archive = changed(Kind.RETRACTED)
    window = Window(LATER - timedelta(days=1), LATER + timedelta(days=1), follows, Length.SHORT)
    found = amending.earlier(archive, RECORDED, instants(archive), window, begun)
    assert bool(found) is told
    assert amending.earlier(archive, RECORDED, instants(archive), replace(window, until=LATER), begun) == (), (
        "windows tile"
    )
    if told:
        quiet = briefing.Briefing(Document("Quiet", (Paragraph((say("Nothing."),)),)), Ending.QUIET)
        made = amending.with_corrections(quiet, archive, found, LATER.date())
        assert made.ending is Ending.ANSWERED
        assert "Retracted on 3 April 2022" in plain(made.document)


def test_what_was_backfill_is_no_correction_of_news() -> None:
    archive = changed(Kind.RETRACTED)
    window = Window(LATER - timedelta(days=1), LATER + timedelta(days=1), Filter(), Length.SHORT)
    late = dict.fromkeys(RECORDED, AT + timedelta(days=20))
    assert amending.earlier(archive, late, instants(archive), window, AT) == ()


def test_a_record_changed_in_its_place_is_no_line_of_a_digest() -> None:
    archive = changed(Kind.EDITED)
    window = Window(LATER - timedelta(days=1), LATER + timedelta(days=1), Filter(), Length.SHORT)
    assert amending.earlier(archive, RECORDED, instants(archive), window, AT - timedelta(days=1)) == ()


def test_what_no_archive_knows_amends_nothing() -> None:
    bare: EventRecord = article().events[SPEECH]
    assert bare.reason is None
    archive = changed(Kind.RETRACTED)
    assert archive.history is not None
    changes = amending.recent(archive.history, AT, LATER)
    other = replace(article(), history=None)
    found = amending.amend(other, RECORDED, WINDOW, [posted("en")], changes, (), LATER.date())
    assert (found.differs, found.whole, found.notes) == (False, None, ())
