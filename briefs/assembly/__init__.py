"""Files that were read → one archive, after the checks that need more than one file: references, sums, days, members.

A file is taken whole or left out. Left out is a file with a problem of its own (in reading or here), and a file that
names something only such a file defines; everything else loads. What to do about it is the caller's choice: start-up
serves `archive` and warns of each file left out, reload keeps the old archive until the new one has no problem at all,
`dateline check` prints `problems` and exits 1 when there is one.

Reads no file and words nothing. Next: `briefs.archive`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefs.archive import Archive
from briefs.assembly.entries import check_entries
from briefs.assembly.index import Index, index
from briefs.assembly.references import References, resolve_events
from briefs.assembly.sense import Fault, faults
from briefs.assembly.votes import check_rollcall
from briefs.codebook import ActorKind
from briefs.reading.content import FileContent, Steps
from briefs.reading.problems import Problem, in_order, shown
from briefs.records import Actor, Dated, EventRecord, Register, Source

__all__ = ["Assembled", "assemble"]

_NAMED = 3
"""So many ids the problem of a file that hangs on another one names."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """What one set of files amounts to: `archive` holds the good files, `left_out` names the others, in order."""

    archive: Archive
    problems: tuple[Problem, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Verdict:
    """One file judged against all the others: its faults, its events with full references, and whom it needs."""

    content: FileContent
    problems: tuple[Problem, ...]
    events: tuple[EventRecord, ...]
    needs: Mapping[str, Mapping[str, Steps]]


def assemble(contents: Sequence[FileContent], *, sound: bool = False) -> Assembled:
    """The archive of the files that hold together, and every problem of the others.

    The order of `contents` decides who keeps an id that two files claim, and the order of everything in the archive.
    `sound`: just these files were judged before and had no problem; references are resolved, and nothing is checked.
    """
    if sound:
        return Assembled(_archive(_trusted(contents)))
    known, doubles = index(contents)
    verdicts = [_judge(content, known, doubles) for content in contents]
    out = _left_out(verdicts)
    problems = [problem for verdict in verdicts for problem in verdict.problems]
    problems += [_hanging(verdict, out) for verdict in verdicts if verdict.content.path in out and not verdict.problems]
    good = [verdict for verdict in verdicts if verdict.content.path not in out]
    left_out = tuple(verdict.content.path for verdict in verdicts if verdict.content.path in out)
    return Assembled(_archive(good), in_order(problems), left_out)


def _judge(content: FileContent, known: Index, doubles: Sequence[Problem]) -> _Verdict:
    to = References(content, known)
    own: dict[str, Source] = {source.id: source for source in content.sources}
    found: list[tuple[Fault, Steps]] = [(fault, ()) for fault in check_entries(to)]
    events = tuple(resolve_events(to))
    for event in events:
        found += [(fault, content.steps[event.id]) for fault in faults(event, own.get(event.source))]
    for call in content.rollcalls:
        found += [(fault, ()) for fault in check_rollcall(call, own.get(call.source), to)]
    sense = [content.problem(code, message, hint, *at, *way) for (code, message, hint, way), at in found]
    doubled = [problem for problem in doubles if problem.path == content.path]
    return _Verdict(content, (*content.problems, *doubled, *to.problems, *sense), events, to.needs)


def _trusted(contents: Sequence[FileContent]) -> list[_Verdict]:
    """Files that are known to be good, with full references; looked up only where an event refers to anything."""
    refer = [any(not event.refers_to_nothing for event in content.events) for content in contents]
    known = index(contents)[0] if any(refer) else None
    return [
        _Verdict(content, (), tuple(resolve_events(References(content, known))) if known and to else content.events, {})
        for content, to in zip(contents, refer, strict=True)
    ]


def _left_out(verdicts: Sequence[_Verdict]) -> set[str]:
    """Paths with problems, and all that hang on them."""
    out = {verdict.content.path for verdict in verdicts if verdict.problems}
    while True:
        more = {v.content.path for v in verdicts if v.content.path not in out and not out.isdisjoint(v.needs)}
        if not more:
            return out
        out |= more


def _hanging(verdict: _Verdict, out: set[str]) -> Problem:
    """The one problem of a good file that names ids of files left out."""
    path, ids = next((path, ids) for path, ids in verdict.needs.items() if path in out)
    first = next(iter(ids.values()))
    names = ", ".join(shown(key) for key in list(ids)[:_NAMED])
    more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
    what = f"needs {names}{more}, and {path} is left out"
    return verdict.content.problem("left-out", what, "mend that file first", *first)


def _ended(contents: Iterable[FileContent]) -> Iterator[Actor]:
    """The actors whose membership ended with them; a name of a membership that went on is no actor of its own."""
    for state in (former for content in contents for former in content.former):
        if state.seat is None:
            term = Dated("un", state.start, state.end)
            yield Actor(state.id, ActorKind.FORMER, state.name, state.article, names=state.names, member=(term,))


def _archive(good: Sequence[_Verdict]) -> Archive:
    contents = [verdict.content for verdict in good]
    register = Register(
        {actor.id: actor for actor in (*(a for c in contents for a in c.actors), *_ended(contents))},
        {issue.id: issue for content in contents for issue in content.issues},
        {measure.id: measure for content in contents for measure in content.measures},
        {former.id: former for content in contents for former in content.former},
        tuple(code for content in contents for code in content.codes),
        {rule.id: rule for content in contents for rule in content.rules},
    )
    return Archive(
        register,
        {source.id: source for content in contents for source in content.sources},
        {event.id: event for verdict in good for event in verdict.events},
        {call.id: call for content in contents for call in content.rollcalls},
    )
