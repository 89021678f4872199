"""Display names over a whole set of records: applied before anybody reads, taken anew when the list changes."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from bot.archives import RecordsRefusedError, Shelves
from bot.commands import Held
from bot.config import NamePolicy
from briefs import briefing
from briefs.codebook import Length
from briefs.naming import Found
from tests.bot.shell import dateline

DAY = date(2026, 11, 24)


def shelves(tmp_path: Path, policy: NamePolicy) -> Shelves:
    return Shelves((), tmp_path / "data", policy)


def first_words(held: Held, actor: str) -> str:
    return briefing.position(held.archive, actor, "ukraine-war", DAY, Length.LINE).document.title


def written(file: Path, text: str) -> Path:
    before = file.stat().st_mtime_ns if file.exists() else 0
    file.write_text(text, "utf-8")
    os.utime(file, ns=(before + 1_000_000_000, before + 1_000_000_000))
    return file


def test_a_policy_names_actors_in_briefs_and_completions_alike(tmp_path: Path) -> None:
    held = shelves(tmp_path, NamePolicy("un")).open()
    assert first_words(held, "VNM").startswith("Viet Nam")
    assert held.shelf.names.completions("actor", "vietn")[0] == ("Viet Nam", "VNM")
    assert held.shelf.names.find_actor("Vietnam") == Found("VNM")


def test_a_changed_list_is_read_anew_and_a_broken_one_keeps_the_old_names(
    tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append('names.refused .*ours.tsv:1: "Vietnam" is a name of VNM; give each a name of its own')
    file = written(tmp_path / "ours.tsv", "KHM\tKingdom of Cambodia\tthe\n")
    opened = shelves(tmp_path, NamePolicy("file", file))
    assert first_words(opened.open(), "KHM").startswith("Kingdom of Cambodia")
    assert opened.changed() is None
    written(file, "KHM\tKampuchea\n")
    changed = opened.changed()
    assert changed is not None
    assert first_words(changed, "KHM").startswith("Kampuchea")
    written(file, "KHM\tVietnam\n")
    kept = opened.changed()
    assert kept is None or first_words(kept, "KHM").startswith("Kampuchea")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (None, "the list of names cannot be read"),
        (b"\xff\xfe", "is not UTF-8 at byte 0"),
        (b"KHM\tVietnam\n", '"Vietnam" is a name of VNM'),
        (b"#" * 1_000_001, "has more than 1000000 bytes"),
        (b"<html>\n", "a line is an id, a tab, a name"),
    ],
)
def test_a_list_that_cannot_be_used_stops_the_start_with_its_line(
    tmp_path: Path, content: bytes | None, what: str
) -> None:
    file = tmp_path / "ours.tsv"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(RecordsRefusedError) as refused:
        shelves(tmp_path, NamePolicy("file", file)).open()
    assert what in refused.value.lines[0]
    assert "ours.tsv" in refused.value.lines[0]


def test_the_environment_chooses_the_names_of_one_question() -> None:
    done = dateline("ask", "position", "vietnam", "--length", "line", DATELINE_NAMES="un")
    assert done.returncode == 0
    assert "Viet Nam" in done.stdout
    assert dateline("ask", "position", "vietnam", DATELINE_NAMES="nowhere.tsv").returncode == 2
