"""Assembling files: references across them, who is left out and who stays, and what never reaches a brief."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.assembly import Assembled, assemble
from briefs.reading import inspect

REGISTER = """states:
- {id: AAA, name: Alphaland, iso2: AA, m49: 901, member: [{of: un, from: 1990-01-01}]}
- {id: BBB, name: Betaland, iso2: BB, m49: 902, member: [{of: un, from: 1990-01-01, to: 2020-01-01}]}
- {id: CCC, name: Gammaland, iso2: CC, m49: 903, member: [{of: un, from: 2021-01-01}]}
- {id: OOO, kind: observer, name: Omegaland, iso2: OO, m49: 904}
bodies:
- {id: unga, name: Assembly}
blocs:
- {id: pact, name: Pact, members: [{id: AAA, from: 2000-01-01}]}
persons:
- {id: ann, name: Ann, roles: [{title: Minister, of: AAA, from: 2000-01-01}]}
issues:
- {id: tides, title: The tides}
measures:
- {id: text-1, symbol: A/RES/1, title: First text, in: unga, issue: tides}
"""


def source(name: str, published: str = "2022-03-04") -> str:
    return f"""source: {{id: {name}, publisher: P, class: press, lang: en, title: T, url: "https://example.org/{name}",
  published: {published}, licence: none}}
"""


def events(name: str, *records: str) -> str:
    return source(name) + "records:\n" + "".join(f"- {{{record}}}\n" for record in records)


def act(name: str, more: str = "", verb: str = "statement", day: str = "2022-03-02") -> str:
    by = "" if "by:" in more or verb == "vote.held" else "by: AAA, "
    return f"id: {name}, act: {verb}, {by}date: {day}, ev: [x]{', ' + more if more else ''}"


def rollcall(
    name: str = "call", favour: str = "AAA", against: str = "CCC", tally: str = "", more: str = "date: 2022-03-02"
) -> str:
    counts = tally or "favour: 1, against: 1, abstained: 0, absent: 0, members: 2"
    return (
        source(name)
        + f"""rollcall:
  id: {name}
  measure: text-1
  in: unga
  {more}
  tally: {{{counts}}}
  votes: {{favour: [{favour}], against: [{against}], abstained: [], absent: []}}
"""
    )


def put(**files: str) -> Assembled:
    """Assemble the register (unless given) and the files, named by their keys, in order."""
    named = {"register": REGISTER, **files}
    return assemble([inspect(text.encode(), f"{name}.yaml") for name, text in named.items()])


def codes(assembled: Assembled) -> list[tuple[str, str]]:
    return [(problem.path.removesuffix(".yaml"), problem.code) for problem in assembled.problems]


def test_short_references_become_full_ids_within_their_file() -> None:
    second = act("two", "about: one, asserts: [{act: statement, of: [CCC], about: one}]")
    made = put(
        a=events("a", act("one", "about: text-1"), second, act("three", "about: b/one")), b=events("b", act("one"))
    )
    assert made.problems == ()
    held = made.archive.events
    assert (held["a/one"].about, held["a/two"].about, held["a/three"].about) == ("text-1", "a/one", "b/one")
    assert held["a/two"].asserts[0].about == "a/one"
    assert made.archive.measure_of(held["a/two"]) == "text-1"


def test_words_may_stand_where_a_thing_or_an_addressee_is_meant() -> None:
    made = put(a=events("a", act("one", "to: his party and government, with: the neighbours, about: a cease-fire")))
    assert made.problems == ()
    assert made.archive.events["a/one"].to == "his party and government"


def test_a_record_named_like_a_register_entry_must_be_written_out() -> None:
    made = put(a=events("a", act("pact"), act("two", "about: pact"), act("three", "about: a/pact")))
    assert codes(made) == [("a", "ambiguous-id")]
    assert "a/pact" in made.problems[0].hint


def test_one_bad_file_is_left_out_whole_and_the_others_load() -> None:
    made = put(a=events("a", act("one"), act("two", "by: NOBODY")), b=events("b", act("one")))
    assert made.left_out == ("a.yaml",)
    assert list(made.archive.events) == ["b/one"]
    assert list(made.archive.sources) == ["b"]


def test_a_file_that_rests_on_a_left_out_one_goes_with_it_and_says_why() -> None:
    made = put(
        a=events("a", act("one", "by: NOBODY")),
        b=events("b", act("one", "about: a/one")),
        c=events("c", act("one", "about: b/one")),
        d=events("d", act("one")),
    )
    assert made.left_out == ("a.yaml", "b.yaml", "c.yaml")
    assert codes(made) == [("a", "unknown-id"), ("b", "left-out"), ("c", "left-out")]
    assert "a/one" in made.problems[1].message
    assert "a.yaml" in made.problems[1].message


def test_a_broken_register_file_is_the_one_problem_and_not_a_thousand() -> None:
    """Whoever names its ids is told once, with the file to mend."""
    split = REGISTER.index("bodies:")
    half = REGISTER[:split].replace("iso2: OO", "iso2: OO, colour: red")
    made = put(register=REGISTER[split:], states=half, a=events("a", act("one"), act("two", "by: [AAA, CCC]")))
    assert codes(made) == [("a", "left-out"), ("register", "left-out"), ("states", "unknown-key")]
    made = put(register=REGISTER[split:], states="states: [", a=events("a", act("one", "by: [AAA, CCC]")))
    assert codes(made) == [("a", "left-out"), ("register", "left-out"), ("states", "unclosed")]


def test_two_files_may_share_a_source_but_not_an_id() -> None:
    same = put(a=events("s", act("one")), b=events("s", act("two")))
    assert same.problems == ()
    assert list(same.archive.events) == ["s/one", "s/two"]
    doubled = put(a=events("s", act("one")), b=events("s", act("one")))
    assert codes(doubled) == [("b", "duplicate-id")]
    assert list(doubled.archive.events) == ["s/one"]
    differing = put(a=events("s", act("one")), b=events("s", act("two")).replace("title: T", "title: U"))
    assert codes(differing) == [("b", "source-differs")]


def test_a_measure_has_one_roll_call() -> None:
    made = put(a=rollcall("first"), b=rollcall("second"))
    assert codes(made) == [("b", "second-rollcall")]


def test_a_whole_roll_call_is_taken_with_every_row() -> None:
    made = put(a=rollcall())
    assert made.problems == ()
    assert dict(made.archive.rollcalls["call/call"].votes) == {"AAA": "favour", "CCC": "against"}


def test_a_tally_that_its_rows_do_not_give_refuses_the_roll_call_by_name() -> None:
    made = put(
        a=rollcall(tally="favour: 2, against: 1, abstained: 0, absent: 0, members: 3"), b=events("b", act("one"))
    )
    assert made.archive.rollcalls == {}
    assert list(made.archive.events) == ["b/one"]
    assert {problem.code for problem in made.problems} == {"tally"}
    assert all("A/RES/1" in problem.message for problem in made.problems)
    assert [(problem.line, problem.column) for problem in made.problems] == [(8, 19), (8, 68)]


def test_only_members_of_the_day_vote_and_every_one_has_a_row() -> None:
    former = put(a=rollcall(favour="BBB"))
    assert codes(former) == [("a", "no-row"), ("a", "not-a-member")]
    assert codes(
        put(a=rollcall(favour="OOO, AAA", tally="favour: 2, against: 1, abstained: 0, absent: 0, members: 3"))
    ) == [("a", "not-a-member")]
    early = rollcall(against="BBB", more="date: 2019-12-31")
    assert put(a=early).problems == ()
    last_day_over = rollcall(against="BBB", more="date: 2020-01-01")
    assert ("a", "not-a-member") in codes(put(a=last_day_over))


def test_drafts_and_reviewed_records_are_held_but_never_published() -> None:
    made = put(a=events("a", act("one", "state: draft"), act("two", "state: reviewed"), act("three")))
    assert len(made.archive.events) == 3
    assert [event.id for event in made.archive.published] == ["a/three"]
    assert list(made.archive.as_of(date(2030, 1, 1)).events) == ["a/three"]


def test_an_embargo_holds_until_it_is_lifted_and_past_views_do_not_lift_it() -> None:
    archive = put(a=events("a", act("one", "embargo: 2022-03-05T09:00Z"), act("two"))).archive
    assert [event.id for event in archive.published] == ["a/two"]
    assert [event.id for event in archive.as_of(date(2030, 1, 1)).published] == ["a/two"]
    assert archive.released(datetime(2022, 3, 5, 8, 59, tzinfo=UTC)) is archive
    lifted = archive.released(datetime(2022, 3, 5, 9, tzinfo=UTC))
    assert [event.id for event in lifted.published] == ["a/one", "a/two"]


def test_a_published_correction_replaces_the_record_and_a_draft_one_does_not() -> None:
    correction = act("two", "corrects: one, reason: a slip", verb="correct")
    made = put(a=events("a", act("one"), correction))
    assert made.problems == ()
    assert [event.id for event in made.archive.published] == ["a/two"]
    draft = put(a=events("a", act("one"), correction + ", state: draft"))
    assert [event.id for event in draft.archive.published] == ["a/one"]


def test_a_correction_has_a_reason_and_another_record() -> None:
    made = put(
        a=events("a", act("one", "corrects: one, reason: x"), act("two", "corrects: one"), act("three", "reason: x"))
    )
    assert sorted(code for _, code in codes(made)) == ["corrects-itself", "missing-key", "missing-key"]


def test_no_source_tells_what_had_not_happened_unless_it_was_planned() -> None:
    assert codes(put(a=events("a", act("one", day="2022-03-05")))) == [("a", "before-it-happened")]
    assert codes(put(a=events("a", act("one", day="2022-W10")))) == [("a", "before-it-happened")]
    assert codes(put(a=events("a", act("one", day="../2022-03-05")))) == [("a", "before-it-happened")]
    for day in ("2022-03-04", "2022-W09", "2022-03", "2022", "../2022-03-04"):
        assert put(a=events("a", act("one", day=day))).problems == ()
    for status in ("planned", "announced", "in discussion", "conditional"):
        assert put(a=events("a", act("one", f"status: {status}", day="2022-03-05"))).problems == ()
    assert codes(put(a=events("a", act("one", "status: denied", day="2022-03-05")))) == [("a", "before-it-happened")]


def test_sums_of_a_reported_tally_must_hold() -> None:
    def tally(figures: str) -> list[str]:
        more = f"about: text-1, tally: {{{figures}}}"
        return [code for _, code in codes(put(a=events("a", act("one", more, verb="vote.held"))))]

    assert tally("favour: 1, against: 1, abstained: 1, voted: 3, members: 4, absent: 1") == []
    assert tally("favour: 1, against: 1, abstained: 1") == []
    assert tally("favour: 1, against: 1, abstained: 1, voted: 4") == ["tally"]
    assert tally("favour: 1, against: 1, abstained: 1, voted: 3, members: 2") == ["tally"]
    assert tally("favour: 1, against: 1, abstained: 1, members: 2") == ["tally"]
    assert tally("favour: 1, against: 1, abstained: 1, members: 5, absent: 1") == ["tally"]


def test_a_named_list_fits_its_count() -> None:
    def lists(text: str) -> list[str]:
        more = f"about: text-1, tally: {{favour: 2, against: 1, abstained: 0}}, {text}"
        return [code for _, code in codes(put(a=events("a", act("one", more, verb="vote.held"))))]

    assert lists("favour: {complete: true, of: [AAA, CCC]}") == []
    assert lists("favour: {complete: false, of: [AAA]}") == []
    assert lists("favour: {complete: true, of: [AAA]}") == ["list-tally"]
    assert lists("favour: {complete: false, of: [AAA, CCC]}") == ["list-tally"]
    assert lists("favour: {complete: false, of: [AAA]}, against: {complete: true, of: [AAA]}") == ["two-options"]
    assert lists("favour: {complete: false, of: [ann]}") == ["wrong-kind"]


def test_fields_that_make_no_sense_for_an_act_are_told() -> None:
    def faults(more: str, verb: str = "statement") -> list[str]:
        return [code for _, code in codes(put(a=events("a", act("one", more, verb=verb))))]

    assert faults("tally: {favour: 1, against: 0, abstained: 0}") == ["tally-without-vote"]
    assert faults("favour: {complete: false, of: [AAA]}") == ["list-without-vote"]
    assert faults("role: draft") == ["sponsors-only"]
    assert faults("complete: true") == []
    assert faults("complete: false, for: BBB") == ["complete-for"]
    assert faults("same_as: a/one") == ["same-as-itself", "same-source"]
    assert faults("about: text-1, by: AAA", verb="vote.held") == ["vote-by"]
    assert faults("", verb="sanction") == ["no-object"]
    assert faults("against_actor: AAA", verb="sanction") == ["against-itself"]
    assert faults("by: ann, for: AAA, against_actor: AAA", verb="condemn") == ["against-itself"]
    assert faults("for: AAA") == ["for-itself"]


def test_nothing_is_said_without_an_actor_or_without_evidence() -> None:
    bare = "id: one, act: statement, date: 2022-03-02"
    assert [code for _, code in codes(put(a=events("a", bare)))] == ["missing-key", "no-evidence"]
    assert put(a=events("a", bare + ", by: AAA, quotes: {q1: x}")).problems == ()


def test_the_id_that_was_meant_is_named() -> None:
    def advice(by: str) -> str:
        return "; ".join(f"{p.message}; {p.hint}" for p in put(a=events("a", act("one", f"by: {by}"))).problems)

    assert advice("BB") == "BB is not a state id; write BBB for Betaland"
    assert advice("bb") == "bb is not a state id; write BBB for Betaland"
    assert advice("Betaland") == "Betaland is not an id; write BBB"
    assert advice("PACT") == "PACT is not an id; write pact"
    assert advice("annn") == "annn is not the id of an actor; did you mean ann?"
    assert advice("zzzzzz") == "zzzzzz is not the id of an actor; correct it, or add it to the register"


def test_register_entries_are_checked_against_each_other() -> None:
    def register(old: str, new: str) -> list[str]:
        assert old in REGISTER
        return [code for _, code in codes(put(register=REGISTER.replace(old, new)))]

    assert register("m49: 902", "m49: 901") == ["duplicate-code"]
    assert register("iso2: BB", "iso2: AA") == ["duplicate-code"]
    assert register("to: 2020-01-01", "to: 1980-01-01") == ["backwards"]
    assert register("iso2: OO", "iso2: OO, member: [{of: un, from: 2000-01-01}]") == ["observer-member"]
    assert register("[{id: AAA, from: 2000-01-01}]", "[{id: AAA}, {id: AAA, from: 2000-01-01}]") == ["overlap"]
    assert register(
        "from: 2000-01-01}]}\npersons", "from: 2000-01-01}], chair: [{id: CCC, from: 2001-01-01}]}\npersons"
    ) == ["chair-not-member"]
    assert register("title: The tides", "title: The tides, parent: tides") == ["circle"]
    assert register("title: The tides", "title: The tides, parent: tide") == ["unknown-id"]
    assert register("in: unga", "in: AAA") == ["wrong-kind"]
    assert register("of: AAA, from: 2000-01-01", "of: AAA, at: 2000-01-01") == ["attested-half"]
    assert register("of: AAA, from: 2000-01-01", "of: AAA, from: 2000-01-01, at: 2001-01-01, per: voa") == [
        "attested-dated"
    ]
    assert register("id: pact", "id: ann") == ["duplicate-id"]


def test_the_order_of_the_files_is_the_order_of_the_archive() -> None:
    made = put(b=events("b", act("two"), act("one")), a=events("a", act("one")))
    assert list(made.archive.events) == ["b/two", "b/one", "a/one"]
    assert list(made.archive.register.actors) == ["AAA", "BBB", "CCC", "OOO", "unga", "pact", "ann"]


# --- a look at files most of which were judged before -------------------------------------------------------------

TEXTS = {
    "register": (REGISTER, REGISTER.replace("- {id: pact, ", "- {id: league, "), "states: [}", REGISTER + "\n# more"),
    "more": ("issues:\n- {id: tolls, title: Tolls}\n", "blocs:\n- {id: league, name: League, members: [{id: AAA}]}\n"),
    "a": (events("a", act("one")), events("a", act("one", "about: b/one")), events("a", act("two")), "records: {"),
    "b": (events("b", act("one", "issue: tides")), events("b", act("two", "about: c/call")), events("a", act("one"))),
    "c": (rollcall(), rollcall(favour="CCC", against="AAA"), rollcall("other"), source("c") + "records: []\n"),
    "d": (
        events("d", act("one", "about: a/one, with: pact"), act("league"), act("three", "about: league")),
        events("d", act("one", "corrects: b/one, reason: r")),
    ),
}
"""What each file may hold at one time or another: good, other ids, other references, broken, an id of another file."""
STEPS = st.lists(st.tuples(st.sampled_from(sorted(TEXTS)), st.integers(-1, 3)), min_size=1, max_size=8)


@settings(max_examples=150, deadline=None)
@given(STEPS)
def test_files_judged_before_are_never_judged_otherwise_for_it(steps: list[tuple[str, int]]) -> None:
    """After any edits, a look that remembers the last good one finds what a look at everything finds."""
    held = {name: inspect(texts[0].encode(), f"{name}.yaml") for name, texts in TEXTS.items()}
    judged = assemble(list(held.values())).judged
    assert judged is not None
    for name, choice in steps:
        texts = TEXTS[name]
        held = {**held, name: inspect(texts[choice % len(texts)].encode(), f"{name}.yaml")} if choice >= 0 else held
        files = [content for key, content in sorted(held.items()) if choice >= 0 or key != name]
        again, anew = assemble(files, before=judged), assemble(files)
        assert (again.archive, again.problems, again.left_out) == (anew.archive, anew.problems, anew.left_out)
        judged = again.judged or judged


def test_only_what_changed_and_what_needs_it_is_judged_again() -> None:
    first = [inspect(texts[0].encode(), f"{name}.yaml") for name, texts in sorted(TEXTS.items())]
    before = assemble(first).judged
    assert before is not None
    changed = inspect(events("a", act("one", "what: a toll")).encode(), "a.yaml")
    after = assemble([changed if content.path == "a.yaml" else content for content in first], before=before).judged
    assert after is not None
    same = {path for path, verdict in after.verdicts.items() if verdict is before.verdicts[path]}
    assert same == {"b.yaml", "c.yaml", "more.yaml", "register.yaml"}  # d tells of what a did
