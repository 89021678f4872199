"""Words with a meaning of their own: reviewed by hand, and stronger than any register or alias table.

How to amend: a word belongs here only with its reason in the comment and a line in tests/briefs/test_naming.py.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

ASKED_BACK: Mapping[str, tuple[str, ...]] = {
    "korea": ("KOR", "PRK"),
    "korean": ("KOR", "PRK"),
    "koreans": ("KOR", "PRK"),
    # "Congo" is the usual name of COG, "Guinea" of GIN; readers and writers of news mean the neighbours as often.
    "congo": ("COD", "COG"),
    "congolese": ("COD", "COG"),
    "guinea": ("GIN", "GNB", "GNQ", "PNG"),
    "dominican": ("DMA", "DOM"),
    "dominicans": ("DMA", "DOM"),
    "sudans": ("SDN", "SSD"),
    "two koreas": ("KOR", "PRK"),
    "koreas": ("KOR", "PRK"),
    **dict.fromkeys(
        ("corée", "corea", "coreia", "корея", "كوريا", "កូរ៉េ", "เกาหลี", "coréen", "coreano", "korėja"), ("KOR", "PRK")
    ),
    **dict.fromkeys(
        ("конго", "刚果", "剛果", "コンゴ", "الكونغو", "កុងហ្គោ", "คองโก", "congos", "both congos"), ("COD", "COG")
    ),
    "guineas": ("GIN", "GNB", "GNQ", "PNG"),
    # One letter from either: who meant which is not ours to say.
    **dict.fromkeys(("nigera", "nigeri", "nigir", "nigerr", "nigra", "niegr", "nigar", "nigerina"), ("NER", "NGA")),
    # Former states without a single successor in the United Nations; a day may tell who is meant (dated names).
    **dict.fromkeys(
        (
            "yugoslavia",
            "yugoslav",
            "yugoslavs",
            "yougoslavie",
            "югославия",
            "南斯拉夫",
            "يوغوسلافيا",
            "jugoslawien",
            "jugoslavija",
            "iugoslávia",
            "sfry",
            "yug",
            "former yugoslavia",
            "socialist federal republic of yugoslavia",
        ),
        ("YUG", "BIH", "HRV", "MKD", "MNE", "SRB", "SVN"),
    ),
    **dict.fromkeys(
        (
            "czechoslovakia",
            "czechoslovak",
            "czechoslovaks",
            "tchécoslovaquie",
            "checoslovaquia",
            "чехословакия",
            "捷克斯洛伐克",
            "تشيكوسلوفاكيا",
            "tschechoslowakei",
            "tchecoslováquia",
            "československo",
            "csk",
            "cssr",
            "czecho slovakia",
        ),
        ("CSK", "CZE", "SVK"),
    ),
    # Capitals that two claim, or that are a seat of several.
    **dict.fromkeys(
        ("jerusalem", "jérusalem", "jerusalén", "иерусалим", "耶路撒冷", "القدس", "east jerusalem"), ("ISR", "PSE")
    ),
    **dict.fromkeys(
        ("brussels", "bruxelles", "bruselas", "брюссель", "布鲁塞尔", "بروكسل", "brüssel", "bruxelas"), ("BEL", "eu")
    ),
}
"""Folded word → the states it may mean (alpha-3). Exact names ("Republic of the Congo", "GIN") are never asked back."""

BESIDE: Mapping[str, tuple[str, str]] = {
    # Readers of news mean the state of the United States and the territory as often; neither is an actor.
    "georgia": ("GEO", "georgia"),
    "samoa": ("WSM", "samoa"),
}
"""Folded name of one actor that also means somebody the register does not hold → that actor, and the notice
(`notice-beside-…`) that tells what else it means. Names and ids that mean the actor alone are answered."""

NO_ACTOR = frozenset(
    {
        # Regions, peoples, languages and islands: wider, narrower or other than the state that some language calls so.
        "africa", "chin", "indiana", "columbia", "england", "hind", "hindi", "mari", "papua", "timor",
        # Organisations and trade marks.
        "bulgari", "ira",
        # English words that are a state's name in some language ("end" is India in Wolof), or are so without accents.
        "angora", "cad", "end", "equator", "fas", "fuji", "gene", "gris", "indy", "laws", "male", "malt",
        "poo", "poole", "sane", "sepia", "shin", "shine", "sin", "sire", "suede", "surya", "tai", "toga", "togas",
        "tunes", "tuns",
        "amenia", "angula", "athena", "bene", "benign", "boma", "cadi", "cine", "eau", "elan", "fenland", "gane",
        "kana", "lasa", "manilla", "maser", "senega", "spann", "toko", "ungula",
        "loom", "magna", "opt", "paras", "rim", "room", "rum", "sam", "savana", "sol",
        "soul", "states", "uda", "damask",
        # Feminine forms for a people that are something else first.
        "ganesa",
        # Names of persons and peoples, and towns that mean a capital less often than something else.
        "ammon", "cameron", "domingo", "helene", "rom", "roma", "victoria",
    }
)  # fmt: skip
"""Folded words that are never answered, though the alias table knows somebody by them; they may be suggested for."""

CODE_WORDS = frozenset(
    {
        "ago", "and", "are", "arm", "bel", "ben", "bra", "can", "che", "cod", "cog", "com", "cub", "dom", "est", "fin",
        "gab", "geo", "gin",
        "guy", "hun", "ind", "jam", "ken", "lie", "lux", "mar", "nam", "mus", "nor", "pan", "per", "pry", "sen",
        "sur", "ton", "tun", "vat",
    }
)  # fmt: skip
"""Alpha-3 codes that are words (or names) of their own: codes only when typed in capitals. Alpha-2 codes always are."""

CONNECTORS = frozenset({"and", "vs", "versus", "with", "or", "&", "+", ",", ";"})
"""Words that may stand between two names of a one-line command. "AND" in capitals is Andorra."""

SPELT_OUT: Mapping[str, str] = {
    "st": "saint",
    "ste": "sainte",
    "rep": "republic",
    "dem": "democratic",
    "fed": "federal",
}
"""Abbreviations as the records of the United Nations print them in lists of members."""

_ARTICLE = re.compile(r"(?:l['’]|(?:le|la|les|el|los|las) )(?=\w)", re.IGNORECASE)
"""Definite articles of French and Spanish; "un" is left alone, since it is the United Nations."""


def without_article(words: str) -> str:
    """ "guerra en Ucrania" of "la guerra en Ucrania", "embargo" of "l'embargo"."""
    return _ARTICLE.sub("", words.strip(), count=1) if _ARTICLE.match(words.strip()) else words
