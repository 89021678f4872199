"""Fields of a form that asks: what each parameter of a command is asked with, what Slack offers in it, what was chosen.

Names are *external selects*: Slack sends what is typed, `suggested` answers from the local index. The name of a field
says whose parameter it is (`dateline-field-position-actor`), so that nothing has to be remembered. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from adapters.contract import Choice, Command, Complete, Localised, Param, ParamKind
from adapters.inert import clip, inert
from adapters.slack import limits
from briefs.wording.notices import word

Node: TypeAlias = dict[str, Any]
FIELD: Final = "dateline-field"
_SEARCHED: Final = frozenset(
    {ParamKind.ACTOR, ParamKind.BLOC, ParamKind.ISSUE, ParamKind.MEASURE, ParamKind.RECORD, ParamKind.TERM,
     ParamKind.COMMAND}
)  # fmt: skip
_LATER: Final = frozenset({ParamKind.DAY, ParamKind.LENGTH, ParamKind.LANGUAGE})
MOST_NAMES: Final = 9
"""Names one field takes beside a first one; the application has the last word."""


def told(one: Command | Param, spoken: str) -> Localised:
    """What it is called in that language, else in English."""
    own = Localised("en", one.name, one.summary, one.choices if isinstance(one, Param) else ())
    return next((said for said in one.also if said.language == spoken), own)


def first_asked(command: Command, *, more: bool) -> tuple[Param, ...]:
    """What is asked at once; days, lengths and languages only with `more`, save where there is little else to ask."""
    return tuple(
        param
        for place, param in enumerate(command.params)
        if more or param.required or place == 0 or param.kind not in _LATER
    )


def block_of(param: Param) -> str:
    """The block of its field: Slack keeps what stands there when the command changes, and mistakes name it."""
    return f"{FIELD}-{param.name}"


def field(command: Command, param: Param, spoken: str, kept: Mapping[str, Any]) -> Node:
    """One field with its label and hint. `kept`: what stood in the field of that parameter, as Slack sends it."""
    said = told(param, spoken)
    name = said.name.replace("_", " ").replace("-", " ")
    return {
        "type": "input",
        "block_id": block_of(param),
        "label": plain_text(name[:1].upper() + name[1:]),
        "hint": plain_text(said.summary),
        "optional": not param.required,
        "element": element(command, param, spoken, kept),
    }


def element(command: Command, param: Param, spoken: str, kept: Mapping[str, Any] | None = None) -> Node:
    """What a parameter is asked with."""
    bare: Node = {"action_id": f"{FIELD}-{command.name}-{param.name}"}
    state = kept or {}
    if param.choices:
        chosen = state.get("selected_option")
        options = _choices(param, spoken)
        known = next((one for one in options if chosen and one["value"] == chosen.get("value")), None)
        return {
            **bare, "type": "static_select", "options": options, "placeholder": _holder("ask-choose", spoken),
            **({"initial_option": known} if known else {}),
        }  # fmt: skip
    if param.kind is ParamKind.DAY:
        day = state.get("selected_date")
        return {
            **bare, "type": "datepicker", "placeholder": _holder("ask-day", spoken),
            **({"initial_date": day} if day else {}),
        }  # fmt: skip
    if param.kind in _SEARCHED and param.many:
        several = state.get("selected_options")
        return {
            **bare, **_searched(spoken), "type": "multi_external_select", "max_selected_items": MOST_NAMES,
            **({"initial_options": several} if several else {}),
        }  # fmt: skip
    if param.kind in _SEARCHED:
        one = state.get("selected_option")
        return {**bare, **_searched(spoken), "type": "external_select", **({"initial_option": one} if one else {})}
    typed = state.get("value")
    line: Node = {**bare, "type": "plain_text_input", "max_length": limits.ARGUMENT.value}
    return {**line, **({"initial_value": typed} if typed else {})}


def suggested(body: Mapping[str, Any], complete: Complete, spoken: str) -> list[Node]:
    """What Slack offers for what is typed so far: at most a hundred entries, each once and with words to show."""
    command, param = parted(str(body.get("action_id") or ""))
    found = complete(command, param, inert(str(body.get("value") or "")), spoken)
    options = {choice.value: _option(choice) for choice in found if 0 < len(choice.value) <= limits.OPTION_VALUE.value}
    return list(options.values())[: limits.OPTIONS.value]


def parted(action_id: str) -> tuple[str, str]:
    """The command and the parameter of a field; empty for one that is no field of ours."""
    if not action_id.startswith(f"{FIELD}-"):
        return "", ""
    command, _, param = action_id.removeprefix(f"{FIELD}-").partition("-")
    return command, param


def states(view: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Parameter → what stands in its field, as Slack sends it."""
    values = ((view.get("state") or {}).get("values") or {}).values()
    return {parted(name)[1]: state for block in values for name, state in block.items() if parted(name)[1]}


def given(command: Command, view: Mapping[str, Any]) -> dict[str, str]:
    """Parameter of this command → what was chosen or typed for it."""
    held = states(view)
    words = {param.name: _words(held.get(param.name) or {}) for param in command.params}
    return {name: said for name, said in words.items() if said}


def _words(state: Mapping[str, Any]) -> str:
    several = state.get("selected_options")
    if several:
        return ", ".join(str(one.get("value") or "") for one in several)
    chosen = (state.get("selected_option") or {}).get("value") or state.get("selected_date") or state.get("value")
    return str(chosen or "").strip()


def _searched(spoken: str) -> Node:
    return {"min_query_length": 0, "placeholder": _holder("ask-type", spoken)}


def _option(choice: Choice) -> Node:
    return {"text": plain_text(clip(inert(choice.label) or "…", limits.OPTION_TEXT.value)), "value": choice.value}


def _choices(param: Param, spoken: str) -> list[Node]:
    """The closed choices by what they are called there; what is sent back is what the catalogue calls them."""
    labels = told(param, spoken).choices or param.choices
    if param.kind is ParamKind.LANGUAGE:
        labels = tuple(map(_language, param.choices))
    shown = zip(param.choices, labels, strict=True)
    return [_option(Choice(label[:1].upper() + label[1:], choice, choice)) for choice, label in shown]


def _language(code: str) -> str:
    """What a language calls itself."""
    from babel import Locale  # not before a form is made

    return Locale.parse(code).get_display_name() or code


def _holder(message: str, spoken: str) -> Node:
    return plain_text(clip(word(message, spoken), limits.HEADER.value))


def plain_text(text: str) -> Node:
    """Characters as they stand: no markup, no pictures of emoji names."""
    return {"type": "plain_text", "text": text, "emoji": False}
