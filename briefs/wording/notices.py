"""Service words as documents: help, names nobody knows or several bear, requests not understood, withheld answers.

Every sentence comes from `notices.en.ftl`; nothing here claims anything about the world, so nothing here is proved.
The reader's own words are echoed only through `echo`. `bot.commands` decides which notice fits; renderers lay it out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from briefs.document import Block, Bullets, Document, Heading, Line, Paragraph, Phrase, Strong, Text, say
from briefs.wording.catalogue import words

LANG = "en"
ECHO = 60
"""How many characters of the reader's words a notice repeats."""
_SILENT = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Unicode categories never repeated: controls, format marks (bidi, zero-width), surrogates, private, unassigned."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a command is written: what help and usage notices need of it. `params` are (form, summary, required)."""

    name: str
    usage: str
    summary: str
    example: str
    params: tuple[tuple[str, str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to ask instead: what it means and the exact command to type."""

    label: str
    command: str


def word(message: str, /, **slots: str | int) -> str:
    """One service message by its name without prefix, in English. Raises `MissingMessage`."""
    return words(LANG).say(f"notice-{message}", slots)


def echo(typed: str) -> str:
    """The reader's words made harmless to repeat: one line, no invisible characters, at most `ECHO` characters."""
    seen = "".join(" " if ch.isspace() else ch for ch in typed[: ECHO * 20])
    seen = "".join(ch for ch in seen if unicodedata.category(ch) not in _SILENT)
    seen = " ".join(seen.split())
    return seen if len(seen) <= ECHO else seen[: ECHO - 1].rstrip() + "…"


def as_of(day: date, language: str = LANG) -> str:
    """ "as of 4 March 2022", for the corner of an answer, in its language."""
    told = words(language)
    return told.say("notice-as-of", {"day": told.day(day)})


def help_all(forms: Sequence[Form]) -> Document:
    """Every command with what it does and an example."""
    lines = tuple(_command(form) for form in forms)
    examples = tuple(say(form.example) for form in forms)
    more = next(form.usage for form in forms if form.name == "help")
    blocks: tuple[Block, ...] = (
        Paragraph((say(word("help-lead")),)),
        Bullets(lines),
        Heading(say(word("help-examples"))),
        Bullets(examples),
        Paragraph((say(word("help-days")), say(word("help-more", usage=more)))),
    )
    return Document(word("help-title"), blocks)


def help_one(form: Form) -> Document:
    """One command: its form, each parameter, an example."""
    params = tuple(
        say(word("help-param-required" if required else "help-param-optional", param=name, summary=summary))
        for name, summary, required in form.params
    )
    blocks: list[Block] = [Paragraph((say(form.summary + "."),)), Paragraph((Phrase((Strong(form.usage),)),))]
    if params:
        blocks.append(Bullets(params))
    blocks.append(Paragraph((say(word("help-example", example=form.example)),)))
    return Document(word("help-one-title", name=form.name), tuple(blocks))


def unknown(kind: str, typed: str, offers: Sequence[Offer], help_usage: str) -> Document:
    """A name nobody bears. `kind`: actor, issue, event, command or words. Offers are suggestions, best first."""
    shown = echo(typed)
    first = word(f"unknown-{kind}", typed=shown) if shown else word("unknown-empty")
    blocks: list[Block] = [Paragraph((say(first),))]
    if offers:
        blocks += [Paragraph((say(word("did-you-mean")),)), _offers(offers)]
    else:
        blocks.append(Paragraph((say(word("see-help", usage=help_usage)),)))
    return Document(word("unknown-title"), tuple(blocks))


def ambiguous(typed: str, offers: Sequence[Offer], beside: str = "", more: int = 0) -> Document:
    """A name that several bear, asked back with the exact commands to type.

    `beside` names the message that tells who else bears it, where only one of them is an actor; `more` is how many
    further ones bear it.
    """
    question = Paragraph((say(word(f"beside-{beside}" if beside else "ambiguous", typed=echo(typed))),))
    rest = (Paragraph((say(word("ambiguous-more", count=more)),)),) if more else ()
    return Document(word("ambiguous-title"), (question, _offers(offers), *rest))


def one_actor(typed: str, instead: Offer) -> Document:
    """Two actors where one fits: the comparison is offered."""
    question = Paragraph((say(word("one-actor", typed=echo(typed))),))
    return Document(word("usage-title"), (question, _offers([instead])))


def no_bloc(name: str, instead: Offer) -> Document:
    """A bloc is asked for and something else named: its position is offered."""
    return Document(word("usage-title"), (Paragraph((say(word("no-bloc", name=name)),)), _offers([instead])))


def which_option(typed: str, offers: Sequence[Offer]) -> Document:
    """No way to vote was named, or what is none: the four there are."""
    message = word("option-unknown", typed=echo(typed)) if typed else word("option-missing")
    return Document(word("usage-title"), (Paragraph((say(message),)), _offers(offers)))


def usage(message: str, form: Form, /, **slots: str | int) -> Document:
    """A request that cannot be understood: why (message `usage-…`), then how to write it."""
    clean = {name: echo(slot) if isinstance(slot, str) and name == "typed" else slot for name, slot in slots.items()}
    blocks = (
        Paragraph((say(word(f"usage-{message}", **clean)),)),
        Bullets((say(word("usage-form", usage=form.usage)), say(word("usage-example", example=form.example)))),
    )
    return Document(word("usage-title"), blocks)


def withheld(records: Iterable[str] = ()) -> Document:
    """The calm line when a brief failed its proof, with the ids of the records it would have rested on."""
    ids = tuple(say(record) for record in records)
    if not ids:
        return Document(word("withheld-title"), (Paragraph((say(word("withheld-bare")),)),))
    return Document(word("withheld-title"), (Paragraph((say(word("withheld")),)), Bullets(ids)))


def failed(id: str) -> Document:
    """One calm sentence for a bug; `id` is what the operator looks for in the log."""
    return Document(word("failed-title"), (Paragraph((say(word("failed", id=id)),)),))


def _command(form: Form) -> Line:
    return Phrase((Strong(form.usage), Text(word("help-dash") + form.summary)))


def _offers(offers: Sequence[Offer]) -> Bullets:
    return Bullets(tuple(say(word("choice", command=offer.command, label=offer.label)) for offer in offers))
