"""The shipped register and alias table for the tests of naming: read as plain YAML, so that only naming is tested."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from adapters.aliases import AliasTable
from briefs.codebook import ActorKind
from briefs.naming import Ambiguous, Finding, Found, Names, Unknown
from briefs.records import Actor, Dated, Issue, Measure, Register
from briefs.tongues.issues import IssueNames

REGISTER = Path(__file__).resolve().parents[2] / "records" / "register"
KINDS = {
    "states": ActorKind.STATE,
    "blocs": ActorKind.BLOC,
    "bodies": ActorKind.BODY,
    "organisations": ActorKind.ORGANISATION,
    "parties": ActorKind.PARTY,
    "missions": ActorKind.MISSION,
    "organs": ActorKind.ORGAN,
    "persons": ActorKind.PERSON,
    "former": ActorKind.FORMER,
}


@cache
def register() -> Register:
    lists: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(REGISTER.glob("*.yaml")):
        for name, items in yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader).items():
            lists.setdefault(name, []).extend(items)
    actors = [actor(item, kind) for name, kind in KINDS.items() for item in lists.get(name, []) if "seat" not in item]
    issues = [
        Issue(item["id"], item["title"], tuple(item.get("names", ())), None, tuple(item.get("about", ())))
        for item in lists["issues"]
    ]
    measures = [
        Measure(item["id"], item["symbol"], item["title"], item["in"], item["issue"]) for item in lists["measures"]
    ]
    return Register(
        {entry.id: entry for entry in actors}, {i.id: i for i in issues}, {text.id: text for text in measures}
    )


def actor(item: dict[str, Any], kind: ActorKind) -> Actor:
    return Actor(
        id=item["id"],
        kind=ActorKind(item.get("kind", kind)),
        name=item["name"],
        article=item.get("article", ""),
        short=item.get("short"),
        un_names=tuple(Dated(entry["name"]) for entry in item.get("un", ())),
        names=tuple(item.get("names", ())),
        demonyms=tuple(item.get("demonyms", ())),
        iso2=item.get("iso2"),
        m49=item.get("m49"),
    )


@cache
def names() -> Names:
    return Names.of(register(), AliasTable(REGISTER / "aliases.tsv"), issue_names=IssueNames(register()))


def states() -> list[Actor]:
    return [entry for entry in register().actors.values() if entry.kind in {ActorKind.STATE, ActorKind.OBSERVER}]


def ids(answer: Finding) -> tuple[str, ...]:
    """Who an answer means: one, several, or nobody. Suggestions are no answer."""
    match answer:
        case Found(id_):
            return (id_,)
        case Ambiguous(several):
            return several
        case Unknown():
            return ()
