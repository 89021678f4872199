"""What is answered to those who look after a server, as documents. Service words alone; no claim about the world."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from zoneinfo import ZoneInfo

from babel.dates import get_day_names

from adapters.contract import Alerts, Lack, Outcome, Reply, Subscription
from adapters.store.alerting import TAKEN_UP
from adapters.store.entries import Amendment, Delivery, Standing, State
from adapters.store.entries import Kind as SlotKind
from adapters.store.outbox import STANDS
from bot.actions import OWN_NAMES
from bot.offering import Offering
from bot.office.amended import REASON, repeatable, undone
from bot.office.doubts import doubts, in_doubt, newest, slots_told
from bot.waiting import hour_held
from briefs.document import Block, Bullets, Document, Heading, Line, Link, Paragraph, Phrase, Text, say
from briefs.naming import Kind, Names
from briefs.wording.catalogue import words
from briefs.wording.notices import office

EVERY_DAY = frozenset(range(1, 8))
SLOTS_SHOWN = 12
"""How many slots a history tells: the newest."""

Called = Callable[[str], str]
_STATES = {
    State.SENT: "sent",
    State.QUIET: "quiet",
    State.SKIPPED: "skipped",
    State.FAILED: "failed",
    State.UNKNOWN: "unknown",
}


def notice(title: str, lines: Sequence[str], language: str) -> Document:
    """A title and a few plain lines."""
    return Document(title, (Paragraph(tuple(say(line) for line in lines)),), language=language)


def service(message: str, language: str, title: str = "", **slots: str | int) -> Reply:
    """One service sentence, under its title."""
    told = office(message, language, **slots)
    return Reply(notice(office(f"{title or message}-title", language), [told], language), Outcome.ANSWERED)


def mistakes(lines: Sequence[str], language: str) -> Document:
    """Everything that was not understood, at once."""
    told: Block = Bullets(tuple(say(line) for line in lines)) if len(lines) > 1 else Paragraph((say(lines[0]),))
    return Document(office("mistakes-title", language), (told,), language=language)


def at_once(order: Subscription, language: str) -> tuple[str, ...]:
    """What of it is posted at once, in a line; nothing where all waits for the digest."""
    return () if order.alerts is Alerts.OFF else (office(f"alerts-{order.alerts.value}", language),)


class Told:
    """Tells standing orders in one language. `called` names places and groups, `operators` is the language of digests
    that have none of their own."""

    def __init__(self, names: Names, called: Called, language: str, operators: str) -> None:
        self._names = Offering(names, "", language)
        self._called = called
        self._language = language
        self._operators = operators

    def one(self, title: str, standing: Standing, lacking: Sequence[Lack] = ()) -> Document:
        """One order in full, under a title; then what keeps it from being posted, or is wanted beside."""
        blocks = self._blocks(standing)
        if lacking:
            messages = {True: "cannot-post", False: "wants-beside"}
            lines = tuple(say(self._office(messages[one.blocks], what=one.text)) for one in lacking)
            blocks = (*blocks, Bullets(lines))
        return Document(self._office(f"{title}-title"), blocks, language=self._language)

    def sure(self, standing: Standing) -> Document:
        """The same, where it is asked whether it is to be removed."""
        shown = self.one("sure", standing)
        return shown.with_blocks((Paragraph((say(self._office("sure-line")),)), *shown.blocks))

    def all(self, standings: Sequence[Standing]) -> Document:
        """Every order under its name; one line where there is none."""
        title = self._office("list-title")
        if not standings:
            return Document(title, (Paragraph((say(self._office("none")),)),), language=self._language)
        blocks = [block for one in standings for block in (Heading(say(one.subscription.id)), *self._blocks(one)[:1])]
        return Document(title, tuple(blocks), language=self._language)

    def history(
        self,
        order: Subscription,
        rows: Sequence[Delivery],
        amendments: Sequence[Amendment],
        link: Callable[[str, str], str],
        until: str = "",
    ) -> Document:
        """The newest slots, newest first; each with its end, and where it stands by `link` (place, message); then what
        of its corrections did not arrive. `until` is when quiet hours end that hold what waits now."""
        id_ = order.id
        title = self._office("history-title", id=id_)
        told = [row for row in rows if row.reason != TAKEN_UP]  # a night would fill the list with them
        slots = [tuple(group) for _, group in groupby(told, key=lambda row: row.slot)][::-1][:SLOTS_SHOWN]
        if not slots:
            line = say(self._office("no-history", id=id_))
            return Document(title, (Paragraph((line,)),), language=self._language)
        held = [*(row.slot for row in rows), *(one.slot for one in amendments)]
        named = slots_told(dict.fromkeys(held), order.zone, self._language)

        def here(row: Delivery) -> str:
            return link(row.place or order.address.place, row.receipt) if row.receipt else ""

        lines = Bullets(tuple(self._slot(slot, named[slot[0].slot], here, until) for slot in slots))
        judge = Paragraph((say(self._office("in-doubt", id=id_)),))
        again = Paragraph((say(self._office("amend-again", id=id_)),))
        doubt = (judge,) if in_doubt(rows) else ()
        failed = undone(amendments, named, self._language)
        heading = Heading(say(self._office("amend-title")))
        beneath = (again,) if repeatable(amendments) else ()
        beneath = beneath if doubt or not doubts(rows, amendments) else (*beneath, judge)
        amended = (heading, Bullets(tuple(map(say, failed))), *beneath) if failed else ()
        return Document(title, (lines, *doubt, *amended), language=self._language)

    def last(self, order: Subscription, rows: Sequence[Delivery]) -> str:
        """How the newest slot ended; empty where there is none."""
        slots = [tuple(group) for _, group in groupby(rows, key=lambda row: row.slot)]
        if not slots:
            return ""
        [named] = slots_told([slots[-1][0].slot], order.zone, self._language).values()
        return self._slot(slots[-1], named, lambda _: "").text.strip()

    def next(self, standing: Standing) -> str:
        """When it posts next, by its own clock."""
        order = standing.subscription
        local = standing.next_due.astimezone(ZoneInfo(order.zone))
        when = {"day": words(self._language).weekday(local.date()), "time": f"{local:%H:%M}", "zone": order.zone}
        until = hour_held(order, standing.next_due)
        return self._office("next-held", **when, until=until) if until else self._office("next", **when)

    def when(self, standing: Standing) -> str:
        """When it posts next; that it is paused, without the reason."""
        return self._office("home-paused") if standing.subscription.paused is not None else self.next(standing)

    def _blocks(self, standing: Standing) -> tuple[Block, ...]:
        order = standing.subscription
        lines = [
            self._office("id", id=order.id),
            self._office(
                "when",
                place=self._called(order.address.place),
                time=words(self._language).listed([f"{at:%H:%M}" for at in order.at]),
                zone=order.zone,
                days=self._days(order),
            ),
            *self._free(order),
            self.follows(order),
            self._office(
                "told",
                length=order.length.value,
                language=OWN_NAMES[order.language or self._operators],
                empty=self._office(f"empty-{order.empty_day.value}"),
            ),
        ]
        if order.mention:
            lines.append(self._office("mentions", group=self._called(order.mention)))
        if order.publish:
            lines.append(self._office("publishes"))
        if order.tag:
            lines.append(self._office("tags", tag=order.tag))
        if order.thread:
            lines.append(self._office("threads"))
        if not order.corrections:
            lines.append(self._office("uncorrected"))
        lines += at_once(order, self._language)
        paused = order.paused is not None
        lines.append(self._office("is-paused", reason=order.paused or "") if paused else self.next(standing))
        return (Bullets(tuple(say(line) for line in lines)),)

    def _free(self, order: Subscription) -> Iterator[str]:
        """When it posts nothing."""
        if order.off:
            yield self._office("off", dates=", ".join(map(str, order.off)))
        if order.quiet:
            start, end = (f"{at:%H:%M}" for at in (order.quiet.start, order.quiet.end))
            yield self._office("quiet", start=start, end=end)

    def _days(self, order: Subscription) -> str:
        if order.weekdays == EVERY_DAY:
            return self._office("all-days")
        names = get_day_names("wide", locale=self._language)
        return words(self._language).listed([names[day - 1] for day in sorted(order.weekdays)])

    def follows(self, order: Subscription) -> str:
        """What it tells of."""
        follows, parts = order.follows, []
        for message, kind, ids in (
            ("follows-issues", Kind.ISSUE, follows.issues),
            ("follows-actors", Kind.ACTOR, follows.actors),
        ):
            if ids:
                parts.append(self._office(message, names=", ".join(self._names.label(kind, id_) for id_ in ids)))
        if follows.acts:
            parts.append(self._office("follows-acts", names=", ".join(follows.acts)))
        if follows.changes:
            parts.append(self._office("follows-changes"))
        return self._office("follows", what="; ".join(parts)) if parts else self._office("follows-all")

    def brings(self, order: Subscription) -> str:
        """What it tells of, and what of that at once."""
        return " ".join((self.follows(order), *at_once(order, self._language)))

    def _slot(self, rows: Sequence[Delivery], named: str, link: Callable[[Delivery], str], until: str = "") -> Line:
        current = newest(rows)
        worst = next((state for state in _WORST if any(row.state is state for row in current)), current[-1].state)
        slot = {"slot": named}
        if worst is State.SENT:
            message = "slot-sent" if len(current) == 1 else "slot-parts"
            message = "slot-said" if any(row.reason == STANDS for row in current) else message
            line = self._office(message, **slot, count=len(current))
            links = tuple(self._links(current, link))
            return Phrase((Text(line), *links)) if links else say(line.rstrip())
        if until and worst is State.DUE:
            return say(self._office("slot-held", **slot, until=until))
        if worst is State.QUIET and current[0].kind is SlotKind.ALERT:
            return say(self._office("slot-over", **slot))
        reason = next((row.reason for row in current if row.state is worst), "")[:REASON]
        return say(self._office(f"slot-{_STATES.get(worst, 'open')}", **slot, reason=reason))

    def _links(self, rows: Sequence[Delivery], link: Callable[[Delivery], str]) -> Iterator[Text | Link]:
        for number, row in enumerate(rows):
            url = link(row)
            if url:
                yield Text(" " if number else "")
                yield Link(self._office("slot-link"), url)

    def _office(self, message: str, **slots: str | int) -> str:
        return office(message, self._language, **slots)


_WORST = (State.FAILED, State.UNKNOWN, State.SENDING, State.CLAIMED, State.DUE)
"""What of several parts is told: the first of these that one of them is in."""
