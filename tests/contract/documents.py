"""Documents every renderer must survive: a real-looking brief, its shapes at the extremes, and hostile words.

Nothing here comes from records; the texts are invented so that a test can say exactly what must be seen again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from briefs.document import (
    Bullets,
    Clause,
    Document,
    Em,
    Heading,
    Link,
    Paragraph,
    Phrase,
    Row,
    SourceNote,
    Strong,
    Table,
    Text,
    say,
)

UNDL = "https://digitallibrary.un.org/record/{}"


def claim(text: str, *cites: str) -> Clause:
    """One claim in plain words."""
    return Clause((Text(text),), "claim", cites or ("voa/statement",))


def vote(number: int, option: str = "in favour") -> Clause:
    """One line of a list of votes; its symbol is a link and its source a note of its own."""
    symbol = Link(f"A/RES/ES-11/{number}", UNDL.format(3959000 + number))
    return Clause(
        (Text("2 March 2022: "), Strong(option), Text(" of "), symbol, Text(", 141–5–35–12")),
        "vote-line",
        (f"undl-{number}/vote",),
    )


def note(number: int, record: str, text: str = "") -> SourceNote:
    """One numbered source."""
    return SourceNote(number, text or f"UN Digital Library, voting record {number}", UNDL.format(number), (record,))


VOA = SourceNote(
    1, "VOA, 4 March 2022", "https://www.voanews.com/a/cambodia_(un)_vote/6470130.html", ("voa/statement",)
)


def usual() -> Document:
    """A brief as readers meet it: lead, list of votes, a quote, footer, sources, the line to paste."""
    return Document(
        "Cambodia · Russia's war against Ukraine · as of 24 February 2025",
        (
            Paragraph(
                (
                    claim("Of the 3 roll calls held on this issue, Cambodia voted in favour in all.", "undl-2/vote"),
                    claim("It also co-sponsored A/RES/ES-11/1, joining after the draft was submitted."),
                )
            ),
            Heading(say("Votes")),
            Bullets((vote(2), vote(3, "abstained"), vote(4))),
            Paragraph((claim('"We do not support the use of force", Prime Minister Hun Sen said on 3 March 2022.'),)),
            Paragraph((say("Roll calls held run to 24 February 2025; later votes are not recorded here."),)),
        ),
        as_of=date(2025, 2, 24),
        footer="Sources to 24 February 2025",
        sources=(VOA, note(2, "undl-2/vote"), note(3, "undl-3/vote"), note(4, "undl-4/vote")),
        paste="Dateline, 24 February 2025, voa/statement, undl-2/vote, https://github.com/example/dateline",
    )


def digest() -> Document:
    """Run-in days in emphasis before the items."""
    return Document(
        "Digest for 3 March 2022",
        (
            Bullets(
                (
                    Clause((Em("3 March."), Text(" Cambodia explained its vote.")), "item", ("voa/statement",)),
                    Clause((Em("The day before."), Text(" 141 in favour, 5 against.")), "item", ("undl-2/vote",)),
                )
            ),
        ),
        footer="Sources to 4 March 2022",
        sources=(VOA, note(2, "undl-2/vote")),
    )


def issues(number: int = 3, lines: int = 2) -> Document:
    """A digest on several issues: so many, each of so many lines, every line with a source of its own."""
    every = range(number * lines)
    blocks = [
        block
        for topic in range(number)
        for block in (
            Heading(say(f"Issue {topic} (*all* of # it)"), topic=True),
            Bullets(tuple(vote(line) for line in every[topic * lines : (topic + 1) * lines])),
        )
    ]
    note_ = Paragraph((say("Titles keep their language."),))
    notes = tuple(note(line + 1, f"undl-{line}/vote", f"Record {line}") for line in every)
    return Document("Thursday 3 March 2022", (*blocks, note_), footer="Compiled", sources=notes)


def comparison() -> Document:
    """A table with a cell of several sentences and one of a single word."""
    columns = tuple(say(name) for name in ("Cambodia", "Vietnam", "Singapore"))
    rows = (
        Row(say("Co-sponsored"), (claim("yes"), say("not recorded"), claim("yes, per U.S. Embassy"))),
        Row(say("Vote, 2 Mar 2022"), (claim("in favour", "undl-2/vote"), claim("abstained"), claim("in favour"))),
        Row(say("Said"), (claim('"We do not support the use of force" (3 Mar)'), say("–"), claim('"unprovoked"'))),
    )
    return Document(
        "Cambodia, Vietnam and Singapore",
        (Table(columns, rows), Paragraph((claim("All three are ASEAN members."),))),
        footer="Sources to 4 March 2022",
        sources=(VOA, note(2, "undl-2/vote")),
    )


def empty() -> Document:
    """Nothing but a title."""
    return Document("Nothing on file", ())


def blank() -> Document:
    """Nothing at all, and empty things where something is usual."""
    return Document("", (Paragraph(()), Bullets(()), Heading(say("")), Table((), ()), Paragraph((say(""),))))


def scripts() -> Document:
    """Letters beyond ASCII: Khmer with zero-width spaces, Arabic, Chinese, flags, joined emoji, combining marks."""
    words = "កម្ពុជា\u200bបោះឆ្នោត · كمبوديا · 柬埔寨 · 🇰🇭 👩\u200d👩\u200d👧 · Côte d'Ivoire · Türkiye · Z\u0301"
    return Document(words, (Paragraph((claim(words),)), Bullets((claim(words), claim(words)))), sources=(VOA,))


def long_list(lines: int) -> Document:
    """A list of votes with a source each: it never fits one message when it is long enough."""
    votes = tuple(vote(number) for number in range(1, lines + 1))
    notes = tuple(note(number, f"undl-{number}/vote") for number in range(1, lines + 1))
    lead = Paragraph((claim("A lead that cites the first source.", "undl-1/vote"),))
    return Document(
        "A long list",
        (lead, Heading(say("Votes")), Bullets(votes), Paragraph((say("The end."),))),
        footer="Sources to 24 February 2025",
        sources=notes,
        paste="Dateline, 24 February 2025",
    )


def long_table(rows: int) -> Document:
    """A table of many rows."""
    columns = (say("Cambodia"), say("Vietnam"))
    made = tuple(Row(say(f"A/RES/ES-11/{n}"), (claim("in favour"), claim("abstained"))) for n in range(rows))
    return Document("A long table", (Table(columns, made),), footer="Sources", sources=(VOA,))


def many_blocks(count: int) -> Document:
    """Many short blocks: the number of a platform's blocks runs out before its characters do."""
    blocks = tuple(Paragraph((claim(f"Block {number}."),)) for number in range(count))
    return Document("Many blocks", blocks, footer="Sources", sources=(VOA,))


def one_sentence(characters: int, unit: str = "word ") -> Document:
    """One claim of so many characters."""
    text = (unit * (characters // len(unit) + 1))[:characters]
    return Document("One sentence", (Paragraph((claim(text),)),), footer="Sources", sources=(VOA,))


def many_sources(count: int) -> Document:
    """One claim that rests on more sources than a message can name."""
    cites = tuple(f"undl-{number}/vote" for number in range(count))
    notes = tuple(note(number, record) for number, record in enumerate(cites))
    return Document("Many sources", (Paragraph((claim("Everybody voted.", *cites),)),), footer="Sources", sources=notes)


ORDINARY: dict[str, Callable[[], Document]] = {
    "usual": usual,
    "digest": digest,
    "issues": issues,
    "comparison": comparison,
    "empty": empty,
    "blank": blank,
    "scripts": scripts,
}

LONG: dict[str, Callable[[], Document]] = {
    "40 issues": lambda: issues(40),
    "a list of 9": lambda: long_list(9),
    "a list of 400": lambda: long_list(400),
    "a table of 300 rows": lambda: long_table(300),
    "200 blocks": lambda: many_blocks(200),
    "one sentence of 12,000 letters": lambda: one_sentence(12_000),
    "one word of 12,000 letters": lambda: one_sentence(12_000, "x"),
    "6,000 emoji": lambda: one_sentence(6_000, "🇰🇭"),
    "6,000 asterisks": lambda: one_sentence(6_000, "*"),
    "300 sources under one claim": lambda: many_sources(300),
}

HOSTILE: tuple[str, ...] = (
    "@everyone @here",
    "<@123456789012345678> <@!123456789012345678> <@&123456789012345678> <#123456789012345678>",
    "<!channel> <!here> <!everyone> <!subteam^S0123|team> <@U0123ABC> <#C0123ABC>",
    "</position:1234567890> <id:home> <t:1646179200:R> <:smile:123456789012345678> <a:wave:1234567890123>",
    "*bold* **bold** _em_ __under__ ~~gone~~ ||spoiler|| `code` ```block```",
    "*_~`|>#",
    "# heading",
    "## heading",
    "-# small",
    "> quote",
    ">>> quote",
    "- item",
    "* item",
    "+ item",
    "1. item",
    "12) item",
    "[click](https://evil.example) [click](<https://evil.example>)",
    "<https://evil.example|click> <mailto:a@b.example>",
    "https://evil.example/a_b_c?d=*e*",
    "http://evil.example discord.gg/abc steam://run",
    ":smile: :+1: :thumbsup::skin-tone-2:",
    "&amp; &lt;!channel&gt; & < >",
    "back\\slash \\*not bold\\*",
    "one\ntwo\r\n# three\n> four\n\n\nfive",
    "\u202eright to left\u202c \u2066isolated\u2069 \u200fmark\u200e",
    "null\x00 bell\x07 escape\x1b[31mred\x1b[0m delete\x7f next\x85line\u2028separated",
    "zero\ufeffwidth so\u00adft tag\U000e0041s",
    "z" + "\u0301" * 200,
    "](<https://evil.example>)",
    "```\n```",
    "{0} %s $HOME <script>alert(1)</script>",
)


def echo(words: str) -> Document:
    """The words wherever an answer may echo them: title, paragraph, list, table, footer, source, line to paste."""
    return Document(
        words,
        (
            Paragraph((say(words),)),
            Paragraph((Phrase((Text("No such actor: "), Strong(words), Text("."))),)),
            Bullets((say(words), Phrase((Em(words), Text(" and more"))))),
            Table((say(words),), (Row(say(words), (say(words),)),)),
            Paragraph((Phrase((Link(words, "https://example.org/page"),)),)),
        ),
        footer=words,
        sources=(SourceNote(1, words, "https://example.org/page", ()),),
    )
