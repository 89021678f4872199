"""Answers and forms in Slack's windows (modals): a question's fields, the answer with its buttons, a line of service.

A window remembers what it shows in its own `private_metadata`: the question, never anybody's text. Pure; `staging`
opens, stacks and replaces them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from adapters.contract import ActionKind, Command, Question, Reply
from adapters.inert import clip
from adapters.slack import limits
from adapters.slack.buttons import private
from adapters.slack.manifest import APP, ASK
from adapters.slack.render import pages, render
from adapters.slack.selects import Node, field, first_asked, plain_text, told
from adapters.tokens import Press
from briefs.wording.notices import beside, speaking, word

ANSWER: Final = "dateline-answer"
"""A window with an answer; sending it shares it."""
WITHIN: Final = "dateline-within"
"""A form that was opened from such a window."""
SHARE: Final = "dateline-share"
COMMAND: Final = "dateline-command"
MORE: Final = "dateline-more"
DEEPEST: Final = 3
"""Windows Slack lets stand on one another."""


def ask_view(
    commands: Sequence[Command], spoken: str, chosen: str = "", kept: Mapping[str, Any] | None = None, *, more: bool
) -> Node:
    """The form that asks: which command, then its fields. The first command of the catalogue stands in it already, so
    that whoever wants that one has only to name whom."""
    command = next((one for one in commands if one.name == chosen), commands[0])
    options = [_command_option(one, spoken) for one in commands][: limits.OPTIONS.value]
    which: Node = {
        "type": "input",
        "block_id": COMMAND,
        "label": plain_text(word("ask-what", spoken)),
        "dispatch_action": True,
        "element": {
            "type": "static_select",
            "action_id": COMMAND,
            "options": options,
            "initial_option": _command_option(command, spoken),
        },
    }
    asked = first_asked(command, more=more)
    fields = [field(command, param, spoken, (kept or {}).get(param.name) or {}) for param in asked]
    left = len(asked) < len(command.params)
    view = _view(word("ask-title", spoken), [which, _aside(told(command, spoken).summary), *fields], spoken, 1)
    if left:
        button = {"type": "button", "action_id": MORE, "text": plain_text(word("ask-more", spoken))}
        view["blocks"].append({"type": "actions", "block_id": MORE, "elements": [button]})
    kept_here = json.dumps({"depth": 1, "more": more})
    return {
        **view, "callback_id": ASK, "submit": plain_text(word("ask-send", spoken)),
        "close": plain_text(word("form-close", spoken)), "private_metadata": kept_here,
    }  # fmt: skip


def answer_view(
    reply: Reply, depth: int, *, page: int = 1, sources: bool = False, tongues: bool = False, shared: int = 0
) -> Node:
    """A page of an answer with its buttons, and where it can be shared. `shared`: how often it was already."""
    spoken = speaking(reply.document.language)
    blocks = _shown(reply, page, sources=sources, tongues=tongues)
    if shared:
        blocks.insert(0, _aside(word("share-done", spoken)))
    view = _view(APP, blocks, spoken, depth)
    question = reply.question
    if question is None or not any(action.kind is ActionKind.SHARE for action in reply.actions):
        return view
    asked = {"command": question.command, "given": dict(question.given), "line": question.line}
    kept = json.dumps({"depth": depth, "page": page, "shared": shared, "asked": asked}, ensure_ascii=False)
    if len(kept) > limits.PRIVATE_METADATA.value:
        return view
    where = {
        "type": "conversations_select", "action_id": SHARE, "response_url_enabled": True,
        "default_to_current_conversation": True, "placeholder": plain_text(word("ask-choose", spoken)),
        "filter": {"exclude_bot_users": True},
    }  # fmt: skip
    share = {
        "type": "input", "block_id": share_block(shared), "label": plain_text(word("share-to", spoken)),
        "hint": plain_text(word("share-hint", spoken)), "element": where,
    }  # fmt: skip
    return {
        **view, "blocks": [*blocks, {"type": "divider"}, share], "callback_id": ANSWER, "private_metadata": kept,
        "submit": plain_text(word("share-send", spoken)),
    }  # fmt: skip


def note_view(line: str, depth: int, spoken: str) -> Node:
    """One line of service."""
    return _view(APP, [{"type": "section", "text": plain_text(line)}], spoken, depth)


def within(form: Node, depth: int) -> Node:
    """A form of `adapters.slack.forms` as a window on top of an answer's."""
    kept = {**json.loads(form["private_metadata"]), "depth": depth}
    return {**form, "callback_id": WITHIN, "private_metadata": json.dumps(kept)}


def share_block(shared: int) -> str:
    """The block of the choice where to share: another one after each time, so that it is empty again."""
    return f"{SHARE}-{shared}"


def kept(view: Mapping[str, Any]) -> dict[str, Any]:
    """What a window remembers; nothing where that cannot be read."""
    try:
        found = json.loads(view.get("private_metadata") or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def depth_of(view: Mapping[str, Any]) -> int:
    """On how many it stands, itself counted; 0 for Home, on which the first one opens."""
    return 0 if view.get("type") == "home" else int(kept(view).get("depth") or 1)


def question_in(view: Mapping[str, Any]) -> Question | None:
    """The question whose answer the window shows, where it can be shared."""
    asked = kept(view).get("asked")
    if not isinstance(asked, dict):
        return None
    words = {str(name): str(value) for name, value in (asked.get("given") or {}).items()}
    return Question(str(asked.get("command") or ""), words, str(asked.get("line") or ""))


def _shown(reply: Reply, page: int, *, sources: bool, tongues: bool) -> list[Node]:
    """The page's blocks. A reply that cannot be asked for again cannot be leafed through: it stands as a whole."""
    if reply.question is None and len(pages(reply.document)) > 1:
        under = [block for block in private(reply)["blocks"] if block["type"] == "actions"]
        body = [block for part in pages(reply.document) for block in render(part, tables=False)["blocks"]]
        return [*body[: limits.VIEW_BLOCKS.value - len(under)], *under]
    leaf = Press.LEAF if sources else Press.SHOW
    shown = private(reply, page, tongues=tongues, shared=True, leaf=leaf, tables=False)
    return list(shown["blocks"])


def _view(title: str, blocks: list[Node], spoken: str, depth: int) -> Node:
    close = beside("form-done" if depth == 1 else "form-back", spoken)
    return {
        "type": "modal",
        "title": plain_text(clip(title, limits.FORM_TITLE.value)),
        "close": plain_text(close),
        "private_metadata": json.dumps({"depth": depth}),
        "blocks": blocks,
    }


def _command_option(command: Command, spoken: str) -> Node:
    said = told(command, spoken)
    name = said.name.replace("-", " ")
    return {
        "text": plain_text(clip(name[:1].upper() + name[1:], limits.OPTION_TEXT.value)),
        "description": plain_text(clip(said.summary, limits.OPTION_TEXT.value)),
        "value": command.name,
    }


def _aside(text: str) -> Node:
    return {"type": "context", "elements": [plain_text(text)]}
