"""NewsML-G2: news items with their metadata apart from the story, one or many in a message (IPTC, version 2.x)."""

from __future__ import annotations

from html import unescape

from newsexport.errors import SourceError
from newsexport.model import Article, Figure
from newsexport.patterns import lazy
from newsexport.reader._links import links
from newsexport.reader.formats import nitf, root
from newsexport.reader.formats._finish import finish
from newsexport.reader.formats._fragment import fragment
from newsexport.reader.formats._markup import body
from newsexport.reader.formats._plain import plain
from newsexport.reader.formats._record import File, Record
from newsexport.reader.formats._tree import Node
from newsexport.reader.formats._xml import tree_of

# Some agencies put one <p> round a whole plain text.
_WRAPPED = lazy(r"\s*<p>([^<]*)</p>\s*")
_NO_STORY = ("packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem")


def sniff(data: bytes) -> bool:
    """Whether the root element is one of NewsML-G2 that may hold a story."""
    return root(data) in {"newsItem", "newsMessage"}


def parse(data: bytes, *, name: str | None, language: str | None) -> tuple[Article, ...]:
    """An article for each news item; items without a story (packages, concepts) are named in a warning."""
    tree, encoding = tree_of(data, name=name)
    file = File(name, data, "newsml-g2", encoding=encoding)
    items = list(tree.find("newsItem"))
    if not items:
        hint = "only news items hold a story; packages and concepts do not"
        raise SourceError("this NewsML-G2 file holds no <newsItem>", path=name, hint=hint)
    others = [node.tag for node in tree.find(*_NO_STORY)]
    records = [_item(item, language) for item in items]
    if others:
        records[0].warnings.append(f"not read, since they hold no story: {', '.join(sorted(set(others)))}")
    return tuple(record.article(file) for record in records)


def _item(item: Node, language: str | None) -> Record:
    meta = item.at("contentMeta") or Node("contentMeta")
    record = Record(language or _tag(meta) or item.get("lang") or None)
    _headlines(record, meta)
    _lines(record, meta)
    _management(record, item.at("itemMeta") or Node("itemMeta"))
    _rights(record, item)
    _terms(record, meta)
    _content(record, item.at("contentSet") or Node("contentSet"))
    finish(record, [_name(place) for place in meta.all("located")], "<located>")
    _descriptions(record, meta)
    record.mark("metadata", item.get("guid"), "guid of <newsItem>")
    return record


def _tag(meta: Node) -> str:
    stated = meta.at("language")
    return stated.get("tag") if stated else ""


def _headlines(record: Record, meta: Node) -> None:
    for part in meta.all("headline"):
        role = part.get("role").rpartition(":")[2].lower()
        if "sub" in role and "standfirst" not in record.fields:
            record.text("standfirst", part.text, f"<headline role={role!r}>")
        elif role and "headline" in record.fields:
            record.mark("alternative headline", part.text, f"<headline role={role!r}>")
        else:
            record.text("headline", part.text, "<headline>")


def _lines(record: Record, meta: Node) -> None:
    places = [_name(place) for place in meta.all("located")]
    for part in meta.all("dateline"):
        record.dateline(part.text, "<dateline>", places)
    for part in meta.all("by"):
        record.byline(part.text, "<by>")
    creators = [name for part in meta.all("creator") if (name := _name(part))]
    if creators and "byline" not in record.fields:
        record.byline(", ".join(creators), "<creator>, since there is no <by>")
    elif creators:
        record.mark("metadata", ", ".join(creators), "<creator>")
    for part in meta.all("creditline"):
        record.text("source", part.text, "<creditline>")
    for part in meta.all("infoSource", "infosource"):
        record.once("source", _name(part), "<infoSource>")
    for part in meta.all("slugline"):
        record.text("slug", part.text, "<slugline>")


def _management(record: Record, meta: Node) -> None:
    """Fields of <itemMeta>: when, by whom, what the editors say."""
    for tag, role in (("firstCreated", "published"), ("versionCreated", "updated"), ("embargoed", "embargo")):
        for part in meta.all(tag):
            if role == "embargo":
                record.note(
                    f"Embargoed until {record.line(part.text)}" if part.text.strip() else "", "embargo", f"<{tag}>"
                )
            else:
                record.moment(role, part.text, f"<{tag}>")
    record.settle()
    for part in meta.all("provider"):
        record.once("source", _name(part), "<provider>")
    for part in meta.all("edNote"):
        record.note(part.text, "editor", "<edNote>")
    for part in meta.all("title"):
        record.once("headline", part.text, "<title> of the item")
    for tag in ("pubStatus", "itemClass", "service"):
        for part in meta.all(tag):
            record.mark("metadata", _name(part), f"<{tag}>")


def _rights(record: Record, item: Node) -> None:
    info = item.at("rightsInfo") or Node("rightsInfo")
    for tag in ("copyrightNotice", "copyrightHolder"):
        for part in info.all(tag):
            record.once("rights", _name(part), f"<{tag}>")
    for part in info.all("usageTerms"):
        record.note(part.text, "rights", "<usageTerms>")


def _terms(record: Record, meta: Node) -> None:
    record.keywords([part.text for part in meta.all("keyword")], "<keyword>")
    record.keywords([_label(part) for part in meta.all("subject")], "<subject>")
    for part in meta.all("genre"):
        record.mark("metadata", _name(part), "<genre>")
    for tag in ("urgency", "contentCreated", "contentModified"):
        for part in meta.all(tag):
            record.mark("metadata", part.text, f"<{tag}>")


def _content(record: Record, content: Node) -> None:
    for part in content.nodes:
        if part.tag == "inlineXML":
            _inline_xml(record, part)
        elif part.tag == "inlineData":
            _inline_data(record, part)
        elif part.tag == "remoteContent":
            record.mark("picture", part.get("href"), "<remoteContent>")
        else:
            record.leave(part.text, f"<{part.tag}> in <contentSet> is not known")


def _inline_xml(record: Record, part: Node) -> None:
    if story := part.at("nitf"):
        nitf.story(record, story)
        return
    page = part.at("html")
    for title in page.find("title") if page else ():
        record.mark("metadata", title.text, "<title> of the page")
    body(record, (page.at("body") or page) if page else part, "<inlineXML>: ")


def _inline_data(record: Record, part: Node) -> None:
    kind = part.get("contenttype").partition(";")[0].strip().lower()
    wrapped = _WRAPPED.fullmatch(part.text)
    if wrapped and kind == "text/plain":
        plain(record, unescape(wrapped[1]), "<inlineData>")
    elif kind in {"text/html", "application/xhtml+xml"} or (kind == "text/plain" and "<p" in part.text):
        body(record, fragment(part.text), "<inlineData>: ")
    elif kind in {"", "text/plain"} and not part.get("encoding"):
        plain(record, part.text, "<inlineData>")
    else:
        record.leave(part.text, f"<inlineData> of {kind or 'an unknown type'} is not text")


def _descriptions(record: Record, meta: Node) -> None:
    for part in meta.all("description"):
        role = part.get("role").rpartition(":")[2].lower()
        text = record.line(part.text)
        if text and ("caption" in role or (not record.blocks and _is_picture(record))):
            record.place(Figure(text, None, links(text)), "caption", f"<description role={role!r}>")
        elif "standfirst" in record.fields:
            record.mark("summary", text, "<description>")
        else:
            record.lead(text, "<description>")


def _is_picture(record: Record) -> bool:
    return any(entry.role == "picture" for entry in record.trace)


def _label(part: Node) -> str:
    """What a term is called; a bare code is no word for readers."""
    stated = part.at("name")
    return stated.text if stated else part.get("literal")


def _name(part: Node) -> str:
    """What a term is called, else its code or text."""
    return _label(part) or part.text or part.get("qcode") or part.get("uri")
