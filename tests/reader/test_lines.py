"""Single lines: bylines, datelines, labels, links, languages, end marks."""

from __future__ import annotations

import pytest

from newsexport.reader import _bylines, _datelines, _marks
from newsexport.reader._labels import label
from newsexport.reader._language import language_of
from newsexport.reader._lines import Chunk, numbered
from newsexport.reader._links import links, safe_url


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ana Lopez", "Ana Lopez"),
        ("BY ANA LOPEZ AND JO ABBY", "Ana Lopez; Jo Abby"),
        ("By Ana Lopez, Diplomatic Editor", "Ana Lopez = Diplomatic Editor"),
        ("By Ana Lopez in North Harbour and Jo Kim in Oslo", "Ana Lopez; Jo Kim"),
        ("By Ana Lopez and AFP", "Ana Lopez; AFP"),
        ("By Ana Lopez, Vale News Agency", "Ana Lopez = Vale News Agency"),
        ("Words by Jo van der Berg", "Jo van der Berg"),
        ("Von Jürgen Weiß und Ana Lopez", "Jürgen Weiß; Ana Lopez"),
        ("Par Zoé d’Arcy", "Zoé d’Arcy"),
        ("Por Ana López y Juan Ruiz", "Ana López; Juan Ruiz"),
        ("Di Marco Bianchi", "Marco Bianchi"),
        ("Door Jan de Vries", "Jan de Vries"),
        ("Автор: Анна Лопес", "Анна Лопес"),
        ("Haber: Deniz Yıldız", "Deniz Yıldız"),
        ("Της Μαρίας Παππά", "Μαρίας Παππά"),
        ("เรื่องโดย สมชาย ใจดี", "สมชาย ใจดี"),
        ("रिपोर्ट: मीना राउत", "मीना राउत"),
        ("By Staff Reporter", "Staff Reporter"),
        ("By our own correspondent", "our own correspondent"),
        ("本报记者 王明", "王明"),
        ("홍길동 기자", "홍길동"),
        ("بقلم سارة حداد", "سارة حداد"),
        ("By Ana Lopez | 21 April 2024", "Ana Lopez"),
        ("By Friday, the reservoirs will be empty", None),
        ("By the end of the year", None),
        ("By 2030, half of the bridges will be gone.", None),
        ("Von Montag an gilt ein neuer Fahrplan", None),
    ],
)
def test_a_byline_names_its_authors(line: str, authors: str | None) -> None:
    found = _bylines.byline(line)
    named = "; ".join(f"{one.name} = {one.role}" if one.role else one.name for one in found.authors) if found else None
    assert named == authors


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("VALE (Newsline) - Ministers said on Sunday", "Vale | Newsline | None"),
        ("PARIS, April 21 (AGENCY) — Ministers said", "Paris | AGENCY | April 21"),
        ("NORTH HARBOUR/VALE, Apr 21 - Ministers said", "North Harbour, Vale | None | Apr 21"),
        ("VALE VALLEY, Ohio (AGY) — Ministers said", "Vale Valley, Ohio | AGY | None"),
        ("SÃO TOMÉ -- Ministers said on Sunday", "São Tomé | None | None"),
        ("NEW HARBOUR: Ministers said on Sunday", "New Harbour | None | None"),
        ("Vale (nl/agy) - Ministers said on Sunday", "Vale | nl/agy | None"),
        ("VALE (NL) _ Ministers said on Sunday that", "Vale | NL | None"),
        ("(Newsline) - With the bridge closed", " | Newsline | None"),
        ("26 juin 2012. - Le conseil a décidé de", " | None | 26 juin 2012"),
        ("新华社北京4月21日电（记者 王明）桥在星期日重新开放了。", "北京 | 新华社 | 4月21日"),
        ("(서울=뉴스) 홍길동 기자 = 다리가 일요일에 다시 열렸다.", "서울 | 뉴스 | None"),
        ("NATO - the alliance that guards the bridge", None),
        ("EXCLUSIVE - Ministers said on Sunday that", None),
        ("U.S. — and its allies — said on Sunday that", None),
        ("The bridge - Ministers like it - will reopen", None),
        ("“We will stay,” she said - Ministers agreed", None),
    ],
)
def test_a_dateline_is_places_agency_and_date(text: str, dateline: str | None) -> None:
    found = _datelines.leading(text)
    line = found.dateline if found else None
    assert (f"{', '.join(line.places)} | {line.agency} | {line.date}" if line else None) == dateline


@pytest.mark.parametrize(
    ("line", "role", "value"),
    [
        ("Headline: Old mill", "headline", "Old mill"),
        ("**Published:** 2024-04-21", "published", "2024-04-21"),
        ("Quelle: Vale Kurier", "source", "Vale Kurier"),
        ("作者：王明", "byline", "王明"),
        ("LENGTH: 355 words", "admin", "355 words"),
        ("Mayor: the bridge is open", None, None),
        ("https://vale.example", None, None),
    ],
)
def test_a_label_names_its_field(line: str, role: str | None, value: str | None) -> None:
    found = label(line)
    assert (found and found.role, found and found.value) == (role, value)


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("See https://vale.example/a_(b), now.", ["https://vale.example/a_(b)"]),
        ("(http://vale.example/x?y=1#z)", ["http://vale.example/x?y=1#z"]),
        ("Write to ana.lopez+news@vale.example.", ["mailto:ana.lopez+news@vale.example"]),
        ("https://user:pass@vale.example/ and http://[::1 and javascript:alert(1)", []),
        ("http://vale.example:99999/", []),
    ],
)
def test_only_addresses_that_a_reader_may_be_sent_to_are_links(text: str, urls: list[str]) -> None:
    found = links(text)
    assert [mark.url for mark in found if not mark.url.startswith("mailto:pass")] == urls
    assert all(text[mark.start : mark.end] in mark.url for mark in found)


def test_an_address_with_a_password_is_none() -> None:
    assert safe_url("https://user:pass@vale.example/") is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bridge of the town was closed for the repairs that were made in the spring and it is open.", "en"),
        ("Die Brücke der Stadt wurde für die Reparatur geschlossen und ist nicht mehr auf dem Plan.", "de"),
        ("Le pont de la ville est fermé pour les travaux que la mairie a décidés et qui sont dans le plan.", "fr"),
        ("El puente de la ciudad se ha cerrado por las obras que el alcalde y los vecinos no han querido.", "es"),
        ("Мост через реку был закрыт на ремонт, и жители не знали, что он открыт для всех.", "ru"),
        ("Міст через річку було закрито, і жителі не знали, що він відкритий для всіх та його не видно.", "uk"),
        ("پل شهر که برای تعمیر بسته شده بود از روز یکشنبه با حضور مردم باز شد و این را شهردار گفت است.", "fa"),
        ("橋が日曜日に開いた。", "ja"),
        ("桥在星期日重新开放。", "zh"),
        ("다리가 일요일에 다시 열렸다.", "ko"),
        ("Η γέφυρα άνοιξε.", "el"),
        ("גשר נפתח.", "he"),
        ("สะพานเปิดแล้ว", "th"),
        ("पुल रविवार को खुल गया और लोग उस पर से गए हैं।", "hi"),
        ("12 – 45", None),
        ("Xyz", None),
    ],
)
def test_the_language_is_told_by_script_and_common_words(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("ENDS", "end mark"),
        ("-30-", "end mark"),
        ("###", "end mark"),
        ("(MORE)", "more mark"),
        ("* * *", "rule"),
        ("(Reporting by Ana Lopez; Editing by Jo Kim)", "signoff"),
        ("Jo Kim contributed to this report.", "signoff"),
        ("EMBARGOED UNTIL 00:01 GMT 22 April", "note embargo"),
        ("Editor's note: names have been changed.", "note editor"),
        ("Correction: An earlier version called the sheep goats.", "note correction"),
        ("This story was updated with the mayor's words.", "note update"),
        ("READ MORE: How the bridge was built", "note promo"),
        ("Lesen Sie auch: Wie die Brücke entstand", "note promo"),
        ("Advertisement", "note advertisement"),
        ("— Jane Roe (@janeroe) April 21, 2024", "note embed"),
        ("Notes to editors:", "note contact"),
        ("Ends of the earth", None),
        ("Finally the bridge opened.", None),
        ("More people than ever crossed it.", None),
    ],
)
def test_small_print_is_told_by_its_words(line: str, role: str | None) -> None:
    found = _marks.small_print(Chunk.of(numbered(line)))
    said = f"note {found.kind}" if found and found.role == "note" else found.role if found else None
    assert said == role
