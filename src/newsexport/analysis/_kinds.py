"""What words in quotation marks are: speech, a fragment of it, scare quotes or a title."""

from __future__ import annotations

from newsexport.analysis._facts import Kind
from newsexport.analysis.length import DENSE, has_dense
from newsexport.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

Judged: TypeAlias = tuple[Kind, str, float]

_CUES = """
said says say saying told tells added adds wrote writes noted notes asked asks replied stated states announced
insisted explained argued warned claimed admitted recalled quipped shouted joked continued concluded tweeted posted
remarked declared responded according commented testified called calls described describes branded
dit dite disait déclaré déclare affirmé affirme ajouté ajoute expliqué explique indiqué estime souligné lance
sagte sagt erklärte erklärt betonte schrieb meinte fügte antwortete fragte
dijo dice afirmó aseguró señaló explicó añadió declaró respondió indicó sostuvo manifestó
disse detto afferma afirmou explicou acrescentou declarou
zei zegt sade säger sier siger sanoi powiedział powiedziała
сказал сказала заявил заявила отметил сообщил добавил добавила قال قالت وأضاف أضاف
"""
CUES = frozenset(_CUES.split())
# Verbs of saying that scripts without spaces attach to the marks, before and after.
_ATTACHED_BEFORE = ("说", "說", "表示", "称", "稱", "指出", "写道", "寫道", "ว่า")
_ATTACHED_AFTER = ("라고", "이라고", "と述", "と言", "と語", "と話", "と説", "と訴", "เขากล่าว", "กล่าว")
_WORD = lazy(r"[^\W\d_]+")
_WORDS = lazy(r"[^\W\d_]+(?:-[^\W\d_]+)*")  # "so-called" says nothing
_ENDS, _CLOSING = frozenset(".!?…。！？؟"), "\"'”’»)]"
_IN_TITLES = "a an and at by de des du for from in la le of on or the to und with y"
_SMALL = frozenset(_IN_TITLES.split())
_CLAUSE = lazy(r"[.!?;:\n]")
_JOINING = frozenset(",，?!？！—–-。،")  # speech ends so before its speaker
_STOPS = frozenset(".,。")
_DENSE = lazy(DENSE)
_SHORT, _SHORT_DENSE, _TITLE, _LONG = 3, 6, 8, 8  # words, characters, words, words
_NEAR = 60  # characters round a quotation that may hold its cue


def judged(words: str, text: str, start: int, end: int) -> Judged:
    """The kind of the words between marks at `start` to `end` of a text, why, and how sure that is."""
    before, after = text[max(0, start - _NEAR) : start].rstrip(), text[end : end + _NEAR].lstrip(" \xa0\u202f")
    first = words[:1] if words[:1].isalnum() else _first(words)
    lower = first.islower()
    if words[-1:] not in ".!?" and _is_title(words, before):
        return "title", "short, in capitals", 0.75
    if cue := _cue(words, before, after):
        whole = not lower or (cue == "cue after" and _begins(before))
        return ("direct", cue, 0.97) if whole else ("fragment", cue, 0.9)
    ended = _ends(words) or words[-1:] in {",", "，"}
    if not lower and _begins(before) and after[:1] in _STOPS:
        ended = True
    size = _size(words)
    if size <= _SHORT and (lower or not ended):
        return "scare", "short, without a cue", 0.7
    uncased = not lower and not first.isupper()
    if not lower and (ended or after[:1] in _STOPS or size >= _LONG or not before or (uncased and _begins(before))):
        return "direct", "a sentence", 0.85
    return "fragment", "part of a sentence", 0.8


def _cue(words: str, before: str, after: str) -> str | None:
    if before[-1:] in {":", "："}:
        return "colon before"
    if before.endswith(_ATTACHED_BEFORE):
        return "cue before"
    if after.startswith(_ATTACHED_AFTER):
        return "cue after"
    if not CUES.isdisjoint(_WORDS.findall(before.lower())[-3:]) and not _ends(before):
        return "cue before"
    joined = words[-1:] in _JOINING or after[:1] in _JOINING
    sentence = _CLAUSE.split(after, maxsplit=1)[0]
    if not CUES.isdisjoint(_WORD.findall(sentence.lower())[: 5 if joined else 2]):
        return "cue after"
    return None


def _is_title(words: str, before: str) -> bool:
    if before[-1:] in {":", ","} or not 1 < words.count(" ") + 1 <= _TITLE:
        return False
    said = words.split()
    ends = said[0][:1].isupper() and said[-1][:1].isupper()
    return ends and all(word in _SMALL or word[0].isupper() or word[0].isdigit() for word in said)


def _begins(before: str) -> bool:
    return not before or _ends(before) or before[-1:] in {"—", "–"}


def _ends(text: str) -> bool:
    return text.rstrip(_CLOSING)[-1:] in _ENDS


def _first(words: str) -> str:
    return next((char for char in words[:40] if char.isalnum()), "")


def _size(words: str) -> float:
    if not has_dense(words) or not (dense := len(_DENSE.findall(words))):
        return len(words.split())
    return dense * _SHORT / _SHORT_DENSE
