"""Records as Python's own dataclasses, for who looks at them as such: nothing of this is on the way of a plain run."""

from __future__ import annotations

import dataclasses
import sys
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from typing import Literal as TheirLiteral

from newsexport.records import MISSING, Field, Literal, fields

_ORIGINS: dict[Any, Any] = {Union: UnionType, TheirLiteral: Literal}
_KNOWN = {"Any": Any, "Literal": Literal, "Path": Path}  # of what only the type checker imports


def as_theirs(one: Field) -> Any:
    """A field as `dataclasses` makes it."""
    known = {"default": one.default, "default_factory": one.default_factory}
    given = {name: value for name, value in known.items() if value is not MISSING}
    return dataclasses.field(**given, metadata=one.metadata)


def as_ours(given: Any) -> Field:
    """One of the library's fields as ours."""
    known = [MISSING if one is dataclasses.MISSING else one for one in (given.default, given.default_factory)]
    made = Field(known[0], known[1], given.metadata)
    made.name = given.name
    return made


def fields_of_theirs(kind: Any) -> tuple[Field, ...]:
    """The fields of one of the library's dataclasses."""
    return tuple(as_ours(one) for one in dataclasses.fields(kind))


def as_dataclass(kind: Any, **flags: bool) -> Any:
    """A dataclass of the same fields, made by the library: what introspection is shown."""
    kw_only = kind.__match_args__ != kind.__slots__
    inside = {"__annotations__": kind.__annotations__, "__module__": kind.__module__}
    inside |= {one.name: one for one in fields(kind)}
    return dataclasses.dataclass(kw_only=kw_only, **flags)(type(kind.__name__, (), inside))


def types_of(kind: type) -> dict[str, Any]:
    """The type of each field by name; a record of ours may name what its module imports for the type checker only."""
    if not hasattr(kind, "__fields__"):
        return get_type_hints(kind)
    inside = vars(sys.modules[kind.__module__])
    return {
        name: eval(told, {**_KNOWN, **inside}) if isinstance(told, str) else told  # noqa: S307 - our own annotations
        for name, told in kind.__annotations__.items()
    }


@cache
def made_of(kind: Any) -> tuple[Any, tuple[Any, ...]]:
    """The origin and the parts of a type, one word for both ways of writing a union, and for both kinds of Literal."""
    origin = get_origin(kind)
    return _ORIGINS.get(origin, origin), get_args(kind)
