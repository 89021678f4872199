"""Typed slots read by a language's table: the same values as English readers give, from other words.

Numbers, days and names of texts, symbols and labels stand alike in all languages and are `slots`' own. Each reader
yields (end, value) pairs, more than one where words are ambiguous.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from briefs.codebook import Precision, VoteOption
from briefs.proof.case import Case
from briefs.proof.counted import is_percent
from briefs.proof.known import last_of
from briefs.proof.lexicon import Lookup, capital
from briefs.proof.reading import Found, Junction, joined, one_of, past, sequence
from briefs.proof.slots import Parser
from briefs.proof.subjects import When
from briefs.proof.tallies import EVERY, in_order
from briefs.proof.then import Then
from briefs.proof.tongues.table import Conjugated, Noun, Stood, Table

TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))? UTC")
Picked = Callable[[Case], Lookup[str]]


class Readers:
    """The readers of one language."""

    def __init__(self, table: Table) -> None:
        self.table = table
        gap = re.escape(table.thousands)
        together = len(str(table.grouped_from)) - 2
        grouped = rf"[1-9]\d{{0,2}}(?:{gap}\d{{3}}){{2,}}|[1-9]\d{{{max(together - 2, 0)},2}}{gap}\d{{3}}"
        self.digits = rf"(?:0|{grouped}|[1-9]\d{{0,{together}}})(?!\d)"
        self._share = re.compile(rf"(100|[1-9]?\d){re.escape(table.decimal)}(\d) %")
        of_month, of_year = table.month_year
        month = f"{of_month}({'|'.join(map(re.escape, table.months))}){table.dated[1]}"
        self._month_or_year = re.compile(rf"(?:{month}|{of_year})([12]\d{{3}})(?!\w)")
        self._number = re.compile(self.digits)
        self._groups = tuple((self.noun(noun), stood) for noun, stood in table.groups)
        self._stems = {form.removesuffix(table.object): held for form, held in table.did.items() if held[1] - {"none"}}
        self._shares = {option: self._share_of(words) for option, words in table.shares.items()}
        self._day = self.days(needs_year=False)
        self._short_day = self.days(short=True, needs_year=True)

    # --- numbers -------------------------------------------------------------------------------------------------

    def whole(self, digits: str) -> int:
        return int(digits.replace(self.table.thousands, ""))

    def number(self, _case: Case, text: str, start: int) -> Iterator[Found]:
        found = self._number.match(text, start)
        if found:
            yield found.end(), self.whole(found[0])

    def noun(self, noun: Noun) -> Parser:
        """ "1 abstention", "35 abstentions"."""
        return self.counting(tuple(form if "{}" in form else f"{{}} {form}" for form in noun))

    def counting(self, forms: tuple[str, ...]) -> Parser:
        """Words with {} for a number: the singular's (perhaps without one), then the plural's."""
        table = self.table
        singular, plural = (self._pattern(form) for form in forms)

        def read(_case: Case, text: str, start: int) -> Iterator[Found]:
            for pattern, many in ((plural, True), (singular, False)):
                found = pattern.match(text, start)
                if found is None:
                    continue
                n = self.whole(found[1]) if pattern.groups else 1
                if (n not in table.singular) is many or forms[0] == forms[1]:
                    yield found.end(), n
                    return

        return read

    def _pattern(self, words: str) -> re.Pattern[str]:
        return re.compile(re.escape(words).replace(re.escape("{}"), f"({self.digits})") + r"(?!\w)")

    def percent(self, _case: Case, text: str, start: int) -> Iterator[Found]:
        found = self._share.match(text, start)
        if found:
            yield found.end(), int(found[1] + found[2])

    def index(self, _case: Case, text: str, start: int) -> Iterator[Found]:
        found = re.compile(rf"([01]){re.escape(self.table.decimal)}(\d{{3}})(?!\d)").match(text, start)
        if found:
            yield found.end(), int(found[1] + found[2])

    # --- verbs ---------------------------------------------------------------------------------------------------

    def verb(self, forms: Conjugated, *only: str) -> Parser:
        """Verb forms, or only those that can be said of these genders and numbers."""
        words = {form: option for form, (option, who) in forms.items() if not only or who & set(only)}

        def read(_case: Case, text: str, start: int) -> Iterator[Found]:
            return one_of(words, text, start)

        return read

    def _verb_and(self, text: str, at: int, after: Callable[[VoteOption, int], Iterator[tuple[int, int]]]
                  ) -> Iterator[tuple[int, tuple[VoteOption, int]]]:  # fmt: skip
        """A verb form and what follows its blank: a number."""
        for end, (option, _) in one_of(self._stems, text, at):
            if text.startswith(" ", end):
                for stop, n in after(option, end + 1):
                    yield stop, (option, n)

    def times(self, _case: Case, text: str, start: int) -> Iterator[Found]:
        """In how many of them each was cast; or one in all, or none in any."""
        for end, items in sequence(partial(self._shared, text), text, start, last=self.table.and_):
            if in_order(tuple(option for option, _ in items)):
                yield end, items
        for end, (option, _) in one_of(self.table.did, text, start):
            if option is not VoteOption.ABSENT and text.startswith(self.table.whole, end):
                yield end + len(self.table.whole), ((option, EVERY),)
        for end, (option, _) in one_of(self.table.never, text, start):
            yield end, ((option, EVERY),)

    def times_one(self, _case: Case, text: str, start: int) -> Iterator[Found]:
        for end, (option, _) in one_of(self.table.did, text, start):
            yield end, ((option, 1),)

    def _shared(self, text: str, at: int) -> Iterator[tuple[int, tuple[VoteOption, int]]]:
        def after(option: VoteOption, where: int) -> Iterator[tuple[int, int]]:
            found = self._shares[option].match(text, where)
            if found and found[1] != "0":
                yield found.end(), self.whole(found[1])

        return self._verb_and(text, at, after)

    def _share_of(self, words: str) -> re.Pattern[str]:
        return re.compile(rf"{words} ({self.digits}){re.escape(self.table.share_after)}")

    def share_first(self, _case: Case, text: str, start: int) -> Iterator[Found]:
        for end, value in self._shared(text, start):
            yield end, (value,)

    def share_rest(self, _case: Case, text: str, start: int) -> Iterator[Found]:
        for lead, alone in ((", ", False), (self.table.and_, True)):
            after = past(lead, text, start)
            if after is not None:
                for end, found in sequence(partial(self._shared, text), text, after, last=self.table.and_):
                    if alone is (len(found) == 1):
                        yield end, found
        yield start, ()

    # --- votes on texts, splits, stances -------------------------------------------------------------------------

    def votes(self, words: Mapping[str, VoteOption]) -> Parser:
        """ "contre A/RES/… et abstention sur A/RES/…"."""

        def read(case: Case, text: str, start: int) -> Iterator[Found]:
            def group(at: int) -> Iterator[tuple[int, tuple[VoteOption, tuple[str, ...]]]]:
                for end, option in one_of(words, text, at):
                    symbols = sequence(lambda where: case.symbol_at(text, where), text, end, last=self.table.and_)
                    for stop, found in symbols:
                        yield stop, (option, found)

            for end, groups in joined(group, text, start, (self.table.and_, ", ")):
                if in_order(tuple(option for option, _ in groups)):
                    yield end, groups

        return read

    def option_on(self, _case: Case, text: str, start: int) -> Iterator[Found]:
        return one_of({words.rstrip(): option for words, option in self.table.on.items()}, text, start)

    def plain(self, words: Mapping[str, object]) -> Parser:
        def read(_case: Case, text: str, start: int) -> Iterator[Found]:
            return one_of(words, text, start)

        return read

    def _names(self, case: Case, text: str, at: int) -> Iterator[tuple[int, tuple[Then, ...] | None]]:
        """Names of the day in brackets, or none at all."""
        if text.startswith(" (", at):
            for end, found in sequence(partial(case.lexicon.then_running.at, text), text, at + 2, last=self.table.and_):
                if text.startswith(")", end) and len(set(found)) == len(found):
                    yield end + 1, found
        yield at, None

    def _group(
        self, case: Case, text: str, at: int
    ) -> Iterator[tuple[int, tuple[Stood, int, tuple[Then, ...] | None]]]:
        for noun, stood in self._groups:
            for end, n in noun(case, text, at):
                assert isinstance(n, int)
                for stop, names in self._names(case, text, end):
                    yield stop, (stood, n, names)

    def split(self, last: Junction | None) -> Parser:
        """ "8 pour, 2 abstentions (le Laos et le Vietnam)"; `last`: what stands before the last in prose."""

        def read(case: Case, text: str, start: int) -> Iterator[Found]:
            item = partial(self._group, case, text)
            found = sequence(item, text, start, last=last) if last else joined(item, text, start, (", ",))
            for end, groups in found:
                if in_order(tuple(stood for stood, _, _ in groups)):
                    yield end, groups

        return read

    def stances_then(self, case: Case, text: str, start: int) -> Iterator[Found]:
        def group(at: int) -> Iterator[tuple[int, tuple[tuple[Then, ...], VoteOption]]]:
            for end, option in one_of(self.table.stands, text, at):
                names = sequence(partial(case.lexicon.then_running.at, text), text, end, last=self.table.and_)
                for stop, found in names:
                    yield stop, (found, option)

        return joined(group, text, start, (self.table.semicolon,))

    def same_votes(self, case: Case, text: str, start: int) -> Iterator[Found]:
        for words, prefix in self.table.alike.items():

            def group(at: int, words: str = words) -> Iterator[tuple[int, tuple[VoteOption, tuple[str, ...]]]]:
                if text.startswith(f"{words} ", at):
                    for end, option in one_of(self.table.alike_stands, text, at + len(words) + 1):
                        for stop, found in joined(partial(case.symbol_at, text), text, end, (", ",)):
                            yield stop, (option, found)

            for end, groups in joined(group, text, start, (self.table.semicolon,)):
                yield end, (prefix, groups)

    # --- shares, ranks, moves, holdings --------------------------------------------------------------------------

    def calls_of(self, case: Case, text: str, start: int, *, share: bool) -> Iterator[Found]:
        """ "380 des 412 votes nominaux", with its percentage where a `share` is told; else all of them."""
        found = self._pattern(self.table.of_calls).match(text, start)
        if found:
            part, whole = self.whole(found[1]), self.whole(found[2])
            end = self._percent_after(text, found.end(), part, whole) if share else found.end()
            if part < whole and end:
                yield end, (part, whole)
        for end, n in self.counting(self.table.calls)(case, text, start):
            yield end, (n, n)

    def _percent_after(self, text: str, at: int, part: int, whole: int) -> int | None:
        """Where the right percentage in brackets ends."""
        found = self._share.match(text, at + 2) if text.startswith(" (", at) else None
        if found is None or not 0 < part < whole or not text.startswith(")", found.end()):
            return None
        return found.end() + 1 if is_percent(part, whole, found[1], found[2]) else None

    def ranks(self, case: Case, text: str, start: int) -> Iterator[Found]:
        def item(at: int) -> Iterator[tuple[int, tuple[str, int, int]]]:
            for end, actor in case.lexicon.running.at(text, at):
                for stop, (part, whole) in self._rank(case, text, end):
                    yield stop, (actor, part, whole)

        return sequence(item, text, start, last=self.table.and_)

    def _rank(self, case: Case, text: str, at: int) -> Iterator[tuple[int, tuple[int, int]]]:
        """ " (2 votes sur 30, 6,7 %)"."""
        if not text.startswith(" (", at):
            return
        votes, among = self.table.rank
        for end, part in self.noun(votes)(case, text, at + 2):
            found = re.compile(rf" {among} ({self.digits}), {self._share.pattern}\)").match(text, end)
            if found and isinstance(part, int):
                whole = self.whole(found[1])
                if 0 < part <= whole and is_percent(part, whole, found[2], found[3]):
                    yield found.end(), (part, whole)

    def moves(self, case: Case, text: str, start: int) -> Iterator[Found]:
        table = self.table

        def group(at: int) -> Iterator[tuple[int, tuple[VoteOption, VoteOption, int, tuple[Then, ...] | None]]]:
            for words, one in zip(table.moved, (True, False), strict=True):
                found = re.compile(words.replace("{}", f"({self.digits})")).match(text, at)
                n = 1 if one else self.whole(found[1]) if found else 0
                if found is None or (n == 1) is not one:
                    continue
                who = "ms" if one else "mp"
                for end, had in self.verb(table.had, who)(case, text, found.end()):
                    for stop, now in (
                        self.verb(table.did, who)(case, text, end + 1) if text.startswith(" ", end) else ()
                    ):
                        for last, names in self._names(case, text, stop):
                            assert isinstance(had, VoteOption)
                            assert isinstance(now, VoteOption)
                            yield last, (had, now, n, names)

        return joined(group, text, start, (table.semicolon,))

    def opposed(self, _case: Case, text: str, start: int) -> Iterator[Found]:
        none, some = self.table.opposed
        if text.startswith(none, start):
            yield start + len(none), 0
        found = self._pattern(some).match(text, start)
        if found and found[1] != "0":
            yield found.end(), self.whole(found[1])

    def rowless(self, _case: Case, text: str, start: int) -> Iterator[Found]:
        found = [(end, n) for end, n in self.counting(self.table.rowless)(_case, text, start) if n]
        yield from found or [(start, 0)]

    def holding(self, case: Case, text: str, start: int) -> Iterator[Found]:
        calls, others, alone = self.table.holdings
        for end, n in self.noun(calls)(case, text, start):
            after = self.table.and_.after(text, end)
            if n and after is not None:
                for stop, more in self.noun(others)(case, text, after):
                    yield stop, (n, more)
            elif n:
                yield end, (n, 0)
        for end, n in self.noun(alone)(case, text, start):
            yield end, (0, n)

    # --- what happened to records --------------------------------------------------------------------------------

    def turned(self, case: Case, text: str, start: int) -> Iterator[Found]:
        """Ids of the cited revisions."""
        ids = {revision.id: revision.id for revision in case.revisions.values()}
        return sequence(partial(one_of, ids, text), text, start, last=self.table.and_)

    def turn_counts(self, case: Case, text: str, start: int) -> Iterator[Found]:
        """ "11 ajoutées, 1 corrigée et 1 retirée"."""

        def item(at: int) -> Iterator[tuple[int, tuple[str, int]]]:
            for word, noun in self.table.turns.items():
                for end, n in self.noun(noun)(case, text, at):
                    if isinstance(n, int) and n:
                        yield end, (word, n)

        return sequence(item, text, start, last=self.table.and_)

    def known(self, case: Case, text: str, start: int) -> Iterator[Found]:
        """ "5 mars 2022" is the end of that day, "5 mars 2022 à 10:30 UTC" that instant."""
        for end, day in self._short_day(case, text, start):
            found = TIME.match(text, end + len(self.table.clock)) if text.startswith(self.table.clock, end) else None
            assert isinstance(day, date)
            if found:
                at = time(int(found[1]), int(found[2]), int(found[3] or 0), tzinfo=UTC)
                yield found.end(), datetime.combine(day, at)
            else:
                yield end, last_of(day)

    # --- days and names ------------------------------------------------------------------------------------------

    def days(self, *, short: bool = False, needs_year: bool, weekday: bool = False) -> Parser:
        return days(self.table, short=short, needs_year=needs_year, weekday=weekday)

    def when(self, case: Case, text: str, start: int) -> Iterator[Found]:
        """A day, a month or a year with how exactly it is known; with a capital where it opens a sentence."""
        form = capital if case.opens(start) else str
        for end, precision in one_of({form(words): p for words, p in self.table.whens.items()}, text, start):
            for stop, day in self._day(case, text, end):
                assert isinstance(day, date)
                yield stop, When(precision, day)
        at = start + len(self.table.when_in)
        found = self._month_or_year.match(text, at) if text.startswith(form(self.table.when_in), start) else None
        if found:
            month = self.table.months.index(found[1]) + 1 if found[1] else 12
            last = date(int(found[2]) + month // 12, month % 12 + 1, 1) - timedelta(days=1)
            yield found.end(), When(Precision.MONTH if found[1] else Precision.YEAR, last)

    def junction(self, _case: Case, text: str, start: int) -> Iterator[Found]:
        """The word for "and" between two blanks, the right one before what follows."""
        end = self.table.and_.after(text, start - 1)
        if end is not None and text.startswith(" ", end - 1):
            yield end - 1, text[start : end - 1]

    def listed(self, pick: Picked, opening: Picked | None = None) -> Parser:
        """ "A, B et C", nobody twice; the first by its form at the start of a sentence where it opens one."""

        def read(case: Case, text: str, start: int) -> Iterator[Found]:
            def item(at: int) -> list[tuple[int, str]]:
                first = opening is not None and at == start and case.opens(start)
                return (opening if first and opening else pick)(case).at(text, at)

            for end, values in sequence(item, text, start, last=self.table.and_):
                if len(set(values)) == len(values):
                    yield end, values

        return read

    def thens(self, case: Case, text: str, start: int) -> Iterator[Found]:
        for end, names in sequence(partial(case.lexicon.then_running.at, text), text, start, last=self.table.and_):
            if len(set(names)) == len(names):
                yield end, names

    def issue_within(self, case: Case, text: str, start: int) -> Iterator[Found]:
        """The name of an issue in the middle of a sentence: with a small letter."""
        for end, issue in case.lexicon.issues.at(capital(text[start:]), 0):
            if text[start : start + 1].islower():
                yield start + end, issue

    def quoted(self, case: Case, text: str, start: int) -> Iterator[Found]:
        opened, closed = self.table.quotes
        for quote in {q.text for event in case.events.values() for q in event.quotes}:
            whole = f"{opened}{quote}{closed}"
            if text.startswith(whole, start):
                yield start + len(whole), quote


def days(table: Table, *, short: bool, needs_year: bool, weekday: bool) -> Parser:
    """ "2 mars 2022", "1er mars"; with `weekday` "jeudi 3 mars 2022"; around `short` months stand blanks."""
    months = table.short_months if short else table.months
    to_month, to_year = (" ", " ") if short else table.dated
    names = "|".join(re.escape(month) for month in sorted(months, key=len, reverse=True))
    weekdays = "|".join(table.weekdays)
    first = re.escape(table.first)
    pattern = re.compile(
        rf"(?:({weekdays}) )?({first}|[2-9]|[12]\d|3[01]){to_month}({names})(?:{to_year}([12]\d{{3}}))?(?!\w)"
    )

    def read(case: Case, text: str, start: int) -> Iterator[Found]:
        found = pattern.match(text, start)
        if found is None or bool(found[1]) is not weekday:
            return
        number = 1 if found[2] == table.first else int(found[2])
        month = months.index(found[3]) + 1
        for year, end in ((found[4], found.end()), (None if needs_year else case.focus.year, found.end(3))):
            try:
                day = date(int(year), month, number) if year else None
            except ValueError:
                continue
            if day and (not weekday or table.weekdays[day.weekday()] == found[1]):
                yield end, day

    return read
