"""A Word document read back: as python-docx sees it, and as its bare XML."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

import docx
from newsexport.exporters.docx import Options, exporter
from newsexport.model import Edition
from newsexport.style import Style

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TURNS = {f"{W}rtl": "←", f"{W}cs": "↔"}


def write(edition: Edition, style: Style | None = None) -> bytes:
    return exporter.write(edition, style or Style(), Options())


def opened(output: bytes) -> Any:
    return docx.Document(io.BytesIO(output))


def members(output: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(output)) as archive:
        assert archive.testzip() is None
        return {info.filename: archive.read(info) for info in archive.infolist()}


def part(output: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(members(output)[name], etree.XMLParser(resolve_entities=False))


def found(output: bytes, path: str, name: str = "word/document.xml") -> list[Any]:
    """What an XPath of WordprocessingML finds in a part."""
    return part(output, name).xpath(path, namespaces={"w": W[1:-1]})


def drawn(output: bytes) -> str:
    """Every paragraph on a line: its style, what else it asks for, its text with links, character styles and directions."""
    return "\n".join(_paragraph(element) for element in part(output).iter(f"{W}p"))


def _paragraph(element: etree._Element) -> str:
    properties = element.find(f"{W}pPr")
    style, *others = properties
    more = "".join(f" +{other.tag.removeprefix(W)}" for other in others)
    return f"{style.get(f'{W}val')}{more} | {''.join(map(_inline, element)).replace(chr(10), '⏎')}"


def _inline(element: etree._Element) -> str:
    if element.tag == f"{W}hyperlink":
        return f"[{''.join(map(_inline, element))}]"
    if element.tag != f"{W}r":
        return ""
    text = "".join({f"{W}br": "\n", f"{W}tab": "→"}.get(child.tag, child.text or "") for child in element)
    known = {child.tag: child.get(f"{W}val") for child in element.iterfind(f"{W}rPr/*")}
    turn = "".join(_TURNS.get(tag, "") for tag in known)
    style = known.get(f"{W}rStyle")
    return f"{turn}<{style} {text}>" if style else turn + text
