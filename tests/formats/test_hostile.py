"""Input that is broken or means harm: one clear line with the file's name, in bounded time; nothing fetched, nothing expanded."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsexport.errors import SourceError
from newsexport.reader import formats

NITF = (
    "<nitf><body><body.head><hedline><hl1>{}</hl1></hedline></body.head><body.content>{}</body.content></body></nitf>"
)
LOL = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def refusal(name: str, data: bytes | str) -> str:
    with pytest.raises(SourceError) as caught:
        formats.load(name).parse(data if isinstance(data, bytes) else data.encode(), name="given", language=None)
    assert caught.value.path == "given"
    assert caught.value.hint
    assert "\n" not in caught.value.message
    assert len(caught.value.message) < 200
    return caught.value.message


@pytest.mark.parametrize(
    ("prolog", "inside"),
    [
        (f'<!DOCTYPE nitf [<!ENTITY l0 "lol">{LOL}]>', "<p>&l9;</p>"),
        (f'<!DOCTYPE nitf [<!ENTITY big "{"x" * 100_000}">]>', f"<p>{'&big;' * 1000}</p>"),
        ('<!DOCTYPE nitf [<!ENTITY secret SYSTEM "file:///etc/hostname">]>', "<p>&secret;</p>"),
        ('<!DOCTYPE nitf [<!ENTITY far SYSTEM "http://127.0.0.1:9/x">]>', "<p>&far;</p>"),
        ('<!DOCTYPE nitf [<!ENTITY unused "x">]>', "<p>a</p>"),
    ],
    ids=["billion laughs", "quadratic", "file", "address", "unused"],
)
def test_a_document_that_declares_entities_is_refused(prolog: str, inside: str) -> None:
    assert "declares entities" in refusal("nitf", prolog + NITF.format("h", inside))


def test_a_parameter_entity_loads_nothing(tmp_path: Path) -> None:
    (tmp_path / "x.dtd").write_text('<!ENTITY secret "stolen">', "utf-8")
    prolog = f'<!DOCTYPE nitf [<!ENTITY % far SYSTEM "{(tmp_path / "x.dtd").as_uri()}"> %far;]>'
    assert "entities" in refusal("nitf", prolog + NITF.format("h", "<p>&secret;</p>"))


def test_an_external_document_type_is_not_loaded(tmp_path: Path) -> None:
    (tmp_path / "x.dtd").write_text('<!ENTITY secret "stolen">', "utf-8")
    prolog = f'<!DOCTYPE nitf SYSTEM "{(tmp_path / "x.dtd").as_uri()}">'
    data = (prolog + NITF.format("h", "<p>It is &secret; &eacute;.</p>")).encode()
    (article,) = formats.load("nitf").parse(data, name=None, language=None)
    assert [block.text for block in article.blocks] == ["It is &secret; é."]


@pytest.mark.parametrize("depth", [80, 300, 100_000])
def test_xml_nested_too_deep_is_refused(depth: int) -> None:
    message = refusal("nitf", NITF.format("h", "<block>" * depth + "a" + "</block>" * depth))
    assert "deep" in message or "depth" in message.lower()


def test_a_truncated_xml_file_is_refused_with_its_line() -> None:
    whole = (Path(__file__).parent / "files" / "story.nitf.xml").read_bytes()
    with pytest.raises(SourceError) as caught:
        formats.load("nitf").parse(whole[:1500], name="cut.xml", language=None)
    assert (caught.value.line or 0) > 10


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("nitf", "<nitf><head/></nitf>", "no <body>"),
        ("nitf", "", "not"),
        ("nitf", b"<nitf>\xff\xfe</nitf>", "not"),
        ("newsml-g2", "<newsMessage/>", "no <newsItem>"),
        ("newsml", "<NewsML/>", "no <NewsItem>"),
        ("feed", "<rss><channel><title>x</title></channel></rss>", "no entries"),
        ("feed", "<rss><channel><item><title>a &nbsp; b</title></item></channel></rss>", "nbsp"),
        ("ninjs", "{", "not readable as JSON"),
        ("ninjs", "[1, 2]", "no news object"),
        ("ninjs", '{"headline": NaN}', "NaN"),
        ("ninjs", '{"headline": "a", "headline": "b"}', "stands twice"),
        ("ninjs", '{"headline": ' + "[" * 200_000, "too deep"),
        ("ninjs", '{"headline": "a", "urgency": ' + "9" * 5000 + "}", "not readable"),
        ("ninjs", b'{"headline": "\xff"}', "not readable"),
        ("email", "Message-ID: <1@x>\nFrom: a@b.example\n\n", "no text"),
        ("email", "Message-ID: <1@x>\nFrom: " + "a@b.example, " * 10_000 + "\n\ntext", "longer than"),
        ("email", "From: " + "(" * 3000 + "\n\ntext", "not readable as an e-mail"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(name: str, data: bytes | str, message: str) -> None:
    assert message in refusal(name, data)


def test_an_e_mail_of_a_thousand_parts_in_parts_is_refused_or_read() -> None:
    data = "MIME-Version: 1.0\nSubject: a\n" + "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(1000)
    )
    assert refusal("email", data)


@pytest.mark.parametrize(
    ("name", "whole", "part"),
    [
        (
            "feed",
            "<rss><channel><title>a</title>{}</channel></rss>",
            "<item><title>b</title><description>c</description></item>",
        ),
        (
            "newsml-g2",
            "<newsMessage>{}</newsMessage>",
            "<newsItem><contentMeta><headline>b</headline></contentMeta></newsItem>",
        ),
        ("newsml", "<NewsML>{}</NewsML>", "<NewsItem><NewsLines><HeadLine>b</HeadLine></NewsLines></NewsItem>"),
        ("ninjs", "[{}{{}}]", '{"headline": "b", "body_text": "c"},'),
        ("nitf", NITF.format("h", "{}"), "<p>The gates held.</p>"),
        ("nitf", NITF.format("h", "<table>{}</table>"), "<tr><td>a</td><td>b</td></tr>"),
        ("nitf", NITF.format("{}", "<p>a</p>"), "b</hl1><hl1>"),
        ("email", "Message-ID: <1@x>\n\n{}", "The gates held the water for nine hours, the engineers said.\n\n"),
    ],
)
def test_the_time_is_linear_in_the_number_of_parts(name: str, whole: str, part: str) -> None:
    def taken(count: int) -> float:
        data = whole.format(part * count).encode()
        start = time.process_time()
        assert formats.load(name).parse(data, name=None, language=None)
        return time.process_time() - start

    assert taken(4000) < 12 * taken(1000) + 0.3


def test_json_strings_are_cleaned() -> None:
    data = b'{"headline": "a\\u202eb\\ud800c", "body_text": "One\\u0000 two."}'
    (article,) = formats.load("ninjs").parse(data, name=None, language=None)
    assert article.headline == "ab\ufffdc"
    assert [block.text for block in article.blocks] == ["One two."]
    assert article.provenance.dropped == ("U+0000 ×1", "U+202E ×1", "U+D800 ×1")


def test_a_web_page_without_the_extra_library_is_refused_with_the_way_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(SourceError) as caught:
        formats.load("html").parse(b"<html><body><p>a</p></body></html>", name="page.html", language=None)
    assert caught.value.hint == "pip install 'newsexport[html]'"


def test_a_page_nested_thousands_of_levels_is_refused_or_read() -> None:
    pytest.importorskip("trafilatura")
    for tag in ("div", "b", "table", "span"):
        page = f"<html><body>{f'<{tag}>' * 5000}<p>{'The gates held for nine hours. ' * 20}</p></body></html>"
        try:
            (article,) = formats.load("html").parse(page.encode(), name="page.html", language=None)
        except SourceError:
            continue
        assert article.blocks or article.unparsed


def test_a_page_without_a_story_and_one_too_large_are_refused() -> None:
    pytest.importorskip("trafilatura")
    assert "no story" in refusal("html", "<html><body></body></html>")
    assert "larger" in refusal("html", b"<html>" + b"a" * 10_000_001)


def test_what_the_extractor_leaves_out_of_a_page_is_listed() -> None:
    pytest.importorskip("trafilatura")
    page = (Path(__file__).parent / "files" / "page.html").read_text("utf-8")
    lost = "Subscribers of this fine newspaper have been reading about the gates of the canal since the year in which it opened."
    page = page.replace("<footer>", f'<div class="notice">{lost}</div><footer>')
    (article,) = formats.load("html").parse(page.encode(), name=None, language=None)
    kept = [left.text for left in article.unparsed] + [block.text for block in article.blocks if hasattr(block, "text")]
    assert lost in kept


FILES = sorted(path for path in (Path(__file__).parent / "files").iterdir() if path.suffix != ".html")
KEYS = st.sampled_from(
    [
        "headline",
        "headlines",
        "bodies",
        "body_text",
        "body_html",
        "byline",
        "by",
        "located",
        "keywords",
        "subject",
        "people",
        "rel",
        "name",
        "value",
        "role",
        "contentType",
        "associations",
        "infosources",
        "versioncreated",
        "description_text",
        "type",
        "language",
        "uri",
        "ednote",
    ]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=20,
)


@given(st.dictionaries(KEYS, VALUES, min_size=1))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_a_news_object_of_any_types_is_read(made: dict[str, object]) -> None:
    assert formats.load("ninjs").parse(json.dumps(made).encode(), name="given", language=None)


@given(
    st.sampled_from(FILES),
    st.lists(st.tuples(st.integers(0, 10**6), st.binary(max_size=6)), min_size=1, max_size=4),
    st.booleans(),
)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_a_damaged_file_is_read_or_refused_in_one_line(path: Path, damage: list[tuple[int, bytes]], cut: bool) -> None:
    data = path.read_bytes()
    for place, other in damage:
        at = place % (len(data) or 1)
        data = data[:at] + other + (b"" if cut and len(data) > 1000 else data[at + 1 :])
    name = formats.pick(path.read_bytes())
    assert name
    message = ""
    try:
        assert formats.load(name).parse(data, name="given", language=None)
    except SourceError as error:
        message = error.message
    assert "\n" not in message
