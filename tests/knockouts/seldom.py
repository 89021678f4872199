# ruff: noqa: E501  (true sentences are read one a line)
"""True sentences of lines that no answer needs today, each as a brief by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from briefs.archive import Archive
from briefs.codebook import VoteOption
from briefs.proof import FooterNote, Sentence, Submission
from briefs.proof.queries import found, read_query
from briefs.records import NamedList
from briefs.rollcalls import Flag
from tests.archives import RECORDS, archive_of, article, odd, shipped, specimens, with_file
from tests.briefs.gold import ASKED, LABEL, UNGA, said, submission
from tests.knockouts.corpus import Truth

KHM = ("KHM",)
HUN_SEN = said(f"Prime Minister Hun Sen said {ASKED} had requested the move.", "kh-cospons")
MOVE = said(f"Cambodia co-sponsored {LABEL} on which the {UNGA} voted on 2 March 2022.", "kh-cospons", "vote")
HELD = said(
    f"The {UNGA} voted on 2 March 2022 on {LABEL}: 141 in favour, 5 against, 35 abstentions; 12 of 193 members did not vote.",
    "vote",
)

BY_HAND: tuple[tuple[str, tuple[str, ...], tuple[Sentence, ...]], ...] = (
    ("Singapore", ("SGP",), (said(f"Singapore co-sponsored {LABEL}, which 141 countries supported in the {UNGA} on 2 March 2022, the U.S. Embassy in Phnom Penh said.", "us-welcome", "vote"),)),
    ("Cambodia", KHM, (MOVE, HUN_SEN, said(f"He said {ASKED} had requested the move.", "kh-cospons"))),
    ("Cambodia", KHM, (MOVE, HUN_SEN, said(f"He said {ASKED} had requested that Cambodia co-sponsor.", "kh-cospons"))),
    ("Cambodia", KHM, (said("Prime Minister Hun Sen said Cambodia could not remain silent.", "kh-msg"), said("He said Cambodia needed to take a clear position.", "kh-msg"))),
    ("Cambodia", KHM, (said("Prime Minister Hun Sen said he hoped Russia would understand.", "kh-msg"), said("He said he hoped Russia would understand.", "kh-msg"))),
    ("Cambodia", KHM, (said(f"Prime Minister Hun Sen of Cambodia said on 3 March 2022 that {ASKED} had requested that Cambodia co-sponsor {LABEL}.", "kh-msg", "kh-cospons", "vote"),)),
    ("Cambodia", KHM, (said("Sam Rainsy of the Cambodia National Rescue Party, the exiled opposition, condemned the Russian aggression.", "cnrp"),)),
    ("Cambodia", KHM, (said("Prime Minister Hun Sen of Cambodia said on 3 March 2022 that Cambodia was discussing with other ASEAN members a statement calling for a cease-fire.", "kh-asean"),)),
    ("voa/nothing", ("voa/nothing",), (said("The record voa/nothing is not held as of 4 March 2022.", "query:record?id=voa/nothing"),)),
    ("Aggression against Ukraine", ("un-es-11-1",), (HELD, said("Cambodia was among the co-sponsors.", "kh-cospons"))),
    ("Cambodia", KHM, (said("Nothing by Cambodia is recorded in the sources held.", "query:records?actor=KHM"),)),
)  # fmt: skip


def by_hand() -> Iterator[Truth]:
    for title, subject, sentences in BY_HAND:
        brief = submission(title, subject, *sentences)
        yield Truth("article", article().as_of(brief.as_of), brief)
    vote = article().events["voa/vote"]
    one = {**vote.named, VoteOption.ABSTAINED: NamedList(False, ("CHN", "IND", "VNM"))}
    few = replace(article(), events={**article().events, "voa/vote": replace(vote, named=one)})
    brief = submission("Vietnam", ("VNM", "un-es-11-1"), HELD, said("ASEAN member Vietnam abstained.", "vote"))
    yield Truth("article one", few.as_of(brief.as_of), brief)
    yield from _symbols()


def _symbols() -> Iterator[Truth]:
    archive = archive_of(RECORDS / "events", RECORDS / "rollcalls")
    call = archive.rollcall_of["un-es-11-1"].id
    day = date(2026, 11, 24)
    for title, subject, sentences in (
        ("Cambodia", KHM, (MOVE, Sentence("It also co-sponsored A/RES/ES-11/1.", ("voa/kh-cospons", call)))),
        ("Cambodia and Vietnam", ("KHM", "VNM"), (
            Sentence("Co-sponsored A/RES/ES-11/1 · Cambodia: yes", ("voa/kh-cospons",)),
            Sentence("Co-sponsored A/RES/ES-11/1 · Vietnam: not recorded", ("query:cosponsor?actor=VNM&about=un-es-11-1",)),
        )),
        ("Singapore and Vietnam", ("SGP", "VNM"), (Sentence("Co-sponsored A/RES/ES-11/1 · Singapore: yes, per U.S. Embassy", ("voa/us-welcome",)),)),
        ("Cambodia", KHM, (Sentence("2 March 2022, A/RES/ES-11/1 · Cambodia: in favour", (call,)),)),
        ("Cambodia", KHM, (Sentence(f"Prime Minister Hun Sen said {ASKED} had requested that Cambodia co-sponsor A/RES/ES-11/1.", ("voa/kh-cospons", call)), Sentence(f"He said {ASKED} had requested that Cambodia co-sponsor A/RES/ES-11/1.", ("voa/kh-cospons", call)))),
    ):  # fmt: skip
        yield Truth("unsponsored", archive.as_of(day), replace(submission(title, subject, *sentences), as_of=day))


CALLS = {n: f"un-es-11-{n}" for n in range(1, 9)}
TITLED = "U.N. General Assembly, 7 April 2022, A/RES/ES-11/3, Suspension of the rights of membership of the Russian Federation in the Human Rights Council: 93 in favour, 24 against, 58 abstentions; 18 of 193 members did not vote."
WAR = "Russia's war against Ukraine"


def loose() -> Iterator[Truth]:
    """Lines of the list that no answer of today needs, each true of some archive."""
    day = date(2026, 11, 24)
    ids = {n: shipped().rollcall_of[text].id for n, text in CALLS.items()}
    first = shipped().rollcall_of["un-68-262"].id
    whole, early = shipped().as_of(day), shipped().as_of(date(2014, 4, 1))
    sources = {"un-es-11-3": (TITLED, ids[3])}
    for text, (line, call) in sources.items():
        yield _alone("shipped", whole, (text,), day, Sentence(line, (call,)))
    for what, subject, where, cites in (
        ("1 June 2010: not a member then", ("SSD",), specimens(), ("undl-sp-3/sp-3",)),
        ("South Sudan became a member of the United Nations on 14 July 2011.", ("SSD",), None, ("register:SSD",)),
        (f"Cambodia voted in favour in 6 of the 9 roll calls held on {WAR} and abstained in 3, the newest on 24 February 2025.", KHM, None, (first, *ids.values())),
        (f"Cambodia abstained in 1 of the 1 roll call held on {WAR}, on 27 March 2014.", KHM, early, (first,)),
        ("2 March 2022, A/RES/ES-11/1", ("MMR", "un-es-11-1"), None, ()),
        ("2 Mar 2022, A/RES/ES-11/1", ("MMR", "un-es-11-1"), None, ()),
        ("Measures against Russia · Singapore: on file: voa/sg-sanct, VOA, 4 March 2022", ("SGP", "KHM"), None, ("voa/sg-sanct",)),
        ("Measures against Russia · Vivian Balakrishnan: on file: voa/sg-sanct, VOA, 4 March 2022", ("balakrishnan", "KHM"), None, ("voa/sg-sanct",)),
        ("Measures against Russia · Cambodia: none on this issue", ("KHM", "ukraine-war"), None, ("query:sanctions?actor=KHM&against=RUS&issue=ukraine-war",)),
        ("The vote is cast by the delegation seated at the United Nations; who speaks for the state is disputed.", ("MMR",), None, ()),
    ):  # fmt: skip
        archive = where or whole
        lines = (
            [Sentence(what, cites)]
            if cites
            else [
                Sentence(
                    "2 March 2022: in favour of A/RES/ES-11/1, 141–5–35–12 (Aggression against Ukraine)", (ids[1],)
                ),
                Sentence(what, ()),
            ]
        )
        yield _alone("shipped", archive, subject, archive.latest or day, *lines)
    yield _headed("A/RES/ES-11/3", "shipped", whole, ("un-es-11-3",), day)
    yield _headed(
        "Thursday 3 March 2022 · Cambodia · Russia's war against Ukraine",
        "shipped",
        whole,
        ("digest", "KHM", "ukraine-war"),
        day,
    )
    yield from _on_calls(whole, day, ids)
    yield from _words()
    yield from _noted(whole, day, ids)
    yield from _in_the_file(day)
    yield from _untold(day)


def _alone(
    name: str, archive: Archive, subject: tuple[str, ...], day: date, *lines: Sentence, title: str = ""
) -> Truth:
    return Truth(name, archive, Submission(title, lines, "", (), "", day, subject))


def _headed(title: str, name: str, archive: Archive, subject: tuple[str, ...], day: date) -> Truth:
    return _alone(name, archive, subject, day, title=title)


def _untold(day: date) -> Iterator[Truth]:
    """Records that no line of a position rests on, counted: of a state and of a person, several and one."""
    archive = article().as_of(day)
    for actor, name in (("KHM", "Cambodia"), ("hun-sen", "Hun Sen")):
        for keys, on in ((f"actor={actor}", ""), (f"actor={actor}&issue=ukraine-war", f" on {WAR}")):
            query = f"query:records?{keys}"
            ids = sorted(id_ for id_ in found(archive, read_query(query)) if id_ in archive.events)
            for rest in (1, 2):
                told = Sentence("Aggression against Ukraine", tuple(ids[rest:]))
                text = f"{rest} more record{'s' if rest > 1 else ''} of acts and votes by {name}{on} {'are' if rest > 1 else 'is'} held."
                subject = (actor, "ukraine-war") if on else (actor,)
                yield _alone("article", archive, subject, day, told, Sentence(text, (query,)))


def _on_calls(whole: Archive, day: date, ids: dict[int, str]) -> Iterator[Truth]:
    """Members under options, and who moved, after an event's own line."""
    three = Sentence(TITLED, (ids[3],))
    moved = "Compared with A/RES/ES-11/2 (24 March 2022): 39 members that had voted in favour abstained, among them Brazil and Cambodia."
    yield _alone("shipped", whole, ("un-es-11-3",), day, three, Sentence(moved, (ids[3], ids[2])))
    call = whole.rollcalls[ids[3]]
    before = whole.rollcalls[ids[2]]
    votes = {
        who: VoteOption.ABSTAINED if who == "KHM" else before.votes.get(who, option)
        for who, option in call.votes.items()
    }
    one = replace(whole, rollcalls={**whole.rollcalls, ids[3]: replace(call, votes=votes)}, view=None)
    told = "Compared with A/RES/ES-11/2 (24 March 2022): 1 member that had voted in favour abstained: Cambodia."
    yield _alone("shipped one moved", one, ("un-es-11-3",), day, three, Sentence(told, (ids[3], ids[2])))
    digest = "Daily digest for Thursday 7 April 2022"
    yield _alone(
        "shipped one moved",
        one,
        ("digest",),
        date(2022, 4, 8),
        Sentence(
            TITLED.replace("U.N. General Assembly, 7 April 2022, ", "The U.N. General Assembly voted on "), (ids[3],)
        ),
        Sentence(told, (ids[3], ids[2])),
        title=digest,
    )
    none = replace(
        whole,
        rollcalls={**whole.rollcalls, ids[3]: replace(call, votes=dict.fromkeys(call.votes, VoteOption.FAVOUR))},
        view=None,
    )
    yield _alone("shipped all", none, ("un-es-11-3",), day, three, Sentence("Against: none.", (ids[3],)))
    untold = replace(
        whole,
        rollcalls={
            **whole.rollcalls,
            ids[3]: replace(call, tally=replace(call.tally, absent=None, members=None, voted=None)),
        },
        view=None,
    )
    yield _alone("shipped untold", untold, ("un-es-11-3",), day, Sentence(TITLED.partition(";")[0] + ".", (ids[3],)))
    yield _alone(
        "shipped",
        whole,
        ("digest",),
        date(2025, 2, 25),
        Sentence(
            "The U.N. General Assembly voted on A/RES/ES-11/8, The path to peace: 93 in favour, 8 against, 73 abstentions; 19 of 193 members did not vote.",
            (ids[8],),
        ),
        Sentence("1 more roll call of 24 February 2025 is held.", (ids[7],)),
        title="Daily digest for Monday 24 February 2025",
    )


def _words() -> Iterator[Truth]:
    """Words told after others of the same record, where nobody stands between."""
    message = replace(article().events["voa/kh-msg"], via=())
    direct = replace(article(), events={**article().events, "voa/kh-msg": message})
    said_ = "Prime Minister Hun Sen of Cambodia said {}that Cambodia could not remain silent."
    also = said("He also said that Cambodia needed to take a clear position.", "kh-msg")
    day = date(2022, 3, 4)
    yield _alone("article direct", direct.as_of(day), KHM, day, said(said_.format("on 3 March 2022 "), "kh-msg"), also)
    yield _alone(
        "article direct",
        direct.as_of(day),
        ("digest",),
        day,
        said("3 March. " + said_.format(""), "kh-msg"),
        also,
        title="Daily digest for Thursday 3 March 2022",
    )


def _noted(whole: Archive, day: date, ids: dict[int, str]) -> Iterator[Truth]:
    """Notes in the forms that no answer of today needs."""
    title = article().sources["voa"].title
    claim = Sentence(HELD.text, ("voa/vote",))
    for text in ("VOA, 4 Mar 2022 (public domain)", f"VOA, {title}, 4 Mar 2022"):
        note = FooterNote(1, text, article().sources["voa"].url, ("voa/vote",))
        for footer in ("Compiled from sources to 4 Mar 2022", "Sources to 4 Mar 2022"):
            yield Truth("shipped", whole, Submission("", (claim,), footer, (note,), "", day, ("un-es-11-1",)))


def _in_the_file(day: date) -> Iterator[Truth]:
    """Members of which a file has no row, or rows in votes on parts alone."""
    file = odd()
    few = with_file(article(), (1,))
    assert few.imported is not None
    parts = replace(
        few, imported=replace(few.imported, ballots=[b._replace(flags=Flag.PART) for b in few.imported.ballots])
    )
    who = parts.rolls.matrix.members[0]
    name = parts.register.actors[who].name
    yield _alone(
        "parts",
        parts.as_of(day),
        (who, "palestine"),
        day,
        Sentence(
            f"On Question of Palestine, the votes by {name} in the sources held are on parts of texts alone.",
            ("un-votes",),
        ),
    )
    no_rows = replace(
        few,
        imported=replace(
            few.imported,
            ballots=[b._replace(undl_id=f"7{n}", flags=Flag.OMITS) for n, b in enumerate(few.imported.ballots * 2)],
            rows=[bytes(len(few.imported.rows[0]))] * 2,
            issues=dict.fromkeys(few.imported.issues, 3),
        ),
    )
    for text in (
        f"The voting file has no vote by {name} in any of the 2 roll calls held while it was a member.",
        f"The voting file has no vote by {name} in any of the 2 roll calls held on this issue while it was a member.",
    ):
        yield _alone("no rows", no_rows.as_of(day), (who, "palestine"), day, Sentence(text, ("un-votes",)))
    lonely = bytes([2, *[1] * (len(few.imported.rows[0]) - 1)])
    alone = replace(
        few,
        imported=replace(
            few.imported, ballots=[b._replace(flags=Flag.OMITS) for b in few.imported.ballots], rows=[lonely]
        ),
    )
    call = alone.rolls.call(0)
    yield _alone(
        "lonely",
        alone.as_of(day),
        (call.measure, "against"),
        day,
        Sentence("1 member voted against A/RES/45/67A in the U.N. General Assembly on 6 December 1990.", (call.id,)),
    )
    del file
