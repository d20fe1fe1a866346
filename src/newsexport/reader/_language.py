"""Which language a text is in: by its script where that is certain, by its commonest words where it is not."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache
from itertools import repeat

SAMPLE = 1600
_SCRIPTS = {"HEBREW": "he", "THAI": "th", "GREEK": "el", "HANGUL": "ko", "ARMENIAN": "hy", "GEORGIAN": "ka", "BENGALI": "bn",
            "TAMIL": "ta", "TELUGU": "te", "KANNADA": "kn", "MALAYALAM": "ml", "GUJARATI": "gu", "GURMUKHI": "pa", "SINHALA": "si",
            "KHMER": "km", "LAO": "lo", "MYANMAR": "my", "ORIYA": "or", "TIBETAN": "bo", "ETHIOPIC": "am"}  # fmt: skip
_NO_LETTERS = bytes(byte for byte in range(128) if not chr(byte).isalpha())
_EDGES = ".,;:!?…\"'“”‘’«»„()[]–—-،؛؟।"
_STOP = {
    "en": "the of and to in that is for was with on as by from at are has have it his said which",
    "de": "der die und das den von zu mit ist des im für auf dem nicht eine ein sich auch als",
    "fr": "le la les des et en un une du que qui est dans pour par sur au pas il avec",
    "es": "el la los las de que y en un una por con para del se su como más al lo",
    "it": "il di che la per un una del della non con si le dei sono da nel gli anche più",
    "pt": "o de que e do da em um uma para com não os no na por mais as dos se",
    "nl": "de het een van en in is dat op te zijn voor met die niet aan er om door",
    "sv": "och att det som en på är av för med den till inte har ett om de var",
    "da": "og at det er en af på til den for med ikke der som har de et men blev efter siger uden op mere nogen mellem været hvor",
    "no": "og det er en på til av for med ikke som har den de et å om ble var etter sier uten opp mer noen mellom vært hvor",
    "fi": "ja on ei se että oli hän ovat myös kun mutta joka sen ole mukaan",
    "pl": "i w na z się do nie że jest to o po jak za od przez ale dla są",
    "cs": "a se na v je že s o z do i to by ve pro jako za ale podle jsou",
    "hu": "a az és hogy nem is egy van ez volt már csak meg de el szerint",
    "ro": "și de în la a cu pe că din nu un o este pentru care mai sunt au",
    "tr": "ve bir bu için da de ile olarak çok daha ne gibi kadar olan dedi sonra",
    "id": "yang dan di dengan untuk dari ini itu pada tidak dalam akan ke adalah telah oleh lebih bisa karena juga kata hari kami serta atau sebuah",
    "vi": "và của là có không được cho các trong một với những người đã",
    "eo": "la de kaj en estas al ke por kun li mi ne pri el oni ili pli",
    "hr": "i u je na se da za su od s o ali kao što nije iz do bi",
    "ca": "el la de i que en un una per amb del els les al és no ha",
    "ru": "и в не на что с по как это из у за от о для был но к его об после также при до или",
    "uk": "і в не на що з та у як до це за від про для але його",
    "bg": "и на да в за се от с не че е по са ще като със до това",
    "sr": "и у је на се да за су од са о али као што није из",
    "ar": "في من على إلى أن عن التي مع هذا بعد الذي كما قال ما لا",
    "fa": "و در به از که این است را با برای آن های می شده یک بود",
    "ur": "کے کی میں ہے اور سے کا کو نے کہ پر ہیں بھی یہ اس",
    "hi": "के में की है और से को का ने पर कि हैं यह भी नहीं",
    "ne": "को र मा छ ले पनि गरेको छन् भने लागि गर्न भएको",
    "mr": "आहे आणि या ची चा च्या होते की हे आहेत",
}
# The same common characters in the two ways of writing Chinese.
_TRADITIONAL = "們這來說時國會對學過還沒為開關經點發現實問動長與種從進電話機業區員議當間應該請讓認記"
_SIMPLIFIED = "们这来说时国会对学过还没为开关经点发现实问动长与种从进电话机业区员议当间应该请让认记"
# Letters that of the languages of one script (nearly) only this one has.
_OWN = {
    "ru": "ыэё", "uk": "їєґі", "sr": "ђћџљњј", "pl": "łąęśż", "cs": "řůě", "hu": "őű", "ro": "țșăţ", "tr": "ğış", "es": "ñ¿¡", "pt": "ãõ",
    "vi": "ơưạảấầậắếềệốồộớờợứừự", "de": "ß", "eo": "ĝĉŝŭĵĥ", "hr": "đ", "ar": "ةيىكأإ", "fa": "پچژگ", "ur": "ٹڈڑںے",
}  # fmt: skip
_FAMILY = {
    "CYRILLIC": ("ru", "uk", "bg", "sr"),
    "ARABIC": ("ar", "fa", "ur"),
    "DEVANAGARI": ("hi", "ne", "mr"),
    "LATIN": tuple(_STOP)[: tuple(_STOP).index("ru")],
}


def language_of(text: str) -> str | None:
    """The BCP 47 tag of the text's language, None when the text does not show it."""
    sample = text[:SAMPLE]
    script = _script(sample)
    if script in _SCRIPTS:
        return _SCRIPTS[script]
    if script == "CJK":
        return "zh-Hant" if _is_traditional(sample) else "zh"
    if script in {"HIRAGANA", "KATAKANA"}:
        return "ja"
    return _voted(sample, _FAMILY[script]) if script in _FAMILY else None


def _is_traditional(sample: str) -> bool:
    """Whether Chinese is in traditional characters: those that simplified Chinese writes otherwise outnumber its own."""
    traditional = sum(map(sample.count, _TRADITIONAL))
    return traditional > 2 and traditional > 3 * sum(map(sample.count, _SIMPLIFIED))


def _script(sample: str) -> str | None:
    """The script most letters are of; kana among ideographs make Japanese."""
    plain = sample.encode("ascii", "ignore")
    if len(plain.translate(None, _NO_LETTERS)) > len(sample) - len(plain):
        return "LATIN"  # more plain letters than characters that may be another script's
    letters = Counter(sample)
    count: Counter[str] = Counter()
    for char, times in letters.items():
        if char.isalpha():
            count[_script_of(char)] += times
    if not count:
        return None
    kana = count["HIRAGANA"] + count["KATAKANA"]
    top, times = count.most_common(1)[0]
    if top in {"CJK", "HIRAGANA", "KATAKANA"}:
        return "HIRAGANA" if kana * 20 > times else "CJK"
    return top if times * 2 > sum(count.values()) else None


@cache
def _script_of(char: str) -> str:
    return unicodedata.name(char, "?").partition(" ")[0].partition("-")[0]


@cache
def _common(language: str) -> frozenset[str]:
    return frozenset(_STOP[language].split())


def _voted(sample: str, candidates: tuple[str, ...]) -> str | None:
    # Not \w: it leaves out the vowel signs of Indic scripts.
    words = sample.lower().split()
    count = Counter(map(str.strip, words, repeat(_EDGES)))
    votes = {tongue: sum(filter(None, map(count.get, _common(tongue)))) for tongue in candidates}
    for tongue, letters in () if sample.isascii() else _OWN.items():
        if tongue in votes:
            votes[tongue] += 2 * sum(map(sample.__contains__, letters))
    (best, language), (second, _) = sorted(((count, language) for language, count in votes.items()), reverse=True)[:2]
    # Languages that put endings where others put words (Turkish, Finnish) have few short ones: then the lead decides.
    share = 12 if best < second * 2 else 30
    return language if best >= 3 and best > second * 1.1 and best * share > len(words) else None
