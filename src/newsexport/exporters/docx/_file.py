"""The Word package: a slim template of the house, into whose document, which python-docx has written once, each edition is put."""

from __future__ import annotations

import io
import threading
import warnings
from functools import lru_cache
from itertools import chain

from newsexport.errors import ExportWarning
from newsexport.exporters._places import said
from newsexport.exporters._xml import encoded, legal, line, lost
from newsexport.exporters._zip import pack
from newsexport.exporters.docx._body import Body, Told, tell
from newsexport.exporters.docx._core import described, emptied
from newsexport.exporters.docx._page import Sections, head
from newsexport.exporters.docx._python_docx import docx
from newsexport.exporters.docx._runs import Voice
from newsexport.exporters.docx._sections import paragraphs
from newsexport.exporters.docx._template import (
    BODY,
    CORE,
    LINKS,
    NUMBERING,
    TITLE,
    bare,
    related,
    running_heads,
    template,
)
from newsexport.exporters.docx._tongue import Tongue, tongue
from newsexport.model import Edition
from newsexport.style import Colour, Style

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsexport.exporters.docx._reference import House

_KEPT = 64  # templates that stay open, 50 kB each: one for each house style, language and mixture of directions
_last: dict[object, tuple[Style, House | None, Live]] = {}
_known: list[tuple[tuple[object, ...], House | None, Live]] = []  # the last one used stands last
_opening = threading.Lock()


class Live:
    """A template: its members, and the document and the core properties that python-docx made, cut where words go."""

    def __init__(self, members: dict[str, bytes], body: tuple[bytes, bytes], core: tuple[bytes, ...]) -> None:
        self.members, self.body, self.core = members, body, core


def document(edition: Edition, style: Style, house: House | None = None) -> bytes:
    """The edition as the bytes of a Word file, in the looks of a reference where there is one."""
    speech = tongue(edition.articles)
    body = Body(edition, style, speech, Sections(style, house.paper if house else None))
    told = tell(edition)
    content = _kept("".join([*_front(edition, told, body), *paragraphs(told, body)]), edition)
    live = _live(style, house, speech, turned=body.turned)
    members, (before, after) = live.members, live.body
    changed = {BODY: b"%b<w:body>%b</w:body>%b" % (before, content, after)}
    changed[CORE] = described(live.core, edition, chain.from_iterable(map(said, edition.articles)))
    changed[TITLE] = head(
        "Header",
        Voice(speech.main, speech.main, body.links).runs(legal(body.sections.short(edition.title)), rtl=speech.rtl),
    ).encode()
    changed |= running_heads(members, [legal(part).encode() for part in body.heads])
    if body.links.ids:
        changed[LINKS] = related(changed.get(LINKS, members[LINKS]), body.links.ids)
    if body.numbering.restarts:
        changed[NUMBERING] = body.numbering.part().encode()
    return pack((members | changed).items())


def _front(edition: Edition, told: Sequence[Told], body: Body) -> Iterable[str]:
    """What stands before the articles: nothing before a single one without a cover."""
    if len(told) == 1 and not edition.cover:
        return ()
    from newsexport.exporters.docx._contents import front

    return front(edition, told, body)


def _kept(xml: str, edition: Edition) -> bytes:
    if (made := encoded(xml)) is not None:
        return made
    if gone := lost(xml):
        warnings.warn(f"{line(edition.title)!r} holds characters that a Word file cannot: {gone}",
                      ExportWarning, stacklevel=4)  # fmt: skip
    return legal(xml).encode()


def _live(style: Style, house: House | None, speech: Tongue, *, turned: bool) -> Live:
    """The open template of a house style, a reference and its languages."""
    key = id(style), id(house), speech, turned
    seen = _last.get(key)
    if seen and seen[0] is style and seen[1] is house:
        return seen[2]
    with _opening:
        found = _equal(style, house, speech, turned=turned)
        if len(_last) >= _KEPT:
            _last.clear()
        _last[key] = style, house, found
    return found


def _equal(style: Style, house: House | None, speech: Tongue, *, turned: bool) -> Live:
    """The open template of a style that looks the same: to ask that of each of its roles costs as much as a short article."""
    fonts = style.fonts
    stacks = (fonts.text, fonts.display, fonts.label, fonts.mono, fonts.fallback)
    # Compared, not looked up: most differ in their first values, and to hash a style costs as much as to write a short article.
    looks = (speech, turned, style.link, stacks, style.page, *style.roles().values())
    for at, (known, theirs, found) in enumerate(_known):
        if theirs is house and known == looks:
            _known.append(_known.pop(at))
            return found
    members, (body, core) = template(style, speech, turned=turned, house=house), _written(style.page.paper)
    _known.append((looks, house, Live(members, body, core)))
    del _known[:-_KEPT]
    return _known[-1][-1]


@lru_cache(16)
def _written(paper: Colour) -> tuple[tuple[bytes, bytes], tuple[bytes, ...]]:
    """A document on such paper and its core properties as python-docx reads and writes them, cut where words go.

    No article's words ever meet a parser, and the parts that only hold the house style need not.
    """
    members = bare(paper)
    empty = docx.Document(io.BytesIO(pack(members.items(), stored=members, utf8=True)))
    before, _, after = empty.part.blob.partition(b"<w:body/>")
    return (before, after), emptied(empty)
