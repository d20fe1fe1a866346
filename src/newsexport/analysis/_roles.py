"""What a person is by trade or office, as it stands before a name or behind it."""

from __future__ import annotations

from newsexport.analysis._lexicon import Lexicon
from newsexport.analysis._names import Name
from newsexport.patterns import lazy

_APPOSED = lazy(
    r",\s((?:the|a|an|its|his|her|their)\s)?((?:[^,.;:()“”\"\n]|\.(?=\w)|(?<=\b[A-Z])\.(?=\s\w)){3,110})(?=[,.;]|\swho\b)"
)
_BEFORE = lazy(r"(?<![\w'’-])((?:[\w'’.-]{1,30}\s){1,4})\Z")
_NO_TRADES = frozenset("enlist consist persist resist insist exist assist woman human roman german including".split())
_ENDS = ("ist", "ian", "man", "woman", "person")
_LONGEST = 6  # words of an office in capitals


def role(text: str, name: Name, lexicon: Lexicon) -> str | None:
    """The role that stands before or behind a name in a text."""
    if name.title and (title := office(name, lexicon)):
        return title
    apposed = _APPOSED.match(text, name.end) if text[name.end : name.end + 1] == "," else None
    if apposed and (found := _apposed(apposed[2], bool(apposed[1]), lexicon)):
        return found
    if not text[name.start - 1 : name.start].isspace():
        return None
    back = max(0, name.start - 60)
    last = text[back : name.start].rsplit(None, 1)[-1:]
    if (
        not last
        or not last[0][-1].isalpha()
        or (last[0].isalpha() and not (last[0].islower() and _trade(last[0], lexicon)))
    ):
        return None
    before = _BEFORE.search(text, back, name.start)
    return _before(before[1].split(), lexicon) if before else None


def office(name: Name, lexicon: Lexicon) -> str | None:
    """What a name's title says beside the honorific: `Foreign Secretary`."""
    if not name.title:
        return None
    words = [word for word in name.title.split() if word.lower() not in lexicon.honorifics]
    return " ".join(words) if 0 < len(words) <= _LONGEST else None


def _apposed(text: str, article: bool, lexicon: Lexicon) -> str | None:
    """The role in what stands between commas: its noun, before any preposition, is a trade."""
    words = text.split()
    lower = [word.lower() for word in words]
    head = next((place for place, word in enumerate(lower) if _parts(word, lexicon)), len(words))
    plain = lower[:head]
    trades = [place for place, word in enumerate(words[:head]) if _trade(word, lexicon)]
    if not trades or not (article or trades[-1] == head - 1) or plain[0].isdigit() or plain[0].endswith(("ing", "ed")):
        return None
    if any(_verbal(word, lexicon) and not _trade(word, lexicon) for word in plain):
        return None
    who = next((place for place, word in enumerate(lower) if word in lexicon.relatives), len(words))
    return " ".join(words[:who])


def _parts(word: str, lexicon: Lexicon) -> bool:
    """Whether a word ends what a noun is: a preposition, a relative, a conjunction."""
    return word in lexicon.joints or word in lexicon.relatives or word in lexicon.boundaries


def _verbal(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.verbs or word in lexicon.auxiliaries or word in lexicon.pronouns


def _trade(word: str, lexicon: Lexicon) -> bool:
    return word.lower() in lexicon.roles or (
        word.islower() and len(word) > 5 and word.endswith(_ENDS) and word not in _NO_TRADES
    )


def _before(words: list[str], lexicon: Lexicon) -> str | None:
    """The role in the words before a name, back to an article, a preposition or a verb."""
    if not words or not words[-1].islower() or not _trade(words[-1], lexicon):
        return None
    start = len(words) - 1
    while start and not _barred(words[start - 1].lower(), lexicon) and words[start - 1][-1].isalnum():
        start -= 1
    return " ".join(words[start:])


def _barred(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is no part of a role."""
    if word in lexicon.functional or word in lexicon.verbs:
        return True
    return word in lexicon.adverbs or word in lexicon.times or word in _NO_TRADES
