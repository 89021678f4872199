"""Names in running text: whom and what a text names, in the order in which it does. Exact names only, never likeness.

A text is not a question. There "can" is a verb, "Maurice" a person and "Latin America" no country, so that less counts
here than where one asks: no codes of countries, no names that only the table of all languages has. In scripts with
capitals a name must be written as one. What stands in `WHOLES` is taken first and names nobody. Words that several bear
are mentioned with all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefs.naming.actors import names_of, spellings
from briefs.naming.folding import fold, script, unaccented
from briefs.naming.outcomes import Ambiguous, Finding, Found
from briefs.naming.words import ASKED_BACK, NO_ACTOR
from briefs.records import Register

_WORD = re.compile(r"\w+")
_PASSED_OVER = re.compile(r"https?://\S+|<[^<>\s]*>")
"""Addresses, and what a chat writes for people, places and pictures: nobody reads them as words."""
_BREAK = re.compile(r"[,;:!?…|/\\\n\r\t\"“”«»]|(?<!\bSt)(?<!\bSte)(?<!\bRep)(?<!\bDem)\.\s|\s[-–—]\s")
"""No name goes on beyond it; the dot of an abbreviation is none of them."""
_BEGUN = re.compile(r"(?:^|[.!?…:\n\r\"“«])[\s\W]*$")
"""After this a capital says nothing."""
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_SYMBOL = re.compile(
    r"(?<![\w/])(?:"
    r"(?P<full>[AaSs]/(?:RES|DEC|res|dec)/(?:ES-|S-)?\d{1,4}(?:/\d{1,4})?(?:\s?\((?:[IVXLC]+|\d{4})\)|\[?[A-Z]\]?)?)"
    r"|[Rr][eé]soluci(?:ón|on)\s(?P<es>(?:ES-|S-)?\d{1,3}/\d{1,4})"
    r"|[Rr][eé]solution\s(?P<said>(?:ES-|S-)?\d{1,3}/\d{1,4})"
    r"|(?P<bare>ES-\d{1,2}/\d{1,3}|\d{1,4}\s?\([IVXLC]{2,}\))"
    r")(?![\w/])"
)
_CASED = frozenset({"LATIN", "GREEK", "CYRILLIC", "ARMENIAN"})
_SHORTEST = 4
"""Letters a name needs in small letters, and in a language other than English."""
_KHMER = re.compile("[\u1780-\u17ff]")

SMALL_WORDS = frozenset(
    {
        "america", "burkina", "chad", "chile", "china", "congo", "emirates", "georgia", "guinea", "holland", "jordan",
        "mali", "niger", "oman", "palau", "palestine", "peru", "samoa", "salvador", "siam", "solomons", "togo", "tonga",
        "trinidad", "turkey", "japan", "malta", "panama", "grenada", "dominica", "ceylon", "persia", "grandi",
    }
)  # fmt: skip
"""Names that are words of their own in small letters (a turkey, fine china, to japan, a panama) or names of persons."""

NO_NAMES = frozenset({"maurice", "dominique", "polen", "turki"})
"""Names of a state in one language that mean something else in another (Maurice, Dominique: persons)."""

IN_CAPITALS = frozenset({"us", "car"})
"""Abbreviations that are words of their own where all is written in capitals."""

WHOLES = frozenset(
    {
        # Parts of the world, and places that share a name with a state.
        "latin america", "latin american", "latin americans", "south america", "south american", "south americans",
        "north america", "north american", "north americans", "central america", "central american",
        "central americans", "african american", "african americans", "native american", "native americans",
        "american samoa", "british virgin islands", "british indian ocean territory", "british columbia",
        "french guiana", "french polynesia", "french southern territories", "netherlands antilles", "dutch caribbean",
        "northern ireland", "inner mongolia", "new mexico", "new england", "georgia tech", "lake chad",
        "chad basin", "lake malawi", "jordan river", "river jordan", "jordan valley", "west jordan", "congo river",
        "congo basin", "niger delta", "niger river", "river niger", "panama canal", "panama papers", "guinea pig",
        "guinea pigs", "guinea fowl", "brazil nut", "brazil nuts", "new south wales", "khmer rouge",
        # Seas and gulfs.
        "indian ocean", "south china sea", "east china sea", "sea of japan", "persian gulf", "gulf of mexico",
        "gulf of oman", "gulf of guinea", "gulf of thailand", "gulf of panama", "philippine sea", "norwegian sea",
        "irish sea",
        # The same in French and Spanish.
        "irlande du nord", "irlanda del norte", "nouveau mexique", "nuevo méxico", "mer de chine",
        "mer de chine méridionale", "mar de china", "mar de china meridional", "golfe du mexique", "golfo de méxico",
        "golfe de guinée", "golfo de guinea", "mer du japon", "mar del japón", "delta du niger", "delta del níger",
        "canal de panamá", "canal de panama", "mongolie intérieure", "mongolia interior", "lac tchad", "lago chad",
        "nueva guinea", "nouvelle guinée", "new guinea",
    }
)  # fmt: skip
"""Folded phrases with a state's name in them that mean something else."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One name in a text: its words as they stand there, from which character on, and who bears it. `beside` names who
    else does, where that is no actor; without ids it is a symbol of no text held."""

    kind: str
    words: str
    at: int
    ids: tuple[str, ...] = ()
    beside: str = ""


@dataclass(frozen=True, slots=True)
class _Name:
    """Who bears a name, and how it must be written: in capitals throughout, with one first, or (`small`) either way."""

    id: str
    capitals: bool = False
    small: bool = False


@dataclass(frozen=True, slots=True)
class Index:
    """Folded name → who bears it. `longest`: first word of a name → words of the longest that begins so."""

    names: dict[str, list[_Name]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)

    def hold(self, name: str, id_: str, *, small: bool) -> None:
        """Enter a name, and it without its accents."""
        capitals = name.isupper() and " " not in name
        for key in {*spellings(name), unaccented(fold(name))}:
            one = _Name(id_, capitals, small and not capitals and key not in SMALL_WORDS)
            self.names.setdefault(key, []).append(one)
        self.begin(name)

    def begin(self, name: str) -> None:
        """Look for names that begin as this one does."""
        words = _WORD.findall(name)
        while len(words) > 1 and words[0].lower() == "the":
            del words[0]
        for first in {fold(words[0]), unaccented(fold(words[0]))} if words else ():
            self.longest[first] = max(self.longest.get(first, 0), len(words))


@dataclass(frozen=True, slots=True)
class Running:
    """The names that count in a text: `actors` and `issues` by words, `khmer` (name → id) within unparted writing.
    `exact` and `symbol` say who bears just these words, as where one asks."""

    actors: Index
    issues: Index
    khmer: Mapping[str, tuple[str, ...]]
    exact: Callable[[str], Finding | None]
    symbol: Callable[[str], Finding]

    @classmethod
    def of(
        cls,
        register: Register,
        labels: Sequence[tuple[str, str, str]],
        issue_names: Sequence[tuple[str, str, str]],
        exact: Callable[[str], Finding | None],
        symbol: Callable[[str], Finding],
    ) -> Running:
        """`labels` and `issue_names`: rows (language, id, name)."""
        called = {actor.id: list(names_of(actor)) for actor in register.actors.values()}
        demonyms = {(actor.id, name) for actor in register.actors.values() for name in actor.demonyms}
        foreign = [(id_, name) for _, id_, name in labels if id_ in called and _counts(name)]
        khmer: dict[str, tuple[str, ...]] = {}
        actors, issues = Index(), Index()
        for id_, name in [*((id_, name) for id_, names in called.items() for name in names), *foreign]:
            if _KHMER.match(name):
                khmer[name] = tuple(dict.fromkeys((*khmer.get(name, ()), id_)))
            else:
                actors.hold(name, id_, small=name in called[id_] and (id_, name) not in demonyms)
        for id_, name in foreign:
            called[id_].append(name)
        for word, ids in ASKED_BACK.items():
            held = [id_ for id_ in ids if id_ in called]
            if held and all(_is_part(word, called[id_]) for id_ in held):
                actors.names.setdefault(word, []).extend(map(_Name, held))
                actors.begin(word)
        for issue in register.issues.values():
            for name in (issue.title, *issue.aliases):
                issues.hold(name, issue.id, small=" " in name)
        for _, id_, name in issue_names:
            issues.hold(name, id_, small=" " in name)
        for whole in WHOLES:
            actors.begin(whole)
        return cls(actors, issues, dict(sorted(khmer.items(), key=lambda row: -len(row[0]))), exact, symbol)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """All that the text names, each once, in order."""
        text = _PASSED_OVER.sub(lambda match: " " * len(match[0]), text)
        words = list(_WORD.finditer(text))
        found = [*self._symbols(text), *self._flags(text), *self._within_khmer(text)]
        found += [
            *self._named(text, words, self._actor, self.actors),
            *self._named(text, words, self._issue, self.issues),
        ]
        found.sort(key=lambda one: (one.at, -len(one.words)))
        first: dict[tuple[str, object], Mention] = {}
        for one in found:
            first.setdefault((one.kind, one.ids or one.words), one)
        return tuple(first.values())

    def _named(
        self,
        text: str,
        words: Sequence[re.Match[str]],
        named: Callable[[str, int, str], Mention | None],
        index: Index,
    ) -> Iterator[Mention]:
        """The longest name that begins at each word; nothing within it begins another one."""
        at = 0
        while at < len(words):
            longest = min(index.longest.get(fold(words[at][0]), 0), len(words) - at)
            taken = 1
            for count in range(longest, 0, -1):
                start, end = words[at].start(), words[at + count - 1].end()
                said = _closed(text, start, end)
                if _BREAK.search(said):
                    continue
                if fold(said) in WHOLES:
                    taken = count
                    break
                mention = named(text, start, said)
                if mention:
                    yield mention
                    taken = count
                    break
            at += taken

    def _actor(self, text: str, at: int, said: str) -> Mention | None:
        key = fold(said)
        ids = [name.id for name in self.actors.names.get(key, ()) if _fits(name, said, key, shouted=text.isupper())]
        if not ids or key in NO_ACTOR:
            return None
        match self.exact(said):
            case Found(id_):
                ids.append(id_)
            case Ambiguous(several, beside):
                return Mention("actor", said, at, tuple(dict.fromkeys((*several, *ids))), beside)
        return Mention("actor", said, at, tuple(dict.fromkeys(ids)))

    def _issue(self, text: str, at: int, said: str) -> Mention | None:
        """What is an actor's name too means the actor. One word alone must be written as a name."""
        key = fold(said)
        ids = [name.id for name in self.issues.names.get(key, ()) if name.small or _as_a_name(text, at, said)]
        return Mention("issue", said, at, tuple(dict.fromkeys(ids))) if ids and key not in self.actors.names else None

    def _flags(self, text: str) -> Iterator[Mention]:
        for match in _FLAG.finditer(text):
            if isinstance(found := self.exact(match[0]), Found):
                yield Mention("actor", match[0], match.start(), (found.id,))

    def _within_khmer(self, text: str) -> Iterator[Mention]:
        """Khmer parts no words: a name counts where no sign of its last letter is cut off. Short names are
        syllables of other words: they must stand by themselves, or after "country"."""
        if not _KHMER.search(text):
            return
        left = text
        for name, ids in self.khmer.items():
            alone = len(name) <= _SHORTEST
            ends = "(?![\u1780-\u17ff])" if alone else "(?![\u17b4-\u17d3\u17dd])"
            begins = "(?:(?<![\u1780-\u17ff])|(?<=ប្រទេស))" if alone else "(?<!\u17d2)"
            for match in re.finditer(begins + re.escape(name) + ends, left):
                yield Mention("actor", name, match.start(), ids)
                left = left[: match.start()] + " " * len(name) + left[match.end() :]

    def _symbols(self, text: str) -> Iterator[Mention]:
        for match in _SYMBOL.finditer(text):
            said = next(filter(None, match.groups()))
            found = self.symbol(said.upper())
            at = match.start() + match[0].index(said)
            if isinstance(found, Found):
                yield Mention("measure", said, at, (found.id,))
            elif isinstance(found, Ambiguous):
                yield Mention("measure", said, at, found.ids)
            elif match["bare"] is None:
                yield Mention("measure", said, at)


def _closed(text: str, start: int, end: int) -> str:
    """The words with the bracket or the last dot of an abbreviation that belongs to them."""
    said = text[start:end]
    last = ")" if "(" in said else "." if "." in said and " " not in said else ""
    return said + last if last and text[end : end + 1] == last else said


def _counts(name: str) -> bool:
    """Whether a name in another language is one that a text can be searched for."""
    key = fold(name)
    return key not in NO_NAMES and (script(key) not in _CASED or len(key) >= _SHORTEST)


def _is_part(word: str, names: Sequence[str]) -> bool:
    return any(f" {word} " in f" {fold(name)} " for name in names)


def _fits(name: _Name, said: str, key: str, *, shouted: bool) -> bool:
    """Whether it is written as this name is."""
    if script(key) not in _CASED:
        return True
    if name.capitals:
        return said.isupper() and not (shouted and key in IN_CAPITALS)
    return said[0].isupper() or (name.small and len(key) >= _SHORTEST)


def _as_a_name(text: str, at: int, said: str) -> bool:
    """Whether one word is written as names are: in capitals among small letters, or with one inside a sentence."""
    if said.isupper():
        return len(said) > 1 and not text.isupper()
    return said[0].isupper() and not _BEGUN.search(text[:at])
