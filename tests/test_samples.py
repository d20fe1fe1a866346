"""Every sample article is understood, loses nothing, and follows the published schema."""

import json
from pathlib import Path

import pytest

from newsexport import codec, reader
from newsexport.model import Edition, ListBlock, Preformatted, PullQuote, Subheading

SOURCE = Path(__file__).parent.parent / "source"
SAMPLES = sorted(SOURCE.glob("*.txt"))

# file: headline, date, authors, language
UNDERSTOOD = {
    "ferry-he": ("המעבורת במפרץ אלמוגית חוזרת להפליג, הפעם על חשמל", "2024-06-17", ["תמר אלקנה"], "he"),
    "ferry-tr": ("Gökçekoy ile Adalıburun arasında gece vapuru seferleri başladı", "2024-08-05", ["Defne Yelkenci"], "tr"),
    "forest-de": ("Querlinger Forst bekommt 1,4 Millionen neue Bäume", "2024-11-09", ["Friederike Haslach"], "de"),
    "harbour-zh-hant": ("汐沙港碼頭改種紅樹林，漁民先反對後領養", "2024-10-06", ["葉書晴"], "zh-Hant"),
    "orchard-fa": ("باغ‌های انار گلپرآباد با نصف آب، محصول بیشتری دادند", "2024-09-01", ["مهرناز سپیدرود"], "fa"),
    "harbour-bridge": (
        "Skerry Haven bridge opens to walkers a year early and £14m under budget", "2024-05-12", [], "en",
    ),
    "lantern-th": ("เทศกาลโคมบ้านธารแก้วใช้โคมกระดาษสาทั้งหมดเป็นปีแรก", "2024-11-16", ["ณัฐริกา วงศ์ธาร"], "th"),
    "library-ko": ("은하천시, 옛 기차역을 24시간 도서관으로… 첫 주 2만여 명 찾아", "2024-05-23", ["한서율"], "ko"),
    "metro-ru": ("Северолучье дождалось метро: линию строили девять лет", "2024-09-28", ["Вера Лозовская"], "ru"),
    "monsoon-hi": ("सोनझरी में बारिश का पानी लेगा टैंकरों की जगह", "2024-07-07", ["नंदिता राउत"], "hi"),
    "night-market-zh": ("澜汀市老码头夜市重新开张，摊位全部改用电灶", "2024-08-17", ["沈若川", "林一禾"], "zh"),
    "observatory-ja": ("町の明かり抑え、天の川戻る 澪ヶ原天文台が12年ぶり観測再開", "2024-07-14", ["小沢千景"], "ja"),
    "olive-el": (
        "Καλή σοδειά για τις ελιές της Αλμυρόπετρας ύστερα από δύο άνυδρα χρόνια", "2024-10-24", ["Δανάης Κορφιάτη"], "el",
    ),
    "puerto-es": (
        "Puerto Cendal electrifica sus muelles y apaga los motores de los barcos atracados", "2024-04-11",
        ["Inés Valdoncel"], "es",
    ),
    "rail-timetable": (
        "VALE TRAINS TO LEAVE AT THE SAME MINUTE EVERY HOUR AS RAILWAY REDRAWS ITS WHOLE TIMETABLE", "2024-09-10",
        ["Henrik Sollis"], "en",
    ),
    "river-treaty": (
        "Two regions agree to share the Merrow, drop by measured drop", "2024-06-18T14:30Z",
        ["Leonie Varga", "Samuel Oteng"], "en-GB",
    ),
    "seed-bank": ("A cold vault on Tarn Fell is learning which seeds can wait", "2024-10-14T07:00Z", ["Ilse Marchant"], "en"),
    "tram-line-fr": ("Tram : à Valbrune, la ligne C relie enfin les deux rives", "2024-03-19", ["Apolline Verneau"], "fr"),
    "water-plan-ar": (
        "دار السنا تقرّ خطة مائية لعشرين عامًا وتَعِد بخفض الفاقد إلى النصف", "2024-03-03", ["سلمى الخازندار"], "ar",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", UNDERSTOOD)
def test_the_fields_of_a_sample_are_understood(name):
    (article,) = reader.read(SOURCE / f"{name}.txt")
    headline, date, authors, language = UNDERSTOOD[name]

    assert article.headline == headline
    assert article.published.value == date
    found = article.byline.authors if article.byline else ()
    assert [author.name for author in found] == authors
    assert article.language == language
    assert not article.unparsed


def test_every_sample_has_its_expectation():
    assert {path.stem for path in SAMPLES} == {*UNDERSTOOD, "briefs"}
    assert len(SAMPLES) >= 6


def test_a_file_of_three_articles_is_three_articles():
    found = reader.read(SOURCE / "briefs.txt")

    assert [article.headline for article in found] == [
        "Night buses return to Orrin Bay after four years",
        "Lighthouse lamp to shine again as museum reaches its target",
        "Council backs plan to plant a tree for every school-leaver",
    ]
    assert [article.published is not None for article in found] == [True, True, True]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_character_of_a_sample_vanishes(path):
    data = path.read_bytes()
    account = reader.account(reader.read_bytes(data), reader.source_text(data))

    assert (account.lost, account.invented, account.unparsed) == (0, 0, 0)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_follows_the_published_schema_and_reads_back(path):
    import jsonschema

    edition = Edition.of(*reader.read(path))
    data = codec.edition_data(edition)
    schema = json.loads((SOURCE.parent / "docs" / "article.schema.json").read_text(encoding="utf-8"))

    jsonschema.Draft202012Validator(schema).validate(data)
    assert codec.decode_edition(json.dumps(data)) == edition


def blocks(name, kind):
    (article,) = reader.read(SOURCE / f"{name}.txt")
    return [block for block in article.blocks if isinstance(block, kind)]


def test_the_furniture_of_the_rich_sample_is_told_apart():
    lists = blocks("seed-bank", ListBlock)

    assert [block.ordered for block in lists][:2] == [False, True]
    assert [block.text for block in blocks("seed-bank", Subheading)] == ["How the test was run", "What comes next"]
    assert blocks("seed-bank", PullQuote)[0].attribution
    assert "\n" in blocks("seed-bank", Preformatted)[0].text


def test_hard_wraps_are_undone():
    (article,) = reader.read(SOURCE / "rail-timetable.txt")

    assert not any("\n" in block.text for block in article.blocks if not isinstance(block, ListBlock | Preformatted))
    assert article.dateline.raw.startswith("VALE (Newsline)")
    assert (article.dateline.places, article.dateline.agency) == (("Vale",), "Newsline")
    assert article.signoff
    assert article.byline.authors[0].role == "Transport Correspondent"
