"""`Names`: one immutable value that finds actors, issues, measures and records, takes lines apart and completes words.

It is made anew when the register is loaded anew. Making it costs next to nothing: each index is built when first asked
for, so one question from a cold start builds only what it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import chain, islice

from briefs.codebook import ActorKind
from briefs.naming.actors import ActorNames, names_of
from briefs.naming.completion import Candidate, Completions, shortened
from briefs.naming.folding import LONGEST, acceptable, fold
from briefs.naming.labels import ENGLISH, Labels, language_of
from briefs.naming.likeness import Likeness
from briefs.naming.outcomes import Ambiguous, Finding, Found, Unknown, finding
from briefs.naming.running import Mention, Running
from briefs.naming.texts import LONGEST_TITLE, Texts, Titles, find_record
from briefs.naming.words import ASKED_BACK, CONNECTORS
from briefs.records import Register

_ENGLISH_ONLY = Labels({})
_MOST_WORDS = 14
"""Words of the longest name looked for in a line; the longest title of a held measure is found by its id or symbol."""

MOST_OFFERED = 5
"""Texts asked back at once where many fit."""


class Kind(StrEnum):
    """What words may name. The values are those of a command's parameter kinds."""

    ACTOR = "actor"
    ISSUE = "issue"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Segment:
    """The beginning of a line: the words taken, as what, and what is left of the line."""

    kind: Kind
    words: str
    answer: Finding
    rest: tuple[str, ...]


@dataclass(frozen=True)
class Names:
    """All names of one register. `prominent` are ids to offer first, most wanted first (defaults of completion)."""

    register: Register
    aliases: Iterable[tuple[str, str]]
    labels: Iterable[tuple[str, str, str]] = field(default=())
    """(language, id, name) in further languages than English."""
    prominent: Sequence[str] = field(default=())
    texts: Texts | None = field(default=None)
    """Texts voted on that are not the register's, where a voting file is imported."""
    issue_names: Iterable[tuple[str, str, str]] = field(default=())
    """(language, id, name) of issues in further languages, of each its title first."""

    @classmethod
    def of(
        cls,
        register: Register,
        aliases: Iterable[tuple[str, str]],
        labels: Iterable[tuple[str, str, str]] = (),
        prominent: Sequence[str] = (),
        texts: Texts | None = None,
        issue_names: Iterable[tuple[str, str, str]] = (),
    ) -> Names:
        """Names of a register and of the alias table's rows (folded name, alpha-3 id); rows for others are passed over.

        `aliases`, `labels` and `issue_names` are read when first needed.
        """
        return cls(register, aliases, labels, prominent, texts, issue_names)

    def find_actor(self, words: str, day: date | None = None) -> Finding:
        """States, blocs, bodies, parties, missions, organs and persons by any of their names, codes or flags.

        A former name that several may mean today is the one's who bore it on `day`, where the register dates it:
        "Yugoslavia" of June 2001 is Serbia's seat.
        """
        if not acceptable(words):
            return Unknown()
        answer = self._actors.exact(words)
        if day and isinstance(answer, Ambiguous):
            return self._of_day(answer, fold(words), day)
        return answer or Unknown(self._suggested(words.strip()))

    def _of_day(self, answer: Ambiguous, key: str, day: date) -> Finding:
        bearing = [
            id_
            for id_ in answer.ids
            for name in self.register.actors[id_].un_names
            if (name.start or name.end) and name.holds(day) and fold(name.value) == key
        ]
        return Found(bearing[0]) if len(bearing) == 1 else answer

    def find_issue(self, words: str) -> Finding:
        """Issues by id, title or a further name of the register, else by any name of a state they are about."""
        return (self._exactly(Kind.ISSUE, words) if acceptable(words) else None) or self._issues.find(words)

    def names_issue(self, words: str) -> Finding:
        """As `find_issue`, and names of states do not count: "ukraine" is a name of an issue, "myanmar" of a state."""
        return self._issues.exactly(words) or Unknown()

    def find_measure(self, words: str, until: date | None = None) -> Finding:
        """Measures by id, symbol ("A/RES/ES-11/1", "es-11/1"), title or words of the title: the register's first, then
        those of an imported file up to `until`, newest first."""
        if self.texts is None or not acceptable(words, LONGEST_TITLE):
            return self._measures.find(words)
        own = self._measures.exactly(words)
        if isinstance(own, Found):
            return own
        named = self.texts.exactly(words.strip())
        ids = named or tuple(dict.fromkeys((*self._measures.by_title(words), *self.texts.with_words(words, until))))
        if not ids:
            return self._measures.find(words)
        return finding(ids) if len(ids) == 1 else Ambiguous(ids[:MOST_OFFERED], more=max(len(ids) - MOST_OFFERED, 0))

    def exactly(self, kind: Kind | str, words: str) -> Finding:
        """Who bears exactly these words; likeness suggests nothing here, and words of a title find no text."""
        if not acceptable(words, LONGEST_TITLE if kind == Kind.MEASURE else LONGEST):
            return Unknown()
        answer = self._exactly(Kind(kind), words)
        if answer is None and kind == Kind.MEASURE and self.texts:
            ids = self.texts.exactly(words.strip())
            return finding(ids) if ids else Unknown()
        return answer or Unknown()

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """What a text names, each once and in order: exact names, written as names are (`briefs.naming.running`)."""
        return self._running.mentions(text)

    def measure_label(self, id_: str) -> str:
        """Symbol and title of a measure; the id of what is none."""
        held = self.register.measures.get(id_)
        if held:
            return f"{held.symbol}, {held.title}"
        return self.texts.label(id_) if self.texts else id_

    def measure_written(self, id_: str) -> str:
        """What to type to mean that measure alone."""
        return id_ if self.texts is None or id_ in self.register.measures else self.texts.written(id_)

    def find_record(self, words: str, records: Collection[str]) -> Finding:
        """Records among the given full ids, by full or short id."""
        return find_record(words, records)

    def segment(
        self,
        line: Sequence[str],
        kinds: Sequence[Kind | str],
        ends: Callable[[tuple[str, ...]], bool] = lambda rest: not rest,
    ) -> Segment | None:
        """Take the longest beginning of `line` that names one of `kinds`; the first kind wins between equals.

        "united states ukraine" → the United States, rest "ukraine". Where no beginning names anybody, the words up to
        the next name are taken as one unknown name of the first kind; `ends` tells of the words after it whether they
        are something else the caller knows (a day, a length). None for an empty line. Connectors ("and", "vs") before a
        name are passed over.
        """
        words = tuple(line)
        while len(words) > 1 and words[0] in CONNECTORS:
            words = words[1:]
        wanted = [Kind(kind) for kind in kinds]
        if not words or not wanted:
            return None
        named = self._longest(words, wanted)
        if named:
            return named
        cuts = range(1, min(len(words), _MOST_WORDS))
        end = next((at for at in cuts if ends(words[at:]) or self._longest(words[at:], wanted)), len(words))
        unknown = " ".join(words[:end])
        return Segment(wanted[0], unknown, self._find[wanted[0]](unknown), words[end:])

    def completions(
        self, kind: Kind | str, typed: str, limit: int = 25, language: str = ENGLISH
    ) -> tuple[Candidate, ...]:
        """(label, id) for what is typed so far, best first, at most `limit`; the defaults where nothing is typed.

        `language` is a locale as a platform names it; labels of actors and issues are in it where it is held.
        """
        wanted = Kind(kind)
        if wanted is Kind.MEASURE and self.texts is not None:
            return self._texts_beginning(self.texts, typed, limit)
        held = {Kind.ACTOR: lambda: self._spoken, Kind.ISSUE: lambda: self._titled}.get(wanted)
        spoken = held().get(language_of(language)) if held and language != ENGLISH else None
        return self._completions[wanted].best(typed, limit, spoken or _ENGLISH_ONLY)

    def _texts_beginning(self, texts: Texts, typed: str, limit: int) -> tuple[Candidate, ...]:
        """The register's measures first; what only looks like one of them stands for nothing else that begins so."""
        filed = texts.beginning(typed, limit) if acceptable(typed) else ()
        own = self._completions[Kind.MEASURE].best(typed, limit, _ENGLISH_ONLY, guess=not filed)
        kept = {id_ for _, id_ in own}
        more = ((shortened(texts.label(id_)), id_) for id_ in filed if id_ not in kept)
        return tuple(islice(chain(own, more), limit))

    def _longest(self, words: tuple[str, ...], kinds: Sequence[Kind]) -> Segment | None:
        for length in range(min(len(words), _MOST_WORDS), 0, -1):
            text = " ".join(words[:length])
            if not acceptable(text):
                continue
            for kind in kinds:
                answer = self._exactly(kind, text)
                if answer:
                    return Segment(kind, text, answer, words[length:])
        return None

    def _exactly(self, kind: Kind, text: str) -> Found | Ambiguous | None:
        match kind:
            case Kind.ACTOR:
                return self._actors.exact(text)
            case Kind.ISSUE:
                return self._issues.exactly(text) or self._about(text)
            case Kind.MEASURE:
                return self._measures.exactly(text)

    def _about(self, text: str) -> Found | Ambiguous | None:
        """The issues about the one state of that name: what else "Georgia" may mean is no issue."""
        states = _ids(self._actors.exact(text))
        if len(states) != 1:
            return None
        ids = tuple(issue.id for issue in self.register.issues.values() if states[0] in issue.about)
        return finding(ids) if ids else None

    def _suggested(self, raw: str, limit: int = 5) -> tuple[str, ...]:
        """A code typed in the wrong case first, then the likeliest names."""
        code = raw.upper()
        coded = self._actors.by_code.get(code) or (code if code in self.register.actors else None)
        likely = self._likeness.nearest(fold(raw), limit)
        return tuple(dict.fromkeys((coded, *likely) if coded else likely))[:limit]

    @property
    def _find(self) -> Mapping[Kind, Callable[[str], Finding]]:
        return {Kind.ACTOR: self.find_actor, Kind.ISSUE: self.find_issue, Kind.MEASURE: self.find_measure}

    @cached_property
    def _actors(self) -> ActorNames:
        return ActorNames(self.register, self.aliases)

    @cached_property
    def _running(self) -> Running:
        def exact(words: str) -> Finding | None:
            return self._actors.exact(words) if acceptable(words) else None

        def symbol(words: str) -> Finding:
            return self.exactly(Kind.MEASURE, words)

        return Running.of(self.register, list(self.labels), self._issue_names, exact, symbol)

    @cached_property
    def _issues(self) -> Titles:
        actors, issues = self.register.actors, self.register.issues
        near = {
            issue.id: tuple(name for state in issue.about for name in names_of(actors[state]))
            for issue in issues.values()
        }
        named: dict[str, list[str]] = {}
        for _, id_, name in self._issue_names:
            named.setdefault(id_, []).append(name)
        return Titles.of_issues(issues, near, named)

    @cached_property
    def _measures(self) -> Titles:
        return Titles.of_measures(self.register.measures)

    @cached_property
    def _likeness(self) -> Likeness:
        several = {
            word: tuple(actor for actor in ids if actor in self.register.actors) for word, ids in ASKED_BACK.items()
        }
        return Likeness({**self._actors.own, **several}, self._actors.foreign)

    @cached_property
    def _spoken(self) -> Mapping[str, Labels]:
        """Language → what actors are called in it; English needs no entry."""
        kept: dict[str, dict[str, str]] = {}
        for language, actor, name in self.labels:
            if actor in self.register.actors:
                kept.setdefault(language, {})[actor] = name
        return {language: Labels(names) for language, names in kept.items()}

    @cached_property
    def _issue_names(self) -> Sequence[tuple[str, str, str]]:
        return [row for row in self.issue_names if row[1] in self.register.issues]

    @cached_property
    def _titled(self) -> Mapping[str, Labels]:
        """Language → what issues are called in it."""
        kept: dict[str, dict[str, str]] = {}
        for language, issue, name in self._issue_names:
            kept.setdefault(language, {}).setdefault(issue, name)
        return {language: Labels(names) for language, names in kept.items()}

    @cached_property
    def _completions(self) -> Mapping[Kind, Completions]:
        return {
            Kind.ACTOR: self._actor_completions(),
            Kind.ISSUE: self._text_completions(
                Kind.ISSUE, self._issues, {i.id: i.title for i in self.register.issues.values()}
            ),
            Kind.MEASURE: self._text_completions(
                Kind.MEASURE, self._measures, {m.id: f"{m.symbol}: {m.title}" for m in self.register.measures.values()}
            ),
        }

    def _actor_completions(self) -> Completions:
        actors = self.register.actors

        def names(id_: str) -> Iterable[str]:
            return (*names_of(actors[id_]), id_, actors[id_].iso2 or "")

        return Completions(
            labels={id_: actor.name for id_, actor in actors.items()},
            names=names,
            far=lambda: self._actors.foreign,
            exact=lambda typed: _ids(self._actors.exact(typed)),
            like=lambda key: self._likeness.nearest(key, 25),
            defaults=self._defaults([*_states_first(self.register)]),
            prominent=sum(id_ in actors for id_ in self.prominent),
        )

    def _text_completions(self, kind: Kind, titles: Titles, labels: Mapping[str, str]) -> Completions:
        return Completions(
            labels=labels,
            names=lambda id_: (*titles.names[id_], *titles.near.get(id_, ())),
            far=lambda: titles.foreign,
            exact=lambda typed: _ids(self._exactly(kind, typed)),
            like=lambda key: titles.likeness.nearest(key, 25),
            defaults=self._defaults([*labels]),
            prominent=len(labels),  # in the register's order in every language
        )

    def _defaults(self, ids: Sequence[str]) -> tuple[str, ...]:
        held = set(ids)
        return tuple(dict.fromkeys((*(id_ for id_ in self.prominent if id_ in held), *ids)))


def _states_first(register: Register) -> Iterable[str]:
    """Member states by usual name, then blocs, then everybody else."""
    order = {ActorKind.STATE: 0, ActorKind.OBSERVER: 0, ActorKind.BLOC: 1}
    return sorted(
        register.actors,
        key=lambda id_: (order.get(register.actors[id_].kind, 2), fold(register.actors[id_].name)),
    )


def _ids(answer: Found | Ambiguous | None) -> tuple[str, ...]:
    match answer:
        case Found(id_):
            return (id_,)
        case Ambiguous(ids):
            return ids
        case None:
            return ()
