"""The words of `typing` that must be there at run time, at a small part of its price."""

from __future__ import annotations

from collections import namedtuple
from types import GenericAlias

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, Generic, Literal, NamedTuple, Self

__all__ = ["Generic", "Late", "Literal", "NamedTuple", "choices"]


class Late:
    """An attribute of a class that is made when it is first looked at, and then takes this one's place."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        self._make = make

    def __set_name__(self, owner: type, name: str) -> None:
        self._owner, self._name = owner, name

    def __get__(self, instance: object, owner: type) -> Any:
        made = self._make(self._owner)
        setattr(self._owner, self._name, made)
        return made.__get__(instance, owner) if hasattr(made, "__get__") else made


def choices(literal: Any) -> tuple[Any, ...]:
    """The values that a `Literal` names, be it ours or `typing`'s."""
    values: tuple[Any, ...] = literal.__args__
    return values


class _Generic:
    """A class with type variables: `class Box(Generic["T"])` may be written `Box[int]`."""

    __slots__ = ()
    __class_getitem__: Any = classmethod(GenericAlias)


class _Literal(_Generic):
    """`Literal[1, 2]`: one of some values."""

    __slots__ = ()


class _Tuple(tuple):  # type: ignore[type-arg]
    """What all named tuples can do, in the words of `collections.namedtuple`."""

    __slots__ = ()
    _fields = ()

    @classmethod
    def _make(cls, values: Iterable[Any]) -> Self:
        return cls(*values)

    def _replace(self, /, **changes: Any) -> Self:
        values = self._asdict() | changes
        return type(self)(*values.values()) if len(values) == len(self) else type(self)(**values)

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"

    __replace__ = _replace


_Place: Any = type(vars(namedtuple("_One", "value"))["value"])  # noqa: PYI024 - what reads a value without a call


class _TupleMaker(type):
    """Makes a class of annotated names into a tuple's, of which this is not the class: it leaves no trace."""

    def __new__(cls, name: str, bases: tuple[type, ...], inside: dict[str, Any]) -> Any:
        """The class; the one that all are made of where there is none below it."""
        if not bases:
            return super().__new__(cls, name, bases, inside)
        names = tuple(inside["__annotations__"])
        ours = {
            "__slots__": (),
            "__match_args__": names,
            "__new__": _Maker(_tuple_maker),
            "__signature__": Late(_signature),
            "_fields": names,
            "_field_defaults": {one: inside[one] for one in names if one in inside},
        }
        return type(name, (_Tuple,), inside | ours | {one: _Place(at, "") for at, one in enumerate(names)})


class _Maker(Late):
    """A `__new__` made for many: to compile it takes as long as to make the first dozens of tuples without it."""

    left = 50  # tuples to be made so

    def __get__(self, instance: object, owner: type) -> Any:
        if self.left <= 0:
            return super().__get__(instance, owner)
        self.left -= 1
        return self._new

    def _new(self, kind: Any, /, *values: Any, **named: Any) -> Any:
        defaults = tuple(kind._field_defaults.values())
        given = len(values) - len(kind._fields) + len(defaults)  # of those that have a default
        if named or not 0 <= given <= len(defaults):
            return super().__get__(None, kind)(kind, *values, **named)  # knows the names, and says what is amiss
        return tuple.__new__(kind, values + defaults[given:])


def _signature(kind: Any) -> Any:
    """What `inspect` shows of a class whose `__new__` is not made yet."""
    import inspect

    made = inspect.signature(_tuple_maker(kind).__func__)
    return made.replace(parameters=list(made.parameters.values())[1:])


def _tuple_maker(kind: Any) -> staticmethod[..., Any]:
    """The `__new__` of a named tuple, as quick as Python's own."""
    names = ", ".join(kind._fields)
    source = f"lambda _cls, {names}: _tuple_new(_cls, ({names},))"
    made: Any = eval(source, {"_tuple_new": tuple.__new__})  # noqa: S307 - the names of our own fields, as collections does it
    made.__defaults__ = tuple(kind._field_defaults.values())
    made.__name__, made.__qualname__ = "__new__", f"{kind.__qualname__}.__new__"
    return staticmethod(made)


if not TYPE_CHECKING:
    Generic, Literal, NamedTuple = _Generic, _Literal, _TupleMaker("NamedTuple", (), {})
