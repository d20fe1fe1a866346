"""Briefings and books as plain text: the glance, the numbers that references need, sections, and mail that flows."""

import email
import email.policy
import re
import unicodedata
from dataclasses import replace
from email.message import EmailMessage

import pytest

from newsexport.exporter import Style, said
from newsexport.exporters.txt import Options, exporter
from newsexport.exporters.txt._wrap import columns
from newsexport.model import Article, Edition, Item, ListBlock, Moment, Paragraph, Reference, Section, Subheading
from newsexport.style import load
from newsexport.testing import CORPUS, letters

RULE = "─" * 60


def shown(edition, style=None, **options):
    return exporter.write(edition, style or Style(), Options(**({"width": 60} | options))).decode()


def brief(*items, **fields):
    glance = (
        Subheading("Key points", role="key points"),
        ListBlock(tuple(Item(text, marks) for text, marks in items), role="key points"),
    )
    return Article(**({"headline": "Tide", "language": "en", "glance": glance} | fields))


ONE = brief(
    ("The tide turned. ¶ 2", (Reference(17, 20, block=1),)),
    blocks=(Paragraph("It was Monday."), Paragraph("The tide turned at noon."), Paragraph("It rained.")),
)


def test_the_glance_stands_between_rules_and_the_paragraph_it_names_has_its_number():
    assert shown(Edition.of(ONE)) == (
        f"Tide\n━━━━\n\n1 min read\n{RULE}\n\nKEY POINTS\n  • The tide turned. ¶ 2\n\n{RULE}\n\n"
        f"It was Monday.\n{'¶ 2':>60}\nThe tide turned at noon.\n\nIt rained.\n"
    )


def test_a_glance_without_a_ruled_line_above_it_draws_its_own_rule():
    plain = replace(Style(), meta=replace(Style().meta, rule="none"))
    assert f"1 min read\n\n{RULE}\n\nKEY POINTS\n" in shown(Edition.of(ONE), plain)


def test_in_ascii_a_paragraph_is_named_by_its_number_in_brackets():
    text = shown(Edition.of(ONE), ascii=True)
    assert "  * The tide turned. [2]\n" in text
    assert f"\n{'[2]':>60}\nThe tide turned at noon.\n" in text
    assert text.isascii()


def test_a_reference_that_leads_nowhere_or_elsewhere_numbers_nothing():
    marks = (Reference(0, 3, block=9), Reference(4, 7, article=5), Reference(8, 11, article=1, block=0))
    one = brief(("¶ 1 ¶ 2 ¶ 3", marks), blocks=(Paragraph("Text."),))
    text = shown(Edition.of(one, Article(headline="Ebb", blocks=(Paragraph("More."),)), title="The week"))
    assert "\n\nText.\n" in text
    assert "\n\nMore.\n" in text


BOOK = Edition(
    "Morning",
    (
        Article(
            headline="Today at a glance",
            language="en",
            kind="page",
            blocks=(
                Subheading("Sea", role="articles"),
                ListBlock((Item("Tide", (Reference(0, 4, article=1),)), Item("Ebb", (Reference(0, 3, article=2),))), role="articles"),
            ),
        ),
        ONE,
        Article(headline="Ebb", language="en"),
        Article(headline="Sources", language="en", kind="page"),
    ),
    date=Moment("7 October 2031", "2031-10-07"),
    sections=(Section("Sea", 1),),
    cover=True,
)  # fmt: skip


def test_a_book_has_a_cover_and_its_contents_by_section():
    double = "═" * 60
    text = shown(BOOK)
    assert text.startswith(
        f"{double}\n\nMorning\n7 October 2031\n\n{double}\n\n\nContents\n━━━━━━━━\n  1. Today at a glance\n\n"
        f"Sea\n  2. Tide\n  3. Ebb\n\n  4. Sources\n\n\n━━ 1 ━━"
    )
    assert f"\n\n\n{double}\nSea\n{double}\n\n\n━━ 2 ━━" in text


def test_without_a_cover_the_title_and_the_date_stand_above_the_contents():
    assert shown(replace(BOOK, cover=False)).startswith("Morning\n━━━━━━━\n7 October 2031\n\nContents\n  1. Today")


def test_the_front_page_names_articles_by_their_number_in_the_contents():
    assert "\nSEA\n  2. Tide\n  3. Ebb\n" in shown(BOOK)


def test_sources_have_the_numbers_of_their_articles_and_names_those_behind_them():
    names = ListBlock(
        (Item("Ana — Tide, Ebb", (Reference(6, 10, article=1), Reference(12, 15, article=2))), Item("Bo")),
        role="people",
    )
    sources = ListBlock((Item("The Quay — Ebb", (Reference(11, 14, article=2),)),), role="sources")
    text = shown(
        replace(BOOK, articles=(*BOOK.articles[:3], Article(headline="Index", kind="page", blocks=(names, sources))))
    )
    assert text.endswith("  • Ana — Tide, Ebb [2, 3]\n  • Bo\n\n  3. The Quay — Ebb\n")


@pytest.mark.parametrize("width", [40, 55, 72, 100])
@pytest.mark.parametrize("name", ["every block", "a book", "arabic", "chinese", "thai", "emoji", "control characters"])
def test_no_line_is_wider_than_asked_or_ends_in_a_space(name, width):
    for style in ("briefing", "broadsheet"):
        for line in shown(CORPUS[name], load(style), width=width).split("\n"):
            assert columns(line) <= width or "://" in line or "@" in line
            assert line == line.rstrip()


def test_text_stays_in_logical_order():
    text = shown(CORPUS["arabic"])
    assert "قال حارس الميناء «أبقينا الحبال جافة»" in " ".join(text.split())
    assert not [char for char in text if unicodedata.bidirectional(char) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}]  # fmt: skip


def unflowed(text):
    """The paragraphs of a `format=flowed` text, as RFC 3676, 4 decodes them."""
    whole, pieces = [], []
    for line in text.split("\n"):
        content = line.removeprefix(" ")
        pieces.append(content)
        if not content.endswith(" ") or content == "-- ":
            whole.append("".join(pieces))
            pieces = []
    return whole + ["".join(pieces)] * bool(pieces)


def mailed(text):
    """The text after a mail program has sent it and another has received it."""
    message = EmailMessage(policy=email.policy.SMTP)
    message.set_content(text, subtype="plain", charset="utf-8", params={"format": "flowed"})
    received = email.message_from_bytes(message.as_bytes(), policy=email.policy.SMTP)
    assert received["content-type"].params["format"] == "flowed"
    return received.get_content().replace("\r\n", "\n").removesuffix("\n")


LONG = "> The lantern makers -- all nine of them -- met on Monday, and From the quay came a song that nobody had asked for."


def test_a_mail_program_gets_back_each_paragraph_and_each_item_in_one_line():
    article = Article(
        headline="Tide", standfirst=LONG, blocks=(Paragraph(LONG), ListBlock((Item(LONG), Item("Short."))))
    )
    received = unflowed(mailed(shown(Edition.of(article), flowed=True)))
    assert received.count(LONG) == 2
    assert received[received.index(f"  • {LONG}") + 1] == "  • Short."


@pytest.mark.parametrize("name", [name for name in CORPUS if name not in {"control characters", "empty texts"}])
def test_mail_loses_nothing(name):
    edition = CORPUS[name]
    lines = unflowed(mailed(shown(edition, flowed=True)))
    # Behind the words of a link stands its address, beside a quotation its bar: neither is the article's.
    text = re.sub(r" ?<(?:https?://|mailto:)[^>]*>", "", "".join(re.sub("^ *[┃│] ?", "", line) for line in lines))
    text, at = letters(text), 0
    for string in (letters(string) for article in edition.articles for string in said(article)):
        at = text.index(string, at) + len(string)


def test_two_hyphens_alone_on_a_line_are_no_signature():
    text = shown(Edition.of(Article(headline="x", blocks=(Paragraph("-- " + "x" * 58),))), flowed=True)
    assert "-- " not in text.split("\n")
