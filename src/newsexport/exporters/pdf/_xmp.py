"""What a file says of itself: the standards it keeps, and who wrote what when; as XMP (ISO 16684-1) and Info values."""

from __future__ import annotations

from collections.abc import Iterator

from newsexport.exporters._xml import escape
from newsexport.imprint import authors, created, each, language, modified, w3c
from newsexport.model import Edition
from newsexport.patterns import lazy
from newsexport.records import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newsexport.imprint import Time

PRODUCER = "newsexport, with ReportLab and HarfBuzz"
_ILLEGAL = lazy(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]+"
)
_LONE = lazy("[\ud800-\udfff]")
_MOST = 300  # characters of a title or another value of metadata


class Variant(Record):
    """A set of standards and what it forces: the part and level of PDF/A, the part of PDF/UA, the version of PDF.

    PDF/A-4 has a year of revision instead of a level. `attaches` says that the articles as data go with the pages.
    """

    archive: int
    level: str
    access: int
    version: tuple[int, int]
    attaches: bool = False

    @property
    def is_second(self) -> bool:
        """Whether the standards are those of PDF 2.0."""
        return self.version >= (2, 0)


VARIANTS = {
    "ua1+a2a": Variant(archive=2, level="A", access=1, version=(1, 7)),
    "a3a": Variant(archive=3, level="A", access=1, version=(1, 7), attaches=True),
    "ua2+a4": Variant(archive=4, level="", access=2, version=(2, 0)),
}


class Card(Record):
    """The metadata of one file, bounded and free of what XML or a viewer's title bar must not hold."""

    title: str
    language: str
    created: Time
    modified: Time
    authors: tuple[str, ...] = ()
    subject: str = ""
    keywords: tuple[str, ...] = ()
    rights: str = ""
    source: str = ""
    address: str = ""


def card(edition: Edition) -> Card:
    """The metadata of an edition: of its only article, or what its articles have in common."""
    articles = edition.articles
    return Card(
        title=line(edition.title) or "Untitled",
        language=language(edition) or "und",
        created=created(edition),
        modified=modified(edition),
        authors=tuple(filter(None, map(line, authors(edition)))),
        subject=line(articles[0].standfirst or articles[0].section or "") if len(articles) == 1 else "",
        keywords=tuple(filter(None, map(line, each(word for article in articles for word in article.keywords)))),
        rights=line(next((a.rights for a in articles if a.rights), "")),
        source=line(next((a.source for a in articles if a.source), "")),
        address=line(articles[0].url or "") if len(articles) == 1 else "",
    )


def line(text: str) -> str:
    """The text as one bounded line without controls, bidi overrides or lone surrogates."""
    clean = " ".join(_ILLEGAL.sub(" ", _LONE.sub("\ufffd", text)).split())
    return clean if len(clean) <= _MOST else clean[: _MOST - 1] + "…"


def info(card: Card) -> dict[str, str]:
    """The values of the document information dictionary, those that are set (ISO 32000-1, 14.3.3)."""
    form = "D:{:04}{:02}{:02}{:02}{:02}{:02}Z"
    values = {
        "Title": card.title,
        "Author": "; ".join(card.authors),
        "Subject": card.subject,
        "Keywords": ", ".join(card.keywords),
        "Producer": PRODUCER,
        "CreationDate": form.format(*card.created),
        "ModDate": form.format(*card.modified),
    }
    return {key: value for key, value in values.items() if value}


def packet(card: Card, variant: Variant) -> bytes:
    """The XMP packet. PDF/A asks for a description of PDF/UA's own schema (ISO 19005-2, 6.6.2.3.1)."""
    first, last = w3c(card.created), w3c(card.modified)
    lines = [
        *_standards(variant),
        "<dc:format>application/pdf</dc:format>",
        f"<dc:title>{_alternative(card.title)}</dc:title>",
        f"<dc:language>{_several('Bag', (card.language,))}</dc:language>",
        f"<dc:creator>{_several('Seq', card.authors)}</dc:creator>" if card.authors else "",
        f"<dc:description>{_alternative(card.subject)}</dc:description>" if card.subject else "",
        f"<dc:subject>{_several('Bag', card.keywords)}</dc:subject>" if card.keywords else "",
        f"<dc:rights>{_alternative(card.rights)}</dc:rights>" if card.rights else "",
        f"<dc:publisher>{_several('Bag', (card.source,))}</dc:publisher>" if card.source else "",
        f"<dc:source>{escape(card.address)}</dc:source>" if card.address else "",
        f"<pdf:Keywords>{escape(', '.join(card.keywords))}</pdf:Keywords>" if card.keywords else "",
        f"<pdf:Producer>{PRODUCER}</pdf:Producer>",
        f"<xmp:CreateDate>{first}</xmp:CreateDate><xmp:ModifyDate>{last}</xmp:ModifyDate>",
        f"<xmp:MetadataDate>{last}</xmp:MetadataDate>",
    ]
    schema = "" if variant.is_second else _SCHEMA
    return _PACKET.replace("#SCHEMA#", schema).replace("@", "\n".join(filter(None, lines)), 1).encode()


def _standards(variant: Variant) -> Iterator[str]:
    yield f"<pdfaid:part>{variant.archive}</pdfaid:part>"
    yield f"<pdfuaid:part>{variant.access}</pdfuaid:part>"
    if variant.is_second:
        yield "<pdfaid:rev>2020</pdfaid:rev><pdfuaid:rev>2024</pdfuaid:rev>"
    else:
        yield f"<pdfaid:conformance>{variant.level}</pdfaid:conformance>"


def _several(kind: str, values: tuple[str, ...]) -> str:
    return f"<rdf:{kind}>" + "".join(f"<rdf:li>{escape(value)}</rdf:li>" for value in values) + f"</rdf:{kind}>"


def _alternative(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"\
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"\
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
@
</rdf:Description>
#SCHEMA#</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


_SCHEMA = """<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"\
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>The part of PDF/UA</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
