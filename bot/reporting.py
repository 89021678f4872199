"""What readers report, told to the operators: in their channels, once, and on the command line.

A report is kept before anybody is told. Each channel gets it under a key of its own; where an earlier try may have come
through, the channel is looked at first, so that a crash between posting and noting it does not tell it twice.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from adapters.contract import Address, Outlet, OutletError, Question
from bot.posting import Clock, key_of
from briefs.document import Bullets, Document, Paragraph, say
from briefs.wording.notices import echo, word

if TYPE_CHECKING:
    from adapters.store.reports import Kept, Reports

log = logging.getLogger("dateline.reports")


async def tell(reports: Reports, posting: Mapping[str, Outlet], admin: Iterable[Address], clock: Clock) -> None:
    """Tell every channel what it was not told yet. A channel that cannot be reached is tried again at the next call;
    raises a `StoreError`."""
    channels = [(address, posting[address.platform]) for address in admin if address.platform in posting]
    for kept in await reports.untold() if channels else ():
        await reports.tried(kept.number)
        try:
            for address, outlet in channels:
                await _told(outlet, address, kept)
        except OutletError as error:
            log.warning("report.not_told number=%d reason=%s then=tried again", kept.number, error)
            return  # the next ones would meet the same; they keep their order
        await reports.tell(kept.number, clock())


async def _told(outlet: Outlet, address: Address, kept: Kept) -> None:
    key = key_of("report", str(kept.number), 0, 0) if address.platform else ""
    if kept.tries and await outlet.find(address, key, kept.at) is not None:
        return
    first, *_ = outlet.parts(shown(kept))
    await outlet.post(address, first, key)


def shown(kept: Kept) -> Document:
    """The report as its operators read it; the answer itself is one command away."""
    report = kept.report
    lines = [word("admin-report-question", question=asked(report.question))]
    if report.sentence:
        lines.append(word("admin-report-sentence", sentence=report.sentence))
    told = Paragraph((say(word("admin-report-words", words=" ".join(report.words.split()))),))
    title = word("admin-report-title", number=str(kept.number))
    return Document(title, (told, Bullets(tuple(say(line) for line in lines))))


def asked(question: Question) -> str:
    """The question as one line that asks it again anywhere."""
    return " ".join(("/" + question.command, *_options(question)))


def _options(question: Question) -> Iterator[str]:
    if question.line:
        yield echo(question.line)
    for name, value in question.given.items():
        quoted = f'"{value}"' if " " in value else value
        yield f"--{name.replace('_', '-')} {quoted}"
