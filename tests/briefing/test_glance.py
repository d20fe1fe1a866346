"""What an article tells at a glance, and its three views."""

import re
from dataclasses import replace

import pytest

from newsexport import reader
from newsexport.analysis import Facts, Mention
from newsexport.analysis.length import seconds
from newsexport.briefing import view
from newsexport.briefing._figures import figures
from newsexport.briefing._glance import glance
from newsexport.briefing._items import Entry, around, clause
from newsexport.briefing._people import people, quotes
from newsexport.model import Article, Emphasis, Figure, ListBlock, Paragraph, Reference, texts
from newsexport.story import numbers
from newsexport.wording import words
from tests.briefing.stories import FERRY, FILLER, KNOWN, point, quote, shown

BRIEFED = replace(FERRY, glance=glance(FERRY, KNOWN))


TOLD = """\
Key points
- The night ferry sailed again on Tuesday after nine idle years. ¶ 1
Who said what
- “We counted every bolt” — Ines Calder, the harbour master ¶ 2
- “Nobody asked the gulls” — Tobin Marsh ¶ 4
Key figures
- The council paid £3.2 million for it ¶ 3
- tickets will cost £4 from 1 May 2031 ¶ 3
Timeline
- The keel was laid on 3 March 2022 ¶ 4
- The council paid £3.2 million for it, and tickets will cost £4 from 1 May 2031 ¶ 3"""


def test_a_glance_says_what_happened_who_said_what_and_which_figures():
    assert shown(BRIEFED) == TOLD


def test_headings_and_lists_know_what_they_are_about():
    roles = ["key points", "who said what", "key figures", "timeline"]
    assert [block.role for block in BRIEFED.glance] == [role for role in roles for _ in range(2)]


def test_each_entry_leads_to_its_paragraph():
    counted = numbers(FERRY)
    for item in entries(BRIEFED):
        mark = next(mark for mark in item.marks if isinstance(mark, Reference))
        assert item.text[mark.start : mark.end] == f"¶\u00a0{counted[mark.block]}"
        assert mark.end == len(item.text)


def test_speakers_and_figures_are_emphasised():
    strong = [
        item.text[mark.start : mark.end]
        for item in entries(BRIEFED)
        for mark in item.marks
        if isinstance(mark, Emphasis) and mark.strong
    ]
    assert strong == ["Ines Calder", "Tobin Marsh", "£3.2 million", "£4", "3 March 2022", "1 May 2031"]


def entries(article):
    return [item for block in article.glance if isinstance(block, ListBlock) for item in block.items]


def test_paragraphs_are_counted_as_a_reader_counts_them():
    assert numbers(FERRY) == (1, None, 2, None, 3, None, 4)


def test_numbers_stand_in_the_digits_of_the_language():
    persian = replace(FERRY, language="fa")
    assert glance(persian, KNOWN)[1].items[0].text.endswith("¶\u00a0۱")


@pytest.mark.parametrize(
    "article",
    [
        Article(),
        Article(headline="Fog"),
        Article(blocks=(Paragraph("Fog"),)),
        Article(blocks=(Paragraph("Fog lies on the harbour of Vale."),)),
        Article(blocks=(Paragraph("霧が港に出た。"),)),
    ],
)
def test_what_is_read_as_fast_has_no_glance_and_is_its_own_digest(article):
    assert view(article, "briefing") == view(article, "digest") == article


def test_without_a_key_point_there_is_no_glance():
    assert glance(FERRY, replace(KNOWN, key_points=())) == ()


def test_a_glance_takes_less_time_than_the_article():
    article = replace(FERRY, blocks=tuple(Paragraph(f"Lamp {n}: {FILLER}") for n in range(12)))
    points = tuple(
        replace(point(FILLER.strip()), segments=((n, 8, 8 + len(FILLER)),), confidence=1 - n / 100) for n in range(12)
    )
    found = glance(article, Facts(words=250, reading_minutes=1, quotes=(), key_points=points))
    assert 2 <= len(found[1].items) <= 5
    assert sum(seconds(text) for block in found for text, _ in texts(block)) < 30


def read_in(found):
    """The seconds that a glance takes, headings and numbers counted."""
    return sum(seconds(text) for block in found for text, _ in texts(block))


def long_article(rule, confidence, count):
    """An article of forty paragraphs, and facts of every kind that would fill two minutes."""
    article = replace(FERRY, blocks=tuple(Paragraph(f"Lamp {n}: {FILLER}") for n in range(40)))
    points = tuple(
        replace(point(FILLER.strip()), segments=((n, 8, 8 + len(FILLER)),), confidence=confidence, rule=rule)
        for n in range(count)
    )
    quotes = tuple(
        replace(quote("We counted every bolt,", f"Ines {name}"), text=f"We counted {FILLER}", segments=((n, 0, 9),))
        for n, name in enumerate(("Calder", "Marsh", "Orrel", "Roe", "Vale"))
    )
    return glance(article, replace(KNOWN, key_points=points, quotes=quotes))


def test_the_glance_of_a_long_article_is_read_in_little_more_than_half_a_minute():
    found = long_article("the lead", 0.8, 5)
    assert [block.role for block in found if isinstance(block, ListBlock)][:3] == [
        "key points", "who said what", "key figures"
    ]  # fmt: skip
    assert len(found[1].items) >= 3
    assert 25 < read_in(found) <= 36


def test_of_the_writers_own_key_points_none_is_left_out():
    found = long_article("the article's own list", 0.95, 8)
    assert len(found[1].items) == 8
    assert [block.role for block in found if isinstance(block, ListBlock)] == ["key points"]


@pytest.mark.parametrize(
    ("spoken", "said"),
    [
        ([quote("We counted every bolt,", None)], ["“We counted every bolt” — Unattributed"]),
        (
            [quote("We counted every bolt,", None), quote("Nobody asked the gulls,", "Tobin Marsh")],
            ["“Nobody asked the gulls” — Tobin Marsh"],
        ),
        ([quote("We counted every bolt,", "Ines Calder", kind="scare")], []),
        ([quote("We counted every bolt,", "Ines Calder", kind="title")], []),
        ([quote("We counted every bolt,", "Ines Calder", style="«»")], ["«We counted every bolt» — Ines Calder"]),
        ([quote("We counted every bolt,", "Ines Calder", style="“")], ["“We counted every bolt” — Ines Calder"]),
    ],
)
def test_who_said_what_tells_what_is_sure(spoken, said):
    found = glance(FERRY, replace(KNOWN, quotes=tuple(spoken), figures=(), timeline=()))
    lines = shown(Article(glance=found)).split("\n")[2:]
    assert [line[2:].rpartition(" ¶")[0] for line in lines[1:]] == said


def test_a_long_quotation_is_told_by_its_first_sentences():
    long = " ".join(["We counted every bolt of the hull by lamp light."] * 9)
    article = replace(FERRY, blocks=(*FERRY.blocks, Paragraph(f"“{long}”"), Paragraph(FILLER * 20)))
    spoken = replace(quote("We counted every bolt", "Ines Calder"), text=long, segments=((7, 0, len(long)),))
    found = glance(article, replace(KNOWN, quotes=(spoken,), figures=(), timeline=()))
    told = found[3].items[0].text.partition("”")[0]
    assert told.endswith("lamp light. …")
    assert 10 < len(told.split()) < 40


def test_one_date_is_no_timeline_and_an_uncertain_one_is_none():
    sure, other = KNOWN.timeline
    for dates in [(sure,), (sure, replace(other, value=None)), (sure, replace(other, value=sure.value))]:
        assert "Timeline" not in shown(Article(glance=glance(FERRY, replace(KNOWN, timeline=dates))))


def test_a_digest_keeps_what_binds_its_reader_and_no_way_into_a_body_that_is_not_there():
    digest = view(BRIEFED, "digest")
    assert (digest.blocks, digest.signoff, digest.unparsed) == ((), None, ())
    assert [note.text for note in digest.notes] == ["Corrected: nine years."]
    assert digest.url == FERRY.url
    assert "¶" not in shown(digest)
    assert not [mark for item in entries(digest) for mark in item.marks if isinstance(mark, Reference)]
    assert [mark for item in entries(digest) for mark in item.marks if isinstance(mark, Emphasis)]


@pytest.mark.parametrize("how", ["article", "briefing", "digest"])
def test_a_view_of_a_view_is_the_same(how):
    once = view(BRIEFED, how)
    assert view(once, how) == once


def test_as_written_there_is_no_glance():
    assert view(BRIEFED, "article") == FERRY
    assert view(view(BRIEFED, "digest"), "briefing") == view(BRIEFED, "digest")


def test_a_page_of_our_own_is_left_alone():
    page = Article(headline="Sources", kind="page", blocks=(Paragraph(FILLER * 9),))
    assert all(view(page, how) == page for how in ("article", "briefing", "digest"))


@pytest.mark.parametrize(
    "sentence",
    [
        "x" * 100_000 + " £4 " + "y" * 100_000,
        ", " * 50_000 + "£4" + " ," * 50_000,
        "a " * 50_000 + "£4" + " b" * 50_000,
        "£4 " * 40_000,
    ],
)
def test_a_clause_is_found_fast_in_any_sentence(sentence):
    facts = replace(KNOWN, figures=(replace(KNOWN.figures[0], text="£4", sentence=sentence),) * 5, quotes=())
    found = glance(FERRY, replace(facts, timeline=()))
    assert all(len(item.text) < 300 for item in found[-1].items)


def test_every_sample_can_be_viewed():
    from tests.test_samples import SOURCE

    for path in sorted(SOURCE.glob("*.txt")):
        for article in reader.read(path):
            once = view(article, "briefing")
            assert once.blocks == article.blocks
            assert view(once, "briefing") == once


@pytest.mark.parametrize(
    ("sentence", "figure", "told"),
    [
        ("It takes an hour, and it cost £318 million, against £332 million planned.", "£318 million", "it cost £318 million"),
        ("The council paid £4 million, down from nine, for the hull.", "£4 million", "The council paid £4 million"),
        ("The crews’ union, which speaks for 86 people, agreed.", "86 people", "The crews’ union, which speaks for 86 people"),
        ("It had about 900 boats – 86 of which are tugs.", "86", "It had about 900 boats – 86 of which are tugs"),
        ("Then, 86 people, wet and cold, went home.", "86 people", "Then, 86 people, wet and cold"),
        ("Le port a vendu ses quais, à 8,4 millions de couronnes (7,7 millions d’euros), en mai.", "7,7 millions d’euros", "à 8,4 millions de couronnes (7,7 millions d’euros)"),
        ("The yard lost two crews of five, 40 percent, in a year of storms.", "40 percent", "The yard lost two crews of five, 40 percent"),
        ("照明の交換には3年間で2億4千万円かかり、町が3分の2を出した。", "2億4千万円", "照明の交換には3年間で2億4千万円かかり"),
        ("قرض بقيمة ٢٥٠ مليون دولار؛ وسيسدد على مدى طويل", "٢٥٠ مليون دولار", "قرض بقيمة ٢٥٠ مليون دولار"),
        ("Longue de 9,4 kilomètres, la ligne dessert la gare.", "9,4 kilomètres", "Longue de 9,4 kilomètres"),
        (
            f"a fee of £4 for {'every one of the boats that pass below the lamps ' * 5}",
            "£4",
            "a fee of £4 for every one of the boats that pass below the lamps every one of the boats that pass below the lamps every…",
        ),
        (f"{'boats that pass below the lamps ' * 5}pay £4", "£4", f"…below the lamps {'boats that pass below the lamps ' * 3}pay £4"),
    ],
)  # fmt: skip
def test_a_figure_stands_in_the_clause_that_says_it(sentence, figure, told):
    start, end = sentence.index(figure), sentence.index(figure) + len(figure)
    entry = clause(sentence, around(sentence, start, end, 0), [(start, end)], 0, 0)
    assert entry.text == told
    assert [entry.text[mark.start : mark.end] for mark in entry.marks] == [figure]


def test_figures_of_one_clause_are_one_entry_and_a_key_point_is_not_told_twice():
    paid = "The council paid £3 million of the £4 million that it cost."
    found = replace(KNOWN, figures=(figure_in("£4 million", paid), figure_in("£3 million", paid), *KNOWN.figures[:1]))
    assert [entry.text for entry in figures(found)] == [paid[:-1], "The council paid £3.2 million for it"]
    point = replace(KNOWN.key_points[0], text=paid)
    assert [entry.text for entry in figures(replace(found, key_points=(point,)))] == [
        "The council paid £3.2 million for it"
    ]


@pytest.mark.parametrize(
    "row", ["Win $2.10 place $1.20 $3.10. Q: $3.40.", "4 | GREY HERON | 7 | 7 | $11.20 | 1.50 | 2.00"]
)
def test_a_row_of_a_table_tells_no_figures(row):
    assert not list(figures(replace(KNOWN, figures=(figure_in(row[row.index("$") :][:5], row),))))


@pytest.mark.parametrize("said", ["The vote was 186 to 132.", "港口有5735名员工。"])
def test_a_short_sentence_with_many_digits_is_none(said):
    assert list(figures(replace(KNOWN, figures=(figure_in(re.search(r"\d+", said)[0], said),))))


def figure_in(text, sentence):
    return replace(KNOWN.figures[0], text=text, sentence=sentence)


def test_no_speaker_has_more_than_two_quotations():
    lines = ("We counted every bolt,", "Nobody asked the gulls,", "Nobody at the quay could remember")
    found = replace(KNOWN, quotes=tuple(quote(text, "Ines Calder") for text in lines), figures=(), timeline=())
    assert len(glance(FERRY, found)[3].items) == 2


def test_guillemets_keep_the_space_inside_them():
    french = replace(FERRY, language="fr", blocks=(Paragraph("« Nous avons tout compté », dit-elle. " + FILLER * 3),))
    spoken = replace(
        quote("The night ferry", "Inès"), text="Nous avons tout compté", style="«»", segments=((0, 0, 26),)
    )
    [entry] = quotes(french, replace(KNOWN, quotes=(spoken,)), words("fr"))
    assert entry.text == "«\u202fNous avons tout compté\u202f» — Inès"


def test_people_are_those_with_a_role_whom_nobody_quotes_where_a_paragraph_names_them():
    caption = replace(FERRY, blocks=(Figure("Ada Lund and Ines Calder"), *FERRY.blocks[2:]))
    named = tuple(
        Mention(name=name, role="a judge", count=1, segments=((0, 0, 3), (1, 0, 3)))
        for name in ("Ada Lund", "Tobin Marsh")
    )
    told = list(people(replace(KNOWN, people=named), [], numbers(caption)))
    assert [(entry.text, entry.block) for entry in told] == [("Ada Lund, a judge", 1), ("Tobin Marsh, a judge", 1)]
    assert not list(people(replace(KNOWN, people=named[1:]), [Entry("“Yes” — Tobin Marsh", 1)], numbers(caption)))
