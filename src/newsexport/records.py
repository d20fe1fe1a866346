"""Frozen dataclasses whose methods are made when somebody needs them.

`dataclasses.dataclass` compiles seven functions for each class, half a millisecond, and to import `dataclasses` takes
seven; a run for one article defines sixty classes and makes instances of a dozen. A record is a frozen dataclass with
slots to everyone who looks: `fields`, `replace`, `asdict`, `match`, `pickle`, `repr`, equality, hash.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar, cast, dataclass_transform

T = TypeVar("T")
AboutT = TypeVar("AboutT")
AnswerT = TypeVar("AnswerT")
More = ParamSpec("More")
MISSING: Any = object()
"""Stands for a default that a field has not."""
_NO_METHODS = dict.fromkeys(("init", "repr", "eq", "match_args"), False)  # what takes the time


class Field:
    """A field of a record, by the names that `dataclasses.Field` has; a dataclass takes it as its own."""

    def __init__(self, default: Any, default_factory: Any, metadata: Mapping[str, Any] | None) -> None:
        self.name, self.default, self.default_factory, self.metadata = "", default, default_factory, metadata or {}

    def value(self) -> Any:
        """What a record has where nothing is given; MISSING where something must be."""
        return self.default if self.default_factory is MISSING else self.default_factory()

    def __get__(self, _instance: object, _owner: type) -> Any:
        """The field as `dataclasses` makes it, which is who looks here."""
        import dataclasses

        known = {"default": self.default, "default_factory": self.default_factory}
        given = {name: value for name, value in known.items() if value is not MISSING}
        return dataclasses.field(**given, metadata=self.metadata)


def field(
    *, default: Any = MISSING, default_factory: Callable[[], Any] = MISSING, metadata: Mapping[str, Any] | None = None
) -> Any:
    """A field with a default, one that is made anew for each record, or words about it."""
    return Field(default, default_factory, metadata)


def fields(kind: Any) -> tuple[Field, ...]:
    """The fields of a record or of a dataclass, in their order."""
    known = vars(kind if isinstance(kind, type) else type(kind)).get("__fields__")
    if known is not None:
        return cast("tuple[Field, ...]", known)
    import dataclasses

    return tuple(_field(one.name, one) for one in dataclasses.fields(kind))


def has_fields(kind: type) -> bool:
    """Whether a class is a record or a dataclass."""
    return "__dataclass_fields__" in vars(kind)


def replace(one: T, **changes: Any) -> T:
    """A record with some of its values changed."""
    values = {name: getattr(one, name) for name in one.__slots__}  # type: ignore[attr-defined]
    return type(one)(**values | changes)


def remembered(ask: Callable[Concatenate[AboutT, More], AnswerT]) -> Callable[Concatenate[AboutT, More], AnswerT]:
    """The function with a memory of its last answer: what each format of an article asks in its turn is found once.

    Its first argument is what it is about: a value that never changes, told by being the same object. What else it is
    given must not change the answer.
    """
    last: tuple[object, Any] = (MISSING, None)  # one value, so that no thread ever sees half of it

    def asked(about: AboutT, /, *more: More.args, **named: More.kwargs) -> AnswerT:
        nonlocal last
        known, answer = last
        if known is not about:
            answer = ask(about, *more, **named)
            last = about, answer
        return cast("AnswerT", answer)

    return asked


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(kind: type[T]) -> type[T]:
    """The class with slots for its annotated names, as `dataclass(frozen=True, slots=True)` would make it.

    Records do not inherit from records. A method that is written in the class stays.
    """
    return _record(kind, kw_only=False)


@dataclass_transform(field_specifiers=(field,))
def open_record(kind: type[T]) -> type[T]:
    """A record in the making: its values may be set anew, and it has no hash."""
    return _record(kind, kw_only=False, frozen=False)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def named_record(kind: type[T]) -> type[T]:
    """A record whose values are given by name only."""
    return _record(kind, kw_only=True)


def _record(kind: type[T], *, kw_only: bool, frozen: bool = True) -> type[T]:
    names = tuple(kind.__annotations__)
    inside = {name: value for name, value in kind.__dict__.items() if name not in {"__dict__", "__weakref__"}}
    given = {name: _field(name, inside.pop(name, MISSING)) for name in names}
    ours = {
        "__slots__": names,
        "__fields__": tuple(given.values()),
        "__match_args__": () if kw_only else names,
        "__init__": _Filler(lambda made: _initialiser(made, given, kw_only=kw_only)),
        "__dataclass_fields__": _Late(lambda made: _plain(made, given, kw_only, **_NO_METHODS).__dataclass_fields__),
        "__dataclass_params__": _Late(lambda made: _plain(made, given, kw_only, frozen=frozen).__dataclass_params__),
        "__eq__": _equal,
        "__hash__": None,
        "__repr__": _repr,
        "__reduce__": _reduce,
        "__replace__": replace,
    } | (_FROZEN if frozen else {})
    made: type[T] = type(kind).__new__(type(kind), kind.__name__, kind.__bases__, ours | inside)
    return made


def _field(name: str, given: Any) -> Field:
    """A field by what a class says of it: nothing, a default, a field of ours or of the library's."""
    if isinstance(given, Field):
        made = given
    elif type(given).__module__ != "dataclasses":
        made = Field(given, MISSING, None)
    else:
        import dataclasses

        known = [MISSING if one is dataclasses.MISSING else one for one in (given.default, given.default_factory)]
        made = Field(known[0], known[1], given.metadata)
    made.name = name
    return made


class _Late:
    """An attribute of a class that is made when it is first looked at, and then takes this one's place."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        self._make = make

    def __set_name__(self, owner: type, name: str) -> None:
        self._owner, self._name = owner, name

    def __get__(self, instance: object, owner: type) -> Any:
        made = self._make(self._owner)
        setattr(self._owner, self._name, made)
        return made.__get__(instance, owner) if hasattr(made, "__get__") else made


class _Filler(_Late):
    """An `__init__` made for many: it takes as long to compile as the first few records to be set value by value."""

    left = 20  # records to be set so

    def __get__(self, instance: object, owner: type) -> Any:
        # From Python 3.13 on, who asks for a signature gives the class as the instance. Below: two threads may count at once.
        if not isinstance(instance, self._owner) or self.left <= 0:
            return super().__get__(instance, owner)
        self.left -= 1
        return partial(self._fill, instance)

    def _fill(self, one: Any, /, *values: Any, **named: Any) -> None:
        kind: Any = self._owner
        given = dict(zip(kind.__match_args__, values, strict=False)) | named
        filled = {part.name: part.value() for part in fields(kind) if part.name not in given} | given
        wanted = (len(values) + len(named), len(fields(kind)))
        if (len(given), len(filled)) != wanted or any(value is MISSING for value in filled.values()):
            super().__get__(None, kind)(one, *values, **named)  # says what is amiss
            return
        for name, value in filled.items():
            object.__setattr__(one, name, value)
        if hasattr(one, "__post_init__"):
            one.__post_init__()


def _initialiser(kind: Any, given: dict[str, Field], *, kw_only: bool) -> Callable[..., None]:
    """The `__init__` of a record: it sets each slot, then calls `__post_init__` where there is one."""
    known: dict[str, Any] = {"_made": _MADE}
    frozen = kind.__setattr__ is not object.__setattr__
    parameters, lines = ["self", *["*"][: kw_only and len(kind.__slots__)]], []
    for name in kind.__slots__:
        known[f"set_{name}"] = kind.__dict__[name].__set__
        known[f"default_{name}"], value = _default(name, given[name], known)
        parameters.append(name if known[f"default_{name}"] is MISSING else f"{name}=default_{name}")
        # Four times as fast, where it is not refused.
        lines.append(f" set_{name}(self, {value})" if frozen else f" self.{name} = {value}")
    if hasattr(kind, "__post_init__"):
        lines.append(" self.__post_init__()")
    source = f"def __init__({', '.join(parameters)}):\n" + ("\n".join(lines) or " pass")
    exec(source, known)  # noqa: S102 - the names of our own fields, as dataclasses does it
    known["__init__"].__qualname__ = f"{kind.__qualname__}.__init__"
    return known["__init__"]  # type: ignore[no-any-return]


_MADE = object()  # stands for a default that is made anew for each instance


def _default(name: str, given: Field, known: dict[str, Any]) -> tuple[Any, str]:
    """What a parameter is by default, and the expression of what its slot is set to."""
    if given.default_factory is MISSING:
        return given.default, name
    known[f"make_{name}"] = given.default_factory
    return _MADE, f"make_{name}() if {name} is _made else {name}"


def _plain(kind: Any, given: dict[str, Field], kw_only: bool, **flags: bool) -> Any:
    """A dataclass of the same fields, made by the library: what introspection is shown."""
    import dataclasses

    inside = {"__annotations__": kind.__annotations__, "__module__": kind.__module__, **given}
    return dataclasses.dataclass(kw_only=kw_only, **flags)(type(kind.__name__, (), inside))


def _values(one: Any) -> tuple[Any, ...]:
    return tuple([getattr(one, name) for name in one.__slots__])


def _equal(one: Any, other: object) -> bool:
    return _values(one) == _values(other) if other.__class__ is one.__class__ else NotImplemented


def _hash(one: Any) -> int:
    return hash(_values(one))


def _repr(one: Any) -> str:
    return f"{type(one).__qualname__}({', '.join(f'{name}={getattr(one, name)!r}' for name in one.__slots__)})"


def _refuse(one: object, name: str, *_value: object) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"{type(one).__name__} is frozen: {name!r} cannot be changed")


_FROZEN = {"__hash__": _hash, "__setattr__": _refuse, "__delattr__": _refuse}


def _reduce(one: Any) -> tuple[Any, tuple[Any, ...]]:
    return _again, (type(one), *_values(one))


def _again(kind: Any, *values: object) -> Any:
    return kind(**dict(zip(kind.__slots__, values, strict=True)))
