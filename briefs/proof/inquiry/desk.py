"""A text → one verdict a line, in order, with what a reader has in mind moving on as in a brief.

A proved sentence moves the memory on, a refuted one too (it was read, and says whom "He" would be). After a line that
nobody can read nothing is taken over but what the heading established: "He" may be anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from briefs.archive import Archive
from briefs.proof.case import Brief, Focus, Under
from briefs.proof.evidence import strange_character
from briefs.proof.inquiry.asked import leans
from briefs.proof.inquiry.index import Index
from briefs.proof.inquiry.likeness import altered
from briefs.proof.inquiry.ruling import Ruling, Verdict
from briefs.proof.inquiry.search import Found, Inquiry
from briefs.proof.inquiry.sentences import bare, cells, ends, likely
from briefs.proof.lexicon import lexicon_of
from briefs.proof.memory import moved_on
from briefs.proof.skeletons import SkeletonList
from briefs.proof.submission import Submission

LONGEST = 4_000
"""Characters of a line that is read; no paragraph of a brief is as long."""
MOST = 40
"""Sentences of a line that are tried."""
TOGETHER = 3
"""Sentences, as a reader would cut them, of what is signed as one."""
LOST = Under("lost")
"""Under no run-in that anybody could know: in a digest, after a line that nobody can read."""


def inquire(
    lines: Iterable[str], archive: Archive, as_of: date, subject: tuple[str, ...], skeletons: SkeletonList
) -> Iterator[Ruling]:
    """One ruling for each line that is not blank. `archive` is the view of that day, `subject` ids or none."""
    submission = Submission("", (), "", (), "", as_of, subject)
    brief = Brief(submission, archive, lexicon_of(archive.register))
    desk = _Desk(Inquiry(Index(archive), brief, skeletons), subject)
    return (desk.rule(line) for line in lines if line.strip(" \t\r"))


@dataclass(frozen=True, slots=True)
class _Mind:
    """The reader's memory, and what the text is about as far as is known."""

    focus: Focus
    subject: tuple[str, ...]
    cites: tuple[str, ...] = ()
    """What the lines so far rest on."""

    shaken: frozenset[str] = frozenset()
    """What of the memory only a refuted sentence established."""
    whole: bool = True
    """Whether every line so far was proved."""

    def after(self, found: Found) -> _Mind:
        """The same reader after a proved sentence."""
        cites = tuple(dict.fromkeys((*self.cites, *found.cites)))
        focus = moved_on(found.brief, self.focus, found.proof)
        return replace(self, focus=focus, cites=cites, shaken=self.shaken - _established(found))

    def despite(self, found: Found) -> _Mind:
        """The same reader after a refuted sentence: whom it named is clear, its year is not if its day was wrong."""
        focus = moved_on(found.brief, self.focus, found.proof)
        wrong = any(miss.kind == "date" for miss in found.missed)
        moved = {name for name in MOVED if getattr(focus, name) != getattr(self.focus, name)}
        focus = focus._replace(year=None) if wrong else focus
        return replace(self, focus=focus, shaken=self.shaken | moved, whole=False)


class _Desk:
    def __init__(self, inquiry: Inquiry, subject: tuple[str, ...]) -> None:
        self._inquiry = inquiry
        self._mind = _Mind(_at_first(inquiry.brief, Focus()), subject)
        self._heading = self._mind
        """What stays when a line cannot be read."""
        self._first = True

    def rule(self, line: str) -> Ruling:
        text, first, self._first = bare(line), self._first, False
        why = _unreadable(text)
        if why:
            self._forget()
            return Ruling(line, Verdict.UNPROVABLE, (), why)
        proved = (self._titled(text) if first else None) or self._proved(text)
        if proved is not None:
            cites, mind = proved
            self._mind = mind
            if first and not cites:
                self._heading = mind
            return Ruling(line, Verdict.PROVED, cites, "" if cites else "A heading: it claims nothing.")
        return replace(self._against(text), text=line)

    def _forget(self) -> None:
        under = LOST if self._heading.focus.digest_day else None
        introduced = self._mind.focus.introduced
        focus = self._heading.focus._replace(under=under, introduced=introduced)
        self._mind = replace(self._mind, focus=focus, subject=self._heading.subject, shaken=frozenset(), whole=False)

    # --- proving -------------------------------------------------------------------------------------------------

    def _titled(self, text: str) -> tuple[tuple[str, ...], _Mind] | None:
        """A heading says what the text is about; a record's id alone is the heading of a page about its source."""
        given = self._mind.subject or ((text,) if text in self._inquiry.index.archive.standing else ())
        found = self._inquiry.proof(self._mind.focus, "title", text, given)
        if found is None:
            return None
        focus = _at_first(found.brief, moved_on(found.brief, self._mind.focus, found.proof))
        return (), _Mind(focus, found.brief.submission.subject)

    def _proved(self, text: str) -> tuple[tuple[str, ...], _Mind] | None:
        """The cites of all its sentences, each proved after the other; None where any is not."""
        whole = self._one(text, self._mind)
        if whole is not None:
            return whole
        row = self._in_turn(cells(text))
        if row is not None:
            return row
        stops = ends(text)
        if 1 < len(stops) <= MOST:
            return self._cut(text, 0, stops, self._mind, set())
        return None

    def _cut(
        self, text: str, start: int, stops: tuple[int, ...], mind: _Mind, dead: set[tuple[int, _Mind]]
    ) -> tuple[tuple[str, ...], _Mind] | None:
        """The text from `start` on as sentences, the shortest that is proved first."""
        if (start, mind) in dead:
            return None
        for end in (stop for stop in stops if stop > start):
            found = self._one(text[start:end], mind) if (start, end) != (0, len(text)) else None
            if found is None:
                continue
            cites, after = found
            if end == len(text):
                return found
            rest = self._cut(text, end + 1, stops, after, dead)
            if rest is not None:
                return tuple(dict.fromkeys((*cites, *rest[0]))), rest[1]
        dead.add((start, mind))
        return None

    def _in_turn(self, pieces: tuple[str, ...]) -> tuple[tuple[str, ...], _Mind] | None:
        """A row's cells."""
        mind, cites = self._mind, list[str]()
        if not pieces:
            return None
        for piece in pieces:
            found = self._one(piece, mind)
            if found is None:
                return None
            cites += found[0]
            mind = found[1]
        return tuple(dict.fromkeys(cites)), mind

    def _one(self, text: str, mind: _Mind) -> tuple[tuple[str, ...], _Mind] | None:
        """One sentence, or one phrase that claims nothing."""
        for place in ("claim", "phrase"):
            found = self._inquiry.proof(mind.focus, place, text, mind.subject, mind.cites)
            if found is not None:
                return found.cites, mind.after(found)
        return None

    # --- not proved ----------------------------------------------------------------------------------------------

    def _against(self, text: str) -> Ruling:
        """Refuted where any sentence is, else not provable, for the reason of the first that is not."""
        pieces = cells(text) or self._together(self._under_its_day(likely(text)))
        open_: Ruling | None = None
        for piece in pieces:
            found = self._one(piece, self._mind)
            if found is not None:
                self._mind = found[1]
                continue
            ruling = self._refuted(piece)
            if ruling is not None:
                return ruling if len(pieces) == 1 else replace(ruling, why=f"{ruling.why} – in “{_short(piece)}”")
            open_ = open_ or self._open(piece, alone=len(pieces) == 1)
            self._forget()
        self._forget()
        return open_ or Ruling(text, Verdict.UNPROVABLE, (), NOT_READ)

    def _under_its_day(self, pieces: tuple[str, ...]) -> tuple[str, ...]:
        """The pieces of a digest's or timeline's line: a run-in ("7 April 2022.") belongs to what stands after it."""
        focus = self._mind.focus
        if focus.digest_day is None or len(pieces) < 2:
            return pieces
        run_in = self._inquiry.proof(focus, "runin", pieces[0], self._mind.subject)
        return pieces if run_in is None else (f"{pieces[0]} {pieces[1]}", *pieces[2:])

    def _together(self, pieces: tuple[str, ...]) -> tuple[str, ...]:
        """Pieces that are signed as one: "That transcript cites …" belongs to what stands before it."""
        joined, start = list[str](), 0
        while start < len(pieces):
            stops = range(min(start + TOGETHER, len(pieces)), start + 1, -1)
            several = (stop for stop in stops if self._reads(" ".join(pieces[start:stop])))
            stop = next(several, start + 1)
            joined.append(" ".join(pieces[start:stop]))
            start = stop
        return tuple(joined)

    def _reads(self, text: str) -> bool:
        return bool(self._inquiry.readings(self._mind.focus, text))

    def _refuted(self, text: str) -> Ruling | None:
        mind = self._mind
        before = mind.cites if mind.whole else None
        found = self._inquiry.refutation(mind.focus, text, mind.subject, mind.shaken, before)
        if found is not None:
            self._mind = self._mind.despite(found)
            return Ruling(text, Verdict.REFUTED, found.cites, _said(found))
        for quote in altered(self._inquiry.index, text):
            if not quote.part and self._one(quote.mended, self._mind) is not None:
                self._forget()
                why = f'{quote.records[0]}: the words on record are "{quote.words}"'
                return Ruling(text, Verdict.REFUTED, quote.records, why)
        return None

    def _open(self, text: str, alone: bool) -> Ruling:
        why = self._why(text)
        return Ruling(text, Verdict.UNPROVABLE, (), why if alone else f"{why} – in “{_short(text)}”")

    def _why(self, text: str) -> str:
        cut = next((quote for quote in altered(self._inquiry.index, text) if quote.part), None)
        if cut is not None:
            return f'It cuts a quotation; {cut.records[0]} has it whole: "{cut.words}"'
        read = self._inquiry.readings(self._mind.focus, text)
        if not read:
            return NOT_READ
        if all(leans(skeleton) for skeleton in read):
            return LEANS
        return "No record held tells of this, and none says otherwise."


MOVED = ("person", "actor", "measure", "move", "issue", "spoke", "heard")


def _established(found: Found) -> frozenset[str]:
    """What of the memory that sentence establishes by itself."""
    focus = moved_on(found.brief, Focus(), found.proof)
    return frozenset(name for name in MOVED if getattr(focus, name))


NOT_READ = "No signed sentence reads this."
LEANS = (
    "It leans on what was said before (“He”, “it”, “this issue”), and that is not established here; --subject can name "
    "an actor, an issue or a text."
)


def _said(found: Found) -> str:
    return "; ".join(dict.fromkeys(miss.said for miss in found.missed if miss.said))


def _unreadable(text: str) -> str:
    if len(text) > LONGEST:
        return f"It is longer than {LONGEST:,} characters; no sentence of a brief is."
    strange = strange_character(text)
    if strange is not None:
        return f"It holds the character U+{ord(strange):04X}, which no brief may hold."
    return ""


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59].rstrip() + "…"


def _at_first(brief: Brief, focus: Focus) -> Focus:
    """The one text asked for is "it" from the beginning."""
    measures = brief.subject_measures
    return focus._replace(measure=next(iter(measures))) if len(measures) == 1 else focus
