"""`dateline deliveries`: what waits, what is in doubt and what never arrived, place by place; and what a person decides
of it. `bot.operating` parses and prints.

It looks at the database of the settings, whether Dateline runs or not; a process that runs sees what was decided at its
next look at the clock.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from adapters.store.entries import OPEN, Amendment, Owing, State, Step
from bot.amending import keys_again
from bot.slots import local_slot

if TYPE_CHECKING:
    from adapters.store.outbox import Letter
    from adapters.store.store import Store
    from bot.secret import Secret

BACK = timedelta(days=30)
"""How far back it looks unless told otherwise."""
LOOKED_AT = (*OPEN, State.UNKNOWN, State.FAILED, State.SKIPPED)
_HINT = "In doubt? Look there: --again ID sends it once more, --sent ID notes that it stands there."
_ADVICE = {
    (
        Step.EDIT,
        State.FAILED,
    ): "An edit that failed left its message as it was: the note tells what changed. --again ID "
    "tries it once more; delete the message if it must not stand.",
    (
        Step.NOTE,
        State.FAILED,
    ): "A note that failed is not tried again by itself: --again ID tries it once more; or tell "
    "in the channel what changed, or delete the message.",
}
"""What a person can do of corrections that ended so."""
_ENDED = (State.FAILED, State.UNKNOWN)
AMENDMENT = "c"
"""Before the number of a correction, so that it is no part's: "c12"."""
NUMBER = re.compile(rf"{AMENDMENT}?[1-9][0-9]{{0,8}}")


@dataclass(frozen=True, slots=True)
class _Ids:
    """Parts of posts and amendments, by their ids."""

    parts: tuple[int, ...]
    amendments: tuple[int, ...]

    @classmethod
    def of(cls, numbers: Sequence[str]) -> _Ids:
        amendments = [one for one in numbers if one.startswith(AMENDMENT)]
        return cls(
            tuple(int(one) for one in numbers if one not in amendments),
            tuple(int(one.removeprefix(AMENDMENT)) for one in amendments),
        )

    @property
    def written(self) -> tuple[str, ...]:
        return (*map(str, self.parts), *(f"{AMENDMENT}{one}" for one in self.amendments))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: states (none: all that did not simply arrive), how far back; what is sent or tried again and
    what is marked as sent, each by its number ("7" a part, "c12" a correction)."""

    states: tuple[State, ...]
    since: datetime
    again: tuple[str, ...] = ()
    sent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """What was decided, and what there is to see afterwards."""

    again: tuple[str, ...]
    sent: tuple[str, ...]
    letters: tuple[Letter, ...]
    owing: tuple[Owing, ...] = ()


def decided(seen: Seen) -> list[str]:
    """What was done, one line each."""
    waits = {one.subscription for one in seen.letters if one.paused is not None}
    slots = {str(one.id): one.subscription for one in seen.letters}
    done = [
        f"{one} is tried once more."
        if one.startswith(AMENDMENT)
        else f"{one} is sent once more{_later(slots.get(one) in waits)}."
        for one in seen.again
    ]
    return [*done, *(f"{one} counts as sent." for one in seen.sent)]


def check(*numbers: Sequence[str]) -> None:
    """Raises ValueError where one of them is the number of nothing."""
    for one in (one for some in numbers for one in some if not NUMBER.fullmatch(one)):
        raise ValueError(f'"{one[:40]}" is no ID; `dateline deliveries` lists them, like 7 or {AMENDMENT}12')


def too_late(number: str) -> str:
    """Why nothing was decided of it."""
    if number.startswith(AMENDMENT):
        return f"{number} has not failed, or a later correction took its place, or somebody has already decided"
    return f"{number} is not in doubt, or somebody has already decided"


def _later(paused: bool) -> str:
    return " when its subscription goes on: it is paused" if paused else ""


def lines(letters: Sequence[Letter], owing: Sequence[Owing] = ()) -> list[str]:
    """Each place with what did not simply arrive there, posts before their corrections; one line where all did."""
    every: list[Letter | Owing] = [*letters, *owing]
    if not every:
        return ["Nothing waits, nothing is in doubt, nothing failed."]
    found = []
    by_place = sorted(every, key=lambda one: (one.address.platform, one.address.place))  # newest first stays so
    for (platform, place), of in groupby(by_place, key=lambda one: (one.address.platform, one.address.place)):
        found.append(f"{platform} {place}")
        found += [_amendment(one) if isinstance(one, Owing) else _line(one) for one in of]
    doubt = any(one.state is State.UNKNOWN and one.current for one in letters)
    doubt |= any(one.amendment.state is State.UNKNOWN for one in owing)
    ended = {(one.amendment.step, one.amendment.state) for one in owing}
    advice = [words for case, words in _ADVICE.items() if case in ended]
    return [*found, *([_HINT] if doubt else []), *advice]


def _line(one: Letter) -> str:
    part = f" part {one.part + 1}" if one.part or one.group else ""
    words = [f"  {one.id}  {_named(one.slot, one.zone)}  {one.state.value}  {one.subscription}{part}"]
    if one.doubt is not None:
        words.append(f"may have been posted at {one.doubt:%Y-%m-%d %H:%M:%S} UTC")
    if one.retry_at is not None:
        words.append(f"tried again after {one.retry_at:%Y-%m-%d %H:%M:%S} UTC")
    words += [f"paused: {one.paused}"] if one.paused is not None and one.state in OPEN else []
    words += [] if one.current else ["a later attempt took its place"]
    words += [one.reason] if one.reason else []
    return "; ".join(words)


def _named(slot: str, zone: str) -> str:
    local, alert = local_slot(slot, zone)
    return f"{local} alert" if alert else local


def _amendment(owing: Owing) -> str:
    one = owing.amendment
    part = f" part {one.part + 1}" if one.part else ""
    named = _named(one.slot, owing.zone)
    words = [f"  {number_of(one)}  {one.step.value} of {named}  {one.state.value}  {one.subscription}{part}"]
    if one.doubt is not None and one.step is Step.NOTE:
        words.append(f"may have been posted at {one.doubt:%Y-%m-%d %H:%M:%S} UTC")
    if one.retry_at is not None:
        words.append(f"tried again after {one.retry_at:%Y-%m-%d %H:%M:%S} UTC")
    words += [f"paused: {owing.paused}"] if owing.paused is not None and one.state in OPEN else []
    words += ["a later correction took its place"] if one.overtaken and one.state in _ENDED else []
    words += [one.reason] if one.reason else []
    return "; ".join(words)


def amendment_told(owing: Owing) -> dict[str, Any]:
    """A correction for programs: instants in UTC."""
    one = owing.amendment
    return {
        "id": number_of(one),
        "amendment": one.id,
        "step": one.step.value,
        "platform": owing.address.platform,
        "place": owing.address.place,
        "subscription": one.subscription,
        "slot": one.slot,
        "part": one.part,
        "changes": list(one.changes),
        "current": not one.overtaken,
        "message": one.message or None,
        "state": one.state.value,
        "reason": one.reason,
        "tries": one.tries,
        "entered": _instant(one.entered),
        "doubt_since": _instant(one.doubt),
        "retry_at": _instant(one.retry_at),
        "paused": owing.paused,
    }


def number_of(one: Amendment) -> str:
    """Its number on the command line, which is no part's."""
    return f"{AMENDMENT}{one.id}"


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
    again, sent = _Ids.of(wanted.again), _Ids.of(wanted.sent)
    done = _Ids(
        await store.outbox.again(again.parts, now) if again.parts else (),
        await store.amendments.again(keys_again(again.amendments, now), now) if again.amendments else (),
    )
    noted = _Ids(
        await store.outbox.stands(sent.parts, now) if sent.parts else (),
        await store.amendments.stands(sent.amendments, now) if sent.amendments else (),
    )
    states = wanted.states or LOOKED_AT
    letters = await store.outbox.letters(states, wanted.since)
    return Seen(done.written, noted.written, letters, await store.amendments.owing(states, wanted.since))
