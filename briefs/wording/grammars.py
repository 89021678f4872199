"""The grammar of each language the catalogue speaks."""

from __future__ import annotations

from collections.abc import Mapping

from briefs.wording.french import FRENCH
from briefs.wording.grammar import Grammar

GRAMMARS: Mapping[str, Grammar] = {
    "en": Grammar("en_GB"),
    "fr": FRENCH,
}
