"""The pen: writes one clause after another, keeping what a reader has just been told (year, speaker).

It names actors, persons with their office on the day, dates and tallies, and notes for every slot which record field it
came from. It selects nothing: tellers do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from briefs.archive import Archive
from briefs.codebook import Act, ActorKind, Precision, VoteOption
from briefs.document import Clause, Em, Inline, Link, Phrase, Text
from briefs.naming.folding import fold, unaccented
from briefs.records import Actor, EventRecord, RollCall, Span, Tally
from briefs.seats import Formerly, Told
from briefs.tongues import form_in
from briefs.wording.catalogue import Words
from briefs.wording.ear import Ear
from briefs.wording.grammar import with_article

OPTIONS = (VoteOption.FAVOUR, VoteOption.AGAINST, VoteOption.ABSTAINED, VoteOption.ABSENT)
"""The order in which tallies and groups are told everywhere."""


OWN_CORRECTIONS = (Act.CORRECT, Act.RETRACT)
UNILATERAL = "unilateral"
"""The form of an act that changes what the act is, in the words of the codebook."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot's words and the record field they come from."""

    text: str
    origin: str
    form: str = ""
    """Gender and number ("ms", "fs", "mp", "fp") where verbs of the language agree with it."""


class Pen:
    """Writes the clauses of one brief, in order."""

    def __init__(self, archive: Archive, words: Words) -> None:
        self.archive = archive
        self.words = words
        self._year: int | None = None
        self.read: int | None = None
        """The year of the day told last, which is that of a short day for whoever reads on, under another title too."""
        self._speaker: str | None = None
        self.ear = Ear(archive)
        self.voteless = False
        """Whether the brief has said that no vote at all is recorded, which is enough once."""
        self.spoke: str | None = None
        """The record whose words the last sentence told, without a chain: more of them need no speaker and no day."""
        self.dated: date | None = None
        """The day a speech was last dated by: the next sentence of the same day need not say it again."""

    def forget(self) -> None:
        """Begin anew in the middle of a brief: the next sentence stands alone, with its year and its speaker."""
        self._year = self._speaker = self.dated = self.spoke = None
        self.ear = Ear(self.archive)

    # --- clauses -------------------------------------------------------------------------------------------------

    def clause(
        self,
        message: str,
        cites: Iterable[str],
        filled: Mapping[str, Slot] | None = None,
        *,
        run_in: str = "",
        under: str = "",
        links: Mapping[str, str] | None = None,
        **slots: Slot | str | int,
    ) -> Clause:
        """One sentence of the catalogue, its slots given by name or as `filled`.

        `links` maps words of the sentence to addresses; `run_in` goes before it.
        """
        self.spoke = None
        every = {**(filled or {}), **slots}
        plain = {name: slot.text if isinstance(slot, Slot) else slot for name, slot in every.items()}
        plain |= {f"{name}-form": slot.form for name, slot in every.items() if isinstance(slot, Slot) and slot.form}
        bindings = {name: slot.origin for name, slot in every.items() if isinstance(slot, Slot)}
        said = self.words.say(message, plain)
        if any(isinstance(text, str) and text.endswith(",") for text in plain.values()):
            for sign in (".", ",", ";", " ;", "។"):  # "the exiled opposition," at an end
                said = said.replace(f",{sign}", sign)
        cited = tuple(dict.fromkeys(cites))
        self.ear.listen(message, every, cited)
        inlines = linked(self._corrected(cited) + said, links or {})
        if run_in:
            inlines = (Em(run_in), Text(" "), *inlines)
        return Clause(inlines, message, cited, bindings, under)

    def _corrected(self, cites: Iterable[str]) -> str:
        """ "Corrected 5 March 2022: ", where a record cited corrects another; an actor's own correction is an act."""
        events = (self.archive.events[cite] for cite in cites if cite in self.archive.events)
        days = [self.archive.source_of(e.id).published for e in events if e.corrects and e.act not in OWN_CORRECTIONS]
        return self.words.say("corrected", {"day": self.words.day(max(days))}) + " " if days else ""

    def phrase(self, message: str, **slots: str | int) -> Phrase:
        """Service text of the catalogue."""
        return Phrase((Text(self.words.say(message, slots)),))

    def unilateral(self, event: EventRecord) -> bool:
        """Whether the record says that the act was, in the language told."""
        return event.form is not None and event.form == form_in(self.archive, UNILATERAL)

    # --- names ---------------------------------------------------------------------------------------------------

    def actor(self, actor: str, origin: str, *, start: bool = False) -> Slot:
        """The usual name with its article: "the United States"; capitalised at the start of a sentence."""
        return Slot(self.name(actor, start=start), origin, self.form(actor))

    def form(self, *actors: str) -> str:
        """Their gender and number, where verbs of the language agree."""
        register = self.archive.register
        if not register.printed:
            return ""
        return self.words.grammar.form_of([self._form(actor) for actor in actors])

    def _form(self, actor: str) -> str:
        held, printed = self.archive.register.actors.get(actor), self.archive.register.printed.get((actor, ""))
        if held and held.kind is ActorKind.PERSON:
            return "fs" if held.pronoun == "she" else "ms"
        return printed.form if printed else "ms"

    def name(self, actor: str, *, start: bool = False, day: date | None = None) -> str:
        """The usual name with its article; with `day` what the actor was called then: "the Soviet Union" in 1980."""
        held = self.archive.register.actors[actor] if day is None else self._told(actor, day)
        name = with_article(held.article, held.name)
        return capital(name) if start else name

    def bare(self, actor: str, day: date | None = None) -> str:
        """The usual name without article, for lists, titles and columns; with `day` the name of that day."""
        return (self.archive.register.actors[actor] if day is None else self._told(actor, day)).name

    def _told(self, actor: str, day: date) -> Told:
        told = self.archive.rolls.matrix.seats.told(actor, day)
        printed = self.archive.register.printed
        found = printed.get((told.id, told.name)) or printed.get((actor, ""))
        return Told(told.id, found.name, found.article) if found else told

    def formerly(self, actor: str, former: Formerly) -> str:
        """A name it had until some day; none where it is today's in the language told."""
        printed = self.archive.register.printed.get((actor, former.name))
        if printed is None:
            return with_article(former.article, former.name)
        return "" if printed.name == self.archive.register.actors[actor].name else printed.name

    def titled(self, actor: str) -> str:
        """A name as it stands alone in titles and columns: a party never without its standing."""
        held = self.archive.register.actors[actor]
        return f"{held.name}, {held.standing}" if held.standing else held.name

    def actors(self, ids: Sequence[str], origin: str, *, start: bool = False, day: date | None = None) -> Slot:
        """ "the United States, Cambodia and Laos", in the order given; with `day` by their names of that day."""
        text = self.words.listed([self.name(actor, day=day) for actor in ids])
        return Slot(capital(text) if start else text, origin, self.form(*ids))

    def alphabetical(self, ids: Iterable[str], day: date | None = None) -> list[str]:
        """In the order of the names printed, accents apart: São Tomé and Príncipe before Saudi Arabia."""
        return sorted(ids, key=lambda actor: _plainly(self.bare(actor, day)))

    def speaker(self, person: str, day: date, *, start: bool = False, of: bool = False) -> Slot:
        """A speaker: in full with office at first mention, a pronoun straight after, else the name.

        `of` adds whose office it is ("Prime Minister Hun Sen of Cambodia").
        """
        held = self.archive.register.actors[person]
        if start and self._speaker == person and held.pronoun:
            return Slot(self.words.say(f"pronoun-{held.pronoun}", {}), f"{person}.pronoun", self.form(person))
        first = self._speaker != person
        self._speaker = person
        text = self.in_full(held, day, of=of) if first else held.name
        return Slot(capital(text) if start else text, f"{person}.roles@{day.isoformat()}", self.form(person))

    def named_last(self, person: str) -> None:
        """Somebody was named by other words: "he" is not the speaker before."""
        self._speaker = person

    def in_full(self, person: Actor, day: date, *, of: bool) -> str:
        """Office and name, with `of` "Prime Minister Hun Sen of Cambodia"; the name alone without an office."""
        role = next((role for role in person.roles if role.holds(day)), None)
        if role is None:
            if person.kind.value == "person":
                return person.name
            return self.name(person.id, start=False)
        slots = {"role": role.title, "name": person.name, "of": self.name(role.of), "form": self.form(person.id)}
        whose = self.archive.register.actors[role.of].kind
        if of and whose not in (ActorKind.STATE, ActorKind.OBSERVER):
            return self.words.say("person-title", {"person": person.name, "role": role.title}) + ","
        return self.words.say("person-of" if of else "person-role", slots)

    # --- days and numbers ----------------------------------------------------------------------------------------

    def day(self, day: date, origin: str) -> Slot:
        """A day, with its year unless the last day told was of the same year."""
        year = self._year != day.year
        self.year_said(day.year)
        return Slot(self.words.day(day, year=year), origin)

    def full_day(self, day: date, origin: str) -> Slot:
        self.year_said(day.year)
        return Slot(self.words.day(day), origin)

    def run_in_day(self, day: date) -> str:
        """A day before sentences, which need not say its year again: with the year where another was read last."""
        told = self.words.day(day, year=self.read != day.year)
        self.read = day.year
        self._year = day.year if self._year is not None else None
        return told

    def table_day(self, day: date, origin: str) -> Slot:
        """ "3 Mar" where a table has told the year already, else "3 Mar 2022"."""
        year = self._year != day.year
        self.year_said(day.year)
        return Slot(self.words.day_short(day, year=year), origin)

    def forget_year(self) -> None:
        """What follows stands apart (beside a table): its first date is told in full."""
        self._year = None

    def year_said(self, year: int) -> None:
        """The title, a heading or a sentence has named this year."""
        self._year = self.read = year

    def when(self, span: Span, origin: str) -> Slot:
        """ "on 3 March 2022", "no later than …", "in the week of …", "in March 2022", as exactly as the record."""
        if span.precision in (Precision.MONTH, Precision.YEAR):
            self.year_said(span.last.year)
            slots = {"month": self.words.month(span.last), "year": str(span.last.year)}
            return Slot(self.words.say(f"when-{span.precision.value}", slots), origin)
        day = self.day(span.first if span.precision is Precision.WEEK and span.first else span.last, origin)
        return Slot(self.words.say(f"when-{span.precision.value}", {"day": day.text}), origin)

    def forget_speaker(self) -> None:
        """Somebody else was named: the next to speak is named again."""
        self._speaker = None

    def tally(self, tally: Tally, origin: str) -> Slot:
        """ "141–5–35–12": in favour, against, abstained, did not vote; three numbers where the last is not known."""
        known = tally.absent is not None or tally.members is not None
        rest = f"–{absent(tally)}" if known else ""
        return Slot(f"{tally.favour}–{tally.against}–{tally.abstained}{rest}", origin)

    # --- measures ------------------------------------------------------------------------------------------------

    def symbol(self, call: RollCall) -> str:
        return self.archive.text(call).symbol

    def title(self, call: RollCall) -> str:
        return self.archive.text(call).title

    def titled_alike(self, call: RollCall, before: RollCall) -> bool:
        """Whether the texts of two roll calls are different ones that bear the same title."""
        return call.measure != before.measure and self.title(call) == self.title(before)

    def links(self, *calls: RollCall) -> dict[str, str]:
        """Symbol → the page of its voting record."""
        return {self.symbol(call): self.archive.source_of(call.id).url for call in calls}

    def label_in(self, label: str, owner: str) -> str:
        """ "the resolution …" → "the U.N. General Assembly resolution …"."""
        return label.replace("the ", f"the {owner} ", 1) if label.startswith("the ") else label

    def organisation(self, body: str) -> str:
        """The short name of the organisation a body belongs to: "U.N."."""
        whole = self.archive.register.actors[body].part_of
        held = self.archive.register.actors[whole] if whole else self.archive.register.actors[body]
        return held.short or held.name


def capital(text: str) -> str:
    """As it begins a sentence."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=1024)
def _plainly(name: str) -> str:
    return unaccented(fold(name))


def absent(tally: Tally) -> int:
    """Members that did not vote: given, or members less those that voted."""
    if tally.absent is not None:
        return tally.absent
    assert tally.members is not None
    assert tally.voted is not None
    return tally.members - tally.voted


def linked(text: str, links: Mapping[str, str]) -> tuple[Inline, ...]:
    """The text with each linked run of words (longest first, each occurrence) as a link; same characters in all."""
    parts: tuple[Inline, ...] = (Text(text),)
    for words in sorted(links, key=len, reverse=True):
        parts = tuple(piece for part in parts for piece in _cut(part, words, links[words]))
    return parts


def _cut(part: Inline, words: str, url: str) -> list[Inline]:
    if not isinstance(part, Text) or words not in part.text:
        return [part]
    pieces: list[Inline] = []
    for i, run in enumerate(part.text.split(words)):
        if i:
            pieces.append(Link(words, url))
        if run:
            pieces.append(Text(run))
    return pieces
