"""A document that shows every style of the house, to be restyled in Word and given back with `--reference`."""

from __future__ import annotations

from newsexport.model import (
    Article,
    Author,
    Byline,
    Dateline,
    Edition,
    Emphasis,
    Factbox,
    Figure,
    Item,
    Link,
    ListBlock,
    Moment,
    Note,
    Paragraph,
    Preformatted,
    PullQuote,
    Reference,
    Section,
    Separator,
    Subheading,
)

_BODY = (
    "This paragraph is Body Text. Change a style here, not a paragraph: the styles of this file are what is taken from "
    "it, with the size and the margins of its page. What it says is not."
)


def edition() -> Edition:
    """Two articles whose every part names its own style."""
    return Edition(
        "Cover Title",
        (_article(), _page()),
        date=Moment("Date", None),
        sections=(Section("Section Title", 0),),
        cover=True,
    )


def _article() -> Article:
    points = (
        Item("Glance: a point that leads to its paragraph ¶ 1", (Reference(44, 47, block=0),)),
        Item("Glance Last: the last point of a list"),
    )
    return Article(
        headline="Heading 1 is the headline",
        kicker="Kicker",
        standfirst="Standfirst: what the article says, in a sentence or two.",
        byline=Byline("Meta: By A. Writer", (Author("A. Writer"),)),
        dateline=Dateline("PLACE —", ("Place",)),
        published=Moment("Masthead", None),
        language="en",
        url="https://source.example/",
        keywords=("source", "style"),
        glance=(Subheading("Glance Heading", role="key points"), ListBlock(points, role="key points")),
        blocks=(
            Paragraph(_BODY, (Emphasis(18, 27, strong=True), Emphasis(38, 43))),
            Paragraph(
                "A second paragraph is Body Text too, or Body Text First Indent where the house indents. "
                "Links are Hyperlink, and emphasis is Emphasis, Strong or both.",
                (Link(88, 93, "https://link.example/"), Emphasis(111, 119)),
            ),
            Subheading("Heading 2 is a sub-heading"),
            ListBlock((Item("List Bullet"), Item("List Bullet Last"))),
            ListBlock((Item("List Number"), Item("List Number Last")), ordered=True),
            PullQuote("Quote Attributed: words set apart.", "Quote Attribution: who said them"),
            PullQuote("Quote: words that nobody is named for."),
            Figure("Caption: what a picture shows.", "Credit"),
            Factbox("Factbox Title", (Item("Factbox"), Item("Factbox Last"))),
            Preformatted("Preformatted    1    2\nin columns      3    4"),
            Separator(),
            Note("Note: a correction, or a word of the editors.", "correction"),
        ),
        signoff="Signoff: (Edited by B. Writer)",
        rights="Source: addresses, keywords and rights",
    )


def _page() -> Article:
    lists = (Item("Page List"), Item("Page List Last"))
    return Article(
        headline="A page of ours",
        kind="page",
        language="en",
        blocks=(Subheading("Page Heading", role="sources"), ListBlock(lists, role="sources")),
    )
