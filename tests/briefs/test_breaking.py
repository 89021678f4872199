"""What is posted at once: which records, in which words, and what the next digest may say beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from briefs import breaking, briefing
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending
from briefs.codebook import Act, Length
from briefs.digests import Filter
from briefs.plain import plain
from briefs.proof import load_skeletons, verify
from tests.archives import article, imported, shipped
from tests.briefs.one_sentence import tried

DAY = timedelta(days=1)
SINCE = datetime(2022, 3, 4, tzinfo=UTC)
UNTIL = SINCE + DAY
NOON = SINCE + DAY / 2
ALL = Filter()
VOTE = "undl-3959039/un-es-11-1"


def found(
    archive: Archive, recorded: Mapping[str, datetime], follows: Filter = ALL, told: tuple[str, ...] = ()
) -> set[str]:
    held = archive.as_of((UNTIL + DAY).date()).recorded_at(recorded)
    return set(breaking.chosen(held, breaking.fresh(held, SINCE, UNTIL), follows, told))


def alert(archive: Archive, recorded: Mapping[str, datetime], *records: str, follows: Filter = ALL) -> Briefing:
    return briefing.alert(archive, recorded, SINCE, UNTIL, records, follows, Length.SHORT)


def digest(archive: Archive, recorded: Mapping[str, datetime], *alerted: str, follows: Filter = ALL) -> Briefing:
    return briefing.digest_of_window(archive, recorded, SINCE, UNTIL, follows, Length.SHORT, alerted=alerted)


# -- Which records


def test_an_alert_takes_what_entered_its_window_is_followed_and_was_not_told() -> None:
    archive = article()
    recorded = dict.fromkeys(archive.events, NOON)
    every = found(archive, recorded)
    assert {"voa/veto", "voa/sg-sanct"} <= every
    assert found(archive, recorded, Filter(acts=(Act.VETO,))) == {"voa/veto"}
    assert found(archive, recorded, told=("voa/veto",)) == every - {"voa/veto"}
    assert found(archive, {**recorded, "voa/veto": UNTIL}) == every - {"voa/veto"}
    assert found(archive, {**recorded, "voa/veto": SINCE - DAY}) == every - {"voa/veto"}


def test_what_was_published_days_ago_is_no_breaking_news_though_a_digest_tells_it() -> None:
    archive = shipped()
    recorded = {VOTE: NOON}
    assert found(archive, recorded) == {VOTE}  # voted on 2 March
    late = {VOTE: NOON + DAY}
    held = archive.as_of((UNTIL + 2 * DAY).date()).recorded_at(late)
    assert breaking.fresh(held, SINCE, UNTIL + DAY) == ()
    assert briefing.digest_of_window(archive, late, SINCE, UNTIL + DAY, ALL, Length.SHORT).news == (VOTE,)


def test_a_call_of_the_imported_file_is_breaking_news_by_the_day_of_its_vote() -> None:
    archive = imported()
    day = archive.call("un-votes/101")
    assert day is not None
    at = datetime.combine(day.date, datetime.min.time(), UTC) + DAY
    for late, news in ((timedelta(0), ("un-votes/101",)), (2 * DAY, ())):
        held = replace(archive, entered={"un-votes/101": at + late})
        assert tuple(item.record for item in breaking.fresh(held, at, at + 3 * DAY)) == news


def test_a_correction_is_no_breaking_news() -> None:
    archive = article()
    corrected = replace(archive.events["voa/veto"], corrects="voa/sg-sanct")
    archive = replace(archive, events={**archive.events, "voa/veto": corrected})
    assert "voa/veto" not in found(archive, dict.fromkeys(archive.events, NOON))


def test_a_call_that_was_told_from_the_file_is_not_told_again_as_a_record() -> None:
    archive = imported()
    record, filed = next(iter(archive.rolls.twins.items()))
    at = datetime.combine(archive.rollcalls[record].date, datetime.min.time(), UTC) + DAY / 2
    held = archive.as_of((at + DAY).date()).recorded_at({record: at})
    assert breaking.chosen(held, breaking.fresh(held, at, at + DAY), ALL, ()) == (record,)
    assert breaking.chosen(held, breaking.fresh(held, at, at + DAY), ALL, (filed,)) == ()
    for told in (record, filed):
        rest = briefing.digest_of_window(archive, {record: at}, at, at + DAY, ALL, Length.SHORT, alerted=(told,))
        assert (rest.ending, rest.news) == (Ending.QUIET, ())


# -- In which words


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Alert · Saturday 5 March 2022"),
        ("fr", "Alerte · Samedi 5 mars 2022"),
        ("es", "Alerta · Sábado 5 de marzo de 2022"),
        ("km", "ដំណឹងបន្ទាន់ · "),
    ],
)
def test_an_alert_tells_its_records_in_the_sentences_of_digests_under_a_title_of_its_own(
    language: str, title: str
) -> None:
    recorded = {VOTE: NOON, "undl-3965954/un-es-11-2": NOON}
    for follows, ends in ((ALL, ""), (Filter(actors=("KHM",)), " · "), (Filter(issues=("ukraine-war",)), " · ")):
        made = briefing.told(shipped(), language, lambda spoken, of=follows: alert(spoken, recorded, VOTE, follows=of))
        whole = briefing.told(shipped(), language, lambda spoken, of=follows: digest(spoken, {VOTE: NOON}, follows=of))
        assert (made.ending, made.reasons, made.news) == (Ending.ANSWERED, (), (VOTE,))
        assert made.document.title.startswith(title)
        assert ends in made.document.title
        assert list(made.document.clauses()) == list(whole.document.clauses())
        assert made.document.sources == whole.document.sources
        assert made.document.language == language


def test_an_alert_of_nothing_is_quiet_and_shows_nothing() -> None:
    made = alert(shipped(), {VOTE: NOON + DAY}, VOTE)
    assert (made.ending, made.news, list(made.document.clauses())) == (Ending.QUIET, (), [])


def test_an_alert_for_a_thread_has_a_lead_as_a_digest_has() -> None:
    recorded = dict.fromkeys(article().events, NOON)
    news = digest(article(), recorded).news
    made = briefing.alert(article(), recorded, SINCE, UNTIL, news, ALL, Length.LONG, lead=True)
    assert made.lead is not None
    assert made.lead.title == made.document.title == "Alert · Saturday 5 March 2022"


def test_no_digest_is_called_an_alert_and_no_alert_a_digest() -> None:
    recorded = {VOTE: NOON}
    view = shipped().as_of((UNTIL + DAY).date()).recorded_at(recorded)
    for made, asked in ((alert(shipped(), recorded, VOTE), "alert"), (digest(shipped(), recorded), "digest")):
        for subject in ("alert", "digest"):
            brief = briefing.submission(made.document, (UNTIL + DAY).date(), (subject,))
            assert bool(verify(brief, view, load_skeletons("en"))) is (subject != asked)


# -- What the next digest says beside it


def test_a_digest_leaves_out_what_alerts_told() -> None:
    recorded = {VOTE: NOON, "voa/veto": NOON}
    made = digest(shipped(), recorded, VOTE)
    assert (made.ending, made.news) == (Ending.ANSWERED, ("voa/veto",))
    assert "A/RES/ES-11/1" not in plain(made.document)
    assert digest(shipped(), recorded).news == (VOTE, "voa/veto")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "is recorded since 4 March 2022 in the sources held beyond what was posted as alerts."),
        ("fr", "hormis ce qui a été publié en alerte."),
        ("es", "salvo lo publicado como alerta."),
        ("km", "ក្រៅពីអ្វីដែលបានផ្សាយជាដំណឹងបន្ទាន់"),
    ],
)
def test_a_digest_with_nothing_else_says_so_and_never_that_nothing_came(language: str, said: str) -> None:
    recorded = {VOTE: NOON}
    for follows in (ALL, Filter(issues=("ukraine-war",))):
        made = briefing.told(shipped(), language, lambda spoken, of=follows: digest(spoken, recorded, VOTE, follows=of))
        assert (made.ending, made.reasons, made.news) == (Ending.QUIET, (), ())
        assert made.document.language == language
        [clause] = made.document.clauses()
        assert said in clause.text
    aside = digest(shipped(), recorded, VOTE, follows=Filter(issues=("palestine",)))
    assert "beyond" not in plain(aside.document), "what is not followed was told to nobody"


BESIDE = "Nothing new is recorded since 4 March 2022 in the sources held beyond what was posted as alerts."
BESIDE_FOLLOWED = BESIDE.replace("new is", "new followed here is")
WINDOW = f"query:recorded?since={SINCE.isoformat()}&until={UNTIL.isoformat()}"
REFUSED = "C9 digest.quiet.beside: quiet_beside_alerts(d) does not hold over the cited records"


def beside(recorded: Mapping[str, datetime], *subject: str, text: str = BESIDE, cite: str = WINDOW) -> str:
    archive = shipped().recorded_at(recorded)
    return tried(archive, text, cite, subject=("digest", *subject), as_of=date(2022, 4, 10))


def test_that_nothing_came_beyond_alerts_is_proved_by_the_window_itself() -> None:
    both = {VOTE: NOON, "voa/veto": NOON}
    assert beside({VOTE: NOON}, f"alerted:{VOTE}") == "proved"
    assert beside(both, f"alerted:{VOTE}", "alerted:voa/veto") == "proved"
    assert beside(both, f"alerted:{VOTE}") == REFUSED, "one was told by nobody"
    assert beside({}, f"alerted:{VOTE}") == REFUSED, "no alert told anything of this window"
    assert beside({VOTE: NOON}) == REFUSED, "nothing was told by alerts"
    assert beside({VOTE: NOON}, VOTE, f"not alerted:{VOTE}") == REFUSED
    assert beside({VOTE: NOON}, f"alerted:{VOTE}", text=BESIDE.replace("4 March", "5 March")) == REFUSED
    earlier = WINDOW.replace("03-05", "03-06").replace("03-04", "03-05")
    assert beside({VOTE: NOON}, f"alerted:{VOTE}", cite=earlier) == REFUSED
    day = "query:digest?day=2022-03-04"
    assert beside({VOTE: NOON}, f"alerted:{VOTE}", cite=day) == REFUSED


def test_the_line_speaks_of_what_is_followed_and_no_more() -> None:
    told = (f"alerted:{VOTE}", "ukraine-war")
    refused = REFUSED.replace("beside:", "beside.follows:")
    assert beside({VOTE: NOON}, *told, text=BESIDE_FOLLOWED) == "proved"
    assert beside({VOTE: NOON}, *told, text=BESIDE).startswith("C9")
    assert beside({VOTE: NOON}, f"alerted:{VOTE}", text=BESIDE_FOLLOWED).startswith("C9")
    assert beside({VOTE: NOON}, f"alerted:{VOTE}", "palestine", text=BESIDE_FOLLOWED) == refused, "not told here"


def test_a_plain_silence_is_refused_where_alerts_told_something() -> None:
    text = "Nothing new is recorded since 4 March 2022 in the sources held."
    assert beside({VOTE: NOON}, f"alerted:{VOTE}", text=text).startswith("C9 digest.quiet.since")
