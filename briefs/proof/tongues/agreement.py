"""Verbs and pronouns against whom they are about: "les États-Unis ont voté", "la France s'est abstenue", "elles".

A form is about the actors named last before it in the sentence, else those named first in it, else the subject of the
sentence before. What agrees with nobody reads nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from briefs.proof.case import Case
from briefs.proof.lexicon import Mention
from briefs.proof.subjects import Doer
from briefs.proof.tongues.table import Table

if TYPE_CHECKING:
    from briefs.proof.skeletons import Skeleton

SUBJECTS = frozenset(
    {"actor", "actors", "person", "doer", "sayer", "sayer_said", "party", "to", "Pronoun", "that_actor", "that_actors"}
)
"""Slot types that name whom a verb is about."""
VERBS = frozenset({"did", "did_on", "had", "had_on", "did_votes", "times", "times_one", "share_first", "share_rest"})


FORMS = frozenset({"ms", "fs", "mp", "fp"})
"""Genders and numbers."""
NEXT = "_next"
"""How the type of a word ends whose subject stands behind it, though another stands before."""
DEED = "deed"
"""A phrase of what was done, in a form that agrees where `Table.deed_said_of` says so."""


@runtime_checkable
class Phrased(Protocol):
    """A phrase of the list as read, in one of its verb's forms (`matching.Deed`)."""

    @property
    def form(self) -> str: ...


SPELT = "'"
"""Before a slot's name in a reading: its words as they stand."""


def agrees(table: Table, case: Case, skeleton: Skeleton, env: Mapping[str, object]) -> bool:
    """Whether every verb and pronoun of this reading can be said of whom it is about."""
    slots = skeleton.slots
    for place, slot in enumerate(slots):
        if slot.type not in VERBS and slot.type not in table.words and not (slot.type == DEED and table.deed_said_of):
            continue
        around = slots[place:] if slot.type.endswith(NEXT) else (*slots[:place][::-1], *slots)
        named = [env[other.name] for other in around if other.type in SUBJECTS]
        who = named[0] if named else case.focus.actor or next(iter(case.brief.subject_actors), "")
        form, value = form_of(case, who), env[slot.name]
        spelt = str(env[SPELT + slot.name])
        said = [table.deed_said_of[value.form]] if isinstance(value, Phrased) else _forms(table, slot.type, spelt)
        if not all(form in one for one in said):
            return False
    return True


def form_of(case: Case, who: object) -> str:
    """Gender and number of those named: feminine where all are, plural where they are several. A group of countries
    is one."""
    if isinstance(who, Doer):
        if who.countries is not None:
            return "ms"
        if who.pronoun is not None and not who.ids:
            return "mp" if who.pronoun == "they" else _one(case, case.focus.person or "")
        who = who.ids
    if who in FORMS:
        return str(who)
    ids = who if isinstance(who, tuple) else (who.person if isinstance(who, Mention) else who,)
    forms = [_one(case, str(key)) for key in ids]
    if len(forms) == 1:
        return forms[0]
    return "fp" if all(form.startswith("f") for form in forms) else "mp"


def _one(case: Case, actor: str) -> str:
    register = case.archive.register
    held = register.actors.get(actor)
    if held is not None and held.kind.value == "person":
        return "fs" if held.pronoun == "she" else "ms"
    printed = register.printed.get((actor, ""))
    return printed.form if printed else "ms"


def _forms(table: Table, kind: str, words: str) -> list[frozenset[str]]:
    """Of whom each verb form in these words can be said."""
    if kind in table.words:
        return [table.words[kind][words]]
    known = {
        form: who
        for forms in (table.did_on, table.had_on, table.did, table.had, table.never)
        for form, (_, who) in forms.items()
    }
    known |= {form.removesuffix(table.object): who for form, who in known.items()}
    return [known[found] for found in _pattern(tuple(known)).findall(words)]


@lru_cache(maxsize=4)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)))
