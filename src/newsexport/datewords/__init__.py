"""What the words of a date mean: months, weekdays, and the small words between and around them, in any language."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator

from newsexport.patterns import lazy

_ACCENTS = dict.fromkeys(range(0x300, 0x370))
# Arabic text writes ya and kaf as Persian does, and the other way round; kashida only stretches; ı is for Turkish capitals.
_SAME = str.maketrans({"ي": "ی", "ك": "ک", "\u0640": None, "ı": "i"})
_HEBREW = tuple("בהמלו")
_HEBREW_PREFIX = lazy("[בהמלו]{1,2}[־-]?(?=[א-ת]{3})")

JALALI = {
    word: number
    for number, words in enumerate(
        (
            "فروردین حمل",
            "اردیبهشت ثور",
            "خرداد جوزا",
            "تیر سرطان",
            "مرداد امرداد اسد",
            "شهریور سنبله",
            "مهر میزان",
            "آبان عقرب",
            "آذر قوس",
            "دی جدی",
            "بهمن دلو",
            "اسفند حوت",
        ),
        1,
    )
    for word in words.split()
}


@functools.lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """The word without case, accents of Latin, Greek and Cyrillic letters, and the stop of an abbreviation."""
    if word.isascii():
        return word.casefold().rstrip(".")
    bare = unicodedata.normalize("NFD", word.casefold()).translate(_ACCENTS)
    return unicodedata.normalize("NFC", bare).translate(_SAME).rstrip(".")


_EVERYDAY = frozenset(
    "ago api bal bre des dis dub fab gen gor hun ion led lip lis lug lun mac mag mas mat meh pri pro sat seb set sub tem tet tra uno "
    "out".split(" ")
)
# Between day, month and year; these and the next as `fold` leaves them.
LINKS = frozenset(
    (
        "of de del d do da den der di du la le el the an a i o ir st nd rd th er η re ste º ª ° , - – / ' ’ ־ ، ၊ gada gads m metu "
        "ที่ พ.ศ ค.ศ من عام سنة ခုနှစ် ခုနှစ်၊ ရက် ngay nam thang"
    ).split()
) | {""}  # what `fold` leaves of a full stop
# After the year: "2024 г.", "2024 r.".
YEAR_WORDS = frozenset("г гг год года году р рік року r rok roku م ه ء ش g gada ж жыл".split())


@functools.lru_cache(maxsize=4096)
def months(word: str, language: str | None) -> frozenset[int]:
    """The months (January 1) that the folded word may name: "listopad" is October to some and November to others."""
    return _meaning(_months, word, language)


def month(word: str, language: str | None) -> int | None:
    """The month (January 1) that the folded word names in this very language."""
    return _months(word).get(language or "en")


def weekdays(word: str, language: str | None) -> frozenset[int]:
    """The weekdays (Monday 0) that the folded word may name: "mar" is Tuesday to some."""
    return _meaning(_weekdays, word, language)


def everyday(word: str, language: str | None) -> bool:
    """Whether an abbreviated month of another language is a common word besides: "20 out of 2024"."""
    return word in _EVERYDAY and language not in _months(word)


def primary(language: str | None) -> str | None:
    """The language of a BCP 47 tag as the tables call it."""
    if language is None:
        return None
    code = language.replace("_", "-").partition("-")[0].lower()
    return {"nb": "no", "nn": "no", "iw": "he", "in": "id", "prs": "fa", "tl": "fil"}.get(code, code)


def _meaning(named_by: _Table, word: str, language: str | None) -> frozenset[int]:
    named = named_by(word)
    if not named and word.startswith(_HEBREW):
        named = named_by(_HEBREW_PREFIX.sub("", word))
    if language in named:
        return frozenset((named[language],))
    return frozenset(named.values())


class _Table:
    """What each word of a table names, by language.

    To look through the rows takes ten microseconds and more, an index of them a millisecond: it is made when many are asked.
    """

    left = 80  # words to be looked for in the rows; an article asks of fewer

    def __init__(self, names: str, first: int) -> None:
        self._names, self._first = names, first

    def __call__(self, word: str) -> dict[str, int]:
        if self.left > 0 and word:
            self.left -= 1
            if word not in self._whole:
                return {}
            return {language: number for name, language, number in self._rows(word) if name == word}
        return self._index.get(word, {})

    @functools.cached_property
    def _whole(self) -> str:
        """All the rows as one text: most words that are asked about are nowhere in it."""
        from newsexport.datewords import _names

        return "|".join(getattr(_names, self._names).values())

    @functools.cached_property
    def _index(self) -> dict[str, dict[str, int]]:
        index: dict[str, dict[str, int]] = {}
        for name, language, number in self._rows(""):
            index.setdefault(name, {})[language] = number
        index.pop("", None)
        return index

    def _rows(self, word: str) -> Iterator[tuple[str, str, int]]:
        from newsexport.datewords import _names

        for language, row in getattr(_names, self._names).items():
            for number, words in enumerate(row.split("|"), self._first) if word in row else ():
                for name in words.split(","):
                    yield name, language, number


_months, _weekdays = _Table("MONTHS", 1), _Table("WEEKDAYS", 0)
