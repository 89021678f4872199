"""What was said and counted, in words: whole quotes, paraphrases, explanations of vote, figures and who gives them.

Said is "said", documents and figures are "according to"; a hope stays a hope; the chain words came through is told with
them. Two figures of the same are both told, the nearer source's first.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefs.accounts import accounts
from briefs.codebook import Act, ActorKind, Status
from briefs.document import Clause
from briefs.records import Count, EventRecord, RollCall, Saying
from briefs.wording import deeds, doers
from briefs.wording.pen import Pen, Slot, capital


def explained_text(pen: Pen, event: EventRecord) -> Slot | None:
    """The text an explanation of vote is about, itself and not somebody's act on it."""
    if event.act is not Act.EXPLAIN or event.about is None or event.about not in pen.archive.register.measures:
        return None
    return Slot(deeds.text(pen, event.about), f"{event.id}.about")


def said(pen: Pen, event: EventRecord, saying: Saying, *, of: bool, run_in: str | None = None) -> Clause | None:
    """ "Prime Minister Hun Sen said on 3 March 2022 that …", with its hope and its chain. `run_in`: in a digest."""
    if unsaid(event):
        return None
    if pen.spoke == event.id and (more := _also(pen, event, saying, run_in)):
        return more
    text = explained_text(pen, event) if run_in is None and saying.hedge is None and not event.via else None
    speaker = doers.sayer(pen, event, start=text is None, of=of)
    if speaker is None:
        return None
    slots: dict[str, Slot] = {"speaker" if text else "Speaker": speaker}
    if run_in is None:
        slots["when"] = pen.when(event.date, f"{event.id}.date")
    slots["saying"] = Slot(saying.text, f"{event.id}.says.{saying.key}")
    if text:
        return _spoken(pen, event, pen.clause("said-explained", [event.id], slots, text=text))
    if saying.hedge:
        slots["it"] = Slot(_again(pen, event), f"{event.id}.by")
    slots |= deeds.through(pen, event)
    vowel = deeds.vowel_first(event.via[-1].form) if event.via else ""
    message = f"said-{'hope' if saying.hedge else 'that'}{'-via' if event.via else ''}"
    if run_in is None:
        return _spoken(pen, event, pen.clause(message, [event.id], slots, vowel=vowel))
    return _spoken(pen, event, pen.clause(f"digest-{message}", [event.id], slots, run_in=run_in, vowel=vowel))


def _spoken(pen: Pen, event: EventRecord, clause: Clause) -> Clause:
    """The clause, after which more words of the same record need neither speaker nor day."""
    pen.spoke = None if event.via else event.id
    return clause


def _also(pen: Pen, event: EventRecord, saying: Saying, run_in: str | None) -> Clause | None:
    """ "It also said that …", straight after other words of the same record; None of a person without a pronoun."""
    held = pen.archive.register.actors[event.by[0]]
    alone = len(event.by) == 1 and held.kind is ActorKind.PERSON
    if run_in or (alone and not held.pronoun):
        return None
    again = _again(pen, event)
    slots = {
        "It": Slot(capital(again), f"{event.id}.by", pen.form(*event.by)),
        "saying": Slot(saying.text, f"{event.id}.says.{saying.key}"),
    }
    if saying.hedge:
        slots["it"] = Slot(again, f"{event.id}.by")
    message = "said-also-hope" if saying.hedge else "said-also"
    return _spoken(pen, event, pen.clause(message, [event.id], slots, n=len(event.by)))


def unsaid(event: EventRecord) -> bool:
    """Whether its words have not been said: the act is nothing but words, and is not done."""
    return event.act in deeds.WORDS_THEMSELVES and event.status is not Status.DONE


def _again(pen: Pen, event: EventRecord) -> str:
    """The speaker again, as a pronoun in the middle of a sentence."""
    held = pen.archive.register.actors[event.by[0]]
    form = {"form": pen.form(*event.by)}
    if len(event.by) > 1:
        return pen.words.say("pronoun-many", form)
    if held.kind is not ActorKind.PERSON:
        return pen.words.say("pronoun-it", form)
    return pen.words.say(f"pronoun-{held.pronoun}-again", form) if held.pronoun else held.name


def sayings(
    pen: Pen, event: EventRecord, *, of: bool, most: int, run_in: str | None = None, but: str = ""
) -> list[Clause]:
    """The first of its paraphrases, each in a sentence; what a denial says is told by the denial. `but`: the field of
    the one that was told already."""
    told = [s for s in event.says if event.act is not Act.DENY and f"{event.id}.says.{s.key}" != but]
    lines = []
    for saying in told[:most]:
        line = said(pen, event, saying, of=of, run_in=run_in)
        lines += [line] if line else []
        run_in = "" if run_in is not None else None
    return lines


def figures(pen: Pen, event: EventRecord) -> Iterable[Clause]:
    """Each figure that says what it counts, with whose it is; two accounts of one in a sentence of their own."""
    for key, count in event.figures.items():
        first, other = (event, count), _rival(pen, event, count)
        if other and accounts(pen.archive, event)[0].id != event.id:
            first, other = other, first
        told = _figure(pen, *first, key, other) if count.counted else None
        yield from [told] if told else []


def _figure(
    pen: Pen, event: EventRecord, count: Count, key: str, other: tuple[EventRecord, Count] | None
) -> Clause | None:
    """One figure, or two that differ, with whose they are."""
    who = _authority(pen, event, count)
    theirs = _authority(pen, *other) if other else None
    if who is None or (other and theirs is None):
        return None
    slots = {
        "day": pen.day(event.date.last, f"{event.id}.date"),
        "count": _number(pen, event, key, count),
        "what": Slot(count.counted or "", f"{event.id}.figures.{key}.of"),
        "who": who,
    }
    if other is None or theirs is None:
        return pen.clause("figure-as-of", [event.id], slots)
    slots |= {"rival": _number(pen, other[0], key, other[1]), "other": theirs}
    return pen.clause("figure-differ", [event.id, other[0].id], slots)


def fled(pen: Pen, event: EventRecord, message: str) -> Clause | None:
    """The one figure that says nothing of what it counts but `refugees`: of the people the record is about."""
    about = pen.archive.register.actors.get(event.about or "")
    count = event.figures.get("refugees")
    if count is None or about is None or not (about.people and count.per and count.approx) or count.counted:
        return None
    person = pen.archive.register.actors[count.per]
    day = pen.archive.sources[event.source].published
    role = next((role for role in person.roles if role.holds(day)), None)
    if role is None:
        return None
    pen.forget_speaker()
    return pen.clause(
        message,
        [event.id],
        Approx=Slot(count.approx[:1].upper() + count.approx[1:], f"{event.id}.figures.refugees.approx"),
        n=Slot(pen.words.number(count.n), f"{event.id}.figures.refugees.n"),
        people=Slot(about.people, f"{event.about}.people"),
        person=Slot(person.name, f"{event.id}.figures.refugees.per"),
        role=Slot(role.title, f"{person.id}.roles"),
    )


def _rival(pen: Pen, event: EventRecord, count: Count) -> tuple[EventRecord, Count] | None:
    """Another account's figure of the same that is not this one."""
    for other in accounts(pen.archive, event):
        for figure in other.figures.values() if other.id != event.id else ():
            if figure.counted == count.counted and (figure.n, figure.approx) != (count.n, count.approx):
                return other, figure
    return None


def _number(pen: Pen, event: EventRecord, key: str, count: Count) -> Slot:
    n = pen.words.number(count.n)
    text = pen.words.say("figure-approx", {"approx": count.approx, "n": n}) if count.approx else n
    return Slot(text, f"{event.id}.figures.{key}.n")


def _authority(pen: Pen, event: EventRecord, count: Count) -> Slot | None:
    """Whose figure it is: a person with the office, somebody by name, else the source's publisher."""
    source = pen.archive.sources[event.source]
    if count.per is None:
        return Slot(source.publisher, f"{event.source}.publisher")
    held = pen.archive.register.actors[count.per]
    origin = f"{event.id}.figures.per"
    if held.kind is not ActorKind.PERSON:
        return Slot(doers.party(pen, held), origin) if held.standing else pen.actor(held.id, origin)
    pen.forget_speaker()
    role = next((role for role in held.roles if role.holds(source.published)), None)
    if role is None:
        return Slot(held.name, origin)
    if pen.archive.register.actors[role.of].standing:
        return None
    return Slot(pen.words.say("person-title", {"person": held.name, "role": role.title}), origin)


def miscounted(pen: Pen, vote: EventRecord, call: RollCall) -> Clause | None:
    """An account of the vote that counts otherwise than the roll call, told after it."""
    tally = vote.tally
    if tally is None or (tally.favour, tally.against, tally.abstained) == (
        call.tally.favour, call.tally.against, call.tally.abstained,
    ):  # fmt: skip
        return None
    numbers = {"favour": tally.favour, "against": tally.against, "abstained": tally.abstained}
    slots = {name: Slot(pen.words.number(n), f"{vote.id}.tally.{name}") for name, n in numbers.items()}
    publisher = Slot(pen.archive.source_of(vote.id).publisher, f"{vote.source}.publisher")
    return pen.clause("vote-differs", [vote.id, call.id], slots, Publisher=publisher)
