"""Languages, directions and scripts as Word wants them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from newsexport.exporters._xml import western
from newsexport.model import Article
from newsexport.patterns import lazy
from newsexport.records import Record
from newsexport.wording import is_rtl, tag

# Word finds the dictionary of a culture, not of a bare language.
_CULTURES = {
    "ar": "ar-SA", "de": "de-DE", "el": "el-GR", "en": "en-US", "es": "es-ES", "fa": "fa-IR", "fr": "fr-FR",
    "he": "he-IL", "hi": "hi-IN", "it": "it-IT", "ja": "ja-JP", "ko": "ko-KR", "nl": "nl-NL", "pl": "pl-PL",
    "pt": "pt-PT", "ru": "ru-RU", "sv": "sv-SE", "th": "th-TH", "tr": "tr-TR", "uk": "uk-UA", "ur": "ur-PK",
    "zh": "zh-CN", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW",
}  # fmt: skip
_EAST_ASIAN = frozenset({"ja", "ko", "zh"})
_TALL = frozenset({"as", "bn", "bo", "dz", "gu", "hi", "km", "kn", "lo", "ml", "mr", "my", "ne", "or", "pa", "sa", "si", "ta", "te", "th"})  # fmt: skip

_R = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_C = "\u0900-\u109f\u1780-\u17ff\u1950-\u1aaf\u1b00-\u1bff\ua840-\ua95f\ua980-\uaaff\U00011000-\U000119ff"
_L = "A-Za-z\u00aa-\u02af\u0370-\u058f\u10a0-\u177f\u1e00-\u1fff\u2c00-\u2dff\u3040-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff21-\uff9d\U00020000-\U0003ffff"  # fmt: skip
_RIGHTWARD = lazy(f"[{_L}{_C}]")
_LEFTWARD = lazy(f"[{_R}]")
_ODD = lazy(f"[{_R}{_C}]")
# A stretch runs from its first strong letter to its last: what is neutral between them belongs to it (UAX #9, N1).
_COMPLEX = f"(?P<cs>[{_C}](?:[^{_R}{_L}]*[{_C}])?)"
_IN_LTR = lazy(f"{_COMPLEX}|(?P<rtl>[{_R}](?:[^{_C}{_L}]*[{_R}])?)")
_IN_RTL = lazy(f"{_COMPLEX}|(?P<ltr>[{_L}](?:[^{_R}{_C}]*[{_L}0-9])?)")


class Tongue(Record):
    """What a whole document must know of its languages: the main one, and the first East-Asian one of the edition."""

    main: str | None
    rtl: bool
    asian: str | None

    @property
    def upright(self) -> bool:
        """Whether the main script has no slanted letters."""
        return is_asian(self.main)

    @property
    def tall(self) -> bool:
        """Whether the main script may need more height than the line of a house style gives it."""
        return self.rtl or (self.main or "").partition("-")[0] in _TALL


def tongue(articles: Sequence[Article]) -> Tongue:
    """The languages of an edition; its main one is that of its first article that states one."""
    known = [found for article in articles if (found := tag(article.language))]
    main = known[0] if known else None
    return Tongue(main, is_rtl(main), next(filter(is_asian, known), None))


def is_asian(known: str | None) -> bool:
    """Whether a language is set with ideographs, kana or hangul."""
    return (known or "").partition("-")[0] in _EAST_ASIAN


@lru_cache(256)
def spoken(known: str | None, asian: str | None = None) -> str:
    """The `w:lang` of a language, also for the scripts that Word keeps apart; empty where no language is known."""
    if known is None:
        return ""
    culture = _CULTURES.get(known, known)
    east = known if is_asian(known) else asian
    more = f' w:eastAsia="{_CULTURES.get(east, east)}"' if east else ""
    return f'<w:lang w:val="{culture}"{more} w:bidi="{culture}"/>'


def turned(text: str, *, rtl: bool) -> bool:
    """Whether most letters of a text run against its article, so that its paragraph must too."""
    if not rtl and western(text):
        return False
    against, along = (_RIGHTWARD, _LEFTWARD) if rtl else (_LEFTWARD, _RIGHTWARD)
    return against.search(text) is not None and len(against.findall(text)) > len(along.findall(text))


def stretches(text: str, *, rtl: bool) -> Iterator[tuple[str, str]]:
    """The text in stretches, each with the mark that Word needs on its run: `<w:rtl/>`, `<w:cs/>` or none."""
    if not rtl and (western(text) or not _ODD.search(text)):
        yield text, ""
        return
    at, between = 0, "<w:rtl/>" if rtl else ""
    for found in (_IN_RTL if rtl else _IN_LTR).finditer(text):
        if at < found.start():
            yield text[at : found.start()], between
        yield found[0], {"rtl": "<w:rtl/>", "cs": "<w:cs/>"}.get(found.lastgroup or "", "")
        at = found.end()
    if at < len(text):
        yield text[at:], between
