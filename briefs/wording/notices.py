"""Service words as documents: help, names nobody knows or several bear, requests not understood, withheld answers.

Every sentence comes from `notices.XX.ftl` of one language; nothing here claims anything about the world, so nothing
here is proved. The reader's own words are echoed only through `echo`. `bot.commands` decides which notice fits.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from briefs.document import Block, Bullets, Document, Heading, Line, Paragraph, Phrase, Strong, Text, say
from briefs.tongues import LANGUAGES
from briefs.wording.catalogue import MissingMessage, words

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


@cache
def speaking(locale: str, otherwise: str = LANG) -> str:
    """The language of the words around an answer: that of the locale ("fr", "es-419"), where it has all of them; else
    the other one, which is the operator's: whoever left a program in English has chosen nothing."""
    language = locale.replace("_", "-").partition("-")[0].partition(".")[0].lower()
    told = language in LANGUAGES and language != LANG and _told_whole(language)
    return language if told else LANG if otherwise == LANG else speaking(otherwise)


def _told_whole(language: str) -> bool:
    try:
        called("command-help", language)
    except MissingMessage:
        return False
    return True


def word(message: str, language: str = LANG, /, **slots: str | int) -> str:
    """One service message by its name without prefix. Raises `MissingMessage`."""
    return words(language).say(f"notice-{message}", slots)


def beside(message: str, language: str, /, **slots: str | int) -> str:
    """A word that stands beside a brief (a button's, a page's), in the brief's language; in English where that language
    has not this one."""
    try:
        return word(message, language, **slots)
    except MissingMessage:
        return word(message, **slots)


def office(message: str, language: str = LANG, /, **slots: str | int) -> str:
    """One message to those who look after a server, by its name without prefix. Raises `MissingMessage`."""
    return words(language).say(f"office-{message}", slots)


def called(message: str, language: str) -> str:
    """What a command, a parameter or a choice is called in another language. Raises `MissingMessage`."""
    return words(language).say(f"called-{message}", {})


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


def help_all(forms: Sequence[Form], language: str = LANG) -> Document:
    """Every command with what it does and an example."""
    lines = tuple(_command(form, language) for form in forms)
    examples = tuple(say(form.example) for form in forms)
    more = next(form.usage for form in forms if form.name == "help")
    blocks: tuple[Block, ...] = (
        Paragraph((say(word("help-lead", language)),)),
        Bullets(lines),
        Heading(say(word("help-examples", language))),
        Bullets(examples),
        Paragraph((say(word("help-days", language)), say(word("help-more", language, usage=more)))),
    )
    return Document(word("help-title", language), blocks)


def help_one(form: Form, language: str = LANG) -> Document:
    """One command: its form, each parameter, an example."""
    params = tuple(
        say(word("help-param-required" if required else "help-param-optional", language, param=name, summary=summary))
        for name, summary, required in form.params
    )
    blocks: list[Block] = [Paragraph((say(form.summary + "."),)), Paragraph((Phrase((Strong(form.usage),)),))]
    if params:
        blocks.append(Bullets(params))
    blocks.append(Paragraph((say(word("help-example", language, example=form.example)),)))
    return Document(word("help-one-title", language, name=form.name), tuple(blocks))


def unknown(kind: str, typed: str, offers: Sequence[Offer], help_usage: str, language: str = LANG) -> Document:
    """A name nobody bears. `kind`: actor, issue, event, command or words. Offers are suggestions, best first."""
    shown = echo(typed)
    first = word(f"unknown-{kind}", language, typed=shown) if shown else word("unknown-empty", language)
    blocks: list[Block] = [Paragraph((say(first),))]
    if offers:
        blocks += [Paragraph((say(word("did-you-mean", language)),)), _offers(offers, language)]
    else:
        blocks.append(Paragraph((say(word("see-help", language, usage=help_usage)),)))
    return Document(word("unknown-title", language), tuple(blocks))


def ambiguous(typed: str, offers: Sequence[Offer], beside: str = "", more: int = 0, language: str = LANG) -> Document:
    """A name that several bear, asked back with the exact commands to type.

    `beside` names the message that tells who else bears it, where only one of them is an actor; `more` is how many
    further ones bear it.
    """
    question = Paragraph((say(word(f"beside-{beside}" if beside else "ambiguous", language, typed=echo(typed))),))
    rest = (Paragraph((say(word("ambiguous-more", language, count=more)),)),) if more else ()
    return Document(word("ambiguous-title", language), (question, _offers(offers, language), *rest))


def one_actor(typed: str, instead: Offer, language: str = LANG) -> Document:
    """Two actors where one fits: the comparison is offered."""
    question = Paragraph((say(word("one-actor", language, typed=echo(typed))),))
    return Document(word("usage-title", language), (question, _offers([instead], language)))


def no_bloc(name: str, instead: Offer, language: str = LANG) -> Document:
    """A bloc is asked for and something else named: its position is offered."""
    return Document(
        word("usage-title", language),
        (Paragraph((say(word("no-bloc", language, name=name)),)), _offers([instead], language)),
    )


def which_option(typed: str, offers: Sequence[Offer], language: str = LANG) -> Document:
    """No way to vote was named, or what is none: the four there are."""
    message = word("option-unknown", language, typed=echo(typed)) if typed else word("option-missing", language)
    return Document(word("usage-title", language), (Paragraph((say(message),)), _offers(offers, language)))


def usage(message: str, form: Form, language: str = LANG, /, **slots: str | int) -> Document:
    """A request that cannot be understood: why (message `usage-…`), then how to write it."""
    clean = {name: echo(slot) if isinstance(slot, str) and name == "typed" else slot for name, slot in slots.items()}
    blocks = (
        Paragraph((say(word(f"usage-{message}", language, **clean)),)),
        Bullets(
            (
                say(word("usage-form", language, usage=form.usage)),
                say(word("usage-example", language, example=form.example)),
            )
        ),
    )
    return Document(word("usage-title", language), blocks)


def withheld(records: Iterable[str] = (), language: str = LANG) -> Document:
    """The calm line when a brief failed its proof, with the ids of the records it would have rested on."""
    ids = tuple(say(record) for record in records)
    if not ids:
        return Document(word("withheld-title", language), (Paragraph((say(word("withheld-bare", language)),)),))
    return Document(word("withheld-title", language), (Paragraph((say(word("withheld", language)),)), Bullets(ids)))


def failed(id: str, language: str = LANG) -> Document:
    """One calm sentence for a bug; `id` is what the operator looks for in the log."""
    return Document(word("failed-title", language), (Paragraph((say(word("failed", language, id=id)),)),))


def paused(id: str, reason: str, language: str = LANG) -> Document:
    """What the owner of a server is told when one of its digests had to be paused."""
    spoken = speaking(language)
    lines = (office("warn-line", spoken, id=id, reason=reason), office("warn-mend", spoken, id=id))
    blocks = tuple(Paragraph((say(line),)) for line in lines)
    return Document(office("warn-title", spoken), blocks, language=spoken)


def restarting(language: str = LANG) -> Document:
    """Who asks while the program goes down is told to ask again."""
    return Document(word("restarting-title", language), (Paragraph((say(word("restarting", language)),)),))


def _command(form: Form, language: str) -> Line:
    return Phrase((Strong(form.usage), Text(word("help-dash", language) + form.summary)))


def _offers(offers: Sequence[Offer], language: str) -> Bullets:
    return Bullets(tuple(say(word("choice", language, command=offer.command, label=offer.label)) for offer in offers))
