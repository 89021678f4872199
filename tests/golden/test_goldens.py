"""Goldens: whole answers as people and platforms get them. `make goldens` writes them anew; the diff is read as prose.

One file a question and form: `.txt` is the plain text (what every platform's post carries), `.console.txt` the terminal
at 80 columns, `.discord.json` and `.slack.json` the payloads.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

import adapters.console.render
import adapters.discord.render
import adapters.slack.render
from adapters.contract import Request
from bot.commands import Desk, Held
from briefs import briefing
from briefs.archive import Archive
from briefs.codebook import ActorKind, Length
from briefs.document import Document
from briefs.plain import plain, plain_block
from tests.archives import article, imported, odd, shipped, specimens, wavering
from tests.histories import lived

HERE = Path(__file__).parent
WRITE = os.environ.get("DATELINE_WRITE_GOLDENS") == "1"
TODAY = datetime(2026, 11, 23, 12, tzinfo=UTC)

ARTICLE = {
    "article-position-cambodia": "position cambodia as of 2022-03-04 long",
    "article-event": "event un-es-11-1 as of 2022-03-04 long",
    "article-compare": "compare cambodia vietnam singapore as of 2022-03-04 long",
    "article-digest": "digest 2022-03-03 long",
}
SHIPPED = {
    **{
        f"position-{name.replace(' ', '-')}": f"position {name} ukraine"
        for name in (
            "cambodia",
            "vietnam",
            "laos",
            "singapore",
            "united states",
            "tuvalu",
            "palestine",
            "venezuela",
            "north korea",
            "myanmar",
            "hungary",
            "china",
            "asean",
            "hun sen",
        )
    },
    "timeline-cambodia": "timeline cambodia",
    "timeline-cambodia-long": "timeline cambodia on ukraine long",
    "timeline-cambodia-line": "timeline cambodia line",
    "timeline-united-states": "timeline united states",
    "timeline-cnrp": "timeline cnrp",
    "timeline-holy-see": "timeline holy see",
    "source-kh-msg": "source voa/kh-msg",
    "source-kh-msg-long": "source voa/kh-msg long",
    "source-es-11-1": "source ES-11/1",
    "source-vote-line": "source voa/vote line",
    "find-cambodai": "find cambodai",
    "find-cease-fire": "find cease fire",
    "find-nothing": "find xyzzyqqq",
    "glossary": "glossary",
    "glossary-did-not-vote": "glossary did not vote",
    "glossary-abstane": "glossary abstane",
    "position-cambodia-line": "position cambodia ukraine line",
    "position-cambodia-long": "position cambodia ukraine long",
    "position-cambodia-before-april-2022": "position cambodia ukraine as of 2022-03-04",
    "event-es-11-3": "event A/RES/ES-11/3",
    "event-es-11-1-long": "event ES-11/1 long",
    "vote-es-11-1": "vote ES-11/1",
    "vote-es-11-1-long": "vote ES-11/1 long",
    "vote-es-11-1-arab-league": "vote ES-11/1 by the arab league",
    "voters-es-11-1-abstained": "voters aggression against ukraine abstained",
    "voters-es-11-3-against-asean": "voters ES-11/3 no asean",
    "compare-cambodia-vietnam": "compare cambodia vietnam ukraine",
    "digest-2022-03-03": "digest 2022-03-03",
    "digest-2022-04-07": "digest 2022-04-07 long",
    "digest-quiet": "digest 2022-05-01",
    "unknown": "position cambodai",
    "ambiguous": "position korea",
    "help": "help",
}
IMPORTED = {
    "imported-compare": "compare cambodia vietnam on palestine",
    "imported-compare-three": "compare cambodia russia laos long",
    "source-file": "source 75/191",
    "find-file": "find situation palestin question",
    "imported-digest": "digest 1990-12-06 long",
    "imported-digest-issues": "digest 2020-12-16 long",
}
"""Beside an invented voting file: titles are real, votes are not."""
WAVERING = {
    "timeline-file": "timeline indonesia long",
    "timeline-file-palestine": "timeline indonesia on palestine",
    "bloc-asean": "bloc asean",
    "bloc-asean-palestine": "bloc asean on palestine",
    "compare-one-title": "compare cambodia vietnam thailand on palestine",
    "bloc-african-union": "bloc au on palestine long",
    "bloc-gcc": "bloc gcc",
    "bloc-nato-line": "bloc nato on iran line",
    "shifts": "shifts since 1990 palestine",
    "shifts-line": "shifts since 1990 line",
    "shifts-year": "shifts iran as of 2000-01-01",
    "issues": "issues",
    "issues-long": "issues as of 1990-01-01 long",
}
"""Beside one in which members change their votes."""
ODD = {
    "vote-file-long": "vote 37/13 long",
    "vote-file-bloc": "vote 38/13 nato",
    "voters-file-absent": "voters 35/13 did not vote",
    "voters-file-nobody": "voters 74/901 against",
    "event-file": "event A/RES/38/13",
    "event-file-long": "event 36/13 long",
    "texts-asked-back": "event invented",
    "voters-no-option": "voters 38/13 maybe",
}
"""Questions about an invented voting file beside what is shipped."""
EVERYBODY: dict[str, tuple[Callable[[], Archive], str]] = {
    "ukraine-war": (shipped, "from the shipped records"),
    "palestine": (imported, "from an invented voting file: titles are real, votes are not"),
    "iran-human-rights": (imported, "from an invented voting file: titles are real, votes are not"),
}
"""Issues on which the position of every member is a golden, and what it rests on."""
KHMER = {
    "km-position-tuvalu": "position tuvalu ukraine ជាភាសាខ្មែរ",
    "km-position-france-line": "position france ukraine line in khmer",
    "km-position-philippines": "position philippines ukraine long in khmer",
    "km-position-asean": "position asean ukraine in khmer",
    "km-position-palestine": "position palestine ukraine in khmer",
    "km-position-cambodia": "position cambodia ukraine in khmer",
    "km-position-cambodia-long": "position cambodia ukraine long in khmer",
    "km-position-cambodia-all": "position cambodia in khmer",
    "km-position-singapore": "position singapore ukraine in khmer",
    "km-position-hun-sen": "position hun sen ukraine long in khmer",
    "km-vote-es-11-1": "vote ES-11/1 in khmer",
    "km-vote-es-11-3-asean": "vote ES-11/3 asean in khmer",
    "km-event-es-11-3": "event A/RES/ES-11/3 in khmer",
    "km-digest-2025-02-24": "digest 2025-02-24 long --language km",
    "km-digest-2022-03-03": "digest 2022-03-03 long --language km",
    "km-digest-2022-03-03-line": "digest 2022-03-03 line --language km",
    "km-voters-es-11-3-against-asean": "voters ES-11/3 against asean --language km",
    "km-source-kh-msg": "source voa/kh-msg long --language km",
    "km-timeline-cambodia": "timeline cambodia --language km",
    "km-digest-quiet": "digest 2022-05-01 --language km",
    "km-compare-france-switzerland": "compare france switzerland ukraine in khmer",
    "km-compare-india-iran": "compare india iran ukraine in khmer",
    "km-shifts-not-yet": "shifts since 1990 palestine in khmer",
}
KHMER_LIVED = {
    "km-changed": "changed since 2026-03-02 --language km",
    "km-event-retracted": "event voa/kh-msg --language km",
    "km-position-known": "position cambodia ukraine --known 2026-03-03 --language km",
    "km-position-before-it-began": "position cambodia ukraine line --known 2026-03-01 --language km",
}
KHMER_ARTICLE = {
    "km-article-position-cambodia": "position cambodia as of 2022-03-04 long --language km",
    "km-article-compare": "compare cambodia vietnam singapore as of 2022-03-04 long --language km",
    "km-article-event": "event un-es-11-1 as of 2022-03-04 long --language km",
}
FRENCH = {
    "fr-position-tuvalu": "position tuvalu ukraine en français",
    "fr-position-france-line": "position france ukraine line en français",
    "fr-position-philippines": "position philippines ukraine long en français",
    "fr-position-asean": "position asean ukraine en français",
    "fr-position-palestine": "position palestine ukraine en français",
    "fr-position-cambodia": "position cambodia ukraine en français",
    "fr-position-cambodia-long": "position cambodia ukraine long en français",
    "fr-position-hun-sen": "position hun sen ukraine long en français",
    "fr-event-es-11-1-long": "event ES-11/1 long en français",
    "fr-digest-2022-03-03": "digest 2022-03-03 long --language fr",
    "fr-digest-2022-03-03-line": "digest 2022-03-03 line --language fr",
    "fr-timeline-cambodia": "timeline cambodia --language fr",
    "fr-timeline-cnrp": "timeline cnrp --language fr",
    "fr-compare-three": "compare cambodia vietnam singapore ukraine long --language fr",
    "fr-position-singapore": "position singapore ukraine en français",
    "fr-vote-es-11-1": "vote ES-11/1 en français",
    "fr-vote-es-11-3-asean": "vote ES-11/3 asean en français",
    "fr-voters-es-11-3-against-asean": "voters ES-11/3 against asean en français",
    "fr-event-es-11-3": "event A/RES/ES-11/3 en français",
    "fr-compare-france-switzerland": "compare france switzerland ukraine en français",
    "fr-digest-2025-02-24": "digest 2025-02-24 long --language fr",
    "fr-digest-quiet": "digest 2022-05-01 --language fr",
    "fr-help": "help en français",
    "fr-help-position": "help position en français",
    "fr-unknown": "position cambodai en français",
    "fr-unknown-command": "postion cambodia en français",
    "fr-ambiguous": "position korea en français",
    "fr-usage-days": "position cambodia en français --as-of demain",
    "fr-glossary": "glossary en français",
    "fr-glossary-abstention": "glossary abstention en français",
    "fr-glossary-abstane": "glossary abstane en français",
}
"""The same in French."""
FRENCH_ARTICLE = {
    "fr-article-position-cambodia": "position cambodia as of 2022-03-04 long --language fr",
    "fr-article-event": "event un-es-11-1 as of 2022-03-04 long --language fr",
    "fr-article-compare": "compare cambodia vietnam singapore as of 2022-03-04 long --language fr",
}
FRENCH_WAVERING = {
    "fr-bloc-asean-palestine": "bloc asean on palestine en français",
    "fr-shifts": "shifts since 1990 palestine en français",
    "fr-issues": "issues en français",
    "fr-timeline-file": "timeline indonesia long --language fr",
    "fr-find-situation": "find situation palestin question en français",
    "fr-source-file": "source 75/191 en français",
    "fr-compare-one-title": "compare cambodia vietnam thailand on palestine en français",
}
SPANISH = {
    "es-position-tuvalu": "position tuvalu ukraine en español",
    "es-position-france-line": "position france ukraine line en español",
    "es-position-netherlands": "position netherlands ukraine en español",
    "es-position-philippines": "position philippines ukraine long en español",
    "es-position-asean": "position asean ukraine en español",
    "es-position-palestine": "position palestine ukraine en español",
    "es-position-singapore": "position singapore ukraine en español",
    "es-position-cambodia": "position cambodia ukraine en español",
    "es-position-cambodia-line": "position cambodia ukraine line en español",
    "es-position-cambodia-long": "position cambodia ukraine long en español",
    "es-position-russia": "position russia ukraine en español",
    "es-timeline-cambodia-long": "timeline cambodia on ukraine long --language es",
    "es-source-kh-msg": "source voa/kh-msg --language es",
    "es-compare-cambodia-vietnam": "compare cambodia vietnam ukraine en español",
    "es-vote-es-11-1": "vote ES-11/1 en español",
    "es-vote-es-11-3-asean": "vote ES-11/3 asean en español",
    "es-voters-es-11-3-against-asean": "voters ES-11/3 against asean en español",
    "es-event-es-11-3": "event A/RES/ES-11/3 en español",
    "es-compare-india-iran": "compare india iran ukraine en español",
    "es-digest-2025-02-24": "digest 2025-02-24 long --language es",
    "es-digest-quiet": "digest 2022-05-01 --language es",
    "es-position-one-vote": "position france ucrania --as-of 2014-12-31 --language es",
    "es-help": "help en español",
    "es-help-position": "help position en español",
    "es-unknown": "position camboia en español",
    "es-unknown-command": "postion cambodia en español",
    "es-ambiguous": "position corea en español",
    "es-usage-days": "position cambodia en español --as-of mañana",
    "es-glossary": "glossary en español",
    "es-glossary-abstention": "glossary abstención en español",
    "es-glossary-abstane": "glossary abstane en español",
}
"""And in Spanish."""
SPANISH_ARTICLE = {
    "es-article-position-cambodia": "position cambodia as of 2022-03-04 long --language es",
    "es-article-event": "event un-es-11-1 as of 2022-03-04 long --language es",
    "es-article-compare": "compare cambodia vietnam singapore as of 2022-03-04 long --language es",
    "es-article-compare-line": "compare cambodia vietnam singapore as of 2022-03-04 line --language es",
    "es-article-digest": "digest 2022-03-03 long --language es",
    "es-article-digest-line": "digest 2022-03-03 line --language es",
}
SPANISH_WAVERING = {
    "es-bloc-asean-palestine": "bloc asean on palestine en español",
    "es-shifts": "shifts since 1990 palestine en español",
    "es-issues": "issues en español",
    "es-timeline-file": "timeline indonesia long --language es",
    "es-find-situation": "find situation palestin question en español",
    "es-source-file": "source 75/191 en español",
    "es-compare-one-title": "compare cambodia vietnam thailand on palestine en español",
}
LIVED = {
    "changed": "changed since 2026-03-02",
    "changed-line": "changed 1 march 2026 line",
    "changed-known": "changed since 2026-03-01 --known 2026-03-04",
    "changed-nothing": "changed",
    "event-retracted": "event voa/kh-msg",
    "source-changed-in-place": "source voa/kh-asean",
    "position-known": "position cambodia ukraine --known 2026-03-03",
    "position-before-it-began": "position cambodia ukraine line --known 2026-03-01",
}
"""Of an archive that was added to, corrected and retracted from."""
LIVED_ELSEWHERE = {
    "fr-changed": "changed since 2026-03-02 en français",
    "fr-changed-known": "changed since 2026-03-01 --known 2026-03-04 --language fr",
    "fr-changed-nothing": "changed en français",
    "fr-event-retracted": "event voa/kh-msg en français",
    "es-changed": "changed since 2026-03-02 en español",
    "es-changed-known": "changed since 2026-03-01 --known 2026-03-04 --language es",
    "es-changed-nothing": "changed en español",
    "es-event-retracted": "event voa/kh-msg en español",
}
"""Of the same archive in French and Spanish."""
ASKED = {
    **ARTICLE, **SHIPPED, **IMPORTED, **WAVERING, **ODD, **LIVED,
    **FRENCH, **FRENCH_ARTICLE, **FRENCH_WAVERING, **SPANISH, **SPANISH_ARTICLE, **SPANISH_WAVERING,
    **KHMER, **KHMER_ARTICLE, **KHMER_LIVED, **LIVED_ELSEWHERE,
}  # fmt: skip
"""Every golden that is asked for by a line: its name, and the line."""
ACTS_IN = ("es", "fr", "km")
"""Languages beside English in which every act among the specimens is a golden."""
PAYLOADS = (
    "changed",
    "find-cambodai",
    "timeline-cambodia",
    "bloc-asean",
    "vote-es-11-1-long",
    "position-cambodia",
    "compare-cambodia-vietnam",
    "article-digest",
    "imported-digest-issues",
    "ambiguous",
)


@cache
def asked(name: str) -> Document:
    archives = (
        (ARTICLE, article), (IMPORTED, imported), (WAVERING, wavering), (ODD, odd), (LIVED, lived),
        (LIVED_ELSEWHERE, lived), (SPANISH_ARTICLE, article), (FRENCH_ARTICLE, article), (KHMER_ARTICLE, article),
        (KHMER_LIVED, lived), (FRENCH_WAVERING, wavering), (SPANISH_WAVERING, wavering),
    )  # fmt: skip
    archive = next((make for names, make in archives if name in names), shipped)
    command, _, line = ASKED[name].partition(" ")
    desk = Desk(held(archive), lambda: TODAY)
    return desk.answer_now(Request(command, line=line)).document


@cache
def held(archive: Callable[[], Archive]) -> Held:
    """Made once: the names of an archive are folded where they are first looked up."""
    return Held.of(archive(), ())


def held_against(path: Path, text: str) -> None:
    """The golden equals the text; with the flag it is written instead."""
    if WRITE:
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text, f"{path.name} differs: read the diff, then `make goldens`"


@pytest.mark.parametrize("name", ASKED)
def test_the_words_of_the_answer_are_the_golden_ones(name: str) -> None:
    held_against(HERE / f"{name}.txt", plain(asked(name)) + "\n")


@pytest.mark.parametrize("length", list(Length))
def test_every_act_among_the_specimens_reads_as_prose(length: Length) -> None:
    """All invented records, one after another, each as `/event` tells it."""
    told = []
    for record in specimens().events:
        brief = briefing.event(specimens(), record, TODAY.date(), length)
        told.append(f"{record}: {' '.join(clause.said for clause in brief.document.clauses())}")
    held_against(HERE / f"acts-{length.value}.txt", "\n".join(told) + "\n")


@pytest.mark.parametrize("language", ACTS_IN)
def test_every_act_among_the_specimens_reads_as_prose_in_other_languages(language: str) -> None:
    told = []
    for record in specimens().events:
        brief = briefing.told(
            specimens(), language, lambda a, r=record: briefing.event(a, r, TODAY.date(), Length.LONG)
        )
        told.append(f"{record}: {' '.join(clause.said for clause in brief.document.clauses())}")
    held_against(HERE / f"{language}-acts-long.txt", "\n".join(told) + "\n")


@pytest.mark.parametrize("issue", EVERYBODY)
def test_positions_of_all_members_and_observers_read_as_prose(issue: str) -> None:
    """Every member's and observer's short answer on one issue, without title and footer: the file to read through."""
    archive, of = EVERYBODY[issue]
    told = [f"# {issue}, {of}"]
    for actor in sorted(archive().register.actors.values(), key=lambda actor: actor.name):
        if actor.kind in (ActorKind.STATE, ActorKind.OBSERVER):
            brief = briefing.position(archive(), actor.id, issue, TODAY.date(), Length.SHORT)
            told += ["", *map(plain_block, brief.document.blocks)]
    held_against(HERE / f"all-{issue}.txt", "\n".join(told) + "\n")


@pytest.mark.parametrize("name", PAYLOADS)
def test_the_console_shows_the_golden_screen(name: str) -> None:
    held_against(HERE / f"{name}.console.txt", adapters.console.render.render(asked(name), 80) + "\n")


@pytest.mark.parametrize("name", PAYLOADS)
def test_discord_gets_the_golden_payload(name: str) -> None:
    payloads = [adapters.discord.render.render(part) for part in adapters.discord.render.parts(asked(name))]
    held_against(
        HERE / f"{name}.discord.json", json.dumps(payloads, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    )


@pytest.mark.parametrize("name", PAYLOADS)
def test_slack_gets_the_golden_payload(name: str) -> None:
    payloads = [adapters.slack.render.render(part) for part in adapters.slack.render.parts(asked(name))]
    held_against(HERE / f"{name}.slack.json", json.dumps(payloads, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


def test_no_golden_outlives_its_question() -> None:
    known = {f"{name}.txt" for name in ASKED}
    known |= {f"{name}.{form}" for name in PAYLOADS for form in ("console.txt", "discord.json", "slack.json")}
    known |= {f"acts-{length.value}.txt" for length in Length} | {f"{language}-acts-long.txt" for language in ACTS_IN}
    known |= {f"all-{issue}.txt" for issue in EVERYBODY}
    known.add("acts-differ.txt")
    assert {path.name for path in HERE.iterdir() if path.suffix in (".txt", ".json")} == known
