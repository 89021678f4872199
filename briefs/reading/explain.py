"""A model's complaints about plain values → problems in a curator's words, each at its line and column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from briefs.reading.content import Steps
from briefs.reading.nodes import Tree, Value
from briefs.reading.problems import Problem, nearest, shown

M = TypeVar("M", bound=BaseModel)

RESERVED = {
    "recorded": "delete it: the tool sets when this archive first held the record",
    "why": "use `says:` with the reason in a paraphrase",
    "evidence": "did you mean ev?",
    "voted_for": "did you mean favour?",
    "for_": "did you mean for?",
    "kind": "did you mean class?",
}
"""Keys people write that are not near enough to the right one for a spelling guess."""


def shaped(shape: type[M], value: Value, tree: Tree, path: str, steps: Steps = ()) -> tuple[M | None, list[Problem]]:
    """`value`, which stands at `steps` of the file, as a model, or None and everything wrong with it."""
    try:
        return shape.model_validate(value), []
    except ValidationError as error:
        found = [
            _problem(shape, details, tree, path, steps)
            for details in error.errors(include_url=False)
            if not _spoken_of((*steps, *details["loc"]), tree)
        ]
    return None, found


def _spoken_of(steps: Steps, tree: Tree) -> bool:
    """Whether the parser has already refused this value or something around it."""
    return any(steps[:end] in tree.broken for end in range(len(steps) + 1))


def _problem(shape: type[BaseModel], details: ErrorDetails, tree: Tree, path: str, steps: Steps) -> Problem:
    kind, inner = details["type"], details["loc"]
    full = (*steps, *inner)
    if kind == "extra_forbidden":
        line, column = tree.places.key(*full)
        return Problem("unknown-key", path, line, column, *unknown_key(str(inner[-1]), keys_at(shape, inner[:-1])))
    code, message, hint = _words(details)
    if kind == "missing":
        line, column = tree.places.at(*full[:-1])
    else:
        line, column = tree.places.at(*full)
    return Problem(code, path, line, column, message if _names_key(kind) else f"{_where(inner)}{message}", hint)


def _names_key(kind: str) -> bool:
    return kind == "missing"


def _where(inner: Sequence[str | int]) -> str:
    """`tally.favour: ` so that the message can be read without the file."""
    names = [str(step) for step in inner if isinstance(step, str)]
    return f"{'.'.join(shown(name) for name in names)}: " if names else ""


def unknown_key(key: str, known: Sequence[str]) -> tuple[str, str]:
    """Message and hint for a key that does not belong where it stands."""
    message = f"{shown(key)} is not a key here"
    near = nearest(key, known)
    if near:
        return message, f"did you mean {near}?"
    if key in RESERVED:
        return message, RESERVED[key]
    return message, f"delete it, or use one of: {', '.join(known)}"


def _words(details: ErrorDetails) -> tuple[str, str, str]:
    kind, context, given = details["type"], details.get("ctx", {}), details["input"]
    if "hint" in context:
        return kind, str(context["message"]), str(context["hint"])
    if kind == "missing":
        return "missing-key", f"`{details['loc'][-1]}:` is missing", "add it"
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return "not-a-mapping", f"{shown(given)} stands where keys belong", "write `key: value` lines, or {key: value}"
    if kind == "list_type":
        return "not-a-list", f"{shown(given)} stands where a list belongs", "write [one, two], or a line with `- ` each"
    if kind == "too_short":
        return "empty-list", "the list is empty", "add an item, or leave the key out"
    if kind == "literal_error":
        return "unknown-word", f"{shown(given)} is not known here", f"write {context['expected']}"
    if kind == "greater_than_equal":
        return "too-small", f"{shown(given)} is too small", f"write at least {context['ge']}"
    return kind.replace("_", "-"), details["msg"], "see docs/records.md"


def keys_at(shape: type[BaseModel], inner: Sequence[str | int]) -> list[str]:
    """The keys allowed at that place of a shape, in the order of the model."""
    here: Any = shape
    for step in inner:
        here = _inside(here, step)
    model = _model_in(here)
    return [field.alias or name for name, field in model.model_fields.items()] if model else []


def _inside(annotation: Any, step: str | int) -> Any:
    """The annotation one step further down; a list item or a free key of a `dict` stays with its item type."""
    if get_origin(annotation) is dict or (isinstance(step, int) and _model_in(annotation) is not None):
        return get_args(annotation)[1] if get_origin(annotation) is dict else annotation
    model = _model_in(annotation)
    if model is None:
        return annotation
    for name, field in model.model_fields.items():
        if step == (field.alias or name):
            return field.annotation
    return annotation


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The first model named anywhere in a type: `list[Annotated[Exact, …]] | None` → Exact."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in get_args(annotation):
        found = _model_in(part)
        if found is not None:
            return found
    return None
