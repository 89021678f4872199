"""The seam between the application and every outside room: what is asked, what is answered, how posting can end.

Callables flow down as values: a chat room receives `answer`, `complete` and the command catalogue and imports nothing
of `bot`. Errors of posting are one family, translated where the platform's library is called:

    OutletError
    ├── RateLimited(retry_after)   wait, then the same post again
    ├── Unavailable                nothing was accepted; the same post may be tried again
    ├── Ambiguous                  nobody knows whether the post was made; look before trying again
    ├── Refused                    this destination says no (permission, archived); pause it, tell its owner
    ├── Gone                       this destination or installation no longer exists; pause it, tell its owner
    └── TooLong                    the payload breaks a limit: our bug; fall back to plain text once
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time
from enum import StrEnum
from typing import Protocol, TypeAlias

from adapters.hours import DatesOff, QuietHours
from briefs.codebook import Length
from briefs.digests import Filter
from briefs.document import Document


class EmptyDay(StrEnum):
    """What a subscription does when a digest has nothing new."""

    SKIP = "skip"
    SAY = "say"


class CatchUp(StrEnum):
    """Which of the slots missed during downtime are still delivered."""

    LATEST = "latest"
    ALL = "all"
    SKIP = "skip"


class Alerts(StrEnum):
    """Which of what a subscription follows is posted at once instead of waiting for its digest."""

    OFF = "off"
    CHANGES = "changes"
    """Roll calls in which somebody it follows voted otherwise than before."""
    VOTES = "votes"
    ALL = "all"


class ParamKind(StrEnum):
    """What a parameter holds; adapters choose their native option by it, completion its candidates."""

    ACTOR = "actor"
    BLOC = "bloc"
    ISSUE = "issue"
    MEASURE = "measure"
    OPTION = "option"
    DAY = "day"
    LENGTH = "length"
    LANGUAGE = "language"
    COMMAND = "command"
    RECORD = "record"
    TERM = "term"
    WORDS = "words"
    PLACE = "place"
    GROUP = "group"
    TIME = "time"
    ZONE = "zone"
    WEEKDAYS = "weekdays"
    ACT = "act"
    CHOICE = "choice"
    SUBSCRIPTION = "subscription"
    TAG = "tag"
    DATES = "dates"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Localised:
    """A command or a parameter in one more language: what it is called and what it does; for a closed parameter its
    choices, in their order."""

    language: str
    name: str
    summary: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Param:
    """One parameter. `choices` closes it; `many` lets it take several values (in a line: the rest of it). `also`: the
    same in other languages."""

    name: str
    kind: ParamKind
    summary: str
    required: bool = False
    choices: tuple[str, ...] = ()
    many: bool = False
    also: tuple[Localised, ...] = ()


@dataclass(frozen=True, slots=True)
class Command:
    """One command of the catalogue; every platform's form of it is a projection of this value."""

    name: str
    summary: str
    params: tuple[Param, ...]
    example: str
    also: tuple[Localised, ...] = ()


@dataclass(frozen=True, slots=True)
class Menu:
    """A command asked of somebody's message: `command` gets the message's text as its line. `label` is what the
    platform's menu shows, `also` the same by language."""

    command: str
    label: str
    summary: str
    also: Mapping[str, str] = field(default_factory=dict)


class View(StrEnum):
    """What of an answer is wanted: the brief itself, or what each of its sentences rests on."""

    BRIEF = "brief"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Request:
    """One question. A platform with typed options fills `given` (parameter name → words); one with a single line of
    text fills `line` and the application binds it by the same parameters."""

    command: str
    line: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    platform: str = "console"
    asker: str = ""
    """Opaque platform id of who asks; never logged."""
    server: str = ""
    """The platform's id of the server or workspace it is asked in; empty in a direct message."""
    locale: str = ""
    """The asker's locale as the platform names it, where it does."""
    view: View = View.BRIEF
    """What of the answer is wanted."""


class Outcome(StrEnum):
    """How a question ended. The words of `--json`; `usage` means the request itself could not be understood."""

    ANSWERED = "answered"
    QUIET = "quiet"
    NOTHING = "nothing"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"
    WITHHELD = "withheld"
    USAGE = "usage"


@dataclass(frozen=True, slots=True)
class Question:
    """A question once bound: its command and, for each parameter that was given, an id or a closed word; `line` are
    words still to be bound. Asked again (`Request(command, line, given)`) it means the same on every platform."""

    command: str
    given: Mapping[str, str] = field(default_factory=dict)
    line: str = ""


class ActionKind(StrEnum):
    """What a reader may do with an answer next; a platform shows each in its own way, or not at all."""

    SHARE = "share"
    SOURCES = "sources"
    TIMELINE = "timeline"
    COMPARE = "compare"
    SHORTER = "shorter"
    LONGER = "longer"
    LANGUAGE = "language"
    PICK = "pick"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Pick:
    """One of several questions to choose from."""

    label: str
    question: Question


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do next, labelled in the answer's language: it asks `question`, or one of `picks`; where `fills`
    names a parameter, the reader types that one first. Sharing and reporting are about the answer's own question."""

    kind: ActionKind
    label: str
    question: Question
    picks: tuple[Pick, ...] = ()
    fills: str = ""


@dataclass(frozen=True, slots=True)
class Next:
    """An errand that may be ordered next: its name, what of it is given, what its button says. One that `lists` is an
    entry of a list of its kind; one that `ends` something is asked for twice."""

    command: str
    given: Mapping[str, str]
    label: str
    lists: bool = False
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer: always a document one can show, whatever the outcome. `question` asks for it again, where it was
    bound."""

    document: Document
    outcome: Outcome
    question: Question | None = None
    actions: tuple[Action, ...] = ()
    public: bool = False
    """Whether the server it was asked in wants answers to be seen by all."""
    moment: datetime | None = None
    """The instant (aware) it speaks of: a platform that knows the reader's clock shows it by that too."""
    mistakes: Mapping[str, str] = field(default_factory=dict, compare=False)
    """Of an errand that was not carried out, or a question in a form that asks back: parameter → what is wrong with
    the words for it."""
    next: tuple[Next, ...] = ()
    """Errands that may be ordered next."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a reader says is wrong with an answer. `sentence` is the one meant, or empty; `text` all that was read. It
    does not say who reports."""

    platform: str
    question: Question
    words: str
    text: str
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One completion: what is shown, what is sent, and `words` that one may type for the same."""

    label: str
    value: str
    words: str


Answer: TypeAlias = Callable[[Request], Awaitable[Reply]]
TakeReport: TypeAlias = Callable[[Report], Awaitable[str | None]]
"""Keeps a report and gives the number under which it is kept; None where it cannot be kept now."""
Complete: TypeAlias = Callable[[str, str, str, str], Sequence[Choice]]
"""(command, parameter, what is typed so far, the asker's locale as the platform names it) → at most 25 choices, best
first, labelled in that language where it is held. Must not block."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where to post, and how, where a place leaves the choice: a platform and its own id of the place (a Discord or
    Slack channel id). What a place has no use for is passed over."""

    platform: str
    place: str
    publish: bool = False
    """Whether posts are passed on to the servers that follow the place."""
    tag: str = ""
    """The name of the tag that a new post of a forum gets."""
    thread: bool = False
    """Whether the further messages of a digest stand in a thread of its first one."""
    first: str = ""
    """The receipt of that first message, for the further ones."""
    server: str = ""
    """The platform's id of the server or workspace that the place is in, where it is known."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof of one post: the platform's message id and when we learned of it (aware UTC)."""

    message: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Subscription:
    """A standing order for digests: where, when (local wall-clock time in an IANA zone), what, how long.

    `at` are one or several times of day, in order. `weekdays` are ISO numbers, 1 = Monday … 7 = Sunday. On its dates
    `off` it posts nothing; what falls into its `quiet` hours is posted when they end. `origin` is "file" for those
    declared in `dateline.toml`.
    """

    id: str
    address: Address
    at: tuple[time, ...]
    zone: str
    created: datetime
    weekdays: frozenset[int] = frozenset(range(1, 8))
    follows: Filter = field(default_factory=Filter)
    length: Length = Length.SHORT
    empty_day: EmptyDay = EmptyDay.SKIP
    catch_up: CatchUp = CatchUp.LATEST
    origin: str = "file"
    paused: str | None = None
    """Why it is paused, in words for its owner; None while it runs."""
    language: str | None = None
    """Of its digests; None for the operator's."""
    server: str = ""
    """The platform's id of the server or workspace it was made in; empty for those of dateline.toml."""
    mention: str | None = None
    """The platform's id of the group that each digest calls, if any."""
    publish: bool = False
    tag: str = ""
    thread: bool = False
    corrections: bool = True
    """Whether its posts are edited, and a note posted, when a record they rest on is corrected or retracted."""
    off: tuple[DatesOff, ...] = ()
    quiet: QuietHours | None = None
    alerts: Alerts = Alerts.OFF

    @property
    def hours(self) -> str:
        """Its times of day as one types them: "08:00, 18:00"."""
        return ", ".join(f"{at:%H:%M}" for at in self.at)

    @property
    def posted(self) -> Address:
        """Its address with how it is posted there."""
        return replace(self.address, publish=self.publish, tag=self.tag, thread=self.thread, server=self.server)


@dataclass(frozen=True, slots=True)
class Lack:
    """Something Dateline needs in a place, in plain words with where to mend it. `blocks`: nothing can be posted until
    it is mended."""

    text: str
    blocks: bool = True


class Outlet(Protocol):
    """What delivery needs of a platform. Nothing in it is optional."""

    @property
    def platform(self) -> str: ...

    def parts(self, document: Document) -> Sequence[Document]:
        """The document cut between blocks into messages that each keep the platform's limits. Pure."""
        ...

    async def post(self, address: Address, document: Document, key: str) -> Receipt:
        """Post one part. `key` (≤ 25 characters, stable over retries) makes a repeat harmless where the platform can.

        Raises an `OutletError`; anything else is a bug.
        """
        ...

    async def find(self, address: Address, key: str, since: datetime) -> Receipt | None:
        """The post with this key made since then, None if it surely is not there.

        Raises `Ambiguous` where it cannot know.
        """
        ...

    def keeps(self, address: Address) -> bool:
        """Whether a repeat under the same key gives back the first post for a while, so that it is harmless. Where it
        does not, a post in doubt is looked for first."""
        ...

    def threads(self, address: Address) -> bool:
        """Whether the further messages of a digest surely stand in a thread of its first there, apart from the place
        itself: then the first may be its lead, and the whole follows."""
        ...

    async def publish(self, address: Address, message: str) -> None:
        """Pass a post on to the servers that follow the place. Raises an `OutletError`; a repeat is harmless."""
        ...

    async def edit(self, address: Address, message: str, document: Document) -> None:
        """Put the document, one of `parts`, in the place of a post of ours. It calls nobody, and a repeat is harmless.

        Raises an `OutletError`: `Refused` where that message cannot be edited (any more), or is gone.
        """
        ...

    async def lacks(self, address: Address, language: str) -> Sequence[Lack]:
        """What Dateline needs to post there and has not; empty when it has all, or where the platform does not say."""
        ...

    async def warn(self, server: str, document: Document) -> bool:
        """Tell whoever owns that server, in private. False where nobody could be told."""
        ...


class Room(Outlet, Protocol):
    """A whole chat platform: it serves commands and it is an outlet. `bot/app.py` supervises one per platform."""

    async def serve(self) -> None:
        """Connect and answer until `close` is called (then return normally).

        Raises `CredentialsRefused` when the token or secret is wrong: final for this platform. Any other exception is a
        lost connection: the supervisor calls `serve` again after a pause.
        """
        ...

    async def close(self) -> None:
        """Stop taking questions, let answers under way finish (a few seconds at most), disconnect."""
        ...


class CredentialsRefused(Exception):
    """The platform rejected our token or secret. The message names the variable to mend, never its value."""


class OutletError(Exception):
    """Posting ended badly; the message says what and, where a person can help, what to do."""


class RateLimited(OutletError):
    """The platform asks to wait `retry_after` seconds."""

    def __init__(self, message: str, retry_after: float) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class Unavailable(OutletError):
    """Nothing was accepted; trying the same again is safe."""


class Ambiguous(OutletError):
    """The request may or may not have been carried out."""


class Refused(OutletError):
    """The destination says no; a person must mend it."""


class Gone(OutletError):
    """The destination or the installation is no more."""


class TooLong(OutletError):
    """The payload breaks a limit of the platform."""
