"""Where each character of a source went: the proof that nothing vanished."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsexport.model import NOWHERE, Article
from newsexport.reader._draft import source_text
from newsexport.records import Record


class Account(Record):
    """Characters of a source: in blocks and notes, in fields and marks, left unparsed, white space; `lost` must be 0.

    `lost` counts characters of the source that are in none of them, `invented` those in them that the source has not.
    Of a structured file (XML, JSON, MIME) the characters are the format's, not the article's: what is no text of the
    articles is `markup`, and whether a word is lost is a question for the format's own reader.
    """

    characters: int
    blocks: int
    fields: int
    unparsed: int
    white_space: int
    lost: int = 0
    invented: int = 0
    markup: int = 0

    def __str__(self) -> str:
        text = (
            f"{self.characters:,} characters: {self.blocks:,} in blocks, {self.fields:,} in fields, "
            f"{self.white_space:,} white space, {self.unparsed:,} unparsed"
        )
        more = ((self.markup, "markup"), (self.lost, "LOST"), (self.invented, "INVENTED"))
        return text + "".join(f", {count:,} {what}" for count, what in more if count)


def account(articles: Sequence[Article], text: str) -> Account:
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
    lost, invented = (source - there).total(), (there - source).total()
    structured = all(entry.lines == NOWHERE for article in articles for entry in article.provenance.trace)
    return Account(
        characters=len(text),
        blocks=blocks.total(),
        fields=fields.total(),
        unparsed=unparsed.total(),
        white_space=len(text) - source.total(),
        lost=0 if structured else lost,
        invented=0 if structured else invented,
        markup=lost if structured else 0,
    )


def _inked(text: str) -> Counter[str]:
    return Counter("".join(text.split()))
