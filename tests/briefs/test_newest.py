"""Of more than a brief can tell: the newest, whatever turned, and an honest count of the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending, submission
from briefs.codebook import Length
from briefs.newest import LEAST, TOLD
from briefs.plain import plain
from briefs.positions import trace
from briefs.proof import Sentence, load_skeletons, verify
from briefs.proof.queries import KINDS, Query, found, recorded
from briefs.tongues import told_in
from briefs.wording.position import ISSUES
from tests.archives import ISSUES as HELD
from tests.archives import busy, shipped, specimens

TODAY = date(2026, 1, 1)
SKELETONS = load_skeletons("en")


def asked(issue: str | None, length: Length) -> Briefing:
    answer = briefing.position(busy(), "KHM", issue, TODAY, length)
    assert answer.ending is Ending.ANSWERED, answer.reasons
    return answer


def told(answer: Briefing) -> set[str]:
    return {cite for clause in answer.document.clauses() for cite in clause.cites if "/" in cite}


def own(issue: str | None = None) -> set[str]:
    events = busy().events.values()
    return {e.id for e in events if "KHM" in e.by and issue in (None, e.issue)}


@pytest.mark.parametrize("length", [Length.SHORT, Length.LONG])
def test_of_many_issues_the_newest_are_told_and_the_other_records_counted(length: Length) -> None:
    answer = asked(None, length)
    headed = {busy().register.issues[issue].title for issue in HELD[: ISSUES[length]]}
    assert headed <= {line.text for line in answer.document.lines()}
    rest = len(own() - told(answer))
    assert f"{rest} more records of acts and votes by Cambodia are held. Ask about one issue" in plain(answer.document)


@pytest.mark.parametrize("length", [Length.SHORT, Length.LONG])
def test_of_many_records_on_an_issue_the_newest_are_told_and_the_others_counted(length: Length) -> None:
    answer = asked(HELD[0], length)
    rest = len(own(HELD[0]) - told(answer))
    on = busy().register.issues[HELD[0]].title
    assert f"{rest} more records of acts and votes by Cambodia on {on} are held. Ask as of" in plain(answer.document)


def test_the_work_and_the_length_do_not_grow_with_the_archive() -> None:
    assert len(told(asked(None, Length.LONG))) <= 2 * ISSUES[Length.LONG] * (LEAST + 1)
    assert len(told(asked(HELD[0], Length.LONG))) <= TOLD + 4


@pytest.mark.parametrize("issue", [None, HELD[0]])
def test_a_turn_is_told_however_old(issue: str | None) -> None:
    assert {"wire/later", "wire/earlier"} <= told(asked(issue, Length.LONG))


def test_an_issue_on_which_it_turned_or_its_opposition_acted_is_told_however_old() -> None:
    assert {"wire/turned", "wire/was", "wire/party"} <= told(asked(None, Length.LONG))
    headings = {line.text for line in asked(None, Length.SHORT).document.lines()}
    assert {busy().register.issues[issue].title for issue in HELD[-2:]} <= headings


def test_where_all_is_told_nothing_is_counted() -> None:
    for length in Length:
        assert "more record" not in plain(asked(HELD[1], length).document)
        assert "more record" not in plain(briefing.position(shipped(), "KHM", None, TODAY, length).document)


@pytest.mark.parametrize("issue", [None, HELD[0]])
def test_any_other_count_is_refused(issue: str | None) -> None:
    answer = asked(issue, Length.LONG)
    brief = submission(answer.document, TODAY, ("KHM", *([issue] if issue else HELD)))
    assert verify(brief, busy(), SKELETONS) == ()
    (place,) = (n for n, sentence in enumerate(brief.sentences) if " more record" in sentence.text)
    true = brief.sentences[place]
    number = true.text.split(" ")[0]
    other = None if issue else HELD[0]
    wrong = str(len(own(other) - told(answer)))
    wide = f"query:records?actor=KHM&issue={other}" if other else "query:records?actor=KHM"
    for text, cites in (
        (true.text.replace(number, str(int(number) - 1), 1), true.cites),
        (true.text.replace(number, str(int(number) + 1), 1), true.cites),
        (true.text.replace("Cambodia", "Laos"), true.cites),
        (true.text.replace(number, wrong, 1), (wide,)),
        (true.text, ("query:records?actor=LAO",)),
        (true.text, (f"query:records?actor=KHM&issue={HELD[1]}",)),
        (true.text, ()),
    ):
        changed = (*brief.sentences[:place], Sentence(text, cites), *brief.sentences[place + 1 :])
        assert verify(replace(brief, sentences=changed), busy(), SKELETONS) != (), text


COUNTED = [
    ("fr", "{n} autres actes ou votes du Cambodge sont au dossier.", None),
    (
        "fr",
        "{n} autres actes ou votes du Cambodge sur la guerre de la Russie contre l'Ukraine sont au dossier.",
        HELD[0],
    ),
    ("es", "En el archivo constan {n} actos o votos más de Camboya.", None),
    ("es", "En el archivo constan {n} actos o votos más de Camboya sobre la guerra de Rusia contra Ucrania.", HELD[0]),
]


@pytest.mark.parametrize(("language", "text", "issue"), COUNTED)
def test_the_count_is_proved_in_other_languages_and_any_other_is_refused(
    language: str, text: str, issue: str | None
) -> None:
    archive, signed = told_in(busy(), language), load_skeletons(language)
    brief = submission(asked(issue, Length.SHORT).document, TODAY, ("KHM", *([issue] if issue else [])))
    query = f"query:records?actor=KHM&issue={issue}" if issue else "query:records?actor=KHM"
    for n, refused in ((len(own(issue)), False), (len(own(issue)) - 1, True)):
        line = Sentence(text.format(n=n), (query,))
        objections = verify(replace(brief, sentences=(line,)), archive, signed)
        assert any(objection.sentence == line.text for objection in objections) is refused


def test_a_line_that_is_not_shown_does_not_move_the_year_of_those_that_are() -> None:
    """Of each issue the newest act alone is told; the older ones, of other years, were written and thrown away, and the
    next issue's day then stood without its year: the answer was withheld."""
    words = plain(asked(None, Length.LINE).document)
    assert "2025" in words
    assert "2024" in words


def test_a_query_about_an_actor_finds_what_a_look_at_every_record_finds() -> None:
    for archive in (busy(), specimens()):
        kinds = [kind for kind, held in KINDS.items() if held.needs == ("actor",)]
        for kind, actor in product(kinds, ("KHM", "RUS", "USA", "LAO", "cnrp", "asean", "hun-sen")):
            query = Query(kind, {"actor": actor})
            every = [e.id for e in archive.published if KINDS[kind].event(archive, e, query.keys)]
            assert [id_ for id_ in found(archive, query) if id_ in archive.events] == every


def test_what_is_kept_of_a_query_is_what_it_finds_among_the_records() -> None:
    for archive, actor, issue in product((busy(), shipped()), ("KHM", "RUS", "LAO", "cnrp"), (None, *HELD[:3])):
        query = Query("records", {"actor": actor, "issue": issue} if issue else {"actor": actor})
        ids = {id_ for id_ in found(archive, query) if id_ in archive.events or id_ in archive.rollcalls}
        assert recorded(archive, query) == recorded(archive, query) == ids


@pytest.mark.parametrize("archive", [busy, shipped, specimens])
def test_a_position_is_that_of_a_look_at_every_record_of_the_issue(
    archive: Callable[[], Archive], monkeypatch: pytest.MonkeyPatch
) -> None:
    held = archive()
    asked = list(product(held.register.actors, (None, *held.register.issues)))
    near = [trace(held, actor, issue) for actor, issue in asked]
    assert sum(not position.empty for position in near) > 3
    monkeypatch.setattr("briefs.positions._telling", lambda held, _, issue: [*reversed(held.on_issue.get(issue, ()))])
    assert near == [trace(held, actor, issue) for actor, issue in asked]
