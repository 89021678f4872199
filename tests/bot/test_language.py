"""The language of an answer: asked for by option or in the line, else the operator's; English where it must be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.contract import Outcome, Reply, Request
from bot import config
from bot.catalogue import catalogue
from bot.commands import Desk, Held
from bot.mistakes import MistakesError
from briefs.plain import plain
from briefs.tongues import LANGUAGES
from briefs.wording.catalogue import words
from tests.archives import shipped
from tests.histories import lived

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HELD = Held.of(shipped(), ())


def asked(line: str, command: str = "position", default: str = "en", **given: str) -> Reply:
    return Desk(HELD, lambda: NOW, default).answer_now(Request(command, line, given))


TITLES = {
    "fr": "France · La guerre de la Russie contre l'Ukraine",
    "es": "Francia · La guerra de Rusia contra Ucrania",
    "km": "បារាំង · សង្គ្រាមរបស់រុស្ស៊ីប្រឆាំងអ៊ុយក្រែន",
}
WAYS = {
    "fr": ("in french", "en français", "en francais"),
    "es": ("in spanish", "en español", "en espanol"),
    "km": ("in khmer", "en khmer", "in ខ្មែរ"),
}
every_language = pytest.mark.parametrize("language", TITLES)


def test_every_language_one_can_ask_in_is_asked_for_here() -> None:
    assert {"en", *TITLES} == set(LANGUAGES) == {"en", *WAYS}


@every_language
def test_a_line_asks_for_a_language_in_several_ways(language: str) -> None:
    lines = [f"france ukraine line --language {language}", f"--language={language.upper()} france ukraine line"]
    for way in WAYS[language]:
        lines += [f"france ukraine {way}", f"france ukraine {way} line", f"france ukraine line {way}"]
    for line in lines:
        reply = asked(line)
        assert reply.outcome is Outcome.ANSWERED, line
        assert reply.document.language == language, line
        assert reply.document.title == TITLES[language]


@every_language
def test_a_typed_option_asks_for_it_too(language: str) -> None:
    assert asked("", actor="france", issue="ukraine", language=language).document.language == language


@every_language
def test_who_asks_for_none_gets_the_operators_language_and_who_asks_gets_his(language: str) -> None:
    assert asked("france ukraine", default=language).document.language == language
    assert asked("france ukraine in english", default=language).document.language == "en"
    assert asked("france ukraine").document.language == "en"


def test_a_language_that_is_none_is_told_with_those_there_are() -> None:
    reply = asked("france ukraine --language klingon")
    assert reply.outcome is Outcome.USAGE
    told = reply.document.blocks[0].lines[0].text  # type: ignore[union-attr]
    assert "“klingon” is no language one can ask in." in told
    assert all(f" {language} for " in told for language in LANGUAGES)


WARS = {
    "es": ("ucrania", "guerra de ucrania", "la guerra de Rusia contra Ucrania", "sobre la invasión rusa"),
    "fr": ("guerre en Ukraine", "la guerre en ukraine", "sur l'invasion de l'Ukraine", "guerre russo-ukrainienne"),
}


@pytest.mark.parametrize("language", WARS)
def test_the_war_is_asked_for_by_its_names_in_the_language(language: str) -> None:
    for war in WARS[language]:
        for line in (f"france {war} line --language {language}", f"{war} france {WAYS[language][1]} line"):
            reply = asked(line)
            assert reply.outcome is Outcome.ANSWERED, line
            assert reply.document.title == TITLES[language]


def test_an_issue_at_the_end_of_a_comparison_is_one_by_its_french_name() -> None:
    reply = asked("france switzerland guerre en Ukraine en français", "compare")
    assert reply.document.title == "France et Suisse · La guerre de la Russie contre l'Ukraine"


@pytest.mark.parametrize("language", ["fr", "es"])
def test_issues_are_completed_and_found_in_the_askers_language(language: str) -> None:
    title = TITLES[language].partition(" · ")[2]
    offered = Desk(HELD, lambda: NOW).complete("shifts", "issue", title[3:12], language)
    assert title in [choice.label for choice in offered]
    asked_for = {"fr": "désarmement", "es": "desarme"}[language]
    assert "/shifts --issue disarmament" in plain(asked(asked_for, "find").document)


@every_language
def test_a_name_asked_back_keeps_the_language_in_what_it_offers(language: str) -> None:
    reply = asked(f"korea ukraine {WAYS[language][0]}")
    assert reply.outcome is Outcome.AMBIGUOUS
    offered = [line.text for line in reply.document.lines() if "/position" in line.text]
    assert offered
    assert all(text.endswith(f"--language {language}") for text in offered)


def test_a_state_called_french_or_english_is_no_language() -> None:
    assert asked("french ukraine line").document.title.startswith("France")


@every_language
def test_the_setting_is_read_and_a_wrong_one_refused(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dateline.toml").write_text(f'language = "{language}"\n', "utf-8")
    assert config.load_name_policy({}).language == language
    assert config.load_name_policy({"DATELINE_LANGUAGE": "en"}).language == "en"
    with pytest.raises(MistakesError, match='"xx" is no language here'):
        config.load_name_policy({"DATELINE_LANGUAGE": "xx"})
    (tmp_path / "dateline.toml").write_text('language = "xx"\n', "utf-8")
    with pytest.raises(MistakesError, match="language"):
        config.load_name_policy({})


@pytest.mark.parametrize(
    "line", ["france ukraine line --language km", "france ukraine line in khmer", "france ukraine line ជាភាសាខ្មែរ"]
)
def test_a_line_asks_for_khmer_in_several_ways(line: str) -> None:
    reply = asked(line)
    assert reply.document.language == "km"
    assert reply.document.title == "បារាំង · សង្គ្រាមរបស់រុស្ស៊ីប្រឆាំងអ៊ុយក្រែន"


def test_what_khmer_cannot_tell_is_english_and_says_so() -> None:
    reply = asked("asean on ukraine in khmer", "bloc")
    assert reply.document.language == "en"
    assert "This answer is not told in Khmer yet." in [line.text for line in reply.document.lines()]


# --- finding, sources, changes ----------------------------------------------------------------------------------------


FOUND = {
    "fr": ("Trouvé pour « palestine »", "• La question de Palestine (question) : /shifts --issue palestine"),
    "es": ("Encontrado para «palestine»", "• La cuestión de Palestina (cuestión): /shifts --issue palestine"),
}
spoken = pytest.mark.parametrize("language", FOUND)


@spoken
def test_what_is_found_is_told_and_asked_for_in_the_language(language: str) -> None:
    title, line = FOUND[language]
    reply = asked(f"palestine --language {language}", "find")
    assert (reply.document.language, reply.document.title) == (language, title)
    assert f"{line} --language {language}" in plain(reply.document)
    assert plain(asked("palestine", "find", default=language).document).count("--language") == 0


@spoken
def test_the_language_of_a_search_may_stand_at_its_end_and_alone_is_looked_for(language: str) -> None:
    for way in WAYS[language]:
        assert asked(f"palestine {way}", "find").document.title == FOUND[language][0]
    assert "in french" in asked("in french", "find").document.title + plain(asked("in french", "find").document)


@spoken
def test_titles_found_are_said_to_be_english_and_names_alone_are_not(language: str) -> None:
    note = words(language).say("language", {})
    assert note in plain(asked(f"68/262 --language {language}", "find").document)
    assert note not in plain(asked(f"nauru --language {language}", "find").document)


@every_language
def test_a_record_found_that_cannot_be_told_in_it_makes_the_answer_english_and_says_so(language: str) -> None:
    """No act is one of those no language tells."""
    events = {"voa/kh-msg": replace(shipped().events["voa/kh-msg"], label="unheard of", what="unheard of")}
    desk = Desk(Held.of(replace(shipped(), events=events), ()), lambda: NOW)
    reply = desk.answer_now(Request("find", f"unheard --language {language}"))
    assert reply.document.language == "en"
    assert words("en", language).say(f"instead-of-{language}", {}) in [line.text for line in reply.document.lines()]


@spoken
def test_nothing_found_is_said_in_the_language(language: str) -> None:
    reply = asked(f"xyzzyqqq --language {language}", "find")
    assert (reply.outcome, reply.document.language) == (Outcome.NOTHING, language)


@spoken
def test_sources_and_changes_are_told_in_the_language(language: str) -> None:
    assert asked(f"ES-11/1 --language {language}", "source").document.language == language
    desk = Desk(Held.of(lived(), ()), lambda: NOW)
    for line in ("since 2026-03-01", "since 2026-03-01 --known 2026-03-04", "", "--known 2026-03-01"):
        reply = desk.answer_now(Request("changed", f"{line} --language {language}"))
        assert (reply.outcome, reply.document.language) == (Outcome.ANSWERED, language), line


@every_language
def test_every_command_takes_a_language(language: str) -> None:
    for command in catalogue():
        assert language in next(param for param in command.params if param.name == "language").choices
