"""The same story from two files: found where it is copied, cut or edited, not where two newsrooms tell one event."""

import random
import time

import pytest

from newsexport.briefing._twins import twins
from newsexport.model import Article, Paragraph

STORY = """\
The night ferry sailed again on Tuesday after nine idle years, and two hundred people stood in the rain to see it go.
The council of Brindle Sound had sold the old boat for scrap before a lamp maker from Orrel bought it back for a crown.
She spent four winters on the hull with her sons, a borrowed crane and a book about rivets that she has not returned.
“I was told that it would sink at the quay,” Ines Calder said. “It has not, and the man who told me bought a ticket.”
The crossing takes forty minutes, as it did before the bridge at Hale was opened and the timetable was torn up.
Tickets cost four pounds each way; children and dogs travel free until the first frost, when the summer boats are laid up.
The harbour office expects sixty passengers a night, and it has put three more lamps on the quay so that nobody falls in.
A second boat may follow in spring if the council finds a crew, which in Brindle has never been the easy part.""".split(
    "\n"
)

TOLD_ANEW = """\
Brindle Sound has its night boat back. Nine years after it was laid up, the ferry left the quay at dusk on Tuesday.
Some two hundred onlookers braved a downpour to cheer its owner, a lamp maker who had rescued it from the breakers.
“I was told that it would sink at the quay,” Ines Calder said. “It has not, and the man who told me bought a ticket.”
Fares are four pounds. Officials hope for sixty travellers every evening, and lights have been added along the water.
Whether another vessel joins it next year depends on hiring sailors, a task at which the town has failed before.""".split(
    "\n"
)


def article(*paragraphs):
    return Article(headline="Ferry", blocks=tuple(map(Paragraph, paragraphs)))


def edited(seed, share):
    """The story with that share of its words changed."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    words = [f"other{n}" if dice.random() < share else word for n, word in enumerate(" ".join(STORY).split(" "))]
    return article(" ".join(words))


def other(seed):
    dice = random.Random(seed)  # noqa: S311 - no secret
    return article(*(" ".join(f"w{dice.randrange(5000)}" for _ in range(40)) for _ in range(10)))


@pytest.mark.parametrize(
    ("second", "least"),
    [
        (article(*STORY), 1.0),
        (article(" ".join(STORY).upper()), 1.0),
        (article(*(line.replace("“", '"').replace("”", '"') for line in STORY)), 1.0),
        (article(*STORY[:4]), 0.9),
        (article(*STORY[2:]), 0.9),
        (article("VALE — " + STORY[0], *STORY[1:], "Read more in our newsletter, which comes out on Fridays."), 0.9),
        *((edited(seed, 0.07), 0.6) for seed in range(20)),
    ],
)
def test_a_copy_a_cut_and_a_light_edit_are_twins(second, least):
    [found] = twins([article(*STORY), other(1), second])
    assert (found.first, found.second) == (0, 2)
    assert found.share >= least


@pytest.mark.parametrize(
    "second",
    [
        article(*TOLD_ANEW),  # one event, one quotation, two newsrooms
        article(*STORY[:1], *TOLD_ANEW[1:]),  # and one sentence of the agency's
        article(STORY[3]),
        other(2),
        article("The night ferry sailed again."),
        article(),
        *(edited(seed, 0.3) for seed in range(20)),
    ],
)
def test_another_text_about_the_same_is_no_twin(second):
    assert list(twins([article(*STORY), second])) == []


def test_articles_without_a_body_are_no_twins():
    assert list(twins([article(), article(), article("")])) == []


def test_the_nearest_is_named():
    found = list(twins([article(*STORY[:4], *TOLD_ANEW), article(*STORY), article(*STORY[1:])]))
    assert (1, 2) in [(one.first, one.second) for one in found]


def test_scripts_without_spaces_are_compared_by_characters():
    text = "澜汀市老码头夜市十七日重新开张，一百二十个摊位全部改用电灶，空气里只剩下花椒和烤鱼的香味，油烟少了八成。"
    assert [one.share for one in twins([article(text), article(text)])] == [1.0]
    assert [one[:2] for one in twins([article(text * 1 + text[::-1]), article(text)])] == [(0, 1)]


def test_a_newsrooms_standing_lines_make_no_twins():
    standing = (
        "Read more in our newsletter, which comes out on Fridays and costs nothing at all to anybody in the Sound. " * 9
    )
    articles = [article(f"Lamp {n} is lit, said keeper {n * 7}.", standing) for n in range(40)]
    assert len(list(twins(articles))) < 20


def test_a_thousand_articles_take_linear_time():
    few, many = [other(seed) for seed in range(100)], [other(seed) for seed in range(1000)]
    assert _time(many) < 30 * _time(few)


def _time(articles):
    start = time.process_time()
    assert not list(twins(articles))
    return time.process_time() - start
