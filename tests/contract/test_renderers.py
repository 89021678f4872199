"""What every renderer owes its readers: all the words, their sources, no limit broken, nothing that acts."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import adapters
import adapters.console.render
import adapters.discord.render
import adapters.slack.render
from adapters.inert import inert
from briefs.document import (
    Bullets,
    Clause,
    Document,
    Em,
    Heading,
    Inline,
    Paragraph,
    Phrase,
    Row,
    Strong,
    Table,
    Text,
    say,
)
from briefs.plain import plain
from briefs.tongues import LANGUAGES
from briefs.wording.notices import word
from tests.contract import documents
from tests.contract.platforms import PLATFORMS, Platform

each_platform = pytest.mark.parametrize("platform", PLATFORMS, ids=lambda platform: platform.name)
limited_platform = pytest.mark.parametrize(
    "platform", [p for p in PLATFORMS if p.sizes(p.render(documents.usual()))], ids=lambda platform: platform.name
)
each_ordinary = pytest.mark.parametrize(
    "document", [make() for make in documents.ORDINARY.values()], ids=documents.ORDINARY
)
each_long = pytest.mark.parametrize("make", documents.LONG.values(), ids=documents.LONG)
DOCUMENTS = documents.ORDINARY | documents.LONG | {words: partial(documents.echo, words) for words in documents.HOSTILE}
each_hostile = pytest.mark.parametrize("words", documents.HOSTILE, ids=lambda words: ascii(words)[:40])


def words_of(text: str) -> list[str]:
    """The words in order. Bullets, the dash after a row's label and the marks between cells and sources are layout."""
    tokens = (token.rstrip(";") for token in inert(text).split())
    return [token for token in tokens if token not in ("", "•", "–", "·", "…")]


@cache
def parts_of(platform: Platform, make: Callable[[], Document]) -> tuple[Document, ...]:
    """A document in messages, cut once for all tests that look at them."""
    return tuple(platform.parts(make()))


def shown(platform: Platform, document: Document) -> list[str]:
    """The text of each message."""
    return [platform.text(platform.render(part)) for part in platform.parts(document)]


def letters(text: str) -> str:
    """The words without the blanks between them, where a part may have been cut inside a word."""
    return "".join(words_of(text))


def broken(platform: Platform, document: Document) -> dict[str, tuple[int, int]]:
    sizes = platform.sizes(platform.render(document))
    return {name: (size.now, size.most) for name, size in sizes.items() if size.now > size.most}


@each_platform
@each_ordinary
def test_a_brief_that_fits_is_one_message_with_every_word(platform: Platform, document: Document) -> None:
    messages = shown(platform, document)
    assert len(messages) == 1
    assert words_of(messages[0]) == words_of(plain(document))
    assert broken(platform, document) == {}


@each_platform
@each_long
def test_a_long_brief_loses_no_word_and_breaks_no_limit(platform: Platform, make: Callable[[], Document]) -> None:
    document, parts = make(), parts_of(platform, make)
    for part in parts:
        assert broken(platform, part) == {}
        assert letters(platform.text(platform.render(part))) == letters(plain(part))
    body = "\n\n".join(plain(Document("", part.blocks)) for part in parts)
    assert letters(body) == letters(plain(Document("", document.blocks)))
    assert {note for part in parts for note in part.sources} == set(document.sources)
    assert [part.paste for part in parts if part.paste] == ([document.paste] if document.paste else [])


@limited_platform
@pytest.mark.parametrize("make", DOCUMENTS.values(), ids=DOCUMENTS)
def test_no_platform_would_refuse_what_is_rendered(platform: Platform, make: Callable[[], Document]) -> None:
    """Its own rules about a post, as its documentation tells them, and for Slack its library's validators, too."""
    for part in parts_of(platform, make):
        assert platform.refused(platform.render(part)) == []


@limited_platform
def test_a_post_that_is_too_long_would_be_refused(platform: Platform) -> None:
    assert platform.refused(platform.render(documents.one_sentence(12_000))) != []


FRENCH = "24 février 2025 : pour « The path to peace » ; 93 % des voix ! Quoi ? (« Territorial integrity »)"


@each_platform
def test_no_line_of_french_ends_inside_its_quotation_marks_or_before_a_double_sign(platform: Platform) -> None:
    document = Document(FRENCH, (Paragraph((documents.claim(FRENCH),)), Bullets((documents.claim(FRENCH),))))
    shown = platform.text(platform.render(document))
    assert words_of(shown) == words_of(plain(document)), "the same words"
    assert not re.search(r"« | [»;!?%]| :\s", shown)
    assert shown.count("«\u00a0The") == 3


def test_a_narrow_terminal_begins_no_line_with_a_closing_mark() -> None:
    document = Document("", (Paragraph((documents.claim(FRENCH),)),))
    for width in range(40, 80):
        lines = adapters.console.render.render(document, width).split("\n")
        assert not [line for line in lines if re.match(r"\s*[»:;!?%]", line) or re.search(r"«\s*$", line)]


@limited_platform
def test_messages_are_cut_between_issues_and_each_begins_with_its_title(platform: Platform) -> None:
    parts = platform.parts(documents.issues(40))
    assert len(parts) > 1
    for part in parts:
        assert isinstance(part.blocks[0], Heading)
    told = [line.text for part in parts for line in part.lines()]
    assert told == [line.text for line in documents.issues(40).lines()], "no issue stands in two messages"


@limited_platform
def test_an_issue_too_long_for_a_message_goes_on_in_the_next_under_its_title(platform: Platform) -> None:
    document = documents.issues(2, 200)
    parts = platform.parts(document)
    titles = [block.phrase.text for part in parts for block in part.blocks if isinstance(block, Heading)]
    assert len(titles) > 2
    assert list(dict.fromkeys(titles)) == ["Issue 0 (*all* of # it)", "Issue 1 (*all* of # it)"]
    under: dict[str, list[str]] = {}
    for part in parts:
        assert broken(platform, part) == {}
        for block in part.blocks:
            if isinstance(block, Heading):
                title = block.phrase.text
            elif isinstance(block, Bullets):
                under.setdefault(title, []).extend(line.text for line in block.lines)
    whole = [[line.text for line in block.lines] for block in document.blocks if isinstance(block, Bullets)]
    assert list(under.values()) == whole, "every line under the title of its own issue"


@limited_platform
@each_long
def test_several_messages_say_which_of_how_many_they_are(platform: Platform, make: Callable[[], Document]) -> None:
    document, parts = make(), parts_of(platform, make)
    if len(parts) == 1:
        assert parts[0].title == document.title
        return
    for number, part in enumerate(parts, 1):
        assert part.title == f"{document.title} ({number}/{len(parts)})"
        assert f"({number}/{len(parts)})" in platform.text(platform.render(part))


@each_platform
@pytest.mark.parametrize("lines", [1, 9, 60, 400])
def test_no_claim_is_parted_from_its_source(platform: Platform, lines: int) -> None:
    document = documents.long_list(lines)
    known = {record for note in document.sources for record in note.records}
    for part in platform.parts(document):
        text = platform.text(platform.render(part))
        named = {record for note in part.sources for record in note.records}
        for clause in part.clauses():
            assert set(clause.cites) & known <= named
        for note in part.sources:
            assert f"[{note.number}]" in text
            assert note.text in text


@each_platform
def test_every_source_can_be_opened(platform: Platform) -> None:
    """Its address stands in the payload, as a link or in words; parentheses may be percent-encoded."""
    document = documents.usual()
    [part] = platform.parts(document)
    payload = json.dumps(platform.render(part), ensure_ascii=False)
    for note in document.sources:
        encoded = note.url.replace("(", "%28").replace(")", "%29")
        assert note.url in payload or encoded in payload


@limited_platform
@pytest.mark.parametrize(
    "grown",
    [
        lambda n: documents.one_sentence(n),
        lambda n: documents.one_sentence(n, "🇰🇭"),
        lambda n: documents.one_sentence(n, "*_"),
        lambda n: documents.many_blocks(n),
        lambda n: documents.long_list(n),
        lambda n: documents.long_table(n),
    ],
    ids=["letters", "emoji", "escapes", "blocks", "lines and sources", "rows"],
)
def test_a_message_is_filled_to_its_limit_and_one_more_makes_two(
    platform: Platform, grown: Callable[[int], Document]
) -> None:
    low, high = 1, 2
    while len(platform.parts(grown(high))) == 1:
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if len(platform.parts(grown(middle))) == 1 else (low, middle)
    assert low > 1
    assert broken(platform, grown(low)) == {}
    sizes = platform.sizes(platform.render(grown(low))).values()
    assert max(size.now / size.most for size in sizes) > 0.85, "cut long before the limit"
    parts = platform.parts(grown(high))
    assert 1 < len(parts) <= 3  # a block that would fit alone is not cut, so that it may take one more
    assert all(broken(platform, part) == {} for part in parts)


@each_platform
@each_hostile
def test_hostile_words_are_seen_as_they_are_and_do_nothing(platform: Platform, words: str) -> None:
    document, harmless = documents.echo(words), documents.echo(("harmless " * 99)[: len(inert(words))])
    assert [platform.text(platform.render(part)) for part in platform.parts(document)] != []
    text = "\n".join(shown(platform, document))
    assert words_of(text) == words_of("\n".join(plain(part) for part in platform.parts(document)))

    def acting(of: Document) -> list[str]:
        return [kind for part in platform.parts(of) for kind in platform.recognised(platform.render(part))]

    # A link whose words hold brackets may be shown as words alone; otherwise exactly what harmless words would have.
    expected = [kind for kind in acting(harmless) if "example.org" not in kind]
    assert [kind for kind in acting(document) if "example.org/page" not in kind] == expected


@each_platform
def test_no_control_character_and_no_mark_of_direction_is_sent(platform: Platform) -> None:
    for words in documents.HOSTILE:
        for part in platform.parts(documents.echo(words)):
            text = platform.text(platform.render(part))
            assert not [c for c in text if ord(c) < 32 and c != "\n"]
            assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\ufeff\u00ad")


@each_platform
def test_ten_thousand_hostile_characters_are_harmless(platform: Platform) -> None:
    for words in ("@everyone " * 1000, "*" * 10_000, "\u202e" * 10_000, "[" * 10_000, "`" * 10_000):
        document = Document(words, (Paragraph((Phrase((Text("No such actor: "), Strong(words))),)),))
        parts = platform.parts(document)
        assert all(broken(platform, part) == {} for part in parts)
        kinds = {kind for part in parts for kind in platform.recognised(platform.render(part))}
        harmless = ("harmless", "harmless " * 20)  # a long title may be set smaller than a short one
        usual = {kind for tame in harmless for kind in platform.recognised(platform.render(documents.echo(tame)))}
        assert kinds <= usual


@each_platform
@each_ordinary
def test_rendering_is_the_same_each_time_and_plain_json(platform: Platform, document: Document) -> None:
    first, second = platform.render(document), platform.render(document)
    assert json.dumps(first) == json.dumps(second)
    assert json.loads(json.dumps(first)) == first


_texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20) | st.sampled_from(
    [
        "*",
        "_",
        "**",
        "~~",
        "||",
        "`",
        "<@1>",
        ":a:",
        "# ",
        "- ",
        "> ",
        "1. ",
        "\\",
        "[x](y)",
        "<!here>",
        "&lt;",
        "http://a.b",
    ]
)
_inlines: st.SearchStrategy[Inline] = st.builds(Text, _texts) | st.builds(Strong, _texts) | st.builds(Em, _texts)
_lines = st.builds(
    lambda inlines: Clause(tuple(inlines), "t", ("voa/statement",)), st.lists(_inlines, min_size=1, max_size=5)
)


def _table(lines: Sequence[Clause | Phrase]) -> tuple[Table, ...]:
    return (Table((say("column"),), tuple(Row(say("row"), (line,)) for line in lines)),)


@each_platform
@given(lines=st.lists(_lines, min_size=1, max_size=3), title=_texts)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_the_words_they_are_all_seen_and_only_decorated(
    platform: Platform, lines: list[Clause], title: str
) -> None:
    document = Document(
        title,
        (
            Paragraph(tuple(lines)),
            Bullets(tuple(lines)),
            *_table(lines),
        ),
        footer=title,
        sources=(documents.VOA,),
    )
    [part] = platform.parts(document)
    payload = platform.render(part)
    assert letters(platform.text(payload)) == letters(plain(part))
    calm = [Phrase(tuple(replace(inline, text=" x ") for inline in line.inlines)) for line in lines]
    tame = replace(part, title="x", footer="x", blocks=(Paragraph(tuple(calm)), *_table(calm), Bullets(tuple(calm))))
    assert set(platform.recognised(payload)) <= set(platform.recognised(platform.render(tame)))


# --- words of ours ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", [adapters.discord.render, adapters.slack.render], ids=["discord", "slack"])
def test_what_is_left_out_is_counted_in_the_language_of_the_brief(room: ModuleType, language: str) -> None:
    last = room.answer_parts(replace(documents.long_list(160), language=language))[-1]
    counted = re.escape(word("more", language, count=0)).replace("0", r"\d+")
    assert re.search(counted, plain(last))
    assert (re.search(r"… \d+ more", plain(last)) is not None) is (language == "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_sources_without_a_footer_are_named_in_the_language_of_the_brief(language: str) -> None:
    document = replace(documents.usual(), footer="", language=language)
    assert f"\n{word('sources', language)}\n" in adapters.console.render.render(document)


ROOMS = ("fitting", "emphasis", "discord/render", "discord/layout", "slack/render", "console/render")
SHOWING = frozenset({"say", "Text", "Strong", "Em", "Phrase", "_text", "_texts", "_glyphs", "_words"})
"""What puts characters before a reader."""


@pytest.mark.parametrize("room", ROOMS)
def test_no_renderer_has_words_of_its_own(room: str) -> None:
    source = Path(adapters.__file__).parent.joinpath(f"{room}.py").read_text("utf-8")
    shown = [
        constant.value
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in SHOWING
        for argument in call.args[:1]
        for constant in ast.walk(argument)
        if isinstance(constant, ast.Constant) and isinstance(constant.value, str)
    ]
    own = [words for words in shown if re.search(r"[^\W\d_]{2}", words)]
    assert [words for words in own if words not in NAMES] == []


NAMES = frozenset({"sources", "more"})
"""Messages of the catalogue asked for there."""
