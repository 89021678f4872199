# ruff: noqa: E501  (a rewrite is read as one line)
"""What is signed as one and told in two sentences or three, in other languages than English: the chain that words came
through, what a count leaves out, the newest roll call. It is proved as it is told, and refused when a part is left out,
said of something else or false."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import pytest

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import submission
from briefs.codebook import Length
from briefs.proof import Sentence, Submission, load_skeletons, verify
from briefs.tongues import told_in
from tests.archives import imported, shipped
from tests.briefs.questions import Make
from tests.briefs.test_every_form_in_languages import WORDS
from tests.golden.test_accounts import TODAY as CHAINED
from tests.golden.test_accounts import differing

TODAY = date(2026, 11, 23)


@dataclass(frozen=True, slots=True)
class Told:
    """An answer that holds the sentence."""

    archive: Archive
    make: Make
    as_of: date
    subject: tuple[str, ...]


def chained(**forms: Mapping[str, str]) -> Told:
    """Words that came through an interview, a transcript and a recording; `forms`: what a recording is called."""
    words = {
        language: {**made, ("via", "recording"): forms.get(language, {}).get("recording", made["via", "recording"])}
        for language, made in WORDS.items()
    }
    return Told(
        replace(differing(), wordings=words),
        lambda a: briefing.event(a, "wire/chain", CHAINED, Length.SHORT),
        CHAINED,
        ("wire/chain",),
    )


@cache
def answers() -> Mapping[str, Told]:
    def voting(archive: Archive, who: str, issue: str, length: Length) -> Told:
        return Told(archive, lambda a: briefing.position(a, who, issue, TODAY, length), TODAY, (who, issue))

    both, before = ("KHM", "VNM"), date(1995, 1, 1)
    return {
        "chain": chained(),
        "message": chained(fr={"recording": "un message audio"}, es={"recording": "un mensaje de audio"}),
        "rest": voting(imported(), "COD", "palestine", Length.SHORT),
        "line": voting(imported(), "COD", "palestine", Length.LINE),
        "moved": Told(imported(), lambda a: briefing.position(a, "ARE", None, before, Length.SHORT), before, ("ARE",)),
        "newest": voting(shipped(), "SSD", "ukraine-war", Length.LINE),
        "newest day": voting(shipped(), "BHS", "ukraine-war", Length.LINE),
        "agree": Told(
            imported(),
            lambda a: briefing.compare(a, both, "palestine", TODAY, Length.SHORT),
            TODAY,
            (*both, "palestine"),
        ),
    }


@cache
def brief_of(language: str, name: str) -> tuple[Submission, Archive]:
    told = answers()[name]
    made = briefing.told(told.archive, language, told.make)
    assert made.document.language == language
    brief, archive = submission(made.document, told.as_of, told.subject), told_in(told.archive, language)
    return brief, archive.as_of(told.as_of)


def objections(language: str, name: str, told: str, instead: str) -> object:
    brief, archive = brief_of(language, name)
    assert any(sentence.text == told for sentence in brief.sentences), [s.text for s in brief.sentences]
    lines = tuple(Sentence(instead, s.cites) if s.text == told else s for s in brief.sentences)
    return verify(replace(brief, sentences=lines), archive, load_skeletons(language))


SAID: Mapping[tuple[str, str], tuple[str, tuple[tuple[str, str], ...]]] = {
    ("fr", "chain"): (
        "Le Vietnam a déclaré le 5 mai 2024 qu'il était prêt, selon un enregistrement diffusé par Filippo Grandi, haut-commissaire des Nations Unies pour les réfugiés. Cet enregistrement cite une transcription diffusée par le bureau du porte-parole du gouvernement. Cette transcription cite un entretien diffusé par l'ONU.",
        (
            (r" Cet enregistrement.*", ""),
            (r" Cette transcription.*", ""),
            (r" Cet enregistrement[^.]*\.", ""),
            (r"\. Cet enregistrement cite", ", citant"),
            (r"\. Cette transcription cite", ", citant"),
            ("Cet enregistrement", "Ce enregistrement"),
            ("Cet enregistrement", "Cette enregistrement"),
            ("Cet enregistrement", "Cet entretien"),
            ("Cet enregistrement", "Celui-ci"),
            ("Cette transcription", "Cet enregistrement"),
            ("Cette transcription", "Ce transcription"),
            ("Cette transcription cite", "Cette transcription citerait"),
            ("un entretien diffusé", "un enregistrement diffusé"),
            ("un entretien diffusé par l'ONU", "un entretien diffusé par Filippo Grandi, haut-commissaire des Nations Unies pour les réfugiés"),
            (r"réfugiés\. Cet", "réfugiés,. Cet"),
        ),
    ),
    ("fr", "message"): (
        "Le Vietnam a déclaré le 5 mai 2024 qu'il était prêt, selon un message audio diffusé par Filippo Grandi, haut-commissaire des Nations Unies pour les réfugiés. Ce message audio cite une transcription diffusée par le bureau du porte-parole du gouvernement. Cette transcription cite un entretien diffusé par l'ONU.",
        (("Ce message", "Cet message"), ("Ce message audio", "Ce message"), ("Ce message", "Cette message")),
    ),
    ("es", "chain"): (
        "Vietnam dijo el 5 de mayo de 2024 que estaba preparado, según una grabación difundida por Filippo Grandi, alto comisionado de las Naciones Unidas para los Refugiados. Esa grabación cita una transcripción difundida por la oficina del portavoz del Gobierno. Esa transcripción cita una entrevista difundida por la ONU.",
        (
            (r" Esa grabación.*", ""),
            (r" Esa transcripción.*", ""),
            (r" Esa grabación[^.]*\.", ""),
            (r"\. Esa grabación cita", ", que cita"),
            (r"\. Esa transcripción cita", ", que cita"),
            ("Esa grabación", "Ese grabación"),
            ("Esa grabación", "Esa entrevista"),
            ("Esa grabación", "Ella"),
            ("Esa transcripción", "Esa grabación"),
            ("Esa transcripción cita", "Esa transcripción desmiente"),
            ("una entrevista difundida", "una grabación difundida"),
            ("una entrevista difundida por la ONU", "una entrevista difundida por la OTAN"),
        ),
    ),
    ("es", "message"): (
        "Vietnam dijo el 5 de mayo de 2024 que estaba preparado, según un mensaje de audio difundido por Filippo Grandi, alto comisionado de las Naciones Unidas para los Refugiados. Ese mensaje de audio cita una transcripción difundida por la oficina del portavoz del Gobierno. Esa transcripción cita una entrevista difundida por la ONU.",
        (("Ese mensaje", "Esa mensaje"), ("Ese mensaje de audio", "Ese mensaje"), ("Esa transcripción", "Ese transcripción")),
    ),
    ("km", "chain"): (
        "វៀតណាម បានថ្លែងកាលពីថ្ងៃទី 5 ខែឧសភា ឆ្នាំ 2024 ថា ខ្លួនបានត្រៀមរួចរាល់, យោងតាមខ្សែអាត់ ដែលផ្សាយដោយ Filippo Grandi, ឧត្តមស្នងការអង្គការសហប្រជាជាតិទទួលបន្ទុកជនភៀសខ្លួន, ដែលដកស្រង់ពីប្រតិចារិក ដែលផ្សាយដោយការិយាល័យអ្នកនាំពាក្យរាជរដ្ឋាភិបាល។ ប្រតិចារិកនោះដកស្រង់ពីបទសម្ភាសន៍ ដែលផ្សាយដោយអង្គការសហប្រជាជាតិ។",
        (
            (r" ប្រតិចារិកនោះ.*", ""),
            (r"។ ប្រតិចារិកនោះ", ", ដែល"),
            ("ប្រតិចារិកនោះ", "ខ្សែអាត់នោះ"),
            ("ប្រតិចារិកនោះ", "ប្រតិចារិក"),
            ("បទសម្ភាសន៍", "ខ្សែអាត់"),
        ),
    ),
    ("fr", "rest"): (
        "Sur les 4 votes nominaux au dossier sur cette question, la République démocratique du Congo n'a pas participé à 3. Dans l'autre, le fichier des votes n'a aucun vote à ce nom.",
        (
            (r" Dans l'autre.*", ""),
            ("Dans l'autre", "Dans les 1 autres"),
            ("Dans l'autre", "Dans les 2 autres"),
            (r"Dans l'autre, .*", "Dans l'autre, le pays n'a pas participé au vote."),
            (r"\. Dans", " ; dans"),
        ),
    ),
    ("es", "rest"): (
        "De las 4 votaciones nominales del archivo sobre esta cuestión, la República Democrática del Congo no votó en 3. En la otra, el fichero de votaciones no tiene ningún voto del país.",
        (
            (r" En la otra.*", ""),
            ("En la otra", "En las otras 1"),
            ("En la otra", "En las otras 2"),
            (r"En la otra, .*", "En la otra, el país se abstuvo."),
            (r"\. En", "; en"),
        ),
    ),
    ("fr", "line"): (
        "La République démocratique du Congo n'a pas participé à 3 des 4 votes nominaux au dossier sur la question de Palestine du temps où le pays était membre. Dans l'autre, le fichier des votes n'a aucun vote à ce nom. Le plus récent de ces votes nominaux date du 16 décembre 2020.",
        (
            (r" Dans l'autre[^.]*\.", ""),
            (r" Le plus récent.*", ""),
            ("16 décembre 2020", "18 décembre 2019"),
            ("Le plus récent", "Le plus ancien"),
            ("Le plus récent de ces votes nominaux", "Ce vote"),
            (r"(Dans l'autre.*nom\.) (Le plus récent.*)", r"\2 \1"),
        ),
    ),
    ("es", "line"): (
        "La República Democrática del Congo no votó en 3 de las 4 votaciones nominales del archivo sobre la cuestión de Palestina celebradas cuando el país era miembro. En la otra, el fichero de votaciones no tiene ningún voto del país. La más reciente de esas votaciones nominales es del 16 de diciembre de 2020.",
        (
            (r" En la otra[^.]*\.", ""),
            (r" La más reciente.*", ""),
            ("16 de diciembre de 2020", "18 de diciembre de 2019"),
            ("La más reciente", "La primera"),
            (r"(En la otra.*país\.) (La más reciente.*)", r"\2 \1"),
        ),
    ),
    ("fr", "newest"): (
        "Le Soudan du Sud a voté pour dans 2 des 9 votes nominaux au dossier sur la guerre de la Russie contre l'Ukraine, s'est abstenu dans 5 et n'a pas participé à 2. Au plus récent, le 24 février 2025 : pas de participation au vote sur A/RES/ES-11/7 et A/RES/ES-11/8.",
        (
            (r" Au plus récent.*", ""),
            ("Au plus récent", "Au premier"),
            ("24 février 2025", "23 février 2023"),
            ("pas de participation au vote sur", "abstention sur"),
            (" et A/RES/ES-11/8", ""),
        ),
    ),
    ("es", "newest"): (
        "Sudán del Sur votó a favor en 2 de las 9 votaciones nominales del archivo sobre la guerra de Rusia contra Ucrania, se abstuvo en 5 y no votó en 2. En la más reciente, el 24 de febrero de 2025: sin votar en A/RES/ES-11/7 y A/RES/ES-11/8.",
        (
            (r" En la más reciente.*", ""),
            ("En la más reciente", "En la primera"),
            ("24 de febrero de 2025", "23 de febrero de 2023"),
            ("sin votar en", "abstención en"),
            (" y A/RES/ES-11/8", ""),
        ),
    ),
    ("es", "newest day"): (
        "Las Bahamas votaron a favor en 7 de las 9 votaciones nominales del archivo sobre la guerra de Rusia contra Ucrania, votaron en contra en 1 y no votaron en 1. La más reciente es del 24 de febrero de 2025.",
        ((r" La más reciente.*", ""), ("24 de febrero de 2025", "23 de febrero de 2023"), ("La más reciente", "La primera")),
    ),
    ("es", "moved"): (
        "El 6 de diciembre de 1990, Emiratos Árabes Unidos se abstuvo en la votación de A/RES/45/67A, «Question of Palestine». En la votación anterior del archivo sobre un texto con ese título, el 6 de diciembre de 1989, había votado en contra de A/RES/44/41A.",
        (
            (r" En la votación anterior.*", ""),
            ("6 de diciembre de 1989", "6 de diciembre de 1990"),
            ("había votado en contra", "había votado a favor"),
            (r"\. En la votación anterior", "; en la votación anterior"),
        ),
    ),
    ("fr", "agree"): (
        "Dans les 4 votes nominaux au dossier sur cette question, les deux pays, le Cambodge et le Vietnam, ont tous deux exprimé un vote, le même dans 4 cas (100,0 %). Dans aucun, l'un n'a voté pour et l'autre contre.",
        (
            (r" Dans aucun.*", ""),
            (r"Dans aucun, l'un n'a", "Dans 0, l'un a"),
            (r"Dans aucun, l'un n'a", "Dans 1, l'un a"),
            (r"Dans aucun, l'un n'a voté pour et l'autre contre", "Dans aucun, l'un ne s'est abstenu"),
        ),
    ),
    ("es", "agree"): (
        "En las 4 votaciones nominales del archivo sobre esta cuestión emitieron voto los dos países, Camboya y Vietnam, el mismo en 4 casos (100,0 %). En ninguna votó uno a favor y el otro en contra.",
        (
            (r" En ninguna.*", ""),
            (r"En ninguna votó uno", "En 0, uno votó"),
            (r"En ninguna votó uno", "En 1, uno votó"),
            ("En ninguna", "En todas"),
        ),
    ),
}  # fmt: skip
"""Language and answer → its sentence as told, and what is put into it instead."""


@pytest.mark.parametrize(("language", "name"), SAID)
def test_what_is_told_apart_is_proved_as_one(language: str, name: str) -> None:
    told, _ = SAID[language, name]
    assert objections(language, name, told, told) == ()


@pytest.mark.parametrize(
    ("language", "name", "pattern", "instead"),
    [(*key, pattern, instead) for key, (_, falsehoods) in SAID.items() for pattern, instead in falsehoods],
)
def test_it_is_refused_without_a_part_or_with_a_false_one(language: str, name: str, pattern: str, instead: str) -> None:
    told, _ = SAID[language, name]
    false = re.sub(pattern, instead, told)
    assert false != told
    assert objections(language, name, told, false) != ()


@pytest.mark.parametrize(("language", "name"), SAID)
def test_every_cite_of_it_is_needed(language: str, name: str) -> None:
    told, _ = SAID[language, name]
    brief, archive = brief_of(language, name)
    (sentence,) = [sentence for sentence in brief.sentences if sentence.text == told]
    for cite in sentence.cites:
        fewer = Sentence(told, tuple(one for one in sentence.cites if one != cite))
        lines = tuple(fewer if one is sentence else one for one in brief.sentences)
        assert verify(replace(brief, sentences=lines), archive, load_skeletons(language))
