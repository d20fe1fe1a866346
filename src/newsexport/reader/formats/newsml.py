"""NewsML 1.x: news lines beside the story, as some agencies still send it (IPTC, version 1.2)."""

from __future__ import annotations

from newsexport.errors import SourceError
from newsexport.model import Article
from newsexport.reader.formats import nitf, root
from newsexport.reader.formats._finish import finish
from newsexport.reader.formats._markup import body
from newsexport.reader.formats._plain import plain
from newsexport.reader.formats._record import File, Record
from newsexport.reader.formats._tree import Node
from newsexport.reader.formats._xml import tree_of

_LINES = {"HeadLine": "headline", "SubHeadLine": "standfirst", "CreditLine": "source", "CopyrightLine": "rights",
          "RightsLine": "rights", "SlugLine": "slug", "SeriesLine": "kicker"}  # fmt: skip
_TIMES = {"FirstCreated": "published", "ThisRevisionCreated": "updated"}


def sniff(data: bytes) -> bool:
    """Whether the root element is <NewsML>."""
    return root(data) == "NewsML"


def parse(data: bytes, *, name: str | None, language: str | None) -> tuple[Article, ...]:
    """An article for each <NewsItem>; SourceError when there is none."""
    tree, encoding = tree_of(data, name=name)
    items = list(tree.find("NewsItem"))
    if not items:
        raise SourceError("this NewsML file holds no <NewsItem>", path=name, hint="ask the agency for the whole file")
    file = File(name, data, "newsml", encoding=encoding)
    return tuple(_item(item, language).article(file) for item in items)


def _item(item: Node, language: str | None) -> Record:
    stated = next((part.get("FormalName") for part in item.find("Language")), "")
    record = Record(language or stated or item.get("lang") or None)
    for lines in item.find("NewsLines"):
        for part in lines.nodes:
            _line(record, part)
    for part in item.find(*_TIMES):
        record.moment(_TIMES[part.tag], part.text, f"<{part.tag}>")
    record.settle()
    for party in (party for provider in item.find("Provider") for party in provider.find("Party")):
        record.once("source", party.get("FormalName"), "<Provider>")
    for part in item.find("ProviderId", "NameLabel"):
        record.once("source" if part.tag == "ProviderId" else "slug", part.text, f"<{part.tag}>")
    for content in item.find("DataContent"):
        _content(record, content)
    finish(record)
    for content in item.find("ContentItem"):
        record.mark("picture", content.get("Href"), "<ContentItem>")
    return record


def _line(record: Record, part: Node) -> None:
    reason = f"<{part.tag}>"
    if part.tag in _LINES:
        record.text(_LINES[part.tag], part.text, reason)
    elif part.tag == "ByLine":
        record.byline(part.text, reason)
    elif part.tag == "DateLine":
        record.dateline(part.text, reason)
    elif part.tag == "KeywordLine":
        record.keywords(part.text.replace(";", ",").split(","), reason)
    else:
        record.leave(part.text, f"{reason} names no field")


def _content(record: Record, content: Node) -> None:
    if story := next(content.find("nitf"), None):
        nitf.story(record, story)
    elif content.nodes:
        page = next(content.find("body"), content)
        body(record, page, "<DataContent>: ")
    else:
        plain(record, content.text, "<DataContent>")
