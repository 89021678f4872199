"""The seam between the application and those who look after a server: what they order, and who carries it out.

Beside `adapters.contract`, which is about readers and posts. A platform hands errands over and shows the answers; it
knows none of their words.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from adapters.contract import Choice, Command, Reply


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


Administer: TypeAlias = Callable[[Errand], Awaitable[Reply]]
Propose: TypeAlias = Callable[[Errand, str, str], Awaitable[Sequence[Choice]]]
"""(the errand so far, parameter, what is typed so far) → at most 25 choices, best first."""


Present: TypeAlias = Callable[[str, Collection[str], Collection[str] | None], Awaitable[None]]
"""(platform, servers that Dateline is in, those it has just left): None for the latter says that the first are all."""


@dataclass(frozen=True, slots=True)
class Administration:
    """What those who look after a server can do: the table of errands, what each group of them is for (in a language),
    who carries them out, who proposes words for them, and who is told where Dateline is."""

    errands: Sequence[Command]
    forms: Mapping[str, tuple[str, tuple[str, ...]]]
    """Errand asked in a form → the errand it orders, and which of that one's parameters the form asks for."""
    summary: Callable[[str, str], str]
    administer: Administer
    propose: Propose
    present: Present
