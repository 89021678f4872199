"""Forms of errands: which errand is asked for in one, what stands in its fields, and which of them were changed. Pure.

A form that changes an order shows what stands, in words that `drafts` reads back to the same. What it showed is
remembered in a few letters a field: what this form left alone stays, even where somebody else changed it meanwhile.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256

from babel.dates import get_day_names

from adapters.administration import Errand, Field, Form
from adapters.contract import Choice, Param, ParamKind, Subscription
from bot.actions import OWN_NAMES
from bot.offering import Offering
from bot.office.catalogue import FORMS, fields_of
from bot.office.drafts import listed, weekdays
from bot.office.preferences import Preferences
from briefs.naming import Finding, Found, Kind, Names
from briefs.wording.notices import office

EDIT, SCHEDULE = "subscription edit", "subscription schedule"
FORM, SETTINGS = "subscription form", "settings form"
WAS = "was"
"""Where a form keeps the marks of what it showed."""
MARK = 6
"""Letters of one mark: 30 bits."""
_YES_NO = {True: "yes", False: "no"}
_WEEKS = {frozenset(range(1, 8)): "every day", frozenset(range(1, 6)): "weekdays", frozenset({6, 7}): "weekends"}
_EMPTIED = {
    "weekdays": "every day", "off": "none", "quiet": "none", "issues": "all", "actors": "all", "acts": "all",
    "follow": "all",
}  # fmt: skip
"""What an emptied field means; the others cannot be empty and stay as they were."""
_DAYS_TYPED = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def wanted(errand: Errand) -> bool:
    """Whether a form asks for it: always, or where too little is given: nothing to change, or no time or zone where
    the platform has no typed options."""
    if errand.command == EDIT:
        return WAS in errand.given or not (errand.given.keys() - {"subscription"})
    if errand.command == SCHEDULE:
        return errand.roomy and not errand.given.keys() >= {"time", "zone"}
    return errand.command in FORMS


def form_of(
    errand: Errand, carried: Mapping[str, str], shown: Mapping[str, str], names: Names, language: str = "en"
) -> Form:
    """Its form with what is `shown` in its fields; what is `carried` goes along unseen."""
    command = FORM if errand.command == SCHEDULE else errand.command
    fields = fields_of(command, roomy=errand.roomy, platform=errand.platform)
    kind = "settings" if command == SETTINGS else command.rpartition(" ")[2]
    title, submit = (office(f"form-{one}-{kind}", language) for one in ("title", "submit"))
    told = Offering(names, "", language)
    asked = (
        _roomy(param, shown.get(param.name, ""), errand.called, told)
        if errand.roomy or param.choices
        else Field(param, shown.get(param.name, ""))
        for param in fields
    )
    return Form(command, carried, tuple(asked), title, submit, language)


def _roomy(param: Param, shown: str, called: Callable[[str], str], told: Offering) -> Field:
    """A field with everything there is to choose, where that is little, and what is chosen."""
    choices = closed(param, told.language)
    chosen = []
    for value in listed(shown):
        label = value
        if param.kind is ParamKind.PLACE:
            label = called(value)
        elif param.kind in (ParamKind.ISSUE, ParamKind.ACTOR):
            label = told.label(Kind.ISSUE if param.kind is ParamKind.ISSUE else Kind.ACTOR, value)
        chosen.append(next((one for one in choices if one.value == value), Choice(label, value, value)))
    label = office(f"form-{param.name.replace('_', '-')}", told.language)
    return Field(param, ", ".join(one.value for one in chosen), label, choices, tuple(chosen))


def closed(param: Param, language: str) -> tuple[Choice, ...]:
    """Everything that can be chosen, in words of that language; empty where it is much, or anything."""
    if param.kind is ParamKind.WEEKDAYS:
        names = get_day_names("wide", locale=language)
        return tuple(Choice(names[number], day, day) for number, day in enumerate(_DAYS_TYPED))
    if param.kind is ParamKind.LANGUAGE:
        return tuple(Choice(OWN_NAMES[one], one, one) for one in param.choices)
    return tuple(Choice(office(f"choice-{one}", language), one, one) for one in param.choices)


def standing_words(order: Subscription, names: Names, language: str) -> Mapping[str, str]:
    """What stands in the fields of a form, as one would type it in that language."""
    told = Offering(names, "", language)
    actors = names.register.actors
    return {
        "time": order.hours,
        "zone": order.zone,
        "weekdays": _days(order.weekdays, language),
        "issues": _issues_typed(order.follows.issues, names, language),
        "actors": ", ".join(
            _typed(id_, (told.label(Kind.ACTOR, id_), actors[id_].name), names.find_actor)
            for id_ in order.follows.actors
        ),
    }


def chosen_words(order: Subscription, operators: str) -> Mapping[str, str]:
    """The same for a form with room for everything and lists to choose from: ids, and closed words. `operators` is the
    language of an order that names none."""
    follows = order.follows
    return {
        "time": order.hours,
        "zone": order.zone,
        "channel": order.address.place,
        "weekdays": ", ".join(_DAYS_TYPED[day - 1] for day in sorted(order.weekdays)),
        "off": ", ".join(map(str, order.off)),
        "quiet": str(order.quiet or ""),
        "issues": ", ".join(follows.issues),
        "actors": ", ".join(follows.actors),
        "acts": ", ".join(follows.acts),
        "changes": _YES_NO[follows.changes],
        "length": order.length.value,
        "language": order.language or operators,
        "empty": order.empty_day.value,
        "thread": _YES_NO[order.thread],
        "corrections": _YES_NO[order.corrections],
        "alerts": order.alerts.value,
    }


def preferred_words(prefers: Preferences, names: Names, language: str, *, roomy: bool) -> Mapping[str, str]:
    """What a server prefers, as the fields of its form show it: with room, issues are ids to choose."""
    return {
        "answers_language": prefers.language or "",
        "follow": ", ".join(prefers.issues) if roomy else _issues_typed(prefers.issues, names, language),
        "private": _YES_NO[prefers.private],
        "names": prefers.names or "",
    }


def marks(form: Form) -> str:
    """What a form showed, in `MARK` letters a field."""
    return "".join(_mark(field.words) for field in form.fields)


def meant(errand: Errand) -> Mapping[str, str]:
    """Of what a form came back with, what is not as it was shown; a list that was emptied follows everything. What
    came without a form is all meant."""
    given = errand.given
    if WAS not in given:
        return given
    was, fields = given[WAS], fields_of(errand.command, roomy=errand.roomy, platform=errand.platform)
    kept = {param.name: was[n * MARK : (n + 1) * MARK] for n, param in enumerate(fields)}
    return emptied({name: words for name, words in given.items() if name != WAS and _mark(words) != kept.get(name)})


def emptied(given: Mapping[str, str]) -> Mapping[str, str]:
    """What came back in a form, with what an emptied list means."""
    return {name: words if words.strip() else _EMPTIED.get(name, "") for name, words in given.items()}


def _mark(words: str) -> str:
    same = " ".join(words.split())
    return base64.b32encode(sha256(same.encode()).digest()).decode().lower()[:MARK]


def _issues_typed(ids: Sequence[str], names: Names, language: str) -> str:
    """Issues as one would type them in that language."""
    told, issues = Offering(names, "", language), names.register.issues
    known = [id_ for id_ in ids if id_ in issues]
    return ", ".join(_typed(id_, (told.label(Kind.ISSUE, id_), issues[id_].title), names.find_issue) for id_ in known)


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
