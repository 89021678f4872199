"""Printed names and the days on which each is somebody's: "Zaire" from 1971 to 1997, "the Soviet Union" until 1991.

Read anew from the register's dated entries. A roll call names its members as they were called on its day, so a name
that nobody bore that day, today's among them, proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TypeAlias

from briefs.proof.tongues.grammar import running as running_form
from briefs.records import Actor, Register

_WITH_THE = re.compile(r"(?!The ).*\b(Republic|Union|Empire|Federation|Islands|Jamahiriya)\b")
"""Words of a former name before which English puts "the"."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whose name it is, from `start` until before `end`."""

    actor: str
    start: date
    end: date


Then: TypeAlias = tuple[Bearer, ...]
"""What one printed name means, day by day."""


def borne_on(name: Then, day: date) -> str | None:
    """Whose name it is on that day; None where it is nobody's."""
    held = [bearer.actor for bearer in name if bearer.start <= day < bearer.end]
    return held[0] if len(held) == 1 else None


def all_on(names: Sequence[Then], day: date) -> frozenset[str]:
    """Whom these names mean on that day; nobody where one of them means nobody, or two the same."""
    found = frozenset(actor for name in names if (actor := borne_on(name, day)) is not None)
    return found if len(found) == len(names) else frozenset()


def names_then(register: Register) -> tuple[Mapping[str, Then], Mapping[str, Then]]:
    """Every name as lists print it, and as it runs in a sentence ("the Soviet Union"), with what it means."""
    bare: dict[str, list[Bearer]] = {}
    running: dict[str, list[Bearer]] = {}
    for actor, name, article, start, end in _terms(register):
        bare.setdefault(name, []).append(Bearer(actor, start, end))
        running.setdefault(running_form(article, name), []).append(Bearer(actor, start, end))
    return {name: tuple(held) for name, held in bare.items()}, {name: tuple(held) for name, held in running.items()}


_Term: TypeAlias = tuple[str, str, str, date, date]


def _terms(register: Register) -> Iterator[_Term]:
    """(actor, name, article, first day, first day no longer) of everybody that a list may name."""
    for former in register.former.values():
        yield former.seat or former.id, former.name, former.article, former.start, former.end
    taken: dict[str | None, list[tuple[date, date]]] = {}
    for former in register.former.values():
        taken.setdefault(former.seat, []).append((former.start, former.end))
    for actor in register.actors.values():
        if actor.kind.value != "person" and actor.standing is None and actor.id not in register.former:
            yield from _of(register, actor, taken.get(actor.id, []))


def _of(register: Register, actor: Actor, taken: list[tuple[date, date]]) -> Iterator[_Term]:
    """One actor's names where no former state stands for it: those that were replaced, else the usual one."""
    replaced = [(n.value, n.start or date.min, n.end) for n in actor.un_names if n.end]
    edges = {date.min, date.max, *(edge for _, start, end in replaced for edge in (start, end))}
    edges |= {edge for span in taken for edge in span}
    for start, end in pairwise(sorted(edges)):
        if any(first <= start < last for first, last in taken):
            continue
        old = next((name for name, first, last in replaced if first <= start < last), None)
        if old is None:
            yield actor.id, actor.name, actor.article, start, end
        else:
            yield actor.id, old, _article(register, actor.id, old), start, end


def _article(register: Register, actor: str, name: str) -> str:
    """Of a name of other days: as the register's table has it in another language, else by English words."""
    if register.language == "en":
        return "the" if _WITH_THE.match(name) else ""
    return next((p.article for (id_, _), p in register.printed.items() if id_ == actor and p.name == name), "")
