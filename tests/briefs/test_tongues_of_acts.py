"""What sentences about acts ask of every language beside English: dates as exactly as they are known, verbs that agree
with who acted, and curators' wording that depends on how it is told."""

from __future__ import annotations

from datetime import date

import pytest

from briefs.codebook import Precision
from briefs.proof.case import Brief, Case, Focus
from briefs.proof.lexicon import Mention, lexicon_of
from briefs.proof.skeletons import SkeletonError, read_skeletons
from briefs.proof.subjects import Doer, When
from briefs.proof.submission import Submission
from briefs.proof.tongues.agreement import form_of
from briefs.proof.tongues.registry import slots_of
from briefs.records import Span
from briefs.tongues import NOT_TOLD, Tables, told_in
from briefs.wording.catalogue import words
from briefs.wording.pen import Pen
from tests.archives import shipped

NOTHING = Submission("", (), "", (), "", date(2026, 1, 1), ("KHM",))
WHENS = {
    "fr": {
        Precision.DAY: "le 3 juin 2023",
        Precision.WEEK: "dans la semaine du 5 juin 2023",
        Precision.MONTH: "en juin 2023",
        Precision.YEAR: "en 2023",
        Precision.NO_LATER_THAN: "au plus tard le 3 juin 2023",
    },
    "es": {
        Precision.DAY: "el 3 de junio de 2023",
        Precision.WEEK: "en la semana del 5 de junio de 2023",
        Precision.MONTH: "en junio de 2023",
        Precision.YEAR: "en 2023",
        Precision.NO_LATER_THAN: "a más tardar el 3 de junio de 2023",
    },
    "km": {
        Precision.DAY: "កាលពីថ្ងៃទី 3 ខែមិថុនា ឆ្នាំ 2023",
        Precision.WEEK: "ក្នុងសប្តាហ៍ថ្ងៃទី 5 ខែមិថុនា ឆ្នាំ 2023",
        Precision.MONTH: "ក្នុងខែមិថុនា ឆ្នាំ 2023",
        Precision.YEAR: "ក្នុងឆ្នាំ 2023",
        Precision.NO_LATER_THAN: "មិនក្រោយថ្ងៃទី 3 ខែមិថុនា ឆ្នាំ 2023",
    },
}
LAST = {Precision.WEEK: date(2023, 6, 11), Precision.MONTH: date(2023, 6, 30), Precision.YEAR: date(2023, 12, 31)}
"""The last day of each; of the others it is the third of June."""


def case(language: str, text: str, focus: Focus | None = None) -> Case:
    archive = told_in(shipped(), language)
    return Case(Brief(NOTHING, archive, lexicon_of(archive.register)), focus or Focus(), text)


@pytest.mark.parametrize(("language", "precision"), [(lang, each) for lang, said in WHENS.items() for each in said])
def test_a_date_is_written_and_read_as_exactly_as_it_is_known(language: str, precision: Precision) -> None:
    monday = date(2023, 6, 5) if precision is Precision.WEEK else None
    last, said = LAST.get(precision, date(2023, 6, 3)), WHENS[language][precision]
    pen = Pen(told_in(shipped(), language), words(language))
    assert pen.when(Span(monday, last, precision), "date").text == said
    read = slots_of(language)["when"]
    for text, at in ((f"{said[:1].upper()}{said[1:]}, Cuba", 0), (f"X {said}, Cuba", 2)):
        assert (at + len(said), When(precision, monday or last)) in list(read(case(language, text), text, at))
    small = [f"{said}, Cuba"] if said[:1].islower() else []
    for text in (*small, f"{said}4"):
        assert not [end for end, _ in read(case(language, text), text, 0) if end >= len(said)], text


@pytest.mark.parametrize(
    ("doer", "form"),
    [
        (Doer(("FRA",)), "fs"),
        (Doer(("FRA", "BRA")), "mp"),
        (Doer(("FRA", "CHE")), "fp"),
        (Doer(countries=13), "ms"),
        (Doer(mention=Mention("hun-sen")), "ms"),
        (Doer(("FRA",), owner="eu"), "fs"),
        (Doer(party="cnrp"), "ms"),
        (Doer(together=(Doer(("FRA",)), Doer(mention=Mention("grandi")))), "mp"),
        (Doer(pronoun="he"), "ms"),
        (Doer(pronoun="they"), "mp"),
    ],
)
def test_a_verb_agrees_with_all_who_acted(doer: Doer, form: str) -> None:
    """In French all four differ."""
    assert form_of(case("fr", "", Focus(person="hun-sen")), doer) == form


def test_a_phrase_has_each_form_of_its_verb_that_its_language_asks_for() -> None:
    line = "deed.mediate\t[{}]\tact($e,mediate); no_object($e)"
    read = read_skeletons("es", line.format("medió|mediaron|mediar|mediado|si mediar"))
    assert {place: phrase.text for place, (phrase,) in read.by_place.items()} == {
        "deed_one": "medió", "deed_many": "mediaron", "deed_inf": "mediar", "deed_had": "mediado",
        "deed_ing": "si mediar",
    }  # fmt: skip
    with pytest.raises(SkeletonError, match="deed_one, deed_many, deed_inf"):
        read_skeletons("es", line.format("medió|mediar|mediado|mediando"))
    with pytest.raises(SkeletonError, match="deed, deed_inf, deed_had, deed_ing"):
        read_skeletons("en", line.format("mediated|mediated|mediate|mediated|mediating"))


def test_what_is_hoped_or_denied_may_be_told_in_other_words_than_what_is_said() -> None:
    lines = {("says", "it rained"): "llovía", ("hopes", "it rained"): "lloviera", ("says", "it froze"): "helaba"}
    tables = Tables({}, {}, lines)
    assert tables.word("hopes", "it rained", "says") == "lloviera"
    assert tables.word("hopes", "it froze", "says") == "helaba"
    assert tables.word("denies", "it snowed", "says") == f"{NOT_TOLD}it snowed"


def whole(language: str, slot: str, text: str, focus: Focus | None = None, at: int = 0) -> list[object]:
    """What a slot makes of the text up to its end."""
    held = case(language, text, focus)
    return [value for end, value in slots_of(language)[slot](held, text, at) if end == len(text)]


@pytest.mark.parametrize(
    ("slot", "text", "meant"),
    [
        ("share_against", "los 5 en contra", [(5, 5)]),
        ("share_against", "el único en contra", [(1, 1)]),
        ("share_against", "los 1 en contra", []),
        ("share_against", "2 de los 5 en contra", [(2, 5)]),
        ("share_against", "5 de los 5 en contra", []),
        ("share_against", "0 de los 5 en contra", []),
        ("share_against", "ninguno de los 5 en contra", [(0, 5)]),
        ("share_against", "ninguno de los 0 en contra", []),
        ("share_against", "los 5 a favor", []),
        ("share_abstained", "la única abstención", [(1, 1)]),
        ("share_abstained", "2 de las 35 abstenciones", [(2, 35)]),
        ("share_abstained", "2 de los 35 abstenciones", []),
    ],
)
def test_how_many_a_source_names_is_read_as_spanish_counts(slot: str, text: str, meant: list[object]) -> None:
    assert whole("es", slot, text) == meant


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("es", "2 millones de", [(2_000_000, None)]),
        ("es", "1 millón de", [(1_000_000, None)]),
        ("es", "1 millones de", []),
        ("es", "2 millón de", []),
        ("es", "2 000 000", []),
        ("es", "2 000 001", [(2_000_001, None)]),
        ("es", "12 345 678", [(12_345_678, None)]),
        ("es", "1200", [(1200, None)]),
        ("fr", "1 200", [(1200, None)]),
        ("fr", "2 000 000", [(2_000_000, None)]),
    ],
)
def test_whole_millions_are_written_as_one_says_them(language: str, text: str, meant: list[object]) -> None:
    assert whole(language, "count", text) == meant
    if meant:
        assert words(language).number(meant[0][0]) == text  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "focus", "meant"),
    [
        ("Noruega dijo", None, [Doer(("NOR",))]),
        ("Noruega dijeron", None, []),
        ("Noruega y Laos dijeron", None, [Doer(("NOR", "LAO"))]),
        ("Noruega y Laos dijo", None, []),
        ("Dijo", Focus(person="hun-sen"), [Doer(pronoun="he")]),
        ("Dijeron", Focus(person="hun-sen"), []),
        ("Dijo", None, []),
    ],
)
def test_who_spoke_is_read_with_the_verb_and_whoever_spoke_last_without_a_name(
    text: str, focus: Focus | None, meant: list[object]
) -> None:
    assert whole("es", "sayer_said", text, focus) == meant
    if focus:
        assert whole("es", "sayer_said", f"y {text}", focus, at=2) == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Camboya copatrocinó y Vietnam se abstuvo", [(("KHM", "cosponsor", None), ("VNM", "abstained", None))]),
        ("Camboya copatrocinaron y Vietnam se abstuvo", []),
        ("Camboya copatrocinó y Vietnam se abstuvieron", []),
        ("Singapur, según Francia, copatrocinó", [(("SGP", "cosponsor", "FRA"),)]),
        ("Singapur, según Francia, copatrocinaron", []),
    ],
)
def test_stances_agree_each_with_its_own_actor(text: str, meant: list[object]) -> None:
    assert whole("es", "stances", text) == meant


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("លើរុស្ស៊ី", True),
        ("លើ រុស្ស៊ី", False),
        ("លើ A/RES/ES-11/1 («Aggression against Ukraine»)", True),
        ("លើA/RES/ES-11/1 («Aggression against Ukraine»)", False),
        ("លើ  A/RES/ES-11/1 («Aggression against Ukraine»)", False),
    ],
)
def test_khmer_words_stand_together_and_another_script_apart(text: str, read: bool) -> None:
    assert bool(whole("km", "thing_set", text, at=len("លើ"))) is read


@pytest.mark.parametrize(
    ("language", "party", "ended", "unended"),
    [
        ("en", "the Cambodia National Rescue Party, the exiled opposition", ".", " condemned"),
        ("es", "el Partido de Rescate Nacional de Camboya, oposición en el exilio", ";", " condenó"),
        ("km", "Filippo Grandi, ឧត្តមស្នងការអង្គការសហប្រជាជាតិទទួលបន្ទុកជនភៀសខ្លួន", "។", " បានសរសើរ"),
    ],
)
def test_a_comma_falls_away_only_where_the_clause_ends(language: str, party: str, ended: str, unended: str) -> None:
    read = slots_of(language)["thing"]
    lengths = ((ended, len(party)), (unended, 0), (f",{unended}", len(party) + 1), (f",{ended}", len(party)))
    for after, length in lengths:
        text = f"X {party}{after}"
        ends = [end - 2 for end, _ in read(case(language, text), text, 2) if end - 2 >= len(party)]
        assert max(ends, default=0) == length, text
