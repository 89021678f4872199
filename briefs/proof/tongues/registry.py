"""Which reader reads a slot in which language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial

from briefs.proof import about_alerts, slots, subjects
from briefs.proof.slots import SLOTS, Parser
from briefs.proof.tongues import telling
from briefs.proof.tongues.french import FRENCH
from briefs.proof.tongues.khmer import KHMER
from briefs.proof.tongues.readers import Readers
from briefs.proof.tongues.spanish import SPANISH
from briefs.proof.tongues.table import Table

TABLES: Mapping[str, Table] = {"fr": FRENCH, "es": SPANISH, "km": KHMER}

ALIKE = ("symbol", "title", "label", "what", "saying", "form", "condition", "tally", "year", "publisher", "licence",
         "source_title", "asked", "record", "held_by", "note", "issue", "named", "bare", "short", "actor", "party",
         "person", "person_of", "person_after", "person_title", "partisan", "people", "then_list", "bare_list",
         "former_name", "doer", "sayer", "pronoun", "Pronoun", "Personal", "thing", "target", "links", "medium",
         "authority", "counted",
         "src_publisher", "src_title", "src_terms", "src_hash", "src_replaced", "src_reason",
         "turn_publisher", "turn_title", "turn_reason", "turn_older")  # fmt: skip
"""Slot types that read the register's and the records' own words, or digits: alike in every language."""


@cache
def slots_of(lang: str) -> Mapping[str, Parser]:
    """Slot type → reader, of a language."""
    if lang not in TABLES:
        return SLOTS
    table = TABLES[lang]
    read = Readers(table)
    kinds = {kind: SLOTS[kind] for kind in ALIKE}
    return kinds | _acts(read) | _names(read) | _votes(read, table) | _deeds(table)


def table_of(lang: str) -> Table | None:
    """The table of a language; None for English, which is read without one."""
    return TABLES.get(lang)


def _deeds(table: Table) -> dict[str, Parser]:
    """Phrases of what was done, in each form of their verb; `deed` in any that its subject may ask for."""
    forms = {form: slots.phrase(form) for form in table.deeds}
    return {"deed": slots.phrase(*table.deed_said_of), **forms} if table.deed_said_of else forms


def _acts(read: Readers) -> dict[str, Parser]:
    """What stands behind words that run together with it: "du Cambodge", "al Reino Unido", "qu'Israël"."""
    actors = read.listed(lambda case: case.lexicon.running)
    return {
        "thing_of": subjects.after("of", subjects.thing),
        "thing_to": subjects.after("to", subjects.thing),
        "thing_obj": subjects.thing_obj,
        "thing_set": subjects.set_off(subjects.thing),
        "sayer_set": subjects.set_off(subjects.sayer),
        "label_of": subjects.after("of", SLOTS["label"]),
        "label_to": subjects.after("to", SLOTS["label"]),
        "that_saying": subjects.after("that", SLOTS["saying"]),
        "that_actor": subjects.after("that", slots.of_register(lambda case: case.lexicon.running)),
        "that_actors": subjects.after("that", actors),
        "count": telling.count(read),
        "medium_by": subjects.medium_by,
        "sayer_said": telling.sayer_said(read),
        "stances": telling.stances(read),
        **{f"share_{option}": telling.named_share(read, option) for option in read.table.named_shares},
    }


def _names(read: Readers) -> dict[str, Parser]:
    """Names, days, numbers and nouns."""
    table = read.table
    tday = read.days(short=True, needs_year=True)
    return {
        "actors": read.listed(lambda case: case.lexicon.running, lambda case: case.lexicon.opening),
        "nameds": read.listed(lambda case: case.lexicon.named),
        "of": slots.of_register(lambda case: case.lexicon.of),
        "at": slots.of_register(lambda case: case.lexicon.at),
        "to": slots.of_register(lambda case: case.lexicon.to),
        "of_named": slots.of_register(lambda case: case.lexicon.of_named),
        "running": slots.of_register(lambda case: case.lexicon.running),
        "thens": read.thens,
        "issue_within": read.issue_within,
        "and": read.junction,
        "quote": read.quoted,
        "date": read.days(needs_year=False),
        "when": read.when,
        "day": read.days(needs_year=True),
        "run_days": about_alerts.days_reader(table.months, table.first, table.and_, table.dated),
        "asof": read.days(needs_year=True),
        "tdate": read.days(short=True, needs_year=False),
        "tday": tday,
        "weekday": read.days(needs_year=True, weekday=True),
        "citations": partial(slots.citations, tday),
        "known": read.known,
        "turned": read.turned,
        "turn_counts": read.turn_counts,
        "int": read.number,
        "number": read.number,
        "percent": read.percent,
        "index": read.index,
        **{kind: read.noun(noun) for kind, noun in table.nouns.items()},
        **{kind: read.plain(dict.fromkeys(words, kind)) for kind, words in table.words.items()},
    }


def _votes(read: Readers, table: Table) -> dict[str, Parser]:
    """What was voted, how often, by how many."""
    calls = read.counting(table.calls)
    return {
        **{kind: read.verb(getattr(table, kind)) for kind in ("did", "did_on", "had", "had_on")},
        "did_one": read.verb(table.did, "ms"),
        "did_many": read.verb(table.did, "mp"),
        "had_one": read.verb(table.had, "ms"),
        "had_many": read.verb(table.had, "mp"),
        "did_on_one": read.verb(table.did_on, "ms"),
        "did_on_many": read.verb(table.did_on, "mp"),
        "did_on_none": read.verb(table.did_on, "none"),
        "cast": read.plain(table.cast),
        "Cast": read.plain(table.headings),
        "stood": read.plain(table.stood),
        "option_on": read.option_on,
        "votes": read.votes(table.on),
        "did_votes": read.votes({f"{form} ": option for form, (option, _) in table.did_on.items()}),
        "times": read.times,
        "times_one": read.times_one,
        "share_first": read.share_first,
        "share_rest": read.share_rest,
        "split": read.split(None),
        "split_prose": read.split(table.and_),
        "stances_then": read.stances_then,
        "same_votes": read.same_votes,
        "all_of": read.plain(table.every),
        "all_few": read.plain(table.few),
        "scope": read.plain(table.scopes),
        "of_calls": partial(read.calls_of, share=False),
        "share_of": partial(read.calls_of, share=True),
        "roll_calls": calls,
        "each_call": read.counting(table.each_call),
        "texts": read.counting(table.texts),
        "often": read.counting(table.often),
        "opposed": read.opposed,
        "rowless": read.rowless,
        "ranks": read.ranks,
        "moves": read.moves,
        "holding": read.holding,
    }
