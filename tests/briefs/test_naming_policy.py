"""Display names: a policy changes what actors are called, and nothing else; a team's own list is read strictly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import date
from functools import cache

import pytest

from adapters.aliases import AliasTable
from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending
from briefs.codebook import Length
from briefs.digests import Filter
from briefs.naming import Ambiguous, Display, Found, Names, PolicyRefused, Unknown, read_policy, shown_as
from briefs.naming.folding import fold
from briefs.records import Actor, Register
from tests.archives import imported, shipped
from tests.briefs.shipped_names import REGISTER, ids

TODAY = date(2026, 11, 24)
ISSUE = "ukraine-war"
OWN = """\
# What this desk calls them
KHM\tKingdom of Cambodia\tthe
LAO\tលាវ
CHN\tChina (People's Republic of)
USA\tUnited States of America\tthe
GBR\tUK\tthe
asean\tSoutheast Asian Nations\tthe
RUS\tMother Russia of the Land and the Sea
VEN\tSaint-Venezuela & Co.\t
"""
POLICIES = ("un", "iso", "file")


@cache
def displays(policy: str) -> Mapping[str, Display]:
    text = OWN if policy == "file" else (REGISTER / "names" / f"policy-{policy}.tsv").read_text("utf-8")
    return read_policy(text, f"{policy}.tsv", shipped().register)


@cache
def archive(policy: str) -> Archive:
    return replace(shipped(), register=shown_as(shipped().register, displays(policy)))


@cache
def names(policy: str) -> Names:
    return Names.of(archive(policy).register, AliasTable(REGISTER / "aliases.tsv"))


def asked(held: Archive) -> Iterator[Briefing]:
    """Positions in every length, comparisons, an event and digests about states that policies call otherwise."""
    for actor in (
        "LAO",
        "RUS",
        "COD",
        "KOR",
        "PRK",
        "TZA",
        "PSE",
        "GBR",
        "MDA",
        "VEN",
        "USA",
        "KHM",
        "asean",
        "hun-sen",
    ):
        for length in Length:
            yield briefing.position(held, actor, ISSUE, TODAY, length)
        yield briefing.position(held, actor, None, TODAY, Length.LONG)
    for several in (("KHM", "LAO", "VNM"), ("TZA", "PSE", "COD", "KOR"), ("RUS", "USA"), ("NLD", "NER", "SDN", "SYR")):
        yield briefing.compare(held, several, ISSUE, TODAY, Length.LONG)
    for measure in held.rollcall_of:
        yield briefing.event(held, measure, TODAY, Length.LONG)
    for day in (date(2022, 3, 3), date(2022, 4, 8)):
        yield briefing.digest_of_day(held, day, Filter(), Length.LONG)


def told(brief: Briefing) -> tuple[object, ...]:
    """What a brief says beside the names: how it ended, each sentence's message and cites, and every number."""
    clauses = tuple((clause.template, clause.cites) for clause in brief.document.clauses())
    numbers = tuple(re.findall(r"\d+", " ".join(line.text for line in brief.document.lines())))
    return brief.ending, clauses, numbers


@pytest.mark.parametrize("policy", POLICIES)
def test_under_each_policy_every_brief_is_proved_and_says_the_same_but_for_names(policy: str) -> None:
    usual, other = list(asked(shipped())), list(asked(archive(policy)))
    assert len(usual) == len(other) > 60
    for before, after in zip(usual, other, strict=True):
        assert after.ending is not Ending.WITHHELD, after.reasons
        assert sorted(map(str, told(before)[1])) == sorted(map(str, told(after)[1]))  # type: ignore[call-overload]
        assert (told(before)[0], sorted(told(before)[2])) == (told(after)[0], sorted(told(after)[2]))  # type: ignore[call-overload]


@pytest.mark.parametrize("policy", POLICIES)
def test_positions_on_an_imported_file_are_proved_under_each_policy_and_say_the_same(policy: str) -> None:
    other = replace(imported(), register=archive(policy).register)
    for actor in ("RUS", "COD", "VEN", "LAO", "KHM", "SRB", "SYR", "asean"):
        for length in Length:
            before = briefing.position(imported(), actor, None, TODAY, length)
            after = briefing.position(other, actor, None, TODAY, length)
            assert after.ending is before.ending, (actor, length, after.reasons)
            assert [clause.cites for clause in after.document.clauses()] == [
                clause.cites for clause in before.document.clauses()
            ]


@pytest.mark.parametrize("policy", POLICIES)
def test_a_policy_changes_names_and_articles_and_nothing_else(policy: str) -> None:
    before, after = shipped().register, archive(policy).register
    assert list(after.actors) == list(before.actors)
    named = {"name", "article", "names"}
    for id_, actor in before.actors.items():
        other = after.actors[id_]
        assert all(getattr(actor, f.name) == getattr(other, f.name) for f in fields(Actor) if f.name not in named), id_
        if id_ not in displays(policy):
            assert other == actor
    rest = {f.name for f in fields(Register)} - {"actors"}
    assert all(getattr(before, name) == getattr(after, name) for name in rest)


@pytest.mark.parametrize("policy", POLICIES)
def test_names_are_unique_never_empty_and_every_older_name_still_finds_its_actor(policy: str) -> None:
    shown = [actor.name for actor in archive(policy).register.actors.values()]
    assert all(name.strip() for name in shown)
    assert len({fold(name) for name in shown}) == len(shown)
    usual = Names.of(shipped().register, AliasTable(REGISTER / "aliases.tsv"))
    for actor in archive(policy).register.actors.values():
        assert actor.id in ids(names(policy).find_actor(actor.name)), actor.name
        for older in (shipped().register.actors[actor.id].name, *actor.names, *actor.demonyms):
            assert names(policy).find_actor(older) == usual.find_actor(older) or older == actor.name, older


@pytest.mark.parametrize("policy", ["un", "iso"])
def test_a_shipped_list_names_every_member_and_observer_and_nobody_else(policy: str) -> None:
    states = {actor.id for actor in shipped().register.actors.values() if actor.iso2}
    assert displays(policy).keys() == states
    assert len(states) == 195


def test_the_names_of_the_united_nations_are_those_of_its_list_today() -> None:
    for id_, display in displays("un").items():
        listed = [name.value for name in shipped().register.actors[id_].un_names if name.holds(TODAY)]
        assert [display.name] == listed or (id_, display.name) == ("NLD", "Netherlands (Kingdom of the)")


@pytest.mark.parametrize(
    ("policy", "state", "sentence"),
    [
        ("un", "LAO", "the Lao People's Democratic Republic voted against"),
        ("un", "VNM", "Viet Nam voted against"),
        ("un", "SYR", "the Syrian Arab Republic voted against"),
        ("un", "IRN", "Iran (Islamic Republic of) "),
        ("iso", "TZA", "Tanzania (the United Republic of) "),
        ("iso", "KOR", "Korea (the Republic of) voted in favour"),
        ("file", "KHM", "The Kingdom of Cambodia voted "),
    ],
)
def test_a_sentence_has_the_name_with_its_article(policy: str, state: str, sentence: str) -> None:
    brief = briefing.position(archive(policy), state, ISSUE, TODAY, Length.LONG)
    assert sentence.lower() in " ".join(line.text for line in brief.document.lines()).lower()


def test_completion_and_label_have_the_name_and_choosing_gives_the_id() -> None:
    assert names("un").completions("actor", "viet") == (("Viet Nam", "VNM"),)
    assert names("un").completions("actor", "south kor")[0] == ("Republic of Korea", "KOR")
    assert names("un").find_actor("South Korea") == Found("KOR")


@pytest.mark.parametrize(
    ("line", "mistake"),
    [
        ("KHM", "a line is an id, a tab, a name and perhaps a tab and the article; write KHM, a tab, Cambodia"),
        ("KHM\ta\tthe\tx", "a line is an id, a tab, a name and perhaps a tab and the article; write KHM"),
        ("KHN\tCambodia", 'no actor has the id "KHN"; did you mean KHM?'),
        ("cambodia\tCambodia", "no actor has the id"),
        ("KHM\t", "the name is empty; write one, or take the line out"),
        ("KHM\tVietnam", '"Vietnam" is a name of VNM; give each a name of its own'),
        ("KHM\tviet nam", '"viet nam" is a name of VNM; give each a name of its own'),
        ("KHM\tthe Kingdom", '"the Kingdom" begins with its article; write it in the third column: Kingdom'),
        ("KHM\tKingdom\ta", '"a" is no article a name can have; write the, or leave the column out'),
        ("KHM\t*Cambodia*", 'does not begin with a letter'),
        ("KHM\tCambodia, Kingdom of", '"Cambodia, Kingdom of" holds ","; a name is letters, spaces and '),
        ("KHM\tCambodia <@U1>", 'holds "<"'),
        ("KHM\tCam\u202ebodia", "holds the character U+202E"),
        ("KHM\t" + "K" * 81, "the name has 81 characters; 80 fit"),
        ("LAO\tLaos", "LAO has a name already in line 2; keep one of the two lines"),
        ("THA\tLao land", '"Lao land" is what line 2 calls LAO; give each a name of its own'),
    ],
)  # fmt: skip
def test_a_mistake_in_a_list_is_told_at_its_line(line: str, mistake: str) -> None:
    with pytest.raises(PolicyRefused) as refused:
        read_policy(f"# ours\nLAO\tLao Land\n{line}\n", "ours.tsv", shipped().register)
    (said,) = refused.value.lines
    assert said.startswith("ours.tsv:3: ")
    assert mistake in said


def test_every_mistake_is_told_at_once_and_a_mark_of_bytes_and_empty_lines_are_none() -> None:
    with pytest.raises(PolicyRefused) as refused:
        read_policy("\ufeffKHM\t\n\nXXX\tAtlantis\n", "ours.tsv", shipped().register)
    assert [said.split(" ")[0] for said in refused.value.lines] == ["ours.tsv:1:", "ours.tsv:3:"]
    assert read_policy("\ufeff\n# nothing\n\r\nKHM\tCambodge\r\n", "x", shipped().register) == {
        "KHM": Display("Cambodge")
    }


def test_a_name_asked_back_is_asked_back_under_every_policy() -> None:
    for policy in POLICIES:
        assert names(policy).find_actor("Congo") == Ambiguous(("COD", "COG"))
        assert names(policy).find_actor("Georgia") == Ambiguous(("GEO",), "georgia")
        assert isinstance(names(policy).find_actor("Atlantis"), Unknown)
