"""What a reader can do with an answer next: ask for its sources, more or less of it, another language, share it. Pure.

Every action holds a whole question in ids, so that a platform may keep it in a button and know nothing itself. Each
platform shows the actions as its habits are (`adapters.discord.buttons`), or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from adapters.contract import Action, ActionKind, Outcome, Pick, Question, Reply
from bot.asked import Asked, question_of
from bot.catalogue import MOST_COMPARED, command_named
from briefs.codebook import Length
from briefs.document import Document
from briefs.tongues import LANGUAGES
from briefs.wording.notices import beside, speaking, word

if TYPE_CHECKING:
    from bot.offering import Instead

SERVICE = frozenset({"help", "glossary"})
"""Commands whose answers claim nothing: they have no sources, and nothing to share or to report."""
OWN_NAMES = {"en": "English", "fr": "Français", "es": "Español", "km": "ភាសាខ្មែរ"}
"""What each language calls itself."""


def answered(asked: Asked, reply: Reply, length: Length, language: str) -> Reply:
    """The reply with its own question and what can be done next. `length` and `language` are what it was told in."""
    question = question_of(asked)
    if reply.outcome in (Outcome.USAGE, Outcome.WITHHELD):
        return replace(reply, question=question)
    return replace(reply, question=question, actions=tuple(_actions(asked, question, reply, length, language)))


def asking_back(document: Document, outcome: Outcome, instead: Sequence[Instead]) -> Reply:
    """A reply that asks back, with the questions it offers as picks."""
    if not instead:
        return Reply(document, outcome)
    label = word("do-pick", speaking(document.language))
    picks = tuple(Pick(one.label, one.question) for one in instead)
    return Reply(document, outcome, actions=(Action(ActionKind.PICK, label, picks[0].question, picks),))


def _actions(asked: Asked, question: Question, reply: Reply, length: Length, language: str) -> Iterator[Action]:
    spoken = reply.document.language
    name, params = asked.command.name, {param.name for param in asked.command.params}
    told = any(True for _ in reply.document.clauses())

    def action(kind: ActionKind, asks: Question = question, picks: tuple[Pick, ...] = (), fills: str = "") -> Action:
        return Action(kind, beside(f"do-{kind.value}", spoken), asks, picks, fills)

    if told:
        yield action(ActionKind.SHARE)
        yield action(ActionKind.SOURCES)
    if name == "position":
        yield action(ActionKind.TIMELINE, _turned(question, "timeline"))
        yield action(ActionKind.COMPARE, _turned(question, "compare"), fills="others")
    if name == "compare" and len(asked.actors) < MOST_COMPARED:
        yield action(ActionKind.COMPARE, question, fills="others")
    if "length" in params and told:
        order = list(Length)
        at = order.index(length)
        if at > 0:
            yield action(ActionKind.SHORTER, _with(question, "length", order[at - 1].value))
        if at < len(order) - 1:
            yield action(ActionKind.LONGER, _with(question, "length", order[at + 1].value))
    if "language" in params:
        others = (one for one in LANGUAGES if one != language)
        picks = tuple(Pick(OWN_NAMES[one], _with(question, "language", one)) for one in others)
        yield action(ActionKind.LANGUAGE, question, picks)
    if told and name not in SERVICE:
        yield action(ActionKind.REPORT)


def _with(question: Question, param: str, value: str) -> Question:
    return replace(question, given={**question.given, param: value})


def _turned(question: Question, command: str) -> Question:
    """The same question to another command, as far as that takes it."""
    known = command_named(command)
    assert known is not None, f"the catalogue has /{command}"
    taken = {param.name for param in known.params}
    return Question(command, {name: value for name, value in question.given.items() if name in taken}, question.line)
