"""No pattern that meets an article's text can hang: each is timed on 100 kB of bad inputs, or on as much as its caller lets it see."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import time
from collections.abc import Iterator
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

import pytest

import newsexport.analysis
import newsexport.datewords
import newsexport.reader
from newsexport.patterns import SIGNS, Headed, Lazy
from newsexport.reader import read_bytes

LIMIT = 1.0  # seconds for 100 kB, usually a thousandth of it; a pattern that is not linear takes minutes
SEEDS = (
    "a", "A", "By ", "By A", "A b ", "A, ", "(a) ", "1", "1. ", "-", "- ", "--", " ", "\t", ".", "…", "a@", "a@b.", "https://", "http://a/", "(", ")", "((", "[",
    "“a” ", "\"", "’", "|", "a|", "·", "#", "# ", "*", "**a", "=", ":", "a: ", "记者", "北京", "新华社北京", "기자 ", "á", "é ", "©", "Photo: ", "Photo ", "AFP/", "contributed ",
    "A/", "A and ", "A, B (C) - ", "Ana Lopez, ", "VALE, April 21 (AGENCY) ", "21 April 2024 ", "\u00a0", "\u0301", "x-", "nln0124 3 ", "^BC-",
)  # fmt: skip


CAPS = {
    "analysis._entities._HALF": 24,
    "analysis._quotations._JOINT": 130,
    "analysis._timeline._LED": 20,
    "reader._datelines._EASTERN": 120,
    "reader._marks._END": 30,
    "reader._blocks._HEADING": 200,
    "reader.vendors._factiva_plain._WORDS": 30,
    "reader.vendors._markdown_blocks.HEADING": 500,
    "reader.vendors._nexis._LABEL": 40,
    "reader.vendors.nexis.COUNTER": 120,
}
"""Characters of a text that its caller lets such a pattern see: they are not linear beyond."""
SEARCHING = ("search", "findall", "finditer", "sub", "subn", "split")


def modules() -> Iterator[ModuleType]:
    """Every module that reads or derives facts, those included that are imported only when they are met."""
    for package in (newsexport.reader, newsexport.datewords, newsexport.analysis):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(found.name)


def inside(value: object) -> Iterator[re.Pattern[Any]]:
    """The patterns in a module's value, however deep in tuples and tables."""
    if isinstance(value, re.Pattern | Lazy):
        yield value  # type: ignore[misc]
    elif isinstance(value, tuple | list | set | frozenset):
        for part in value:
            yield from inside(part)
    elif isinstance(value, dict):
        yield from inside(tuple(value.values()))


def called(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Each method called on a plain name: ("_TIME", "finditer")."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
            yield getattr(node.value, "id", getattr(node.value, "attr", "")), node.attr


TREES = {module.__name__: ast.parse(inspect.getsource(module)) for module in modules()}
CALLED = {name: set(called(tree)) for name, tree in TREES.items()}
EVERYWHERE = set().union(*CALLED.values())


def is_searched(module: str, name: str) -> bool:
    """Whether a pattern is looked for anywhere in a text, by its own room or, if it is a public one, by any."""
    seen = CALLED[module] if name.startswith("_") else EVERYWHERE
    return any((name, method) in seen for method in SEARCHING)


def patterns() -> list[object]:
    found = {}
    for module in modules():
        for name, value in vars(module).items():
            for number, pattern in enumerate(inside(value)):
                label = f"{module.__name__.removeprefix('newsexport.')}.{name}"
                searched = is_searched(module.__name__, name) or not isinstance(value, re.Pattern | Lazy)
                found[pattern.pattern] = pytest.param(
                    pattern, CAPS.get(label, 100_000), searched, id=f"{label}.{number}" if number else label
                )
    return list(found.values())


@pytest.mark.parametrize(("pattern", "cap", "searched"), patterns())
def test_a_pattern_takes_no_time_on_its_worst_input(pattern: re.Pattern[Any], cap: int, searched: bool) -> None:
    worst = 0.0
    for seed in SEEDS:
        text = f"{seed * (cap // len(seed))}!"
        given = text.encode() if isinstance(pattern.pattern, bytes) else text
        start = time.process_time()
        pattern.match(given)
        pattern.fullmatch(given)
        if searched:
            pattern.search(given)
        worst = max(worst, time.process_time() - start)
    assert worst < LIMIT


END = "\n"


def openings(tree: Any, heads: set[str]) -> set[str]:
    """What the texts that a parsed pattern matches may open with behind their signs: five small letters, or fewer and their end."""
    for kind, value in tree:
        live = {head for head in heads if len(head) < 5 and not head.endswith(END)}
        heads = (heads - live) | _step(kind, value, live)
    return heads


def _step(kind: Any, value: Any, live: set[str]) -> set[str]:
    if kind is code.BRANCH:
        return set().union(*(openings(branch, live) for branch in value[1]))
    if kind is code.SUBPATTERN:
        return openings(value[3], live)
    if kind in (code.MAX_REPEAT, code.MIN_REPEAT):
        least, most, inner = value
        times = [live]
        for _ in range(min(most, 6)):
            times.append(openings(inner, times[-1]))
        return set().union(*times[min(least, 6) :])
    if kind is code.AT:
        return {head + END for head in live} if value is code.AT_END_STRING else live
    if kind in (code.ASSERT, code.ASSERT_NOT):
        return live
    return {_head(head, char) for char in _characters(kind, value) for head in live}


def _head(head: str, char: str) -> str:
    return (
        head if not head and char in SIGNS else (head + char.replace("ı", "i").casefold())[:5]
    )  # as re.IGNORECASE takes it


def _characters(kind: Any, value: Any) -> Iterator[str]:
    if kind is code.LITERAL:
        yield chr(value)
    elif kind is code.RANGE:
        yield from map(chr, range(value[0], value[1] + 1))
    elif kind is code.IN:
        for one in value:
            yield from _characters(*one)
    elif value is code.CATEGORY_SPACE:
        yield " "
    elif value is code.CATEGORY_DIGIT:
        yield from "0123456789"
    else:  # anything: a pattern with heads may not have it among its first letters
        yield "?"


HEADED = {
    param.id: param.values[0]  # type: ignore[attr-defined]
    for param in patterns()
    if isinstance(param.values[0], Headed)  # type: ignore[attr-defined]
}


@pytest.mark.parametrize("pattern", HEADED.values(), ids=HEADED)
def test_the_heads_of_a_pattern_are_what_its_matches_open_with(pattern: Headed) -> None:
    parsed = _parser.parse(pattern.pattern, pattern.flags_given)
    found = {head.removesuffix(END) for head in openings(parsed, {""})}
    assert {head for head in found if not any(head[:many] in pattern.heads for many in range(1, 6))} == set()
    assert {head for head in pattern.heads if not any(one.startswith(head) for one in found)} == set()


def test_no_pattern_is_hidden_in_a_function() -> None:
    hidden = [
        f"{name}:{node.lineno}"
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
        and not isinstance(node.args[0], ast.JoinedStr)
    ]  # fmt: skip
    assert hidden == []


@pytest.mark.parametrize("seed", SEEDS)
def test_a_line_of_100_kb_is_read_in_time(seed: str) -> None:
    start = time.process_time()
    line = (seed * 100_000)[:100_000]
    read_bytes(f"Bridge over the Vale\n\n{line}\n\nThe end of it.\n{line}".encode(), name="worst.txt")
    assert time.process_time() - start < 2 * LIMIT


@pytest.mark.parametrize(
    "lines",
    [
        "\n",
        "a\n",
        "- a\n",
        "Bridge: a\n",
        "– a b.\n",
        "-a b\n",
        "a b c\n",
        "1. a\n",
        "***\n",
        "By Ana Lopez\n\n",
        "    a b   c\n",
        "\u200b\n",
    ],
)
def test_a_file_of_many_short_lines_is_read_in_time(lines: str) -> None:
    start = time.process_time()
    read_bytes(f"Bridge over the Vale\n\n{lines * 20_000}The bridge reopened.".encode(), name="many.txt")
    assert time.process_time() - start < 6
