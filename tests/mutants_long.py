"""`make mutants`: the long form. Every mutant of the gold briefs, hundreds of each position, event and digest, every
falsehood about the specimens' acts in digests, and every one of the briefs in other languages.

`python -m tests.mutants_long [mutants a brief]` (default 300). Prints a table by kind of falsehood and ends with one
line; exit code 1 when one survives that does not say the same as its original, or a true brief is stopped.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending
from briefs.codebook import Length, VoteOption
from briefs.digests import Filter
from briefs.proof import Submission, load_skeletons, verify
from tests.archives import article, imported, shipped, specimens
from tests.briefs import falsehoods
from tests.briefs import test_mutants_acts_in_languages as elsewhere
from tests.briefs.gold import GOLD, held
from tests.briefs.mutation import Mutant, mutants, same_meaning, thinned
from tests.briefs.test_mutants_acts import DIGESTS, digest_survivors

AS_OF = date(2026, 1, 1)
SKELETONS = load_skeletons("en")


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


def briefs(count: int) -> Iterator[tuple[Submission, Archive, list[Mutant], bool]]:
    """A brief, the archive it is proved against, its mutants, and whether it was stopped though true."""
    for brief in GOLD.values():
        archive = held(article(), brief)
        yield brief, archive, list(mutants(brief)), bool(verify(brief, archive, SKELETONS))
    for answer, as_of, subject in answers():
        brief = briefing.submission(answer.document, as_of, subject)
        stopped = answer.ending is Ending.WITHHELD
        yield brief, shipped().as_of(as_of), [] if stopped else thinned(brief, count), stopped
    for answer, as_of, subject in voting():
        brief = briefing.submission(answer.document, as_of, subject)
        stopped = answer.ending is Ending.WITHHELD
        yield brief, imported().as_of(as_of), [] if stopped else thinned(brief, count), stopped


def in_other_languages() -> Iterator[tuple[str, bool, str]]:
    """Of each mutant in another language than English: its operator, whether it is refused, and what it says."""
    for language, operators in falsehoods.SWAPS.items():
        signed = load_skeletons(language)
        for operator in operators:
            for true in falsehoods.truths(language):
                for mutant in falsehoods.mutants(language, operator, true.brief):
                    refused = bool(verify(mutant, true.archive, signed))
                    yield (
                        f"{language} {operator}",
                        refused,
                        "" if refused else str(falsehoods.changed(true.brief, mutant)),
                    )


def of_acts() -> Iterator[tuple[str, bool, str]]:
    """The same of every falsehood in the digests of all the specimens."""
    for until in DIGESTS:
        for mutant, passed in digest_survivors(until):
            yield f"act: {mutant.operator}", not passed, mutant.place


def of_acts_elsewhere() -> Iterator[tuple[str, bool, str]]:
    """The same of every falsehood about an act told in another language."""
    for language in elsewhere.REWRITES:
        records = (elsewhere.of_record(language, record) for record in specimens().events)
        for true in (*records, *elsewhere.of_article(language)):
            for operator, refused, said in elsewhere.tried(true):
                yield f"{language} act: {operator}", refused, said


def main(count: int) -> int:
    made, same, survived, alarms = Counter[str](), Counter[str](), Counter[str](), 0
    for brief, archive, found, stopped in briefs(count):
        alarms += stopped
        for mutant in found:
            made[mutant.operator] += 1
            if not verify(mutant.brief, archive, SKELETONS):
                kind = same if same_meaning(mutant, brief) else survived
                kind[mutant.operator] += 1
                if kind is survived:
                    sys.stdout.write(f"survived: {mutant.operator}: {mutant.place}\n")
    for operator, refused, said in chain(of_acts(), in_other_languages(), of_acts_elsewhere()):
        made[operator] += 1
        if not refused:
            survived[operator] += 1
            sys.stdout.write(f"survived: {operator}: {said}\n")
    for operator, n in sorted(made.items()):
        rest = same[operator] + survived[operator]
        sys.stdout.write(f"  {operator:<26}{n:>7} made {n - rest:>7} refused {same[operator]:>4} say the same\n")
    total = made.total()
    killed = total - same.total() - survived.total()
    sys.stdout.write(
        f"mutants {total} refused {killed} same {same.total()} survived {survived.total()} false alarms {alarms}\n"
    )
    return 1 if survived or alarms else 0


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 300))
