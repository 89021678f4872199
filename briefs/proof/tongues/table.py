"""What the prover has to know of a language to read its briefs: words and forms, no rules of its own.

A counted noun is (singular, plural), by `singular`: French says the singular of 0 and 1. A verb form is written
out whole, with the genders and numbers ("ms", "fs", "mp", "fp") of whom it can be said, or "none" after "aucun".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from briefs.codebook import Precision, VoteOption
from briefs.proof.reading import Junction

Noun: TypeAlias = tuple[str, str]
Stood: TypeAlias = VoteOption | str | None
"""An option, or NO_ROW, or None for no seat."""
Conjugated: TypeAlias = Mapping[str, tuple[VoteOption, frozenset[str]]]
"""Verb form → its option, and of whom it can be said."""


@dataclass(frozen=True, slots=True)
class Table:
    """One language."""

    lang: str
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    weekdays: tuple[str, ...]
    first: str
    """How the first of a month is written ("1er")."""
    dated: tuple[str, str]
    """Between day and month, and between month and year, where months are written out."""
    and_: Junction
    semicolon: str
    colon: str
    quotes: tuple[str, str]
    thousands: str
    decimal: str
    singular: frozenset[int]
    """Numbers that take the singular."""
    grouped_from: int
    """Numbers from this one on stand in groups of three, smaller ones together."""

    object: str
    """What falls away from a verb form before a number ("n'a pas participé au vote", "… à 3 votes")."""
    did: Conjugated
    did_on: Conjugated
    had: Conjugated
    had_on: Conjugated
    cast: Mapping[str, VoteOption]
    headings: Mapping[str, VoteOption]
    """Before a list of names."""
    on: Mapping[str, VoteOption]
    """Before the symbol of a text, without a verb."""
    whole: str
    """After a verb form: in all of them."""
    never: Conjugated
    """That somebody voted in none of them."""
    shares: Mapping[VoteOption, str]
    """Between a verb form and the number of roll calls ("dans")."""
    groups: tuple[tuple[Noun, Stood], ...]
    stood: Mapping[str, Stood]
    stands: Mapping[str, VoteOption]
    """Before the names of those that did so, in one roll call."""

    nouns: Mapping[str, Noun]
    """Slot type → what is counted."""
    calls: tuple[str, str]
    """ "the one roll call" and "the {} roll calls"."""
    each_call: tuple[str, str]
    texts: tuple[str, str]
    often: tuple[str, str]
    of_calls: str
    """ "{} of the {} roll calls"."""
    rank: tuple[Noun, str]
    """Of a member that breaks ranks: the counted votes, and what stands before how many there are ("sur")."""
    rowless: Noun
    """That the file has no row of it in the one other roll call, in the {} others."""
    opposed: tuple[str, str]
    scopes: Mapping[str, str]
    every: Mapping[str, int]
    """ "both", "all three" at the start of a sentence."""
    few: Mapping[str, int]
    alike: Mapping[str, str]
    """Before an option in which several agree → "both" or "all"."""
    alike_stands: Mapping[str, VoteOption]
    """What stands after "both" before the symbols."""
    moved: Noun
    """ "{} member that"."""
    holdings: tuple[Noun, Noun, Noun]
    """Roll calls, other records beside them, records alone."""

    words: Mapping[str, Mapping[str, frozenset[str]]]
    """Slot type → words that say nothing but agree with whom the sentence is about ("a", "ont"; "il", "elle")."""
    qualifying: frozenset[str]
    """Forms of acts that change what the act is ("unilateral")."""
    note: str
    """The id of the phrase that tells in which language titles and quotations are."""
    share_after: str = ""
    """What follows that number (" times")."""
    whens: Mapping[str, Precision] = field(default_factory=dict)
    """What stands before a day, up to how exactly it is known ("dans la semaine du ")."""
    when_in: str = ""
    """What stands before a month with its year, and before a year ("en ")."""
    month_year: tuple[str, str] = ("", "")
    """And behind that: before the month, and before a year alone."""
    deeds: tuple[str, ...] = ("deed", "deed_inf", "deed_had", "deed_ing")
    """The forms of a verb in a phrase of its list, in the order they stand there in brackets: slot types."""
    deed_said_of: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Such a form → of whom it can be said; at `deed` stands any of these, as it agrees with its subject."""
    turns: Mapping[str, Noun] = field(default_factory=dict)
    """What happened to records of this archive → how so many of them are told."""
    clock: str = ""
    """Between a day and a time of it."""
    named_shares: Mapping[VoteOption, tuple[str, str, str, str]] = field(default_factory=dict)
    """Of those that voted so, whom a source names: the only one, all {}, {} of all {}, none of the {}."""
    stance_per: tuple[str, str] = (", ", ",")
    """Around who claims it, between an actor and its stance."""
    millions: tuple[str, str] = ("", "")
    """After a number of whole millions, where the language says so: one, and more."""
