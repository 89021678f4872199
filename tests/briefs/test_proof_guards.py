# ruff: noqa: E501  (one sentence a line)
"""Conditions of the prover one by one: the true sentence is proved, and what breaks that condition alone is refused by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from briefs.archive import Archive
from briefs.codebook import VoteOption
from briefs.proof import FooterNote, Sentence, Submission, read_skeletons
from briefs.proof.case import Brief, Case, Focus
from briefs.proof.lexicon import Mention, lexicon_of
from briefs.proof.queries import found, read_query
from briefs.proof.relation import Room
from briefs.proof.relations import RELATIONS, together
from briefs.proof.subjects import Doer, Link, Thing
from tests.archives import article, imported, odd, shipped, specimens, wavering, with_file
from tests.briefs.one_sentence import TODAY, tried
from tests.briefs.test_every_form_of_every_act import held

ES_1, ES_2, ES_3 = "undl-3959039/un-es-11-1", "undl-3965954/un-es-11-2", "undl-3967778/un-es-11-3"
CALLS = tuple(call.id for call in shipped().votes)
STANCES = "On the U.N. General Assembly resolution condemning Russia's invasion of Ukraine, Cambodia co-sponsored, {} and Singapore, the U.S. Embassy in Phnom Penh said, co-sponsored."
TOLD_BY = ("voa/vote", "voa/kh-cospons", "voa/us-welcome")
ROWS = (
    "The rows of this roll call do not add up to its totals: they hold {} (in favour–against–abstained–did not vote)."
)
AMENDED = "2 November 1983: The President: I put to the vote the amendment, 51–53–38–16"
INDEX = "Their mean agreement index (Hix, Noury and Roland) is 1.000: 1 is all alike, 0 an even spread over in favour, against and abstained."
BOATS = "As of 29 June 2023, about 90 pilot boats were lost, according to Specimen Treaty Office"
REPLACED = "It takes the place of wire/de-visit: it was Laos and not Cambodia"
UNMOVED = "Compared with {} ({}), the last vote on file on a text of this title: no member that voted in both voted otherwise."
LAO = "query:records?actor=LAO"
MORE = "10 more records of acts and votes by Laos are held."
MORE_ON = "10 more records of acts and votes by Laos on Russia's war against Ukraine are held."
AFRICAN = "2 March 2022, A/RES/ES-11/1: of 55 African Union members, 28 in favour, 1 against, 17 abstained, 8 did not vote, {}."
WAS_READY = " said on 5 May 2024 that it was ready."
PROVED = "proved"


@cache
def wire(*records: str) -> Archive:
    """Invented records wire/r0, wire/r1 … of 6 May 2024."""
    return held((f"r{number}", record) for number, record in enumerate(records))


def of_nobody() -> Archive:
    """The imported votes, with a bloc whose members nobody wrote down."""
    actors = imported().register.actors
    return replace(
        imported(),
        register=replace(imported().register, actors={**actors, "brics": replace(actors["brics"], members=())}),
    )


def one_old() -> Archive:
    """The article beside one vote of 1989 on Palestine."""
    return with_file(article(), (0,))


def partisan() -> Archive:
    return wire("act: statement, by: sam-rainsy, for: cnrp, date: 2024-05-05, says: {s1: it was ready}")


def announced() -> Archive:
    return wire("act: sign, by: [LAO, VNM], date: 2024-05-05, what: a pact, status: announced")


def signing_party() -> Archive:
    return wire("act: sign, by: cnrp, date: 2024-05-05, what: a pact")


def sponsor_of_another() -> Archive:
    """The article, in which Cambodia co-sponsored another text than the one voted on."""
    events, name = article().events, "voa/kh-cospons"
    return replace(article(), events={**events, name: replace(events[name], about="un-es-11-2")})


def signing() -> Archive:
    return wire("act: sign, by: KHM, date: 2024-05-05, what: a pact")


def out_of_office() -> Archive:
    return wire("act: statement, by: hun-sen, for: KHM, date: 2024-05-05, says: {s1: it was ready}")


Tried = tuple[Callable[[], Archive], str, tuple[str, ...], tuple[str, ...], str]
"""Archive, sentence, cites, what was asked for, what the prover says."""
SENTENCES: tuple[Tried, ...] = (
    # accounts
    (shipped, "VOA gives 141 in favour, 5 against and 35 abstentions.", ("voa/vote", ES_3), ("un-es-11-3",), "C6 vote.differs: miscounted"),
    (specimens, f"{BOATS}.", ("office/counted",), (), "C6 figure.as.of: figured"),
    (specimens, f"{BOATS}; 94, according to Specimen Gazette.", ("office/counted", "gazette/counted"), (), PROVED),
    # corrections
    (specimens, f"Corrected 5 March 2022: {REPLACED}", ("wire-2/de-visit",), ("wire-2/de-visit",), PROVED),
    (specimens, f"Corrected 5 March 2022:{REPLACED}", ("wire-2/de-visit",), ("wire-2/de-visit",), "C6 rests on a corrected record"),
    (specimens, REPLACED, ("wire-2/de-visit",), ("wire-2/de-visit",), "C6 rests on a corrected record"),
    (specimens, f"Corrected 6 March 2022: {REPLACED}", ("wire-2/de-visit",), ("wire-2/de-visit",), "C6 says 'Corrected 6 March 2022', which is not when"),
    (article, "Corrected 5 March 2022: Cambodia was among the co-sponsors.", ("voa/kh-cospons",), ("un-es-11-1",), "C6 says 'Corrected 5 March 2022', which"),
    (specimens, "Germany visited Cambodia on 3 March 2022.", ("wire/de-visit",), (), "C7 wire/de-visit is unpublished or has been corrected"),
    # who did it, and when
    (partisan, f"Sam Rainsy of the Cambodia National Rescue Party, the exiled opposition,{WAS_READY}", ("wire/r0",), (), PROVED),
    (out_of_office, f"Prime Minister Hun Sen of Cambodia{WAS_READY}", ("wire/r0",), (), "C4 said.that: sayer"),
    (announced, "Laos and Vietnam announced on 5 May 2024 that they would sign a pact.", ("wire/r0",), (), PROVED),
    (announced, "Laos and Vietnam announced on 5 May 2024 that it would sign a pact.", ("wire/r0",), (), "C3 acts.announced: again"),
    (article, "Also on file: voa/cnrp, VOA, 4 March 2022.", ("voa/cnrp",), (), PROVED),
    (article, "Also on file: voa/cnrp, VOA, 5 March 2022.", ("voa/cnrp",), (), "C7 position.on.file: published"),
    (article, 'Said · Cambodia: "We do not support the use of force and readiness to use force or the threatened use of force" (no later than 3 Mar 2022)', ("voa/kh-msg",), ("KHM",), "C7 cell.said.no-later: no_later"),
    (article, "ASEAN members Vietnam and Laos abstained.", ("voa/vote",), ("un-es-11-1",), PROVED),
    (article, "ASEAN members Vietnam and Laos did not vote.", ("voa/vote",), ("un-es-11-1",), "C3 position.bloc.named: named_in_bloc"),
    (shipped, "Read on 5 March 2022", ("voa/vote",), ("voa/vote",), "C7 source.fetched: source_fetched"),
    (signing_party, "The Cambodia National Rescue Party, the exiled opposition, signed a pact on 5 May 2024.", ("wire/r0",), (), PROVED),
    (specimens, "Corrected 5 March 2022: It takes the place of wire/de-visit: it was Cambodia", ("wire-2/de-visit",), ("wire-2/de-visit",), "C2 no signed skeleton reads this"),
    (signing, "The Cambodia National Rescue Party, the exiled opposition, signed a pact on 5 May 2024.", ("wire/r0",), (), "C4 acts.done: doer"),
    (shipped, MORE, (LAO,), ("LAO",), PROVED),
    (shipped, MORE.replace("10", "11"), (LAO,), ("LAO",), "C8 position.more: untold"),
    (shipped, MORE_ON, (f"{LAO}&issue=ukraine-war",), ("LAO",), PROVED),
    (shipped, MORE_ON, (LAO,), ("LAO",), "C8 position.more.issue: untold_on"),
    # stances side by side
    (article, STANCES.format("Vietnam abstained"), TOLD_BY, ("KHM", "VNM", "SGP"), PROVED),
    (article, STANCES.format("Vietnam abstained"), TOLD_BY, ("KHM", "VNM"), "C4 compare.line: stances"),
    (article, STANCES.format("Vietnam voted against"), TOLD_BY, ("KHM", "VNM", "SGP"), "C4 compare.line: stances"),
    (article, STANCES.format("Vietnam co-sponsored"), TOLD_BY, ("KHM", "VNM", "SGP"), "C4 compare.line: stances"),
    (shipped, STANCES.format("Japan voted in favour"), (*TOLD_BY, ES_1), ("KHM", "JPN", "SGP"), PROVED),
    (article, STANCES.format("Vietnam abstained"), ("voa/sg-sanct", *TOLD_BY), ("KHM", "VNM", "SGP"), "C10 proved without voa/sg-sanct"),
    (shipped, STANCES.format("Japan abstained"), (*TOLD_BY, ES_1), ("KHM", "JPN", "SGP"), "C4 compare.line: stances"),
    (sponsor_of_another, STANCES.format("Vietnam abstained"), TOLD_BY, ("KHM", "VNM", "SGP"), "C4 compare.line: stances"),
    # one roll call
    (odd, ROWS.format("50–55–38–16"), ("un-votes/208",), ("un-votes-208",), PROVED),
    (odd, ROWS.format("51–54–38–16"), ("un-votes/207",), ("un-votes-207",), "C8 digest.odd.four: rows_odd"),
    (shipped, ROWS.format("141–5–35–12"), (ES_1,), ("un-es-11-1",), "C8 digest.odd.four: rows_odd"),
    (odd, AMENDED, ("un-votes/205",), ("un-votes-203",), PROVED),
    (odd, AMENDED, ("un-votes/205",), ("un-votes-205",), "C3 rollcall.event.part: of_asked_text"),
    (shipped, UNMOVED.format("A/RES/ES-11/1", "2 March 2022"), (ES_1, ES_2), ("un-es-11-2",), "C7 rollcall.title.shift.none: title_before"),
    (shipped, "2 March 2022, A/RES/ES-11/1: Cambodia in favour; Laos abstained (Aggression against Ukraine)", (ES_1,), ("KHM", "LAO", "ukraine-war"), "C7 agree.call: no_newer_difference"),
    (shipped, AFRICAN.format("1 without a vote"), (ES_1,), ("au", "un-es-11-1"), PROVED),
    (shipped, AFRICAN.format("2 without a vote"), (ES_1,), ("au", "un-es-11-1"), "C8 vote.bloc: bloc_split"),
    # shifts
    (shipped, "Cambodia, which had voted in favour on 2 and 24 March 2022, abstained.", (ES_1, ES_2, ES_3), ("un-es-11-3", "KHM"), PROVED),
    (shipped, "Cambodia, which had voted in favour on 24 March 2022, abstained.", (ES_2, ES_3), ("un-es-11-3", "KHM"), "C8 digest.shift: after_run"),
    (shipped, "Cambodia, which had voted in favour on 2 March 2022, voted in favour.", (ES_1, ES_3), ("un-es-11-3", "KHM"), "C8 digest.shift: after_run"),
    (shipped, "No roll call held is of 1 March 2025 or later.", CALLS, ("since:2025-03-01",), PROVED),
    (shipped, "No roll call held is of 1 February 2025 or later.", CALLS, ("since:2025-02-01",), "C7 shifts.all.quiet: none_since"),
    (shipped, "No roll call held is of 1 March 2025 or later.", CALLS[1:], ("since:2025-03-01",), "C7 shifts.all.quiet: none_since"),
    (shipped, "In the one roll call held since 1 March 2025, no member voted otherwise than in its last vote on file before on a text of the same title.", CALLS, ("since:2025-03-01",), "C8 shifts.all.none: shifts_since"),
    # many roll calls
    (shipped, "Cambodia voted in favour in 6 of the 9 roll calls held on Russia's war against Ukraine and abstained in 3, the newest on 24 February 2025.", CALLS, ("KHM",), PROVED),
    (shipped, "Cambodia voted in favour in 6 of the 9 roll calls held on Russia's war against Ukraine and abstained in 3, the newest on 23 February 2025.", CALLS, ("KHM",), "C7 rollcall.line.newest: newest_day"),
    (imported, "Votes cast by it are recorded on 4 of the 4 texts held on this issue.", ("un-votes",), ("KHM", "palestine"), PROVED),
    (imported, "Votes cast by it are recorded on 3 of the 4 texts held on this issue.", ("un-votes",), ("KHM", "palestine"), "C8 rolls.coverage: rolls_votes"),
    (one_old, "The one roll call held on this issue is not of a day on which South Sudan was a member.", ("un-votes",), ("SSD", "palestine"), PROVED),
    (one_old, "The one roll call held on this issue is not of a day on which Laos was a member.", ("un-votes",), ("LAO", "palestine"), "C8 rolls.never.one: rolls_member"),
    (one_old, "The voting file has no vote by Laos in the one roll call held on this issue while it was a member.", ("un-votes",), ("LAO", "palestine"), "C8 rolls.none.one: rolls_silent"),
    (of_nobody, INDEX, (*CALLS, "un-votes"), ("brics",), "C8 bloc.index: bloc_index"),
    (shipped, "The membership of ASEAN, as held here, has been the same since 26 October 2025.", ("register:asean",), ("asean",), PROVED),
    (shipped, "The membership of ASEAN, as held here, has been the same since 26 October 2025.", ("register:eu",), ("asean",), "C7 bloc.stood: bloc_stood"),
)  # fmt: skip


@pytest.mark.parametrize(("archive", "text", "cites", "subject", "said"), SENTENCES, ids=[f"{said.split(':')[0]} {text[:50]}" for _, text, _, _, said in SENTENCES])  # fmt: skip
def test_a_sentence_is_proved_or_refused_by_the_condition_it_breaks(
    archive: Callable[[], Archive], text: str, cites: tuple[str, ...], subject: tuple[str, ...], said: str
) -> None:
    answer = tried(archive(), text, *cites, subject=subject)
    assert answer == said if said == PROVED else answer.startswith(said), answer


# -- Conditions asked directly: those that no true sentence can break


def case(
    archive: Archive, text: str = "", *cites: str, subject: tuple[str, ...] = (), focus: Focus | None = None
) -> Case:
    asked = Submission("", (), "", (), "", TODAY, subject)
    events = {cite: archive.events[cite] for cite in cites}
    return Case(Brief(asked, archive, lexicon_of(archive.register)), focus or Focus(), text, events)


def holds(name: str, on: Case, *inputs: object) -> bool:
    return bool(list(RELATIONS[name].answers(on, inputs)))


def test_whoever_never_had_a_seat_has_no_last_vote_on_a_title() -> None:
    archive = wavering()
    older, newer = archive.call("un-votes/300"), archive.call("un-votes/303")
    assert holds("last_on_title", case(archive), "FRA", older, newer)
    assert not holds("last_on_title", case(archive), "PSE", older, newer)


def test_a_label_without_the_words_the_resolution_has_no_rest() -> None:
    labelled = specimens().events["wire/ru-veto"]
    assert labelled.label == "the motion on pilots"
    assert list(RELATIONS["label_tail"].answers(case(specimens()), (labelled,))) == []
    assert list(RELATIONS["label_tail"].answers(case(specimens()), (specimens().events["wire/vote"],))) == [
        "on passage"
    ]


def test_a_record_without_a_day_is_in_no_week_before_another() -> None:
    veto, vote, late = (article().events[f"voa/{name}"] for name in ("veto", "vote", "us-welcome"))
    assert holds("week_before", case(article()), veto, vote)
    assert not holds("week_before", case(article()), veto, late)
    assert not holds("week_before", case(article()), late, vote)


def test_a_date_no_later_than_is_told_so_and_no_other_date_is() -> None:
    dated, late = article().events["voa/vote"], article().events["voa/us-welcome"]
    assert list(RELATIONS["no_later"].answers(case(article()), (late,))) == [date(2022, 3, 4)]
    assert list(RELATIONS["no_later"].answers(case(article()), (dated,))) == []


def test_of_a_bloc_that_is_none_or_an_option_that_is_not_listed_nobody_is_named() -> None:
    vote = article().events["voa/vote"]
    two = ("VNM", "LAO")
    assert holds("named_in_bloc", case(article()), vote, "abstained", "asean", two)
    assert not holds("named_in_bloc", case(article()), vote, "absent", "asean", two)
    assert not holds("named_in_bloc", case(article()), vote, "abstained", "nobody", two)


def test_words_that_came_through_nobody_came_through_no_chain() -> None:
    spoken = article().events["voa/kh-msg"]
    assert [via.form for via in spoken.via] == ["transcript"]
    link = Link("transcript", Thing("actor", "kh-gov-spox"))
    assert holds("chain_of", case(article()), spoken, (link,))
    assert not holds("chain_of", case(article()), spoken, ())
    assert not holds("chain_of", case(article()), spoken, (link, link))


def test_a_link_of_a_chain_is_a_person_only_with_the_office_of_the_day() -> None:
    archive = wire("act: statement, by: VNM, date: 2024-05-05, says: {s1: it was ready}, via: [{recording: grandi}]")
    said = archive.events["wire/r0"]
    role = archive.register.actors["grandi"].roles[0]
    right = Mention("grandi", role.title, role.of, says_whose=True)
    for mention, true in ((right, True), (replace(right, role="Secretary"), False), (Mention("hun-sen"), False)):
        assert holds("chain_of", case(archive), said, (Link("recording", Thing("person", mention)),)) is true


def test_pronouns_with_gender_and_number_are_those_of_whom_they_are_about() -> None:
    two, one = Doer(("LAO", "VNM")), Doer(("LAO",))
    spoke = wire("act: statement, by: [LAO, VNM], date: 2024-05-05, says: {s1: it was ready}").events["wire/r0"]
    on = case(article())
    assert [word for word in ("ms", "fs", "mp", "fp", "they", "it") if holds("again", on, word, two)] == ["mp", "they"]
    assert [word for word in ("ms", "fs", "mp", "fp", "they", "it") if holds("again", on, word, one)] == ["ms", "it"]
    assert [word for word in ("ms", "fs", "mp", "fp") if holds("speakers_again", on, spoke, word)] == ["mp"]


def test_only_somebody_of_whom_it_is_said_did_the_act_that_somebody_else_tells() -> None:
    archive, welcome = article(), article().events["voa/us-welcome"]
    assert list(RELATIONS["asserted"].answers(case(archive), (welcome, "cosponsor", "SGP"))) == ["un-es-11-1"]
    assert list(RELATIONS["asserted"].answers(case(archive), (welcome, "veto", "SGP"))) == []
    assert list(RELATIONS["asserted"].answers(case(archive), (welcome, "cosponsor", "LAO"))) == []
    about_nothing = replace(welcome, asserts=tuple(replace(c, about="voa/cnrp") for c in welcome.asserts))
    assert list(RELATIONS["asserted"].answers(case(archive), (about_nothing, "cosponsor", "SGP"))) == []


def test_a_title_of_a_note_is_that_of_its_one_source() -> None:
    title = article().sources["voa"].title
    note = FooterNote(1, "", "", ("voa/vote",))
    assert holds("note_title", replace(case(article()), note=note), title)
    assert not holds("note_title", replace(case(article()), note=note), "Another title")
    assert not holds("note_title", case(article()), title)
    assert not holds("note_measure", case(article()), "un-es-11-1")


def test_two_rooms_that_define_one_predicate_stop_the_prover_from_loading() -> None:
    one, other = Room(), Room()

    def told(_case: object, _event: object) -> bool:
        return True

    one.test("event")(told)
    assert set(together(one)) == {"told"}
    other.test("event")(told)
    with pytest.raises(ValueError, match="the predicate told is defined twice"):
        together(one, other)


def test_those_who_moved_are_named_in_part_only_where_they_are_not_all() -> None:
    """No sentence needs more names than the writer's longest list; the condition holds of any part."""
    before, after = shipped().call(ES_2), shipped().call(ES_3)
    assert before is not None
    assert after is not None
    lexicon = lexicon_of(shipped().register)
    names = {
        text: next(then for end, then in lexicon.then.at(text, 0) if end == len(text)) for text in ("Cambodia", "Laos")
    }
    moved = (VoteOption.FAVOUR.value, VoteOption.ABSTAINED.value)
    assert holds("shifted_some", case(shipped()), before, after, *moved, (names["Cambodia"],))
    assert not holds("shifted_some", case(shipped()), before, after, *moved, (names["Cambodia"], names["Laos"]))
    assert not holds("shifted_some", case(shipped()), before, after, *moved, ())


def test_a_query_beside_the_one_that_is_needed_is_passed_over_and_refused_as_superfluous() -> None:
    bare = replace(shipped(), events={}, rollcalls={})
    issues, other = "query:issues?body=unga", "query:records?actor=KHM"
    text = f"Nothing is held on any of the {len(bare.register.issues)} issues that can be asked about."
    assert tried(bare, text, issues) == PROVED
    assert tried(bare, text, other, issues) == f"C10 proved without {other}: a superfluous cite"
    assert tried(bare, text.replace("of the ", "of the 1"), issues).startswith("C9 issues.none: nothing_on_issues")
    untold = "10 more records of its acts and votes are held."
    about, day, title = ("KHM", "timeline"), date(2022, 3, 4), "Cambodia · timeline to 4 March 2022"
    others = "query:records?actor=LAO"
    held_ = len(found(shipped().as_of(day), read_query(other)))
    said = untold.replace("10", str(held_))
    assert tried(shipped(), said, other, subject=about, as_of=day, title=title) == PROVED
    of_another = untold.replace("10", str(len(found(shipped().as_of(day), read_query(others)))))
    answer = tried(shipped(), of_another, others, subject=about, as_of=day, title=title)
    assert answer.startswith("C8 digest.timeline.more"), answer
    assert tried(shipped(), said, others, other, subject=about, as_of=day, title=title) == f"C10 proved without {others}: a superfluous cite"  # fmt: skip


# -- A record of another kind than a sentence takes it for


def test_a_roll_call_is_no_event_wherever_a_sentence_takes_it_for_one() -> None:
    own = read_skeletons("en", "own.one\tSomething was held.\tcall($r); act($r,vote.held)")
    answer = tried(shipped(), "Something was held.", ES_1, signed=own)
    assert answer == "C3 own.one: act($r, vote.held) does not hold over the cited records", answer


def test_of_two_sentences_on_the_same_votes_each_is_counted() -> None:
    text = "Of the 4 roll calls held on this issue, Cambodia voted in favour in all."
    asked = ("KHM", "palestine")
    assert tried(imported(), text, "un-votes", subject=asked, before=(Sentence(text, ("un-votes",)),)) == PROVED
