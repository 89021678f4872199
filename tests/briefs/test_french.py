"""French: tables that are whole, briefs that are all proved, sentences that are all met, and never a second language.

What French has no words for yet makes a brief English, with a line that says so: that is tested here as well, and
`untold` names the sentences that are missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib.resources import files
from itertools import chain, combinations

import pytest

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending
from briefs.codebook import ActorKind, Length, VoteOption
from briefs.digests import Filter
from briefs.proof import load_skeletons
from briefs.proof.tongues.grammar import after, running
from briefs.tongues import NOT_TOLD, tables_of, told_in
from briefs.wording.catalogue import words
from briefs.wording.french import FUNCTIONS, with_article
from tests.archives import article, crowded, imported, odd, parts_alone, shipped, wavering, with_file

TODAY = date(2026, 11, 23)
MESSAGE = re.compile(r"^([a-z][a-z0-9-]*) = ", re.MULTILINE)

Make = Callable[[Archive], Briefing]


def messages(language: str) -> set[str]:
    """Ids of the messages of briefs in a language; notices are another matter."""
    room = [part for part in files("briefs.wording").iterdir() if part.name.endswith(f".{language}.ftl")]
    return {id_ for part in room if "notices" not in part.name for id_ in MESSAGE.findall(part.read_text("utf-8"))}


def untold() -> set[str]:
    """English sentences that French has no words for yet."""
    return messages("en") - messages("fr")


# --- the tables --------------------------------------------------------------------------------------------------


def test_every_name_of_the_registers_is_in_french() -> None:
    register = told_in(shipped(), "fr").register
    assert [a.id for a in register.actors.values() if NOT_TOLD in a.name] == []
    assert [f.id for f in register.former.values() if NOT_TOLD in f.name] == []
    assert [i.id for i in register.issues.values() if NOT_TOLD in i.title] == []
    worded = [w for a in register.actors.values() for w in (a.standing, a.people, *(r.title for r in a.roles))]
    assert [word for word in (*worded, *(n.value for a in register.actors.values() for n in a.notes)) if word
            and NOT_TOLD in word] == []  # fmt: skip


def test_every_name_of_other_days_is_in_french() -> None:
    named = tables_of("fr").names
    ended = [(a.id, n.value) for a in shipped().register.actors.values() for n in a.un_names if n.end]
    same = {"BOL", "EGY", "KHM", "SYR", "PSE", "SRB"}  # the usual name of today, in other years of the same state
    assert [one for one in ended if one not in named and one[0] not in same] == []


def test_a_form_is_a_gender_and_a_number_and_an_article_agrees_with_it() -> None:
    for printed in tables_of("fr").names.values():
        assert printed.form in ("ms", "fs", "mp", "fp")
        expected = {"le": "ms", "la": "fs"}.get(printed.article, printed.form)
        assert printed.form == expected, printed
        assert (printed.article == "les") is (printed.form[1] == "p"), printed


def test_no_two_actors_of_today_bear_one_french_name() -> None:
    names = [a.name for a in told_in(shipped(), "fr").register.actors.values()]
    assert len(set(names)) == len(names)


def test_writer_and_prover_run_articles_together_alike() -> None:
    for printed in tables_of("fr").names.values():
        assert with_article(printed.article, printed.name) == running(printed.article, printed.name)
        for name in (printed.name, running(printed.article, printed.name)):
            assert FUNCTIONS["OF"](name) == after("de", printed.article, printed.name)
            assert FUNCTIONS["AT"](name) == after("à", printed.article, printed.name)


@pytest.mark.parametrize(
    ("name", "of", "at"),
    [
        ("le Cambodge", "du Cambodge", "au Cambodge"),
        ("les États-Unis", "des États-Unis", "aux États-Unis"),
        ("la France", "de la France", "à la France"),
        ("ASEAN", "de l'ASEAN", "à l'ASEAN"),
        ("Israël", "d'Israël", "à Israël"),
        ("Oman", "d'Oman", "à Oman"),
        ("Cuba", "de Cuba", "à Cuba"),
        ("Hun Sen", "de Hun Sen", "à Hun Sen"),
        ("le Yémen", "du Yémen", "au Yémen"),
        ("les Îles Marshall", "des Îles Marshall", "aux Îles Marshall"),
    ],
)
def test_of_and_at_read_as_french_writes_them(name: str, of: str, at: str) -> None:
    assert (FUNCTIONS["OF"](name), FUNCTIONS["AT"](name)) == (of, at)


def test_days_and_numbers_have_plain_blanks_and_the_first_is_premier() -> None:
    french = words("fr")
    assert french.day(date(2022, 3, 1)) == "1er mars 2022"
    assert french.day(date(2022, 8, 11), year=False) == "11 août"
    assert french.day_short(date(2022, 2, 1)) == "1er févr. 2022"
    assert french.weekday(date(2022, 3, 3)) == "Jeudi 3 mars 2022"
    assert french.number(1_234_567) == "1 234 567"
    assert french.listed(["A", "B", "C"]) == "A, B et C"


# --- every brief is proved ---------------------------------------------------------------------------------------


def told(archive: Archive, make: Make) -> Briefing:
    return briefing.told(archive, "fr", make)


def positions() -> Iterator[Briefing]:
    register = shipped().register
    for actor in register.actors:
        for length in Length:
            yield told(shipped(), lambda a, who=actor, of=length: briefing.position(a, who, "ukraine-war", TODAY, of))
    for actor in (
        "KHM",
        "CSK",
        "USA",
        "SSD",
        "RUS",
        "PSE",
        "MNE",
        "DEU",
        "COD",
        "CPV",
        "asean",
        *list(register.actors)[30::25],
    ):
        for day in (date(1989, 12, 31), date(1995, 1, 1), date(2013, 1, 1), TODAY):
            for issue in (None, "palestine", "iran-human-rights", "climate"):
                for length in Length:
                    yield told(
                        imported(),
                        lambda a, w=actor, i=issue, d=day, of=length: briefing.position(a, w, i, d, of),
                    )
    for actor in list(register.actors)[::7]:
        for day in (date(2022, 3, 1), date(2022, 10, 12)):
            yield told(shipped(), lambda a, w=actor, d=day: briefing.position(a, w, "ukraine-war", d, Length.LINE))
    for length in Length:
        yield told(parts_alone(), lambda a, of=length: briefing.position(a, "KHM", "palestine", TODAY, of))
        yield told(article(), lambda a, of=length: briefing.position(a, "PSE", "ukraine-war", date(2022, 3, 4), of))


def calls() -> Iterator[Briefing]:
    for archive in (odd(), imported(), shipped()):
        texts = [archive.rolls.measure(n).id for n in range(len(archive.rolls.matrix))]
        for at, text in enumerate(texts):
            for length in Length:
                for bloc in (None, ("arab-league", "au", "brics", "eu", "g20")[at % 5]):
                    yield told(archive, lambda a, t=text, b=bloc, of=length: briefing.vote(a, t, b, TODAY, of))
                    for option in VoteOption:
                        yield told(
                            archive,
                            lambda a, t=text, b=bloc, o=option, of=length: briefing.voters(a, t, o, b, TODAY, of),
                        )
                yield told(archive, lambda a, t=text, of=length: briefing.event(a, t, TODAY, of))
                yield told(archive, lambda a, t=text, of=length: briefing.vote(a, t, "asean", date(1900, 1, 1), of))
    yield told(shipped(), lambda a: briefing.event(a, "no/such", TODAY, Length.SHORT))


def compared() -> Iterator[Briefing]:
    sets = (("KHM", "VNM"), ("RUS", "USA"), ("KHM", "SSD"), ("USA", "RUS", "CHN"), ("FRA", "GBR", "DEU", "ITA"),
            ("KHM", "asean"), ("AUS", "PSE"), ("CSK", "RUS"), ("DDR", "KHM", "CSK"), ("FRA", "CHE"),
            ("USA", "HUN"))  # fmt: skip
    some = [with_file(article(), picked) for picked in ((0,), (10,), (6, 10))]
    small = (*combinations(("KHM", "VNM", "LAO", "THA", "FRA", "RUS", "AUS", "SSD"), 2), *SMALL)
    for archive in (imported(), odd(), shipped(), article(), *some):
        for actors in (*sets, *(small if archive in some else ())):
            for issue in (None, "palestine", "ukraine-war"):
                for length in Length:
                    yield told(archive, lambda a, s=actors, i=issue, of=length: briefing.compare(a, s, i, TODAY, of))


SMALL = (("KHM", "VNM", "IND"), ("FRA", "AUS"), ("FRA", "AUS", "IND"), ("RUS", "LAO"), ("THA", "SSD"), ("KHM", "AUS"),
         ("LAO", "THA", "IND"), ("VNM", "RUS"))  # fmt: skip


def counted() -> Iterator[Briefing]:
    for archive in (imported(), odd(), wavering(), shipped(), article()):
        blocs = [a.id for a in archive.register.actors.values() if a.kind is ActorKind.BLOC][::2]
        for day in (TODAY, date(1985, 11, 7), date(1990, 12, 6), date(1960, 1, 1)):
            for length in Length:
                yield told(archive, lambda a, d=day, of=length: briefing.issues(a, d, of))
                for issue in (None, "ukraine-war", "palestine"):
                    for bloc in blocs:
                        yield told(archive, lambda a, b=bloc, i=issue, d=day, of=length: briefing.bloc(a, b, i, d, of))
                    for since in (None, date(1900, 1, 1), date(1983, 1, 1), date(2022, 3, 3)):
                        yield told(
                            archive, lambda a, i=issue, s=since, d=day, of=length: briefing.shifts(a, i, s, d, of)
                        )


FILTERS = (Filter(), Filter(actors=("asean",)), Filter(actors=("KHM", "USA")), Filter(issues=("ukraine-war",)),
           Filter(actors=("arab-league", "eu")), Filter(actors=("brics",), issues=("ukraine-war",)),
           Filter(actors=("FRA", "CHE")), Filter(actors=("CHE",)), Filter(actors=("PHL",)),
           Filter(actors=("VEN",)))  # fmt: skip


def digests() -> Iterator[Briefing]:
    days = (date(1989, 12, 6), date(1990, 12, 6), date(1990, 12, 9), date(1990, 12, 10), date(2014, 3, 27),
            date(2022, 4, 7), date(2025, 2, 24), date(2019, 12, 18), date(2022, 3, 1))  # fmt: skip
    for archive in (imported(), shipped()):
        for follows in FILTERS:
            for length in Length:
                for day in days:
                    yield told(archive, lambda a, d=day, f=follows, of=length: briefing.digest_of_day(a, d, f, of))
                at = datetime(2026, 11, 1, tzinfo=UTC)
                entered = dict.fromkeys(archive.rollcalls, at)
                for since in (at, at + timedelta(days=2)):
                    yield told(
                        archive,
                        lambda a, s=since, e=entered, f=follows, of=length: briefing.digest_of_window(
                            a, e, s, s + timedelta(days=1), f, of
                        ),
                    )
    for held in (20, 40):
        for length in Length:
            yield told(crowded(held), lambda a, of=length: briefing.digest_of_day(a, date(1990, 12, 10), Filter(), of))


@cache
def all_told() -> tuple[Briefing, ...]:
    return tuple(chain(positions(), calls(), compared(), counted(), digests()))


def test_no_french_brief_is_refused() -> None:
    assert [brief.reasons for brief in all_told() if brief.ending is Ending.WITHHELD] == []


def test_what_rests_on_roll_calls_alone_is_told_in_french() -> None:
    """English remains where an article's acts are told; and there the brief says so."""
    english = [brief for brief in all_told() if brief.document.language == "en"]
    assert len(english) < len(all_told()) / 10
    for brief in english:
        assert "This answer is not told in French yet." in [line.text for line in brief.document.lines()]
        assert any(cite.startswith("voa/") for clause in brief.document.clauses() for cite in clause.cites)


def test_no_brief_speaks_two_languages() -> None:
    english = re.compile(r"\b(?:voted|abstained|the|in favour|held|members|roll calls?|of)\b")
    for brief in all_told():
        if brief.document.language == "fr":
            for line in brief.document.lines():
                assert not english.search(re.sub(r"« .*? »", "", line.text)), line.text


def test_every_french_sentence_is_met_and_each_stands_for_an_english_one() -> None:
    assert messages("fr") - messages("en") == {"language"}
    text = files("briefs.wording").joinpath("briefs.fr.ftl").read_text("utf-8")
    sentences = set(re.findall(r"^([a-z][a-z0-9-]*) = .*\.$", text, re.MULTILINE))
    lines = r"call-part|agree-(?:pair|pair-none|call)|(?:vote-|shifts-text|issues-held)[a-z-]*"
    sentences |= set(re.findall(rf"^({lines}) = .*[^.]$", text, re.MULTILINE))
    met = {clause.template for brief in all_told() for clause in brief.document.clauses()}
    spoken = {line.text for brief in all_told() for line in brief.document.lines()}
    met |= {id_ for id_ in PHRASES if words("fr").say(id_, {}) in spoken}
    assert sentences - met - RUN_INS - BESIDE_ACTS == set()


PHRASES = {"language", "agree-outside", "agree-rounded", "bloc-outside", "shifts-votes", "shifts-year", "issues-more"}
RUN_INS = {"run-day", "run-day-before", "run-not-earlier", "run-undated"}
BESIDE_ACTS = {"on-file", "no-vote", "no-vote-on", "vote-none"}
"""Said of those whose acts an article tells, which French cannot yet."""


def test_the_signed_french_sentences_ask_for_what_the_english_ones_ask() -> None:
    """The same ids stand for the same facts; the French may ask more (a title that English has left to the heading)."""
    english = {skeleton.id: skeleton for skeleton in load_skeletons("en")}
    grammar = {"single", "several", "same", "plural", "lone"}
    for skeleton in load_skeletons("fr"):
        if skeleton.id in ("phrase.language", "voters.all.one", "voters.bloc.one", "digest.shift.day"):
            continue
        own, its = (
            {re.sub(r"\b1\b", "n", str(atom)) for atom in held.atoms if atom.name not in grammar}
            for held in (skeleton, english[skeleton.id])
        )
        assert its <= own, skeleton.id
