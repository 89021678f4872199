"""Questions over everything shipped and invented, and what is told of each in a language: what its tests read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import chain, combinations, zip_longest
from typing import TypeAlias

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing
from briefs.codebook import ActorKind, Length, VoteOption
from briefs.digests import Filter
from briefs.history import end_of
from tests.archives import article, busy, crowded, imported, odd, parts_alone, shipped, specimens, wavering, with_file
from tests.briefs.thinning import picked
from tests.histories import BEGUN, DAY, Life, lived

TODAY = date(2026, 11, 23)
Make: TypeAlias = Callable[[Archive], Briefing]
Asked: TypeAlias = tuple[Archive, Make]


def positions() -> Iterator[Asked]:
    register = shipped().register
    for actor in register.actors:
        for length in Length:
            yield (shipped(), lambda a, who=actor, of=length: briefing.position(a, who, "ukraine-war", TODAY, of))
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
                    yield (
                        imported(),
                        lambda a, w=actor, i=issue, d=day, of=length: briefing.position(a, w, i, d, of),
                    )
    for actor in list(register.actors)[::7]:
        for day in (date(2022, 3, 1), date(2022, 10, 12)):
            yield (shipped(), lambda a, w=actor, d=day: briefing.position(a, w, "ukraine-war", d, Length.LINE))
    for length in Length:
        yield (parts_alone(), lambda a, of=length: briefing.position(a, "KHM", "palestine", TODAY, of))
        yield (article(), lambda a, of=length: briefing.position(a, "PSE", "ukraine-war", date(2022, 3, 4), of))


def calls() -> Iterator[Asked]:
    for archive in (odd(), imported(), shipped()):
        texts = [archive.rolls.measure(n).id for n in range(len(archive.rolls.matrix))]
        for at, text in enumerate(texts):
            for length in Length:
                for bloc in (None, ("arab-league", "au", "brics", "eu", "g20")[at % 5]):
                    yield (archive, lambda a, t=text, b=bloc, of=length: briefing.vote(a, t, b, TODAY, of))
                yield (archive, lambda a, t=text, of=length: briefing.event(a, t, TODAY, of))
                yield (archive, lambda a, t=text, of=length: briefing.vote(a, t, "asean", date(1900, 1, 1), of))
    yield (shipped(), lambda a: briefing.event(a, "no/such", TODAY, Length.SHORT))


def voted() -> Iterator[Asked]:
    for archive in (odd(), imported(), shipped()):
        for at in range(len(archive.rolls.matrix)):
            text, blocs = archive.rolls.measure(at).id, (None, ("arab-league", "au", "brics", "eu", "g20")[at % 5])
            for bloc in blocs:
                for option in VoteOption:
                    for length in Length:
                        yield (
                            archive,
                            lambda a, t=text, b=bloc, o=option, of=length: briefing.voters(a, t, o, b, TODAY, of),
                        )


def compared() -> Iterator[Asked]:
    sets = (("KHM", "VNM"), ("RUS", "USA"), ("KHM", "SSD"), ("USA", "RUS", "CHN"), ("FRA", "GBR", "DEU", "ITA"),
            ("KHM", "asean"), ("AUS", "PSE"), ("CSK", "RUS"), ("DDR", "KHM", "CSK"), ("FRA", "CHE"),
            ("USA", "HUN"))  # fmt: skip
    some = [with_file(article(), picked) for picked in ((0,), (10,), (6, 10))]
    small = (*combinations(("KHM", "VNM", "LAO", "THA", "FRA", "RUS", "AUS", "SSD"), 2), *SMALL)
    for archive in (imported(), odd(), shipped(), article(), *some):
        for actors in (*sets, *(small if archive in some else ())):
            for issue in (None, "palestine", "ukraine-war"):
                for length in Length:
                    yield (archive, lambda a, s=actors, i=issue, of=length: briefing.compare(a, s, i, TODAY, of))


SMALL = (("KHM", "VNM", "IND"), ("FRA", "AUS"), ("FRA", "AUS", "IND"), ("RUS", "LAO"), ("THA", "SSD"), ("KHM", "AUS"),
         ("LAO", "THA", "IND"), ("VNM", "RUS"))  # fmt: skip


def counted() -> Iterator[Asked]:
    for archive in (imported(), odd(), wavering(), shipped(), article()):
        blocs = [a.id for a in archive.register.actors.values() if a.kind is ActorKind.BLOC][::2]
        for day in (TODAY, date(1985, 11, 7), date(1990, 12, 6), date(1960, 1, 1)):
            for length in Length:
                yield (archive, lambda a, d=day, of=length: briefing.issues(a, d, of))
                for issue in (None, "ukraine-war", "palestine"):
                    for bloc in blocs:
                        yield (archive, lambda a, b=bloc, i=issue, d=day, of=length: briefing.bloc(a, b, i, d, of))
                    for since in (None, date(1900, 1, 1), date(1983, 1, 1), date(2022, 3, 3)):
                        yield (archive, lambda a, i=issue, s=since, d=day, of=length: briefing.shifts(a, i, s, d, of))


FILTERS = (Filter(), Filter(actors=("asean",)), Filter(actors=("KHM", "USA")), Filter(issues=("ukraine-war",)),
           Filter(actors=("arab-league", "eu")), Filter(actors=("brics",), issues=("ukraine-war",)),
           Filter(actors=("FRA", "CHE")), Filter(actors=("CHE",)), Filter(actors=("PHL",)),
           Filter(actors=("VEN",)))  # fmt: skip


def digests() -> Iterator[Asked]:
    days = (date(1989, 12, 6), date(1990, 12, 6), date(1990, 12, 9), date(1990, 12, 10), date(2014, 3, 27),
            date(2022, 4, 7), date(2025, 2, 24), date(2019, 12, 18), date(2022, 3, 1))  # fmt: skip
    for archive in (imported(), shipped()):
        for follows in FILTERS:
            for length in Length:
                for day in days:
                    yield (archive, lambda a, d=day, f=follows, of=length: briefing.digest_of_day(a, d, f, of))
                at = datetime(2026, 11, 1, tzinfo=UTC)
                entered = dict.fromkeys(archive.rollcalls, at)
                for since in (at, at + timedelta(days=2)):
                    yield (
                        archive,
                        lambda a, s=since, e=entered, f=follows, of=length: briefing.digest_of_window(
                            a, e, s, s + timedelta(days=1), f, of
                        ),
                    )
    for held in (20, 40):
        for length in Length:
            yield (crowded(held), lambda a, of=length: briefing.digest_of_day(a, date(1990, 12, 10), Filter(), of))


def desks() -> Iterator[Asked]:
    """Where a vote and an act come from."""
    for length in Length:
        for record in article().events:
            yield (article(), lambda a, r=record, of=length: briefing.source(a, r, TODAY, of))
    yield (specimens(), lambda a: briefing.source(a, "wire-2/de-visit", TODAY, Length.LONG))
    yield (lived().released(BEGUN + 7 * DAY), lambda a: briefing.source(a, "voa/kh-msg", TODAY, Length.LONG))
    for archive in (wavering(), shipped()):
        for length in Length:
            for record in ("un-votes/3012", "undl-3959039/un-es-11-1"):
                if archive.call(record):
                    yield (archive, lambda a, r=record, of=length: briefing.source(a, r, TODAY, of))
    for record in (fetched().rolls.id_of(0), "undl-3959039/un-es-11-1"):
        yield (fetched(), lambda a, r=record: briefing.source(a, r, TODAY, Length.LONG))


@cache
def fetched() -> Archive:
    """Sources with the day they were read and a hash of their text; an imported file with its own."""
    archive = with_file(shipped(), (0, 10))
    sources = {key: replace(s, retrieved=date(2025, 1, 2), sha256="cd" * 32) for key, s in archive.sources.items()}
    assert archive.imported is not None
    file = replace(archive.imported, source=replace(archive.imported.source, sha256="ab" * 32))
    return replace(archive, sources=sources, imported=file, view=None)


@cache
def crowded_history() -> Archive:
    """Many changes in one day, more than an answer tells."""
    life, event = Life(), shipped().events["voa/kh-msg"]
    life.hold(replace(shipped(), events={}, rollcalls={}, sources={}), BEGUN)
    many = {f"voa/m{n:03}": replace(event, id=f"voa/m{n:03}") for n in range(131)}
    return life.hold(replace(shipped(), events=many, rollcalls={}), BEGUN + DAY)


@cache
def begun_empty() -> Archive:
    life = Life()
    life.hold(replace(shipped(), events={}, rollcalls={}, sources={}), BEGUN)
    return life.hold(with_file(shipped(), (0,)), BEGUN + DAY)


def histories() -> Iterator[Asked]:
    """What changed in an archive, what it held when, and what is told of records that changed."""
    now = BEGUN + 7 * DAY
    known = (BEGUN - DAY, BEGUN, BEGUN + 2 * DAY, end_of(date(2026, 3, 5)), end_of(date(2026, 3, 7)))
    views = (lived().released(now), crowded_history().released(now), begun_empty().released(now),
             *(lived().known_by(at) for at in known))  # fmt: skip
    for archive in views:
        for length in Length:
            for first in (date(2026, 3, 1), date(2026, 3, 4), date(2026, 3, 9)):
                yield (archive, lambda a, d=first, of=length: briefing.changes(a, d, a.known or now, of))
    for archive in views[:1] + views[3:]:
        for record in ("voa/kh-msg", "voa/sg-sanct", "undl-767565/un-68-262"):
            yield (archive, lambda a, r=record: briefing.source(a, r, TODAY, Length.LONG))
        yield (archive, lambda a: briefing.vote(a, "un-es-11-1", None, TODAY, Length.LINE))


def acts() -> Iterator[Asked]:
    """What articles tell: every invented record, who did it, by whom, on which day; the shipped article alone."""
    held, today = specimens(), TODAY
    for record in held.events:
        for length in (Length.LINE, Length.LONG):
            yield (held, lambda a, r=record, of=length: briefing.event(a, r, today, of))
    issue = "specimen-strait"
    for actor in sorted({actor for event in held.events.values() for actor in (*event.by, *event.owner)}):
        yield (held, lambda a, who=actor: briefing.position(a, who, issue, today, Length.LONG))
    for until in (date(2023, 7, 1), date(2022, 3, 6), date(2022, 3, 4)):
        records = {**held.events, **held.rollcalls}
        days = {key: held.sources[record.source].published for key, record in records.items()}
        entered = {key: datetime.combine(day, time(12), UTC) + timedelta(days=1) for key, day in days.items()}
        since = datetime.combine(until, time(), UTC)
        yield (
            held,
            lambda a, e=entered, s=since: briefing.digest_of_window(
                a, e, s, s + timedelta(days=1), Filter(issues=(issue,)), Length.LONG
            ),
        )
        for follows in (Filter(), Filter(issues=(issue,))):
            told = {"follows": follows, "length": Length.LONG}
            span = (entered, since, since + timedelta(days=1))
            news = briefing.digest_of_window(held, *span, **told).news
            yield (held, lambda a, of=span, n=news, t=told: briefing.alert(a, *of, n, **t))
            yield (held, lambda a, of=span, n=news, t=told: briefing.digest_of_window(a, *of, **t, alerted=n))
    for asked in (None, "ukraine-war"):
        yield (busy(), lambda a, i=asked: briefing.position(a, "KHM", i, today, Length.SHORT))
    day = date(2022, 3, 4)
    for length in Length:
        for actor in ("KHM", "VNM", "LAO", "SGP", "RUS", "USA", "CHN", "cnrp", "asean"):
            yield (article(), lambda a, who=actor, of=length: briefing.position(a, who, "ukraine-war", day, of))
        for record in ("un-es-11-1", "voa/invasion"):
            yield (article(), lambda a, r=record, of=length: briefing.event(a, r, day, of))
        for happened in (date(2022, 3, 1), date(2022, 3, 2), date(2022, 3, 3)):
            yield (article(), lambda a, d=happened, of=length: briefing.digest_of_day(a, d, Filter(), of))
    yield from rare()


def rare() -> Iterator[Asked]:
    """What little is said of: who was no member then, has no vote on an issue, is on a draft."""
    yield (specimens(), lambda a: briefing.position(a, "SSD", "specimen-strait", TODAY, Length.LONG))
    drafted = {key: event for key, event in specimens().events.items() if key.startswith("draft/")}
    draft = replace(specimens(), events=drafted, rollcalls={})
    yield (draft, lambda a: briefing.position(a, "THA", "specimen-strait", TODAY, Length.LINE))
    alone = with_file(article(), (0,))
    yield (alone, lambda a: briefing.position(a, "SGP", "ukraine-war", TODAY, Length.LONG))


def listed() -> Iterator[Asked]:
    """The same acts side by side."""
    held, today = specimens(), TODAY
    for actors in (("GBR", "FRA"), ("NZL", "BLR", "SGP"), ("NOR", "KHM")):
        yield (held, lambda a, s=actors: briefing.compare(a, s, "specimen-strait", today, Length.LONG))
    day = date(2022, 3, 4)
    for length in Length:
        yield (article(), lambda a, of=length: briefing.compare(a, ("KHM", "VNM", "SGP"), "ukraine-war", day, of))


def timelines() -> Iterator[Asked]:
    """Acts and votes of an actor by the day; who is listed as absent."""
    held, day = specimens(), date(2022, 3, 4)
    for actor in sorted({actor for event in held.events.values() for actor in (*event.by, *event.owner)}):
        yield (held, lambda a, who=actor: briefing.timeline(a, who, None, TODAY, Length.LONG))
    for length in Length:
        for actor in ("KHM", "VNM", "LAO", "SGP", "RUS", "USA", "CHN", "cnrp", "asean"):
            yield (article(), lambda a, who=actor, of=length: briefing.timeline(a, who, None, day, of))
        for archive in (wavering(), shipped()):
            for actor in ("FRA", "IDN", "THA", "VEN"):
                yield (archive, lambda a, who=actor, of=length: briefing.timeline(a, who, None, TODAY, of))
    vote = specimens().events["wire/later-vote"]
    away = replace(vote, named={**vote.named, VoteOption.ABSENT: replace(vote.named[VoteOption.AGAINST], of=("TCD",))})
    absent = replace(specimens(), events={**specimens().events, vote.id: away})
    yield (absent, lambda a: briefing.timeline(a, "TCD", None, TODAY, Length.LONG))


KINDS = {
    "acts": acts,
    "listed": listed,
    "timeline": timelines,
    "position": positions,
    "vote": calls,
    "voters": voted,
    "compare": compared,
    "count": counted,
    "digest": digests,
    "desk": desks,
    "history": histories,
}


FEW = ("acts", "listed", "timeline", "desk", "history")
"""Kinds of few questions, told whole."""


@cache
def told_in_all(language: str, step: int, kinds: tuple[str, ...]) -> tuple[Briefing, ...]:
    """Answers of these kinds in that language: of kinds with many questions one in `step`."""
    asked = [each for kind in kinds for at, each in enumerate(KINDS[kind]()) if kind in FEW or picked(at, step)]
    return tuple(briefing.told(archive, language, make) for archive, make in asked)


def told_beside(language: str, step: int, kinds: tuple[str, ...]) -> Iterator[Briefing]:
    """The others one by one, of each kind in turn, the last ones first: what is rare stands at an end."""
    many = [
        [each for at, each in enumerate(KINDS[kind]()) if not picked(at, step)] for kind in kinds if kind not in FEW
    ]
    for asked in zip_longest(*(chain.from_iterable(zip(reversed(each), each, strict=True)) for each in many)):
        yield from (briefing.told(archive, language, make) for archive, make in filter(None, asked))
