# ruff: noqa: E501  (one case a line)
"""Slots word by word: each reads the one right form of its kind, in each language, and nothing that is nearly it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from briefs.codebook import Precision, VoteOption
from briefs.history import Revision
from briefs.proof import Submission, load_skeletons, read_skeletons
from briefs.proof.case import Brief, Case, Focus
from briefs.proof.lexicon import Closing, Lookup, lexicon_of
from briefs.proof.matching import Phrases, match
from briefs.proof.subjects import Doer, Thing, When
from briefs.proof.tallies import EVERY
from briefs.proof.tongues.agreement import form_of
from briefs.proof.tongues.registry import slots_of
from briefs.tongues import told_in
from tests.archives import shipped, specimens

F, A, B, X = VoteOption.FAVOUR, VoteOption.AGAINST, VoteOption.ABSTAINED, VoteOption.ABSENT
ES_1, ES_3 = "un-es-11-1", "un-es-11-3"
SOME = "7 of the 9 roll calls (77.8%)"


def case(lang: str, text: str, *cites: str, focus: Focus | None = None) -> Case:
    archive = told_in(specimens() if any(cite.startswith("gazette") for cite in cites) else shipped(), lang)
    nothing = Submission("", (), "", (), "", date(2026, 1, 1), ("KHM",))
    brief = Brief(nothing, archive, lexicon_of(archive.register))
    made = Case(brief, focus or Focus(), text, {cite: archive.events[cite] for cite in cites})
    made.phrases = Phrases(load_skeletons(lang))
    return made


def meant(lang: str, slot: str, text: str, *cites: str, focus: Focus | None = None) -> list[object]:
    """What the slot makes of the whole text."""
    return [
        value for end, value in slots_of(lang)[slot](case(lang, text, *cites, focus=focus), text, 0) if end == len(text)
    ]


# -- English


@pytest.mark.parametrize(
    ("slot", "text", "value"),
    [
        ("share_of", SOME, (7, 9)),
        ("share_of", "7 of the 9 roll calls (77.7%)", None),
        ("share_of", "9 of the 9 roll calls (100.0%)", None),
        ("share_of", "all 9 roll calls", (9, 9)),
        ("share_of", "all 1 roll calls", None),
        ("share_of", "the one roll call", (1, 1)),
        ("roll_calls", "the 1 roll calls", None),
        ("often", "twice", 2),
        ("often", "2 times", None),
        ("often", "often", None),
        ("index", "0.934", 934),
        ("index", "0.93", None),
        ("ranks", "Laos (2 of its 30 votes, 6.7%) and Vietnam (1 of its 1 vote, 100.0%)", (("LAO", 2, 30), ("VNM", 1, 1))),
        ("ranks", "Laos (2 of its 30 vote, 6.7%)", None),
        ("ranks", "Laos", None),
        ("moves", "2 members that had abstained voted against", ((B, A, 2, None),)),
        ("moves", "2 members voted against", None),
        ("turn_counts", "11 records added and 1 corrected", (("added", 11), ("corrected", 1))),
        ("turn_counts", "0 records added", None),
        ("holding", "12 roll calls and 9 other records", (12, 9)),
        ("holding", "12 roll calls and 9 records", None),
        ("holding", "1 roll calls", None),
        ("holding", "nothing", None),
        ("times", "voted in favour in 6 and abstained in 2", ((F, 6), (B, 2))),
        ("times", "abstained in 2 and voted in favour in 6", None),
        ("times_one", "abstained", ((B, 1),)),
        ("times_one", "slept", None),
        ("share_first", "voted in favour in 6", ((F, 6),)),
        ("share_first", "voted in favour in 0", None),
        ("share", "none of the 141", (0, 141)),
        ("share", "some of the 141", None),
        ("split_prose", "2 voted in favour and 6 abstained", ((F, 2, None), (B, 6, None))),
        ("split_prose", "6 abstained and 2 voted in favour", None),
        ("stances", "Singapore, the United States said, co-sponsored", (("SGP", "cosponsor", "USA"),)),
        ("stances", "Singapore, the United States, co-sponsored", None),
        ("same_votes", "both in favour: A/RES/ES-11/1", ("both", ((F, (ES_1,)),))),
        ("same_votes", "both in favour, A/RES/ES-11/1", None),
        ("same_votes", "in favour: A/RES/ES-11/1", None),
        ("citations", "VOA, 4 Mar 2022, https://x.example (voa/vote)", (("VOA", date(2022, 3, 4), "https://x.example", ("voa/vote",)),)),
        ("citations", "VOA, 4 Mar 2022", None),
        ("thens", "Laos and Laos", None),
        ("bare_list", "Laos, Vietnam", ("LAO", "VNM")),
        ("bare_list", "Laos, Laos", None),
        ("doer", "Laos and Laos", None),
        ("doer", "Laos, on behalf of ASEAN,", Doer(("LAO",), owner="asean")),
        ("doer", "Laos, on behalf of ASEAN", None),
        ("target", "the United States", "USA"),
        ("target", "the Cambodia National Rescue Party, the exiled opposition", "cnrp"),
        ("target", "the Cambodia National Rescue Party, the exiled opposition,", None),
        ("target", "the Cambodia National Rescue Party", None),
        ("target", "Hun Sen", "hun-sen"),
        ("target", "Prime Minister Hun Sen", None),
        ("pronoun", "Hun Sen", "hun-sen"),
        ("pronoun", "Prime Minister Hun Sen", None),
        ("thing", "A/RES/ES-11/1 (Aggression against Ukraine)", Thing("text", ES_1)),
        ("thing", "A/RES/ES-11/3 (Aggression against Ukraine)", None),
        ("thing", "A/RES/ES-11/1 (Aggression against Ukraine", None),
        ("thing", "the draft resolution (Aggression against Ukraine)", Thing("draft", ES_1)),
        ("thing", "the draft resolution (Aggression against Ukraine", None),
        ("thing", "the statement by Laos of 1 May 2024", Thing("statement", ("LAO", date(2024, 5, 1)))),
        ("thing", "the statement by Laos on 1 May 2024", None),
        ("thing", "the statement by Laos of 31 June 2024", None),
        ("thing", "the statement by Laos of yesterday", None),
    ],
)  # fmt: skip
def test_a_slot_reads_its_one_right_form(slot: str, text: str, value: object) -> None:
    assert meant("en", slot, text) == ([] if value is None else [value])


def test_a_condition_and_a_medium_are_read_in_the_record_s_own_words() -> None:
    conditional = next(e for e in specimens().published if e.condition)
    assert conditional.condition is not None
    assert meant("en", "condition", conditional.condition, conditional.id) == [conditional.condition]
    assert meant("en", "condition", "others did not", conditional.id) == []
    formed = next(e for e in specimens().published if e.form and e.id.startswith("gazette/"))
    assert meant("en", "medium", "a rumour", formed.id) == []


@pytest.mark.parametrize(
    ("before", "read"),
    [
        ("It condemned A/RES/ES-11/1 (Aggression against Ukraine); it had praised ", [Thing("text", ES_1)]),
        ("It condemned the draft resolution (Aggression against Ukraine); it had praised ", [Thing("draft", ES_1)]),
        ("It condemned A/RES/ES-11/1 (Aggression against Ukraine) and the draft resolution (The path to peace); it had praised ", []),
        ("It condemned A/RES/ES-11/1 (Aggression against Ukraine); it waited; it had praised ", []),
        ("It condemned A/RES/ES-11/1 (Aggression against Ukraine) and had praised ", []),
        ("It condemned them; it had praised ", []),
    ],
)  # fmt: skip
def test_the_text_is_the_one_that_the_half_before_the_semicolon_named(before: str, read: list[Thing]) -> None:
    text = f"{before}the text"
    assert [v for end, v in slots_of("en")["thing"](case("en", text), text, len(before)) if end == len(text)] == read


# -- Other languages

FR, ES, KM = "fr", "es", "km"


@pytest.mark.parametrize(
    ("lang", "slot", "text", "value"),
    [
        (FR, "int", "1 204", 1204),
        (FR, "int", "1,204", None),
        (ES, "int", "1204", 1204),
        (FR, "n_abstentions", "0 abstention", 0),
        (FR, "n_abstentions", "1 abstentions", None),
        (FR, "n_abstentions", "beaucoup d'abstentions", None),
        (FR, "percent", "66,7 %", 667),
        (FR, "percent", "66.7 %", None),
        (FR, "index", "0,934", 934),
        (FR, "index", "0.934", None),
        (FR, "times", "a voté pour dans 6 et s'est abstenu dans 2", ((F, 6), (B, 2))),
        (FR, "times", "s'est abstenu dans 2 et a voté pour dans 6", None),
        (FR, "times", "a voté pour dans 0", None),
        (FR, "times", "a voté pour 6", None),
        (FR, "times", "a voté pour dans chacun", ((F, EVERY),)),
        (FR, "times", "n'a pas participé au vote dans chacun", None),
        (FR, "times", "n'a participé à aucun", ((X, EVERY),)),
        (FR, "share_rest", " et s'est abstenu dans 2", ((B, 2),)),
        (FR, "share_rest", ", s'est abstenu dans 2", None),
        (FR, "share_rest", "", ()),
        (FR, "share_first", "a voté pour", None),
        (FR, "share_first", "a voté pour dans 6", ((F, 6),)),
        (FR, "votes", "contre A/RES/ES-11/1 et abstention sur A/RES/ES-11/3", ((A, (ES_1,)), (B, (ES_3,)))),
        (FR, "votes", "abstention sur A/RES/ES-11/3 et contre A/RES/ES-11/1", None),
        (FR, "split", "8 pour, 2 abstentions", ((F, 8, None), (B, 2, None))),
        (FR, "split", "2 abstentions, 8 pour", None),
        (FR, "split_prose", "8 pour et 2 abstentions", ((F, 8, None), (B, 2, None))),
        (FR, "of_calls", "7 des 9 votes nominaux", (7, 9)),
        (FR, "of_calls", "9 des 9 votes nominaux", None),
        (FR, "of_calls", "les 9 votes nominaux", (9, 9)),
        (FR, "share_of", "7 des 9 votes nominaux (77,8 %)", (7, 9)),
        (FR, "share_of", "7 des 9 votes nominaux (77,7 %)", None),
        (FR, "share_of", "7 des 9 votes nominaux", None),
        (FR, "share_of", "9 des 9 votes nominaux (100,0 %)", None),
        (FR, "ranks", "le Laos (2 votes sur 30, 6,7 %)", (("LAO", 2, 30),)),
        (FR, "ranks", "le Laos (2 votes sur 30, 6,6 %)", None),
        (FR, "ranks", "le Laos (2 votes)", None),
        (FR, "ranks", "le Laos", None),
        (FR, "ranks", "le Laos (aucun vote)", None),
        (FR, "moves", "1 membre qui s'était abstenu a voté contre", ((B, A, 1, None),)),
        (FR, "moves", "2 membres qui s'étaient abstenus ont voté contre", ((B, A, 2, None),)),
        (FR, "moves", "1 membres qui s'étaient abstenus ont voté contre", None),
        (FR, "moves", "2 membres qui s'étaient abstenus : ont voté contre", None),
        (FR, "opposed", "Dans aucun, l'un n'a voté pour et l'autre contre", 0),
        (FR, "opposed", "Dans 2, l'un a voté pour et l'autre contre", 2),
        (FR, "opposed", "Dans 0, l'un a voté pour et l'autre contre", None),
        (FR, "holding", "12 votes nominaux et 9 autres actes", (12, 9)),
        (FR, "holding", "12 votes nominaux et 9 actes", None),
        (FR, "holding", "12 votes nominaux", (12, 0)),
        (FR, "holding", "9 actes", (0, 9)),
        (FR, "holding", "0 vote nominal", None),
        (FR, "turn_counts", "11 ajoutées et 1 corrigée", (("added", 11), ("corrected", 1))),
        (FR, "turn_counts", "0 ajoutée", None),
        (FR, "known", "5 mars 2022 à 10:30 UTC", datetime(2022, 3, 5, 10, 30, tzinfo=UTC)),
        (FR, "known", "5 mars 2022", datetime(2022, 3, 5, 23, 59, 59, 999999, tzinfo=UTC)),
        (FR, "known", "5 mars 2022 à midi", None),
        (FR, "when", "Le 3 mars 2022", When(Precision.DAY, date(2022, 3, 3))),
        (FR, "when", "le 3 mars 2022", None),
        (FR, "when", "En mars 2022", When(Precision.MONTH, date(2022, 3, 31))),
        (FR, "when", "En 2022", When(Precision.YEAR, date(2022, 12, 31))),
        (FR, "when", "Hier", None),
        (FR, "day", "1er mars 2022", date(2022, 3, 1)),
        (FR, "day", "1 mars 2022", None),
        (FR, "day", "31 juin 2022", None),
        (FR, "day", "31 mars", None),
        (FR, "weekday", "Jeudi 3 mars 2022", date(2022, 3, 3)),
        (FR, "weekday", "Lundi 3 mars 2022", None),
        (FR, "weekday", "3 mars 2022", None),
        (FR, "thens", "le Laos et le Laos", None),
        (FR, "actors", "Le Laos et le Vietnam", ("LAO", "VNM")),
        (FR, "actors", "Le Laos et le Laos", None),
        (FR, "of", "du Laos", "LAO"),
        (FR, "issue_within", "la guerre de la Russie contre l'Ukraine", "ukraine-war"),
        (FR, "issue_within", "La guerre de la Russie contre l'Ukraine", None),
        (FR, "thing_of", "de la Russie", Thing("actor", "RUS")),
        (FR, "thing_of", "du Cambodge", Thing("actor", "KHM")),
        (FR, "thing_of", "de le Cambodge", None),
        (FR, "thing_of", "d'Israël", Thing("actor", "ISR")),
        (FR, "thing_of", "de Israël", None),
        (FR, "thing", "la déclaration du Laos en date du 1er mai 2024", Thing("statement", ("LAO", date(2024, 5, 1)))),
        (FR, "thing", "la déclaration du Laos du 1er mai 2024", None),
        (ES, "thing_obj", "a Rusia", Thing("actor", "RUS")),
        (ES, "thing_obj", "Rusia", None),
        (ES, "thing_obj", "el proyecto de resolución («Aggression against Ukraine»)", Thing("draft", ES_1)),
        (ES, "thing_obj", "a el proyecto de resolución («Aggression against Ukraine»)", None),
        (ES, "thing_obj", "al proyecto de resolución («Aggression against Ukraine»)", None),
        (ES, "day", "3 de marzo de 2022", date(2022, 3, 3)),
        (ES, "share_against", "el único en contra", (1, 1)),
        (ES, "share_against", "los 5 en contra", (5, 5)),
        (ES, "share_against", "los 1 en contra", None),
        (ES, "share_abstained", "2 de las 35 abstenciones", (2, 35)),
        (ES, "share_abstained", "40 de las 35 abstenciones", None),
        (ES, "share_favour", "ninguno de los 141 a favor", (0, 141)),
        (ES, "share_favour", "ninguno de los 0 a favor", None),
        (ES, "stances", "Camboya copatrocinó y Vietnam se abstuvo", (("KHM", "cosponsor", None), ("VNM", "abstained", None))),
        (ES, "stances", "Singapur, según Estados Unidos, copatrocinó", (("SGP", "cosponsor", "USA"),)),
        (ES, "stances", "Singapur, según Estados Unidos copatrocinó", None),
        (ES, "stances", "Singapur copatrocinaron", None),
        (ES, "sayer_said", "Noruega dijo", Doer(("NOR",))),
        (ES, "sayer_said", "Noruega dijeron", None),
        (KM, "day", "3 ខែមីនា ឆ្នាំ 2022", date(2022, 3, 3)),
    ],
)  # fmt: skip
def test_a_slot_reads_the_words_of_its_language(lang: str, slot: str, text: str, value: object) -> None:
    assert meant(lang, slot, text) == ([] if value is None else [value])


@pytest.mark.parametrize(("lang", "text", "word"), [(FR, "Laos et Cuba", "et"), (ES, "Laos y Cuba", "y"), (ES, "Laos y India", ""), (FR, "Laos, Cuba", "")])  # fmt: skip
def test_and_stands_between_two_blanks_in_the_form_before_what_follows(lang: str, text: str, word: str) -> None:
    assert [value for _, value in slots_of(lang)["and"](case(lang, text), text, 5)] == ([word] if word else [])


def test_a_number_of_a_record_is_read_with_the_record_s_own_word_for_how_exactly() -> None:
    event = specimens().events["wire/later-vote"]
    for lang, text, told in (("en", "About 90", (90, "about")), ("fr", "Des 90", None), ("es", "90", (90, None))):
        made = replace(case(lang, text), events={event.id: event})
        read = [value for end, value in slots_of(lang)["count"](made, text, 0) if end == len(text)]
        assert read == ([told] if told else []), text


def test_who_spoke_is_left_out_in_spanish_where_it_is_the_one_person_named_last() -> None:
    hun_sen = Focus(person="hun-sen")
    assert meant(ES, "sayer_said", "Dijo", focus=hun_sen) == [Doer(pronoun="he")]
    assert meant(ES, "sayer_said", "Dijeron", focus=hun_sen) == []
    assert meant(ES, "sayer_said", "Dijo") == []


def test_millions_are_told_with_their_word_in_spanish_and_no_other_way() -> None:
    text = {"2 millones de": (2_000_000, None), "1 millón de": (1_000_000, None), "2 000 000": None, "1 204": None, "12 040": (12_040, None), "muchos": None}  # fmt: skip
    for words, value in text.items():
        assert meant(ES, "count", words) == ([] if value is None else [value]), words


# -- Forms that agree


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("La France a voté pour A/RES/ES-11/1.", True),
        ("La France ont voté pour A/RES/ES-11/1.", False),
        ("Les États-Unis ont voté pour A/RES/ES-11/1.", True),
        ("La France et la Suisse se sont abstenues sur A/RES/ES-11/1.", True),
        ("La France et la Suisse se sont abstenus sur A/RES/ES-11/1.", False),
        ("La France et le Laos se sont abstenus sur A/RES/ES-11/1.", True),
        ("Filippo Grandi s'est abstenu sur A/RES/ES-11/1.", True),
        ("Filippo Grandi s'est abstenue sur A/RES/ES-11/1.", False),
    ],
)
def test_a_verb_is_read_only_in_the_form_of_whom_it_is_about(text: str, right: bool) -> None:
    signed = read_skeletons("fr", "own.one\t{a:actors} {o:did_on} {m:symbol}.\tsubject(a); asked_option(o); asked_about(m)\n"
                                  "own.two\t{a:person} {o:did_on} {m:symbol}.\tsubject(a); asked_option(o); asked_about(m)")  # fmt: skip
    read = [env for skeleton in signed.by_place["claim"] for env in match(case(FR, text), skeleton, 0)]
    assert bool(read) is right


@pytest.mark.parametrize(
    ("who", "form"),
    [
        (Doer(countries=7), "ms"),
        (Doer(pronoun="they"), "mp"),
        (Doer(pronoun="he"), "ms"),
        (Doer(("FRA",)), "fs"),
        (("FRA", "CHE"), "fp"),
        (("FRA", "LAO"), "mp"),
        ("nobody", "ms"),
    ],
)
def test_gender_and_number_are_those_of_all_who_are_named(who: object, form: str) -> None:
    assert form_of(case(FR, "", focus=Focus(person="hun-sen")), who) == form


def test_how_it_was_done_stands_before_the_phrase_or_behind_it_and_only_where_the_phrase_has_no_form() -> None:
    signed = read_skeletons("en", MANNERS)
    made = case("en", "signed boldly")
    found = {(made.text[:end], bool(deed.manner)) for end, deed in Phrases(signed).read(made, "deed", 0)}  # type: ignore[attr-defined]
    assert found == {("signed", False), ("signed boldly", True)}
    for text, told in (("gladly signed", 1), ("gladly sealed", 0), ("sealed boldly", 0)):
        made = case("en", text)
        read = [deed for end, deed in Phrases(signed).read(made, "deed", 0) if end == len(text)]
        assert len(read) == told, text


MANNERS = """deed.sign\t[signed|sign|signed|signing]\tact($e,sign); no_object($e)
deed.seal\t[sealed|seal|sealed|sealing]\tact($e,ratify); no_object($e); form($e,?f)
manner.glad\tgladly \tact($e,?k); form($e,glad)
manner.bold\t boldly\tact($e,?k); form($e,bold)"""


def test_a_skeleton_reads_no_text_that_begins_otherwise() -> None:
    signed = read_skeletons("en", "own.one\tSo it was.\tsubject(?a)")
    read = [len(list(match(case("en", text), signed.by_place["claim"][0], 0))) for text in ("So it was.", "It was.")]
    assert read == [1, 0]


# -- Dictionaries


def test_an_empty_string_is_no_entry_and_the_same_entry_twice_is_one() -> None:
    held: Lookup[int] = Lookup()
    for text, value in (("", 1), ("Laos", 2), ("Laos", 2), ("Lao", 3)):
        held.add(text, value)
    assert list(held.at("Laos", 0)) == [(4, 2), (3, 3)]
    assert list(held.at("Laos", 4)) == []


def test_a_comma_at_the_end_falls_away_only_before_what_closes_the_clause() -> None:
    held: Closing[int] = Closing()
    held.add("the exiled opposition,", 1)
    assert [end for end, _ in held.at("the exiled opposition, said", 0, (".",))] == [22]
    assert [end for end, _ in held.at("the exiled opposition.", 0, (".",))] == [21]
    assert [end for end, _ in held.at("the exiled opposition said", 0, (".",))] == []
    assert [end for end, _ in held.at("the exiled opposition.", 0)] == []


def test_an_office_that_begins_with_a_vowel_has_the_short_article_in_french() -> None:
    register = told_in(shipped(), FR).register
    person = register.actors["grandi"]
    role = replace(person.roles[0], title="envoyé spécial")
    made = lexicon_of(replace(register, actors={**register.actors, "grandi": replace(person, roles=(role,))}))
    assert [m.role for _, m in made.persons["person"].at("l'envoyé spécial Filippo Grandi", 0)] == ["envoyé spécial"]
    assert list(made.persons["person"].at("le envoyé spécial Filippo Grandi", 0)) == []


def test_ids_of_cited_revisions_are_read_in_french_as_they_stand() -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    made = replace(case(FR, "a/1 et a/2"), revisions={id_: Revision(id_, at, None) for id_ in ("a/1", "a/2")})
    assert [v for end, v in slots_of(FR)["turned"](made, made.text, 0) if end == 10] == [("a/1", "a/2")]
