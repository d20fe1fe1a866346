"""What was understood of a source, and why: the words of `newsexport check`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from newsexport.codec import to_data
from newsexport.model import NOWHERE, Article, Block, Trace, texts
from newsexport.reader import Account

_WIDTH = 52


def explain(articles: Sequence[Article], account: Account) -> Iterator[str]:
    """Each line with its role and reason, then fields, warnings and the account of every character."""
    for number, article in enumerate(articles, 1):
        if len(articles) > 1:
            yield f"article {number} of {len(articles)}"
        made = article.provenance
        yield f"encoding  {made.encoding or 'none'} ({made.encoding_reason or 'not decoded'})"
        if made.layout:
            yield f"layout    {made.layout}"
        blocks = iter((*article.blocks, *article.notes))
        yield from (_shown(entry, _source(entry, article, blocks)) for entry in made.trace)
        yield from (f"field     {name}: {value}" for name, value in _fields(article))
        yield from (f"dropped   {what}" for what in made.dropped)
        yield from (f"warning   {said}" for said in made.warnings)
        yield from (f"unparsed  {_lines(left.lines)}: {left.reason}: {_short(left.text)}" for left in article.unparsed)
    yield str(account)


def explained(articles: Sequence[Article], account: Account) -> dict[str, Any]:
    """The same as JSON data: articles with their traces, and the account by name."""
    numbers = asdict(account)
    return {"articles": [to_data(article) for article in articles], "account": numbers}


def _shown(entry: Trace, text: str) -> str:
    return (
        f"{_lines(entry.lines):>9}  {entry.role:<12} {entry.confidence:4.2f}  {_short(text):<{_WIDTH}}  {entry.reason}"
    )


def _source(entry: Trace, article: Article, blocks: Iterator[Block]) -> str:
    """The text a trace speaks of: its own, its block's, or, where there are no lines, the next block's in order."""
    if entry.raw is not None:
        return entry.raw
    if entry.lines == NOWHERE:
        found = next(blocks, None)
    else:
        found = next((block for block in (*article.blocks, *article.notes) if block.lines == entry.lines), None)
    return " / ".join(text for text, _ in texts(found)) if found else ""


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    for name, value in to_data(article).items():
        if name in ("blocks", "notes", "unparsed", "provenance") or not value:
            continue
        yield name, _short(_spelled(value), 100)


def _spelled(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {_spelled(part)}" for key, part in value.items() if part)
    if isinstance(value, list):
        return "; ".join(map(_spelled, value))
    return str(value)


def _lines(lines: tuple[int, int]) -> str:
    first, last = lines
    return f"{first}" if first == last else f"{first}-{last}"


def _short(text: str, most: int = _WIDTH) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
