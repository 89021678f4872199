"""True briefs that between them use the signed sentences, each with the archive it is proved against."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending
from briefs.codebook import ActorKind, Length, VoteOption
from briefs.digests import Filter
from briefs.proof import Submission
from tests.archives import article, crowded, imported, odd, parts_alone, shipped, specimens, wavering, with_file
from tests.briefs.gold import GOLD
from tests.briefs.test_every_form_of_every_act import DAY, fields, held

TODAY = date(2026, 11, 23)
ACTS_DAY = date(2024, 5, 7)


@dataclass(frozen=True)
class Truth:
    """A brief that is proved: the name of its archive, that archive as of its day, and the text."""

    name: str
    archive: Archive
    brief: Submission


Asked = tuple[Briefing, date, tuple[str, ...]]
Make = Callable[[Archive], Iterator[Asked]]


def gold() -> Iterator[Truth]:
    for brief in GOLD.values():
        yield Truth("article", article().as_of(brief.as_of), brief)


def acts() -> Iterator[Truth]:
    """Every act in every form, a few records in each archive."""
    records = list(enumerate(fields()))
    for start in range(0, len(records), 60):
        archive = held((f"r{number}", record) for number, record in records[start : start + 60])
        yield from of(f"acts{start}", archive, _acts)


def _acts(archive: Archive) -> Iterator[Asked]:
    for event in archive.published:
        yield briefing.event(archive, event.id, ACTS_DAY, Length.LONG), ACTS_DAY, (event.id,)
    yield briefing.digest_of_day(archive, DAY, Filter(), Length.LONG), DAY + timedelta(days=1), ("digest",)


def of(name: str, archive: Archive, make: Make) -> Iterator[Truth]:
    for answer, as_of, subject in make(archive):
        if answer.ending is Ending.WITHHELD:
            raise AssertionError(answer.reasons)
        yield Truth(name, archive.as_of(as_of), briefing.submission(answer.document, as_of, subject))


def _positions(archive: Archive, actors: tuple[str, ...], days: tuple[date, ...]) -> Iterator[Asked]:
    issues = [i for i in archive.register.issues if archive.rolls.from_file(i)] or ["ukraine-war"]
    if archive is specimens():
        issues = ["specimen-strait", "ukraine-war"]
    for actor in actors:
        for day in days:
            for issue in (None, *issues):
                for length in Length:
                    subject = (actor, issue) if issue else (actor,)
                    yield briefing.position(archive, actor, issue, day, length), day, subject
                    yield briefing.timeline(archive, actor, issue, day, length), day, ("timeline", *subject)


def _texts(archive: Archive, texts: tuple[str, ...], days: tuple[date, ...]) -> Iterator[Asked]:
    for text in texts:
        for day in days:
            for length in Length:
                yield briefing.event(archive, text, day, length), day, (text,)
                if archive.measure(text):
                    yield briefing.vote(archive, text, None, day, length), day, (text,)
                    for bloc in ("asean", "arab-league"):
                        yield briefing.vote(archive, text, bloc, day, length), day, (text, bloc)
                    for option in VoteOption:
                        yield briefing.voters(archive, text, option, None, day, length), day, (text, option.value)
                        answer = briefing.voters(archive, text, option, "eu", day, length)
                        yield answer, day, (text, option.value, "eu")
                else:
                    yield briefing.source(archive, text, day, length), day, (text,)


def _compared(archive: Archive, sets: tuple[tuple[str, ...], ...], days: tuple[date, ...]) -> Iterator[Asked]:
    for actors in sets:
        for issue in (None, "ukraine-war", "palestine", "iran-human-rights", "specimen-strait"):
            if issue is None or issue in archive.register.issues:
                for day in days:
                    for length in Length:
                        subject = (*actors, issue) if issue else actors
                        yield briefing.compare(archive, list(actors), issue, day, length), day, subject


def _many(archive: Archive) -> Iterator[Asked]:
    actors = archive.register.actors.values()
    blocs = [actor.id for actor in actors if actor.kind is ActorKind.BLOC][::3]
    for day in (TODAY, date(2014, 4, 1), date(1985, 11, 7), date(1960, 1, 1)):
        for issue in (None, "palestine", "ukraine-war", "climate"):
            subject = (issue,) if issue else ()
            for bloc in blocs:
                yield briefing.bloc(archive, bloc, issue, day, Length.LONG), day, (bloc, *subject)
            for since in (None, date(1900, 1, 1), date(1983, 1, 1), date(2022, 3, 3)):
                answer = briefing.shifts(archive, issue, since, day, Length.LONG)
                begun = (f"since:{since.isoformat()}",) if since else ()
                yield answer, day, (*begun, *subject)
        yield briefing.issues(archive, day, Length.LONG), day, tuple(archive.register.issues)


def _digests(archive: Archive, days: tuple[date, ...]) -> Iterator[Asked]:
    for follows in (Filter(), Filter(actors=("asean",)), Filter(actors=("KHM", "USA")), Filter(actors=("eu",)),
                    Filter(issues=("ukraine-war",)), Filter(actors=("hun-sen", "cnrp", "KHM"))):  # fmt: skip
        for day in days:
            for length in Length:
                answer = briefing.digest_of_day(archive, day, follows, length)
                yield answer, day + timedelta(days=1), ("digest", *follows.actors, *follows.issues)


def windows(name: str, archive: Archive) -> Iterator[Truth]:
    """Scheduled digests: what was recorded the day after it was published."""
    records = {**archive.events, **archive.rollcalls}
    published = {key: archive.sources[record.source].published for key, record in records.items()}
    entered = {key: datetime.combine(day, time(12), UTC) + timedelta(days=1) for key, day in published.items()}
    for day in sorted({at.date() for at in entered.values()}):
        for follows in (Filter(), Filter(actors=("asean",))):
            for hours in (0, 24):
                since = datetime.combine(day, time(), UTC) + timedelta(hours=hours)
                until = since + timedelta(days=1)
                answer = briefing.digest_of_window(archive, entered, since, until, follows, Length.LONG)
                as_of = until.date()
                view = archive.as_of(as_of).recorded_at(entered)
                subject = ("digest", f"since:{since.date().isoformat()}", *follows.actors)
                yield Truth(f"{name}+", view, briefing.submission(answer.document, as_of, subject))
        yield from _alerts(name, archive, entered, datetime.combine(day, time(), UTC))


def _alerts(name: str, archive: Archive, entered: Mapping[str, datetime], since: datetime) -> Iterator[Truth]:
    """What of a day is posted at once, and the digest that has nothing to tell beyond it."""
    until = since + timedelta(days=1)
    as_of = until.date()
    view = archive.as_of(as_of).recorded_at(entered)
    for follows in (Filter(), Filter(actors=("asean",)), Filter(issues=("ukraine-war",)),
                    Filter(issues=("ukraine-war",), actors=("KHM",))):  # fmt: skip
        news = briefing.digest_of_window(archive, entered, since, until, follows, Length.LONG).news
        if not news:
            continue
        asked = (*follows.actors, *follows.issues)
        alert = briefing.alert(archive, entered, since, until, news, follows, Length.LONG)
        yield Truth(f"{name}+", view, briefing.submission(alert.document, as_of, ("alert", *asked)))
        rest = briefing.digest_of_window(archive, entered, since, until, follows, Length.LONG, alerted=news)
        subject = ("digest", *asked, *(f"alerted:{record}" for record in news))
        yield Truth(f"{name}+", view, briefing.submission(rest.document, as_of, subject))


def truths() -> Iterator[Truth]:
    """All of them, in a fixed order."""
    yield from gold()
    days = (TODAY, date(2022, 3, 4))
    texts = tuple(article().events) + tuple(article().register.measures)[:4]
    yield from of("article", article(), lambda a: _texts(a, texts, days))
    yield from of(
        "article",
        article(),
        lambda a: _positions(a, ("KHM", "VNM", "SGP", "asean", "hun-sen", "cnrp", "grandi", "PSE", "RUS"), days),
    )
    yield from of(
        "article", article(), lambda a: _compared(a, (("KHM", "VNM", "SGP"), ("KHM", "VNM"), ("hun-sen", "cnrp")), days)
    )
    early = tuple(date(2022, 3, 1) + timedelta(days=d) for d in range(5))
    yield from of("article", article(), lambda a: _digests(a, early))
    special = tuple(specimens().events) + tuple(m for m in specimens().register.measures if m.startswith("sp-"))
    acting = tuple(sorted({who for e in specimens().events.values() for who in (*e.by, *e.owner)}))
    yield from of("specimens", specimens(), lambda a: _texts(a, special, (TODAY,)))
    yield from of("specimens", specimens(), lambda a: _positions(a, (*acting, "SSD"), (TODAY,)))
    yield from of("specimens", specimens(), lambda a: _compared(a, (("AUS", "GRC"), ("KHM", "VNM", "LAO")), (TODAY,)))
    yield from windows("specimens", specimens())
    yield from windows("article", article())
    yield from of("shipped", shipped(), lambda a: _texts(a, tuple(a.register.measures), days))
    yield from of(
        "shipped",
        shipped(),
        lambda a: _positions(
            a, ("KHM", "VNM", "SSD", "PSE", "asean", "RUS", "CUB", "HUN", "TUV", "ERI"), (*days, date(2014, 3, 27))
        ),
    )
    yield from of(
        "shipped",
        shipped(),
        lambda a: _compared(
            a, (("KHM", "VNM", "SGP"), ("USA", "HUN"), ("KHM", "asean"), ("PSE", "KHM"), ("FRA", "SSD")), days
        ),
    )
    yield from of(
        "shipped", shipped(), lambda a: _digests(a, (*early, date(2022, 3, 24), date(2022, 4, 7), date(2025, 2, 24)))
    )
    yield from of("shipped", shipped(), _many)
    for name, archive in (("imported", imported()), ("odd", odd()), ("wavering", wavering())):
        filed = tuple(archive.rolls.measure(n).id for n in range(len(archive.rolls.matrix)))
        yield from of(name, archive, lambda a, t=filed: _texts(a, t[:14], (TODAY,)))
        yield from of(
            name,
            archive,
            lambda a: _positions(
                a,
                ("KHM", "CSK", "SSD", "PSE", "asean", "RUS", a.rolls.matrix.members[8]),
                (TODAY, date(1990, 12, 31), date(1989, 12, 31)),
            ),
        )
        yield from of(
            name,
            archive,
            lambda a: _compared(
                a,
                (("KHM", "VNM"), ("RUS", "USA"), ("USA", "RUS", "CHN"), ("KHM", "SSD"), ("CSK", "RUS"), ("AUS", "PSE")),
                (TODAY, date(1990, 12, 31)),
            ),
        )
        seen = sorted({archive.rolls.matrix.ballots[n].day for n in range(len(archive.rolls.matrix))})
        yield from of(name, archive, lambda a, d=tuple(seen): _digests(a, (*d[:10], date(1990, 12, 9))))
        yield from of(name, archive, _many)
    for number, calls in enumerate(((0,), (10,), (6, 10))):
        few = with_file(article(), calls)
        yield from of(
            f"few{number}",
            few,
            lambda a: _compared(
                a, (("KHM", "VNM"), ("KHM", "VNM", "IND"), ("AUS", "SSD"), ("LAO", "THA", "IND")), (TODAY,)
            ),
        )
        yield from of(f"few{number}", few, lambda a: _positions(a, ("KHM", "SSD", "RUS", "CSK"), (TODAY,)))
        yield from of(f"few{number}", few, _many)
    for many in (20, 40):
        yield from of(f"crowded{many}", crowded(many), lambda a: _digests(a, (date(1990, 12, 10),)))
    yield from of("parts", parts_alone(), lambda a: _positions(a, ("KHM", "SSD"), (TODAY,)))
    yield from acts()


def some(count: int) -> list[Truth]:
    return list(islice(truths(), count))
