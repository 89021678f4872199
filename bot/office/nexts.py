"""What may be ordered next, beside an answer about one order or all of them. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from adapters.contract import Next
from adapters.store.entries import Standing
from briefs.wording.notices import office


def of_one(standing: Standing, language: str) -> tuple[Next, ...]:
    """For one order; it is either paused or resumed, and sent only while it runs."""
    order = standing.subscription
    turn = ("pause", "send-now") if order.paused is None else ("resume",)
    return tuple(
        Next(f"subscription {one}", {"subscription": order.id}, office(f"do-{one}", language), ends=one == "remove")
        for one in ("edit", "preview", "rehearse", *turn, "history", "remove")
    )


def sure(id_: str, language: str) -> tuple[Next, ...]:
    """Whether it is really to be removed."""
    given = {"subscription": id_}
    return (
        Next("subscription remove", given, office("do-remove", language), ends=True),
        Next("subscription list", given, office("do-cancel", language)),
    )


def of_all(standings: Sequence[Standing], label: Callable[[Standing], str], language: str) -> tuple[Next, ...]:
    """A further order, or one of those there are."""
    return (*schedule(language), *which("list", standings, label))


def schedule(language: str) -> tuple[Next, ...]:
    """A form for a new order."""
    return (Next("subscription form", {}, office("do-schedule", language)),)


def which(errand: str, standings: Sequence[Standing], label: Callable[[Standing], str]) -> tuple[Next, ...]:
    """The errand for each of several orders."""
    return tuple(
        Next(f"subscription {errand}", {"subscription": one.subscription.id}, label(one), lists=True)
        for one in standings
    )


def change_settings(language: str) -> tuple[Next, ...]:
    """A form for what a server prefers."""
    return (Next("settings form", {}, office("do-settings", language)),)
