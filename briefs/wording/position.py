"""A position in words: own act, own words, why, next step, neighbours, reactions, opposition, silence.

Two shapes: with roll calls held, counts and a list of votes lead; without, the sentences of event records stand alone.
The order and the three lengths are those of the gold briefs; the sentences are in `votes` and `acts`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice

from briefs import silences
from briefs.archive import Archive
from briefs.codebook import Act, ActorKind, Length
from briefs.document import Block, Bullets, Clause, Document, Heading, Paragraph, Phrase, Text, say
from briefs.newest import Traced
from briefs.positions import FEW, Position, Tallied, change, spells
from briefs.records import EventRecord
from briefs.rollcalls.imported import FILE_ID
from briefs.wording import acts, deeds, reports, rolls, votes
from briefs.wording.catalogue import Words
from briefs.wording.frame import frame
from briefs.wording.left_out import more
from briefs.wording.pen import Pen, Slot, capital

UN_BODY = "unga"
SENTENCES = {Length.LINE: 1, Length.SHORT: 3, Length.LONG: None}
"""How many sentences are written where no roll calls lead: one that is not shown would move what "it" and "3 March"
mean after it."""
ISSUES = {Length.LINE: 3, Length.SHORT: 3, Length.LONG: 8}
"""How many issues are told where none was asked for: the newest."""


def tell(
    archive: Archive,
    who: str,
    asked: str | None,
    traced: Traced,
    overall: Tallied | None,
    length: Length,
    as_of: date,
    words: Words,
) -> Document:
    """The positions of one actor, an issue each, and its votes on all issues where they are imported; `asked` is the
    issue that was asked for, if any."""
    pen, positions = Pen(archive, words), traced.positions
    actor = pen.titled(who)
    if len(positions) == 1 and positions[0].issue and overall is None:
        issue = archive.register.issues[positions[0].issue].title
        title = words.say("title-position", {"actor": actor, "issue": issue})
        told = blocks(pen, positions[0], length)
        return frame(pen, title, (*told, *more(pen, who, asked, traced, told, length, silent(pen, who))), as_of, length)
    parts: list[Block] = []
    for position in positions:
        if position.issue:
            parts.append(Heading(say(capital(archive.register.issues[position.issue].title))))
        parts.extend(blocks(pen, position, length, last=overall is None))
    if overall:
        parts += [Heading(pen.phrase("rolls-all"))] if parts else []
        parts.extend(rolls.everything(pen, who, overall, length))
    parts.extend(more(pen, who, asked, traced, parts, length, silent(pen, who)))
    return frame(pen, words.say("title-actor", {"actor": actor}), tuple(parts), as_of, length)


def tell_nothing(archive: Archive, actor: str, as_of: date, length: Length, words: Words) -> Document:
    """Nothing on file about an actor on any issue."""
    pen = Pen(archive, words)
    lines = _observer(pen, actor)
    lines.append(pen.clause("no-record-at-all", [f"query:records?actor={actor}"], actor=silent(pen, actor)))
    return frame(pen, words.say("title-actor", {"actor": pen.titled(actor)}), (Paragraph(tuple(lines)),), as_of, length)


def blocks(pen: Pen, position: Position, length: Length, *, last: bool = True) -> tuple[Block, ...]:
    """The body for one issue; `last`: nothing follows it that says how far the voting file goes."""
    if position.empty:
        return (Paragraph(tuple(nothing(pen, position))),)
    if pen.archive.register.actors[position.actor].kind is ActorKind.BLOC:
        return _bloc(pen, position, length)
    if position.taken or position.tallied:
        return _with_votes(pen, position, length, last=last)
    return (Paragraph(tuple(islice(_from_records(pen, position, length), SENTENCES[length]))),)


def silent(pen: Pen, actor: str) -> Slot:
    """The actor in a sentence of silence."""
    held = pen.archive.register.actors[actor]
    return Slot(pen.titled(actor) if held.standing or held.kind is ActorKind.PERSON else pen.name(actor), "query")


def nothing(pen: Pen, position: Position) -> list[Clause]:
    """Silence, told as silence; an observer has no vote, which is another thing."""
    told = _observer(pen, position.actor)
    assert position.issue, "records of no issue are traced only where there are some"
    issue = pen.archive.register.issues[position.issue].title
    if silences.rows(pen.archive, position.actor, position.issue):
        return [pen.clause("rolls-parts", [FILE_ID], actor=pen.actor(position.actor, "rollcall.votes"), issue=issue)]
    cites = [f"query:records?actor={position.actor}&issue={position.issue}"]
    told.append(pen.clause("no-record", cites, actor=silent(pen, position.actor), issue=issue))
    return told


def _observer(pen: Pen, actor: str) -> list[Clause]:
    """That an observer state has no vote, where that is why none is recorded."""
    if pen.archive.register.actors[actor].kind is not ActorKind.OBSERVER:
        return []
    body = pen.actor(UN_BODY, "register")
    return [pen.clause("observer", [f"query:votes?actor={actor}"], actor=pen.actor(actor, "register"), body=body)]


# --- with roll calls ---------------------------------------------------------------------------------------------


def _with_votes(pen: Pen, position: Position, length: Length, *, last: bool) -> tuple[Block, ...]:
    if length is Length.LINE:
        return (Paragraph((_vote_line(pen, position),)),)
    lead_lines = _vote_lead(pen, position, length)
    for held in position.sponsorships:
        told = acts.also_cosponsored(pen, position.actor, held)
        lead_lines += _known([told or acts.cosponsored(pen, position.actor, held, tally=False)])
    lead_lines += _known(acts.listed(pen, position.actor, entry) for entry in position.listed)
    parts: list[Block] = [Paragraph(tuple(lead_lines)), *_vote_list(pen, position, length)]
    pen.forget_year()
    said = list(_own_words(pen, position, length, lead_lines, symbols=True))
    but = () if length is Length.LONG else SPOKEN
    deeds_told = _deeds(pen, position, [*lead_lines, *said], but=but)
    parts += _paragraph(said)
    if length is Length.LONG:
        done = list(deeds_told)
        parts += _paragraph([*done, *unsaid(pen, position, [*lead_lines, *said, *done])])
        parts += _paragraph(_claims(pen, position))
    else:
        parts += _paragraph(islice(deeds_told, 1))
    parts += _paragraph(_notes(pen, position))
    parts += _paragraph(_bloc_lines(pen, position, length))
    if length is Length.LONG:
        parts += _paragraph(_others(pen, position))
    if position.tallied:
        parts += _paragraph(rolls.coverage(pen, position, length, last=last))
    else:
        parts.append(Paragraph(tuple(votes.coverage(pen, position, length))))
    return tuple(parts)


def _vote_line(pen: Pen, position: Position) -> Clause:
    if position.tallied:
        return rolls.line(pen, position)
    moved = change(position.taken)
    return votes.changed(pen, position.actor, moved) if moved else votes.line(pen, position)


def _vote_lead(pen: Pen, position: Position, length: Length) -> list[Clause]:
    """Counts, and how the newest vote differs from the one before. Of hundreds of votes the counts come first, and the
    newest that differs from the vote before on a text of the same title."""
    if position.tallied:
        counted = rolls.counts(pen, position.actor, position.tallied, position.issue)
        counts = [counted, *rolls.formerly(pen, position.actor, position.tallied, length)]
        turned = [rolls.moved(pen, shift) for shift in position.tallied.moved[:1]]
        return [*_changed(pen, position), *counts] if position.tallied.differing else [*counts, *turned]
    return [*_changed(pen, position), votes.counts(pen, position)]


def _changed(pen: Pen, position: Position) -> list[Clause]:
    """How the newest vote differs from the one before, where the newest of all is a record's."""
    newest = position.tallied.latest[:1] if position.tallied else ()
    if newest and position.taken and pen.archive.rolls.id_of(newest[0]) != position.taken[0].call.id:
        return []
    moved = change(position.taken)
    return [votes.changed(pen, position.actor, moved)] if moved else []


def _vote_list(pen: Pen, position: Position, length: Length) -> list[Block]:
    if position.tallied:
        return rolls.latest(pen, position.actor, position.tallied, length)
    shown = position.votes if length is Length.LONG and len(position.votes) <= FEW else spells(position.votes)
    heading = "votes-heading" if len(shown) == len(position.votes) else "votes-heading-short"
    return [Heading(pen.phrase(heading)), Bullets(tuple(votes.vote(pen, cast) for cast in shown))]


def _notes(pen: Pen, position: Position) -> list[Phrase]:
    """Reviewed notes of the register that hold for a vote shown (who speaks for a state is disputed …)."""
    notes = pen.archive.register.actors[position.actor].notes
    days = [cast.call.date for cast in position.taken]
    if position.tallied:
        days = [pen.archive.rolls.matrix.ballots[number].day for number in position.tallied.latest]
    return [Phrase((Text(note.value),)) for note in notes if any(note.holds(day) for day in days)]


def _bloc_lines(pen: Pen, position: Position, length: Length) -> list[Clause]:
    """How its blocs divided in the newest roll call: one bloc in short, up to three in long."""
    newest = position.tallied.latest[:1] if position.tallied else ()
    if position.tallied and not newest:
        return []
    call = pen.archive.rolls.call(newest[0]) if newest else position.taken[0].call
    most = 1 if length is Length.SHORT else 3
    return _known(votes.bloc(pen, bloc, call) for bloc in _near(pen, position)[:most])


def _near(pen: Pen, position: Position) -> list[str]:
    """Its blocs, those it chose to join before the regional groups the United Nations sorts members into."""
    return sorted(position.neighbours, key=lambda bloc: pen.archive.register.actors[bloc].part_of == "un")


def _bloc(pen: Pen, position: Position, length: Length) -> tuple[Block, ...]:
    """A bloc as the subject: how its members divided, newest first, and what it said itself."""
    calls = position.divided
    shown = {Length.LINE: 1, Length.SHORT: 3, Length.LONG: len(calls)}[length]
    lines = _known(votes.bloc(pen, position.actor, call, message="bloc-vote") for call in calls[:shown])
    most = 0 if length is Length.LINE and lines else 1 if length is Length.LINE else None
    sentences = list(islice(_from_records(pen, position, length), most))
    parts: list[Block] = [Bullets(tuple(lines))] if len(lines) > 1 else _paragraph(lines)
    until = [votes.held_until(pen)] if calls and length is not Length.LINE else []
    return (*parts, *_paragraph(sentences), *_paragraph(until))


# --- from event records ------------------------------------------------------------------------------------------


def _from_records(pen: Pen, position: Position, length: Length) -> Iterable[Clause]:
    """The sentences of a position without roll calls, best first."""
    long = length is Length.LONG
    own: list[Clause] = []
    yield from _kept(_own(pen, position, length), own)
    if long or not own:
        yield from unsaid(pen, position, own)
    yield from _claims(pen, position)
    for event in position.asked:
        yield acts.was_asked(pen, event) or acts.on_file(pen, event)
    if not (position.listed or position.sponsorships or position.acts or position.asserted or position.asked):
        for event in position.background:
            yield from list(reports.figures(pen, event)) or [acts.on_file(pen, event)]
    if not long:
        return
    yield from _neighbours(pen, position)
    yield from _others(pen, position)
    if pen.archive.register.actors[position.actor].kind is ActorKind.STATE and not position.listed:
        yield from _no_vote(pen, position)


def _own(pen: Pen, position: Position, length: Length) -> Iterable[Clause]:
    """What its own records tell: votes in lists, co-sponsorships, words, deeds."""
    told: list[Clause] = []
    listed = (acts.listed(pen, position.actor, entry) for entry in position.listed)
    tally = length is not Length.LINE
    sponsored = (acts.cosponsored(pen, position.actor, held, tally=tally) for held in position.sponsorships)
    yield from _kept((clause for clause in chain(listed, sponsored) if clause), told)
    words: list[Clause] = []
    yield from _kept(_own_words(pen, position, length, told, symbols=False), words)
    yield from _deeds(pen, position, words)


def _kept(clauses: Iterable[Clause], told: list[Clause]) -> Iterator[Clause]:
    """The clauses one by one, as they are written, each put among those told."""
    for clause in clauses:
        told.append(clause)
        yield clause


def unsaid(pen: Pen, position: Position, told: Iterable[Clause]) -> list[Clause]:
    """Own records that no sentence rests on: named, so that none is left out as if it were not there."""
    cited = {cite for clause in told for cite in clause.cites}
    own = (*(held.event for held in position.sponsorships), *position.acts)
    return [line for event in own if event.id not in cited for line in _best(pen, event)]


def _no_vote(pen: Pen, position: Position) -> Iterable[Clause]:
    """No vote at all, or none on this issue: as wide as it is true."""
    actor, issue = pen.actor(position.actor, "query"), position.issue
    if pen.voteless:
        return
    if not silences.voted(pen.archive, position.actor):
        pen.voteless = True
        yield pen.clause("no-vote", [f"query:votes?actor={position.actor}"], actor=actor)
    elif issue and not silences.voted(pen.archive, position.actor, issue):
        title = pen.archive.register.issues[issue].title
        yield pen.clause("no-vote-on", [f"query:votes?actor={position.actor}&issue={issue}"], actor=actor, issue=title)


def _own_words(
    pen: Pen, position: Position, length: Length, told: Sequence[Clause], *, symbols: bool
) -> Iterable[Clause]:
    """Quote, reported reason, next step. With roll calls the quote stands at every length but the line. "The move" is
    spoken of only where a clause of `told` rests on it."""
    long = length is Length.LONG
    speeches = [e for e in position.acts if e.act in (Act.EXPLAIN, Act.STATEMENT, Act.CALL, Act.WELCOME)]
    if long or symbols or not position.sponsorships:
        for speech in speeches if long else speeches[:1]:
            of = _foreign(pen, position)
            quote = acts.quoted(pen, speech, of=of)
            yield from [quote] if quote else reports.sayings(pen, speech, of=of, most=2 if long else 1)
    for held in position.sponsorships:
        if held.event.asked_by:
            why = next((e for e in speeches if e.about == held.event.id), None) if long else None
            moved = any(held.event.id in clause.cites for clause in told)
            yield from _known([_request(pen, held.event, why, symbols=symbols, moved=moved)])
    if long and _is_person(pen, position):  # a reaction to the words just told, before the next thing said
        yield from _known(acts.welcomed(pen, event) for event in position.reactions[:REACTIONS_TOLD])
    for event in position.acts:
        if not symbols or long:
            yield from _known(
                [
                    acts.seeking(
                        pen, event, dated=pen.dated != event.date.day, none_issued=long, of=_foreign(pen, position)
                    )
                ]
            )


def _claims(pen: Pen, position: Position) -> Iterable[Clause]:
    """What only others say it did, each with whose claim it is."""
    for record in dict.fromkeys(claim.claim.id for claim in position.asserted):
        held = [claim for claim in position.asserted if claim.claim.id == record]
        told = _known(acts.asserted(pen, position.actor, claim) for claim in held)
        yield from told or deeds.claimed(pen, held[0].claim, of=position.actor)


def _is_person(pen: Pen, position: Position) -> bool:
    return pen.archive.register.actors[position.actor].kind is ActorKind.PERSON


def _foreign(pen: Pen, position: Position) -> bool:
    """Whether the page is not that of the state whose office is told, so that its name must be said."""
    return pen.archive.register.actors[position.actor].kind is not ActorKind.STATE


def _request(pen: Pen, event: EventRecord, why: EventRecord | None, *, symbols: bool, moved: bool) -> Clause | None:
    """Beside a list of votes the sentence names the text; beside the co-sponsorship itself it says "the move"; where
    neither was told there is nothing to speak of."""
    measure = pen.archive.measure_of(event)
    call = pen.archive.rollcall_of.get(measure) if symbols and measure else None
    if call is None:
        return acts.requested(pen, event, why=why) if moved else None
    return acts.requested(pen, event, object_=(pen.symbol(call), call.id, pen.links(call)))


SPOKEN = (Act.EXPLAIN, Act.STATEMENT, Act.CALL, Act.WELCOME, Act.SEEK)
REACTIONS_TOLD = 5


def _deeds(pen: Pen, position: Position, told: Iterable[Clause], *, but: tuple[Act, ...] = ()) -> Iterable[Clause]:
    """Acts that the words before did not tell, each in its sentence; what has none is named."""
    cited = {cite for clause in told for cite in clause.cites}
    for event in position.acts:
        if event.id in cited or event.act in but:
            continue
        for clause in _best(pen, event):
            cited.update(clause.cites)
            yield clause


def _best(pen: Pen, event: EventRecord) -> list[Clause]:
    """A record in its best sentence, or by name where there is none."""
    return acts.told(pen, event) or [acts.on_file(pen, event)]


def _neighbours(pen: Pen, position: Position) -> Iterable[Clause]:
    for bloc in _near(pen, position):
        for held in position.sponsorships:
            vote = acts.vote_record(pen, held.event)
            if vote and pen.archive.measure_of(vote) not in pen.archive.rollcall_of:
                yield from acts.bloc_listed(pen, position.actor, vote, bloc)
        break


def _others(pen: Pen, position: Position) -> Iterable[Clause]:
    """Reactions of others, then the opposition at home with its standing."""
    told: list[Clause] = []
    for event in position.reactions[:REACTIONS_TOLD]:
        if event.id not in pen.ear.welcomes:
            welcome = acts.welcomed(pen, event)
            told += [welcome] if welcome else acts.told(pen, event)
    yield from told
    for event in position.opposition:
        party = acts.opposition(pen, event, also=bool(position.sponsorships), person=False)
        yield from [party] if party else acts.told(pen, event) or [acts.on_file(pen, event)]


def _known(clauses: Iterable[Clause | None]) -> list[Clause]:
    return [clause for clause in clauses if clause is not None]


def _paragraph(lines: Iterable[Clause | Phrase]) -> list[Block]:
    held = tuple(lines)
    return [Paragraph(held)] if held else []
