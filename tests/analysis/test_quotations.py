"""Quotations as objects: each case of quotations.md, what segments promise, and time that grows with the text only."""

import importlib
import pkgutil
import re
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newsexport.analysis
from newsexport.analysis import Quotation, quotations
from newsexport.model import Article, Factbox, Figure, Item, ListBlock, Note, Paragraph, PullQuote, Subheading, texts
from newsexport.patterns import Lazy

CASES = (Path(__file__).parent / "quotations.md").read_text(encoding="utf-8").split("\n# ")[1:]


def article(*paragraphs: str) -> Article:
    return Article(blocks=tuple(map(Paragraph, paragraphs)))


def shown(source: Article, quotation: Quotation) -> str:
    """A quotation as the cases write it."""
    said = ["\n".join(text for text, _ in texts(block)) for block in source.blocks]
    parts = " ".join(f"[{said[block][start:end]}]" for block, start, end in quotation.segments)
    return f"= {quotation.kind} {parts}" + ("" if quotation.closed else " unclosed")


def found(source: Article) -> list[str]:
    return [shown(source, quotation) for quotation in quotations(source)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.partition("\n")[0])
def test_each_case_of_the_table(case):
    lines = case.strip().split("\n")[1:]
    expected = [line for line in lines if line.startswith("= ")]
    assert found(article(*(line for line in lines if not line.startswith("= ")))) == expected


def test_text_is_the_words_between_the_marks_joined_by_what_lay_between():
    split, running = article("“We will,” she said, “not wait.”"), article("« Nous irons.", "« Nous verrons. »")
    assert [quotation.text for quotation in quotations(split)] == ["We will, not wait."]
    assert [quotation.text for quotation in quotations(running)] == ["Nous irons.\nNous verrons."]


@pytest.mark.parametrize(
    ("text", "style"),
    [("“We go," + '" he said.', '“"'), ("``We go,'' he said.", "``''"), ("« Allons », dit-il.", "«»")],
)
def test_style_is_the_pair_of_marks_as_printed(text, style):
    assert [quotation.style for quotation in quotations(article(text))] == [style]


def test_every_source_line_that_opens_with_a_mark_is_one_quotation():
    raw = "“We stay in the\n“harbour, for it is\n“late,” he said.\n“He left,” she"
    block = Paragraph(
        "“We stay in the “harbour, for it is “late,” he said.",
        raw="“We stay in the\n“harbour, for it is\n“late,” he said.",
    )
    assert found(Article(blocks=(block,))) == ["= direct [“We stay in the “harbour, for it is “late,”]"]
    assert raw.count("“") == 4


def test_a_picture_or_a_note_does_not_end_a_running_quotation_but_a_subheading_does():
    start, end = Paragraph("“It is late."), Paragraph("“We stay.”")
    over = Article(blocks=(start, Figure("The quay"), Note("More follows."), end))
    broken = Article(blocks=(start, Subheading("Night"), end))
    assert found(over) == ["= direct [“It is late.] [“We stay.”]"]
    assert found(broken) == ["= direct [“It is late.] unclosed", "= direct [“We stay.”]"]


def test_segments_of_a_list_and_a_factbox_count_in_their_pieces_joined_by_line_feeds():
    listed = ListBlock((Item("The quay"), Item("“We stay,” he said")))
    box = Factbox("In brief", (Item("“We go,” she said"),))
    assert found(Article(blocks=(listed, box))) == ["= direct [“We stay,”]", "= direct [“We go,”]"]


def test_a_pull_quote_is_a_quotation_with_or_without_marks():
    for text in ("“We stay in the harbour”", "We stay in the harbour"):
        (quotation,) = quotations(Article(blocks=(PullQuote(text, "the mayor"),)))
        assert (quotation.kind, quotation.text, quotation.rule) == ("direct", "We stay in the harbour", "a pull quote")


def test_nobody_is_named_as_the_speaker_yet_and_what_is_doubtful_says_so():
    closed, open_ = quotations(article("“We stay,” he said.", "She said: “We go to the quay."))
    assert closed.speaker is open_.speaker is None
    assert open_.confidence < 0.6 < 0.9 < closed.confidence


MARKED = st.text(st.sampled_from('ab A.,\'’‘"“”„«»‹›「」『』《》`—-12sן"\u3042\n'), max_size=40)


@given(st.lists(MARKED, max_size=5))
def test_whatever_the_marks_segments_lie_in_their_paragraph_in_order_and_hold_the_text(paragraphs):
    source = article(*paragraphs)
    for quotation in quotations(source):
        assert quotation.text.strip()
        assert list(quotation.segments) == sorted(quotation.segments)
        for block, start, end in quotation.segments:
            assert 0 <= start < end <= len(paragraphs[block])
        said = "".join(paragraphs[block][start:end] for block, start, end in quotation.segments)
        assert re.sub(r"\s", "", quotation.text).startswith(tuple(re.sub(r"\s", "", said))) or quotation.text[0] in said


@example(["《", "《1》"])
@given(st.lists(MARKED, max_size=5))
def test_whatever_the_marks_only_a_running_quotation_leaves_its_paragraph(paragraphs):
    for quotation in quotations(article(*paragraphs)):
        blocks = {block for block, _, _ in quotation.segments}
        assert len(blocks) == 1 or "runs over" in quotation.rule


WORST = [
    *"“”„\"'‘’«»「」`—",
    *("“ ", "”“", "' ", " '", "a' ", "s' ", "’s ’", "‘a ", '"a ', '1" ', "6' 2\" ", '" ', "“‘", "„“", "« » ", "''", "``", "— a, ", ", a — ",
      "“a,” b, ", "“a,” b c d e f ", "a, ", "“A B ", "A ", "“a” ", 'ב"הא ', "“a,” a.b.c", "'90 ", "'a s' "),
]  # fmt: skip


@pytest.mark.parametrize("piece", WORST)
def test_time_grows_with_the_text_and_no_faster(piece):
    def seconds(size: int) -> float:
        source = article("“" + (piece * size)[:size], "— a " + (piece * size)[:size])
        start = time.process_time()
        quotations(source)
        return time.process_time() - start

    # sixteen times the text: were it the square, it would take 256 times as long; a busy machine alone takes four
    large = seconds(32_000)
    assert large < 0.5 or large < 100 * min(seconds(2_000), seconds(2_000))


def patterns() -> list[object]:
    rooms = [
        importlib.import_module(f"newsexport.analysis.{module.name}")
        for module in pkgutil.iter_modules(newsexport.analysis.__path__)
    ]
    found = {
        value.pattern: value for room in rooms for value in vars(room).values() if isinstance(value, re.Pattern | Lazy)
    }
    return [pytest.param(found[source], id=f"{at} {source[:30]}") for at, source in enumerate(sorted(found))]


@pytest.mark.parametrize("pattern", patterns())
def test_no_pattern_is_slow_on_100_kb(pattern):
    for piece in [*WORST, "a", "A ", "a-", "Aa. ", "a'", ", ", "и ", "字"]:
        for tail in ("", "\n", "!"):
            text = (piece * 100_000)[:99_999] + tail
            start = time.process_time()
            pattern.match(text)
            pattern.search(text)
            assert time.process_time() - start < 1, piece
