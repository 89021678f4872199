"""The shipped records, read as plain YAML: counts, references and facts that must hold whatever the code makes of them.

Every scalar stays a string (BaseLoader), so that `NO` is Norway and a date is ten characters. What needs the archived
article or the vote table runs where `DATELINE_SAMPLES` holds them; elsewhere the same tests check what can be checked
without, and say so in their output.
"""

from __future__ import annotations

import csv
import hashlib
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

RECORDS = Path(__file__).resolve().parents[2] / "records"
ARTICLE = RECORDS / "events" / "voa-2022-03-04.yaml"
OPTIONS = ("favour", "against", "abstained", "absent")
GROUPS = ("african-group", "asia-pacific-group", "eastern-european-group", "grulac", "weog")
ACTOR_LISTS = ("states", "bodies", "organisations", "parties", "missions", "organs", "blocs", "persons")
REFERENCES = ("by", "for", "in", "with", "against_actor", "about")


@cache
def read(path: Path) -> Any:
    """One file, every scalar a string. Cached: no test may change what it gets."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def register(name: str) -> list[dict[str, Any]]:
    """All items of one list, from every file of the register."""
    return [item for path in sorted((RECORDS / "register").glob("*.yaml")) for item in read(path).get(name, [])]


def by_id(name: str) -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in register(name)}


def members() -> dict[str, dict[str, Any]]:
    return {key: state for key, state in by_id("states").items() if state.get("kind", "state") == "state"}


def rollcalls() -> dict[str, dict[str, Any]]:
    return {
        (call := read(path)["rollcall"])["measure"]: call for path in sorted((RECORDS / "rollcalls").glob("*.yaml"))
    }


def vote_of(state: str, measure: str) -> str:
    return next(option for option in OPTIONS if state in rollcalls()[measure]["votes"][option])


def holds(entry: dict[str, str], day: str) -> bool:
    """Half-open: `to` is the first day it no longer holds. ISO days compare as text."""
    return entry.get("from", "") <= day and day < entry.get("to", "9999")


def bloc_on(bloc: str, day: str) -> set[str]:
    return {entry["id"] for entry in by_id("blocs")[bloc]["members"] if holds(entry, day)}


def sourced_files() -> list[Path]:
    return [
        path for folder in ("events", "sponsors", "rollcalls") for path in sorted((RECORDS / folder).rglob("*.yaml"))
    ]


def event_records() -> Iterator[tuple[str, dict[str, Any]]]:
    """(source id, record) of every event record shipped."""
    for path in sourced_files():
        for record in read(path).get("records", []):
            yield read(path)["source"]["id"], record


def names_of(state: dict[str, Any]) -> set[str]:
    listed = [state["name"], *state.get("names", []), *state["demonyms"], *(entry["name"] for entry in state["un"])]
    return {name.casefold() for name in listed}


def sample(name: str) -> Path | None:
    """A sample file, or None with a line in the output about what is not checked here."""
    folder = os.environ.get("DATELINE_SAMPLES")
    path = Path(folder, name) if folder else None
    if path is not None and path.is_file():
        return path
    sys.stdout.write(f"not checked here: {name} is not at hand (DATELINE_SAMPLES)\n")
    return None


# The register


def test_the_register_has_193_members_and_two_observers() -> None:
    states = by_id("states")
    assert len(register("states")) == len(states) == 195
    assert len(members()) == 193
    assert {key for key, state in states.items() if state.get("kind") == "observer"} == {"VAT", "PSE"}


@pytest.mark.parametrize("field", ["id", "iso2", "m49", "name"])
def test_codes_and_usual_names_of_states_are_unique(field: str) -> None:
    shapes = {"id": r"[A-Z]{3}", "iso2": r"[A-Z]{2}", "m49": r"\d{3}", "name": r"\S.*\S"}
    values = [state[field] for state in register("states")]
    assert len(set(values)) == 195
    assert all(re.fullmatch(shapes[field], value) for value in values)


def test_no_two_states_share_a_name_but_the_two_shared_demonyms() -> None:
    holders: dict[str, set[str]] = {}
    for key, state in by_id("states").items():
        for name in names_of(state):
            holders.setdefault(name, set()).add(key)
    shared = {name: keys for name, keys in holders.items() if len(keys) > 1}
    assert shared == {"congolese": {"COD", "COG"}, "dominican": {"DMA", "DOM"}, "dominicans": {"DMA", "DOM"}}
    assert not {"korea", "korean", "koreans"} & holders.keys()


def test_every_state_has_a_demonym_and_no_name_twice() -> None:
    for state in register("states"):
        assert state["demonyms"], state["id"]
        listed = [state["name"], *state.get("names", []), *state["demonyms"]]
        assert len({name.casefold() for name in listed}) == len(listed), state["id"]


def test_the_gold_names_are_the_usual_names() -> None:
    gold = {
        "RUS": "Russia", "SYR": "Syria", "PRK": "North Korea", "KOR": "South Korea", "VNM": "Vietnam", "LAO": "Laos",
        "IRN": "Iran", "VEN": "Venezuela", "BOL": "Bolivia", "TZA": "Tanzania", "MDA": "Moldova", "TUR": "Türkiye",
        "CZE": "Czechia", "SWZ": "Eswatini", "CIV": "Côte d'Ivoire", "CPV": "Cabo Verde", "TLS": "Timor-Leste",
        "BRN": "Brunei", "FSM": "Micronesia", "COG": "Congo", "COD": "Democratic Republic of the Congo",
        "USA": "United States", "GBR": "United Kingdom", "NLD": "Netherlands", "PHL": "Philippines", "MDV": "Maldives",
    }  # fmt: skip
    states = by_id("states")
    assert {key: states[key]["name"] for key in gold} == gold
    with_article = {key for key, state in states.items() if state.get("article") == "the"}
    assert with_article == {"ARE", "BHS", "CAF", "COD", "COM", "DOM", "GBR", "GMB", "MDV", "MHL", "NLD", "PHL", "SLB",
                            "USA", "VAT"}  # fmt: skip


def test_a_new_un_name_holds_from_its_day_and_the_old_one_until_then() -> None:
    changes = {"TUR": ("Turkey", "Türkiye", "2022-06-01"), "SWZ": ("Swaziland", "Eswatini", "2018-04-19"),
               "CZE": ("Czech Republic", "Czechia", "2016-05-17"), "CPV": ("Cape Verde", "Cabo Verde", "2013-10-25"),
               "MKD": ("The former Yugoslav Republic of Macedonia", "North Macedonia", "2019-02-14")}  # fmt: skip
    for key, (before, after, day) in changes.items():
        eve = date.fromordinal(date.fromisoformat(day).toordinal() - 1).isoformat()
        un = by_id("states")[key]["un"]
        assert [entry["name"] for entry in un if holds(entry, eve)] == [before]
        assert [entry["name"] for entry in un if holds(entry, day)] == [after]


def test_every_state_has_exactly_one_un_name_today() -> None:
    for state in register("states"):
        assert sum(holds(entry, "2025-02-24") for entry in state["un"]) == 1, state["id"]


def test_members_joined_in_the_years_the_united_nations_counts() -> None:
    joined = Counter(state["member"][0]["from"][:4] for state in members().values())
    assert joined["1945"] == 49  # of 51 original members; Czechoslovakia and Yugoslavia are gone
    assert (joined["1955"], joined["1960"], joined["1991"], joined["1992"]) == (16, 17, 7, 13)
    assert max(joined) == "2011"
    assert all(entry["of"] == "un" for state in members().values() for entry in state["member"])


def test_a_state_with_a_row_was_a_member_on_that_day() -> None:
    for call in rollcalls().values():
        for option in OPTIONS:
            for key in call["votes"][option]:
                assert any(holds(entry, call["date"]) for entry in members()[key]["member"]), (call["id"], key)


def test_myanmar_carries_its_note_from_february_2021() -> None:
    (note,) = by_id("states")["MMR"]["notes"]
    assert "who speaks for the state is disputed" in note["text"]
    assert not holds(note, "2021-01-31")
    assert holds(note, "2022-03-02")


# Blocs


@pytest.mark.parametrize(
    ("bloc", "sizes"),
    [
        ("asean", {"1999-04-29": 9, "1999-04-30": 10, "2025-02-24": 10, "2025-10-25": 10, "2025-10-26": 11}),
        ("eu", {"2013-06-30": 27, "2013-07-01": 28, "2020-01-31": 28, "2020-02-01": 27, "2025-02-24": 27}),
        ("nato", {"2014-03-27": 28, "2023-04-03": 30, "2023-04-04": 31, "2024-03-06": 31, "2024-03-07": 32}),
        ("g7", {"2014-03-27": 7, "2025-02-24": 7}),
        ("g20", {"2014-03-27": 20, "2023-09-08": 20, "2025-02-24": 21}),
        ("brics", {"2023-12-31": 5, "2024-01-01": 9, "2025-01-05": 9, "2025-01-06": 10}),
        ("au", {"2011-07-26": 52, "2011-07-27": 53, "2017-01-30": 53, "2017-01-31": 54}),
        ("arab-league", {"2014-03-27": 22, "2022-03-02": 22}),
        ("cis", {"2009-08-17": 10, "2009-08-18": 9, "2022-03-02": 9}),
        ("gcc", {"2022-03-02": 6}),
        ("african-group", {"2022-03-02": 54}),
        ("asia-pacific-group", {"2022-03-02": 53}),
        ("eastern-european-group", {"2022-03-02": 23}),
        ("grulac", {"2022-03-02": 33}),
        ("weog", {"2022-03-02": 28}),
    ],
)
def test_a_bloc_has_its_size_on_each_day(bloc: str, sizes: dict[str, int]) -> None:
    assert {day: len(bloc_on(bloc, day)) for day in sizes} == sizes


def test_every_bloc_names_its_source_and_states_of_the_register_and_the_g20_two_unions() -> None:
    assert len(register("blocs")) == len(by_id("blocs")) == 15
    for bloc in register("blocs"):
        assert bloc["source"]["title"], bloc["id"]
        assert re.match(r"https?://[a-z0-9.-]+/", bloc["source"]["url"]), bloc["id"]
        entries = [*bloc["members"], *bloc.get("chair", [])]
        unions = {"eu", "au"} if bloc["id"] == "g20" else set()
        assert {entry["id"] for entry in entries} - by_id("states").keys() == unions, bloc["id"]
        assert all(entry["from"] < entry.get("to", "9999") for entry in entries)


def test_the_regional_groups_share_nobody_and_leave_out_the_united_states_and_kiribati() -> None:
    counted = Counter(key for group in GROUPS for key in bloc_on(group, "2022-03-02"))
    assert set(counted.values()) == {1}
    assert members().keys() - counted.keys() == {"USA", "KIR"}
    assert bloc_on("african-group", "2022-03-02") == bloc_on("au", "2022-03-02")


def test_asean_has_one_chair_in_every_year_and_cambodia_in_2022() -> None:
    chair = by_id("blocs")["asean"]["chair"]
    for year in range(2014, 2027):
        assert sum(holds(entry, f"{year}-07-01") for entry in chair) == 1
    assert [entry["id"] for entry in chair if holds(entry, "2022-03-03")] == ["KHM"]
    assert {entry["id"] for entry in chair} <= bloc_on("asean", "2025-02-24")


def test_syria_stays_an_arab_league_member_while_suspended() -> None:
    assert "SYR" in bloc_on("arab-league", "2022-03-02")


# Roll calls and sponsors


def test_there_are_nine_roll_calls_of_193_and_each_tally_equals_its_rows() -> None:
    calls = rollcalls()
    assert calls.keys() == by_id("measures").keys()
    assert len(calls) == 9
    for key, call in calls.items():
        rows = {option: call["votes"][option] for option in OPTIONS}
        assert {option: str(len(states)) for option, states in rows.items()} | {"members": "193"} == call["tally"], key
        everybody = [state for states in rows.values() for state in states]
        assert len(everybody) == 193, key
        assert set(everybody) == members().keys(), key
        assert all(states == sorted(states) for states in rows.values()), key


def test_the_tallies_are_the_official_ones() -> None:
    official = {
        "un-68-262": "100-11-58-24", "un-es-11-1": "141-5-35-12", "un-es-11-2": "140-5-38-10",
        "un-es-11-3": "93-24-58-18", "un-es-11-4": "143-5-35-10", "un-es-11-5": "94-14-73-12",
        "un-es-11-6": "141-7-32-13", "un-es-11-7": "93-18-65-17", "un-es-11-8": "93-8-73-19",
    }  # fmt: skip
    assert {key: "-".join(call["tally"][o] for o in OPTIONS) for key, call in rollcalls().items()} == official


def test_cambodia_voted_in_favour_six_times_and_abstained_three_times() -> None:
    assert {key: vote_of("KHM", key) for key in rollcalls()} == {
        "un-68-262": "abstained", "un-es-11-1": "favour", "un-es-11-2": "favour", "un-es-11-3": "abstained",
        "un-es-11-4": "favour", "un-es-11-5": "abstained", "un-es-11-6": "favour", "un-es-11-7": "favour",
        "un-es-11-8": "favour",
    }  # fmt: skip


def test_other_positions_known_by_heart() -> None:
    assert (vote_of("USA", "un-es-11-6"), vote_of("USA", "un-es-11-7"), vote_of("USA", "un-es-11-8")) == (
        "favour",
        "against",
        "abstained",
    )
    assert {vote_of("PRK", key) for key in rollcalls()} == {"against"}
    assert [vote_of("VEN", key) for key in sorted(rollcalls())] == ["against"] + ["absent"] * 8
    assert {state for state in bloc_on("asean", "2025-02-24") if vote_of(state, "un-es-11-8") == "abstained"} == {
        "LAO",
        "VNM",
    }


def test_the_94_sponsors_on_the_draft_all_voted_in_favour_and_cambodia_is_not_among_them() -> None:
    (record,) = read(RECORDS / "sponsors" / "un-es-11-1.yaml")["records"]
    sponsors = record["by"]
    assert len(sponsors) == len(set(sponsors)) == 94
    assert set(sponsors) <= set(rollcalls()["un-es-11-1"]["votes"]["favour"])
    assert "KHM" not in sponsors
    assert {"SGP", "USA"} <= set(sponsors)
    assert (record["act"], record["role"], record["complete"]) == ("cosponsor", "draft", "true")


def test_roll_calls_equal_the_table_they_came_from() -> None:
    table = sample("un-es11-rollcalls.csv")
    if table is None:
        assert sum(len(call["votes"][option]) for call in rollcalls().values() for option in OPTIONS) == 9 * 193
        return
    words = {"yes": "favour", "no": "against", "abstain": "abstained", "not_voting": "absent"}
    with table.open(encoding="utf-8", newline="") as lines:
        rows = [(row["resolution"], row["iso3"], words[row["vote"]], row["date"]) for row in csv.DictReader(lines)]
    symbols = {measure["symbol"]: key for key, measure in by_id("measures").items()}
    assert len(rows) == 9 * 193
    for symbol, state, option, day in rows:
        assert vote_of(state, symbols[symbol]) == option
        assert rollcalls()[symbols[symbol]]["date"] == day


# References and sources


def test_every_referenced_id_exists() -> None:
    actors = {item["id"] for name in ACTOR_LISTS for item in register(name)}
    known = actors | by_id("issues").keys() | by_id("measures").keys()
    sources = {read(path)["source"]["id"] for path in sourced_files()}
    local = {(source, record["id"]) for source, record in event_records()}
    for source, record in event_records():
        named = [record.get(key, []) for key in REFERENCES] + [list_["of"] for list_ in _lists(record)]
        for reference in (one for value in named for one in ([value] if isinstance(value, str) else value)):
            assert reference in known or (source, reference) in local, (source, record["id"], reference)
    for measure in register("measures"):
        assert measure["in"] in actors
        assert measure["issue"] in by_id("issues")
    for person in register("persons"):
        for role in person["roles"]:
            assert role["of"] in actors
            assert role.get("per") is None or role["per"] in sources
    assert all(item["of"] in actors for name in ("bodies", "blocs") for item in register(name) if "of" in item)
    for item in (item for name in ACTOR_LISTS for item in register(name) if "country" in item):
        assert item["country"] in members()


def _lists(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Everything in a record that names actors under an `of`, a `per` or a chain."""
    yield from (record[key] for key in ("favour", "against", "abstained") if key in record)
    if "asked_by" in record:
        yield {"of": [*record["asked_by"]["of"], record["asked_by"]["per"]]}
    for claim in record.get("asserts", []):
        yield {"of": [*claim["of"], claim["about"]]}
    for link in record.get("via", []):
        yield {"of": [value for key, value in link.items() if key != "date"]}
    for figure in record.get("figures", {}).values():
        yield {"of": [figure["per"]]}


def test_no_id_is_used_twice() -> None:
    ids = [item["id"] for name in (*ACTOR_LISTS, "issues", "measures") for item in register(name)]
    assert [key for key, times in Counter(ids).items() if times > 1] == []
    full = [f"{source}/{record['id']}" for source, record in event_records()]
    assert len(full) == len(set(full)) == 10
    sources = [read(path)["source"]["id"] for path in sourced_files()]
    assert len(sources) == len(set(sources)) == 11


def test_every_source_says_who_what_when_and_on_which_terms() -> None:
    for path in sourced_files():
        source = read(path)["source"]
        for field in ("id", "publisher", "class", "lang", "title", "url", "published", "licence"):
            assert source.get(field), (path.name, field)
        date.fromisoformat(source["published"])
        if path.parent.name == "rollcalls":
            assert source["licence"] == "UN Digital Library: non-commercial use, with attribution"
            assert source["published"] == read(path)["rollcall"]["date"]
            assert source["url"].endswith(source["id"].removeprefix("undl-"))


def test_all_nine_measures_belong_to_the_ukraine_issue_which_is_also_found_as_ukraine() -> None:
    assert {measure["issue"] for measure in register("measures")} == {"ukraine-war"}
    assert {"ukraine", "war in ukraine", "russia's war"} <= set(by_id("issues")["ukraine-war"]["names"])


# The first article


def test_the_events_folder_holds_the_first_article_alone() -> None:
    assert [path.name for path in sorted((RECORDS / "events").rglob("*")) if path.is_file()] == [ARTICLE.name]
    assert [record["id"] for record in read(ARTICLE)["records"]] == [
        "vote", "kh-cospons", "kh-msg", "kh-asean", "us-welcome", "sg-sanct", "cnrp", "veto", "invasion",
    ]  # fmt: skip


def test_evidence_and_quotes_are_found_exactly_once_in_the_article() -> None:
    article = read(ARTICLE)
    strings = [text for record in article["records"] for text in record.get("ev", [])]
    quotes = [q if isinstance(q, str) else q["text"] for r in article["records"] for q in r.get("quotes", {}).values()]
    assert (len(strings), len(quotes)) == (17, 8)
    for text in strings + quotes:
        assert text == text.strip()
        assert 20 <= len(text) <= 120, text
        assert "\n" not in text
    assert len(set(strings + quotes)) == 25
    path = sample("first-article.txt")
    if path is None:
        assert article["source"]["sha256"] == "09b951f79b09663f48d746b0b6b86df6e2c375f9ced8a130b6f7a2a538b11f88"
        return
    assert hashlib.sha256(path.read_bytes()).hexdigest() == article["source"]["sha256"]
    body = path.read_text(encoding="utf-8")
    assert {text: body.count(text) for text in strings + quotes} == dict.fromkeys(strings + quotes, 1)


def test_nothing_in_the_article_says_that_cambodia_voted() -> None:
    vote = next(record for record in read(ARTICLE)["records"] if record["id"] == "vote")
    assert vote["against"] == {"complete": "true", "of": ["RUS", "BLR", "SYR", "PRK", "ERI"]}
    assert vote["abstained"] == {"complete": "false", "of": ["CHN", "IND", "VNM", "LAO"]}
    assert "favour" not in vote
    assert not any(record["act"] == "adopted" for _, record in event_records())


def test_the_prime_minister_is_in_office_on_the_day_he_speaks_and_the_party_chief_is_only_attested() -> None:
    persons = by_id("persons")
    (premier,) = persons["hun-sen"]["roles"]
    assert (premier["title"], premier["of"]) == ("Prime Minister", "KHM")
    assert holds(premier, "2022-03-03")
    assert not holds(premier, "2023-08-22")
    assert persons["sam-rainsy"]["roles"] == [
        {"title": "acting President", "of": "cnrp", "at": "2022-03-02", "per": "voa"}
    ]


def test_no_line_of_the_records_is_longer_than_120_characters() -> None:
    long = [
        f"{path.name}:{number}"
        for path in sorted(RECORDS.rglob("*"))
        if path.is_file()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > 120
    ]
    assert long == []
