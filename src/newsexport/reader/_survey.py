"""Recognisers of what stands round a headline, fields and furniture, and their order. Add one: a function, a fixture."""

from __future__ import annotations

from collections.abc import Sequence

from newsexport.model import Block, ListBlock
from newsexport.patterns import lazy
from newsexport.reader import _datelines, _lists, _marks, _pictures
from newsexport.reader._buttons import buttons
from newsexport.reader._draft import Draft
from newsexport.reader._lines import Chunk, weight
from newsexport.reader._links import safe_url
from newsexport.reader._signed import byline, composite, date, label, placed, signed, stacked, stamped, trade
from newsexport.reader._zone import Recogniser, Zone

_STROKED = lazy(r"/[^\W\d_]{3,20}/\Z")
_SLUG = lazy(
    r"(?P<slug>(?:(?:BC|AM|PM|BM)-[A-Z0-9]{2,20}(?:[-–][A-Z0-9]{1,20}){0,5}/?[0-9]{0,2}|[A-Z0-9]{2,20}(?:-[A-Z0-9]{2,20}){0,5}/[A-Z0-9]{0,3}))"
    r"(?: ?\([A-Z0-9, /-]{2,40}\)){0,3}[,:]?\Z"
)


def survey(chunks: Sequence[Chunk], draft: Draft) -> Zone:
    """The zone with everything taken that says by itself what it is."""
    zone = Zone(chunks, draft)
    at = 0
    while at < len(chunks):
        for recognise in RECOGNISERS:
            if used := recognise(zone, at):
                zone.taken.update((index, recognise.__name__) for index in range(at, at + used))
                at += used
                break
        else:
            zone.plain.append(at)
            at += 1
    return zone


def rule(zone: Zone, at: int) -> int:
    """A line drawn of signs."""
    chunk = zone.chunks[at]
    if not _marks.rule(chunk.text):
        return 0
    zone.draft.mark("rule", chunk.lines, chunk.raw, "a line drawn of signs above the story")
    return 1


def address(zone: Zone, at: int) -> int:
    """A line of nothing but the article's web address."""
    chunk = zone.chunks[at]
    text = chunk.text.strip("<>[]()")
    if " " in text or not text.lower().startswith(("http://", "https://")) or zone.draft.has("url"):
        return 0
    url = safe_url(text)
    if not url:
        return 0
    zone.draft.take("url", url, chunk, "a line of nothing but a web address")
    return 1


def slug(zone: Zone, at: int) -> int:
    """The line by which a wire and its editors call the story: `BC-VALE-BRIDGE/2 (PIX)`."""
    chunk = zone.chunks[at]
    opening = chunk.text[:2]
    found = _SLUG.match(chunk.text) if at < 3 and opening == opening.upper() and not zone.draft.has("slug") else None
    if not found:
        return 0
    zone.draft.take("slug", found["slug"], chunk, "words in capitals with strokes between, as wires call a story", 0.85)
    return 1


def print_(zone: Zone, at: int) -> int:
    """Advertisements, promos, embargo lines and notes above the story."""
    chunk = zone.chunks[at]
    found = _marks.small_print(chunk) or (_marks.BUTTON if at and buttons(chunk.text) else None)
    if not found or found.role not in {"note", "end mark", "more mark"}:
        return 0
    zone.draft.note(chunk, found.kind, found.reason, found.confidence)
    return 1


def picture(zone: Zone, at: int) -> int:
    """A caption or credit above the story."""
    if not at and weight(zone.text(0)) <= 160:
        return 0
    apart = len(zone.plain) > 1 or zone.taken.get(at - 1) is not None
    found = _pictures.picture(zone.chunks, at, apart=apart)
    if not found:
        return 0
    zone.draft.place(found[0], "caption", "names a picture or its credit", 0.75)
    return found[1]


def menu(zone: Zone, at: int) -> int:
    """A list above the headline, or beside it: a page's navigation, or the story's points in short."""
    made = _lists.bullets(zone.chunks, at) or _lists.numbers(zone.chunks, at)
    if made and _are_buttons(made.block):
        for chunk in zone.chunks[at : at + made.used]:
            zone.draft.note(chunk, "promo", "a list of a page's buttons", 0.85)
        return made.used
    if made:
        zone.draft.place(made.block, made.role, made.reason, made.confidence)
        return made.used
    bare = zone.chunks[at].text
    if len(bare) <= 2 and not bare.isalnum():
        zone.draft.mark("list mark", zone.chunks[at].lines, zone.chunks[at].raw, "a list mark without an item", 0.6)
        return 1
    return 0


def _are_buttons(block: Block) -> bool:
    """Whether most items of a list are the words of buttons."""
    said = [buttons(item.text) for item in block.items] if isinstance(block, ListBlock) else []
    return sum(said) * 5 > len(said) * 3


def where(zone: Zone, at: int) -> int:
    """A line of nothing but a place and an agency, or an agency between strokes."""
    chunk = zone.chunks[at]
    if chunk.text[:1] == "/" and _STROKED.match(chunk.text) and not zone.draft.has("source"):
        zone.draft.take("source", chunk.text.strip("/"), chunk, "an agency between strokes", 0.7)
        return 1
    found = _datelines.leading(chunk.text + " Xxxxxxxxxxxx") if chunk.text.endswith(("-", "–", "—")) else None
    if not found or zone.draft.has("dateline"):
        return 0
    zone.draft.take("dateline", found.dateline, chunk, "a dateline on a line of its own", 0.9)
    return 1


RECOGNISERS: tuple[Recogniser, ...] = (
    label,
    stacked,
    date,
    signed,
    byline,
    trade,
    composite,
    placed,
    stamped,
    rule,
    address,
    slug,
    print_,
    where,
    menu,
    picture,
)
