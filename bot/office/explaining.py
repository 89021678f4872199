"""How errands are typed, and why one is not carried out: documents for lines that mean nothing, and for who may not."""

from __future__ import annotations

from adapters.administration import Errand
from adapters.contract import Outcome, Reply
from bot.office.catalogue import errand_named, errands, group_summary
from bot.office.lines import usage
from bot.office.nexts import schedule
from bot.office.telling import mistakes, notice
from briefs.document import Block, Bullets, Document, Paragraph, Phrase, Strong, Text, say
from briefs.wording.notices import echo, office

HELP = ("", "help", "?")
_UNTYPED = ("form",)
"""Errands that are the same as another one where they are typed."""


def explained(errand: Errand, typed: str, spoken: str) -> Reply:
    """Every errand of a group with how it is typed; after a first word that names none, with that too."""
    group = errand.command
    lines = []
    for one in errands():
        if one.name.startswith(f"{group} ") and one.name.rpartition(" ")[2] not in _UNTYPED:
            summary = next((also.summary for also in one.also if also.language == spoken), one.summary)
            lines.append(Phrase((Strong(usage(one, errand.platform)), Text(f" – {summary}"))))
    blocks: list[Block] = [
        *([] if typed.lower() in HELP else [Paragraph((say(office("no-errand", spoken, typed=echo(typed))),))]),
        Bullets(tuple(lines)),
        Paragraph((say(office("line-example", spoken)), say(office("line-names", spoken)))),
    ]
    title = group_summary(group, spoken) if typed.lower() in HELP else office("mistakes-title", spoken)
    return Reply(Document(title, tuple(blocks), language=spoken), Outcome.USAGE, next=schedule(spoken))


def odd(errand: Errand, words: str, spoken: str) -> Reply:
    """Words of a line that are nothing in it, and how the errand is typed."""
    command = errand_named(errand.command)
    assert command is not None, "only an errand has words"
    lines = [office("odd-words", spoken, typed=echo(words))]
    lines.append(office("typed-so", spoken, usage=usage(command, errand.platform)))
    return Reply(mistakes(lines, spoken), Outcome.USAGE)


def refused_to(errand: Errand, spoken: str) -> Reply:
    """Why who asks may not, and whom to ask, in the platform's own terms."""
    if errand.platform == "slack":
        lines = [office("not-yours-slack", spoken, id=errand.asker)]
    else:
        lines = [office("not-yours-discord", spoken)]
    if errand.unseen:
        lines.append(office("not-yours-unseen", spoken, scope=errand.unseen))
    return Reply(notice(office("not-yours-title", spoken), lines, spoken), Outcome.USAGE)
