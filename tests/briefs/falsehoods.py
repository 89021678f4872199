# ruff: noqa: E501  (a rewrite is read as one line)
"""True briefs of every kind in a language, and how they are made false in one place: one operator a way of going wrong.

Operators are a language's own (forms that do not agree, articles, quotation marks, blanks) beside those of any: numbers,
options, days, symbols, names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import TypeAlias

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing, submission
from briefs.codebook import Length, VoteOption
from briefs.digests import Filter
from briefs.proof import Sentence, Submission
from briefs.tongues import told_in
from tests.archives import imported, odd, shipped, wavering
from tests.briefs.languages import TONGUES
from tests.histories import BEGUN, DAY, lived

TODAY = date(2026, 11, 23)
Swaps: TypeAlias = Mapping[str, tuple[str, tuple[str, ...]]]
"""Operator → what it looks for, and what it puts there where that is something else."""

FRENCH: Swaps = {
    "option": (
        r"a voté pour|a voté contre|ont voté pour|ont voté contre|s'est abstenue?|\bpour(?! cent)\b|\bcontre\b|abstention sur|abstentions?|Pour|Contre|Abstentions|Non-votants|non-votants?",
        (
            "a voté pour",
            "a voté contre",
            "ont voté contre",
            "s'est abstenu",
            "s'est abstenue",
            "pour",
            "contre",
            "abstention sur",
            "abstentions",
            "Contre",
            "Abstentions",
            "Non-votants",
            "non-votants",
            "a adopté",
            "a rejeté",
        ),
    ),
    "agreement": (
        r"s'est abstenue?|se sont abstenue?s|s'était abstenue?|s'étaient abstenue?s|\b(?:a|ont|avait|avaient)(?= voté| aussi)|(?<=, )(?:ils?|elles?)\b|^(?:Ils?|Elles?)\b",
        (
            "s'est abstenu",
            "s'est abstenue",
            "se sont abstenus",
            "se sont abstenues",
            "s'était abstenu",
            "s'était abstenue",
            "s'étaient abstenus",
            "a",
            "ont",
            "avait",
            "avaient",
            "il",
            "elle",
            "ils",
            "elles",
            "Il",
            "Elle",
            "Ils",
            "Elles",
        ),
    ),
    "article": (
        r"\b(?:du |de la |des |de l'|d'|au |aux |à la |à l'|le |la |les |l')(?=[A-ZÉÎ])",
        ("du ", "de la ", "des ", "de l'", "de ", "au ", "aux ", "le ", "la ", "les ", "l'", ""),
    ),
    "name": (
        r"Cambodge|France|Russie|Laos|Vietnam|Tuvalu|Philippines|États-Unis|Chine|ASEAN|Hongrie|Érythrée|Suisse",
        (
            "Cambodge",
            "France",
            "Russie",
            "Laos",
            "Vietnam",
            "Chine",
            "Hongrie",
            "Union soviétique",
            "Cambodia",
            "Thaïlande",
        ),
    ),
    "month": (
        r"janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|févr\.|avr\.|déc\.",
        ("janvier", "mars", "avril", "décembre", "March", "févr.", "déc."),
    ),
    "number": (r"(?<![\d/.-])\d+(?![\d/])", ("0", "1", "2", "7", "99", "1 234")),
    "symbol": (r"A/RES/[\w/-]+", ("A/RES/ES-11/2", "A/RES/ES-11/7", "A/RES/68/262")),
    "scope": (r"au dossier sur cette question|dans chacun|\bseul\b", ("au dossier", "dans aucun", "premier")),
    "turn": (
        r"ajoutées?|corrigées?|retirées?|Ajouté|Corrigé|Retiré|Modifié|remplace\b|voa/[\w-]+|état du dossier au ",
        ("ajoutée", "ajoutées", "corrigées", "retirée", "Ajouté", "Retiré", "Modifié", "voa/kh-asean", "voa/veto", ""),
    ),
    "blank": (r" (?=[:;»%])|(?<=«) ", ("", "\u00a0", "\u202f", "  ")),
    "adverb": (r" (?=voté|abstenue?s?)", (" enfin ", " sous pression ", " massivement ", " ne ")),
    "english": (r"ont voté pour|a voté pour|votes nominaux|membres", ("voted in favour", "roll calls", "members")),
}


SPANISH: Swaps = {
    "option": (
        r"votó a favor|votaron a favor|votó en contra|votaron en contra|se abstuvo|se abstuvieron|no votaron|no votó|\ba favor\b|\ben contra\b|abstención|abstenciones|sin votar|A favor|En contra|Abstenciones|Sin votar",
        (
            "votó a favor",
            "votó en contra",
            "votaron a favor",
            "votaron en contra",
            "se abstuvo",
            "se abstuvieron",
            "no votó",
            "no votaron",
            "a favor",
            "en contra",
            "abstenciones",
            "sin votar",
            "En contra",
            "Abstenciones",
            "aprobó",
            "rechazó",
        ),
    ),
    "agreement": (
        r"\bvotó|\bvotaron|\bse abstuvo|\bse abstuvieron|\bhabía|\bhabían|copatrocinó|copatrocinaron|participaron|miembros|votaciones nominales",
        (
            "votó",
            "votaron",
            "votaban",
            "voto",
            "se abstuvo",
            "se abstuvieron",
            "había",
            "habían",
            "ha",
            "copatrocinó",
            "copatrocinaron",
            "miembro",
            "votación nominal",
        ),
    ),
    "article": (
        r"\b(?:del |de la |de los |de las |de |al |a la |el |la |los |las |La |El |Los |Las )(?=[A-ZÁÉÍÓÚ])",
        ("del ", "de la ", "de el ", "de ", "al ", "a el ", "el ", "la ", "los ", "las ", "La ", "Los ", ""),
    ),
    "and": (r" [ye] (?=[A-ZÁÉÍÓÚl])", (" y ", " e ", " u ", ", ", " & ")),
    "name": (
        r"Camboya|Francia|Rusia|Laos|Vietnam|Tuvalu|Filipinas|Estados Unidos|Países Bajos|China|ASEAN|Hungría|Eritrea|Suiza|India|Irán",
        (
            "Camboya",
            "Francia",
            "Rusia",
            "Laos",
            "Vietnam",
            "China",
            "India",
            "Irán",
            "Unión Soviética",
            "Cambodia",
            "Tailandia",
        ),
    ),
    "month": (
        r"enero|febrero|marzo|abril|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|\bfeb\b|\babr\b|\bdic\b",
        ("enero", "marzo", "abril", "diciembre", "March", "feb", "dic", "Marzo", "setiembre"),
    ),
    "of": (r" de (?=[a-z]+ de \d{4}|[12]\d{3})", (" ", " del ", ", ")),
    "number": (r"(?<![\d/.-])\d+(?![\d/])", ("0", "1", "2", "7", "99", "1 234", "12.345")),
    "symbol": (r"A/RES/[\w/-]+", ("A/RES/ES-11/2", "A/RES/ES-11/7", "A/RES/68/262")),
    "scope": (r"del archivo sobre esta cuestión|en cada una|\búnica\b", ("del archivo", "en ninguna", "primera")),
    "turn": (
        r"añadidas?|corregidas?|retiradas?|Añadido|Corregido|Retirado|Modificado|sustituye|voa/[\w-]+|según constaba ",
        ("añadida", "añadidas", "corregidas", "retirada", "Añadido", "Retirado", "voa/kh-asean", "voa/veto", ""),
    ),
    "blank": (r" (?=%)|(?<=«)|(?=»)", ("", " ", "\u00a0", "\u202f")),
    "accent": (
        r"votó|Perú|Haití|Benín|Irán|Canadá|Hungría|abstención|constan|También",
        ("voto", "Peru", "Haiti", "Iran", "Hungria", "abstencion", "Tambien"),
    ),
    "adverb": (r" (?=votó|votaron|se abst|había)", (" por fin ", " bajo presión ", " masivamente ", " no ", " casi ")),
    "english": (
        r"votaron a favor|votó a favor|votaciones nominales|miembros",
        ("voted in favour", "roll calls", "members", "ont voté pour", "votes nominaux"),
    ),
}
KHMER: Swaps = {
    "option": (
        r"បានបោះឆ្នោតគាំទ្រ|បានបោះឆ្នោតប្រឆាំង|(?<!មិន)បានអនុប្បវាទ|មិនបានចូលរួមបោះឆ្នោត|ធ្លាប់បោះឆ្នោតគាំទ្រ|ធ្លាប់អនុប្បវាទ|សំឡេងគាំទ្រ|សំឡេងប្រឆាំង|សំឡេងអនុប្បវាទ|^ប្រឆាំង|^អនុប្បវាទ|(?<=៖ )(?:គាំទ្រ|ប្រឆាំង)(?= A)",
        (
            "បានបោះឆ្នោតគាំទ្រ",
            "បានបោះឆ្នោតប្រឆាំង",
            "បានអនុប្បវាទ",
            "មិនបានចូលរួមបោះឆ្នោត",
            "ធ្លាប់បោះឆ្នោតប្រឆាំង",
            "សំឡេងប្រឆាំង",
            "សំឡេងអនុប្បវាទ",
            "ប្រឆាំង",
            "គាំទ្រ",
            "បានអនុម័ត",
            "បានច្រានចោល",
        ),
    ),
    "name": (
        r"កម្ពុជា|បារាំង|រុស្ស៊ី|ឡាវ|វៀតណាម|ទូវ៉ាលូ|ហ្វ៊ីលីពីន|សហរដ្ឋអាមេរិក|ចិន|អាស៊ាន|ហុងគ្រី|អេរីត្រេ|ស្វ៊ីស",
        ("កម្ពុជា", "បារាំង", "រុស្ស៊ី", "ឡាវ", "វៀតណាម", "ចិន", "ហុងគ្រី", "សហភាពសូវៀត", "Cambodia", "ថៃ"),
    ),
    "month": (
        r"មករា|កុម្ភៈ|មីនា|មេសា|មិថុនា|កក្កដា|សីហា|កញ្ញា|តុលា|វិច្ឆិកា|ធ្នូ",
        ("មករា", "មីនា", "មេសា", "ធ្នូ", "March"),
    ),
    "number": (r"(?<![\d/.-])\d+(?![\d/])", ("0", "1", "2", "7", "99", "1,234", "២", "៩")),
    "symbol": (r"A/RES/[\w/-]+", ("A/RES/ES-11/2", "A/RES/ES-11/7", "A/RES/68/262")),
    "scope": (r"អំពីបញ្ហានេះ|គ្រប់លើក|តែមួយលើកគត់|មិន|គ្មាន", ("", "ទាល់តែសោះ", "ទាំងអស់")),
    "turn": (
        r"បន្ថែម|កែតម្រូវ|ដកចេញ|លែងមាន|ជំនួស|voa/[\w-]+|តាមកំណត់ត្រានៅថ្ងៃទី",
        ("បន្ថែម", "កែតម្រូវ", "ដកចេញ", "លែងមាន", "voa/kh-asean", "voa/veto", ""),
    ),
    "blank": (r"(?<=៖) |(?<=«)|(?=»)", ("\u200b", "\u00a0", "\u202f", "  ")),
    "hidden": (r"(?<=[ក-អ])(?=[ក-អ])", ("\u200b", "\u200c", "\u200d", "\u17b4")),
    "adverb": (r"(?= ?(?:បានបោះឆ្នោត|បានអនុប្បវាទ))", (" ទីបំផុត", " ក្រោមសម្ពាធ", " មិន")),
    "english": (r"បានបោះឆ្នោតគាំទ្រ|ការបោះឆ្នោតដោយហៅឈ្មោះ|រដ្ឋសមាជិក", ("voted in favour", "roll calls", "members")),
}
SWAPS: Mapping[str, Swaps] = {"fr": FRENCH, "es": SPANISH, "km": KHMER}
QUOTES = {"fr": ("«", "»"), "es": ("«", "»"), "km": ("«", "»")}


@dataclass(frozen=True, slots=True)
class Truth:
    """A true brief, and the archive it is proved against."""

    brief: Submission
    archive: Archive


Make = Callable[[Archive], Briefing]


def truth(language: str, archive: Archive, subject: tuple[str, ...], make: Make, as_of: date = TODAY) -> Truth:
    made = briefing.told(archive, language, make)
    assert made.document.language == language, made.document.title
    return Truth(submission(made.document, as_of, subject), told_in(archive, language).as_of(as_of))


def _acting(language: str) -> Iterator[Truth]:
    """Briefs that tell votes and the acts of an article together."""
    for who in ("KHM", "SGP"):
        yield truth(
            language,
            shipped(),
            (who, "ukraine-war"),
            lambda a, w=who: briefing.position(a, w, "ukraine-war", TODAY, Length.SHORT),
        )
    yield truth(
        language,
        shipped(),
        ("digest",),
        lambda a: briefing.digest_of_day(a, date(2022, 3, 3), Filter(), Length.LONG),
        date(2022, 3, 4),
    )
    for archive in (shipped(), wavering()):
        yield truth(
            language, archive, ("timeline", "IDN"), lambda a: briefing.timeline(a, "IDN", None, TODAY, Length.LONG)
        )
    known = lived().known_by(BEGUN + 2 * DAY)
    yield truth(
        language,
        known,
        ("KHM", "ukraine-war"),
        lambda a: briefing.position(a, "KHM", "ukraine-war", TODAY, Length.SHORT),
    )


@cache
def truths(language: str) -> tuple[Truth, ...]:
    """Briefs of every kind."""
    made = []
    for who in ("FRA", "PHL", "TUV", "CUB", "LAO", "ERI", "MMR", "asean"):
        for of in (Length.LINE, Length.LONG):
            made.append(
                truth(
                    language,
                    shipped(),
                    (who, "ukraine-war"),
                    lambda a, w=who, of=of: briefing.position(a, w, "ukraine-war", TODAY, of),
                )
            )
    for who in ("DEU", "COD", "SSD", "FRA"):
        made.append(
            truth(
                language,
                imported(),
                (who, "palestine"),
                lambda a, w=who: briefing.position(a, w, "palestine", TODAY, Length.LONG),
            )
        )
    for text in ("un-es-11-1", "un-es-11-3"):
        made.append(
            truth(language, shipped(), (text,), lambda a, t=text: briefing.vote(a, t, None, TODAY, Length.SHORT))
        )
        made.append(
            truth(
                language,
                shipped(),
                (text, "asean"),
                lambda a, t=text: briefing.vote(a, t, "asean", TODAY, Length.SHORT),
            )
        )
        made.append(truth(language, shipped(), (text,), lambda a, t=text: briefing.event(a, t, TODAY, Length.SHORT)))
    if "voters" in TONGUES[language].kinds:
        made += _voting(language)
    if "count" in TONGUES[language].kinds:
        made += _counting(language)
    if "compare" in TONGUES[language].kinds:
        made += _beyond(language)
    if "history" in TONGUES[language].kinds:
        made += _histories(language)
    if "acts" in TONGUES[language].kinds:
        made += _acting(language)
    for number in (2, 3, 7):
        text = odd().rolls.measure(number).id
        made.append(truth(language, odd(), (text,), lambda a, t=text: briefing.event(a, t, TODAY, Length.SHORT)))
    for actors in ((), ("asean",), ("FRA", "CHE", "HUN")):
        made.append(
            truth(
                language,
                shipped(),
                ("digest", *actors),
                lambda a, w=actors: briefing.digest_of_day(a, date(2025, 2, 24), Filter(actors=w), Length.LONG),
                date(2025, 2, 25),
            )
        )
    return tuple(made)


def _voting(language: str) -> list[Truth]:
    """Who voted so."""
    made = []
    for option in ("favour", "against", "abstained"):
        made.append(
            truth(
                language,
                shipped(),
                ("un-es-11-3", option, "asean"),
                lambda a, o=option: briefing.voters(a, "un-es-11-3", VoteOption(o), "asean", TODAY, Length.LONG),
            )
        )
    return made


def _beyond(language: str) -> list[Truth]:
    """Of commands that not every language answers."""
    made = []
    for actors in (("FRA", "CHE"), ("KHM", "VNM"), ("USA", "IND", "CHN")):
        made.append(
            truth(
                language,
                imported(),
                (*actors, "palestine"),
                lambda a, s=actors: briefing.compare(a, s, "palestine", TODAY, Length.LONG),
            )
        )
    made.append(
        truth(
            language,
            shipped(),
            ("FRA", "VNM", "ukraine-war"),
            lambda a: briefing.compare(a, ("FRA", "VNM"), "ukraine-war", TODAY, Length.SHORT),
        )
    )
    return made


def _counting(language: str) -> list[Truth]:
    """Blocs, and who votes otherwise than last time."""
    made = []
    for bloc in ("asean", "eu"):
        made.append(
            truth(language, imported(), (bloc,), lambda a, b=bloc: briefing.bloc(a, b, None, TODAY, Length.LONG))
        )
    made.append(
        truth(
            language,
            wavering(),
            ("since:1900-01-01",),
            lambda a: briefing.shifts(a, None, date(1900, 1, 1), TODAY, Length.LONG),
        )
    )
    return made


def _histories(language: str) -> list[Truth]:
    """Of an archive that was added to and corrected: now, and as it was known two days after it began."""
    now, then, since = BEGUN + 7 * DAY, BEGUN + 2 * DAY, date(2026, 3, 1)
    made = []
    for archive, until in ((lived().released(now), now), (lived().known_by(then), then)):
        subject = ("changes", since.isoformat())

        def changed_since(a: Archive, until: datetime = until) -> Briefing:
            return briefing.changes(a, since, until, Length.LONG)

        made.append(truth(language, archive, subject, changed_since, until.date()))
    call = "undl-767565/un-68-262"
    subject = (call, "un-68-262")
    made.append(
        truth(language, lived().known_by(then), subject, lambda a: briefing.source(a, call, TODAY, Length.LONG))
    )
    return made


def rewritten(language: str, operator: str, text: str) -> Iterator[str]:
    pattern, others = SWAPS[language][operator]
    opened, closed = QUOTES[language]
    for found in re.finditer(pattern, text):
        before = text[: found.start()]
        if operator != "blank" and opened in before and before.rfind(opened) > before.rfind(closed):
            continue  # a title is another language's text: changed below
        for other in others:
            if other != found[0]:
                yield text[: found.start()] + other + text[found.end() :]


def mutants(language: str, operator: str, brief: Submission) -> Iterator[Submission]:
    """Every sentence, the title and the footer, changed once."""
    for place, sentence in enumerate(brief.sentences):
        for text in rewritten(language, operator, sentence.text):
            changed = (*brief.sentences[:place], Sentence(text, sentence.cites), *brief.sentences[place + 1 :])
            yield replace(brief, sentences=changed)
    for text in rewritten(language, operator, brief.title):
        yield replace(brief, title=text)
    for text in rewritten(language, operator, brief.footer):
        yield replace(brief, footer=text)


def thinned(every: Iterator[Submission], step: int) -> Iterator[Submission]:
    return (one for place, one in enumerate(every) if place % step == 0)


def changed(true: Submission, mutant: Submission) -> tuple[str, str]:
    """What was said, and what is said now."""
    pairs = [(a.text, b.text) for a, b in zip(true.sentences, mutant.sentences, strict=True)]
    return next((a, b) for a, b in (*pairs, (true.title, mutant.title), (true.footer, mutant.footer)) if a != b)
