# ruff: noqa: E501  (a false text is read as one line)
"""Falsehoods written by hand, for rules that no single change of a true sentence shows: two changes at once, run-ins,
titles, notes of two sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from briefs.archive import Archive
from briefs.proof import FooterNote, Sentence, Submission
from briefs.proof.case import Brief, Focus
from briefs.proof.engine import prove
from briefs.proof.lexicon import lexicon_of
from briefs.proof.memory import Proof, moved_on
from briefs.proof.skeletons import SkeletonList
from briefs.rollcalls import Flag
from tests.archives import article, imported, odd, shipped, specimens, with_file
from tests.briefs.gold import LABEL, UNGA, said
from tests.histories import lived as lived_on
from tests.knockouts.made import Falsehood
from tests.knockouts.nearly import Line
from tests.knockouts.trials import HELD, KHM, call, changed, lived

DAY, LATE = date(2022, 3, 4), date(2026, 11, 24)
WORDS = "an unprovoked military invasion of a sovereign state"
DIGEST = "Daily digest for Thursday 3 March 2022"


def told(
    signed: SkeletonList, archive: Archive, subject: tuple[str, ...], *sentences: Sentence, title: str = "", day: date = LATE,
    place: str = "claim",
) -> Line:  # fmt: skip
    """The last sentence, with what those before it established; where there is none, the title."""
    brief = Brief(Submission(title, sentences, "", (), "", day, subject), archive, lexicon_of(archive.register))
    focus = Focus(measure=next(iter(brief.subject_measures)) if len(brief.subject_measures) == 1 else None)
    last = sentences[-1] if sentences else Sentence(title, ())
    lines = [("title", Sentence(title, ())), *(("claim", s) for s in sentences[:-1])] if sentences else []
    for where, sentence in lines:
        proof = prove(brief, focus, where, sentence, signed)
        focus = moved_on(brief, focus, proof) if isinstance(proof, Proof) else focus
    return Line(brief, focus, place if sentences else "title", last)


def cited(text: str, *cites: str) -> Sentence:
    return Sentence(text, cites)


def by_hand(signed: SkeletonList) -> Iterator[tuple[str, Falsehood]]:
    """Name of the archive, the falsehood."""
    for make in (
        _article,
        _digests,
        _calls,
        _titles,
        _notes,
        _figures,
        _in_files,
        _one_of_many,
        _told_by_events,
        _not_the_last,
        _changes,
    ):
        for archive, line in make(signed):
            yield archive, Falsehood("by hand", line)


def _article(signed: SkeletonList) -> Iterator[tuple[str, Line]]:
    """Offices of others, a label of another text, a claim about another."""
    for_khm = changed("sg-sanct", on_behalf="KHM").as_of(DAY)
    text = f'Cambodia imposed unilateral sanctions on Russia on 28 February 2022, its Foreign Minister, Vivian Balakrishnan, citing "{WORDS}".'
    yield "article", told(signed, for_khm, ("KHM", "SGP"), said(text, "sg-sanct"), day=DAY)
    events = dict(article().events)
    events["voa/vote"] = replace(events["voa/vote"], about="un-es-11-2")
    events["voa/kh-cospons"] = replace(events["voa/kh-cospons"], about="un-es-11-1")
    welcome = events["voa/us-welcome"]
    events["voa/us-welcome"] = replace(welcome, asserts=tuple(replace(c, about="un-es-11-1") for c in welcome.asserts))
    apart = replace(article(), events=events).as_of(DAY)
    text = f"On the {UNGA} resolution condemning Russia's invasion of Ukraine, Cambodia co-sponsored and Singapore, the U.S. Embassy in Phnom Penh said, co-sponsored."
    yield "article", told(signed, apart, ("KHM", "SGP"), said(text, "kh-cospons", "vote", "us-welcome"), day=DAY)
    for rest in (
        f"on which the {UNGA} voted on 2 March 2022",
        f", which 141 countries supported in the {UNGA} on 2 March 2022",
    ):
        text = f"Singapore co-sponsored {LABEL} {rest}, the U.S. Embassy in Phnom Penh said.".replace(" ,", ",")
        yield "article", told(signed, apart, ("SGP",), said(text, "us-welcome", "vote"), day=DAY)
    for title in ("KHM", "ukraine-war", "un-es-11-1"):
        yield "article", told(signed, article().as_of(DAY), (title,), title=title, day=DAY)
    text = "1 March 2022. Vietnam is among the 94 sponsors named on the draft resolution, Aggression against Ukraine."
    heading = "Vietnam · timeline to 24 November 2026"
    yield "shipped", told(signed, shipped(), ("timeline", "VNM"), cited(text, "a-es-11-l-1/sponsors"), title=heading)


def _digests(signed: SkeletonList) -> Iterator[tuple[str, Line]]:
    """Run-ins of other days."""
    article_ = article().as_of(DAY)
    held = HELD.text.replace("voted on 2 March 2022 on", "voted on")
    for lead in (
        "2 March, not in an earlier digest.",
        "2 March 2022, not in an earlier digest.",
        "The day before.",
        "Date not given in the source.",
    ):
        for heading in ("Daily digest for Friday 4 March 2022", DIGEST, "Daily digest for Wednesday 2 March 2022"):
            yield "article", told(signed, article_, ("digest",), said(f"{lead} {held}", "vote"), title=heading, day=DAY)
    yield "article", told(signed, article_, ("digest",), said(f"2 March 2022. {held}", "vote"), day=DAY)
    corrected = replace(
        article().events["voa/sg-sanct"], id="voa/sg-sanct-2", corrects="voa/sg-sanct", reason="the day"
    )
    newer = replace(article(), events={**article().events, corrected.id: corrected}).as_of(DAY)
    text = "Corrected 5 March 2022: Singapore imposed unilateral sanctions on Russia on 28 February 2022."
    yield "article", told(signed, newer, ("SGP",), said(text, "sg-sanct-2"), day=DAY)
    direct = replace(changed("kh-msg", via=())).as_of(DAY)
    first = said("3 March. Prime Minister Hun Sen of Cambodia said that Cambodia could not remain silent.", "kh-msg")
    for lead in ("2 March. ", "2 March 2022. ", "The day before. "):
        also = said(lead + "He also said that Cambodia needed to take a clear position.", "kh-msg")
        yield "article", told(signed, direct, ("digest",), first, also, title=DIGEST, day=DAY)


def _calls(signed: SkeletonList) -> Iterator[tuple[str, Line]]:
    """The same vote twice told as a change; calls that are not next to each other."""
    whole = shipped().as_of(LATE)
    alike = "On 24 March 2022 Cambodia voted in favour of A/RES/ES-11/2; on 2 March 2022 it had voted in favour of A/RES/ES-11/1."
    yield "shipped", told(signed, whole, KHM, cited(alike, call(2), call(1)))
    apart = "On 12 October 2022 Cambodia voted in favour of A/RES/ES-11/4; on 27 March 2014 it had abstained on A/RES/68/262."
    yield "shipped", told(signed, whole, KHM, cited(apart, call(4), shipped().rollcall_of["un-68-262"].id))
    yield from _same_titles(signed)


def _same_titles(signed: SkeletonList) -> Iterator[tuple[str, Line]]:
    """Two calls on one title in which the member voted the same."""
    view = imported().as_of(LATE)
    before, after = view.rolls.call(0), view.rolls.call(1)
    done = "Cambodia voted in favour of A/RES/45/67A, Question of Palestine"
    had = "on 6 December 1989, it had voted in favour of A/RES/44/41A."
    text = f"On 6 December 1990 {done}; in its last vote on file before that on a text of that title, {had}"
    yield "imported", told(signed, view, KHM, cited(text, after.id, before.id))
    timed = f"6 December 1990. {done}; {had.replace(',', '')}"
    title = "Cambodia · timeline to 24 November 2026"
    yield "imported", told(signed, view, ("timeline", "KHM"), cited(timed, after.id, before.id), title=title)


def _titles(signed: SkeletonList) -> Iterator[tuple[str, Line]]:
    """A footer without sources where there are some."""
    known = lived().known_by(lived().history.born)  # type: ignore[union-attr]
    for text in (
        "No sources held",
        "No sources held, as known on 2 Mar 2026 at 09:00 UTC",
        "No sources held, as known on 2 Mar 2026 at 09:00 UTC: this archive began on 3 Mar 2026",
    ):
        for archive in (article().as_of(DAY), known.as_of(DAY)):
            brief = Brief(
                Submission("", (), text, (), "", DAY, KHM, archive.known), archive, lexicon_of(archive.register)
            )
            yield "article", Line(brief, Focus(), "footer", Sentence(text, ()))

    history = lived().history
    assert history is not None
    early = replace(article(), history=history).as_of(DAY)
    text = "No sources held, as known on 1 Mar 2026 at 09:00 UTC: this archive began on 2 Mar 2026"
    known_ = history.born - timedelta(days=1)
    brief = Brief(Submission("", (), text, (), "", DAY, KHM, known_), early, lexicon_of(early.register))
    yield "article", Line(brief, Focus(), "footer", Sentence(text, ()))


def _notes(signed: SkeletonList) -> Iterator[tuple[str, Line]]:
    """One note for two sources of one day that differ in who published them, their terms, their title."""
    del signed
    voa = article().sources["voa"]
    for other in (
        replace(voa, id="afp", publisher="AFP"),
        replace(voa, id="afp", licence="all rights"),
        replace(voa, id="afp", title="Else"),
    ):
        again = replace(article().events["voa/veto"], id="afp/veto", source="afp")
        events = {**article().events, "afp/veto": again}
        archive = replace(article(), sources={**article().sources, "afp": other}, events=events).as_of(DAY)
        for text in ("VOA, 4 Mar 2022", "VOA, 4 Mar 2022 (public domain)", f"VOA, {voa.title}, 4 Mar 2022"):
            note = FooterNote(1, text, voa.url, ("voa/veto", "afp/veto"))
            brief = Brief(Submission("", (), "", (note,), "", DAY, KHM), archive, lexicon_of(archive.register))
            yield "article", Line(brief, Focus(), "note", Sentence(text, ()), note)
    yield from _notes_of_calls()


def _notes_of_calls() -> Iterator[tuple[str, Line]]:
    """Voting records of which one comes from somebody else."""
    sources = dict(shipped().sources)
    for ids, text in (
        ((call(1), call(2)), "UN Digital Library, voting records, 2 Mar 2022 to 24 Mar 2022"),
        ((call(7), call(8)), "UN Digital Library, voting records, 24 Feb 2025"),
    ):
        source = shipped().rollcalls[ids[1]].source
        others = {**sources, source: replace(sources[source], publisher="Somebody")}
        archive = replace(shipped(), sources=others).as_of(LATE)
        note = FooterNote(1, text, sources[source].url, ids)
        brief = Brief(Submission("", (), "", (note,), "", LATE, KHM), archive, lexicon_of(archive.register))
        yield "shipped", Line(brief, Focus(), "note", Sentence(text, ()), note)


def _figures(signed: SkeletonList) -> Iterator[tuple[str, Line]]:
    """Two figures that are the same."""
    archive = specimens()
    one, other = (archive.events[key] for key in ("office/counted", "gazette/counted"))
    counts = {key: replace(count, n=90, approx="about") for key, count in other.figures.items()}
    alike = replace(archive, events={**archive.events, other.id: replace(other, figures=counts)}).as_of(LATE)
    text = "As of 29 June 2023, about 90 pilot boats were lost, according to Specimen Treaty Office; about 90, according to Specimen Gazette."
    yield "specimens", told(signed, alike, (), cited(text, one.id, other.id))
    title = "Daily digest for Friday 30 June 2023"
    yield "specimens", told(signed, alike, ("digest",), cited(text, one.id, other.id), title=title)


def _in_files(signed: SkeletonList) -> Iterator[tuple[str, Line]]:
    """Rows that a file has not: who did not vote; a part taken for the whole; one row of a member that was there more often."""
    strange = odd().as_of(LATE)
    call_, text = (
        strange.rolls.call(0),
        "None of the 5 ASEAN members did not vote on A/RES/35/13 in the U.N. General Assembly on 5 November 1980.",
    )
    yield "odd", told(signed, strange, (call_.measure, "absent", "asean"), cited(text, call_.id))
    part = strange.rolls.call(5)
    text = "The U.N. General Assembly voted on A/RES/38/13, The President: I put to the vote the amendment: 51 in favour, 53 against, 38 abstentions; 16 of 158 members did not vote."
    yield (
        "odd",
        told(signed, strange, ("digest",), cited(text, part.id), title="Daily digest for Wednesday 2 November 1983"),
    )
    one = with_file(article(), (0,))
    for many, rest in (
        ("Cambodia and Vietnam both", ". In none did one vote in favour and the other against"),
        ("All three", ""),
    ):
        text = f"{many} cast a vote in the 1 roll call held and voted alike in 1 of them (100.0%){rest}."
        subject = ("KHM", "VNM") if rest else ("LAO", "RUS", "IND")
        yield "few (0,)", told(signed, one.as_of(LATE), subject, cited(text, "un-votes"))
    yield from _one_row(signed)


def _one_row(signed: SkeletonList) -> Iterator[tuple[str, Line]]:
    """A member with a row in one call of two; one that joined between others."""
    filed = with_file(article(), (1,)).imported
    assert filed is not None
    places = list(filed.members)
    for who, days in (("AFG", ("1990-12-06", "1992-12-06")), ("PRK", ("1990-12-06", "1992-12-06", "1993-12-06"))):
        place, rows = places.index(who), []
        for number in range(len(days)):
            row = bytearray(filed.rows[0])
            row[place] = 1 if number == len(days) - 1 else 0
            rows.append(bytes(row))
        ballots = [
            filed.ballots[0]._replace(undl_id=f"8{n}", day=date.fromisoformat(d), flags=Flag.OMITS)
            for n, d in enumerate(days)
        ]
        made = replace(filed, ballots=ballots, rows=rows, issues=dict.fromkeys(filed.issues, 2 ** len(days) - 1))
        view = replace(article(), imported=made).as_of(LATE)
        name, last = view.register.actors[who].name, date.fromisoformat(days[-1])
        while_ = " while it was a member" if who == "PRK" else ""
        for text in (
            f"In the one roll call held{while_}, {name} voted in favour.",
            f"In the one roll call held on this issue{while_}, {name} voted in favour.",
            f"{name} voted in favour in the one roll call held under Question of Palestine while it was a member, on {last.day} {last:%B} {last.year}.",
        ):
            yield f"one row {who}", told(signed, view, (who, "palestine"), cited(text, "un-votes"))


def _one_of_many(signed: SkeletonList) -> Iterator[tuple[str, Line]]:
    """One roll call of nine told as the only one; the only one told as several; a form left out; accounts of one act."""
    first, early = shipped().rollcall_of["un-68-262"].id, date(2014, 4, 1)
    text = (
        "Cambodia abstained on A/RES/68/262 on 27 March 2014, the one roll call held on Russia's war against Ukraine."
    )
    yield "shipped", told(signed, shipped().as_of(LATE), KHM, cited(text, first, *(call(n) for n in range(1, 9))))
    text = "Cambodia abstained in 1 of the 1 roll calls held on Russia's war against Ukraine, most recently abstaining on A/RES/68/262 on 27 March 2014."
    yield "shipped", told(signed, shipped().as_of(early), KHM, cited(text, first), day=early)
    alone = {key: replace(specimens().events[key], form="unilateral") for key in ("office/accede", "gazette/accede")}
    archive = replace(specimens(), events={**specimens().events, **alone}).as_of(LATE)
    text = "Chad acceded to the pilots' treaty on 17 June 2023."
    yield "specimens", told(signed, archive, ("office/accede",), cited(text, "office/accede"))


def _told_by_events(signed: SkeletonList) -> Iterator[tuple[str, Line]]:
    """An article's account of a vote, taken for the roll call."""
    counts = "141 in favour, 5 against, 35 abstentions; 12 of 193 members did not vote."
    about, view = "A/RES/ES-11/1, Aggression against Ukraine", article().as_of(DAY)
    cell = "2 Mar 2022, A/RES/ES-11/1 · Palestine: has no vote"
    yield "article", told(signed, view, ("PSE", "KHM"), said(cell, "vote"), day=DAY)
    of_it = f"The {UNGA} voted on A/RES/ES-11/1 on 2 March 2022: {counts}"
    for text in (of_it, f"The {UNGA} voted on {about}: {counts}", f"{UNGA}, 2 March 2022, {about}: {counts}"):
        yield "article", told(signed, view, ("un-es-11-1",), said(text, "vote"), day=DAY)
    asean = replace(article().register.actors["asean"], members=())
    register = replace(article().register, actors={**article().register.actors, "asean": asean})
    text = "The register names no member of ASEAN for 2 March 2022."
    sentence = cited(text, "voa/vote", "register:asean")
    yield "article", told(signed, replace(view, register=register), ("un-es-11-1", "asean"), sentence, day=DAY)


def _not_the_last(signed: SkeletonList) -> Iterator[tuple[str, Line]]:
    """Compared with a roll call that is not the one before; another act than the one announced."""
    moved = "Compared with A/RES/ES-11/1 (2 March 2022): 3 members that had voted in favour abstained: Honduras, Lesotho and Thailand."
    counts = "143 in favour, 5 against, 35 abstentions; 10 of 193 members did not vote."
    title = shipped().register.measures["un-es-11-4"].title
    voted = cited(f"The {UNGA} voted on A/RES/ES-11/4, {title}: {counts}", call(4))
    yield "shipped", told(signed, shipped(), ("un-es-11-4",), voted, cited(moved, call(4), call(1)))
    heading = "Daily digest for Wednesday 12 October 2022"
    yield "shipped", told(signed, shipped(), ("digest",), voted, cited(moved, call(4), call(1)), title=heading)
    lifted = "On 12 June 2023 New Zealand lifted sanctions on Belarus, as it had announced on 2 June 2023."
    yield "specimens", told(signed, specimens(), (), cited(lifted, "gazette/sanction", "gazette/sanction-announced"))


def _changes(signed: SkeletonList) -> Iterator[tuple[str, Line]]:
    """A voting record told like an event."""
    source = shipped().source_of(call(1))
    revision = f"revision:{call(1)}@2026-03-03T09:00:00+00:00"
    text = f"Added on 3 March 2026 from {source.publisher}, “{source.title}”, 2 March 2022: {call(1)}"
    day = date(2026, 3, 20)
    yield "lived", told(signed, lived_on().as_of(day), ("changes", "2026-03-02"), cited(text, revision), day=day)
