"""What Discord demands of the commands an application registers, as its documentation tells.

Page: docs.discord.com/developers/interactions/application-commands; the locales: docs.discord.com/developers/reference.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

LOCALES = frozenset(re.findall(r"\S+", """
    id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja
    zh-TW ko
"""))  # fmt: skip
AT_MOST = {1: 100, 2: 15, 3: 15}
CHAT, SUBCOMMAND, GROUP, TEXT = 1, 1, 2, 3
ALL_TEXT = 8000


def broken(commands: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Every demand that a whole list of commands breaks."""
    for kind, most in AT_MOST.items():
        names = [command["name"] for command in commands if command.get("type", CHAT) == kind]
        if len(names) > most:
            yield f"{len(names)} commands of type {kind}; {most} at most"
        if len(names) != len(set(names)):
            yield f"two commands of type {kind} have one name"
    for command in commands:
        yield from _command(command)


def _command(command: Mapping[str, Any]) -> Iterator[str]:
    what = f"/{command['name']}"
    if command.get("type", CHAT) != CHAT:
        if command.get("description"):
            yield f"{what}: a command of a menu has no description"
        yield from _texts(command, "name", 32, what)
        return
    yield from _named(command, what)
    yield from _options(command.get("options") or (), what, (SUBCOMMAND, GROUP))
    if (length := _length(command)) > ALL_TEXT:
        yield f"{what}: {length} characters in all; {ALL_TEXT} at most"
    if not set(command.get("contexts") or ()) <= {0, 1, 2}:
        yield f"{what}: unknown contexts"
    if not set(command.get("integration_types") or ()) <= {0, 1}:
        yield f"{what}: unknown kinds of installation"


def _options(options: Sequence[Mapping[str, Any]], what: str, nests: tuple[int, ...]) -> Iterator[str]:
    if len(options) > 25:
        yield f"{what}: {len(options)} options; 25 at most"
    for names in ([option["name"] for option in options], *_localised_names(options)):
        if len(names) != len(set(names)):
            yield f"{what}: two options have one name"
    needed = [bool(option.get("required")) for option in options]
    if needed != sorted(needed, reverse=True):
        yield f"{what}: an option that must be given follows one that may be left out"
    kinds = {option["type"] in (SUBCOMMAND, GROUP) for option in options}
    if len(kinds) > 1:
        yield f"{what}: subcommands beside other options"
    for option in options:
        here = f"{what} {option['name']}"
        yield from _named(option, here)
        if option["type"] in (SUBCOMMAND, GROUP):
            if option["type"] not in nests:
                yield f"{here}: nested too deep"
            deeper = (SUBCOMMAND,) if option["type"] == GROUP else ()
            yield from _options(option.get("options") or (), here, deeper)
        else:
            yield from _value(option, here)


def _localised_names(options: Sequence[Mapping[str, Any]]) -> Iterator[list[str]]:
    for locale in sorted({locale for option in options for locale in option.get("name_localizations") or ()}):
        yield [(option.get("name_localizations") or {}).get(locale, option["name"]) for option in options]


def _value(option: Mapping[str, Any], here: str) -> Iterator[str]:
    choices = option.get("choices") or ()
    if len(choices) > 25:
        yield f"{here}: {len(choices)} choices; 25 at most"
    if choices and option.get("autocomplete"):
        yield f"{here}: choices and completion exclude each other"
    for choice in choices:
        yield from _texts(choice, "name", 100, f"{here} {choice['name']}")
        value = choice.get("value")
        if isinstance(value, str) and not 1 <= len(value) <= 100:
            yield f"{here} {choice['name']}: a value of {len(value)} characters"
    least, most = option.get("min_length", 0), option.get("max_length", 6000)
    if not (0 <= least <= 6000 and 1 <= most <= 6000 and least <= most):
        yield f"{here}: {least} to {most} characters"
    if option["type"] != TEXT and ("min_length" in option or "max_length" in option):
        yield f"{here}: a length without text"


def _named(thing: Mapping[str, Any], what: str) -> Iterator[str]:
    yield from _texts(thing, "description", 100, what)
    yield from _texts(thing, "name", 32, what)
    for name in _all(thing, "name"):
        if not all(_may_stand(letter) for letter in name):
            yield f"{what}: the name {name!r} has signs that Discord does not take"
        if name != name.lower():
            yield f"{what}: the name {name!r} has capitals"


def _may_stand(letter: str) -> bool:
    r"""`^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$`; the two scripts bring their marks."""
    deva_or_thai = "\u0900" <= letter <= "\u097f" or "\u0e00" <= letter <= "\u0e7f"
    return letter in "-_'" or unicodedata.category(letter)[0] in "LN" or deva_or_thai


def _texts(thing: Mapping[str, Any], key: str, most: int, what: str) -> Iterator[str]:
    for locale in thing.get(f"{key}_localizations") or ():
        if locale not in LOCALES:
            yield f"{what}: {locale} is no locale of Discord"
    for text in _all(thing, key):
        if not isinstance(text, str) or not 1 <= len(text) <= most:
            yield f"{what}: {key} {text!r} has not 1 to {most} characters"


def _all(thing: Mapping[str, Any], key: str) -> list[Any]:
    return [thing.get(key), *(thing.get(f"{key}_localizations") or {}).values()]


def _length(thing: Mapping[str, Any]) -> int:
    """Name, description and values, in each place the longest localisation."""
    own = sum(max((len(text) for text in _all(thing, key) if text), default=0) for key in ("name", "description"))
    value = thing.get("value")
    inner = (*(thing.get("options") or ()), *(thing.get("choices") or ()))
    return own + (len(value) if isinstance(value, str) else 0) + sum(_length(one) for one in inner)
