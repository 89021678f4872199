"""`make mutants`: the long form. Every mutant of the gold briefs, hundreds of each position, event and digest, every
falsehood about the specimens' acts in digests, every one of the briefs in other languages, every slot of every golden
filled otherwise, and archives drawn at random, others each time.

`python -m tests.mutants_long` writes the table in docs/proof.md (`mutants_table`); with a number (mutants a brief,
archives) it prints one and writes nothing. Exit code 1 when a mutant survives that does not say the same as its
original, a true brief is stopped or has a sentence that is too long.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import chain

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending
from briefs.codebook import Length, VoteOption
from briefs.digests import Filter
from briefs.proof import SkeletonList, Submission, load_skeletons, verify
from briefs.proof.engine import objections, step
from tests.archives import article, imported, shipped, specimens
from tests.briefs import falsehoods
from tests.briefs import test_mutants_acts_in_languages as elsewhere
from tests.briefs.gold import GOLD, held
from tests.briefs.length_of_sentences import too_long
from tests.briefs.mutation import Mutant, mutants, same_meaning, thinned
from tests.briefs.random_archives import DRAWN, Drawn, archive_of, proved_against
from tests.briefs.random_archives import answers as of_every_command
from tests.briefs.same_claims import why_true
from tests.briefs.substitution import Pool, goldens
from tests.briefs.substitution import mutants as filled_otherwise
from tests.briefs.test_mutants_acts import DIGESTS, digest_survivors
from tests.mutants_table import BAD, Outcome, Table, Tried, write

AS_OF = date(2026, 1, 1)
SKELETONS = load_skeletons("en")
MUTANTS = 300
"""Of each brief but the gold ones, which have all."""
ARCHIVES = 1000
"""Drawn at random; the mutants of every fourth are tried."""


def answers() -> Iterator[tuple[Briefing, date, tuple[str, ...]]]:
    """True briefs of the shipped records: the answer, the day it is proved as of, what was asked."""
    archive = shipped()
    for actor in archive.register.actors:
        subject = (actor, "ukraine-war")
        yield briefing.position(archive, actor, "ukraine-war", AS_OF, Length.LONG), AS_OF, subject
    for measure in archive.register.measures:
        yield briefing.event(archive, measure, AS_OF, Length.LONG), AS_OF, (measure,)
    for call in archive.votes:
        for follows in (Filter(), Filter(actors=("asean",)), Filter(actors=("KHM", "USA"))):
            answer = briefing.digest_of_day(archive, call.date, follows, Length.LONG)
            yield answer, call.date + timedelta(days=1), ("digest", *follows.actors)


def voting() -> Iterator[tuple[Briefing, date, tuple[str, ...]]]:
    """Answers beside the invented voting file: positions, roll calls, blocs, comparisons, crowded days."""
    archive, long = imported(), Length.LONG
    issues = [issue for issue in archive.register.issues if archive.rolls.from_file(issue)]
    for actor in ("KHM", "RUS", "USA", "SSD", "COD", "CSK", "asean"):
        for issue in issues:
            yield briefing.position(archive, actor, issue, AS_OF, long), AS_OF, (actor, issue)
    for issue in (None, *issues):
        subject = (issue,) if issue else ()
        yield briefing.bloc(archive, "asean", issue, AS_OF, long), AS_OF, ("asean", *subject)
        yield briefing.compare(archive, ["KHM", "USA"], issue, AS_OF, long), AS_OF, ("KHM", "USA", *subject)
        yield (
            briefing.compare(archive, ["KHM", "RUS", "LAO"], issue, AS_OF, long),
            AS_OF,
            ("KHM", "RUS", "LAO", *subject),
        )
    for number in range(len(archive.rolls.matrix)):
        call = archive.rolls.call(number)
        yield briefing.event(archive, call.measure, AS_OF, long), AS_OF, (call.measure,)
        yield briefing.vote(archive, call.measure, "asean", AS_OF, long), AS_OF, (call.measure, "asean")
        for option in VoteOption:
            answer = briefing.voters(archive, call.measure, option, None, AS_OF, long)
            yield answer, AS_OF, (call.measure, option.value)
        answer = briefing.digest_of_day(archive, call.date, Filter(), long)
        yield answer, call.date + timedelta(days=1), ("digest",)
    yield briefing.issues(archive, AS_OF, long), AS_OF, tuple(archive.register.issues)


def briefs(count: int) -> Iterator[tuple[Submission, Archive, list[Mutant]]]:
    """A brief, the archive it is proved against and its mutants; none of a brief that is stopped though true."""
    for brief in GOLD.values():
        archive = held(article(), brief)
        yield brief, archive, [] if verify(brief, archive, SKELETONS) else list(mutants(brief))
    for archive, made in ((shipped(), answers()), (imported(), voting())):
        for answer, as_of, subject in made:
            brief = briefing.submission(answer.document, as_of, subject)
            yield brief, archive.as_of(as_of), [] if answer.ending is Ending.WITHHELD else thinned(brief, count)


def of_briefs(count: int) -> Iterator[Tried]:
    """Mutants of the gold briefs and of answers about what is shipped and about an invented voting file."""
    for brief, archive, found in briefs(count):
        yield Tried("en", "", Outcome.TOLD if found else Outcome.STOPPED, brief.title)
        yield from (judged(brief, archive, mutant) for mutant in found)


def judged(brief: Submission, archive: Archive, mutant: Mutant) -> Tried:
    refused = is_refused(mutant.brief, archive, SKELETONS)
    same = not refused and same_meaning(mutant, brief)
    return Tried("en", mutant.operator, outcome(refused=refused, same=same), mutant.place)


def is_refused(brief: Submission, archive: Archive, signed: SkeletonList) -> bool:
    """Whether `verify` has any objection; it is not asked for all of them."""
    return next(objections(brief, archive, signed, step), None) is not None


def outcome(*, refused: bool, same: bool = False) -> Outcome:
    return Outcome.REFUSED if refused else Outcome.SAME if same else Outcome.SURVIVED


def of_acts() -> Iterator[Tried]:
    """Every falsehood in the digests of all the specimens."""
    for until in DIGESTS:
        for mutant, passed in digest_survivors(until):
            yield Tried("en", f"act: {mutant.operator}", outcome(refused=not passed), mutant.place)


def of_acts_elsewhere() -> Iterator[Tried]:
    """Every falsehood about an act told in another language."""
    for language in elsewhere.REWRITES:
        records = (elsewhere.of_record(language, record) for record in specimens().events)
        for true in (*records, *elsewhere.of_article(language)):
            for operator, refused, said in elsewhere.tried(true):
                yield Tried(language, f"act: {operator}", outcome(refused=refused), said)


def in_other_languages() -> Iterator[Tried]:
    """Every falsehood about votes in another language than English."""
    for language, operators in falsehoods.SWAPS.items():
        signed = load_skeletons(language)
        for operator in operators:
            for true in falsehoods.truths(language):
                for mutant in falsehoods.mutants(language, operator, true.brief):
                    refused = is_refused(mutant, true.archive, signed)
                    said = "" if refused else str(falsehoods.changed(true.brief, mutant))
                    yield Tried(language, f"votes: {operator}", outcome(refused=refused), said)


def of_slots() -> Iterator[Tried]:
    """Every slot of every sentence of the goldens, with every other value tried there."""
    pool = Pool(goldens())
    for golden in goldens():
        yield Tried(golden.language, "", Outcome.TOLD, golden.name)
        for mutant in filled_otherwise(golden, pool):
            same = not mutant.refused and why_true(mutant) is not None
            said = f"{mutant.golden.name}: {mutant.text}"
            yield Tried(
                golden.language,
                f"slot: {kind(mutant.hole.slot.type)}",
                outcome(refused=mutant.refused, same=same),
                said,
            )


SLOTS = {
    "a day": ("date", "day", "tdate", "tday", "asof", "weekday", "when", "known", "year", "run_days"),
    "a name": ("actor", "actors", "bare", "named", "nameds", "party", "people", "doer", "bloc", "former_name",
               "bare_list", "by", "of", "to", "at", "aux", "target", "that_actor", "that_actors", "short"),
    "a person": ("person", "person_of", "person_after", "person_title", "person_poss", "partisan", "sayer", "pronoun",
                 "Pronoun", "Personal", "Il", "il", "sayer_said", "sayer_set"),
    "an act": ("deed", "deed_inf", "deed_ing", "deed_had", "deed_many", "thing", "thing_obj", "thing_of", "thing_to",
               "thing_set", "form", "condition", "medium", "medium_by", "links"),
    "words": ("quote", "saying", "that_saying", "what", "label", "label_tail", "label_of", "label_to", "title",
              "symbol", "issue", "issue_within", "counted", "note"),
    "a verb that agrees": ("announced", "debated", "denied", "figured", "figuring", "going", "had", "has", "has_next",
                           "hoped", "imposed", "intended", "meant", "ready", "said", "sponsored", "sponsoring", "was",
                           "welcomed", "and", "member", "running"),
    "a source": ("held_by", "publisher", "authority", "licence", "record", "asked", "source_title", "citations"),
}  # fmt: skip
"""Kinds of slots in the table → their types; every other type is a vote or a count."""


def kind(slot: str) -> str:
    turned = slot.startswith(("src_", "turn"))
    return "a source" if turned else next((kind for kind, types in SLOTS.items() if slot in types), "votes and counts")


def of_archives(many: int) -> list[Tried]:
    """Briefs of archives drawn at random: none may be withheld or have a long sentence, no mutant may be proved."""
    tried: list[Tried] = []
    number = iter(range(many))

    @settings(
        max_examples=many,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    @given(DRAWN, st.sampled_from(list(Length)))
    def look(drawn: Drawn, length: Length) -> None:
        archive, at = archive_of(*drawn), next(number, 1)
        for answer, as_of, subject in of_every_command(archive, length):
            stopped, long = answer.ending is Ending.WITHHELD, too_long(answer.document)
            became = Outcome.STOPPED if stopped else Outcome.LONG if long else Outcome.TOLD
            tried.append(Tried("en", "", became, f"{drawn} {length}: {answer.reasons} {long}"))
            brief, known = briefing.submission(answer.document, as_of, subject), proved_against(archive, answer, as_of)
            if at % 4 == 0 and subject and not stopped and not verify(brief, known, SKELETONS):
                found = (judged(brief, known, mutant) for mutant in thinned(brief, 4))
                tried.extend(
                    Tried("en", f"drawn: {one.kind}", one.outcome, f"{drawn} {length}: {one.said}") for one in found
                )

    look()
    return tried


def main(argv: list[str]) -> int:
    count, many = (int(argv[0]), int(argv[0])) if argv else (MUTANTS, ARCHIVES)
    began, table = time.monotonic(), Table()
    kinds = chain(of_briefs(count), of_acts(), in_other_languages(), of_acts_elsewhere(), of_slots(), of_archives(many))
    for tried in kinds:
        table.add(tried)
        if tried.outcome in BAD:
            sys.stdout.write(f"{tried.outcome.value}: {tried.language} {tried.kind}: {tried.said}\n")
    minutes = round((time.monotonic() - began) / 60)
    text = table.text(f"{datetime.now(UTC):%-d %B %Y}", minutes, count, many)
    sys.stdout.write(text)
    if not argv:
        write(text)
    return 1 if table.failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
