"""The grammar of each language the catalogue speaks."""

from __future__ import annotations

from collections.abc import Mapping

from briefs.wording.french import FRENCH
from briefs.wording.grammar import Grammar
from briefs.wording.khmer import KHMER
from briefs.wording.spanish import SPANISH

GRAMMARS: Mapping[str, Grammar] = {
    "en": Grammar("en_GB"),
    "fr": FRENCH,
    "es": SPANISH,
    "km": KHMER,
}
