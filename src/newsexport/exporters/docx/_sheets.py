"""Word's paragraph styles of a house style: which there are, what follows which, what stays together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from newsexport.records import record
from newsexport.style import Length, Style, TextStyle

BULLETS = 1  # the numbering of every unordered list


@record
class Sheet:
    """One paragraph style: `alias` is our name for one of Word's own, `level` its place in the outline, from 0."""

    id: str
    name: str
    text: TextStyle
    following: str = "BodyText"
    alias: str = ""
    keep_next: bool = False
    keep_lines: bool = False
    level: int | None = None
    numbering: int | None = None
    tab: Length | None = None


def sheets(style: Style) -> Iterator[Sheet]:
    """The paragraph styles of a house style, in the order of the page."""
    heading = style.subheading
    yield Sheet("Title", "Title", style.headline, "Masthead", keep_next=True, keep_lines=True)
    yield Sheet("TOCHeading", "TOC Heading", heading, "TOC1", keep_next=True)
    yield Sheet("TOC1", "toc 1", replace(style.body, align="start", indent=Length(0), after=Length(6)), "TOC1")
    yield Sheet("Masthead", "Masthead", style.masthead, "Kicker", keep_next=True)
    yield Sheet("Kicker", "Kicker", style.kicker, "Heading1", keep_next=True)
    yield Sheet(
        "Heading1", "heading 1", style.headline, "Standfirst", "Headline", keep_next=True, keep_lines=True, level=0
    )
    yield Sheet("Standfirst", "Standfirst", style.standfirst, "Meta", keep_next=True, keep_lines=True)
    yield Sheet("Meta", "Meta", style.meta, keep_next=True)
    following = "BodyTextFirstIndent" if style.body.indent else "BodyText"
    yield Sheet("BodyText", "Body Text", replace(style.body, indent=Length(0)), following, "Body")
    if style.body.indent:
        yield Sheet(following, "Body Text First Indent", style.body, following, "Body (indented)")
    yield Sheet("Heading2", "heading 2", heading, alias="Subheading", keep_next=True, keep_lines=True, level=1)
    yield from _glance(style)
    yield from _lists(style)
    yield from _quotes(style)
    yield Sheet("Caption", "caption", style.caption, alias="Figure", keep_lines=True)
    yield from _factboxes(style)
    yield Sheet("Note", "Note", style.note)
    yield Sheet("Preformatted", "Preformatted", style.preformatted)
    yield Sheet("Separator", "Separator", style.separator)
    yield Sheet("Signoff", "Signoff", style.signoff)
    yield Sheet("Source", "Source", style.source, "Source", keep_lines=True)
    if style.page.columns > 1:
        yield Sheet("Closing", "Closing of Columns", TextStyle(size=Length(4), leading=Length(4)))
    yield from _running(style)


def _running(style: Style) -> Iterator[Sheet]:
    width = style.page.width - style.page.margin_start - style.page.margin_end
    yield Sheet(
        "Header",
        "header",
        replace(style.running, rule="below" if style.running.rule == "above" else style.running.rule),
        "Header",
        "Running head",
        tab=Length(width),
    )
    yield Sheet("Footer", "footer", style.running, "Footer", "Running foot", tab=Length(width))


def _lists(style: Style) -> Iterator[Sheet]:
    last = replace(style.list, after=Length(max(style.list.after, style.body.after)))
    yield Sheet("ListBullet", "List Bullet", style.list, "ListBullet", "List", numbering=BULLETS)
    yield Sheet("ListBulletLast", "List Bullet Last", last, numbering=BULLETS)
    yield Sheet("ListNumber", "List Number", style.list, "ListNumber", "List (numbered)")
    yield Sheet("ListNumberLast", "List Number Last", last)


def _glance(style: Style) -> Iterator[Sheet]:
    last = replace(style.glance, after=Length(max(style.glance.after, style.body.after)))
    yield Sheet("GlanceHeading", "Glance Heading", style.glance_heading, "ListGlance", keep_next=True, keep_lines=True)
    yield Sheet("ListGlance", "Glance", style.glance, "ListGlance", numbering=BULLETS)
    yield Sheet("ListGlanceLast", "Glance Last", last, numbering=BULLETS)


def _quotes(style: Style) -> Iterator[Sheet]:
    # The rule runs on from the words to their speaker only where both have the same insets and border.
    spoken_by = replace(
        style.quote, font="label", italic=False, bold=False, before=Length(0), indent=Length(0),
        size=style.meta.size, leading=style.meta.leading, colour=style.meta.colour,
    )  # fmt: skip
    yield Sheet("Quote", "Quote", style.quote, keep_lines=True)
    yield Sheet(
        "QuoteAttributed", "Quote Attributed", _joined(style.quote), "QuoteAttribution",
        keep_next=True, keep_lines=True,
    )  # fmt: skip
    yield Sheet("QuoteAttribution", "Quote Attribution", spoken_by, keep_lines=True)


def _factboxes(style: Style) -> Iterator[Sheet]:
    first = _joined(style.factbox)
    inner = replace(first, before=Length(0))
    yield Sheet("FactboxTitle", "Factbox Title", replace(first, bold=True), "Factbox", keep_next=True, keep_lines=True)
    yield Sheet("Factbox", "Factbox", inner, "Factbox", keep_lines=True)
    yield Sheet("FactboxLast", "Factbox Last", replace(style.factbox, before=Length(0)), keep_lines=True)


def _joined(text: TextStyle) -> TextStyle:
    return replace(text, after=Length(min(text.after, text.leading / 4)))
