"""Three to five sentences of an article, word for word, that say what matters; fewer of a short one.

The writer's own list at the top of the body wins. Else news puts first what matters: an early place counts most, then the
words of the headline, then words that the whole article turns on. What repeats a chosen sentence is passed over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from newsexport.analysis._facts import OWN_LIST, KeyPoint
from newsexport.analysis._pointwords import DANGLING_DENSE, OFFERS, SMALL, dangling
from newsexport.analysis._sentences import Passage
from newsexport.model import Article, Factbox, Figure, ListBlock, Note, Separator, Subheading
from newsexport.patterns import lazy
from newsexport.records import NamedTuple

_WORD = lazy(r"[^\W\d_]{2,}|\d[\d.,]*")
_PLAIN = lazy(r"[a-z]{3,}|[0-9][0-9.,]*")  # in ASCII, those that count
_FIRST = lazy(r"[^\w]{0,40}([^\W\d_]{1,40})")
_MAY_BE_DENSE = lazy("[\u0e00-\u0eff\u3040-\U0010ffff]")
_PLAIN_FIRST = lazy(r"[^A-Za-z0-9_]{0,40}([A-Za-z]{1,40})")
_DENSE = lazy(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ENDS, _CLOSING = frozenset(".!…。！।॥۔።။։។"), "\"'”’»)]」』"  # what ends a sentence, and what may come after it
_HANGING = lazy(
    r"\b(?:just|done?|did|doing|said|of|for|about|with|to) (?:that|this|so|it|them|the same)[.!…]\Z"
)  # "to do just that."
_HANGS = ("that", "this", "so", "it", "them", "same")
_PLAIN_MARKS = (("(", ")"), ("[", "]"))
_TYPED_MARKS = (("“", "”"), *_PLAIN_MARKS)
_MARKS = (("«", "»"), ("「", "」"), ("『", "』"), *_TYPED_MARKS)
_OPENING = frozenset("\"'“„«‘「『—–-(")
_LONGEST, _SHORTEST = 60, 6  # words of a key point
_DENSE_LONGEST, _DENSE_SHORTEST = 180, 12  # characters, in scripts that write without spaces
_COUNTS = ((1, 0), (3, 1), (6, 2), (40, 3), (80, 4))  # up to so many sentences, so many key points; else five
_EASY = 22  # words that a key point may have at no cost
_READ = 50  # sentences that are weighed: what comes later in a long text is no key point
_OFFER = 160  # characters of what a page offers its reader
_OWN = range(2, 9)  # entries of a list that can be the writer's key points
_SAME = 0.5  # share of the words of a sentence that a chosen one has already
_SKIPPED = Figure | Note | Separator | Subheading


class _Candidate(NamedTuple):
    passage: Passage
    start: int
    end: int
    place: int  # among the sentences
    paragraph: int
    words: frozenset[str]
    size: float

    @property
    def text(self) -> str:
        """The sentence."""
        return self.passage.text[self.start : self.end]


def found(article: Article, read: Iterable[Passage]) -> tuple[KeyPoint, ...]:
    """The key points of an article in reading order; none where it has but one sentence."""
    passages = list(read)
    if own := _own(article, passages):
        return tuple(_point(p, 0, len(p.text), OWN_LIST, 0.95) for p in own)
    short = (article.language or "en").partition("-")[0].lower()
    every = list(_candidates(passages, dangling(short)))
    chosen = _chosen(every, article, _count(sum(len(passage.sentences) for passage in passages if not passage.item)))
    return tuple(_point(one.passage, one.start, one.end, why, 0.8) for one, why in chosen)


def _point(passage: Passage, start: int, end: int, rule: str, confidence: float) -> KeyPoint:
    segment = (passage.block, passage.offset + start, passage.offset + end)
    return KeyPoint(text=passage.text[start:end], rule=rule, confidence=confidence, segments=(segment,))


def _count(sentences: int) -> int:
    return next((points for most, points in _COUNTS if sentences <= most), 5)


# ------------------------------------------------------------------ the writer's own


def _own(article: Article, passages: list[Passage]) -> list[Passage]:
    """The entries of a list that opens the body, if they are sentences rather than links."""
    opening = next((n for n, block in enumerate(article.blocks) if not isinstance(block, _SKIPPED)), None)
    if opening is None or not isinstance(article.blocks[opening], ListBlock | Factbox):
        return []
    if all(isinstance(block, ListBlock | Factbox | _SKIPPED) for block in article.blocks):
        return []
    items = [passage for passage in passages if passage.block == opening]
    sizes = sorted(_size(passage.text, dense=_may_be_dense(passage.text)) for passage in items)
    return items if len(items) in _OWN and sizes and _SHORTEST <= sizes[len(sizes) // 2] <= _LONGEST else []


# ------------------------------------------------------------------ what can be one


def _candidates(passages: Iterable[Passage], dangling: frozenset[str]) -> Iterator[_Candidate]:
    place = 0
    for number, passage in enumerate([one for one in passages if not one.item]):
        plain = passage.plain
        dense, marks = _may_be_dense(plain), _TYPED_MARKS if plain.isascii() else _MARKS
        even = plain.isascii() and plain.isprintable() and "  " not in plain  # then spaces tell the words
        for start, end in passage.sentences:
            if place >= _READ:
                return
            sentence = passage.text[start:end]
            size = plain.count(" ", start, end) + 1 if even else _size(sentence, dense=dense)
            if _SHORTEST <= size <= _LONGEST and _stands_alone(sentence, dangling, marks):
                yield _Candidate(passage, start, end, place, number, words(plain[start:end]), size)
            place += 1


def words(sentence: str) -> frozenset[str]:
    """The words that carry meaning: folded, without small ones; of dense scripts, pairs of characters."""
    if sentence.isascii():
        return _singular(set(_PLAIN.findall(sentence.lower())).difference(SMALL))
    every = set(_WORD.findall(sentence.lower()))
    dense = [word for word in every if word >= "\u0e00" and _DENSE.match(word)]
    pairs = [word[n : n + 2] for word in dense for n in range(len(word) - 1)]
    known = [word for word in every.difference(SMALL, dense) if len(word) > 2 or word[0].isdigit()]
    return _singular(known).union(pairs)


def _singular(words: Iterable[str]) -> frozenset[str]:
    return frozenset([word[:-1] if word[-1] == "s" and len(word) > 4 else word for word in words])


def _may_be_dense(text: str) -> bool:
    return not text.isascii() and bool(_MAY_BE_DENSE.search(text))


def _size(sentence: str, *, dense: bool) -> float:
    """Words; a character of a script that may be `dense` counts for a third of one."""
    signs = len(_DENSE.findall(sentence)) if dense else 0
    return signs / 3 if signs * 3 > len(sentence) else len(sentence.split())


def _stands_alone(sentence: str, dangling: frozenset[str], marks: Iterable[tuple[str, str]]) -> bool:
    """Whether a sentence can be read by itself: whole, no question, no piece of a quotation, no unresolved pronoun.

    `marks` are the pairs that its paragraph may have.
    """
    if sentence[0] in _OPENING or sentence[-12:].rstrip(_CLOSING)[-1:] not in _ENDS:
        return False
    if sentence[0].islower() or sentence.count('"') % 2:
        return False
    if sentence.isascii():
        marks = _PLAIN_MARKS if "(" in sentence or "[" in sentence else ()
    for opening, closing in marks:
        if sentence.count(opening) != sentence.count(closing):
            return False
    if sentence.endswith(_HANGS, 0, -1) and _HANGING.search(sentence[-16:]):
        return False
    first = (_PLAIN_FIRST if sentence.isascii() else _FIRST).match(sentence)
    word = first[1].lower() if first else ""
    return word not in dangling and not sentence.startswith(DANGLING_DENSE)


# ------------------------------------------------------------------ which of them


def _chosen(every: list[_Candidate], article: Article, count: int) -> list[tuple[_Candidate, str]]:
    """The best candidates in reading order, each with why; what repeats one of them is passed over."""
    head = words(" ".join(filter(None, (article.headline, article.standfirst))))
    said = Counter(chain.from_iterable([one.words for one in every]))
    ranked = sorted(every, key=lambda one: (-_weight(one, head, said), one.place))
    kept: list[tuple[_Candidate, str]] = []
    for one in ranked:
        if len(kept) == count:
            break
        anew = all(len(one.words & other.words) <= _SAME * len(one.words) for other, _ in kept)
        if anew and not _offers(one.text):
            kept.append((one, _why(one, head)))
    return sorted(kept, key=lambda pair: pair[0].place)


def _offers(sentence: str) -> bool:
    """Whether a short sentence offers the reader something of the page's: an account, a newsletter."""
    return len(sentence) <= _OFFER and any(map(sentence.lower().__contains__, OFFERS))


def _weight(one: _Candidate, head: frozenset[str], said: Counter[str]) -> float:
    early = 1 / (1 + 0.5 * one.place)
    named = len(one.words & head) / (len(head) or 1)
    turned = (sum(map(said.__getitem__, one.words)) - len(one.words)) / (4 * len(one.words) or 1)
    told = len([word for word in one.words if word < ":"]) if one.passage.digits else 0  # they begin with a digit
    spread = max(0.0, one.size - _EASY)
    return early + named + 0.2 * min(1.0, turned) + 0.1 * min(2, told) - 0.03 * spread


def _why(one: _Candidate, head: frozenset[str]) -> str:
    if one.place == 0:
        return "the lead"
    return (
        "an early sentence with words of the headline"
        if one.words & head
        else "an early sentence with what the article turns on"
    )
