# ruff: noqa: E501  (records are read one a line)
"""True briefs beside those of `corpus`: archives that keep a history, accounts that differ, files of few calls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import combinations

from briefs import briefing
from briefs.archive import Archive
from briefs.codebook import Act, Length
from briefs.digests import Filter
from briefs.proof import Sentence, load_skeletons
from briefs.proof.inquiry import inquire
from tests.archives import article, imported, odd, shipped, specimens, with_file
from tests.briefs import test_attacks as attacks
from tests.briefs.gold import submission
from tests.briefs.test_every_form_of_every_act import DAY, HANDS, SOURCE, STAGES, held
from tests.histories import BEGUN, Life, lived
from tests.histories import DAY as ONE_DAY
from tests.knockouts.corpus import ACTS_DAY, TODAY, Asked, Truth, of
from tests.knockouts.seldom import by_hand, loose

KHM = ("KHM",)


def proved_by_others() -> Iterator[Truth]:
    """The true sentences of tests/attacks.yaml, with the cites that are found for them."""
    skeletons = load_skeletons("en")
    for line in attacks.lines("truths"):
        archive = attacks.held(line.beside, line.as_of)
        subject = attacks.subjects_of((line.subject,) if line.subject else (), attacks.names(), ())
        told = (*line.before, line.text)
        rulings = inquire(told, archive, line.as_of, subject, skeletons)
        sentences = tuple(Sentence(text, ruling.cites) for text, ruling in zip(told, rulings, strict=True))
        yield Truth(line.beside or "shipped", archive, replace(submission("", subject, *sentences), as_of=line.as_of))


def accounts() -> Iterator[Truth]:
    """One act by two sources, at every stage, in everybody's hands, whole lists and lists in part."""
    for hands in (*HANDS[:3], "by: [VNM, LAO]", "by: [VNM, LAO], complete: false", "by: VNM, complete: false"):
        for stage in STAGES:
            text = (SOURCE % ("post", "The Post")).replace("ev: [x]", "ev: [y]") + (
                f"- {{id: other, act: sign, {hands}, date: 2024-05-04, what: a pact, {stage}, same_as: wire/one, issue: ukraine-war, ev: [x]}}"
            )
            archive = held([("one", f"act: sign, {hands}, date: 2024-05-05, what: a pact, {stage}")], text)
            yield from of(f"accounts {hands} {stage}", archive, _accounts)


def _accounts(archive: Archive) -> Iterator[Asked]:
    for key in ("wire/one", "post/other"):
        yield briefing.event(archive, key, ACTS_DAY, Length.LONG), ACTS_DAY, (key,)
    yield briefing.digest_of_day(archive, DAY, Filter(), Length.LONG), DAY + timedelta(days=1), ("digest",)


def without_objects() -> Iterator[Truth]:
    """Acts that assembly wants an object of, as an archive could hold them none the less."""
    archive = held([("one", "act: pledge-aid, by: VNM, date: 2024-05-05")])
    signed = archive.events["wire/one"]
    for act in (Act.CONDEMN, Act.WELCOME, Act.SUPPORT, Act.OPPOSE):
        bare = replace(archive, events={**archive.events, "wire/one": replace(signed, act=act)})
        yield from of(
            f"bare {act.value}",
            bare,
            lambda a: iter([(briefing.event(a, "wire/one", ACTS_DAY, Length.LONG), ACTS_DAY, ("wire/one",))]),
        )


def remembered() -> Iterator[Truth]:
    """Archives that keep a history: what changed, and answers as they were known at an instant."""
    now = BEGUN + 15 * ONE_DAY
    empty = Life()
    bare = replace(article(), events={})
    empty.hold(bare, BEGUN)
    many = Life()
    many.hold(replace(specimens(), events={}, rollcalls={}), BEGUN)
    one = Life()
    single = {"voa/vote": article().events["voa/vote"]}
    one.hold(replace(article(), events=single), BEGUN)
    filed = replace(with_file(article(), (7,)))
    assert filed.imported is not None
    filed = replace(filed, imported=replace(filed.imported, at=BEGUN + ONE_DAY))
    archives = {
        "lived": lived(), "begun empty": empty.hold(article(), BEGUN + ONE_DAY), "begun with one": one.hold(article(), BEGUN + ONE_DAY),
        "many": many.hold(specimens(), BEGUN + ONE_DAY), "one more": _one_more(),
        "one imported": one.hold(filed, BEGUN + 2 * ONE_DAY),
    }  # fmt: skip
    for name, archive in archives.items():
        yield from of(name, archive.released(now), lambda a: _changes(a, now))
        for days in (-1, 0, 2, 6):
            instant = BEGUN + days * ONE_DAY
            yield from of(f"{name} {days}", archive.known_by(instant), lambda a, i=instant: _changes(a, i))
            for truth in of(f"{name} {days}", archive.known_by(instant), _known):
                yield truth
                compiled = truth.brief.footer.replace("Sources to", "Compiled from sources to")
                yield replace(truth, brief=replace(truth.brief, footer=compiled))


def _one_more() -> Archive:
    """A record changed in its place on thirteen days: one change more than a short answer tells."""
    life, events = Life(), dict(article().events)
    archive = life.hold(article(), BEGUN)
    for day in range(13):
        events["voa/kh-asean"] = replace(events["voa/kh-asean"], form=f"letter {day}")
        archive = life.hold(replace(article(), events=dict(events)), BEGUN + (day + 1) * ONE_DAY)
    return archive


def _changes(archive: Archive, until: datetime) -> Iterator[Asked]:
    for first in (date(2026, 3, 2), None, date(2026, 2, 1), date(2026, 3, 5)):
        for length in Length:
            answer = briefing.changes(archive, first, until, length)
            day = until.date()
            since = first or day - timedelta(days=7)
            yield answer, day, ("changes", since.isoformat())
    quiet = until + 30 * ONE_DAY
    if archive.known is None:
        day = quiet.date()
        yield (
            briefing.changes(archive, None, quiet, Length.SHORT),
            day,
            ("changes", (day - timedelta(days=7)).isoformat()),
        )


def _known(archive: Archive) -> Iterator[Asked]:
    day = date(2026, 3, 20)
    for length in Length:
        yield briefing.position(archive, "KHM", None, day, length), day, KHM
        for id_ in ("voa/kh-msg", "voa/vote"):
            yield briefing.event(archive, id_, day, length), day, (id_,)
            if archive.as_of(day).holds(id_):
                yield briefing.source(archive, id_, day, length), day, (id_,)
        for text in list(archive.rollcalls)[:2]:
            call = archive.rollcalls[text]
            yield briefing.source(archive, text, day, length), day, (text, call.measure)
        yield briefing.compare(archive, ["KHM", "VNM"], None, day, length), day, ("KHM", "VNM")
        yield briefing.event(archive, "un-es-11-1", day, length), day, ("un-es-11-1",)


def sources() -> Iterator[Truth]:
    """Where roll calls come from, of records and of the file, read and hashed or not."""
    for name, archive in (("shipped", shipped()), ("imported", imported())):
        read = {key: replace(source, retrieved=date(2025, 1, 2)) for key, source in archive.sources.items()}
        hashed = replace(
            archive, sources={key: replace(source, sha256=32 * "ab") for key, source in archive.sources.items()}
        )
        if hashed.imported is not None:
            hashed = replace(
                hashed,
                imported=replace(hashed.imported, source=replace(hashed.imported.source, sha256=32 * "ab")),
                view=None,
            )
        yield from of(f"{name} hashed", hashed, _sources)
        unread = {key: replace(source, sha256=None) for key, source in archive.sources.items()}
        yield from of(name, archive, _sources)
        yield from of(f"{name} read", replace(archive, sources=read), _sources)
        yield from of(f"{name} unhashed", replace(archive, sources=unread), _sources)
    yield from of("shipped recorded", Life().hold(shipped(), BEGUN), _sources)


def _sources(archive: Archive) -> Iterator[Asked]:
    ids = [
        *list(archive.events)[:2],
        *list(archive.rollcalls)[:2],
        *(archive.rolls.id_of(n) for n in range(min(2, len(archive.rolls.matrix)))),
    ]
    for id_ in ids:
        call = archive.call(id_)
        for length in Length:
            yield briefing.source(archive, id_, TODAY, length), TODAY, (id_, call.measure) if call else (id_,)


def few_calls() -> Iterator[Truth]:
    """Files of one call and of two, so that pairs voted alike in all, in none, in one."""
    pairs = list(combinations(("KHM", "VNM", "LAO", "THA", "FRA", "RUS", "AUS", "SSD"), 2))
    for calls in ((0,), (10,), (6, 10)):
        archive = with_file(article(), calls)
        yield from of(f"few {calls}", archive, lambda a: _pairs(a, pairs))


def _pairs(archive: Archive, pairs: list[tuple[str, str]]) -> Iterator[Asked]:
    for pair in pairs:
        for actors in (pair, (*pair, "IND")):
            for issue in (None, "palestine"):
                subject = (*actors, issue) if issue else actors
                yield briefing.compare(archive, list(actors), issue, TODAY, Length.LONG), TODAY, subject


def members() -> Iterator[Truth]:
    """Members of whom the file has no row, states of one roll call, a bloc that has none yet."""
    for name, archive in (("imported", imported()), ("odd", odd()), ("shipped", shipped())):
        yield from of(name, archive, _members)


def _members(archive: Archive) -> Iterator[Asked]:
    rowless = archive.rolls.matrix.members[8:100:9]
    for actor in (*rowless, "SSD", "MNE", "TLS", "KHM", "PSE", "CHE"):
        for issue in (None, "palestine", "ukraine-war", "law-of-the-sea"):
            if issue is None or issue in archive.register.issues:
                for day in (date(1990, 1, 1), date(1990, 12, 31), date(2012, 1, 1), date(2014, 4, 1), TODAY):
                    for length in Length:
                        subject = (actor, issue) if issue else (actor,)
                        yield briefing.position(archive, actor, issue, day, length), day, subject
    for bloc in ("brics", "au", "g20"):
        for number in range(min(6, len(archive.rolls.matrix))):
            text = archive.rolls.measure(number).id
            yield briefing.vote(archive, text, bloc, TODAY, Length.LONG), TODAY, (text, bloc)


def more() -> Iterator[Truth]:
    for make in (by_hand, loose, proved_by_others, accounts, without_objects, remembered, sources, few_calls, members):
        yield from make()
