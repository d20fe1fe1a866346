"""Many articles as one book: its order, its pages, what its file may say."""

from dataclasses import replace

import pytest

from newsexport import bookfile, reader, registry
from newsexport.briefing import view
from newsexport.briefing._pages import Gist, gist, index_page
from newsexport.briefing.book import bound, rebound
from newsexport.briefing.plan import Book, Rule, understood
from newsexport.codec import Problems
from newsexport.model import Article, Edition, Link, ListBlock, Moment, Note, Paragraph, Reference, texts
from newsexport.story import said
from newsexport.style import Style
from tests.briefing.stories import FERRY, KNOWN
from tests.test_samples import SOURCE


def made(headline, **fields):
    return Article(headline=headline, language="en", blocks=(Paragraph(f"{headline} it is."),), **fields)


LAMPS = made("Lamps are lit", section="Town", source="The Orrel Lantern", published=Moment("3 May 2031", "2031-05-03"))
BOATS = made("Boats go out", section="Harbour", source="Newsline", published=Moment("May 2031", "2031-05"))
GULLS = made("Gulls come back", source="The Orrel Lantern", published=Moment("1 June 2031", "2031-06-01"))
FOG = made("Fog stays")
FOUND = [("lamps.txt", [LAMPS]), ("boats.txt", [BOATS]), ("gulls.txt", [GULLS]), ("fog.txt", [FOG])]


def book(data):
    problems = Problems()
    plan = understood(data, problems)
    assert problems.found == []
    return plan


def titles(edition):
    """The headlines of an edition, under their sections."""
    first = {section.first: f"[{section.title}]" for section in edition.sections}
    return [
        line
        for number, article in enumerate(edition.articles)
        for line in (first.get(number), article.headline)
        if line
    ]


def bind(plan, found=FOUND, **kept):
    return bound(found, plan, lambda article: view(article, "briefing"), **{"pages": True} | kept)


def page(edition, headline):
    return next(article for article in edition.articles if article.headline == headline)


def lines(article):
    return [text for block in article.blocks for text, _ in texts(block)]


def test_a_bundle_opens_with_today_and_closes_with_its_sources():
    edition, doubts = bind(Book("Morning"))
    assert titles(edition) == [
        "Today at a glance", "Lamps are lit", "Boats go out", "Gulls come back", "Fog stays", "Sources"
    ]  # fmt: skip
    assert [article.kind for article in edition.articles] == ["page", None, None, None, None, "page"]
    assert doubts == []


def test_sections_take_what_they_name_and_what_their_rules_ask_for():
    plan = book(
        {
            "title": "Morning",
            "articles": ["lamps.txt", "gulls.txt", "fog.txt"],
            "sections": [
                {"title": "Sea", "articles": ["boats.txt"]},
                {"title": "Town", "where": {"source": "the orrel lantern", "until": "2031-05-31"}},
                {"title": "Empty", "where": {"section": "Sport"}},
            ],
        }
    )
    edition, _ = bind(plan)
    assert titles(edition) == [
        "Today at a glance", "Gulls come back", "Fog stays", "[Sea]", "Boats go out", "[Town]", "Lamps are lit", "Sources"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "taken"),
    [
        (Rule(), "lamps boats gulls fog"),
        (Rule(section=("town", "HARBOUR")), "lamps boats"),
        (Rule(source=("Newsline",)), "boats"),
        (Rule(since="2031-05-04"), "boats gulls"),
        (Rule(until="2031-05-03"), "lamps boats"),
        (Rule(since="2031-05", until="2031-05"), "lamps boats"),
        (Rule(since="2032"), ""),
        (Rule(section=("Town",), since="2031-06-01"), ""),
    ],
)
def test_a_rule_asks_for_section_source_and_day(rule, taken):
    assert [name[:-4] for name, [article] in FOUND if rule.takes(article)] == taken.split()


def test_the_front_page_leads_to_every_article_and_says_its_point():
    bridge = reader.read(SOURCE / "harbour-bridge.txt")
    edition, _ = bind(Book("Morning"), [("a.txt", bridge), ("fog.txt", [FOG])])
    front = edition.articles[0]
    point = "The harbour office counted 41,300 walkers between 5am and noon, the equivalent of almost two-thirds of the"
    assert lines(front)[0].startswith(f"{bridge[0].headline} — {point}")
    assert lines(front)[1] == "Fog stays"
    assert leads(front, edition) == [bridge[0].headline, "Fog stays"]


@pytest.mark.parametrize(
    ("lengths", "told"), [((), 0), ((50, 40), 50), ((250, 90, 80), 90), ((220, 210), 210), ((400, 310), 0)]
)
def test_the_point_is_the_first_that_is_short(lengths, told):
    points = tuple(replace(KNOWN.key_points[0], text="x" * length) for length in lengths)
    assert len(gist(replace(KNOWN, key_points=points)).point) == told


def test_the_index_names_those_who_speak_or_have_a_role():
    mute = replace(KNOWN.people[1], name="Brindle Sound")
    assert [one.name for one in gist(replace(KNOWN, people=(*KNOWN.people, mute))).people] == [
        "Ines Calder",
        "Tobin Marsh",
    ]


def test_the_front_page_of_a_long_book_has_headlines_only():
    bridge = reader.read(SOURCE / "harbour-bridge.txt")
    edition, _ = bind(Book("Morning"), [(str(n), bridge) for n in range(25)])
    assert set(lines(edition.articles[0])) == {bridge[0].headline}


def leads(article, edition):
    """The headlines that the references of a page lead to; each stands over that headline."""
    found = []
    for block in article.blocks:
        for item in block.items if isinstance(block, ListBlock) else ():
            for mark in item.marks:
                if isinstance(mark, Reference):
                    assert item.text[mark.start : mark.end] == edition.articles[mark.article].headline
                    found.append(edition.articles[mark.article].headline)
    return found


def test_sources_say_where_each_article_is_from():
    named = replace(LAMPS, url="https://lantern.example/lamps", published=Moment("2031-05-03", "2031-05-03"))
    anonymous = replace(FOG, provenance=replace(FOG.provenance, file="fog.txt"))
    edition, _ = bind(Book("Morning"), [("a", [named]), ("b", [anonymous])])
    sources = page(edition, "Sources")
    assert lines(sources) == [
        "Lamps are lit — The Orrel Lantern · 3 May 2031 · https://lantern.example/lamps",
        "Fog stays — fog.txt",
    ]
    assert leads(sources, edition) == ["Lamps are lit", "Fog stays"]
    [link] = [mark for mark in sources.blocks[0].items[0].marks if isinstance(mark, Link)]
    assert lines(sources)[0][link.start : link.end] == link.url == "https://lantern.example/lamps"


def test_an_address_that_is_none_stands_as_text():
    edition, _ = bind(Book("Morning"), [("a", [replace(LAMPS, url="javascript:alert(1)")]), ("b", [FOG])])
    assert "javascript" in lines(page(edition, "Sources"))[0]


def test_the_index_leads_to_the_articles_that_name_somebody():
    told = (FERRY, FOG, replace(FERRY, headline="Again"))
    index = index_page(told, (gist(KNOWN), Gist(), gist(KNOWN)), "en")
    assert lines(index) == [
        "People",
        "Ines Calder, the harbour master — Night ferry returns to Brindle Sound · Again",
        "Tobin Marsh — Night ferry returns to Brindle Sound · Again",
    ]
    assert leads(index, Edition("Morning", (index, *told)))[:2] == ["Night ferry returns to Brindle Sound", "Again"]


def test_a_book_may_have_an_index():
    bridge = reader.read(SOURCE / "harbour-bridge.txt")
    edition, _ = bind(Book("Morning", index=True), [("a", bridge), ("b", [FOG])])
    assert titles(edition)[-2:] == ["Sources", "Index of names"]
    assert any(line.startswith("Maren Oduya") for line in lines(edition.articles[-1]))


def test_without_names_there_is_no_index():
    edition, _ = bind(Book("Morning", index=True), [("a", [made("Rain")]), ("b", [made("Snow")])])
    assert titles(edition)[-1] == "Sources"


def test_a_note_stands_above_everything_its_article_tells():
    edition, _ = bind(Book("Morning", notes={"fog.txt": "The minister sails at noon."}))
    fog = page(edition, "Fog stays")
    assert fog.glance == (Note("The minister sails at noon.", "editor"),)
    assert list(said(fog)).index("The minister sails at noon.") < list(said(fog)).index("Fog stays it is.")


def test_the_date_is_printed_in_words_and_kept_as_data():
    edition, _ = bind(book({"title": "Morning", "date": "2031-05-03", "language": "de"}))
    assert edition.date == Moment("3. Mai 2031", "2031-05-03")
    assert edition.articles[0].headline != "Today at a glance"
    assert edition.articles[0].published == edition.date
    assert bind(Book("Morning", date="Whit Monday"))[0].date == Moment("Whit Monday")


def test_as_written_there_are_no_pages_of_ours_and_old_ones_are_left_out():
    edition, _ = bind(Book("Morning"))
    again = [("book.json", edition.articles)]
    assert titles(bind(Book("Morning"), again)[0]) == titles(edition)
    assert titles(bind(Book("Morning"), again, pages=False)[0]) == titles(edition)[1:-1]


def test_a_book_of_one_article_needs_no_pages():
    assert titles(bind(Book("Morning"), FOUND[:1])[0]) == ["Lamps are lit"]


def test_the_same_story_twice_stays_and_is_said():
    edition, doubts = bind(Book("Morning"), [("a.txt", [FERRY]), ("b.txt", [replace(FERRY, headline="Ferry sails")])])
    assert len(edition.articles) == 4
    [doubt] = doubts
    assert doubt.startswith(
        "a.txt ('Night ferry returns to Brindle Sound') and b.txt ('Ferry sails') tell the same story"
    )
    assert doubt.endswith("(word for word); both are in the book")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"titel": "Morning"}, "titel: unknown key, did you mean 'title'?"),
        ({"sections": [{"articels": ["a.txt"]}]}, "sections[1].articels: unknown key, did you mean 'articles'?"),
        ({"sections": [{}, {"where": {"sauce": "x"}}]}, "sections[2].where.sauce: unknown key, did you mean 'source'?"),
        ({"sections": {"title": "x"}}, "sections: must be tables: write [[sections]]"),
        ({"sections": ["a"]}, "sections: must be tables: write [[sections]]"),
        ({"cover": "yes"}, "cover: expected true or false, got 'yes'"),
        ({"articles": "a.txt"}, "articles: expected a list, got 'a.txt'"),
        ({"sections": [{"where": {"since": "May"}}]}, "sections[1].where: 'May' is not a day such as 2031-05-21"),
        ({"notes": {"a.txt": 3}}, "notes.a.txt: expected text, got 3"),
    ],
)
def test_each_mistake_of_a_book_file_is_said_and_the_rest_holds(data, said):
    problems = Problems()
    plan = understood({"title": "Morning"} | data, problems)
    assert problems.found == [said]
    assert plan.title == "Morning"


def test_dates_may_be_written_as_toml_writes_them():
    import tomllib

    text = 'title = "x"\ndate = 2031-05-03\n[[sections]]\ntitle = "y"\nwhere = { since = 2031-05-01 }'
    plan = book(tomllib.loads(text))
    assert (plan.date, plan.sections[0].where.since) == ("2031-05-03", "2031-05-01")


def through_json(edition):
    """An edition as JSON in which it stands as written, and what is read from that."""
    exporter = registry.load("json")
    data = exporter.write(edition, Style(), exporter.options())
    again = reader.edition(data)
    assert exporter.write(again, Style(), exporter.options()) == data
    return again


@pytest.fixture(scope="module")
def plan():
    loaded = bookfile.load(SOURCE / "morning.toml")
    return [(str(path), reader.read(path)) for path in loaded.sources], loaded.book


@pytest.mark.parametrize("how", ["article", "briefing", "digest"])
@pytest.mark.parametrize("stored", ["article", "briefing"])
def test_a_book_that_is_read_back_from_json_is_the_same_book(plan, stored, how):
    found, book = plan

    def tell(how):
        return lambda article: view(article, how)

    written, _ = bound(found, book, tell(stored), pages=stored != "article")
    again = through_json(written)
    assert again == written
    assert (again.title, again.date, again.cover) == ("Morning briefing", written.date, True)
    assert [section.title for section in again.sections] == ["On the coast", "Getting about", "Land and water"]

    direct, doubts = bound(found, book, tell(how), pages=how != "article")
    rebound_, doubts_ = rebound(again, tell(how), pages=how != "article")
    assert rebound_ == direct
    assert doubts_ == doubts
    assert rebound(through_json(direct), tell(how), pages=how != "article")[0] == direct
