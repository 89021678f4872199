"""Forms of Slack (modals) that ask for a few words first: with whom to compare, what is wrong with an answer.

Made here, read here. What a form is about and where its answer goes stand in its own `private_metadata`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from adapters.inert import clip, inert
from adapters.slack import limits
from adapters.slack.buttons import PRESSED
from adapters.tokens import Token, fingerprint, read, written
from briefs.wording.notices import word

WORDS: Final = "words"
SENTENCE: Final = "sentence"
Node = dict[str, Any]


def compare_form(token: Token, respond: str, spoken: str) -> Node:
    """One line for names."""
    line = {"type": "plain_text_input", "action_id": WORDS, "max_length": limits.ARGUMENT.value}
    asked = _asked(WORDS, word("compare-with", spoken), line, word("compare-hint", spoken))
    return _form(token, respond, word("compare-title", spoken), [asked], spoken)


def report_form(token: Token, respond: str, sentences: Sequence[str], spoken: str) -> Node:
    """Which sentence, and what is wrong with it."""
    first = list(dict.fromkeys(sentences))[: limits.OPTIONS.value]
    options = [{"text": _plain(clip(inert(one), limits.OPTION_TEXT.value)), "value": fingerprint(one)} for one in first]
    blocks = []
    if options:
        menu = {"type": "static_select", "action_id": SENTENCE, "options": options}
        blocks.append(_asked(SENTENCE, word("report-sentence", spoken), menu, optional=True))
    text = {"type": "plain_text_input", "action_id": WORDS, "multiline": True, "max_length": limits.REPORT.value}
    blocks.append(_asked(WORDS, word("report-words", spoken), text, word("report-hint", spoken)))
    return _form(token, respond, word("report-title", spoken), blocks, spoken)


def about(view: Mapping[str, Any]) -> tuple[Token | None, str]:
    """What a form is about, and where its answer goes."""
    try:
        kept = json.loads(view.get("private_metadata") or "{}")
    except ValueError:
        kept = {}
    return read(str(kept.get("token", ""))), str(kept.get("respond", ""))


def filled(view: Mapping[str, Any]) -> dict[str, str]:
    """What a form came back with: field → words, or the entry chosen."""
    values = (view.get("state") or {}).get("values") or {}
    found = {}
    for field in (one for block in values.values() for one in block.items()):
        name, state = field
        chosen = (state.get("selected_option") or {}).get("value")
        found[name] = str(state.get("value") or chosen or "")
    return found


def block_named(name: str) -> str:
    """The block of a field, by which what is wrong with it is told."""
    return f"{PRESSED}-{name}"


def _form(token: Token, respond: str, title: str, blocks: list[Node], spoken: str) -> Node:
    kept = json.dumps({"token": written(token), "respond": respond})
    return {
        "type": "modal",
        "callback_id": PRESSED,
        "title": _plain(clip(title, limits.FORM_TITLE.value)),
        "submit": _plain(word("form-send", spoken)),
        "close": _plain(word("form-close", spoken)),
        "private_metadata": kept,
        "blocks": blocks,
    }


def _asked(name: str, label: str, element: Node, hint: str = "", *, optional: bool = False) -> Node:
    block = {"type": "input", "block_id": block_named(name), "label": _plain(label), "element": element}
    return {**block, **({"hint": _plain(hint)} if hint else {}), **({"optional": True} if optional else {})}


def _plain(text: str) -> Node:
    return {"type": "plain_text", "text": text, "emoji": False}
