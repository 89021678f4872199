"""What was done, in words: a phrase for the act and its object, in the sentence for how far it has come and who did it.

The record's verb is never graded up, and its qualifiers are part of the sentence: among, announced, planned, in
discussion, on conditions, denied, on behalf of, according to whom. A record that no phrase fits is told by nobody here
(`acts.on_file` names it; docs/records.md says which these are). Selection is the tellers'; words stand in
`deeds.en.ftl`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from briefs.accounts import accounts, before, rival, told_of
from briefs.codebook import SPEECH_ACTS, Act, ActorKind, Status
from briefs.document import Clause
from briefs.records import EventRecord
from briefs.wording.doers import Subject, party, sayer, somebody, subject
from briefs.wording.pen import Pen, Slot, capital

FIELDS: Mapping[Act, tuple[str, ...]] = {
    Act.CONDEMN: ("what", "target", "about"),
    Act.DEPLORE: ("what", "target", "about"),
    Act.OPPOSE: ("what", "target", "about"),
    Act.REGRET: ("what", "target", "about"),
    Act.SUPPORT: ("what", "partner", "about"),
    Act.PRAISE: ("what", "partner", "about"),
    Act.RECOGNISE: ("what", "partner", "about"),
    Act.WITHDRAW: ("what", "partner", "about"),
    Act.ADOPTED: ("about", "label", "what"),
    Act.REJECTED: ("about", "label", "what"),
    Act.COSPONSOR: ("about", "label", "what"),
    Act.INTRODUCE: ("about", "label", "what"),
    Act.VETO: ("label", "about", "what"),
    Act.SIGN: ("what", "about"),
    Act.RATIFY: ("what", "about"),
    Act.WELCOME: ("what", "about"),
    Act.MEET: ("partner", "to"),
    Act.PHONE: ("partner", "to"),
    Act.ACCEDE: ("what", "about", "partner", "to"),
    Act.VISIT: ("to", "body", "partner"),
    Act.SUSPEND: ("what", "partner", "target"),
    Act.EXPEL: ("what", "target", "partner"),
    Act.SEEK: ("what", "about"),
}
"""Where an act's object stands in its record, the first given; any other act's is `what`."""

BESIDE = frozenset({Act.REQUEST, Act.CALL, Act.SEEK, Act.RECALL, Act.PLEDGE_AID, Act.DELIVER_AID, Act.SIGN, Act.OFFER})
"""Acts that have a counterpart beside their object: from whom, to whom, with whom."""
UNTOLD = frozenset({Act.VOTE_HELD, Act.BACKGROUND})
NEEDS_OBJECT = frozenset({Act.DEPLORE, Act.SEEK, Act.PHONE, Act.VISIT, Act.SANCTION, Act.LIFT_SANCTION, Act.MEDIATE})
"""Acts that no phrase tells without an object."""
REACTIONS = frozenset({Act.CONDEMN, Act.DEPLORE, Act.REGRET, Act.WELCOME, Act.PRAISE, Act.SUPPORT, Act.OPPOSE})
"""Acts whose object may be what somebody else said or did."""
ADDRESSED = frozenset({Act.REQUEST, Act.CALL, Act.OFFER})
"""Acts told with whom they were made to, where the record has no object."""
WORDS_THEMSELVES = frozenset({Act.STATEMENT, Act.EXPLAIN})
"""Acts that are nothing but words: while they are not done, nothing has been said."""

MANY = "mp"
"""Gender and number of those of whom "among those that …" speaks."""


# --- what --------------------------------------------------------------------------------------------------------


def phrase(pen: Pen, event: EventRecord, form: str, of: str = "") -> Slot | None:
    """ "imposed sanctions on Russia" in a form (did, would, had, doing); None where the record gives no object.

    `of`: gender and number of the subject; of several "did-many" is asked for, which a verb may tell apart."""
    chosen = _shape(pen, event)
    if chosen is None:
        return None
    shape, slots = chosen
    if form == "doing" and event.act is Act.SEEK:
        shape += "-discussed"
    many = "-many" if form == "did" and of.endswith("p") else ""
    done = pen.words.say(f"deed-{shape}", {"as": form + many, **slots})
    if pen.unilateral(event) and not shape.endswith("-form"):
        if shape.endswith("-discussed"):
            return None
        done = pen.words.say("deed-unilaterally", {"deed": done})
    return Slot(done, f"{event.id}.act")


def _shape(pen: Pen, event: EventRecord) -> tuple[str, dict[str, str]] | None:
    """Which phrase, and what stands in it."""
    act, (object_, kind) = event.act, _object(pen, event) or (None, "")
    if act in UNTOLD:
        return None
    other = _counterpart(pen, event)
    if act in (Act.SANCTION, Act.LIFT_SANCTION):
        return _sanction(pen, event, object_)
    if act is Act.VETO and object_ and event.body:
        return "veto-at", {"object": object_, "body": pen.name(event.body)}
    if act is Act.MEET and object_ and event.what:
        return "meet-on", {"object": object_, "topic": event.what}
    if object_ and other and act in BESIDE:
        beside = event.what_forms.get("with", object_) if act is Act.SEEK else object_
        return f"{act.value}-beside", {"object": beside, "other": other}
    if object_:
        return act.value, {"object": object_, "kind": kind}
    return _without_object(pen, event, other)


def _sanction(pen: Pen, event: EventRecord, object_: str | None) -> tuple[str, dict[str, str]] | None:
    if event.target is None:
        return None
    slots = {"other": somebody(pen, event.target, event)}
    if object_:
        return f"{event.act.value}-what", {**slots, "object": object_}
    return (f"{event.act.value}-form", {**slots, "form": event.form}) if event.form else (event.act.value, slots)


def _without_object(pen: Pen, event: EventRecord, other: str | None) -> tuple[str, dict[str, str]] | None:
    """Phrases that can do without an object in words."""
    about = pen.archive.events.get(event.corrects or event.about or "")
    match event.act:
        case Act.PLEDGE_AID | Act.DELIVER_AID if other:
            return f"{event.act.value}-alone", {"other": other}
        case Act.REFUSE if event.partner and other:
            return "refuse-alone", {"other": other}
        case Act.MEDIATE:
            return "mediate-alone", {}
        case Act.CORRECT | Act.RETRACT if about and about.owner == event.owner and about.act in SPEECH_ACTS:
            return (f"{event.act.value}-words", {"day": pen.words.day(about.date.day)}) if about.date.day else None
        case _:
            return _bare(pen, event, other)


def _bare(pen: Pen, event: EventRecord, other: str | None) -> tuple[str, dict[str, str]] | None:
    """The act alone, where its record has nothing more: "made a request", "voiced condemnation"."""
    if event.act in NEEDS_OBJECT:
        return None
    unsaid = event.act in WORDS_THEMSELVES and event.status is not Status.DONE
    spoken = any(q.text[:1].isupper() for q in event.quotes) or (event.says and event.act is not Act.DENY)
    if spoken and not unsaid:
        return None  # the words are told, and not that there were some
    if event.act in WORDS_THEMSELVES and event.about in pen.archive.register.measures:
        return f"{event.act.value}-on", {"object": text(pen, event.about or "")}
    if event.act in ADDRESSED and other:
        return f"{event.act.value}-bare-to", {"other": other}
    return f"{event.act.value}-bare", {}


def _object(pen: Pen, event: EventRecord) -> tuple[str, str] | None:
    """What it was done to, and whether that is "somebody" (an actor, a person, a party) or "something"."""
    for name in FIELDS.get(event.act, ("what",)):
        value = getattr(event, name)
        if value is None:
            continue
        if name == "about":
            about = pen.archive.events.get(value)
            if about and about.act is not Act.VOTE_HELD and event.act in REACTIONS:
                if step := _step(pen, about):
                    return step, "something"
                continue
            measure = pen.archive.measure_of(event)
            if measure:
                return text(pen, measure), "something"
            if value not in pen.archive.register.actors:
                continue
        if name in ("what", "label"):
            return value, "something"
        return somebody(pen, value, event), "somebody" if value in pen.archive.register.actors else "something"
    return None


def _step(pen: Pen, about: EventRecord) -> str | None:
    """What somebody else said, did or announced on a day, as what this act is about."""
    if len(about.owner) > 1 or about.date.day is None:
        return None
    whose = pen.archive.register.actors[about.owner[0]]
    if whose.kind is ActorKind.PERSON or about.status not in (Status.DONE, Status.ANNOUNCED):
        return None
    pen.ear.forget()
    kind = "announcement" if about.status is Status.ANNOUNCED else "words" if about.act in SPEECH_ACTS else "step"
    who = party(pen, whose) if whose.standing else pen.name(whose.id)
    return pen.words.say(f"thing-{kind}", {"other": who, "day": pen.words.day(about.date.day)})


def _counterpart(pen: Pen, event: EventRecord) -> str | None:
    key = event.partner or event.to or event.target
    return somebody(pen, key, event) if key else None


def text(pen: Pen, measure: str) -> str:
    """A text voted on: its symbol and title where the roll call is held, else as a draft."""
    held = pen.archive.register.measures[measure]
    if measure in pen.archive.rollcall_of:
        return pen.words.say("thing-text", {"symbol": held.symbol, "title": held.title})
    return pen.words.say("thing-draft", {"title": held.title})


# --- sentences ---------------------------------------------------------------------------------------------------


def told(pen: Pen, event: EventRecord, *, changes: bool = True) -> Clause | None:
    """The act in its own sentence, dated as exactly as its record; with another account of it where they differ."""
    other = rival(pen.archive, event)
    if other:
        return _disputed(pen, event, other)
    if event.act is Act.DENY and (denial := _denial(pen, event)):
        return denial
    earlier = before(pen.archive, event) if changes else None
    if earlier and (clause := _changed(pen, event, earlier.event, announced=earlier.announced)):
        return clause
    match event.status:
        case Status.DONE:
            return _dated(pen, event, "acts-among" if event.complete is False else "acts-done", "did")
        case Status.ANNOUNCED:
            return _dated(pen, event, f"acts-{_among(event)}announced", "would")
        case Status.DENIED:
            return _dated(pen, event, f"acts-{_among(event)}denied", "had")
        case Status.PLANNED:
            return _as_of(pen, event, f"acts-{_among(event)}planned", "would")
        case Status.CONDITIONAL:
            return _conditional(pen, event)
        case Status.IN_DISCUSSION:
            return _as_of(pen, event, f"acts-{_among(event)}discussed", "doing")


def _among(event: EventRecord) -> str:
    return "among-" if event.complete is False else ""


def _conditional(pen: Pen, event: EventRecord) -> Clause | None:
    """On conditions; where the record has them, with them and with whose account it is."""
    if event.condition is None:
        return _as_of(pen, event, f"acts-{_among(event)}conditional", "would")
    return _as_of(pen, event, f"acts-{_among(event)}conditional-if", "would", **_condition(pen, event))


def _condition(pen: Pen, event: EventRecord) -> dict[str, Slot]:
    return {"condition": Slot(event.condition or "", f"{event.id}.condition"), "publisher": _publisher(pen, event)}


def _publisher(pen: Pen, event: EventRecord) -> Slot:
    return Slot(pen.archive.source_of(event.id).publisher, f"{event.source}.publisher")


def _denial(pen: Pen, event: EventRecord, run_in: str | None = None) -> Clause | None:
    """ "Serbia denied on 22 June 2023 that it had …", in the record's own paraphrase of what was denied."""
    saying = next((s for s in event.says if s.hedge is None), None)
    who = subject(pen, event, start=True) if saying and event.status is Status.DONE else None
    if event.what or saying is None or who is None or event.complete is False:
        return None
    slots = {"Actor": who.name, "saying": Slot(saying.text, f"{event.id}.says.{saying.key}"), **through(pen, event)}
    message = "acts-deny-that-via" if event.via else "acts-deny-that"
    vowel = vowel_first(event.via[-1].form) if event.via else ""
    if run_in is not None:
        return pen.clause(f"digest-{message}", [event.id], slots, run_in=run_in, vowel=vowel)
    when = pen.when(event.date, f"{event.id}.date")
    return pen.clause(message, [event.id], slots, when=when, vowel=vowel)


def _slots(pen: Pen, event: EventRecord, form: str) -> tuple[dict[str, Slot | str], int] | None:
    """Subject (as it begins a sentence, and within it), phrase and pronoun of an act's sentence, and the number of its
    subject."""
    who = subject(pen, event, start=False) if phrase(pen, event, form) else None
    done = phrase(pen, event, form, who.name.form if who and event.complete is not False else MANY) if who else None
    if who is None or done is None:
        return None
    first = replace(who.name, text=capital(who.name.text))
    return {"Actor": first, "actor": who.name, form: done, "it": _again(pen, who)}, who.n


def _again(pen: Pen, who: Subject) -> str:
    keys = {"it": "pronoun-it", "they": "pronoun-many", "he": "pronoun-he-again", "she": "pronoun-she-again"}
    return pen.words.say(keys[who.again], {"form": who.name.form}) if who.again in keys else who.again


def _dated(pen: Pen, event: EventRecord, message: str, form: str, **more: Slot) -> Clause | None:
    made = _slots(pen, event, form)
    if made is None:
        return None
    slots, n = made
    when = pen.when(event.date, f"{event.id}.date")
    return _clause(pen, message, [event.id], {**slots, "when": when, **more}, n=n)


def _as_of(pen: Pen, event: EventRecord, message: str, form: str, **more: Slot) -> Clause | None:
    made = _slots(pen, event, form)
    if made is None:
        return None
    slots, n = made
    day = pen.day(event.date.last, f"{event.id}.date")
    return _clause(pen, message, [event.id], {"day": day, **slots, **more}, n=n)


def _clause(
    pen: Pen, message: str, cites: Iterable[str], slots: Mapping[str, Slot | str], *, n: int, run_in: str = ""
) -> Clause:
    words = {name: slot for name, slot in slots.items() if isinstance(slot, str)}
    filled = {name: slot for name, slot in slots.items() if isinstance(slot, Slot)}
    return pen.clause(message, cites, filled, run_in=run_in, links=None, under="", **words, n=n)


def _changed(pen: Pen, event: EventRecord, earlier: EventRecord, *, announced: bool) -> Clause | None:
    """Newest first, both dated: "On 5 May 2022 France lifted sanctions on Russia; on 2 March 2022 it had imposed …"."""
    made = _slots(pen, event, "did")
    had = phrase(pen, earlier, "had")
    if made is None or had is None or event.complete is False or earlier.complete is False:
        return None
    assert event.date.day is not None
    assert earlier.date.day is not None
    slots, n = made
    slots |= {
        "day": pen.day(event.date.day, f"{event.id}.date"),
        "before": pen.full_day(earlier.date.day, f"{earlier.id}.date"),
        "had": had if announced else _again_the_text(pen, event, earlier, slots["did"], had),
    }
    return _clause(pen, "acts-followed" if announced else "acts-turned", [event.id, earlier.id], slots, n=n)


def _again_the_text(pen: Pen, event: EventRecord, earlier: EventRecord, did: Slot | str, had: Slot | str) -> Slot | str:
    """What it had done, with "the text" for the one that the first half of the sentence has named."""
    measure = pen.archive.measure_of(event)
    if measure is None or measure != pen.archive.measure_of(earlier):
        return had
    named = text(pen, measure)
    if not all((words.text if isinstance(words, Slot) else words).endswith(named) for words in (did, had)):
        return had
    again = pen.words.say("thing-again", {})
    if isinstance(had, Slot):
        return Slot(had.text.removesuffix(named) + again, had.origin, had.form)
    return had.removesuffix(named) + again


def _disputed(pen: Pen, event: EventRecord, other: EventRecord) -> Clause | None:
    """Two accounts of one act: in one sentence where only their dates differ, else this one with its source's name."""
    differing = [a != b for a, b in zip(told_of(event), told_of(other), strict=True)]
    dates_alone = differing.count(True) == 1 and event.date != other.date and event.status is Status.DONE
    publisher = _publisher(pen, event)
    if event.complete is False and event.status is not Status.DONE:
        return None
    match event.status:
        case Status.ANNOUNCED:
            return _dated(pen, event, "acts-per-announced", "would", publisher=publisher)
        case Status.DENIED:
            return _dated(pen, event, "acts-per-denied", "had", publisher=publisher)
        case Status.PLANNED:
            return _as_of(pen, event, "acts-per-planned", "would", publisher=publisher)
        case Status.IN_DISCUSSION:
            return _as_of(pen, event, "acts-per-discussed", "doing", publisher=publisher)
        case Status.CONDITIONAL if event.condition:
            return _as_of(pen, event, "acts-per-conditional-if", "would", **_condition(pen, event))
        case Status.CONDITIONAL:
            return _as_of(pen, event, "acts-per-conditional", "would", publisher=publisher)
        case Status.DONE if event.complete is False:
            return _dated(pen, event, "acts-per-among", "did", publisher=publisher)
        case Status.DONE:
            pass
    if dates_alone and accounts(pen.archive, event)[0].id == other.id:
        event, other, publisher = other, event, _publisher(pen, other)
    if not dates_alone:
        return _dated(pen, event, "acts-per", "did", publisher=publisher)
    made = _slots(pen, event, "did")
    if made is None:
        return None
    slots, n = made
    when = pen.when(event.date, f"{event.id}.date")
    pen.forget_year()
    slots |= {
        "when": when,
        "publisher": publisher,
        "other": Slot(pen.archive.source_of(other.id).publisher, f"{other.source}.publisher"),
        "then": pen.when(other.date, f"{other.id}.date"),
    }
    return _clause(pen, "acts-differ", [event.id, other.id], slots, n=n)


DIGEST = {
    Status.DONE: ("digest-acts-done", "did"),
    Status.ANNOUNCED: ("digest-acts-announced", "would"),
    Status.PLANNED: ("digest-acts-planned", "would"),
    Status.IN_DISCUSSION: ("digest-acts-discussed", "doing"),
    Status.CONDITIONAL: ("digest-acts-conditional", "would"),
    Status.DENIED: ("digest-acts-denied", "had"),
}


def in_digest(pen: Pen, event: EventRecord, *, run_in: str) -> Clause | None:
    """The act under a digest's run-in, which gives its day, or says that the source gives none."""
    if event.act is Act.DENY and not rival(pen.archive, event) and (denial := _denial(pen, event, run_in)):
        return denial
    message, form = DIGEST[event.status]
    made = _slots(pen, event, form)
    if made is None:
        return None
    slots, n = made
    disputed = rival(pen.archive, event) is not None
    if disputed and event.complete is False and event.status is not Status.DONE:
        return None
    if event.condition:
        slots |= _condition(pen, event)
        message += "-if"
    if event.complete is False:
        message = message.replace("acts-", "acts-among-").replace("among-done", "among")
    if disputed:
        message = message.replace("acts-", "acts-per-").replace("per-done", "per")
        slots["publisher"] = _publisher(pen, event)
    elif event.status is Status.DONE and event.date.day is None and event.complete is not False:
        message = "digest-acts-when"
        slots["when"] = pen.when(event.date, f"{event.id}.date")
    return _clause(pen, message, [event.id], slots, n=n, run_in=run_in)


def named(pen: Pen, event: EventRecord) -> Clause | None:
    """Straight after a sentence that counted: "The 13 countries: …"."""
    who = subject(pen, event, start=True)
    if who is None or not who.counted:
        return None
    names = ", ".join(pen.bare(actor) for actor in pen.alphabetical(event.by))
    return pen.clause("acts-names", [event.id], n=who.n, names=Slot(names, f"{event.id}.by"))


def claimed(pen: Pen, event: EventRecord, *, of: str | None = None, run_in: str | None = None) -> list[Clause]:
    """What only the record's own actor says that others did (`of`: that one did), with whose claim it is."""
    claims = (claim for claim in event.asserts if of is None or of in claim.of)
    lines = (_claim(pen, event, event.claimed(claim), run_in) for claim in claims)
    return [line for line in lines if line]


def _claim(pen: Pen, event: EventRecord, claim: EventRecord, run_in: str | None) -> Clause | None:
    made = _slots(pen, claim, "did")
    speaker = sayer(pen, event, start=False)
    if made is None or speaker is None:
        return None
    slots, n = made
    slots = {**slots, "claimant": speaker}
    if run_in is not None:
        return _clause(pen, "digest-acts-claimed", [event.id], slots, n=n, run_in=run_in)
    slots["when"] = pen.when(event.date, f"{event.id}.date")
    if event.form and not pen.unilateral(event):
        slots["medium"] = Slot(medium(pen, event.form), f"{event.id}.form")
        return _clause(pen, "acts-claimed-medium", [event.id], slots, n=n)
    return _clause(pen, "acts-claimed", [event.id], slots, n=n)


def through(pen: Pen, event: EventRecord) -> dict[str, Slot]:
    """The chain words came through, the link nearest to us first: the form of the last link, and who released it
    "citing a transcript released by" the one before; what that transcript cites begins a sentence of its own."""
    if not event.via:
        return {}
    released = somebody(pen, event.via[0].by, event)
    for older, link in pairwise(event.via):
        slots = {"organ": somebody(pen, link.by, event), "chain": older.form, "vowel": vowel_first(older.form)}
        message = "via-citing" if link is event.via[-1] else "via-cited"
        told = pen.words.say(message, {**slots, "form": link.form, "before": released})
        released = told.replace(",,", ",").replace(",.", ".")
    return {"chain": Slot(event.via[-1].form, f"{event.id}.via"), "organ": Slot(released, f"{event.id}.via")}


def vowel_first(noun: str) -> str:
    """Whether "an" stands before it: "yes" or "no"."""
    return "yes" if noun[:1].lower() in "aeiou" else "no"


def medium(pen: Pen, noun: str) -> str:
    """ "an audio message", "a letter"."""
    kind = "vowel" if vowel_first(noun) == "yes" else "consonant"
    return pen.words.say(f"medium-{kind}", {"medium": noun})
