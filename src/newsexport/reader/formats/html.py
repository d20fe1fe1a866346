"""A saved web page: the story as the optional library trafilatura finds it, the rest of the page accounted for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newsexport.errors import SourceError
from newsexport.model import Article, Subheading, texts
from newsexport.patterns import lazy
from newsexport.reader._decode import decode
from newsexport.reader.formats import opening, root
from newsexport.reader.formats._elements import without
from newsexport.reader.formats._finish import finish
from newsexport.reader.formats._fragment import fragment
from newsexport.reader.formats._markup import body
from newsexport.reader.formats._record import File, Record
from newsexport.reader.formats._tree import DEEPEST, Node, tags

LARGEST = 10_000_000  # bytes; a longer page is no story, and the extractor's time grows faster than the page
_CHARSET = lazy(r"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,40})""", re.IGNORECASE)
_MODIFIED = ("article:modified_time", "og:updated_time", "dateModified")
_PUBLISHED = ("article:published_time", "datePublished", "date", "dc.date", "dcterms.created", "parsely-pub-date")
_LINKED = lazy(r'"(datePublished|dateModified)"\s{0,20}:\s{0,20}"([^"\\]{4,60})"')
# Browsers that save a page in one file write its pictures into it: megabytes that hold no word.
_PICTURE = lazy(r"(?<=data:)[\w+.-]{1,40}/[\w+.-]{1,40};base64,[\w+/=]++")
_FURNITURE = tags("nav footer header aside form button dialog menu select")
_APART = lazy(
    r"\b(?:comments?|sidebar|related|newsletter|cookies?|share|social|advert\w*|promo|recommend\w*)\b", re.IGNORECASE
)
_SHORT = 80  # letters; what the extractor leaves out and is longer is listed as unparsed
_GRAM = 4
_NAMES = {
    "item": "li",
    "quote": "blockquote",
    "row": "tr",
    "cell": "td",
    "ref": "a",
    "lb": "br",
    "graphic": "img",
    "code": "pre",
}


def sniff(data: bytes) -> bool:
    """Whether it opens as an HTML page."""
    return (root(data) or "").lower() == "html" or opening(data)[:15].lower() == "<!doctype html>"


def parse(data: bytes, *, name: str | None, language: str | None) -> tuple[Article, ...]:
    """The one article of a page; SourceError without the extra library, for a page too large, and for one without a story."""
    if len(data) > LARGEST:
        raise SourceError(f"this page is larger than {LARGEST:,} bytes", path=name, hint="save the story alone as text")
    text, encoding = _decoded(data, name)
    found = _extracted(text, name)
    page = fragment(text)
    head = _metas(page)
    record = Record(language or _language(page) or None)
    _fields(record, found, head)
    body(record, _story(found.body))
    if not record.blocks:
        raise _no_story(name)
    _settle_headline(record)
    finish(record)
    _dates(record, page, head, found.date)
    _rest(record, page)
    return (record.article(File(name, data, "html", encoding=encoding)),)


def _decoded(data: bytes, name: str | None) -> tuple[str, str]:
    stated = _CHARSET.search(opening(data))
    if stated and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            read = decode(data, encoding=stated[1], name=name)
            return read.text, read.encoding
        except SourceError:
            pass
    read = decode(data, encoding=None, name=name)
    return read.text, read.encoding


# Only a date that the page states: a guess would be measured against today's date, and differ tomorrow.
_STATED = {"extensive_search": False, "original_date": True, "min_date": "1600-01-01", "max_date": "2199-12-31"}


def _extracted(text: str, name: str | None) -> Any:
    try:
        from trafilatura import bare_extraction
    except ImportError:
        hint = "pip install 'newsexport[html]'"
        raise SourceError("reading web pages needs an extra library", path=name, hint=hint) from None
    found = bare_extraction(
        _PICTURE.sub("", text),
        with_metadata=True,
        include_formatting=True,
        include_links=True,
        include_tables=True,
        include_comments=False,
        date_extraction_params=_STATED,
    )
    if found is None:
        raise _no_story(name)
    return found


def _no_story(name: str | None) -> SourceError:
    return SourceError("no story was found in this page", path=name, hint="save the story alone as text (.txt)")


def _metas(page: Node) -> dict[str, str]:
    """What the page's <meta> elements say, by name, property or itemprop; the first of each."""
    said: dict[str, str] = {}
    for part in page.find("meta"):
        key = part.get("property") or part.get("name") or part.get("itemprop")
        said.setdefault(key, part.get("content"))
    return said


def _language(page: Node) -> str:
    top = next(page.find("html"), None)
    return top.get("lang") if top else ""


def _fields(record: Record, found: Any, head: dict[str, str]) -> None:
    record.text("headline", found.title or "", "title of the page")
    record.byline((found.author or "").replace("; ", ", "), "author of the page")
    record.text("source", found.sitename or "", "site of the page")
    record.text("section", head.get("article:section", ""), "meta article:section")
    record.url(head.get("og:url") or found.url or "", "address of the page")
    record.keywords([*(found.tags or ())], "tags of the page")
    record.mark("summary", head.get("description", ""), "meta description")
    record.text("rights", found.license or "", "license of the page")


def _settle_headline(record: Record) -> None:
    """Take the headline out of the body where the body opens with it."""
    first = record.blocks[0]
    known = record.fields.get("headline")
    if isinstance(first, Subheading) and len(record.blocks) > 1 and known in {None, first.text}:
        del record.body[0]
        record.text("headline", first.text, "first heading of the story")


def _dates(record: Record, page: Node, head: dict[str, str], found: str | None) -> None:
    linked: dict[str, str] = {}
    for part in page.find("script"):
        if "ld+json" in part.get("type"):
            for key, value in _LINKED.findall(part.text):
                linked.setdefault(key, value)
    for role, names in (("published", _PUBLISHED), ("updated", _MODIFIED)):
        stated = [(head[key], f"meta {key}") for key in names if head.get(key)]
        stated += [(linked[key], f"{key} of the linked data") for key in names if key in linked]
        for value, reason in stated[:1]:
            record.moment(role, value, reason)
    printed = next((part for part in page.find("time") if part.get("datetime")), None)
    if "published" not in record.fields and printed:
        record.moment("published", printed.text, "<time>", printed.get("datetime"))
    if "published" not in record.fields:
        record.moment("published", found or "", "date the extractor found")
    record.settle()


def _story(element: Any) -> Node:
    """The extractor's tree with the names of HTML."""
    top = Node("html-root")
    waiting = [(element, top, 1)]
    while waiting:
        source, node, depth = waiting.pop()
        if source.text:
            node.inside.append(source.text)
        for child in source:
            if isinstance(child.tag, str):
                made = _renamed(child)
                node.inside.append(made)
                waiting.append((child, made if depth < DEEPEST else node, depth + 1))
            if child.tail:
                node.inside.append(child.tail)
    return top


def _renamed(element: Any) -> Node:
    rend = element.get("rend") or ""
    match element.tag:
        case "head":
            return Node(rend if rend in {"h1", "h2", "h3", "h4", "h5", "h6"} else "h2")
        case "list":
            return Node("ol" if rend == "ol" else "ul")
        case "hi":
            return Node({"#b": "b", "#i": "i"}.get(rend, "span"))
        case "ref":
            return Node("a", attributes={"href": element.get("target") or ""})
        case tag:
            return Node(
                _NAMES.get(tag, tag), attributes={"alt": element.get("alt") or "", "src": element.get("src") or ""}
            )


def _rest(record: Record, page: Node) -> None:
    """Account for what the page says outside the story: short lines and its frame as furniture, long ones as unparsed."""
    top = next(page.find("body"), page)
    frame = set(_frame(top))
    inner = without(top, frame)
    _captions(record, inner)
    kept = _Kept(record)
    for part in _frame(top):
        for text in _said(record, part):
            if text not in kept:
                record.mark("page furniture", text, f"<{part.tag}> of the page, outside the story")
    for text in _said(record, inner):
        if text in kept:
            continue
        if len(text) <= _SHORT:
            record.mark("page furniture", text, "a short line that the extractor left out", 0.7)
        else:
            record.leave(text, "text of the page that the extractor left out")


def _frame(top: Node) -> Iterator[Node]:
    """The outermost elements that hold a page's frame, in document order."""
    waiting = top.nodes[::-1]
    while waiting:
        node = waiting.pop()
        if node.tag in _FURNITURE or _APART.search(f"{node.get('class')} {node.get('id')}"):
            yield node
        else:
            waiting.extend(reversed(node.nodes))


def _captions(record: Record, page: Node) -> None:
    """Add the captions of the story's pictures, which the extractor drops; where they stood is not known any more."""
    kept = _Kept(record)
    for story in [*page.find("article", "main")][:1]:
        for figure in story.find("figure"):
            caption = next(figure.find("figcaption"), None)
            if caption and not all(text in kept for text in _said(record, caption)):
                body(record, Node("div", inside=[figure]), "picture of the page: ")


def _said(record: Record, node: Node) -> Iterator[str]:
    """The text of each block inside an element; what is dropped on the way is counted."""
    apart = Record()
    body(apart, node)
    record.gone.update(apart.gone)
    return (said for block in apart.blocks for said, _ in texts(block) if said)


class _Kept:
    """The texts that the article has: whole ones, and runs of four words for those that were cut or joined."""

    def __init__(self, record: Record) -> None:
        held = [said for block in record.blocks for said, _ in texts(block)]
        held += [entry.raw for entry in record.trace if entry.raw]
        self.whole = {"".join(said.split()) for said in held}
        self.runs = {run for said in held for run in _runs(said)}

    def __contains__(self, text: object) -> bool:
        said = str(text)
        runs = list(_runs(said))
        return "".join(said.split()) in self.whole or (bool(runs) and all(run in self.runs for run in runs))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = text.split()
    return (tuple(words[at : at + _GRAM]) for at in range(len(words) - _GRAM + 1))
