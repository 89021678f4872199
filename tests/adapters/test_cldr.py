"""The alias table: as generated, folded, sorted; every CLDR name of every language finds its state or is asked back."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from adapters.aliases import AliasTable, AliasTableBroken
from adapters.cldr import State, aliases, states_of, table, territory_names
from briefs.naming import Ambiguous, Found, Unknown
from briefs.naming.folding import fold, unaccented
from briefs.naming.words import NO_ACTOR
from tests.briefs.shipped_names import REGISTER, ids, names, register


@cache
def spoken() -> dict[tuple[str, str], set[str]]:
    return territory_names(states_of(REGISTER / "states.yaml"))


def test_the_committed_table_is_what_the_generator_writes() -> None:
    assert table(states_of(REGISTER / "states.yaml")) == (REGISTER / "aliases.tsv").read_text("utf-8")


def test_the_table_names_its_source_and_licence() -> None:
    head = (REGISTER / "aliases.tsv").read_text("utf-8")[:600]
    for part in ("Common Locale Data Repository", "CLDR 4", "Babel 2.", "Unicode-3.0", "do not edit"):
        assert part in head


def test_the_table_is_folded_sorted_and_about_the_register() -> None:
    rows = list(AliasTable(REGISTER / "aliases.tsv"))
    assert len(rows) > 25_000
    assert rows == sorted(set(rows))
    assert {actor for _, actor in rows} == {
        "eu",
        "un",
        *(actor.id for actor in register().actors.values() if actor.iso2),
    }
    assert all(fold(name) == name for name, _ in rows)


def test_every_name_of_every_language_finds_its_state_or_is_asked_back() -> None:
    assert len(spoken()) > 25_000
    slips = {("संयुक्त राष्ट्र", "GBR"), ("λατινικὴ ἀμερική", "LAO")}
    for name, state in spoken():
        if (fold(name), state) in slips:
            continue
        answer = names().find_actor(name) if fold(name) not in NO_ACTOR else None
        if answer is None:
            suggested = names().find_actor(name)
            assert isinstance(suggested, Unknown), name
        else:
            assert state in ids(answer), (name, state, answer)


def test_names_of_one_state_alone_are_answered_and_not_asked_back() -> None:
    main = {"en", "fr", "es", "ru", "ar", "zh", "km", "pt", "de", "ja", "id", "vi", "th", "lo", "my", "ms"}
    asked = {
        (name, state)
        for (name, state), languages in spoken().items()
        if languages & main and fold(name) not in NO_ACTOR and not isinstance(names().find_actor(name), Found)
    }
    assert {state for _, state in asked} <= {"COD", "COG", "GIN", "RUS", "KOR", "PRK", "GEO", "WSM"}, asked
    assert len(asked) < 20


def test_leaving_out_accents_never_finds_another_state() -> None:
    table_of = names()._actors.foreign
    for name, state in spoken():
        bare = unaccented(fold(name))
        if bare != fold(name) and bare not in table_of:
            found = ids(names().find_actor(bare)) if len(bare) >= 4 and bare not in NO_ACTOR else ()
            assert not found or state in found, (bare, state, found)


def test_united_nations_in_hindi_is_not_the_united_kingdom() -> None:
    assert isinstance(names().find_actor("संयुक्त राष्ट्र"), Unknown)


def test_a_shared_and_a_mistakable_name_stand_for_each_state() -> None:
    listed = [State("GHA", "GH", "Ghana"), State("UGA", "UG", "Uganda"), State("MMR", "MM", "Myanmar")]
    rows = aliases(
        {
            ("Ugana", "GHA"): {"mgh"},
            ("Myanmar (Birma)", "MMR"): {"de"},
            ("Gana", "GHA"): {"pt"},
            ("Ugánda", "UGA"): {"cs"},
        },
        listed,
    )
    assert [row for row in rows if row[0] == "ugana"] == [("ugana", "GHA"), ("ugana", "UGA")]
    assert {"birma", "myanmar", "myanmar birma"} <= {name for name, actor in rows if actor == "MMR"}
    assert [row for row in rows if row[0] == "gana"] == [("gana", "GHA")]


def test_brackets_make_no_bare_name_of_a_state_that_is_asked_back() -> None:
    rows = aliases({("Congo (RDC)", "COD"): {"fr"}}, [State("COD", "CD", "Democratic Republic of the Congo")])
    assert rows == [("congo rdc", "COD")]


def test_a_missing_or_broken_table_says_how_to_mend_it(tmp_path: Path) -> None:
    with pytest.raises(AliasTableBroken, match=r"python -m adapters\.cldr"):
        list(AliasTable(tmp_path / "none.tsv"))
    broken = tmp_path / "aliases.tsv"
    for text in ("# head\nkambodja\n", "# head\na\tKHM\tx\n", "# head\n\tKHM\n"):
        broken.write_text(text, "utf-8")
        with pytest.raises(AliasTableBroken, match=r"aliases\.tsv:2"):
            list(AliasTable(broken))
    broken.write_bytes(b"\xff\xfe")
    with pytest.raises(AliasTableBroken, match="cannot be read"):
        list(AliasTable(broken))


def test_asking_back_keeps_both_states() -> None:
    assert names().find_actor("لتونی") == Ambiguous(("LTU", "LVA"))
