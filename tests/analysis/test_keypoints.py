"""Key points: sentences taken whole, the writer's own list first, and no worse than the first three sentences."""

import importlib.util
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsexport.analysis import facts
from newsexport.model import Article, Figure, Item, ListBlock, Paragraph, Subheading

PLACE = Path(__file__).parents[2] / "benchmarks" / "keypoints_score.py"
LEAD = "The council of Vale voted on Friday to build a new bridge over the harbour."


def scorer():
    spec = importlib.util.spec_from_file_location("keypoints_score", PLACE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def points(*paragraphs: str, **fields: str) -> list[str]:
    story = Article(blocks=tuple(map(Paragraph, paragraphs)), **{"language": "en", **fields})
    return [point.text for point in facts(story).key_points]


def test_they_come_nearer_to_an_editor_s_summary_than_the_first_three_sentences():
    score = scorer()
    stories = list(score.own())
    assert len(stories) == 40
    ours = sum(score.rouge(" ".join(p.text for p in facts(a).key_points), summary) for a, summary in stories)
    theirs = sum(score.rouge(score.lead(a), summary) for a, summary in stories)
    assert ours >= theirs


@pytest.mark.parametrize(("sentences", "expected"), [(0, 0), (1, 0), (2, 1), (5, 2), (10, 3), (60, 4), (100, 5)])
def test_a_short_article_has_fewer(sentences, expected):
    letters = [f"{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(sentences)]
    names = [f"Villager{x} painted{x} fence{x} colour{x} before{x} winter{x}." for x in letters]
    assert len(points(*names)) == expected


def test_the_writer_s_own_list_at_the_top_wins():
    own = [f"The bridge over harbour number {n} will open for walkers in May" for n in range(3)]
    story = Article(
        language="en",
        blocks=(
            Figure("The quay"),
            Subheading("Key points"),
            ListBlock(tuple(map(Item, own))),
            *map(Paragraph, [LEAD] * 4),
        ),
    )
    found = facts(story).key_points
    assert [point.text for point in found] == own
    assert {point.rule for point in found} == {"the article's own list"}
    assert [point.segments[0][:2] for point in found] == [(2, 0), (2, len(own[0]) + 1), (2, 2 * len(own[0]) + 2)]


def test_a_list_of_links_at_the_top_is_none():
    story = Article(
        language="en",
        blocks=(ListBlock((Item("Home"), Item("News"), Item("Sport"))), *map(Paragraph, [LEAD, LEAD, LEAD])),
    )
    assert [point.text for point in facts(story).key_points] == [LEAD]


@pytest.mark.parametrize(
    "leaning",
    [
        "It will replace the old ferry of the town from next spring.",
        "But the old ferry of the town will run until next spring.",
        "“We will build the new bridge over the harbour,” the mayor said.",
        "Who will pay for the new bridge over the harbour of Vale?",
        "The mayor said: “The new bridge over the harbour comes first.",
        "A new bridge.",
    ],
)
def test_what_cannot_stand_alone_is_no_key_point(leaning):
    rest = [
        "Farmers in the hills of Torrin sold nine hundred sheep at the autumn market.",
        "Engineers found cracks in the tower of the chapel.",
    ]
    assert leaning not in points(leaning, LEAD, *rest, headline="New bridge over the harbour of Vale")


def test_a_pronoun_is_one_in_its_own_language_only():
    german = [
        "Die Brücke über den Hafen von Vale wird im Mai eröffnet.",
        "Der Rat von Vale hat das am Freitag mit großer Mehrheit beschlossen.",
    ]
    assert points(*german, language="de") == german[:1]


@pytest.mark.parametrize(
    "offer",
    [
        "Create an account or sign in to read on about the harbour bridge of Vale.",
        "Get the latest news of Vale and its harbour bridge every morning.",
        "Lesen Sie auch, was der Hafen von Vale für seine neue Brücke zahlt.",
    ],
)
def test_what_a_page_offers_its_reader_is_no_key_point(offer):
    other = "Farmers in the hills of Torrin sold nine hundred sheep at the autumn market."
    told = points(offer, LEAD, other, "Engineers found cracks in the tower of the old chapel.")
    assert told == [LEAD, other]


def test_what_a_chosen_sentence_says_already_is_passed_over():
    again = "The council of Vale voted on Friday to build the new harbour bridge."
    other = "Farmers in the hills of Torrin sold nine hundred sheep at the autumn market."
    assert points(LEAD, again, other, "Engineers found cracks in the tower of the old chapel.") == [LEAD, other]


PIECES = st.sampled_from(
    ["The council met in Vale. ", "It rained. ", "“We go,” she said. ", "Dr. J. Roe of the U.S. Senate spoke at 5 p.m. ", "桥开了。", "هل؟ ", "(", "«", "\n", "… ", "?! ", "x" * 30]
)  # fmt: skip


@given(st.lists(st.lists(PIECES, max_size=9).map("".join), max_size=4), st.sampled_from(["en", "de", "zh", None]))
def test_whatever_the_text_a_key_point_is_taken_word_for_word(paragraphs, language):
    story = Article(language=language, blocks=tuple(map(Paragraph, paragraphs)))
    found = facts(story).key_points
    assert len(found) <= 5
    for point in found:
        ((block, start, end),) = point.segments
        assert paragraphs[block][start:end] == point.text == point.text.strip()


@pytest.mark.parametrize("piece", ["A b. ", "a.", "。", "Mr. ", "“a.” ", "A b c d e f g. ", "? ", "U.S. ", "\n", "a "])
def test_time_grows_with_the_text_and_no_faster(piece):
    def seconds(size: int) -> float:
        story = Article(language="en", blocks=(Paragraph((piece * size)[:size]),) * 2)
        start = time.process_time()
        facts(story)
        return time.process_time() - start

    large = seconds(64_000)
    assert large < 1 or large < 100 * min(seconds(4_000), seconds(4_000))
