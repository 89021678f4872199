"""Whom and what a line is about, and which silences it claims: what a brief is handed, and a stranger's draft is not.

A brief says what it was asked; its sentences may speak of that alone. A line without that is about whom its subject
slot names. What the line leaves out ("on this issue", a line that begins with a day) only the text's own subject can
tell, never a guess.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from briefs.codebook import Act
from briefs.proof.engine import Reading
from briefs.proof.inquiry.wide import SOURCED, Wide
from briefs.proof.lexicon import Mention
from briefs.proof.queries import PREFIX, BadQueryError, Query, read_query
from briefs.proof.relations import RELATIONS
from briefs.proof.skeletons import Atom, Const, Skeleton, Var
from briefs.proof.slots import PERSONAL
from briefs.proof.solving import Env
from briefs.proof.subjects import Doer

SUBJECT_SLOTS = frozenset({"subject", "asked_for", "subjects", "votes_all", "subject_issue", "asked_about", "followed",
                           "asked_option", "in_timeline"})  # fmt: skip
"""Conditions whose last term is what the user asked for."""
SINCE = frozenset({"asked_since", "within_asked"})
"""Conditions on the day that shifts were asked for since."""
MEASURED = frozenset({"asked_about", "subject_measure"})


def subjects(case: Wide, reading: Reading, given: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """What the line may be about, likeliest first: what the text is about, that with whom the line names, these."""
    named = tuple(dict.fromkeys(_named(case, reading)))
    if any(atom.name in SOURCED for atom in reading.skeleton.atoms):
        calls = (case.archive.call_on(word) for word in given if case.archive.measure(word))
        given = (*given, *(call.id for call in calls if call))
    tries = [given] if given else []
    tries.append(tuple(dict.fromkeys((*given, *named))))
    tries.append(named)
    if not given and any(atom.name == "the_subject" for atom in reading.skeleton.atoms) and case.focus.actor:
        tries.append((case.focus.actor,))
    yield from dict.fromkeys(tries)


def _named(case: Wide, reading: Reading) -> Iterator[str]:
    skeleton, env = reading.skeleton, reading.env
    for atom in skeleton.atoms:
        if atom.name in SUBJECT_SLOTS:
            yield from _ids(env.get(_name(atom)))
        elif atom.name == "stances":
            yield from (actor for actor, _, _ in env[_name(atom)])  # type: ignore[attr-defined]
        elif atom.name == "digest_of":
            yield "digest"
        elif atom.name == "timeline_to":
            yield "timeline"
        elif atom.name in SINCE and isinstance(day := env.get("d"), date):
            yield f"since:{day.isoformat()}"
    if any(atom.name in MEASURED for atom in skeleton.atoms):
        yield from _measures(case, skeleton, env)
    for slot in skeleton.slots:
        value = env[slot.name] if slot.type in PERSONAL else None
        value = value.mention if isinstance(value, Doer) else value
        if isinstance(value, Mention) and value.of and not value.says_whose:
            yield value.of


def _name(atom: Atom) -> str:
    term = atom.terms[-1]
    return term.name if isinstance(term, Var) else ""


def _ids(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from (each for each in value if isinstance(each, str))


def _measures(case: Wide, skeleton: Skeleton, env: Env) -> Iterator[str]:
    """The text named by symbol or title, else the one whose vote bears the label."""
    for slot in skeleton.slots:
        if slot.type in ("symbol", "title"):
            yield str(env[slot.name])
        elif slot.type == "label":
            events = case.index.events.get(("label", env[slot.name]), ())
            yield from (measure for event in events if event.tally and (measure := case.archive.measure_of(event)))


# -- Silence


def queries_of(case: Wide, reading: Reading) -> dict[str, Query]:
    """The stored queries that the line's silences would cite."""
    found: dict[str, Query] = {}
    for atom in reading.skeleton.atoms:
        if atom.name == "none":
            for keys in _keys(case, atom, reading.env):
                cite = PREFIX + _word(atom, 0) + "?" + "&".join(f"{key}={value}" for key, value in keys.items())
                try:
                    found[cite] = read_query(cite)
                except BadQueryError:
                    continue
        elif atom.name == "timeline_untold" and len(case.brief.subject_actors) == 1:
            asked = [("actor", case.brief.subject_actors[0]), *(("issue", i) for i in case.brief.subject_issues[:1])]
            cite = f"{PREFIX}records?" + "&".join(f"{key}={value}" for key, value in asked)
            found[cite] = read_query(cite)
        elif atom.name == "quiet_on" and case.focus.digest_day and not any(case.index.calls_on(case.focus.digest_day)):
            cite = f"{PREFIX}digest?day={case.focus.digest_day.isoformat()}"
            found[cite] = read_query(cite)
    return found


def _word(atom: Atom, place: int) -> str:
    term = atom.terms[place]
    return term.value if isinstance(term, Const) else ""


def _keys(case: Wide, atom: Atom, env: Env) -> Iterator[dict[str, str]]:
    """The query's keys; what the line leaves out is the issue or the text that it speaks of."""
    keys: dict[str, str] = {}
    for place in range(1, len(atom.terms), 2):
        term = atom.terms[place + 1]
        value = (
            term.value if isinstance(term, Const) else env.get(term.name) or _left_out(case, _word(atom, place), env)
        )
        if value is None:
            return
        keys[_word(atom, place)] = str(value)
    yield keys


def _left_out(case: Wide, key: str, env: Env) -> str | None:
    if key == "issue":
        return next(iter(RELATIONS["this_issue"].run(case)), None)
    if key == "about":
        measures = case.brief.subject_measures
        return case.focus.table_measure or (next(iter(measures)) if len(measures) == 1 else None) or _voted(case, env)
    return None


def _voted(case: Wide, env: Env) -> str | None:
    """The one text that was voted on, on the day named if the line names one."""
    day = env.get("d")
    events = case.index.events.get(("act", Act.VOTE_HELD.value), ())
    held = {measure for e in events if e.date.day == day or day is None if (measure := case.archive.measure_of(e))}
    held |= {call.measure for call in case.archive.votes if call.date == day or day is None}
    return held.pop() if len(held) == 1 else None


LEANING = {"named_last": "person", "asked_of_last": "person", "it_actor": "actor", "it_measure": "measure",
           "move": "move", "this_issue": "issue", "the_subject": "actor", "spoken_last": "spoke",
           "of_words": "heard"}  # fmt: skip
"""Conditions on what the sentences before established, with what of it they take."""


def leans(skeleton: Skeleton) -> frozenset[str]:
    """What the sentence takes from the ones before it: "He", "It", "the move", "on this issue"."""
    return frozenset(LEANING[atom.name] for atom in skeleton.atoms if atom.name in LEANING)
