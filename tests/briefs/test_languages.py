"""Every language beside English: tables that are whole, briefs that are all proved, sentences that are all met, and
never a second language in one. `untold` names the English sentences that a language has no words for yet.
"""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import chain
from pathlib import Path

import pytest

from bot.binding.timing import LANGUAGE_NAMES
from bot.cli import ask
from briefs.briefing import Briefing, Ending
from briefs.proof import load_skeletons
from briefs.proof.tongues.grammar import PREPOSITIONS
from briefs.proof.tongues.registry import TABLES
from briefs.tongues import ENGLISH, LANGUAGES, NOT_TOLD, tables_of, told_in
from briefs.wording.catalogue import words
from briefs.wording.grammar import FORMS
from briefs.wording.grammars import GRAMMARS
from tests.archives import shipped
from tests.briefs.languages import RUN_INS, TONGUES, UNTOLD_IN_KHMER
from tests.briefs.length_of_sentences import too_long
from tests.briefs.questions import KINDS, told_beside, told_in_all

MESSAGE = re.compile(r"^([a-z][a-z0-9-]*) =", re.MULTILINE)
ROOT = Path(__file__).parents[2]
every_language = pytest.mark.parametrize("language", TONGUES)


def messages(language: str) -> set[str]:
    """Ids of the messages of briefs in a language; notices, helps and terms are another matter."""
    room = [part for part in files("briefs.wording").iterdir() if part.name.endswith(f".{language}.ftl")]
    served = ("notices", "glossary", "office")
    return {
        id_
        for part in room
        if part.name.split(".")[0] not in served
        for id_ in MESSAGE.findall(part.read_text("utf-8"))
    }


def untold(language: str) -> set[str]:
    """English sentences that it has no words for yet; that an answer is not told in it is said in English."""
    return {id_ for id_ in messages(ENGLISH) - messages(language) if not id_.startswith("instead-of-")}


WHOLE_TONGUES = tuple(language for language, tongue in TONGUES.items() if tongue.whole)
"""Languages that have words for everything English says: an English message without one fails the build."""


@pytest.mark.parametrize("language", WHOLE_TONGUES)
def test_a_whole_language_has_words_for_every_english_sentence(language: str) -> None:
    assert untold(language) == set()
    assert TONGUES[language].unmet <= RUN_INS


def test_what_khmer_has_no_words_for_is_written_down_and_belongs_to_other_commands() -> None:
    """So that a new sentence of any other command needs its Khmer one in the same change."""
    assert sorted(chain.from_iterable(UNTOLD_IN_KHMER.values())) == sorted(untold("km"))


def test_what_other_commands_tell_is_told_in_english_and_says_so_in_khmer() -> None:
    told = told_in_all("km", 97, tuple(set(KINDS) - set(TONGUES["km"].kinds)))
    english = [brief for brief in told if brief.document.language == ENGLISH]
    assert len(english) > 10
    for brief in english:
        assert TONGUES["km"].instead in [line.text for line in brief.document.lines()]


# --- registries --------------------------------------------------------------------------------------------------


def test_a_language_is_its_files_and_one_line_in_each_registry() -> None:
    others = set(LANGUAGES) - {ENGLISH}
    assert set(GRAMMARS) == set(LANGUAGES) == set(LANGUAGE_NAMES)
    assert set(TABLES) == others == set(PREPOSITIONS) == set(TONGUES)
    for language in others:
        assert TABLES[language].lang == language
        for room, name in (
            ("briefs.tongues", f"names.{language}.tsv"), ("briefs.tongues", f"words.{language}.tsv"),
            ("briefs.wording", f"briefs.{language}.ftl"), ("briefs.proof", f"skeletons.{language}.txt"),
        ):  # fmt: skip
            assert files(room).joinpath(name).is_file(), name


def test_no_code_asks_which_language_it_is_but_whether_it_is_english() -> None:
    codes = "|".join(set(LANGUAGES) - {ENGLISH})
    asks = re.compile(rf"""(?:==|!=|\bin|\bis) *[\[({{]?["'](?:{codes})["']|startswith\(["'](?:{codes})["']""")
    for room in ("briefs", "bot", "adapters"):
        for module in (ROOT / room).rglob("*.py"):
            assert not asks.search(module.read_text("utf-8")), module


def test_the_command_line_names_the_languages() -> None:
    option = next(param for param in ask.params if param.name == "language")
    assert option.metavar == "|".join(LANGUAGES)


# --- the tables --------------------------------------------------------------------------------------------------


@every_language
def test_every_name_of_the_registers_is_told(language: str) -> None:
    register = told_in(shipped(), language).register
    assert [a.id for a in register.actors.values() if NOT_TOLD in a.name] == []
    assert [f.id for f in register.former.values() if NOT_TOLD in f.name] == []
    assert [i.id for i in register.issues.values() if NOT_TOLD in i.title] == []
    worded = [w for a in register.actors.values() for w in (a.standing, a.people, *(r.title for r in a.roles))]
    assert [word for word in (*worded, *(n.value for a in register.actors.values() for n in a.notes)) if word
            and NOT_TOLD in word] == []  # fmt: skip


@every_language
def test_every_name_of_other_days_is_told(language: str) -> None:
    named = tables_of(language).names
    ended = [(a.id, n.value) for a in shipped().register.actors.values() for n in a.un_names if n.end]
    assert [one for one in ended if one not in named and one[0] not in TONGUES[language].same_name] == []


@every_language
def test_a_line_of_the_tables_is_of_something_held_and_stands_once(language: str) -> None:
    register = shipped().register
    for table in ("names", "words"):
        lines = files("briefs.tongues").joinpath(f"{table}.{language}.tsv").read_text("utf-8").splitlines()
        keys = [tuple(line.split("\t")[:2]) for line in lines if line.strip() and not line.startswith("#")]
        assert len(set(keys)) == len(keys)
        if table == "names":
            assert {id_ for id_, _ in keys} <= {*register.actors, *register.former}


@every_language
def test_a_form_is_one_of_the_known(language: str) -> None:
    assert {printed.form for printed in tables_of(language).names.values()} <= set(FORMS)


@every_language
def test_no_two_actors_of_today_bear_one_name(language: str) -> None:
    names = [a.name for a in told_in(shipped(), language).register.actors.values()]
    assert len(set(names)) == len(names)


# --- every brief is proved ---------------------------------------------------------------------------------------


def corpus(language: str) -> tuple[Briefing, ...]:
    return told_in_all(language, TONGUES[language].step, TONGUES[language].kinds)


@every_language
def test_answers_are_proved_told_whole_in_one_language_and_use_every_sentence(language: str) -> None:
    """One test, since two processes would else tell thousands of answers in a language twice. Of kinds with hundreds of
    questions one in `Tongue.step` is told, and of the others as many as it takes to meet every sentence; `make mutants`
    tells all."""
    no_brief_is_refused(language)
    no_brief_is_told_in_english(language)
    no_brief_speaks_two_languages(language)
    no_sentence_is_longer_than_forty_words(language)
    every_sentence_is_met_and_each_stands_for_an_english_one(language)


def no_brief_is_refused(language: str) -> None:
    assert [brief.reasons for brief in corpus(language) if brief.ending is Ending.WITHHELD] == []


def no_brief_is_told_in_english(language: str) -> None:
    assert [brief.document.title for brief in corpus(language) if brief.document.language == ENGLISH] == []


def no_brief_speaks_two_languages(language: str) -> None:
    tongue = TONGUES[language]
    for brief in corpus(language):
        if brief.document.language == language:
            for line in brief.document.lines():
                assert not tongue.foreign.search(tongue.quoted.sub("", line.text)), line.text


def no_sentence_is_longer_than_forty_words(language: str) -> None:
    assert [text for brief in corpus(language) for text in too_long(brief.document)] == []


ROOMS = ("briefs", "desk", "history", "acts", "compare")
"""Catalogues whose messages with a full stop are sentences; those of deeds: `test_every_form_in_languages`."""
WHOLE = re.compile(r"^([a-z][a-z0-9-]*) =(.*\n(?:[ }].*\n)*)", re.MULTILINE)
"""A message and all its lines."""
PHRASES = {
    "language",
    "agree-outside",
    "agree-rounded",
    "bloc-outside",
    "shifts-votes",
    "shifts-year",
    "issues-more",
    "position-older",
    "position-others",
    "timeline-shifts",
}


def every_sentence_is_met_and_each_stands_for_an_english_one(language: str) -> None:
    tongue = TONGUES[language]
    assert messages(language) - messages(ENGLISH) == tongue.own
    rooms = (files("briefs.wording").joinpath(f"{part}.{language}.ftl") for part in ROOMS)
    text = "\n".join(room.read_text("utf-8") for room in rooms if room.is_file())
    sentences = {id_ for id_, said in WHOLE.findall(text) if said.rstrip("} \n").endswith(tongue.full_stop)}
    lines = r"call-part|agree-(?:pair|pair-none|call)|(?:vote-|shifts-text|issues-held|source-|changes-|record-)[a-z-]*"
    sentences |= set(re.findall(rf"^({lines}) = .*[^.។]$", text, re.MULTILINE))
    sentences -= {part for part in sentences if part.startswith("changes-count-")}
    met = {clause.template for brief in corpus(language) for clause in brief.document.clauses()}
    spoken = {line.text for brief in corpus(language) for line in brief.document.lines()}
    met |= {id_ for id_ in PHRASES & messages(language) if words(language).say(id_, {}) in spoken}
    missing = sentences - met - tongue.unmet
    for brief in told_beside(language, tongue.step, tongue.kinds):
        if not missing:
            break
        assert brief.ending is not Ending.WITHHELD, brief.reasons
        missing -= {clause.template for clause in brief.document.clauses()}
    assert missing == set()


@every_language
def test_the_signed_sentences_ask_for_what_the_english_ones_ask(language: str) -> None:
    """The same ids stand for the same facts; one may ask more (a title that English has left to the heading)."""
    english = {skeleton.id: skeleton for skeleton in load_skeletons(ENGLISH)}
    for skeleton in load_skeletons(language):
        if skeleton.id in TONGUES[language].split:
            continue
        own, its = (
            {_asked(str(atom)) for atom in held.atoms if atom.name not in GRAMMAR}
            for held in (skeleton, english.get(skeleton.id) or english[skeleton.id.removesuffix(".many")])
        )
        assert its <= own, skeleton.id


GRAMMAR = {
    "single", "several", "same", "plural", "lone", "one", "many", "by_one", "by_many", "again", "speakers_again",
    "pronoun_last",
}  # fmt: skip
"""Conditions on words that a language need not have: numbers of verbs, pronouns."""


def _asked(condition: str) -> str:
    """The same in all languages: whatever a value is called, a label whole or without its beginning, a form's word."""
    condition = re.sub(r"\b1\b", "n", condition.replace("?", "")).replace("label_tail(", "label(")
    return re.sub(r"form\(\$e, (?:unilat\w+|ឯកតោភាគី)\)", "form($e, unilateral)", condition)
