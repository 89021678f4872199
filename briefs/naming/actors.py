"""Exact finding of actors: ids, codes, flags, the register's own names, then the names of all languages.

Order of strength, each step answering only if the one before said nothing:

1. the id itself, a flag, an alpha-2 code in capitals, an M49 number;
2. words that mean several actors, or one and somebody who is none; words that are no actor (`words.py`);
3. the register's names, demonyms and United Nations names: English wins over a homonym in another language;
4. alpha-3 codes in any case (unless they are English words) together with the names of all languages: where a code is
   another state's name in some language ("nga" is Russia in Vietnamese), both are asked back;
5. the same names once more: "Korea, South" turned round, "St." spelt out, accents left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from briefs.naming.folding import fold, unaccented
from briefs.naming.outcomes import Ambiguous, Found, finding
from briefs.naming.words import ASKED_BACK, BESIDE, CODE_WORDS, NO_ACTOR, SPELT_OUT
from briefs.records import Actor, Register

_FLAG_WORD = re.compile(r":flag[-_]([a-z]{2}):")
_TURNED = re.compile(r"([^,(]+)[,(]([^,()]+)\)?")
_REGIONAL_A = 0x1F1E6
_SHORTEST_UNACCENTED = 4
"""Letters a word needs before its accents may be left out: "áo" is Austria in Vietnamese, "ao" is nothing."""


def spellings(name: str) -> tuple[str, ...]:
    """The folded forms under which one name is kept: "d'Ivoire" is typed "divoire" and "d ivoire"."""
    key = fold(name)
    apart = fold(name.replace("'", " ").replace("’", " "))
    return (key,) if apart == key else (key, apart)


def names_of(actor: Actor) -> Iterator[str]:
    """Every English name the register gives an actor, the usual one first, demonyms last."""
    yield actor.name
    if actor.short:
        yield actor.short
    for dated in actor.un_names:
        yield dated.value
    yield from actor.names
    yield from actor.demonyms


@dataclass(frozen=True)
class ActorNames:
    """All names of all actors. The rows of `aliases` (folded name, id) are read once, when first needed."""

    register: Register
    aliases: Iterable[tuple[str, str]]

    @cached_property
    def own(self) -> Mapping[str, tuple[str, ...]]:
        """Folded name → ids, from the register alone."""
        kept: dict[str, tuple[str, ...]] = {}
        for actor in self.register.actors.values():
            for name in (actor.id, *names_of(actor)) if actor.id.islower() else names_of(actor):
                for key in spellings(name):
                    held = kept.get(key, ())
                    if actor.id not in held:
                        kept[key] = (*held, actor.id)
        kept.pop("", None)
        return kept

    @cached_property
    def foreign(self) -> Mapping[str, tuple[str, ...]]:
        """Folded name → ids, from the alias table: CLDR names of all languages."""
        kept: dict[str, tuple[str, ...]] = {}
        for key, actor in self.aliases:
            if actor in self.register.actors:
                kept[key] = (*kept[key], actor) if key in kept else (actor,)
        return kept

    @cached_property
    def plain(self) -> Mapping[str, tuple[str, ...]]:
        """Name without accents → ids, for names that have accents."""
        kept: dict[str, tuple[str, ...]] = {}
        for names in (self.own, self.foreign):
            for key, ids in names.items():
                bare = unaccented(key)
                if bare != key and len(bare) >= _SHORTEST_UNACCENTED:
                    kept[bare] = tuple(dict.fromkeys(kept.get(bare, ()) + ids))
        return kept

    @cached_property
    def by_code(self) -> Mapping[str, str]:
        """Alpha-2 codes in capitals and M49 numbers → id."""
        actors = self.register.actors.values()
        codes = {actor.iso2: actor.id for actor in actors if actor.iso2}
        return codes | {actor.m49: actor.id for actor in actors if actor.m49}

    def exact(self, words: str) -> Found | Ambiguous | None:
        """Who bears exactly that name; None for nobody. `words` must be `acceptable`."""
        raw = words.strip()
        if raw in self.register.actors:
            return Found(raw)
        key = fold(raw)
        coded = self._by_flag(raw) or self.by_code.get(raw)
        if coded:
            return finding(tuple(dict.fromkeys((coded, *self._other_than_states(key)))))
        if key in ASKED_BACK:
            held = self._asked_back(key)
            return finding(held) if held else None
        if key in BESIDE and BESIDE[key][0] in self.register.actors:
            actor, beside = BESIDE[key]
            return Ambiguous((actor,), beside)
        if not key or key in NO_ACTOR:
            return None
        return self._by_name(raw, key)

    def _by_name(self, raw: str, key: str) -> Found | Ambiguous | None:
        for candidate in _candidates(raw, key):
            ids = self._asked_back(candidate) or self.own.get(candidate) or self._code_or_foreign(candidate)
            if ids:
                return finding(ids)
        bare = unaccented(key)
        if len(bare) < _SHORTEST_UNACCENTED or bare in NO_ACTOR:
            return None
        ids = self._asked_back(bare) or self.own.get(bare, ())
        ids = ids or tuple(dict.fromkeys((*self.foreign.get(bare, ()), *self.plain.get(bare, ()))))
        return finding(ids) if ids else None

    def _asked_back(self, key: str) -> tuple[str, ...]:
        return tuple(actor for actor in ASKED_BACK.get(key, ()) if actor in self.register.actors)

    def _code_or_foreign(self, key: str) -> tuple[str, ...]:
        code = key.upper()
        coded = (code,) if len(key) == 3 and code in self.register.actors and key not in CODE_WORDS else ()
        return tuple(dict.fromkeys((*coded, *self.foreign.get(key, ()))))

    def _other_than_states(self, key: str) -> Iterator[str]:
        """Blocs and others known by a code's letters: "AU" is Australia and the African Union."""
        return (actor for actor in self.own.get(key, ()) if not self.register.actors[actor].iso2)

    def _by_flag(self, raw: str) -> str | None:
        letters = [ord(char) - _REGIONAL_A for char in raw if char != "\ufe0f"]
        if len(letters) == 2 and all(0 <= letter < 26 for letter in letters):
            code = "".join(chr(ord("A") + letter) for letter in letters)
        elif match := _FLAG_WORD.fullmatch(raw.lower()):
            code = match[1].upper()
        else:
            return None
        slug = code.lower()  # 🇪🇺 and 🇺🇳 are flags of actors without a country code
        return self.by_code.get(code) or (slug if slug in {"eu", "un"} & self.register.actors.keys() else None)


def _candidates(raw: str, key: str) -> Iterator[str]:
    """The folded words, then the same turned round ("Korea, South") and spelt out ("St. Lucia")."""
    yield key
    turned = _TURNED.fullmatch(raw)
    if turned:
        yield fold(f"{turned[2]} {turned[1]}")
    spelt = " ".join(SPELT_OUT.get(word, word) for word in key.split())
    if spelt != key:
        yield spelt
