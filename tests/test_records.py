"""A record is to its users what the frozen dataclass of the library is."""

from __future__ import annotations

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace

import pytest

from newsexport.records import MISSING, Record, remembered
from newsexport.records import field as ours
from newsexport.records import fields as known_fields
from newsexport.records import replace as ours_replaced


class Ours(Record):
    """A place and its people."""

    name: str
    people: int = 3
    tags: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.people < 0:
            raise ValueError("nobody lives here")

    @property
    def crowd(self) -> bool:
        return self.people > 2


@dataclass(frozen=True, slots=True)
class Theirs:
    name: str
    people: int = 3
    tags: list[str] = field(default_factory=list)


class Named(Record, kw_only=True):
    kind: str = "ferry"
    late: bool


class Bare(Record):
    pass


@pytest.mark.parametrize("kind", [Ours, Theirs])
def test_a_record_is_seen_as_a_dataclass(kind):
    assert is_dataclass(kind)
    assert [(one.name, one.default, one.type) for one in fields(kind)] == [
        (one.name, one.default, one.type) for one in fields(Theirs)
    ]
    assert asdict(kind("Vale", 7)) == {"name": "Vale", "people": 7, "tags": []}
    assert repr(kind("Vale")) == f"{kind.__name__}(name='Vale', people=3, tags=[])"
    assert str(inspect.signature(kind)).startswith("(name")
    assert kind.__match_args__ == ("name", "people", "tags")
    assert not hasattr(kind("Vale"), "__dict__")


@pytest.mark.parametrize("kind", [Ours, Theirs])
def test_a_record_is_compared_copied_and_changed_as_one(kind):
    one = kind("Vale", tags=["port"])
    assert one == kind("Vale", 3, ["port"]) != kind("Skerry")
    assert one != ("Vale", 3, ["port"])
    for again in (pickle.loads(pickle.dumps(one)), copy.deepcopy(one), replace(one)):  # noqa: S301 - our own bytes
        assert again == one
        assert type(again) is kind
    assert replace(one, people=1) == kind("Vale", 1, ["port"])
    match one:
        case kind(name, people):
            assert (name, people) == ("Vale", 3)
    with pytest.raises(FrozenInstanceError):
        one.name = "Skerry"
    with pytest.raises(FrozenInstanceError):
        del one.name
    with pytest.raises(TypeError):
        kind()
    with pytest.raises(TypeError):
        kind("Vale", town="Skerry")


def test_values_are_checked_and_defaults_are_made_for_each():
    with pytest.raises(ValueError, match="nobody"):
        Ours("Vale", -1)
    assert Ours("Vale").crowd
    assert Ours("Vale").tags is not Ours("Vale").tags
    assert hash(Named(late=True)) == hash(Named(late=True))


def test_a_named_record_takes_names_only_and_a_bare_one_nothing():
    assert Named(late=False).kind == "ferry"
    assert pickle.loads(pickle.dumps(Named(late=True, kind="bus"))) == Named(kind="bus", late=True)  # noqa: S301
    with pytest.raises(TypeError):
        Named("ferry", True)
    assert Bare() == Bare()
    assert repr(Bare()) == "Bare()"
    assert fields(Bare) == ()


def test_nothing_is_compiled_before_it_is_needed():
    class Fresh(Record):
        name: str = ""

    late = type(Fresh.__dict__["__init__"])
    for count in range(60):
        assert Fresh(str(count)).name == str(count)
        assert (type(Fresh.__dict__["__init__"]) is late) == (count < 40)
    assert "__dataclass_fields__" not in Fresh.__dict__
    assert is_dataclass(Fresh)
    assert type(Fresh) is type


@pytest.mark.parametrize("made", [0, 60])
@pytest.mark.parametrize(
    ("values", "named"), [((), {}), (("a", 1, [], 2), {}), (("a",), {"name": "b"}), (("a",), {"x": 1})]
)
def test_what_is_given_amiss_is_refused_in_the_words_of_python(made, values, named):
    class Fresh(Record):
        name: str
        people: int = 3
        tags: list[str] = field(default_factory=list)

    for _ in range(made):
        Fresh("Vale")
    with pytest.raises(TypeError) as theirs:
        Theirs(*values, **named)
    with pytest.raises(TypeError) as found:
        Fresh(*values, **named)
    assert str(found.value).rpartition("__init__()")[2] == str(theirs.value).rpartition("__init__()")[2]
    assert Fresh("Vale", 7) == Fresh(people=7, name="Vale") != Fresh("Vale")
    assert Fresh("Vale").tags is not Fresh("Vale").tags
    with pytest.raises(TypeError):
        Bare(1)


@dataclass(frozen=True)
class Given:
    """A dataclass of the library whose fields are ours."""

    width: int = ours(default=72, metadata={"help": "Columns."})
    tags: list[str] = ours(default_factory=list)


def test_our_fields_are_the_librarys_to_a_dataclass():
    assert Given() == Given(72, [])
    assert [one.default for one in known_fields(Given)] == [72, MISSING]
    assert [one.metadata.get("help") for one in fields(Given)] == ["Columns.", None]


class Draft(Record, frozen=False):
    """A record in the making."""

    name: str
    found: list[str] = ours(default_factory=list)


def test_an_open_record_may_change_and_is_no_key():
    one = Draft("Vale")
    one.name = "Dale"
    one.found.append("a bridge")
    assert one == Draft("Dale", ["a bridge"])
    assert Draft("Vale").found == []
    with pytest.raises(TypeError):
        hash(one)


def test_a_record_with_other_values_is_another_record():
    one = Ours("Vale")
    assert ours_replaced(one, people=4) == replace(one, people=4) == Ours("Vale", 4)
    with pytest.raises(TypeError):
        ours_replaced(one, mayor="Ana")


def test_what_is_remembered_is_asked_once_for_each_value_in_turn():
    asked = []

    @remembered
    def crowd(place, extra=0):
        asked.append(place.name)
        return place.people + extra

    vale, ferry, twin = Ours("Vale", 7), Ours("Ferry"), Ours("Vale", 7)

    assert [crowd(vale), crowd(vale, extra=0), crowd(ferry), crowd(vale), crowd(twin)] == [7, 7, 3, 7, 7]
    assert asked == ["Vale", "Ferry", "Vale", "Vale"]
