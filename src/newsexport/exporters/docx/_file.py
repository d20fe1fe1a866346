"""The Word package: a slim template of the house, kept open by python-docx, into which each edition is put."""

from __future__ import annotations

import io
import threading
import warnings
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.parts.document import DocumentPart

import docx
from newsexport.errors import ExportWarning
from newsexport.exporters._xml import legal, line, lost
from newsexport.exporters._zip import pack
from newsexport.exporters.docx._body import Body, tell
from newsexport.exporters.docx._contents import front
from newsexport.exporters.docx._core import describe
from newsexport.exporters.docx._page import Sections, head
from newsexport.exporters.docx._reference import House
from newsexport.exporters.docx._runs import Voice
from newsexport.exporters.docx._sections import paragraphs
from newsexport.exporters.docx._template import (
    BODY,
    CORE,
    LINKS,
    NUMBERING,
    TITLE,
    paper,
    related,
    running_heads,
    template,
)
from newsexport.exporters.docx._tongue import Tongue, tongue
from newsexport.exporters.docx._xml import DECLARED
from newsexport.model import Edition
from newsexport.style import Style

if TYPE_CHECKING:
    from docx.document import Document

_KEPT = 64  # templates a thread keeps open, 100 kB each: one for each house style, language and mixture of directions
_open = threading.local()  # lxml trees are not for several threads at once: two on one document crashed the process


class Live(NamedTuple):
    """An open template: the members it was made of, and what python-docx read from them."""

    members: dict[str, bytes]
    document: Document


def document(edition: Edition, style: Style, house: House | None = None) -> bytes:
    """The edition as the bytes of a Word file, in the looks of a reference where there is one."""
    speech = tongue(edition.articles)
    body = Body(edition, style, speech, Sections(style, house.paper if house else None))
    told = tell(edition)
    xml = _kept("".join([*front(edition, told, body), *paragraphs(told, body)]), edition)
    members, live = _live(style, house, speech, turned=body.turned)
    changed = _written(live, xml, body)
    properties = live.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    describe(live.core_properties, edition, chain.from_iterable(one.said() for one in told))
    changed[CORE] = properties.blob
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


def _kept(xml: str, edition: Edition) -> str:
    gone = lost(xml)
    if gone:
        warnings.warn(f"{line(edition.title)!r} holds characters that a Word file cannot: {gone}",
                      ExportWarning, stacklevel=4)  # fmt: skip
    return legal(xml)


def _written(live: Document, xml: str, body: Body) -> dict[str, bytes]:
    """The document part: a new one beside the template's empty one."""
    empty = live.part
    # A whole part is parsed: to move a body of 10,000 paragraphs into another lxml tree takes seconds.
    content = f"<w:document {DECLARED}>{paper(body.style)}<w:body>{xml}</w:body></w:document>".encode()
    return {BODY: DocumentPart.load(empty.partname, empty.content_type, content, empty.package).blob}


def _live(style: Style, house: House | None, speech: Tongue, *, turned: bool) -> Live:
    """The open template of a house style, a reference and its languages in this thread."""
    last: dict[object, tuple[Style, House | None, Live]] = _open.__dict__.setdefault("last", {})
    key = id(style), id(house), speech, turned
    seen = last.get(key)
    if seen and seen[0] is style and seen[1] is house:
        return seen[2]
    found = _equal(style, house, speech, turned=turned)
    if len(last) >= _KEPT:
        last.clear()
    last[key] = style, house, found
    return found


def _equal(style: Style, house: House | None, speech: Tongue, *, turned: bool) -> Live:
    """The open template of a style that looks the same: to ask that of each of its roles costs as much as a short article."""
    fonts = style.fonts
    stacks = (fonts.text, fonts.display, fonts.label, fonts.mono, fonts.fallback)
    key = (style.page, stacks, tuple(style.roles().values()), style.link, id(house), speech, turned)
    known: dict[object, tuple[House | None, Live]] = _open.__dict__.setdefault("known", {})
    kept, found = known.pop(key, (None, None))
    if found is None or kept is not house:
        members = template(style, speech, turned=turned, house=house)
        found = Live(members, docx.Document(io.BytesIO(pack(members.items()))))
    known[key] = house, found  # the last one used stands last
    if len(known) > _KEPT:
        del known[next(iter(known))]
    return found
