"""The prover's table of Spanish. Its verbs agree in number alone; a subject just named is not named again."""

from __future__ import annotations

from collections.abc import Mapping

from briefs.codebook import Precision, VoteOption
from briefs.proof.tallies import NO_ROW
from briefs.proof.tongues.speech import SPEECH
from briefs.proof.tongues.table import Conjugated, Table

F, A, B, X = VoteOption.FAVOUR, VoteOption.AGAINST, VoteOption.ABSTAINED, VoteOption.ABSENT
ONE, MANY = frozenset({"ms", "fs"}), frozenset({"mp", "fp"})
NONE = frozenset({"none"})
"""After "ninguno"."""
SPOKEN = SPEECH["es"]


def _of(*forms: tuple[str, VoteOption, frozenset[str]]) -> Conjugated:
    return {words: (option, who) for words, option, who in forms}


DID = _of(
    ("votó a favor", F, ONE | NONE), ("votaron a favor", F, MANY),
    ("votó en contra", A, ONE | NONE), ("votaron en contra", A, MANY),
    ("se abstuvo", B, ONE | NONE), ("se abstuvieron", B, MANY),
    ("no votó", X, ONE), ("no votaron", X, MANY),
)  # fmt: skip
DID_ON = _of(
    ("votó a favor de", F, ONE | NONE), ("votaron a favor de", F, MANY),
    ("votó en contra de", A, ONE | NONE), ("votaron en contra de", A, MANY),
    ("se abstuvo en la votación de", B, ONE | NONE), ("se abstuvieron en la votación de", B, MANY),
    ("no participó en la votación de", X, ONE), ("no participaron en la votación de", X, MANY),
    ("dejó de participar en la votación de", X, NONE),
)  # fmt: skip
HAD = _of(
    ("había votado a favor", F, ONE), ("habían votado a favor", F, MANY),
    ("había votado en contra", A, ONE), ("habían votado en contra", A, MANY),
    ("se había abstenido", B, ONE), ("se habían abstenido", B, MANY),
    ("no había votado", X, ONE), ("no habían votado", X, MANY),
)  # fmt: skip
HAD_ON = _of(
    ("había votado a favor de", F, ONE), ("habían votado a favor de", F, MANY),
    ("había votado en contra de", A, ONE), ("habían votado en contra de", A, MANY),
    ("se había abstenido en la votación de", B, ONE), ("se habían abstenido en la votación de", B, MANY),
    ("no había participado en la votación de", X, ONE), ("no habían participado en la votación de", X, MANY),
)  # fmt: skip


def _agreeing(one: str, many: str) -> Mapping[str, frozenset[str]]:
    """A word as it is said of one, and of several."""
    return {one: ONE, many: MANY}


SPANISH = Table(
    lang="es",
    months=SPOKEN.months,
    short_months=("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"),
    weekdays=("Lunes", "Martes", "Miércoles", "Jueves", "Viernes", "Sábado", "Domingo"),
    first=SPOKEN.first,
    dated=SPOKEN.joined,
    and_=SPOKEN.and_,
    semicolon="; ",
    colon=": ",
    quotes=("«", "»"),
    thousands=" ",
    decimal=",",
    singular=frozenset({1}),
    grouped_from=10_000,
    object="",
    did=DID,
    did_on=DID_ON,
    had=HAD,
    had_on=HAD_ON,
    cast={"a favor": F, "en contra": A, "abstención": B, "no votó": X},
    headings={"A favor": F, "En contra": A, "Abstenciones": B, "Sin votar": X},
    on={"a favor de ": F, "en contra de ": A, "abstención en ": B, "sin votar en ": X},
    whole=" en cada una",
    never=_of(("no votó en ninguna", X, ONE), ("no votaron en ninguna", X, MANY)),
    shares={F: "en", A: "en", B: "en", X: "en"},
    groups=((("a favor", "a favor"), F), (("en contra", "en contra"), A), (("abstención", "abstenciones"), B),
            (("sin votar", "sin votar"), X), (("sin voto en el fichero", "sin voto en el fichero"), NO_ROW),
            (("sin derecho de voto", "sin derecho de voto"), None)),
    stood={"a favor": F, "en contra": A, "que se abstuvieron": B, "que no votaron": X,
           "sin voto en el fichero": NO_ROW, "sin derecho de voto": None},
    stands={"a favor: ": F, "en contra: ": A, "abstención: ": B},
    nouns={
        "n_abstentions": ("abstención", "abstenciones"),
        "n_absent": ("no votó {}", "no votaron {}"),
        "n_members": ("miembro", "miembros"),
        "n_cases": ("caso", "casos"),
        "n_alike": ("voto igual", "votos iguales"),
        "n_opposed": ("opuesto", "opuestos"),
        "n_parts": ("votación por separado", "votaciones por separado"),
    },
    calls=("la única votación nominal", "las {} votaciones nominales"),
    each_call=("la única votación nominal", "cada una de las {} votaciones nominales"),
    texts=("un texto", "{} textos"),
    often=("una vez", "{} veces"),
    of_calls="{} de las {} votaciones nominales",
    rank=(("voto", "votos"), "de"),
    rowless=(". En la otra, el fichero de votaciones no tiene ningún voto del país",
             ". En las otras {}, el fichero de votaciones no tiene ningún voto del país"),
    opposed=("En ninguna votó uno a favor y el otro en contra", "En {}, uno votó a favor y el otro en contra"),
    scopes={"del archivo sobre esta cuestión": "issue", "del archivo": "all"},
    every={"Los dos": 2, "Los tres": 3, "Los cuatro": 4, "Los cinco": 5, "Los seis": 6, "Los siete": 7, "Los ocho": 8,
           "Los nueve": 9, "Los diez": 10},
    few={"los tres países": 3, "los cuatro países": 4, "los cinco países": 5, "los seis países": 6,
         "los siete países": 7, "los ocho países": 8, "los nueve países": 9, "los diez países": 10},
    alike={"los dos": "both", "todos": "all"},
    alike_stands={"a favor: ": F, "en contra: ": A, "abstenidos: ": B},
    moved=("1 miembro que ", "{} miembros que "),
    holdings=(("votación nominal", "votaciones nominales"), ("otro acto", "otros actos"), ("acto", "actos")),
    words={
        "sponsored": _agreeing("copatrocinó", "copatrocinaron"),
        "member": _agreeing("miembro", "miembros"),
        "sponsoring": _agreeing("copatrocinara", "copatrocinaran"),
        "counts": _agreeing("figura", "figuran"),
        "figured": _agreeing("figuró", "figuraron"),
        "figuring": _agreeing("figuraba", "figuraban"),
        "said": _agreeing("dijo", "dijeron"),
        "hoped": _agreeing("esperaba", "esperaban"),
        "announced": _agreeing("anunció", "anunciaron"),
        "going": _agreeing("iba", "iban"),
        "intended": _agreeing("tenía previsto", "tenían previsto"),
        "debated": _agreeing("debatía", "debatían"),
        "ready": {f"estaba dispuest{end}": frozenset({form}) for end, form in (("o", "ms"), ("a", "fs"))}
        | {f"estaban dispuest{end}": frozenset({form}) for end, form in (("os", "mp"), ("as", "fp"))},
        "denied": _agreeing("negó", "negaron"),
        "aux": _agreeing("había", "habían"),
        "imposed": _agreeing("impuso", "impusieron"),
        "welcomed": _agreeing("acogió", "acogieron"),
        "condemned": _agreeing("condenó", "condenaron"),
    },
    qualifying=frozenset({"unilaterales"}),
    note="phrase.language",
    whens={"el ": Precision.DAY, "en la semana del ": Precision.WEEK, "a más tardar el ": Precision.NO_LATER_THAN},
    when_in="en ",
    deeds=("deed_one", "deed_many", "deed_inf", "deed_had", "deed_ing"),
    deed_said_of={"deed_one": ONE, "deed_many": MANY},
    turns={"added": ("añadida", "añadidas"), "corrected": ("corregida", "corregidas"),
           "retracted": ("retirada", "retiradas"),
           "edited": ("modificada sin sustitución", "modificadas sin sustitución"),
           "gone": ("que ya no consta", "que ya no constan")},
    clock=" a las ",
    named_shares={
        A: ("el único en contra", "los {} en contra", "{} de los {} en contra", "ninguno de los {} en contra"),
        B: ("la única abstención", "las {} abstenciones", "{} de las {} abstenciones",
            "ninguna de las {} abstenciones"),
        F: ("el único a favor", "los {} a favor", "{} de los {} a favor", "ninguno de los {} a favor"),
    },
    stance_per=(", según ", ","),
    millions=(" millón de", " millones de"),
)  # fmt: skip
