"""What is Slack's own in the renderer; what every renderer owes is in tests/contract."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from slack_sdk.models import blocks as models

from adapters.inert import inert
from adapters.slack import limits
from adapters.slack.render import address_of, escape, fits, parts, render, render_text
from briefs.document import Block, Document, Link, Paragraph, Row, SourceNote, Table, say
from briefs.plain import plain
from tests.adapters.slack import reader
from tests.adapters.slack.demands import Sent, broken
from tests.contract import documents

DOCUMENTS = documents.ORDINARY | documents.LONG


@cache
def parts_of(make: Callable[[], Document]) -> tuple[Document, ...]:
    """A document in messages, cut once for both tests that look at them."""
    return parts(make())


@pytest.mark.parametrize("make", DOCUMENTS.values(), ids=DOCUMENTS)
def test_slack_sdk_finds_no_fault_in_any_block(make: Callable[[], Document]) -> None:
    for part in parts_of(make):
        blocks = render(part)["blocks"]
        assert 1 <= len(blocks) <= 50
        for block in blocks:
            parsed = models.Block.parse(block)
            assert parsed is not None
            parsed.validate_json()
            assert parsed.to_dict() == block, "the library knows every field we send"


@pytest.mark.parametrize("make", DOCUMENTS.values(), ids=DOCUMENTS)
def test_the_top_level_text_holds_the_whole_brief_for_screen_readers(make: Callable[[], Document]) -> None:
    for part in parts_of(make):
        payload = render(part)
        assert reader.fallback(payload).split() == (plain(part) or "–").split()
        assert len(payload["text"]) <= 4000
        assert render_text(part) == {key: value for key, value in payload.items() if key != "blocks"}


def test_only_the_three_characters_of_slacks_control_sequences_are_escaped() -> None:
    assert escape("<!channel> & *stars* _lines_ ~x~ `code` @here") == (
        "&lt;!channel&gt; &amp; *stars* _lines_ ~x~ `code` @here"
    )


def test_nothing_unfurls_and_no_name_becomes_a_mention() -> None:
    payload = render(documents.usual())
    switches = {key: payload[key] for key in ("mrkdwn", "parse", "link_names", "unfurl_links", "unfurl_media")}
    assert switches == {
        "mrkdwn": False,
        "parse": "none",
        "link_names": False,
        "unfurl_links": False,
        "unfurl_media": False,
    }


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("https://a.example/x|y>z<", "https://a.example/x%7Cy%3Ez%3C"),
        ("https://a.example/a b", "https://a.example/a%20b"),
        ("https://a.example/%20?q=a&b=(c)#d", "https://a.example/%20?q=a&b=(c)#d"),
        ("http://a.example/កម្ពុជា", "http://a.example/%E1%9E%80%E1%9E%98%E1%9F%92%E1%9E%96%E1%9E%BB%E1%9E%87%E1%9E%B6"),
        ("javascript:alert(1)", None),
        ("slack://open", None),
        ("", None),
        ("https://a.example/" + "x" * 3000, None),
    ],
)
def test_addresses_are_web_addresses_and_encoded(url: str, sent: str | None) -> None:
    assert address_of(Link("words", url)) == sent


def test_a_title_is_a_header_up_to_its_limit_and_bold_one_past_it() -> None:
    at, past = (render(Document("t" * n, (Paragraph((say("x"),)),))) for n in (150, 151))
    assert at["blocks"][0] == {"type": "header", "text": {"type": "plain_text", "text": "t" * 150, "emoji": False}}
    assert past["blocks"][0]["elements"][0]["elements"] == [
        {"type": "text", "text": "t" * 151, "style": {"bold": True}}
    ]


def table(rows: int, cell: str = "in favour", label: str = "2 March 2022", columns: int = 2) -> Table:
    names = tuple(say(f"State {number}") for number in range(columns))
    return Table(names, tuple(Row(say(label), (say(cell),) * columns) for _ in range(rows)))


def kinds(*blocks: Block) -> list[str]:
    return [block["type"] for block in render(Document("", blocks))["blocks"]]


def test_a_table_of_short_rows_is_slacks_table_with_a_row_of_names() -> None:
    [shown] = render(Document("", (table(2),)))["blocks"]
    assert shown["type"] == "table"
    assert [len(row) for row in shown["rows"]] == [3, 3, 3]
    assert shown["rows"][1][1] == {"type": "raw_text", "text": "in favour"}


@pytest.mark.parametrize(
    "points",
    [
        table(1),
        table(2, "w" * 41),
        table(2, label="w" * 41),
        table(2, columns=1),
        table(2, columns=5),
        table(100, "x", "y"),
    ],
    ids=["one row", "a long cell", "a long label", "one column", "five columns", "a hundred rows"],
)  # fmt: skip
def test_a_table_that_reads_badly_in_columns_is_a_list(points: Table) -> None:
    assert kinds(points) == ["rich_text"]


@pytest.mark.parametrize("good", [table(2, "w" * 40), table(99, "x", "y"), table(2, columns=4)])
def test_a_table_at_those_limits_is_one(good: Table) -> None:
    assert kinds(good) == ["table"]


def test_what_somebody_said_follows_its_table_as_points() -> None:
    said = Row(say("Said"), (say("w" * 100), say("–")))
    whole = table(3)
    document = Document("", (Table(whole.columns, (*whole.rows, said)),))
    grid, points = render(document)["blocks"]
    assert (grid["type"], len(grid["rows"]), points["type"]) == ("table", 4, "rich_text")
    assert reader.seen(render(document)).split("\n\n")[1].startswith("• Said")


def test_a_message_has_one_table_and_a_second_is_a_list() -> None:
    assert kinds(table(2), table(2)) == ["table", "rich_text"]


@pytest.mark.parametrize("words", documents.HOSTILE, ids=lambda words: ascii(words)[:40])
def test_hostile_words_in_a_table_or_a_source_are_only_words(words: str) -> None:
    short = inert(words)[:40]
    rows = tuple(Row(say(short), (say(short), say("yes"))) for _ in range(2))
    note = SourceNote(1, words, "https://a.example/x_y_z?a=1&b=*2*", ())
    payload = render(Document("", (Table((say("A"), say("B")), rows),), footer=words, sources=(note,)))
    assert payload["blocks"][0]["type"] == "table"
    assert {kind.split()[0] for kind in reader.recognised(payload)} <= {"strong", "link"}
    assert reader.seen(payload).count(short.strip()) >= 4
    assert broken(Sent("chat.postMessage", {"channel": "C1", **payload})) == []


def test_sources_are_small_beneath_the_brief_unless_a_word_of_theirs_could_act() -> None:
    def below(text: str) -> str:
        note = SourceNote(1, text, "https://a.example", ())
        return str(render(Document("T", (), footer="Sources", sources=(note,)))["blocks"][-1]["type"])

    assert [below(text) for text in ("VOA, 4 Mar 2022", "AT&T's letter, 10:30 a.m.")] == ["context"] * 2
    acting = ("*VOA*", "a_b_c", "`x`", ":smile:", "<!here>", "@here", "> x")
    assert [below(text) for text in acting] == ["rich_text"] * 7


def test_more_sources_than_a_context_holds_are_rich_text() -> None:
    def below(count: int) -> str:
        notes = tuple(SourceNote(1, "w" * 90, "https://a.example", ()) for _ in range(count))
        return str(render(Document("T", (), sources=notes))["blocks"][-1]["type"])

    assert [below(25), below(27)] == ["context", "rich_text"]


def test_one_run_of_characters_is_at_most_as_long_as_a_section() -> None:
    for characters in (3000, 3001, 3900):
        for unit in ("x", "🇰🇭"):
            payload = render(documents.one_sentence(characters, unit))
            assert max(len(run.encode("utf-16-le")) // 2 for run in reader.texts(payload)) <= 3000
            assert "".join(reader.texts(payload)).count(unit[0]) >= characters // len(unit)


def test_the_text_fits_at_4000_and_not_at_4001() -> None:
    def sized(n: int) -> Document:
        return Document("", (Paragraph((say("x" * n),)),))

    assert fits(sized(4000))
    assert not fits(sized(4001))
    assert not fits(sized(3999).with_blocks((Paragraph((say("&" * 801),)),))), "counted as sent: & is five characters"
    assert fits(sized(3999).with_blocks((Paragraph((say("&" * 800),)),)))


def test_a_message_has_50_blocks_but_not_51() -> None:
    def of(n: int) -> Document:
        return Document("", tuple(Paragraph((say("x"),)) for _ in range(n)))

    assert fits(of(50))
    assert len(render(of(50))["blocks"]) == 50
    assert not fits(of(51))
    assert [len(render(part)["blocks"]) for part in parts(of(51))] != [51]


def test_every_limit_names_the_page_it_comes_from() -> None:
    named = {name: value for name, value in vars(limits).items() if isinstance(value, limits.Limit)}
    assert len(named) > 10
    for name, limit in named.items():
        assert limit.value > 0, name
        assert limit.page.startswith(("https://docs.slack.dev/", "https://github.com/slackapi/")), name
