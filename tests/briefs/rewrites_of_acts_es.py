# ruff: noqa: E501  (a rewrite is read as one line)
"""Ways to make a Spanish sentence about an act false, or Spanish that is none: another act, further come, by others, a verb
that does not agree, an "a" too many or too few."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.briefs.rewrites_of_acts import Rewrite, everywhere

ONE = ("emitió", "presentó", "aprobó", "rechazó", "vetó", "copatrocinó", "solicitó", "pidió", "buscó", "condenó", "deploró", "lamentó",
       "acogió con satisfacción", "elogió", "expresó su apoyo", "expresó su oposición", "reconoció", "rehusó", "impuso", "levantó",
       "expulsó", "retiró", "suspendió", "prometió", "entregó", "firmó", "ratificó", "formalizó su adhesión", "abandonó",
       "mantuvo una reunión con", "realizó una visita", "habló por teléfono con", "medió en", "ofreció", "negó", "declinó", "corrigió",
       "hizo una declaración", "hizo una solicitud", "expresó su pesar")  # fmt: skip
BARE = ("imponer", "levantar", "realizar una visita", "entregar", "prometer", "ratificar", "firmar", "suspender")


def _other_acts(text: str) -> Iterator[str]:
    """Every other act in its place."""
    for verbs in (ONE, BARE):
        for found in re.finditer(rf"\b(?:{'|'.join(verbs)})(?!\w)", text):
            for other in verbs:
                if other != found[0]:
                    yield text[: found.start()] + other + text[found.end() :]


PAIRS = (
    ("condenó", "condenaron"), ("firmó", "firmaron"), ("impuso", "impusieron"), ("dijo", "dijeron"), ("iba", "iban"), ("anunció", "anunciaron"),
    ("negó", "negaron"), ("había", "habían"), ("figuró", "figuraron"), ("figuraba", "figuraban"), ("debatía", "debatían"),
    ("tenía previsto", "tenían previsto"), ("estaba dispuesta", "estaban dispuestas"), ("estaba dispuesta", "estaba dispuesto"),
    ("estaban dispuestas", "estaban dispuestos"), ("copatrocinó", "copatrocinaron"), ("copatrocinara", "copatrocinaran"),
    ("presentó", "presentaron"), ("expresó", "expresaron"), ("acogió", "acogieron"), ("esperaba", "esperaban"), ("levantó", "levantaron"),
    ("difundida", "difundido"), ("Dijo", "Dijeron"), ("miembro", "miembros"), ("había solicitado", "habían solicitado"),
)  # fmt: skip


def _numbers(text: str) -> Iterator[str]:
    """One for several, several for one, a woman's for a man's."""
    for pair in PAIRS:
        for word, other in (pair, pair[::-1]):
            for found in re.finditer(rf"(?<!\w){word}(?!\w)", text):
                yield text[: found.start()] + other + text[found.end() :]


REWRITES: dict[str, Rewrite] = {
    "another act": _other_acts,
    "number": _numbers,
    "personal a": everywhere(r" al? (?=[A-ZÉÍ]|primer|ministro|alto|Partido|dos |tres |su )| al (?=proyecto|tratado|faro)", " ", " a el ", " contra ", " de "),
    "a before a thing": everywhere(r"(condenó|elogió|firmó|lamentó|vetó|negó) (?=el |la |una? |los |su )", r"\1 a ", r"\1 contra "),
    "not done yet": everywhere(r" anunció(?: (?:el|a más tardar el) [\w ]+?)? que iba a imponer| tenía previsto| estaban? dispuest\w+, con condiciones, a", " impuso", " decidió", " aceptó", " anunció que iba a", " va a"),
    "in discussion": everywhere(r" debatían? ", " acordó ", " buscó ", " tenía previsto ", " debatió "),
    "discussed whether": everywhere(r" debatían? si | debatían si ", " debatían ", " debatía ", " decidieron "),
    "conditions": everywhere(r", con condiciones,", ""),
    "condition": everywhere(r" estaban? dispuest\w+ a (.+?) si .+?, según Specimen Gazette\.$", r" estaba dispuesta a \1.", r" estaba dispuesta a \1, según Specimen Gazette.", r" estaba dispuesta, con condiciones, a \1.", r" anunció que iba a \1."),
    "another condition": everywhere(r" si (?:Grecia abría sus puertos|el estrecho seguía abierto)", " si Grecia cerraba sus puertos", " cuando Grecia abriera sus puertos", " aunque el estrecho siguiera abierto", " si el estrecho seguía abierto", " si Grecia abría sus puertos"),
    "chain": everywhere(r"\. Es[ae] (\w+) cita una? \w+ difundid[ao] por [^,.]+", "", r". Esa \1 cita una carta difundida por Noruega", ". Esa carta cita una entrevista difundida por la ONU"),
    "that": everywhere(r"Esa (?=\w+ cita)", "Ese ", "Una ", "Ella, ", "La misma ", "Esta "),
    "released by": everywhere(r"difundid([ao]) por (?:la ONU|la oficina del portavoz del Gobierno|la Embajada de Estados Unidos en Nom Pen|la OTAN)", r"difundid\1 por Noruega", r"difundid\1 por Hun Sen", r"de la ONU"),
    "medium": everywhere(r"una? (?:transcripción|grabación|copia|entrevista|mensaje de audio)(?= difundid| ?,)", "una nota", "una grabación", "un mensaje", ""),
    "unilateral": everywhere(r" de forma unilateral| unilaterales", "", " de forma conjunta", " conjuntas", " de forma unilateral y definitiva"),
    "several": everywhere(r" y (?:el ministro de Asuntos Exteriores de Singapur, Vivian Balakrishnan,|Filippo Grandi, alto comisionado de las Naciones Unidas para los Refugiados,|Laos)(?= dijeron| firmaron| expresaron)", "", " y Noruega", " y Sam Rainsy"),
    "what was answered": everywhere(r"(?:el paso dado|la declaración hecha|el anuncio hecho) por ([\w ]+?) el (\d+)", r"el paso dado por Noruega el \2", r"la declaración hecha por \1 el 1\2", r"a \1", "las sanciones a Bielorrusia", r"el anuncio de \1 el \2"),
    "said again": everywhere(r"^(?:También )?[dD]ij(?:o|eron)(?= (?:que|el))", "Él también dijo", "También negó", "Laos dijo", "Todos dijeron", "Ella dijo", "dijo"),
    "object put in": everywhere(r"(hizo una solicitud|expresó su pesar|hizo una declaración)", r"\1 sobre los pilotos", r"\1 a Noruega"),
    "denied": everywhere(r" neg(?:ó|aron) (?:el [\w ]+? )?(?:haber|que hubiera) ", " ", " confirmó haber ", " lamentó haber "),
    "mood": everywhere(r"hubiera (?:cerrado|hundido)|se abriera|regresaran|cambiaran", "había cerrado", "cerró", "se abrirá", "regresarían", "cambian"),
    "among": everywhere(r" figur(?:ó|aron|aba|aban) entre los que(?: estaban)?", "", " solo", " fueron todos los que", " fue de los que"),
    "on behalf": everywhere(r", en nombre d[^,]+,", "", ", con la Unión Europea,", ", contra la OTAN,"),
    "claim": everywhere(r"^Según (?:dijo|un informe difundido por) [^,]+, (\w)|, según [^.;]+", r"\1", "", ", según Noruega"),
    "source": everywhere(r"Specimen (?:Gazette|Treaty Office|Wire)", "VOA", "Specimen Gazette", "Specimen Treaty Office", "Specimen Wire"),
    "accounts the other way": everywhere(r"^El (.*?), (Fiyi .*?), según (.*?); según (.*?), fue el (.*)\.$", r"El \5, \2, según \4; según \3, fue el \1."),
    "as announced": everywhere(r", como habían? anunciado el [\w ]+", "", ", como prometió"),
    "change": everywhere(r"; el ([\w ]+) habían? ", r"; el \1 no había ", "; desde entonces había ", "; rectificó: había ", r"; el \1 habría "),
    "corrected": everywhere(r"Corrección del [\w ]+: ", "", "Corrección del 6 de marzo de 2022: ", "Corregido el 5 de marzo de 2022: "),
    "a correction that is none": everywhere(r"^(?!Corrección)", "Corrección del 30 de junio de 2023: ", "Corrección del 5 de marzo de 2022: "),
    "exactness": everywhere(r"A más tardar el|En la semana del|^El(?= \d)|(?<= )el(?= \d)", "El", "A más tardar el", "En la semana del", "el", "hacia el", "antes del"),
    "month": everywhere(r"En junio de 2023|En 2023", "El 30 de junio de 2023", "En mayo de 2023", "En 2022", "En julio de 2023"),
    "as of": everywhere(r"A fecha del ", "El ", "Desde el ", "Antes del "),
    "group": everywhere(r"un grupo de (\d+) países|Los (\d+) países", r"un grupo de Estados", r"un grupo de 1\1 países", "todos los países", "Los 9 países"),
    "names": everywhere(r", Dinamarca|Australia, |, Suecia", "", ", Noruega"),
    "hope": everywhere(r" que esperaban?(?= que)", "", " que sabía", " que confiaba en", " que exigía"),
    "explanation": everywhere(r"[Ee]n una explicación de voto sobre", "Al votar sobre", "antes de la votación de"),
    "figure": everywhere(r"(?:cerca de|casi) ", "", "más de ", "unos "),
    "millions": everywhere(r"2 millones de", "2 millones", "2 000 000", "2 000 000 de", "2 mil millones de", "1 millón de"),
    "whose figure": everywhere(r"la OTAN|Filippo Grandi, alto comisionado de las Naciones Unidas para los Refugiados", "la Unión Europea", "Noruega", "Filippo Grandi"),
    "party": everywhere(r", oposición en el exilio,?", "", ",", ", partido gobernante,"),
    "speaker": everywhere(r"el primer ministro de Camboya, Hun Sen|Hun Sen", "Camboya", "Sam Rainsy", "el presidente Hun Sen", "Hun Manet", "el primer ministro Hun Sen"),
    "article": everywhere(r"\b[Ee]l (?=primer|ministro)|\b[Ll]a (?=Embajada|OTAN|Asamblea)", "la ", "La ", "el ", "", "un "),
    "counterpart": everywhere(r" (?:a|con|de) (?:Nepal|la India|Bielorrusia|Grecia|Sudán|Rusia)\b", "", " a Noruega", " de Noruega", " con Noruega"),
    "object": everywhere(r"(?:el|del|al) tratado de los pilotos|lanchas? de pilotos|el cierre del estrecho|una prohibición de pesca", "el tratado", "buques de guerra", "el estrecho"),
    "text": everywhere(r"A/RES/\d+ \(«[\w ]+»\)|el proyecto de resolución \(«[\w ]+»\)", "la resolución", "A/RES/90004", "A/RES/90003 («Later pilots»)", "el proyecto de resolución («Later pilots»)", "A/RES/90003 (Early pilots)"),
    "quotation": everywhere(r"«([^»]+)»", r"\1", r'"\1"', r"“\1”", r"«\1 »", r"«\1.»", r"«\1, dijo»"),
    "state": everywhere(r"\b(?:Noruega|Camboya|Rusia|Chile|Perú|Francia|Serbia|Mongolia|Estonia|Singapur|Turquía)\b", "Finlandia", "Rusia", "la Camboya"),
    "day": everywhere(r"\b(\d{1,2}) de (junio|marzo)\b", r"1\1 de \2", r"\1 de mayo", r"\1 \2"),
    "word": everywhere(r"ese paso|con otros miembros de la ASEAN|al respecto|a favor|también|También", "esa medida", "con la ASEAN", "", "en contra", "después"),
    "cause": everywhere(r"\.$", ", bajo presión.", ", según fuentes.", " de nuevo.", ", por fin."),
}  # fmt: skip
