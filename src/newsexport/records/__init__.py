"""Frozen dataclasses and named tuples whose methods are made when somebody needs them.

`dataclasses.dataclass` compiles seven functions for each class, half a millisecond, and to import `dataclasses` takes
seven; a run for one article defines sixty classes and makes instances of a dozen. A record is a frozen dataclass with
slots to everyone who looks: `fields`, `replace`, `asdict`, `match`, `pickle`, `repr`, equality, hash.

`NamedTuple`, `Literal` and `Generic` are `typing`'s own to the type checker. To import `typing` takes three milliseconds,
and its named tuples a tenth of one each: what a run for one article loads takes these three from here, and any other
word of `typing` where only the type checker looks.
"""

from __future__ import annotations

from functools import partial

from newsexport.records._typed import Generic, Late, Literal, NamedTuple, choices

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, Concatenate, ParamSpec, TypeVar, dataclass_transform

    T = TypeVar("T")
    AboutT = TypeVar("AboutT")
    AnswerT = TypeVar("AnswerT")
    More = ParamSpec("More")
else:

    def dataclass_transform(**_told):
        """What tells the type checker how a record is made; here it changes nothing."""
        return lambda maker: maker


__all__ = [
    "MISSING",
    "Field",
    "Generic",
    "Literal",
    "NamedTuple",
    "choices",
    "field",
    "fields",
    "has_fields",
    "hints",
    "made_of",
    "named_record",
    "open_record",
    "record",
    "remembered",
    "replace",
]
MISSING: Any = object()
"""Stands for a default that a field has not."""
_MADE: Any = object()  # stands for a default that is made anew for each record
_put = object.__setattr__
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
        from newsexport.records._shown import as_theirs

        return as_theirs(self)


def field(
    *, default: Any = MISSING, default_factory: Callable[[], Any] = MISSING, metadata: Mapping[str, Any] | None = None
) -> Any:
    """A field with a default, one that is made anew for each record, or words about it."""
    return Field(default, default_factory, metadata)


def fields(kind: Any) -> tuple[Field, ...]:
    """The fields of a record or of a dataclass, in their order."""
    known: tuple[Field, ...] | None = vars(kind if isinstance(kind, type) else type(kind)).get("__fields__")
    if known is None:
        from newsexport.records._shown import fields_of_theirs

        return fields_of_theirs(kind)
    return known


def has_fields(kind: type) -> bool:
    """Whether a class is a record or a dataclass."""
    return "__dataclass_fields__" in vars(kind)


def hints(kind: type) -> dict[str, Any]:
    """The type of each field of a record or of a dataclass, by its name."""
    from newsexport.records._shown import types_of

    return types_of(kind)


def made_of(kind: Any) -> tuple[Any, tuple[Any, ...]]:
    """What a type of `hints` is made of: its origin (`UnionType`, our `Literal`, `tuple`; else None), and its parts."""
    from newsexport.records import _shown

    return _shown.made_of(kind)


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
        found: AnswerT = answer
        return found

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
        "__dataclass_fields__": Late(
            lambda made: _dataclass(made, kw_only=kw_only, **_NO_METHODS).__dataclass_fields__
        ),
        "__dataclass_params__": Late(
            lambda made: _dataclass(made, kw_only=kw_only, frozen=frozen).__dataclass_params__
        ),
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
        from newsexport.records._shown import as_ours

        made = as_ours(given)
    made.name = name
    return made


class _Filler(Late):
    """An `__init__` made for many: it takes as long to compile as the first few records to be set value by value."""

    left = 40  # records to be set so
    _names: set[str] | None = None

    def __get__(self, instance: object, owner: type) -> Any:
        # From Python 3.13 on, who asks for a signature gives the class as the instance. Below: two threads may count at once.
        if not isinstance(instance, self._owner) or self.left <= 0:
            return super().__get__(instance, owner)
        self.left -= 1
        return partial(self._fill, instance)

    def _fill(self, one: Any, /, *values: Any, **named: Any) -> None:
        if self._names is None:
            self._learn()
        kind: Any = self._owner
        given = dict(zip(kind.__match_args__, values, strict=False)) | named
        filled = self._defaults | given
        if len(given) != len(values) + len(named) or filled.keys() != self._names:
            super().__get__(None, kind)(one, *values, **named)  # says what is amiss
            return
        for name, value in filled.items():
            _put(one, name, value if value is not _MADE else self._made[name]())
        if hasattr(one, "__post_init__"):
            one.__post_init__()

    def _learn(self) -> None:
        """What is given where nothing is said, and what makes it: known when the first record is set."""
        known = fields(self._owner)
        self._names = {one.name for one in known}
        self._made = {one.name: one.default_factory for one in known if one.default_factory is not MISSING}
        plain = {one.name: one.default for one in known if one.default is not MISSING}
        self._defaults = plain | dict.fromkeys(self._made, _MADE)


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


def _default(name: str, given: Field, known: dict[str, Any]) -> tuple[Any, str]:
    """What a parameter is by default, and the expression of what its slot is set to."""
    if given.default_factory is MISSING:
        return given.default, name
    known[f"make_{name}"] = given.default_factory
    return _MADE, f"make_{name}() if {name} is _made else {name}"


def _dataclass(kind: Any, **flags: bool) -> Any:
    from newsexport.records._shown import as_dataclass

    return as_dataclass(kind, **flags)


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
