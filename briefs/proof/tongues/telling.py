"""Typed slots of what an article tells, read by a language's table: who spoke with the verb, stances side by side, how
many of those that voted so a source names, and numbers as the records have them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefs.codebook import VoteOption
from briefs.proof.case import Case
from briefs.proof.lexicon import capital
from briefs.proof.reading import Found, one_of, sequence
from briefs.proof.slots import Parser
from briefs.proof.subjects import Doer, sayer
from briefs.proof.tongues.agreement import form_of
from briefs.proof.tongues.readers import Readers


def sayer_said(read: Readers) -> Parser:
    """ "Noruega dijo"; and "Dijo", which is the person named last, where a sentence begins."""
    verbs = read.table.words.get("said", {})

    def reader(case: Case, text: str, start: int) -> Iterator[Found]:
        for end, who in sayer(case, text, start):
            for stop, said_of in one_of({f" {verb}": whom for verb, whom in verbs.items()}, text, end):
                if form_of(case, who) in said_of:
                    yield stop, who
        held = case.archive.register.actors.get(case.focus.person or "")
        if held is None or held.pronoun is None or not case.opens(start):
            return
        for end, said_of in one_of({capital(verb): whom for verb, whom in verbs.items()}, text, start):
            if form_of(case, held.id) in said_of:
                yield end, Doer(pronoun=held.pronoun)

    return reader


def named_share(read: Readers, option: VoteOption) -> Parser:
    """ "los 5 en contra", "2 de las 35 abstenciones", "ninguno de los 141 a favor": (named, all)."""
    sole, *patterns = read.table.named_shares[option]
    number = f"({read.digits})"
    every, some, none = (re.compile(re.escape(words).replace(re.escape("{}"), number)) for words in patterns)

    def counted(pattern: re.Pattern[str], text: str, start: int) -> Iterator[tuple[int, tuple[int, ...]]]:
        if found := pattern.match(text, start):
            yield found.end(), tuple(read.whole(digits) for digits in found.groups())

    def reader(_case: Case, text: str, start: int) -> Iterator[Found]:
        if text.startswith(sole, start):
            yield start + len(sole), (1, 1)
        for end, (whole,) in counted(every, text, start):
            if whole > 1:
                yield end, (whole, whole)
        for end, (named, whole) in counted(some, text, start):
            if 0 < named < whole:
                yield end, (named, whole)
        for end, (whole,) in counted(none, text, start):
            if whole:
                yield end, (0, whole)

    return reader


def stances(read: Readers) -> Parser:
    """ "Camboya copatrocinó, Singapur, según la Embajada …, copatrocinó y Vietnam se abstuvo"."""
    verbs = [(words, "cosponsor", who) for words, who in read.table.words.get("sponsored", {}).items()]
    verbs += [(words, option.value, who) for words, (option, who) in read.table.did.items()]

    def told(case: Case, actor: str, text: str, at: int) -> Iterator[tuple[int, str]]:
        for words, verb, said_of in verbs:
            if text.startswith(f" {words}", at) and form_of(case, actor) in said_of:
                yield at + 1 + len(words), verb

    def reader(case: Case, text: str, start: int) -> Iterator[Found]:
        per, after = read.table.stance_per
        names = case.lexicon.running

        def item(at: int) -> Iterator[tuple[int, tuple[str, str, str | None]]]:
            for end, actor in names.at(text, at):
                for stop, verb in told(case, actor, text, end):
                    yield stop, (actor, verb, None)
                for stop, claimant in names.at(text, end + len(per)) if text.startswith(per, end) else ():
                    if text.startswith(after, stop):
                        for last, verb in told(case, actor, text, stop + len(after)):
                            yield last, (actor, verb, claimant)

        return sequence(item, text, start, last=read.table.and_)

    return reader


def count(read: Readers) -> Parser:
    """ "près de 100", "unos 2 millones de", with the records' own word for how exactly."""

    def reader(case: Case, text: str, start: int) -> Iterator[Found]:
        counts = (c for e in case.events.values() for c in (e.cosponsors, *e.figures.values()) if c and c.approx)
        for approx in (None, *sorted({count.approx for count in counts if count.approx})):
            words = f"{capital(approx) if case.opens(start) else approx} " if approx else ""
            for end, n in _round(read, text, start + len(words)) if text.startswith(words, start) else ():
                yield end, (n, approx)

    return reader


def _round(read: Readers, text: str, at: int) -> Iterator[tuple[int, int]]:
    """ "1 234 567", "2 millones de": whole millions so and no other way, where the language has words for them."""
    found = re.compile(read.digits).match(text, at)
    if found is None:
        return
    n, million = read.whole(found[0]), read.table.millions[found[0] != "1"]
    if million and text.startswith(million, found.end()):
        yield found.end() + len(million), n * 1_000_000
    elif not million or n % 1_000_000:
        yield found.end(), n
