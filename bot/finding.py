"""`/find`: words → what is held that fits them, best first, each with the command to ask next.

Names and texts are pointed at in service words: what they are called in the register, byte for byte, and their day. A
record is told in its own proved sentence, since a few of its words without who said them would be a claim of ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from threading import Lock

from adapters.contract import Outcome, Reply
from adapters.search import Entry, SearchIndex
from bot.asked import Asked
from bot.catalogue import asked_as
from bot.offering import written
from briefs import briefing
from briefs.archive import Archive
from briefs.codebook import ActorKind, Length
from briefs.document import Block, Clause, Document, Paragraph
from briefs.findable import Findable, findables
from briefs.findable import Shelf as On
from briefs.naming import Found, Kind, Names
from briefs.wording import findings
from briefs.wording.findings import Pointer

TOLD = {Length.LINE: 3, Length.SHORT: 8, Length.LONG: 20}
"""How many findings an answer tells."""
_SPARE = 3
"""How many times as many are looked for: some may not be for this day's readers."""


class Finder:
    """An archive that can be searched. The index is made by the first question, or ahead of it by `ready`; it goes on
    with the next archive, which enters in it only what differs."""

    def __init__(self, archive: Archive, before: Finder | None = None) -> None:
        self._archive = archive
        self._shared: tuple[SearchIndex, Lock] = before._shared if before else (SearchIndex(), Lock())
        self._held: dict[str, Findable] | None = None

    def ready(self) -> None:
        """Make the index hold this archive."""
        index, lock = self._shared
        with lock:
            self._held = {f"{one.shelf.value}:{one.id}": one for one in findables(self._archive)}
            index.hold(Entry(key, one.name, one.symbol, one.words) for key, one in self._held.items())

    def find(self, words: str, limit: int, shelves: Sequence[On] = tuple(On)) -> list[Findable]:
        """What fits, best first."""
        if self._held is None:
            self.ready()
        assert self._held is not None
        index, lock = self._shared
        with lock:
            keys = index.find(words, limit * (1 if len(shelves) == len(On) else 4))
        found = (self._held[key] for key in keys if key in self._held)
        return [one for one in found if one.shelf in shelves][:limit]


def answer(finder: Finder, names: Names, archive: Archive, asked: Asked, platform: str, length: Length) -> Reply:
    """What fits the words; `archive` is seen as of the day asked for, with what readers may see."""
    limit, view = TOLD[length], archive.as_of(asked.as_of) if asked.as_of else archive
    found = finder.find(asked.typed, limit * _SPARE)
    standing = {event.id for event in view.published} if any(one.shelf is On.RECORD for one in found) else set()
    seen = [one for one in (*_named(names, asked.typed), *found) if _seen(view, standing, one)]
    first = list({(one.shelf, one.id): one for one in seen}.values())
    if not first:
        usage = asked_as(platform) + "help"
        return Reply(findings.nothing(asked.typed, usage), Outcome.NOTHING)
    told = first[:limit]
    made = briefing.records(archive, [one.id for one in told if one.shelf is On.RECORD], asked.as_of)
    if made and made.reasons:
        return Reply(made.document, Outcome(made.ending.value))
    clauses = dict(zip((one.id for one in told if one.shelf is On.RECORD), _clauses(made), strict=True))
    lines = [clauses.get(one.id) or _pointer(names, view, one, platform) for one in told]
    after = {one.id: f"{asked_as(platform)}source {one.id}" for one in told}
    blocks = findings.blocks([(line, after[one.id]) for one, line in zip(told, lines, strict=True)])
    return Reply(_document(made, asked, blocks, more=len(first) > limit), Outcome.ANSWERED)


def _document(made: briefing.Briefing | None, asked: Asked, blocks: tuple[Block, ...], *, more: bool) -> Document:
    rest = (Paragraph((findings.more(),)),) if more else ()
    title = findings.title(asked.typed)
    if made is None:
        return Document(title, (*blocks, *rest))
    return replace(made.document, title=title, blocks=(*blocks, *rest))


def _clauses(made: briefing.Briefing | None) -> Iterator[Clause]:
    return made.document.clauses() if made else iter(())


def _named(names: Names, typed: str) -> Iterator[Findable]:
    """Who or what bears just these words."""
    register = names.register
    for kind, shelf in ((Kind.ACTOR, On.ACTOR), (Kind.ISSUE, On.ISSUE), (Kind.MEASURE, On.TEXT)):
        match names.exactly(kind, typed):
            case Found(id_):
                name = register.actors[id_].name if kind is Kind.ACTOR else ""
                yield Findable(shelf, id_, name)
            case _:
                pass


def _seen(archive: Archive, standing: set[str], one: Findable) -> bool:
    match one.shelf:
        case On.RECORD:
            return one.id in standing
        case On.TEXT:
            return archive.measure(one.id) is not None
        case _:
            return True


def _pointer(names: Names, archive: Archive, one: Findable, platform: str) -> Pointer:
    ask, register = asked_as(platform), names.register
    quote = '"' if platform == "cli" else ""
    match one.shelf:
        case On.ACTOR:
            actor = register.actors[one.id]
            name = written(names, one.id)
            command = "bloc" if actor.kind is ActorKind.BLOC else "position"
            return Pointer(actor.kind.value, actor.name, None, f"{ask}{command} {quote}{name}{quote}")
        case On.ISSUE:
            return Pointer("issue", register.issues[one.id].title, None, f"{ask}shifts --issue {one.id}")
        case _:
            call = archive.call_on(one.id)
            command = "vote" if call else "event"
            typed = names.measure_written(one.id)
            shown = f"{quote}{typed}{quote}" if " " in typed else typed
            return Pointer("text", names.measure_label(one.id), call.date if call else None, f"{ask}{command} {shown}")
