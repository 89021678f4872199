"""What a text names, and what can be asked about it: for a menu on somebody's message. Pure.

Nothing is claimed and nothing is guessed: exact names of the register and symbols of texts, in the order in which the
text names them (`briefs.naming.running`). What several bear is told so and left to who asks.
"""

from __future__ import annotations

from dataclasses import dataclass

from adapters.contract import Outcome, Question, Reply
from bot.actions import asking_back
from bot.offering import Instead, Offering, typed_as, written
from briefs.archive import Archive
from briefs.codebook import ActorKind
from briefs.document import Line
from briefs.naming import Kind, Mention, Names
from briefs.wording import spotted
from briefs.wording.findings import TEXT, Pointer

LONGEST = 6000
"""Characters of a text that are read."""
MOST = 25
"""Names told of one text, and questions to choose from."""


@dataclass(frozen=True, slots=True)
class Spotter:
    """Names of one archive as they are told on one platform in one language."""

    names: Names
    archive: Archive
    platform: str
    language: str

    def reply(self, text: str) -> Reply:
        """What the text names, each with what to ask, and all of these questions to choose from."""
        read = text[:LONGEST]
        if len(text) > LONGEST and not text[LONGEST].isspace():
            read = read.rsplit(None, 1)[0]  # half a word may be another one
        found = self.names.mentions(read)
        told = found[:MOST]
        lines = [self._told(one) for one in told]
        document = spotted.document(lines, len(found) - len(told), LONGEST if read != text else 0, self.language)
        asked = [self.about(one.kind, id_) for one in told for id_ in one.ids]
        picks = list({str(one.question): one for one in asked}.values())[:MOST]
        return asking_back(document, Outcome.ANSWERED if told else Outcome.NOTHING, picks)

    def _told(self, one: Mention) -> Pointer | Line:
        if not one.ids:
            return spotted.not_held(one.words, self.language)
        asked = [self.about(one.kind, id_) for id_ in one.ids]
        if len(asked) > 1 or one.beside:
            return spotted.several(one.words, [each.offer for each in asked], one.beside, self.language)
        [id_], [only] = one.ids, asked
        call = self.archive.call_on(id_) if one.kind == Kind.MEASURE else None
        return Pointer(self._kind(one.kind, id_), only.label, call.date if call else None, only.command)

    def _kind(self, kind: str, id_: str) -> str:
        if kind == Kind.ACTOR:
            return self.names.register.actors[id_].kind.value
        return TEXT if kind == Kind.MEASURE else kind

    def about(self, kind: str, id_: str) -> Instead:
        """What to ask about it: a state's position, a bloc's votes, who turned on an issue, how a text was voted on."""
        label = Offering(self.names, self.platform, self.language).label(kind, id_)
        match kind:
            case Kind.ACTOR:
                bloc = self.names.register.actors[id_].kind is ActorKind.BLOC
                command, param = ("bloc", "bloc") if bloc else ("position", "actor")
                typed = written(self.names, id_)
            case Kind.ISSUE:
                command, param, typed = "shifts", "issue", id_
            case _:
                command, param = ("vote", "text") if self.archive.call_on(id_) else ("event", "event")
                typed = self.names.measure_written(id_)
        asked = typed_as(self.platform, command, [(param, typed)], self.language)
        return Instead(label, asked, Question(command, {param: id_}))
