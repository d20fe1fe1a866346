"""RSS 2.0, RSS 1.0 (RDF) and Atom: each entry of a feed an article."""

from __future__ import annotations

from newsexport.errors import SourceError
from newsexport.model import Article, Author, Figure
from newsexport.reader._links import links
from newsexport.reader.formats import root
from newsexport.reader.formats._finish import finish
from newsexport.reader.formats._fragment import fragment, looks_marked_up, loose
from newsexport.reader.formats._markup import body
from newsexport.reader.formats._plain import plain
from newsexport.reader.formats._record import File, Record
from newsexport.reader.formats._tree import Node, tags
from newsexport.reader.formats._xml import tree_of

_MEDIA = "http://search.yahoo.com/mrss"
_DATES = {"pubDate": "published", "published": "published", "issued": "published", "date": "published",
          "updated": "updated", "modified": "updated"}  # fmt: skip
_BODIES = ("encoded", "content", "description", "summary")
_ENTRIES = ("item", "entry")
_KEYWORDS = tags("category subject")


def sniff(data: bytes) -> bool:
    """Whether the root element is that of a feed, or of one Atom entry."""
    return root(data) in {"rss", "feed", "RDF", "entry"}


def parse(data: bytes, *, name: str | None, language: str | None) -> tuple[Article, ...]:
    """An article for each entry; SourceError for XML that is not well formed and for a feed without entries."""
    tree, encoding = tree_of(data, name=name)
    entries = [tree] if tree.tag == "entry" else list(tree.find(*_ENTRIES))
    if not entries:
        raise SourceError("this feed has no entries", path=name, hint="fetch the feed again when it has news")
    whole = Node("none") if tree.tag == "entry" else tree.at("channel") or tree
    channel = Node(whole.tag, whole.space, whole.attributes, [part for part in whole.nodes if part.tag not in _ENTRIES])
    file = File(name, data, "atom" if tree.tag in {"feed", "entry"} else "rss", encoding=encoding)
    return tuple(_entry(entry, channel, language).article(file) for entry in entries)


def _entry(entry: Node, channel: Node, language: str | None) -> Record:
    stated = language or entry.get("lang") or channel.get("lang")
    spoken = next((part.text.strip() for part in (*entry.nodes, *channel.nodes) if part.tag == "language"), "")
    record = Record(stated or spoken or None)
    own = [part for part in entry.nodes if not part.space.startswith(_MEDIA)]
    for part in own:
        if part.tag == "title":
            record.text("headline", _words(part), "<title>")
    for part in own:
        _field(record, part)
    _authors(record, own)
    record.keywords(
        [part.text.strip() or part.get("label") or part.get("term") for part in own if part.tag in _KEYWORDS],
        "<category>",
    )
    _bodies(record, [part for part in own if part.tag in _BODIES])
    finish(record)
    for part in entry.find("content", "group", "thumbnail"):
        if part.space.startswith(_MEDIA):
            _picture(record, part)
    record.settle()
    _channel(record, channel)
    return record


def _field(record: Record, part: Node) -> None:
    match part.tag:
        case "link":
            if part.get("rel") in {"", "alternate"}:
                record.url(part.text.strip() or part.get("href"), "<link>")
            else:
                record.mark("metadata", part.get("href"), f"<link> to {part.get('rel')}")
        case "guid" | "id" | "comments" | "identifier":
            record.mark("metadata", part.text, f"<{part.tag}>")
        case "rights" | "copyright":
            record.text("rights", _words(part), f"<{part.tag}>")
        case "source":
            inner = part.at("title")
            record.text("source", inner.text if inner else part.text, "<source>")
        case "publisher":
            record.once("source", part.text, "<publisher>")
        case "subtitle" | "title" | "author" | "creator" | "contributor" | "language":
            return
        case tag if tag in _DATES:
            if _DATES[tag] in record.fields:
                record.mark("metadata", part.text, f"<{tag}>")
            else:
                record.moment(_DATES[tag], part.text, f"<{tag}>")
        case tag if tag not in _BODIES and tag not in _KEYWORDS:
            record.mark("metadata", part.text, f"<{tag}>")


def _authors(record: Record, own: list[Node]) -> None:
    found = [part for part in own if part.tag in {"author", "creator", "contributor"}]
    named = [part for part in found if part.at("name")]
    if named:
        people = [record.line(name.text) for part in named if (name := part.at("name"))]
        record.byline(", ".join(people), "<author>", [Author(person) for person in people if person])
        for part in named:
            for extra in part.all("email", "uri"):
                record.mark("metadata", extra.text, f"<{extra.tag}> of the author")
        return
    # RSS's <author> is an address with the name in brackets; <dc:creator> is a name.
    for part in sorted(found, key=lambda part: part.tag != "creator"):
        address, bracket, person = part.text.strip().partition(" (")
        stated = person.rstrip(" )") if bracket and "@" in address else part.text
        if "byline" in record.fields:
            record.mark("metadata", part.text, f"<{part.tag}>")
        else:
            record.byline(stated, f"<{part.tag}>")
            record.mark("metadata", address if stated != part.text else "", f"<{part.tag}>")


def _bodies(record: Record, parts: list[Node]) -> None:
    """The fullest text is the body; a shorter one beside it is the standfirst."""
    filled = sorted((part for part in parts if part.text.strip()), key=lambda part: _BODIES.index(part.tag))
    for at, part in enumerate(filled):
        if at:
            record.lead(_words(part), f"<{part.tag}>")
        elif part.nodes:
            body(record, part, f"<{part.tag}>: ")
        elif part.get("type") != "text" and (part.get("type") == "html" or looks_marked_up(part.text)):
            body(record, loose(part.text), f"<{part.tag}>: ")
        else:
            plain(record, part.text, f"<{part.tag}>")


def _words(part: Node) -> str:
    """The words of a text that may hold escaped markup."""
    if not part.nodes and part.get("type") != "text" and looks_marked_up(part.text):
        return _spaced(fragment(part.text))
    return part.text


def _spaced(node: Node) -> str:
    """The text with the ends of blocks and lines as spaces."""
    said: list[str] = []
    for part in node.inside:
        if isinstance(part, str):
            said.append(part)
        else:
            inner = _spaced(part)
            said.append(f" {inner} " if part.tag in {"p", "div", "br", "li", "h1", "h2", "h3"} else inner)
    return "".join(said)


def _picture(record: Record, part: Node) -> None:
    """The caption and credit that a <media:...> element has of its own."""
    said = [inner for inner in part.nodes if inner.space.startswith(_MEDIA)]
    by_tag = {inner.tag: record.line(_words(inner)) for inner in said}
    caption = by_tag.get("description") or by_tag.get("title") or by_tag.get("text")
    if caption:
        record.place(Figure(caption, by_tag.get("credit") or None, links(caption)), "caption", f"<media:{part.tag}>")
    elif by_tag.get("credit"):
        record.mark("picture", by_tag["credit"], "<media:credit> of a picture without a caption")


def _channel(record: Record, channel: Node) -> None:
    for part in channel.nodes:
        if part.tag == "title":
            record.once("source", _words(part), "<title> of the feed")
        elif part.tag in {"copyright", "rights"}:
            record.once("rights", _words(part), f"<{part.tag}> of the feed")
