"""Where each character of a source went: the proof that nothing vanished."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from newsexport.model import Article
from newsexport.reader._draft import source_text


@dataclass(frozen=True, slots=True)
class Account:
    """Characters of a source: in blocks and notes, in fields and marks, left unparsed, white space; `lost` must be 0.

    `lost` counts characters of the source that are in none of them, `invented` those in them that the source has not.
    """

    characters: int
    blocks: int
    fields: int
    unparsed: int
    white_space: int
    lost: int
    invented: int

    def __str__(self) -> str:
        text = (
            f"{self.characters:,} characters: {self.blocks:,} in blocks, {self.fields:,} in fields, "
            f"{self.white_space:,} white space, {self.unparsed:,} unparsed"
        )
        return (
            text
            + (f", {self.lost:,} LOST" if self.lost else "")
            + (f", {self.invented:,} INVENTED" if self.invented else "")
        )


def account(articles: Iterable[Article], text: str) -> Account:
    """The account of the articles that were read from a cleaned text."""
    blocks: Counter[str] = Counter()
    fields: Counter[str] = Counter()
    unparsed: Counter[str] = Counter()
    for article in articles:
        for block in (*article.blocks, *article.notes):
            blocks += _inked(source_text(block))
        for entry in article.provenance.trace:
            fields += _inked(entry.raw or "")
        for left in article.unparsed:
            unparsed += _inked(left.text)
    source = _inked(text)
    there = blocks + fields + unparsed
    return Account(
        characters=len(text),
        blocks=blocks.total(),
        fields=fields.total(),
        unparsed=unparsed.total(),
        white_space=len(text) - source.total(),
        lost=(source - there).total(),
        invented=(there - source).total(),
    )


def _inked(text: str) -> Counter[str]:
    return Counter("".join(text.split()))
