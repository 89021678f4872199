"""What the store holds, as frozen values: standing orders, deliveries, holder. No SQL; `bot` reads and writes these.

A slot is a digest's, named by its local minute ("2026-11-29T08:00"), or an alert's, named by its instant in UTC
("2026-11-29T14:32:07Z"). A delivery is one part of one slot of one subscription in one attempt group, and goes through
these states:

    due ──► claimed ──► sending ──► sent          posted, receipt held
     ▲         │           ├─────► unknown       nobody can tell; never repeated by itself, a person decides (`outbox`)
     └─────────┴───────────┤                     (nothing accepted: back to due, not before `retry_at`)
    skipped  quiet         └─────► failed        reason in words

`sending` is written before the request and means: the platform may have it. Windows `[since, until)` of digests tile:
the next one of a subscription starts at its `covered`, which moves only when a digest was sent, quiet or unknown. An
alert has a window of its own and moves nothing but `alerted`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from adapters.contract import Address, Alerts, Subscription
from adapters.hours import QuietHours
from briefs.changes import Noted
from briefs.document import Document


class State(StrEnum):
    """Where a delivery stands."""

    DUE = "due"
    CLAIMED = "claimed"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    FAILED = "failed"
    SKIPPED = "skipped"
    QUIET = "quiet"


OPEN = (State.DUE, State.CLAIMED, State.SENDING)
"""States that still want work."""


class Kind(StrEnum):
    """What a slot tells: all that is new, at its hour, or at once what cannot wait for it."""

    DIGEST = "digest"
    ALERT = "alert"


NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""How far alerts have looked that were never on."""


class PausedBy(StrEnum):
    """Who paused a subscription: decides what wakes it."""

    OUTLET = "outlet"
    FILE = "file"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Standing:
    """A subscription and where it stands: told up to `covered`, due next at `next_due` (aware UTC); its alerts have
    looked up to `alerted`."""

    subscription: Subscription
    covered: datetime
    next_due: datetime
    paused_by: PausedBy | None = None
    alerted: datetime = NEVER

    def following(self, order: Subscription, now: datetime) -> Standing:
        """The same under a changed order. Alerts that are turned on look no further back than now."""
        turned_on = self.subscription.alerts is Alerts.OFF and order.alerts is not Alerts.OFF
        return replace(self, subscription=order, alerted=max(self.alerted, now) if turned_on else self.alerted)


@dataclass(frozen=True, slots=True)
class SlotEntry:
    """A slot to enter in the ledger: to be delivered (`due`), or passed over with its reason (`skipped`). An alert's
    `local` is its name in UTC, and its window begins at `since`; a digest's begins where the last one ended."""

    subscription: str
    local: str
    due: datetime
    state: State = State.DUE
    reason: str = ""
    kind: Kind = Kind.DIGEST
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """Alerts of a subscription that had looked as far as `was` looked as far as `until`; `slot` is what they found to
    tell at once, if anything."""

    subscription: str
    was: datetime
    until: datetime
    slot: SlotEntry | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One rendered message of a digest, as it is stored before it is posted."""

    key: str
    document: Document


@dataclass(frozen=True, slots=True)
class Delivery:
    """One row of the ledger. `document` is None until the digest was composed; `doubt` is when the first request left
    whose outcome is not known; `plain` marks parts cut down to plain text after the platform found one too long;
    `news`, of the first part, are the ids of the records that its slot tells."""

    id: int
    subscription: str
    slot: str
    due: datetime
    entered: datetime
    part: int
    group: int
    state: State
    key: str = ""
    document: Document | None = None
    since: datetime | None = None
    plain: bool = False
    tries: int = 0
    retry_at: datetime | None = None
    doubt: datetime | None = None
    receipt: str = ""
    reason: str = ""
    text: str = ""
    cites: tuple[str, ...] = ()
    digest: str = ""
    settled: datetime | None = None
    owed: datetime | None = None
    """Since when it stands and is still to be published."""
    kind: Kind = Kind.DIGEST
    news: tuple[str, ...] = ()
    place: str = ""
    """Where the newest request for it left to, and in which `server`: nowhere yet where both are empty."""
    server: str = ""

    def stands_at(self, address: Address) -> Address:
        """That address, but for the place to which this part left: what has begun in one is finished there, though its
        subscription was moved meanwhile."""
        return replace(address, place=self.place, server=self.server) if self.place else address


@dataclass(frozen=True, slots=True)
class Pending:
    """A delivery that wants work, where it goes, in which local hours nothing goes there, and in which server."""

    delivery: Delivery
    address: Address
    zone: str = "UTC"
    quiet: QuietHours | None = None
    server: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """A slot as it is taken up: its subscription, and its rows in posting order."""

    standing: Standing
    rows: tuple[Delivery, ...]


@dataclass(frozen=True, slots=True)
class Claimed:
    """A slot that is being composed: where its window begins, and whether alerts may have told something in it."""

    since: datetime
    alerted: bool


@dataclass(frozen=True, slots=True)
class Settlement:
    """How one delivery ended. `covered` moves the subscription's window when this ends its slot; `drop_rest` says the
    later parts of the same slot and group fail for the same reason; `publish`, that it is still to be published."""

    delivery: Delivery
    state: State
    at: datetime
    receipt: str = ""
    reason: str = ""
    covered: datetime | None = None
    drop_rest: bool = False
    publish: bool = False


class Step(StrEnum):
    """What an amendment does: edits a message in its place, or posts the note on what changed."""

    EDIT = "edit"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Amendment:
    """One step of amending one digest that stands: `mark` names the batch of `changes` it is for, `message` is the
    receipt of what is edited. It goes through the states of a delivery: due, sending, then sent, unknown or failed; a
    person may have it tried `again`, since then."""

    subscription: str
    slot: str
    mark: str
    step: Step
    part: int
    changes: tuple[str, ...]
    message: str
    document: Document
    key: str
    entered: datetime
    id: int = 0
    state: State = State.DUE
    tries: int = 0
    retry_at: datetime | None = None
    doubt: datetime | None = None
    receipt: str = ""
    reason: str = ""
    again: datetime | None = None
    overtaken: bool = False
    """Whether something of a later batch for the same digest arrived, may have, or is under way: this one is out of
    date."""

    @property
    def repeatable(self) -> bool:
        """Whether it failed and a person may have it tried again. An edit of a message that is not known never can."""
        known = self.step is Step.NOTE or bool(self.message)
        return self.state is State.FAILED and known and not self.overtaken

    @property
    def begun(self) -> datetime:
        """Since when it is tried."""
        return self.again or self.entered


@dataclass(frozen=True, slots=True)
class Owing:
    """An amendment as operators look at it: where it goes, by which clock, and why its subscription waits, if it
    does."""

    amendment: Amendment
    address: Address
    zone: str
    paused: str | None


@dataclass(frozen=True, slots=True)
class Posted:
    """A digest or an alert that stands in its channel: the rows of its window, each with what it says by now;
    `composed` is when it was told, `amended` the changes of records that it was amended for already, in that order,
    `edited` the same by part; `alerted` are records of the window that alerts told."""

    subscription: str
    slot: str
    composed: datetime
    since: datetime
    due: datetime
    parts: tuple[Delivery, ...]
    amended: tuple[Noted, ...] = ()
    edited: frozenset[tuple[int, str]] = frozenset()
    kind: Kind = Kind.DIGEST
    alerted: frozenset[str] = frozenset()

    @property
    def only(self) -> frozenset[str] | None:
        """Of an alert: the records it told, and no others."""
        alert = self.kind is Kind.ALERT
        return frozenset(record for part in self.parts for record in part.news) if alert else None


@dataclass(frozen=True, slots=True)
class Holder:
    """The process that does the scheduling."""

    host: str
    pid: int
    since: datetime

    def __str__(self) -> str:
        return f"process {self.pid} on {self.host}, since {self.since:%Y-%m-%d %H:%M:%S} UTC"
