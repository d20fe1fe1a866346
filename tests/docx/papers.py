"""Editions of our own words that try every part of a Word document."""

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
    Separator,
    Subheading,
)

LAMP = Article(
    headline="The lamp on Gannet Rock burns again",
    kicker="Coast",
    standfirst="Nine winters dark, it was lit on Friday by the keeper’s granddaughter.",
    byline=Byline("By Oda Wren", (Author("Oda Wren", "Coast Editor"), Author("Pim Stahl"))),
    dateline=Dateline("GANNET ROCK —", ("Gannet Rock",)),
    published=Moment("7 June 2024", "2024-06-07T10:00+05:00"),
    updated=Moment("8 June 2024", "2024-06-08"),
    language="en-GB",
    source="The Tern",
    section="North",
    url="https://tern.example/lamp",
    keywords=("lamps", "rocks"),
    blocks=(
        Paragraph(
            "It can be seen from the Tern’s roof, by post and by road.",
            (Emphasis(3, 6), Emphasis(0, 6, strong=True), Link(24, 35, "https://tern.example/roof")),
        ),
        Paragraph("A second paragraph."),
        Subheading("What it took"),
        ListBlock((Item("Oil"), Item("Rope", (Link(0, 4, "https://tern.example/roof"),)))),
        ListBlock((Item("Row"), Item("Climb")), ordered=True, first=3),
        ListBlock((Item("Light"),), ordered=True),
        PullQuote("A lamp is a promise.", "Ivo Gray"),
        PullQuote("So is a rope."),
        Figure("The lamp room.", "Photo: Pim Stahl"),
        Factbox("The rock", (Item("Height: 40 m"), Item("Keepers: 2"))),
        Preformatted("tide  07:10\n\tlow"),
        Separator("-----"),
        Note("An earlier version misnamed the rock.", "correction"),
    ),
    signoff="(Edited by Sol Amber)",
)
LAMP_DRAWN = """\
Masthead | The Tern · North · 7 June 2024
Kicker | Coast
Heading1 | The lamp on Gannet Rock burns again
Standfirst | Nine winters dark, it was lit on Friday by the keeper’s granddaughter.
Meta | By Oda Wren · GANNET ROCK · Updated 8 June 2024 · 1 min read
BodyText | <Strong It ><EmphasisStrong can> be seen from the [<Hyperlink Tern’s roof>], by post and by road.
BodyText | A second paragraph.
Heading2 | What it took
ListBullet | Oil
ListBulletLast | [<Hyperlink Rope>]
ListNumber +numPr | Row
ListNumberLast +numPr | Climb
ListNumberLast +numPr | Light
QuoteAttributed | A lamp is a promise.
QuoteAttribution | Ivo Gray
Quote | So is a rope.
Caption | The lamp room. Photo: Pim Stahl
FactboxTitle | The rock
Factbox | Height: 40 m
FactboxLast | Keepers: 2
Preformatted | tide  07:10⏎→low
Separator | * * *
Note | An earlier version misnamed the rock.
Signoff | (Edited by Sol Amber)
Source | [<Hyperlink https://tern.example/lamp>]
Source | Keywords: lamps, rocks"""

HARBOUR = Article(
    headline="عاد المصباح",
    language="ar",
    blocks=(
        Paragraph("أضاءته Oda Wren 2 يوم الجمعة (7)."),
        Paragraph("The keeper said nothing at all."),
        PullQuote("المصباح وعد.", "إيفو"),
    ),
)
LANTERN = Article(headline="灯塔重新点亮", language="zh", blocks=(Paragraph("“承诺”——他说。", (Emphasis(0, 4),)),))
DEEPAK = Article(headline="दीपक फिर जला", language="hi", blocks=(Paragraph("रात में Tern 2 दिखा।"),))
TWO = Edition("The Friday file", (LAMP, HARBOUR))
EVERY = Edition("Every script", (LAMP, HARBOUR, LANTERN, DEEPAK))
