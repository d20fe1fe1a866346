"""Cleaned text → articles: split, front matter, shape, tail, head, blocks, in this order."""

from __future__ import annotations

from operator import attrgetter

from newsexport.model import Article, Provenance
from newsexport.reader._blocks import blocks
from newsexport.reader._draft import Draft
from newsexport.reader._formats import located
from newsexport.reader._head import head
from newsexport.reader._language import SAMPLE, language_of
from newsexport.reader._lines import Chunk, Line, Part, numbered
from newsexport.reader._marks import rule
from newsexport.reader._shape import chunked, shape
from newsexport.reader._tail import signature, tail


def articles(text: str, provenance: Provenance, language: str | None = None) -> tuple[Article, ...]:
    """Every article of a cleaned text; a file without a rule between articles is one."""
    parts = _parts(numbered(text))
    drafts: list[tuple[Draft, list[Line]]] = []
    for part in parts:
        if any(not line.blank for line in part.lines) or not drafts:
            drafts.append((Draft(), part.lines))
        if part.rule:
            _mark(drafts[-1][0], part.rule, "rule", "parts this article from the next")
    return tuple(_article(draft, lines, provenance, language) for draft, lines in drafts)


def _parts(lines: list[Line]) -> list[Part]:
    """The articles of a file: what parts them is looked for where a page break or a rule is."""
    if not any("\f" in line.raw or rule(line.text) for line in lines):
        return [Part(lines)]
    from newsexport.reader._split import split

    return split(lines)


def _article(draft: Draft, lines: list[Line], provenance: Provenance, language: str | None) -> Article:
    if language:
        draft.fields["language"] = language
    below = _below_fences(_visible(lines, draft), draft)
    form = shape(below)
    chunks = chunked(below, form)
    if not draft.has("language"):
        draft.fields["language"] = language_of(_sample(chunks))
    if chunks:
        _understand(chunks, draft)
    return draft.article(located(provenance, lines, form.name))


def _below_fences(lines: list[Line], draft: Draft) -> list[Line]:
    """The lines behind the front matter; all of them where no fence opens one."""
    first = next((line.text for line in lines if not line.blank), "")
    if first not in {"---", "+++"}:
        return lines
    from newsexport.reader._front import front_matter

    return front_matter(lines, draft)


def _mark(draft: Draft, line: Line, role: str, reason: str) -> None:
    draft.mark(role, (line.number, line.number), line.raw, reason)


def _understand(chunks: list[Chunk], draft: Draft) -> None:
    """Fill the draft: the tail first, so that the head knows which paragraph is the last."""
    opening = draft.blocks
    body = signature(head(tail(chunks, draft), draft), draft)
    for found in blocks(body):
        draft.place(found.block, found.role, found.reason, found.confidence)
    opening.sort(key=attrgetter("lines"))


def _visible(lines: list[Line], draft: Draft) -> list[Line]:
    """The lines without those of nothing but invisible characters, which are only marked."""
    hidden = [line for line in lines if not line.text and not line.blank]
    for line in hidden:
        _mark(draft, line, "invisible", "a line of characters that show nothing")
    return [line for line in lines if line.text or line.blank] if hidden else lines


def _sample(chunks: list[Chunk]) -> str:
    """Enough of the text, the longest paragraphs first, to tell its language."""
    sample = ""
    for chunk in sorted(chunks[:80], key=lambda chunk: -len(chunk.text)):
        sample += chunk.text[: SAMPLE - len(sample)] + "\n"
        if len(sample) >= SAMPLE:
            break
    return sample
