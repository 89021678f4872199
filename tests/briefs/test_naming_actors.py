"""Exact finding of actors over the shipped register and the shipped alias table."""

from __future__ import annotations

from string import ascii_lowercase

import pytest

from briefs.naming import Ambiguous, Found, Names, Unknown
from briefs.naming.folding import fold, unaccented
from briefs.naming.words import ASKED_BACK, BESIDE, CODE_WORDS, NO_ACTOR
from briefs.records import Register
from tests.briefs.shipped_names import ids, names, register, states


def test_every_state_is_found_by_its_codes_flag_and_number() -> None:
    assert len(states()) == 195
    for state in states():
        assert state.iso2
        assert state.m49
        flag = "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in state.iso2)
        for words in (state.id, f" {state.id} ", flag, state.m49, f":flag-{state.iso2.lower()}:"):
            assert state.id in ids(names().find_actor(words)), words
        assert names().find_actor(state.id) == Found(state.id)
        if state.iso2 != "AU":
            assert names().find_actor(state.iso2) == Found(state.id), state.iso2
        if state.id.lower() not in CODE_WORDS | {"nga"}:
            assert names().find_actor(state.id.lower()) == Found(state.id), state.id


def test_every_state_is_found_by_each_name_of_the_register() -> None:
    for state in states():
        own = (state.name, *(entry.value for entry in state.un_names), *state.names, *state.demonyms)
        for name in own:
            for words in (name, name.upper(), name.lower(), f"the {name}", f"\u200f{name}\u200b"):
                answer = names().find_actor(words)
                if fold(name) in ASKED_BACK or fold(name) in BESIDE:
                    assert isinstance(answer, Ambiguous), words
                    assert state.id in answer.ids, words
                else:
                    assert answer == Found(state.id), words


def test_only_these_usual_names_are_asked_back() -> None:
    asked = {state.id for state in states() if isinstance(names().find_actor(state.name), Ambiguous)}
    assert asked == {"COG", "GIN", "GEO", "WSM"}


@pytest.mark.parametrize(
    ("words", "several"),
    [
        ("korea", {"KOR", "PRK"}),
        ("Koreans", {"KOR", "PRK"}),
        ("congo", {"COD", "COG"}),
        ("The Congo", {"COD", "COG"}),
        ("Kongo", {"COD", "COG"}),
        ("Конго", {"COD", "COG"}),
        ("Congolese", {"COD", "COG"}),
        ("guinea", {"GIN", "GNB", "GNQ", "PNG"}),
        ("Dominican", {"DMA", "DOM"}),
        ("AU", {"AUS", "au"}),
        ("nga", {"NGA", "RUS"}),
        ("ugana", {"GHA", "UGA"}),
    ],
)
def test_words_that_mean_several_are_asked_back(words: str, several: set[str]) -> None:
    answer = names().find_actor(words)
    assert isinstance(answer, Ambiguous)
    assert set(answer.ids) == several


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("Republic of the Congo", "COG"),
        ("Congo-Brazzaville", "COG"),
        ("congo (kinshasa)", "COD"),
        ("DR Congo", "COD"),
        ("D.R. Congo", "COD"),
        ("Congo, Democratic Republic of the", "COD"),
        ("Dem. Rep. of the Congo", "COD"),
        ("Guinea-Conakry", "GIN"),
        ("guinea bissau", "GNB"),
        ("Guinea (Equatorial)", "GNQ"),
        ("north korea", "PRK"),
        ("Korea, South", "KOR"),
        ("DPRK", "PRK"),
        ("Islamic Republic of Iran", "IRN"),
        ("Iran (Islamic Republic of)", "IRN"),
        ("Bosnia & Herzegovina", "BIH"),
        ("St. Lucia", "LCA"),
        ("ST.LUCIA", "LCA"),
        ("Cote d'Ivoire", "CIV"),
        ("cote d ivoire", "CIV"),
        ("CÔTE D’IVOIRE", "CIV"),
        ("Ｃａｍｂｏｄｉａ", "KHM"),
        ("កម្ពុជា", "KHM"),
        ("កម្ពុ\u200bជា", "KHM"),
        ("Cambodian", "KHM"),
        ("kampuchea", "KHM"),
        ("U.S.A.", "USA"),
        ("us", "USA"),
        ("UK", "GBR"),
        ("TÜRKİYE", "TUR"),
        ("turkey", "TUR"),
        ("niger", "NER"),
        ("nigerien", "NER"),
        ("nigerian", "NGA"),
        ("sudan", "SDN"),
        ("western samoa", "WSM"),
        ("Independent State of Samoa", "WSM"),
        ("萨摩亚", "WSM"),
        ("WSM", "WSM"),
        ("WS", "WSM"),
        ("🇼🇸", "WSM"),
        ("Georgia (country)", "GEO"),
        ("Republic of Georgia", "GEO"),
        ("Géorgie", "GEO"),
        ("Грузия", "GEO"),
        ("GEO", "GEO"),
        ("GE", "GEO"),
        ("🇬🇪", "GEO"),
        ("Georgian", "GEO"),
        ("dominica", "DMA"),
        ("Россия", "RUS"),
        ("россия", "RUS"),
        ("俄罗斯", "RUS"),
        ("الصين", "CHN"),
        ("Deutschland", "DEU"),
        ("Irak", "IRQ"),
        ("Irán", "IRN"),
        ("Chine", "CHN"),
        ("Grenade", "GRD"),
        ("Island", "ISL"),
        ("Birmanie", "MMR"),
        ("日本", "JPN"),
        ("태국", "THA"),
        ("🇰🇭", "KHM"),
        ("🇪🇺", "eu"),
        (":flag_kh:", "KHM"),
        ("asean", "asean"),
        ("European Union", "eu"),
        ("African Union", "au"),
        ("au", "au"),
        ("Hun Sen", "hun-sen"),
        ("hun-sen", "hun-sen"),
        ("UN General Assembly", "unga"),
        ("united nations", "un"),
        ("CNRP", "cnrp"),
    ],
)
def test_names_are_found_in_every_spelling(words: str, actor: str) -> None:
    assert names().find_actor(words) == Found(actor)


@pytest.mark.parametrize("code", sorted(CODE_WORDS))
def test_codes_that_are_words_are_codes_only_in_capitals(code: str) -> None:
    state = code.upper()
    assert names().find_actor(state) == Found(state)
    for words in (code, code.capitalize()):
        answer = names().find_actor(words)
        assert state in (answer.suggestions if isinstance(answer, Unknown) else ids(answer)), words
        assert not isinstance(answer, Found) or code in {fold(name) for name in register().actors[state].demonyms}


@pytest.mark.parametrize("words", ["in", "no", "it", "at", "be", "is", "my", "so", "me", "am", "do", "to", "No", "It"])
def test_two_letters_are_a_code_only_in_capitals(words: str) -> None:
    assert isinstance(names().find_actor(words), Unknown)
    assert isinstance(names().find_actor(words.upper()), Found)


def test_a_code_typed_in_small_letters_is_suggested() -> None:
    answer = names().find_actor("kh")
    assert isinstance(answer, Unknown)
    assert answer.suggestions[0] == "KHM"


def test_every_actor_of_the_register_is_found_by_its_id() -> None:
    for actor in register().actors:
        assert names().find_actor(actor) == Found(actor)


def test_everybody_who_is_no_state_is_found_by_name() -> None:
    listed = {state.id for state in states()}
    for actor in register().actors.values():
        if actor.id not in listed:
            for name in (actor.name, *actor.names):
                assert actor.id in ids(names().find_actor(name)), name


def test_an_english_name_is_never_another_states_name() -> None:
    own, foreign = names()._actors.own, names()._actors.foreign
    for key in own.keys() & foreign.keys() - ASKED_BACK.keys():
        assert set(foreign[key]) >= set(own[key]), key


def test_only_latin_greek_and_cyrillic_lose_their_accents() -> None:
    assert unaccented(fold("Côte d’Ivoire")) == "cote divoire"
    assert unaccented(fold("Đức")) == "duc"
    assert unaccented(fold("កម្ពុជា")) == "កម្ពុជា"
    assert unaccented(fold("ประเทศไทย")) == fold("ประเทศไทย")


def test_short_names_keep_their_accents() -> None:
    assert names().find_actor("Áo") == Found("AUT")
    assert isinstance(names().find_actor("ao"), Unknown)


def test_the_reviewed_words_are_folded_and_mean_somebody() -> None:
    for word in (*ASKED_BACK, *BESIDE, *NO_ACTOR):
        assert fold(word) == word
    for several in ASKED_BACK.values():
        assert len(several) > 1
        assert set(several) <= register().actors.keys()
    assert {code.upper() for code in CODE_WORDS} <= register().actors.keys()


@pytest.mark.parametrize("words", ["Georgia", "georgia", "GEORGIA", "the Georgia", "Samoa", "samoa", " SAMOA "])
def test_a_name_that_also_means_somebody_who_is_no_actor_is_asked_back_with_the_one_who_is(words: str) -> None:
    actor, beside = BESIDE[fold(words)]
    assert names().find_actor(words) == Ambiguous((actor,), beside)


@pytest.mark.parametrize("words", ["State of Georgia", "Georgia, USA", "Georgia (US state)", "American Samoa"])
def test_who_is_no_actor_stays_none_beside_its_namesake(words: str) -> None:
    assert isinstance(names().find_actor(words), Unknown)


def test_a_slip_between_niger_and_nigeria_is_never_answered_and_both_are_offered() -> None:
    for words in ("Nigera", "nigeri", "NIGERR", "nigir", "Nigar"):
        assert names().find_actor(words) == Ambiguous(("NER", "NGA")), words
    for name, state in (("niger", "NER"), ("nigeria", "NGA")):
        for words in one_letter_slips(name):
            answer = names().find_actor(words)
            offered = answer.suggestions if isinstance(answer, Unknown) else ids(answer)
            assert answer == Found(state) or {"NER", "NGA"} <= set(offered[:3]), (words, answer)


def one_letter_slips(name: str) -> set[str]:
    """One letter after the first left out, put in, changed, or turned round with the one before."""
    slips = {name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :] for at in range(2, len(name))}
    for at in range(1, len(name)):
        slips.add(name[:at] + name[at + 1 :])
        slips |= {name[:at] + letter + name[at + more :] for letter in ascii_lowercase for more in (0, 1)}
    return slips - {"niger", "nigeria"}


def test_names_work_over_an_empty_register() -> None:
    empty = Names.of(Register({}, {}, {}), [("kambodscha", "KHM")])
    for words in ("cambodia", "korea", "kambodscha", "", "🇰🇭"):
        assert empty.find_actor(words) == Unknown()
    assert empty.completions("actor", "") == ()
    assert empty.completions("actor", "cam") == ()


def test_the_alias_table_is_not_read_for_an_english_name() -> None:
    read: list[str] = []

    class Rows:
        def __iter__(self):  # type: ignore[no-untyped-def]
            read.append("once")
            return iter([("kambodscha", "KHM")])

    lazy = Names.of(register(), Rows())
    assert lazy.find_actor("Cambodia") == Found("KHM")
    assert read == []
    assert lazy.find_actor("Kambodscha") == lazy.find_actor("KAMBODSCHA") == Found("KHM")
    assert read == ["once"]
