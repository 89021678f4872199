# ruff: noqa: E501  (a rewrite is read as one line)
"""Ways to make a French sentence about an act false, or French that is none: another act, further come, by others, a verb
or a pronoun that does not agree, an article that does not run together, an elision too many or too few."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.briefs.rewrites_of_acts import Rewrite, everywhere

DONE = ("publié", "présenté", "adopté", "rejeté", "opposé un veto", "coparrainé", "demandé", "appelé", "cherché à obtenir", "condamné", "déploré",
        "regretté", "salué", "fait l'éloge", "soutenu", "exprimé une opposition", "reconnu", "refusé", "imposé", "levé", "expulsé", "rappelé",
        "suspendu", "promis", "livré", "signé", "ratifié", "adhéré", "quitté", "rencontré", "visité", "eu un entretien téléphonique", "mené une médiation",
        "offert", "démenti", "décliné", "rectifié", "retiré", "fait une déclaration", "fait une demande", "exprimé des regrets")  # fmt: skip
BARE = ("imposer", "lever", "visiter", "livrer", "promettre", "ratifier", "signer", "suspendre", "mener une médiation")


def _other_acts(text: str) -> Iterator[str]:
    """Every other act in its place."""
    for verbs in (DONE, BARE):
        for found in re.finditer(rf"\b(?:{'|'.join(verbs)})(?!\w)", text):
            for other in verbs:
                if other != found[0]:
                    yield text[: found.start()] + other + text[found.end() :]


PAIRS = (
    ("a", "ont"), ("avait", "avaient"), ("allait", "allaient"), ("était", "étaient"), ("figure", "figurent"), ("figurait", "figuraient"),
    ("comptait", "comptaient"), ("était prête", "étaient prêtes"), ("était prête", "était prêt"), ("étaient prêtes", "étaient prêts"),
    ("qu'il", "qu'elle"), ("qu'elle", "qu'elles"), ("qu'elles", "qu'ils"), ("il avait", "elle avait"), ("elle l'avait", "il l'avait"),
    ("Il a", "Elle a"), ("Ils ont", "Elles ont"), ("Elle a", "Ils ont"), ("diffusée", "diffusé"), ("condamné", "condamnés"), ("imposé", "imposées"),
    ("s'est abstenu", "s'est abstenue"), ("se sont abstenues", "se sont abstenus"), ("se sont abstenus", "se sont abstenues"),
)  # fmt: skip


def _numbers(text: str) -> Iterator[str]:
    """One for several, several for one, a woman's for a man's."""
    for pair in PAIRS:
        for word, other in (pair, pair[::-1]):
            for found in re.finditer(rf"(?<![\w'«]){word}(?!\w)(?! group)", text):
                if "«" not in text[: found.start()] or "»" in text[: found.start()]:
                    yield text[: found.start()] + other + text[found.end() :]


REWRITES: dict[str, Rewrite] = {
    "another act": _other_acts,
    "number": _numbers,
    "run together": everywhere(r"(?<= )(?:au|du|aux|des) (?=[A-Z]|Premier|projet|traité|calme|retour|pilotes)", "à le ", "de le ", "à ", "de ", "en "),
    "elided": everywhere(r"(?<= )(?:qu'|d'|l')(?=[aeiouéèêàîôAEIOUÉ])", "que ", "de ", "le ", "la ", ""),
    "not elided": everywhere(r"(?<= )(?:que|de|la|le) (?=[bcdfghjlmnpqrstvBCDFGHJLMNPQRSTV])", "qu'", "d'", "l'"),
    "to and of": everywhere(r" à la (?=[A-Z])| à l'(?=[A-Z])| à (?=Singapour|Cuba)", " de la ", " contre la ", " avec la "),
    "not done yet": everywhere(r" (?:a|ont) annoncé (?:(?:le|au plus tard le) [\w ]+? )?qu'\w+ allai\w+ imposer| comptai\w+ (?=faire|visiter|signer|imposer)| étai\w+ prêt\w*, sous conditions, à", " a imposé", " a décidé d'", " a accepté de ", " va "),
    "in discussion": everywhere(r" étai(?:t|ent) en discussion ", " est convenu ", " comptait ", " s'est prononcé ", " avait discuté "),
    "a possibility": everywhere(r" sur la possibilité (?:de |d')", " sur ", " de ", " sur la nécessité de "),
    "conditions": everywhere(r", sous conditions,", "", ", sans conditions,"),
    "condition": everywhere(r" étai\w+ prêt\w* à (.+?), à une condition : .+?, selon Specimen Gazette\.$", r" était prête à \1.", r" était prête à \1, selon Specimen Gazette.", r" était prête, sous conditions, à \1.", r" a annoncé qu'elle allait \1."),
    "another condition": everywhere(r"que (?:la Grèce ouvre ses ports|le détroit reste ouvert)", "que la Grèce ferme ses ports", "que le détroit reste fermé", "que le détroit reste ouvert", "que la Grèce ouvre ses ports"),
    "chain": everywhere(r"\. Cet?t?e? (\w+) cite une? \w+ diffusée? par [^,.]+", "", r". Cette \1 cite une lettre diffusée par la Norvège", r". Cette lettre cite un entretien diffusé par l'ONU"),
    "that": everywhere(r"Cette? (?=\w+ cite)", "Ce ", "Cet ", "Une ", "Elle, ", "La même "),
    "released by": everywhere(r"diffusé(e?) par (?:l'ONU|le bureau du porte-parole du gouvernement|l'ambassade des États-Unis à Phnom Penh|l'OTAN)", r"diffusé\1 par la Norvège", r"diffusé\1 par Hun Sen", "de l'ONU"),
    "medium": everywhere(r"une? (?:transcription|enregistrement|copie|entretien|message audio)(?= diffusé|,)", "une note", "un enregistrement", "un message", ""),
    "unilateral": everywhere(r" de manière unilatérale| unilatérales", "", " de manière conjointe", " conjointes", " de manière unilatérale et définitive"),
    "several": everywhere(r" et (?:le ministre des Affaires étrangères de Singapour, Vivian Balakrishnan,|Filippo Grandi, haut-commissaire des Nations Unies pour les réfugiés,|le Laos)(?= ont)", "", " et la Norvège", " et Sam Rainsy"),
    "what was answered": everywhere(r"(?:la mesure|la déclaration|l'annonce) (d[^ ]* ?[\w'-]+) en date du (\d+)", r"la mesure de la Norvège en date du \2", r"la déclaration \1 en date du 1\2", r"\1", "les sanctions contre le Bélarus"),
    "said again": everywhere(r"^(?:Il|Elle|Ils) (?:a|ont) (?:aussi )?(?:déclaré|dit)", "Il a aussi nié", "Le Laos a aussi déclaré", "Tous ont déclaré", "Hun Manet a déclaré"),
    "object put in": everywhere(r"(fait une demande|exprimé des regrets|fait une déclaration)", r"\1 sur les pilotes", r"\1 à la Norvège"),
    "denied": everywhere(r" (?:a|ont) nié (?:le [\w ]+? )?avoir | (?:a|ont) démenti (?:le [\w ]+? )?l'affirmation selon laquelle ", " a ", " a confirmé avoir ", " a regretté avoir ", " a déclaré qu'"),
    "among": everywhere(r" figur(?:e|ent|ait|aient) parmi ceux qui (?:ont|comptaient|étaient)", " ont", " seuls ont", " sont tous ceux qui ont"),
    "on behalf": everywhere(r", au nom d[^,]+,", "", ", avec l'Union européenne,", ", au nom de l'OTAN,"),
    "claim": everywhere(r", (?:a|ont) déclaré [^,.«»]+\.$|, selon [^.;]+", ".", "", ", selon la Norvège"),
    "source": everywhere(r"Specimen (?:Gazette|Treaty Office|Wire)", "VOA", "Specimen Gazette", "Specimen Treaty Office", "Specimen Wire"),
    "accounts the other way": everywhere(r"^(.*?) le (\d+ \w+ \d+), selon (.*?) ; selon (.*?), le (.*)\.$", r"\1 le \5, selon \4 ; selon \3, le \2."),
    "as announced": everywhere(r", comme \w+ l'avai\w+ annoncé le [\w ]+", "", ", comme promis"),
    "change": everywhere(r" ; le ([\w ]+), (\w+) avai(t|ent) ", r" ; le \1, \2 n'avai\3 pas ", r" ; depuis, \2 avai\3 ", r" ; le \1, \2 aurait "),
    "corrected": everywhere(r"Rectificatif du [\w ]+\. ", "", "Rectificatif du 6 mars 2022. ", "Corrigé le 5 mars 2022. "),
    "a correction that is none": everywhere(r"^(?!Rectificatif)", "Rectificatif du 30 juin 2023. ", "Rectificatif du 5 mars 2022. "),
    "exactness": everywhere(r"au plus tard le|dans la semaine du|^Le(?= \d)|(?<= )le(?= \d)", "le", "Le", "au plus tard le", "dans la semaine du", "vers le", "avant le"),
    "month": everywhere(r"en juin 2023|en 2023", "le 30 juin 2023", "en mai 2023", "en 2022", "en juillet 2023"),
    "as of": everywhere(r"^Au (?=\d)", "Le ", "Depuis le ", "Avant le "),
    "group": everywhere(r"[Uu]n groupe de (\d+) pays|Les (\d+) pays", "Un groupe d'États", r"Un groupe de 1\1 pays", "Tous les pays", "Les 9 pays"),
    "names": everywhere(r", Danemark|Australie, |, Suède", "", ", Norvège"),
    "hope": everywhere(r" dit ((?:le [\w ]+? )?)espérer ", r" déclaré \1", r" dit \1savoir ", r" dit \1exiger "),
    "explanation": everywhere(r"[Dd]ans une explication de vote sur", "En votant sur", "avant le vote de"),
    "figure": everywhere(r"(?:environ|près de|plus de|Plus de|Environ|Près de) ", "", "moins de ", "presque "),
    "millions": everywhere(r"2 000 000|1 000 000", "2 millions de", "200 000", "2000000", "10 000 000"),
    "whose figure": everywhere(r"selon (?:l'OTAN|Filippo Grandi, haut-commissaire des Nations Unies pour les réfugiés)", "selon l'Union européenne", "selon la Norvège", "selon Filippo Grandi"),
    "party": everywhere(r", opposition en exil,?", "", ",", ", parti au pouvoir,"),
    "speaker": everywhere(r"le Premier ministre du Cambodge, Hun Sen|Hun Sen", "le Cambodge", "Sam Rainsy", "le président Hun Sen", "Hun Manet", "la Première ministre du Cambodge, Hun Sen"),
    "article": everywhere(r"\b[Ll]e (?=Premier|ministre)|\b[Ll]'(?=ambassade|OTAN|Assemblée)", "la ", "La ", "le ", "", "un "),
    "counterpart": everywhere(r" (?:au|à l'|à la|avec l'|avec le|du) ?(?:Népal|Inde|Bélarus|Grèce|Soudan|Russie)\b", "", " à la Norvège", " de la Norvège", " avec la Norvège"),
    "object": everywhere(r"(?:le|au) traité des pilotes|bateaux?-pilotes?|la fermeture du détroit|une interdiction de pêche", "le traité", "navires de guerre", "le détroit"),
    "text": everywhere(r"A/RES/\d+ \(« [\w ]+ »\)|le projet de résolution \(« [\w ]+ »\)", "la résolution", "A/RES/90004", "A/RES/90003 (« Later pilots »)", "le projet de résolution (« Later pilots »)", "A/RES/90003 (Early pilots)"),
    "quotation": everywhere(r"« ([^»]+) »", r"\1", r'"\1"', r"“\1”", r"«\1»", r"« \1. »", r"« \1, a-t-il dit »"),
    "state": everywhere(r"\b[Ll][ae] (?:Norvège|Cambodge|Russie|Chili|Pérou|France|Serbie|Mongolie|Türkiye)\b", "la Finlande", "La Russie", "le Finlande"),
    "day": everywhere(r"\b(\d{1,2}) (juin|mars)\b", r"1\1 \2", r"\1 mai", r"\1 de \2"),
    "word": everywhere(r"cette démarche|avec d'autres membres de l'ASEAN|ce texte|pour|aussi|également", "cette idée", "avec l'ASEAN", "", "contre", "ensuite"),
    "cause": everywhere(r"\.$", ", sous la pression.", ", selon des sources.", " de nouveau.", ", enfin."),
}  # fmt: skip
