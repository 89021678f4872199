"""Models of one file → the frozen values of `briefs/records.py`. Nothing can go wrong: `models` has checked all."""

from __future__ import annotations

from collections.abc import Iterable

from briefs.codebook import ActorKind, VoteOption
from briefs.reading import models as m
from briefs.records import (
    Actor,
    Assertion,
    Count,
    Dated,
    EventRecord,
    Evidence,
    FormerState,
    Issue,
    IssueRule,
    Measure,
    NamedList,
    OldCode,
    Quote,
    Request,
    Role,
    RollCall,
    Saying,
    Source,
    Tally,
    Via,
)

KINDS = {
    "bodies": ActorKind.BODY,
    "blocs": ActorKind.BLOC,
    "organisations": ActorKind.ORGANISATION,
    "parties": ActorKind.PARTY,
    "missions": ActorKind.MISSION,
    "organs": ActorKind.ORGAN,
    "persons": ActorKind.PERSON,
}
"""Top-level key of a register file → kind of the actors under it (states say theirs themselves)."""


def source(shape: m.SourceShape) -> Source:
    return Source(
        id=shape.id,
        publisher=shape.publisher,
        kind=shape.kind,
        lang=shape.lang,
        title=shape.title,
        url=shape.url,
        published=shape.published,
        licence=shape.licence,
        retrieved=shape.retrieved,
        sha256=shape.sha256,
    )


def event(shape: m.EventShape, source_id: str) -> EventRecord:
    """With the references as written; `assembly` resolves them."""
    lists = ((option, getattr(shape, option.value)) for option in VoteOption)
    return EventRecord(
        id=f"{source_id}/{shape.id}",
        source=source_id,
        act=shape.act,
        date=shape.date,
        by=tuple(shape.by or ()),
        on_behalf=shape.for_,
        issue=shape.issue,
        about=shape.about,
        body=shape.in_,
        to=shape.to,
        partner=shape.with_,
        target=shape.against_actor,
        label=shape.label,
        tally=_tally(shape.tally) if shape.tally else None,
        named={option: NamedList(given.complete, tuple(given.of)) for option, given in lists if given},
        cosponsors=_count(shape.cosponsors) if shape.cosponsors else None,
        complete=shape.complete,
        role=shape.role,
        figures={key: _count(figure) for key, figure in shape.figures.items()},
        status=shape.status,
        condition=shape.condition,
        asked_by=Request(tuple(shape.asked_by.of), shape.asked_by.per) if shape.asked_by else None,
        asserts=tuple(map(_assertion, shape.asserts)),
        says=tuple(_saying(key, item) for key, item in shape.says.items()),
        quotes=tuple(Quote(key, item.text, item.n) for key, item in shape.quotes.items()),
        via=tuple(Via(item.form, item.by, item.date) for item in shape.via),
        form=shape.form,
        what=shape.what.text if shape.what else None,
        what_forms=_what_forms(shape.what, shape.with_) if shape.what else {},
        evidence=tuple(Evidence(item.text, item.n) for item in shape.ev),
        same_as=shape.same_as,
        corrects=shape.corrects,
        reason=shape.reason,
        state=shape.state,
        embargo=shape.embargo,
    )


def _what_forms(shape: m.WhatShape, partner: str | None) -> dict[str, str]:
    """The forms given. Beside a partner there is always one: a plain text serves, without the partner said twice."""
    beside = shape.with_ or (_beside(shape.text, partner) if partner else None)
    return {key: form for key, form in (("with", beside), ("brief", shape.brief)) if form is not None}


def _beside(text: str, partner: str) -> str:
    """With `asean`, "an ASEAN statement calling for …" → "a statement calling for …"; any other text as it stands."""
    article, *words = text.split(" ")
    named = len(partner.split("-"))
    rest = words[named:]
    if article not in ("a", "an", "the") or not rest or "-".join(words[:named]).casefold() != partner.casefold():
        return text
    if article != "the":
        article = "an" if rest[0][:1].casefold() in "aeiou" else "a"
    return " ".join((article, *rest))


def _tally(shape: m.TallyShape) -> Tally:
    return Tally(shape.favour, shape.against, shape.abstained, shape.voted, shape.members, shape.absent)


def _count(shape: m.CountShape) -> Count:
    return Count(shape.n, shape.approx, shape.per, shape.of)


def _assertion(shape: m.AssertionShape) -> Assertion:
    return Assertion(shape.act, tuple(shape.of), shape.about, shape.what, shape.with_, shape.against_actor)


def _saying(key: str, shape: m.SayingShape) -> Saying:
    text = shape.text if shape.text is not None else shape.hope
    assert text is not None
    return Saying(key, text, hedge="hope" if shape.hope is not None else None, again=shape.again)


def rollcall(shape: m.RollCallShape, source_id: str) -> RollCall:
    given = shape.tally
    return RollCall(
        id=f"{source_id}/{shape.id}",
        source=source_id,
        measure=shape.measure,
        body=shape.in_,
        date=shape.date,
        tally=Tally(given.favour, given.against, given.abstained, members=given.members, absent=given.absent),
        votes={state: option for option in VoteOption for state in getattr(shape.votes, option.value)},
        meeting=shape.meeting,
    )


def _named(shape: m.Named) -> dict[str, object]:
    return {
        "name": shape.name,
        "article": shape.article,
        "short": shape.short,
        "names": tuple(shape.names),
        "demonyms": tuple(shape.demonyms),
        "notes": tuple(Dated(note.text, note.from_, note.to) for note in shape.notes),
        "source": f"{shape.source.title}, {shape.source.url}" if shape.source else "",
    }


def state(shape: m.StateShape) -> Actor:
    return Actor(
        id=shape.id,
        kind=ActorKind(shape.kind),
        iso2=shape.iso2,
        m49=shape.m49,
        people=shape.people,
        un_names=tuple(Dated(entry.name, entry.from_, entry.to) for entry in shape.un),
        member=tuple(Dated(str(entry.of), entry.from_, entry.to) for entry in shape.member),
        **_named(shape),  # type: ignore[arg-type]
    )


def actor(shape: m.ActorShape, kind: ActorKind) -> Actor:
    return Actor(
        id=shape.id,
        kind=kind,
        part_of=shape.of,
        country=shape.country,
        standing=shape.standing,
        **_named(shape),  # type: ignore[arg-type]
    )


def bloc(shape: m.BlocShape) -> Actor:
    return Actor(
        id=shape.id,
        kind=ActorKind.BLOC,
        part_of=shape.of,
        members=_dated(shape.members),
        unlisted=shape.unlisted,
        chair=_dated(shape.chair),
        **_named(shape),  # type: ignore[arg-type]
    )


def _dated(entries: Iterable[m.DatedMember]) -> tuple[Dated[str], ...]:
    return tuple(Dated(entry.id, entry.from_, entry.to) for entry in entries)


def person(shape: m.PersonShape) -> Actor:
    roles = tuple(Role(role.title, role.of, role.from_, role.to, role.at, role.per) for role in shape.roles)
    return Actor(
        id=shape.id,
        kind=ActorKind.PERSON,
        pronoun=shape.pronoun,
        roles=roles,
        **_named(shape),  # type: ignore[arg-type]
    )


def issue(shape: m.IssueShape) -> Issue:
    return Issue(shape.id, shape.title, tuple(shape.names), shape.parent, tuple(shape.about))


def measure(shape: m.MeasureShape) -> Measure:
    return Measure(shape.id, shape.symbol, shape.title, shape.in_, shape.issue)


def former(shape: m.FormerShape) -> FormerState:
    return FormerState(
        shape.id, shape.name, shape.from_, shape.to, article=shape.article, seat=shape.seat, names=tuple(shape.names)
    )


def code(shape: m.CodeShape) -> OldCode:
    return OldCode(shape.code, shape.id, shape.from_, shape.to)


def rule(shape: m.IssueShape) -> IssueRule | None:
    """None for an issue that takes in no imported text."""
    if shape.holds is None:
        return None
    holds = shape.holds
    return IssueRule(
        id=shape.id,
        symbols=tuple(holds.symbols),
        series=tuple(holds.series),
        titles=tuple(holds.titles),
        agenda=tuple(holds.agenda),
        subjects=tuple(holds.subjects),
        unless=tuple(holds.unless),
    )
