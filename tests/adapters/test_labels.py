"""The table of labels: as generated, whole in every language, and no label that stands for somebody else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from adapters.aliases import AliasTableBroken, LabelTable
from adapters.cldr import states_of
from adapters.labels import table
from briefs.naming.labels import LANGUAGES
from tests.briefs.shipped_names import REGISTER, ids, names, states

TABLE = REGISTER / "labels.tsv"


def test_the_committed_labels_are_what_the_generator_writes() -> None:
    assert table(states_of(REGISTER / "states.yaml")) == TABLE.read_text("utf-8")


def test_every_state_has_one_label_of_its_own_in_every_language() -> None:
    rows = list(LabelTable(TABLE))
    wanted = {state.id for state in states()} | {"eu", "un"}
    for language in LANGUAGES:
        spoken = [(actor, name) for held, actor, name in rows if held == language]
        assert {actor for actor, _ in spoken} == wanted
        assert not [name for name, times in Counter(name for _, name in spoken).items() if times > 1], language
    assert {language for language, _, _ in rows} == set(LANGUAGES)


def test_a_label_typed_finds_its_actor_or_is_asked_back() -> None:
    astray = [row for row in LabelTable(TABLE) if row[1] not in ids(names().find_actor(row[2]))]
    assert astray == []


def test_labels_follow_the_united_nations_on_palestine_and_the_holy_see() -> None:
    held = {(language, actor): name for language, actor, name in LabelTable(TABLE)}
    assert [held[language, "PSE"] for language in ("fr", "es", "zh")] == ["Palestine", "Palestina", "巴勒斯坦"]
    assert [held[language, "VAT"] for language in ("fr", "es", "de")] == ["Saint-Siège", "Santa Sede", "Heiliger Stuhl"]


def test_a_broken_table_of_labels_says_how_to_mend_it(tmp_path: Path) -> None:
    broken = tmp_path / "labels.tsv"
    for text in ("# head\nfr\tKHM\n", "# head\nfr\tKHM\t\n", "# head\nfr\tKHM\tCambodge\tx\n"):
        broken.write_text(text, "utf-8")
        with pytest.raises(AliasTableBroken, match=r"labels\.tsv:2.*python -m adapters\.labels"):
            list(LabelTable(broken))
