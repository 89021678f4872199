"""`dateline ask` as a shell sees it: words out, exit codes, JSON."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bot.shell import ROOT, dateline, program


@pytest.fixture(scope="module")
def state_of_all(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One data folder for the module: the records are compiled once, as they are for a person who asks twice."""
    return tmp_path_factory.mktemp("state") / "data"


@pytest.fixture(autouse=True)
def one_state(state_of_all: Path, own_state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_DATA", str(state_of_all))
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["position", "cambodia"], 0),
        (["digest", "1999-01-01"], 0),
        (["help"], 0),
        (["position", "palestine"], 3),
        (["position", "atlantis"], 3),
        (["position", "@everyone <!channel> \u202e"], 3),
        (["position", "x" * 10_000], 3),
        (["event", "nope"], 3),
        (["position", "korea"], 4),
        (["position"], 2),
        (["frobnicate"], 2),
        (["position", "cambodia", "--as-of", "2022-02-30"], 2),
        (["position", "cambodia", "--length", "brief"], 2),
        (["position", "cambodia", "--nope"], 2),
        (["digest", "someday"], 2),
        ([], 2),
    ],
)
def test_ask_ends_with_the_code_of_its_outcome(arguments: list[str], code: int) -> None:
    done = dateline("ask", *arguments)
    assert done.returncode == code, done.stderr
    said, silent = (done.stderr, done.stdout) if code == 2 else (done.stdout, done.stderr)
    assert said.strip()
    assert silent == ""
    assert "Traceback" not in done.stderr


def test_the_program_itself_says_the_same_and_ends_the_same() -> None:
    for arguments in (["position", "cambodia", "line"], ["position", "korea"], ["position"]):
        assert program("ask", *arguments) == dateline("ask", *arguments)


def test_suggestions_and_commands_to_type_are_shells_own() -> None:
    assert "dateline ask position Cambodia" in dateline("ask", "position", "cambodai").stdout
    assert 'dateline ask position "South Korea"' in dateline("ask", "position", "korea").stdout


def test_options_words_and_quoted_names_are_one_question() -> None:
    by_options = dateline(
        "ask", "position", "united states", "--issue", "ukraine", "--as-of", "2022-03-04", "--length", "line"
    )
    by_words = dateline("ask", "position", "united", "states", "ukraine", "as", "of", "4", "march", "2022", "line")
    assert by_options.returncode == 0
    assert by_options.stdout == by_words.stdout


def test_json_has_exactly_the_promised_shape() -> None:
    done = dateline("ask", "position", "cambodia", "--issue", "ukraine", "--as-of", "2022-03-04", "--json")
    shown = json.loads(done.stdout)
    assert list(shown) == ["outcome", "as_of", "text", "clauses", "sources"]
    assert (shown["outcome"], shown["as_of"]) == ("answered", "2022-03-04")
    assert all(list(clause) == ["text", "cites"] and clause["cites"] for clause in shown["clauses"])
    assert all(list(source) == ["id", "publisher", "published", "url", "licence"] for source in shown["sources"])
    ids = {source["id"] for source in shown["sources"]}
    cited = {cite for clause in shown["clauses"] for cite in clause["cites"]}
    assert {cite.partition("/")[0] for cite in cited if "/" in cite and ":" not in cite} == ids
    assert all(source["published"] <= "2022-03-04" for source in shown["sources"])


@pytest.mark.parametrize(
    ("arguments", "outcome"),
    [
        (["position", "korea"], "ambiguous"),
        (["position", "atlantis"], "unknown"),
        (["position", "palestine"], "nothing"),
        (["digest", "1999-01-01"], "quiet"),
    ],
)
def test_json_names_every_outcome(arguments: list[str], outcome: str) -> None:
    shown = json.loads(dateline("ask", *arguments, "--json").stdout)
    assert shown["outcome"] == outcome
    assert shown["text"]


def test_the_first_article_can_be_asked_alone() -> None:
    events = str(ROOT / "records" / "events")
    done = dateline("ask", "position", "cambodia", "--records", events, "--length", "line")
    assert done.returncode == 0
    assert "co-sponsored the resolution condemning Russia's invasion of Ukraine" in " ".join(done.stdout.split())
    assert "A/RES" not in done.stdout


def test_several_records_folders_add_up() -> None:
    folders = [part for name in ("events", "rollcalls") for part in ("--records", str(ROOT / "records" / name))]
    assert "A/RES/ES-11/8" in dateline("ask", "position", "cambodia", *folders).stdout


def test_records_that_are_not_there_or_broken_are_refused_with_their_place(tmp_path: Path) -> None:
    done = dateline("ask", "position", "cambodia", "--records", str(tmp_path / "none"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "none:1:1: no-such-path:" in done.stderr
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "holds no YAML file" in dateline("ask", "position", "cambodia", "--records", str(empty)).stderr
    (empty / "broken.yaml").write_text("source: [", encoding="utf-8")
    done = dateline("ask", "position", "cambodia", "--records", str(empty))
    assert done.returncode == 2
    assert "broken.yaml:1:" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_digest_is_short_for_asking_it() -> None:
    assert dateline("digest", "2022-03-03").stdout == dateline("ask", "digest", "3", "march", "2022").stdout


CHATS = ["aiohttp", "alembic", "apscheduler", "discord", "prompt_toolkit", "slack_bolt", "slack_sdk", "sqlalchemy"]
READERS = ["pydantic", "yaml"]


def loaded(candidates: list[str]) -> str:
    """Which of these modules one question loads."""
    script = (
        "import sys; sys.argv = ['dateline', 'ask', 'position', 'cambodia']\n"
        "from bot.cli import main\n"
        "try: main()\n"
        "except SystemExit as end: assert end.code == 0\n"
        f"print([name for name in {candidates!r} if name in sys.modules], file=sys.stderr)\n"
    )
    run = [sys.executable, "-c", script]
    return subprocess.run(run, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, timeout=60).stderr.strip()


def test_ask_from_cold_loads_no_chat_library_no_database_and_no_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_DATA", str(tmp_path / "data"))
    assert loaded([*CHATS, *READERS]) == str(READERS), "the first start reads the files"
    assert loaded([*CHATS, *READERS]) == "[]", "the second one reads the compiled records"
