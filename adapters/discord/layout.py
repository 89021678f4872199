"""Neutral payload → discord.py's LayoutView. A fresh view for each message: views are not to be used twice."""

from __future__ import annotations

from typing import Any

import discord

from adapters.discord.render import Payload


def view_of(payload: Payload) -> discord.ui.LayoutView:
    """The payload's components as a view; discord.py adds the flag.

    It is stopped before it is sent: discord.py would else keep it in memory to call its buttons, and ours are answered
    by what stands in their ids (`adapters.tokens`).
    """
    view = discord.ui.LayoutView(timeout=None)
    for component in payload["components"]:
        view.add_item(_item(component))
    view.stop()
    return view


def _item(component: Payload) -> discord.ui.Item[Any]:
    match component["type"]:
        case 17:
            children = [_item(child) for child in component["components"]]
            return discord.ui.Container(*children, id=component.get("id"))
        case 10:
            return discord.ui.TextDisplay(component["content"], id=component.get("id"))
        case 14:
            spacing = discord.SeparatorSpacing(component["spacing"])
            return discord.ui.Separator(visible=component["divider"], spacing=spacing)
        case 1:
            return discord.ui.ActionRow(*[_item(child) for child in component["components"]])
        case 2:
            return discord.ui.Button(
                style=discord.ButtonStyle(component["style"]),
                label=component["label"],
                custom_id=component["custom_id"],
                disabled=component.get("disabled", False),
            )
        case 3:
            options = [discord.SelectOption(label=one["label"], value=one["value"]) for one in component["options"]]
            return discord.ui.Select(
                custom_id=component["custom_id"], placeholder=component["placeholder"], options=options
            )
        case kind:
            raise ValueError(f"component type {kind} has no view; the types are those of adapters.discord.render")
