"""What can be ordered by those who look after a server: one table; Discord's groups of commands are a projection of it.

It stands apart from the readers' catalogue: these change something, belong to one server, and are checked for who asks.
"""

from __future__ import annotations

from functools import cache

from adapters.contract import Alerts, Command, EmptyDay, Localised, Param, ParamKind
from bot.catalogue import LENGTHS, SPOKEN
from bot.office.amended import TRY_AGAIN
from bot.office.doubts import MARK_SENT, SEND_AGAIN
from bot.office.preferences import POLICIES
from briefs.tongues import LANGUAGES
from briefs.wording.notices import office

ALERTS = tuple(which.value for which in Alerts)
EMPTY_DAYS = tuple(policy.value for policy in EmptyDay)
YES_NO = ("yes", "no")


def _param(name: str, kind: ParamKind, *, required: bool = False, choices: tuple[str, ...] = ()) -> Param:
    key = f"param-{name.replace('_', '-')}"
    also = tuple(Localised(language, name, office(key, language), choices) for language in SPOKEN)
    return Param(name, kind, office(key), required=required, choices=choices, also=also)


def _order(*, required: bool) -> tuple[Param, ...]:
    """What a subscription is made of."""
    return (
        _param("time", ParamKind.TIME, required=required),
        _param("zone", ParamKind.ZONE, required=required),
        _param("channel", ParamKind.PLACE),
        _param("weekdays", ParamKind.WEEKDAYS),
        _param("off", ParamKind.DATES),
        _param("quiet", ParamKind.HOURS),
        _param("issues", ParamKind.ISSUE),
        _param("actors", ParamKind.ACTOR),
        _param("acts", ParamKind.ACT),
        _param("changes", ParamKind.CHOICE, choices=YES_NO),
        _param("length", ParamKind.LENGTH, choices=LENGTHS),
        _param("language", ParamKind.LANGUAGE, choices=LANGUAGES),
        _param("empty", ParamKind.CHOICE, choices=EMPTY_DAYS),
        _param("mention", ParamKind.GROUP),
        _param("publish", ParamKind.CHOICE, choices=YES_NO),
        _param("tag", ParamKind.TAG),
        _param("thread", ParamKind.CHOICE, choices=YES_NO),
        _param("corrections", ParamKind.CHOICE, choices=YES_NO),
        _param("alerts", ParamKind.CHOICE, choices=ALERTS),
    )


ELSEWHERE = {"publish": "discord", "tag": "discord"}
"""Parameters that one platform alone has a use for."""
_LONG = ("time", "zone", "weekdays", "issues", "actors")
FORMS = {
    "subscription form": ("subscription schedule", _LONG),
    "subscription edit": ("subscription edit", _LONG),
    "settings form": ("settings", ("answers_language", "private", "names", "follow")),
}
"""Errands that a form asks for, where there is more to type than options hold well: the errand whose parameters they
are, and which of them where a form has little room."""


@cache
def errands() -> tuple[Command, ...]:
    """Every errand; the first word of its name is its group."""
    which = _param("subscription", ParamKind.SUBSCRIPTION, required=True)
    tables: dict[str, tuple[Param, ...]] = {
        "subscription schedule": _order(required=True),
        "subscription form": (_param("channel", ParamKind.PLACE),),
        "subscription list": (_param("subscription", ParamKind.SUBSCRIPTION),),
        "subscription edit": (which, *_order(required=False)),
        "subscription preview": (which,),
        "subscription rehearse": (
            _param("subscription", ParamKind.SUBSCRIPTION),
            _param("your_zone", ParamKind.ZONE),
        ),
        "subscription pause": (which,),
        "subscription resume": (which,),
        "subscription remove": (which,),
        "subscription send-now": (which,),
        "subscription history": (which,),
        SEND_AGAIN: (which, _param("slot", ParamKind.WORDS)),
        MARK_SENT: (which, _param("slot", ParamKind.WORDS)),
        TRY_AGAIN: (which, _param("slot", ParamKind.WORDS)),
        "settings": (
            _param("answers_language", ParamKind.LANGUAGE, choices=LANGUAGES),
            _param("follow", ParamKind.ISSUE),
            _param("private", ParamKind.CHOICE, choices=YES_NO),
            _param("names", ParamKind.CHOICE, choices=POLICIES),
        ),
        "doctor": (),
    }
    return tuple(
        Command(name, office(f"command-{_key(name)}"), params, "/" + name, also=_localised(name))
        for name, params in tables.items()
    )


def group_summary(group: str, language: str = "en") -> str:
    """What a group of errands is for."""
    return office(f"group-{group}", language)


def _localised(name: str) -> tuple[Localised, ...]:
    return tuple(Localised(language, name, office(f"command-{_key(name)}", language)) for language in SPOKEN)


def _key(name: str) -> str:
    return name.replace(" ", "-")


def fields_of(form: str, *, roomy: bool, platform: str) -> tuple[Param, ...]:
    """What a form asks for. With room that is everything but the order itself, and groups, which have no list."""
    asked = errand_named(FORMS[form][0])
    assert asked is not None, "the table of forms names errands"
    if not roomy:
        params = {param.name: param for param in asked.params}
        return tuple(params[name] for name in FORMS[form][1])
    return tuple(param for param in used(asked, platform) if param.kind not in _NO_FIELD)


def used(errand: Command, platform: str) -> tuple[Param, ...]:
    """Those of its parameters that the platform has a use for."""
    return tuple(param for param in errand.params if ELSEWHERE.get(param.name, platform) == platform)


_NO_FIELD = (ParamKind.SUBSCRIPTION, ParamKind.GROUP)


def errand_named(name: str) -> Command | None:
    """The errand of that name."""
    return next((one for one in errands() if one.name == name), None)
