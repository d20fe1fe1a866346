"""The words of a block outside its quotations, each quotation standing as one word; and the sentences they make."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from newsexport.analysis._facts import Segment
from newsexport.analysis._lexicon import Lexicon
from newsexport.patterns import lazy, typed
from newsexport.records import NamedTuple

QUOTED = "“”"  # the word that stands for a quotation
_WORD = r"[^\W_]+(?:[-'’.&/][^\W_]+)*|[^\w\s]"
_TOKEN = lazy(_WORD)
_PLAIN = lazy(r"[A-Za-z0-9]+(?:[-'^.&/][A-Za-z0-9]+)*|[^A-Za-z0-9_ \t-\r\x1c-\x1f]")  # the same in ASCII
_ELIDED = lazy(
    r"(?:[cdjlmnstCDJLMNST]|[qQ]u|[jJ]usqu|[dD]all|[dD]ell|[nN]ell|[sS]ull|[aA]ll|[uU]n)['’](?=\w)"
    r"|[^\W\d_]+-(?:t-)?(?=(?:il|elle|ils|elles|on|je|nous)(?!\w))|" + _WORD
)
# What a full stop belongs to; so it does to single letters (`J.`, `U.S.`) and to what stands before a comma (`D-Vale.,`).
_SHORTENED = frozenset(
    "Mr Mrs Ms Mx Dr Sen Sens Rep Reps Gov Gen Lt Col Capt Cmdr Sgt St Prof Rev Hon Jr Sr Atty Supt Maj Adm Cpl Pvt Sr Sra Mme No vs Inc Co Corp Ltd"
    " Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Ala Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Ky Md Mass Mich Minn Miss Mo Mont Neb Nev Okla"
    " Ore Pa Tenn Tex Va Vt Wash Wis Wyo Del Dist Dept Univ Bros Est approx".split()
)
_ENDS = frozenset(".!?…。！？؟।")
_BREAKING = _ENDS | {QUOTED[-1]}  # the last characters of words that a sentence may end with
_SOFT = frozenset("!?！？؟…—–-")
_REACH = 14  # words after a question or an exclamation that may hold its verb of saying


class Sentence(NamedTuple):
    """Words `start` to `end` (exclusive) of a line."""

    start: int
    end: int


class Line:
    """The words of one text, with their places in it; `quoted` leads from a word that stands for a quotation to its number."""

    def __init__(
        self, text: str, block: int, cuts: list[tuple[int, int, int]], lexicon: Lexicon, known: Callable[[str], bool]
    ) -> None:
        self.text, self.block, self.lexicon, self.known = text, block, lexicon, known
        self.typed = text if lexicon.eliding else typed(text)
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.quoted: dict[int, int] = {}
        place = 0
        for start, end, number in cuts:
            self._take(place, start)
            self.quoted[len(self.words)] = number
            self._add(QUOTED, start, end)
            place = end
        self._take(place, len(text))
        self.lower = [word.lower() for word in self.words]
        if "’" in text:
            self.lower = [word if word.isascii() else word.replace("’", "'") for word in self.lower]
        if lexicon.eliding:
            self.lower = [word.removesuffix("-t-").removesuffix("-") or word for word in self.lower]
        self.verbs = [place for place, word in enumerate(self.lower) if word in lexicon.verbs]

    def _take(self, start: int, end: int) -> None:
        text = self.text
        token = _ELIDED if self.lexicon.eliding else _PLAIN if self.typed.isascii() else _TOKEN
        spans = [found.span() for found in token.finditer(self.typed, start, end)]
        if stops := [at for at, (begin, _) in enumerate(spans) if text[begin] == "." and at]:
            spans = self._with_stops(spans, stops)
        self.words += [text[begin:close] for begin, close in spans]
        self.starts += [begin for begin, _ in spans]
        self.ends += [close for _, close in spans]

    def _with_stops(self, spans: list[tuple[int, int]], stops: list[int]) -> list[tuple[int, int]]:
        """The spans of words; of those with the numbers `stops`, full stops, the ones that belong to a word as part of it."""
        taken = set()
        for at in stops:
            (begin, close), (stop, after) = spans[at - 1], spans[at]
            if close == stop and self._takes_stop(begin, close):
                spans[at - 1] = begin, after
                taken.add(at)
        return [span for at, span in enumerate(spans) if at not in taken] if taken else spans

    def _takes_stop(self, start: int, end: int) -> bool:
        """Whether the full stop at `end` belongs to the word before it."""
        if end - start == 1 or self.text[end - 2] == "." or self.text[start:end] in _SHORTENED:
            return self.text[start].isalpha()
        return self.text[end + 1 : end + 2] == ","

    def _add(self, word: str, start: int, end: int) -> None:
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)

    def between(self, start: int, end: int) -> str:
        """The text of words `start` to `end` (exclusive)."""
        return self.text[self.starts[start] : self.ends[end - 1]]

    def segment(self, start: int, end: int) -> Segment:
        """Where words `start` to `end` (exclusive) stand."""
        return self.block, self.starts[start], self.ends[end - 1]

    def upper(self, place: int) -> bool:
        """Whether a word begins with a capital."""
        return self.words[place][0].isupper()

    def last(self, place: int) -> str:
        """The last character between the marks of a quotation, closing marks left out."""
        end = self.ends[place]
        return self.text[max(self.starts[place], end - 12) : end].rstrip("\"'”’“‘»«›‹」』`´ \xa0\u202f")[-1:]

    def verbs_of(self, low: int, high: int) -> list[int]:
        """The verbs of saying from `low` to `high` (exclusive), those left out that only another word makes so."""
        within = self.verbs[bisect_left(self.verbs, low) : bisect_left(self.verbs, high)]
        return [verb for verb in within if self._usable(verb)]

    def _usable(self, verb: int) -> bool:
        words = self.lexicon.phrasal.get(self.lower[verb])
        return not words or (verb + 1 < len(self.words) and self.lower[verb + 1] in words)

    def sentences(self) -> list[Sentence]:
        """The sentences in order; a quotation with its verb of saying is one."""
        found, start = [], 0
        lines, last = "\n" in self.text, len(self.words) - 1
        for place, word in enumerate(self.words):
            if (lines or place == last or word[-1] in _BREAKING) and self._breaks(place, start):
                found.append(Sentence(start, place + 1))
                start = place + 1
        if start < len(self.words):
            found.append(Sentence(start, len(self.words)))
        return found

    def _breaks(self, place: int, start: int) -> bool:
        word, after = self.words[place], place + 1
        if after == len(self.words):
            return True
        if "\n" in self.text[self.ends[place] : self.starts[after]]:
            return True
        following = self.words[after]
        if word == QUOTED:
            return self._ends_after_quotation(place, start)
        if word in _ENDS:
            return following not in _ENDS and following not in ")]" and not following[0].islower()
        if len(word) > 1 and word[-1] == "." and following != QUOTED:
            return self.lower[after] in self.lexicon.starters and self.upper(after)
        return False

    def _ends_after_quotation(self, place: int, start: int) -> bool:
        following = self.words[place + 1]
        if not (following[0].isupper() or following == QUOTED or not following[0].isalpha()):
            return False
        if following in ",;:.!?)]—–-…":
            return False
        last = self.last(place)
        if last in _SOFT:
            return place > start or following == QUOTED or not self._said_soon(place + 1)
        return last in _ENDS

    def _said_soon(self, place: int) -> bool:
        for at in range(place, min(len(self.words), place + _REACH)):
            if self.words[at] == QUOTED or self.words[at] in _ENDS:
                return False
            if self.lower[at] in self.lexicon.verbs:
                return True
        return False
