"""`python -m adapters.labels`: writes records/register/labels.tsv, what each state is called in sixteen languages.

Completion shows these names to whoever asks in that language. They are the usual names of CLDR, which Babel carries,
read here and never at run time; a second name in brackets is left out ("Myanmar (Burma)"), save where it tells two
states apart. Palestine and the Holy See stand under what the United Nations calls them, as they are observers of it
(`_REVIEWED`, by hand). `adapters.cldr` makes each findable, `adapters.aliases.LabelTable` reads the table and
`briefs.naming.labels` chooses the language.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from adapters.cldr import STATES, State, states_of
from briefs.naming.labels import LANGUAGES
from briefs.naming.words import ASKED_BACK

TABLE = Path("records/register/labels.tsv")
_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
_LOCALES = {"zh-Hant": "zh_Hant"}
_UNIONS = {"EU": "eu", "UN": "un"}
"""Actors that are no states and stand in CLDR's list of territories."""
_REVIEWED: Mapping[str, Mapping[str, str]] = {
    "COD": {"my": "ကွန်ဂို ဒီမိုကရက်တစ် သမ္မတနိုင်ငံ"},
    "COG": {"es": "República del Congo"},  # "Congo" alone is asked back
    "PSE": {
        "fr": "Palestine", "es": "Palestina", "ru": "Палестина", "ar": "فلسطين", "zh": "巴勒斯坦",
        "zh-Hant": "巴勒斯坦", "km": "ប៉ាឡេស្ទីន", "pt": "Palestina", "de": "Palästina", "ja": "パレスチナ",
        "id": "Palestina", "vi": "Palestine", "th": "ปาเลสไตน์", "lo": "ປາແລັດສະໄຕ", "my": "ပါလက်စတိုင်း",
        "ms": "Palestin",
    },
    "VAT": {
        "fr": "Saint-Siège", "es": "Santa Sede", "ru": "Святой Престол", "ar": "الكرسي الرسولي", "zh": "教廷",
        "zh-Hant": "教廷", "pt": "Santa Sé", "de": "Heiliger Stuhl", "id": "Takhta Suci", "vi": "Tòa Thánh",
        "ms": "Takhta Suci",
    },
}  # fmt: skip

HEADER = """\
# What states, the European Union and the United Nations are called in further languages, for completion.
# Generated: do not edit. Source: CLDR {cldr} territories, through Babel {babel}; Palestine and the Holy See by hand.
# Licence: Unicode-3.0 (https://www.unicode.org/license.txt). Copyright 1991-2025 Unicode, Inc. All rights reserved.
# Made by: python -m adapters.labels
# Columns: language, id, name.
"""


def labels_of(language: str, states: Iterable[State]) -> Iterator[tuple[str, str]]:
    """(id, name) of each state CLDR names in that language."""
    from babel import Locale

    territories = Locale.parse(_LOCALES.get(language, language)).territories
    whole = {state.id: territories[state.iso2].translate(_UNSEEN) for state in states if state.iso2 in territories}
    whole |= {id_: territories[code].translate(_UNSEEN) for code, id_ in _UNIONS.items() if code in territories}
    short = {id_: _BRACKETS.sub("", name) for id_, name in whole.items()}
    count = Counter(short.values())
    reviewed = {id_: names[language] for id_, names in _REVIEWED.items() if language in names}
    for id_, name in whole.items():
        alone = count[short[id_]] == 1 and id_ not in ASKED_BACK["congo"]
        yield id_, reviewed.get(id_) or (short[id_] if alone else name)


def table(states: Iterable[State]) -> str:
    """The whole file: header and rows."""
    import babel
    from babel.core import get_cldr_version

    listed = tuple(states)
    rows = (f"{language}\t{id_}\t{name}\n" for language in LANGUAGES for id_, name in labels_of(language, listed))
    return HEADER.format(cldr=get_cldr_version(), babel=babel.__version__) + "".join(rows)


def main() -> None:
    """Write the table beside the register it was made for."""
    text = table(states_of(STATES))
    TABLE.write_text(text, "utf-8")
    sys.stdout.write(f"{TABLE}: {text.count(chr(10))} lines\n")


if __name__ == "__main__":
    main()
