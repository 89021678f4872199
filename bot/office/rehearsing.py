"""A rehearsal, told: when, what would be posted, why each record is in, what is left out, what is missing.

Its sentences about the world are those of the digest itself, proved and with their sources; the rest is service words.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from adapters.contract import Lack, Outcome, Reply
from adapters.store.entries import Standing
from bot.offering import Offering
from bot.office.doubts import slots_told
from bot.office.nexts import of_one
from bot.office.refusing import RefusedError, refusal
from bot.office.telling import at_once
from bot.office.zones import find_zone
from bot.rehearsal import Moment, Rehearsal, rehearse
from briefs.briefing import Ending
from briefs.digests import Filter, Met
from briefs.document import Block, Bullets, Document, Heading, Paragraph, say
from briefs.naming import Kind, Names
from briefs.wording.catalogue import words
from briefs.wording.notices import echo, office

if TYPE_CHECKING:
    from adapters.store.store import Store
    from bot.office.errands import Office

SHOWN = 12
"""How many sentences of a digest are told with their reasons in a chat."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Tells rehearsals in one language. `zone` is the reader's own, beside that of the order; `shown` as `SHOWN`."""

    names: Names
    language: str
    zone: str = ""
    shown: int = SHOWN

    def document(self, rehearsed: Sequence[tuple[Rehearsal, Sequence[Lack]]]) -> Document:
        """All orders of a channel, each under its name where there are several."""
        if len(rehearsed) == 1:
            [(one, lacks)] = rehearsed
            title = self._office("rehearsal-title", id=one.standing.subscription.id)
            answered = one.briefing is not None and one.briefing.ending is Ending.ANSWERED
            digest = one.briefing.document if one.briefing and answered else Document("", (), language=self.language)
            return replace(digest, title=title, blocks=tuple(self._one(one, lacks)), calls="")
        blocks: list[Block] = []
        for one, lacks in rehearsed:
            blocks += [Heading(say(one.standing.subscription.id)), *self._when(one, lacks), self._short(one)]
        return Document(self._office("rehearsals-title"), tuple(blocks), language=self.language)

    def _one(self, one: Rehearsal, lacks: Sequence[Lack]) -> Iterator[Block]:
        yield from self._when(one, lacks)
        yield self._short(one)
        if one.briefing is not None and one.briefing.ending is Ending.ANSWERED:
            yield from self._why(one)

    def _when(self, one: Rehearsal, lacks: Sequence[Lack]) -> Iterator[Block]:
        """What stands in the way, then every slot."""
        order = one.standing.subscription
        first = [self._office("is-paused", reason=order.paused)] if order.paused is not None else []
        first += [self._office("cannot-post" if lack.blocks else "rehearsal-wants", what=lack.text) for lack in lacks]
        if one.waiting:
            waiting = slots_told(one.waiting, order.zone, self.language).values()
            first.append(self._office("rehearsal-waits", slots=", ".join(waiting)))
        if first:
            yield Bullets(tuple(say(line) for line in first))
        lines = [self._moment(moment) for moment in one.moments] or [self._office("rehearsal-none")]
        if one.off:
            days = words(self.language).listed([words(self.language).weekday(day) for day in one.off])
            lines.append(self._office("rehearsal-off", days=days))
        lines += at_once(order, self.language)
        yield Bullets(tuple(say(line) for line in lines))

    def _moment(self, moment: Moment) -> str:
        local, ordered = moment.local, moment.slot.local.partition("T")[2]
        text = self._office(
            "rehearsal-slot",
            day=words(self.language).weekday(local.date()),
            time=f"{local:%H:%M:%S}".removesuffix(":00"),
            zone=str(local.tzinfo),
            offset=_offset(local.strftime("%z")),
            utc=f"{moment.slot.due:%Y-%m-%d %H:%M}",
        )
        if self.zone:
            mine = moment.slot.due.astimezone(ZoneInfo(self.zone))
            text += " " + self._office("rehearsal-yours", when=f"{mine:%Y-%m-%d %H:%M}", zone=self.zone)
        if moment.held:
            text += " " + self._office("rehearsal-held", until=moment.held)
        if moment.gap:
            text += " " + self._office("rehearsal-gap", time=ordered)
        if moment.fold:
            text += " " + self._office("rehearsal-fold", time=ordered)
        return text

    def _short(self, one: Rehearsal) -> Block:
        """What the next one would be, in a line or two."""
        lines = []
        if one.briefing is not None and one.moments:
            lines.append(self._next(one))
        if one.selection.left:
            left = ", ".join(self._office(f"left-{why.value}", count=n) for why, n in one.selection.left.items())
            lines.append(self._office("rehearsal-left", what=left))
        if len(one.moments) > 1:
            lines.append(self._office("rehearsal-later"))
        for moment, count in one.later:
            day = words(self.language).weekday(moment.local.date())
            lines.append(self._office("rehearsal-embargo", day=day, count=count))
        return Paragraph(tuple(say(line) for line in lines))

    def _next(self, one: Rehearsal) -> str:
        assert one.briefing is not None, "asked where there is one"
        if one.briefing.ending is Ending.WITHHELD:
            return self._office("rehearsal-withheld", reason="; ".join(one.briefing.reasons))
        if not one.messages:
            return self._office("rehearsal-quiet")
        message = "rehearsal-says" if one.briefing.ending is Ending.QUIET else "rehearsal-tells"
        return self._office(message, records=len(one.selection.chosen), count=len(one.messages))

    def _why(self, one: Rehearsal) -> Iterator[Block]:
        """Each sentence of the digest that tells a record first, with its source, and why the record is in."""
        assert one.briefing is not None, "asked where there is one"
        yield Heading(say(self._office("rehearsal-why")))
        untold, follows = dict(one.selection.chosen), one.standing.subscription.follows
        shown = 0
        for clause in one.briefing.document.clauses():
            mine = [record for record in clause.cites if record in untold]
            if not mine or shown == self.shown:
                continue
            met = [untold.pop(record) for record in mine]
            reasons = list(dict.fromkeys(reason for why in met for reason in self._reasons(why, follows)))
            told = self._office("rehearsal-in", what="; ".join(reasons) or self._office("in-all"))
            yield Paragraph((clause, say(told)))
            shown += 1
        if untold:
            yield Paragraph((say(self._office("rehearsal-more", count=len(untold))),))

    def _reasons(self, why: Met, follows: Filter) -> Iterator[str]:
        label: Callable[[str, str], str] = Offering(self.names, "", self.language).label
        yield from (self._office("in-issue", name=label(Kind.ISSUE, id_)) for id_ in why.issues)
        yield from (self._office("in-actor", name=label(Kind.ACTOR, id_)) for id_ in why.actors)
        if follows.acts:
            yield self._office("in-act", name=why.act.value)
        if follows.changes:
            yield self._office("in-change")

    def _office(self, message: str, **slots: str | int) -> str:
        return office(message, self.language, **slots)


async def rehearsed(bureau: Office, store: Store, held: Sequence[Standing], typed: str, spoken: str) -> Reply:
    """The answer to who looks after these orders; `typed` is their own time zone, if they name one. Raises
    `RefusedError`."""
    zone = find_zone(typed) if typed else ""
    if zone is None:
        raise RefusedError(refusal(office("bad-zone", spoken, typed=echo(typed)), spoken))
    found = []
    for one in held:
        order, rows = one.subscription, await store.ledger.history(one.subscription.id)
        outlet = bureau.outlet(order.address.platform)
        # A channel may have many digests: the loop goes on acknowledging others meanwhile.
        rehearsal = await asyncio.to_thread(rehearse, one, rows, bureau.clock(), bureau.compose, bureau.select, outlet)
        found.append((rehearsal, await bureau.lacks(order.posted, spoken)))
    document = Stage(bureau.desk.held.shelf.names, spoken, zone).document(found)
    further = of_one(held[0], spoken) if len(held) == 1 else ()
    first = min((one.moments[0].slot.due for one, _ in found if one.moments), default=None)
    return Reply(document, Outcome.ANSWERED, moment=first, next=further)


def _offset(text: str) -> str:
    """ "+0700" → "+07:00"."""
    return f"{text[:3]}:{text[3:5]}"
