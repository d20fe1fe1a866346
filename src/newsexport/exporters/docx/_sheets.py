"""Word's paragraph styles of a house style: which there are, what follows which, what stays together."""

from __future__ import annotations

from collections.abc import Iterator

from newsexport.records import replace
from newsexport.style import Colour, Length, Style, TextStyle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

BULLETS, POINTS = 1, 2  # the numbering of every unordered list, and of those of a glance
BULLET_ROOM = 0.9  # of the size: the room of a bullet and the gap behind it
BOX_PAD = 8  # points between the text of a glance and the edge of its box, which is as wide as the page's text
_BELOW = 0.8  # of the body's leading at least is white below the last point of a list in a box
_COVER, _OPENER = 1.45, 1.5  # times the headline's and the kicker's size are a cover's title and a section's, as in PDF


class Sheet:
    """One paragraph style: `alias` is our name for one of Word's own, `level` its place in the outline, from 0."""

    def __init__(
        self,
        id_: str,
        name: str,
        text: TextStyle,
        following: str = "BodyText",
        alias: str = "",
        *,
        keep_next: bool = False,
        keep_lines: bool = False,
        level: int | None = None,
        numbering: int | None = None,
        tab: Length | None = None,
        ground: Colour | None = None,
    ) -> None:
        self.id, self.name, self.text, self.following, self.alias = id_, name, text, following, alias
        self.keep_next, self.keep_lines, self.level = keep_next, keep_lines, level
        self.numbering, self.tab, self.ground = numbering, tab, ground


def sheets(style: Style) -> Iterator[Sheet]:
    """The paragraph styles of a house style, in the order of the page."""
    heading = style.subheading
    yield from _front(style)
    yield Sheet("Masthead", "Masthead", style.masthead, "Kicker", keep_next=True)
    yield Sheet("Kicker", "Kicker", style.kicker, "Heading1", keep_next=True)
    yield Sheet(
        "Heading1", "heading 1", style.headline, "Standfirst", "Headline", keep_next=True, keep_lines=True, level=0
    )
    yield Sheet("Standfirst", "Standfirst", style.standfirst, "Meta", keep_next=True, keep_lines=True)
    yield Sheet("Meta", "Meta", style.meta, keep_next=True)
    following = "BodyTextFirstIndent" if style.body.indent else "BodyText"
    yield from _glance(style)
    yield Sheet("BodyText", "Body Text", replace(style.body, indent=Length(0)), following, "Body")
    if style.body.indent:
        yield Sheet(following, "Body Text First Indent", style.body, following, "Body (indented)")
    yield Sheet("Heading2", "heading 2", heading, alias="Subheading", keep_next=True, keep_lines=True, level=1)
    yield from _lists(style)
    yield from _quotes(style)
    yield Sheet("Caption", "caption", style.caption, alias="Figure", keep_lines=True)
    yield from _factboxes(style)
    yield Sheet("Note", "Note", style.note)
    yield Sheet("Preformatted", "Preformatted", style.preformatted)
    yield Sheet("Separator", "Separator", style.separator)
    yield Sheet("Signoff", "Signoff", style.signoff)
    yield Sheet("Source", "Source", style.source, "Source", keep_next=True, keep_lines=True)
    yield Sheet("Closing", "Section End", TextStyle(size=Length(4), leading=Length(4)))
    yield from _running(style)


def _front(style: Style) -> Iterator[Sheet]:
    """What stands before the articles of a book and above each of its sections."""
    plain = replace(style.kicker, align="start", rule="none")
    title = _ruled(_scaled(style.headline, _COVER), style.kicker.colour)
    dated = replace(_scaled(style.meta, 1.2), rule="none", align=style.headline.align, before=Length(6))
    opener = replace(_ruled(_scaled(plain, _OPENER), style.kicker.colour), after=Length(1.6 * style.body.leading))
    group = replace(plain, before=style.body.leading, after=Length(4))
    entry = replace(style.body, align="start", indent=Length(0), after=Length(6), hyphenate=False)
    yield Sheet("CoverTitle", "Cover Title", title, "Date", keep_next=True, keep_lines=True)
    yield Sheet("Title", "Title", style.headline, "Date", keep_next=True, keep_lines=True)
    yield Sheet("Date", "Date", dated, "TOCHeading")
    yield Sheet("TOCHeading", "TOC Heading", style.subheading, "TOC1", keep_next=True)
    yield Sheet("TOCSection", "TOC Section", group, "TOC1", keep_next=True, keep_lines=True)
    yield Sheet("TOC1", "toc 1", entry, "TOC1")
    yield Sheet("SectionTitle", "Section Title", opener, "Masthead", keep_next=True, keep_lines=True, level=0)


def _ruled(text: TextStyle, ink: Colour) -> TextStyle:
    return replace(text, rule="above", rule_width=Length(2.5), rule_colour=ink)


def _scaled(text: TextStyle, times: float) -> TextStyle:
    size = min(text.size * times, 200)
    return replace(text, size=Length(size), leading=Length(min(text.leading * times, 4 * size)))


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
    last = replace(style.list, after=Length(max(style.list.after, style.body.after, style.body.leading / 2)))
    yield Sheet("ListBullet", "List Bullet", style.list, "ListBullet", "List", numbering=BULLETS)
    yield Sheet("ListBulletLast", "List Bullet Last", last, numbering=BULLETS)
    yield Sheet("ListNumber", "List Number", style.list, "ListNumber", "List (numbered)")
    yield Sheet("ListNumberLast", "List Number Last", last)


def _glance(style: Style) -> Iterator[Sheet]:
    """The box of a glance, and its headings and points without one for the pages that newsexport makes.

    Word draws one box round neighbours only where their insets are the same: the heading hangs as the points do.
    """
    points, ground = replace(style.glance, fill=None), style.glance.fill
    room, inner = Length(max(points.start, BULLET_ROOM * points.size)), BOX_PAD if ground else 0.0
    sides: dict[str, Any] = {"start": Length(room + inner), "end": Length(points.end + inner), "indent": Length(-room)}
    item = replace(points, **sides, rule="none")
    last = replace(item, after=Length(max(points.after, style.body.after, _BELOW * style.body.leading * bool(ground))))
    heading = replace(style.glance_heading, **sides, before=Length(0), rule="none")
    yield Sheet("GlanceHeading", "Glance Heading", heading, "Glance", keep_next=True, keep_lines=True, ground=ground)
    yield Sheet("Glance", "Glance", item, "Glance", numbering=POINTS, keep_lines=True, ground=ground)
    yield Sheet("GlanceLast", "Glance Last", last, "BodyText", numbering=POINTS, keep_lines=True, ground=ground)
    above = replace(style.glance_heading, before=Length(max(style.glance_heading.before, style.body.after)))
    yield Sheet("PageHeading", "Page Heading", above, "PageList", keep_next=True, keep_lines=True)
    bare = replace(item, start=room, end=points.end)
    ends = replace(bare, after=Length(max(points.after, style.body.after, style.body.leading / 2)))
    yield Sheet("PageList", "Page List", bare, "PageList", numbering=POINTS, keep_lines=True)
    yield Sheet("PageListLast", "Page List Last", ends, "BodyText", numbering=POINTS, keep_lines=True)


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
