"""The few words that we print ourselves, by language, and which way a language runs."""

from __future__ import annotations

from newsexport.patterns import lazy
from newsexport.records import record

# BCP 47, 2.1: language, script, region, variants; extensions and private use say nothing to a reader of documents.
_TAG = lazy(r"([a-z]{2,3})(-[a-z]{4})?(-(?:[a-z]{2}|[0-9]{3}))?((?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)\Z")
_RTL = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})


@record
class Words:
    """Our own strings in one language; `{n}` and `{total}` are filled by the caller."""

    page: str = "Page {n} of {total}"
    minutes: str = "{n} min read"
    keywords: str = "Keywords: {n}"
    contents: str = "Contents"
    untitled: str = "Untitled"
    updated: str = "Updated {n}"
    key_points: str = "Key points"
    who_said_what: str = "Who said what"
    key_figures: str = "Key figures"
    timeline: str = "Timeline"
    people: str = "People"
    organisations: str = "Organisations"
    places: str = "Places"
    today: str = "Today at a glance"
    sources: str = "Sources"
    names: str = "Index of names"


_WORDS = {
    "en": Words(),
    "fr": Words(
        "Page {n} sur {total}", "{n} min de lecture", "Mots-clés : {n}", "Sommaire", "Sans titre", "Mis à jour : {n}"
    ),
    "de": Words(
        "Seite {n} von {total}", "{n} Min. Lesezeit", "Stichwörter: {n}", "Inhalt", "Ohne Titel", "Aktualisiert: {n}"
    ),
    "es": Words(
        "Página {n} de {total}", "{n} min de lectura", "Palabras clave: {n}", "Índice", "Sin título", "Actualizado: {n}"
    ),
    "ru": Words(
        "Стр. {n} из {total}", "{n} мин чтения", "Ключевые слова: {n}", "Содержание", "Без названия", "Обновлено: {n}"
    ),
    "el": Words(
        "Σελίδα {n} από {total}",
        "{n} λεπτά ανάγνωση",
        "Λέξεις-κλειδιά: {n}",
        "Περιεχόμενα",
        "Χωρίς τίτλο",
        "Ενημερώθηκε: {n}",
    ),
    "tr": Words(
        "Sayfa {n} / {total}", "{n} dk okuma", "Anahtar sözcükler: {n}", "İçindekiler", "Başlıksız", "Güncelleme: {n}"
    ),
    "ar": Words(
        "صفحة {n} من {total}", "مدة القراءة: {n} د", "كلمات مفتاحية: {n}", "المحتويات", "بلا عنوان", "آخر تحديث: {n}"
    ),
    "he": Words(
        "עמוד {n} מתוך {total}", "{n} דק׳ קריאה", "מילות מפתח: {n}", "תוכן העניינים", "ללא כותרת", "עודכן: {n}"
    ),
    "fa": Words(
        "صفحهٔ {n} از {total}", "زمان مطالعه: {n} دقیقه", "کلیدواژه‌ها: {n}", "فهرست", "بی‌عنوان", "به‌روزرسانی: {n}"
    ),
    "hi": Words("पृष्ठ {n} / {total}", "{n} मिनट का पाठ", "मुख्य शब्द: {n}", "विषय-सूची", "शीर्षकहीन", "अद्यतन: {n}"),
    "th": Words("หน้า {n} จาก {total}", "อ่าน {n} นาที", "คำสำคัญ: {n}", "สารบัญ", "ไม่มีชื่อเรื่อง", "ปรับปรุง: {n}"),
    "zh": Words("第 {n} 页，共 {total} 页", "阅读约 {n} 分钟", "关键词：{n}", "目录", "无标题", "更新：{n}"),
    "ja": Words("{n} / {total} ページ", "読了 {n} 分", "キーワード：{n}", "目次", "無題", "更新：{n}"),
    "ko": Words("{total}쪽 중 {n}쪽", "읽는 시간 {n}분", "키워드: {n}", "차례", "제목 없음", "업데이트: {n}"),
}


def words(language: str | None) -> Words:
    """Our words in a language, in English where we have none."""
    return _WORDS.get((tag(language) or "en").partition("-")[0], _WORDS["en"])


def tag(language: str | None) -> str | None:
    """The language as a BCP 47 tag in its usual letter case; None where it is none."""
    found = _TAG.match((language or "").lower().replace("_", "-"))
    if not found:
        return None
    primary, script, region, variants = (part or "" for part in found.groups())
    return primary + script.title() + region.upper() + variants


def is_rtl(language: str | None) -> bool:
    """Whether a language is written from right to left; an `Arab` or `Hebr` script subtag says so too."""
    tags = (tag(language) or "").lower().split("-")
    return tags[0] in _RTL or "arab" in tags or "hebr" in tags
