"""Names are given once, in the order of the sources, and never twice; a state is what a run goes on from."""

import time

import pytest

from newsexport.batch._state import Known, State
from newsexport.batch.runner import Shard
from newsexport.errors import OptionError


@pytest.fixture
def state(tmp_path):
    made = State(tmp_path / "state.db")
    made.begin()
    yield made
    made.close()


def test_a_name_that_is_taken_gets_a_number(state):
    assert [state.claim(f"s{n}", 1, wanted) for n, wanted in enumerate(["a", "a", "A", "a-2", "á", "a\u0301"])] == [
        "a", "a-2", "A-3", "a-2-2", "á", "a\u0301-2",
    ]  # fmt: skip


def test_a_name_once_given_stays(state):
    assert [state.claim("one", 1, "a"), state.claim("two", 1, "a")] == ["a", "a-2"]
    state.again()
    assert [state.claim("two", 1, "a"), state.claim("one", 1, "a")] == ["a-2", "a"]


def test_names_are_given_in_the_order_of_the_sources_not_of_their_reading(state):
    for source in ("one", "two", "three"):
        state.identify(source, source)
    for order, source in ((2, "three"), (0, "one"), (1, "two")):
        state.want(order, source, f"{order}" * 64, ("a", "b"))
    state.settle("{slug}", numbered=True)

    assert [state.names(source, "{slug}")[1] for source in ("one", "two", "three")] == [
        ("a", "b"), ("a-2", "b-2"), ("a-3", "b-3"),
    ]  # fmt: skip
    assert state.names("one", "{date}") == (None, ())


def test_without_numbers_a_name_that_is_taken_gets_a_part_of_its_hash(state):
    assert [state.claim("one", 1, "a", "0" * 8), state.claim("two", 1, "a", "1" * 8)] == ["a", "a-11111111"]


def test_ten_thousand_articles_of_one_title_cost_no_more_than_each_its_own(state):
    start = time.process_time()
    for number in range(10_000):
        state.claim(f"s{number}", 1, "undated")
    assert time.process_time() - start < 5


def test_a_source_that_moved_is_the_same_and_one_from_elsewhere_is_another(tmp_path, state):
    here, there = tmp_path / "a.txt", tmp_path / "b.txt"
    here.touch()
    assert state.identify("a.txt", str(here)) == "a.txt"
    assert state.identify("a.txt", str(here)) is None
    assert state.identify("a.txt", str(there)) == "a.txt#2"
    state.again()
    here.unlink()
    assert state.identify("a.txt", str(there)) == "a.txt"


def test_what_was_not_committed_is_not_there_after_a_kill(tmp_path):
    killed = State(tmp_path / "state.db")
    killed.begin()
    killed.written("a", "pdf", Known("a.pdf", "f", "s", 1))
    killed.commit()
    killed.written("b", "pdf", Known("b.pdf", "f", "s", 1))
    killed._data.close()  # as the system closes what a process leaves

    found = State(tmp_path / "state.db")
    assert [known.path for known in found.outputs()] == ["a.pdf"]
    assert found.begin() is False
    found.end()
    assert found.begin() is True
    found.close()


def test_a_plan_changes_nothing(tmp_path, state):
    state.claim("one", 1, "a")
    state.commit()
    copy = State.copy(tmp_path / "state.db")
    copy.begin()
    assert copy.claim("two", 1, "a") == "a-2"
    copy.close()

    assert state.claim("three", 1, "a") == "a-2"


def test_a_file_that_is_no_state_is_said(tmp_path):
    (tmp_path / "state.db").write_bytes(b"nothing of the kind" * 100)

    with pytest.raises(OptionError, match="the state file cannot be used"):
        State(tmp_path / "state.db")


def test_a_state_of_another_version_is_said(tmp_path):
    import sqlite3

    with sqlite3.connect(tmp_path / "state.db") as data:
        data.execute("PRAGMA user_version = 99")
    data.close()

    with pytest.raises(OptionError, match="another newsexport"):
        State(tmp_path / "state.db")


def test_every_source_is_in_one_shard_and_those_that_want_one_name_in_the_same():
    places = [f"{n % 7}/{n}.txt" for n in range(1000)]
    shards = [Shard(number, 4) for number in range(1, 5)]

    for place in places:
        assert sum(shard.holds(place) for shard in shards) == 1
    assert all(200 < sum(map(shard.holds, places)) < 300 for shard in shards)
    assert all(shard.holds("a/B.txt") == shard.holds("A/b.md") for shard in shards)
