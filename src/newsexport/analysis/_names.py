"""The names of people in a text: runs of words with capitals, parted into title and name."""

from __future__ import annotations

from collections.abc import Iterator

from newsexport.analysis._first_names import HE, SHE
from newsexport.analysis._lexicon import Lexicon
from newsexport.patterns import lazy, typed
from newsexport.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

_CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽΆΈ-ΏΑ-ΩА-ЯЁІЇЄҐ"
_REST = r"[\w'’-]*(?:\.(?=\w)[\w'’-]*)*"
_STOP = rf"(?:(?<=\b[{_CAPITALS}])\.|(?<=Mr|Ms|Dr|Lt|Jr|Sr|St)\.|(?<=Mrs|Sen|Rep|Gov|Gen|Col|Rev|Hon|Sgt)\.|(?<=Prof|Capt|Supt|Sens|Reps)\.)?"
_WORD = rf"[{_CAPITALS}]{_REST}{_STOP}"
_JOINT = r" (?:(?:of (?:the )?|de (?:la |los )?|d[aeiou]s? |del |du |van (?:de[nr]? )?|von (?:der )?|bin |ibn |al-|el-|le |la |y )?)"
# The capital comes first, what may not stand before it second: so the engine goes from capital to capital.
_RUN = lazy(rf"[{_CAPITALS}](?<!\w.){_REST}{_STOP}(?:{_JOINT}{_WORD})*")
# The same for English, whose letters are ASCII.
_PLAIN_RUN = lazy(_RUN.pattern.replace(_CAPITALS, "A-Z").replace("’", ""))
_OWNED = ("'s", "’s", "'", "’")
_PARTICLES = frozenset("de la los da do dos das di del du van den der von bin ibn le y".split())
# Titles that are surnames as well: with a first name before them they are names.
_SURNAMES = frozenset("king dean pope bishop earl judge prince major duke baron young".split())
_AFFAIRS = frozenset(
    "state defense defence homeland security commerce energy education labor labour treasury health justice interior agriculture"
    " transportation transport housing veterans affairs war finance culture roads trade staff counsel representatives".split()
)
_PARTIES = frozenset("D R".split())
_NO_PERSON = frozenset(
    "house senate congress court party university college institute department ministry office agency bank group company corp inc ltd news times post journal"
    " press daily today county city state states street avenue road river lake island islands north south east west association committee council"
    " commission union league club center centre foundation fund school hospital church air force army navy police service services bureau act bill"
    " day war world cup games series prize award park square hill hills capital partners international network media tv radio team project law code"
    " street airlines airport station bridge building tower hotel museum society federation movement front forces administration campaign convention"
    " republic kingdom nations assembly parliament board authority trust programme program plan report treaty agreement accord summit watch street".split()
)


Single: TypeAlias = tuple[str, int, int]  # a word that may be a name, its block and its place


class Name(NamedTuple):
    """A name at `start` to `end` of a block's text, honorific included, and what stands before it as its title."""

    block: int
    start: int
    end: int
    words: tuple[str, ...]
    title: str = ""

    @property
    def surname(self) -> str:
        """The word by which a person is named alone."""
        return self.words[-2] if self.words[-1] in _JUNIOR and len(self.words) > 1 else self.words[-1]

    @property
    def full(self) -> str:
        """The name without its title."""
        return " ".join(self.words)


_JUNIOR = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})


def names(text: str, block: int, lexicon: Lexicon, singles: list[Single]) -> Iterator[Name]:
    """Every run of capitals that may be a person's name, in order; those of one word go to `singles`: most are none."""
    opening = lexicon.opening
    plain = typed(text.replace("\u00a0", "#"))  # which parts names, as other signs do
    for found in _PLAIN_RUN.finditer(plain) if plain.isascii() else _RUN.finditer(text):
        run = text[found.start() : found.end()]
        if " " not in run:
            if run not in opening and (word := _bare(run, lexicon)):
                singles.append((word, block, found.start()))
            continue
        for begin, words in _parts(run, found.start(), lexicon):
            if name := parted(words, begin, block, lexicon):
                yield name


def named(single: Single) -> Name:
    """The name that one word is."""
    word, block, start = single
    return Name(block, start, start + len(word), (word,))


def _bare(word: str, lexicon: Lexicon) -> str | None:
    """A word that may be a name by itself, without the ending of what it owns."""
    plain = word.rstrip(".").lower()
    if plain in lexicon.nameless or plain in _NO_PERSON:
        return None
    if word.endswith(_OWNED):
        return word[:-2] if word[-1] == "s" else word[:-1]
    return word


def _parts(run: str, start: int, lexicon: Lexicon) -> Iterator[tuple[int, list[str]]]:
    """The run without words that only open a sentence, cut where a name is owned by another or a day stands."""
    words: list[str] = []
    place = begin = start
    for word in run.split(" "):
        plain = word.rstrip(".").lower()
        opening = not words and (plain in lexicon.openers or plain in _PARTICLES or plain in {"of", "the"})
        timed = plain in lexicon.times and plain != "may"
        if opening or timed:
            if words:
                yield begin, words
            words = []
            begin = place + len(word) + 1
        else:
            words.append(word)
            if word.endswith(_OWNED):
                yield begin, words
                words, begin = [], place + len(word) + 1
        place += len(word) + 1
    if words:
        yield begin, words


def parted(words: list[str], start: int, block: int, lexicon: Lexicon) -> Name | None:
    """Title and name of a run of words; None where nothing is left for a name."""
    last = words[-1]
    if len(words) == 1:
        word = _bare(last, lexicon)
        return named((word, block, start)) if word else None
    bare = last
    if last.endswith(_OWNED):
        bare = last[:-2] if last[-1] == "s" else last[:-1]
    plain = [*(word.lower() for word in words[:-1]), bare.lower()]
    titled = not lexicon.titles.isdisjoint(plain) or (bool(lexicon.offices) and any(map(lexicon.is_office, plain[:-1])))
    if not titled and "of" in plain:
        return None
    cut = (
        max((place + 1 for place, word in enumerate(plain) if _is_title(word, place, plain, lexicon)), default=0)
        if titled
        else 0
    )
    while 0 < cut < len(words) - 1 and (plain[cut] in {"of", "the", "and"} or plain[cut] in _AFFAIRS):
        cut += 1
    cut = cut or _before_first_name(plain, lexicon)
    kept = [*words[cut:-1], bare] if cut < len(words) else []
    if not _PARTIES.isdisjoint(kept[1:]):
        kept = kept[: next(place for place, word in enumerate(kept) if place and word in _PARTIES)]
    if not kept or len(kept) > 5 or kept[-1].lower() in _NO_PERSON or "of" in kept:
        return None
    if not cut:
        return Name(block, start, start + len(" ".join(kept)), tuple(kept))
    title = " ".join(words[:cut])
    offset = start + len(title) + 1
    honorific = plain[cut - 1] in lexicon.honorifics
    begin = offset - len(words[cut - 1]) - 1 if honorific else offset
    return Name(block, begin, offset + len(" ".join(kept)), tuple(kept), title)


def _before_first_name(plain: list[str], lexicon: Lexicon) -> int:
    """How many words stand before a well-known first name, the last of them a trade: `Autorin Ana Roe`."""
    for place in range(1, len(plain) - 1):
        before = plain[place - 1]
        trade = before in lexicon.roles or (bool(lexicon.trades) and before.endswith(lexicon.trades))
        if trade and (plain[place] in HE or plain[place] in SHE):
            return place
    return 0


def _is_title(word: str, place: int, plain: list[str], lexicon: Lexicon) -> bool:
    if word not in lexicon.titles:
        return place < len(plain) - 1 and lexicon.is_office(word)
    last = len(plain) - 1 - (plain[-1] in {"jr", "jr.", "sr", "sr."})
    surname = word in _SURNAMES and place == last and 1 < len(plain) < 5
    return not (surname and plain[0] not in lexicon.titles)
