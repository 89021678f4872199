"""What a sentence says in a second half or a second sentence of its own: "the text", "That transcript cites …"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import submission
from briefs.codebook import Length
from briefs.proof import load_skeletons, verify
from tests.archives import specimens
from tests.golden.test_accounts import differing
from tests.golden.test_goldens import TODAY

SKELETONS = load_skeletons("en")
CHAIN = (
    "Vietnam said on 5 May 2024 that it was ready, according to a recording released by Filippo Grandi, the U.N. High "
    "Commissioner for Refugees, citing a transcript released by the government spokesperson's office. That transcript "
    "cites an interview released by the United Nations."
)
TURNED = (
    "On 20 June 2023 Mexico opposed the draft resolution (Pilots in the Specimen Strait); on 11 June 2023 it had "
    "supported the text."
)


def stands(archive: Archive, record: str, day: date, told: str, instead: str) -> bool:
    """Whether the page of that record is proved with the sentence, or with another instead of it."""
    brief = submission(briefing.event(archive, record, day, Length.SHORT).document, day, (record,))
    assert any(sentence.text == told for sentence in brief.sentences)
    sentences = tuple(replace(s, text=instead) if s.text == told else s for s in brief.sentences)
    return not verify(replace(brief, sentences=sentences), archive.as_of(day), SKELETONS)


@pytest.mark.parametrize(
    ("instead", "proved"),
    [
        (CHAIN, True),
        (CHAIN.split(" That ")[0], False),
        (CHAIN.replace("That transcript", "That recording"), False),
        (CHAIN.replace("That transcript", "It"), False),
        (CHAIN.replace(". That transcript cites", ", citing"), False),
        (CHAIN.replace("an interview", "a transcript"), False),
        (CHAIN.replace("the United Nations", "Filippo Grandi, the U.N. High Commissioner for Refugees"), False),
        (CHAIN.replace(", citing a transcript", ". That recording cites a transcript"), False),
    ],
)
def test_a_chain_of_three_is_told_whole_the_last_of_it_in_a_sentence_of_its_own(instead: str, proved: bool) -> None:
    assert stands(differing(), "wire/chain", date(2024, 5, 7), CHAIN, instead) is proved


@pytest.mark.parametrize(
    ("instead", "proved"),
    [
        (TURNED, True),
        (TURNED.replace("opposed the draft resolution (Pilots in the Specimen Strait)", "opposed the text"), False),
        (TURNED.replace("supported the text", "supported the draft resolution (Pilots in the Specimen Strait)"), True),
        (
            TURNED.replace(
                "the draft resolution (Pilots in the Specimen Strait)", "A/RES/ES-11/1 (Aggression against Ukraine)"
            ),
            False,
        ),
        (TURNED.replace("supported the text", "supported it"), False),
        (TURNED.replace("had supported the text", "had condemned the text"), False),
    ],
)
def test_the_text_is_the_one_that_the_first_half_of_the_sentence_names(instead: str, proved: bool) -> None:
    assert stands(specimens(), "gazette/oppose", TODAY.date(), TURNED, instead) is proved
