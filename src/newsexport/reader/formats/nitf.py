"""NITF 3: a story of a news agency as one XML document (IPTC; element names of version 3.6)."""

from __future__ import annotations

from newsexport.errors import SourceError
from newsexport.model import Article, Author, Subheading
from newsexport.reader._bylines import labelled
from newsexport.reader.formats import root
from newsexport.reader.formats._elements import without
from newsexport.reader.formats._finish import finish
from newsexport.reader.formats._markup import body
from newsexport.reader.formats._record import File, Record
from newsexport.reader.formats._tree import Node
from newsexport.reader.formats._xml import tree_of

_HEAD = ("hedline", "note", "rights", "byline", "distributor", "dateline", "abstract", "series")


def sniff(data: bytes) -> bool:
    """Whether the root element is <nitf>."""
    return root(data) == "nitf"


def parse(data: bytes, *, name: str | None, language: str | None) -> tuple[Article, ...]:
    """The one article of a NITF document; SourceError when it is no XML or has no <body>."""
    tree, encoding = tree_of(data, name=name)
    if not tree.at("body"):
        raise SourceError("this NITF document has no <body>", path=name, hint="ask the agency for the whole document")
    record = Record(language or tree.get("lang") or tree.get("baselang") or None)
    story(record, tree)
    return (record.article(File(name, data, "nitf", encoding=encoding)),)


def story(record: Record, tree: Node) -> None:
    """Put everything a <nitf> element says into the record."""
    head = tree.at("body", "body.head") or Node("body.head")
    for part in head.nodes:
        if part.tag == "hedline":
            _hedline(record, part)
    _byline(record, head)
    _dateline(record, head)
    for part in head.all("distributor"):
        record.text("source", part.text, "<distributor>")
    _document(record, tree.at("head") or Node("head"))
    abstract = head.at("abstract")
    content = tree.at("body", "body.content")
    _subheads(record, head, second=abstract is not None)
    if content:
        body(record, content)
    finish(record)
    _rest(record, tree, head)
    _end(record, tree.at("body", "body.end"))


def _hedline(record: Record, hedline: Node) -> None:
    for part in hedline.all("hl1"):
        record.text("headline", part.text, "<hl1>")
    loose = "".join(part for part in hedline.inside if isinstance(part, str))
    record.text("headline", loose, "<hedline>")


def _subheads(record: Record, head: Node, *, second: bool) -> None:
    """The lines under the headline: the first is the standfirst, unless an abstract is; the rest are sub-headings."""
    for part in head.find("hl2"):
        if record.line(part.text) == record.fields.get("headline"):
            record.text("headline", part.text, "<hl2>")
        elif not second and "standfirst" not in record.fields:
            record.text("standfirst", part.text, "<hl2>")
        elif text := record.line(part.text):
            record.place(Subheading(text), "subheading", "<hl2>")


def _byline(record: Record, head: Node) -> None:
    for part in head.all("byline"):
        titles = list(part.find("bytag", "byttl"))
        role = " ".join(record.line(tag.text) for tag in titles) or None
        people = [record.line(person.text) for person in part.find("person")]
        authors = [Author(person) for person in people if person]
        if titles and not authors:
            authors = list(labelled(record.line(without(part, set(titles)).text).rstrip(" ,")).authors)
        if len(authors) == 1 and role:
            authors = [Author(authors[0].name, role)]
        record.byline(_spaced(part), "<byline>", authors)


def _dateline(record: Record, head: Node) -> None:
    for part in head.all("dateline"):
        date = next(part.find("story.date"), None)
        places = [inner.text for place in part.find("location") for inner in (place.nodes or [place])]
        record.dateline(part.text, "<dateline>", places, date.text if date else "")


def _document(record: Record, head: Node) -> None:
    """Fields of <head>: dates, slug, keywords, rights, notes to editors."""
    for tag, attribute, role in (
        ("date.issue", "norm", "published"),
        ("date.release", "norm", "published"),
        ("pubdata", "date.publication", "published"),
        ("du-key", "key", "slug"),
        ("fixture", "fix-id", "section"),
        ("pubdata", "position.section", "section"),
        ("pubdata", "name", "source"),
        ("tobject", "tobject.type", "section"),
        ("doc-id", "id-string", "metadata"),
        ("urgency", "ed-urg", "metadata"),
    ):
        for part in head.find(tag):
            _attribute(record, part, attribute, role)
    for part in head.find("ed-msg"):
        record.note(part.get("info") or part.text, "editor", "<ed-msg>")
    record.keywords([part.get("key") or part.text for part in head.find("keyword")], "<keyword>")
    for part in head.find("doc.rights"):
        record.text("rights", part.get("owner") or part.get("agent") or part.text, "<doc.rights>")
    for part in head.find("doc.copyright"):
        holder = " ".join(filter(None, (part.get("year"), part.get("holder"))))
        record.text("rights", f"© {holder}" if holder else part.text, "<doc.copyright>")
    for part in head.all("title"):
        record.mark("metadata", part.text, "<title> of the document")
        if "headline" not in record.fields:
            record.text("headline", part.text, "<title>, since there is no <hl1>")


def _attribute(record: Record, part: Node, attribute: str, role: str) -> None:
    value, reason = part.get(attribute), f"{attribute} of <{part.tag}>"
    if role == "metadata" or role in record.fields:
        record.mark("metadata", value, reason)
    elif role == "published":
        record.moment(role, "", reason, value)
    else:
        record.text(role, value, reason)


def _rest(record: Record, tree: Node, head: Node) -> None:
    """What needs the body to be known first: the abstract, a date that only the dateline states, the notes."""
    for part in head.all("abstract"):
        record.lead(_spaced(part), "<abstract>")
    for part in head.find("story.date"):
        if "published" not in record.fields and part.get("norm"):
            record.moment("published", part.text, "<story.date>", part.get("norm"))
    for part in head.all("note"):
        record.note(_spaced(part), "editor", "<note>")
    for part in head.all("rights"):
        record.text("rights", _spaced(part), "<rights>")
    for part in head.all("series"):
        record.text("kicker", part.get("series.name") or part.text, "<series>")
    for part in head.nodes:
        if part.tag not in _HEAD:
            record.leave(part.text, f"<{part.tag}> in <body.head> names no field")
    record.language = record.language or tree.get("lang") or tree.get("baselang") or None


def _end(record: Record, end: Node | None) -> None:
    for part in end.nodes if end else ():
        if part.tag == "tagline" and "signoff" not in record.fields:
            record.text("signoff", _spaced(part), "<tagline>")
        else:
            record.note(_spaced(part), "other", f"<{part.tag}> in <body.end>")


def _spaced(node: Node) -> str:
    """The text of an element, with a space where two letters meet at the edge of an element."""
    said = ""
    for part in node.inside:
        text = part if isinstance(part, str) else part.text
        said += f" {text}" if said[-1:].isalnum() and text[:1].isalnum() else text
    return said
