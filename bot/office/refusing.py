"""Errands that are not carried out: the calm reply that says why."""

from __future__ import annotations

from adapters.contract import Outcome, Reply
from bot.office.telling import mistakes, notice
from briefs.wording.notices import office


class RefusedError(Exception):
    """The errand is not carried out; `reply` says why."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.outcome.value)
        self.reply = reply


def calm(message: str, spoken: str) -> Reply:
    """A title and its one line."""
    return Reply(notice(office(f"{message}-title", spoken), [office(message, spoken)], spoken), Outcome.USAGE)


def refusal(line: str, spoken: str) -> Reply:
    """One line that says what is wrong."""
    return Reply(mistakes([line], spoken), Outcome.USAGE)
