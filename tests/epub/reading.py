"""A book read back by other means than it was written: zipfile and a strict XML parser."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from newsexport.exporter import said
from newsexport.exporters.epub import Options, exporter
from newsexport.model import Article, Edition
from newsexport.style import Style

XHTML = "{http://www.w3.org/1999/xhtml}"
_SPOKEN = {"h1", "h2", "p", "li", "pre", "footer"}


def write(edition: Edition, style: Style | None = None, *, cover: bool = True, fonts: bool = True) -> bytes:
    return exporter.write(edition, style or Style(), Options(cover=cover, fonts=fonts))


def members(book: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        assert archive.testzip() is None
        return {info.filename: archive.read(info) for info in archive.infolist()}


def parsed(markup: bytes) -> etree._Element:
    return etree.fromstring(markup, etree.XMLParser(resolve_entities=False))


def chapters(book: bytes) -> list[etree._Element]:
    return [parsed(content) for name, content in members(book).items() if re.match(r"EPUB/c\d+\.xhtml", name)]


def package(book: bytes) -> list[str]:
    """The metadata of the package document, a line for each element: name or property, then its value."""
    root = parsed(members(book)["EPUB/content.opf"])
    metadata = root[0]
    return [
        f"{element.get('property') or element.get('name') or etree.QName(element).localname}: "
        f"{element.text or element.get('content')}"
        for element in metadata
    ]


def drawn(chapter: etree._Element) -> str:
    """A chapter as a reader meets it: element, class and attributes, then what it says with its inline markup."""
    return "\n".join(_drawn(chapter.find(f"{XHTML}body"), 0))


def words(chapter: etree._Element) -> str:
    """All that the body of a chapter says, white space collapsed."""
    return " ".join("".join(chapter.find(f"{XHTML}body").itertext()).split())


def expected(article: Article) -> list[str]:
    """What must be in a chapter in this order, white space collapsed."""
    return [shown for text in said(article) if (shown := " ".join(text.split()))]


def _drawn(element: etree._Element, depth: int) -> Iterator[str]:
    for child in element:
        name = etree.QName(child).localname
        kind = "".join(f".{part}" for part in (child.get("class") or "").split())
        more = "".join(
            f" {key}={value}" for key, value in child.items() if key not in {"class", "id", "aria-labelledby"}
        )
        if name in _SPOKEN and not any(etree.QName(inner).localname in _SPOKEN for inner in child):
            yield f"{'  ' * depth}{name}{kind}{more} | {_inline(child)}"
        else:
            yield f"{'  ' * depth}{name}{kind}{more}"
            yield from _drawn(child, depth + 1)


def _inline(element: etree._Element) -> str:
    inner = "".join(
        f"<{etree.QName(child).localname}{' ' + child.get('href') if child.get('href') else ''}>{_inline(child)}</>"
        + (child.tail or "")
        for child in element
    )
    return (element.text or "").replace("\n", "⏎") + inner
