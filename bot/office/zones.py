"""Time zones as people name them: "Asia/Phnom_Penh", "phnom penh", "cambodge", "geneva", "UTC". Pure."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global
from rapidfuzz import fuzz, process

from briefs.naming.folding import fold, unaccented
from briefs.tongues import LANGUAGES

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
    known = {city: of[0] for city, of in found.items() if len(of) == 1}
    return {**_countries(), **_SEATS, **known}


def _countries() -> dict[str, str]:
    """State as the CLDR calls it in the languages spoken here → its zone, where it has one alone."""
    territories: dict[str, list[str]] = get_global("territory_zones")  # type: ignore[assignment]
    found: dict[str, str] = {}
    for language in LANGUAGES:
        names = Locale.parse(language).territories
        for territory, of in territories.items():
            if len(of) == 1 and territory in names:
                found.setdefault(_folded(names[territory]), of[0])
    return found


def _folded(text: str) -> str:
    return unaccented(fold(text.replace("_", " ").replace("-", " ")))


def find_zone(typed: str) -> str | None:
    """The zone meant: its own name in any case, the one city of that name, a seat of diplomacy, or a state that has one
    zone alone."""
    wanted = typed.strip()
    if wanted.upper() in ("UTC", "GMT", "Z"):
        return "UTC"
    own = {zone.lower(): zone for zone in zones()}.get(wanted.replace(" ", "_").lower())
    # "Japan" and "Singapore" are zones too, old names for those of their cities.
    return own if own and "/" in own else _cities().get(_folded(wanted)) or own


def near_zones(typed: str, most: int = MOST) -> tuple[str, ...]:
    """Zones to offer, best first: those that begin so, those that hold it, those that sound like it."""
    wanted = _folded(typed)
    offered = ["UTC", *(zone for zone in sorted(zones()) if "/" in zone and not zone.startswith(_ODD))]
    if not wanted:
        return tuple(_USUAL[:most])
    placed = [zone for city, zone in sorted(_cities().items()) if city.startswith(wanted)]
    begins = [zone for zone in offered if _folded(zone.rpartition("/")[2]).startswith(wanted)]
    holds = [zone for zone in offered if wanted in _folded(zone.replace("/", " "))]
    like = [
        zone
        for _, score, zone in process.extract(
            wanted, {zone: _folded(zone.rpartition("/")[2]) for zone in offered}, scorer=fuzz.ratio, limit=most
        )
        if score >= _LIKE
    ]
    return tuple(dict.fromkeys((*begins, *placed, *holds, *like)))[:most]


_SEATS = {
    "abu dhabi": "Asia/Dubai", "abuja": "Africa/Lagos", "ankara": "Europe/Istanbul", "beijing": "Asia/Shanghai",
    "berne": "Europe/Zurich", "bern": "Europe/Zurich", "bonn": "Europe/Berlin", "brasilia": "America/Sao_Paulo",
    "canberra": "Australia/Sydney", "delhi": "Asia/Kolkata", "geneva": "Europe/Zurich", "geneve": "Europe/Zurich",
    "ginebra": "Europe/Zurich", "hanoi": "Asia/Ho_Chi_Minh", "islamabad": "Asia/Karachi", "kiev": "Europe/Kyiv",
    "la haye": "Europe/Amsterdam", "la haya": "Europe/Amsterdam", "londres": "Europe/London",
    "new delhi": "Asia/Kolkata", "nueva york": "America/New_York", "osaka": "Asia/Tokyo", "ottawa": "America/Toronto",
    "pretoria": "Africa/Johannesburg", "quito": "America/Guayaquil", "rabat": "Africa/Casablanca",
    "saigon": "Asia/Ho_Chi_Minh", "strasbourg": "Europe/Paris", "the hague": "Europe/Amsterdam",
    "washington": "America/New_York", "wellington": "Pacific/Auckland", "yaounde": "Africa/Douala",
}  # fmt: skip
"""Capitals and seats of organisations that no zone is named after."""
_USUAL = (
    "UTC", "Europe/London", "Europe/Paris", "Europe/Brussels", "Europe/Berlin", "Europe/Madrid",
    "Europe/Kyiv", "Africa/Nairobi", "Africa/Cairo", "Africa/Lagos", "Asia/Dubai", "Asia/Kolkata", "Asia/Bangkok",
    "Asia/Phnom_Penh", "Asia/Singapore", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney", "America/New_York",
    "America/Mexico_City", "America/Bogota", "America/Sao_Paulo", "America/Los_Angeles",
)  # fmt: skip
"""Offered before anything is typed."""
