"""The digest of a day on which the imported file holds roll calls: a handful, the number of the rest, nothing false."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Ending
from briefs.codebook import Length
from briefs.digests import Filter
from briefs.proof import Sentence, Submission, load_skeletons
from tests.archives import crowded, imported
from tests.briefs import refusing
from tests.briefs.mutation import same_meaning, thinned

SKELETONS = load_skeletons("en")
DAY = date(1990, 12, 10)
BUSY = (20, 40)


def digest(archive: Archive, day: date, length: Length, follows: Filter | None = None) -> Submission:
    answer = briefing.digest_of_day(archive, day, follows or Filter(), length)
    assert answer.ending is not Ending.WITHHELD, answer.reasons
    filters = (*follows.actors, *follows.issues) if follows else ()
    return briefing.submission(answer.document, day + timedelta(days=1), ("digest", *filters))


def refused(brief: Submission, archive: Archive) -> bool:
    return refusing.refused(brief, archive.as_of(brief.as_of), SKELETONS)


def changed(brief: Submission, place: int, sentence: Sentence) -> Submission:
    return replace(brief, sentences=(*brief.sentences[:place], sentence, *brief.sentences[place + 1 :]))


@pytest.mark.parametrize("many", [1, 5, 6, 20, 40])
@pytest.mark.parametrize("length", [Length.SHORT, Length.LONG])
def test_calls_told_and_calls_counted_are_all_there_are(many: int, length: Length) -> None:
    brief = digest(crowded(many), DAY, length)
    told = [sentence for sentence in brief.sentences if " voted on " in sentence.text]
    more = [sentence for sentence in brief.sentences if "more roll call" in sentence.text]
    assert len(told) == min(many, 5 if length is Length.SHORT else 25)
    counted = int(more[0].text.split(" ")[0]) if more else 0
    assert len(told) + counted == many
    assert len(more) == (many > len(told))
    assert all(sentence.cites == ("un-votes",) for sentence in more)


def test_whole_texts_come_before_parts_and_parts_are_told_as_parts() -> None:
    texts = [sentence.text for sentence in digest(crowded(20), DAY, Length.LONG).sentences]
    parts = [place for place, text in enumerate(texts) if "on a part of" in text]
    assert parts == list(range(15, 20))


def test_a_record_s_call_is_told_before_the_file_s_and_once() -> None:
    brief = digest(imported(), date(2014, 3, 27), Length.LONG)  # A/RES/68/262 stands in both
    assert sum("A/RES/68/262" in sentence.text for sentence in brief.sentences if " voted on " in sentence.text) == 1


@pytest.mark.parametrize("many", BUSY)
@pytest.mark.parametrize("length", list(Length))
def test_mutants_of_a_crowded_day_are_refused(many: int, length: Length) -> None:
    brief = digest(crowded(many), DAY, length)
    assert not refused(brief, crowded(many))
    made = [m for m in thinned(brief, 40) if m.brief.as_of <= brief.as_of]  # asked twenty years on, it says the same
    passed = [m for m in made if not refused(m.brief, crowded(many)) and not same_meaning(m, brief)]
    assert [f"{mutant.operator}: {mutant.place}" for mutant in passed] == []


@pytest.mark.parametrize("day", [DAY, date(1990, 12, 6), date(2019, 12, 18), date(2020, 12, 16)], ids=str)
def test_every_other_number_is_refused(day: date) -> None:
    for archive in (imported(), crowded(40)) if day == DAY else (imported(),):
        brief = digest(archive, day, Length.SHORT)
        for place, sentence in enumerate(brief.sentences):
            for found in re.finditer(r"\d+", sentence.text):
                for other in (int(found[0]) + 1, max(int(found[0]) - 1, 0), int(found[0]) * 10):
                    text = sentence.text[: found.start()] + str(other) + sentence.text[found.end() :]
                    if text != sentence.text:
                        assert refused(changed(brief, place, Sentence(text, sentence.cites)), archive), text


def test_a_part_is_never_told_as_the_text_nor_a_text_as_a_part() -> None:
    archive = crowded(20)
    brief = digest(archive, DAY, Length.LONG)
    for place, sentence in enumerate(brief.sentences):
        if " on a part of A/" in sentence.text:
            symbol = sentence.text.split("part of ")[1].split(":")[0]
            text = sentence.text.replace(f"a part of {symbol}", f"{symbol}, The situation in the Middle East")
        else:
            text = re.sub(r"on (A/RES/45/\d+), [^:]*", r"on a part of \1", sentence.text)
        if " voted on " in sentence.text:
            assert text != sentence.text
            assert refused(changed(brief, place, Sentence(text, sentence.cites)), archive), text


def test_absent_members_are_not_told_where_the_file_leaves_them_out() -> None:
    archive = crowded(20)
    brief = digest(archive, DAY, Length.LONG)
    ends = [s.text.rsplit("abstentions", 1)[1] for s in brief.sentences if " voted on " in s.text]
    assert ends.count(".") == 6
    assert len(set(ends)) == 2
    told = next(end for end in ends if end != ".")
    for place, sentence in enumerate(brief.sentences):
        if " voted on " in sentence.text:
            head, end = sentence.text.rsplit("abstentions", 1)
            text = f"{head}abstentions{told if end == '.' else '.'}"
            assert refused(changed(brief, place, Sentence(text, sentence.cites)), archive), text


def test_the_rest_is_counted_after_what_is_told_and_no_sentence_may_be_left_out_before_it() -> None:
    archive = crowded(40)
    brief = digest(archive, DAY, Length.SHORT)
    assert refused(replace(brief, sentences=brief.sentences[1:]), archive)
    assert refused(replace(brief, sentences=(brief.sentences[-1], *brief.sentences[:-1])), archive)


@pytest.mark.parametrize(
    ("follows", "quiet"),
    [
        (Filter(issues=("middle-east",)), False),
        (Filter(issues=("palestine",)), True),
        (Filter(actors=("KHM",)), False),
        (Filter(actors=("SSD",)), True),
        (Filter(actors=("asean",)), False),
        (Filter(actors=("KHM",), issues=("palestine",)), True),
    ],
    ids=["its issue", "another issue", "a member", "no member then", "a bloc", "a member on another issue"],
)
def test_a_day_s_calls_are_told_where_they_are_followed(follows: Filter, quiet: bool) -> None:
    brief = digest(imported(), DAY, Length.SHORT, follows)
    assert ("Nothing followed here" in brief.sentences[0].text) is quiet


def test_a_quiet_day_is_refused_once_the_file_holds_a_vote_of_that_day() -> None:
    day = date(1990, 12, 9)
    quiet = digest(imported(), day, Length.SHORT)
    assert "Nothing is recorded" in quiet.sentences[0].text
    archive = crowded(1)
    assert archive.imported is not None
    moved = [ballot._replace(day=day) for ballot in archive.imported.ballots]
    busy = replace(archive, imported=replace(archive.imported, ballots=moved))
    assert refused(quiet, busy)
