"""Frozen values ↔ lists, strings and numbers of JSON, by their type hints: for compiled records and for revisions.

A dataclass becomes the list of its fields in order, one of many optional fields only those that are filled (`encode`);
or always the fields that are not their default, by name (`named`: a later Dateline with more fields still reads them).
A mapping becomes a list of pairs, since JSON has no order and only text keys. Decoding takes both forms, checks every
leaf, and a value of another type raises `TypeError` or `ValueError`, never passes for a record.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Decoder = Callable[[Any], Any]


def encode(value: Any) -> Any:
    """Plain values for `json.dumps`."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [encode(item) for item in value]
    if isinstance(value, Mapping):
        return [[encode(key), encode(item)] for key, item in value.items()]
    if is_dataclass(value):
        kind: Any = type(value)
        own = _defaults(kind)
        if own is None:
            return [encode(getattr(value, field.name)) for field in fields(value)]
        told = ((name, getattr(value, name)) for name in own)
        return {name: encode(said) for name, said in told if said != own[name] or type(said) is not type(own[name])}
    raise TypeError(f"{type(value).__name__} has no plain form")


def named(value: Any) -> Any:
    """Plain values in which every dataclass says its fields by name, without those that are their default."""
    if isinstance(value, (tuple, list)):
        return [named(item) for item in value]
    if isinstance(value, Mapping):
        return [[encode(key), named(item)] for key, item in value.items()]
    if is_dataclass(value):
        given = ((field, getattr(value, field.name)) for field in fields(value))
        return {field.name: named(held) for field, held in given if held != _default(field)}
    return encode(value)


def _default(field: Field[Any]) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


@cache
def decoder(hint: Any) -> Decoder:
    """The way back for a type. Raises TypeError for a type the records do not use."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _either(inner)
    if origin is tuple:
        return _tuple(decoder(inner[0]))
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(decoder(inner[0]), decoder(inner[1]))
    if is_dataclass(origin if origin is not None else hint):
        return _dataclass(hint, origin, inner)
    if isinstance(hint, type):
        return _leaf(hint)
    raise TypeError(f"no plain form for {hint!r}")


def _leaf(kind: type) -> Decoder:
    if issubclass(kind, Enum):
        members: dict[Any, Enum] = {member.value: member for member in kind}

        def word(raw: Any) -> Any:
            if raw not in members:
                raise ValueError(f"no {kind.__name__}: {raw!r}")
            return members[raw]

        return word
    if kind in (datetime, date):
        return kind.fromisoformat
    if kind in (str, int, bool):

        def same(raw: Any) -> Any:
            if type(raw) is not kind:
                raise TypeError(f"no {kind.__name__}: {raw!r}")
            return raw

        return same
    raise TypeError(f"no plain form for {kind!r}")


def _either(kinds: tuple[Any, ...]) -> Decoder:
    """`X | None`, or `str | int` as they are."""
    given = [kind for kind in kinds if kind is not NoneType]
    if len(given) == 1:
        if given[0] is str:
            return _text_or_none
        inner = decoder(given[0])
        return lambda raw: None if raw is None else inner(raw)
    if not set(given) <= {str, int}:
        raise TypeError(f"no plain form for {kinds!r}")

    def same(raw: Any) -> Any:
        if type(raw) not in given:
            raise TypeError(f"neither of {kinds!r}: {raw!r}")
        return raw

    return same


def _text_or_none(raw: Any) -> Any:
    if raw is not None and type(raw) is not str:
        raise TypeError(f"no text: {raw!r}")
    return raw


def _tuple(inner: Decoder) -> Decoder:
    def items(raw: Any) -> Any:
        if type(raw) is not list:
            raise TypeError(f"no list: {raw!r}")
        return (inner(raw[0]),) if len(raw) == 1 else tuple([inner(item) for item in raw])

    return items


def _mapping(key: Decoder, value: Decoder) -> Decoder:
    def pairs(raw: Any) -> Any:
        return {key(one): value(other) for one, other in raw}

    return pairs


_WIDE = 8
"""A dataclass with so many optional fields is kept as the fields that are filled, by name."""


@cache
def _defaults(kind: Any) -> Mapping[str, Any] | None:
    """Field → its default (`MISSING` where there is none), for a dataclass of many optional fields; else None."""
    made = {field.name: _default(field) for field in fields(kind)}
    return made if sum(default is not MISSING for default in made.values()) >= _WIDE else None


def _dataclass(hint: Any, origin: Any, inner: tuple[Any, ...]) -> Decoder:
    kind = origin if origin is not None else hint
    hints = get_type_hints(kind)
    filled = dict(zip(getattr(kind, "__parameters__", ()), inner, strict=False))
    parts = [decoder(_fill(hints[field.name], filled)) for field in fields(kind)]
    by_name = {field.name: part for field, part in zip(fields(kind), parts, strict=True)}
    count = len(parts)

    def make(raw: Any) -> Any:
        if type(raw) is dict:
            return kind(**{name: by_name[name](item) for name, item in raw.items() if name in by_name})
        if type(raw) is not list or len(raw) != count:
            raise TypeError(f"no {kind.__name__}: {raw!r}")
        return kind(*[part(item) for part, item in zip(parts, raw, strict=False)])

    return make


def _fill(hint: Any, filled: Mapping[Any, Any]) -> Any:
    """`T` of `Dated[str]` is `str`."""
    return filled.get(hint, hint) if isinstance(hint, TypeVar) else hint
