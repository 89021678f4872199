"""States that are gone, asked for by name: who is answered, who is asked back, and who is only suggested for.

A name whose membership a state of today holds is that state; one that several succeeded is asked back; a state that was
a member beside the one that bears the name today, and left no seat, is nobody, and its successor is suggested first.
"""

from __future__ import annotations

import pytest

from briefs.naming import Ambiguous, Found, Unknown
from tests.archives import shipped
from tests.briefs.shipped_names import ids, names

WENT_ON = {
    "USSR": "RUS", "U.S.S.R.": "RUS", "Soviet Union": "RUS", "Soviet": "RUS", "West Germany": "DEU",
    "Federal Republic of Germany": "DEU", "North Yemen": "YEM", "Yemen Arab Republic": "YEM", "North Vietnam": "VNM",
    "Zaire": "COD", "Burma": "MMR", "Ceylon": "LKA", "Upper Volta": "BFA", "Dahomey": "BEN", "Swaziland": "SWZ",
    "Kampuchea": "KHM", "United Arab Republic": "EGY", "Tanganyika": "TZA", "Byelorussian SSR": "BLR",
    "Ukrainian SSR": "UKR", "Serbia and Montenegro": "SRB", "Malaya": "MYS", "Rhodesia": "ZWE",
}  # fmt: skip
YUGOSLAV = ("BIH", "HRV", "MKD", "MNE", "SRB", "SVN")


@pytest.mark.parametrize(("words", "state"), WENT_ON.items())
def test_a_name_whose_membership_went_on_is_the_state_that_holds_it(words: str, state: str) -> None:
    assert names().find_actor(words) == Found(state)


@pytest.mark.parametrize("words", ["Yugoslavia", "SFRY", "YUG", "Former Yugoslavia", "Югославия", "Jugoslawien"])
def test_yugoslavia_is_asked_back_with_its_six_successors(words: str) -> None:
    assert names().find_actor(words) == Ambiguous(YUGOSLAV)


@pytest.mark.parametrize("words", ["Czechoslovakia", "CSK", "Czecho-Slovakia", "Tchécoslovaquie", "Чехословакия"])
def test_czechoslovakia_is_asked_back_with_its_two_successors(words: str) -> None:
    assert names().find_actor(words) == Ambiguous(("CZE", "SVK"))


@pytest.mark.parametrize(
    ("words", "first"), [("East Germany", "DEU"), ("South Yemen", "YEM"), ("South Vietnam", "VNM")]
)
def test_a_state_that_was_a_member_beside_its_successor_is_nobody_and_the_successor_suggested(
    words: str, first: str
) -> None:
    answer = names().find_actor(words)
    assert isinstance(answer, Unknown)
    assert answer.suggestions[0] == first


@pytest.mark.parametrize("words", ["GDR", "DDR", "German Democratic Republic", "PDRY", "Democratic Yemen", "Zanzibar"])
def test_other_words_for_them_are_nobody_either(words: str) -> None:
    assert isinstance(names().find_actor(words), Unknown)


def test_seats_that_ended_are_no_actors_and_their_ids_mean_none() -> None:
    ended = {former.id for former in shipped().register.former.values() if former.seat is None}
    assert {"CSK", "YUG", "DDR", "YMD"} <= ended
    for id_ in ended:
        assert id_ not in ids(names().find_actor(id_))
