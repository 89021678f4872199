# ruff: noqa: E501  (a rule is read as one line)
"""The rules of a whole brief: characters, cites, days, corrections, order, what "he" and "it" mean, tables, notes, history.

Each is a piece of the prover's code with a brief that it alone stops, or with the reason why there is none.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.archives import imported
from tests.briefs.gold import submission
from tests.histories import BEGUN
from tests.knockouts.code import CodeRule, Trial
from tests.knockouts.trials import (
    DAY,
    LINE,
    SANCTIONS,
    also_after_another,
    another_day_in_a_digest,
    another_day_under_a_run_in,
    another_move,
    as_known,
    cell_in_another_row,
    composed_label,
    corrected_one,
    disagreeing,
    doubled,
    french,
    he_of_two,
    held_too_much,
    it_is_another_text,
    it_is_none_of_two,
    it_is_the_last_subject,
    lived,
    more_that_were_told,
    names_after_another,
    not_yet,
    note,
    of,
    one_for_two,
    only_headings,
    spare,
    strange_label,
    strange_licence,
    superfluous,
    under_a_run_in,
    unread_query,
    unsaid_correction,
    with_cite,
    year_of_the_last_day,
)

RULES: tuple[CodeRule, ...] = (
    CodeRule("a list of another language", "engine", "if archive.register.language != skeletons.lang:", "if False:", None, "a list read with another language's names ends in an error, as kinds of slots are missing; with the rule it is an objection"),
    CodeRule("sources of later days held", "engine", "archive.latest is not None and archive.latest > submission.as_of", "False", held_too_much),
    CodeRule("a brief that claims nothing", "engine", "if not any(sentence.cites for sentence in submission.sentences):", "if False:", only_headings),
    CodeRule("strange characters in a sentence", "engine", "    if strange is not None:\n        return", "    if False:\n        return", strange_label),
    CodeRule("strange characters in a note", "engine", "if strange is None else None", "if True else None", strange_licence),
    CodeRule("composed characters", "evidence", 'text.isascii() or unicodedata.is_normalized("NFC", text)', "True", composed_label),
    CodeRule("the language of titles unsaid", "engine", "if quoted is not (table.note in proved):", "if table.note in proved and not quoted:", lambda: french(True)),
    CodeRule("the language of no titles said", "engine", "if quoted is not (table.note in proved):", "if quoted and table.note not in proved:", lambda: french(False)),
    CodeRule("every cite is used", "engine", "            if used == case.cites:", "            if True:", superfluous),
    CodeRule("no proof does with fewer", "engine", "if proof is not None and not spare:", "if proof is not None:", spare),
    CodeRule("a digest's own sentences", "engine", "if skeleton.id.startswith(DIGEST) or not in_digest:", "if True:", another_day_in_a_digest),
    CodeRule("a cite twice", "evidence", "if len(set(sentence.cites)) < len(sentence.cites):", "if False:", doubled),
    CodeRule("a query nobody can read", "evidence", 'return Objection("C9", sentence.text, str(error))', "continue", unread_query),
    CodeRule("an entry nobody has", "evidence", 'return Objection("C10", sentence.text, f"{cite} is no register entry")', "continue", lambda: with_cite("register:nobody")),
    CodeRule("a revision nobody recorded", "evidence", 'return Objection("C10", sentence.text, f"{cite} is no revision that this archive had recorded")', "continue", lambda: with_cite("revision:voa/vote@2026-03-02T09:00:00+00:00")),
    CodeRule("a record nobody holds", "evidence", 'return "C10", f"{cite} is no record held as of {as_of.isoformat()}"', "return None", None, "every cited record stands in a note, and a note holds only what is held; here the sentence is named and not the note"),
    CodeRule("a record that is corrected", "evidence", "if cite not in brief.standing:", "if False:", corrected_one),
    CodeRule("a record of a day to come", "evidence", "if max(happened, archive.source_of(cite).published) > as_of:", "if False:", not_yet),
    CodeRule("a correction unsaid", "corrections", "if corrected(case) else case", "if False else case", unsaid_correction),
    CodeRule("two records, not one", "solving", "                if record.id not in taken(env):", "                if True:", one_for_two),
    CodeRule("he after two persons", "memory", "(people[0].person if len({p.person for p in people}) == 1 else None)", "people[0].person", he_of_two),
    CodeRule("it is the text of the last claim", "memory", "        measure = next(iter(measures))", "        measure = measure or next(iter(measures))", it_is_another_text),
    CodeRule("it is none of two texts", "memory", "        measure = None\n", "        pass\n", it_is_none_of_two),
    CodeRule("it is the subject of the last claim", "memory", "if s.name == \"a\" and s.type in NAMING), focus.actor\n", "if s.name == \"a\" and s.type in NAMING and not focus.actor), focus.actor\n", it_is_the_last_subject),
    CodeRule("words that agree", "matching", "and (table is None or agrees(table, case, skeleton, env))", "", disagreeing),
    CodeRule("the move is the last one", "memory", "move = moves[0] if len(moves) == 1 else focus.move", "move = focus.move or (moves[0] if len(moves) == 1 else None)", another_move),
    CodeRule("a short day is of the year named last", "memory", "for day in reversed(days) if isinstance(day, date)), focus.year)", "for day in () if isinstance(day, date)), 2021)", year_of_the_last_day),
    CodeRule("also of the words told just before", "memory", "spoke=alone if words else None", "spoke=alone if words else focus.spoke", also_after_another),
    CodeRule("the countries counted just before", "memory", "counted=alone if counted else None", "counted=alone if counted else focus.counted", names_after_another),
    CodeRule("a run-in holds until the next", "memory", "return replace(focus, under=proof.under) if focus.digest_day else focus", "return focus", under_a_run_in),
    CodeRule("told is not more", "memory", "told = told | {call.id for call in calls}", "pass", more_that_were_told),
    CodeRule("a run-in only before acts", "engine", ' and any(atom.name == "in_hand" for atom in skeleton.atoms)', "", another_day_under_a_run_in),
    CodeRule("cells in their own column", "tables", 'if not cell.startswith(f"{label} · {column}: "):', "if False:", cell_in_another_row),
    CodeRule("notes numbered", "footer", "if [note.number for note in notes] != list(range(1, len(notes) + 1)):", "if False:", lambda: of(note(LINE, number=2))),
    CodeRule("a record in two notes", "footer", "if len(noted) != len(set(noted)):", "if False:", lambda: of(replace(note(LINE, records=(*LINE.notes[0].records, "voa/vote")), paste=""))),
    CodeRule("every cited record in a note", "footer", "if cited - set(noted):", "if False:", lambda: of(replace(note(LINE, records=("voa/vote",)), paste=""))),
    CodeRule("no other record in a note", "footer", "if set(noted) - cited:", "if False:", lambda: of(replace(note(LINE, records=(*LINE.notes[0].records, "voa/veto")), paste=""))),
    CodeRule("a note opens its source", "footer", "if note.url not in urls:", "if False:", lambda: of(replace(note(LINE, url="https://example.org"), paste=""))),
    CodeRule("a note without records", "engine", "if not note.records or not all(map(brief.archive.holds, note.records)):", "if False:", None, "no source is found for such a note, so its address is refused; without it reading the note would fail"),
    CodeRule("a note that names its source", "engine", "if not isinstance(result, Proof):", "if False:", lambda: of(note(LINE, text="AFP, 4 Mar 2022"))),
    CodeRule("a footer there must be", "engine", 'if text or place == "footer":', "if text:", lambda: of(replace(LINE, footer=""))),
    CodeRule("a footer and a paste line that are proved", "engine", '            if isinstance(result, Objection):\n                yield result', '            if False:\n                yield result', lambda: of(replace(LINE, footer="Sources to 5 Mar 2022"))),
    CodeRule("a view of the past unsaid", "known", "if archive.known is not None:", "if False:", lambda: Trial(submission("Singapore", ("SGP",), SANCTIONS), lived().known_by(BEGUN + timedelta(hours=1)).as_of(DAY))),
    CodeRule("no history to know by", "known", "        yield Objection(\"C7\", submission.title, \"the archive keeps no history, so nobody knows what was known when\")", "        pass", lambda: as_known(lambda a: replace(a, history=None))),
    CodeRule("a record as it stands now", "known", "if _as_recorded(record, told) != told.get(id_) or archive.sources[record.source] != told.get(record.source):", "if False:", lambda: as_known(lambda a: replace(a, events=lived().events), SANCTIONS.text.replace("Russia", "Belarus"))),
    CodeRule("a record left out", "known", "if not isinstance(content, Source) and id_ not in records and _past(content, told) <= submission.as_of:", "if False:", lambda: as_known(lambda a: replace(a, events={k: e for k, e in a.events.items() if k != "voa/cnrp"}))),
    CodeRule("another voting file", "known", "if (archive.imported.at if archive.imported else None) != voting:", "if False:", lambda: as_known(lambda a: replace(a, imported=imported().imported, view=None))),
)  # fmt: skip
