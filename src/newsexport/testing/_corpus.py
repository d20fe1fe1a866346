"""Editions that an exporter has to get right, in invented words: scripts, blocks, hostile text, sizes."""

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
    Reference,
    Section,
    Separator,
    Subheading,
    Unparsed,
)
from newsexport.testing._tongues import TONGUES, told

_PLAIN = Article(
    headline="Otter ferry returns to Brindle Sound",
    published=Moment("4 March 2031", "2031-03-04"),
    byline=Byline("By Wenna Tarrow", (Author("Wenna Tarrow"),)),
    dateline=Dateline("PORT BRINDLE —", ("Port Brindle",)),
    language="en",
    blocks=(
        Paragraph("The ferry that carries otters across Brindle Sound sailed again on Tuesday after nine idle years."),
        Paragraph("“We kept the ropes dry,” said the harbour keeper, Ivo Prell. “The rest was patience.”"),
    ),
)

_EVERY_BLOCK = Article(
    headline="Lamp makers agree on the colour of winter",
    kicker="Harbour lights",
    standfirst="Amber wins by one vote, and the green lamps of the north quay will be kept for feast days.",
    byline=Byline("By Una Harl and Pim Ostrey", (Author("Una Harl"), Author("Pim Ostrey", "Night Editor"))),
    dateline=Dateline("ORREL QUAY (Lamplight) —", ("Orrel Quay",), "Lamplight"),
    published=Moment("Monday 6 October 2031", "2031-10-06"),
    updated=Moment("7 October 2031", "2031-10-07"),
    language="en-GB",
    source="The Orrel Lantern",
    section="Harbour",
    slug="winter-lamps",
    url="https://lantern.example.org/harbour/winter-lamps",
    keywords=("lamps", "winter", "harbour"),
    rights="© 2031 The Orrel Lantern",
    blocks=(
        Paragraph(
            "Amber it is. The guild of lamp makers voted late on Monday, and the minutes name every maker.",
            (Emphasis(0, 8, strong=True), Link(67, 78, "https://lantern.example.org/minutes?year=2031&page=2")),
        ),
        Subheading("A vote by daylight", (Emphasis(12, 20),)),
        ListBlock(
            (
                Item("Nine lamps for the south steps."),
                Item("Two boats with oil.", (Link(4, 9, "mailto:boats@lantern.example.org"),)),
            )
        ),
        ListBlock((Item("Count the lamps."), Item("Trim the wicks."), Item("Go home.")), ordered=True, first=9),
        PullQuote("A green lamp is a promise. An amber lamp is a welcome.", "Edda Voss, lamp maker"),
        PullQuote("Somebody has to climb the ladder.", marks=(Emphasis(13, 16),)),
        Figure("The south steps at dusk, before the vote.", "Picture: Olm Pask"),
        Figure("A single wick."),
        Factbox("The lamps in numbers", (Item("There are 212 lamps on the quay."), Item("Each burns for 14 hours."))),
        Factbox(None, (Item("Oil is rationed in leap years."),)),
        Preformatted("Lamp        Hours  Oil\nnorth quay     12    3\nsouth steps    14    4"),
        Separator("* * *"),
        Separator(),
        Note("Read next: the ladder maker’s day", "promo"),
        Paragraph("The first amber lamp is lit on Friday."),
    ),
    signoff="(Written by Una Harl; edited by Pim Ostrey)",
    notes=(Note("An earlier version counted the lamps twice.", "correction"), Note("Una Harl mends nets.", "about")),
    unparsed=(Unparsed("ref 7731/b", "fitted nowhere"),),
)

_AT_A_GLANCE = replace(
    _PLAIN,
    glance=(
        Subheading("Key points", role="key points"),
        ListBlock(
            (
                Item("The ferry that carries otters sailed again on Tuesday. ¶ 1", (Reference(55, 58, block=0),)),
                Item("“The rest was patience.” ¶ 2", (Emphasis(1, 4), Reference(25, 28, block=1))),
            ),
            role="key points",
        ),
        Subheading("Key figures", role="key figures"),
        ListBlock((Item("nine idle years ¶ 99", (Reference(16, 20, block=98),)),), role="key figures"),
    ),
)

_BOOK = Edition(
    "Morning on the Sound",
    (
        Article(
            headline="Today at a glance",
            language="en",
            kind="page",
            blocks=(
                Subheading("Harbour", role="articles"),
                ListBlock(
                    (
                        Item("Otter ferry returns to Brindle Sound", (Reference(0, 36, article=1),)),
                        Item("Lamp makers agree on the colour of winter", (Reference(0, 41, article=2),)),
                    ),
                    role="articles",
                ),
            ),
        ),
        _AT_A_GLANCE,
        _EVERY_BLOCK,
        Article(
            headline="Sources",
            language="en",
            kind="page",
            blocks=(
                ListBlock((Item("The Orrel Lantern ¶ 2", (Reference(18, 21, article=2, block=0),)),), role="sources"),
            ),
        ),
    ),
    date=Moment("7 October 2031", "2031-10-07"),
    sections=(Section("Ferries", 1), Section("Lamps & <light>", 2)),
    cover=True,
)

_MARKUP = told(
    "en",
    "R&D <3 of GDP: <b>not bold</b>",
    "AT&T &amp; &lt;co&gt; said 1 < 2 && 3 > 2, <script>alert('x')</script>, <br/> and <!-- no comment -->.",
    "]]> ends no section; {braces}, {{twice}}, {0}, %s, %(name)s, $HOME, ${x}, `code`, C:\\new\\table, \\n and \\",
    "# no heading, * no list, _no emphasis_, **none**, [no](link), ![no](picture), > no quotation, | no | table |",
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e "boom">]>&e; \'single\' "double" &#65; &nbsp; &unknown;',
    "1. no list either",
    "=cmd|' /C calc'!A0 and (a (nested (parenthesis) that) PDF) would \\(escape\\) <feff0041>",
    kicker="<i>R&D</i>",
    standfirst="5 < 6 & 7 > 6",
    byline="By Ann <ann@brindle.example>",
    slug="r&d",
    signoff="</body></html>",
)

_BAIT = Edition.of(
    *told(
        "en",
        "&lt;img src='/dev/zero'/&gt; <seq template=\"%(a)2000000000s\"/> </para>",
        "<img src='/dev/zero'/> and &lt;img src=\"/dev/zero\"/&gt;, <font color='describe()'>, <onDraw name='x'/>, <para fontSize=400>",
        "<iframe src='file:///dev/zero'></iframe>, <a href='javascript:alert(1)' onclick=\"x()\">, [link=x], [/], [on red], :smile:",
        "{a.__init__.__globals__[os].environ}, {x:>1000000000}, %(a)2000000000s, ${jndi:ldap://x}, !!python/object/apply:x",
        standfirst="<? include ?> <w:p/> <!ENTITY x SYSTEM '/dev/zero'> &x;",
    ).articles,
    *told("en", "<b></i> &lt;/a&gt; <br>", "</b></p></body> <br/> x <b", kicker="<unknown>").articles,
    title="<img src='/dev/zero'/> &lt;b&gt;",
)
"""What the libraries of our formats would act on if they were given it as markup, also out of a table of contents."""

_CONTROLS = told(
    "en",
    "Bell\x07 and NUL\x00 in a headline",
    "Escape \x1b[31mred\x1b[0m, one-byte \x9b2J, delete \x7f, next line\x85, backspace \x08, vertical \x0b and form \x0c.",
    "Override \u202eesrever\u202c, isolate \u2066inside\u2069, marks \u200e\u200f, byte order \ufeff, no break \u2060 here.",
    "Lone \ud800 high and \udfff low surrogate, \ufffe and \uffff, \ufdd0, \U0001ffff, annotation \ufff9a\ufffab\ufffb.",
    "Separators\u2028line\u2029paragraph, a\ttab, a\r\nreturn, soft\u00adhyphen, zero\u200bwidth.",
    kicker="\x00",
    byline="By\x1b Nobody\x00",
    slug="\x01\x02",
)

_ARTICLES = {
    "plain": Edition.of(_PLAIN),
    "every block": Edition.of(_EVERY_BLOCK),
    "at a glance": Edition.of(_AT_A_GLANCE),
    "a book": _BOOK,
    "headline only": Edition.of(Article(headline="Fog")),
    "nothing at all": Edition.of(Article()),
    "slug only": Edition.of(Article(slug="fog-on-the-sound", language="en")),
    "empty texts": Edition.of(
        Article(
            headline="Hush",
            kicker="",
            standfirst=" ",
            keywords=("", " "),
            blocks=(
                Paragraph(""),
                Subheading(" "),
                ListBlock(()),
                ListBlock((Item(""),)),
                PullQuote(""),
                PullQuote("", "Somebody"),
                Figure(""),
                Figure("", "Picture: nobody"),
                Factbox(None, ()),
                Factbox("", (Item("A fact."),)),
                Preformatted(""),
                Note(""),
                Paragraph("Still here."),
            ),
        )
    ),
    "long word": told("en", "A word", "Before " + "abcdefghij" * 40 + " after.", "港" * 400, "x" * 400),
    "long headline": told("en", " ".join(f"lamp{number}" for number in range(60)), "Short."),
    "200 paragraphs": told(
        "en", "The long night", *(f"Lamp {number} of the quay was lit at dusk and trimmed at dawn." for number in range(200))
    ),
    "long paragraph": told("en", "The list", " ".join(f"Lamp {number} is lit." for number in range(1200))),
    "two articles": Edition.of(_PLAIN, _EVERY_BLOCK, title="Morning on the Sound"),
    "two languages": Edition.of(
        *TONGUES["arabic"].articles, *TONGUES["japanese"].articles, *TONGUES["cyrillic"].articles, title="Ports"
    ),
}  # fmt: skip

CORPUS: dict[str, Edition] = {**_ARTICLES, "markup": _MARKUP, "bait": _BAIT, "control characters": _CONTROLS, **TONGUES}
"""Editions by the name of what is special in them."""
