"""How long an article is: its words and the minutes of reading they take."""

from __future__ import annotations

import re
from functools import cache

from newsexport.model import Article, whole
from newsexport.patterns import lazy, leaves

WORDS_A_MINUTE = 230  # silent reading of non-fiction, Brysbaert 2019: 238 in English
DENSE_A_MINUTE = 400  # characters of Chinese, Japanese, Korean or Thai; docs/figures.md has the norms
# What may be written without spaces, said by what is not: a class of wide ranges takes longer to compile than a story to read.
DENSE = r"[^\x00-\u0dff\u0e80-\u303f]"
_THAI = lazy("[\u0e00-\u0e7f]")
_SPACED_PAGES = bytes(
    page for page in range(0x30) if page != 0x0E
)  # of 256 characters; a glance that costs next to nothing
_WORD = lazy(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_SIGNS = frozenset("-–―&+/|*•·:;.,!?…«»‹›“”„\"'()[]") | {"--", "...", "»,", "»."}  # between spaces they are no words


def counted(article: Article) -> tuple[int, int]:
    """The words of an article's body, and the characters of scripts that write without spaces, which are not in them."""
    return _counted("\n".join(map(whole, article.blocks)))


def seconds(text: str) -> float:
    """Seconds that reading a text takes."""
    return lasting(*_counted(text))


def lasting(spaced: int, dense: int) -> float:
    """Seconds that reading so many words and characters takes."""
    return 60 * (spaced / WORDS_A_MINUTE + dense / DENSE_A_MINUTE)


def has_dense(text: str) -> bool:
    """Whether a character of a script that writes without spaces, or of a rare one, is in a text."""
    if not leaves(text, _SPACED_PAGES):
        return False
    return max(text) >= "\u3040" or bool(_THAI.search(text))


def minutes(spaced: int, dense: int) -> int:
    """Minutes of reading: none where there is nothing to read, else at least one."""
    return max(1, round(spaced / WORDS_A_MINUTE + dense / DENSE_A_MINUTE)) if spaced + dense else 0


def _counted(body: str) -> tuple[int, int]:
    if not has_dense(body):
        return _spaced(body), 0
    apart, dense = _dense().subn(" ", body)
    return len(_WORD.findall(apart)) if dense else _spaced(body), dense


@cache
def _dense() -> re.Pattern[str]:
    return lazy("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]")


def _spaced(body: str) -> int:
    pieces = body.replace("—", " ").split()
    signs = 0 if _SIGNS.isdisjoint(pieces) else sum(map(pieces.count, _SIGNS.intersection(pieces)))
    return len(pieces) - signs
