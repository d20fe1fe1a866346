"""Where a line may end inside text that is written without spaces: of South-East Asia, and headlines of East Asia.

Thai breaks between words where BudouX is installed (`newsexport[thai]`); without it, and in Lao, Khmer and Burmese, at
the vowels that only open or only close a syllable, which is rarer than a word but never inside a cluster. Chinese and
Japanese may break nearly everywhere, but a headline does not part a phrase where BudouX tells them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import accumulate

from newsexport.patterns import lazy

UNSPACED = "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0eb9\u0ebb-\u0ece\u0edc-\u0edf\u1000-\u109f\u1780-\u17d3"
"""The letters and signs of these scripts, as the inside of a character class."""
_RUN = lazy(f"[{UNSPACED}]{{2,}}")
_THAI = lazy("[\u0e01-\u0e4e]+")
_EAST_ASIAN = lazy("[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
EAST = "\u3041"
"""Text without a character from here on is neither Chinese nor Japanese."""
_TRADITIONAL = frozenset({"Hant", "TW", "HK", "MO"})
_MOST = 10_000  # letters that BudouX is given at once: where it finds no break its time grows with their square
_PARSERS = {
    "ja": "load_default_japanese_parser",
    "zh": "load_default_simplified_chinese_parser",
    "zh-hant": "load_default_traditional_chinese_parser",
}
_LEADING = frozenset("เแโใไເແໂໃໄ")  # vowels that open a syllable of Thai and Lao
_FINAL = frozenset("ะๅๆฯาำ")
_DEPENDENT = lazy("[\u0e2f-\u0e3a\u0e45-\u0e4e]")  # signs that stand after or on a consonant


def cuts(text: str) -> list[int]:
    """The offsets at which a line may end before that character, in ascending order."""
    found: list[int] = []
    for run in _RUN.finditer(text):
        words = _words() if _THAI.fullmatch(run[0]) else None
        found += [run.start() + at for at in (words or _syllables)(run[0])]
    return found


def phrases(text: str, language: str | None) -> frozenset[int] | None:
    """The offsets between the phrases of a headline in Chinese or Japanese; None where nothing tells them.

    They say nothing of the marks that no line begins or ends with.
    """
    if not language or language[:2] not in {"zh", "ja"} or not _EAST_ASIAN.search(text):
        return None
    traditional = not _TRADITIONAL.isdisjoint(language.split("-"))
    parse = _phrases("zh-hant" if traditional else language[:2])
    return frozenset(accumulate(map(len, parse(text)[:-1]))) if parse else None


def _syllables(run: str) -> list[int]:
    return [at for at in range(1, len(run)) if _between(run[at - 1], run[at])]


def _between(before: str, after: str) -> bool:
    return (after in _LEADING and before not in _LEADING) or (before in _FINAL and after not in _FINAL)


@cache
def _words() -> Callable[[str], list[int]] | None:
    """What tells the words of Thai apart; None where BudouX is not installed."""
    try:
        import budoux
    except ImportError:
        return None
    parse = budoux.load_default_thai_parser().parse

    def words(run: str) -> list[int]:
        return [at + cut for at in range(0, len(run), _MOST) for cut in inside(run[at : at + _MOST])]

    def inside(run: str) -> list[int]:
        found, start = [], 0
        for word in parse(run)[:-1]:
            end = start + len(word)
            # A single letter is no word, and no line begins with a dependent sign or ends with a leading vowel.
            if len(word) > 1 and not _DEPENDENT.match(run[end]) and run[end - 1] not in _LEADING:
                found.append(end)
            start = end
        return found

    return words


@cache
def _phrases(model: str) -> Callable[[str], list[str]] | None:
    """What parts a text into phrases; None where BudouX is not installed."""
    try:
        import budoux
    except ImportError:
        return None
    parse: Callable[[str], list[str]] = getattr(budoux, _PARSERS[model])().parse
    return parse
