"""Markup in bodies: every text arrives exactly once, whatever the nesting; the time is linear; nothing recurses away."""

from __future__ import annotations

import time
from collections import Counter
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsexport.model import Factbox, Figure, Link, Paragraph, Preformatted, PullQuote, Subheading, texts
from newsexport.reader.formats._fragment import fragment
from newsexport.reader.formats._markup import body
from newsexport.reader.formats._record import Record
from newsexport.reader.formats._tree import Node

TAGS = [
    "p",
    "div",
    "span",
    "b",
    "em",
    "a",
    "q",
    "i",
    "h2",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "cite",
    "footer",
    "aside",
    "figure",
    "figcaption",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "td",
    "th",
    "pre",
    "section",
    "article",
    "header",
    "center",
    "font",
    "nobr",
    "bq",
    "block",
    "credit",
    "media",
    "media-caption",
    "media-producer",
    "note",
    "hl2",
    "chron",
    "script",
]
words = st.integers(0, 10**6).map(lambda number: f"w{number}x")
nodes = st.recursive(
    words,
    lambda inner: st.tuples(st.sampled_from(TAGS), st.lists(inner, max_size=4)),
    max_leaves=25,
)


def tree(made: object) -> Node | str:
    if isinstance(made, str):
        return f" {made} "
    tag, inner = made
    if tag == "script":
        return Node(tag, inside=[part for part in map(tree, inner) if isinstance(part, str)])
    return Node(tag, inside=[tree(part) for part in inner])


def written(part: Node | str) -> str:
    if isinstance(part, str):
        return escape(part)
    return f"<{part.tag}>{''.join(written(inner) for inner in part.inside)}</{part.tag}>"


def said(node: Node) -> Counter[str]:
    """The words outside scripts."""
    found: Counter[str] = Counter()
    for part in node.inside:
        if isinstance(part, str):
            found.update(part.split())
        elif part.tag != "script":
            found += said(part)
    return found


def read(node: Node) -> tuple[Record, Counter[str]]:
    record = Record()
    body(record, node)
    assert not record.unparsed
    everything = " ".join(text for block in record.blocks for text, _ in texts(block))
    return record, Counter(everything.replace("“", " ").replace("”", " ").replace("|", " ").split())


@given(st.lists(nodes, max_size=6))
@settings(max_examples=120, deadline=None)
def test_every_text_node_is_in_exactly_one_block(made: list[object]) -> None:
    top = Node("html-root", inside=[tree(part) for part in made])
    assert read(top)[1] == said(top)


@given(st.lists(nodes, max_size=6))
@settings(max_examples=120, deadline=None)
def test_html_keeps_every_word_even_where_its_nesting_is_forbidden(made: list[object]) -> None:
    top = Node("html-root", inside=[tree(part) for part in made])
    parsed = fragment("".join(written(part) for part in top.inside))
    assert said(parsed) == said(top)
    assert read(parsed)[1] == said(top)


@given(st.text(st.sampled_from("<>/!-[]\"'= abpq&;#x1scripttable\n"), max_size=200))
@settings(max_examples=200, deadline=None)
def test_broken_markup_never_raises(text: str) -> None:
    record, _ = read(fragment(text))
    for block in record.blocks:
        for shown, marks in texts(block):
            assert all(0 <= mark.start < mark.end <= len(shown) for mark in marks)


def one(text: str) -> object:
    record, _ = read(fragment(text))
    assert len(record.blocks) == 1
    return record.blocks[0]


def test_white_space_is_folded_and_marks_fit_the_words() -> None:
    block = one("<p>\n The <b> gates\n </b> <a href='https://canal.example/?a=1&amp;b=2'> hold </a>, they   say.</p>")
    assert isinstance(block, Paragraph)
    spans = {block.text[mark.start : mark.end] for mark in block.marks}
    assert spans == {"gates", "hold"}


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://user:pw@canal.example/",
        "//canal.example",
        "gates.html",
    ],
)
def test_an_unsafe_address_loses_its_link_and_keeps_its_words(url: str) -> None:
    record, _ = read(fragment(f'<p>The <a href="{url}">gates</a> hold.</p>'))
    assert record.blocks == [Paragraph("The gates hold.")]
    assert [entry.raw for entry in record.trace if entry.role == "link"] == [url]


def test_links_written_out_are_marks_too_and_never_overlap() -> None:
    block = one('<p>See <a href="https://a.example/">https://b.example/</a> or https://c.example/x.</p>')
    assert isinstance(block, Paragraph)
    assert [mark.url for mark in block.marks if isinstance(mark, Link)] == ["https://a.example/", "https://c.example/x"]


def test_one_line_break_is_a_space_and_two_part_paragraphs() -> None:
    record, _ = read(fragment("one<br>two<br><br/>three"))
    assert record.blocks == [Paragraph("one two", raw="one\ntwo"), Paragraph("three")]


def test_a_quotation_names_its_speaker_and_keeps_its_paragraphs() -> None:
    record, _ = read(fragment("<blockquote><p>First.</p><p>Second.</p><cite>Ines Moor</cite></blockquote>"))
    assert record.blocks == [PullQuote("First."), PullQuote("Second.", "Ines Moor")]


def test_a_box_of_paragraphs_is_a_factbox_and_a_box_with_a_table_is_not() -> None:
    assert isinstance(one("<aside><h3>The lock</h3><p>Built in 1904</p></aside>"), Factbox)
    record, _ = read(fragment("<aside><h3>The lock</h3><table><tr><td>a<td>b</table></aside>"))
    assert [type(block) for block in record.blocks] == [Subheading, Preformatted]


def test_a_layout_table_is_its_paragraphs_and_a_wide_one_a_list_of_rows() -> None:
    record, _ = read(fragment("<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>"))
    assert record.blocks == [Paragraph("One."), Paragraph("Two.")]
    record, _ = read(fragment(f"<table><tr><td>{'long ' * 20}</td><td>b</td></tr></table>"))
    assert [[item.text for item in block.items] for block in record.blocks] == [[f"{'long ' * 19}long | b"]]


def test_columns_count_wide_ideographs_twice() -> None:
    assert one("<table><tr><td>水位<td>1<tr><td>abc<td>2</table>") == Preformatted("水位  1\nabc   2")


def test_a_link_in_a_table_is_recorded() -> None:
    record, _ = read(fragment('<table><tr><td><a href="https://canal.example/">a</a><td>b</table>'))
    assert ("link", "https://canal.example/") in [(entry.role, entry.raw) for entry in record.trace]


def test_a_picture_without_a_caption_shows_its_alternative_text() -> None:
    assert one('<figure><img alt="A gate"></figure>') == Figure("A gate")


def test_scripts_and_styles_are_dropped_and_counted() -> None:
    record, _ = read(fragment("<style>p{}</style><p>a<script>if (1 < 2) { '</p>' }</script>b</p><!-- c -->"))
    assert record.blocks == [Paragraph("ab")]
    assert record.gone == Counter({"<style>": 1, "<script>": 1})


def test_control_characters_are_dropped_and_counted() -> None:
    record, _ = read(fragment("<p>a&#8238;b&#7;c\u202ed\u00ade</p>"))
    assert [block.text for block in record.blocks] == ["abcde"]
    assert record.gone["U+202E"] == 2


def test_elements_nested_a_thousand_levels_lose_no_word() -> None:
    for tag in ("div", "b", "blockquote", "ul", "table", "figure", "aside", "q"):
        text = "".join(f"<{tag}>w{number} " for number in range(1000))
        assert sum(read(fragment(text))[1].values()) == 1000, tag


@pytest.mark.parametrize(
    "unit",
    ["<", "<a \"", "<a '\"", "<!--", "<!", "<?", "<![CDATA[", "<script>", "</script ", "<title>", "&#1;", "<p>a", "</p>", "<b>a",
     "<div>", "<table>", "<table><tr><td>a", "<ul><li>a", "<blockquote>a", "<aside>a", "<q>a", "a<br>", "<a =", "a\u0301\u0302"],
)  # fmt: skip
def test_the_time_is_linear_in_the_worst_markup(unit: str) -> None:
    def taken(size: int) -> float:
        node = unit * (size // len(unit))
        start = time.process_time()
        read_all(node)
        return time.process_time() - start

    assert taken(80_000) < 12 * taken(20_000) + 0.3


def read_all(text: str) -> None:
    body(Record(), fragment(text))
