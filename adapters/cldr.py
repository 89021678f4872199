"""`python -m adapters.cldr`: writes records/register/aliases.tsv, the names of all states in all languages.

Territory names and cities come from CLDR, which Babel carries; the rest from records/register/names/*.tsv, each with
its source (`adapters/gleaning.py` took them out of packages; reviewed.tsv is written by hand), and from
`adapters/formal.py`. All are read here and never at run time. The table is folded (`briefs.naming.folding`), sorted and
the same, byte for byte, for the same sources. Rules:

- the ids are those of records/register/states.yaml, matched by their alpha-2 code;
- a name with something in brackets ("Myanmar (Burma)") also stands under either part, except for states whose bare
  name is asked back: "Congo (RDC)" must not make "Congo" anybody's;
- a name that two states share stands once for each, and is asked back;
- a Latin name that only little asked languages use, and that is one slip of the finger from the usual name of another
  state, stands for that state too, so that it is asked back;
- a capital stands for its state unless what it is called is a name of another state, too;
- what completion shows (`adapters/labels.py`, to be run first) is found, the two unions' names too;
- slips of CLDR that would answer with the wrong state are left out by hand (`_SLIPS`);
- words for peoples (peoples.tsv) stand in every form (`adapters/peoples.py`), save those that are somebody else's name;
- names with a hyphen stand without it too, Chinese ones in traditional characters, Arabic ones in -يا with -ية;
- names the register itself gives are the register's and need no row, but do no harm.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from adapters.aliases import LabelTable
from adapters.formal import formal_names
from adapters.peoples import peoples
from briefs.naming.folding import fold, script, unaccented
from briefs.naming.words import ASKED_BACK

STATES = Path("records/register/states.yaml")
TABLE = Path("records/register/aliases.tsv")
LABELS = Path("records/register/labels.tsv")
NAMES = Path("records/register/names")

_BRACKETS = re.compile(r"([^()（）]+)[(（]([^()（）]+)[)）]\s*")
_SHORTEST_PART = 3
_SLIPS = frozenset({("λατινικὴ ἀμερική", "LAO"), ("संयुक्त राष्ट्र", "GBR")})
"""Rows of CLDR that are plainly wrong: "Latin America" for Laos, "United Nations" for the United Kingdom."""
_DOUBTFUL = frozenset({"victoria", "male", "roma", "rom", "san jose", "hamilton"})
"""Folded names of capitals that mean somebody else at least as often; reviewed.tsv has them told apart."""
_WIDELY_ASKED = frozenset(
    ["en", "fr", "es", "ru", "ar", "zh", "km", "pt", "de", "ja", "id", "vi", "th", "lo", "my", "ms"]
)
"""Languages whose names are always answered: the six of the United Nations and those of issues and readers so far."""
_LATIN_CITIES = frozenset({"it", "nl", "pl", "tr", "sv", "cs", "ro", "hu", "da", "nb", "hr", "sl", "sk", "ca"})
"""Further languages whose Latin names of cities are taken; of others they too often look like something else."""
_TRADITIONAL = str.maketrans(
    "国韩马亚尔兰罗东门乌劳华卢圣坚宾岛库达挝泽湾约维缅联莱赞贝连钦鲁齐龙刚冈几乔伦纳苏叙汤图兹别宁属顿会纽绍绿众义团独诺萨杰麦内",
    "國韓馬亞爾蘭羅東門烏勞華盧聖堅賓島庫達撾澤灣約維緬聯萊贊貝連欽魯齊龍剛岡幾喬倫納蘇敘湯圖茲別寧屬頓會紐紹綠眾義團獨諾薩傑麥內",
)
"""Simplified characters of names of states → traditional ones, where CLDR's traditional names are other words."""
_SHARED = frozenset(actor for ids in ASKED_BACK.values() for actor in ids)

HEADER = """\
# Names of states and their capitals in every language of the Unicode Common Locale Data Repository, folded.
# Generated: do not edit. Source: CLDR {cldr} territories and cities, through Babel {babel}, and the files of names/.
# Licence: Unicode-3.0 (https://www.unicode.org/license.txt). Copyright 1991-2025 Unicode, Inc. All rights reserved.
# Capitals: GeoNames, CC BY 4.0; names of the United Nations: hdx-python-country, MIT; reviewed names: CC0 1.0.
# Made by: python -m adapters.cldr
# Columns: folded name, ISO 3166 alpha-3 id. A name on several rows is asked back. Rows: {rows}, from {locales} locales.
"""


@dataclass(frozen=True, slots=True)
class State:
    """What the generator needs of one state of the register."""

    id: str
    iso2: str
    name: str


def states_of(path: Path) -> tuple[State, ...]:
    """Every state of the register's file. Raises OSError or KeyError for another file."""
    listed = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)["states"]  # noqa: S506 (BaseLoader is safe)
    return tuple(State(state["id"], state["iso2"], state["name"]) for state in listed)


def territory_names(states: Iterable[State]) -> dict[tuple[str, str], set[str]]:
    """(name as CLDR spells it, id) → codes of the languages that call the state so, over every locale."""
    from babel import Locale, localedata

    codes = {state.iso2: state.id for state in states}
    names: dict[tuple[str, str], set[str]] = {}
    for identifier in localedata.locale_identifiers():
        locale = Locale.parse(identifier)
        territories = locale.territories
        for code, actor in codes.items():
            if name := territories.get(code):
                names.setdefault((name, actor), set()).add(locale.language)
    return names


def aliases(names: Mapping[tuple[str, str], set[str]], states: Iterable[State]) -> list[tuple[str, str]]:
    """Folded, single and sorted rows of the table."""
    languages: dict[tuple[str, str], set[str]] = {}
    for (name, actor), spoken in names.items():
        for key in _forms(name, actor):
            languages.setdefault((key, actor), set()).update(spoken)
    rows = {row for row in languages.keys() - _SLIPS if row[0]}
    return sorted(rows | set(_mistakable({row: languages[row] for row in rows}, states)))


def _forms(name: str, actor: str) -> Iterator[str]:
    yield fold(name)
    brackets = _BRACKETS.fullmatch(name)
    if brackets and actor not in _SHARED:
        yield from (part for part in map(fold, brackets.groups()) if len(part) >= _SHORTEST_PART)


def _mistakable(rows: Mapping[tuple[str, str], set[str]], states: Iterable[State]) -> Iterator[tuple[str, str]]:
    """Rows for the *other* states a rare name may be a slip for: "ugana", Ghana in Makhuwa, is Uganda mistyped."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    usual = {unaccented(fold(state.name)): state.id for state in states}
    own = {actor: name for name, actor in usual.items()}
    for (key, actor), spoken in rows.items():
        bare = unaccented(key)
        if spoken & _WIDELY_ASKED or script(key) != "LATIN" or bare in usual:
            continue
        nearest = OSA.distance(bare, own[actor])
        for name, distance, _ in process.extract(bare, list(usual), scorer=OSA.distance, score_cutoff=1, limit=None):
            if usual[name] != actor and distance <= nearest:
                yield key, usual[name]


Names = set[tuple[str, str]]
"""(name, id), as spelt or folded."""


@dataclass(frozen=True, slots=True)
class Written:
    """The rows of one file of records/register/names: (name, id, what)."""

    rows: tuple[tuple[str, str, str], ...]

    @classmethod
    def read(cls, path: Path) -> Written:
        """Raises OSError for a missing file, ValueError for a row that is not three columns."""
        rows = []
        for line in path.read_text("utf-8").splitlines():
            if line and line[0] != "#":
                actor, name, what = line.split("\t")
                rows.append((name, actor, what))
        return cls(tuple(rows))

    def names(self, *whats: str) -> Names:
        """(name, id) of the rows that are one of `whats`; all rows without any."""
        return {(name, actor) for name, actor, what in self.rows if not whats or what in whats}


def capital_cities(capitals: Names, states: Iterable[State]) -> Names:
    """What every locale calls the capital, where a time zone is named after it."""
    from babel import Locale, localedata
    from babel.core import get_global

    english = Locale.parse("en").time_zones
    wanted = {(fold(name), actor) for name, actor in capitals}
    zones: dict[str, str] = {}
    for state in states:
        for zone in get_global("territory_zones").get(state.iso2, ()):
            city = english.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
            if (fold(city), state.id) in wanted:
                zones[zone] = state.id
    kept: Names = set()
    for locale in map(Locale.parse, localedata.locale_identifiers()):
        held = locale.time_zones
        named = {(held[zone]["city"], actor) for zone, actor in zones.items() if "city" in held.get(zone, ())}
        usual = locale.language in _WIDELY_ASKED | _LATIN_CITIES
        kept |= {(name, actor) for name, actor in named if usual or script(fold(name)) != "LATIN"}
    return kept


def formal(un: Written, spoken: Mapping[tuple[str, str], set[str]]) -> Names:
    """Formal names in further languages from the English ones."""
    short: dict[tuple[str, str], set[str]] = {}
    for (name, actor), languages in spoken.items():
        for language in languages:
            short.setdefault((language, actor), set()).add(name)
    codes = {"French": "fr", "Spanish": "es", "Russian": "ru", "Chinese": "zh", "Arabic": "ar"}
    for name, actor, what in un.rows:
        kind, _, language = what.partition(" ")
        if kind == "short" and language in codes:
            short.setdefault((codes[language], actor), set()).add(name)
    return set(formal_names(sorted(un.names("formal English")), short))


def folded(names: Iterable[tuple[str, str]], first: bool = False) -> Names:
    """Folded rows; with `first`, "Bolivia (Plurinational State of)" stands under its first part as well."""
    kept = {(fold(name), actor) for name, actor in names}
    if first:
        apart = {(name.partition("(")[0], actor) for name, actor in names if "(" in name and actor not in _SHARED}
        kept |= {(fold(name), actor) for name, actor in apart}
    return {row for row in kept if row[0]}


def undoubted(further: Names, named: Names, shortest: int = _SHORTEST_PART) -> Names:
    """The further rows whose name, with and without accents, is no other state's: lists of one author hold slips."""
    bearers: dict[str, set[str]] = {}
    for key, actor in named | further:
        for form in (key, unaccented(key)):
            bearers.setdefault(form, set()).add(actor)
    return {
        (key, actor)
        for key, actor in further
        if bearers[key] == bearers[unaccented(key)] == {actor} and len(key) >= shortest and key not in ASKED_BACK
    }


def respelt(names: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The same names as people also write them: "Southwest Africa", سورية for سوريا, 韓國 for 韩国."""
    for name, actor in names:
        letters = script(fold(name))
        if letters == "LATIN" and "-" in name:
            yield name.replace("-", ""), actor
        elif letters == "ARABIC" and name.endswith("يا"):
            yield name.removesuffix("ا") + "ة", actor
        elif letters == "CJK" and name != (turned := name.translate(_TRADITIONAL)):
            yield turned, actor


def shared(people: Names) -> Names:
    """The words that mean the people of two states ("congolais"): written by hand for both, and asked back."""
    bearers = Counter(key for key, _ in people)
    return {(key, actor) for key, actor in people if bearers[key] > 1}


def seats(reviewed: Names, gleaned: Names, states: Names) -> Names:
    """Capitals and seats of power; the reviewed come first, and no state's name is another's capital."""
    bearers: dict[str, set[str]] = {}
    for key, actor in states | {(unaccented(key), actor) for key, actor in states}:
        bearers.setdefault(key, set()).add(actor)
    kept = {(key, actor) for key, actor in reviewed if bearers.get(key, {actor}) == {actor}}
    taken = dict(kept)
    doubtful = {key for key, _ in gleaned} & _DOUBTFUL
    return kept | {
        (key, actor)
        for key, actor in gleaned
        if len(key) > 1
        and key not in doubtful
        and bearers.get(key, {actor}) == bearers.get(unaccented(key), {actor}) == {actor}
        and taken.get(key, actor) == actor
    }


def rows_of(states: Iterable[State]) -> list[tuple[str, str]]:
    """Every row of the table, sorted."""
    listed = tuple(states)
    spoken = territory_names(listed)
    un, reviewed, capitals = (Written.read(NAMES / f"{name}.tsv") for name in ("un", "reviewed", "capitals"))
    named = (
        set(aliases(spoken, listed))
        | folded(un.names(), first=True)
        | folded(Written.read(NAMES / "variants.tsv").names(), first=True)
    )
    named |= folded(reviewed.names("formal", "former")) | folded(formal(un, spoken))
    named |= folded((name, actor) for _, actor, name in LabelTable(LABELS))
    further = folded(
        name for file in ("spellings", "native", "scripts") for name in Written.read(NAMES / f"{file}.tsv").names()
    )
    known = (*spoken, *un.names(), *reviewed.names("formal", "former"))
    named |= undoubted(folded(respelt(known)), named, shortest=2)
    people = folded(peoples(Written.read(NAMES / "peoples.tsv").rows))
    named |= shared(people) | undoubted(further | people, named)
    own = capitals.names("capital")
    gleaned = folded(capitals.names() | capital_cities(own, listed))
    return sorted(named | seats(folded(reviewed.names("seat")), gleaned, named))


def table(states: Iterable[State]) -> str:
    """The whole file: header and rows."""
    import babel
    from babel import localedata
    from babel.core import get_cldr_version

    rows = rows_of(states)
    header = HEADER.format(
        cldr=get_cldr_version(), babel=babel.__version__, rows=len(rows), locales=len(localedata.locale_identifiers())
    )
    return header + "".join(f"{name}\t{actor}\n" for name, actor in rows)


def main() -> None:
    """Write the table beside the register it was made for."""
    text = table(states_of(STATES))
    TABLE.write_text(text, "utf-8")
    sys.stdout.write(f"{TABLE}: {text.count(chr(10))} lines\n")


if __name__ == "__main__":
    main()
