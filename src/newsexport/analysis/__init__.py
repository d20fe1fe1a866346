"""Facts about an article, derived from its text alone; pure, without any I/O."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsexport.model import Article, texts

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\u0e00-\u0e7f\U00020000-\U0003ffff]")
WORDS_A_MINUTE = 230  # silent reading of non-fiction, Brysbaert 2019: 238 in English
DENSE_A_MINUTE = 500  # characters of Chinese, Japanese, Korean or Thai


@dataclass(frozen=True, slots=True)
class Facts:
    """What can be said of an article by counting: words (scripts without spaces count by characters) and minutes."""

    words: int
    reading_minutes: int


def facts(article: Article) -> Facts:
    """The facts of an article's body."""
    body = "\n".join(text for block in article.blocks for text, _ in texts(block))
    dense = len(_DENSE.findall(body))
    spaced = len(_WORD.findall(_DENSE.sub(" ", body) if dense else body))
    minutes = round(spaced / WORDS_A_MINUTE + dense / DENSE_A_MINUTE)
    return Facts(words=spaced + dense, reading_minutes=max(1, minutes) if spaced + dense else 0)
