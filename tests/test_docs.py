"""What the pages say is so: their links, their commands, their answers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.build import faults
from tests.bot.shell import dateline

README = (Path(__file__).resolve().parents[1] / "README.md").read_text("utf-8")
SNIPPETS = re.findall(r"^```\n\$ (dateline [^\n]*)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
ASKED = sorted(set(re.findall(r"^\| `(/[^`]+)` \|", README, re.MULTILINE)))


def words_of(text: str) -> str:
    """The words, without the corner that tells the day the reader asked on."""
    first, _, rest = text.partition("\n")
    return " ".join([*re.sub(r"\s+as of .*", "", first).split(), *rest.split()])


def test_the_pages_are_as_the_catalogue_and_their_links_lead_somewhere() -> None:
    assert list(faults()) == []


def test_the_readme_shows_a_real_answer() -> None:
    assert SNIPPETS


@pytest.mark.parametrize(("command", "shown"), SNIPPETS, ids=[command for command, _ in SNIPPETS])
def test_what_the_readme_shows_is_what_the_program_says(command: str, shown: str) -> None:
    done = dateline(*command.split()[1:])
    assert done.returncode == 0
    assert words_of(done.stdout) == words_of(shown)


@pytest.mark.parametrize("question", ASKED)
def test_every_question_of_the_readme_is_answered(question: str) -> None:
    done = dateline("ask", *question.removeprefix("/").split())
    assert done.returncode == 0, done.stdout


def test_every_make_target_of_the_pages_is_there(root: Path) -> None:
    makefile = (root / "Makefile").read_text("utf-8")
    told = re.findall(r"(?:`|^)make ([a-z]+)", README, re.MULTILINE)
    assert told
    for target in told:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_every_test_that_a_page_names_is_there(root: Path) -> None:
    """`file.py::test_name`, below tests/."""
    named = {
        (page.name, *found)
        for page in (root / "docs").glob("*.md")
        for found in re.findall(r"`([\w/]+\.py)::(test_\w+)`", page.read_text("utf-8"))
    }
    assert {page for page, _, _ in named} >= {"features.md", "proof.md"}
    for page, file, test in sorted(named):
        path = root / "tests" / file
        assert path.is_file(), f"docs/{page}: there is no tests/{file}"
        assert re.search(rf"^(async )?def {test}\(", path.read_text("utf-8"), re.MULTILINE), (
            f"docs/{page}: {file}::{test}"
        )
