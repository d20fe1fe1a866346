r"""Each case of `cases/*.md`: a title, a text, and what the reader must say of it.

The expectation names each stretch of lines with its role, in order, then the fields that matter. `\\uXXXX` stands for a character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsexport.model import Article, ListBlock, Moment, texts
from newsexport.reader import account, read_bytes, source_text

HERE = Path(__file__).parent / "cases"
CASE = re.compile(
    r"^## (?P<title>.+?)\n+````text\n(?P<input>.*?)\n````\n+````text\n(?P<expected>.*?)\n````$",
    re.DOTALL | re.MULTILINE,
)


def cases() -> Iterator[object]:
    for path in sorted(HERE.glob("*.md")):
        text = path.read_text("utf-8")
        found = list(CASE.finditer(text))
        assert len(found) == len(re.findall("^## ", text, re.MULTILINE)), f"a case of {path.name} is not well formed"
        for case in found:
            yield pytest.param(
                unescaped(case["input"]), unescaped(case["expected"]), id=f"{path.stem}: {case['title']}"
            )


def unescaped(text: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text)


@pytest.mark.parametrize(("text", "expected"), list(cases()))
def test_the_text_is_understood_as_its_case_says(text: str, expected: str) -> None:
    articles = read_bytes(text.encode())
    roles = [line for line in expected.split("\n") if re.match(r"\d", line)]
    facts = [line for line in expected.split("\n") if line and line not in roles]
    assert [role for article in articles for role in roles_of(article)] == roles
    said = [fact for article in articles for fact in facts_of(article)]
    assert [fact for fact in facts if fact not in said] == [], "\n".join(said)
    there = account(articles, source_text(text.encode()))
    assert (there.lost, there.invented) == (0, 0)


def roles_of(article: Article) -> Iterator[str]:
    for entry in article.provenance.trace:
        first, last = entry.lines
        yield f"{first} {entry.role}" if first == last else f"{first}-{last} {entry.role}"


def facts_of(article: Article) -> Iterator[str]:
    for name in (
        "kicker",
        "headline",
        "standfirst",
        "language",
        "source",
        "section",
        "slug",
        "url",
        "rights",
        "signoff",
    ):
        yield f"{name}: {getattr(article, name)}"
    yield f"keywords: {', '.join(article.keywords)}"
    for name in ("published", "updated"):
        moment: Moment | None = getattr(article, name)
        yield f"{name}: {moment.raw} = {moment.value}" if moment else f"{name}: None"
    if article.byline:
        yield f"byline: {article.byline.raw}"
        yield from (
            f"author: {author.name}" + (f", {author.role}" if author.role else "") for author in article.byline.authors
        )
    if article.dateline:
        line = article.dateline
        yield f"dateline: {line.raw} = {' / '.join(line.places)}; {line.agency}; {line.date}"
    for block in (*article.blocks, *article.notes):
        name = type(block).__name__.lower()
        if isinstance(block, ListBlock) and block.ordered:
            name += f" from {block.first}"
        yield f"{name}: {' / '.join(text for text, _ in texts(block))}"
        yield from (f"link: {mark.url}" for _, marks in texts(block) for mark in marks if hasattr(mark, "url"))
    yield from (f"unparsed: {left.reason}" for left in article.unparsed)
    yield from (f"warning: {warning}" for warning in article.provenance.warnings)
