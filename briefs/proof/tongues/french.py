"""The prover's table of French."""

from __future__ import annotations

from collections.abc import Mapping

from briefs.codebook import Precision, VoteOption
from briefs.proof.tallies import NO_ROW
from briefs.proof.tongues.speech import SPEECH
from briefs.proof.tongues.table import Conjugated, Table

F, A, B, X = VoteOption.FAVOUR, VoteOption.AGAINST, VoteOption.ABSTAINED, VoteOption.ABSENT
SINGULAR, PLURAL = frozenset({"ms", "fs"}), frozenset({"mp", "fp"})
NONE = frozenset({"none"})
SPOKEN = SPEECH["fr"]


def _of(*forms: tuple[str, VoteOption, frozenset[str] | str]) -> Conjugated:
    return {words: (option, who if isinstance(who, frozenset) else frozenset({who})) for words, option, who in forms}


DID = _of(
    ("a voté pour", F, SINGULAR), ("ont voté pour", F, PLURAL), ("n'a voté pour", F, NONE),
    ("a voté contre", A, SINGULAR), ("ont voté contre", A, PLURAL), ("n'a voté contre", A, NONE),
    ("s'est abstenu", B, "ms"), ("s'est abstenue", B, "fs"), ("se sont abstenus", B, "mp"),
    ("se sont abstenues", B, "fp"), ("ne s'est abstenu", B, NONE),
    ("n'a pas participé au vote", X, SINGULAR), ("n'ont pas participé au vote", X, PLURAL),
    ("n'est resté sans participer au vote", X, NONE),
)  # fmt: skip
HAD = _of(
    ("avait voté pour", F, SINGULAR), ("avaient voté pour", F, PLURAL),
    ("avait voté contre", A, SINGULAR), ("avaient voté contre", A, PLURAL),
    ("s'était abstenu", B, "ms"), ("s'était abstenue", B, "fs"), ("s'étaient abstenus", B, "mp"),
    ("s'étaient abstenues", B, "fp"),
    ("n'avait pas participé au vote", X, SINGULAR), ("n'avaient pas participé au vote", X, PLURAL),
)  # fmt: skip


def _on(forms: Conjugated) -> Conjugated:
    """The same before the symbol of a text: one votes for a text, and abstains on it."""
    return {f"{words} sur" if held[0] in (B, X) else words: held for words, held in forms.items()}


def _agreeing(**forms: str) -> Mapping[str, frozenset[str]]:
    """Word → of whom, from "il=ms"-like arguments whose value lists the forms."""
    return {word.replace("_", " "): frozenset(who.split()) for word, who in forms.items()}


FRENCH = Table(
    lang="fr",
    months=SPOKEN.months,
    short_months=("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
    weekdays=("Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"),
    first=SPOKEN.first,
    dated=SPOKEN.joined,
    and_=SPOKEN.and_,
    semicolon=" ; ",
    colon=" : ",
    quotes=("« ", " »"),
    thousands=" ",
    decimal=",",
    singular=frozenset({0, 1}),
    grouped_from=1000,
    object=" au vote",
    did=DID,
    did_on=_on(DID),
    had=HAD,
    had_on=_on(HAD),
    cast={"pour": F, "contre": A, "abstention": B, "n'a pas voté": X},
    headings={"Pour": F, "Contre": A, "Abstentions": B, "Non-votants": X},
    on={"pour ": F, "contre ": A, "abstention sur ": B, "pas de participation au vote sur ": X},
    whole=" dans chacun",
    never=_of(("n'a participé à aucun", X, SINGULAR), ("n'ont participé à aucun", X, PLURAL)),
    shares={F: "dans", A: "dans", B: "dans", X: "à"},
    groups=((("pour", "pour"), F), (("contre", "contre"), A), (("abstention", "abstentions"), B),
            (("non-votant", "non-votants"), X), (("sans vote dans le fichier", "sans vote dans le fichier"), NO_ROW),
            (("sans droit de vote", "sans droit de vote"), None)),
    stood={"pour": F, "contre": A, "qui se sont abstenus": B, "qui n'ont pas participé au vote": X,
           "sans vote dans le fichier": NO_ROW, "sans droit de vote": None},
    stands={"pour : ": F, "contre : ": A, "abstention : ": B},
    nouns={
        "n_abstentions": ("abstention", "abstentions"),
        "n_absent": ("non-votant", "non-votants"),
        "n_members": ("membre", "membres"),
        "n_cases": ("cas", "cas"),
        "n_alike": ("vote identique", "votes identiques"),
        "n_opposed": ("opposé", "opposés"),
        "n_parts": ("vote séparé", "votes séparés"),
    },
    calls=("le seul vote nominal", "les {} votes nominaux"),
    each_call=("le seul vote nominal", "chacun des {} votes nominaux"),
    texts=("un texte", "{} textes"),
    often=("une fois", "à {} reprises"),
    of_calls="{} des {} votes nominaux",
    rank=(("vote", "votes"), "sur"),
    rowless=(". Dans l'autre, le fichier des votes n'a aucun vote à ce nom",
             ". Dans les {} autres, le fichier des votes n'a aucun vote à ce nom"),
    opposed=("Dans aucun, l'un n'a voté pour et l'autre contre", "Dans {}, l'un a voté pour et l'autre contre"),
    scopes={"au dossier sur cette question": "issue", "au dossier": "all"},
    every={"Les deux": 2, "Les trois": 3, "Les quatre": 4, "Les cinq": 5, "Les six": 6, "Les sept": 7, "Les huit": 8,
           "Les neuf": 9, "Les dix": 10},
    few={"les trois pays": 3, "les quatre pays": 4, "les cinq pays": 5, "les six pays": 6, "les sept pays": 7,
         "les huit pays": 8, "les neuf pays": 9, "les dix pays": 10},
    alike={"les deux": "both", "l'ensemble": "all"},
    alike_stands={"pour : ": F, "contre : ": A, "abstention : ": B},
    moved=("1 membre qui ", "{} membres qui "),
    holdings=(("vote nominal", "votes nominaux"), ("autre acte", "autres actes"), ("acte", "actes")),
    words={
        "il": _agreeing(il="ms", elle="fs", ils="mp", elles="fp"),
        "Il": _agreeing(Il="ms", Elle="fs", Ils="mp", Elles="fp"),
        "has": _agreeing(a="ms fs", ont="mp fp"),
        "has_next": _agreeing(a="ms fs", ont="mp fp"),
        "aux": _agreeing(avait="ms fs", avaient="mp fp"),
        "counts": _agreeing(figure="ms fs", figurent="mp fp"),
        "figured": _agreeing(figurait="ms fs", figuraient="mp fp"),
        "was": _agreeing(était="ms fs", étaient="mp fp"),
        "meant": _agreeing(comptait="ms fs", comptaient="mp fp"),
        "going": _agreeing(allait="ms fs", allaient="mp fp"),
        "sponsored": _agreeing(a_coparrainé_le_texte="ms fs", ont_coparrainé_le_texte="mp fp"),
        "ready": _agreeing(était_prêt="ms", était_prête="fs", étaient_prêts="mp", étaient_prêtes="fp"),
    },
    qualifying=frozenset({"unilatérales"}),
    note="phrase.language",
    named_shares={
        A: ("le seul vote contre", "les {} votes contre", "{} des {} votes contre", "aucun des {} votes contre"),
        B: ("la seule abstention", "les {} abstentions", "{} des {} abstentions", "aucune des {} abstentions"),
        F: ("le seul vote pour", "les {} votes pour", "{} des {} votes pour", "aucun des {} votes pour"),
    },
    stance_per=(", selon ", ","),
    whens={"le ": Precision.DAY, "dans la semaine du ": Precision.WEEK, "au plus tard le ": Precision.NO_LATER_THAN},
    when_in="en ",
    turns={"added": ("ajoutée", "ajoutées"), "corrected": ("corrigée", "corrigées"),
           "retracted": ("retirée", "retirées"),
           "edited": ("modifiée sans remplacement", "modifiées sans remplacement"),
           "gone": ("qui n'est plus au dossier", "qui ne sont plus au dossier")},
    clock=" à ",
)  # fmt: skip
