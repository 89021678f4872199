"""Neutral payload → discord.py's LayoutView. A fresh view for each message: views are not to be used twice."""

from __future__ import annotations

from typing import Any

import discord

from adapters.discord.render import CONTAINER, SEPARATOR, TEXT_DISPLAY, Payload


class _Layout(discord.ui.LayoutView):
    """A layout without anything to click: nothing to time out, nothing to store."""

    def __init__(self) -> None:
        super().__init__(timeout=None)


def view_of(payload: Payload) -> discord.ui.LayoutView:
    """The payload's components as a view; discord.py adds the flag."""
    view = _Layout()
    for component in payload["components"]:
        view.add_item(_item(component))
    return view


def _item(component: Payload) -> discord.ui.Item[Any]:
    match component["type"]:
        case 17:
            children = [_item(child) for child in component["components"]]
            return discord.ui.Container(*children, id=component.get("id"))
        case 10:
            return discord.ui.TextDisplay(component["content"])
        case 14:
            spacing = discord.SeparatorSpacing(component["spacing"])
            return discord.ui.Separator(visible=component["divider"], spacing=spacing)
        case kind:
            raise ValueError(
                f"component type {kind} has no view; the types are {CONTAINER}, {TEXT_DISPLAY}, {SEPARATOR}"
            )
