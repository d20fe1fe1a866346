"""What a word is: an adverb, part of a name, a trade, several people."""

from __future__ import annotations

from newsexport.analysis._tokens import QUOTED, Line

_UNNAMED = ("ing", "ed")
_SHORTENED = ("'ll", "'ve", "'m", "'re", "n't", "'d")
_NO_TRADES = frozenset(
    "senior junior former another latter either interior exterior superior number letter matter center summer winter dinner weather"
    " recent current different important relevant independent significant silent violent absent urgent distant constant percent moment"
    " parent content talent student extent intent accident incident cement patient agreement government department statement".split()
)
_NO_ADVERB = frozenset(
    "family ally assembly italy reply emily kelly sally billy kimberly holly molly july anomaly rally supply".split()
)


def adverb(line: Line, place: int) -> bool:
    """Whether a word may stand between a subject and its verb."""
    word = line.lower[place]
    return word in line.lexicon.adverbs or (word.endswith("ly") and len(word) > 4 and word not in _NO_ADVERB)


def named(line: Line, place: int) -> bool:
    """Whether a word may be part of a name: a capital, and no word that any sentence may begin with."""
    word, lexicon = line.lower[place], line.lexicon
    if not line.upper(place):
        return (
            word in lexicon.particles
            and place + 1 < len(line.words)
            and line.upper(place + 1)
            and word not in lexicon.joints
        )
    if word in lexicon.times or word == "i" or word.endswith(_SHORTENED):
        return word == "may" and place > 0 and line.upper(place - 1) and not _opens(line, place)
    if _opens(line, place):
        return not _ordinary(line, place)
    return True


def _opens(line: Line, place: int) -> bool:
    if place and line.words[place - 1] == QUOTED:
        return line.last(place - 1) != ","
    return place == 0 or line.words[place - 1] in ".!?:;—–("


def _ordinary(line: Line, place: int) -> bool:
    """Whether the capital may only be that of the sentence's beginning."""
    word, after, lexicon = line.lower[place], place + 1, line.lexicon
    if adverb(line, place):
        return True
    if word in lexicon.plurals:
        return True
    if word in lexicon.verbs and word not in lexicon.titles:
        return after == len(line.words) or line.lower[after] not in lexicon.verbs
    if word in lexicon.functional or (lexicon.inverted and word in lexicon.openers):
        return True
    if after < len(line.words) and line.upper(after) and line.words[after] != QUOTED and line.words[after] != "I":
        return word in lexicon.adverbs or word.endswith("ly")
    if word.endswith(("'s", "s'")) or word in lexicon.titles:
        return False
    return not (line.known(line.words[place]) or _acts(line, place))


def _acts(line: Line, place: int) -> bool:
    """Whether what follows makes a word a subject: a verb or what goes before one, an age, a clause with `who`."""
    after, lexicon = place + 1, line.lexicon
    if after >= len(line.words) or line.lower[place].endswith(_UNNAMED):
        return False
    word = line.lower[after]
    if word in {"later", "earlier", "ago"} and line.lower[place].endswith("s"):
        return False
    if word in lexicon.verbs or word in lexicon.auxiliaries or (adverb(line, after) and not line.upper(after)):
        return word.endswith(_UNNAMED[1:]) or not word.endswith("ing")
    if after + 1 >= len(line.words):
        return False
    if word in lexicon.conjunctions:
        return line.upper(after + 1) or line.lower[after + 1].isdigit()
    if word != ",":
        return False
    word = line.lower[after + 1]
    return word in lexicon.relatives or word in lexicon.determiners or word.isdigit() or word.endswith("ing")


def trade(line: Line, place: int) -> bool:
    """Whether a word says what a person is: a spokesman, a geologist."""
    word = line.lower[place]
    if word in line.lexicon.roles:
        return True
    if line.lexicon.inverted and not line.upper(place):
        return False  # German writes trades with a capital
    return (
        len(word) > 5
        and word.endswith(line.lexicon.trades)
        and word not in line.lexicon.verbs
        and word not in _NO_TRADES
    )


def several(line: Line, place: int) -> bool:
    """Whether a word says what several people are: officials, backers."""
    word = line.lower[place]
    return word in line.lexicon.plurals or (len(word) > 5 and word.endswith(line.lexicon.several))


def leads(line: Line, place: int) -> bool:
    """Whether a word may stand before a name: `spokesman Ana Roe`, `state Sen. Ana Roe`."""
    return trade(line, place) or line.lower[place] in line.lexicon.titles
