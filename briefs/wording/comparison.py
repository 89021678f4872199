"""Several actors in words: one sentence, or a table whose every cell is a clause of its own, then what explains it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeAlias

from briefs import silences
from briefs.accounts import rival
from briefs.agreements import SEATED, Agreements
from briefs.archive import Archive
from briefs.codebook import Act, Length, Precision, Status
from briefs.comparisons import Comparison, taken_together, voted_alike
from briefs.document import Block, Clause, Document, Line, Paragraph, Phrase, Row, Table, Text
from briefs.positions import Position, draft_list
from briefs.records import EventRecord, RollCall
from briefs.rollcalls.votes import Cast, cast_in
from briefs.wording import acts, agreement, doers, votes
from briefs.wording.catalogue import Words
from briefs.wording.frame import frame
from briefs.wording.pen import OPTIONS, Pen, Slot
from briefs.wording.position import nothing, silent, unsaid


def tell(archive: Archive, comparison: Comparison, length: Length, as_of: date, words: Words) -> Document:
    """The comparison as a document."""
    pen = Pen(archive, words)
    names = words.listed([pen.titled(actor) for actor in comparison.actors])
    title = words.say("title-compare", {"actors": names, "issue": archive.register.issues[comparison.issue].title})
    return frame(pen, title, _blocks(pen, comparison, length, as_of), as_of, length)


def _blocks(pen: Pen, comparison: Comparison, length: Length, as_of: date) -> tuple[Block, ...]:
    if comparison.empty:
        silent = (clause for position in comparison.positions for clause in nothing(pen, position))
        return (Paragraph(tuple(silent)),)
    if comparison.agreed:
        return _with_figures(pen, comparison, comparison.agreed, length, as_of)
    lead = list(_lead(pen, comparison))
    if length is Length.LINE and lead:
        return (Paragraph(tuple(lead)),)
    parts: list[Block] = []
    if comparison.calls and lead:
        parts.append(Paragraph(tuple(lead)))
    rows = tuple(_rows(pen, comparison))
    if rows:
        parts.append(Table(tuple(Phrase((Text(pen.titled(actor)),)) for actor in comparison.actors), rows))
    told = list(_explained(pen, comparison, as_of)) if length is Length.LONG else []
    if length is Length.LONG or not rows:
        shown = [cell for row in rows for cell in row.cells if isinstance(cell, Clause)]
        pen.forget_year()  # what follows stands before what was just told
        pen.forget_speaker()
        told = [*_apart(pen, comparison, [*lead, *shown, *told], alone=not rows), *told]
    parts += [Paragraph(tuple(told))] if told else []
    return tuple(parts)


def tell_overall(archive: Archive, agreed: Agreements, length: Length, as_of: date, words: Words) -> Document:
    """States side by side in all roll calls held, whatever the issue."""
    pen = Pen(archive, words)
    title = words.say("title-compare-all", {"actors": words.listed([pen.titled(actor) for actor in agreed.actors])})
    return frame(pen, title, tuple(agreement.blocks(pen, agreed, length)), as_of, length)


def _with_figures(
    pen: Pen, comparison: Comparison, agreed: Agreements, length: Length, as_of: date
) -> tuple[Block, ...]:
    """How alike they vote in all roll calls held on the issue, then the rows that records give, then what explains."""
    beside = [call.id for call in comparison.calls]
    parts = agreement.blocks(pen, agreed, length, beside)
    if length is Length.LINE:
        return tuple(parts)
    rows = tuple(_rows(pen, comparison))
    if rows:
        parts.append(Table(tuple(Phrase((Text(pen.titled(actor)),)) for actor in comparison.actors), rows))
    if length is Length.LONG:
        told = list(_explained(pen, comparison, as_of))
        shown = [cell for row in rows for cell in row.cells if isinstance(cell, Clause)]
        told = [*_apart(pen, comparison, [*shown, *told], alone=False), *told]
        parts += [Paragraph(tuple(told))] if told else []
    return tuple(parts)


def _apart(pen: Pen, comparison: Comparison, told: list[Clause], *, alone: bool) -> Iterable[Clause]:
    """Records of each that the table has no row for; where there is no table, also who has none."""
    for position in comparison.positions:
        if alone and position.empty:
            yield from nothing(pen, position)
        more = unsaid(pen, position, told)
        told = [*told, *more]
        yield from more


def _lead(pen: Pen, comparison: Comparison) -> Iterable[Clause]:
    """The one sentence: counts of votes where roll calls are held, else each one's act on the text in focus."""
    calls = comparison.calls
    states = [a for a in comparison.actors if pen.archive.register.actors[a].kind in SEATED]
    if calls and len(states) == len(comparison.actors):
        together, alike = taken_together(comparison), voted_alike(comparison)
        slots = {"All": _all_of(pen, len(comparison.actors))}
        cites = [call.id for call in calls]
        if not alike:
            yield pen.clause("compare-votes-none", cites, slots, n=len(together), of=len(calls))
            return
        slots["texts"] = _same_texts(pen, comparison, alike)
        links = pen.links(*alike)
        yield pen.clause("compare-votes", cites, slots, links=links, n=len(together), of=len(calls), same=len(alike))
    elif not calls and comparison.focus and comparison.focus.label and comparison.focus.body:
        yield from _stances(pen, comparison, comparison.focus)


def _all_of(pen: Pen, n: int) -> Slot:
    return Slot(pen.words.say("all-of", {"n": n}), "request.actors")


def _same_texts(pen: Pen, comparison: Comparison, alike: tuple[RollCall, ...]) -> Slot:
    """ "both abstained: A/RES/68/262, A/RES/ES-11/5", oldest first, options in the usual order."""
    all_of = pen.words.say("all-alike", {"n": len(comparison.actors)})
    parts = []
    for option in OPTIONS:
        texts = [pen.symbol(c) for c in reversed(alike) if c.votes[comparison.actors[0]] is option]
        if texts:
            parts.append(pen.words.say(f"same-{option.value}", {"all": all_of, "texts": ", ".join(texts)}))
    return Slot(pen.words.parted.join(parts), "rollcall.votes")


def _stances(pen: Pen, comparison: Comparison, focus: EventRecord) -> Iterable[Clause]:
    """ "On the U.N. General Assembly resolution …, Cambodia co-sponsored, Vietnam abstained and …"."""
    told = [_stance(pen, position) for position in comparison.positions]
    known = [stance for stance in told if stance]
    if len(known) < len(told):
        return
    assert focus.label is not None
    assert focus.body is not None
    cites = [focus.id, *(cite for _, cite in known)]
    label = Slot(pen.label_in(focus.label, pen.bare(focus.body)), f"{focus.id}.label")
    yield pen.clause("compare-line", cites, label=label, acts=pen.words.listed([text for text, _ in known]))


def _stance(pen: Pen, position: Position) -> tuple[str, str] | None:
    who = {"actor": pen.name(position.actor), "form": pen.form(position.actor)}
    if position.sponsorships:
        return pen.words.say("act-cosponsored", who), position.sponsorships[0].event.id
    if position.listed:
        entry = position.listed[0]
        return pen.words.say(f"act-{entry.option.value}", who), entry.event.id
    claim = next((claim for claim in position.asserted if claim.act is Act.COSPONSOR), None)
    if claim is None:
        return None
    claimant = pen.name(claim.claim.by[0])
    return pen.words.say("act-asserted", {**who, "claimant": claimant}), claim.claim.id


# --- rows --------------------------------------------------------------------------------------------------------


def _rows(pen: Pen, comparison: Comparison) -> Iterable[Row]:
    focus = comparison.focus
    if not comparison.calls and focus and focus.date.day and focus.about:
        yield _row(pen, comparison, pen.phrase("row-cosponsored"), _cosponsor_cell(focus.about, None))
        label = pen.phrase("row-vote", day=pen.words.day_short(focus.date.day))
        pen.year_said(focus.date.day.year)
        yield _row(pen, comparison, label, _listed_cell(focus.about))
    for call in comparison.calls:
        label = pen.phrase("row-roll-call", day=pen.words.day_short(call.date), symbol=pen.symbol(call))
        yield _row(pen, comparison, label, _vote_cell(call))
    for call in comparison.calls:
        if any(_sponsors(pen, position, call.measure) for position in comparison.positions):
            label = pen.phrase("row-cosponsored-symbol", symbol=pen.symbol(call))
            yield _row(pen, comparison, label, _cosponsor_cell(call.measure, call))
    for target in comparison.targets:
        label = pen.phrase("row-measures", target=_against_whom(pen, target))
        yield _row(pen, comparison, label, _measures_cell(target))
    if any(_speech(position) for position in comparison.positions):
        yield _row(pen, comparison, pen.phrase("row-said"), _said_cell)


class _Cell:
    """One cell under its row and column: writes clauses that stand under both names."""

    def __init__(self, pen: Pen, label: Phrase, position: Position) -> None:
        self.pen = pen
        self.position = position
        self.actor = position.actor
        self.issue = position.issue
        self.under = f"{label.text} · {pen.titled(position.actor)}"

    def clause(self, message: str, cites: Iterable[str], **slots: Slot) -> Clause:
        return self.pen.clause(message, cites, slots, under=self.under)


_Fill: TypeAlias = Callable[[_Cell], Clause]


def _row(pen: Pen, comparison: Comparison, label: Phrase, cell: _Fill) -> Row:
    cells: list[Line] = [cell(_Cell(pen, label, position)) for position in comparison.positions]
    return Row(label, tuple(cells))


def _vote_cell(call: RollCall) -> _Fill:
    def fill(cell: _Cell) -> Clause:
        if cell.pen.archive.register.actors[cell.actor].kind not in SEATED:
            told = votes.bloc_groups(cell.pen, cell.actor, call)
            if told:
                return cell.clause("cell-split", [call.id], groups=Slot(told, f"count({call.id}.votes)"))
            return cell.clause("cell-no-vote", [call.id])
        option = call.votes.get(cell.actor)
        known = option.value if option else "no-row" if _rowless(cell, call) else "none"
        return cell.clause(f"cell-{known}", [call.id])

    return fill


def _rowless(cell: _Cell, call: RollCall) -> bool:
    """A member of that day of which the imported file has no row."""
    number = cell.pen.archive.rolls.number_of(call.id)
    return number is not None and cast_in(cell.pen.archive.rolls.matrix, cell.actor, number) is Cast.NO_ROW


def _listed_cell(measure: str) -> _Fill:
    def fill(cell: _Cell) -> Clause:
        for entry in cell.position.listed:
            return cell.clause(f"cell-{entry.option.value}", [entry.event.id])
        return cell.clause("cell-not-recorded", [f"query:votes?actor={cell.actor}&about={measure}"])

    return fill


def _cosponsor_cell(measure: str, call: RollCall | None) -> _Fill:
    def fill(cell: _Cell) -> Clause:
        held = _sponsors(cell.pen, cell.position, measure)
        draft = draft_list(cell.pen.archive, measure)
        if held and draft and call:
            if cell.actor in draft.by:
                return cell.clause("cell-yes-draft", [draft.id])
            return cell.clause("cell-yes-added", [held, draft.id])
        if held:
            return cell.clause("cell-yes", [held])
        for claim in cell.position.asserted:
            if claim.act is Act.COSPONSOR and cell.pen.archive.measure_about(claim.about) == measure:
                by = cell.pen.archive.register.actors[claim.claim.by[0]]
                claimant = Slot(by.short or cell.pen.name(by.id), f"{claim.claim.id}.by")
                return cell.clause("cell-yes-per", [claim.claim.id], claimant=claimant)
        return cell.clause("cell-not-recorded", [f"query:cosponsor?actor={cell.actor}&about={measure}"])

    return fill


def _sponsors(pen: Pen, position: Position, measure: str) -> str | None:
    """The record of the actor's co-sponsorship of a measure."""
    held = (s.event for s in position.sponsorships if pen.archive.measure_of(s.event) == measure)
    return next((event.id for event in held), None)


def _against(event: EventRecord, target: str, actor: str) -> bool:
    """Whether it is a sanction of the actor's own against the target; what it did for another is not."""
    return event.act is Act.SANCTION and event.target == target and actor in event.owner


def _against_whom(pen: Pen, target: str) -> str:
    """A party never without its standing."""
    held = pen.archive.register.actors[target]
    return doers.party(pen, held).removesuffix(",") if held.standing else pen.name(target)


def _measures_cell(target: str) -> _Fill:
    def fill(cell: _Cell) -> Clause:
        for event in cell.position.acts:
            done = event.status is Status.DONE and not rival(cell.pen.archive, event)
            if _against(event, target, cell.actor) and event.date.day and done:
                day = Slot(cell.pen.words.day_short(event.date.day), f"{event.id}.date")
                if not event.form:
                    return cell.clause("cell-sanctions-plain", [event.id], day=day)
                form = Slot(event.form, f"{event.id}.form")
                return cell.clause("cell-sanctions", [event.id], form=form, day=day)
        for event in cell.position.acts:
            if event.act is Act.SANCTION and event.target == target:
                source = cell.pen.archive.source_of(event.id)
                slots = {
                    "record": Slot(event.id, f"{event.id}.id"),
                    "publisher": Slot(source.publisher, f"{source.id}.publisher"),
                    "day": cell.pen.full_day(source.published, f"{source.id}.published"),
                }
                return cell.clause("cell-on-file", [event.id], **slots)
        if silences.sanctioned(cell.pen.archive, cell.actor, target):
            return cell.clause(
                "cell-none-here", [f"query:sanctions?actor={cell.actor}&against={target}&issue={cell.issue}"]
            )
        return cell.clause("cell-none-recorded", [f"query:sanctions?actor={cell.actor}&against={target}"])

    return fill


def _speech(position: Position) -> EventRecord | None:
    """The act whose quote stands for what an actor said: its own words in its own name, with a day before others."""
    told = (Precision.DAY, Precision.NO_LATER_THAN)
    quoted = sorted((e for e in position.acts if e.quotes and e.date.precision in told), key=lambda e: not e.date.day)
    return next((e for e in quoted if e.act is not Act.SEEK), quoted[0] if quoted else None)


def _said_cell(cell: _Cell) -> Clause:
    event = _speech(cell.position)
    if event is None:
        if silences.spoke(cell.pen.archive, cell.actor):
            return cell.clause("cell-no-quote", [f"query:quotes?actor={cell.actor}&issue={cell.issue}"])
        return cell.clause("cell-nothing-recorded", [f"query:statements?actor={cell.actor}"])
    quote = event.quotes[0]
    words = Slot(quote.text, f"{event.id}.quotes.{quote.key}")
    day = cell.pen.table_day(event.date.last, f"{event.id}.date")
    return cell.clause("cell-quote" if event.date.day else "cell-quote-no-later", [event.id], quote=words, day=day)


# --- beside the table --------------------------------------------------------------------------------------------


def _explained(pen: Pen, comparison: Comparison, as_of: date) -> Iterable[Clause]:
    """Blocs in common, next steps, measures with their reason, silence; an act of two of them once."""
    yield from _shared_bloc(pen, comparison, as_of)
    done = list({event.id: event for position in comparison.positions for event in position.acts}.values())
    for event in done:
        pen.forget_year()
        seeking = acts.seeking(pen, event, dated=True)
        if seeking:
            yield seeking
    for event in done:
        if event.act is Act.SANCTION:
            pen.forget_year()
            yield from acts.told(pen, event) or [acts.on_file(pen, event)]
    for position in comparison.positions:
        if not silences.spoke(pen.archive, position.actor):
            cites = [f"query:statements?actor={position.actor}"]
            yield pen.clause("no-statement", cites, actor=silent(pen, position.actor))


def _shared_bloc(pen: Pen, comparison: Comparison, as_of: date) -> Iterable[Clause]:
    shared = set.intersection(*(set(position.neighbours) for position in comparison.positions))
    chosen = [b for b in comparison.positions[0].neighbours if b in shared]
    chosen = [b for b in chosen if pen.archive.register.actors[b].part_of != "un"]
    chosen = [b for b in chosen if set(comparison.actors) <= set(pen.archive.register.actors[b].members_on(as_of))]
    if not chosen:
        return
    bloc = pen.archive.register.actors[chosen[0]]
    day = comparison.calls[0].date if comparison.calls else comparison.focus.date.last if comparison.focus else None
    chair = next((c.value for c in bloc.chair if day and c.holds(day)), None)
    slots = {"bloc": Slot(pen.bare(bloc.id), f"{bloc.id}.members"), "All": _all_of(pen, len(comparison.actors))}
    if chair and day and chair in comparison.actors:
        slots["chair"] = pen.actor(chair, f"{bloc.id}.chair")
        yield pen.clause("all-members-chair", [f"register:{bloc.id}"], slots, year=str(day.year))
    else:
        yield pen.clause("all-members", [f"register:{bloc.id}"], slots)
