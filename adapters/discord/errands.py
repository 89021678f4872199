"""Errands as Discord groups of commands: /subscription schedule …

Members with Manage Server see them by default, and whether who asks has that permission is handed on each time
(`Errand.manages`). In a direct message everybody looks after their own digest.
"""

from __future__ import annotations

import inspect
import logging
from collections.abc import Callable, Coroutine, Mapping, Sequence
from itertools import groupby
from typing import Any, Final, TypeAlias

import discord
from discord import app_commands

from adapters.administration import Errand, Propose
from adapters.contract import Choice, Command, Param, ParamKind
from adapters.discord import limits
from adapters.discord.commands import localised, within
from adapters.inert import clip

log = logging.getLogger("dateline.discord")

HERE: Final = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=False)
IN_SERVERS: Final = app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False)
POSTED_IN: Final = (
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.public_thread,
    discord.ChannelType.private_thread,
    discord.ChannelType.news_thread,
    discord.ChannelType.forum,
)
"""Kinds of channels that take a digest."""

Interaction: TypeAlias = discord.Interaction[Any]
Sent: TypeAlias = Callable[[Interaction, Errand], Coroutine[Any, Any, None]]
"""What is done with an errand: carried out, or asked for in a form."""
Summary: TypeAlias = Callable[[str, str], str]
"""(group, language) → what the group is for."""


def grow_groups(
    tree: app_commands.CommandTree[Any], errands: Sequence[Command], summary: Summary, sent: Sent, propose: Propose
) -> None:
    """Add every group of errands. Raises ValueError where one breaks a limit of Discord."""
    for name, members in groupby(errands, key=lambda errand: errand.name.partition(" ")[0]):
        held = list(members)
        if held[0].name == name:  # no group, one errand
            tree.add_command(_native(held[0], sent, propose, alone=True))
            continue
        languages = {also.language: summary(name, also.language) for also in held[0].also}
        text = summary(name, "en")
        within(text, limits.DESCRIPTION, f"summary of /{name}")
        group = app_commands.Group(
            name=name,
            description=localised(text, languages),
            allowed_contexts=HERE,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
            default_permissions=discord.Permissions(manage_guild=True),
        )
        for errand in held:
            group.add_command(_native(errand, sent, propose))
        tree.add_command(group)


def _native(
    errand: Command, sent: Sent, propose: Propose, *, alone: bool = False
) -> app_commands.Command[Any, ..., None]:
    """One errand; one that stands `alone` says itself where and by whom it may be used."""
    name = errand.name.rpartition(" ")[2]
    within(name, limits.COMMAND_NAME, f"command name {name!r}")
    within(errand.summary, limits.DESCRIPTION, f"summary of /{errand.name}")

    async def callback(interaction: Interaction, **given: Any) -> None:
        await sent(interaction, errand_of(interaction, errand.name, given))

    own = [inspect.Parameter("interaction", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=discord.Interaction)]
    callback.__signature__ = inspect.Signature([*own, *map(_option, errand.params)])  # type: ignore[attr-defined]
    for param in errand.params:
        within(param.summary, limits.DESCRIPTION, f"summary of /{errand.name} {param.name}")
        summaries = {also.language: also.summary for also in param.also}
        app_commands.describe(**{param.name: localised(param.summary, summaries)})(callback)
        if param.choices:
            choices = [app_commands.Choice(name=choice, value=choice) for choice in param.choices]
            app_commands.choices(**{param.name: choices})(callback)
        elif param.kind not in (ParamKind.PLACE, ParamKind.GROUP):
            app_commands.autocomplete(**{param.name: _completion(errand, param, propose)})(callback)
    if alone:
        app_commands.default_permissions(discord.Permissions(manage_guild=True))(callback)
    return app_commands.Command(
        name=name,
        description=localised(errand.summary, {also.language: also.summary for also in errand.also}),
        callback=callback,
        allowed_contexts=IN_SERVERS if alone else None,
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False) if alone else None,
    )


class _Place(app_commands.Transformer):
    """A channel as Discord tells of it; only kinds that take a digest are offered."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        return list(POSTED_IN)

    async def transform(self, interaction: Interaction, value: Any, /) -> Any:  # noqa: ARG002  known by Discord
        return value


def _option(param: Param) -> inspect.Parameter:
    annotation: Any = app_commands.Range[str, 1, limits.ARGUMENT_CHARACTERS]
    if param.kind is ParamKind.PLACE:
        annotation = app_commands.Transform[Any, _Place]
    elif param.kind is ParamKind.GROUP:
        annotation = discord.Role
    elif param.choices:
        annotation = str
    default = inspect.Parameter.empty if param.required else None
    wanted = annotation if param.required else annotation | None
    return inspect.Parameter(param.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=wanted)


def errand_of(interaction: Interaction, command: str, given: Mapping[str, Any]) -> Errand:
    """What is ordered, by whom, where; ids for what Discord gives as things."""
    words = {name: _word(value) for name, value in given.items() if value is not None}
    names = {str(value.id): _name(value) for value in given.values() if hasattr(value, "id") and hasattr(value, "name")}
    server = str(interaction.guild_id) if interaction.guild_id else f"@{interaction.user.id}"
    return Errand(
        command,
        words,
        "discord",
        server,
        str(interaction.channel_id),
        interaction.guild_id is None or interaction.permissions.manage_guild,
        interaction.locale.value,
        lambda id_: names.get(id_) or called(interaction, id_),
        lambda place, message: _address(interaction, place, message),
    )


def called(interaction: Interaction, id_: str) -> str:
    """A channel or role by its name, as far as it is known; else its id."""
    guild, number = interaction.guild, int(id_) if id_.isdecimal() else 0
    found = (guild.get_channel_or_thread(number) or guild.get_role(number)) if guild else None
    if found is None and number == interaction.channel_id:
        found = interaction.channel  # type: ignore[assignment]
    return _name(found) if found is not None else id_


def _name(thing: Any) -> str:
    name = str(getattr(thing, "name", "") or "")
    if isinstance(thing, discord.Role):
        return name if name.startswith("@") else f"@{name}"
    return f"#{name}" if name else "this conversation"


def _word(value: Any) -> str:
    return str(value.id) if hasattr(value, "id") else str(value)


def _address(interaction: Interaction, place: str, message: str) -> str:
    """Of a message; one in a thread is named "thread/message"."""
    thread, slash, within = message.partition("/")
    if slash:
        place, message = thread, within
    if not message.isdecimal():
        return ""
    return f"https://discord.com/channels/{interaction.guild_id or '@me'}/{place}/{message}"


def _completion(
    errand: Command, param: Param, propose: Propose
) -> Callable[[Interaction, str], Coroutine[Any, Any, list[app_commands.Choice[str]]]]:
    async def suggest(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        try:
            if param.kind is ParamKind.TAG:
                return [app_commands.Choice(name=tag, value=tag) for tag in tags(interaction, typed)]
            offered = await propose(errand_of(interaction, errand.name, {}), param.name, typed)
        except Exception:  # a bug must not leave the asker with "loading options failed" and us with nothing
            log.exception("discord.complete_failed command=%s param=%s", errand.name, param.name)
            return []
        return [
            app_commands.Choice(name=clip(one.label, limits.CHOICE_NAME.value), value=one.value)
            for one in _fitting(offered)
        ]

    return suggest


def tags(interaction: Interaction, typed: str) -> list[str]:
    """Tags of the forum that is named in the same command; of all forums here, where none is."""
    named = str(getattr(getattr(interaction.namespace, "channel", None), "id", ""))
    forums = interaction.guild.forums if interaction.guild else []
    meant = [forum for forum in forums if str(forum.id) == named] or forums
    names = dict.fromkeys(tag.name for forum in meant for tag in forum.available_tags)
    return [name for name in names if typed.strip().casefold() in name.casefold()][: limits.CHOICES.value]


def _fitting(offered: Sequence[Choice]) -> Sequence[Choice]:
    held = [one for one in offered if one.label.strip() and 0 < len(one.value) <= limits.CHOICE_VALUE.value]
    return held[: limits.CHOICES.value]
