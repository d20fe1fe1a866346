"""Where a line may end: pieces of text, hyphens inside words, the rules of East Asian and unspaced scripts."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from newsexport import segments
from newsexport.exporters.pdf import _hyphens
from newsexport.exporters.pdf._script import WIDE, extends, is_wide
from newsexport.patterns import lazy

LONGEST = 80  # characters of a piece; a longer one may end anywhere
_WORD = lazy(r"""["'“”‘’„«»‹›(\[¿¡–—-]*([^\W\d_]{5,40})(?:['’]\w{1,2})?[.,;:!?…"'”“’«»‹›)\]–—-]*\Z""")
_NO_START = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】°′″℃％‰ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ〜～…‥"
    ",.;:?!)]}»›%\u200b\u2060\u00a0\u202f"
)
_NO_END = frozenset("‘“（〔［｛〈《「『【([{«‹$£¥€￥＄\u2060\u00a0\u202f")
_CUTS = lazy(f"[-/\u2010\u2012-\u2014\u2026\u00ad\u200b\u2002-\u2006\u2008-\u200a\u3000{WIDE}{segments.UNSPACED}]|://")
_SIGNS = frozenset("-/\u2010\u2012\u2013\u2014\u2026\u00ad\u200b")  # and spaces: what most tokens do not have
_LEFT, _RIGHT = 2, 3  # letters that stay on either side of a hyphen


@lru_cache(4096)
def cuts(token: str) -> tuple[int, ...]:
    """Offsets in a token without spaces where a line may end before that character."""
    if len(token) <= LONGEST and _is_whole(token):
        return ()
    address = "://" in token or token.startswith("www.")
    words = frozenset(segments.cuts(token))
    found = [
        at
        for at in range(1, len(token))
        if at in words or _may_break(token, at, token[at - 1], token[at], address=address)
    ]
    if len(token) <= LONGEST:
        return tuple(found)
    made: list[int] = []
    for start, end in zip([0, *found], [*found, len(token)], strict=True):
        if end - start > LONGEST:
            made += [at for at in range(start + 1, end) if not extends(token[at])]
        made.append(end)
    return tuple(made[:-1])


def _is_whole(token: str) -> bool:
    """Whether nothing in a token shows that it may be cut; the pattern of all scripts takes a millisecond to compile."""
    if not _SIGNS.isdisjoint(token) or "://" in token:
        return False
    if token.isascii():
        return True
    return all(char <= "\u0dff" or "\u200c" <= char <= "\u2e7f" for char in token) or not _CUTS.search(token)


def _may_break(token: str, at: int, before: str, after: str, *, address: bool) -> bool:
    if extends(after) and after != "\u00ad":
        return False
    if address:
        return after in "?&#" or (before in "/=&-_." and after not in "/=&-_." and at > 1)
    if before in "\u00ad\u200b\u3000" or ("\u2002" <= before <= "\u200a" and before != "\u2007"):
        return True
    if is_wide(before) or is_wide(after):
        return after not in _NO_START and before not in _NO_END
    if before in "-/\u2010\u2012\u2013\u2014\u2026":
        return at > 1 and token[at - 2].isalpha() and after.isalpha()
    return False


def elastic(before: str, after: str) -> bool:
    """Whether a justified line may open between two characters that touch."""
    return is_wide(before) or is_wide(after)


@lru_cache(16)
def hyphenator(language: str | None) -> Callable[[str], tuple[int, ...]] | None:
    """Where a token of the language may be hyphenated, as offsets; None where the language has no patterns."""
    if not language:
        return None
    positions = _hyphens.positions(language, _LEFT, _RIGHT)
    if not positions:
        return None

    @lru_cache(4096)
    def points(token: str) -> tuple[int, ...]:
        found = _WORD.match(token)
        if not found or found[1].isupper():
            return ()
        # a change of spelling at the hyphen (German ck, Hungarian) is not set: such points are left out
        return tuple(found.start(1) + int(at) for at in positions(found[1]) if not getattr(at, "data", None))

    return points
