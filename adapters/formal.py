"""Formal names of states in further languages, made from the English one and the short names: "Royaume du Cambodge".

Only for names of the plain shape "<form> of <state>", whose form is translated by the table here; every joint a
language may want is written ("de", "du", "de la" …), as only the right one is ever typed. What has another shape
("French Republic") is written out by hand in records/register/names/reviewed.tsv.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

JOINTS: Mapping[str, tuple[str, ...]] = {
    "fr": ("{form} de {name}", "{form} du {name}", "{form} de la {name}", "{form} des {name}", "{form} d'{name}",
           "{form} de l'{name}"),
    "es": ("{form} de {name}", "{form} del {name}", "{form} de la {name}", "{form} de las {name}",
           "{form} de los {name}", "{form} {name}"),
    "pt": ("{form} de {name}", "{form} do {name}", "{form} da {name}", "{form} das {name}", "{form} dos {name}"),
    "de": ("{form} {name}", "{form} der {name}", "{form} des {name}s"),
    "ru": ("{form} {name}",),
    "ar": ("{form} {name}",),
    "zh": ("{name}{form}",),
    "ja": ("{name}{form}",),
    "km": ("{form}{name}",),
    "th": ("{form}{name}",),
    "lo": ("{form}{name}",),
    "id": ("{form} {name}",),
    "ms": ("{form} {name}",),
    "vi": ("{form} {name}",),
}  # fmt: skip

FORMS: Mapping[str, Mapping[str, str]] = {
    "Republic": {
        "fr": "République", "es": "República", "pt": "República", "de": "Republik", "ru": "Республика",
        "ar": "جمهورية", "zh": "共和国", "ja": "共和国", "km": "សាធារណរដ្ឋ", "th": "สาธารณรัฐ", "lo": "ສາທາລະນະລັດ",
        "id": "Republik", "ms": "Republik", "vi": "Cộng hòa",
    },
    "Kingdom": {
        "fr": "Royaume", "es": "Reino", "pt": "Reino", "de": "Königreich", "ru": "Королевство", "ar": "مملكة",
        "zh": "王国", "ja": "王国", "km": "ព្រះរាជាណាចក្រ", "th": "ราชอาณาจักร", "lo": "ຣາຊະອານາຈັກ",
        "id": "Kerajaan", "ms": "Kerajaan", "vi": "Vương quốc",
    },
    "State": {
        "fr": "État", "es": "Estado", "pt": "Estado", "de": "Staat", "ru": "Государство", "ar": "دولة", "zh": "国",
        "ja": "国", "km": "រដ្ឋ", "th": "รัฐ", "id": "Negara", "ms": "Negara", "vi": "Nhà nước",
    },
    "Independent State": {
        "fr": "État indépendant", "es": "Estado Independiente", "pt": "Estado Independente",
        "de": "Unabhängiger Staat", "ru": "Независимое Государство", "ar": "دولة", "zh": "独立国", "ja": "独立国",
    },
    "Principality": {
        "fr": "Principauté", "es": "Principado", "pt": "Principado", "de": "Fürstentum", "ru": "Княжество",
        "ar": "إمارة", "zh": "公国", "ja": "公国",
    },
    "Grand Duchy": {
        "fr": "Grand-Duché", "es": "Gran Ducado", "pt": "Grão-Ducado", "de": "Großherzogtum",
        "ru": "Великое Герцогство", "ar": "دوقية", "zh": "大公国", "ja": "大公国",
    },
    "Sultanate": {
        "fr": "Sultanat", "es": "Sultanía", "pt": "Sultanato", "de": "Sultanat", "ru": "Султанат", "ar": "سلطنة",
        "zh": "苏丹国", "ja": "国",
    },
    "Commonwealth": {
        "fr": "Commonwealth", "es": "Commonwealth", "pt": "Comunidade", "de": "Commonwealth", "ru": "Содружество",
        "ar": "كومنولث", "zh": "国", "ja": "国",
    },
    "Union": {"fr": "Union", "es": "Unión", "pt": "União", "de": "Union", "ru": "Союз", "ar": "اتحاد", "zh": "联盟",
              "ja": "連合"},
    "Islamic Republic": {
        "fr": "République islamique", "es": "República Islámica", "pt": "República Islâmica",
        "de": "Islamische Republik", "ru": "Исламская Республика", "ar": "جمهورية", "zh": "伊斯兰共和国",
        "ja": "イスラム共和国", "km": "សាធារណរដ្ឋអ៊ីស្លាម", "id": "Republik Islam", "ms": "Republik Islam",
        "vi": "Cộng hòa Hồi giáo",
    },
    "Federal Republic": {
        "fr": "République fédérale", "es": "República Federal", "pt": "República Federal", "de": "Bundesrepublik",
        "ru": "Федеративная Республика", "ar": "جمهورية", "zh": "联邦共和国", "ja": "連邦共和国",
        "id": "Republik Federal", "vi": "Cộng hòa Liên bang",
    },
    "Federative Republic": {
        "fr": "République fédérative", "es": "República Federativa", "pt": "República Federativa",
        "de": "Föderative Republik", "ru": "Федеративная Республика", "zh": "联邦共和国", "ja": "連邦共和国",
    },
    "People's Republic": {
        "fr": "République populaire", "es": "República Popular", "pt": "República Popular", "de": "Volksrepublik",
        "ru": "Народная Республика", "zh": "人民共和国", "ja": "人民共和国", "id": "Republik Rakyat",
        "ms": "Republik Rakyat", "vi": "Cộng hòa Nhân dân",
    },
    "Democratic Republic": {
        "fr": "République démocratique", "es": "República Democrática", "pt": "República Democrática",
        "de": "Demokratische Republik", "ru": "Демократическая Республика", "zh": "民主共和国", "ja": "民主共和国",
    },
    "Arab Republic": {
        "fr": "République arabe", "es": "República Árabe", "pt": "República Árabe", "de": "Arabische Republik",
        "ru": "Арабская Республика", "zh": "阿拉伯共和国", "ja": "アラブ共和国",
    },
    "Plurinational State": {
        "fr": "État plurinational", "es": "Estado Plurinacional", "pt": "Estado Plurinacional",
        "de": "Plurinationaler Staat", "ru": "Многонациональное Государство", "zh": "多民族玻利维亚国",
    },
    "Bolivarian Republic": {
        "fr": "République bolivarienne", "es": "República Bolivariana", "pt": "República Bolivariana",
        "de": "Bolivarische Republik", "ru": "Боливарианская Республика", "zh": "玻利瓦尔共和国",
    },
    "Federal Democratic Republic": {
        "fr": "République fédérale démocratique", "es": "República Democrática Federal",
        "pt": "República Democrática Federal", "de": "Demokratische Bundesrepublik",
        "ru": "Федеративная Демократическая Республика", "zh": "联邦民主共和国",
    },
    "Democratic Socialist Republic": {
        "fr": "République socialiste démocratique", "es": "República Socialista Democrática",
        "pt": "República Socialista Democrática", "de": "Demokratische Sozialistische Republik",
        "ru": "Демократическая Социалистическая Республика", "zh": "民主社会主义共和国",
    },
    "Co-operative Republic": {
        "fr": "République coopérative", "es": "República Cooperativa", "pt": "República Cooperativa",
        "de": "Kooperative Republik", "ru": "Кооперативная Республика", "ar": "جمهورية", "zh": "合作共和国",
    },
    "Hashemite Kingdom": {
        "fr": "Royaume hachémite", "es": "Reino Hachemita", "pt": "Reino Hachemita",
        "de": "Haschemitisches Königreich", "ru": "Иорданское Хашимитское Королевство", "zh": "哈希姆王国",
    },
    "Federated States": {
        "fr": "États fédérés", "es": "Estados Federados", "pt": "Estados Federados", "de": "Föderierte Staaten",
        "ru": "Федеративные Штаты", "ar": "ولايات", "zh": "联邦",
    },
    "Eastern Republic": {
        "fr": "République orientale", "es": "República Oriental", "pt": "República Oriental",
        "de": "Republik Östlich des", "ru": "Восточная Республика", "zh": "东岸共和国",
    },
}  # fmt: skip


def formal_names(
    english: Iterable[tuple[str, str]], short: Mapping[tuple[str, str], Iterable[str]]
) -> Iterator[tuple[str, str]]:
    """(name, id) for each English formal name (name, id) and the short names by (language, id)."""
    for formal, id_ in english:
        form = formal.partition(" of ")[0]
        for language, word in FORMS.get(form, {}).items():
            for name in short.get((language, id_), ()):
                if word not in name and not set("(（") & set(name):
                    yield from ((joint.format(form=word, name=name), id_) for joint in JOINTS[language])
