"""The furniture of a date line: labels, reading times, and words for dates that only a reader of that day understands."""

from __future__ import annotations

import re
from functools import cache

from newsexport.datewords import fold
from newsexport.patterns import lazy

_LABELS = (  # as `fold` leaves them
    # English
    "published posted updated update modified created issued released last first date dated on at and by time pubdate "
    "publication publish uploaded filed edited revised since on: as of the release print online originally uk usa us "
    # German
    "veroffentlicht publiziert aktualisiert erstellt erschienen geandert am um den der stand datum seit zuletzt vom uhr letzte "
    "aktualisierung veroffentlichung zum erstmals bearbeitet "
    # French
    "publie publie publiee mis mise a jour le derniere modification modifie actualise cree paru parution et "
    # Spanish, Catalan, Galician
    "publicado publicada actualizado actualizada actualizacion fecha el las a la hora ultima ultima modificado creado de publicacion "
    "publicat actualitzat data "
    # Italian
    "pubblicato pubblicata aggiornato aggiornata aggiornamento ultimo il alle ore del modificato modifica modificata creato "
    # Portuguese
    "atualizado atualizada atualizacao em as as ultima publicacao ultima criado "
    # Dutch
    "gepubliceerd geplaatst bijgewerkt gewijzigd op om laatst laatste "
    # Nordic
    "publicerad publicerat uppdaterad senast kl klo publiceret opdateret sidst offentliggjort oppdatert publisert sist den "
    "julkaistu paivitetty paivamaara birt uppfært dagsetning "
    # Polish, Czech, Slovak
    "opublikowano opublikowany aktualizacja zaktualizowano dodano data godz godzina o w dnia publikovano publikovane aktualizovano "
    "aktualizovane datum dne dna v "
    # Hungarian, Romanian, Baltic
    "kozzeteve megjelent frissitve frissult publikalva datum publicat publicata actualizat actualizata la ora postat "
    "publicets atjaunots d paskelbta atnaujinta avaldatud uuendatud plkst val kell "
    # Cyrillic
    "опубликовано опубликован обновлено обновлен дата в от время опубліковано оновлено о об публикувано публикувана обновена "
    "на последна последнее обновление објављено ажурирано "
    # Greek
    "δημοσιευθηκε δημοσιευτηκε δημοσιευση ενημερωθηκε ενημερωση ημερομηνια ωρα στισ τελευταια "
    # Turkish
    "yayinlanma yayimlanma yayinlandi yayimlandi guncelleme guncellenme guncellendi tarih tarihi giris son saat "
    # Arabic, Persian, Urdu
    "نشر نُشر م ه ه تاریخ النشر آخر تحدیث التحدیث نشرت فی الساعة بتاریخ یوم منتشر شده تاریخ انتشار ساعت به روز رسانی آخرین روزرسانی "
    "شائع شدہ اشاعت تازہ کاری وقت "
    # Hebrew
    "פורסם עודכן תאריך ב בתאריך בשעה פרסום עדכון אחרון "
    # Indic
    "प्रकाशित अपडेट अपडेटेड तारीख प्रकाशित: को पर दिनांक प्रकाशन मिति প্রকাশ প্রকাশিত আপডেট তারিখ হালনাগাদ প্রকাশ: সময় "
    # Thai, Indonesian, Malay, Vietnamese, Swahili, Esperanto, Zulu
    "ปรับปรุง เผยแพร่ เผยแพร่เมื่อ อัปเดต อัพเดท วันที่ เวลา เมื่อ เผยแพร่วันที่ dipublikasikan diperbarui diterbitkan tanggal pada terbit "
    "terakhir pukul jam ngay đang cap nhat luc imechapishwa tarehe ilisasishwa publikigita publikigis gisdatigita dato je "
    # Chinese, Japanese, Korean
    "出版 發佈 刊登 发布 发布时间 发布日期 發布 發布時間 更新 更新时间 更新時間 时间 時間 日期 公開 公開日 公開日時 掲載 配信 更新日 更新日時 最終更新 投稿日 발행 입력 수정 등록 게시 "
    "송고 등록일 오전 오후 업데이트 최종수정 기사입력 날짜 작성 승인"
)
_READING = lazy(
    r"(?:(?:reading time|lesedauer|lesezeit|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|czas czytania|"
    r"время чтения)[: ]*)?\d{1,3} ?-? ?(?:minutes?|minuten|minuti|minutos?|mins?|minut|min|мин|хв|minuters?|dakika|分钟|分鐘|分|분)\b\.?"
    r"(?: (?:read|de lecture|lesezeit|lesen|lesedauer|de lectura|de lecture|lectura|di lettura|de leitura|leestijd|leitura|läsning|lesing|"
    r"læsning|czytania|чтения|okuma))?",
    re.IGNORECASE,
)
# The Islamic date that some papers put beside the other one.
_HIJRI = lazy(r"(?:ال)?(?:موافق )?\d{1,2} [^\W\d_\s]{3,8}(?: [^\W\d_\s]{3,8})?[،,]? 1[345]\d\d ?ه(?:ـ|جري[ةه]?)?")
# By what a line must have, words or, where they are not parted, signs: dates that only a reader of that day can tell.
_LATELY = tuple(
    (frozenset(hints.split()), lazy(pattern, re.IGNORECASE))
    for hints, pattern in (
        (
            "ago now yesterday today tomorrow",
            (
                r"(?:\d{1,3}|an?|one|two|three|few|a few) ?(?:seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|months?|years?|y) ago\b"
                r"|\bjust now\b|\byesterday\b|\btoday\b|\btomorrow\b"
            ),
        ),
        (
            "vor heute gestern",
            (
                r"\bvor (?:\d{1,3}|einer|einem|wenigen) (?:sekunden?|minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?|std|min)\b"
                r"|\bheute\b|\bgestern\b"
            ),
        ),
        (
            "il aujourd hier",
            r"\bil y a (?:\d{1,3}|une?) (?:secondes?|minutes?|min|heures?|h|jours?|j|semaines?|mois|ans?)\b|\baujourd['’]hui\b|\bhier\b",
        ),
        (
            "hace hoy ayer",
            r"\bhace (?:\d{1,3}|una?) (?:segundos?|minutos?|horas?|días?|semanas?|mes(?:es)?|años?)\b|\bhoy\b|\bayer\b",
        ),
        (
            "fa oggi ieri",
            r"\b(?:\d{1,3}|una?) (?:secondi|minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]) fa\b|\boggi\b|\bieri\b",
        ),
        (
            "há hoje ontem",
            r"\bhá (?:\d{1,3}|uma?) (?:segundos?|minutos?|horas?|dias?|semanas?|mês|meses|anos?)\b|\bhoje\b|\bontem\b",
        ),
        (
            "geleden vandaag gisteren",
            (
                r"\b(?:\d{1,3}|een) (?:seconden?|minuten?|minuut|uur|uren|dag(?:en)?|weken|week|maand(?:en)?|jaar) geleden\b"
                r"|\bvandaag\b|\bgisteren\b"
            ),
        ),
        (
            "siden dag idag igår går",
            r"\bfor (?:\d{1,3}|en|et) (?:sekunder?|minutt?e?r?|timer?|dage?r?|uker?|år) siden\b|\bi ?dag\b|\bi ?går\b",
        ),
        (
            "назад сегодня вчера",
            r"\b(?:\d{1,3}) (?:секунд[уы]?|минут[уы]?|час(?:а|ов)?|д(?:ень|ня|ней)|недел[юиь]|месяц(?:а|ев)?) назад\b|\bсегодня\b|\bвчера\b",
        ),
        (
            "temu dzisiaj dziś wczoraj",
            r"\b\d{1,3} (?:sekund[ęy]?|minut[ęy]?|godzin[ęy]?|dni|dzień|tygodni?e?) temu\b|\bdzisiaj\b|\bdziś\b|\bwczoraj\b",
        ),
        ("önce bugün dün", r"\b\d{1,3} (?:saniye|dakika|saat|gün|hafta|ay|yıl) önce\b|\bbugün\b|\bdün\b"),
        (
            "قبل منذ اليوم أمس امروز دیروز پیش",
            r"\bقبل \d{1,3} [^\W\d]+|\bمنذ \d{1,3} [^\W\d]+|\bاليوم\b|\bأمس\b|\bامروز\b|\bدیروز\b|\b\d{1,3} [^\W\d]+ (?:پیش|قبل)\b",
        ),
        ("לפני היום אתמול", r"\bלפני \d{1,3} [^\W\d]+|\bהיום\b|\bאתמול\b"),
        ("आ प", r"\d{1,3} [^\s\d]{2,8} पहले|\bआज\b"),
        (
            "前 전 今 昨 어 오",
            r"\d{1,3} ?(?:秒|分钟|分鐘|小时|小時|天|周|週|分|時間|日|초|분|시간|일) ?(?:前|전)|今天|昨天|今日|昨日|어제|오늘",
        ),
    )
)
_HINTS = frozenset[str]().union(*(hints for hints, _ in _LATELY))
_SIGNS = str.maketrans(dict.fromkeys('.,;:!|()[]{}<>/\\"“”«»•·*#~=+—–_、，。：-', " "))
_WORD = lazy(r"[^\W\d_]++")


def lately(line: str) -> tuple[int, int] | None:
    """Where the line states a date that only its own day explains ("3 hours ago"); None where it states none."""
    words = _WORD.findall(line.casefold())
    if _HINTS.isdisjoint(words) and (line.isascii() or _HINTS.isdisjoint(line)):
        return None
    has = {*words, *line}
    found = [hit for hints, pattern in _LATELY if not hints.isdisjoint(has) and (hit := pattern.search(line))]
    return min(found, key=re.Match.start).span() if found else None


@cache
def _labels() -> frozenset[str]:
    return frozenset(_LABELS.split())


def is_label(word: str) -> bool:
    """Whether a word is one that stands beside a date: Published, Updated, on."""
    return fold(word.strip(":|,")) in _labels()


def is_furniture(rest: str) -> bool:
    """Whether what is left of a line beside its dates and times is nothing but labels, signs and reading times."""
    if any(map(str.isdecimal, rest)):
        rest = _READING.sub(" ", _HIJRI.sub(" ", rest))
        if any(map(str.isdecimal, rest)):
            return False
    words = rest.translate(_SIGNS).split()
    return len(words) <= 10 and all(fold(word) in _labels() for word in words)
