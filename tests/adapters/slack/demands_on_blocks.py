"""What Slack demands of blocks and of what stands in them; `demands` holds whole requests to it.

slack_sdk's own validators are asked about every block, too: they know neither how many blocks a message holds nor how
long a field is, nor that ids differ. Lengths are counted in UTF-16 units, the stricter way.
https://docs.slack.dev/reference/block-kit
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block

Node = Mapping[str, Any]
MESSAGE, MODAL, HOME = "message", "modal", "home"
MOST_BLOCKS = {MESSAGE: 50, MODAL: 100, HOME: 100}
PACKED = 13_200
"""Compact JSON of a message's blocks: https://github.com/slackapi/bolt-js/issues/2509 measured it, Slack names none."""
PINGS = ("user", "usergroup", "broadcast")
LISTED = ("static_select", "multi_static_select")
FETCHED = ("external_select", "multi_external_select")
PICKERS = (
    "conversations_select", "multi_conversations_select", "channels_select", "multi_channels_select", "users_select",
    "multi_users_select",
)  # fmt: skip
CHOSEN = {"radio_buttons": 10, "checkboxes": 10, "overflow": 5}
TIMES = ("datepicker", "timepicker")


def broken(blocks: Any, surface: str) -> Iterator[str]:
    """Every demand that the blocks of one message or view break."""
    if not isinstance(blocks, list) or not blocks:
        yield "no blocks"
        return
    if len(blocks) > MOST_BLOCKS[surface]:
        yield f"{len(blocks)} blocks; {MOST_BLOCKS[surface]} at most in a {surface}"
    packed = len(json.dumps(blocks, ensure_ascii=False, separators=(",", ":")))
    if surface == MESSAGE and packed > PACKED:
        yield f"blocks of {packed} characters; {PACKED} at most"
    yield from _ids(blocks)
    yield from _tables(blocks, surface)
    for block in blocks:
        kind = str(block.get("type"))
        if kind not in KINDS:
            yield f"a block of type {kind}, which clients may not show"
            continue
        if kind in ONLY_IN and surface not in ONLY_IN[kind]:
            yield f"a block of type {kind} in a {surface}"
        yield from KINDS[kind](block, surface)
        yield from _of_the_library(block)


def _of_the_library(block: Node) -> Iterator[str]:
    """What slack_sdk says against it, and the fields it does not know."""
    try:
        parsed = Block.parse(dict(block))
        if parsed is None:
            yield f"slack_sdk knows no block like {block}"
            return
        parsed.validate_json()
        known = parsed.to_dict()
    except (SlackObjectFormationError, TypeError, ValueError, AttributeError) as error:
        yield f"slack_sdk refuses a {block.get('type')}: {error}"
        return
    if json.loads(json.dumps(known)) != block:
        yield f"slack_sdk would not send a {block.get('type')} as it is: {known}"


def _ids(blocks: Sequence[Node]) -> Iterator[str]:
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    for id_, count in Counter(map(str, ids)).items():
        if count > 1:
            yield f"{count} blocks have the block_id {id_[:60]}"
    for id_ in ids:
        yield from within(id_, 1, 255, "block_id")
    focused = [one for block in blocks for one in elements(block) if one.get("focus_on_load")]
    if len(focused) > 1:
        yield "two fields want the cursor"
    for block in blocks:
        actions = [one["action_id"] for one in elements(block) if "action_id" in one]
        if len(actions) != len(set(actions)):
            yield f"two elements of a block have one action_id: {actions}"


def elements(block: Node) -> list[Node]:
    """What of a block can be pressed, chosen or filled in."""
    held = block.get("elements") if block.get("type") == "actions" else [block.get("accessory"), block.get("element")]
    return [one for one in held or () if isinstance(one, dict) and one.get("type") != "image"]


def _header(block: Node, surface: str) -> Iterator[str]:
    yield from plain(block.get("text"), 150, "a header")


def _section(block: Node, surface: str) -> Iterator[str]:
    fields = block.get("fields")
    if "text" not in block and not fields:
        yield "a section without text and fields"
    if "text" in block:
        yield from plain(block["text"], 3000, "a section's text")
    if fields is not None and not 1 <= len(fields) <= 10:
        yield f"{len(fields)} fields in a section; 1 to 10"
    for field in fields or ():
        yield from plain(field, 2000, "a field")
    if "accessory" in block:
        yield from _element(block["accessory"], surface)


def _context(block: Node, surface: str) -> Iterator[str]:
    held = block.get("elements") or ()
    if not 1 <= len(held) <= 10:
        yield f"{len(held)} elements in a context; 1 to 10"
    for one in held:
        if one.get("type") == "image":
            yield from _picture(one)
        elif one.get("type") == "mrkdwn":
            yield from _links(one)
        else:
            yield from plain(one, 3000, "a context's text")


def _links(one: Node) -> Iterator[str]:
    """Markup that holds links and else nothing that acts."""
    yield from within(one.get("text"), 1, 3000, "a context's text")
    if one.get("verbatim") is not True:
        yield "markup that makes links and names of words"
    bare = LINK.sub("", str(one.get("text")))
    if found := re.findall(r"[<>*_~`]|:[^\s:]+:|^&gt;", bare, re.MULTILINE):
        yield f"markup in a context: {found}"


def _actions(block: Node, surface: str) -> Iterator[str]:
    held = block.get("elements") or ()
    if not 1 <= len(held) <= 25:
        yield f"{len(held)} elements in a row of actions; 1 to 25"
    for one in held:
        if one.get("type") == "plain_text_input":
            yield "a field of text in a row of actions"
        yield from _element(one, surface)


def _image(block: Node, surface: str) -> Iterator[str]:
    yield from _picture(block)
    if "title" in block:
        yield from plain(block["title"], 2000, "a picture's title")


def _picture(one: Node) -> Iterator[str]:
    yield from within(one.get("alt_text"), 1, 2000, "a picture's alternative text")
    if ("image_url" in one) == ("slack_file" in one):
        yield "a picture has an address or a file of Slack's"
    if "image_url" in one:
        yield from address(one["image_url"], "a picture's address")


def _rich_text(block: Node, surface: str) -> Iterator[str]:
    held = block.get("elements") or ()
    if not held:
        yield "a rich text of nothing"
    for one in held:
        kind = one.get("type")
        if kind == "rich_text_list":
            if one.get("style") not in ("bullet", "ordered"):
                yield f"a list of style {one.get('style')!r}"
            if not one.get("elements"):
                yield "a list of nothing"
            for point in one.get("elements") or ():
                yield from _run(point, surface)
        elif kind in ("rich_text_section", "rich_text_preformatted", "rich_text_quote"):
            yield from _run(one, surface)
        else:
            yield f"a {kind} on top of a rich text"


def _run(run: Node, surface: str) -> Iterator[str]:
    if not run.get("elements"):
        yield f"a {run.get('type')} of nothing"
    for one in run.get("elements") or ():
        match one.get("type"):
            case "text":
                yield from within(one.get("text"), 1, 3000, "a run of characters")
            case "link":
                yield from address(one.get("url"), "a link")
                if "text" in one:
                    yield from within(one["text"], 1, 3000, "a link's words")
            case kind if kind in PINGS and surface == MESSAGE:
                yield f"a {kind}, which pings"
            case "channel" | "user" | "date":
                pass
            case kind:
                yield f"a {kind} in a rich text"


def _table(block: Node, surface: str) -> Iterator[str]:
    rows = block.get("rows") or ()
    if not 1 <= len(rows) <= 100:
        yield f"{len(rows)} rows in a table; 1 to 100"
    if len({len(row) for row in rows}) > 1:
        yield "rows of a table have not all as many cells"
    if len(block.get("column_settings") or ()) > 20:
        yield "settings of more than 20 columns"
    for row in rows:
        if not 1 <= len(row) <= 20:
            yield f"{len(row)} cells in a row; 1 to 20"
        for cell in row:
            if cell.get("type") == "rich_text":
                yield from _rich_text(cell, surface)
            elif cell.get("type") == "raw_text":
                yield from within(cell.get("text"), 1, 10_000, "a cell")
            else:
                yield f"a cell of type {cell.get('type')}"


def _tables(blocks: Sequence[Node], surface: str) -> Iterator[str]:
    tables = [block for block in blocks if block.get("type") == "table"]
    if surface == MESSAGE and len(tables) > 1:
        yield "two tables in a message"
    letters = sum(units(text) for table in tables for text in _letters(table.get("rows")))
    if letters > 10_000:
        yield f"{letters} characters in tables; 10000 at most"


def _letters(node: Any) -> Iterator[str]:
    if isinstance(node, Mapping):
        if isinstance(node.get("text"), str):
            yield node["text"]
        for value in node.values():
            yield from _letters(value)
    elif isinstance(node, list):
        for one in node:
            yield from _letters(one)


def _input(block: Node, surface: str) -> Iterator[str]:
    yield from plain(block.get("label"), 2000, "a field's label")
    if "hint" in block:
        yield from plain(block["hint"], 2000, "a field's hint")
    element = block.get("element")
    if not isinstance(element, Mapping) or element.get("type") in ("button", "overflow", "image"):
        yield "a field without anything to fill in"
    else:
        yield from _element(element, surface)


def _divider(block: Node, surface: str) -> Iterator[str]:
    yield from ()


LINK = re.compile(r"<https?://[^<>|\s]+\|[^<>|*_~`]+>")
KINDS: Mapping[str, Callable[[Node, str], Iterator[str]]] = {
    "actions": _actions, "context": _context, "divider": _divider, "header": _header, "image": _image,
    "input": _input, "rich_text": _rich_text, "section": _section, "table": _table,
}  # fmt: skip
"""Blocks that every client of the last years shows."""
ONLY_IN = {"table": (MESSAGE,), "input": (MODAL, HOME)}


def _element(one: Node, surface: str) -> Iterator[str]:
    kind = str(one.get("type"))
    if kind == "image":
        yield from _picture(one)
        return
    if kind != "button" or "url" not in one:
        yield from within(one.get("action_id"), 1, 255, "action_id")
    if "placeholder" in one:
        yield from plain(one["placeholder"], 150, "a placeholder")
    if "confirm" in one:
        yield from _confirm(one["confirm"])
    match kind:
        case "button":
            yield from _button(one)
        case "plain_text_input":
            yield from _line(one)
        case _ if kind in LISTED:
            yield from _listed(one)
        case _ if kind in CHOSEN:
            count = len(one.get("options") or ())
            if not 1 <= count <= CHOSEN[kind]:
                yield f"{count} entries in {kind}; 1 to {CHOSEN[kind]}"
            yield from _chosen(one, one.get("options") or ())
        case _ if kind in FETCHED:
            for option in (one.get("initial_option"), *(one.get("initial_options") or ())):
                yield from _option(option) if option else ()
        case _ if kind in (*PICKERS, *TIMES):
            pass
        case _:
            yield f"an element of type {kind} in a {surface}"


def _button(one: Node) -> Iterator[str]:
    yield from plain(one.get("text"), 75, "a button")
    if "value" in one:
        yield from within(one["value"], 1, 2000, "a button's value")
    if "url" in one:
        yield from address(one["url"], "a button's address")
    if one.get("style", "primary") not in ("primary", "danger"):
        yield f"a button of style {one['style']!r}"
    if "accessibility_label" in one:
        yield from within(one["accessibility_label"], 1, 75, "a button read aloud")


def _line(one: Node) -> Iterator[str]:
    least, most = one.get("min_length", 0), one.get("max_length", 3000)
    if not 0 <= least <= most <= 3000 or most < 1:
        yield f"a field of {least} to {most} characters; 3000 at most"
    if "initial_value" in one:
        yield from within(one["initial_value"], 0, most, "what stands in a field")


def _listed(one: Node) -> Iterator[str]:
    groups, options = one.get("option_groups"), one.get("options")
    if (groups is None) == (options is None):
        yield "a list has entries or groups of them"
    if groups is not None:
        yield from of_groups(groups)
    else:
        yield from of_options(options or ())
    every = [*(options or ()), *(entry for group in groups or () for entry in group.get("options") or ())]
    yield from _chosen(one, every)


def of_options(options: Sequence[Node], least: int = 1) -> Iterator[str]:
    """Entries of a list; a list that is fetched may be empty (`least` 0)."""
    if not least <= len(options) <= 100:
        yield f"{len(options)} entries in a list; {least} to 100"
    values = [option.get("value") for option in options]
    if len(values) != len(set(values)):
        yield "two entries of a list have one value"
    for option in options:
        yield from _option(option)


def of_groups(groups: Sequence[Node], least: int = 1) -> Iterator[str]:
    """Groups of entries."""
    if not least <= len(groups) <= 100:
        yield f"{len(groups)} groups in a list; {least} to 100"
    for group in groups:
        yield from plain(group.get("label"), 75, "a group's name")
        yield from of_options(group.get("options") or ())


def _option(option: Node) -> Iterator[str]:
    yield from plain(option.get("text"), 75, "an entry")
    yield from within(option.get("value"), 1, 150, "an entry's value")
    if "description" in option:
        yield from plain(option["description"], 75, "what stands under an entry")


def _chosen(one: Node, options: Sequence[Node]) -> Iterator[str]:
    if one.get("type") in CHOSEN:
        yield from (why for option in options for why in _option(option))
        values = [option.get("value") for option in options]
        if len(values) != len(set(values)):
            yield "two entries of a list have one value"
    for chosen in (one.get("initial_option"), *(one.get("initial_options") or ())):
        if chosen is not None and chosen not in options:
            yield "an entry is chosen beforehand that is not in the list"


def _confirm(confirm: Node) -> Iterator[str]:
    for name, most in (("title", 100), ("text", 300), ("confirm", 30), ("deny", 30)):
        yield from plain(confirm.get(name), most, f"{name} of a question back")


def plain(text: Any, most: int, what: str) -> Iterator[str]:
    """A text object of ours: characters that stay characters, so no mrkdwn and no names of emoji."""
    if not isinstance(text, Mapping) or text.get("type") != "plain_text":
        yield f"{what} is no plain text: {str(text)[:60]}"
        return
    if text.get("emoji") is not False:
        yield f"{what} turns :names: into pictures"
    yield from within(text.get("text"), 1, most, what)


def address(url: Any, what: str) -> Iterator[str]:
    """A web address that breaks nothing."""
    yield from within(url, 1, 3000, what)
    if not str(url).startswith(("https://", "http://")) or set(str(url)) & set("|<> "):
        yield f"{what} is no web address: {str(url)[:60]}"


def within(text: Any, least: int, most: int, what: str) -> Iterator[str]:
    """Text of so many units."""
    if not isinstance(text, str) or not least <= units(text) <= most:
        long = units(text) if isinstance(text, str) else text
        yield f"{what} has {long!r} characters; {least} to {most}"


def units(text: str) -> int:
    """UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
