# ruff: noqa: E501  (a rewrite is read as one line)
"""Mutants: briefs made false in one place, one generator a way of going wrong. Deterministic: no chance, no clock.

`mutants(brief)` yields every mutant of a brief; `thinned` a fixed selection of them. Each knows its operator, so that a
survivor names the hole. What an operator makes is false, or differs from what was proved, whatever the records say;
`same_meaning` shows by evaluation the few that only write the same thing another way.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from itertools import pairwise

from briefs.codebook import ActorKind
from briefs.proof import FooterNote, Sentence, Submission
from tests.archives import imported, odd, shipped, specimens, wavering

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
STATES = tuple(sorted(a.name for a in shipped().register.actors.values() if re.fullmatch("[A-Z]{3}", a.id)))
PERSONS = tuple(sorted(a.name for a in shipped().register.actors.values() if a.kind is ActorKind.PERSON))
STATE = re.compile("|".join(re.escape(name) for name in sorted(STATES, key=len, reverse=True)))
_NAMES = [
    (old, shipped().register.actors[seat].name)
    for seat, old in (
        *((f.seat, f.name) for f in shipped().register.former.values() if f.seat),
        *((a.id, n.value) for a in shipped().register.actors.values() for n in a.un_names if n.end),
    )
]
RENAMED = tuple(sorted({(a, b) for pair in _NAMES for a, b in (pair, pair[::-1]) if a != b}))


@dataclass(frozen=True, slots=True)
class Mutant:
    """One false brief: how it was made, where, and what it says now."""

    operator: str
    place: str
    brief: Submission


Rewrite = Callable[[str], Iterable[str]]


def _number(text: str, salt: str) -> int:
    return zlib.crc32(f"{salt}|{text}".encode())


def _everywhere(pattern: str, *others: str) -> Rewrite:
    """Each match of the pattern, one at a time, by each of the replacements."""
    compiled = re.compile(pattern)

    def rewrite(text: str) -> Iterator[str]:
        for found in compiled.finditer(text):
            for other in others:
                yield text[: found.start()] + found.expand(other) + text[found.end() :]

    return rewrite


def _states(text: str) -> Iterator[str]:
    for found in STATE.finditer(text):
        start = _number(text, str(found.start()))
        for other in (STATES[start % len(STATES)], STATES[(start // 7) % len(STATES)], "Vietnam", "Laos", "Russia"):
            yield text[: found.start()] + other + text[found.end() :]


def _renamed(text: str) -> Iterator[str]:
    """A member under its name of another time."""
    for one, other in RENAMED:
        for found in re.finditer(rf"\b{re.escape(one)}\b", text):
            yield text[: found.start()] + other + text[found.end() :]


def _digits(text: str) -> Iterator[str]:
    """Every number one more, one less, tenfold; inside symbols and dates too."""
    for found in re.finditer(r"(?<![\d.])\d+(?![\d.]*\d)", text):
        n = int(found[0])
        for other in {n + 1, max(n - 1, 0), n * 10 or 7, n + 100} - {n}:
            yield text[: found.start()] + str(other) + text[found.end() :]


def _decimals(text: str) -> Iterator[str]:
    """Every share and index a step up, a step down, and without its last place."""
    for found in re.finditer(r"(\d+)\.(\d+)", text):
        whole, places = int(found[1] + found[2]), len(found[2])
        for other in {whole + 1, abs(whole - 1), whole + 10**places} - {whole}:
            digits = f"{other:0{places + 1}}"
            yield f"{text[: found.start()]}{digits[:-places]}.{digits[-places:]}{text[found.end() :]}"
        yield text[: found.start()] + found[1] + text[found.end() :]


def _swapped_numbers(text: str) -> Iterator[str]:
    found = list(re.finditer(r"\d+", text))
    for one, other in pairwise(found):
        if one[0] != other[0]:
            yield text[: one.start()] + other[0] + text[one.end() : other.start()] + one[0] + text[other.end() :]


def _dates(text: str) -> Iterator[str]:
    for found in re.finditer(rf"({'|'.join(MONTHS)}|{'|'.join(m[:3] for m in MONTHS)})\b", text):
        names = MONTHS if found[0] in MONTHS else tuple(m[:3] for m in MONTHS)
        yield text[: found.start()] + names[(names.index(found[0]) + 1) % 12] + text[found.end() :]


VERBS = ("voted in favour", "voted against", "abstained", "did not vote", "co-sponsored", "condemned", "welcomed",
         "vetoed", "supported", "opposed", "adopted", "rejected", "imposed", "claimed")  # fmt: skip
VERB = re.compile("|".join(VERBS))


def _verbs(text: str) -> Iterator[str]:
    for found in VERB.finditer(text):
        for other in VERBS:
            if other != found[0]:
                yield text[: found.start()] + other + text[found.end() :]


def _lists(text: str) -> Iterator[str]:
    """A list shorter by one, longer by one, or with one name twice."""
    for found in re.finditer(r"(\w[\w' ]*?), (\w[\w' ]*?) and (the )?(\w+)", text):
        yield text[: found.start()] + text[found.start(2) :]
        yield text[: found.start(2)] + found[1] + ", " + text[found.start(2) :]
        yield text[: found.start(2)] + "Norway, " + text[found.start(2) :]
        yield text[: found.end(1)] + text[found.end(2) :]
    for found in re.finditer(r"(\w+) and (\w+)", text):
        yield text[: found.end(1)] + text[found.end() :]
        yield text[: found.start(2)] + found[1] + text[found.end() :]


def _listed(text: str) -> Iterator[str]:
    """A list of names without "and" shorter by one, longer by one, or with one name twice; under another head."""
    found = re.fullmatch(r"(.*?): ([^:]*)\.", text)
    if found is None:
        return
    names = found[2].split(", ")
    for others in (names[1:], names[:-1], [*names, names[0]], [*names, "Norway"], [*names, "Czechoslovakia"]):
        if others:
            yield f"{found[1]}: {', '.join(others)}."
    for head in HEADS:
        if found[1].endswith(head):
            yield from (f"{found[1].removesuffix(head)}{other}: {found[2]}." for other in HEADS if other != head)


HEADS = ("in favour", "against", "that abstained", "that did not vote", "with no vote in the file", "without a vote",
         "In favour", "Against", "Abstained", "Did not vote")  # fmt: skip


def _inserted(text: str) -> Iterator[str]:
    """Adverbs, causes and order that no record gives."""
    for words in ("under pressure", "reportedly", "after the vote", "finally", "again", "as expected"):
        if text.endswith("."):
            yield f"{text[:-1]}, {words}."
        for found in VERB.finditer(text):
            yield f"{text[: found.start()]}{words} {text[found.start() :]}"
    yield f"{text} This was a landmark."


def _characters(text: str) -> Iterator[str]:
    """Homoglyphs, invisible characters, other spaces, other quotation marks, other dashes."""
    for old, new in (
        ("a", "а"),
        ("e", "е"),
        ("o", "ο"),
        ("-", "‑"),
        (" ", "\u00a0"),
        ("–", "-"),
        ("'", "’"),
        ('"', "”"),
        ("I", "l"),
    ):
        if old in text:
            yield text.replace(old, new, 1)
    for mark in ("\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\u0301", "\x07", "\n", "\u2028"):
        middle = len(text) // 2
        yield text[:middle] + mark + text[middle:]
    yield text + " "
    yield " " + text
    yield text.replace(" ", "  ", 1)
    yield text.upper()


def _markup(text: str) -> Iterator[str]:
    for found in re.finditer(r'"([^"]+)"', text):
        inside = found[1]
        for other in (
            f"**{inside}**",
            f"{inside} @everyone",
            f"<@1> {inside}",
            f"{inside} <!channel>",
            f"[{inside}](x)",
        ):
            yield text[: found.start(1)] + other + text[found.end(1) :]


def _quotes(text: str) -> Iterator[str]:
    for found in re.finditer(r'"([^"]+)"', text):
        words = found[1].split(" ")
        changed = [
            " ".join(words[1:]), " ".join(words[:-1]), found[1].replace(" not", "", 1), found[1].lower(), found[1] + "!",
            " ".join((*words[:2], *words[3:])), found[1].swapcase(),
        ]  # fmt: skip
        for other in changed:
            if other not in (found[1], ""):
                yield text[: found.start(1)] + other + text[found.end(1) :]
        yield text.replace('"', "")


REWRITES: dict[str, Rewrite] = {
    "state": _states,
    "name of another time": _renamed,
    "number": _digits,
    "decimal": _decimals,
    "quantifier": _everywhere(
        r"none of the|all (?=\d)|the one roll call|each of the|\bonce\b|\btwice\b|one text|no member|fewer than two|two or more",
        "none of the", "all the", "the one roll call", "once", "twice", "some of the", "two or more", "most",
    ),
    "all or some": _everywhere(
        r"\bin (?:all|any|[\d,]+)(?= and |, |\.|;| of )", "in all", "in any", "in 1", "in none", "in all of them",
    ),
    "vote before": _everywhere(
        r"had abstained|had voted in favour|had voted against", "had abstained", "had voted in favour", "had voted against",
        "had not voted",
    ),
    "counted": _everywhere(
        r"cast the same one|otherwise than in|a text of the same title|largest group|of its \d+ members|is of|run from|since",
        "agreed", "as in", "the same text", "majority", "smallest group", "of its members", "before", "until",
    ),
    "tally order": _swapped_numbers,
    "date": _dates,
    "act verb": _verbs,
    "negation": _everywhere(
        r"\b(?:co-sponsored|abstained|condemned|welcomed|imposed|had requested|voted|were among)\b",
        r"did not \g<0>", r"never \g<0>",
    ),
    "speaker": _everywhere(
        r"Hun Sen|Sam Rainsy|Vivian Balakrishnan|Filippo Grandi|\bHe\b",
        "Hun Sen", "Sam Rainsy", "Vivian Balakrishnan", "Filippo Grandi", "She", "They",
    ),
    "role": _everywhere(r"Prime Minister|Foreign Minister|U\.N\. High Commissioner for Refugees", "President", "acting President"),
    "quote": _quotes,
    "markup": _markup,
    "intention to fact": _everywhere(r"was discussing with|was being discussed", "issued with", "had agreed with", "was issued"),
    "hedge": _everywhere(r"(?:Nearly|More than|nearly|more than) |were among those that |, among them| was among the", "", "About "),
    "attribution": _everywhere(
        r", the U\.S\. Embassy in Phnom Penh said|, according to [^.]*|^He said |^Prime Minister Hun Sen said |, per U\.S\. Embassy", ""
    ),
    "chain": _everywhere(r"transcript|government spokesperson's office|audio message", "recording", "U.S. Embassy in Phnom Penh"),
    "opposition to government": _everywhere(
        r", the exiled opposition,|of the Cambodia National Rescue Party, the exiled opposition,|"
        r"[Tt]he Cambodia National Rescue Party, the exiled opposition,",
        "", ",", " of Cambodia", "Cambodia", ", the ruling party,",
    ),
    "list": _lists,
    "list of names": _listed,
    "left out": _everywhere(
        r"with no vote in the file|without a vote|has no vote|leaves out members that did not vote|; \d+ of \d+ members did not vote|"
        r"did not vote",
        "did not vote", "without a vote", "with no vote in the file", "abstained", "",
    ),
    "bloc": _everywhere(r"\b(?:EU|NATO|BRICS|Arab League|African Union|ASEAN)(?= members\b|: of)", "EU", "NATO", "Arab League", "G7"),
    "object": _everywhere(
        r"cease-fire|invasion of Ukraine|the Russian aggression|similar motion|unilateral sanctions|the move|the statement",
        "peace plan", "war in Ukraine", "sanctions", "the vote",
    ),
    "body": _everywhere(r"U\.N\. General Assembly|U\.N\. Security Council|ASEAN", "U.N. General Assembly", "U.N. Security Council", "ASEAN", "NATO"),
    "label": _everywhere(r"condemning|A/RES/ES-11/\d|A/RES/68/262", "deploring", "on", "A/RES/ES-11/2", "A/RES/ES-11/6"),
    "adverb": _inserted,
    "adopted": _everywhere(r"voted on|voted 141|in favour", "adopted", "supported", "rejected"),
    "reversed": _everywhere(r"; on ", "; it reversed itself: on ", "; until "),
    "request verb": _everywhere(r"had requested", "had demanded", "had forced", "have requested", "requested", "had ordered"),
    "order": _everywhere(r"the week before|The day before|also |not in an earlier digest", "the week after", "the day after", "", "then "),
    "membership": _everywhere(r"chairs|members", "leads", "allies", "founders"),
    "character": _characters,
    "silence": _everywhere(r"No vote|No statement|not recorded|none recorded|nothing recorded|none is recorded", "No position", "none", "refused"),
}  # fmt: skip


def _with(brief: Submission, index: int, sentence: Sentence) -> Submission:
    changed = list(brief.sentences)
    changed[index] = sentence
    return replace(brief, sentences=tuple(changed))


def _texts(brief: Submission) -> Iterator[Mutant]:
    for index in range(len(brief.sentences)):
        for operator in REWRITES:
            yield from _rewritten(brief, index, operator)


def _rewritten(brief: Submission, index: int, operator: str) -> Iterator[Mutant]:
    sentence = brief.sentences[index]
    for text in dict.fromkeys(REWRITES[operator](sentence.text)):
        if text != sentence.text:
            yield Mutant(operator, text, _with(brief, index, replace(sentence, text=text)))


def _cites(brief: Submission) -> Iterator[Mutant]:
    """Each cite gone, each cite another one, one too many, a cite on a phrase, the same cite twice."""
    every = sorted(
        {c for s in brief.sentences for c in s.cites}
        | {"voa/veto", "voa/cnrp", "query:votes?actor=KHM", "register:asean"}
    )
    for index, sentence in enumerate(brief.sentences):
        for at, cite in enumerate(sentence.cites):
            rest = (*sentence.cites[:at], *sentence.cites[at + 1 :])
            yield Mutant("cite gone", f"{sentence.text} –{cite}", _with(brief, index, replace(sentence, cites=rest)))
            other = every[_number(sentence.text, cite) % len(every)]
            if other not in sentence.cites:
                swapped = replace(sentence, cites=(*rest, other))
                yield Mutant("cite swapped", f"{sentence.text} {cite}→{other}", _with(brief, index, swapped))
        for extra in every[:: max(len(every) // 4, 1)]:
            if extra not in sentence.cites:
                more = replace(sentence, cites=(*sentence.cites, extra))
                yield Mutant("superfluous cite", f"{sentence.text} +{extra}", _with(brief, index, more))
        if sentence.cites:
            doubled = replace(sentence, cites=(*sentence.cites, sentence.cites[0]))
            yield Mutant("double cite", sentence.text, _with(brief, index, doubled))


def _queries(brief: Submission) -> Iterator[Mutant]:
    """False silence: the query asks something else, or about somebody with something on file."""
    for index, sentence in enumerate(brief.sentences):
        for at, cite in enumerate(sentence.cites):
            if not cite.startswith("query:"):
                continue
            kind, _, keys = cite.removeprefix("query:").partition("?")
            others = [
                f"query:{k}?{keys}"
                for k in ("votes", "statements", "sanctions", "cosponsor", "records", "mood")
                if k != kind
            ]
            others += [re.sub(r"actor=\w+", f"actor={a}", cite) for a in ("RUS", "PRK", "cnrp", "XXX")]
            others += [re.sub(r"about=[\w-]+", f"about={m}", cite) for m in ("un-es-11-8", "nothing")]
            others += [f"{cite}&issue=nothing", cite.replace("?", "?x=y&")]
            for other in dict.fromkeys(others):
                if other != cite:
                    cites = (*sentence.cites[:at], other, *sentence.cites[at + 1 :])
                    yield Mutant(
                        "false silence", f"{sentence.text} {other}", _with(brief, index, replace(sentence, cites=cites))
                    )


def _frame(brief: Submission) -> Iterator[Mutant]:
    """Title, footer, notes, paste line, as-of day and subject."""
    early = date(2010, 1, 1)
    yield Mutant("as-of", "2010", replace(brief, as_of=early))
    happened = [day for note in brief.notes if (day := _published(note))]
    if happened:
        yield Mutant("as-of", "the day before", replace(brief, as_of=min(happened) - timedelta(days=1)))
    for operator in ("state", "date", "number", "character"):
        for text in dict.fromkeys(REWRITES[operator](brief.title)):
            if text != brief.title:
                yield Mutant("title", text, replace(brief, title=text))
        for text in dict.fromkeys(REWRITES[operator](brief.footer)):
            if text != brief.footer:
                yield Mutant("footer", text, replace(brief, footer=text))
    if brief.paste:
        yield from (
            Mutant("paste", t, replace(brief, paste=t)) for t in dict.fromkeys(_digits(brief.paste)) if t != brief.paste
        )
    for at, note in enumerate(brief.notes):
        for name, changed in _notes(note):
            notes = (*brief.notes[:at], changed, *brief.notes[at + 1 :])
            yield Mutant(f"note {name}", changed.text, replace(brief, notes=notes))
    if brief.notes:
        yield Mutant("note gone", brief.notes[0].text, replace(brief, notes=brief.notes[1:]))


def _published(note: FooterNote) -> date | None:
    """Of records that are shipped or in an invented file; another file's days are its test's to know."""
    held = (imported(), odd(), wavering(), specimens())
    found = (archive.source_of(r).published for r in note.records for archive in held if archive.holds(r))
    return min(found, default=None)


def _notes(note: FooterNote) -> Iterator[tuple[str, FooterNote]]:
    yield "number", replace(note, number=note.number + 1)
    yield "url", replace(note, url=note.url + "x")
    yield "url", replace(note, url="https://example.org/")
    yield "publisher", replace(note, text=f"The {note.text}")
    yield "records", replace(note, records=note.records[1:])
    yield "records", replace(note, records=(*note.records, "voa/nothing"))
    for text in dict.fromkeys((*_digits(note.text), *_dates(note.text))):
        if text != note.text:
            yield "date", replace(note, text=text)


def _discourse(brief: Submission) -> Iterator[Mutant]:
    """A sentence gone before one that leans on it, or two sentences the other way round, or somebody else between."""
    for index, sentence in enumerate(brief.sentences):
        if re.match(r"(He|She|It) ", sentence.text) and index:
            lone = replace(brief, sentences=(sentence,))
            yield Mutant("leaning", sentence.text, lone)


def mutants(brief: Submission) -> Iterator[Mutant]:
    """Every mutant of a brief, in a fixed order."""
    for generate in (_texts, _cites, _queries, _frame, _discourse):
        yield from generate(brief)


def thinned(brief: Submission, count: int) -> list[Mutant]:
    """At most `count` of them, the same ones every time: one from each of so many places, drawn by their names."""
    places: list[tuple[str, Callable[[], Iterable[Mutant]]]] = [
        (f"{operator} {index}", partial(_rewritten, brief, index, operator))
        for index in range(len(brief.sentences))
        for operator in REWRITES
    ]
    places += [(generate.__name__, partial(generate, brief)) for generate in (_cites, _queries, _frame, _discourse)] * 3
    chosen: list[Mutant] = []
    for at, (name, generate) in enumerate(sorted(places, key=lambda place: _number(brief.title, place[0]))):
        found = list(generate()) if len(chosen) < count else []
        if found:
            chosen.append(found[_number(brief.title, f"{name} {at}") % len(found)])
    return chosen


def same_meaning(mutant: Mutant, brief: Submission) -> bool:
    """Whether a mutant, by evaluation, says nothing but what the brief says.

    Two such cases: "He" written out as the one he stands for, who is the last person named before it; and "also" left
    out, which only joins a sentence to the ones before.
    """
    pairs = list(zip(brief.sentences, mutant.brief.sentences, strict=True))
    changed = [index for index, (was, now) in enumerate(pairs) if was != now]
    if len(changed) != 1 or brief.sentences[changed[0]].cites != mutant.brief.sentences[changed[0]].cites:
        return False
    was, now = (sentence.text for sentence in pairs[changed[0]])
    if now == was.replace(" also ", " ", 1) != was:
        return True
    before = " ".join(sentence.text for sentence in brief.sentences[: changed[0]])
    named = max(PERSONS, key=before.rfind)
    return was.startswith("He ") and now == named + was[2:] and named in before
