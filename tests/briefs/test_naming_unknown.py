"""What is never answered: words that are no actor, slips of the finger, over-long and hostile words."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.naming import Found, Unknown
from briefs.naming.folding import LONGEST, fold
from briefs.naming.words import NO_ACTOR
from tests.briefs.shipped_names import ids, names, register, states

NO_STATES = """\
no yes none nobody Taliban Hamas Hezbollah Houthis Wagner ISIS Fatah Africa Asia Europe Oceania Antarctica Siberia
Indiana Texas California Florida Bavaria Catalonia Scotland Wales England Quebec Ontario Kurdistan Kashmir Tibet Crimea
Donbas Chechnya Tatarstan Sahel Balkans Scandinavia Maghreb Levant Caucasus Mesopotamia Arctic Amazon Sahara Himalayas
Atlantis Wakanda Narnia Esperanto Euro dollar president minister Putin Zelensky Reuters Google Facebook
hello test help position digest compare everybody here channel everyone ukrainewar ceasefire vote abstained favour
against Java Borneo Sumatra Sicily Corsica Hokkaido Ceuta Bali Goa Punjab Sindh Kerala Manchuria Transnistria Abkhazia
ira end sin poo laws male timor papua hindi chin columbia
""".split()  # noqa: SIM905 (a list of a hundred words reads better so)


@pytest.mark.parametrize("words", NO_STATES)
def test_words_that_are_no_actor_are_never_answered(words: str) -> None:
    for form in (words, words.lower(), words.capitalize()):
        assert isinstance(names().find_actor(form), Unknown), form


PHRASES = [
    "West Africa", "South America", "Latin America", "Middle East", "South China Sea", "Hong Kong", "New Caledonia",
    "Puerto Rico", "French Guiana", "American Samoa", "Virgin Islands", "Western Sahara", "Northern Ireland",
    "New England", "Cambodia and Vietnam", "not Cambodia", "Khmer Rouge", "Free Syrian Army", "Al Qaeda",
    "Islamic State", "Security", "Government of", "Republic of", "Democratic Republic", "Kingdom of", "United",
]  # fmt: skip


@pytest.mark.parametrize("words", PHRASES)
def test_phrases_that_are_no_actor_are_never_answered(words: str) -> None:
    assert isinstance(names().find_actor(words), Unknown)


def test_territories_and_regions_that_are_no_actor_are_never_answered() -> None:
    from babel import Locale

    listed = {actor.iso2 for actor in register().actors.values()}
    allowed = {"European Union", "United Nations"}
    # Names of a state in other languages (and "America" in English) that these give to a region: they keep the state.
    allowed |= {"América", "Amerika", "Микронезия", "Южная Африка", "អាមេរិក"}
    for language in ("en", "fr", "es", "ru", "ar", "zh", "km", "pt", "de"):
        for code, name in Locale.parse(language).territories.items():
            if code in listed or name in allowed:
                continue
            answer = names().find_actor(name)
            assert isinstance(answer, Unknown) or (code in {"EU", "UN"} and ids(answer) == (code.lower(),)), name


def slip(name: str, chance: random.Random) -> str:
    """One letter left out, doubled by another, changed, or two turned round; never the first."""
    at, letter = chance.randrange(1, len(name)), chance.choice("abcdefghijklmnopqrstuvwxyz")
    return chance.choice(
        [
            name[:at] + name[at + 1 :],
            name[:at] + letter + name[at:],
            name[:at] + letter + name[at + 1 :],
            name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :],
        ]
    )


@pytest.mark.parametrize("seed", range(3))
def test_a_slip_of_the_finger_is_suggested_and_never_another_state(seed: int) -> None:
    chance = random.Random(seed)
    tried = first_three = 0
    for state in states():
        for name in (state.name, *(entry.value for entry in state.un_names)):
            words = slip(name, chance)
            answer = names().find_actor(words)
            if isinstance(answer, Found):
                assert answer.id == state.id, words
                continue
            offered = answer.suggestions if isinstance(answer, Unknown) else answer.ids
            assert len(offered) <= 5
            tried, first_three = tried + 1, first_three + (state.id in offered[:3])
    assert tried > 200
    assert first_three / tried >= 0.98


def test_a_near_name_is_suggested_and_not_answered() -> None:
    for words, state in (("cambodjja", "KHM"), ("combodia", "KHM"), ("vietman", "VNM"), ("trinidad and", "TTO")):
        answer = names().find_actor(words)
        assert isinstance(answer, Unknown), words
        assert answer.suggestions[0] == state, words


@pytest.mark.parametrize("word", sorted(NO_ACTOR))
def test_reviewed_words_stay_unanswered_in_any_case(word: str) -> None:
    for form in (word, word.upper(), word.capitalize()):
        answer = names().find_actor(form)
        assert isinstance(answer, Unknown) or answer == Found(form), form


HOSTILE = [
    "@everyone", "@cambodia", "<!channel>", "<@U12345>", "<#C1|general>", "*cambodia*", "_cambodia_", "`cambodia`",
    "~cambodia~", "||cambodia||", "cambodia\x00", "camb\x1bodia", "cambodia\nvietnam\r\n", "\u202e", "\u200f\u200e",
    "\ud800", "\ue000", "", "   ", "....", "'''", "-", "&", "🇰", "🇰🇭🇰🇭", "🇽🇽", ":flag-xx:", "Сambodia",
    "$(reboot)", "'; DROP TABLE", "../../etc", "%s%n", "{actor}", "\N{FACE WITH TEARS OF JOY}",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_nobody(words: str) -> None:
    assert isinstance(names().find_actor(words), Unknown)
    for answer in (names().find_issue(words), names().find_measure(words), names().find_record(words, ["voa/vote"])):
        assert isinstance(answer, Unknown)


def test_over_long_words_are_nobody_and_suggest_nobody() -> None:
    for words in ("@everyone" * 10_000, "cambodia " * 1_200, "\u202e" * 10_000, "ក" * 10_000, "a" * (LONGEST + 1)):
        assert names().find_actor(words) == Unknown()
        assert names().completions("actor", words) == ()
        assert names().find_measure(words) == names().find_issue(words) == Unknown()


@given(st.text(max_size=130))
def test_any_text_is_answered_only_by_exactly_that_name(words: str) -> None:
    answer = names().find_actor(words)
    assert not isinstance(answer, Unknown) or len(answer.suggestions) <= 5
    assert fold(fold(words)) == fold(words)
    names().completions("actor", words)
    names().find_measure(words)
    names().find_issue(words)
