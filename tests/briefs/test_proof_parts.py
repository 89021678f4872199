# ruff: noqa: E501  (one case a line)
"""The prover's parts one by one: names, dates, numbers and lists it reads, the signed list, queries, focus, footer."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from briefs.codebook import VoteOption
from briefs.proof import FooterNote, SkeletonError, Submission, load_skeletons, read_skeletons, verify
from briefs.proof.case import Brief, Case, Focus
from briefs.proof.evidence import strange_character
from briefs.proof.lexicon import Mention, lexicon_of
from briefs.proof.queries import BadQueryError, found, read_query
from briefs.proof.relations import RELATIONS
from briefs.proof.slots import SLOTS
from briefs.proof.tallies import EVERY
from briefs.proof.then import Bearer
from briefs.tongues import LANGUAGES
from briefs.wording.catalogue import words
from docs import vocabulary
from tests.archives import article, shipped
from tests.briefs.gold import COSPONSORED, GOLD, KHM, held, said, submission

SKELETONS = load_skeletons("en")
TWO = tuple((Bearer(actor, date.min, date.max),) for actor in ("LAO", "VNM"))
F, A, B, X = VoteOption.FAVOUR, VoteOption.AGAINST, VoteOption.ABSTAINED, VoteOption.ABSENT


def case(text: str, *cites: str, focus: Focus | None = None) -> Case:
    archive = shipped()
    nothing = Submission("", (), "", (), "", date(2026, 1, 1), ("KHM",))
    brief = Brief(nothing, archive, lexicon_of(archive.register))
    events = {cite: archive.events[cite] for cite in cites if cite in archive.events}
    return Case(brief, focus or Focus(), text, events)


def whole(slot: str, text: str, *cites: str, focus: Focus | None = None) -> list[object]:
    """What a slot makes of the whole text."""
    that = case(text, *cites, focus=focus)
    return [value for end, value in SLOTS[slot](that, text, 0) if end == len(text)]


# -- Names


@pytest.mark.parametrize(
    ("slot", "text", "meant"),
    [
        ("actor", "Cambodia", ["KHM"]),
        ("actor", "The United States", ["USA"]),
        ("actor", "the United States", []),
        ("actor", "United States", []),
        ("bare", "United States", ["USA"]),
        ("actor", "Guinea-Bissau", ["GNB"]),
        ("actor", "Guinea", ["GIN"]),
        ("actor", "Nigeria", ["NGA"]),
        ("actor", "Niger", ["NER"]),
        ("actor", "Kampuchea", []),
        ("actor", "KHM", []),
        ("actor", "Hun Sen", []),
        ("actor", "The Cambodia National Rescue Party", []),
        ("party", "The Cambodia National Rescue Party, the exiled opposition,", ["cnrp"]),
        ("party", "The Cambodia National Rescue Party, the opposition,", []),
        ("short", "U.S. Embassy", ["us-emb-pp"]),
        ("people", "Ukrainians", ["UKR"]),
        ("symbol", "A/RES/ES-11/1", ["un-es-11-1"]),
        ("symbol", "A/RES/ES-11/9", []),
        ("title", "The path to peace", ["un-es-11-8"]),
        ("issue", "Russia's war against Ukraine", ["ukraine-war"]),
    ],
)
def test_names_are_read_as_briefs_print_them(slot: str, text: str, meant: list[str]) -> None:
    assert whole(slot, text) == meant


def test_an_article_is_small_inside_a_sentence() -> None:
    text = "Vetoed by the United States"
    assert list(SLOTS["actor"](case(text), text, 10)) == [(len(text), "USA")]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Laos and Vietnam", ("LAO", "VNM")),
        ("Trinidad and Tobago", ("TTO",)),
        ("Antigua and Barbuda and Trinidad and Tobago", ("ATG", "TTO")),
        ("China, India, Vietnam and Laos", ("CHN", "IND", "VNM", "LAO")),
        ("China, Bosnia and Herzegovina and Laos", ("CHN", "BIH", "LAO")),
        ("Japan, France, Germany and the United States", ("JPN", "FRA", "DEU", "USA")),
        ("China, India, and Laos", None),
        ("China, India", None),
        ("China and China", None),
        ("China, Laos and China", None),
        ("Japan and The United States", None),
        ("China & India", None),
    ],
)
def test_lists_have_no_oxford_comma_and_nobody_twice(text: str, meant: tuple[str, ...] | None) -> None:
    assert whole("actors", text) == ([meant] if meant else [])


def test_a_person_is_read_with_the_office_as_printed() -> None:
    assert whole("person", "Prime Minister Hun Sen") == [Mention("hun-sen", "Prime Minister", "KHM")]
    assert whole("person", "Hun Sen") == [Mention("hun-sen")]
    assert whole("person_of", "Prime Minister Hun Sen of Cambodia") == [
        Mention("hun-sen", "Prime Minister", "KHM", says_whose=True)
    ]
    assert whole("person_of", "Prime Minister Hun Sen of Laos") == []
    assert whole("person", "Sam Rainsy")[0] == Mention("sam-rainsy")
    assert whole("person", "acting President Sam Rainsy") == []


# -- Dates and numbers


@pytest.mark.parametrize(
    ("slot", "text", "year", "meant"),
    [
        ("date", "2 March 2022", None, date(2022, 3, 2)),
        ("date", "3 March", 2022, date(2022, 3, 3)),
        ("date", "3 March", None, None),
        ("date", "29 February", 2023, None),
        ("date", "29 February 2024", None, date(2024, 2, 29)),
        ("date", "31 April 2022", None, None),
        ("date", "02 March 2022", None, None),
        ("date", "March 2, 2022", None, None),
        ("date", "2 Mar 2022", None, None),
        ("day", "2 March 2022", None, date(2022, 3, 2)),
        ("day", "2 March", 2022, None),
        ("tdate", "2 Mar 2022", None, date(2022, 3, 2)),
        ("tdate", "28 Feb", 2022, date(2022, 2, 28)),
        ("tday", "28 Feb", 2022, None),
        ("weekday", "Thursday 3 March 2022", None, date(2022, 3, 3)),
        ("weekday", "Friday 3 March 2022", None, None),
        ("date", "Thursday 3 March 2022", None, None),
    ],
)
def test_days_exist_and_short_ones_need_a_year(slot: str, text: str, year: int | None, meant: date | None) -> None:
    assert whole(slot, text, focus=Focus(year=year)) == ([meant] if meant else [])


@pytest.mark.parametrize(
    ("slot", "text", "meant"),
    [
        ("int", "141", [141]),
        ("int", "0", [0]),
        ("int", "007", []),
        ("int", "١٤١", []),
        ("tally", "141–5–35–12", [(141, 5, 35, 12)]),
        ("tally", "141-5-35-12", []),
        ("tally", "141–5–35", [(141, 5, 35)]),
        ("tally", "141–5", []),
        ("times", "voted in favour in 6 and abstained in 3", [((F, 6), (B, 3))]),
        ("times", "voted in favour in 7, voted against in 1 and abstained in 1", [((F, 7), (A, 1), (B, 1))]),
        ("times", "abstained in 1,902", [((B, 1902),)]),
        ("times", "abstained in 02", []),
        ("times", "abstained in 0", []),
        ("times", "abstained in all", [((B, EVERY),)]),
        ("times", "did not vote in any", [((X, EVERY),)]),
        ("times", "did not vote in all", []),
        ("times", "abstained in any", []),
        ("times", "abstained in 1 and voted against in 8", []),
        ("times", "abstained in 1 and abstained in 2", []),
        ("share_rest", "", [()]),
        ("share_rest", " and abstained in 3", [((B, 3),)]),
        ("share_rest", ", voted against in 2 and did not vote in 2", [((A, 2), (X, 2))]),
        ("share_rest", ", abstained in 3", []),
        ("share", "the 5 members", [(5, 5)]),
        ("share", "4 of the 35", [(4, 35)]),
        ("share", "none of the 141", [(0, 141)]),
        ("votes", "against A/RES/ES-11/7 and abstaining on A/RES/ES-11/8", [((A, ("un-es-11-7",)), (B, ("un-es-11-8",)))]),
        ("votes", "in favour of A/RES/ES-11/7 and A/RES/ES-11/8", [((F, ("un-es-11-7", "un-es-11-8")),)]),
        ("split", "8 in favour, 2 abstained (Laos and Vietnam)", [((F, 8, None), (B, 2, TWO))]),
        ("split", "2 abstained, 8 in favour", []),
        ("split_prose", "2 voted in favour, 2 against (Laos and Vietnam) and 6 abstained", [((F, 2, None), (A, 2, TWO), (B, 6, None))]),
        ("all_of", "All three", [3]),
        ("same_votes", "both abstained: A/RES/68/262, A/RES/ES-11/5", [("both", ((B, ("un-68-262", "un-es-11-5")),))]),
    ],
)  # fmt: skip
def test_numbers_and_votes_are_read_to_the_last_letter(slot: str, text: str, meant: list[object]) -> None:
    assert whole(slot, text) == meant


def test_counts_carry_the_qualifier_of_a_cited_record() -> None:
    assert whole("count", "Nearly 100", "voa/vote") == [(100, "nearly")]
    assert whole("count", "More than 1 million", "voa/invasion") == [(1_000_000, "more than")]
    assert whole("count", "1,000,000", "voa/invasion") == [(1_000_000, None)]
    assert whole("count", "Nearly 100") == []


def test_curated_words_come_only_from_cited_records() -> None:
    label = "the resolution condemning Russia's invasion of Ukraine"
    assert whole("label", label, "voa/vote") == [label]
    assert whole("label", label, "voa/veto") == []
    assert whole("quote", '"This is on behalf of ASEAN."', "voa/kh-msg") == []
    assert whole("quote", '"This is on behalf of ASEAN"', "voa/kh-asean") != []
    assert whole("quote", '"This is on behalf of ASEAN."', "voa/kh-asean") == []
    assert whole("quote", '"This is on behalf"', "voa/kh-asean") == []


@pytest.mark.parametrize(
    "bad", ["\u200b", "\u202e", "\u2066", "\ufeff", "\x00", "\n", "\t", "\u2028", "\ue000", "e\u0301"]
)
def test_strange_characters_are_found(bad: str) -> None:
    assert strange_character(f"Cambodia{bad} co-sponsored") is not None


@pytest.mark.parametrize("good", ["Côte d'Ivoire", "Türkiye", "141–5–35–12", "São Tomé and Príncipe", "កម្ពុជា", "a “b”"])
def test_plain_characters_of_any_script_are_not(good: str) -> None:
    assert strange_character(good) is None


# -- The signed list


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("a.b", "fields"),
        ("A.b\tText.\t", "no id"),
        ("a.b\t{a:wizard} did.\tsubject(a)", "unknown type"),
        ("a.b\t{a:actor} did.\twishes(a)", "no predicate wishes"),
        ("a.b\t{a:actor} did.\tsubject(a,a)", "takes 1"),
        ("a.b\t{a:actor} did.\t", "no condition proves a"),
        ("a.b\t{a:actor} did.\tby($c,a)", "has no act"),
        ("a.b\t{a:actor} did.\tact($c,cosponsor); by($c,?z); subject(a)", "before anything binds"),
        ("a.b\t{a:actor} and {a:actor}.\tsubject(a)", "stands twice"),
        ("a.b\t{m:symbol} it.\tmeasure($r,m)", "may be an event or a roll call"),
        ("a.b\tAsked by {w:actors}.\tact($c,cosponsor); asked($c,w)", "who says so"),
        ("a.b\t{a:actor} did.\tsubject(a); nonsense", "cannot read"),
        ("a.b\t{a:actor} did.\tsubject(a)\na.b\tIt.\t", "stands twice"),
        ("a.b\t{a:actor} did.\tsubject(a); same(a,Nothing)", "'Nothing' is no term"),
        ("deed.b\tsigned {x:thing}\tact($e,sign); thing($e,x)", "a phrase has its verb in brackets"),
        ("deed.b\t[signed|sign] {x:thing}\tact($e,sign); thing($e,x)", "a phrase has its verb in brackets"),
        (
            "deed.b\t[signed|sign|signed|signing] {x:thing}\tact($e,sign); thing($e,x); status($e,done)",
            "not in the phrase",
        ),
    ],
)
def test_a_slip_in_the_signed_list_is_found_when_it_is_loaded(line: str, why: str) -> None:
    with pytest.raises(SkeletonError, match=re.escape(why)) as error:
        read_skeletons("en", line)
    assert str(error.value).startswith("skeletons.en.txt:")


def test_a_language_without_a_list_is_refused() -> None:
    with pytest.raises(ValueError, match="xx"):
        load_skeletons("xx")


def test_every_event_of_a_skeleton_is_held_to_be_done_and_plain_unless_it_says_otherwise() -> None:
    for skeleton in SKELETONS:
        names = {(atom.name, atom.terms[0]) for atom in skeleton.atoms if atom.terms}
        for atom in skeleton.atoms:
            if atom.name == "act":
                assert skeleton.place in ("deed", "manner") or ("status", atom.terms[0]) in names
                assert {("form", atom.terms[0]), ("plain_form", atom.terms[0])} & names
            if atom.name == "deed":
                assert ("status", atom.terms[0]) in names
                assert {("per", atom.terms[0]), ("undisputed", atom.terms[0])} & names
                assert {("condition", atom.terms[0]), ("unconditional", atom.terms[0])} & names
            if atom.name == "quote":
                assert {("chain_of", atom.terms[0]), ("no_chain", atom.terms[0])} & names


def test_every_predicate_says_what_it_proves_and_stands_for_a_rule() -> None:
    for name, relation in RELATIONS.items():
        assert re.fullmatch(r"C([3-9]|10)", relation.rule), name
        assert relation.run.__doc__, name


def test_no_predicate_and_no_slot_type_is_dead() -> None:
    every = [skeleton for language in LANGUAGES for skeleton in load_skeletons(language)]
    assert {atom.name for skeleton in every for atom in skeleton.atoms} == set(RELATIONS)
    assert {slot.type for skeleton in SKELETONS for slot in skeleton.slots} == set(SLOTS)


def test_the_page_about_the_prover_is_what_the_prover_says() -> None:
    assert vocabulary.PAGE.read_text("utf-8") == vocabulary.page()


# -- Queries


@pytest.mark.parametrize(
    ("cite", "finds"),
    [
        ("query:votes?actor=VNM", ("voa/vote",)),
        ("query:votes?actor=RUS", ("voa/veto", "voa/vote")),
        ("query:votes?actor=KHM", ()),
        ("query:votes?actor=VNM&about=un-es-11-2", ()),
        ("query:statements?actor=KHM", ("voa/kh-asean", "voa/kh-msg")),
        ("query:statements?actor=SGP", ("voa/sg-sanct",)),
        ("query:statements?actor=asean", ()),
        ("query:sanctions?actor=SGP&against=RUS", ("voa/sg-sanct",)),
        ("query:sanctions?actor=SGP&against=BLR", ()),
        ("query:cosponsor?actor=SGP&about=un-es-11-1", ("voa/us-welcome",)),
        ("query:cosponsor?actor=KHM", ("voa/kh-cospons", "voa/us-welcome")),
        ("query:records?actor=JPN", ("voa/kh-cospons",)),
        ("query:records?actor=PSE&issue=ukraine-war", ()),
    ],
)
def test_a_stored_query_is_run_again(cite: str, finds: tuple[str, ...]) -> None:
    assert tuple(sorted(found(article(), read_query(cite)))) == finds


def test_a_party_s_words_are_not_its_country_s() -> None:
    assert "voa/cnrp" not in found(article(), read_query("query:statements?actor=KHM"))
    assert found(article(), read_query("query:statements?actor=cnrp")) == ("voa/cnrp",)


@pytest.mark.parametrize(
    "cite",
    ["query:mood?actor=KHM", "query:votes?", "query:votes", "query:votes?about=x", "query:votes?actor=", "query:votes?actor=A&actor=B",
     "query:votes?actor=KHM&colour=red", "query:statements?actor=KHM&about=un-es-11-1", "query:recorded?since=soon&until=later", "query:recorded?since=2022-03-04T06:00:00&until=2022-03-05T06:00:00"],
)  # fmt: skip
def test_a_query_that_cannot_be_read_is_an_error(cite: str) -> None:
    with pytest.raises(BadQueryError):
        read_query(cite)


def test_a_roll_call_ends_the_silence() -> None:
    assert len(found(shipped(), read_query("query:votes?actor=KHM"))) == 9


# -- What sentences lean on


def rules(*objected: object) -> list[str]:
    return [getattr(o, "rule", "") for o in objected]


def test_he_needs_one_person_named_before() -> None:
    he = GOLD["position.short"].sentences[2]
    alone = submission("Cambodia", KHM, COSPONSORED, he)
    assert rules(*verify(alone, held(article(), alone), SKELETONS)) == ["C4"]


def test_the_move_needs_a_co_sponsorship_told_before() -> None:
    asked = GOLD["position.short"].sentences[1]
    alone = submission("Cambodia", KHM, asked)
    assert [o.sentence for o in verify(alone, held(article(), alone), SKELETONS)] == [asked.text]


def test_a_short_day_belongs_to_the_year_named_last() -> None:
    """After "2 March 2022", "3 March" is of 2022; after a day of another year it would be of that one."""
    quote = GOLD["position.long"].sentences[1]
    alone = submission("Cambodia", KHM, quote)
    assert verify(alone, held(article(), alone), SKELETONS) != ()
    dated = replace(quote, text=quote.text.replace("3 March", "3 March 2022"))
    alone = submission("Cambodia", KHM, dated)
    assert verify(alone, held(article(), alone), SKELETONS) == ()


def test_an_office_is_told_where_the_reader_can_see_whose_it_is() -> None:
    """In an answer about somebody else, "Prime Minister Hun Sen" alone leaves open of which state."""
    quote = said(GOLD["position.long"].sentences[1].text.replace("3 March", "3 March 2022"), "kh-msg")
    brief = submission("Vietnam", ("VNM",), quote)
    assert rules(*verify(brief, held(article(), brief), SKELETONS)) == ["C4"]


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("He said Cambodia could not remain silent.", True),
        ("He said he hoped Russia would understand.", True),
        ("He said Russia would understand.", False),
        ("He said he hoped Cambodia could not remain silent.", False),
        ("Prime Minister Hun Sen said Cambodia needed to take a clear position.", True),
        ("Prime Minister Hun Sen said he hoped Russia would understand.", True),
        ("Prime Minister Hun Sen said he hoped Russia would retreat.", False),
    ],
)
def test_a_hope_is_told_as_a_hope(text: str, true: bool) -> None:
    brief = submission("Cambodia", KHM, *GOLD["position.short"].sentences[:2], said(text, "kh-msg"))
    assert (verify(brief, held(article(), brief), SKELETONS) == ()) is true


def test_it_is_the_measure_told_of() -> None:
    lead, among = GOLD["event.short"].sentences[0], GOLD["event.short"].sentences[3]
    brief = submission("Aggression against Ukraine", ("un-es-11-1",), lead, among)
    assert verify(brief, held(article(), brief), SKELETONS) == ()
    other = replace(brief, title="The path to peace", subject=("un-es-11-8",))
    assert verify(other, held(article(), other), SKELETONS) != ()


# -- Footer


def test_a_brief_without_a_cited_sentence_proves_nothing() -> None:
    empty = Submission("Cambodia", (), "Sources to 4 Mar 2022", (), "", date(2022, 3, 4), KHM)
    assert "C10" in rules(*verify(empty, held(article(), empty), SKELETONS))


@pytest.mark.parametrize("change", ["text", "url", "records", "number", "more"])
def test_notes_hold_the_cited_records_and_no_others(change: str) -> None:
    brief = GOLD["position.line"]
    note = brief.notes[0]
    notes: dict[str, tuple[FooterNote, ...]] = {
        "text": (replace(note, text="AFP, 4 Mar 2022"),),
        "url": (replace(note, url="https://example.org"),),
        "records": (replace(note, records=note.records[:1]),),
        "number": (replace(note, number=2),),
        "more": (note, FooterNote(2, "VOA, 4 Mar 2022", note.url, ("voa/veto",))),
    }
    changed = replace(brief, notes=notes[change], paste="")
    assert set(rules(*verify(changed, held(article(), changed), SKELETONS))) == {"C10"}


def test_objections_name_the_condition_that_failed() -> None:
    wrong = replace(COSPONSORED, text=COSPONSORED.text.replace("141", "140"))
    brief = submission("Cambodia", KHM, wrong)
    (objection,) = verify(brief, held(article(), brief), SKELETONS)
    assert objection.rule == "C8"
    assert "tally($v, favour, n)" in objection.why


@pytest.mark.parametrize("month", range(1, 13))
def test_days_of_every_month_are_read_as_they_are_written(month: int) -> None:
    day = date(1989, month, 5)
    assert whole("tday", words("en").day_short(day)) == [day]
    assert whole("day", words("en").day(day)) == [day]
