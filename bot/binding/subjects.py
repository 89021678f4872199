"""The actors and the issue of a line, in any order: "cambodia ukraine", "--issue ukraine asean", "iran grain"."""

from __future__ import annotations

import re
from dataclasses import replace

from adapters.contract import Outcome, ParamKind
from bot.asked import NotBoundError
from bot.binding.timing import Timed
from briefs.codebook import ActorKind
from briefs.naming import Ambiguous, Finding, Found, Kind, Segment, Unknown
from briefs.wording import notices

LONGEST = 400
"""Characters of a line looked at; a longer one names nothing. The longest useful one has about 200."""
_FILLERS = frozenset({"on", "about", "regarding"})


class Subjects(Timed):
    """Binds whom and what a question is about."""

    def bind_named(self, kind: Kind, words: tuple[str, ...], *, whole: bool) -> int:
        """An option's name: all of its value, or the longest beginning of the line that is a name."""
        if whole:
            self.take(kind, words[0], self.find(kind, words[0]))
            return 1
        segment = self.shelf.names.segment(words, [kind])
        assert segment is not None
        self.pending = (*self.before, *segment.rest)
        self.take(kind, segment.words, segment.answer)
        return len(words) - len(segment.rest)

    def bind_many(self, value: str) -> int:
        """Several actors in one value: parted by commas, else name by name."""
        if len(value) > LONGEST:
            raise self.unknown(Kind.ACTOR, value, ())
        for part in [part for part in re.split(r"[,;]", value) if part.strip()]:
            rest = tuple(part.split())
            while rest:
                segment = self.shelf.names.segment(rest, [Kind.ACTOR])
                assert segment is not None
                self.pending = segment.rest
                self.take(Kind.ACTOR, segment.words, segment.answer)
                rest = segment.rest
        return 1

    def bind_position(self) -> None:
        """One actor and one issue, in either order: "ukraine cambodia" is Cambodia on the issue called ukraine."""
        first = ""
        while self.words:
            self.drop_fillers()
            kinds = ([] if self.asked.actors else [Kind.ACTOR]) + ([] if self.asked.issue else [Kind.ISSUE])
            segment = self.shelf.names.segment(self.words, kinds or [Kind.ACTOR])
            if segment is None:
                break
            self.pending = segment.rest
            second = self.find(Kind.ACTOR, segment.words) if self.asked.actors else Unknown()
            if not isinstance(second, Unknown) and self._swapped(first, segment):
                self._swap_in(second, first, segment.words)
            elif not kinds:
                raise self._extra(segment.words, second)
            else:
                first = first or segment.words
                self.take(segment.kind, segment.words, segment.answer)
            self.words = segment.rest
        if not self.asked.actors:
            self._part_issue(first)

    def _part_issue(self, words: str) -> None:
        """A name of an issue that begins with an actor's: "iran human rights" is Iran on human rights."""
        segment = self.shelf.names.segment(words.split(), [Kind.ACTOR])
        issue = self.find(Kind.ISSUE, " ".join(segment.rest)) if segment else Unknown()
        if not (segment and isinstance(segment.answer, Found) and isinstance(issue, Found)):
            raise self.usage("needs", param=self.main)
        self.asked = replace(self.asked, actors=(segment.answer.id,), issue=issue.id)

    def _swapped(self, first: str, segment: Segment) -> bool:
        """Whether the name after `first` is the actor: it asks for no issue, or only as a state that one is about where
        `first` is the name of one: "ukraine iran" is Iran on Ukraine, "syria iran" Syria on Iran."""
        names = self.shelf.names
        if isinstance(segment.answer, Unknown):
            return True
        named = isinstance(names.names_issue(first), Found), isinstance(names.names_issue(segment.words), Found)
        return self.asked.issue is None and named == (True, False)

    def _swap_in(self, actor: Found | Ambiguous, first: str, words: str) -> None:
        """The second name is an actor's: then the first one was the issue, if it names one."""
        issue = self.find(Kind.ISSUE, first) if first and self.asked.issue is None else Unknown()
        if isinstance(issue, Unknown):
            raise self._extra(words, actor)
        self.asked = replace(self.asked, actors=())
        if isinstance(issue, Found):
            self.take(Kind.ISSUE, first, issue)
        self.take(Kind.ACTOR, words, actor)
        if isinstance(issue, Ambiguous):
            self.take(Kind.ISSUE, first, issue)

    def _extra(self, words: str, second: Finding) -> NotBoundError:
        if isinstance(second, Found) and self.asked.actors and second.id != self.asked.actors[0]:
            instead = self.offering.comparison((*self.asked.actors, second.id), self.asked, self.pending)
            return self.refusal(notices.one_actor(words, instead.offer, self.spoken), Outcome.USAGE, [instead])
        return self.unknown("words", words, ())

    def need_bloc(self) -> None:
        """Where a bloc is asked for: for anybody else the position is offered."""
        if ParamKind.BLOC not in self.kinds or not self.asked.actors:
            return
        actor = self.shelf.names.register.actors[self.asked.actors[0]]
        if actor.kind is not ActorKind.BLOC:
            instead = self.offering.position(actor.id, self.asked, self.pending)
            document = notices.no_bloc(instead.label, instead.offer, self.spoken)
            raise self.refusal(document, Outcome.USAGE, [instead])

    def bind_issue(self) -> None:
        """The rest of the line is one issue."""
        self.drop_fillers()
        if self.words:
            self.pending = ()
            self.bind_named(Kind.ISSUE, (" ".join(self.words),), whole=True)

    def bind_compare(self) -> None:
        """Actors, and perhaps an issue last. With two actors before it, a name of an issue ("ukraine", "palestine") is
        the issue; a state that issues are about ("myanmar") is one more actor, unless "on" stands before it."""
        names = self.shelf.names
        while self.words:
            led = self.drop_fillers()
            enough = len(self.asked.actors) > 1 and self.asked.issue is None
            segment = names.segment(self.words, [Kind.ISSUE] if led and enough else [Kind.ACTOR, Kind.ISSUE])
            if segment is None:
                break
            self.pending = segment.rest
            issue = names.names_issue(segment.words) if enough and not segment.rest else Unknown()
            if isinstance(issue, Found):
                self.take(Kind.ISSUE, segment.words, issue)
            else:
                self.take(segment.kind, segment.words, segment.answer)
            self.words = segment.rest
        if len(self.asked.actors) < 2:
            raise self.usage("too-few")

    def drop_fillers(self) -> bool:
        """Whether an "on" stood there."""
        before = self.words
        while len(self.words) > 1 and self.words[0].lower() in _FILLERS:
            self.words = self.words[1:]
        return self.words is not before
