"""Who acts, to whom and through whom, in the words of each language: the one table that the readers of acts read by.

English stands here beside the others, since its sentences about acts are read by the same readers (`subjects`). What
runs together with an article ("au", "del") is `grammar`'s.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from briefs.proof.reading import Junction


def _vowel_first(noun: str) -> str:
    return "an " if noun[:1].lower() in "aeiou" else "a "


def _bare(_noun: str) -> str:
    return ""


def _cette(form: str) -> str:
    """ "Cette transcription cite ", "Ce rapport cite ", "Cet entretien cite "."""
    if form.startswith("une "):
        return f"Cette {form[4:]} cite "
    before_vowel = unicodedata.normalize("NFD", form[3:])[:1].lower() in "aeiou"
    return f"{'Cet' if before_vowel else 'Ce'} {form[3:]} cite "


def _esa(form: str) -> str:
    """ "Esa carta cita ", "Ese informe cita "."""
    return f"Esa {form[4:]} cita " if form.startswith("una ") else f"Ese {form[3:]} cita "


@dataclass(frozen=True, slots=True)
class Speech:
    """One language. Patterns have {role}, {name}, {whose} (with its article), {of} ("of" run together with it), {the}
    (the article of the office, with its blank), {party} and {standing} where these stand."""

    months: tuple[str, ...]
    and_: Junction
    role: str
    """A person by the office alone."""
    of: str
    """The same with whose office it is."""
    after: str
    """The office and the name, after a word of the sentence's own ("its Foreign Minister, X,")."""
    titled: str
    """The name and the office, which says itself whose it is."""
    party: str
    partisan: str
    poss: tuple[str, ...] = ()
    """With whose office first, where the language has that."""
    offices: tuple[str, str, str] = ("", "", "")
    """The article of an office: a man's, a woman's, anybody's before a vowel (none: the same)."""
    behalf: str = ""
    """Before whom somebody acts for; `of_behalf`: and "of" after it."""
    of_behalf: bool = True
    group: str = ""
    """A number of countries, {} for the number."""
    pronouns: Mapping[str, str] = field(default_factory=dict)
    """The subject again, in the middle of a sentence: word → pronoun of English, or gender and number."""
    personal: Mapping[str, str] = field(default_factory=dict)
    """The person who spoke again, at the beginning of one: word → pronoun of English."""
    earlier: Mapping[str, str] = field(default_factory=dict)
    """What stands before whose statement, step or announcement it was → which; `of_earlier`: and "of"."""
    of_earlier: bool = True
    dated: str = ""
    """And between whose and of which day."""
    text: tuple[str, str] = ("", "")
    """Between the symbol of a text and its title, and after it."""
    draft: tuple[str, str] = ("", "")
    """Before and after the title of a text that was not voted on."""
    again: str = ""
    """The text that the first half of the sentence named."""
    article: Callable[[str], str] = _bare
    """What stands before a form ("report") that has no article in the records' words."""
    released: Mapping[str, str] = field(default_factory=dict)
    """How a form begins, article included → what stands between it and who released it."""
    citing: str = ""
    """Between the first link of the chain and the one before it, after a comma; none: a sentence of its own."""
    cited: Callable[[str], str] = _bare
    """What a link cites in a sentence of its own: that link's form → how it begins."""
    closing: tuple[str, ...] = (".", ",", ";")
    """What may stand after a standing or an office instead of a comma of its own."""
    first: str = "1"
    """How the first of a month is written."""
    joined: tuple[str, str] = (" ", " ")
    """Between day and month, and between month and year."""
    parted: bool = False
    """Whether words stand together, and a blank parts only what begins with a letter of another script."""

    def day(self, text: str, start: int) -> Iterator[tuple[int, date]]:
        """A day with its year."""
        to_month, to_year = self.joined
        pattern = rf"({self.first}|[2-9]|[12]\d|3[01]){to_month}({'|'.join(self.months)}){to_year}([12]\d{{3}})(?!\d)"
        found = re.compile(pattern).match(text, start)
        if found:
            number = 1 if found[1] == self.first else int(found[1])
            try:
                yield found.end(), date(int(found[3]), self.months.index(found[2]) + 1, number)
            except ValueError:
                return


SPEECH: Mapping[str, Speech] = {
    "en": Speech(
        months=("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December"),
        and_=Junction(" and "),
        role="{role} {name}",
        of="{role} {name} of {whose}",
        after="{role}, {name},",
        titled="{name}, the {role},",
        party="{party}, the {standing},",
        partisan="{name} of {party}, the {standing},",
        poss=("{whose}'s {role}, {name},", "{whose}' {role}, {name},"),
        behalf=", on behalf of ",
        of_behalf=False,
        group="a group of {} countries",
        pronouns={word: word for word in ("it", "they", "he", "she")},
        personal={"He": "he", "She": "she", "They": "they"},
        earlier={f"the {kind} by ": kind for kind in ("statement", "step", "announcement")},
        of_earlier=False,
        dated=" of ",
        text=(" (", ")"),
        draft=("the draft resolution (", ")"),
        article=_vowel_first,
        released={"": " released by "},
        citing="citing ",
        cited="That {} cites ".format,
        again="the text",
    ),
    "fr": Speech(
        months=("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
                "novembre", "décembre"),
        first="1er",
        and_=Junction(" et "),
        role="{the}{role} {name}",
        of="{the}{role} {of}, {name},",
        after="{role}, {name},",
        titled="{name}, {role},",
        party="{party}, {standing},",
        partisan="{name}, {of}, {standing},",
        offices=("le ", "la ", "l'"),
        behalf=", au nom ",
        group="un groupe de {} pays",
        pronouns={"il": "ms", "elle": "fs", "ils": "mp", "elles": "fp"},
        personal={"Il": "he", "Elle": "she"},
        earlier={"la déclaration ": "statement", "la mesure ": "step", "l'annonce ": "announcement"},
        dated=" en date du ",
        text=(" (« ", " »)"),
        draft=("le projet de résolution (« ", " »)"),
        released={"une ": " diffusée par ", "un ": " diffusé par "},
        cited=_cette,
        again="le texte",
        closing=(".", ",", " ;"),
    ),
    "es": Speech(
        months=("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
                "noviembre", "diciembre"),
        joined=(" de ", " de "),
        and_=Junction(" y ", " e ", re.compile(r"[IÍií]|[Hh](?:í|i(?![aeoáéó]))")),
        role="{the}{role}, {name},",
        of="{the}{role} {of}, {name},",
        after="{role}, {name},",
        titled="{name}, {role},",
        party="{party}, {standing},",
        partisan="{name}, {of}, {standing},",
        offices=("el ", "la ", ""),
        behalf=", en nombre ",
        group="un grupo de {} países",
        earlier={"la declaración hecha por ": "statement", "el paso dado por ": "step",
                 "el anuncio hecho por ": "announcement"},
        of_earlier=False,
        dated=" el ",
        text=(" («", "»)"),
        draft=("el proyecto de resolución («", "»)"),
        released={"una ": " difundida por ", "un ": " difundido por "},
        cited=_esa,
        again="el texto",
    ),
    "km": Speech(
        months=("មករា", "កុម្ភៈ", "មីនា", "មេសា", "ឧសភា", "មិថុនា", "កក្កដា", "សីហា", "កញ្ញា", "តុលា", "វិច្ឆិកា", "ធ្នូ"),
        joined=(" ខែ", " ឆ្នាំ "),
        and_=Junction(" និង "),
        role="{role} {name}",
        of="{role}{whose} {name}",
        after="{role}របស់ខ្លួន {name}",
        titled="{name}, {role},",
        party="{party} ({standing})",
        partisan="{name} នៃ{party} ({standing})",
        behalf=" ក្នុងនាម",
        of_behalf=False,
        group="ក្រុមប្រទេសចំនួន {}",
        personal={"លោក": "he", "លោកស្រី": "she", "បុគ្គលនេះ": "they"},
        earlier={"សេចក្តីថ្លែងការណ៍របស់": "statement", "ចំណាត់ការរបស់": "step", "ការប្រកាសរបស់": "announcement"},
        of_earlier=False,
        dated=" កាលពីថ្ងៃទី ",
        text=(" («", "»)"),
        draft=("សេចក្តីព្រាងសេចក្តីសម្រេចចិត្ត «", "»"),
        again="អត្ថបទនេះ",
        released={"": " ដែលផ្សាយដោយ"},
        citing="ដែលដកស្រង់ពី",
        cited="{}នោះដកស្រង់ពី".format,
        closing=("។", ",", ";"),
        parted=True,
    ),
}  # fmt: skip
