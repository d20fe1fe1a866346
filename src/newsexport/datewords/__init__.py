"""What the words of a date mean: months, weekdays, and the small words between and around them, in any language."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Callable

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


def folded(words: str) -> frozenset[str]:
    """The folded words of a space-separated row."""
    return frozenset(map(fold, words.split(" ")))


_EVERYDAY = frozenset(
    "ago api bal bre des dis dub fab gen gor hun ion led lip lis lug lun mac mag mas mat meh pri pro sat seb set sub tem tet tra uno "
    "out".split(" ")
)
# Between day, month and year.
LINKS = folded(
    "of de del d do da den der di du la le el the an a i o ir st nd rd th er η re ste º ª ° . , - – / ' ’ ־ ، ၊ "
    "gada gads m metų metu ที่ พ.ศ ค.ศ من عام سنة ခုနှစ် ခုနှစ်၊ ရက် ngày năm tháng"
)
# After the year: "2024 г.", "2024 r.".
YEAR_WORDS = folded("г гг год года году р рік року r rok roku م هـ ء ش g gada ж жыл")


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


def _meaning(named_by: Callable[[str], dict[str, int]], word: str, language: str | None) -> frozenset[int]:
    named = named_by(word)
    if not named and word.startswith(_HEBREW):
        named = named_by(_HEBREW_PREFIX.sub("", word))
    if language in named:
        return frozenset((named[language],))
    return frozenset(named.values())


@functools.lru_cache(maxsize=4096)
def _months(word: str) -> dict[str, int]:
    from newsexport.datewords._names import MONTHS

    return _languages(MONTHS, word, 1)


@functools.lru_cache(maxsize=4096)
def _weekdays(word: str) -> dict[str, int]:
    from newsexport.datewords._names import WEEKDAYS

    return _languages(WEEKDAYS, word, 0)


def _languages(names: dict[str, str], word: str, first: int) -> dict[str, int]:
    """What a word names, by language. To look through the rows takes microseconds, an index of them milliseconds."""
    rows = [(language, row) for language, row in names.items() if word in row] if word else []
    return {
        language: number
        for language, row in rows
        for number, words in enumerate(row.split("|"), first)
        if word in words.split(",")
    }
