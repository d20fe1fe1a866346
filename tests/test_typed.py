"""The words of `typing` that we have at a small part of their price are to their users what `typing`'s are."""

from __future__ import annotations

import copy
import inspect
import pickle
import subprocess
import sys
import typing
from types import UnionType

import pytest

from newsexport.records import Generic, Literal, NamedTuple, Record, choices, hints, made_of


class Ours(NamedTuple):
    """A place and its people."""

    name: str
    people: int = 3
    tags: tuple[str, ...] = ()

    @property
    def crowd(self) -> bool:
        return self.people > 2

    def twin(self) -> Ours:
        return self._replace(name="Twin")


class Theirs(typing.NamedTuple):
    """A place and its people."""

    name: str
    people: int = 3
    tags: tuple[str, ...] = ()


class Alone(NamedTuple):
    word: str


@pytest.mark.parametrize("kind", [Ours, Theirs])
def test_a_named_tuple_is_seen_as_one(kind):
    one = kind("Vale", 7)
    assert issubclass(kind, tuple)
    assert type(kind) is type
    assert one == ("Vale", 7, ()) == kind(people=7, name="Vale")
    assert (one.name, one[1], len(one), hash(one)) == ("Vale", 7, 3, hash(("Vale", 7, ())))
    assert kind._fields == kind.__match_args__ == ("name", "people", "tags")
    assert kind._field_defaults == {"people": 3, "tags": ()}
    assert one._asdict() == {"name": "Vale", "people": 7, "tags": ()}
    assert repr(one) == f"{kind.__name__}(name='Vale', people=7, tags=())"
    assert kind._make(["Vale", 7, ()]) == one
    assert list(inspect.signature(kind).parameters) == ["name", "people", "tags"]
    assert kind.__doc__ == "A place and its people."
    assert typing.get_type_hints(kind) == {"name": str, "people": int, "tags": tuple[str, ...]}
    assert not hasattr(one, "__dict__")
    match one:
        case kind(name, people=people):
            assert (name, people) == ("Vale", 7)


@pytest.mark.parametrize("kind", [Ours, Theirs])
def test_a_named_tuple_is_copied_changed_and_never_set(kind):
    one = kind("Vale", tags=("port",))
    for again in (pickle.loads(pickle.dumps(one)), copy.deepcopy(one), copy.copy(one), one._replace()):  # noqa: S301 - our own
        assert again == one
        assert type(again) is kind
    assert one._replace(people=1) == ("Vale", 1, ("port",))
    with pytest.raises(AttributeError):
        one.name = "Skerry"
    with pytest.raises(AttributeError):
        one.mayor = "Ana"
    with pytest.raises((TypeError, ValueError)):
        one._replace(mayor="Ana")
    for values, named in (((), {}), (("a", 1, (), 2), {}), (("a",), {"name": "b"}), (("a",), {"x": 1})):
        with pytest.raises(TypeError, match=r"__new__\(\)"):
            kind(*values, **named)


def test_what_stands_in_the_class_of_a_named_tuple_stays():
    assert Ours("Vale").crowd
    assert Ours("Vale").twin() == Ours("Twin")
    assert Alone("sea") == ("sea",)


def test_nothing_is_compiled_before_many_tuples_are_made():
    class Fresh(NamedTuple):
        name: str

    late = type(Fresh.__dict__["__new__"])
    assert late is not staticmethod
    assert list(inspect.signature(Fresh).parameters) == ["name"]
    assert {Fresh("Vale").name for _ in range(10)} == {"Vale"}
    assert type(Fresh.__dict__["__new__"]) is late
    assert {Fresh("Vale").name for _ in range(100)} == {"Vale"}
    assert type(Fresh.__dict__["__new__"]) is staticmethod


Side = Literal["left", "right"]
TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any


class Column(Record):
    """A record whose module has some of its words for the type checker only."""

    side: Side
    other: Side | None = None
    file: Path | None = None
    least: typing.Optional[typing.Literal[1, 2]] = None  # noqa: UP045 - as a plugin may write it
    more: Any = None


def test_the_types_of_a_record_are_known_and_what_they_are_made_of():
    types = hints(Column)
    assert list(types) == ["side", "other", "file", "least", "more"]
    assert made_of(types["side"]) == (Literal, ("left", "right"))
    assert made_of(types["other"]) == (UnionType, (Side, type(None)))
    assert made_of(types["least"])[0] is UnionType
    assert made_of(made_of(types["least"])[1][0]) == (Literal, (1, 2))
    assert made_of(int) == (None, ())
    assert choices(Side) == choices(typing.Literal["left", "right"]) == ("left", "right")


class Box(Record, Generic["T"], kw_only=True):  # noqa: F821 - only the type checker knows it
    inside: object


def test_a_generic_record_may_be_written_with_its_type():
    assert Box[int](inside=3) == Box(inside=3)
    assert not hasattr(Box(inside=3), "__dict__")


def test_records_come_without_typing():
    code = f"import sys; sys.path[:0] = {sys.path!r}; import newsexport.records; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    assert {"typing", "dataclasses", "inspect", "newsexport.records"} & set(done.stdout.split()) == {
        "newsexport.records"
    }
