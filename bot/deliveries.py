"""`dateline deliveries`: what waits, what is in doubt and what never arrived, place by place; and what a person decides
of it. `bot.operating` parses and prints.

It looks at the database of the settings, whether Dateline runs or not; a process that runs sees what was decided at its
next look at the clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from adapters.store.entries import OPEN, State
from bot.slots import local_slot

if TYPE_CHECKING:
    from adapters.store.outbox import Letter
    from adapters.store.store import Store
    from bot.secret import Secret

BACK = timedelta(days=30)
"""How far back it looks unless told otherwise."""
LOOKED_AT = (*OPEN, State.UNKNOWN, State.FAILED, State.SKIPPED)
_HINT = "In doubt? Look there: --again ID sends it once more, --sent ID notes that it stands there."


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: states (none: all that did not simply arrive), how far back; which parts in doubt are sent
    again, and which are marked as sent."""

    states: tuple[State, ...]
    since: datetime
    again: tuple[int, ...] = ()
    sent: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """What was decided, and what there is to see afterwards."""

    again: tuple[int, ...]
    sent: tuple[int, ...]
    letters: tuple[Letter, ...]


def decided(seen: Seen) -> list[str]:
    """What was done, one line each."""
    waits = {one.subscription for one in seen.letters if one.paused is not None}
    slots = {one.id: one.subscription for one in seen.letters}
    done = [f"{one} is sent once more{_later(slots.get(one) in waits)}." for one in seen.again]
    return [*done, *(f"{one} counts as sent." for one in seen.sent)]


def _later(paused: bool) -> str:
    return " when its subscription goes on: it is paused" if paused else ""


def lines(letters: Sequence[Letter]) -> list[str]:
    """Each place with what did not simply arrive there; one line where all did."""
    if not letters:
        return ["Nothing waits, nothing is in doubt, nothing failed."]
    found = []
    by_place = sorted(letters, key=lambda one: (one.address.platform, one.address.place))  # newest first stays so
    for (platform, place), of in groupby(by_place, key=lambda one: (one.address.platform, one.address.place)):
        found += [f"{platform} {place}", *map(_line, of)]
    return [*found, _HINT] if any(one.state is State.UNKNOWN and one.current for one in letters) else found


def _line(one: Letter) -> str:
    part = f" part {one.part + 1}" if one.part or one.group else ""
    local, alert = local_slot(one.slot, one.zone)
    words = [f"  {one.id}  {local}{' alert' if alert else ''}  {one.state.value}  {one.subscription}{part}"]
    if one.doubt is not None:
        words.append(f"may have been posted at {one.doubt:%Y-%m-%d %H:%M:%S} UTC")
    if one.retry_at is not None:
        words.append(f"tried again after {one.retry_at:%Y-%m-%d %H:%M:%S} UTC")
    words += [f"paused: {one.paused}"] if one.paused is not None and one.state in OPEN else []
    words += [] if one.current else ["a later attempt took its place"]
    words += [one.reason] if one.reason else []
    return "; ".join(words)


def told(one: Letter) -> dict[str, Any]:
    """The same for programs: instants in UTC."""
    return {
        "id": one.id,
        "platform": one.address.platform,
        "place": one.address.place,
        "subscription": one.subscription,
        "slot": one.slot,
        "kind": one.kind.value,
        "due": _instant(one.due),
        "part": one.part,
        "attempt_group": one.group,
        "state": one.state.value,
        "reason": one.reason,
        "tries": one.tries,
        "doubt_since": _instant(one.doubt),
        "retry_at": _instant(one.retry_at),
        "settled": _instant(one.settled),
        "paused": one.paused,
        "current": one.current,
    }


def _instant(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(UTC).isoformat()


def since(typed: str | None, now: datetime) -> datetime:
    """The start of a day, or an instant. Raises ValueError."""
    if typed is None:
        return now - BACK
    try:
        at = datetime.fromisoformat(typed)
    except ValueError:
        raise ValueError(f'--since: "{typed[:40]}" is no day; write one like 2026-03-01') from None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


async def seen(folder: Path, server: Secret | None, wanted: Wanted, now: datetime) -> Seen:
    from bot.serving import DATABASE, open_database

    if server is None and not (folder / DATABASE).is_file():
        return Seen((), (), ())
    store = await open_database(folder, server)
    try:
        return await look(store, wanted, now)
    finally:
        await store.close()


async def look(store: Store, wanted: Wanted, now: datetime) -> Seen:
    """Carry out what was decided, then look. Raises a `StoreError`."""
    again = await store.outbox.again(wanted.again, now) if wanted.again else ()
    sent = await store.outbox.stands(wanted.sent, now) if wanted.sent else ()
    return Seen(again, sent, await store.outbox.letters(wanted.states or LOOKED_AT, wanted.since))
