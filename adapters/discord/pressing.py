"""Buttons, lists and forms under an answer: what was pressed → a question asked anew → a message.

Every press carries its question (`adapters.tokens`), so that it works after a restart and in any replica. The
one thing kept is which answers are being shared at the moment, so that two quick presses do not share twice.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Final

import discord

from adapters.administration import Administration, Ask, Errand, Form
from adapters.contract import Answer, Command, Outcome, Question, Reply, Request, TakeReport, View
from adapters.discord.answering import LOST, Interaction, answer, asking, carry_out, put, reason, say, turn
from adapters.discord.buttons import private, public
from adapters.discord.commands import request_of
from adapters.discord.errand_replies import messages
from adapters.discord.errands import errand_of
from adapters.discord.forms import compare_form, errand_form, filled, report_form, to_correct, typed_in
from adapters.discord.layout import view_of
from adapters.discord.render import Payload
from adapters.tokens import Press, Token, compared, is_ours, read, reported
from briefs.document import Document, Paragraph
from briefs.document import say as said
from briefs.wording.notices import LANG, speaking, word

log = logging.getLogger("dateline.discord")

KEPT: Final = 1000
"""How many shared answers are remembered; what is older says on its own button that it was shared."""


@dataclass(slots=True)
class Shared:
    """Messages whose answer was shared by this process."""

    _ids: OrderedDict[int, None] = field(default_factory=OrderedDict)

    def take(self, message: int) -> bool:
        """Whether it may be shared now: nobody did before."""
        if message in self._ids:
            return False
        self._ids[message] = None
        if len(self._ids) > KEPT:
            self._ids.popitem(last=False)
        return True

    def give_back(self, message: int) -> None:
        """It was not shared after all."""
        self._ids.pop(message, None)


@dataclass(frozen=True, slots=True)
class Pressing:
    """Answers presses. `commands` say which parameter of a command takes several names."""

    commands: Sequence[Command]
    answered: Answer
    take_report: TakeReport
    language: str = LANG
    """The operator's, for whoever's own is none of ours."""
    administration: Administration | None = None
    carried_out: Callable[[Errand], Awaitable[Reply]] | None = None
    ask: Ask | None = None
    shared: Shared = field(default_factory=Shared)
    claim: Callable[[Interaction], Awaitable[bool]] | None = None
    """Whether no process has acted on it before. Asked of what has an effect: where two processes hold a shard, be it
    for some seconds, both get it."""

    async def pressed(self, interaction: Interaction) -> None:
        """A button, an entry of a list or a form of ours; anybody else's is left alone."""
        data: Mapping[str, Any] = interaction.data or {}
        id_ = str(data.get("custom_id", ""))
        if not is_ours(id_):
            return
        token = read(id_)
        if token is not None and token.press is Press.PICKED:
            token = read(next(iter(data.get("values", ())), ""))
        if token is not None and not await self._mine(interaction, token):
            return
        if token is None:
            await say(interaction, _line("old-button", speaking(interaction.locale.value, self.language)))
        elif interaction.type is discord.InteractionType.modal_submit:
            await self._filled(interaction, token, filled(data))
        else:
            await self._act(interaction, token)

    async def _act(self, interaction: Interaction, token: Token) -> None:
        request = self._request(interaction, token.question)
        match token.press:
            case Press.SHOW | Press.STILL | Press.PICKED:
                await turn(interaction, request, self.answered, partial(private, page=token.page))
            case Press.TONGUES:
                await turn(interaction, request, self.answered, partial(private, page=token.page, tongues=True))
            case Press.ASK:
                await answer(interaction, request, self.answered)
            case Press.SOURCES:
                sources = partial(private, leaf=Press.LEAF)
                await answer(interaction, replace(request, view=View.SOURCES), self.answered, sources)
            case Press.LEAF:
                sources = partial(private, page=token.page, leaf=Press.LEAF)
                await turn(interaction, replace(request, view=View.SOURCES), self.answered, sources)
            case Press.COMPARE:
                await self._open(interaction, compare_form(token, self._spoken(interaction, token)))
            case Press.REPORT:
                async with asking(request, self.answered) as waiting:
                    sentences = [clause.said for clause in (await waiting).document.clauses()]
                    form = report_form(token, sentences, self._spoken(interaction, token))
                    await self._open(interaction, form)
            case Press.SHARE:
                await self._share(interaction, request, token)
            case Press.FORM | Press.SURE | Press.AGAIN if self.administration is not None:
                errand = errand_of(interaction, token.question.command, token.question.given)
                sure = token.press is Press.SURE
                shown = interaction.message.components if interaction.message else ()
                await self.begin(interaction, replace(errand, sure=sure), shown)
            case Press.FORM | Press.SURE | Press.AGAIN:
                await say(interaction, _line("old-button", self._spoken(interaction, token)))

    async def _open(self, interaction: Interaction, form: discord.ui.Modal) -> None:
        form.stop()  # else discord.py keeps it in memory to call it; what is filled in comes to `pressed`
        try:
            await interaction.response.send_modal(form)
        except LOST as error:
            log.warning("discord.answer_lost command=form reason=%s", reason(error))

    async def begin(self, interaction: Interaction, errand: Errand, components: Sequence[Any] = ()) -> None:
        """An errand that was ordered: its form, where it has one, else what comes of it. In the form stands what was
        typed before, where these are the components of a message that keeps it (`forms.to_correct`)."""
        assert self.ask is not None, "errands are served"
        assert self.carried_out is not None, "errands are served"
        asked = await self.ask(errand)
        if not isinstance(asked, Form):
            ready = asked
            if not await self._first(interaction):
                return
            carried_out = self.carried_out if ready is None else lambda _: _same(ready)
            await carry_out(interaction, errand, carried_out, in_place=_in_place(errand))
            return
        typed = typed_in(components, [field.param.name for field in asked.fields])
        fields = [replace(field, words=typed.get(field.param.name, field.words)) for field in asked.fields]
        token = Token(Press.FORM, Question(asked.command, asked.given))
        form = errand_form(token, asked.title, fields, speaking(errand.locale, self.language))
        await self._open(interaction, form)

    async def _filled(self, interaction: Interaction, token: Token, fields: Mapping[str, str]) -> None:
        """A form that came back."""
        if token.press is Press.FORM and self.carried_out is not None:
            errand = errand_of(interaction, token.question.command, {**token.question.given, **fields})
            spoken = speaking(errand.locale, self.language)
            show = partial(_told_or_corrected, token=token, fields=fields, spoken=spoken)
            await carry_out(interaction, errand, self.carried_out, show, in_place=True)
            return
        if token.press is Press.COMPARE:
            asked = compared(token.question, fields.get("words", ""), self.commands)
            await answer(interaction, self._request(interaction, asked), self.answered)
        elif token.press is Press.REPORT:
            await self._reported(interaction, token, fields)

    async def _reported(self, interaction: Interaction, token: Token, fields: Mapping[str, str]) -> None:
        request = self._request(interaction, token.question)
        async with asking(request, self.answered) as waiting:
            document = (await waiting).document
            marked, typed = fields.get("sentence", ""), fields.get("words", "")
            number = await self.take_report(reported("discord", token.question, document, marked, typed))
            spoken = self._spoken(interaction, token)
            await say(interaction, _line("reported", spoken, number=number) if number else _line("report-lost", spoken))

    async def _share(self, interaction: Interaction, request: Request, token: Token) -> None:
        """First the private message says so, then the channel gets it: a second press, even after a restart, finds
        the button spent. Where the channel refuses, the button is given back; where nobody knows, it is not."""
        spoken = self._spoken(interaction, token)
        message = interaction.message.id if interaction.message else 0
        if not _may_write(interaction):
            await say(interaction, _line("shared-not-allowed", spoken))
            return
        if not self.shared.take(message):
            await say(interaction, _line("shared-once", spoken))
            return
        async with asking(request, self.answered) as waiting:
            try:
                await interaction.response.defer()
                reply = await waiting
                await put(interaction, private(reply, token.page, shared=True))
            except LOST:
                self.shared.give_back(message)
                raise
            sent = 0
            try:
                for payload in public(reply, interaction.user.mention):
                    await interaction.followup.send(view=view_of(payload), allowed_mentions=NOBODY)
                    sent += 1
            except LOST as error:
                log.warning("discord.share_lost command=%s sent=%d reason=%s", request.command, sent, reason(error))
                if sent == 0 and isinstance(error, discord.HTTPException) and error.status < 500:
                    self.shared.give_back(message)
                    await put(interaction, private(reply, token.page))
                await say(interaction, _line("shared-failed", spoken, reason=_told(error, spoken)))

    async def _mine(self, interaction: Interaction, token: Token) -> bool:
        """Whether to act on it: what posts, keeps or changes something, beside answering who presses, is one's."""
        form = interaction.type is discord.InteractionType.modal_submit
        effects = (Press.FORM, Press.REPORT) if form else (Press.SHARE,)
        return token.press not in effects or await self._first(interaction)

    async def _first(self, interaction: Interaction) -> bool:
        return self.claim is None or await self.claim(interaction)

    def _request(self, interaction: Interaction, question: Question) -> Request:
        return request_of(interaction, question.command, question.given, question.line)

    def _spoken(self, interaction: Interaction, token: Token) -> str:
        """The language of the answer that was pressed, else the asker's."""
        return speaking(token.question.given.get("language") or interaction.locale.value, self.language)


NOBODY: Final = discord.AllowedMentions.none()
_TURNS: Final = frozenset({"subscription pause", "subscription resume"})
"""Errands whose answer stands in the place of what was pressed: it tells the same order."""


def _in_place(errand: Errand) -> bool:
    """One that ends something asks back in a message of its own: pressed twice in haste, it is asked back twice."""
    return errand.command in _TURNS or (errand.command == "subscription remove" and errand.sure)


async def _same(reply: Reply) -> Reply:
    return reply


def _told_or_corrected(reply: Reply, token: Token, fields: Mapping[str, str], spoken: str) -> list[Payload]:
    """What came of a form; where nothing did, with what was typed and a way back to it."""
    told = messages(reply)
    return to_correct(told, token, fields, spoken) if reply.outcome is Outcome.USAGE else told


def _may_write(interaction: Interaction) -> bool:
    """Whether who presses may write here themselves: sharing gives nobody more than they have."""
    if interaction.guild_id is None:
        return True
    held = interaction.permissions
    in_thread = isinstance(interaction.channel, discord.Thread)
    return held.send_messages_in_threads if in_thread else held.send_messages


def _told(error: BaseException, spoken: str) -> str:
    """Why it failed, in words for who pressed."""
    if isinstance(error, discord.HTTPException) and error.status < 500:
        return word("shared-refused", spoken, code=str(error.code))
    return word("shared-unsure", spoken)


def _line(message: str, spoken: str, **slots: str | int) -> Document:
    """A service sentence as a message of its own."""
    return Document("", (Paragraph((said(word(message, spoken, **slots)),)),), language=spoken)
