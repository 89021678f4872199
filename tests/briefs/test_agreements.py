"""How alike states vote: the writer's bits against a plain count, and every figure told proved and attacked."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs import briefing
from briefs.agreements import agreements, tenths
from briefs.archive import Archive
from briefs.briefing import Ending
from briefs.codebook import Length, VoteOption
from briefs.plain import plain
from briefs.proof import Sentence, Submission, load_skeletons
from tests.archives import article, imported, odd, shipped, with_file
from tests.briefs import refusing
from tests.briefs.mutation import same_meaning, thinned
from tests.briefs.thinning import fewer

SKELETONS = load_skeletons("en")
TODAY = date(2026, 11, 23)
CAST = (VoteOption.FAVOUR, VoteOption.AGAINST, VoteOption.ABSTAINED)
SETS = (
    ("KHM", "VNM"), ("USA", "RUS"), ("FRA", "SSD"), ("BLR", "UKR"), ("KHM", "VNM", "LAO"), ("USA", "RUS", "CHN", "IND"),
    ("FRA", "GBR", "DEU", "ITA", "ESP"), ("KHM", "SSD", "TUV"), ("CSK", "RUS"), ("DDR", "CSK", "YUG"),
)  # fmt: skip
ISSUES = (None, "palestine", "iran-human-rights", "ukraine-war", "law-of-the-sea")


def compared(archive: Archive, actors: tuple[str, ...], issue: str | None, length: Length) -> Submission:
    answer = briefing.compare(archive, actors, issue, TODAY, length)
    assert answer.ending is not Ending.WITHHELD, answer.reasons
    return briefing.submission(answer.document, TODAY, (*actors, *([issue] if issue else [])))


def refused(brief: Submission, archive: Archive) -> bool:
    return refusing.refused(brief, archive.as_of(brief.as_of), SKELETONS)


def surviving(brief: Submission, archive: Archive, count: int) -> list[str]:
    """Mutants that pass. Asked as of another day on which the same is held, a brief says the same."""
    passed = [m for m in thinned(brief, count) if not refused(m.brief, archive) and not same_meaning(m, brief)]
    issue = next((word for word in brief.subject if word in archive.register.issues), None)
    same = archive.rolls.on(issue)
    return [
        f"{m.operator}: {m.place}"
        for m in passed
        if m.operator != "as-of" or archive.as_of(m.brief.as_of).rolls.on(issue) != same
    ]


@given(part=st.integers(0, 6000), more=st.integers(0, 6000))
def test_a_share_is_rounded_to_a_tenth_halves_up(part: int, more: int) -> None:
    whole = part + more or 1
    exact = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    assert Decimal(tenths(part, whole)) / 10 == exact


@pytest.mark.parametrize(("part", "whole", "share"), [(1, 8, 125), (1, 16, 63), (3, 16, 188), (1, 3, 333), (2, 3, 667)])
def test_halves_go_up(part: int, whole: int, share: int) -> None:
    assert tenths(part, whole) == share


@pytest.mark.parametrize("issue", ISSUES)
def test_figures_are_what_a_plain_count_gives(issue: str | None) -> None:
    """Call by call, from the votes as values."""
    archive = imported()
    rolls = archive.rolls
    on = [n for n in range(len(rolls.matrix)) if rolls.on(issue) >> n & 1]
    calls = [rolls.call(n) for n in on]
    for actors in SETS:
        held = agreements(archive, actors, issue)
        if issue == "ukraine-war":
            assert held is None, "all its calls are the records'"
            continue
        assert held is not None
        together = [c for c in calls if all(c.votes.get(a) in CAST for a in actors)]
        alike = [c for c in together if len({c.votes[a] for a in actors}) == 1]
        assert (held.calls.bit_count(), held.together.bit_count()) == (len(calls), len(together))
        assert held.alike.bit_count() == len(alike)
        assert [rolls.id_of(n) for n in held.differing] == [c.id for c in reversed(together) if c not in alike][:10]
        for pair, (one, other) in zip(held.pairs, combinations(actors, 2), strict=True):
            votes = [(c.votes.get(one), c.votes.get(other)) for c in calls]
            both = [(a, b) for a, b in votes if a in CAST and b in CAST]
            opposed = [v for v in both if set(v) == {VoteOption.FAVOUR, VoteOption.AGAINST}]
            assert (pair.one, pair.other) == (one, other)
            assert (pair.both, pair.alike) == (len(both), sum(a is b for a, b in both))
            assert pair.opposed == len(opposed)


def test_without_an_import_and_for_anybody_but_states_there_are_no_figures() -> None:
    assert agreements(shipped(), ("KHM", "VNM"), "ukraine-war") is None
    for other in ("asean", "hun-sen", "PSE", "cnrp"):
        assert agreements(imported(), ("KHM", other), "palestine") is None
    before = imported().as_of(date(1980, 1, 1))
    assert agreements(before, ("KHM", "VNM"), "palestine") is None


@pytest.mark.parametrize("archive", [imported, shipped])
def test_a_state_that_is_gone_was_no_member_and_is_never_said_to_have_no_vote(archive: Callable[[], Archive]) -> None:
    for other in ("KHM", "asean"):
        texts = [s.text for s in compared(archive(), ("CSK", other), "ukraine-war", Length.SHORT).sentences]
        cells = [text for text in texts if "· Czechoslovakia: " in text and "A/RES/ES-11/7 ·" in text]
        assert [cell.split(": ")[1] for cell in cells] == ["not a member then"]
        assert not any("Czechoslovakia: has no vote" in text for text in texts)


def test_today_s_sentence_stays_where_no_import_is_held() -> None:
    texts = [s.text for s in compared(shipped(), ("KHM", "VNM"), "ukraine-war", Length.LINE).sentences]
    assert len(texts) == 1
    assert texts[0].startswith("Both took part in 9 of 9 roll calls held; they cast the same vote in 2 (both abstained")


@cache
def small() -> tuple[tuple[Archive, tuple[str, ...], str | None], ...]:
    """Files of one call and of two, and two or three states for every way they can stand in them."""
    chosen = []
    states = ("KHM", "VNM", "LAO", "THA", "FRA", "RUS", "USA", "AUS", "SSD", "MNE", "CHN", "IND")
    for calls, issue in (((0,), "palestine"), ((6, 10), "palestine"), ((10,), None), ((1, 6), None)):
        archive = with_file(article(), calls)
        forms = set()
        for actors in (*combinations(states, 2), *combinations(states[:8], 3)):
            brief = compared(archive, actors, issue, Length.LINE)
            form = (len(actors), re.sub(r"[A-Z][a-z]+|\d+", "", brief.sentences[0].text))
            if form not in forms:
                forms.add(form)
                chosen.append((archive, actors, issue))
    return tuple(chosen)


def test_one_call_and_none_have_sentences_of_their_own() -> None:
    told = [compared(*asked, Length.LINE).sentences[0].text for asked in small()]
    ends = (
        "the 1 roll call held on this issue, and voted alike in it.", "and did not vote alike in it.",
        "one in favour and the other against.", "and did not all vote alike in it.", "both cast a vote.",
        "did not both cast a vote.", "all three cast a vote.", ". In 1 one voted in favour and the other against.",
    )  # fmt: skip
    assert [end for end in ends if not any(text.endswith(end) for text in told)] == []


@pytest.mark.parametrize("length", list(Length))
def test_mutants_of_small_files_are_refused(length: Length) -> None:
    survivors = []
    for archive, actors, issue in small():
        brief = compared(archive, actors, issue, length)
        survivors += surviving(brief, archive, fewer(25))
    assert survivors == []


@pytest.mark.parametrize("issue", ISSUES)
@pytest.mark.parametrize("actors", SETS, ids="-".join)
def test_mutants_of_figures_are_refused(actors: tuple[str, ...], issue: str | None) -> None:
    for length in Length:
        brief = compared(imported(), actors, issue, length)
        assert surviving(brief, imported(), fewer(60)) == []


@pytest.mark.parametrize("issue", [None, "palestine", "ukraine-war"])
@pytest.mark.parametrize("actors", SETS[:5], ids="-".join)
def test_every_other_number_is_refused(actors: tuple[str, ...], issue: str | None) -> None:
    brief = compared(imported(), actors, issue, Length.LONG)
    for place, sentence in enumerate(brief.sentences):
        for found in re.finditer(r"\d+", sentence.text) if sentence.cites else ():
            for other in {str(int(found[0]) + 1), str(max(int(found[0]) - 1, 0))} - {found[0]}:
                text = sentence.text[: found.start()] + other + sentence.text[found.end() :]
                assert refused(_changed(brief, place, replace(sentence, text=text)), imported()), text


def _changed(brief: Submission, place: int, sentence: Sentence) -> Submission:
    return replace(brief, sentences=(*brief.sentences[:place], sentence, *brief.sentences[place + 1 :]))


REWRITTEN = (
    (" held on this issue", " held"), (" held and", " held on this issue and"), ("voted alike", "voted otherwise"),
    ("Texts adopted without a vote are not counted.", "Texts adopted without a vote are counted."),
    ("halves up", "halves down"), (" alike (", " opposed ("), (" opposed", " abstained"), ("both cast", "cast"),
    (" in favour;", " against;"), (" abstained (", " in favour ("), ("; ", " and "), ("none did one", "1 did one"),
    ("). In ", "); in "),
)  # fmt: skip


@pytest.mark.parametrize(("old", "new"), REWRITTEN)
def test_other_words_are_refused(old: str, new: str) -> None:
    met = 0
    for actors, issue in product(SETS, (None, "palestine", "iran-human-rights")):
        brief = compared(imported(), actors, issue, Length.LONG)
        for place, sentence in enumerate(brief.sentences):
            if old in sentence.text and not (old == "; " and "opposed:" in sentence.text):
                met += 1
                text = sentence.text.replace(old, new, 1)
                assert refused(_changed(brief, place, replace(sentence, text=text)), imported()), text
    assert met


def test_the_actors_cannot_be_exchanged_for_others_and_nobody_is_left_out() -> None:
    brief = compared(imported(), ("KHM", "VNM", "LAO"), None, Length.LONG)
    for place, sentence in enumerate(brief.sentences):
        for old, new in (("Cambodia", "Thailand"), ("Vietnam", "Cambodia"), (" and Laos", "")):
            if sentence.cites and old in sentence.text:
                text = sentence.text.replace(old, new, 1)
                assert refused(_changed(brief, place, replace(sentence, text=text)), imported()), text


def test_a_newer_difference_cannot_be_left_out() -> None:
    brief = compared(imported(), ("KHM", "VNM"), None, Length.LONG)
    places = [n for n, s in enumerate(brief.sentences) if re.match(r"\d+ \w+ \d{4}, ", s.text)]
    assert len(places) > 2
    for place in places[:-1]:
        gone = brief.sentences[place].cites[0]
        fewer = replace(brief, sentences=(*brief.sentences[:place], *brief.sentences[place + 1 :]))
        notes = tuple(replace(n, records=tuple(r for r in n.records if r != gone)) for n in fewer.notes)
        cited = {cite for sentence in fewer.sentences for cite in sentence.cites}
        if gone not in cited:  # a record's call is cited by the figures as well
            assert refused(replace(fewer, notes=notes, paste=""), imported())


@pytest.mark.parametrize("name", ["imported", "odd"])
def test_states_are_called_as_on_the_day_where_they_differed(name: str) -> None:
    archive = {"imported": imported, "odd": odd}[name]()
    told = ""
    for day in (date(1984, 1, 1), date(1990, 12, 31), TODAY):
        for actors in (("RUS", "USA"), ("RUS", "FRA"), ("RUS", "CHN"), ("RUS", "IND"), ("RUS", "POL", "JPN")):
            answer = briefing.compare(archive, actors, None, day, Length.LONG)
            assert answer.ending is not Ending.WITHHELD, answer.reasons
            told += plain(answer.document)
    assert re.search(r"19\d\d, \S+: [^(]*the Soviet Union", told)
    assert not re.search(r"19[0-8]\d, \S+: [^(]*Russia ", told)


@pytest.mark.parametrize("other", ["asean", "PSE", "hun-sen"])
@pytest.mark.parametrize("length", list(Length))
def test_beside_an_import_others_than_states_are_compared_in_the_newest_calls(other: str, length: Length) -> None:
    for issue in ("palestine", "iran-human-rights", "law-of-the-sea", "ukraine-war", "climate"):
        brief = compared(imported(), ("KHM", other), issue, length)
        assert surviving(brief, imported(), fewer(15)) == []
