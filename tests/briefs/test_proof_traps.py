# ruff: noqa: E501  (one case a line)
"""The twenty things easy to get wrong about the first article: each false telling is refused by the prover."""

from __future__ import annotations

import pytest

from briefs.proof import Sentence, load_skeletons, verify
from tests.archives import article
from tests.briefs.gold import EVENT, KHM, LABEL, Q1, UNGA, held, said, submission

SKELETONS = load_skeletons("en")
IN_UNGA = f"in the {UNGA} on 2 March 2022"
LEAD = said(
    f"The {UNGA} voted on 2 March 2022 on {LABEL}: 141 in favour, 5 against, 35 abstentions; 12 of 193 members did not vote.",
    "vote",
)
MOVE = said(f"Cambodia co-sponsored {LABEL} on which the {UNGA} voted on 2 March 2022.", "kh-cospons", "vote")
HUN_SEN = said(
    "Prime Minister Hun Sen said Japan, France, Germany and the United States had requested the move.", "kh-cospons"
)
SOURCE = "according to a transcript released by the government spokesperson's office."

TRAPS: dict[str, tuple[str, ...]] = {
    "01 co-sponsoring is not voting": (
        f"Cambodia voted in favour of {LABEL} {IN_UNGA}.|vote",
        f"Cambodia voted in favour of {LABEL} {IN_UNGA}.|kh-cospons vote",
        f"Cambodia voted for {LABEL} {IN_UNGA}.|vote",
    ),
    "02 the nearest name did not abstain": (
        f"Cambodia abstained on {LABEL} {IN_UNGA}.|vote",
        "ASEAN members Cambodia, Vietnam and Laos abstained.|vote",
    ),
    "03 who asked did not co-sponsor": (
        f"Japan co-sponsored {LABEL} on which the {UNGA} voted on 2 March 2022.|kh-cospons vote",
        f"France co-sponsored {LABEL}, the U.S. Embassy in Phnom Penh said.|us-welcome vote",
    ),
    "04 five opposed, Russia among them": (
        "Belarus, Syria, North Korea and Eritrea voted against.|vote",
        "Russia and its allies Belarus, Syria, North Korea and Eritrea voted against.|vote",
    ),
    "05 five different days": (
        f"{Q1}, Prime Minister Hun Sen said on 2 March 2022, {SOURCE}|kh-msg",
        "Singapore imposed unilateral sanctions on Russia on 2 March 2022.|sg-sanct",
        "Singapore imposed unilateral sanctions on Russia on 4 March 2022.|sg-sanct",
        "Russia vetoed a similar motion at the U.N. Security Council on 25 February 2022.|veto",
        "Russia vetoed a similar motion at the U.N. Security Council in the week of 28 February 2022.|veto",
    ),
    "06 two Wednesdays are not in order": (
        "After the vote Sam Rainsy of the Cambodia National Rescue Party, the exiled opposition, condemned the Russian "
        "aggression.|cnrp vote",
        "Sam Rainsy of the Cambodia National Rescue Party, the exiled opposition, condemned the Russian aggression before "
        "the vote.|cnrp vote",
    ),
    "07 four of thirty-five are a sample": (
        "China, India, Vietnam and Laos abstained.|vote",
        "Vietnam and Laos were the only ASEAN members that abstained.|vote",
        f"{UNGA}, 2 March 2022, on {LABEL}: 141 in favour, 5 against, 31 abstentions; 12 of 193 members did not vote.|vote",
    ),
    "08 most ASEAN nations is a claim": (
        "Most ASEAN nations supported the resolution.|us-welcome",
        "The resolution was supported by most ASEAN nations.|us-welcome vote",
    ),
    "09 on behalf of ASEAN are his words": (
        "ASEAN called for a cease-fire.|kh-asean",
        '"This is on behalf of ASEAN", ASEAN said on 3 March 2022.|kh-asean',
    ),
    "10 discussing is not issuing": (
        "He said Cambodia had issued with other ASEAN members a statement calling for a cease-fire.|kh-asean",
        "ASEAN issued a statement calling for a cease-fire.|kh-asean",
        "Cambodia called for a cease-fire.|kh-asean",
    ),
    "11 the opposition is not Cambodia": (
        "Cambodia condemned the Russian aggression.|cnrp",
        "Cambodia also condemned the Russian aggression.|cnrp",
        "The Cambodia National Rescue Party also condemned the Russian aggression.|cnrp",
        "Sam Rainsy condemned the Russian aggression.|cnrp",
        "The Cambodia National Rescue Party, the opposition, also condemned the Russian aggression.|cnrp",
    ),
    "12 qualifiers of numbers stay": (
        "100 countries co-sponsored it.|vote",
        "About 100 countries co-sponsored it.|vote",
        "Dozens of countries co-sponsored it.|vote",
        "1 million Ukrainians have fled to neighboring countries, according to Filippo Grandi, the U.N. High Commissioner "
        "for Refugees.|invasion",
        "More than 1 million Ukrainians have fled to neighboring countries.|invasion",
    ),
    "13 one label, its source's": (
        f"Cambodia co-sponsored the resolution deploring Russia's invasion of Ukraine on which the {UNGA} voted on 2 March "
        "2022.|kh-cospons vote",
    ),
    "14 the statement is not identified": (
        "The U.S. Embassy in Phnom Penh welcomed the co-sponsorship.|us-welcome",
        "The U.S. Embassy in Phnom Penh welcomed the message.|us-welcome",
        "The U.S. Embassy in Phnom Penh supported the statement.|us-welcome",
    ),
    "15 the second occurrence has a small we": (
        f'"we do not support the use of force and readiness to use force or the threatened use of force", Prime Minister Hun '
        f"Sen said on 3 March 2022, {SOURCE}|kh-msg",
    ),
    "16 our punctuation stands outside": (
        f'{Q1[:-1]}," Prime Minister Hun Sen said on 3 March 2022, {SOURCE}|kh-msg',
        f'{Q1[:-1]}.", Prime Minister Hun Sen said on 3 March 2022, {SOURCE}|kh-msg',
    ),
    "17 a quote has its own speaker": (
        '"The world is taking action to hold Russia accountable", Prime Minister Hun Sen said on 3 March 2022.|us-welcome',
        '"The world is taking action to hold Russia accountable".|us-welcome',
    ),
    "18 no negation is trimmed": (
        f'"support the use of force", Prime Minister Hun Sen said on 3 March 2022, {SOURCE}|kh-msg',
        f'"We do not support the use of force", Prime Minister Hun Sen said on 3 March 2022, {SOURCE}|kh-msg',
    ),
    "19 bytes of the archived file": (
        f"“{Q1[1:-1]}”, Prime Minister Hun Sen said on 3 March 2022, {SOURCE}|kh-msg",
    ),
    "20 states by their names": (
        "Moscow vetoed a similar motion at the U.N. Security Council in the week of 21 February 2022.|veto",
        f"Phnom Penh co-sponsored {LABEL} on which the {UNGA} voted on 2 March 2022.|kh-cospons vote",
        f"His administration co-sponsored {LABEL} on which the {UNGA} voted on 2 March 2022.|kh-cospons vote",
    ),
}  # fmt: skip
CASES = [(trap, *case.rsplit("|", 1)) for trap, cases in TRAPS.items() for case in cases]


@pytest.mark.parametrize(
    ("trap", "text", "cites"), CASES, ids=[f"{trap[:2]}-{i}" for i, (trap, *_) in enumerate(CASES)]
)
def test_a_false_telling_is_refused(trap: str, text: str, cites: str) -> None:
    false = said(text, *cites.split())
    for title, subject, before in (("Cambodia", KHM, (MOVE, HUN_SEN)), ("Aggression against Ukraine", EVENT, (LEAD,))):
        brief = submission(title, subject, *before, false)
        objections = verify(brief, held(article(), brief), SKELETONS)
        assert [o.sentence for o in objections] == [text], trap


@pytest.mark.parametrize(
    ("title", "subject", "before"), [("Cambodia", KHM, (MOVE, HUN_SEN)), ("Aggression against Ukraine", EVENT, (LEAD,))]
)
def test_the_sentences_around_the_traps_are_true(
    title: str, subject: tuple[str, ...], before: tuple[Sentence, ...]
) -> None:
    brief = submission(title, subject, *before)
    assert verify(brief, held(article(), brief), SKELETONS) == ()


def test_all_twenty_traps_are_here() -> None:
    assert [int(trap[:2]) for trap in TRAPS] == list(range(1, 21))
