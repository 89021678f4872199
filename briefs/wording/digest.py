"""A digest in words: run-in days, one sentence an act, votes with the blocs and states a channel follows.

Short tells the acts that lead, long all of them; a scheduled digest (one with `since`) tells every record at any
length, since nothing that was selected for it comes again. The order is that of `digests`; a digest on several issues
tells them one after another, each under its title and beginning anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from briefs.accounts import accounts, rival
from briefs.alerts import alerts as shifted
from briefs.archive import Archive
from briefs.codebook import Act, ActorKind, Length, Status
from briefs.digests import Digest, Item, When, issue_of
from briefs.document import Block, Bullets, Clause, Document, Heading, Paragraph, say
from briefs.positions import CAST, split
from briefs.records import EventRecord, RollCall
from briefs.silences import held_on
from briefs.wording import acts, alerts, deeds, reports, votes
from briefs.wording.calls import compared, knows_absent, names, oddities, tally_slots
from briefs.wording.catalogue import Words
from briefs.wording.frame import frame
from briefs.wording.pen import OPTIONS, Pen, Slot, capital

CALLS_TOLD = {Length.LINE: 1, Length.SHORT: 5, Length.LONG: 25}
"""Roll calls of the imported file told one by one in the digest of a day; the others are counted."""
ODD = ("call-odd", "call-odd-four", "call-contested")
"""What is odd about a call and told in a digest too: its rows are not what its totals say."""
SPEECH = (Act.EXPLAIN, Act.STATEMENT, Act.CALL, Act.WELCOME)


def tell(archive: Archive, digest: Digest, length: Length, as_of: date, words: Words) -> Document:
    """The digest as a document; a quiet one says so and since when."""
    pen = Pen(archive, words)
    pen.year_said(digest.day.year)
    follows = [words.listed([pen.titled(actor) for actor in digest.follows.actors])] if digest.follows.actors else []
    follows += [archive.register.issues[issue].title for issue in digest.follows.issues[:1]]
    slots: dict[str, str | int] = {"day": words.weekday(digest.day), "follows": " · ".join(follows)}
    kind = "alert" if digest.alert else "digest"
    title = words.say(f"title-{kind}-follows" if follows else f"title-{kind}", slots)
    return frame(pen, title, _blocks(pen, digest, length), as_of, length, footer="footer-compiled")


def _blocks(pen: Pen, digest: Digest, length: Length) -> tuple[Block, ...]:
    if not digest.items:
        return (Paragraph((_quiet(pen, digest),)),)
    if length is Length.LINE:
        return (Paragraph((_headline(pen, digest),)),)
    topics = list(_Teller(pen, digest, length).topics())
    if len(topics) < 2:
        return (Bullets(topics[0][1] if topics else ()),)
    blocks: list[Block] = []
    for issue, lines in topics:
        title = pen.archive.register.issues[issue].title if issue else pen.words.say("digest-others", {})
        blocks += [Heading(say(capital(title)), topic=True), Bullets(lines)]
    return tuple(blocks)


def lead(archive: Archive, whole: Document, as_of: date, words: Words) -> Document | None:
    """The first sentence of each topic under its title, which stands alone there: what a channel shows while the whole
    digest stands in a thread. None where that is all it tells."""
    blocks = _firsts(whole)
    told = frame(Pen(archive, words), whole.title, blocks, as_of, Length.SHORT, footer="footer-compiled")
    return told if 0 < sum(1 for _ in told.clauses()) < sum(1 for _ in whole.clauses()) else None


def _firsts(whole: Document) -> tuple[Block, ...]:
    first: list[Block] = []
    for block in whole.blocks:
        if isinstance(block, Heading):
            first.append(block)
        elif isinstance(block, Bullets) and not (first and isinstance(first[-1], Bullets)):
            first.append(Bullets(block.lines[:1]))
    return tuple(first)


def _quiet(pen: Pen, digest: Digest) -> Clause:
    day = digest.since.date() if digest.since else digest.day
    follows = digest.follows
    filtered = bool(follows.actors or follows.issues or follows.acts or follows.changes)
    window = "-beside" if digest.alerted else "-window" if digest.since else ""
    message = f"digest-quiet{window}{'-follows' if filtered else ''}"
    cite = f"query:digest?day={day.isoformat()}"
    if digest.since and digest.until:
        cite = f"query:recorded?since={digest.since.isoformat()}&until={digest.until.isoformat()}"
    return pen.clause(message, [cite], day=pen.full_day(day, "query"))


def _headline(pen: Pen, digest: Digest) -> Clause:
    """One sentence for the whole: an explanation with its next step, else the first item."""
    speech = next((i.event for i in digest.at(When.TODAY) if i.event and i.event.act is Act.EXPLAIN), None)
    speech = None if digest.since else speech
    seek = next((i.event for i in digest.at(When.TODAY) if i.event and i.event.act is Act.SEEK), None)
    if speech and seek:
        told = _explained(pen, speech, seek)
        if told:
            return told
    return next(iter(_Teller(pen, digest, Length.SHORT).topics()))[1][0]


def _explained(pen: Pen, speech: EventRecord, seek: EventRecord) -> Clause | None:
    """ "Cambodia's Prime Minister, Hun Sen, explained co-sponsoring … and said … was being discussed"."""
    move = pen.archive.events.get(speech.about or "")
    vote = acts.vote_record(pen, speech)
    person = pen.archive.register.actors[speech.by[0]]
    role = next((role for role in person.roles if role.holds(speech.date.last)), None)
    brief = seek.what_forms.get("brief")
    if not (move and move.act is Act.COSPONSOR and vote and vote.label and vote.body and role and brief):
        return None
    if seek.by != speech.by or seek.status is not Status.IN_DISCUSSION:
        return None
    label = pen.label_in(vote.label, pen.organisation(vote.body))
    return pen.clause(
        "digest-line-explained",
        [speech.id, move.id, vote.id, seek.id],
        State=pen.actor(role.of, f"{person.id}.roles", start=True),
        Person=Slot(capital(pen.in_full(person, speech.date.last, of=True)), f"{person.id}.roles"),
        role=role.title,
        name=person.name,
        label=Slot(label, f"{vote.id}.label"),
        what=Slot(brief, f"{seek.id}.what"),
    )


class _Teller:
    """Tells the items of one digest in order, each group of a day opened by its run-in."""

    def __init__(self, pen: Pen, digest: Digest, length: Length) -> None:
        self.pen = pen
        self.digest = digest
        self.long = length is Length.LONG
        self.whole = self.long or digest.since is not None
        self.calls = CALLS_TOLD[length] if digest.since is None else len(digest.items)
        self._opened: tuple[When, date | None, bool] | None = None
        self._told: set[str] = set()
        self._before: set[str] = set()
        """Records of topics told before: what stands under another title is not "the resolution" here."""
        self._voted: list[str] = []
        """Roll calls told."""

    def topics(self) -> Iterator[tuple[str | None, tuple[Clause, ...]]]:
        """Each issue with what is told of it, in the order in which they come up; last what is on none."""
        self._told |= set(self._carried())
        items = self.digest.items if self.whole else self._leading()
        untold = [item for item in items if item.filed][self.calls :]
        ordered = [item for item in _speeches_first(items) if item not in untold]
        by_issue: dict[str | None, list[Item]] = {}
        for item in ordered:
            by_issue.setdefault(issue_of(self.pen.archive, item, self.digest.follows), []).append(item)
        alone = len(by_issue) == 1
        if untold and not alone:
            by_issue.setdefault(None, [])
        for issue, held in sorted(by_issue.items(), key=lambda topic: topic[0] is None):
            lines = tuple(self._topic(held, more=bool(untold) and (alone or issue is None)))
            if lines:
                yield issue, lines

    def _topic(self, items: list[Item], *, more: bool) -> Iterator[Clause]:
        """What is told of one issue. A later one begins anew: it stands alone under its title. `more`: how many roll
        calls are not told is said after those of the file."""
        if self._opened is not None:
            self._opened = None
            self.pen.forget()
        filed = [item for item in items if item.filed]
        for item in items:
            yield from self._votes(item, item.call) if item.call else self._event(item)
            if more and filed and item is filed[-1]:
                yield self._more()
        if more and not filed:
            yield self._more()
        self._before |= {item.record for item in items}

    def _more(self) -> Clause:
        """How many roll calls of the day are held beside those told, whoever cast a vote in them."""
        pen, day = self.pen, self.digest.day
        rolls = pen.archive.rolls
        told = sum(1 << n for key in self._voted if (n := rolls.number_of(key)) is not None)
        rest = held_on(pen.archive, day) & ~told
        return pen.clause("digest-more", rolls.cites(rest), n=rest.bit_count(), day=pen.full_day(day, "rollcall.date"))

    def _carried(self) -> Iterable[str]:
        """Records told inside the sentences of another one (the move that a speech of the day explains)."""
        for item in self.digest.items:
            about = self.pen.archive.events.get(item.event.about or "") if item.event else None
            if item.event and item.event.act is Act.EXPLAIN and about and about.asked_by:
                yield about.id

    def _leading(self) -> tuple[Item, ...]:
        """What a short digest tells: states' acts and votes of both days; the rest only if there is nothing else."""
        actors = self.pen.archive.register.actors

        def leads(item: Item) -> bool:
            parties = item.event and any(actors[o].kind is ActorKind.PARTY for o in item.event.owner)
            return item.when in (When.TODAY, When.BEFORE) and not parties

        return tuple(item for item in self.digest.items if leads(item)) or self.digest.items

    def _open(self, item: Item) -> str:
        """The run-in of a group at its first sentence, else nothing."""
        say = self.pen.words.say
        late = item.when is When.BEFORE and self.whole and self._published(item) > item.day + timedelta(days=1)
        dated = item.when is When.TODAY or late
        group = (item.when, item.day if dated else None, late)
        if group == self._opened:
            return ""
        self._opened = group
        match item.when:
            case When.FIGURE:
                return ""
            case When.UNDATED:
                return say("run-undated", {})
            case When.BEFORE if not late:
                return say("run-day-before", {})
            case _:
                return say("run-not-earlier" if late else "run-day", {"day": self.pen.run_in_day(item.day)})

    def _published(self, item: Item) -> date:
        """When the item's source came out: the digest of its own day takes in what came out by the day after."""
        return self.pen.archive.source_of(item.record).published

    # --- events --------------------------------------------------------------------------------------------------

    def _event(self, item: Item) -> Iterator[Clause]:
        event = item.event
        assert event is not None
        if event.id in self._told or self._told_nearer(event):
            return
        self._told.add(event.id)
        if item.when is When.FIGURE:
            yield from self._figures(event)
            return
        before, read = self._opened, self.pen.read
        told = list(self._acts(item, event))
        if not told:
            self._opened, self.pen.read = before, read
            told = self._plainly(item, event)
        yield from told

    def _told_nearer(self, event: EventRecord) -> bool:
        """Whether this digest tells the same act from a nearer source, and nothing in this account differs."""
        nearest = accounts(self.pen.archive, event)[0]
        here = {item.record for item in self.digest.items}
        figures = nearest.figures == event.figures or event.act is Act.BACKGROUND
        same = rival(self.pen.archive, event) is None and figures
        return nearest.id != event.id and nearest.id in here and same

    def _plainly(self, item: Item, event: EventRecord) -> list[Clause]:
        """Any act in its own sentence, or its words; what cannot be told is named."""
        pen, run_in = self.pen, self._open(item)
        deed = deeds.in_digest(pen, event, run_in=run_in)
        if deed:
            quote = acts.quoted(pen, event, of=True, digest=True) if self.long and event.date.day else None
            return [deed, *deeds.claimed(pen, event, run_in=""), *([quote] if quote else [])]
        quote = acts.quoted(pen, event, of=True, run_in=run_in, digest=True)
        words = [quote] if quote else reports.sayings(pen, event, of=True, most=2, run_in=run_in)
        return words or [acts.on_file(pen, event, run_in=run_in)]

    def _acts(self, item: Item, event: EventRecord) -> Iterator[Clause]:
        """Acts with a sentence of their own in digests."""
        pen = self.pen
        told: Clause | None = None
        match event.act:
            case Act.EXPLAIN | Act.STATEMENT | Act.CALL if not event.what:
                yield from self._speech(item, event)
            case Act.SEEK:
                told = acts.seeking(pen, event, dated=False, of=True, run_in=self._open(item))
            case Act.VOTE_HELD:
                yield from self._account(item, event)
            case Act.WELCOME:
                told = acts.welcomed(pen, event, run_in=self._open(item))
            case Act.CONDEMN:
                told = acts.opposition(pen, event, also=False, person=True, run_in=self._open(item))
            case Act.COSPONSOR if len(event.owner) == 1 or event.complete:
                yield from self._sponsors(item, event)
            case _:
                pass
        yield from [told] if told else []

    def _speech(self, item: Item, event: EventRecord) -> Iterator[Clause]:
        """Own words (long), then who had asked for the move they explain."""
        pen = self.pen
        move = pen.archive.events.get(event.about or "")
        vote = acts.vote_record(pen, event)
        asks = move is not None and move.asked_by is not None and vote is not None and vote.label is not None
        quote = None
        if self.long or not asks:
            quote = acts.quoted(pen, event, of=True, run_in=self._open(item), digest=True)
            yield from [quote] if quote else []
        if asks:
            assert move is not None
            assert vote is not None
            assert vote.label is not None
            first = quote is None
            run_in = self._open(item)
            named = (vote.label, vote.id, dict[str, str]())
            cites = (event.id,) if first else ()
            yield acts.requested(pen, move, object_=named, it=first, of=first, run_in=run_in, also=cites)

    def _account(self, item: Item, vote: EventRecord) -> Iterator[Clause]:
        """A vote known from the press: by its label, or as "the resolution" where a sentence before has named it."""
        if not (vote.tally and vote.body and vote.label):
            return
        pen = self.pen
        slots = {"Body": pen.actor(vote.body, f"{vote.id}.in", start=True), **tally_slots(pen, vote.id, vote.tally)}
        message = "digest-voted-label"
        named = any(e in self._told - self._before for e in self._about(vote))
        if named:
            message = "digest-voted-again" if self.long else "digest-voted-short"
        else:
            slots["label"] = Slot(vote.label, f"{vote.id}.label")
        yield pen.clause(message, [vote.id], slots, run_in=self._open(item))

    def _about(self, vote: EventRecord) -> Iterable[str]:
        measure = self.pen.archive.measure_of(vote)
        events = self.pen.archive.published
        return [e.id for e in events if e.act is Act.COSPONSOR and self.pen.archive.measure_of(e) == measure]

    def _sponsors(self, item: Item, event: EventRecord) -> Iterator[Clause]:
        pen = self.pen
        measure = pen.archive.measure_of(event)
        if event.complete and measure:
            title = Slot(pen.archive.register.measures[measure].title, f"{measure}.title")
            run_in = self._open(item)
            yield pen.clause("digest-draft", [event.id], run_in=run_in, n=len(event.by), title=title)
            return
        vote = acts.vote_record(pen, event)
        if vote and vote.label:
            actor = pen.actor(event.owner[0], f"{event.id}.by", start=True)
            label = Slot(vote.label, f"{vote.id}.label")
            run_in = self._open(item)
            yield pen.clause("digest-cosponsored", [event.id, vote.id], run_in=run_in, Actor=actor, label=label)

    def _figures(self, event: EventRecord) -> Iterator[Clause]:
        """Figures of a background record, with whose they are; of two accounts in one digest, the nearer one's."""
        fled = reports.fled(self.pen, event, "digest-figure")
        yield from [fled] if fled else list(reports.figures(self.pen, event)) or [acts.on_file(self.pen, event)]

    # --- votes ---------------------------------------------------------------------------------------------------

    def _votes(self, item: Item, call: RollCall) -> Iterator[Clause]:
        pen = self.pen
        yield self._vote(item, call)
        if item.filed:
            yield from (told for told in oddities(pen, call) if told.template in ODD)
        if item.part:
            return
        actors = pen.archive.register.actors
        followed = self.digest.follows.actors
        blocs = [actor for actor in followed if actors[actor].kind is ActorKind.BLOC]
        for bloc in blocs:
            yield from self._bloc(call, bloc)
        states = [actor for actor in followed if actor in call.votes]
        if states:
            yield from self._states(call, states)
        if not followed:
            against = names(pen, call, CAST[1]) if self.long and not item.filed else None
            yield from [against] if against else []
            yield from compared(pen, call)[:1] if not item.filed else ()

    def _vote(self, item: Item, call: RollCall) -> Clause:
        """The vote and its tally, without those that did not vote where the file leaves them out."""
        pen = self.pen
        self._voted.append(call.id)
        slots = {
            **tally_slots(pen, call.id, call.tally),
            "Body": pen.actor(call.body, f"{call.id}.in", start=True),
            "symbol": Slot(pen.symbol(call), f"{call.measure}.symbol"),
        }
        if not item.part:
            slots["title"] = Slot(pen.title(call), f"{call.measure}.title")
        whole, three = ("part", "part-three") if item.part else ("symbol", "three")
        message = f"digest-voted-{whole if knows_absent(call.tally) else three}"
        return pen.clause(message, [call.id], slots, run_in=self._open(item), links=pen.links(call))

    def _bloc(self, call: RollCall, bloc: str) -> Iterator[Clause]:
        """How a followed bloc divided, who of it moved, and why this is told."""
        pen = self.pen
        unlisted = pen.archive.register.actors[bloc].unlisted
        members = list(pen.archive.register.actors[bloc].members_on(call.date))
        if not any(member in call.votes for member in members):
            return
        divided = split(call, members)
        parts: list[str] = []
        for option in OPTIONS:
            if divided[option]:
                parts.append(self._group(option.value, divided[option], call.date, first=not parts, whole=len(members)))
        parts += votes.seatless(pen, call, members, unlisted)
        yield pen.clause(
            "digest-bloc",
            [call.id],
            n=len(members) + unlisted,
            bloc=Slot(pen.bare(bloc), f"{bloc}.members@{call.date.isoformat()}"),
            groups=Slot(pen.words.listed(parts), f"count({call.id}.votes)"),
        )
        found = shifted(pen.archive, call, members)
        yield from alerts.told(pen, call, found)
        yield from alerts.why(pen, call, bloc, len(members) + unlisted, found)

    def _group(self, option: str, members: tuple[str, ...], day: date, *, first: bool, whole: int) -> str:
        """ "2 voted in favour", "2 against (Laos and Vietnam)": the first group says "voted"."""
        say = self.pen.words.say
        text = say(f"digest-group-{option}{'-first' if first else ''}", {"n": len(members)})
        if len(members) > votes.NAMED_AT_MOST or len(members) == whole:
            return text
        names = [self.pen.name(state, day=day) for state in self.pen.alphabetical(members, day)]
        listed = self.pen.words.listed(names)
        return say("group-named", {"group": text, "names": listed})

    def _states(self, call: RollCall, states: list[str]) -> Iterator[Clause]:
        """What each followed state did; those that shifted are told with the votes before."""
        pen = self.pen
        found = shifted(pen.archive, call, states)
        told = {state for alert in found for state in alert.states}
        for option in OPTIONS:
            who = [s for s in states if call.votes[s] is option and s not in told]
            if who:
                actors = pen.actors(pen.alphabetical(who), f"{call.id}.votes", start=True)
                yield pen.clause(f"listed-all-{option.value}", [call.id], Actors=actors)
        yield from alerts.told(pen, call, found)


def _speeches_first(items: tuple[Item, ...]) -> list[Item]:
    """Within a day: votes, then speeches before the next steps they announce; the order is otherwise kept."""

    def rank(item: Item) -> int:
        if item.call or (item.event and item.event.act is Act.VOTE_HELD):
            return 0
        return 1 if item.event and item.event.act in SPEECH else 2

    order = {when: i for i, when in enumerate(When)}
    return sorted(items, key=lambda item: (order[item.when], -item.day.toordinal(), rank(item)))
