"""One paragraph of Markdown as plain text with marks: emphasis, links, escapes (CommonMark 0.31, the part that news uses)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from newsexport.model import Emphasis, Link, Mark
from newsexport.patterns import lazy
from newsexport.reader._links import links, safe_url

_ADDRESS = r"(?:<(?P<angle>[^<>\s]{0,2000}+)>|(?P<url>[^\s()<>]{0,2000}+(?:\([^\s()]{0,300}+\)[^\s()]{0,500}+){0,3}+))"
_TITLE = r"(?:\s+(?:\"[^\"]{0,300}+\"|'[^']{0,300}+'))?"
_TOKEN = lazy(
    rf"\\(?P<escaped>[!-/:-@\[-`{{-~])|`(?P<code>[^`]{{1,400}}+)`|<(?P<auto>https?://[^<>\s]{{3,2000}}+)>"
    rf"|(?P<image>!)?\[(?P<text>(?:[^\[\]\\]|\\.){{0,500}}+)\](?:\(\s*{_ADDRESS}{_TITLE}\s*\)|\[(?P<name>[^\[\]]{{0,80}}+)\])"
    rf"|(?P<delimiter>\*{{1,3}}+(?!\*)|_{{1,3}}+(?!_))",
    re.DOTALL,
)


@dataclass(slots=True)
class _Piece:
    """Text; or a run of emphasis signs, which becomes a mark when it finds its partner; or the border of a link."""

    text: str
    sign: str = ""
    opens: bool = False
    closes: bool = False
    url: str | None = None
    partner: int | None = None


def plain(text: str, addresses: Mapping[str, str] | None = None) -> tuple[str, tuple[Mark, ...]]:
    """The text without Markdown's signs, and its marks sorted; `addresses` are those the file defines by name."""
    if not any(sign in text for sign in "\\`<[*_"):
        return text, links(text)
    pieces: list[_Piece] = []
    _read(text, addresses or {}, pieces)
    _pair(pieces)
    return _built(pieces)


def _read(text: str, addresses: Mapping[str, str], pieces: list[_Piece], depth: int = 0) -> None:
    at = 0
    for found in _TOKEN.finditer(text):
        if found.start() < at:
            continue
        pieces.append(_Piece(text[at : found.start()]))
        at = found.end()
        if (escaped := found["escaped"]) or (escaped := found["code"]):
            pieces.append(_Piece(escaped))
        elif found["delimiter"]:
            pieces.append(_delimiter(text, found))
        elif found["auto"]:
            _linked(found["auto"], found["auto"], {}, pieces, depth)
        else:
            url = found["angle"] or found["url"]
            if found["name"] is not None:
                url = addresses.get((found["name"] or found["text"]).casefold().strip())
            if url is None or depth > 1:
                pieces.append(_Piece(found.group()))
            else:
                _linked(found["text"], None if found["image"] else url, addresses, pieces, depth)
    pieces.append(_Piece(text[at:]))


def _linked(text: str, url: str | None, addresses: Mapping[str, str], pieces: list[_Piece], depth: int) -> None:
    safe = safe_url(url) if url else None
    start = len(pieces)
    pieces.append(_Piece("", url=safe))
    if text == url:
        pieces.append(_Piece(text))
    else:
        _read(text, addresses, pieces, depth + 1)
    if safe:
        pieces[start].partner = len(pieces)
        pieces.append(_Piece("", partner=start))


def _delimiter(text: str, found: re.Match[str]) -> _Piece:
    """A run of signs: it can open before a letter and close behind one; an underscore inside a word does neither."""
    sign = found["delimiter"]
    before = text[found.start() - 1 : found.start()] if found.start() else " "
    after = text[found.end() : found.end() + 1] or " "
    opens = not after.isspace() and (after.isalnum() or not before.isalnum())
    closes = not before.isspace() and (before.isalnum() or not after.isalnum())
    if sign[0] == "_":
        opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
    return _Piece("", sign, opens, closes)


def _pair(pieces: list[_Piece]) -> None:
    """Find the partner of each run of signs: the nearest open one of the same signs."""
    waiting: list[int] = []
    for at, piece in enumerate(pieces):
        if not piece.sign:
            continue
        start = next((index for index in reversed(waiting[-20:]) if pieces[index].sign == piece.sign), None)
        if piece.closes and start is not None and start < at - 1:
            pieces[start].partner, piece.partner = at, start
            del waiting[waiting.index(start) :]
        elif piece.opens:
            waiting.append(at)


def _built(pieces: list[_Piece]) -> tuple[str, tuple[Mark, ...]]:
    parts: list[str] = []
    starts: list[int] = []
    marks: list[Mark] = []
    size = 0
    for at, piece in enumerate(pieces):
        starts.append(size)
        shown = piece.text if piece.partner is not None or not piece.sign else piece.sign
        parts.append(shown)
        size += len(shown)
        if piece.partner is not None and piece.partner < at and starts[piece.partner] < size:
            marks += _marks(pieces[piece.partner], starts[piece.partner], size)
    text = "".join(parts)
    return text, _with_addresses(text, marks)


def _marks(opening: _Piece, start: int, end: int) -> list[Mark]:
    if opening.url:
        return [Link(start, end, opening.url)]
    strong: list[Mark] = [Emphasis(start, end, strong=True)] if len(opening.sign) >= 2 else []
    return [*strong, Emphasis(start, end)] if len(opening.sign) != 2 else strong


def _with_addresses(text: str, marks: list[Mark]) -> tuple[Mark, ...]:
    """The marks with those of the addresses that stand in the text itself, where no link covers them."""
    stated = [mark for mark in marks if isinstance(mark, Link)]
    marks += [
        found for found in links(text) if all(found.end <= mark.start or mark.end <= found.start for mark in stated)
    ]
    return tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))
