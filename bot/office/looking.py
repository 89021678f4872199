"""How a server's Dateline is set and how it is doing: /settings and /doctor, as documents. Service words alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from adapters.contract import Lack
from adapters.store.entries import Standing
from bot.actions import OWN_NAMES
from bot.offering import Offering
from bot.office.preferences import Preferences
from bot.office.telling import Called
from briefs.archive import Archive
from briefs.document import Bullets, Document, Paragraph, say
from briefs.naming import Kind, Names
from briefs.wording.catalogue import words
from briefs.wording.notices import office


@dataclass(frozen=True, slots=True)
class Looked:
    """A scheduled digest, what it lacks, and how its last slot ended (empty where there was none)."""

    standing: Standing
    lacks: Sequence[Lack]
    last: str = ""


def settings(preferences: Preferences, names: Names, language: str, operators: str) -> Document:
    """What the server prefers now."""
    offering = Offering(names, "", language)
    followed = ", ".join(offering.label(Kind.ISSUE, id_) for id_ in preferences.issues)
    lines = (
        office("setting-language", language, language=OWN_NAMES[preferences.language or operators]),
        office("setting-follows", language, names=followed) if followed else office("setting-follows-all", language),
        office("setting-private" if preferences.private else "setting-public", language),
        office(f"setting-names-{preferences.names or 'operator'}", language),
    )
    title = office("settings-title", language)
    return Document(title, (Bullets(tuple(say(line) for line in lines)),), language=language)


def doctor(
    archive: Archive,
    looked: Sequence[Looked],
    called: Called,
    language: str,
    *,
    scheduling: bool,
    beside: Sequence[str] = (),
) -> Document:
    """What works, what is missing, what is paused, place by place; `beside` is what the platform's side has to tell."""
    schedule = "doctor-schedule" if scheduling else "doctor-no-schedule"
    general = [office("doctor-commands", language), office(schedule, language), _held(archive, language), *beside]
    blocks = [Bullets(tuple(say(line) for line in general))]
    for one in looked:
        blocks.append(Bullets(tuple(say(line) for line in _lines(one, called, language))))
    if not looked:
        return Document(
            office("doctor-title", language), (*blocks, Paragraph((say(office("none", language)),))), language=language
        )
    return Document(office("doctor-title", language), tuple(blocks), language=language)


def _held(archive: Archive, language: str) -> str:
    told = words(language)
    newest = max((source.published for source in archive.sources.values()), default=None)
    count = len(archive.published) + len(archive.rollcalls)
    day = told.day(newest) if newest else "–"
    return office("doctor-archive", language, records=told.number(count), day=day)


def _lines(one: Looked, called: Called, language: str) -> list[str]:
    order = one.standing.subscription
    slots = {"id": order.id, "place": called(order.address.place)}
    blocking = "; ".join(lack.text for lack in one.lacks if lack.blocks)
    wanting = "; ".join(lack.text for lack in one.lacks if not lack.blocks)
    if order.paused is not None:
        first = office("doctor-paused", language, **slots, reason=order.paused)
    elif blocking:
        first = office("doctor-lacks", language, **slots, what=blocking)
    elif wanting:
        first = office("doctor-wants", language, **slots, what=wanting)
    else:
        first = office("doctor-works", language, **slots)
    return [first, office("doctor-last", language, what=one.last)] if one.last else [first]
