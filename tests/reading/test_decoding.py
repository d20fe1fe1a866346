"""Bytes become the text that was meant, and the reader says which encoding it was and how sure that is."""

import codecs
import subprocess
import sys
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsexport.errors import SourceError
from newsexport.reader._decode import decode

# Invented, about a paragraph each: what a detector is given in real life.
TEXTS = {
    "en": "The harbour of Vale reopened on Monday after eleven days. “We have waited long enough,” said the harbour master – and the ferries’ horns agreed. The repairs cost £2.4m, the café at the pier lost half its trade.",
    "de": "Der Hafen von Tal öffnet am Montag wieder für die Fähren. „Wir haben lange genug gewartet“, sagte der Hafenmeister, während die Möwen über den Dächern kreisten. Die Ausbesserung der Straße dürfte größere Mühe bereiten.",
    "fr": "Le port de Val a rouvert lundi après onze jours d’arrêt. « Nous avons assez attendu », a déclaré la maîtresse du port à Genève, où la réparation de la jetée a coûté plus cher que prévu. Les pêcheurs ont fêté l’événement.",
    "es": "El puerto de Valle volvió a abrir el lunes después de once días. «Ya hemos esperado bastante», señaló la capitana, mientras los niños miraban cómo entraba el primer barco. La reparación costó más de lo que se pensó.",
    "pl": "Port w Dolinie został ponownie otwarty w poniedziałek po jedenastu dniach. „Czekaliśmy już dość długo” – powiedział kapitan portu, gdy pierwszy statek wpłynął do zatoki. Naprawa mostu kosztowała więcej, niż się spodziewano.",
    "cs": "Přístav v Údolí se v pondělí po jedenácti dnech znovu otevřel. „Čekali jsme už dost dlouho,“ řekl správce přístavu, když první loď vplula do zálivu. Oprava mola stála více, než se předpokládalo, a rybáři si stěžují.",
    "hu": "A völgyi kikötő tizenegy nap után hétfőn újra megnyílt. „Eleget vártunk már” – mondta a kikötő vezetője, miközben az első hajó befutott az öbölbe. A móló javítása többe került a vártnál, és a halászok türelmetlenek.",
    "ru": "Порт в Долине открылся в понедельник после одиннадцати дней простоя. «Мы ждали достаточно долго», — сказал начальник порта, когда первый паром вошёл в бухту. Ремонт причала обошёлся дороже, чем ожидалось.",
    "bg": "Пристанището в Долина отвори отново в понеделник след единадесет дни. „Чакахме достатъчно дълго“, каза началникът, когато първият ферибот влезе в залива. Ремонтът на кея струва повече от очакваното.",
    "uk": "Порт у Долині знову відкрили в понеділок після одинадцяти днів простою. «Ми чекали досить довго», — сказав начальник порту, коли перший пором увійшов до бухти. Ремонт причалу коштував дорожче, ніж очікували її мешканці.",
    "el": "Το λιμάνι της Κοιλάδας άνοιξε ξανά τη Δευτέρα ύστερα από έντεκα ημέρες. «Περιμέναμε αρκετά», είπε ο λιμενάρχης, καθώς το πρώτο πλοίο έμπαινε στον όρμο. Η επισκευή της προβλήτας κόστισε περισσότερο από όσο υπολόγιζαν.",
    "tr": "Vadi limanı on bir günün ardından pazartesi günü yeniden açıldı. “Yeterince bekledik” diyen liman başkanı, ilk geminin koya girişini izledi. İskelenin onarımı beklenenden pahalıya mal oldu, balıkçılar şikâyetçi.",
    "he": 'הנמל בעמק נפתח מחדש ביום שני אחרי אחד עשר ימים. "חיכינו מספיק זמן", אמר מנהל הנמל כאשר המעבורת הראשונה נכנסה למפרץ. תיקון הרציף עלה יותר מהצפוי והדייגים מתלוננים על האובדן.',
    "ar": "أعيد فتح ميناء الوادي يوم الاثنين بعد أحد عشر يوما من التوقف. وقال مدير الميناء إنهم انتظروا بما فيه الكفاية بينما دخلت العبارة الأولى الخليج. وكلفت إصلاحات الرصيف أكثر مما كان متوقعا.",
    "th": "ท่าเรือหุบเขาเปิดอีกครั้งในวันจันทร์หลังจากปิดไปสิบเอ็ดวัน นายท่ากล่าวว่าเรารอกันมานานพอแล้ว ขณะที่เรือข้ามฟากลำแรกแล่นเข้าอ่าว การซ่อมท่าเทียบเรือใช้เงินมากกว่าที่คาดไว้ ชาวประมงไม่พอใจ",
    "ja": "谷の港は十一日ぶりに月曜日に再開した。「もう十分に待った」と港長は話し、最初のフェリーが湾に入った。桟橋の修理には予想より多くの費用がかかり、漁師たちは不満を述べている。カフェも営業を始めた。",
    "ko": "골짜기 항구가 열하루 만에 월요일에 다시 문을 열었다. 항만장은 충분히 기다렸다고 말했고 첫 여객선이 만으로 들어왔다. 부두 수리에는 예상보다 많은 비용이 들었으며 어부들은 불만을 나타냈다.",
    "zh": "山谷港口在关闭十一天后于星期一重新开放。港务长说：“我们等得够久了。”第一艘渡轮随后驶入海湾。码头的修理费用比预期的要高，渔民们对损失表示不满，咖啡馆也重新营业。",
    "zh-Hant": "山谷港口在關閉十一天後於星期一重新開放。港務長說：「我們等得夠久了。」第一艘渡輪隨後駛入海灣。碼頭的修理費用比預期的要高，漁民們對損失表示不滿，咖啡館也重新營業。",
}
LEGACY = [
    *(("en", page) for page in ("cp1252", "mac-roman")),
    *((language, page) for language in ("de", "fr", "es") for page in ("cp1252", "mac-roman")),
    *((language, page) for language in ("pl", "cs", "hu") for page in ("cp1250", "iso8859-2")),
    *(("ru", page) for page in ("cp1251", "koi8-r", "iso8859-5", "cp866")),
    *(("bg", page) for page in ("cp1251", "iso8859-5")),
    *(("uk", page) for page in ("cp1251", "koi8-u")),
    *(("el", page) for page in ("cp1253", "iso8859-7")),
    *(("tr", page) for page in ("cp1254", "iso8859-9")),
    *(("he", page) for page in ("cp1255", "iso8859-8")),
    *(("ar", page) for page in ("cp1256", "iso8859-6")),
    *(("th", page) for page in ("cp874", "tis-620")),
    *(("ja", page) for page in ("cp932", "shift_jis", "euc-jp", "iso2022_jp")),
    *(("ko", page) for page in ("cp949", "euc-kr", "iso2022_kr")),
    *(("zh", page) for page in ("gb18030", "gbk", "gb2312", "hz")),
    *(("zh-Hant", page) for page in ("big5", "gb18030")),
]
PLAIN_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "–": "-", "—": "-"})


@pytest.mark.parametrize(("language", "page"), LEGACY, ids=[f"{language}-{page}" for language, page in LEGACY])
def test_a_paragraph_in_a_legacy_encoding_is_read(language: str, page: str) -> None:
    text = TEXTS[language]
    try:
        data = text.encode(page)
    except UnicodeEncodeError:  # a page without typographic marks
        text = text.translate(PLAIN_MARKS)
        data = text.encode(page)
    assert decode(data, encoding=None, name=None).text == text


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_unicode_with_or_without_a_mark_is_read(language: str, codec: str) -> None:
    decoded = decode(f"{TEXTS[language]}\n".encode(codec), encoding=None, name=None)
    assert decoded.text == f"{TEXTS[language]}\n"
    assert decoded.confidence >= 0.9


@pytest.mark.parametrize(
    ("data", "encoding", "reason", "confidence"),
    [
        (b"Harbour reopens", "utf-8", "plain ASCII", 1.0),
        ("Café".encode(), "utf-8", "strict UTF-8", 1.0),
        (codecs.BOM_UTF8 + b"Vale", "utf-8", "byte order mark", 1.0),
        ("Vale".encode("utf-16"), "utf-16-le", "byte order mark", 1.0),
        ("Vale\n".encode("utf-16-be"), "utf-16-be", "NUL bytes in the pattern of UTF-16", 0.9),
        ("谷".encode("iso2022_jp"), "iso2022_jp", "shift sequences", 0.95),
        (b"", "utf-8", "plain ASCII", 1.0),
    ],
)
def test_the_choice_is_explained(data: bytes, encoding: str, reason: str, confidence: float) -> None:
    decoded = decode(data, encoding=None, name=None)
    assert (decoded.encoding, decoded.reason, decoded.confidence) == (encoding, reason, confidence)


def test_a_guess_is_called_one() -> None:
    decoded = decode(TEXTS["ru"].encode("koi8-r", "ignore"), encoding=None, name=None)
    assert decoded.reason == "detector: koi8-r"
    assert 0 < decoded.confidence < 1


def test_quotation_marks_after_a_long_ascii_beginning_are_read() -> None:
    text = "The ferry left on time. " * 20_000 + "\n“At last,” she said – and waved."
    assert decode(text.encode("cp1252"), encoding=None, name=None).text == text


def test_bytes_that_windows_leaves_undefined_are_read_all_the_same() -> None:
    decoded = decode("“Señor Núñez” llegó".encode("cp1252") + b"\x81 tarde", encoding=None, name=None)
    assert decoded.text == "“Señor Núñez” llegó\x81 tarde"


# What the user says


def test_the_encoding_the_user_states_wins() -> None:
    decoded = decode("Ж".encode(), encoding="latin-1", name=None)
    assert (decoded.text, decoded.encoding, decoded.reason) == ("Ð\x96", "iso8859-1", "stated by the user")


def test_a_byte_order_mark_is_no_text_even_when_the_encoding_is_stated() -> None:
    assert decode(codecs.BOM_UTF8 + b"Vale", encoding="utf-8", name=None).text == "Vale"


@pytest.mark.parametrize("encoding", ["klingon", "", "base64", "rot13", "hex", "zlib", "utf-8\0", "ü"])
def test_an_unknown_encoding_is_refused_with_examples(encoding: str) -> None:
    with pytest.raises(SourceError, match="there is no text encoding") as caught:
        decode(b"Vale", encoding=encoding, name="article.txt")
    assert "koi8-r" in (caught.value.hint or "")


def test_bytes_the_stated_encoding_cannot_have_are_named_with_their_line() -> None:
    with pytest.raises(SourceError) as caught:
        decode("one\ntwo\ncafé\n".encode("latin-1"), encoding="utf-8", name="article.txt")
    assert str(caught.value).startswith("article.txt:3: byte 0xE9 cannot be read as utf-8\nhint: ")


def test_half_a_character_at_the_end_is_named_too() -> None:
    with pytest.raises(SourceError) as caught:
        decode("one\ntwo".encode("utf-16-le")[:-1], encoding="utf-16-le", name="article.txt")
    assert caught.value.line == 2


# Damage


def test_utf_8_with_a_few_broken_bytes_stays_utf_8() -> None:
    data = (TEXTS["ru"] * 5).encode() + b"\n\xd0"
    decoded = decode(data, encoding=None, name=None)
    assert decoded.text == TEXTS["ru"] * 5 + "\n\ufffd"
    assert decoded.encoding == "utf-8"
    assert decoded.warnings == ("1 byte is not UTF-8 (line 2): it became U+FFFD",)


def test_a_windows_quotation_mark_among_utf_8_is_read() -> None:
    data = "“Yes,” she said.\n".encode() * 5 + b"\x93No,\x94 he said.\n\xff\xfe\n"
    decoded = decode(data, encoding=None, name=None)
    assert decoded.text == "“Yes,” she said.\n" * 5 + "“No,” he said.\n\ufffd\ufffd\n"
    assert decoded.warnings == (
        "4 bytes are not UTF-8 (the first in line 6): 2 were read as windows-1252, 2 became U+FFFD",
    )


@pytest.mark.parametrize("page", ["cp1252", "latin-1", "cp1250", "cp1251", "cp1254"])
@pytest.mark.parametrize("language", ["en", "fr", "ru", "zh"])
def test_mojibake_is_repaired_and_reported(language: str, page: str) -> None:
    mangled = "".join(bytes((byte,)).decode(page, "ignore") or chr(byte) for byte in TEXTS[language].encode())
    decoded = decode(mangled.encode(), encoding=None, name=None)
    assert decoded.text == TEXTS[language]
    assert "UTF-8 had been read as" in decoded.warnings[0]
    assert decoded.confidence < 1


def test_text_mangled_twice_is_repaired() -> None:
    mangled = TEXTS["de"].encode().decode("latin-1").encode().decode("latin-1")
    assert decode(mangled.encode(), encoding=None, name=None).text == TEXTS["de"]


def test_windows_marks_left_as_control_characters_are_read() -> None:
    decoded = decode("\x93At last\x85\x94 she said \x96 and waved.".encode(), encoding=None, name=None)
    assert decoded.text == "“At last…” she said – and waved."
    assert decoded.warnings == ("4 control characters were read as windows-1252",)


def test_a_line_end_of_mainframes_stays_one() -> None:
    assert decode("one\x85two".encode(), encoding=None, name=None).text == "one\x85two"


def test_text_that_lost_its_letters_long_ago_is_still_text() -> None:
    lost = "\ufffd\ufffd\ufffd \ufffd\ufffd\ufffd\ufffd\n" * 20
    assert decode(lost.encode(), encoding=None, name=None).text == lost


def test_utf_16_without_a_mark_or_an_ascii_character_is_read() -> None:
    text = TEXTS["ja"].replace("十一", "一") * 2
    assert decode(text.encode("utf-16-le"), encoding=None, name=None).text == text


@pytest.mark.parametrize(
    "text",
    [
        *TEXTS.values(),
        "The word “café” became â€œcafÃ©â€ when the page was read wrongly.",
        "A MANHÃ… seguinte",
        "Ã",
        "Prices in Â£",
    ],
)
def test_text_that_is_not_mangled_as_a_whole_stays(text: str) -> None:
    decoded = decode(text.encode(), encoding=None, name=None)
    assert decoded.text == text
    assert decoded.warnings == ()


# What is no text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF document"),
        (b"PK\x03\x04\x14\0\x06\0[Content_Types].xml word/document.xml", "a Word document"),
        (b"PK\x03\x04\x14\0\0\0mimetypeapplication/epub+zip", "an EPUB book"),
        (b"PK\x03\x04\x14\0\0\0article.txt", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG picture"),
        (b"\x1f\x8b\x08\0", "a gzip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
        (b"{\\rtf1\\ansi Vale}", "a rich text document"),
        (b"\x7fELF\x02\x01\x01\0", "a program"),
        (zlib.compress(b"Harbour reopens. " * 50), "this looks like binary data"),
        (bytes(range(256)) * 20, "this looks like binary data"),
        (b"\0" * 1000, "this looks like binary data"),
        (b"text \0\0\0\0 more text\0\0\0", "this looks like binary data"),
    ],
)
def test_what_is_no_text_is_refused_by_name_and_with_a_way_out(data: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=what) as caught:
        decode(data, encoding=None, name="article.txt")
    assert caught.value.path == "article.txt"
    assert caught.value.hint


def test_the_control_bytes_of_a_wire_are_text() -> None:
    data = b"\x16\x16\x01a0123\x02\r\r\nVALE (Agency) - The harbour reopened.\r\r\n\x03\x04"
    assert decode(data, encoding=None, name=None).text == data.decode("ascii")


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_an_error_that_a_user_understands(data: bytes) -> None:
    try:
        decoded = decode(data, encoding=None, name="article.txt")
    except SourceError as refused:
        decoded = refused
    if isinstance(decoded, SourceError):
        assert decoded.hint
    else:
        assert 0 <= decoded.confidence <= 1
        assert codecs.lookup(decoded.encoding)


def test_clean_utf_8_loads_no_detector() -> None:
    code = (
        "import sys; from newsexport.reader._decode import decode; decode('Café'.encode(), encoding=None, name=None); "
        "sys.exit('chardet' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
