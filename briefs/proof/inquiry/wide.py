"""A sentence on trial whose evidence is the whole archive: what lies open is read from, the rest is looked up.

The prover's `Case` holds the few records that are cited. Here the slots read from the records whose words stand in the
line (`Index.near`), and the conditions find theirs through the index.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from briefs.proof.case import Brief, Case, Focus
from briefs.proof.inquiry.index import Index
from briefs.proof.lexicon import Mention, Partisan
from briefs.proof.matching import Deed
from briefs.proof.skeletons import Atom, Const, Skeleton, Var
from briefs.proof.solving import Env
from briefs.proof.subjects import Doer
from briefs.proof.submission import Sentence, Submission
from briefs.records import EventRecord, RollCall
from briefs.rollcalls.imported import FILE_ID

T = TypeVar("T")
SAME = {"quote_cell": "quote", "says_again": "says", "hopes": "says"}
"""Conditions that look at one field under two names."""
BY = frozenset({"speaker", "partisan"})
SOURCED = frozenset({"source_asked", "source_filed", "source_of_call", "source_of_event"})
"""Conditions on the record whose source was asked for; of a text that means its roll call."""


class Opened(Mapping[str, T], Generic[T]):
    """Some records lie open and are iterated; any that is held can be looked up."""

    def __init__(self, near: Mapping[str, T], look: Callable[[str], T | None]) -> None:
        self._near = near
        self._look = look

    def __getitem__(self, key: str) -> T:
        found = self._near.get(key) or self._look(key)
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._near)

    def __len__(self) -> int:
        return len(self._near)


@dataclass(kw_only=True)
class Wide(Case):
    """One line against everything held."""

    index: Index
    texts: frozenset[str] = field(default=frozenset())
    """The imported texts whose symbols stand in the line; empty: none does."""

    @property
    def cites(self) -> frozenset[str]:
        return self.index.cites

    def symbol_at(self, text: str, start: int) -> Iterator[tuple[int, str]]:
        """A symbol alone means the whole text: a part of it is only meant where the words before say so, where the line
        has the part's own title, or where the draft is about that part."""
        yield from self.lexicon.symbols.at(text, start)
        said = text.endswith("a part of ", 0, start)
        for end, measure in self.index.symbols.at(text, start):
            title = self.index.part_title(measure)
            if title is None or said or title in text or measure in self.brief.submission.subject:
                yield end, measure

    def title_at(self, text: str, start: int) -> Iterator[tuple[int, str]]:
        yield from self.lexicon.titles.at(text, start)
        found = self.index.titles.at(text, start)
        yield from (each for each in found if not self.texts or each[1] in self.texts)

    def pool(
        self, kind: str, name: str, skeleton: Skeleton, env: Env, hard: Callable[[Atom], bool]
    ) -> Iterable[Record]:
        """The records that a variable may stand for: the shortest list that some condition on it allows."""
        every = [atom for atom in skeleton.atoms if _is(atom, 0, name)]
        atoms = [atom for atom in every if hard(atom)]
        if kind == "call" or any((name, "call") in atom.ranges for atom in skeleton.atoms):
            return self._calls(atoms if any(atom.name == "measure" for atom in atoms) else every, env)
        lists = [held for atom in atoms if (held := self._events(atom, env)) is not None]
        if not lists:
            return self.archive.published
        return min(lists, key=len)

    def _events(self, atom: Atom, env: Env) -> tuple[EventRecord, ...] | None:
        """The events in which a condition on its first term can hold; None where it cannot be looked up."""
        if atom.name == "named_last":
            return self.index.events.get(("by", self.focus.person), ())
        term = atom.terms[-1]
        if len(atom.terms) < 2 or (isinstance(term, Var) and term.name not in env):
            return None
        value = term.value if isinstance(term, Const) else env[term.name]
        if isinstance(value, Mention | Partisan):
            return self.index.events.get(("by", value.person), ()) if atom.name in BY else None
        if isinstance(value, Doer):
            return (
                self._acted(value, owner=atom.name == "doer") if atom.name in ("doer", "doers_some", "sayer") else None
            )
        if isinstance(value, Deed):
            return self.index.events.get(("act", value.act), ()) if atom.name == "deed" else None
        if isinstance(value, EventRecord | RollCall):
            value = value.id
        if atom.name not in KEYED:
            return None
        return self.index.events.get((SAME.get(atom.name, atom.name), value), ())

    def _acted(self, who: Doer, *, owner: bool) -> tuple[EventRecord, ...] | None:
        """The events of whoever is printed as their subject; None of "a group of 13 countries"."""
        for person in who.people:
            return self.index.events.get(("by", person.person), ())
        held = who.owner or who.party or next(iter(who.actors), None)
        return self.index.events.get(("owner" if owner else "by", held), ()) if held else None

    def _calls(self, atoms: list[Atom], env: Env) -> Iterable[RollCall]:
        if any(atom.name in SOURCED for atom in atoms):
            return tuple(call for word in self.brief.submission.subject if (call := self.archive.call(word)))
        for name in ("measure", "date"):
            for atom in atoms:
                term = atom.terms[-1]
                value = env.get(term.name) if isinstance(term, Var) else None
                if atom.name == name == "measure" and isinstance(value, str):
                    call = self.archive.call_on(value)
                    return (call,) if call else ()
                if atom.name == name == "date" and value is not None:
                    return tuple(self.index.calls_on(value))  # type: ignore[arg-type]
        return self.archive.votes


Record = EventRecord | RollCall
KEYED = frozenset({"act", "by", "owner", "date", "label", "label_tail", "measure", "about", "target", "what", "held",
                   "quote", "quote_cell", "says", "says_again", "hopes"})  # fmt: skip


def _is(atom: Atom, place: int, name: str) -> bool:
    term = atom.terms[place] if len(atom.terms) > place else None
    return isinstance(term, Var) and term.name == name


def wide_case(index: Index, brief: Brief, focus: Focus, text: str) -> Wide:
    """A line with the whole archive as its evidence."""
    archive = index.archive
    named: dict[str, RollCall] = {}
    texts = set()
    if archive.imported is not None:
        for start in range(len(text)):
            if not start or not text[start - 1].isalnum():
                texts |= {id_ for _, id_ in index.symbols.at(text, start)}
        named = {call.id: call for id_ in sorted(texts) if (call := archive.call(id_))}
        about = (archive.call_on(word) for word in brief.submission.subject if archive.measure(word))
        named |= {call.id: call for call in about if call}
    return Wide(
        brief,
        focus,
        text,
        Opened({**index.near(text), **_asked_for(index, brief)}, archive.events.get),
        Opened({**archive.rollcalls, **named}, archive.call),
        registers=index.registers,
        files=frozenset({FILE_ID}),
        index=index,
        texts=frozenset(texts),
    )


def _asked_for(index: Index, brief: Brief) -> dict[str, EventRecord]:
    """The event records that the draft is about: a page about where one comes from has none of its words."""
    held = (index.archive.events.get(word) for word in brief.submission.subject)
    return {event.id: event for event in held if event is not None and event.id in index.archive.standing}


def opened_for(case: Wide, actors: Iterable[str]) -> Mapping[str, EventRecord]:
    """What lies open, and beside it what those actors did on the texts that it is about."""
    near = {event.id: event for event in case.events.values()}
    texts = {case.archive.measure_of(event) for event in near.values()} - {None}
    for measure in texts:
        on = case.index.events.get(("measure", measure), ())
        found = (e for e in on if e.tally or e.asserts or any(actor in e.by for actor in actors))
        near |= {event.id: event for event, _ in zip(found, range(MOST_OPEN), strict=False)}
    return Opened(near, case.archive.events.get)


MOST_OPEN = 40


def brief_on(index: Index, brief: Brief, subject: tuple[str, ...], *sentences: Sentence) -> Brief:
    """The same trial with another subject, and with sentences that are cited."""
    submission = Submission("", sentences, "", (), "", brief.submission.as_of, subject)
    return Brief(submission, index.archive, brief.lexicon)
