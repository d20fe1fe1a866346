"""A user's own Word document, whose styles and page a document takes: `--reference house.docx`.

Its file is untrusted: bounded before it is opened, parsed without entities or network, and only the properties of
styles are taken from it. No part of it, no relationship and no text reaches another document.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from lxml import etree

from newsexport.errors import ExportError
from newsexport.exporters._xml import escape
from newsexport.exporters.docx._page import Paper
from newsexport.exporters.docx._xml import NAMESPACE
from newsexport.patterns import lazy
from newsexport.records import Record

_W = f"{{{NAMESPACE}}}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LARGEST, _SWOLLEN = 32 * 2**20, 100  # bytes of a part once unpacked, and how many times its packed size
_MOST_PARTS, _LARGEST_FILE = 5_000, 128 * 2**20
_HINT = "give a .docx file, such as 'newsexport styles --sample house.docx' writes"
_DROPPED = {
    "numPr", "lang", "pPrChange", "rPrChange", "sectPr", "framePr", "bidi", "rtl", "eastAsianLayout", "specVanish", "oMath",
}  # fmt: skip
_THEMED = lazy(r"(ascii|hAnsi|eastAsia|cs)Theme\Z")
_SCRIPTS = {"HAnsi": "latin", "Ascii": "latin", "EastAsia": "ea", "Bidi": "cs"}


class Look(Record):
    """A style of the reference: its name, the id of its parent, and its properties, each with the name of its element."""

    id: str
    name: str
    kind: str
    parent: str
    flow: tuple[tuple[str, str], ...]
    face: tuple[tuple[str, str], ...]


class House(Record):
    """What is taken from a reference document: its styles by id, its defaults for runs and paragraphs, its page."""

    looks: Mapping[str, Look]
    face: tuple[tuple[str, str], ...]
    flow: tuple[tuple[str, str], ...]
    paper: Paper | None


def house(path: Path) -> House:
    """The styles and the page of a Word file; ExportError says what is wrong with it."""
    try:
        stat = path.stat()
    except OSError as error:
        raise ExportError(f"cannot be read: {error.strerror or error}", path=path, hint=_HINT) from None
    return _house(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(4)
def _house(path: Path, _changed: int, size: int) -> House:
    if not path.is_file() or size > _LARGEST_FILE:
        raise ExportError(f"is no file, or larger than {_LARGEST_FILE >> 20} MB", path=path, hint=_HINT)
    try:
        with zipfile.ZipFile(path) as archive:
            _bounded(archive, path)
            styles = _parsed(archive, "word/styles.xml", path)
            body = _parsed(archive, "word/document.xml", path)
            themes = [name for name in archive.namelist() if re.fullmatch(r"word/theme/theme\d*\.xml", name)]
            fonts = _theme(_parsed(archive, themes[0], path)) if themes else {}
    except (OSError, KeyError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile, zipfile.LargeZipFile):
        raise ExportError("is no Word document", path=path, hint=_HINT) from None
    looks = (_look(style, fonts) for style in styles.iterfind(f"{_W}style"))
    defaults = [f"{_W}docDefaults/{_W}{name}Default/{_W}{name}" for name in ("rPr", "pPr")]
    face, flow = (_properties(styles.find(place), fonts) for place in defaults)
    known = {look.id: look for look in looks if look.kind in {"paragraph", "character"} and look.id}
    return House(known, face, flow, _paper(body))


def _bounded(archive: zipfile.ZipFile, path: Path) -> None:
    """Refuses, by what the zip's directory says, an archive that would unpack to more than a document holds."""
    parts = archive.infolist()
    if len(parts) > _MOST_PARTS or any(
        part.file_size > _LARGEST or part.file_size > _SWOLLEN * max(part.compress_size, 1024) for part in parts
    ):
        raise ExportError("unpacks to more than a Word document holds", path=path, hint=_HINT)


def _parsed(archive: zipfile.ZipFile, name: str, path: Path) -> etree._Element:
    """The root of a part. No more of it is unpacked than the directory promised; a document type is refused."""
    with archive.open(name) as file:
        data = file.read(archive.getinfo(name).file_size + 1)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ExportError("holds a document type, which no Word document has", path=path, hint=_HINT)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise ExportError(f"holds a part that is no XML: {name}", path=path, hint=_HINT) from None


def _look(style: etree._Element, fonts: Mapping[str, str]) -> Look:
    def value(name: str) -> str:
        found = style.find(f"{_W}{name}")
        return "" if found is None else found.get(f"{_W}val", "")

    flow, face = (_properties(style.find(f"{_W}{name}"), fonts) for name in ("pPr", "rPr"))
    kind, id_ = style.get(f"{_W}type", ""), style.get(f"{_W}styleId", "")
    return Look(id_, value("name"), kind, value("basedOn"), flow, face)


def _properties(element: etree._Element | None, fonts: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The properties that may be taken: no list, language or direction, which are the article's own."""
    if element is None:
        return ()
    return tuple((_local(child), _written(child, fonts)) for child in element if _ours(child))


def _ours(element: etree._Element) -> bool:
    return isinstance(element.tag, str) and element.tag.startswith(_W) and _local(element) not in _DROPPED


def _local(element: etree._Element) -> str:
    return str(element.tag).removeprefix(_W)


def _written(element: etree._Element, fonts: Mapping[str, str]) -> str:
    """An element of WordprocessingML with nothing of another namespace in it; the fonts of a theme are named."""
    given: dict[str, str] = {}
    for key, value in element.attrib.items():
        name = str(key).removeprefix(_W)
        if themed := _THEMED.match(name):
            given |= {themed[1]: fonts[str(value)]} if str(value) in fonts else {}
        elif str(key).startswith(_W) and not name.startswith("theme"):
            given.setdefault(name, str(value))
    attributes = "".join(f' w:{name}="{escape(value)}"' for name, value in given.items())
    inner = "".join(_written(child, fonts) for child in element if _ours(child))
    name = _local(element)
    return f"<w:{name}{attributes}>{inner}</w:{name}>" if inner else f"<w:{name}{attributes}/>"


def _theme(theme: etree._Element) -> dict[str, str]:
    """The fonts of a theme by the names that styles give them ("minorHAnsi")."""
    found = {}
    for size in ("major", "minor"):
        for word, script in _SCRIPTS.items():
            face = theme.find(f".//{_A}{size}Font/{_A}{script}")
            if face is not None and face.get("typeface"):
                found[size + word] = str(face.get("typeface"))
    return found


def _paper(body: etree._Element) -> Paper | None:
    """The page of the last section of a document; None where it states none, or none that text fits on."""
    sections = body.findall(f"{_W}body/{_W}sectPr")
    if not sections:
        return None
    size, margins = sections[-1].find(f"{_W}pgSz"), sections[-1].find(f"{_W}pgMar")
    if size is None or margins is None:
        return None
    try:
        points = {
            key: abs(int(margins.get(f"{_W}{key}", "0"))) / 20
            for key in ("top", "right", "bottom", "left", "header", "footer")
        }
        paper = Paper(int(size.get(f"{_W}w", "0")) / 20, int(size.get(f"{_W}h", "0")) / 20, **points)
    except ValueError:
        return None
    fits = paper.width - paper.left - paper.right >= 100 and paper.height - paper.top - paper.bottom >= 100
    return paper if fits and max(paper.width, paper.height) <= 1_584 else None
