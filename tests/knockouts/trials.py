# ruff: noqa: E501  (a sentence is read as one line)
"""Briefs that break one rule of a whole brief each, and no other: what `document` tries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from briefs import briefing
from briefs.archive import Archive
from briefs.codebook import Length, Precision
from briefs.digests import Filter
from briefs.proof import FooterNote, Sentence, Submission
from briefs.records import EventRecord, Source, Span
from briefs.tongues import told_in
from tests.archives import article, imported, shipped, specimens
from tests.briefs.gold import ASKED, COSPONSORED, GOLD, KHM, LABEL, TABLE, UNGA, said, submission
from tests.histories import BEGUN, Life
from tests.histories import DAY as ONE_DAY
from tests.knockouts.code import Trial

DAY = date(2022, 3, 4)
EVENT = ("un-es-11-1",)
HELD = said(
    f"The {UNGA} voted on 2 March 2022 on {LABEL}: 141 in favour, 5 against, 35 abstentions; 12 of 193 members did not vote.",
    "vote",
)
DIGEST = "Daily digest for Thursday 3 March 2022"
HUN_SEN = said(f"Prime Minister Hun Sen said {ASKED} had requested the move.", "kh-cospons")
SANCTIONS = said("Singapore imposed unilateral sanctions on Russia on 28 February 2022.", "sg-sanct")
WELCOMED = said("The U.S. Embassy in Phnom Penh welcomed the statement.", "us-welcome")
PARTY = said("The Cambodia National Rescue Party, the exiled opposition, condemned the Russian aggression.", "cnrp")


def of(brief: Submission, archive: Archive | None = None) -> Trial:
    return Trial(brief, (archive or article()).as_of(brief.as_of))


def told(title: str, subject: tuple[str, ...], *sentences: Sentence, archive: Archive | None = None) -> Trial:
    return of(submission(title, subject, *sentences), archive)


def changed(short: str, **values: object) -> Archive:
    """The article with one record otherwise."""
    full = f"voa/{short}"
    return replace(article(), events={**article().events, full: replace(article().events[full], **values)})  # type: ignore[arg-type]


def added(event: EventRecord, *sources: Source, to: Archive | None = None) -> Archive:
    archive = to or article()
    held_ = {**archive.sources, **{source.id: source for source in sources}}
    return replace(archive, sources=held_, events={**archive.events, event.id: event})


LINE = GOLD["position.line"]


def note(brief: Submission, **values: object) -> Submission:
    return replace(brief, notes=(replace(brief.notes[0], **values),))  # type: ignore[arg-type]


def strange_label() -> Trial:
    label = f"{LABEL}\u200b"
    text = GOLD["event.line"].sentences[0].text.replace(LABEL, label)
    return told("Aggression against Ukraine", EVENT, said(text, "vote"), archive=changed("vote", label=label))


def strange_licence() -> Trial:
    sources = {"voa": replace(article().sources["voa"], licence="public\u200bdomain")}
    brief = note(LINE, text="VOA, 4 Mar 2022 (public\u200bdomain)")
    return of(brief, replace(article(), sources=sources))


def composed_label() -> Trial:
    label = "the resolution of Co\u0302te"
    text = GOLD["event.line"].sentences[0].text.replace(LABEL, label)
    return told("Aggression against Ukraine", EVENT, said(text, "vote"), archive=changed("vote", label=label))


def held_too_much() -> Trial:
    return Trial(LINE, shipped())


def only_headings() -> Trial:
    return of(Submission("Cambodia", (Sentence("Votes", ()),), "Sources to 4 Mar 2022", (), "", DAY, KHM))


def french(notes: bool) -> Trial:
    """A French brief that tells titles and does not say in which language; or tells none and says so."""
    archive, day = told_in(shipped(), "fr"), date(2026, 11, 23)
    length = Length.LONG if notes else Length.LINE
    made = briefing.submission(
        briefing.position(archive, "FRA", "ukraine-war", day, length).document, day, ("FRA", "ukraine-war")
    )
    note_ = "Les titres des textes et les citations sont en anglais, langue de leur source."
    kept = tuple(s for s in made.sentences if s.text != note_)
    return Trial(replace(made, sentences=kept if notes else (*kept, Sentence(note_, ()))), archive.as_of(day), "fr")


def superfluous() -> Trial:
    sentence = replace(COSPONSORED, cites=(*COSPONSORED.cites, "voa/cnrp"))
    return told("Cambodia", KHM, sentence)


def spare() -> Trial:
    """Two ways to prove it, one of which does with the one record."""
    label = "the draft resolution (Aggression against Ukraine)"
    sentence = said(f"Date not given in the source. Cambodia co-sponsored {label}.", "kh-cospons", "vote")
    return told(DIGEST, ("digest",), sentence, archive=changed("vote", label=label))


def doubled() -> Trial:
    return told("Cambodia", KHM, replace(COSPONSORED, cites=(*COSPONSORED.cites, "voa/vote")))


def uncited() -> Trial:
    return of(
        replace(LINE, sentences=(*LINE.sentences, Sentence("No vote by Cambodia is recorded in the sources held.", ())))
    )


def unread_query() -> Trial:
    return with_cite("query:mood?actor=KHM")


def with_cite(cite: str) -> Trial:
    return told("Cambodia", KHM, replace(COSPONSORED, cites=(*COSPONSORED.cites, cite)))


def corrected_one() -> Trial:
    """The older of two records, that the newer one corrects, in an archive that holds both."""
    newer = replace(
        article().events["voa/kh-cospons"], id="voa/kh-cospons-2", corrects="voa/kh-cospons", reason="the day"
    )
    return told("Cambodia", KHM, COSPONSORED, archive=added(newer))


def not_yet() -> Trial:
    """A record of a day to come, in an archive that nobody looked through as of the brief's day."""
    later = Span(date(2022, 3, 6), date(2022, 3, 6), Precision.DAY)
    text = SANCTIONS.text.replace("28 February", "6 March")
    brief = submission("Singapore", ("SGP",), said(text, "sg-sanct"))
    return Trial(brief, changed("sg-sanct", date=later))


def unsaid_correction() -> Trial:
    newer = replace(article().events["voa/sg-sanct"], id="voa/sg-sanct-2", corrects="voa/sg-sanct", reason="the day")
    return told("Singapore", ("SGP",), said(SANCTIONS.text, "sg-sanct-2"), archive=added(newer))


def another_day_in_a_digest() -> Trial:
    return told(DIGEST, ("digest",), SANCTIONS)


def under_another_title() -> Trial:
    """A digest on two issues whose titles have changed places."""
    day = date(2020, 12, 16)
    document = briefing.digest_of_day(imported(), day, Filter(), Length.SHORT).document
    one, told_, other, more = document.blocks
    moved = document.with_blocks((other, told_, one, more))
    return of(briefing.submission(moved, day + timedelta(days=1), ("digest",)), imported())


def one_for_two() -> Trial:
    """A co-sponsorship that is about itself, taken for the message about it as well."""
    words = article().events["voa/kh-msg"].says
    both = changed("kh-cospons", says=words, by=("KHM", "hun-sen"), about="voa/kh-cospons")
    first = said(
        "Cambodia and Prime Minister Hun Sen of Cambodia co-sponsored a text no later than 3 March 2022.", "kh-cospons"
    )
    second = said(
        f"He said {ASKED} had requested the move, and that he understood it would anger Russia.", "kh-cospons"
    )
    return told("Cambodia", KHM, first, second, archive=both)


MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec")


def _short(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def framed(title: str, subject: tuple[str, ...], archive: Archive, as_of: date, *sentences: Sentence) -> Trial:
    """A brief with a note for each source and the footer to it."""
    view, notes = archive.as_of(as_of), []
    cited = dict.fromkeys(cite for s in sentences for cite in s.cites if view.holds(cite))
    for source in dict.fromkeys(view.source_of(cite).id for cite in cited):
        of_it = tuple(cite for cite in cited if view.source_of(cite).id == source)
        one, call = view.source_of(of_it[0]), view.call(of_it[0])
        text = f"{one.publisher}, voting record of {view.text(call).symbol}, " if call else f"{one.publisher}, "
        notes.append(FooterNote(len(notes) + 1, text + _short(one.published), one.url, of_it))
    latest = max((view.source_of(cite).published for cite in cited), default=view.latest or as_of)
    return Trial(Submission(title, sentences, f"Sources to {_short(latest)}", tuple(notes), "", as_of, subject), view)


CALL = {number: f"un-es-11-{number}" for number in range(1, 9)}


def call(number: int) -> str:
    return shipped().rollcall_of[CALL[number]].id


LATE = date(2025, 2, 25)
ON_3 = Sentence(
    "The U.N. General Assembly voted on A/RES/ES-11/3 on 7 April 2022: 93 in favour, 24 against, 58 abstentions; 18 of 193 members did not vote.",
    (call(3),),
)
ON_1 = Sentence(
    "The U.N. General Assembly voted on A/RES/ES-11/1 on 2 March 2022: 141 in favour, 5 against, 35 abstentions; 12 of 193 members did not vote.",
    (call(1),),
)
SPONSORED = Sentence("Nearly 100 countries co-sponsored it.", ("voa/vote",))
MOVED = Sentence(
    "On 12 October 2022 Cambodia voted in favour of A/RES/ES-11/4; on 7 April 2022 it had abstained on A/RES/ES-11/3.",
    (call(4), call(3)),
)
BOTH = ("un-es-11-1", "un-es-11-3", "KHM")


def it_is_another_text() -> Trial:
    return framed("Aggression against Ukraine", BOTH, shipped(), LATE, ON_1, ON_3, SPONSORED)


def it_is_none_of_two() -> Trial:
    return framed("Aggression against Ukraine", BOTH, shipped(), LATE, ON_1, MOVED, SPONSORED)


def another_move() -> Trial:
    """ "The move" is the co-sponsorship told last, and that was Laos's."""
    other = replace(article().events["voa/kh-cospons"], id="voa/la-cospons", by=("LAO",), asked_by=None)
    cospons = said(f"Laos co-sponsored {LABEL} on which the {UNGA} voted on 2 March 2022.", "la-cospons", "vote")
    return told(
        "Cambodia and Laos", ("KHM", "LAO"), GOLD["position.line"].sentences[0], cospons, HUN_SEN, archive=added(other)
    )


def year_of_the_last_day() -> Trial:
    quote = GOLD["position.long"].sentences[1]
    later = changed("kh-msg", date=Span(date(2021, 3, 3), date(2021, 3, 3), Precision.DAY))
    archive = replace(shipped(), events={**shipped().events, "voa/kh-msg": later.events["voa/kh-msg"]})
    first = Sentence(
        "On 12 October 2022 Cambodia voted in favour of A/RES/ES-11/4; on 7 April 2022 it had abstained on A/RES/ES-11/3.",
        (call(4), call(3)),
    )
    return framed("Cambodia", KHM, archive, LATE, first, Sentence(quote.text, ("voa/kh-msg",)))


def direct() -> Archive:
    return changed("kh-msg", via=())


REMAINED = said(
    "Prime Minister Hun Sen of Cambodia said on 3 March 2022 that Cambodia could not remain silent.", "kh-msg"
)
ALSO = said("He also said that Cambodia needed to take a clear position.", "kh-msg")


def also_after_another() -> Trial:
    return told("Cambodia", KHM, REMAINED, COSPONSORED, ALSO, archive=direct())


def names_after_another() -> Trial:
    many = replace(
        article().events["voa/kh-cospons"], by=("FRA", "DEU", "ITA", "ESP", "PRT", "GRC", "AUT"), asked_by=None
    )
    archive = replace(article(), events={**article().events, "voa/kh-cospons": many})
    counted = said(
        "A group of 7 countries co-sponsored the draft resolution (Aggression against Ukraine) no later than 3 March 2022.",
        "kh-cospons",
    )
    names = said("The 7 countries: Austria, France, Germany, Greece, Italy, Portugal, Spain.", "kh-cospons")
    return told("Aggression against Ukraine", EVENT, counted, HELD, names, archive=archive)


def under_a_run_in() -> Trial:
    """After "2 March, not in an earlier digest." a sentence about the digest's own day that does not say so."""
    late = said(
        f"2 March, not in an earlier digest. The {UNGA} voted on {LABEL}: 141 in favour, 5 against, 35 abstentions; 12 of 193 members did not vote.",
        "vote",
    )
    return told(
        DIGEST,
        ("digest",),
        late,
        said(
            f"Prime Minister Hun Sen of Cambodia said {ASKED} had requested that it co-sponsor {LABEL}.",
            "kh-msg",
            "kh-cospons",
            "vote",
        ),
    )


VOTED_8 = Sentence(
    "The U.N. General Assembly voted on A/RES/ES-11/8, The path to peace: 93 in favour, 8 against, 73 abstentions; 19 of 193 members did not vote.",
    (call(8),),
)
VOTED_7 = Sentence(
    "The U.N. General Assembly voted on A/RES/ES-11/7, Advancing a comprehensive, just and lasting peace in Ukraine: 93 in favour, 18 against, 65 abstentions; 17 of 193 members did not vote.",
    (call(7),),
)


def more_that_were_told() -> Trial:
    more = Sentence("2 more roll calls of 24 February 2025 are held.", (call(7), call(8)))
    return framed("Daily digest for Monday 24 February 2025", ("digest",), shipped(), LATE, VOTED_8, VOTED_7, more)


def another_day_under_a_run_in() -> Trial:
    """A run-in before a sentence that no day is asked of."""
    more = Sentence("24 February 2025. 2 more roll calls of 24 February 2025 are held.", (call(7), call(8)))
    return framed("Daily digest for Monday 24 February 2025", ("digest",), shipped(), LATE, more)


def it_is_the_last_subject() -> Trial:
    """ "It" after a sentence about Laos, of what only Cambodia did."""
    cambodia = Sentence(
        f"Cambodia co-sponsored {LABEL} on which the {UNGA} voted on 2 March 2022.", ("voa/kh-cospons", "voa/vote")
    )
    vote = Sentence(f"Laos abstained on {LABEL} in the {UNGA} on 2 March 2022.", ("voa/vote",))
    added_ = Sentence(
        "It also co-sponsored A/RES/ES-11/1, joining after the draft was submitted.",
        ("voa/kh-cospons", "a-es-11-l-1/sponsors", call(1)),
    )
    return framed("Cambodia and Laos", ("KHM", "LAO"), shipped(), LATE, cambodia, vote, added_)


def spanish(record: str, old: str, new: str) -> Trial:
    """Spanish words said on, with the verb of the other number."""
    archive, day = told_in(specimens(), "es"), date(2026, 11, 23)
    made = briefing.submission(briefing.event(archive, record, day, Length.LONG).document, day, (record,))
    wrong = tuple(replace(s, text=s.text.replace(old, new)) for s in made.sentences)
    return Trial(replace(made, sentences=wrong), archive.as_of(day), "es")


def comma_before_a_stop() -> Trial:
    """A party's standing with the comma after it at the end of a sentence."""
    sentence = Sentence(
        "Kenya met the Cambodia National Rescue Party, the exiled opposition,.", ("gazette/meet-party",)
    )
    return framed("Daily digest for Monday 19 June 2023", ("digest",), specimens(), date(2023, 7, 1), sentence)


def disagreeing() -> Trial:
    """French in which a verb does not agree with who did it."""
    archive, day, subject = told_in(shipped(), "fr"), date(2026, 11, 23), ("PHL", "ukraine-war")
    made = briefing.submission(
        briefing.position(archive, "PHL", "ukraine-war", day, Length.SHORT).document, day, subject
    )
    wrong = tuple(replace(s, text=s.text.replace("ont voté", "a voté")) for s in made.sentences)
    return Trial(replace(made, sentences=wrong), archive.as_of(day), "fr")


def he_of_two() -> Trial:
    """Two persons in one sentence: "He" could be either."""
    both = changed(
        "cnrp",
        by=("hun-sen", "balakrishnan"),
        on_behalf=None,
        what=None,
        target="RUS",
        act=article().events["voa/sg-sanct"].act,
    )
    text = "Prime Minister Hun Sen of Cambodia and Foreign Minister Vivian Balakrishnan of Singapore imposed sanctions on Russia on 2 March 2022."
    after = said("He said Cambodia needed to take a clear position.", "kh-msg")
    return told("Vivian Balakrishnan", ("balakrishnan", "hun-sen"), said(text, "cnrp"), after, archive=both)


def cell_in_another_row() -> Trial:
    cells = list(TABLE)
    at = next(n for n, cell in enumerate(cells) if cell.text.startswith("Co-sponsored · Cambodia"))
    cells[at], cells[at + 1] = cells[at + 1], cells[at]
    return told("Cambodia, Vietnam and Singapore", ("KHM", "VNM", "SGP"), *cells)


def lived() -> Archive:
    life = Life()
    life.hold(article(), BEGUN)
    events = dict(article().events)
    events["voa/sg-sanct"] = replace(events["voa/sg-sanct"], target="BLR")
    return life.hold(replace(article(), events=events), BEGUN + ONE_DAY)


def as_known(change: Callable[[Archive], Archive] = lambda archive: archive, text: str = SANCTIONS.text) -> Trial:
    """As known on the first day, when the sanctions were on Russia; from an archive that says otherwise of it."""
    known = BEGUN + timedelta(hours=1)
    brief = submission("Singapore", ("SGP",), said(text, "sg-sanct"))
    footer = f"Sources to 4 Mar 2022, as known on 2 Mar 2026 at {known:%H:%M} UTC"
    return Trial(replace(brief, known=known, footer=footer), change(lived().known_by(known)).as_of(DAY))
