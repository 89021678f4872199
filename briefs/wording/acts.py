"""Sentences that rest on event records: what an actor did, said, asked for, and what others say it did.

One function a sentence. Qualifiers travel: status, hedge, "among", standing and attribution are part of the message,
and a record that has one is never told by a message without it.
"""

from __future__ import annotations

from briefs import silences
from briefs.accounts import rival
from briefs.codebook import Act, ActorKind, Precision, Status, VoteOption
from briefs.document import Clause
from briefs.positions import Asserted, Listed, Sponsorship
from briefs.records import EventRecord
from briefs.wording import deeds, doers, reports
from briefs.wording.pen import Pen, Slot


def vote_record(pen: Pen, event: EventRecord) -> EventRecord | None:
    """The press account of the vote on the measure this event is about: it carries label and tally."""
    measure = pen.archive.measure_of(event)
    if measure is None:
        return None
    held = (e for e in pen.archive.published if e.act is Act.VOTE_HELD and pen.archive.measure_of(e) == measure)
    return next((e for e in held if e.label), None)


def cosponsored(pen: Pen, actor: str, sponsorship: Sponsorship, *, tally: bool) -> Clause | None:
    """A co-sponsorship by the label of a press account, or by the draft that names the actor."""
    event = sponsorship.event
    vote = vote_record(pen, event)
    Actor = pen.actor(actor, f"{event.id}.by", start=True)  # noqa: N806 (Fluent's capital slot)
    if vote and vote.label and vote.body and vote.tally and vote.date.day:
        slots = {
            "Actor": Actor,
            "label": Slot(vote.label, f"{vote.id}.label"),
            "body": pen.actor(vote.body, f"{vote.id}.in"),
        }
        cites = [event.id, vote.id]
        day = pen.day(vote.date.day, f"{vote.id}.date")
        if not tally:
            return pen.clause("cosponsor-line", cites, slots, day=day)
        n = Slot(pen.words.number(vote.tally.favour), f"{vote.id}.tally.favour")
        return pen.clause("cosponsor-tally", cites, slots, n=n, day=day)
    measure = pen.archive.measure_of(event)
    if sponsorship.draft and measure and actor in sponsorship.draft.by:
        draft = sponsorship.draft
        title = Slot(pen.archive.register.measures[measure].title, f"{measure}.title")
        return pen.clause("cosponsor-draft", [draft.id], Actor=Actor, n=len(draft.by), title=title)
    return None


def also_cosponsored(pen: Pen, actor: str, sponsorship: Sponsorship) -> Clause | None:
    """Beside a list of votes: which text, and whether the name stood on the draft. None where no roll call is held."""
    measure = pen.archive.measure_of(sponsorship.event)
    call = pen.archive.rollcall_of.get(measure) if measure else None
    if call is None:
        return None
    symbol, form = Slot(pen.symbol(call), f"{call.measure}.symbol"), pen.form(actor)
    links = pen.links(call)
    event, draft = sponsorship.event, sponsorship.draft
    match sponsorship.on_draft(actor):
        case True:
            assert draft is not None
            return pen.clause(
                "sponsor-draft", [draft.id, call.id], links=links, symbol=symbol, n=len(draft.by), form=form
            )
        case False:
            assert draft is not None
            return pen.clause("sponsor-added", [event.id, draft.id, call.id], links=links, symbol=symbol, form=form)
        case None:
            return pen.clause("sponsor-also", [event.id, call.id], links=links, symbol=symbol, form=form)


def asserted(pen: Pen, actor: str, claim: Asserted) -> Clause | None:
    """What only a third party says, with its attribution in the same sentence."""
    vote = vote_record(pen, claim.claim)
    if claim.act is not Act.COSPONSOR or vote is None or not vote.label:
        return None
    if not (vote.body and vote.date.day):
        return None
    return pen.clause(
        "cosponsor-asserted",
        [claim.claim.id, vote.id],
        Actor=pen.actor(actor, f"{claim.claim.id}.asserts", start=True),
        label=Slot(vote.label, f"{vote.id}.label"),
        body=pen.actor(vote.body, f"{vote.id}.in"),
        day=pen.day(vote.date.day, f"{vote.id}.date"),
        claimant=pen.actor(claim.claim.by[0], f"{claim.claim.id}.by"),
    )


def listed(pen: Pen, actor: str, entry: Listed) -> Clause | None:
    """A vote known from a press list."""
    event = entry.event
    if not (event.label and event.body and event.date.day):
        return None
    return pen.clause(
        f"listed-{entry.option.value}",
        [event.id],
        Actor=pen.actor(actor, f"{event.id}.{entry.option.value}.of", start=True),
        label=Slot(event.label, f"{event.id}.label"),
        body=pen.actor(event.body, f"{event.id}.in"),
        day=pen.day(event.date.day, f"{event.id}.date"),
    )


def quoted(pen: Pen, event: EventRecord, *, of: bool, run_in: str = "", digest: bool = False) -> Clause | None:
    """Own words: the first whole unit that can open a sentence, with speaker, day and chain.

    In a digest the run-in tells the day and the sentence the medium.
    """
    quote = next((q for q in event.quotes if q.text[:1].isupper()), None)
    speaker = doers.sayer(pen, event, start=False, of=of) if quote and not reports.unsaid(event) else None
    if quote is None or speaker is None:
        return None
    slots = {"quote": Slot(quote.text, f"{event.id}.quotes.{quote.key}"), "speaker": speaker}
    slots |= deeds.through(pen, event)
    if digest:
        return _quoted_in_digest(pen, event, slots, run_in)
    if not event.via:
        text = reports.explained_text(pen, event)
        when = pen.when(event.date, f"{event.id}.date")
        if text:
            return pen.clause("quote-explained", [event.id], slots, when=when, text=text)
        return pen.clause("quote-said", [event.id], slots, run_in=run_in, when=when)
    pen.dated = event.date.day
    vowel, when = deeds.vowel_first(event.via[-1].form), pen.when(event.date, f"{event.id}.date")
    return pen.clause("quote-via", [event.id], slots, run_in=run_in, when=when, vowel=vowel)


def _quoted_in_digest(pen: Pen, event: EventRecord, slots: dict[str, Slot], run_in: str) -> Clause:
    if not event.via:
        return pen.clause("digest-quote", [event.id], slots, run_in=run_in)
    vowel = deeds.vowel_first(event.via[-1].form)
    if not event.form or pen.unilateral(event):
        return pen.clause("digest-quote-via", [event.id], slots, run_in=run_in, vowel=vowel)
    form = Slot(deeds.medium(pen, event.form), f"{event.id}.form")
    return pen.clause("quote-medium-via", [event.id], slots, run_in=run_in, medium=form, vowel=vowel)


def requested(
    pen: Pen,
    event: EventRecord,
    *,
    why: EventRecord | None = None,
    object_: tuple[str, str, dict[str, str]] | None = None,
    it: bool = False,
    of: bool = False,
    run_in: str = "",
    also: tuple[str, ...] = (),
) -> Clause:
    """Who, according to the one who was asked, had asked for the act.

    `object_` names what was asked (words, the cite they need, links) where "the move" would hang in the air; `why` adds
    the curator's follow-on paraphrase of that record. `also` are further cites that the run-in rests on.
    """
    assert event.asked_by is not None
    slots = {
        "Speaker": pen.speaker(event.asked_by.per, event.date.last, start=True, of=of),
        "askers": pen.actors(event.asked_by.of, f"{event.id}.asked_by.of"),
    }
    if object_:
        words, cite, links = object_
        slots |= {"object": Slot(words, f"{cite}.label"), "actor": pen.actor(event.owner[0], f"{event.id}.by")}
        message = "requested-it" if it else "requested-of"
        return pen.clause(message, [*also, event.id, cite], slots, run_in=run_in, links=links)
    saying = next((s for s in why.says if s.again), None) if why else None
    if why and saying and saying.again:
        words_ = Slot(saying.again, f"{why.id}.says.{saying.key}")
        return pen.clause("requested-why", [event.id, why.id], slots, run_in=run_in, saying=words_)
    return pen.clause("requested", [event.id], slots, run_in=run_in)


def was_asked(pen: Pen, event: EventRecord) -> Clause | None:
    """Told of those who, by somebody's account, asked: never more than that account says."""
    vote = vote_record(pen, event)
    speech = next((e for e in pen.archive.published if e.about == event.id and e.date.day), None)
    if event.asked_by is None or vote is None or vote.label is None or speech is None or speech.date.day is None:
        return None
    if event.status is not Status.DONE:
        return None
    return pen.clause(
        "was-asked",
        [speech.id, event.id, vote.id],
        Speaker=pen.speaker(event.asked_by.per, speech.date.last, start=True, of=True),
        day=pen.day(speech.date.day, f"{speech.id}.date"),
        askers=pen.actors(event.asked_by.of, f"{event.id}.asked_by.of"),
        actor=pen.actor(event.owner[0], f"{event.id}.by"),
        label=Slot(vote.label, f"{vote.id}.label"),
    )


def seeking(
    pen: Pen, event: EventRecord, *, dated: bool, none_issued: bool = False, of: bool = False, run_in: str = ""
) -> Clause | None:
    """A statement under discussion: never "issued". `none_issued` adds the silence, with its query."""
    if event.act is not Act.SEEK or event.status is not Status.IN_DISCUSSION or not (event.what and event.partner):
        return None
    actors, owner = pen.archive.register.actors, event.owner[0]
    if actors[event.by[0]].kind is not ActorKind.PERSON or owner not in actors[event.partner].members_on(
        event.date.last
    ):
        return None
    slots = {"Speaker": pen.speaker(event.by[0], event.date.last, start=True, of=of)}
    if dated and event.date.day:
        slots["day"] = pen.day(event.date.day, f"{event.id}.date")
    slots |= {
        "actor": pen.actor(event.owner[0], f"{event.id}.for"),
        "bloc": Slot(pen.bare(event.partner), f"{event.id}.with"),
        "what": Slot(event.what_forms.get("with", event.what), f"{event.id}.what"),
    }
    if none_issued and not dated and not silences.spoke(pen.archive, event.partner):
        cites = [event.id, f"query:statements?actor={event.partner}"]
        return pen.clause("seek-none", cites, slots, run_in=run_in)
    return pen.clause("seek-on" if "day" in slots else "seek", [event.id], slots, run_in=run_in)


def bloc_listed(pen: Pen, actor: str, event: EventRecord, bloc: str) -> list[Clause]:
    """Neighbours of the same bloc that a press list names, option by option."""
    members = pen.archive.register.actors[bloc].members_on(event.date.last)
    told = []
    for option in (VoteOption.AGAINST, VoteOption.ABSTAINED, VoteOption.FAVOUR):
        names = event.named.get(option)
        known = [state for state in names.of if state in members and state != actor] if names else []
        if known:
            told.append(
                pen.clause(
                    "bloc-listed",
                    [event.id],
                    n=len(known),
                    bloc=Slot(pen.bare(bloc), f"{bloc}.members@{event.date.last.isoformat()}"),
                    members=pen.actors(known, f"{event.id}.{option.value}.of"),
                    voted=pen.words.say(f"voted-{option.value}", {"form": pen.form(*known)}),
                )
            )
    return told


def welcomed(pen: Pen, event: EventRecord, *, run_in: str = "") -> Clause | None:
    """A welcome for the words told last: "the statement". None where others were told since, or none."""
    about = pen.archive.events.get(event.about or "")
    if event.act is not Act.WELCOME or about is None or about.act not in (Act.EXPLAIN, Act.STATEMENT):
        return None
    if not pen.ear.heard(about):
        return None
    if not _plain(pen, event) or len(event.by) > 1 or _named_with_more(pen, event.by[0]) or event.what:
        return None
    actor = pen.actor(event.by[0], f"{event.id}.by", start=True)
    return pen.clause("welcomed-statement", [event.id], run_in=run_in, Actor=actor)


def opposition(pen: Pen, event: EventRecord, *, also: bool, person: bool, run_in: str = "") -> Clause | None:
    """A party's condemnation, always with its standing."""
    party = pen.archive.register.actors[event.owner[0]]
    if event.act is not Act.CONDEMN or not event.what or party.kind is not ActorKind.PARTY or not party.standing:
        return None
    if not _plain(pen, event) or len(event.by) > 1:
        return None
    slots = {
        "standing": Slot(party.standing, f"{party.id}.standing"),
        "what": Slot(event.what, f"{event.id}.what"),
    }
    if person and event.by[0] != party.id:
        speaker = pen.archive.register.actors[event.by[0]]
        if not doers.of_party(speaker, party):
            return None
        pen.named_last(speaker.id)
        return pen.clause(
            "opposition-person",
            [event.id],
            slots,
            run_in=run_in,
            Person=Slot(speaker.name, f"{event.id}.by"),
            party=pen.actor(party.id, f"{event.id}.for"),
        )
    Party = pen.actor(party.id, f"{event.id}.for", start=True)  # noqa: N806
    return pen.clause("opposition-also" if also else "opposition", [event.id], slots, run_in=run_in, Party=Party)


def sanctioned(pen: Pen, event: EventRecord) -> Clause | None:
    """Sanctions with the words their officer gave as the reason; any other act, and sanctions without, None."""
    if event.act is not Act.SANCTION or event.status is not Status.DONE or not event.target or event.what:
        return None
    if _named_with_more(pen, event.target):
        return None
    holder = _holder(pen, event) if event.form and event.quotes and not event.via and not event.corrects else None
    if holder is None or rival(pen.archive, event) or event.complete is False:
        return None
    quote = event.quotes[0]
    return pen.clause(
        "sanction-citing",
        [event.id],
        Actor=pen.actor(event.owner[0], f"{event.id}.for", start=True),
        form=Slot(event.form or "", f"{event.id}.form"),
        target=pen.actor(event.target, f"{event.id}.against_actor"),
        when=pen.when(event.date, f"{event.id}.date"),
        holder=holder,
        quote=Slot(quote.text, f"{event.id}.quotes.{quote.key}"),
    )


def had_sanctioned(pen: Pen, event: EventRecord) -> Clause | None:
    """Sanctions of the days before a vote, told beside it."""
    if event.act is not Act.SANCTION or event.status is not Status.DONE or not (event.target and event.date.day):
        return None
    if event.what or len(event.owner) > 1 or not _plain(pen, event, form=event.form):
        return None
    if _named_with_more(pen, event.owner[0]) or _named_with_more(pen, event.target):
        return None
    slots = {
        "Actor": pen.actor(event.owner[0], f"{event.id}.for", start=True),
        "target": pen.actor(event.target, f"{event.id}.against_actor"),
    }
    if event.form:
        slots["form"] = Slot(event.form, f"{event.id}.form")
    day = pen.day(event.date.day, f"{event.id}.date")
    return pen.clause(f"had-sanctioned{'' if event.form else '-plain'}", [event.id], slots, day=day)


def _holder(pen: Pen, event: EventRecord) -> Slot | None:
    """ "its Foreign Minister, Vivian Balakrishnan"."""
    if len(event.by) > 1 or not event.on_behalf:
        return None
    person = pen.archive.register.actors[event.by[0]]
    role = next((r for r in person.roles if r.holds(event.date.last) and r.of == event.on_behalf), None)
    if role is None:
        return None
    return Slot(pen.words.say("holder", {"role": role.title, "name": person.name}), f"{person.id}.roles")


def told(pen: Pen, event: EventRecord, *, changes: bool = True) -> list[Clause]:
    """One record in its best sentences: the act with its reason, else the act, else its words, else its figures."""
    deed = sanctioned(pen, event) or seeking(pen, event, dated=True) or deeds.told(pen, event, changes=changes)
    if deed:
        return [deed]
    words = quoted(pen, event, of=True)
    if words:
        return [words]
    return reports.sayings(pen, event, of=True, most=1) or list(reports.figures(pen, event))[:1]


def on_file(pen: Pen, event: EventRecord, *, run_in: str = "") -> Clause:
    """A record this writer has no sentence for yet: named, never hidden, never paraphrased."""
    source = pen.archive.sources[event.source]
    return pen.clause(
        "on-file",
        [event.id],
        run_in=run_in,
        record=Slot(event.id, f"{event.id}.id"),
        publisher=Slot(source.publisher, f"{source.id}.publisher"),
        day=pen.full_day(source.published, f"{source.id}.published"),
    )


def _plain(pen: Pen, event: EventRecord, form: str | None = None) -> bool:
    """Whether nothing qualifies the act: done, by all who are named, in no form but `form`, and told alike by all."""
    done = event.status is Status.DONE and event.complete is not False
    return done and event.form in (None, form) and rival(pen.archive, event) is None


def _named_with_more(pen: Pen, actor: str) -> bool:
    """Whether more than the name has to be printed: the office of a person, the standing of a party."""
    return _personal(pen, actor) or pen.archive.register.actors[actor].standing is not None


def _personal(pen: Pen, actor: str) -> bool:
    """Whether it is a person: acts of state have no sentence with a person as their subject."""
    return pen.archive.register.actors[actor].kind is ActorKind.PERSON


def week_before(event: EventRecord, vote: EventRecord) -> bool:
    """The event is dated to the ISO week before the one of the vote."""
    if event.date.precision is not Precision.WEEK or vote.date.day is None or event.date.first is None:
        return False
    return (vote.date.day - event.date.first).days // 7 == 1 and event.date.first.weekday() == 0
