"""Forms that order an errand: a field for each parameter in Slack's own way, made here and read here. Pure.

What a form goes along with (the errand, where its answer goes) stands in its own `private_metadata`. A mistake is told
at the field it is in, and Slack keeps what was typed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from adapters.administration import Field, Form
from adapters.contract import Choice, ParamKind
from adapters.inert import clip, inert
from adapters.slack import limits
from briefs.wording.notices import office, word

OFFICE: Final = "office"
"""How the name of every control of an errand begins."""
Node = dict[str, Any]
_NEEDED: Final = frozenset({"time", "zone", "weekdays", "channel"})
_SEARCHED: Final = frozenset({ParamKind.ZONE, ParamKind.ISSUE, ParamKind.ACTOR, ParamKind.ACT})
_MANY: Final = frozenset({ParamKind.ISSUE, ParamKind.ACTOR, ParamKind.ACT})
_ORDERS: Final = ("subscription form", "subscription edit")


@dataclass(frozen=True, slots=True)
class Kept:
    """What a form remembers: the errand with what goes along unseen, where it was asked, whether it is about somebody's
    own digests, where its answer goes."""

    command: str
    given: Mapping[str, str] = field(default_factory=dict)
    place: str = ""
    own: bool = False
    respond: str = ""

    def __str__(self) -> str:
        return json.dumps([self.command, dict(self.given), self.place, self.own, self.respond])


def kept(view: Mapping[str, Any]) -> Kept | None:
    """What a form of ours remembers; None for one that another Dateline wrote otherwise."""
    try:
        command, given, place, own, respond = json.loads(view.get("private_metadata") or "")
        return Kept(str(command), {str(k): str(v) for k, v in given.items()}, str(place), own is True, str(respond))
    except (ValueError, TypeError, AttributeError):
        return None


def form_view(form: Form, remembered: Kept) -> Node:
    """The form as a modal."""
    spoken = form.language
    asked = [one for one in form.fields if not (remembered.own and one.param.kind is ParamKind.PLACE)]
    blocks = [_input(one, spoken) for one in asked]
    if any(block["element"]["type"] == "timepicker" for block in blocks):
        blocks.append(_hint("form-several", spoken))
    if form.command in _ORDERS and not remembered.own:
        blocks.append(_hint("form-mention", spoken))
    return {
        "type": "modal",
        "callback_id": OFFICE,
        "title": _plain(clip(form.title, limits.FORM_TITLE.value)),
        "submit": _plain(clip(form.submit, limits.FORM_TITLE.value)),
        "close": _plain(word("form-close", spoken)),
        "private_metadata": str(remembered),
        "blocks": blocks,
    }


def told_view(title: str, blocks: Sequence[Node], spoken: str, remembered: Kept | None = None) -> Node:
    """An answer as a modal, where no message can bear it; what is pressed in it knows what is `remembered`."""
    return {
        "type": "modal",
        "callback_id": OFFICE,
        "title": _plain(clip(inert(title), limits.FORM_TITLE.value) or "Dateline"),
        "close": _plain(word("form-close", spoken)),
        "private_metadata": str(remembered or Kept("")),
        "blocks": list(blocks)[: limits.VIEW_BLOCKS.value],
    }


def waiting_view(spoken: str) -> Node:
    """What stands in a form while its errand takes long."""
    said: Node = {"type": "section", "text": _plain(office("form-working", spoken))}
    return told_view(office("form-title-edit", spoken), [said], spoken)


def given_in(view: Mapping[str, Any]) -> dict[str, str]:
    """What a form came back with: parameter → words, empty for a field that was emptied."""
    found: dict[str, str] = {}
    orders = dict(_orders(view))
    for block, held in ((view.get("state") or {}).get("values") or {}).items():
        if str(block).startswith(f"{OFFICE}-"):
            state: Mapping[str, Any] = next(iter(held.values()), {})
            name = str(block).removeprefix(f"{OFFICE}-")
            values = _values(state)
            known = orders.get(name, [])
            found[name] = ", ".join(sorted(values, key=known.index) if set(values) <= set(known) else values)
    return found


def errors_at(view: Mapping[str, Any], mistakes: Mapping[str, str]) -> dict[str, str]:
    """The mistakes at the blocks of their fields; those of no field here at the first. Empty where there are none."""
    blocks = [str(block["block_id"]) for block in view.get("blocks") or () if block.get("type") == "input"]
    errors: dict[str, str] = {}
    for param, told in mistakes.items():
        block = f"{OFFICE}-{param}"
        at = block if block in blocks else next(iter(blocks), block)
        errors[at] = f"{errors[at]} {told}" if at in errors else told
    return {at: clip(inert(told), limits.MISTAKE.value) for at, told in errors.items()}


def options(offered: Sequence[Choice]) -> list[Node]:
    """Choices of a list, each value once."""
    by_value = {
        one.value: one for one in offered if one.label.strip() and 0 < len(one.value) <= limits.OPTION_VALUE.value
    }
    return [_option(one) for one in by_value.values()][: limits.OPTIONS.value]


def _input(asked: Field, spoken: str) -> Node:
    name = f"{OFFICE}-{asked.param.name}"
    element = {**_element(asked, spoken), "action_id": name}
    optional: Node = {} if asked.param.name in _NEEDED else {"optional": True}
    return {"type": "input", "block_id": name, "label": _plain(asked.label), "element": element, **optional}


def _element(asked: Field, spoken: str) -> Node:
    kind, chosen = asked.param.kind, [_option(one) for one in asked.chosen]
    match kind:
        case ParamKind.TIME if "," not in asked.words:
            return {"type": "timepicker", **({"initial_time": asked.words} if asked.words else {})}
        case ParamKind.TIME | ParamKind.DATES | ParamKind.HOURS:
            return {"type": "plain_text_input", **({"initial_value": asked.words} if asked.words else {})}
        case ParamKind.PLACE:
            shown: Node = (
                {"initial_conversation": asked.words} if asked.words else {"default_to_current_conversation": True}
            )
            return {
                "type": "conversations_select",
                "filter": {"include": ["public", "private"], "exclude_bot_users": True},
                **shown,
            }
        case ParamKind.WEEKDAYS:
            every = [_option(one) for one in asked.choices]
            return {"type": "checkboxes", "options": every, **({"initial_options": chosen} if chosen else {})}
        case _ if kind in _SEARCHED:
            return _search(asked, chosen, spoken)
        case _:
            every = [_option(one) for one in asked.choices]
            return {"type": "static_select", "options": every, **({"initial_option": chosen[0]} if chosen else {})}


def _search(asked: Field, chosen: list[Node], spoken: str) -> Node:
    if asked.param.kind not in _MANY:
        hint = _plain(office("form-search", spoken))
        held: Node = {"initial_option": chosen[0]} if chosen else {}
        return {"type": "external_select", "min_query_length": 0, "placeholder": hint, **held}
    hint = _plain(office("form-everything", spoken))
    held = {"initial_options": chosen[: limits.OPTIONS.value]} if chosen else {}
    return {"type": "multi_external_select", "min_query_length": 0, "placeholder": hint, **held}


def _hint(message: str, spoken: str) -> Node:
    return {"type": "context", "elements": [_plain(office(message, spoken))]}


def _option(choice: Choice) -> Node:
    return {"text": _plain(clip(inert(choice.label), limits.OPTION_TEXT.value)), "value": choice.value}


def _orders(view: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Parameter → the values of its list in their order, where the whole list stands in the form."""
    for block in view.get("blocks") or ():
        listed = (block.get("element") or {}).get("options") or ()
        yield str(block.get("block_id") or "").removeprefix(f"{OFFICE}-"), [str(one.get("value")) for one in listed]


def _values(state: Mapping[str, Any]) -> list[str]:
    if "selected_options" in state:
        return [str(one.get("value") or "") for one in state.get("selected_options") or ()]
    option = (state.get("selected_option") or {}).get("value")
    single = option or state.get("selected_time") or state.get("selected_conversation") or state.get("value")
    return [str(single)] if single else []


def _plain(text: str) -> Node:
    return {"type": "plain_text", "text": text, "emoji": False}
