"""`/find`: words → what is held that fits them, best first, each with the command to ask next.

Names and texts are pointed at in service words: what they are called in the register, byte for byte, and their day. A
record is told in its own proved sentence, since a few of its words without who said them would be a claim of ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from threading import Lock

from adapters.contract import Outcome, Reply
from adapters.search import Entry, SearchIndex
from bot.asked import Asked
from bot.catalogue import asked_as
from bot.offering import typed_as, written
from briefs import briefing
from briefs.archive import Archive
from briefs.codebook import ActorKind, Length
from briefs.document import Clause, Document, Paragraph
from briefs.findable import Findable, findables
from briefs.findable import Shelf as On
from briefs.naming import Found, Kind, Names
from briefs.records import Register
from briefs.wording import findings
from briefs.wording.findings import Pointer
from briefs.wording.notices import speaking

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
    """What fits the words; `archive` is seen as of the day asked for, with what readers may see. In English where the
    language has no words yet for one of the records told."""
    limit, view = TOLD[length], archive.as_of(asked.as_of) if asked.as_of else archive
    found = finder.find(asked.typed, limit * _SPARE)
    standing = {event.id for event in view.published} if any(one.shelf is On.RECORD for one in found) else set()
    seen = [one for one in (*_named(names, asked.typed), *found) if _seen(view, standing, one)]
    first = list({(one.shelf, one.id): one for one in seen}.values())
    if not first:
        usage = asked_as(platform) + "help"
        return Reply(findings.nothing(asked.typed, usage, speaking(asked.spoken)), Outcome.NOTHING)
    telling = _Telling(names, view, asked, platform, first[:limit], more=len(first) > limit)
    return briefing.told(archive, asked.spoken, telling.told_of)


@dataclass(frozen=True, slots=True)
class _Telling:
    """What was found, to be told of an archive in its language."""

    names: Names
    view: Archive
    asked: Asked
    platform: str
    found: Sequence[Findable]
    more: bool

    def told_of(self, archive: Archive) -> Reply:
        ids = [one.id for one in self.found if one.shelf is On.RECORD]
        made = briefing.records(archive, ids, self.asked.as_of)
        if made and made.reasons:
            return Reply(made.document, Outcome(made.ending.value))
        clauses = dict(zip(ids, _clauses(made), strict=True))
        spoken = archive.register.language
        lines = [clauses.get(one.id) or self._pointer(archive.register, one) for one in self.found]
        after = [self._command("source", "record", one.id) for one in self.found]
        blocks = findings.blocks(list(zip(lines, after, strict=True)), spoken, archive.register.asked_in)
        rest = (Paragraph((findings.more(spoken),)),) if self.more else ()
        title = findings.title(self.asked.typed, spoken)
        document = made.document if made else Document(title, (), language=spoken)
        return Reply(replace(document, title=title, blocks=(*blocks, *rest)), Outcome.ANSWERED)

    def _pointer(self, register: Register, one: Findable) -> Pointer:
        """`register`: by whose names it is told; it is typed as the register of records has them."""
        match one.shelf:
            case On.ACTOR:
                actor = register.actors[one.id]
                command, param = ("bloc", "bloc") if actor.kind is ActorKind.BLOC else ("position", "actor")
                typed = self._command(command, param, written(self.names, one.id))
                return Pointer(actor.kind.value, actor.name, None, typed)
            case On.ISSUE:
                return Pointer("issue", register.issues[one.id].title, None, self._command("shifts", "issue", one.id))
            case _:
                call = self.view.call_on(one.id)
                command, param = ("vote", "text") if call else ("event", "event")
                typed = self._command(command, param, self.names.measure_written(one.id))
                return Pointer(findings.TEXT, self.names.measure_label(one.id), call.date if call else None, typed)

    def _command(self, command: str, param: str, words: str) -> str:
        """As it is typed there, in the language that was asked for by its name."""
        given = [(param, words), ("language", self.asked.language or "")]
        return typed_as(self.platform, command, given, self.asked.spoken)


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
