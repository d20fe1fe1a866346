"""Who said what, and who is in the story, as entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsexport.analysis import Facts, Notebook, Quotation
from newsexport.analysis.length import seconds
from newsexport.briefing._items import Entry, one_line
from newsexport.model import Article, Emphasis, texts
from newsexport.wording import Words

_LONGEST = 6.0  # seconds: of a longer quotation only its first sentences are told
_GOOD = 1.5, 5.0  # seconds: a quotation that says something, and fits
_SHORTEST = 1.0  # seconds: four words
_UNKNOWN = 2  # quotations without a speaker, where none has one
_LIKE = frozenset({"direct", "dialogue"})
_STOPS, _DENSE_STOPS = frozenset(".!?…"), frozenset("。！？")
_MARKS = {"“": "”", "„": "“", "«": "»", "»": "«", "「": "」", "『": "』", "‘": "’", "‚": "‘", '"': '"', "'": "'"}
_AFTER = " \t\u00a0\u202f,،，、;"
_NARROW = "\u202f"
_INSIDE = frozenset({"\u00a0", _NARROW})
_MOST, _ENOUGH = 2, 3  # quotations of one speaker; of all, where the second ones count


def quotes(article: Article, found: Facts | Notebook, ours: Words) -> Iterator[Entry]:
    """The quotations worth telling, best first: each speaker's best, and a second one where few people speak.

    Those without a sure speaker are told only where none has one, and say so.
    """
    alike = [(quote, seconds(quote.text)) for quote in found.quotes if quote.kind in _LIKE]
    likely = [(quote, long) for quote, long in alike if long >= _SHORTEST]
    spoken = [(quote, long) for quote, long in likely if quote.attribution and quote.attribution.name]
    seen: dict[str, int] = {}
    ranked: list[tuple[int, int, Quotation]] = []
    for quote, _ in sorted(spoken, key=_worth, reverse=True):
        name = _name(quote)
        ranked.append((seen.setdefault(name, 0), len(ranked), quote))
        seen[name] += 1
    enough = max(len(seen), _ENOUGH)
    for nth, _, quote in sorted(ranked, key=lambda one: one[:2])[:enough]:
        if nth < _MOST:
            yield _told(quote, article, ours)
    if not spoken:
        marked = [one for one in likely if one[0].style]  # the turns of an interview say little by themselves
        yield from (_told(quote, article, ours) for quote, _ in sorted(marked, key=_worth, reverse=True)[:_UNKNOWN])


def people(found: Facts | Notebook, told: Sequence[Entry], counted: Sequence[int | None]) -> Iterator[Entry]:
    """The people with a role whom "who said what" does not name, each where a numbered paragraph first names them."""
    said = "\n".join(entry.text for entry in told)
    for one in found.people:
        place = next((segment for segment in one.segments if counted[segment[0]] is not None), None)
        if one.role and place and one.name not in said:
            name = one_line(one.name)
            marks = (Emphasis(0, len(name), strong=True),)
            yield Entry(f"{name}, {one_line(one.role)}", place[0], marks, place[1])


def _worth(timed: tuple[Quotation, float]) -> tuple[float, float]:
    """A whole quotation of a good length before others, then the earlier one; with the seconds that it takes."""
    quote, long = timed
    least, most = _GOOD
    good = least <= (long if long <= _LONGEST else seconds(_cut(one_line(quote.text)))) <= most
    return (quote.closed + 2 * good, -quote.segments[0][0])


def _name(quote: Quotation) -> str:
    return (quote.attribution.name if quote.attribution else None) or ""


def _told(quote: Quotation, article: Article, ours: Words) -> Entry:
    mark = quote.style[:1] or "“"
    block, at, _ = quote.segments[0]
    inside = _space(article, block, at)
    words = f"{mark}{inside}{_cut(one_line(quote.text)).strip(_AFTER)}{inside}{_MARKS.get(mark, '”')}"
    name, role = one_line(_name(quote)), quote.attribution.role if quote.attribution else None
    if not name:
        return Entry(f"{words} — {ours.unattributed}", block, place=at)
    start = len(words) + 3
    text = f"{words} — {name}" + (f", {one_line(role)}" if role else "")
    return Entry(text, block, (Emphasis(start, start + len(name), strong=True),), at)


def _space(article: Article, block: int, at: int) -> str:
    """The space that the article sets inside its quotation marks, as French does, one that does not break; else nothing."""
    said = "\n".join(text for text, _ in texts(article.blocks[block])) if block < len(article.blocks) else ""
    inside = said[at + 1 : at + 2]
    return _NARROW if inside == " " else inside if inside in _INSIDE else ""


def _ends(sign: str, after: str) -> bool:
    return sign in _DENSE_STOPS or (sign in _STOPS and after.isspace())


def _cut(text: str) -> str:
    """The text, or its first sentences with "…" where it is long."""
    if seconds(text) <= _LONGEST:
        return text
    ends = [at for at, sign in enumerate(text, 1) if _ends(sign, text[at : at + 1])]
    fitting = [end for end in ends if seconds(text[:end]) <= _LONGEST]
    if fitting:
        return f"{text[: fitting[-1]]} …"
    return text[: ends[0]] + " …" if ends else text
