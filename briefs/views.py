"""What a view of the past needs beside the archive: which records stand corrected, and what the register still knows.

`Archive.as_of` and `Archive.known_by` make the views.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from briefs.codebook import Act
from briefs.records import EventRecord, Register, RollCall, Source

Held = TypeVar("Held", EventRecord, RollCall)


def tellable(event: EventRecord, register: Register) -> bool:
    """Whether the register still knows all whom an earlier content of a record names."""
    asked = event.asked_by
    named: set[str | None] = {*event.by, *(actor for names in event.named.values() for actor in names.of)}
    named |= {event.on_behalf, event.body, event.partner, event.target, *((*asked.of, asked.per) if asked else ())}
    for claim in event.asserts:
        named |= {*claim.of, claim.partner, claim.target}
    named |= {count.per for count in event.figures.values()} | {via.by for via in event.via}
    return named - {None} <= register.actors.keys() and (event.issue is None or event.issue in register.issues)


def corrections(events: Iterable[EventRecord], sources: Mapping[str, Source]) -> dict[str, str]:
    """Corrected record → the one that corrects it, the newest of several. An actor that corrects or retracts its own
    words has acted: what others said about those words was not about that act."""
    made = [e for e in events if e.corrects and e.act not in (Act.CORRECT, Act.RETRACT)]
    newest = sorted(made, key=lambda event: (sources[event.source].published, event.id))
    return {event.corrects: event.id for event in newest if event.corrects}


def repointed(event: EventRecord, newer: Mapping[str, str]) -> EventRecord:
    """The event with its references to corrected records led on to what corrects them."""

    def on(reference: str | None) -> str | None:
        seen = {event.id}
        while reference is not None and newer.get(reference, event.id) not in seen:
            reference = newer[reference]
            seen.add(reference)
        return reference

    claims = tuple(replace(claim, about=on(claim.about)) for claim in event.asserts)
    led = replace(event, about=on(event.about), same_as=on(event.same_as), asserts=claims)
    return event if led == event else led


def ordered(held: Mapping[str, Held]) -> dict[str, Held]:
    """In the order of their ids, whatever was recorded first."""
    return dict(sorted(held.items()))
