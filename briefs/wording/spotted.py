"""What a text names, told in service words: a list of names, each with what can be asked about it."""

from __future__ import annotations

from collections.abc import Sequence

from briefs.document import Block, Bullets, Document, Line, Paragraph, say
from briefs.wording.catalogue import words
from briefs.wording.findings import TEXT, Pointer, line
from briefs.wording.frame import on_language
from briefs.wording.notices import LANG, Offer, echo, word


def several(typed: str, offers: Sequence[Offer], beside: str = "", language: str = LANG) -> Line:
    """Words that several bear, each with what to ask; `beside` tells who else does, where only one is an actor."""
    first = word(f"beside-{beside}" if beside else "spot-several", language, typed=echo(typed))
    asked = (word("choice", language, command=offer.command, label=offer.label) for offer in offers)
    return say(first + " " + word("spot-separator", language).join(asked))


def not_held(symbol: str, language: str = LANG) -> Line:
    """A symbol of no text held."""
    return say(word("spot-not-held", language, symbol=echo(symbol)))


def document(found: Sequence[Pointer | Line], more: int, cut: int, language: str = LANG) -> Document:
    """All that was found, in order. `more` names are not told; only the first `cut` characters were read, if not 0."""
    told = Bullets(tuple(line(one, language) if isinstance(one, Pointer) else one for one in found))
    notes = [word("spot-more", language, count=more)] if more else []
    notes += [word("spot-cut", language, count=cut)] if cut else []
    lead = Paragraph((say(word("spot-lead" if found else "spot-nothing", language)),))
    blocks: list[Block] = [lead, told] if found else [lead]
    titled = any(isinstance(one, Pointer) and one.kind == TEXT for one in found)
    last = (*map(say, notes), *on_language(words(language), blocks, titled=titled))
    blocks += [Paragraph(last)] if last else []
    return Document(word("spot-title", language), tuple(blocks), language=language)
