"""What a text names: exact names alone, in order, each once; and what can be asked about each."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.contract import ActionKind, Outcome, Question, Reply, Request
from bot.catalogue import SPOT
from bot.commands import Desk, Held
from bot.spotting import LONGEST, MOST
from briefs.naming import Mention, Names
from briefs.naming.actors import names_of, spellings
from briefs.naming.folding import fold, unaccented
from briefs.naming.words import ASKED_BACK
from briefs.plain import plain
from tests.archives import shipped

LABELS = (
    ("fr", "KHM", "Cambodge"),
    ("fr", "CIV", "Côte d’Ivoire"),
    ("fr", "MUS", "Maurice"),
    ("fr", "IRL", "Irlande"),
    ("km", "KHM", "កម្ពុជា"),
    ("km", "THA", "ថៃ"),
    ("vi", "ITA", "Ý"),
    ("ru", "UKR", "Украина"),
)
HELD = Held.of(shipped(), (), LABELS)
NAMES: Names = HELD.shelf.names
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def told(text: str) -> list[tuple[str, ...]]:
    """The ids of each mention."""
    return [one.ids for one in NAMES.mentions(text)]


def spotted(text: str, locale: str = "en-GB") -> Reply:
    return Desk(HELD, lambda: NOW).answer_now(Request(SPOT, text, platform="discord", locale=locale))


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Vietnam met Cambodia; later Vietnam left.", ["VNM", "KHM"]),
        ("what does cambodia say", ["KHM"]),
        ("Cambodia's position, the U.S. and Guinea-Bissau.", ["KHM", "USA", "GNB"]),
        ("Iran (Islamic Republic of) and the Lao People's Democratic Republic", ["IRN", "LAO"]),
        ("Bosnia and Herzegovina and St. Lucia", ["BIH", "LCA"]),
        ("ASEAN and Hun Sen", ["asean", "hun-sen"]),
        ("Japan, Korea, South Africa", ["JPN", ("KOR", "PRK"), "ZAF"]),
        ("🇰🇭 and :flag_kh:", ["KHM"]),
        ("le Cambodge, l'Ukraine et la Côte d'Ivoire", ["KHM", "UKR", "CIV"]),
        ("Украина", ["UKR"]),
        ("កម្ពុជានិងប្រទេសថៃ", ["KHM", "THA"]),
        ("A/RES/ES-11/1, then resolution ES-11/2", ["un-es-11-1", "un-es-11-2"]),
        ("the war in Ukraine", ["ukraine-war", "UKR"]),
        ("In Gaza the ICC", ["palestine", "criminal-court"]),
    ],
)
def test_names_are_found_in_the_order_of_the_text(text: str, ids: list[str | tuple[str, ...]]) -> None:
    assert told(text) == [(one,) if isinstance(one, str) else one for one in ids]


@pytest.mark.parametrize(
    "text",
    [
        "roast turkey on china, says chad from jordan",
        "We CAN and ARE SO fond of us; it has NO idea. Us and them.",
        "TELL US NOW",
        "Maurice, Ý, cambodge",
        "Latin America, Northern Ireland, the Indian Ocean, Irlande du Nord",
        "Trade is good for food and the budget. Space!",
        "open 24/7, 9/11, page 12 (I)",
        "https://example.org/Cambodia <@1234> <:Cambodia:77>",
        "Camb odia, Cambodi, Cambodiaa",
        "ថៃនិងខ្មែរ",
        "end the fighting, can it",
    ],
)
def test_what_only_looks_like_a_name_is_none(text: str) -> None:
    assert told(text) == []


def test_a_symbol_of_no_text_held_is_told_so() -> None:
    reply = spotted("On A/RES/99/1234 they parted")
    assert "No text with the symbol A/RES/99/1234 is held here." in plain(reply.document)
    assert reply.actions == ()


def test_each_name_has_what_to_ask_and_can_be_chosen() -> None:
    reply = spotted("Cambodia and ASEAN on A/RES/ES-11/1 and the death penalty")
    assert reply.outcome is Outcome.ANSWERED
    text = plain(reply.document)
    for command in ("/position Cambodia", "/bloc ASEAN", "/vote un-es-11-1", "/shifts issue:death-penalty"):
        assert command in text
    [action] = reply.actions
    assert action.kind is ActionKind.PICK
    assert [pick.question for pick in action.picks] == [
        Question("position", {"actor": "KHM"}),
        Question("bloc", {"bloc": "asean"}),
        Question("vote", {"text": "un-es-11-1"}),
        Question("shifts", {"issue": "death-penalty"}),
    ]


def test_every_question_offered_is_one_the_desk_answers() -> None:
    desk = Desk(HELD, lambda: NOW)
    [action] = spotted("Cambodia, ASEAN, A/RES/ES-11/1, Hun Sen, war in Ukraine, Congo, Georgia").actions
    assert len(action.picks) == 9
    for pick in action.picks:
        reply = desk.answer_now(Request(pick.question.command, given=pick.question.given, platform="discord"))
        assert reply.outcome not in (Outcome.UNKNOWN, Outcome.USAGE, Outcome.AMBIGUOUS), pick


def test_what_several_bear_is_left_to_who_asks() -> None:
    text = plain(spotted("The Congo and Georgia").document)
    assert "“Congo” is the name of several:" in text
    assert "also a state of the United States" in text


def test_a_text_without_names_says_so() -> None:
    reply = spotted("Good morning, all.")
    assert (reply.outcome, reply.actions) == (Outcome.NOTHING, ())
    assert "Nothing in this text is the exact name" in plain(reply.document)


def test_it_is_told_in_the_askers_language_whatever_the_text_says() -> None:
    reply = spotted("Cambodia --language es en español", locale="fr")
    assert reply.document.language == "fr"
    assert "Cambodge (État)" in plain(reply.document)


def test_a_long_text_is_read_to_its_limit_and_says_so() -> None:
    filler = "word " * (LONGEST // 5 - 1)
    reply = spotted(filler + "Nigeria Cambodia")
    assert "first 6,000 characters" in plain(reply.document)
    assert reply.actions == ()  # "Niger" is half of another word


def test_at_most_so_many_names_are_told_and_the_rest_counted() -> None:
    states = [actor.name for actor in HELD.archive.register.actors.values() if actor.kind.value == "state"]
    text = ". ".join(states[: MOST + 5])
    reply = spotted(text)
    assert "5 more names stand in the text." in plain(reply.document)
    assert len(reply.actions[0].picks) <= MOST


BORNE = {
    actor.id: {key for name in names_of(actor) for key in (*spellings(name), unaccented(fold(name)))}
    | {key for _, id_, name in LABELS if id_ == actor.id for key in (fold(name), unaccented(fold(name)))}
    | {word for word, ids in ASKED_BACK.items() if actor.id in ids}
    for actor in HELD.archive.register.actors.values()
}
PIECES = st.sampled_from(
    [*(name for actor in HELD.archive.register.actors.values() for name in names_of(actor)), "A/RES/ES-11/1", "St. ",
     "the", "of", "(", ")", ".", ", ", "'s", "-", "កម្ពុជា", "🇰🇭", "US", "\n", "resolution 77/1", "Cambod", "ia"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=12), st.sampled_from(["", " "]))
def test_any_text_is_read_and_names_nobody_whose_name_is_not_in_it(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    mentions: tuple[Mention, ...] = NAMES.mentions(text)
    assert spotted(text).document.blocks
    assert [one.at for one in mentions] == sorted(one.at for one in mentions)
    for one in mentions:
        assert text[one.at :].startswith(one.words)
        if one.kind == "actor" and one.words != "🇰🇭":
            assert all(fold(one.words) in BORNE[id_] for id_ in one.ids)


def test_a_day_is_told_beside_a_text_voted_on() -> None:
    day = HELD.archive.call_on("un-es-11-1")
    assert day
    assert day.date == date(2022, 3, 2)
    assert "(text, 2 March 2022)" in plain(spotted("A/RES/ES-11/1").document)
