"""The twelve briefs of the first article, word for word: what an expert editor wrote is what the product says.

Each brief goes through the whole path (trace, tell, prove) with the article's nine records and no roll call.
"""

from __future__ import annotations

from datetime import date

import pytest

from briefs import briefing
from briefs.briefing import Briefing, Ending
from briefs.codebook import Length
from briefs.digests import Filter
from briefs.document import Table
from tests.archives import article

AS_OF = date(2022, 3, 4)

OWN_ACT = (
    "Cambodia co-sponsored the resolution condemning Russia's invasion of Ukraine, which 141 countries supported "
    "in the U.N. General Assembly on 2 March 2022."
)
POSITION = {
    Length.LINE: [
        "Cambodia co-sponsored the resolution condemning Russia's invasion of Ukraine on which the U.N. General "
        "Assembly voted on 2 March 2022.",
    ],
    Length.SHORT: [
        OWN_ACT,
        "Prime Minister Hun Sen said Japan, France, Germany and the United States had requested the move.",
        "He said on 3 March that Cambodia was discussing with other ASEAN members a statement calling for a cease-fire.",
    ],
    Length.LONG: [
        OWN_ACT,
        '"We do not support the use of force and readiness to use force or the threatened use of force", Prime Minister '
        "Hun Sen said on 3 March, according to a transcript released by the government spokesperson's office.",
        "He said Japan, France, Germany and the United States had requested the move, and that he understood it would "
        "anger Russia.",
        "He said Cambodia was discussing with other ASEAN members a statement calling for a cease-fire; none is recorded "
        "as issued.",
        "ASEAN members Vietnam and Laos abstained.",
        "The U.S. Embassy in Phnom Penh welcomed the statement.",
        "The Cambodia National Rescue Party, the exiled opposition, also condemned the Russian aggression.",
        "No vote by Cambodia is recorded in the sources held.",
    ],
}

FOUR = [
    "The U.N. General Assembly voted on 2 March 2022 on the resolution condemning Russia's invasion of Ukraine: 141 in "
    "favour, 5 against, 35 abstentions; 12 of 193 members did not vote.",
    "Russia, Belarus, Syria, North Korea and Eritrea voted against.",
    "China, India, Vietnam and Laos were among those that abstained.",
    "Nearly 100 countries co-sponsored it.",
]
EVENT = {
    Length.LINE: [
        "U.N. General Assembly, 2 March 2022, on the resolution condemning Russia's invasion of Ukraine: 141 in favour, "
        "5 against, 35 abstentions; 12 of 193 members did not vote.",
    ],
    Length.SHORT: FOUR,
    Length.LONG: [
        *FOUR,
        "Russia had vetoed a similar motion at the U.N. Security Council the week before.",
        "Cambodia was among the co-sponsors; Prime Minister Hun Sen said on 3 March that Japan, France, Germany and the "
        "United States had requested the move.",
        "Singapore also co-sponsored it, the U.S. Embassy in Phnom Penh said.",
        "Singapore had imposed unilateral sanctions on Russia on 28 February.",
        "The sources held name the 5 members that voted against, 4 of the 35 that abstained and none of the 141 in "
        "favour.",
    ],
}

COMPARE_LINE = (
    "On the U.N. General Assembly resolution condemning Russia's invasion of Ukraine, Cambodia co-sponsored, Vietnam "
    "abstained and Singapore, the U.S. Embassy in Phnom Penh said, co-sponsored."
)
COMPARE_TABLE = [
    ("Co-sponsored", ["yes", "not recorded", "yes, per U.S. Embassy"]),
    ("Vote, 2 Mar 2022", ["not recorded", "abstained", "not recorded"]),
    ("Measures against Russia", ["none recorded", "none recorded", "unilateral sanctions, 28 Feb 2022"]),
    (
        "Said",
        [
            '"We do not support the use of force and readiness to use force or the threatened use of force" (3 Mar)',
            "nothing recorded",
            '"an unprovoked military invasion of a sovereign state" (28 Feb)',
        ],
    ),
]
COMPARE_LONG = [
    "All three are ASEAN members; Cambodia chairs ASEAN in 2022.",
    "Prime Minister Hun Sen said on 3 March 2022 that Cambodia was discussing with other ASEAN members a statement "
    "calling for a cease-fire.",
    "Singapore imposed unilateral sanctions on Russia on 28 February 2022, its Foreign Minister, Vivian Balakrishnan, "
    'citing "an unprovoked military invasion of a sovereign state".',
    "No statement by Vietnam is recorded in the sources held.",
]

DIGEST = {
    Length.LINE: [
        "Cambodia's Prime Minister, Hun Sen, explained co-sponsoring the U.N. resolution condemning Russia's invasion of "
        "Ukraine and said an ASEAN cease-fire statement was being discussed.",
    ],
    Length.SHORT: [
        "3 March. Prime Minister Hun Sen of Cambodia said Japan, France, Germany and the United States had requested that "
        "it co-sponsor the resolution condemning Russia's invasion of Ukraine.",
        "He said Cambodia was discussing with other ASEAN members a statement calling for a cease-fire.",
        "The day before. The U.N. General Assembly voted 141 in favour, 5 against, with 35 abstentions.",
    ],
    Length.LONG: [
        '3 March. "We do not support the use of force and readiness to use force or the threatened use of force", Prime '
        "Minister Hun Sen of Cambodia said in an audio message, according to a transcript released by the government "
        "spokesperson's office.",
        "He said Japan, France, Germany and the United States had requested that Cambodia co-sponsor the resolution "
        "condemning Russia's invasion of Ukraine.",
        "He said Cambodia was discussing with other ASEAN members a statement calling for a cease-fire.",
        "2 March, not in an earlier digest. The U.N. General Assembly voted on the resolution: 141 in favour, 5 against, "
        "35 abstentions; 12 of 193 members did not vote.",
        "Sam Rainsy of the Cambodia National Rescue Party, the exiled opposition, condemned the Russian aggression.",
        "Date not given in the source. The U.S. Embassy in Phnom Penh welcomed the statement.",
        "More than 1 million Ukrainians have fled to neighboring countries, according to Filippo Grandi, the U.N. High "
        "Commissioner for Refugees.",
    ],
}


def said(brief: Briefing) -> list[str]:
    """The sentences of a brief that was answered; every one of them cites something."""
    assert brief.ending is Ending.ANSWERED, brief.reasons
    clauses = list(brief.document.clauses())
    assert all(clause.cites for clause in clauses)
    return [clause.text for clause in clauses]


@pytest.mark.parametrize("length", Length)
def test_position_of_cambodia_is_the_gold_one(length: Length) -> None:
    brief = briefing.position(article(), "KHM", None, AS_OF, length)
    assert said(brief) == POSITION[length]
    assert brief.document.footer == "Sources to 4 Mar 2022"
    assert [note.text for note in brief.document.sources] == ["VOA, 4 Mar 2022"]


@pytest.mark.parametrize("length", Length)
def test_event_of_the_vote_is_the_gold_one(length: Length) -> None:
    assert said(briefing.event(article(), "un-es-11-1", AS_OF, length)) == EVENT[length]


@pytest.mark.parametrize("length", Length)
def test_comparison_of_three_is_the_gold_one(length: Length) -> None:
    brief = briefing.compare(article(), ["KHM", "VNM", "SGP"], None, AS_OF, length)
    if length is Length.LINE:
        assert said(brief) == [COMPARE_LINE]
        return
    assert brief.ending is Ending.ANSWERED, brief.reasons
    table = next(block for block in brief.document.blocks if isinstance(block, Table))
    assert [column.text for column in table.columns] == ["Cambodia", "Vietnam", "Singapore"]
    assert [(row.label.text, [cell.text for cell in row.cells]) for row in table.rows] == COMPARE_TABLE
    cells = sum(len(row.cells) for row in table.rows)
    assert said(brief)[cells:] == (COMPARE_LONG if length is Length.LONG else [])


@pytest.mark.parametrize("length", Length)
def test_digest_of_the_third_of_march_is_the_gold_one(length: Length) -> None:
    brief = briefing.digest_of_day(article(), date(2022, 3, 3), Filter(), length)
    assert said(brief) == DIGEST[length]
    assert brief.document.title == "Thursday 3 March 2022"
    assert brief.document.footer == "Compiled from sources to 4 Mar 2022"


@pytest.mark.parametrize("length", Length)
def test_the_same_brief_has_the_same_bytes_whenever_it_is_asked(length: Length) -> None:
    first = briefing.position(article(), "KHM", None, AS_OF, length)
    assert briefing.position(article(), "KHM", None, AS_OF, length) == first
    assert briefing.position(article(), "KHM", None, date(2030, 1, 1), length).document.blocks == first.document.blocks


def test_long_briefs_end_with_a_line_one_can_paste() -> None:
    paste = briefing.position(article(), "KHM", None, AS_OF, Length.LONG).document.paste
    for part in ("VOA", "4 Mar 2022", "voa/kh-cospons", "https://www.voanews.com/"):
        assert part in paste
