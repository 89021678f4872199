"""Files that were read → one archive, after the checks that need more than one file: references, sums, days, members.

A file is taken whole or left out. Left out is a file with a problem of its own (in reading or here), and a file that
names something only such a file defines; everything else loads. What to do about it is the caller's choice: start-up
serves `archive` and warns of each file left out, reload keeps the old archive until the new one has no problem at all,
`dateline check` prints `problems` and exits 1 when there is one.

Reads no file and words nothing. Next: `briefs.archive`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

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

__all__ = ["Assembled", "Judged", "assemble"]

_NAMED = 3
"""So many ids the problem of a file that hangs on another one names."""


@dataclass(frozen=True, slots=True)
class _Verdict:
    """One file judged against all the others: its faults, its events with full references, and whom it needs."""

    content: FileContent
    problems: tuple[Problem, ...]
    events: tuple[EventRecord, ...]
    needs: Mapping[str, Mapping[str, Steps]]


@dataclass(frozen=True, slots=True)
class Judged:
    """Files that held together without a problem, by path, and those of them that make up the register, in order."""

    verdicts: Mapping[str, _Verdict]
    register: tuple[FileContent, ...]

    def still_good(self, contents: Sequence[FileContent]) -> Mapping[str, _Verdict]:
        """What need not be judged again: the same files, which need none but such, beside the same register."""
        register = tuple(content for content in contents if _of_register(content))
        if len(register) != len(self.register) or any(a is not b for a, b in zip(register, self.register, strict=True)):
            return {}
        found = ((content, self.verdicts.get(content.path)) for content in contents)
        same = {content.path: held for content, held in found if held and held.content is content}
        return {path: held for path, held in same.items() if all(other in same for other in held.needs)}


@dataclass(frozen=True, slots=True)
class Assembled:
    """What one set of files amounts to: `archive` holds the good files, `left_out` names the others, in order.

    `judged` is for the next look at these files; None where there are problems, or where nothing was checked.
    """

    archive: Archive
    problems: tuple[Problem, ...] = ()
    left_out: tuple[str, ...] = ()
    judged: Judged | None = field(default=None, compare=False, repr=False)


def assemble(contents: Sequence[FileContent], *, sound: bool = False, before: Judged | None = None) -> Assembled:
    """The archive of the files that hold together, and every problem of the others.

    The order of `contents` decides who keeps an id that two files claim, and the order of everything in the archive.
    `sound`: just these files were judged before and had no problem; references are resolved, and nothing is checked.
    `before`: an earlier look at most of these files; what it found is not judged again where it cannot have changed.
    """
    if sound:
        return Assembled(_archive(_trusted(contents)))
    known, doubles = index(contents)
    good_still = before.still_good(contents) if before and not doubles else {}
    verdicts = [good_still.get(content.path) or _judge(content, known, doubles) for content in contents]
    out = _left_out(verdicts)
    problems = [problem for verdict in verdicts for problem in verdict.problems]
    problems += [_hanging(verdict, out) for verdict in verdicts if verdict.content.path in out and not verdict.problems]
    good = [verdict for verdict in verdicts if verdict.content.path not in out]
    left_out = tuple(verdict.content.path for verdict in verdicts if verdict.content.path in out)
    judged = None if problems else Judged({v.content.path: v for v in verdicts}, tuple(filter(_of_register, contents)))
    return Assembled(_archive(good), in_order(problems), left_out, judged)


def _of_register(content: FileContent) -> bool:
    """Whether anything of the register stands in it: what every file may rest on without naming it."""
    return bool(
        content.actors or content.issues or content.measures or content.former or content.codes or content.rules
    )


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
