"""Forms of the words for peoples: "cambodgien" → "cambodgienne", "cambodgiens", "cambodgiennes". Pure rules of endings.

The words stand in records/register/names/peoples.tsv, written by hand, with their language; `adapters.cldr` puts every
form into the alias table, save those that are somebody else's name as well. A rule may make a form that nobody uses:
it is then never typed, and never another state's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

_ENDINGS: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "fr": (
        ("grec", ("grecque", "grecs", "grecques")),
        ("turc", ("turque", "turcs", "turques")),
        ("ien", ("ienne", "iens", "iennes")),
        ("éen", ("éenne", "éens", "éennes")),
        ("yen", ("yenne", "yens", "yennes")),
        ("on", ("onne", "ons", "onnes")),
        ("s", ("se", "ses")),
        ("e", ("es",)),
        ("", ("e", "s", "es")),
    ),
    "es": (
        ("o", ("a", "os", "as")),
        ("és", ("esa", "eses", "esas")),
        ("án", ("ana", "anes", "anas")),
        ("ón", ("ona", "ones", "onas")),
        ("í", ("íes", "ís")),
        ("l", ("la", "les", "las")),
        ("s", ("sa", "ses", "sas")),
        ("", ("s",)),
    ),
    "pt": (
        ("ão", ("ã", "ães", "ãos", "ãs", "oa", "ões")),
        ("o", ("a", "os", "as")),
        ("ês", ("esa", "eses", "esas")),
        ("ol", ("ola", "óis", "olas")),
        ("eu", ("eia", "eus", "eias")),
        ("z", ("zes",)),
        ("", ("s",)),
    ),
    "de": (("", ("e", "er", "en", "es", "em")),),
    "de noun": (
        ("er", ("erin", "ern", "erinnen")),
        ("ose", ("osen", "ösin", "ösinnen")),
        ("e", ("en", "in", "innen")),
        ("", ("en", "in", "innen")),
    ),
    "ru": (("кий", ("кая", "кое", "кие")), ("ий", ("ая", "ое", "ие"))),
    "ru noun": (
        ("янин", ("янка", "яне")),
        ("анин", ("анка", "ане")),
        ("аец", ("айцы", "аянка")),
        ("иец", ("ийцы", "ийка")),
        ("еец", ("ейцы", "еянка")),
        ("ец", ("ка", "цы")),
        ("к", ("ки", "чка")),
        ("", ("ы", "ка")),
    ),
}
"""Language → endings, the first that fits is replaced by each of the others; all forms of one word share its id."""


def forms(word: str, language: str) -> Iterator[str]:
    """The word itself and its further forms. Raises KeyError for a language without rules."""
    yield word
    for ending, others in _ENDINGS[language]:
        if word.endswith(ending):
            yield from (word.removesuffix(ending) + other for other in others)
            return


def peoples(rows: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    """(form, id) of every row (word, id, language)."""
    for word, actor, language in rows:
        yield from ((form, actor) for form in forms(word, language))
