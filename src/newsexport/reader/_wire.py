"""What agencies transmit round a story: the headers of IPTC 7901, ANPA 1312 and ZCZC copy, seen once it is plain text."""

from __future__ import annotations

import re
from collections.abc import Callable

from newsexport.model import Author, Byline
from newsexport.reader import _bylines
from newsexport.reader._draft import Draft
from newsexport.reader._lines import Chunk, Line

MOST_HEADERS = 40
_IPTC = re.compile(r"[a-z]{3}[0-9]{3,5} [0-9] [a-z]{1,3} [0-9]{1,5}(?: +\S{1,12}){1,3}\Z")
_ANPA = re.compile(r"[A-Za-z]{1,2}[0-9]{4}\S{0,12}\Z")
_ANPA_SECOND = re.compile(r"[a-z] [a-z] ?\S.{0,80}[0-9]{2}-[0-9]{2}(?: [0-9]{3,4})?\Z")
_TIMESTAMP = re.compile(
    r"\^?(?:[A-Z]{2,4}-[A-Z]{2}-[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9]{4}GMT<?|[0-9]{6} GMT \w{3} [0-9]{2})\Z"
)
_LEAD = re.compile(r"\(?(?:[A-Z0-9]{2,12}(?: [A-Z]{2,12}){0,2}|Achtung)\)?:?\Z")
_SERVICE = re.compile(r"\(?(?:Eds|EDS|EDITOR'S NOTE|Editor's note|AP Photo|Photo|With)\b")


def wire(lines: list[Line], draft: Draft) -> list[Line]:
    """The lines behind a wire header, without the line of the transmission's end; all lines where there is no header."""
    shown = [line for line in lines if line.text][:2]
    if not shown:
        return lines
    first, second = shown[0].text, shown[-1].text
    for applies, read in (
        (bool(_IPTC.match(first[:80])), _iptc),
        (bool(_ANPA.match(first[:40]) and _ANPA_SECOND.match(second[:200])), _anpa),
        (first.startswith("ZCZC"), _zczc),
    ):
        if applies:
            return _timestamps(read(lines, draft), draft)
    return lines


def _mark(draft: Draft, line: Line, role: str, reason: str) -> None:
    draft.mark(role, (line.number, line.number), line.raw, reason)


def _timestamps(lines: list[Line], draft: Draft) -> list[Line]:
    kept = []
    for line in lines:
        if _TIMESTAMP.match(line.text[:60]):
            _mark(draft, line, "transmission", "the date and time of the transmission")
        else:
            kept.append(line)
    return kept


def _iptc(lines: list[Line], draft: Draft) -> list[Line]:
    """IPTC 7901: header, keywords that end in a slash, headline and byline up to a line that ends in ` =`."""
    at = _skip(lines, 0)
    _mark(draft, lines[at], "wire header", "source, number, priority, category and length of an agency's message")
    at = _skip(lines, at + 1)
    if at < len(lines) and lines[at].text.endswith("/"):
        draft.take("slug", lines[at].text.rstrip("/"), Chunk.of([lines[at]]), "the keywords of an agency's message")
        at += 1
    end = next((n for n in range(at, min(len(lines), at + 10)) if lines[n].text.endswith("=")), None)
    if end is None:
        return lines[at:]
    title = [line for line in lines[at : end + 1] if line.text]
    while len(title) > 1 and _LEAD.match(title[0].text[:40]):
        _kicker(title.pop(0), draft)
    if len(title) > 1 and (found := _bylines.byline(_bare(title[-1]), sure=True)):
        draft.take("byline", found, Chunk.of([title.pop()]), "a word for authorship below an agency's headline")
    draft.take(
        "headline",
        " ".join(_bare(line) for line in title),
        Chunk.of(title),
        "stands before the sign = of an agency's message",
    )
    return lines[end + 1 :]


def _kicker(line: Line, draft: Draft) -> None:
    text = line.text.strip("()")
    known = draft.fields.get("kicker")
    draft.take(
        "kicker",
        f"{known} {text}" if known else text,
        Chunk.of([line]),
        "a word in capitals above an agency's headline",
        0.8,
    )


def _anpa(lines: list[Line], draft: Draft) -> list[Line]:
    """ANPA 1312: two header lines, then lines that `^` opens and `<` or `=` ends."""
    at = _skip(lines, 0)
    _mark(draft, lines[at], "wire header", "service and number of an agency's message")
    at = _skip(lines, at + 1)
    _mark(draft, lines[at], "wire header", "priority, category, keyword, date and length of an agency's message")
    at += 1
    while (
        at < len(lines)
        and lines[at].text.endswith(("<", "="))
        and lines[at].text.lstrip("*0123456789< ").startswith("^")
    ):
        _anpa_line(lines[at], draft)
        at += 1
    return lines[at:]


def _anpa_line(line: Line, draft: Draft) -> None:
    chunk, text = Chunk.of([line]), _bare(line)
    byline = _bylines.byline(text, sure=True)
    author = draft.fields.get("byline")
    if not draft.has("slug"):
        draft.take("slug", text, chunk, "the keyword line of an agency's message")
    elif _SERVICE.match(text):
        draft.note(Chunk((line,), text), "editor", "an agency's words to its desks")
    elif byline and not author:
        draft.take("byline", byline, chunk, "a word for authorship before names")
    elif author and author.authors and line.text.endswith("="):
        last = Author(author.authors[-1].name, text)
        draft.fields["byline"] = Byline(author.raw, (*author.authors[:-1], last))
        _mark(draft, line, "byline", "the author's desk below the name")
    elif not draft.has("headline"):
        draft.take("headline", text, chunk, "the first line behind an agency's keyword")
    else:
        draft.note(Chunk((line,), text), "other", "a line between an agency's headline and its story", 0.6)


def _zczc(lines: list[Line], draft: Draft) -> list[Line]:
    """ZCZC copy: the lines before the story that a sign of the format opens."""
    signs: dict[str, Callable[[str], str]] = {"#": lambda _: "slug", ":": lambda _: "headline"}
    for at in range(min(len(lines), MOST_HEADERS)):
        line = lines[at]
        text = line.text.lstrip("#: ")
        if line.text.startswith("ZCZC") or line.text.startswith("YY ") or (line.text and not text):
            _mark(draft, line, "wire header", "the beginning of a message on a wire")
        elif line.text[:1] in signs and text:
            role = signs[line.text[0]](text)
            if draft.has(role):
                _mark(draft, line, "wire header", "a second keyword of a message on a wire")
            else:
                draft.take(role, text, Chunk.of([line]), f"the sign {line.text[0]} of a message on a wire", 0.7)
        elif line.text:
            return lines[at:]
    return lines[MOST_HEADERS:]


def _bare(line: Line) -> str:
    return (
        line.text.lstrip("*0123456789< ").strip("^ ").rstrip("<= ").strip()
        if "^" in line.text[:12]
        else line.text.rstrip("<= ")
    )


def _skip(lines: list[Line], at: int) -> int:
    """The next line that shows something."""
    while at < len(lines) and not lines[at].text:
        at += 1
    return at
