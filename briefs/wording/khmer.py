"""Khmer grammar for the catalogue: how days and lists are written. Khmer has no articles, no gender and no plural.

Digits are Latin everywhere, as in symbols and tallies: one rule in all places. Blanks part phrases; nothing invisible
stands between words, though CLDR's Khmer has zero-width spaces. Messages write what stands before a day ("ថ្ងៃទី").

    DEED($as, "V")   "បានV" of what was done, "ការV" of what is under discussion, else the verb as it is
    PCT($share)      "97.9 %"
    SET($object)     with a blank before it where it begins with another script
"""

from __future__ import annotations

from collections.abc import Sequence

from briefs.wording.grammar import Dates, Grammar


def _listed(items: Sequence[str]) -> str:
    """ "A, B និង C"."""
    *before, last = items
    return f"{', '.join(before)} និង {last}" if before else last


def _one_form(_forms: Sequence[str]) -> str:
    return "ms"


def digits(n: int) -> str:
    """ "4,297"."""
    return f"{n:,}"


def _number(n: object) -> str:
    return digits(n if isinstance(n, int) else int(str(n).replace(",", "")))


def _deed(as_: object, verb: object) -> str:
    before = {"did": "បាន", "did-many": "បាន", "doing": "ការ"}
    return before.get(str(as_), "") + str(verb)


def _set_off(words: object) -> str:
    return f"{' ' if str(words)[:1].isascii() else ''}{words}"


KHMER = Grammar(
    locale="km",
    dates=Dates(
        full="d 'ខែ'MMMM 'ឆ្នាំ' y",
        of_year="d 'ខែ'MMMM",
        month="'ខែ'MMMM 'ឆ្នាំ' y",
        short="d MMMM y",
        short_of_year="d MMMM",
        weekday="'ថ្ងៃ'EEEE 'ទី' d 'ខែ'MMMM 'ឆ្នាំ' y",
    ),
    functions={"N": _number, "DEED": _deed, "SET": _set_off, "PCT": lambda share: str(share).replace("%", " %")},
    digits=digits,
    joined=_listed,
    form_of=_one_form,
)
