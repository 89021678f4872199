"""Time zones as people name them: "Asia/Phnom_Penh", "phnom penh", "new york", "UTC". Pure."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

from rapidfuzz import fuzz, process

from briefs.naming.folding import fold, unaccented

MOST = 25
_LIKE = 75.0
"""How alike (of 100) a city has to be to be offered for a misspelt one."""
_ODD = ("Etc/", "SystemV/", "posix/", "right/", "US/", "Brazil/", "Canada/", "Chile/", "Mexico/")
"""Old spellings and fixed offsets, whose signs are turned round: never offered, yet taken where typed in full."""


@cache
def zones() -> frozenset[str]:
    """Every zone there is."""
    return frozenset(available_timezones())


@cache
def _cities() -> dict[str, str]:
    """City as typed → zone; of several with one city none is guessed."""
    offered = [zone for zone in sorted(zones()) if "/" in zone and not zone.startswith(_ODD)]
    found: dict[str, list[str]] = {}
    for zone in offered:
        found.setdefault(_folded(zone.rpartition("/")[2]), []).append(zone)
    return {city: of[0] for city, of in found.items() if len(of) == 1}


def _folded(text: str) -> str:
    return unaccented(fold(text.replace("_", " ").replace("-", " ")))


def find_zone(typed: str) -> str | None:
    """The zone meant: its own name in any case, or the one city of that name."""
    wanted = typed.strip()
    if wanted.upper() in ("UTC", "GMT", "Z"):
        return "UTC"
    by_name = {zone.lower(): zone for zone in zones()}
    return by_name.get(wanted.replace(" ", "_").lower()) or _cities().get(_folded(wanted))


def near_zones(typed: str, most: int = MOST) -> tuple[str, ...]:
    """Zones to offer, best first: those that begin so, those that hold it, those that sound like it."""
    wanted = _folded(typed)
    offered = ["UTC", *(zone for zone in sorted(zones()) if "/" in zone and not zone.startswith(_ODD))]
    if not wanted:
        return tuple(_USUAL[:most])
    begins = [zone for zone in offered if _folded(zone.rpartition("/")[2]).startswith(wanted)]
    holds = [zone for zone in offered if wanted in _folded(zone.replace("/", " "))]
    like = [
        zone
        for _, score, zone in process.extract(
            wanted, {zone: _folded(zone.rpartition("/")[2]) for zone in offered}, scorer=fuzz.ratio, limit=most
        )
        if score >= _LIKE
    ]
    return tuple(dict.fromkeys((*begins, *holds, *like)))[:most]


_USUAL = (
    "UTC", "Europe/London", "Europe/Paris", "Europe/Brussels", "Europe/Berlin", "Europe/Madrid",
    "Europe/Kyiv", "Africa/Nairobi", "Africa/Cairo", "Africa/Lagos", "Asia/Dubai", "Asia/Kolkata", "Asia/Bangkok",
    "Asia/Phnom_Penh", "Asia/Singapore", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney", "America/New_York",
    "America/Mexico_City", "America/Bogota", "America/Sao_Paulo", "America/Los_Angeles",
)  # fmt: skip
"""Offered before anything is typed."""
