"""A book of several articles: cover, contents, sections, references, running heads, outline."""

import re
import subprocess
import time
from dataclasses import replace

import pytest

from newsexport.exporters.pdf import exporter
from newsexport.exporters.pdf._book import Binder
from newsexport.model import Article, Edition, Item, ListBlock, Moment, Paragraph, Reference, Section, Subheading
from newsexport.style import Style, load
from tests.pdf.pages import FULL, OURS, QUAY, SCRIPTS, plain, projected, structure, tool
from tests.pdf.test_structure import outline_of

FERRY = replace(plain(*[QUAY] * 16, headline="Night ferry starts on Monday"), kicker="Ferries")
GLANCE = replace(
    FERRY,
    glance=(
        Subheading("Key points", role="key points"),
        ListBlock((Item("The ferry sails at night. ¶ 3", (Reference(26, 29, block=2),)),), role="key points"),
    ),
)
FRONT = Article(
    headline="Today at a glance",
    kind="page",
    language="en",
    blocks=(ListBlock((Item("Night ferry", (Reference(0, 11, article=1),)),), role="articles"),),
)
BOOK = Edition(
    "Morning on the Quay",
    (FRONT, GLANCE, FULL, SCRIPTS["Arabic"]),
    date=Moment("7 October 2031", "2031-10-07"),
    sections=(Section("Ferries", 1), Section("Harbours & walls", 2)),
    cover=True,
)


def bound(edition, style=None):
    """The sheets of an edition before they are a file."""
    binder = Binder(edition, style or Style(), "en", system=False)
    binder.front()
    for number in range(len(edition.articles)):
        binder.article(number)
    binder.close()
    return binder.bound


def written(edition, folder, style=None):
    """The file of an edition, and its path."""
    data = exporter.write(edition, style or Style(), OURS)
    (folder / "book.pdf").write_bytes(data)
    return data, folder / "book.pdf"


def pages(file):
    """The text of each page as poppler lays it out."""
    done = subprocess.run([tool("pdftotext"), "-layout", str(file), "-"], capture_output=True, check=True, text=True)
    return done.stdout.split("\f")[:-1]


def leads(file):
    """What each internal link says of its aim, and the page it leads to."""
    objects = dict(re.findall(rb"(?m)^(\d+) 0 obj\n(.*?)\nendobj", file.read_bytes(), re.DOTALL))
    sheets = [number for number, body in objects.items() if re.search(rb"/Type/Page\b", body)]
    link = re.compile(rb"/Subtype/Link.*?/Contents\s*\((.*?)\)/StructParent.*?/Dest\[(\d+) 0 R")
    found = filter(None, map(link.search, objects.values()))
    return [(aim[1].decode("latin-1"), sheets.index(aim[2]) + 1) for aim in found]


def test_a_book_opens_with_its_cover_and_contents(tmp_path):
    _, file = written(BOOK, tmp_path)
    cover, contents, glance, ferry, *_ = pages(file)
    assert cover.split() == "Morning on the Quay 7 October 2031".split()
    rows = ["".join(row.split()) for row in contents.splitlines() if row.strip()]
    assert rows[:7] == [
        "Contents",
        "Todayataglance3",
        "Ferries",
        "NightferrystartsonMonday4",
        "Harbours&walls",
        "Oakportwillrebuilditseasternquay6",
        "Quayvotepasses8",
    ]
    assert "Today at a glance" in glance
    assert "F e r r i es" in ferry, "letterspaced capitals"


def test_the_structure_of_a_book_is_nested_and_its_contents_are_links(tmp_path):
    data, _ = written(BOOK, tmp_path)
    rows = [row.rstrip() for row in outline_of(structure(data, tmp_path))]
    assert (
        rows[:22]
        == """\
Document
  Sect
    H1: Morning on the Quay
    P: 7 October 2031
  Sect
    H1: Contents
    TOC
      TOCI
        Reference
          Link: Today at a glance
            =3
      TOCI
        P: Ferries
        TOC
          TOCI
            Reference
              Link: Night ferry starts on Monday
                =4
      TOCI
        P: Harbours & walls
        TOC
          TOCI""".splitlines()
    )
    headings = [row.strip() for row in rows if re.match(r" *H\d", row)]
    assert headings[2:6] == [
        "H1: Today at a glance",
        "H1: Ferries",
        "H2: Night ferry starts on Monday",
        "H3: Key points",
    ]


def test_a_reference_leads_to_the_page_of_its_block(tmp_path):
    _, file = written(BOOK, tmp_path)
    found = leads(file)
    assert ("Night ferry starts on Monday", 4) in found
    assert ("Oakport will rebuild its eastern quay", 6) in found
    assert (QUAY[:80], 4) in found
    assert len(found) == 4 * 2 + 2, "each entry by its words and its page, and the two references"


def test_a_reference_to_nowhere_is_plain_text(tmp_path):
    marks = (Reference(0, 3, article=9), Reference(4, 8, block=7))
    article = Article(headline="Alone", language="en", blocks=(Paragraph("See that.", marks),))
    _, file = written(Edition.of(article), tmp_path)
    assert leads(file) == []
    assert not any("Link" in row for row in structure(file.read_bytes(), tmp_path))


def test_a_reference_to_a_block_that_shows_nothing_leads_to_the_head_of_its_article(tmp_path):
    article = Article(
        headline="Alone", language="en", blocks=(Paragraph(""), Paragraph("See.", (Reference(0, 3, block=0),)))
    )
    _, file = written(Edition.of(article), tmp_path)
    assert leads(file) == [("Alone", 1)]


def test_running_heads_say_section_and_headline_on_later_pages_only(tmp_path):
    _, file = written(BOOK, tmp_path)
    first, second = pages(file)[3:5]
    assert not re.search(r"^ *Ferries +Night", first, re.MULTILINE)
    assert re.search(r"^ *Ferries +Night ferry starts on Monday$", second, re.MULTILINE)


def test_page_numbers_are_told_in_the_language_of_the_book_on_one_side():
    book = Edition("Two tongues", (FERRY, SCRIPTS["Arabic"], SCRIPTS["Russian"]))
    folios = [row.split()[1:] for row in projected(book) if ": Page " in row]
    assert [" ".join(words[-4:]) for words in folios] == [f"Page {at} of 5" for at in range(1, 6)]
    assert all(int(words[0]) > 440 for words in folios), "on the right, where an English book has it"


def test_the_outline_is_nested_section_article_subheading(tmp_path):
    marks = [(mark.level, mark.aim.title, mark.aim.page + 1) for mark in bound(BOOK).outline]
    assert marks == [
        (0, "Contents", 2), (0, "Today at a glance", 3),
        (0, "Ferries", 4), (1, "Night ferry starts on Monday", 4),
        (0, "Harbours & walls", 6), (1, "Oakport will rebuild its eastern quay", 6), (2, "What the money buys", 6),
        (1, "Quay vote passes", 8),
    ]  # fmt: skip


def test_a_glance_stands_on_a_ground_of_its_own():
    code = "\n".join(bound(Edition.of(GLANCE)).sheets[0].code)
    assert code.count(" re f") == 1
    assert code.index(" re f") < code.index("BT"), "the ground lies below the text"
    assert "re f" not in "\n".join(bound(Edition.of(FERRY)).sheets[0].code)
    assert "re f" not in "\n".join(bound(Edition.of(FRONT)).sheets[0].code), "a page is no glance"


@pytest.mark.parametrize("name", ["briefing", "broadsheet", "large-print"])
def test_the_judge_finds_no_fault_in_a_book(name, tmp_path):
    _, file = written(BOOK, tmp_path, load(name))
    done = subprocess.run([tool("verapdf"), str(file)], capture_output=True, text=True, check=False)
    assert done.stdout.count("PASS") == 2, done.stdout


def test_a_book_of_many_articles_takes_time_in_proportion():
    def spent(count):
        book = Edition(
            "Many", (FERRY,) * count, sections=tuple(Section(f"Part {at}", at) for at in range(0, count, 10))
        )
        start = time.process_time()
        exporter.write(book, Style(), OURS)
        return time.process_time() - start

    spent(5)
    small, large = spent(20), spent(160)
    assert large < 8 * small * 2.5 + 0.2


def test_pages_of_our_own_are_of_no_section(tmp_path):
    sources = replace(FRONT, headline="Sources", blocks=(ListBlock((Item("The Quay Courier"),) * 60, role="sources"),))
    book = replace(BOOK, articles=(*BOOK.articles, sources))
    assert [(mark.level, mark.aim.title) for mark in bound(book).outline][-2:] == [
        (1, "Quay vote passes"),
        (0, "Sources"),
    ]
    data, file = written(book, tmp_path)
    assert not re.search(r"Harbours & walls +Sources", pages(file)[-1])
    rows = [row.rstrip() for row in outline_of(structure(data, tmp_path))]
    depths = [len(row) - len(row.lstrip()) for row in rows if row.strip().startswith("TOCI")]
    assert depths[0] == depths[-1] < max(depths)
