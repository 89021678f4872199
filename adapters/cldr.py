"""`python -m adapters.cldr`: writes records/register/aliases.tsv, the names of all states in all languages of CLDR.

Babel carries the data; it is read here and never at run time. The table is folded (`briefs.naming.folding`), sorted and
the same, byte for byte, for the same Babel. Rules:

- the ids are those of records/register/states.yaml, matched by their alpha-2 code;
- a name with something in brackets ("Myanmar (Burma)") also stands under either part, except for states whose bare
  name is asked back: "Congo (RDC)" must not make "Congo" anybody's;
- a name that two states share stands once for each, and is asked back;
- a Latin name that only little asked languages use, and that is one slip of the finger from the usual name of another
  state, stands for that state too, so that it is asked back;
- slips of CLDR that would answer with the wrong state are left out by hand (`_SLIPS`);
- names the register itself gives are the register's and need no row, but do no harm.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from briefs.naming.folding import fold, script, unaccented
from briefs.naming.words import ASKED_BACK

STATES = Path("records/register/states.yaml")
TABLE = Path("records/register/aliases.tsv")

_BRACKETS = re.compile(r"([^()（）]+)[(（]([^()（）]+)[)）]\s*")
_SHORTEST_PART = 3
_SLIPS = frozenset({("λατινικὴ ἀμερική", "LAO"), ("संयुक्त राष्ट्र", "GBR")})
"""Rows of CLDR that are plainly wrong: "Latin America" for Laos, "United Nations" for the United Kingdom."""
_WIDELY_ASKED = frozenset(
    ["en", "fr", "es", "ru", "ar", "zh", "km", "pt", "de", "ja", "id", "vi", "th", "lo", "my", "ms"]
)
"""Languages whose names are always answered: the six of the United Nations and those of issues and readers so far."""
_SHARED = frozenset(actor for ids in ASKED_BACK.values() for actor in ids)

HEADER = """\
# Names of states in every language of the Unicode Common Locale Data Repository, folded. Generated: do not edit.
# Source: CLDR {cldr} territory names, through Babel {babel}. Made by: python -m adapters.cldr
# Licence: Unicode-3.0 (https://www.unicode.org/license.txt). Copyright 1991-2025 Unicode, Inc. All rights reserved.
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


def table(states: Iterable[State]) -> str:
    """The whole file: header and rows."""
    import babel
    from babel import localedata
    from babel.core import get_cldr_version

    listed = tuple(states)
    rows = aliases(territory_names(listed), listed)
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
