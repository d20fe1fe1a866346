"""Editions of our own words that try every part of a book."""

from __future__ import annotations

from dataclasses import replace

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
    Unparsed,
)
from newsexport.testing import CORPUS

FERRY = Article(
    headline="Ferry to Marrow Island runs again after eleven years",
    kicker="Transport",
    standfirst="The crossing takes forty minutes and, for the first winter, costs nothing at all.",
    byline=Byline("By Ines Okafor and Tom Brandt", (Author("Ines Okafor", "Shipping Editor"), Author("Tom Brandt"))),
    dateline=Dateline("PORT SALLOW (Harbour Wire) —", ("Port Sallow",), "Harbour Wire"),
    published=Moment("3 March 2025", "2025-03-03"),
    updated=Moment("4 March 2025, 09:30", "2025-03-04T09:30+01:00"),
    language="en-GB",
    source="The Sallow Courier",
    section="Islands",
    slug="ferry-returns",
    url="https://courier.example/islands/ferry?day=3&page=2",
    keywords=("ferries", "Marrow Island", "winter"),
    rights="© 2025 The Sallow Courier",
    blocks=(
        Paragraph(
            "The first boat left at dawn with ninety people, six bicycles and a goat on board, and a crowd on the "
            "quay that sang until it was out of sight. The harbour office calls the timetable provisional.",
            (Emphasis(4, 14), Emphasis(10, 20, strong=True), Link(147, 161, "https://harbour.example/times")),
        ),
        Paragraph(
            "“We have waited longer than some of these children have lived,” said Agnes Pell, who keeps the shop."
        ),
        Subheading("What it costs"),
        ListBlock(
            (Item("Nothing until the first of May"), Item("Four crowns a crossing after that", (Emphasis(0, 4),)))
        ),
        ListBlock((Item("Buy a card at the quay"), Item("Show it on board")), ordered=True, first=3),
        PullQuote("An island without a boat is only a view.", "Agnes Pell, shopkeeper"),
        Figure("The Petrel at the new pier, photographed on Monday.", "Photo: Lev Amsel / Harbour Wire"),
        Factbox("The crossing", (Item("Distance: 14 miles"), Item("Boats: 2, of 1998 and 2024"))),
        Subheading("The timetable"),
        Preformatted("Quay     Island\n07:10    07:50\n12:10    12:50\n17:40    18:20"),
        Separator("* * *"),
        Paragraph("The council will look at the figures in June."),
        Note("An earlier version gave the distance as 40 miles.", "correction"),
    ),
    signoff="(Reporting by Ines Okafor; editing by Sol Wren)",
    notes=(Note("Harbour office: +00 555 0100", "contact"),),
    unparsed=(Unparsed("~~ 7 ~~", "nothing known looks like this"),),
)

ARABIC = Article(
    headline="عودة العبّارة إلى جزيرة المرّ بعد أحد عشر عامًا",
    standfirst="تستغرق الرحلة أربعين دقيقة.",
    byline=Byline("كتبت: سلمى نور", (Author("سلمى نور"),)),
    published=Moment("٣ مارس ٢٠٢٥", "2025-03-03"),
    language="ar",
    source="بريد الميناء",
    url="https://courier.example/ar/3",
    keywords=("عبّارات",),
    blocks=(
        Paragraph("غادر أول قارب عند الفجر وعلى متنه 90 راكبًا (Petrel) وست دراجات.", (Emphasis(0, 4),)),
        Paragraph("The harbour office calls the timetable provisional."),
        Subheading("الأسعار"),
        ListBlock((Item("مجانًا حتى أول مايو"), Item("أربعة كراونات بعد ذلك"))),
        PullQuote("جزيرة بلا قارب ليست سوى منظر.", "أغنيس بيل"),
    ),
)

HEBREW, CHINESE, JAPANESE = (CORPUS[name].articles[0] for name in ("hebrew", "chinese", "japanese"))

HOSTILE = Article(
    headline="</title><script>alert(1)</script> & <b>R&D</b> \"said\" 'so' ]]> &#1114112;",
    kicker="<!-- <?xml?> -->",
    standfirst="a\nb\r\nc\rd",
    byline=Byline("By <x> & </x>", (Author('<x onclick="y">'), Author('<x onclick="y">'), Author("](){}"))),
    language='en" onload="x',
    source="<source>",
    keywords=("<k>", "a&b", "<k>"),
    rights="<!DOCTYPE html>",
    blocks=(
        Paragraph("email <joe@example.test> or <!-- this --> and <![CDATA[that]]>"),
        Paragraph(
            "see\u202e\u2066 overrides \u200f here ", (Link(0, 3, 'https://a.example/?q="><b>|{}^`\\%zz#x#y[1]'),)
        ),
        Paragraph(
            "mail us at once, or öfter",
            (Link(0, 4, "mailto:a@b.example?subject=x&body=<y>"), Link(20, 25, "https://bücher.example/ö")),
        ),
        Paragraph(" ", (Link(0, 1, "https://blank.example/"),)),
        Paragraph(
            "marks beyond",
            (
                Emphasis(-5, 3),
                Emphasis(2, 900, strong=True),
                Link(1, 8, "http://a.example/"),
                Link(4, 99, "http://b.example/"),
            ),
        ),
        Subheading("<h1>&nbsp;</h1>"),
        Preformatted("\n\t<pre>  two  spaces\r\n</pre>"),
        Factbox("<aside>", (Item("x</aside>"),)),
        Paragraph("x" * 400),
        Note("<p role='note'>", "embed"),
    ),
)

EDITIONS = {
    **{name: CORPUS[name] for name in ("hebrew", "chinese", "japanese", "headline only", "nothing at all")},
    "every block": Edition.of(FERRY),
    "arabic": Edition.of(ARABIC),
    "hostile": Edition.of(HOSTILE),
    "empty strings": replace(CORPUS["empty texts"], title=" "),
    "several": Edition.of(FERRY, ARABIC, HEBREW, CHINESE, JAPANESE, Article(headline="A last word"), title="The week"),
    "right to left": Edition.of(ARABIC, HEBREW, FERRY, title="الأسبوع"),
}
