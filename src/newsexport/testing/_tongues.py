"""Editions in the scripts and languages that an exporter has to get right, in invented words."""

from __future__ import annotations

from newsexport.model import Article, Byline, Edition, Paragraph


def told(language: str, headline: str, *paragraphs: str, **fields: str) -> Edition:
    """An article of plain paragraphs; `fields` are its other texts."""
    byline = Byline(fields.pop("byline")) if "byline" in fields else None
    blocks = tuple(map(Paragraph, paragraphs))
    return Edition.of(Article(headline=headline, language=language, byline=byline, blocks=blocks, **fields))  # type: ignore[arg-type]


TONGUES = {
    "accents": told(
        "fr",
        "Où naît l’été : Zoë, Łukasz et Françoise à la crête d’Ærøskøbing",
        "« Cœur d’œuf », dit Jürgen Größmann ; señor Ibáñez répond : « ¡Qué ñandú ! » — à 12 € près, n° 7, 30 %.",
        "Příliš žluťoučký kůň, Þórður Æsir, ŝtono, gyűrűfű, Škoda, ţară, ệ ử ạ, ĳsje, ſtill, ŉ, Dž.",
    ),
    "german": told(
        "de",
        "Otterfähre kehrt nach neun Jahren in den Brindlesund zurück",
        "„Die Taue blieben trocken“, sagte Hafenmeisterin Jördis Größwein; ‚Geduld‘ nennt sie das. Straße, Füße, ẞ, 12 %.",
        kicker="Hafen",
    ),
    "turkish": told(
        "tr",
        "Iğdırlı fener ustası ışığı söndürmedi",
        "İskeledeki dokuz lamba sabaha dek yandı, dedi İnci Şahinöğlü.",
        kicker="ışık ve iskele",
    ),
    "cyrillic": told(
        "ru",
        "Паром для выдр вернулся в пролив Бриндл",
        "«Верёвки мы хранили сухими», — сказал смотритель гавани Иво Прелл.",
        "Ще один човен, їжак і ґанок; Ђорђе, Љубица и Џем; Қазақ, Ўзбек.",
        kicker="Гавань",
    ),
    "greek": told(
        "el",
        "Το πλοίο με τις βίδρες γύρισε στον κόλπο",
        "«Κρατήσαμε τα σχοινιά στεγνά», είπε ο λιμενάρχης. Ἀρχή, ὦ ξένε, ἡ θάλασσα ᾄδει.",
        kicker="Λιμάνι της Άνοιξης",
    ),
    "arabic": told(
        "ar",
        "عبّارة القضاعات تعود إلى مضيق برندل",
        "قال حارس الميناء «أبقينا الحبال جافة» بعد ٩ سنوات من الانتظار، أي منذ 2022.",
        "وصلت السفينة Brindle Star عند الساعة 9:30 ومعها 12 راكبًا (بينهم طفل)؛ فمن يدفع؟",
        kicker="الميناء",
        byline="كتبت: هند السمّاك",
    ),
    "persian": told(
        "fa",
        "قایق سمورها پس از نُه سال به تنگه بازگشت",
        "«طناب‌ها را خشک نگه داشتیم»، بندربان گفت؛ کشتی ساعت ۹:۳۰ با ۱۲ مسافر رسید. می‌روند، پیش‌ازاین، خانهٔ ما.",
        kicker="بندر",
    ),
    "hebrew": told(
        "he",
        "מעבורת הלוטרות שבה אל מצר ברינדל",
        "„שמרנו על החבלים יבשים”, אמר שומר הנמל לאחר 9 שנים; Brindle Star עגנה ב־14:20 (שעון מקומי).",
        "שָׁלוֹם לכל 212 הפנסים.",
        kicker="הנמל",
    ),
    "devanagari": told(
        "hi",
        "ऊदबिलाव नौका ब्रिंडल खाड़ी में लौटी",
        "“हमने रस्सियाँ सूखी रखीं,” बंदरगाह के रक्षक ने कहा। क्षत्रिय, ज्ञान, श्रृंखला, र्‍या और ९ वर्ष।",
        kicker="बंदरगाह",
    ),
    "chinese": told(
        "zh",
        "水獭渡船重返布林海峡，停航九年后首航",
        "“绳子一直是干的。”港务员说。渡船《晨星》号于9时30分靠岸，载客12人。",
        kicker="港口",
        byline="记者 林小舟",
    ),
    "traditional chinese": told(
        "zh-Hant",
        "水獺渡船重返布林海峽，停航九年後首航",
        "「繩子一直是乾的。」港務員說。渡船《晨星》號於9時30分靠岸，載客12人。",
        kicker="港口",
    ),
    "japanese": told(
        "ja",
        "カワウソの渡し船、九年ぶりに海峡へ",
        "「縄は乾かしておきました」と港の番人は話した。船は午前9時30分、乗客12人を乗せて着いた。ｶﾅも読める。",
        kicker="港",
    ),
    "korean": told(
        "ko",
        "수달 나룻배, 아홉 해 만에 해협으로 돌아오다",
        "“밧줄은 늘 말려 두었습니다.” 항구지기가 말했다. 배는 오전 9시 30분에 닿았다.",
        kicker="항구",
    ),
    "thai": told(
        "th",
        "เรือข้ามฟากของนากกลับมาที่ช่องแคบบรินเดิล",
        "“เราเก็บเชือกไว้ให้แห้ง” ผู้ดูแลท่าเรือกล่าวหลังรอมา ๙ ปี น้ำใจนี้ไม่เคยลืม",
        kicker="ท่าเรือ",
    ),
    "emoji": told(
        "en",
        "Otters 🦦 win the day 🎉",
        "A family 👩‍👩‍👧‍👦, a flag 🇫🇷, a wave 👋🏽, a heart ❤️, a keycap 1️⃣, a pirate 🏴‍☠️ and a plain ☃.",
    ),
    "combining": told(
        "en",
        "Cafe\u0301 a\u0300 la mode, re\u0301sume\u0301",
        "n\u0303andu\u0301, A\u030angstro\u0308m, q\u0307\u0323, Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d, o\u0302\u0323 and e\u0327.",
    ),
    "math and signs": told("en", "𝒜 script and 𝟙", "½ × 2 ≈ 1 ± 0.5 °C, → ↔ ∑ √ ∞ ≠ ≤, § ¶ † ‡ • … ™ ® ©, 𝔄𝔟𝔠."),
}
