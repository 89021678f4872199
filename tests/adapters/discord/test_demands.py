"""The demands themselves: each is broken once and seen, at its edge and one beyond; and all that is sent passes by."""

from __future__ import annotations

from typing import Any

import pytest

from adapters.discord.client import DiscordRoom
from adapters.discord.commands import Localiser, projected
from bot.catalogue import catalogue
from tests.adapters.discord.conftest import COMMANDS, Oracle, SyncMemory
from tests.adapters.discord.demands import Sent, broken, broken_together
from tests.adapters.discord.described import description, undescribed

V2 = 1 << 15
POST, PATCH = ("POST", "/channels/7/messages"), ("PATCH", "/webhooks/42/token/messages/@original")
FOLLOW, CALLBACK = ("POST", "/webhooks/42/token"), ("POST", "/interactions/9/token/callback")
COMMANDS_OF, THREADS = ("PUT", "/applications/42/commands"), ("POST", "/channels/7/threads")


def text(content: str = "words", **more: Any) -> dict[str, Any]:
    return {"type": 10, "content": content, **more}


def button(**more: Any) -> dict[str, Any]:
    return {"type": 2, "style": 2, "label": "Longer", "custom_id": "a", **more}


def row(*held: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(held)}


def entry(number: int = 0, **more: Any) -> dict[str, Any]:
    return {"label": f"entry {number}", "value": str(number), **more}


def menu(*options: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": 3, "custom_id": "m", "options": list(options or [entry()]), **more}


def card(*held: dict[str, Any]) -> dict[str, Any]:
    return {"type": 17, "components": list(held)}


def message(*components: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "components": list(components or [card(text())]),
        "flags": V2,
        "allowed_mentions": {"parse": []},
        "nonce": "k" * 25,
        "enforce_nonce": True,
        **more,
    }


def beside(*components: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A message without what only a post has."""
    made = message(*components, **more)
    return {key: made[key] for key in made if key not in ("nonce", "enforce_nonce")}


def field(**more: Any) -> dict[str, Any]:
    words = {"type": 4, "custom_id": "words", "style": 1, "max_length": 4000}
    return {"type": 18, "label": "Words", "component": {**words, **more.pop("component", {})}, **more}


def form(*fields: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": 9, "data": {"title": "t" * 45, "custom_id": "f", "components": list(fields or [field()]), **more}}


def option(name: str = "actor", **more: Any) -> dict[str, Any]:
    return {"type": 3, "name": name, "description": "d" * 100, "required": True, **more}


def command(*options: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": 1, "name": "position", "description": "What.", "options": list(options), **more}


def choices(count: int) -> list[dict[str, Any]]:
    return [{"name": f"choice {number}", "value": str(number)} for number in range(count)]


GOOD: dict[str, tuple[tuple[str, str], Any]] = {
    "a card": (POST, message()),
    "all a message holds": (
        POST,
        message(card(text("w" * 4000)), *[row(*[button(custom_id=f"{r}{n}") for n in range(5)]) for r in range(6)]),
    ),
    "forty components": (POST, message(*[text(id=n + 1) for n in range(40)])),
    "a list of twenty-five": (POST, message(row(menu(*map(entry, range(25)), placeholder="p" * 150)))),
    "a section": (POST, message({"type": 9, "components": [text()] * 3, "accessory": button(label="l" * 80)})),
    "a role called": (POST, message(allowed_mentions={"parse": [], "roles": [99]})),
    "plain content": (FOLLOW, {"content": "c" * 2000, "flags": 64, "allowed_mentions": {"parse": []}}),
    "a change": (PATCH, beside()),
    "a deferred answer": (CALLBACK, {"type": 5, "data": {"flags": 64}}),
    "a deferred change": (CALLBACK, {"type": 6}),
    "an answer": (CALLBACK, {"type": 4, "data": beside(flags=V2 | 64)}),
    "a change at once": (CALLBACK, {"type": 7, "data": beside()}),
    "suggestions": (CALLBACK, {"type": 8, "data": {"choices": choices(25)}}),
    "a form": (CALLBACK, form(*[field(component={"custom_id": str(n)}) for n in range(5)])),
    "a form with a list": (CALLBACK, form({"type": 18, "label": "Which", "component": menu(entry(default=True))})),
    "commands": (COMMANDS_OF, [command(option(choices=choices(25)), option("issue", required=False))]),
    "a group": (COMMANDS_OF, [command({"type": 1, "name": "list", "description": "d", "options": [option()]})]),
    "names in other scripts": (
        COMMANDS_OF,
        [command(name_localizations={"hi": "स्थिति", "th": "ตำแหน่ง", "fr": "état"})],
    ),
    "a post in a forum": (THREADS, {"name": "n" * 100, "applied_tags": ["1"] * 5, "message": beside()}),
}


@pytest.mark.parametrize("name", GOOD)
def test_what_keeps_every_demand_is_not_blamed(name: str) -> None:
    (method, path), body = GOOD[name]
    sent = Sent(method, path, body)
    assert broken(sent) == []
    assert undescribed(sent) == []


BAD: dict[str, tuple[tuple[str, str], Any, str]] = {
    "content beside a card": (POST, message(content="words"), "no content"),
    "embeds beside a card": (POST, message(embeds=[{"title": "t"}]), "no embeds"),
    "a card without its flag": (POST, message(flags=0), "IS_COMPONENTS_V2"),
    "an empty message": (FOLLOW, {"allowed_mentions": {"parse": []}}, "empty message"),
    "long content": (FOLLOW, {"content": "c" * 2001, "allowed_mentions": {"parse": []}}, "2001 characters"),
    "made ephemeral later": (PATCH, beside(flags=V2 | 64), "ephemeral later"),
    "mentions left open": (FOLLOW, beside(allowed_mentions=None), "could ping"),
    "everybody pinged": (POST, message(allowed_mentions={"parse": ["everyone"]}), "pings whatever"),
    "a crowd of roles": (POST, message(allowed_mentions={"roles": ["1"] * 101}), "more than 100 roles"),
    "a long nonce": (POST, message(nonce="k" * 26), "nonce has 26"),
    "no nonce": (POST, beside(), "nonce has None"),
    "a nonce that is not held": (POST, message(enforce_nonce=False), "may be doubled"),
    "a nonce on a follow-up": (FOLLOW, message(), "takes none"),
    "forty-one components": (POST, message(*[text()] * 41), "41 components"),
    "nested ones counted": (POST, message(card(*[row(button(custom_id=str(n))) for n in range(20)])), "41 components"),
    "too much text": (POST, message(text("w" * 4000), text("w")), "4001 characters"),
    "signs of two units": (POST, message(text("😀" * 2001)), "4002 characters"),
    "an empty text": (POST, message(text("")), "empty text"),
    "one id twice": (POST, message(text(id=1), text(id=1)), "ids"),
    "a wide id": (POST, message(text(id=2**31)), "ids"),
    "one custom_id twice": (POST, message(row(button(), button())), "one custom_id"),
    "a long custom_id": (POST, message(row(button(custom_id="i" * 101))), "custom_id has 101"),
    "an empty custom_id": (POST, message(row(button(custom_id=""))), "custom_id has 0"),
    "a button on top": (POST, message(button()), "on top of a message"),
    "six buttons": (POST, message(row(*[button(custom_id=str(n)) for n in range(6)])), "1 to 5 buttons"),
    "an empty row": (POST, message(row()), "1 to 5 buttons"),
    "a list beside a button": (POST, message(row(menu(), button())), "or one list"),
    "a long label": (POST, message(row(button(label="l" * 81))), "label has 81"),
    "no label": (POST, message(row(button(label=""))), "without label"),
    "a link that is pressed": (POST, message(row(button(style=5, url="https://a.example"))), "no custom_id"),
    "a link to nowhere": (POST, message(row({"type": 2, "style": 5, "label": "l"})), "address has None"),
    "an address on a button": (POST, message(row(button(url="https://a.example"))), "only a link"),
    "a list of none": (POST, message(row({**menu(), "options": []})), "0 entries"),
    "a list of twenty-six": (POST, message(row(menu(*map(entry, range(26))))), "26 entries"),
    "a long placeholder": (POST, message(row(menu(placeholder="p" * 151))), "placeholder has 151"),
    "one value twice": (POST, message(row(menu(entry(1), entry(1)))), "one value"),
    "a long value": (POST, message(row(menu(entry(value="v" * 101)))), "value has 101"),
    "a long entry": (POST, message(row(menu(entry(label="l" * 101)))), "label has 101"),
    "a long line under it": (POST, message(row(menu(entry(description="d" * 101)))), "description has 101"),
    "two chosen beforehand": (POST, message(row(menu(entry(1, default=True), entry(2, default=True)))), "beforehand"),
    "an empty card": (POST, message(card()), "at least one"),
    "a card in a card": (POST, message(card(card(text()))), "a container holds"),
    "four texts": (POST, message({"type": 9, "components": [text()] * 4, "accessory": button()}), "1 to 3 texts"),
    "no accessory": (POST, message({"type": 9, "components": [text()]}), "one accessory"),
    "no pictures": (POST, message({"type": 12, "items": []}), "1 to 10 pictures"),
    "a long alternative text": (
        POST,
        message({"type": 12, "items": [{"media": {"url": "attachment://m.png"}, "description": "d" * 1025}]}),
        "description has 1025",
    ),
    "a deferred card": (CALLBACK, {"type": 5, "data": {"flags": V2 | 64}}, "ephemeral flag and nothing else"),
    "a deferred change with words": (CALLBACK, {"type": 6, "data": {"content": "w"}}, "takes nothing"),
    "no kind of response": (CALLBACK, {"type": 3, "data": {}}, "unknown type"),
    "twenty-six suggestions": (CALLBACK, {"type": 8, "data": {"choices": choices(26)}}, "at most 25"),
    "a long suggestion": (CALLBACK, {"type": 8, "data": {"choices": [{"name": "n" * 101, "value": "v"}]}}, "name has"),
    "an empty suggestion": (CALLBACK, {"type": 8, "data": {"choices": [{"name": "n", "value": ""}]}}, "value has 0"),
    "a long title": (CALLBACK, form(title="t" * 46), "title has 46"),
    "six fields": (CALLBACK, form(*[field(component={"custom_id": str(n)}) for n in range(6)]), "6 parts"),
    "one field twice": (CALLBACK, form(field(), field()), "fields of a form"),
    "a long question": (CALLBACK, form(field(label="l" * 46)), "label has 46"),
    "a long hint": (CALLBACK, form(field(description="d" * 101)), "description has 101"),
    "a bare field": (CALLBACK, form(row(field()["component"])), "on top of a form"),
    "a long field": (CALLBACK, form(field(component={"max_length": 4001})), "0 to 4001"),
    "a field filled beyond": (CALLBACK, form(field(component={"max_length": 2, "value": "abc"})), "value has 3"),
    "a long example": (CALLBACK, form(field(component={"placeholder": "p" * 101})), "placeholder has 101"),
    "a field of no style": (CALLBACK, form(field(component={"style": None})), "without a style"),
    "a spent list": (
        CALLBACK,
        form({"type": 18, "label": "Which", "component": menu(disabled=True)}),
        "disabled list",
    ),
    "a long thread": (THREADS, {"name": "n" * 101}, "name has 101"),
    "six tags": (THREADS, {"name": "n", "applied_tags": ["1"] * 6}, "5 tags"),
    "a bad post in a forum": (THREADS, {"name": "n", "message": beside(flags=0)}, "IS_COMPONENTS_V2"),
    "a hundred and one commands": (COMMANDS_OF, [command(name=f"c{n}") for n in range(101)], "101 commands"),
    "sixteen in a menu": (COMMANDS_OF, [{"type": 3, "name": str(n)} for n in range(16)], "16 commands of type 3"),
    "a menu that explains": (COMMANDS_OF, [{"type": 3, "name": "Find", "description": "d"}], "no description"),
    "one name twice": (COMMANDS_OF, [command(), command()], "one name"),
    "a long name": (COMMANDS_OF, [command(name="n" * 33)], "1 to 32"),
    "a name with a blank": (COMMANDS_OF, [command(name="po sition")], "signs"),
    "a Khmer sign of no letter": (COMMANDS_OF, [command(name="ជំហរ")], "signs"),
    "capitals": (COMMANDS_OF, [command(name_localizations={"fr": "Position"})], "capitals"),
    "a long localised name": (COMMANDS_OF, [command(name_localizations={"fr": "n" * 33})], "1 to 32"),
    "a locale Discord has not": (COMMANDS_OF, [command(name_localizations={"km": "position"})], "no locale"),
    "no description": (COMMANDS_OF, [command(description="")], "1 to 100"),
    "a long description": (COMMANDS_OF, [command(description_localizations={"fr": "d" * 101})], "1 to 100"),
    "twenty-six options": (COMMANDS_OF, [command(*[option(f"o{n}") for n in range(26)])], "26 options"),
    "an option twice": (COMMANDS_OF, [command(option(), option())], "two options"),
    "an option twice in French": (
        COMMANDS_OF,
        [command(option("a", name_localizations={"fr": "x"}), option("x"))],
        "two options",
    ),
    "needed after the rest": (COMMANDS_OF, [command(option(required=False), option("issue"))], "left out"),
    "twenty-six choices": (COMMANDS_OF, [command(option(choices=choices(26)))], "26 choices"),
    "choices and completion": (COMMANDS_OF, [command(option(choices=choices(1), autocomplete=True))], "exclude"),
    "a long choice": (COMMANDS_OF, [command(option(choices=[{"name": "n" * 101, "value": "v"}]))], "1 to 100"),
    "a long value of a choice": (COMMANDS_OF, [command(option(choices=[{"name": "n", "value": "v" * 101}]))], "101"),
    "an endless option": (COMMANDS_OF, [command(option(max_length=6001))], "6001 characters"),
    "a length without text": (COMMANDS_OF, [command(option(type=8, max_length=5))], "length without text"),
    "a group in a group in a group": (
        COMMANDS_OF,
        [command({"type": 1, "name": "a", "description": "d", "options": [{**option("b"), "type": 1}]})],
        "too deep",
    ),
    "a subcommand beside an option": (
        COMMANDS_OF,
        [command(option(), {"type": 1, "name": "a", "description": "d"})],
        "beside other options",
    ),
    "over eight thousand characters": (
        COMMANDS_OF,
        [command(*[option(f"o{n}", choices=long) for n, long in enumerate([
            [{"name": f"{n:03}" + "n" * 97, "value": f"{n:03}" + "v" * 97} for n in range(20)]] * 2)])],
        "in all",
    ),
    "unknown contexts": (COMMANDS_OF, [command(contexts=[3])], "contexts"),
    "an unknown installation": (COMMANDS_OF, [command(integration_types=[2])], "installation"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_each_demand_is_seen_when_it_is_broken(name: str) -> None:
    (method, path), body, why = BAD[name]
    told = broken(Sent(method, path, body))
    assert any(why in line for line in told), told


def test_the_longest_localisation_counts_towards_eight_thousand() -> None:
    def with_french(length: int) -> list[str]:
        options = [option(f"o{n}", description_localizations={"fr": "d" * 100}, choices=[
            {"name": "n", "value": f"{m:03}", "name_localizations": {"fr": "f" * length}} for m in range(25)
        ]) for n in range(3)]  # fmt: skip
        return broken(Sent(*COMMANDS_OF, [command(*options)]))

    assert with_french(90) == []
    assert any("in all" in line for line in with_french(100))


def test_a_sixth_follow_up_of_one_interaction_is_seen() -> None:
    sent = [Sent(*FOLLOW, beside())] * 5
    assert broken_together(sent) == []
    assert broken_together([*sent, Sent("POST", "/webhooks/42/other", beside())]) == []
    assert "6 follow-ups" in broken_together([*sent, sent[0]])[0]


UNDESCRIBED = {
    "a row of texts": Sent(*POST, message(row(text()))),
    "a button without a style": Sent(*POST, message(row({"type": 2, "label": "l", "custom_id": "a"}))),
    "a form's field of nothing": Sent(*CALLBACK, form({"type": 18, "label": "l"})),
    "an option of no kind": Sent(*COMMANDS_OF, [command(option(type=99))]),
    "a number for words": Sent(*PATCH, beside({"type": 10, "content": 7})),
    "a route that is not there": Sent("POST", "/channels/7/letters", {}),
}


def test_discords_description_is_held_against_what_is_sent_where_it_is_at_hand(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = {name: bool(undescribed(sent)) for name, sent in UNDESCRIBED.items()}
    if description() is None:
        with capsys.disabled():
            print("\nDATELINE_SAMPLES is not set: Discord's own description is not held against payloads")  # noqa: T201
    assert told == dict.fromkeys(UNDESCRIBED, description() is not None)


async def test_commands_answers_suggestions_and_posts_all_pass_by(simcord_env: Any, outgoing: list[Sent]) -> None:
    channel = simcord_env.create_guild().create_text_channel("desk")
    alice = channel.guild.add_member(simcord_env.create_user("alice"))
    await alice.slash(channel, "help")
    await alice.autocomplete(channel, "position", "actor", "c")
    kinds = {(sent.method, sent.path.rpartition("/")[2], _kind(sent.body)) for sent in outgoing}
    assert kinds == {("PUT", "commands", None), ("POST", "callback", 4), ("POST", "callback", 8)}


def _kind(body: Any) -> int | None:
    return body.get("type") if isinstance(body, dict) else None


@pytest.fixture
def simcord_bot(room: DiscordRoom) -> Any:
    return room.open()


@pytest.mark.parametrize("commands", [COMMANDS, catalogue()], ids=["small", "whole catalogue"])
async def test_the_projected_commands_keep_every_demand(commands: Any) -> None:
    oracle = Oracle()
    client = DiscordRoom("token", commands, oracle.answer, oracle.complete, SyncMemory()).open()
    await client.tree.set_translator(Localiser())
    sent = Sent(*COMMANDS_OF, await projected(client.tree))
    assert broken(sent) == []
    assert undescribed(sent) == []
