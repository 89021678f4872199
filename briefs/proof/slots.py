"""Typed slots: each reads its kind of words at one place of a text and says what they mean, or reads nothing.

A parser yields (end, value) pairs, more than one where the words are ambiguous; `engine` tries them in turn. There is
no free text: names come from the register, and curators' own wording (labels, quotes, paraphrases) only from the
records the sentence cites, to the byte. Vote counts and splits are read in `tallies`, shares
in `shares`, blocs and shifts in `counted`.

    actor actors        register names with their article ("the United States"), "A, B and C"  → id, tuple of ids
    bare short          names without article; the short form ("U.S. Embassy")
    then_list           "A, B, C", names of a day                                   → each with whose it was when
    thens               "A, B and C", the same with their articles
    party partisan      "the Cambodia National Rescue Party, the exiled opposition,"; "Sam Rainsy of …"
    people              "Ukrainians" → UKR
    person              "Prime Minister Hun Sen", or the bare name                              → Mention
    person_of person_poss   "Prime Minister Hun Sen of Cambodia" · "Cambodia's Prime Minister, Hun Sen,"
    person_after person_title   "Prime Minister, Hun Sen," · "Hun Sen, the Prime Minister"
    label label_tail what saying form quote       curated strings of the cited records
    title symbol issue  of the register                                                         → its id
    date tdate          "2 March 2022" / "2 Mar 2022", or without the year where it is established
    day tday            the same with the year; weekday "Thursday 3 March 2022"; asof: a day that establishes no year
    known               "5 Mar 2022", the end of that day; "5 Mar 2022 at 10:30 UTC"        → instant
    run_days            "2 and 24 March 2022", "24 March and 7 April 2022"                       → days
    year int count      "2022", "141", "Nearly 100" → (100, "nearly")
    did did_on had had_on option_on cast Cast     vote options in their grammatical forms       → VoteOption
    publisher licence source_title citations      of the notes
    former_name                                   "the Soviet Union": a name of the one asked for that has ended
    turned turn_publisher turn_title turn_reason turn_older   of the cited revisions: ids, source, why, which before
    turn_counts         "9 records added and 1 retracted"                                        → (("added", 9), …)
    src_publisher src_title src_terms src_hash    of the cited records' sources; src_replaced src_reason: their own
    asked                                         what was asked for, letter by letter (a record's id)
    record held_by note                           a record's id, its publisher, a register's note on the subject
    named nameds                                  persons, parties with their standing and all others, as in titles
    did_votes                                     "voted in favour of A/RES/… and abstained on A/RES/…"
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from functools import partial
from typing import TypeAlias

from briefs.codebook import VoteOption
from briefs.proof import about_alerts, about_history, about_sources, counted, shares, subjects, tallies
from briefs.proof.case import Case
from briefs.proof.known import last_of
from briefs.proof.lexicon import Lookup, capital
from briefs.proof.reading import Found, one_of, sequence
from briefs.proof.then import Then
from briefs.proof.tongues.speech import SPEECH

Parser: TypeAlias = Callable[[Case, str, int], Iterable[Found]]

LONG = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December")  # fmt: skip
SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _actor(case: Case, text: str, start: int) -> Iterable[Found]:
    forms = case.lexicon.opening if case.opens(start) else case.lexicon.running
    return forms.at(text, start)


def _running(case: Case, text: str, start: int) -> Iterable[Found]:
    return case.lexicon.running.at(text, start)


def _bare(case: Case, text: str, start: int) -> Iterable[Found]:
    return case.lexicon.bare.at(text, start)


def _short(case: Case, text: str, start: int) -> Iterable[Found]:
    return case.lexicon.short.at(text, start)


def _party(case: Case, text: str, start: int) -> Iterable[Found]:
    forms = case.lexicon.parties_opening if case.opens(start) else case.lexicon.parties
    return forms.at(text, start)


def _names(first: Parser, rest: Parser) -> Parser:
    """ "A", "A and B", "A, B and C": no Oxford comma, nobody twice."""

    def read(case: Case, text: str, start: int) -> Iterator[Found]:
        for end, values in sequence(lambda at: (first if at == start else rest)(case, text, at), text, start):
            if len(set(values)) == len(values):
                yield end, values

    return read


def _then_list(case: Case, text: str, start: int) -> Iterator[Found]:
    """ "A, B, C", nobody twice: the longest reading, name by name, since a list may hold two hundred."""
    names: dict[str, Then] = {}
    at = start
    while True:
        ends = (
            (end, name) for end, name in case.lexicon.then.at(text, at) if text[end : end + 1] in ("", ",", ".", "។")
        )
        end, name = next(ends, (at, ()))
        if not name or text[at:end] in names:
            return
        names[text[at:end]] = name
        if not text.startswith(", ", end):
            yield end, tuple(names.values())
            return
        at = end + 2


def _thens(case: Case, text: str, start: int) -> Iterator[Found]:
    """ "the Soviet Union, Zaire and Zambia": nobody twice."""
    for end, names in sequence(lambda at: case.lexicon.then_running.at(text, at), text, start):
        if len(set(names)) == len(names):
            yield end, names


def of_register(pick: Callable[[Case], Lookup[str]]) -> Parser:
    """A reader of names in a dictionary."""

    def read(case: Case, text: str, start: int) -> Iterable[Found]:
        return pick(case).at(text, start)

    return read


def _issue(case: Case, text: str, start: int) -> Iterable[Found]:
    """The title of an issue, with a capital where it opens a title or a line."""
    return (case.lexicon.issues_opening if case.opens(start) else case.lexicon.issues).at(text, start)


def _person(form: str) -> Parser:
    def read(case: Case, text: str, start: int) -> Iterable[Found]:
        forms = case.lexicon.persons_opening if case.opens(start) else case.lexicon.persons
        return forms[form].at(text, start, SPEECH[case.lexicon.lang].closing)

    return read


def _partisan(case: Case, text: str, start: int) -> Iterable[Found]:
    return case.lexicon.partisans.at(text, start, SPEECH[case.lexicon.lang].closing)


def _curated(strings: Callable[[Case], Iterable[str | None]]) -> Parser:
    def read(case: Case, text: str, start: int) -> Iterator[Found]:
        for string in sorted({s for s in strings(case) if s}, key=lambda s: (-len(s), s)):
            if text.startswith(string, start):
                yield start + len(string), string

    return read


def _quoted(case: Case, text: str, start: int) -> Iterator[Found]:
    for quote in {q.text for event in case.events.values() for q in event.quotes}:
        if text.startswith(f'"{quote}"', start):
            yield start + len(quote) + 2, quote


def _fields(name: str) -> Callable[[Case], Iterable[str | None]]:
    return lambda case: (getattr(event, name) for event in case.events.values())


def _whats(case: Case) -> Iterator[str | None]:
    for event in case.events.values():
        yield event.what
        yield from event.what_forms.values()


def _sayings(case: Case) -> Iterator[str | None]:
    for event in case.events.values():
        for saying in event.says:
            yield saying.text
            yield saying.again


LABEL_HEAD = "the resolution "


def _label_tails(case: Case) -> Iterator[str | None]:
    for event in case.events.values():
        if event.label and event.label.startswith(LABEL_HEAD):
            yield event.label.removeprefix(LABEL_HEAD)


def _dates(months: tuple[str, ...], needs_year: bool, weekday: bool = False) -> Parser:
    pattern = re.compile(rf"((?:{'|'.join(WEEKDAYS)}) )?([1-9]|[12]\d|3[01]) ({'|'.join(months)})(?: ([12]\d{{3}}))?")

    def read(case: Case, text: str, start: int) -> Iterator[Found]:
        found = pattern.match(text, start)
        if found is None or bool(found[1]) is not weekday:
            return
        month = months.index(found[3]) + 1
        if found[4]:
            day = _day(int(found[4]), month, int(found[2]))
            if day and (not weekday or found[1] == f"{WEEKDAYS[day.weekday()]} "):
                yield found.end(), day
        if not needs_year and case.focus.year is not None:
            day = _day(case.focus.year, month, int(found[2]))
            if day:
                yield found.end(3), day

    return read


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _matching(pattern: str) -> Parser:
    compiled = re.compile(pattern)

    def read(_case: Case, text: str, start: int) -> Iterator[Found]:
        found = compiled.match(text, start)
        if found:
            yield found.end(), int(found[0])

    return read


COUNT = re.compile(r"([1-9]\d{0,2}(?:,\d{3})*|[1-9]\d*)( million| billion)?")
UNITS = {None: 1, " million": 10**6, " billion": 10**9}


def _count(case: Case, text: str, start: int) -> Iterator[Found]:
    counts = (c for e in case.events.values() for c in (e.cosponsors, *e.figures.values()) if c and c.approx)
    for approx in (None, *sorted({count.approx for count in counts if count.approx})):
        words = f"{capital(approx) if case.opens(start) else approx} " if approx else ""
        found = COUNT.match(text, start + len(words)) if text.startswith(words, start) else None
        if found:
            yield found.end(), (int(found[1].replace(",", "")) * UNITS[found[2]], approx)


TIME = re.compile(r" at ([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))? UTC")


def _known(case: Case, text: str, start: int) -> Iterator[Found]:
    """ "5 Mar 2022" is the end of that day, "5 Mar 2022 at 10:30 UTC" that instant."""
    for end, day in _tday(case, text, start):
        assert isinstance(day, date)
        found = TIME.match(text, end)
        if found is None:
            yield end, last_of(day)
        else:
            at = time(int(found[1]), int(found[2]), int(found[3] or 0), tzinfo=UTC)
            yield found.end(), datetime.combine(day, at)


YEAR = _matching(r"[12]\d{3}")
F, A, B, X = VoteOption.FAVOUR, VoteOption.AGAINST, VoteOption.ABSTAINED, VoteOption.ABSENT
OPTIONS: Mapping[str, Mapping[str, VoteOption]] = {
    "did": {"voted in favour": F, "voted against": A, "abstained": B, "did not vote": X},
    "did_on": {"voted in favour of": F, "voted against": A, "abstained on": B, "did not vote on": X},
    "had": {"had voted in favour": F, "had voted against": A, "had abstained": B, "had not voted": X},
    "had_on": {"had voted in favour of": F, "had voted against": A, "had abstained on": B, "had not voted on": X},
    "option_on": {"in favour of": F, "against": A, "abstained on": B, "did not vote on": X},
    "cast": {"in favour": F, "against": A, "abstained": B, "did not vote": X},
    "Cast": {"In favour": F, "Against": A, "Abstained": B, "Did not vote": X},
}


def _option(form: str) -> Parser:
    words = OPTIONS[form]

    def read(_case: Case, text: str, start: int) -> Iterator[Found]:
        return one_of(words, text, start)

    return read


def _publishers(case: Case) -> Iterator[str | None]:
    return (s.publisher for s in case.sources(case.note.records if case.note else ()))


def _held_by(case: Case) -> Iterator[str | None]:
    return (case.archive.sources[event.source].publisher for event in case.events.values())


def _notes(case: Case) -> Iterator[str | None]:
    for actor in case.brief.subject_actors:
        yield from (note.value for note in case.archive.register.actors[actor].notes)


def _former_names(case: Case) -> Iterator[str | None]:
    """Names of those asked for that have ended, with and without their article."""
    register = case.archive.register
    for actor in case.brief.subject_actors:
        ended = [entry.value for entry in register.actors[actor].un_names if entry.end]
        ended += [former.name for former in register.former.values() if former.seat == actor]
        yield from (*ended, *(f"the {name}" for name in ended))


def _licences(case: Case) -> Iterator[str | None]:
    return (s.licence for s in case.sources(case.note.records if case.note else ()))


def _source_titles(case: Case) -> Iterator[str | None]:
    return (s.title for s in case.sources(case.note.records if case.note else ()))


_tday = _dates(SHORT, needs_year=True)


def citations(tday: Parser, case: Case, text: str, start: int) -> Iterator[Found]:
    """ "VOA, 4 Mar 2022, https://… (voa/vote, voa/kh-cospons); …": what each note holds, to its end."""
    read = []
    for entry in text[start:].split("; "):
        found = re.fullmatch(r"(.+?), (\d.*?), (\S+) \(([^()]+)\)", entry)
        if found is None:
            return
        days = [day for end, day in tday(case, found[2], 0) if end == len(found[2])]
        read.append((found[1], days[0] if days else None, found[3], tuple(found[4].split(", "))))
    yield len(text), tuple(read)


FORMS = ("deed", "deed_inf", "deed_had", "deed_ing")
"""The forms of a verb in a phrase of the list, in the order they stand there in brackets."""


def phrase(*forms: str) -> Parser:
    """A phrase of the list with its verb in one of these forms."""

    def read(case: Case, _text: str, start: int) -> Iterator[Found]:
        for form in forms:
            yield from case.phrases.read(case, form, start) if case.phrases else ()

    return read


SLOTS: Mapping[str, Parser] = {
    "actor": _actor,
    "actors": _names(_actor, _running),
    "bare": _bare,
    "then_list": _then_list,
    "thens": _thens,
    "short": _short,
    "party": _party,
    "partisan": _partisan,
    "people": of_register(lambda case: case.lexicon.peoples),
    "person": _person("person"),
    "person_of": _person("person_of"),
    "person_poss": _person("person_poss"),
    "person_after": _person("person_after"),
    "person_title": _person("person_title"),
    "label": _curated(_fields("label")),
    "label_tail": _curated(_label_tails),
    "what": _curated(_whats),
    "saying": _curated(_sayings),
    "form": _curated(_fields("form")),
    "quote": _quoted,
    "title": lambda case, text, start: case.title_at(text, start),
    "symbol": lambda case, text, start: case.symbol_at(text, start),
    "issue": _issue,
    "date": _dates(LONG, needs_year=False),
    "day": _dates(LONG, needs_year=True),
    "asof": _dates(LONG, needs_year=True),
    "tdate": _dates(SHORT, needs_year=False),
    "tday": _tday,
    "known": _known,
    "weekday": _dates(LONG, needs_year=True, weekday=True),
    "year": YEAR,
    "int": _matching(r"0|[1-9]\d{0,6}"),
    "count": _count,
    **{form: _option(form) for form in OPTIONS},
    "tally": tallies.tally,
    "number": tallies.number,
    "rowless": tallies.rowless,
    "times": tallies.times,
    "times_one": tallies.times_one,
    "share_first": tallies.share_first,
    "share_rest": tallies.share_rest,
    "share": tallies.named_share,
    "votes": tallies.votes,
    "split": tallies.split,
    "stood": tallies.stood,
    "split_prose": tallies.split_prose,
    "stances": tallies.stances,
    "all_of": tallies.all_of,
    "of_calls": shares.of_calls,
    "scope": shares.scope,
    "percent": shares.percent,
    "opposed": shares.opposed,
    "all_few": shares.all_few,
    "stances_then": shares.stances_then,
    "same_votes": tallies.same_votes,
    "former_name": _curated(_former_names),
    "publisher": _curated(_publishers),
    "licence": _curated(_licences),
    "source_title": _curated(_source_titles),
    "citations": partial(citations, _tday),
    "asked": _curated(lambda case: case.brief.submission.subject),
    "record": _curated(lambda case: case.events),
    "held_by": _curated(_held_by),
    "note": _curated(_notes),
    "named": of_register(lambda case: case.lexicon.named),
    "nameds": _names(of_register(lambda case: case.lexicon.named), of_register(lambda case: case.lexicon.named)),
    "did_votes": tallies.did_votes,
    **counted.READS,
    **about_sources.READS,
    **about_history.READS,
    **about_alerts.READS,
    "doer": subjects.doer,
    "sayer": subjects.sayer,
    "pronoun": subjects.pronoun,
    "Pronoun": subjects.pronoun_first,
    "Personal": subjects.personal,
    "thing": subjects.thing,
    "target": subjects.target,
    "when": subjects.when,
    "medium": subjects.medium,
    "authority": subjects.authority,
    "bare_list": subjects.bare_list,
    "counted": subjects.counted,
    "condition": subjects.condition,
    "links": subjects.links,
    **{form: phrase(form) for form in FORMS},
}
DATED = frozenset({"date", "day", "tdate", "tday", "weekday", "when"})
"""Slots that establish a year for the short dates after them."""
PERSONAL = frozenset(
    {"person", "person_of", "person_poss", "person_after", "person_title", "partisan", "doer", "sayer"}
)
NAMING = frozenset({"actor", "bare", "short", "of", "at", "to", "running", "that_actor"})
