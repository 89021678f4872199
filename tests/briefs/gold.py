# ruff: noqa: E501  (the gold is read as prose, one sentence a line)
"""The twelve gold briefs on the first article as submissions, every sentence with the records it rests on."""

from __future__ import annotations

from datetime import date

from briefs.archive import Archive
from briefs.proof import FooterNote, Sentence, Submission

LABEL = "the resolution condemning Russia's invasion of Ukraine"
Q1 = '"We do not support the use of force and readiness to use force or the threatened use of force"'
URL = "https://www.voanews.com/a/cambodian-leader-defends-un-vote-on-ukraine-invasion-/6469158.html"
ASKED = "Japan, France, Germany and the United States"
TALLY = "141 in favour, 5 against, 35 abstentions; 12 of 193 members did not vote."
UNGA = "U.N. General Assembly"


def said(text: str, *cites: str) -> Sentence:
    """A sentence; short cites are records of the article."""
    full = (c if ":" in c or "/" in c else f"voa/{c}" for c in cites)
    return Sentence(text, tuple(full))


def submission(
    title: str, subject: tuple[str, ...], *sentences: Sentence, as_of: date = date(2022, 3, 4)
) -> Submission:
    """A brief on the article, with the note that all its cites stand in."""
    records = tuple(dict.fromkeys(c for s in sentences for c in s.cites if c.startswith("voa/")))
    notes = (FooterNote(1, "VOA, 4 Mar 2022", URL, records),)
    paste = f"Cite as: VOA, 4 Mar 2022, {URL} ({', '.join(records)})"
    return Submission(title, sentences, "Sources to 4 Mar 2022", notes, paste, as_of, subject)


COSPONSORED = said(
    f"Cambodia co-sponsored {LABEL}, which 141 countries supported in the {UNGA} on 2 March 2022.", "kh-cospons", "vote"
)
HEADING = ("Co-sponsored", "Vote, 2 Mar 2022", "Measures against Russia", "Said")


def cells(row: str, *cells_: Sentence) -> tuple[Sentence, ...]:
    """A row of the comparison: its label, then "Row · Column: cell"."""
    columns = ("Cambodia", "Vietnam", "Singapore")
    named = (
        Sentence(f"{row} · {column}: {cell.text}", cell.cites) for column, cell in zip(columns, cells_, strict=True)
    )
    return (said(row), *named)


TABLE = (
    said("Cambodia"), said("Vietnam"), said("Singapore"),
    *cells("Co-sponsored", said("yes", "kh-cospons"),
           said("not recorded", "query:cosponsor?actor=VNM&about=un-es-11-1"),
           said("yes, per U.S. Embassy", "us-welcome")),
    *cells("Vote, 2 Mar 2022", said("not recorded", "query:votes?actor=KHM&about=un-es-11-1"),
           said("abstained", "vote"), said("not recorded", "query:votes?actor=SGP&about=un-es-11-1")),
    *cells("Measures against Russia", said("none recorded", "query:sanctions?actor=KHM&against=RUS"),
           said("none recorded", "query:sanctions?actor=VNM&against=RUS"),
           said("unilateral sanctions, 28 Feb 2022", "sg-sanct")),
    *cells("Said", said(f"{Q1} (3 Mar)", "kh-msg"), said("nothing recorded", "query:statements?actor=VNM"),
           said('"an unprovoked military invasion of a sovereign state" (28 Feb)', "sg-sanct")),
)  # fmt: skip
KHM, EVENT, COMPARED, DAY = ("KHM",), ("un-es-11-1",), ("KHM", "VNM", "SGP"), ("digest",)
COMPARE_TITLE = "Cambodia, Vietnam and Singapore · Russia's war against Ukraine"
DIGEST_TITLE = "Daily digest for Thursday 3 March 2022"
EVENT_SHORT = (
    said(f"The {UNGA} voted on 2 March 2022 on {LABEL}: {TALLY}", "vote"),
    said("Russia, Belarus, Syria, North Korea and Eritrea voted against.", "vote"),
    said("China, India, Vietnam and Laos were among those that abstained.", "vote"),
    said("Nearly 100 countries co-sponsored it.", "vote"),
)

GOLD: dict[str, Submission] = {
    "position.line": submission(
        "Cambodia", KHM, said(f"Cambodia co-sponsored {LABEL} on which the {UNGA} voted on 2 March 2022.", "kh-cospons", "vote")
    ),
    "position.short": submission(
        "Cambodia", KHM, COSPONSORED,
        said(f"Prime Minister Hun Sen said {ASKED} had requested the move.", "kh-cospons"),
        said("He said on 3 March that Cambodia was discussing with other ASEAN members a statement calling for a cease-fire.",
             "kh-asean"),
    ),
    "position.long": submission(
        "Cambodia · Russia's war against Ukraine", (*KHM, "ukraine-war"), COSPONSORED,
        said(f"{Q1}, Prime Minister Hun Sen said on 3 March, according to a transcript released by the government "
             "spokesperson's office.", "kh-msg"),
        said(f"He said {ASKED} had requested the move, and that he understood it would anger Russia.", "kh-cospons", "kh-msg"),
        said("He said Cambodia was discussing with other ASEAN members a statement calling for a cease-fire; none is "
             "recorded as issued.", "kh-asean", "query:statements?actor=asean"),
        said("ASEAN members Vietnam and Laos abstained.", "vote"),
        said("The U.S. Embassy in Phnom Penh welcomed the statement.", "us-welcome"),
        said("The Cambodia National Rescue Party, the exiled opposition, also condemned the Russian aggression.", "cnrp"),
        said("No vote by Cambodia is recorded in the sources held.", "query:votes?actor=KHM"),
    ),
    "event.line": submission(
        "Aggression against Ukraine", EVENT, said(f"{UNGA}, 2 March 2022, on {LABEL}: {TALLY}", "vote")
    ),
    "event.short": submission("Aggression against Ukraine", EVENT, *EVENT_SHORT),
    "event.long": submission(
        "Aggression against Ukraine", EVENT, *EVENT_SHORT,
        said("Russia had vetoed a similar motion at the U.N. Security Council the week before.", "veto", "vote"),
        said(f"Cambodia was among the co-sponsors; Prime Minister Hun Sen said on 3 March that {ASKED} had requested the "
             "move.", "kh-cospons", "kh-msg"),
        said("Singapore also co-sponsored it, the U.S. Embassy in Phnom Penh said.", "us-welcome"),
        said("Singapore had imposed unilateral sanctions on Russia on 28 February.", "sg-sanct"),
        said("The sources held name the 5 members that voted against, 4 of the 35 that abstained and none of the 141 in "
             "favour.", "vote"),
    ),
    "compare.line": submission(
        COMPARE_TITLE, (*COMPARED, "ukraine-war"),
        said(f"On the {UNGA} resolution condemning Russia's invasion of Ukraine, Cambodia co-sponsored, Vietnam abstained "
             "and Singapore, the U.S. Embassy in Phnom Penh said, co-sponsored.", "kh-cospons", "vote", "us-welcome"),
    ),
    "compare.short": submission("Cambodia, Vietnam and Singapore", COMPARED, *TABLE),
    "compare.long": submission(
        COMPARE_TITLE, (*COMPARED, "ukraine-war"), *TABLE,
        said("All three are ASEAN members; Cambodia chairs ASEAN in 2022.", "register:asean"),
        said("Prime Minister Hun Sen said on 3 March 2022 that Cambodia was discussing with other ASEAN members a statement "
             "calling for a cease-fire.", "kh-asean"),
        said("Singapore imposed unilateral sanctions on Russia on 28 February 2022, its Foreign Minister, Vivian "
             'Balakrishnan, citing "an unprovoked military invasion of a sovereign state".', "sg-sanct"),
        said("No statement by Vietnam is recorded in the sources held.", "query:statements?actor=VNM"),
    ),
    "digest.line": submission(
        DIGEST_TITLE, DAY,
        said("Cambodia's Prime Minister, Hun Sen, explained co-sponsoring the U.N. resolution condemning Russia's invasion of "
             "Ukraine and said an ASEAN cease-fire statement was being discussed.", "kh-msg", "kh-cospons", "vote", "kh-asean"),
    ),
    "digest.short": submission(
        DIGEST_TITLE, DAY,
        said(f"3 March. Prime Minister Hun Sen of Cambodia said {ASKED} had requested that it co-sponsor {LABEL}.",
             "kh-msg", "kh-cospons", "vote"),
        said("He said Cambodia was discussing with other ASEAN members a statement calling for a cease-fire.", "kh-asean"),
        said(f"The day before. The {UNGA} voted 141 in favour, 5 against, with 35 abstentions.", "vote"),
    ),
    "digest.long": submission(
        DIGEST_TITLE, DAY,
        said(f"3 March. {Q1}, Prime Minister Hun Sen of Cambodia said in an audio message, according to a transcript "
             "released by the government spokesperson's office.", "kh-msg"),
        said(f"He said {ASKED} had requested that Cambodia co-sponsor {LABEL}.", "kh-cospons", "vote"),
        said("He said Cambodia was discussing with other ASEAN members a statement calling for a cease-fire.", "kh-asean"),
        said(f"2 March, not in an earlier digest. The {UNGA} voted on the resolution: {TALLY}", "vote"),
        said("Sam Rainsy of the Cambodia National Rescue Party, the exiled opposition, condemned the Russian aggression.", "cnrp"),
        said("Date not given in the source. The U.S. Embassy in Phnom Penh welcomed the statement.", "us-welcome"),
        said("More than 1 million Ukrainians have fled to neighboring countries, according to Filippo Grandi, the U.N. High "
             "Commissioner for Refugees.", "invasion"),
    ),
}  # fmt: skip


def held(archive: Archive, brief: Submission) -> Archive:
    """The archive as of the brief's day, as the caller hands it to the prover."""
    return archive.as_of(brief.as_of)
