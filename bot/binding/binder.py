"""What every part of binding works on: the words left of a request, what is asked so far, and asking back.

The parts stand on each other: `binder` ← `timing` (lengths, days) ← `subjects` (actors, issues) ← `texts` (texts voted
on, ways to vote, blocs) ← `line` (options, then the rest of the line).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from adapters.contract import Command, Outcome, Param, ParamKind, Request
from bot.actions import asking_back
from bot.asked import Asked, NotBoundError, Shelf
from bot.catalogue import MOST_COMPARED, form, in_language
from bot.offering import Instead, Offering
from briefs.codebook import ActorKind
from briefs.document import Document
from briefs.naming import Ambiguous, Finding, Kind, Unknown
from briefs.tongues import ENGLISH
from briefs.wording import notices
from briefs.wording.notices import speaking

_MAIN = {
    ParamKind.MEASURE: "event",
    ParamKind.RECORD: "event",
    ParamKind.ACTOR: "actor",
    ParamKind.BLOC: "actor",
    ParamKind.ISSUE: "issue",
    ParamKind.COMMAND: "command",
}
"""What a line is taken for that names nothing: the first of these that the command has a parameter for."""


class Binder:
    """One request being bound. Each `bind_…` takes words away from `words` and adds to `asked`."""

    def __init__(self, request: Request, command: Command, shelf: Shelf, today: date, spoken: str = ENGLISH) -> None:
        self.request, self.command, self.shelf, self.today = request, command, shelf, today
        self.spoken = speaking(spoken)
        self.asked = Asked(command)
        self.params: Mapping[str, Param] = {param.name: param for param in command.params}
        self.kinds = frozenset(param.kind for param in command.params)
        self.words: tuple[str, ...] = ()
        self.pending: tuple[str, ...] = ()
        """Names of the request not yet bound: a command offered instead repeats them."""
        self.before: tuple[str, ...] = ()
        """Words of the line before the option being bound."""
        self.offering = Offering(shelf.names, request.platform, self.spoken)

    @property
    def main(self) -> str:
        """What the reader calls the command's first parameter, as usage tells it."""
        return in_language(self.command.params[0], self.spoken).name

    def find(self, kind: Kind, words: str) -> Finding:
        names = self.shelf.names
        return names.find_actor(words) if kind is Kind.ACTOR else names.find_issue(words)

    def take(self, kind: Kind, words: str, answer: Finding) -> None:
        """Keep what was found, or ask back."""
        if isinstance(answer, Ambiguous):
            raise self.asked_back(kind, words, answer)
        if isinstance(answer, Unknown):
            raise self.unknown(kind, words, self._fitting(kind, answer.suggestions))
        if kind is Kind.ISSUE:
            if self.asked.issue is not None:
                raise self.usage("option-twice", typed="issue")
            self.asked = replace(self.asked, issue=answer.id)
        elif answer.id in self.asked.actors:
            raise self.usage("same-twice", typed=words)
        elif len(self.asked.actors) >= MOST_COMPARED:
            raise self.usage("too-many", limit=MOST_COMPARED)
        else:
            self.asked = replace(self.asked, actors=(*self.asked.actors, answer.id))

    def _fitting(self, kind: Kind, ids: Sequence[str]) -> Sequence[str]:
        """Of the actors suggested those the command can be asked about."""
        if kind is not Kind.ACTOR or ParamKind.BLOC not in self.kinds:
            return ids
        actors = self.shelf.names.register.actors
        return [id_ for id_ in ids if actors[id_].kind is ActorKind.BLOC]

    # --- asking back ---------------------------------------------------------------------------------------------

    def unknown_line(self, words: str) -> NotBoundError:
        """Words of the line that can be nothing the command asks for."""
        kind = next((_MAIN[kind] for kind in _MAIN if kind in self.kinds), "words")
        return self.unknown(kind, words, ())

    def usage(self, message: str, **slots: str | int) -> NotBoundError:
        document = notices.usage(message, form(self.command, self.request.platform, self.spoken), self.spoken, **slots)
        return self.refusal(document, Outcome.USAGE)

    def refusal(
        self, document: Document, outcome: Outcome = Outcome.UNKNOWN, instead: Sequence[Instead] = ()
    ) -> NotBoundError:
        """The reply that asks back, with the questions it offers."""
        return NotBoundError(asking_back(replace(document, language=self.spoken), outcome, instead))

    def unknown(self, kind: str, words: str, ids: Sequence[str]) -> NotBoundError:
        instead = self.offering.offers(kind, ids, self.asked, self.pending)
        offers = [one.offer for one in instead]
        document = notices.unknown(kind, words, offers, self.offering.help, self.spoken)
        return self.refusal(document, instead=instead)

    def asked_back(self, kind: str, words: str, answer: Ambiguous) -> NotBoundError:
        instead = self.offering.offers(kind, answer.ids, self.asked, self.pending)
        document = notices.ambiguous(
            words,
            [one.offer for one in instead],
            answer.beside or ("texts" if kind == "event" else ""),
            answer.more,
            self.spoken,
        )
        return self.refusal(document, Outcome.AMBIGUOUS, instead)
