"""TOML from strangers is read at once, or refused."""

import time

import pytest

from newsexport import toml


def test_tables_and_their_values():
    assert toml.tables('a.b = 1\n[c.d]\ne = "x.y.z"\n') == {"a": {"b": 1}, "c": {"d": {"e": "x.y.z"}}}


@pytest.mark.parametrize("text", ["]", "a = \x00", "a = 1\na = 2"])
def test_what_is_no_toml_is_refused(text):
    with pytest.raises(ValueError, match=r"line 1|end of document"):
        toml.tables(text)


@pytest.mark.parametrize(
    "text",
    [
        "a." * 32_000 + "a = 1",
        "[" + "a . " * 16_000 + "a]",
        "x = {" + '"a".' * 16_000 + "a = 1}",
        "x = [{y = {" + "'a' .\t" * 10_000 + "b = 1}}]",
    ],
    ids=["dotted", "header", "in braces", "in a list"],
)
def test_a_key_without_end_is_refused_at_once(text):
    start = time.process_time()
    with pytest.raises(ValueError, match="more than 32 parts"):
        toml.tables(text)
    assert time.process_time() - start < 1


@pytest.mark.parametrize("text", ["x = " + "[" * 30_000, "x = " + "{a=" * 20_000])
def test_values_without_end_are_refused(text):
    with pytest.raises(ValueError, match=r"nested too deep|line 1"):
        toml.tables(text)


@pytest.mark.parametrize(
    "text", ["a" * 64_000, "a " * 32_000, "a. " * 20 + "\n", '"' * 64_000, "." * 64_000, "'" + "a." * 30_000]
)
def test_the_check_of_keys_takes_no_time_on_its_worst_input(text):
    start = time.process_time()
    with pytest.raises(ValueError, match=r"at line|end of document|more than"):
        toml.tables(text)
    assert time.process_time() - start < 1


def test_words_in_a_value_are_no_key():
    text = 'x = "' + "One word. Another. " * 40 + '"'
    assert toml.tables(text)["x"].startswith("One word.")
