"""The command catalogue as a Discord command tree: words typed into options become a `Request`.

It decides nothing about content. `adapters.discord.answering` asks and shows; `adapters.discord.wire` puts the tree on
a client.
"""

from __future__ import annotations

import hashlib
import inspect
import json
import logging
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from typing import Any, Final

import discord
from discord import app_commands

from adapters.contract import Choice, Command, Complete, Menu, Param, Request
from adapters.discord import limits
from adapters.inert import clip

log = logging.getLogger("dateline.discord")

EVERYWHERE: Final = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
BY_ANYBODY: Final = app_commands.AppInstallationType(guild=True, user=True)

LOCALES: Final = {"fr": "fr", "es-ES": "es", "es-419": "es"}
"""Discord's locales that speak a language of the catalogue. It has none for Khmer."""

Asked = Callable[[discord.Interaction[Any], Request], Coroutine[Any, Any, None]]
"""What a command's callback does with the question."""


def grow_tree(
    tree: app_commands.CommandTree[Any], commands: Sequence[Command], asked: Asked, complete: Complete
) -> None:
    """Add every command of the catalogue: closed parameters as choices, all others with completion.

    Raises ValueError where the catalogue breaks a limit of Discord.
    """
    if len(commands) > limits.COMMANDS.value:
        raise ValueError(f"{len(commands)} commands; Discord takes {limits.COMMANDS.value} ({limits.COMMANDS.page})")
    for command in commands:
        tree.add_command(_native(command, asked, complete))


def grow_menus(tree: app_commands.CommandTree[Any], menus: Sequence[Menu], asked: Asked) -> None:
    """Add what can be asked of a message. Raises ValueError where a limit of Discord is broken."""
    if len(menus) > limits.MENUS.value:
        raise ValueError(f"{len(menus)} menus; Discord takes {limits.MENUS.value} ({limits.MENUS.page})")
    for menu in menus:
        tree.add_command(_menu(menu, asked))


def _menu(menu: Menu, asked: Asked) -> app_commands.ContextMenu:
    for label in (menu.label, *menu.also.values()):
        within(label, limits.COMMAND_NAME, f"menu {label!r}")

    async def callback(interaction: discord.Interaction[Any], message: discord.Message) -> None:
        await asked(interaction, request_of(interaction, menu.command, {}, text_of(message)))

    return app_commands.ContextMenu(
        name=localised(menu.label, menu.also),
        callback=callback,
        type=discord.AppCommandType.message,
        allowed_contexts=EVERYWHERE,
        allowed_installs=BY_ANYBODY,
    )


class Localiser(app_commands.Translator):
    """Gives the library the catalogue's words for a locale; it asks when the tree is synced."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,  # noqa: ARG002  a text carries its own translations
    ) -> str | None:
        return string.extras.get(LOCALES.get(locale.value, ""))


async def projected(tree: app_commands.CommandTree[Any]) -> list[dict[str, Any]]:
    """What a sync sends: every command by name, with its words in all languages."""
    translator = tree.translator
    commands = sorted(tree.get_commands(), key=lambda command: command.name)
    if translator is None:
        return [command.to_dict(tree) for command in commands]
    return [await command.get_translated_payload(tree, translator) for command in commands]


async def fingerprint(tree: app_commands.CommandTree[Any], application: int | None) -> str:
    """Hash of what a sync would send, and to which application: equal means there is nothing to sync."""
    payload = await projected(tree)
    text = json.dumps([application, payload], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _native(command: Command, asked: Asked, complete: Complete) -> app_commands.Command[Any, ..., None]:
    """One command. discord.py reads a callback's signature, so it gets one made of the parameters."""
    within(command.name, limits.COMMAND_NAME, f"command name {command.name!r}")
    within(command.summary, limits.DESCRIPTION, f"summary of /{command.name}")

    async def callback(interaction: discord.Interaction[Any], **given: str | None) -> None:
        words = {name: value for name, value in given.items() if value is not None}
        await asked(interaction, request_of(interaction, command.name, words))

    own = [inspect.Parameter("interaction", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=discord.Interaction)]
    callback.__signature__ = inspect.Signature([*own, *map(_option, command.params)])  # type: ignore[attr-defined]
    for param in command.params:
        within(param.summary, limits.DESCRIPTION, f"summary of /{command.name} {param.name}")
        told = {also.language: also for also in param.also}
        summaries = {language: also.summary for language, also in told.items()}
        names = {language: also.name for language, also in told.items()}
        app_commands.rename(**{param.name: localised(param.name, names)})(callback)
        app_commands.describe(**{param.name: localised(param.summary, summaries)})(callback)
        if param.choices:
            choices = [
                app_commands.Choice(
                    name=localised(choice, {language: also.choices[at] for language, also in told.items()}),
                    value=choice,
                )
                for at, choice in enumerate(param.choices)
            ]
            app_commands.choices(**{param.name: choices})(callback)
        else:
            app_commands.autocomplete(**{param.name: _completion(command, param, complete)})(callback)
    return app_commands.Command(
        name=localised(command.name, {also.language: also.name for also in command.also}),
        description=localised(command.summary, {also.language: also.summary for also in command.also}),
        callback=callback,
        allowed_contexts=EVERYWHERE,
        allowed_installs=BY_ANYBODY,
    )


def request_of(
    interaction: discord.Interaction[Any], command: str, given: Mapping[str, str], line: str = ""
) -> Request:
    """A question as it is asked here, by whoever asks."""
    server = str(interaction.guild_id or "")
    return Request(command, line, given, "discord", str(interaction.user.id), server, interaction.locale.value)


def text_of(message: discord.Message) -> str:
    """All words of a message, as Discord sends it with the command asked of it: this needs no leave to read messages.
    Its text, cards, embeds, and what it forwards."""
    parts: list[str | None] = [message.content, *_texts(message.components)]
    for embed in message.embeds:
        fields = [words for one in embed.fields for words in (one.name, one.value)]
        parts += [embed.author.name, embed.title, embed.description, *fields, embed.footer.text]
    for forwarded in message.message_snapshots:
        parts += [forwarded.content, *_texts(forwarded.components)]
        parts += [words for embed in forwarded.embeds for words in (embed.title, embed.description)]
    return "\n".join(filter(None, parts))


def _texts(components: Sequence[Any]) -> Iterator[str]:
    for component in components:
        if isinstance(component, discord.TextDisplay):
            yield component.content
        yield from _texts(getattr(component, "children", ()))


def localised(text: str, told: Mapping[str, str]) -> app_commands.locale_str:
    return app_commands.locale_str(text, **told)


def within(text: str, limit: limits.Limit, what: str) -> None:
    if not 1 <= len(text) <= limit.value:
        raise ValueError(f"{what} has {len(text)} characters; Discord takes 1 to {limit.value} ({limit.page})")


def _option(param: Param) -> inspect.Parameter:
    # Closed parameters cannot be mistyped, so that only free text needs a longest length.
    text = str if param.choices else app_commands.Range[str, 1, limits.ARGUMENT_CHARACTERS]
    annotation = text if param.required else text | None
    default = inspect.Parameter.empty if param.required else None
    return inspect.Parameter(param.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _completion(
    command: Command, param: Param, complete: Complete
) -> Callable[[discord.Interaction[Any], str], Coroutine[Any, Any, list[app_commands.Choice[str]]]]:
    async def suggest(interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        try:
            offered = suggestions(command, param, typed, interaction.locale.value, complete)
        except Exception:  # a bug must not leave the asker with "loading options failed" and us with nothing
            log.exception("discord.complete_failed command=%s param=%s", command.name, param.name)
            return []
        return [app_commands.Choice(name=choice.label, value=choice.value) for choice in offered]

    return suggest


def suggestions(command: Command, param: Param, typed: str, locale: str, complete: Complete) -> list[Choice]:
    """At most 25 completions within Discord's lengths. Of several values parted by commas, the last is completed."""
    before, comma, last = typed.rpartition(",") if param.many else ("", "", typed)
    kept = f"{before}{comma} " if comma else ""
    made = (
        Choice(clip(kept + choice.label, limits.CHOICE_NAME.value), kept + choice.value, kept + choice.words)
        for choice in complete(command.name, param.name, last.strip(), locale)
    )
    fitting = [choice for choice in made if choice.label.strip() and 0 < len(choice.value) <= limits.CHOICE_VALUE.value]
    return fitting[: limits.CHOICES.value]
