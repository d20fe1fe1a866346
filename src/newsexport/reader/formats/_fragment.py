"""HTML as a tree, in one linear pass that drops no text: stray ends, open elements and broken tags are common in feeds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from newsexport.patterns import lazy
from newsexport.reader.formats._tree import DEEPEST, Node, tags

VOID = tags("area base br col embed hr img input link meta param source track wbr")
RAW = frozenset(("script", "style", "template", "noscript", "textarea", "title", "xmp"))
_MARKUP = lazy(r"<p>|<br ?/?>|</?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\s[^<>]{0,2000})?/?>", re.IGNORECASE)
_TAG = lazy(r"<(?P<end>/?)(?P<tag>[a-zA-Z][\w:.-]*+)(?P<rest>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
_ATTRIBUTE = lazy(r"([^\s=/\"'>]++)\s*+(?:=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?+")
_BLANK_LINE = lazy(r"\r?\n[ \t]{0,40}\r?\n")
_CLOSED_BY = {
    "p": tags("p div ul ol dl table blockquote pre h1 h2 h3 h4 h5 h6 hr section article figure li dt dd tr td th"),
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "td": frozenset(("td", "th", "tr")),
    "th": frozenset(("td", "th", "tr")),
    "tr": frozenset(("tr",)),
    "option": frozenset(("option",)),
}  # fmt: skip
_REFERENCE = lazy(r"&(?:#[0-9]{2,6}|#x[0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});")
_SCOPES = frozenset(("table", "ul", "ol", "dl", "blockquote", "div", "figure", "section", "article"))


def looks_marked_up(text: str) -> bool:
    """Whether a text holds HTML tags or references rather than words alone."""
    return bool(_MARKUP.search(text)) or bool(_REFERENCE.search(text))


def loose(text: str) -> Node:
    """The tree of a fragment in which blank lines may part paragraphs, as editors of weblogs store it."""
    if "<p" not in text[:100_000].lower() and "<br" not in text[:100_000].lower():
        text = _BLANK_LINE.sub("\n<p>", text)
    return fragment(text)


def fragment(text: str) -> Node:
    """The tree of an HTML fragment or page under a root element "html-root"; the time is linear in the text."""
    top = Node("html-root")
    stack = [top]
    for token in _tokens(text):
        if isinstance(token, str):
            stack[-1].inside.append(token)
        elif isinstance(token, Node):
            _begin(stack, token)
        else:
            _end(stack, token[0])
    return top


def _begin(stack: list[Node], node: Node) -> None:
    while len(stack) > 1 and node.tag in _CLOSED_BY.get(stack[-1].tag, frozenset()):
        stack.pop()
    stack[-1].inside.append(node)
    # Below the deepest level an element's text goes to its parent: nothing is lost but the nesting.
    if node.tag not in VOID and node.tag not in RAW and len(stack) < DEEPEST:
        stack.append(node)


def _end(stack: list[Node], tag: str) -> None:
    for at in range(len(stack) - 1, 0, -1):
        if stack[at].tag == tag:
            del stack[at:]
            return
        if stack[at].tag in _SCOPES and tag not in _SCOPES:
            return


def _tokens(text: str) -> Iterator[str | Node | tuple[str]]:
    """Strings, begun elements (those of raw text with it inside), and ended ones as a tuple of the name."""
    at, size = 0, len(text)
    unclosed: set[str] = set()
    while at < size:
        start = text.find("<", at)
        if start < 0:
            yield unescape(text[at:])
            return
        if start > at:
            yield unescape(text[at:start])
        at, token = _markup(text, start, unclosed)
        if token is not None:
            yield token


def _markup(text: str, start: int, unclosed: set[str]) -> tuple[int, str | Node | tuple[str] | None]:
    """Where the markup at `start` ends, and what it is; `unclosed` remembers what is nowhere closed ahead."""
    for begin, end in (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", ">")):
        if text.startswith(begin, start) and end not in unclosed:
            stop = text.find(end, start + len(begin))
            if stop >= 0:
                inner = text[start + len(begin) : stop]
                return stop + len(end), inner if begin == "<![CDATA[" else None
            unclosed.add(end)
    found = _TAG.match(text, start)
    if not found:
        return start + 1, "<"
    tag = found["tag"].lower().rpartition(":")[2]
    if found["end"]:
        return found.end(), (tag,)
    node = Node(tag, attributes=_attributes(found["rest"]))
    return _raw(text, found.end(), node, unclosed) if tag in RAW else (found.end(), node)


def _raw(text: str, at: int, node: Node, unclosed: set[str]) -> tuple[int, Node]:
    """An element whose content is text up to its own end tag."""
    if node.tag in unclosed:
        return at, node
    stop = re.compile(rf"</{node.tag}\s*>", re.IGNORECASE).search(text, at)
    if not stop:
        unclosed.add(node.tag)
        return at, node
    inner = text[at : stop.start()]
    node.inside.append(unescape(inner) if node.tag in {"textarea", "title"} else inner)
    return stop.end(), node


def _attributes(rest: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(rest):
        found.setdefault(name.lower().rpartition(":")[2], unescape(next((value for value in values if value), "")))
    return found
