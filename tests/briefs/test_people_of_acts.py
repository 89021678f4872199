"""Persons, parties and those who act for others, as each language prints them: what the writer writes of every invented
record the prover reads, and as nobody else. A wording without a translation makes the answer English; a person whose
gender nobody has recorded is not guessed at."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import submission
from briefs.codebook import ActorKind, Length
from briefs.proof import about_deeds, load_skeletons, verify
from briefs.proof.case import Brief, Case, Focus
from briefs.proof.lexicon import lexicon_of
from briefs.proof.subjects import Doer, Link, Thing
from briefs.proof.submission import Submission
from briefs.proof.tongues.registry import slots_of
from briefs.records import EventRecord, Role
from briefs.tongues import NOT_TOLD, told_in
from briefs.wording import deeds, doers
from briefs.wording.catalogue import words
from briefs.wording.pen import Pen, capital
from tests.archives import specimens

TODAY = date(2026, 1, 1)
EVERYBODY = Submission("", (), "", (), "", TODAY, ())
STOP = {"km": "។"}
"""What ends a sentence, where it is no point."""
every_language = pytest.mark.parametrize("language", ["en", "fr", "es", "km"])


def case(archive: Archive, text: str, *events: EventRecord) -> Case:
    held = {event.id: event for event in events}
    return Case(Brief(EVERYBODY, archive, lexicon_of(archive.register)), Focus(), text, held)


def pen(language: str) -> Pen:
    return Pen(told_in(specimens(), language), words(language))


@every_language
def test_whoever_acted_is_read_as_written_at_the_beginning_of_a_sentence_and_within_it(language: str) -> None:
    writer, read, kinds = pen(language), slots_of(language)["doer"], set()
    for event in (event for event in writer.archive.published if event.by):
        who = doers.subject(writer, event, start=False)
        assert who is not None, event.id
        within = who.name.text.replace(",,", ",")
        for before, name in (("", capital(within)), ("1: ", within)):
            for after in (" X", STOP.get(language, ".")) if name.endswith(",") and not event.on_behalf else (" X",):
                text = f"{before}{name}{after}".replace(",.", ".").replace(",។", "។")
                found = [
                    doer
                    for end, doer in read(case(writer.archive, text, event), text, len(before))
                    if isinstance(doer, Doer) and text.removesuffix(after) == text[:end]
                ]
                told = [doer for doer in found if about_deeds._is_doer(case(writer.archive, text), event, doer)]
                assert told, text
                kinds |= {name for doer in told for name in KINDS if getattr(doer, name)}
    assert kinds == set(KINDS)


KINDS = ("actors", "mention", "partisan", "party", "countries", "owner", "together")


@every_language
def test_whoever_it_was_done_to_is_read_as_written(language: str) -> None:
    writer = pen(language)
    event = next(e for e in writer.archive.published if e.act == "visit")
    for actor in writer.archive.register.actors.values():
        said = doers.somebody(writer, actor.id, event)
        for slot, function in SAID[language].items():
            line = f"… {writer.words.grammar.functions[function](said) if function else said} X"
            read = slots_of(language)[slot](case(writer.archive, line), line, 2)
            things = [told for end, told in read if end == len(line) - 2 and isinstance(told, Thing)]
            assert any(actor.id in (told.value, getattr(told.value, "person", "")) for told in things), line


SAID = {
    "en": {"thing": ""},
    "fr": {"thing": "", "thing_of": "OF", "thing_to": "AT"},
    "es": {"thing": "", "thing_of": "OF", "thing_to": "TO", "thing_obj": "TO"},
    "km": {"thing": "", "thing_set": "SET"},
}
"""Slots of things, and the function of the catalogue that writes what stands before them."""


@every_language
def test_a_chain_is_read_link_by_link(language: str) -> None:
    archive = replace(specimens(), wordings=CHAIN)
    writer = Pen(told_in(archive, language), words(language))
    event = writer.archive.events["gazette/chain"]
    slots = {name: slot.text for name, slot in deeds.through(writer, event).items()}
    text = f"… {CHAINED[language].format(**slots)}.".replace(",.", ".")
    read = [
        told
        for end, told in slots_of(language)["links"](case(writer.archive, text, event), text, 2)
        if end == len(text) - 1
    ]
    forms = [[link.form for link in links if isinstance(link, Link)] for links in read if isinstance(links, tuple)]
    assert forms == [[via.form for via in reversed(event.via)]]


CHAIN = {
    "fr": {("via", "interview"): "un entretien"},
    "es": {("via", "interview"): "una entrevista", ("via", "transcript"): "una transcripción"},
    "km": {("via", "interview"): "បទសម្ភាសន៍"},
}
CHAINED = {
    "en": "a {chain} released by {organ}",
    "fr": "{chain} diffusée par {organ}",
    "es": "{chain} difundida por {organ}",
    "km": "{chain} ដែលផ្សាយដោយ{organ}",
}


@pytest.mark.parametrize(
    ("language", "who", "told"),
    [
        ("fr", "hun-sen", "le Premier ministre du Cambodge, Hun Sen,"),
        ("fr", "grandi", "Filippo Grandi, haut-commissaire des Nations Unies pour les réfugiés,"),
        ("fr", "cnrp", "le Parti du salut national du Cambodge, opposition en exil,"),
        ("es", "hun-sen", "el primer ministro de Camboya, Hun Sen,"),
        ("es", "grandi", "Filippo Grandi, alto comisionado de las Naciones Unidas para los Refugiados,"),
        ("es", "cnrp", "el Partido de Rescate Nacional de Camboya, oposición en el exilio,"),
        ("en", "hun-sen", "Prime Minister Hun Sen of Cambodia"),
        ("km", "hun-sen", "នាយករដ្ឋមន្ត្រីកម្ពុជា ហ៊ុន សែន"),
        ("km", "balakrishnan", "រដ្ឋមន្ត្រីការបរទេសសិង្ហបុរី Vivian Balakrishnan"),
        ("km", "grandi", "Filippo Grandi, ឧត្តមស្នងការអង្គការសហប្រជាជាតិទទួលបន្ទុកជនភៀសខ្លួន,"),
        ("km", "cnrp", "គណបក្សសង្គ្រោះជាតិ (ក្រុមប្រឆាំងនិរទេស)"),
    ],
)
def test_offices_and_standings_read_as_a_desk_would_write_them(language: str, who: str, told: str) -> None:
    writer = pen(language)
    event = next(e for e in writer.archive.published if e.act == "visit")
    assert doers.somebody(writer, who, event) == told


def with_person(pronoun: str | None, title: str) -> Archive:
    """The specimens, with another person in an office of France."""
    archive = specimens()
    actors = dict(archive.register.actors)
    role = Role(title, "FRA", date(2000, 1, 1))
    actors["somebody"] = replace(actors["hun-sen"], id="somebody", name="Sam One", pronoun=pronoun, roles=(role,))
    own = {("role.she", "Envoy"): "envoyée spéciale", ("role", "Envoy"): "envoyé spécial"}
    own |= {("role.she", "Minister"): "ministre", ("role", "Minister"): "ministre"}
    return replace(archive, register=replace(archive.register, actors=actors), wordings={"fr": own})


@pytest.mark.parametrize(
    ("pronoun", "title", "told"),
    [
        ("he", "Minister", "le ministre de la France, Sam One,"),
        ("she", "Minister", "la ministre de la France, Sam One,"),
        ("he", "Envoy", "l'envoyé spécial de la France, Sam One,"),
        ("she", "Envoy", "l'envoyée spéciale de la France, Sam One,"),
    ],
)
def test_an_office_has_the_article_and_the_gender_of_who_holds_it(pronoun: str, title: str, told: str) -> None:
    archive = told_in(with_person(pronoun, title), "fr")
    said = Pen(archive, words("fr")).in_full(archive.register.actors["somebody"], date(2023, 6, 1), of=True)
    assert said == told
    line = f"… {said} X"
    [mention] = [m for end, m in slots_of("fr")["person_of"](case(archive, line), line, 2) if end == len(line) - 2]
    assert getattr(mention, "person", "") == "somebody"
    wrong = line.replace("le ministre", "la ministre").replace("la ministre", "le ministre", pronoun == "she")
    if wrong != line:
        assert not list(slots_of("fr")["person_of"](case(archive, wrong), wrong, 2))


@pytest.mark.parametrize("pronoun", [None, "they"])
def test_a_person_of_no_recorded_gender_is_told_in_english(pronoun: str | None) -> None:
    archive = with_person(pronoun, "Minister")
    assert told_in(archive, "fr").register.actors["somebody"].name.startswith(NOT_TOLD)
    assert told_in(archive, "km").register.actors["somebody"].name == "Sam One"
    assert all(a.kind is not ActorKind.PERSON or a.pronoun for a in specimens().register.actors.values())


MEASURES = {
    "en": ("Measures against Hun Sen", "Measures against the Cambodia National Rescue Party, the exiled opposition"),
    "fr": ("Mesures contre Hun Sen", "Mesures contre le Parti du salut national du Cambodge, opposition en exil"),
    "es": (
        "Medidas contra Hun Sen",
        "Medidas contra el Partido de Rescate Nacional de Camboya, oposición en el exilio",
    ),
    "km": ("វិធានការប្រឆាំងហ៊ុន សែន", "វិធានការប្រឆាំងគណបក្សសង្គ្រោះជាតិ (ក្រុមប្រឆាំងនិរទេស)"),
}


@every_language
def test_measures_against_a_person_and_a_party_with_its_standing_are_compared(language: str) -> None:
    archive, signed = told_in(specimens(), language), load_skeletons(language)
    made = briefing.told(
        specimens(), language, lambda a: briefing.compare(a, ("NOR", "KHM"), "specimen-strait", TODAY, Length.SHORT)
    )
    brief = submission(made.document, TODAY, ("NOR", "KHM", "specimen-strait"))
    assert verify(brief, archive, signed) == ()
    person, party = MEASURES[language]
    held = archive.register.actors["hun-sen"]
    role, name = held.roles[0].title, held.name
    wrongs = [(person, party), (party, person), (party, re.split(r", | \(", party)[0]), (party, f"{party},"),
              *((person, person.replace(name, f"{the}{role} {name}")) for the in ("", "le ", "el "))]  # fmt: skip
    for said, wrong in wrongs:
        sentences = tuple(replace(s, text=s.text.replace(said, wrong)) for s in brief.sentences)
        assert sentences != brief.sentences
        assert verify(replace(brief, sentences=sentences), archive, signed), wrong
