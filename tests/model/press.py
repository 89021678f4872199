"""What the world's curators publish, correct and retract: real records beside the shipped register, with their history
on disk."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path

from adapters.revisions import Revisions
from bot.commands import Held
from briefs.codebook import ActorKind, Precision, State
from briefs.records import EventRecord, Source, Span
from tests.archives import article

ISSUES = ("ukraine-war", "palestine")


class Cold(Held):
    """Held records whose indexes for questions are made when one is asked: nobody asks any here."""

    def warm(self, today: date) -> None:
        """Nothing is made beforehand."""


@cache
def states() -> tuple[str, ...]:
    actors = article().register.actors.values()
    return tuple(one.id for one in actors if one.kind is ActorKind.STATE and one.member)


@dataclass
class Press:
    """All that is on file. Every record tells of another state, so that no two sentences are alike."""

    events: dict[str, EventRecord] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    edition: int = 0
    """Counts what changed."""

    def publish(self, issue: str, day: date) -> str:
        """One record; gives its id."""
        number = len(self.sources)
        span = Span(day, day, Precision.DAY)
        by = (states()[number % len(states())],)
        like = article().events["voa/sg-sanct"]
        return self._file(replace(like, by=by, on_behalf=None, issue=issue, date=span, quotes=()), day)

    def correct(self, id_: str, day: date) -> str:
        """A record that takes the place of another, and says something else; gives its id."""
        target = states()[-1 - len(self.sources) % len(states())]
        return self._file(replace(self.events[id_], target=target, corrects=id_, reason="a slip of the desk"), day)

    def retract(self, id_: str) -> None:
        gone = replace(self.events[id_], state=State.RETRACTED, reason="It never was.")
        self.events, self.edition = {**self.events, id_: gone}, self.edition + 1

    def standing(self, *, corrections: bool) -> list[str]:
        """Records in whose place no other stands; with those that took the place of one, or without."""
        over = {event.corrects for event in self.events.values()}
        held = [event for event in self.events.values() if event.id not in over and event.state is State.PUBLISHED]
        return [event.id for event in held if corrections or not event.corrects]

    def _file(self, event: EventRecord, day: date) -> str:
        name = f"w{len(self.sources)}"
        source = replace(article().sources["voa"], id=name, published=day, url=f"https://wire.example/{name}")
        made = replace(event, id=f"{name}/r", source=name)
        self.sources, self.events = {**self.sources, name: source}, {**self.events, made.id: made}
        self.edition += 1
        return made.id

    def held(self, revisions: Revisions, now: datetime) -> Held:
        """What a process holds that reads the records anew."""
        archive = replace(article(), sources=self.sources, events=self.events, rollcalls={})
        history = revisions.take_up({**self.sources, **self.events}, str(self.edition), now)
        return Cold.of(replace(archive, history=history), ())


def revisions(folder: Path) -> Revisions:
    """The history on disk that the processes of one machine share."""
    return Revisions(folder / "revisions.db")
