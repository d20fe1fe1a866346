"""What elements are: which begin a block, which are silent, which name a picture's credit, which tables hold data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsexport.patterns import lazy
from newsexport.reader.formats._tree import Node, tags

SILENT = tags("script style noscript template iframe object embed svg math canvas audio video map media-object")
HEADINGS = tags("h1 h2 h3 h4 h5 h6 hl1 hl2 crosshead")
FLOW = tags(
    "p div section article main body html header footer nav center address form fieldset details summary block "
    "body.head body.content body.end td th tr tbody thead tfoot li dt dd caption legend head bibliography nitf "
    "hedline abstract tagline content html-root option figcaption media-caption"
)
_CREDITED = lazy(r"\b(?:credit|copyright|source|photographer|byline)\b", re.IGNORECASE)
_LETTERS = lazy(r"\S")
LISTS = tags("ul ol dl")
SET_APART = tags("ul ol dl blockquote bq figure media table nitf-table note fn aside pre hr") | HEADINGS


def is_block(node: Node) -> bool:
    return node.tag in FLOW or node.tag in SET_APART or node.tag in {"br", "figcaption", "media-caption", "credit"}


def is_credit(node: Node) -> bool:
    if node.tag in {"credit", "media-producer"}:
        return True
    return node.tag in {"span", "small", "cite", "p", "div"} and bool(_CREDITED.search(node.get("class")))


def without(node: Node, gone: set[Node]) -> Node:
    """The element without some of those inside it."""
    inside = [part if isinstance(part, str) else without(part, gone) for part in node.inside if part not in gone]
    return Node(node.tag, node.space, node.attributes, inside)


def rows_of(node: Node) -> Iterator[Node]:
    for part in node.nodes:
        if part.tag == "tr":
            yield part
        elif part.tag in {"thead", "tbody", "tfoot"}:
            yield from rows_of(part)


def is_data(node: Node, rows: list[list[Node]]) -> bool:
    """Whether a table holds data: columns, short cells, and no text anywhere but in cells and its caption."""
    if max(map(len, rows), default=0) < 2:
        return False
    cells = [cell for row in rows for cell in row]
    if any(part is not node and part.tag in {"table", "blockquote", "figure", "aside", "pre"} for part in node.walk()):
        return False
    held = "".join(cell.text for cell in cells) + "".join(
        part.text for part in node.all("caption", "nitf-table-metadata")
    )
    return sum(map(len, _LETTERS.findall(held))) == sum(map(len, _LETTERS.findall(node.text)))
