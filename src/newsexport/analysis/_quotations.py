"""The quotations of an article as stand-off objects: the text and its marks stay as the source has them.

Marks are paired by what is seen, not by the declared language. A paragraph whose mark stays open runs on only if the
next paragraph opens anew (the rule of the AP and Chicago style books; French and Spanish repeat the closing mark).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newsexport.analysis import _kinds
from newsexport.analysis._facts import Kind, Quotation, Segment
from newsexport.analysis._pairs import Pair, pairs, resumes
from newsexport.model import Article, Block, Factbox, Figure, ListBlock, Note, Paragraph, PullQuote, texts
from newsexport.patterns import lazy
from newsexport.records import NamedTuple, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias


class _Passage(NamedTuple):
    """A paragraph of text in a block; `follows` says whether a quotation may run on into it."""

    block: int
    offset: int
    text: str
    follows: bool = False
    repeated: str = ""


class _Part(NamedTuple):
    passage: _Passage
    pair: Pair

    @property
    def words(self) -> str:
        """The words between the marks."""
        start, end = self.pair.inside
        return self.passage.text[start:end].strip()

    @property
    def segment(self) -> Segment:
        """Where they stand, marks included."""
        return self.passage.block, self.passage.offset + self.pair.start, self.passage.offset + self.pair.end


Chain: TypeAlias = tuple[_Part, ...]


ASKS = tuple("Q Question Frage Pregunta Domanda Pergunta В Вопрос Ερώτηση Soru س سؤال שאלה 问 問 질문 문".split())
"""The labels of a question that has no marks."""


def may_ask(blocks: tuple[Block, ...]) -> bool:
    """Whether a paragraph opens with the letters of such a label."""
    return any(isinstance(block, Paragraph) and block.text.startswith(ASKS) for block in blocks)


def found(article: Article) -> tuple[Quotation, ...]:
    """Every quotation of an article's blocks, in reading order; nested ones follow what holds them."""
    every = [*_spoken(article.blocks), *_pulled(article.blocks)]
    return tuple(sorted(every, key=lambda quotation: (quotation.segments[0][:2], -quotation.segments[0][2])))


def _spoken(blocks: tuple[Block, ...]) -> Iterator[Quotation]:
    for chain in _split(list(_running(list(_passages(blocks))))):
        quotation = _quotation(chain)
        if (quotation.closed or _begins_speech(chain, quotation)) and any(map(str.isalnum, quotation.text)):
            yield quotation
    yield from _dashed(blocks)


# ------------------------------------------------------------------ what is read


_BESIDE = (Figure, Note, PullQuote)  # what a quotation may run on over
_OPENING = frozenset("\"'„“”‟‘‚’«»‹›「『《〈｢〝＂＇״`")


def _passages(blocks: tuple[Block, ...]) -> Iterator[_Passage]:
    follows = False
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            yield _Passage(number, 0, block.text, follows, _every_line(block))
            follows = True
        elif not isinstance(block, _BESIDE):
            follows = False
            if isinstance(block, (ListBlock, Factbox)):
                yield from _pieces(number, block)


def _pieces(number: int, block: ListBlock | Factbox) -> Iterator[_Passage]:
    offset = 0
    for text, _ in texts(block):
        yield _Passage(number, offset, text)
        offset += len(text) + 1


def _every_line(block: Paragraph) -> str:
    """The mark that begins each source line of a paragraph, as old typesetting has it."""
    mark = block.text[:1]
    if block.raw is None or mark not in _OPENING:
        return ""
    lines = [line.lstrip() for line in block.raw.split("\n") if line.strip()]
    return mark if len(lines) > 1 and all(line.startswith(mark) for line in lines) else ""


# ------------------------------------------------------------------ parts to quotations


def _running(passages: list[_Passage]) -> Iterator[Chain]:
    """The pairs of all passages; those that run on over paragraphs in one chain."""
    pending: list[_Part] = []
    for place, passage in enumerate(passages):
        if not _marked(passage.text):
            continue
        following = passages[place + 1] if place + 1 < len(passages) else None
        parts = [_Part(passage, pair) for pair in _pairs(passage, following, pending)]
        for part in parts:
            if part.pair.resumed:
                pending.append(part)
                if part.pair.closed or not _goes_on(part, following):
                    yield tuple(pending)
                    pending = []
            elif not part.pair.closed and _goes_on(part, following):
                pending = [part]
            else:
                yield (part,)


def _marked(text: str) -> bool:
    """Whether a mark that may open a quotation is in a text."""
    if text.isascii():
        return '"' in text or "'" in text or "`" in text
    return any(map(text.__contains__, _OPENING))


def _pairs(passage: _Passage, following: _Passage | None, pending: list[_Part]) -> list[Pair]:
    after = following.text if following and following.follows else ""
    resumed = pending[0].pair.style if pending else ""
    return pairs(passage.text, resumed=resumed, following=after, repeated=passage.repeated)


def _goes_on(part: _Part, following: _Passage | None) -> bool:
    if not following or not following.follows or part.pair.end < len(part.passage.text.rstrip()):
        return False
    return resumes(following.text, part.pair.style)


_JOINT = lazy(
    r"\A\s*(?P<head>[,，،、—–]?)\s*(?!(?:and|or|but|as|nor|y|e|o|et|ou|und|oder)\b)"
    r"[^\W\d_](?:[^.!?;:。！？\n]|\.(?=\S)|(?<=\b[A-Z])\.|(?<=Mr|Ms|Dr)\.|(?<=Mrs)\.){0,118}?(?<! or)(?<! and)(?P<tail>[,，،、—–]?)\s*\Z"
)
_COMMAS = frozenset(",，،、—–")
_UNMARKED = 4  # words of the narrator that no comma need close


def _split(chains: list[Chain]) -> Iterator[Chain]:
    """The chains, those joined that one sentence goes through: `“We will,” she said, “not wait.”`."""
    joined: list[_Part] = []
    for chain in chains:
        if chain[0].pair.within:
            yield chain
            continue
        if joined and not _one_sentence(joined[-1], chain[0]):
            yield tuple(joined)
            joined = []
        joined += chain
    if joined:
        yield tuple(joined)


def _one_sentence(left: _Part, right: _Part) -> bool:
    if left.passage is not right.passage or not left.pair.closed or left.pair.style[0] != right.pair.style[0]:
        return False
    between = left.passage.text[left.pair.end : right.pair.start]
    comma = left.words[-1:] in _COMMAS or between.lstrip()[:1] in _COMMAS
    lower = right.words.lstrip("[(.… ")[:1].islower()
    if not (between.rstrip()[-1:] in _COMMAS or (comma and lower)):
        return False
    joint = _JOINT.match(between) if len(between) <= 130 else None
    if not joint:
        return False
    if joint["tail"]:
        return comma or (lower and left.words[-1:] in {"!", "?", "…"})
    said = between.casefold().split() if comma and lower else []
    return 0 < len(said) <= _UNMARKED and not _kinds.CUES.isdisjoint(said)


def _quotation(chain: Chain) -> Quotation:
    kind, rule, confidence = _judged(chain)
    last = chain[-1].pair
    text = chain[0].words
    for left, right in pairwise(chain):
        text += (" " if left.passage is right.passage else "\n") + right.words
    return Quotation(
        text=text,
        kind=kind,
        closed=last.closed,
        style=chain[0].pair.style[:1] + last.style[1:] if last.closed else chain[0].pair.style,
        rule=rule,
        confidence=confidence if last.closed else min(confidence, 0.5),
        segments=tuple(part.segment for part in chain),
    )


def _judged(chain: Chain) -> _kinds.Judged:
    first, last = chain[0], chain[-1]
    if first.pair.within:
        return "nested", "within a quotation", 0.9
    if first.passage is not last.passage:
        return "direct", "runs over paragraphs" if last.pair.closed else "runs over paragraphs, never closed", 0.95
    if first.pair.style[0] in "《〈":
        return "title", "title marks", 0.95
    if len(chain) > 1:
        return "direct", "split by its speaker", 0.95
    kind, why, confidence = _kinds.judged(first.words, first.passage.text, first.pair.start, first.pair.end)
    return kind, why if last.pair.closed else f"never closed; {why}", confidence


def _begins_speech(chain: Chain, quotation: Quotation) -> bool:
    """Whether a mark that nothing closes opens speech; in the middle of a sentence it is an odd one."""
    if quotation.kind != "direct":
        return False
    before = chain[0].passage.text[: chain[0].pair.start].rstrip()[-1:]
    return before.lower() == before.upper() or "cue" in quotation.rule


# ------------------------------------------------------------------ without marks


_DASHES = ("—", "―", "–")


def _dashed(blocks: tuple[Block, ...]) -> Iterator[Quotation]:
    """Speech that a dash opens."""
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.text.lstrip().startswith(_DASHES):
            from newsexport.analysis import _dialogue

            spans = _dialogue.spoken(block.text)
            if spans and not pairs(block.text):
                yield _whole(
                    " ".join(block.text[start:end] for start, end in spans),
                    "dialogue",
                    "a dash and a verb of saying",
                    0.8,
                    tuple((number, start, end) for start, end in spans),
                )


def _pulled(blocks: tuple[Block, ...]) -> Iterator[Quotation]:
    """A pull quote is a quotation with or without marks."""
    for number, block in enumerate(blocks):
        if isinstance(block, PullQuote) and block.text.strip():
            whole = [part for part in pairs(block.text) if part.closed and not part.within]
            part = _Part(_Passage(number, 0, block.text), whole[0]) if len(whole) == 1 else None
            if part and part.segment == (number, 0, len(block.text)):
                quotation = _quotation((part,))
                yield replace(quotation, kind="direct", rule="a pull quote", confidence=0.9)
            else:
                yield _whole(block.text, "direct", "a pull quote", 0.9, ((number, 0, len(block.text)),))


def _whole(text: str, kind: Kind, rule: str, confidence: float, segments: tuple[Segment, ...]) -> Quotation:
    return Quotation(text=text, kind=kind, closed=True, style="", rule=rule, confidence=confidence, segments=segments)
