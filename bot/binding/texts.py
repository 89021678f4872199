"""The text or record asked for, and for a roll call an option and a bloc: "cuba embargo 2019 against eu".

The whole of a line may be the text's words; only where it names none is a bloc looked for at
one of its ends. A way to vote that is none is asked back with the four there are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from adapters.contract import Outcome, ParamKind
from bot.binding.subjects import Subjects
from bot.catalogue import VOTES
from briefs.codebook import VoteOption
from briefs.naming import Ambiguous, Found, Kind, Unknown
from briefs.symbols import key_of, series_of
from briefs.wording import notices

WORDS: Mapping[str, VoteOption] = {
    **dict(zip(VOTES, VoteOption, strict=True)),
    **dict.fromkeys(("yes", "for", "in favor", "favour", "favor", "voted in favour", "yea"), VoteOption.FAVOUR),
    **dict.fromkeys(("no", "voted against", "nay"), VoteOption.AGAINST),
    **dict.fromkeys(("abstain", "abstention", "abstentions", "abstaining"), VoteOption.ABSTAINED),
    **dict.fromkeys(("absent", "not voting", "non-voting", "did not", "didn't vote"), VoteOption.ABSENT),
}
"""The four ways to vote, and what people type for them."""
LONGEST_OPTION = 3
MOST_WORDS = 40
_BEFORE_A_BLOC = frozenset({"by", "in", "of", "on", "for", "from", "within", "the"})


def leading_option(words: Sequence[str]) -> tuple[VoteOption, int] | None:
    """The option that a line begins with, and how many words it takes."""
    for count in range(min(LONGEST_OPTION, len(words)), 0, -1):
        option = WORDS.get(" ".join(words[:count]).lower())
        if option is not None:
            return option, count
    return None


class Texts(Subjects):
    """Binds a text voted on or a record, and what is asked of one roll call."""

    odd_option: str | None = None
    """What was given as an option and is none."""

    def bind_event(self, words: str) -> None:
        """A measure, else a record: one name."""
        if self.asked.about is not None:
            raise self.usage("option-twice", typed=self.main)
        names = self.shelf.names
        found = names.find_measure(words, self.asked.as_of)
        if isinstance(found, Unknown):
            record = names.find_record(words, self.shelf.records)
            if isinstance(record, Unknown):
                ids = self._alike(words, tuple(dict.fromkeys((*found.suggestions, *record.suggestions))))
                raise self.unknown("event", words, ids)
            found = record
        if isinstance(found, Ambiguous):
            raise self.asked_back("event", words, found)
        assert isinstance(found, Found)
        self.asked = replace(self.asked, about=found.id)

    def _alike(self, words: str, ids: Sequence[str]) -> Sequence[str]:
        """A symbol that is not held is near to symbols of its session alone: nobody who wants 75/191 means ES-11/1."""
        asked = key_of(words)
        if asked is None:
            return ids
        held = self.shelf.names.register.measures
        sessions = {id_: series_of(key_of(held[id_].symbol) or "") for id_ in ids if id_ in held}
        return [id_ for id_ in ids if sessions.get(id_) == series_of(asked)]

    def bind_text(self) -> None:
        """The rest of the line: a text; for a roll call perhaps an option and a bloc beside it."""
        self.pending = ()
        asks = ParamKind.OPTION in self.kinds
        if asks and self.asked.option is None and self.odd_option is None:
            self._take_option()
        if self.words and ParamKind.BLOC in self.kinds:
            self._bind_text_and_bloc(self.words[:MOST_WORDS])
        elif self.words:
            self.bind_event(" ".join(self.words))
        if self.asked.about is None:
            raise self.usage("needs", param=self.main)
        self.need_bloc()
        if asks and self.asked.option is None:
            instead = self.offering.options(tuple(VoteOption), self.asked, self.pending)
            offers = [one.offer for one in instead]
            document = notices.which_option(self.odd_option or "", offers, self.spoken)
            raise self.refusal(document, Outcome.USAGE, instead)

    def given_option(self, words: Sequence[str], *, whole: bool) -> int:
        """A value given for the option: known, or asked back once the text is known."""
        read = leading_option(words[0].split() if whole else words)
        if read is None:
            self.odd_option = words[0]
            return 1
        self.asked = replace(self.asked, option=read[0])
        return 1 if whole else read[1]

    def _take_option(self) -> None:
        """The last words that name an option, where nothing but a bloc follows them; else those the line begins with.

        Titles hold such words too ("Aggression against Ukraine"), so the last ones count.
        """
        starts = range(len(self.words) - 1, -1, -1)
        read = [(at, found) for at in starts if (found := leading_option(self.words[at:]))]
        fits = [(at, o, n) for at, (o, n) in read if not self.words[at + n :] or self._is_bloc(self.words[at + n :])]
        ends = [at + n for at, _, n in fits]
        last = [found for found in fits if found[0] + found[2] == max(ends)]
        first = [(at, *found) for at, found in read if at == 0]
        for at, named, n in (last or first)[-1:]:  # of two that end together the one that begins first
            self.asked = replace(self.asked, option=named)
            self.words = self.words[:at] + self.words[at + n :]

    def _bind_text_and_bloc(self, words: tuple[str, ...]) -> None:
        if self.asked.about is not None:
            self._bind_bloc(words)
        elif self.asked.actors or self._is_text(words):
            self.bind_event(" ".join(words))
        else:
            self._part(words)

    def _part(self, words: tuple[str, ...]) -> None:
        """A text and a bloc beside it, after it or before."""
        cuts = range(1, len(words))
        pairs = [(words[:at], words[at:]) for at in cuts] + [(words[at:], words[:at]) for at in reversed(cuts)]
        for text, bloc in pairs:
            if self._is_bloc(bloc) and self._is_text(text):
                self._bind_bloc(bloc)
                self.bind_event(" ".join(text))
                return
        for at in reversed(cuts):  # a symbol, and beside it what is no bloc
            if self._is_symbol_of_text(words[:at]):
                self.bind_event(" ".join(words[:at]))
                self._bind_beside(words[at:])
                return
        self.bind_event(" ".join(words))

    def _bind_beside(self, words: tuple[str, ...]) -> None:
        """What stands beside the text: an option that is none, or a bloc."""
        asks = ParamKind.OPTION in self.kinds
        if asks and self.asked.option is None:
            self.odd_option = " ".join(words)
        else:
            self._bind_bloc(words)

    def _bind_bloc(self, words: tuple[str, ...]) -> None:
        if self.asked.actors:
            raise self.usage("option-twice", typed="bloc")
        self.bind_named(Kind.ACTOR, (" ".join(_bare(words)),), whole=True)

    def _is_bloc(self, words: tuple[str, ...]) -> bool:
        names = self.shelf.names
        found = names.exactly(Kind.ACTOR, " ".join(_bare(words)))
        return isinstance(found, Found) and names.register.actors[found.id].kind.value == "bloc"

    def _is_text(self, words: tuple[str, ...]) -> bool:
        return not isinstance(self.shelf.names.find_measure(" ".join(words), self.asked.as_of), Unknown)

    def _is_symbol_of_text(self, words: tuple[str, ...]) -> bool:
        return isinstance(self.shelf.names.exactly(Kind.MEASURE, " ".join(words)), Found)


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """Without "by", "of the" … before a bloc's name."""
    while len(words) > 1 and words[0].lower() in _BEFORE_A_BLOC:
        words = words[1:]
    return words
