"""Forms of errands: which errand is asked for in one, what stands in its fields, and which of them were changed. Pure.

A form that changes an order shows what stands, in words that `drafts` reads back to the same. What it showed is
remembered in a few letters a field: what this form left alone stays, even where somebody else changed it meanwhile.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from hashlib import sha256

from babel.dates import get_day_names

from adapters.administration import Errand, Field, Form
from adapters.contract import Subscription
from bot.offering import Offering
from bot.office.catalogue import FORMS, errand_named
from bot.office.drafts import listed, weekdays
from briefs.naming import Finding, Found, Kind, Names

EDIT = "subscription edit"
WAS = "was"
"""Where a form keeps the marks of what it showed."""
MARK = 6
"""Letters of one mark: 30 bits."""
_WEEKS = {frozenset(range(1, 8)): "every day", frozenset(range(1, 6)): "weekdays", frozenset({6, 7}): "weekends"}
_EMPTIED = {"weekdays": "every day", "issues": "all", "actors": "all"}
"""What an emptied field means; the others cannot be empty and stay as they were."""


def wanted(errand: Errand) -> bool:
    """Whether a form asks for it: always, or (for a change) where nothing to change is given yet."""
    if errand.command == EDIT:
        return WAS in errand.given or not (errand.given.keys() - {"subscription"})
    return errand.command in FORMS


def form_of(errand: Errand, carried: Mapping[str, str], shown: Mapping[str, str]) -> Form:
    """Its form with what is `shown` in its fields; what is `carried` goes along unseen."""
    asked = errand_named(FORMS[errand.command][0])
    assert asked is not None, "the table of forms names errands"
    params = {param.name: param for param in asked.params}
    fields = (Field(params[name], shown.get(name, "")) for name in FORMS[errand.command][1])
    return Form(errand.command, carried, tuple(fields))


def standing_words(order: Subscription, names: Names, language: str) -> Mapping[str, str]:
    """What stands in the fields of a form, as one would type it in that language."""
    told = Offering(names, "", language)
    issues, actors = names.register.issues, names.register.actors
    return {
        "time": f"{order.at:%H:%M}",
        "zone": order.zone,
        "weekdays": _days(order.weekdays, language),
        "issues": ", ".join(
            _typed(id_, (told.label(Kind.ISSUE, id_), issues[id_].title), names.find_issue)
            for id_ in order.follows.issues
        ),
        "actors": ", ".join(
            _typed(id_, (told.label(Kind.ACTOR, id_), actors[id_].name), names.find_actor)
            for id_ in order.follows.actors
        ),
    }


def marks(shown: Mapping[str, str]) -> str:
    """What a form showed, in `MARK` letters a field."""
    return "".join(_mark(shown[name]) for name in FORMS[EDIT][1])


def meant(given: Mapping[str, str]) -> Mapping[str, str]:
    """Of what a form came back with, what is not as it was shown; a list that was emptied follows everything. What
    came without a form is all meant."""
    if WAS not in given:
        return given
    was = given[WAS]
    kept = {name: was[n * MARK : (n + 1) * MARK] for n, name in enumerate(FORMS[EDIT][1])}
    differs = {name: words for name, words in given.items() if name != WAS and _mark(words) != kept.get(name)}
    return {name: words if words.strip() else _EMPTIED.get(name, "") for name, words in differs.items()}


def _mark(words: str) -> str:
    same = " ".join(words.split())
    return base64.b32encode(sha256(same.encode()).digest()).decode().lower()[:MARK]


def _typed(id_: str, known: tuple[str, ...], find: Callable[[str], Finding]) -> str:
    """The first name that means this one alone and stands in a list as one; else its id."""
    return next((name for name in known if listed(name) == [name] and find(name) == Found(id_)), id_)


def _days(days: frozenset[int], language: str) -> str:
    if days in _WEEKS:
        return _WEEKS[days]
    for spoken in (language, "en"):
        names = get_day_names("wide", locale=spoken)
        words = ", ".join(names[day - 1] for day in sorted(days))
        if weekdays(words) == days:
            break
    return words
