"""The seam between the application and those who look after a server: what they order, and who carries it out.

Beside `adapters.contract`, which is about readers and posts. A platform hands errands over and shows the answers; it
knows none of their words.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from adapters.contract import Choice, Command, Param, Pick, Reply


async def nowhere(place: str) -> bool:  # noqa: ARG001
    """No place is looked after."""
    return False


async def anywhere() -> str:
    """Nobody knows."""
    return ""


async def unremarkable(language: str) -> Sequence[str]:  # noqa: ARG001
    """Nothing to tell."""
    return ()


@dataclass(frozen=True, slots=True)
class Errand:
    """An order of somebody who looks after a server: `command` with its subcommand ("subscription schedule") and, for
    each parameter, the words or the platform's id. `manages` is what the platform says of who asks, at this moment."""

    command: str
    given: Mapping[str, str] = field(default_factory=dict)
    platform: str = "console"
    server: str = ""
    place: str = ""
    """Where it was asked."""
    manages: bool = False
    locale: str = ""
    called: Callable[[str], str] = str
    """What a place or a group of that id is called, as people there read it ("#desk")."""
    link: Callable[[str, str], str] = lambda place, message: ""  # noqa: ARG005
    """(place, message) → its address on the platform; empty where it has none."""
    line: str = ""
    """Words still to be bound, where the platform has one line of text for all parameters."""
    asker: str = ""
    """Opaque platform id of who asks; told to nobody but them, never logged."""
    roomy: bool = False
    """Whether a form of the platform has room for every field, and lists to choose from."""
    sure: bool = True
    """Whether who asks has said it twice, where it ends something: a line typed in passing has not."""
    looks_after: Callable[[str], Awaitable[bool]] = nowhere
    """Whether who asks may order digests for that place, though not for the whole server."""
    unseen: str = ""
    """What the platform would have to grant so that it can be seen whether who asks manages the server; empty where
    nothing hides it."""
    zone: Callable[[], Awaitable[str]] = anywhere
    """The time zone of who asks, by its name in the IANA list; empty where the platform does not tell."""
    condition: Callable[[str], Awaitable[Sequence[str]]] = unremarkable
    """(language) → how the platform's own side is doing, in plain words: its connection, what it grants."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: the parameter it asks for, and what stands in it: `words` as one would type them, and the same
    as one thing `chosen` after the other, whose values joined by ", " are the words. `choices` are all that can be
    chosen, where they are few."""

    param: Param
    words: str = ""
    label: str = ""
    choices: tuple[Choice, ...] = ()
    chosen: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A form that asks for an errand's words. It comes back as `command` with `given` and, for each field, what stands
    in it then, empty where it was emptied. `command` with `given` alone asks for the same form again."""

    command: str
    given: Mapping[str, str]
    fields: tuple[Field, ...]
    title: str = ""
    submit: str = ""
    """What its button says."""
    language: str = "en"


Administer: TypeAlias = Callable[[Errand], Awaitable[Reply]]
Ask: TypeAlias = Callable[[Errand], Awaitable[Form | Reply | None]]
"""The form that an errand is asked for in; a reply where it cannot be; None for one that is carried out as it is."""
Propose: TypeAlias = Callable[[Errand, str, str], Awaitable[Sequence[Choice]]]
"""(the errand so far, parameter, what is typed so far) → at most 25 choices, best first."""


Present: TypeAlias = Callable[[str, Collection[str], Callable[[str], bool]], Awaitable[None]]
"""(platform, servers that Dateline is in, whether it would say so of a given server): one of which it would, and which
is not among the first, was left. Of all others nothing is said."""


@dataclass(frozen=True, slots=True)
class Upcoming:
    """A scheduled digest: where it is posted, when next or why not (in words), and what it follows."""

    place: str
    when: str
    follows: str


@dataclass(frozen=True, slots=True)
class Outlook:
    """What stands for a server, for whoever is in it: its digests, soonest first; the issues and actors that they
    follow, each with what to ask about it."""

    upcoming: tuple[Upcoming, ...] = ()
    issues: tuple[Pick, ...] = ()
    actors: tuple[Pick, ...] = ()


@dataclass(frozen=True, slots=True)
class Administration:
    """What those who look after a server can do: the table of errands, what each group of them is for (in a language),
    who asks for one in a form, who carries them out, who proposes words for them, and who is told where Dateline is;
    and, for everybody in a server, what stands for it and its language."""

    errands: Sequence[Command]
    summary: Callable[[str, str], str]
    ask: Ask
    administer: Administer
    propose: Propose
    present: Present
    outlook: Callable[[str, Sequence[str], Callable[[str], bool]], Awaitable[Outlook]]
    """(platform, servers, whether somebody may be told of a place) → what stands for them together, in the language of
    the first; it says nothing that only those may know who look after a server."""
    spoken: Callable[[str, str], str]
    """(platform, server) → the language of service words there."""
