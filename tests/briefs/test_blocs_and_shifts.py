"""Blocs, shifts and issues in words, against a naive count over dictionaries of votes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction

import pytest

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending
from briefs.codebook import ActorKind, Length, VoteOption
from briefs.document import Bullets
from briefs.plain import plain
from briefs.proof import load_skeletons, verify
from briefs.records import RollCall
from briefs.rollcalls.matrix import family_of
from briefs.wording.bloc import percent
from tests.archives import article, imported, odd, shipped, wavering

TODAY = date(2026, 11, 24)
CAST = (VoteOption.FAVOUR, VoteOption.AGAINST, VoteOption.ABSTAINED)
BLOCS = tuple(actor.id for actor in shipped().register.actors.values() if actor.kind is ActorKind.BLOC)


def calls(archive: Archive, issue: str | None = None) -> list[RollCall]:
    """Every roll call on a whole text, oldest first, as a value."""
    rolls = archive.rolls
    return [rolls.call(n) for n in range(len(rolls.matrix)) if rolls.on(issue) >> n & 1]


def stood(archive: Archive, bloc: str, call: RollCall) -> dict[str, VoteOption]:
    """What the bloc's members of the day cast."""
    members = archive.register.actors[bloc].members_on(call.date)
    return {m: call.votes[m] for m in members if call.votes.get(m) in CAST}


def figures(archive: Archive, bloc: str, issue: str | None) -> tuple[int, int, Fraction, Counter[str], Counter[str]]:
    """Calls counted, united, the sum of the indexes, who broke ranks and who voted how often."""
    counted = united = 0
    index = Fraction()
    broke: Counter[str] = Counter()
    voted: Counter[str] = Counter()
    for call in calls(archive, issue):
        votes = stood(archive, bloc, call)
        groups = Counter(votes.values()).most_common()
        if len(votes) < 2:
            continue
        counted, united = counted + 1, united + (len(groups) == 1)
        index += (groups[0][1] - Fraction(len(votes) - groups[0][1], 2)) / len(votes)
        voted.update(votes.keys())
        if len(groups) == 1 or groups[0][1] > groups[1][1]:
            broke.update(member for member, vote in votes.items() if vote is not groups[0][0])
    return counted, united, index, broke, voted


def told(answer: Briefing) -> str:
    assert answer.ending is not Ending.WITHHELD, answer.reasons
    return plain(answer.document)


@pytest.mark.parametrize("make", [imported, wavering, odd, shipped])
@pytest.mark.parametrize("issue", [None, "palestine"])
def test_a_bloc_s_figures_are_those_of_a_naive_count(make: Callable[[], Archive], issue: str | None) -> None:
    archive = make()
    for bloc in BLOCS:
        counted, united, index, broke, voted = figures(archive, bloc, issue)
        text = told(briefing.bloc(archive, bloc, issue, TODAY, Length.LONG))
        if 0 < united < counted:
            assert f"In {united} of the {counted} roll calls ({round_half_up(united, counted)}%) held" in text
        if counted > 1 and united < counted:
            thousandths = (2000 * index / counted + 1) // 2
            assert f"(Hix, Noury and Roland) is {thousandths // 1000}.{thousandths % 1000:03}:" in text
        ranks = re.findall(r"\((\d+) of its (\d+) votes?, ([\d.]+) %\)", text)
        for part, whole, share in ranks:
            assert round_half_up(int(part), int(whole)) == share
        assert {(int(n), int(of)) for n, of, _ in ranks} <= {(broke[m], voted[m]) for m in broke}
        assert [int(n) for n, _, _ in ranks] == [n for _, n in broke.most_common(len(ranks))]


def round_half_up(part: int, whole: int) -> str:
    tenths = (2000 * part // whole + 1) // 2
    return f"{tenths // 10}.{tenths % 10}"


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(1, 8, "12.5%"), (1, 16, "6.3%"), (49, 400, "12.3%"), (1, 3, "33.3%"), (2, 3, "66.7%"), (1, 2000, "0.1%"),
     (3, 2000, "0.2%"), (1999, 2000, "100.0%"), (1, 4297, "0.0%"), (5, 5, "100.0%")],
)  # fmt: skip
def test_a_share_is_rounded_half_up_to_the_tenth(part: int, whole: int, shown: str) -> None:
    assert percent(part, whole) == shown


def test_nobody_who_broke_ranks_as_often_as_one_told_is_left_out() -> None:
    for bloc in BLOCS:
        broke = figures(wavering(), bloc, None)[3]
        for length in (Length.SHORT, Length.LONG):
            text = told(briefing.bloc(wavering(), bloc, None, TODAY, length))
            found = [int(n) for n in re.findall(r"\((\d+) of its \d+ votes?", text)]
            if found:
                assert len(found) == sum(n >= found[-1] for n in broke.values())


def test_the_newest_splits_are_told_newest_first() -> None:
    for bloc in BLOCS:
        split = [call for call in calls(wavering()) if len(set(stood(wavering(), bloc, call).values())) > 1]
        symbols = [wavering().text(call).symbol for call in reversed(split)]
        text = told(briefing.bloc(wavering(), bloc, None, TODAY, Length.LONG))
        assert re.findall(r"^• [^,]+, (\S+),", text, re.MULTILINE) == symbols[:10]


def test_a_bloc_s_unlisted_member_stands_among_those_without_a_vote_and_counts_nowhere_else() -> None:
    text = told(briefing.bloc(shipped(), "au", None, TODAY, Length.SHORT))
    counted, united, *_ = figures(shipped(), "au", None)
    assert united == 0
    assert f"In none of the {counted} roll calls" in text
    assert "of its 55 members" in text
    assert re.findall(r", (\d+) without a vote$", text, re.MULTILINE) == ["1", "1", "1"]


def test_the_membership_counts_from_its_last_change_before_the_day_asked_for() -> None:
    text = told(briefing.bloc(imported(), "asean", None, date(1998, 1, 1), Length.SHORT))
    assert "has been the same since 23 July 1997." in text
    assert "since 26 October 2025." in told(briefing.bloc(imported(), "asean", None, TODAY, Length.SHORT))


Moved = dict[tuple[str, str], dict[tuple[VoteOption, VoteOption], set[str]]]


def moved(archive: Archive, issue: str | None, since: date) -> Moved:
    """(symbol now, symbol before) → way → who, looked up vote by vote."""
    found: Moved = {}
    every = calls(archive)
    for now in calls(archive, issue):
        text = archive.text(now)
        family = family_of(text.title)
        same = [c for c in every if c.date < now.date and family and family_of(archive.text(c).title) == family]
        for member, vote in now.votes.items() if now.date >= since else ():
            before = next((c for c in reversed(same) if c.votes.get(member) in CAST), None)
            if before and vote in CAST and before.votes[member] is not vote:
                pair = found.setdefault((text.symbol, archive.text(before).symbol), {})
                pair.setdefault((before.votes[member], vote), set()).add(member)
    return found


@pytest.mark.parametrize("make", [imported, wavering, odd, shipped])
@pytest.mark.parametrize("since", [date(1900, 1, 1), date(1985, 11, 7)])
def test_shifts_are_those_of_a_naive_look_at_every_vote_before(make: Callable[[], Archive], since: date) -> None:
    archive = make()
    found = moved(archive, None, since)
    text = told(briefing.shifts(archive, None, since, TODAY, Length.LONG))
    votes = sum(len(who) for ways in found.values() for who in ways.values())
    assert often(text) == votes
    for now, before, ways in pairs(text):
        mine = found[now, before]
        assert sorted(len(who) for who in mine.values()) == sorted(
            int(n) for n in re.findall(r"(\d+) members? that", ways)
        )
    newest = list(dict.fromkeys(now for now, _ in found))[::-1][:10]
    assert list(dict.fromkeys(now for now, _, _ in pairs(text))) == newest


def often(text: str) -> int:
    found = re.search(r"voted (?:(once)|(twice)|([\d,]+) times) otherwise", text)
    if found is None:
        return 0
    return 1 if found[1] else 2 if found[2] else int(found[3].replace(",", ""))


def pairs(text: str) -> Iterator[tuple[str, str, str]]:
    for line in re.findall(r"^• (.*)$", text, re.MULTILINE):
        found = re.fullmatch(r"\d+ \w+ \d+, (\S+?), (?:.*, )?compared with (\S+) of \d+ \w+ \d+: (.*)", line)
        assert found, line
        yield found[1], found[2], found[3]


def test_a_shift_names_members_as_they_were_called_on_its_day() -> None:
    text = told(briefing.shifts(wavering(), None, date(1900, 1, 1), date(1992, 1, 1), Length.LONG))
    assert "Zaire" in text or "Czechoslovakia" in text or "Libyan Arab Jamahiriya" in text
    assert "Eswatini" not in text


def test_without_a_day_shifts_begin_a_year_before_the_newest_roll_call_on_the_issue() -> None:
    text = told(briefing.shifts(imported(), "iran-human-rights", None, TODAY, Length.SHORT))
    assert text.startswith("Shifts since 16 December 2019 · ")
    assert "Without a day to begin with" in text
    given = told(briefing.shifts(imported(), "iran-human-rights", date(2019, 12, 16), TODAY, Length.SHORT))
    assert "Without a day to begin with" not in given


def test_a_leap_day_s_year_before_begins_on_its_eve() -> None:
    from briefs.movements import _year_before

    assert _year_before(date(2020, 2, 29)) == date(2019, 2, 28)


def test_issues_are_told_with_what_is_held_on_each() -> None:
    text = told(briefing.issues(imported(), TODAY, Length.LONG))
    register = imported().register
    held = {issue: calls(imported(), issue) for issue in register.issues}
    for issue, on in held.items():
        line = next(line for line in text.splitlines() if line.startswith(f"• {register.issues[issue].title}"))
        assert (f": {len(on)} roll call" in line) is bool(on)
    number = sum(bool(on) for on in held.values())
    assert f"held on {number} of the {len(register.issues)} issues" in text


def test_without_any_record_no_figure_is_told() -> None:
    assert "No roll call is recorded" in told(briefing.bloc(article(), "asean", None, TODAY, Length.SHORT))
    assert "No roll call is recorded" in told(briefing.shifts(article(), None, None, TODAY, Length.SHORT))
    assert "Nothing is held on any of the" in told(briefing.issues(article(), date(1950, 1, 1), Length.SHORT))


def test_a_false_silence_over_roll_calls_is_refused() -> None:
    answer = briefing.bloc(article(), "asean", "ukraine-war", TODAY, Length.SHORT)
    brief = briefing.submission(answer.document, TODAY, ("asean", "ukraine-war"))
    assert verify(brief, article().as_of(TODAY), load_skeletons("en")) == ()
    for archive in (shipped(), imported()):
        assert verify(brief, archive.as_of(TODAY), load_skeletons("en")) != ()


def test_that_title_is_said_only_after_a_text_that_bears_it() -> None:
    """The second of two texts of one title names no title; on its own, or after another text, it says nothing true."""
    archive, skeletons = wavering().as_of(TODAY), load_skeletons("en")
    document = briefing.bloc(wavering(), "asean", "palestine", TODAY, Length.LONG).document
    asked = ("asean", "palestine")
    heading, bullets = document.blocks[1:3]
    assert isinstance(bullets, Bullets)
    first, second, *rest = bullets.lines
    assert "Question of Palestine" in first.text
    assert ", a text of that title: " in second.text
    other = briefing.bloc(wavering(), "asean", "iran-human-rights", TODAY, Length.LONG).document.blocks[2]
    assert isinstance(other, Bullets)
    for lines in ((second, first, *rest), (second, *rest), (other.lines[0], second, *rest)):
        blocks = (document.blocks[0], heading, Bullets(lines), *document.blocks[3:])
        brief = briefing.submission(document.with_blocks(blocks), TODAY, asked)
        assert verify(brief, archive, skeletons) != ()
    assert verify(briefing.submission(document, TODAY, asked), archive, skeletons) == ()
