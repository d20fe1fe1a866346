"""The slim template: the members of a Word package that hold the house style and no text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import starmap

from newsexport.exporters._xml import escape
from newsexport.exporters.docx._fonts import families, font_table
from newsexport.exporters.docx._numbering import Numbering
from newsexport.exporters.docx._page import FOOT, HEAD, foot, head
from newsexport.exporters.docx._sheets import Sheet, sheets
from newsexport.exporters.docx._styles import style_sheet
from newsexport.exporters.docx._tongue import Tongue, spoken
from newsexport.exporters.docx._xml import DECLARED, PROLOGUE
from newsexport.style import Colour, Style

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newsexport.exporters.docx._reference import House

TYPES = "[Content_Types].xml"
BODY, LINKS = "word/document.xml", "word/_rels/document.xml.rels"
CORE, TITLE, NUMBERING = "docProps/core.xml", "word/header1.xml", "word/numbering.xml"
PACKAGE, APP = "_rels/.rels", "docProps/app.xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE_PROPERTIES = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)
# Member → its relationship id, the last word of its relationship type, its content type.
_PARTS = {
    "styles.xml": ("styles", "styles", "styles"),
    "settings.xml": ("settings", "settings", "settings"),
    "fontTable.xml": ("fonts", "fontTable", "fontTable"),
    "numbering.xml": ("lists", "numbering", "numbering"),
    "header1.xml": (HEAD, "header", "header"),
    "footer1.xml": (FOOT, "footer", "footer"),
}


def bare(paper: Colour) -> dict[str, bytes]:
    """The members of a package with a document on such paper and its core properties, and no house style."""
    return _encoded(
        {TYPES: _content_types(), PACKAGE: _package(BODY, CORE), BODY: _body(paper), CORE: _CORE_PROPERTIES}
    )


def template(style: Style, tongue: Tongue, *, turned: bool, house: House | None = None) -> dict[str, bytes]:
    """The members of an empty document of the house, by name, in the order of the package."""
    fonts, known = families(style.fonts, tongue), list(sheets(style))
    return _encoded({
        TYPES: _content_types(),
        PACKAGE: _package(BODY, CORE, APP),
        BODY: _body(style.page.paper),
        LINKS: _links(),
        "word/styles.xml": style_sheet(style, known, tongue, turned=turned, house=house),
        "word/settings.xml": _settings(style, known, tongue),
        "word/fontTable.xml": font_table(fonts),
        NUMBERING: Numbering(style.list, style.glance).part(),
        TITLE: head("Header"),
        "word/footer1.xml": foot(tongue),
        CORE: _CORE_PROPERTIES,
        APP: f'<Properties xmlns="{_OFFICE}/extended-properties"><Application>newsexport</Application></Properties>',
    })  # fmt: skip


def _encoded(members: Mapping[str, str]) -> dict[str, bytes]:
    return {
        name: (content if content.startswith("<?xml") else PROLOGUE + content).encode()
        for name, content in members.items()
    }


def _content_types() -> str:
    parts = "".join(
        f'<Override PartName="/word/{name}" ContentType="{_WORD}.{kind}+xml"/>'
        for name, (_, _, kind) in (("document.xml", ("", "", "document.main")), *_PARTS.items())
    )
    return (
        f'<Types xmlns="{_TYPES}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
    )


def _package(*parts: str) -> str:
    kinds = {
        BODY: ("document", f"{_OFFICE}/relationships/officeDocument"),
        CORE: ("core", f"{_PACKAGE}/metadata/core-properties"),
        APP: ("app", f"{_OFFICE}/relationships/extended-properties"),
    }
    return _relationships(tuple((*kinds[part], part) for part in parts))


def _body(paper: Colour) -> str:
    return f"<w:document {DECLARED}>{background(paper)}<w:body/></w:document>"


def _links() -> str:
    return _relationships(
        tuple((id_, f"{_OFFICE}/relationships/{kind}", name) for name, (id_, kind, _) in _PARTS.items())
    )


def _relationships(known: tuple[tuple[str, str, str], ...]) -> str:
    made = "".join(starmap(_relationship, known))
    return f'<Relationships xmlns="{_PACKAGE}">{made}</Relationships>'


def related(links: bytes, addresses: Mapping[str, str]) -> bytes:
    """The relationships of the document part and those of these addresses: address → relationship id."""
    made = "".join(
        f'<Relationship Id="{id_}" Type="{_OFFICE}/relationships/hyperlink" Target="{escape(address)}" TargetMode="External"/>'
        for address, id_ in addresses.items()
    )
    return _before(links, b"</Relationships>", made)


def running_heads(members: Mapping[str, bytes], heads: Sequence[bytes]) -> dict[str, bytes]:
    """The parts of these running heads, related as head1, head2 …, and the members that tell of them."""
    if not heads:
        return {}
    names = [f"header{number + 1}.xml" for number in range(1, len(heads) + 1)]
    known = "".join(
        _relationship(f"{HEAD}{n}", f"{_OFFICE}/relationships/header", name) for n, name in enumerate(names, 1)
    )
    kinds = "".join(f'<Override PartName="/word/{name}" ContentType="{_WORD}.header+xml"/>' for name in names)
    told = {
        TYPES: _before(members[TYPES], b"</Types>", kinds),
        LINKS: _before(members[LINKS], b"</Relationships>", known),
    }
    return told | {f"word/{name}": part for name, part in zip(names, heads, strict=True)}


def _before(part: bytes, end: bytes, made: str) -> bytes:
    return part.removesuffix(end) + made.encode() + end


def _relationship(id_: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>'


def background(paper: Colour) -> str:
    """The document's background; empty where the paper is white."""
    return "" if paper == "#ffffff" else f'<w:background w:color="{paper[1:].upper()}"/>'


def _settings(style: Style, known: Iterable[Sheet], tongue: Tongue) -> str:
    hyphenated = any(sheet.text.hyphenate for sheet in known)
    hyphens = '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:hyphenationZone w:val="360"/><w:doNotHyphenateCaps/>'
    spacing = "compressPunctuation" if tongue.asian else "doNotCompress"
    language = spoken(tongue.main, tongue.asian).replace("<w:lang ", "<w:themeFontLang ")
    return (
        f"<w:settings {DECLARED}>{'<w:displayBackgroundShape/>' * bool(background(style.page.paper))}"
        f'<w:defaultTabStop w:val="567"/>{hyphens * hyphenated}<w:characterSpacingControl w:val="{spacing}"/>'
        # Without it Word opens the file in the compatibility mode of 2007.
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        f'w:val="15"/></w:compat>{language}</w:settings>'
    )
