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

__all__ = [
    "MISSING", "Field", "Generic", "Literal", "NamedTuple", "Record", "choices",
    "field", "fields", "has_fields", "hints", "made_of", "remembered", "replace",
]  # fmt: skip
MISSING: Any = object()
"""Stands for a default that a field has not."""
_MADE: Any = object()  # stands for a default that is made anew for each record


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
    known: tuple[Field, ...] | None = getattr(kind, "__fields__", None)
    if known is None:
        from newsexport.records._shown import fields_of_theirs

        return fields_of_theirs(kind)
    return known


def has_fields(kind: type) -> bool:
    """Whether a class is a record or a dataclass."""
    return hasattr(kind, "__fields__") or "__dataclass_fields__" in vars(kind)


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
        return answer  # type: ignore[no-any-return]

    return asked


class _Shown(Late):
    """What `dataclasses` looks for, made for each class of records when it does."""

    def __get__(self, _instance: object, owner: type) -> Any:
        from newsexport.records._shown import as_dataclass

        made = getattr(as_dataclass(owner, **self._make(owner)), self._name)
        setattr(owner, self._name, made)
        return made


class _Values:  # noqa: PLW1641 - a record that may change is no key
    """What all records can do."""

    __slots__: tuple[str, ...] = ()
    __dataclass_fields__ = _Shown(lambda _kind: dict.fromkeys(("init", "repr", "eq", "match_args"), False))  # take time
    __dataclass_params__ = _Shown(lambda kind: {"frozen": issubclass(kind, _Frozen)})

    def __eq__(self, other: object) -> bool:
        return _values(self) == _values(other) if other.__class__ is self.__class__ else NotImplemented

    def __repr__(self) -> str:
        said = [f"{name}={getattr(self, name)!r}" for name in self.__slots__]
        return f"{type(self).__qualname__}({', '.join(said)})"

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        return _again, (type(self), *_values(self))

    __replace__ = replace


class _Frozen(_Values):
    """What keeps a record as it is."""

    __slots__ = ()

    def __hash__(self) -> int:
        return hash(_values(self))

    def __setattr__(self, name: str, _value: object) -> None:
        _refuse(self, name)

    def __delattr__(self, name: str) -> None:
        _refuse(self, name)


class _RecordMaker(type):
    """Makes a class of annotated names into a record's, of which this is not the class: it leaves no trace."""

    def __new__(
        cls, name: str, bases: tuple[type, ...], inside: dict[str, Any], *, frozen: bool = True, kw_only: bool = False
    ) -> Any:
        """The class; the one that all are made of where there is none below it."""
        if not bases:
            return super().__new__(cls, name, bases, inside)
        names = tuple(inside.get("__annotations__", ()))
        said = {one: inside.pop(one, MISSING) for one in names}
        inside |= {
            "__slots__": names,
            "__match_args__": () if kw_only else names,
            "__fields__": Late(lambda _made: tuple([_field(one, given) for one, given in said.items()])),
        }
        inside.setdefault("__init__", _Filler(lambda made: _initialiser(made, kw_only=kw_only)))
        others = [base for base in bases if not isinstance(base, _RecordMaker)]
        return type(name, (_Frozen if frozen else _Values, *others), inside)


if TYPE_CHECKING:

    @dataclass_transform(frozen_default=True, field_specifiers=(field,))
    class Record:  # noqa: D101 - below
        def __init_subclass__(cls, *, frozen: bool = True, kw_only: bool = False) -> None: ...

else:

    class Record(metaclass=_RecordMaker):
        """A class with slots for its annotated names, as `dataclass(frozen=True, slots=True)` would make it.

        `class Draft(Record, frozen=False)` is one in the making: its values may be set anew, and it has no hash; with
        `kw_only=True` values are given by name only. Records do not inherit from records; a method that is written in the
        class stays. The module has `from __future__ import annotations`.
        """


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
            object.__setattr__(one, name, value if value is not _MADE else self._made[name]())
        if hasattr(one, "__post_init__"):
            one.__post_init__()

    def _learn(self) -> None:
        """What is given where nothing is said, and what makes it: known when the first record is set."""
        known = fields(self._owner)
        self._names = {one.name for one in known}
        self._made = {one.name: one.default_factory for one in known if one.default_factory is not MISSING}
        plain = {one.name: one.default for one in known if one.default is not MISSING}
        self._defaults = plain | dict.fromkeys(self._made, _MADE)


def _initialiser(kind: Any, *, kw_only: bool) -> Callable[..., None]:
    """The `__init__` of a record: it sets each slot, then calls `__post_init__` where there is one."""
    known: dict[str, Any] = {"_made": _MADE}
    frozen = kind.__setattr__ is not object.__setattr__
    parameters, lines = ["self", *["*"][: kw_only and len(kind.__slots__)]], []
    for one in kind.__fields__:
        name = one.name
        known[f"set_{name}"] = kind.__dict__[name].__set__
        known[f"default_{name}"], value = _default(name, one, known)
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


def _values(one: Any) -> tuple[Any, ...]:
    return tuple([getattr(one, name) for name in one.__slots__])


def _refuse(one: object, name: str) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"{type(one).__name__} is frozen: {name!r} cannot be changed")


def _again(kind: Any, *values: object) -> Any:
    return kind(**dict(zip(kind.__slots__, values, strict=True)))
