"""A true sentence made false: its words, its form, its cites, who asked, when, what stood before it; the records are in
`records`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import chain, islice

from briefs.codebook import VoteOption
from briefs.proof.case import Focus, Under
from briefs.proof.skeletons import Skeleton, SkeletonList, Slot
from briefs.proof.submission import FooterNote
from briefs.records import EventRecord
from tests.knockouts import records
from tests.knockouts.made import EMPTY, FEW, Falsehood, Instance, Stock, rebriefed, short, with_sentence, written

# -- Words and form


def words(instance: Instance, stock: Stock) -> Iterator[Falsehood]:
    held = instance.words()
    if held is None:
        return

    def said(how: str, others: Mapping[str, str]) -> Falsehood:
        return Falsehood(how, with_sentence(instance.line, written(instance.skeleton, {**held, **others})))

    slots = [slot for slot in instance.skeleton.slots if not slot.type.startswith("deed")]
    for slot in slots:
        for other in _others(slot, held[slot.name], stock):
            yield said(f"{slot.name}: {other}", {slot.name: other})
    for slot in instance.skeleton.slots:
        phrases = [phrase for phrase in stock.words.get(slot.type, ()) if phrase != held[slot.name]]
        for phrase in phrases[:: max(len(phrases) // 8, 1)][:8] if slot.type.startswith("deed") else ():
            yield said(f"{slot.name}: {phrase}", {slot.name: phrase})
    pairs = [(a, b) for at, a in enumerate(slots) for b in slots[at + 1 :] if a.type == b.type]
    for a, b in pairs:
        yield said(f"{a.name} and {b.name} swapped", {a.name: held[b.name], b.name: held[a.name]})
    if len(pairs) > 1:
        both = {a.name: held[b.name] for a, b in pairs} | {b.name: held[a.name] for a, b in pairs}
        yield said("all swapped", both)
    symbol = next((slot.name for slot in slots if slot.type == "symbol"), None)
    title = next((slot.name for slot in slots if slot.type == "title"), None)
    for text in instance.line.brief.archive.register.measures.values() if symbol or title else ():
        if title and text.title != held[title]:
            yield said(f"titled {text.title}", {title: text.title})
        other_text = {name: value for name, value in ((symbol, text.symbol), (title, text.title)) if name}
        yield said(f"of {text.symbol}", other_text)


AGAIN = {"Personal": ("He", "She", "They")}
"""Words that no true line may have while nobody in the archives is spoken of so."""


def _others(slot: Slot, said: str, stock: Stock) -> Iterator[str]:
    found = [word for word in (*stock.words.get(slot.type, ()), *AGAIN.get(slot.type, ())) if word != said]
    near = sorted(found, key=lambda word: (abs(len(word) - len(said)), word))
    digits = re.search(r"\d+", said)
    if digits is not None:
        for n in (int(digits[0]) + 1, max(int(digits[0]) - 1, 0), 0, 1, 2):
            yield said[: digits.start()] + str(n) + said[digits.end() :]
    yield from dict.fromkeys((*near[:5], *found[:: max(len(found) // 6, 1)][:7]))


COUNTED = frozenset({"int", "number"})
"""Slots that a line which says "the one" has not: there "1" is put in."""
ONE = {"roll_calls": "the one roll call", "each_call": "the one roll call"}
"""Slots that say one in words."""
LIKE: Mapping[tuple[str, str], Callable[[str], tuple[str, ...]]] = {
    ("times_one", "times"): lambda said: (f"{said} in 1", f"{said} in all"),
    ("times", "times_one"): lambda said: (said.partition(" in all")[0], said.partition(" in 1")[0]),
    ("each_call", "roll_calls"): lambda said: (said, "the one roll call"),
    ("roll_calls", "each_call"): lambda said: (said, "the one roll call"),
}
"""Slots whose words turn into another's."""


def forms(instance: Instance, skeletons: SkeletonList, lines: frozenset[str] | None = None) -> Iterator[Falsehood]:
    """The same words in every other line (of these) that takes them, its numbers as they are and as one."""
    held = instance.words()
    if held is None:
        return
    types = {slot.name: slot.type for slot in instance.skeleton.slots}
    for other in skeletons.by_place.get(instance.skeleton.place, ()):
        if other.id != instance.skeleton.id and (lines is None or other.id in lines):
            for taken in _taken(other, held, types):
                yield Falsehood(f"as {other.id}", with_sentence(instance.line, written(other, taken)))


def _taken(other: Skeleton, held: Mapping[str, str], types: Mapping[str, str]) -> list[dict[str, str]]:
    found: list[dict[str, str]] = [{"_": held["_"], "_after": held["_after"]}]
    for slot in other.slots:
        found = [{**taken, slot.name: way} for taken in found for way in _ways(slot, held, types)][:12]
    return found


def _ways(slot: Slot, held: Mapping[str, str], types: Mapping[str, str]) -> tuple[str, ...]:
    """What that slot can say with the words there are; nothing where they do not fit."""
    name = slot.name if types.get(slot.name) == slot.type else None
    name = name or next((n for n, kind in types.items() if kind == slot.type), None)
    if name is None and slot.type.startswith("deed"):
        name = next((n for n, kind in types.items() if kind.startswith("deed")), None)
    if name is not None:
        one = "1" if slot.type in COUNTED else ONE.get(slot.type, held[name])
        return (held[name], one) if one != held[name] else (one,)
    for kind, said in ((types[n], held[n]) for n in types):
        if (kind, slot.type) in LIKE:
            return LIKE[kind, slot.type](said)
    return ("1",) if slot.type in COUNTED else ("",) if slot.type in EMPTY else ()


def run_ins(instance: Instance) -> Iterator[Falsehood]:
    """In a digest: under another day."""
    day, text = instance.line.focus.digest_day, instance.text
    for other in (0, 1, 2, 4) if day else ():
        assert day is not None
        that = day - timedelta(days=other)
        lead = f"{that.day} {that:%B} {that.year}"
        yield Falsehood(f"under {that}", with_sentence(instance.line, f"{lead}. {text}"))
        yield Falsehood(f"late of {that}", with_sentence(instance.line, f"{lead}, not in an earlier digest. {text}"))


# -- Cites


def cites(instance: Instance, stock: Stock) -> Iterator[Falsehood]:
    line, archive = instance.line, instance.line.brief.archive
    old = line.sentence.cites
    for at, cite in enumerate(old):
        rest = (*old[:at], *old[at + 1 :])
        if rest:
            yield Falsehood(f"without {cite}", with_sentence(line, cites=rest))
        if cite.startswith("query:"):
            others: Sequence[str] = tuple(stock.queries)
        elif cite in archive.events:
            others = _spread(archive.events, archive.events[cite])
        else:
            held = chain(archive.rollcalls, map(archive.rolls.id_of, range(len(archive.rolls.matrix))))
            others = (*archive.events, *islice(held, 24))
        for other in others:
            if other not in old:
                yield Falsehood(f"{cite} → {other}", with_sentence(line, cites=(*old[:at], other, *old[at + 1 :])))


def _spread(events: Mapping[str, EventRecord], like: EventRecord) -> tuple[str, ...]:
    """Records of the same act first, then some of others."""
    same = [key for key, event in events.items() if event.act is like.act and key != like.id]
    rest = [key for key, event in events.items() if event.act is not like.act]
    return (*same[:6], *rest[:: max(len(rest) // 6, 1)][:6])


# -- Who asked, when, and what stood before


DID_ON = {
    VoteOption.FAVOUR: "voted in favour of", VoteOption.AGAINST: "voted against",
    VoteOption.ABSTAINED: "abstained on", VoteOption.ABSENT: "did not vote on",
}  # fmt: skip


def _other_options(instance: Instance, subject: tuple[str, ...]) -> Iterator[Falsehood]:
    """Another option asked for; and told as well."""
    line, submission = instance.line, instance.line.brief.submission
    old = next((said for said in DID_ON.values() if said in instance.text), None)
    for option, said in DID_ON.items():
        other = rebriefed(line, submission=replace(submission, subject=(*subject, option.value)))
        yield Falsehood(f"asked about {option.value}", other)
        if old is not None:
            yield Falsehood(f"asked and told {option.value}", with_sentence(other, instance.text.replace(old, said)))


def asked(instance: Instance, stock: Stock) -> Iterator[Falsehood]:
    line, submission = instance.line, instance.line.brief.submission
    some = list(stock.subjects.get(instance.archive, ()))
    for subject in ((), *some[:: max(len(some) // 14, 1)][:14], (*submission.subject, "NZL"), ("NZL",),
                    (*submission.subject, "un-es-11-1"), (*submission.subject, "ukraine-war"), submission.subject[1:],
                    (*submission.subject, "palestine"), ("digest",)):  # fmt: skip
        if subject != submission.subject:
            yield Falsehood(
                f"asked about {' '.join(subject)}", rebriefed(line, submission=replace(submission, subject=subject))
            )
    for word in submission.subject:
        less = tuple(each for each in submission.subject if each != word)
        yield Falsehood(f"not asked about {word}", rebriefed(line, submission=replace(submission, subject=less)))
        if word in {option.value for option in VoteOption}:
            yield from _other_options(instance, less)
    twice = (*submission.sentences, instance.line.sentence)
    yield Falsehood("said twice", rebriefed(line, submission=replace(submission, sentences=twice)))
    instant = datetime(2026, 1, 1, tzinfo=UTC)
    yield Falsehood("as known then", rebriefed(line, submission=replace(submission, known=instant)))
    for days in (1, -1, 30, -30, 3000):
        day = submission.as_of + timedelta(days=days)
        yield Falsehood(f"as of {day}", rebriefed(line, submission=replace(submission, as_of=day)))


def before(instance: Instance, stock: Stock) -> Iterator[Falsehood]:
    """Something else established: nothing, or what some other sentence of the archive had before it."""
    line, now = instance.line, instance.line.focus
    yield Falsehood("nothing before it", replace(line, focus=Focus()))
    others = list(stock.foci.get(instance.archive, ()))
    for name, default in Focus._field_defaults.items():
        value = getattr(now, name)
        met: list[object] = [default]
        for focus in others:
            other = getattr(focus, name)
            if other not in met and len(met) < FEW:
                met.append(other)
        if name in ("measure", "table_measure"):
            met.append("un-es-11-2")
        if name == "digest_day" and now.digest_day:
            met += [now.digest_day - timedelta(days=1), now.digest_day + timedelta(days=1)]
        if name == "under" and now.digest_day:
            met += [Under(kind, now.digest_day) for kind in ("day", "late", "undated")]
        for other in met:
            if other != value:
                yield Falsehood(f"{name} before it {short(other)}", replace(line, focus=now._replace(**{name: other})))


def notes(instance: Instance) -> Iterator[Falsehood]:
    """Notes that hold other records, or stand otherwise."""
    line, submission = instance.line, instance.line.brief.submission
    held = list(line.brief.archive.events)[:4] + list(line.brief.archive.rollcalls)[:4]
    if line.note is not None:
        for cite in held:
            for some in ((cite,), (*line.note.records, cite)):
                yield Falsehood(f"note holds {' '.join(some)}", replace(line, note=replace(line.note, records=some)))
        return
    for cite in held:
        note = FooterNote(1, "", "https://example.org", (cite,))
        for some in ((note,), (*submission.notes, note), submission.notes[1:], submission.notes[::-1]):
            yield Falsehood(f"notes hold {cite}", rebriefed(line, submission=replace(submission, notes=some)))


def falsehoods(instance: Instance, stock: Stock, skeletons: SkeletonList) -> Iterator[Falsehood]:
    """Every one, the cheap ones first."""
    makes: tuple[Callable[[], Iterator[Falsehood]], ...] = (
        lambda: words(instance, stock),
        lambda: forms(instance, skeletons),
        lambda: cites(instance, stock),
        lambda: asked(instance, stock),
        lambda: before(instance, stock),
        lambda: records.changed(instance),
        lambda: run_ins(instance),
        lambda: records.swapped(instance),
        lambda: records.beside(instance),
        lambda: records.filed(instance),
        lambda: records.histories(instance),
    )
    for make in makes:
        yield from make()
    if instance.skeleton.place in ("note", "footer", "paste"):
        yield from notes(instance)
    yield from records.register(instance)
