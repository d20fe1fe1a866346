"""The quotations of an article with their speakers."""

from __future__ import annotations

from functools import cached_property

from newsexport.analysis._clauses import Source
from newsexport.analysis._facts import Attribution, Mention, Quotation, Segment
from newsexport.analysis._lexicon import Lexicon, lexicon
from newsexport.analysis._names import parted
from newsexport.analysis._people import People
from newsexport.analysis._phrases import Phrase, phrase
from newsexport.analysis._tokens import Line
from newsexport.analysis._turns import Said, in_line
from newsexport.model import Article, Block, Paragraph, PullQuote, texts, whole
from newsexport.patterns import lazy
from newsexport.records import replace

_INSIDE = lazy(r"[A-Z](?<=[a-z,] .)[^\W_]+")
_DASHED = lazy(r"\s*[—–―-]{1,2}\s?[^\W\d_]")
_SIGNING = 120  # characters of a paragraph that only signs
_SEXES = dict.fromkeys(("he", "il", "él", "lui", "ele"), "he") | dict.fromkeys(
    ("she", "elle", "ella", "lei", "ela"), "she"
)
_OPENING = 4  # characters before a quotation that opens a paragraph
_SPEECH = frozenset({"direct", "fragment", "dialogue"})
# The share of right ones of each rule on passages it had not seen (docs/attribution.md); others are few: 0.9.
_CONFIDENCE = {
    "verb, then speaker, after": 0.98,
    "speaker, then verb, after": 0.98,
    "goes on in the paragraph": 0.97,
    "pronoun, then verb, before": 0.97,
    "speaker, then verb, before": 0.94,
    "according to": 0.94,
    "name and colon": 0.94,
}


def attributed(article: Article, quotes: tuple[Quotation, ...]) -> tuple[tuple[Quotation, ...], tuple[Mention, ...]]:
    """The quotations, those with a speaker of whom the article leaves no doubt, and the people it names."""
    words = lexicon(article.language)
    if not words:
        return quotes, ()
    people = People(article.blocks, words)
    people.hide(segment for quotation in quotes for segment in quotation.segments)
    sources = _sources(article.blocks, quotes, words) if quotes else {}
    said = tuple(_with(quotation, sources.get(number), people) for number, quotation in enumerate(quotes))
    return said, people.mentions()


class _Capitals:
    """Which words stand with a capital after a word in lower case: names, if they open a sentence too."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self.blocks = blocks

    def __call__(self, word: str) -> bool:
        return word in self.words

    @cached_property
    def words(self) -> frozenset[str]:
        """The words, found when first asked for."""
        return frozenset(word for block in self.blocks for text, _ in texts(block) for word in _INSIDE.findall(text))


def _sources(blocks: tuple[Block, ...], quotes: tuple[Quotation, ...], words: Lexicon) -> dict[int, Said]:
    cuts: dict[int, list[tuple[int, int, int]]] = {}
    for number, quotation in enumerate(quotes):
        if quotation.kind in _SPEECH:
            for at, start, end in quotation.segments:
                cuts.setdefault(at, []).append((start, end, number))
    found: dict[int, Said] = {}
    known = _Capitals(blocks)
    last: Said | None = None
    for place, block in enumerate(blocks):
        here = sorted(cuts.get(place, []))
        signing = not here and place - 1 in cuts and _signs(block)
        if not here and not signing and not _opened(blocks, place + 1, cuts):
            last = None
            continue
        line = Line(whole(block), place, here, words, known)
        if signing or isinstance(block, PullQuote):
            _sign(found, line, block, here or sorted(cuts[place - 1])[-1:])
            continue
        said, last = in_line(line, last)
        for number, one in said.items():
            if number not in found or (_carried(found[number]) and not _carried(one)):
                found[number] = one
    return found


def _sign(found: dict[int, Said], line: Line, block: Block, cuts: list[tuple[int, int, int]]) -> None:
    """Give the quotations that a line signs their speaker, those left out that already have a surer one."""
    if source := _signature(line, block):
        for _, _, number in cuts:
            if number not in found or _carried(found[number]):
                found[number] = Said(source, line)


def _signs(block: Block) -> bool:
    """Whether a block is nothing but a dash and what may be a name."""
    return isinstance(block, Paragraph) and len(block.text) <= _SIGNING and bool(_DASHED.match(block.text))


def _signature(line: Line, block: Block) -> Source | None:
    """Who signs: in the last line of a pull quote, or in a paragraph that only signs."""
    start = len(block.text) if isinstance(block, PullQuote) and block.attribution else 0
    for at, begin in enumerate(line.starts):
        if begin >= start and line.words[at][0].isalpha():
            found = phrase(line, at, len(line.words))
            known = found and (found.name or isinstance(block, PullQuote))
            return Source(found, at, "signed") if found and known else None
    return None


def _opened(blocks: tuple[Block, ...], block: int, cuts: dict[int, list[tuple[int, int, int]]]) -> bool:
    """Whether a block opens with a quotation, which the one before may be asked about."""
    if block not in cuts:
        return False
    first = min(cuts[block])[0]
    return first < _OPENING and not next(iter(texts(blocks[block])))[0][:first].strip()


def _carried(said: Said) -> bool:
    """Whether a speaker is only taken over from what stood before; a later part of a quotation may name one."""
    return "paragraph" in said.source.rule


def _with(quotation: Quotation, said: Said | None, people: People) -> Quotation:
    if not said:
        return quotation
    source, line = said
    who = source.phrase
    start, end = who.name or (who.start, who.end)
    speaker = line.between(start, end)
    segment = line.segment(start, end)
    name, role, candidate = _named(source, line, speaker, segment, people)
    attribution = Attribution(
        name=name,
        role=role,
        candidate=candidate,
        cue=line.words[source.cue],
        rule=source.rule,
        confidence=_CONFIDENCE.get(source.rule, 0.9),
        segment=segment,
    )
    return replace(quotation, speaker=speaker, attribution=attribution)


def _named(
    source: Source, line: Line, speaker: str, segment: Segment, people: People
) -> tuple[str | None, str | None, str | None]:
    """The speaker's longest name, role, and, of a pronoun that may mean several people, the one named last."""
    who = source.phrase
    if who.kind == "pronoun":
        pronoun = _SEXES.get(speaker.lower())
        if not pronoun:
            return None, None, None
        meant, last = people.meant(pronoun, segment)
        return (meant.full, meant.role, None) if meant else (None, None, last.full if last else None)
    if who.kind == "role":
        return speaker, None, None
    name = parted(speaker.split(), 0, 0, line.lexicon)
    if not name:
        return speaker, _role(line, who), None
    person = people.of(name)
    if person:
        return person.full, person.role or _role(line, who), None
    return name.full, _role(line, who) or people.office(name), None


def _role(line: Line, who: Phrase) -> str | None:
    """What stands before the name in the speaker's words: `campaign manager`."""
    if not who.name or who.name[0] == who.start:
        return None
    words = line.between(who.start, who.name[0]).rstrip(",")
    first, _, rest = words.partition(" ")
    return rest if first.lower() in line.lexicon.determiners and rest else words
