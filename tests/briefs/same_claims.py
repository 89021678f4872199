"""Which goldens with another value in a slot are true all the same: shown from the records, without the prover.

Each case is a way of saying the same, or another truth of the very records the line rests on. What no case shows is a
falsehood that was proved.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping

from briefs.records import Actor, EventRecord, RollCall
from tests.briefs.substitution import Hole, Mutant

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
WITH_YEAR = re.compile(r" (?:de |ឆ្នាំ )?((?:19|20)\d\d)$")
JOINING = frozenset({"of", "the", "le", "la", "les", "l", "du", "de", "des", "d", "el", "los", "las", "del", "dijo"})
"""Words beside names: articles, "of", and the verb of speech where the language puts it into the slot."""
AGAIN = frozenset({"the text", "le texte", "el texto", "អត្ថបទនេះ"})
WORD = "(?<![A-Za-zÀ-ÿ-]){}(?![A-Za-zÀ-ÿ-])"
NAMED = re.compile(r" ?\([^()]*\)")


def why_true(mutant: Mutant) -> str | None:
    """What the line with the other value is; None where nothing shows it to be true."""
    return next((name for name, shows in CASES.items() if shows(mutant)), None)


# --- the same in other words --------------------------------------------------------------------------------------


def same_day(mutant: Mutant) -> bool:
    """A date with its year, or without it where the last year told is this one."""
    old, new = mutant.hole.value, mutant.other
    years = WITH_YEAR.findall(old) or WITH_YEAR.findall(new)
    told = YEAR.findall(_before(mutant))
    return bool(years) and WITH_YEAR.sub("", old) == WITH_YEAR.sub("", new) and told[-1:] == years


def _before(mutant: Mutant) -> str:
    """Everything told before the slot."""
    golden, line = mutant.golden, mutant.hole.line
    earlier = [golden.brief.title, *(golden.text(n) for n in range(max(line, 0)))]
    return "\n".join((*earlier, golden.text(line)[: mutant.hole.start]))


def same_speaker(mutant: Mutant) -> bool:
    """The one who spoke, by office and name, with whose office it is or without; by name alone after that."""
    people = [mutant.golden.archive.register.actors[by] for event in _events(mutant) for by in event.by]
    kind = mutant.hole.slot.type
    return kind in ("sayer", "sayer_said", "person", "person_of") and any(_is_told(person, mutant) for person in people)


def _is_told(person: Actor, mutant: Mutant) -> bool:
    if mutant.other == person.name:
        return person.name in _before(mutant)
    days = [event.date.last for event in _events(mutant) if person.id in event.by]
    offices = [role for role in person.roles if all(role.holds(day) for day in days)]
    actors = mutant.golden.archive.register.actors
    return any(
        person.name in mutant.other and role.title in mutant.other
        and _only_joins(mutant.other, person.name, role.title, actors[role.of].name)
        for role in offices
    )  # fmt: skip


def _only_joins(text: str, *names: str) -> bool:
    """Whether nothing but articles and "of" is left beside these names."""
    for name in names:
        text = text.replace(name, "", 1)
    return all(word.lower() in JOINING for word in re.findall(r"\w+", text))


def text_again(mutant: Mutant) -> bool:
    """The text that the sentence has named before, by its name or as "the text": all its records are about that one."""
    archive, before = mutant.golden.archive, mutant.golden.text(mutant.hole.line)[: mutant.hole.start]
    told = {mutant.hole.value, mutant.other}
    about = {archive.measure_of(event) for event in _events(mutant)}
    titles = {archive.register.measures[measure].title for measure in about if measure}
    named_ = {words for words in told - AGAIN if words in before and any(title in words for title in titles)}
    return len(told & AGAIN) == len(named_) == len(about) == 1


def split_with_names(mutant: Mutant) -> bool:
    """How a bloc divided, with the names of the few or without: the numbers stay, each name stands where it voted."""
    old, new = mutant.hole.value, mutant.other
    names = {*NAMED.findall(old), *NAMED.findall(new)}
    return NAMED.sub("", old) == NAMED.sub("", new) != "" and all(_voted_alike(mutant, group) for group in names)


def _voted_alike(mutant: Mutant, group: str) -> bool:
    actors, cast = mutant.golden.archive.register.actors, dict[str, object]()
    for call in _calls(mutant):
        cast |= {
            seat: option
            for seat, option in call.votes.items()
            if re.search(WORD.format(re.escape(actors[seat].name)), group)
        }
    missing = [word for word in re.split(r", | and | et | y | e |និង", group.strip(" ()")) if word.strip()]
    return len(set(cast.values())) <= 1 and len(cast) in (0, len(missing))


# --- another truth of the same records -----------------------------------------------------------------------------


def whole_words(mutant: Mutant) -> bool:
    """Another whole unit of the same record's words."""
    for event in _events(mutant):
        quotes = {f'"{quote.text}"' for quote in event.quotes}
        sayings = {text for saying in event.says if saying.hedge is None for text in (saying.text, saying.again)}
        if {mutant.hole.value, mutant.other} <= quotes or {mutant.hole.value, mutant.other} <= sayings:
            return True
    return False


def also_did(mutant: Mutant) -> bool:
    """Another of those who did it by the same record."""
    actors = mutant.golden.archive.register.actors
    did = {id_ for event in _events(mutant) for id_ in (*event.by, *(o for claim in event.asserts for o in claim.of))}
    names = (actors[id_].name for id_ in did)
    sponsors = mutant.hole.skeleton in ("event.cosponsor", "event.cosponsor.per")
    return sponsors and any(name in mutant.other and _only_joins(mutant.other, name) for name in names)


def divided_alike(mutant: Mutant) -> bool:
    """A bloc of just as many members that voted just so."""
    blocs = {actor.name: actor for actor in mutant.golden.archive.register.actors.values() if actor.members}
    both = [blocs.get(mutant.hole.value), blocs.get(mutant.other)]
    return bool(_calls(mutant)) and all(
        len({_division(bloc, call) for bloc in both}) == 1 and both[0] is not None for call in _calls(mutant)
    )


def _division(bloc: Actor | None, call: RollCall) -> frozenset[tuple[object, int]]:
    members = bloc.members_on(call.date) if bloc else ()
    return frozenset(Counter(call.votes.get(member) for member in members).items())


def same_calls(mutant: Mutant) -> bool:
    """Another issue that the very same roll calls and records are filed under."""
    if mutant.hole.slot.type != "issue":
        return False
    archive = mutant.golden.archive
    ids = {issue.title: issue.id for issue in archive.register.issues.values()}
    one, other = ids[mutant.hole.value], ids[mutant.other]
    records = [archive.on_issue.get(issue, ()) for issue in (one, other)]
    return archive.rolls.on(one) == archive.rolls.on(other) != 0 and records[0] == records[1]


def claims_nothing(mutant: Mutant) -> bool:
    """The heading of a found record, or a heading that names another of the issues asked about."""
    subject, archive = mutant.golden.brief.subject, mutant.golden.archive
    titles = {archive.register.issues[word].title for word in subject if word in archive.register.issues}
    return (mutant.hole.skeleton == "title.asked" and mutant.other in subject) or (
        mutant.hole.skeleton == "phrase.issue" and mutant.other in titles
    )


def _events(mutant: Mutant) -> list[EventRecord]:
    return [
        mutant.golden.archive.events[cite]
        for cite in _cites(mutant.hole, mutant)
        if cite in mutant.golden.archive.events
    ]


def _calls(mutant: Mutant) -> list[RollCall]:
    return [call for cite in _cites(mutant.hole, mutant) if (call := mutant.golden.archive.call(cite))]


def _cites(hole: Hole, mutant: Mutant) -> tuple[str, ...]:
    return mutant.golden.brief.sentences[hole.line].cites if hole.line >= 0 else ()


CASES: Mapping[str, Callable[[Mutant], bool]] = {
    "the same day": same_day,
    "the same speaker": same_speaker,
    "the text named before": text_again,
    "the same division": split_with_names,
    "whole words of the same record": whole_words,
    "another who did it": also_did,
    "a bloc that divided alike": divided_alike,
    "an issue of the same roll calls": same_calls,
    "a heading": claims_nothing,
}
