"""Silence, asked again: the stored queries behind "No vote by Cambodia is recorded in the sources held".

Grammar of a cite: `query:KIND?key=value&key=value`, keys once each and in any order. A kind needs `actor`
unless it says so.

    kind        further keys       finds
    votes       about, issue       rows of roll calls, names under an option, vetoes
    statements                     acts in words, and any record with words of the actor (quotes, paraphrases)
    quotes      issue              records with words of the actor in quotation marks
    sanctions   against, issue     sanctions, whatever their status
    cosponsor   about              co-sponsorships, also those that only somebody else asserts
    vote        about (no actor)   tallies and roll calls of that measure
    rollcalls   body (no actor), issue   roll calls of that body
    issues      body (no actor)          anything on any issue; roll calls, of that body
    record      id (no actor)      the record of that id
    digest      day (no actor)     acts and roll calls of that day; the digest's own filter is applied by its predicate
    recorded    since, until       what entered this archive in that window (instants with their offset)
    changes     since, until (no actor)  what happened to records in that time: `about_history` plays it through
    records     issue, about       anything the actor did, is named for, was asked for or is said to have done

Roll calls are those of the records and of the imported voting file, votes on parts of texts among them (`filed`).

Values are register ids as the register writes them (`VNM`, `asean`). A query never words anything
and never decides whether its silence may be told: `about_context` does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from briefs.archive import Archive
from briefs.codebook import SPEECH_ACTS, Act
from briefs.proof.filed import found_in_file
from briefs.records import EventRecord, RollCall

PREFIX = "query:"
_NAMING = "queries.naming"
_RECORDED = "queries.recorded"


class BadQueryError(ValueError):
    """A query cite that cannot be read; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Query:
    """One read query: its kind and its keys."""

    kind: str
    keys: Mapping[str, str]


def read_query(cite: str) -> Query:
    """A cite as a query; BadQueryError where it is none."""
    kind, _, rest = cite.removeprefix(PREFIX).partition("?")
    if kind not in KINDS:
        raise BadQueryError(f"there is no query kind {kind!r}; use one of {', '.join(KINDS)}")
    keys: dict[str, str] = {}
    for part in rest.split("&"):
        key, equals, value = part.partition("=")
        if not equals or not value or key in keys or key not in KINDS[kind].keys:
            raise BadQueryError(f"{part!r} is no key of {kind}; use {', '.join(KINDS[kind].keys)}, once each")
        if key in ("since", "until") and not _is_instant(value):
            raise BadQueryError(f"{value!r} is no instant; write it with its offset, like 2022-03-04T06:00:00+00:00")
        keys[key] = value
    missing = [key for key in KINDS[kind].needs if key not in keys]
    if missing:
        raise BadQueryError(f"{cite!r} lacks {', '.join(missing)}")
    return Query(kind, keys)


def _is_instant(value: str) -> bool:
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def found(archive: Archive, query: Query) -> tuple[str, ...]:
    """Ids of all published records that answer the query; silence is the empty tuple."""
    filed = found_in_file(archive, query.keys) if KINDS[query.kind].filed else ()
    return (*_recorded(archive, query), *filed)


def recorded(archive: Archive, query: Query) -> frozenset[str]:
    """Of those the event records and the records' own roll calls. Kept with the view: an actor has hundreds, a question
    about it asks for them again, and none of them can change."""
    made = cast(dict[tuple[str, ...], frozenset[str]], archive.kept.setdefault(_RECORDED, {}))
    key = (query.kind, *(word for pair in sorted(query.keys.items()) for word in pair))
    if key not in made:
        made[key] = frozenset(_recorded(archive, query))
    return made[key]


def _recorded(archive: Archive, query: Query) -> Iterator[str]:
    kind, keys = KINDS[query.kind], query.keys
    among = _naming(archive).get(keys["actor"], ()) if "actor" in kind.needs else archive.published
    events = (e for e in among if kind.event(archive, e, keys) and _within(archive, e, keys))
    calls = (c for c in archive.votes if kind.call(c, keys) and _call_within(archive, c, keys))
    yield from (event.id for event in events)
    yield from (call.id for call in calls)


def _naming(archive: Archive) -> Mapping[str, Sequence[EventRecord]]:
    """Actor → the published events that name it as one who acts, is listed, asks or is said to have acted: whatever a
    kind with an actor may find is among them. Made once a view."""
    made = archive.kept.get(_NAMING)
    if made is None:
        index: dict[str, list[EventRecord]] = {}
        for event in archive.published:
            listed = (event.by, event.owner, *(names.of for names in event.named.values()))
            claimed = (event.asked_by.of if event.asked_by else (), *(claim.of for claim in event.asserts))
            for actor in {actor for group in (*listed, *claimed) for actor in group}:
                index.setdefault(actor, []).append(event)
        made = archive.kept[_NAMING] = index
    return cast(Mapping[str, Sequence[EventRecord]], made)


def _within(archive: Archive, event: EventRecord, keys: Mapping[str, str]) -> bool:
    about, issue = keys.get("about"), keys.get("issue")
    if about is not None and archive.measure_of(event) != about and event.about != about:
        return False
    return issue is None or archive.issue_of(event) == issue


def _call_within(archive: Archive, call: RollCall, keys: Mapping[str, str]) -> bool:
    about, issue = keys.get("about"), keys.get("issue")
    if about is not None and call.measure != about:
        return False
    return issue is None or archive.register.measures[call.measure].issue == issue


def _acted(event: EventRecord, actor: str) -> bool:
    return actor in event.by or actor in event.owner


def _named(event: EventRecord, actor: str) -> bool:
    return any(actor in named.of for named in event.named.values())


def _voted(_archive: Archive, event: EventRecord, keys: Mapping[str, str]) -> bool:
    actor = keys["actor"]
    return _named(event, actor) or (event.act is Act.VETO and _acted(event, actor))


def _spoke(_archive: Archive, event: EventRecord, keys: Mapping[str, str]) -> bool:
    worded = event.act in SPEECH_ACTS or bool(event.quotes or event.says)
    return worded and _acted(event, keys["actor"])


def _quoted(_archive: Archive, event: EventRecord, keys: Mapping[str, str]) -> bool:
    return bool(event.quotes) and _acted(event, keys["actor"])


def _sanctioned(_archive: Archive, event: EventRecord, keys: Mapping[str, str]) -> bool:
    aimed = event.target == keys["against"] if "against" in keys else True
    return event.act is Act.SANCTION and aimed and _acted(event, keys["actor"])


def _cosponsored(_archive: Archive, event: EventRecord, keys: Mapping[str, str]) -> bool:
    actor = keys["actor"]
    asserted = any(a.act is Act.COSPONSOR and actor in a.of for a in event.asserts)
    return asserted or (event.act is Act.COSPONSOR and _acted(event, actor))


def _anything(_archive: Archive, event: EventRecord, keys: Mapping[str, str]) -> bool:
    actor = keys["actor"]
    asked = event.asked_by is not None and actor in event.asked_by.of
    return _acted(event, actor) or _named(event, actor) or asked or any(actor in a.of for a in event.asserts)


def _row(call: RollCall, keys: Mapping[str, str]) -> bool:
    return keys["actor"] in call.votes


def _never(_call: RollCall, _keys: Mapping[str, str]) -> bool:
    return False


def _always(_call: RollCall, _keys: Mapping[str, str]) -> bool:
    return True


def _no_event(_archive: Archive, _event: EventRecord, _keys: Mapping[str, str]) -> bool:
    return False


def _with_issue(archive: Archive, event: EventRecord, _keys: Mapping[str, str]) -> bool:
    return archive.issue_of(event) is not None


def _of_body(call: RollCall, keys: Mapping[str, str]) -> bool:
    return call.body == keys["body"]


def _vote_held(_archive: Archive, event: EventRecord, _keys: Mapping[str, str]) -> bool:
    """An account of a vote, even one that gives neither tally nor text."""
    return event.act is Act.VOTE_HELD or event.tally is not None


def _with_id(_archive: Archive, event: EventRecord, keys: Mapping[str, str]) -> bool:
    return event.id == keys["id"]


def _call_with_id(call: RollCall, keys: Mapping[str, str]) -> bool:
    return call.id == keys["id"]


def _on_day(_archive: Archive, event: EventRecord, keys: Mapping[str, str]) -> bool:
    return event.date.day is not None and event.date.day.isoformat() == keys["day"]


def _called_on(call: RollCall, keys: Mapping[str, str]) -> bool:
    return call.date.isoformat() == keys["day"]


def _within_span(at: datetime | None, keys: Mapping[str, str]) -> bool:
    since, until = datetime.fromisoformat(keys["since"]), datetime.fromisoformat(keys["until"])
    return at is not None and since <= at < until


def _entered(_archive: Archive, event: EventRecord, keys: Mapping[str, str]) -> bool:
    return _within_span(event.recorded, keys)


def _entered_call(call: RollCall, keys: Mapping[str, str]) -> bool:
    return _within_span(call.recorded, keys)


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of query finds among events and among roll calls, and the keys it takes."""

    keys: tuple[str, ...]
    event: Callable[[Archive, EventRecord, Mapping[str, str]], bool]
    call: Callable[[RollCall, Mapping[str, str]], bool] = _never
    needs: tuple[str, ...] = ("actor",)
    filed: bool = False
    """Whether a call of the imported voting file that fits the keys answers it too."""


KINDS: Mapping[str, Kind] = {
    "votes": Kind(("actor", "about", "issue"), _voted, _row, filed=True),
    "statements": Kind(("actor",), _spoke),
    "quotes": Kind(("actor", "issue"), _quoted),
    "sanctions": Kind(("actor", "against", "issue"), _sanctioned),
    "cosponsor": Kind(("actor", "about"), _cosponsored),
    "records": Kind(("actor", "issue", "about"), _anything, _row, filed=True),
    "vote": Kind(("about",), _vote_held, _always, needs=("about",), filed=True),
    "rollcalls": Kind(("body", "issue"), _no_event, _of_body, needs=("body",)),
    "issues": Kind(("body",), _with_issue, _of_body, needs=("body",)),
    "record": Kind(("id",), _with_id, _call_with_id, needs=("id",), filed=True),
    "digest": Kind(("day",), _on_day, _called_on, needs=("day",), filed=True),
    "changes": Kind(("since", "until"), _no_event, needs=("since", "until")),
    "recorded": Kind(("since", "until"), _entered, _entered_call, needs=("since", "until")),
}
