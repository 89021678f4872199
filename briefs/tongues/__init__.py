"""An archive in another language: the register's names, its issues and the curators' wording, by reviewed tables.

`told_in` gives the same archive with French names in it, so that writer and prover look names up where they always do.
Quotations, titles of texts and publishers keep their language. What has no translation is marked with a character that
no brief may hold (`NOT_TOLD`): `briefs.briefing` then answers in English and says so. Sentences are no matter of it.

    names.XX.tsv   id, name printed in English, name, article, gender and number, short form
    words.XX.tsv   kind, English, translation: issues, offices, standings, notes, and what curators wrote of acts; what
                   is hoped or denied has kinds of its own (`hopes`, `denies`), else it is told as what somebody `says`;
                   `role.she` is the office of a woman, `issue.names` what else an issue is asked for by. An operator's
                   own file of that name, beside the records, adds to the shipped one and is taken before it
                   (`Archive.wordings`)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources
from typing import cast

from briefs.archive import Archive
from briefs.codebook import Act, ActorKind
from briefs.history import History, Revision
from briefs.records import Actor, Count, Dated, EventRecord, FormerState, Printed, Register, Saying

ENGLISH = "en"
LANGUAGES = (ENGLISH, "fr", "es", "km")
"""The languages one can ask in."""
_ASKED_IN = "tongues.asked_in."
NOT_TOLD = "\0"
"""Stands before wording that has no translation. No brief may hold it."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The reviewed tables of one language."""

    names: Mapping[tuple[str, str], Printed]
    """(id, English name) → name; (id, "") is the first line of that id, its usual name."""
    shorts: Mapping[str, str]
    words: Mapping[tuple[str, str], str]
    """(kind, English) → translation."""

    def word(self, kind: str, english: str, *or_as: str) -> str:
        """The translation, as that kind of wording or else as another; or the English behind the mark."""
        found = (self.words.get((each, english)) for each in (kind, *or_as))
        return next((told for told in found if told is not None), NOT_TOLD + english)

    @property
    def gendered(self) -> bool:
        """Whether its words tell men from women."""
        return any(printed.form.startswith("f") for printed in self.names.values())

    def besides(self, wordings: Mapping[tuple[str, str], str]) -> Tables:
        """These tables with an operator's own wordings."""
        return Tables(self.names, self.shorts, {**self.words, **wordings}) if wordings else self


def told_in(archive: Archive, language: str) -> Archive:
    """The same archive with names and wording in that language."""
    return archive if language == ENGLISH else _archive(_Same(archive), language)


def asked_in(archive: Archive, language: str) -> Archive:
    """The English archive for an answer that was asked for in a language that cannot tell it yet."""
    made = archive.drawn.get(f"{_ASKED_IN}{language}")
    if made is None:  # once, with the indexes it makes
        made = replace(archive, register=_asked(_Same(archive.register), language), view=archive.rolls)
        archive.drawn[f"{_ASKED_IN}{language}"] = made
    return cast(Archive, made)


def form_in(archive: Archive, form: str) -> str:
    """A form of acts as the archive has it, in its language."""
    language = archive.register.language
    return form if language == ENGLISH else _tables(archive, language).word("form", form)


def _tables(archive: Archive, language: str) -> Tables:
    return tables_of(language).besides(archive.wordings.get(language, {}))


class _Same:
    """A cache key by identity: archives, registers and wordings hold mappings and have no hash."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.value is self.value


@lru_cache(maxsize=8)
def _archive(same: _Same, language: str) -> Archive:
    archive = same.value
    assert isinstance(archive, Archive)
    tables = _tables(archive, language)
    register = _register(_Same(archive.register), language, _Same(archive.wordings))
    events = {key: _event(event, tables, register) for key, event in archive.events.items()}
    history = _history(archive.history, tables, register) if archive.history else None
    return replace(archive, register=register, events=events, history=history, view=archive.rolls)


def _history(history: History, tables: Tables, register: Register) -> History:
    """Every revision with its wording translated as the record's is: what was held then is held against it."""

    def read() -> Iterator[Revision]:
        for revision in (each for of in history.revisions.values() for each in of):
            now = revision.content
            yield replace(revision, content=_event(now, tables, register)) if isinstance(now, EventRecord) else revision

    return replace(history, read=read)


@lru_cache(maxsize=8)
def _asked(same: _Same, language: str) -> Register:
    assert isinstance(same.value, Register)
    return replace(same.value, asked_in=language)


@lru_cache(maxsize=8)
def _register(same: _Same, language: str, wordings: _Same) -> Register:
    register, own = same.value, wordings.value
    assert isinstance(register, Register)
    assert isinstance(own, Mapping)
    tables = tables_of(language).besides(own.get(language, {}))
    return replace(
        register,
        actors={key: _actor(actor, tables) for key, actor in register.actors.items()},
        issues={key: replace(issue, title=tables.word("issue", issue.title)) for key, issue in register.issues.items()},
        former={key: _former(former, tables) for key, former in register.former.items()},
        language=language,
        printed=_by_seat(register, tables),
    )


def _by_seat(register: Register, tables: Tables) -> Mapping[tuple[str, str], Printed]:
    """Every name, those of former states under the id of their seat too."""
    former = register.former.values()
    lent = {(f.seat, f.name): tables.names[f.id, f.name] for f in former if f.seat and (f.id, f.name) in tables.names}
    return {**lent, **tables.names}


def _actor(actor: Actor, tables: Tables) -> Actor:
    role = "role.she" if tables.gendered and actor.pronoun == "she" else "role"
    worded = replace(
        actor,
        standing=tables.word("standing", actor.standing) if actor.standing else None,
        people=tables.word("people", actor.people) if actor.people else None,
        roles=tuple(replace(held, title=tables.word(role, held.title)) for held in actor.roles),
        notes=tuple(replace(note, value=tables.word("note", note.value)) for note in actor.notes),
    )
    if actor.kind is ActorKind.PERSON:
        if (own := tables.names.get((actor.id, ""))) is not None:
            worded = replace(worded, name=own.name)
        known = not tables.gendered or actor.pronoun in ("he", "she")
        return worded if known else replace(worded, name=NOT_TOLD + actor.name)  # nobody's gender is guessed
    found = tables.names.get((actor.id, "")) or Printed(NOT_TOLD + actor.name, "", "ms")
    return replace(
        worded,
        name=found.name,
        article=found.article,
        short=tables.shorts.get(actor.id, found.name) if actor.short else None,
        un_names=tuple(_dated(actor, name, tables, found) for name in actor.un_names),
    )


def _dated(actor: Actor, name: Dated[str], tables: Tables, usual: Printed) -> Dated[str]:
    """A name of other days; one without a line of its own is the usual one's older spelling in English alone."""
    found = tables.names.get((actor.id, name.value), usual)
    return replace(name, value=found.name)


def _former(former: FormerState, tables: Tables) -> FormerState:
    found = tables.names.get((former.id, former.name)) or Printed(NOT_TOLD + former.name, "", "ms")
    return replace(former, name=found.name, article=found.article)


def _event(event: EventRecord, tables: Tables, register: Register) -> EventRecord:
    """The curators' wording translated; quotations as they are."""

    def other(key: str | None) -> str | None:
        """Somebody of the register, or the record's own words for a counterpart."""
        return key if key is None or key in register.actors else tables.word("what", key)

    def told(kind: str, english: str | None) -> str | None:
        return None if english is None else tables.word(kind, english)

    def count(held: Count) -> Count:
        return replace(held, approx=told("approx", held.approx), counted=told("counted", held.counted))

    def what(act: Act, english: str | None) -> str | None:
        """An object may need other words after one act ("praised the pilots": "elogió a los pilotos")."""
        return None if english is None else tables.word(f"what.{act.value}", english, "what")

    def saying(held: Saying) -> Saying:
        """What is hoped or denied is in the subjunctive of many languages."""
        kind = "hopes" if held.hedge else "denies" if event.act is Act.DENY else "says"
        return replace(held, text=tables.word(kind, held.text, "says"), again=told("says", held.again))

    return replace(
        event,
        label=told("label", event.label),
        what=what(event.act, event.what),
        to=other(event.to),
        partner=other(event.partner),
        target=other(event.target),
        condition=told("condition", event.condition),
        what_forms={key: tables.word("what", form) for key, form in event.what_forms.items()},
        says=tuple(saying(held) for held in event.says),
        form=told("form", event.form),
        via=tuple(replace(via, form=tables.word("via", via.form)) for via in event.via),
        cosponsors=count(event.cosponsors) if event.cosponsors else None,
        figures={key: count(figure) for key, figure in event.figures.items()},
        asserts=tuple(
            replace(claim, what=what(claim.act, claim.what), partner=other(claim.partner)) for claim in event.asserts
        ),
    )


@cache
def tables_of(language: str) -> Tables:
    """The tables of a language, read once."""
    names: dict[tuple[str, str], Printed] = {}
    shorts: dict[str, str] = {}
    for id_, english, name, article, form, *short in _rows("names", language):
        printed = Printed(name, article, form)
        names.setdefault((id_, ""), printed)
        names[id_, english] = printed
        shorts |= {id_: short[0]} if short else {}
    return Tables(names, shorts, words_of(language))


@cache
def words_of(language: str) -> Mapping[tuple[str, str], str]:
    """(kind, English) → translation: the reviewed wording of a language, read once."""
    return {(kind, english): told for kind, english, told, *_ in _rows("words", language)}


def _rows(table: str, language: str) -> Iterator[list[str]]:
    return rows_of(resources.files("briefs.tongues").joinpath(f"{table}.{language}.tsv").read_text(encoding="utf-8"))


def rows_of(text: str) -> Iterator[list[str]]:
    """The lines of a table, cut at their tabs; comments and empty lines are none."""
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")
