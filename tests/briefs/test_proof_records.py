# ruff: noqa: E501  (one case a line)
"""Every field a brief speaks of is read: change the field in the archive, and the same true sentence is refused.

The other half of the mutants: there the text is made false, here the records are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from briefs.archive import Archive
from briefs.codebook import Act, Precision, State, Status, VoteOption
from briefs.proof import load_skeletons, verify
from briefs.records import Actor, Count, Dated, EventRecord, NamedList, Request, Role, Saying, Span, Via
from tests.archives import article
from tests.briefs.gold import GOLD, held

SKELETONS = load_skeletons("en")


def with_event(short: str, change: Callable[[EventRecord], EventRecord]) -> Archive:
    archive, full = article(), f"voa/{short}"
    return replace(archive, events={**archive.events, full: change(archive.events[full])})


def with_actor(ident: str, change: Callable[[Actor], Actor]) -> Archive:
    archive = article()
    actors = {**archive.register.actors, ident: change(archive.register.actors[ident])}
    return replace(archive, register=replace(archive.register, actors=actors))


def fields(**values: object) -> Callable[[EventRecord], EventRecord]:
    return lambda event: replace(event, **values)  # type: ignore[arg-type]


def named(option: VoteOption, complete: bool, *gone: str) -> Callable[[EventRecord], EventRecord]:
    def change(event: EventRecord) -> EventRecord:
        of = tuple(state for state in event.named[option].of if state not in gone)
        return replace(event, named={**event.named, option: NamedList(complete, of)})

    return change


def tally(**values: int) -> Callable[[EventRecord], EventRecord]:
    def change(event: EventRecord) -> EventRecord:
        assert event.tally is not None
        return replace(event, tally=replace(event.tally, **values))

    return change


def day(year: int, month: int, number: int, precision: Precision = Precision.DAY) -> Span:
    that = date(year, month, number)
    return Span(None if precision is Precision.NO_LATER_THAN else that, that, precision)


EVENTS: list[tuple[str, str, str, Callable[[EventRecord], EventRecord]]] = [
    ("an announced sanction is not imposed", "compare.long", "sg-sanct", fields(status=Status.ANNOUNCED)),
    ("a denied co-sponsorship is none", "position.line", "kh-cospons", fields(status=Status.DENIED)),
    ("a statement done is not under discussion", "position.short", "kh-asean", fields(status=Status.DONE)),
    ("sanctions not unilateral", "compare.long", "sg-sanct", fields(form=None)),
    ("sanctions on another day", "event.long", "sg-sanct", fields(date=day(2022, 2, 27))),
    ("sanctions on another state", "compare.long", "sg-sanct", fields(target="BLR")),
    ("sanctions by another state", "compare.long", "sg-sanct", fields(on_behalf="MYS")),
    ("another vote", "position.line", "vote", fields(date=day(2022, 3, 1))),
    ("in another body", "event.line", "vote", fields(body="unsc")),
    ("by another label", "event.line", "vote", fields(label="the resolution deploring the aggression")),
    ("another tally in favour", "position.short", "vote", tally(favour=140)),
    ("another tally against", "event.line", "vote", tally(against=6)),
    ("other abstentions", "digest.short", "vote", tally(abstained=36)),
    ("more voted", "event.line", "vote", tally(voted=182)),
    ("another membership", "event.line", "vote", tally(members=192)),
    ("a list against that is not whole", "event.short", "vote", named(VoteOption.AGAINST, False)),
    ("a list against with one less", "event.short", "vote", named(VoteOption.AGAINST, True, "ERI")),
    ("abstentions without India", "event.short", "vote", named(VoteOption.ABSTAINED, False, "IND")),
    ("abstentions that are the whole list", "event.short", "vote", named(VoteOption.ABSTAINED, True)),
    ("abstentions without Laos", "position.long", "vote", named(VoteOption.ABSTAINED, False, "LAO")),
    ("exactly a hundred", "event.short", "vote", fields(cosponsors=Count(100))),
    ("more than a hundred", "event.short", "vote", fields(cosponsors=Count(100, "more than"))),
    ("a hundred according to somebody", "event.short", "vote", fields(cosponsors=Count(100, "nearly", "grandi"))),
    ("no request reported", "position.short", "kh-cospons", fields(asked_by=None)),
    ("another asked too", "position.short", "kh-cospons", fields(asked_by=Request(("JPN", "FRA", "DEU", "USA", "CAN"), "hun-sen"))),
    ("somebody else reports it", "position.short", "kh-cospons", fields(asked_by=Request(("JPN", "FRA", "DEU", "USA"), "grandi"))),
    ("another co-sponsor", "position.line", "kh-cospons", fields(by=("VNM",))),
    ("introduced, not co-sponsored", "position.line", "kh-cospons", fields(act=Act.INTRODUCE)),
    ("a draft record", "position.line", "kh-cospons", fields(state=State.DRAFT)),
    ("another speaker", "position.long", "kh-msg", fields(by=("grandi",))),
    ("said on another day", "position.long", "kh-msg", fields(date=day(2022, 3, 2))),
    ("through nobody", "position.long", "kh-msg", fields(via=())),
    ("through somebody else", "position.long", "kh-msg", fields(via=(Via("transcript", "us-emb-pp"),))),
    ("through one more", "position.long", "kh-msg", fields(via=(Via("transcript", "kh-gov-spox"), Via("summary", "voa")))),
    ("a letter", "digest.long", "kh-msg", fields(form="letter")),
    ("other words", "position.long", "kh-msg", fields(quotes=())),
    ("hoped, not understood", "position.long", "kh-msg", fields(says=(Saying("s2", "it would anger Russia", "hope", "he understood it would anger Russia"),))),
    ("about something else", "position.long", "kh-msg", fields(about=None)),
    ("with another bloc", "position.short", "kh-asean", fields(partner="eu")),
    ("something else discussed", "position.short", "kh-asean", fields(what_forms={"with": "a summit"})),
    ("another embassy", "position.long", "us-welcome", fields(by=("kh-gov-spox",))),
    ("a welcome of no words", "position.long", "us-welcome", fields(about="voa/vote")),
    ("a claim about nobody", "event.long", "us-welcome", fields(asserts=())),
    ("a welcome with its day", "digest.long", "us-welcome", fields(date=day(2022, 3, 4))),
    ("the party's act as Cambodia's", "position.long", "cnrp", fields(on_behalf="KHM")),
    ("something else condemned", "position.long", "cnrp", fields(what="the war")),
    ("a veto two weeks before", "event.long", "veto", fields(date=Span(date(2022, 2, 14), date(2022, 2, 20), Precision.WEEK))),
    ("a veto elsewhere", "event.long", "veto", fields(body="unga")),
    ("a figure without its qualifier", "digest.long", "invasion", fields(figures={"refugees": Count(1000000, None, "grandi")})),
    ("a figure of somebody else", "digest.long", "invasion", fields(figures={"refugees": Count(1000000, "more than", "hun-sen")})),
    ("a figure about others", "digest.long", "invasion", fields(about="RUS")),
]  # fmt: skip


@pytest.mark.parametrize(("why", "brief", "short", "change"), EVENTS, ids=[case[0] for case in EVENTS])
def test_a_changed_record_refuses_the_sentence(
    why: str, brief: str, short: str, change: Callable[[EventRecord], EventRecord]
) -> None:
    assert verify(GOLD[brief], held(article(), GOLD[brief]), SKELETONS) == ()
    assert verify(GOLD[brief], with_event(short, change).as_of(GOLD[brief].as_of), SKELETONS) != (), why


def no_longer(actor: Actor) -> Actor:
    return replace(actor, members=tuple(m for m in actor.members if m.value not in ("VNM", "KHM")))


ACTORS: list[tuple[str, str, str, Callable[[Actor], Actor]]] = [
    ("not in office then", "position.short", "hun-sen", lambda a: replace(a, roles=(replace(a.roles[0], end=date(2022, 3, 1)),))),
    ("in another office", "position.short", "hun-sen", lambda a: replace(a, roles=(Role("President", "KHM", date(1985, 1, 1)),))),
    ("in office elsewhere", "position.short", "hun-sen", lambda a: replace(a, roles=(Role("Prime Minister", "LAO", date(1985, 1, 1)),))),
    ("another pronoun", "position.short", "hun-sen", lambda a: replace(a, pronoun="she")),
    ("no pronoun on record", "position.short", "hun-sen", lambda a: replace(a, pronoun=None)),
    ("another standing", "position.long", "cnrp", lambda a: replace(a, standing="parliamentary opposition")),
    ("no members of the bloc", "position.long", "asean", no_longer),
    ("another chair", "compare.long", "asean", lambda a: replace(a, chair=(Dated("VNM", date(2022, 1, 1), date(2023, 1, 1)),))),
    ("a chair for half the year", "compare.long", "asean", lambda a: replace(a, chair=(Dated("KHM", date(2022, 1, 1), date(2022, 7, 1)),))),
    ("another people", "digest.long", "UKR", lambda a: replace(a, people="Ukraine's people")),
    ("another name", "position.line", "KHM", lambda a: replace(a, name="Kampuchea")),
    ("an article", "position.line", "KHM", lambda a: replace(a, article="the")),
    ("another short form", "compare.short", "us-emb-pp", lambda a: replace(a, short="Embassy")),
]  # fmt: skip


@pytest.mark.parametrize(("why", "brief", "ident", "change"), ACTORS, ids=[case[0] for case in ACTORS])
def test_a_changed_register_refuses_the_sentence(
    why: str, brief: str, ident: str, change: Callable[[Actor], Actor]
) -> None:
    assert verify(GOLD[brief], with_actor(ident, change).as_of(GOLD[brief].as_of), SKELETONS) != (), why


def test_a_corrected_record_is_no_longer_told() -> None:
    archive = article()
    newer = replace(
        archive.events["voa/kh-cospons"], id="voa/kh-cospons-2", corrects="voa/kh-cospons", reason="the day"
    )
    corrected = replace(archive, events={**archive.events, newer.id: newer})
    objections = verify(GOLD["position.line"], corrected.as_of(date(2022, 3, 4)), SKELETONS)
    assert [o.rule for o in objections] == ["C7"]


def test_a_record_published_after_the_day_asked_for_is_refused_even_in_a_careless_archive() -> None:
    early = replace(GOLD["position.line"], as_of=date(2022, 3, 3))
    assert {o.rule for o in verify(early, article(), SKELETONS)} == {"C7"}
