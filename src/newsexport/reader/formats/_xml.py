"""XML bytes as a tree: no entity expanded, no address opened, no document type loaded (security.md F11)."""

from __future__ import annotations

from html.entities import html5
from typing import Any

from newsexport.errors import SourceError
from newsexport.reader.formats._tree import DEEPEST, Node, tags

# HTML in capitals, as it was written before XHTML.
_CAPITALS = tags("P BR B I A UL OL LI PRE TABLE TR TD TH H1 H2 H3 H4 EM STRONG BLOCKQUOTE")
_HINT = "ask for the file anew, or save its text as plain text (.txt)"


def tree_of(data: bytes, *, name: str | None) -> tuple[Node, str]:
    """The root element and the encoding; SourceError for XML that is not well formed, declares entities or is too deep."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True, strip_cdata=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or None
        message = " ".join(str(error.msg).split()).partition(", line ")[0]
        if "amplification" in message:
            raise _declares(name) from None
        raise SourceError(f"not well-formed XML: {message}", path=name, line=line, hint=_HINT) from None
    except ValueError as error:
        raise SourceError(f"not readable as XML: {error}", path=name, hint=_HINT) from None
    info: Any = root.getroottree().docinfo
    if info.internalDTD is not None and any(True for _ in info.internalDTD.iterentities()):
        raise _declares(name)
    return _copied(root, name), (info.encoding or "utf-8").lower()


def _declares(name: str | None) -> SourceError:
    message = "this XML declares entities of its own, which newsexport does not expand"
    return SourceError(message, path=name, hint="send the text without a DOCTYPE")


def _copied(root: Any, name: str | None) -> Node:
    """The same tree as Nodes, without recursion."""
    top = _node(root)
    waiting = [(root, top, 1)]
    while waiting:
        element, node, depth = waiting.pop()
        if depth > DEEPEST:
            message = f"elements are nested deeper than {DEEPEST} levels"
            raise SourceError(message, path=name, line=element.sourceline, hint=_HINT)
        if element.text:
            node.inside.append(element.text)
        for child in element:
            if isinstance(child.tag, str):
                made = _node(child)
                node.inside.append(made)
                waiting.append((child, made, depth + 1))
            else:
                # An entity of a document type that was not loaded; HTML's names are known, another stays as written.
                node.inside.append(html5.get(f"{child.name};", f"&{child.name};"))
            if child.tail:
                node.inside.append(child.tail)
    return top


def _node(element: Any) -> Node:
    space, _, tag = element.tag.rpartition("}")
    tag = tag.lower() if tag in _CAPITALS else tag
    attributes = {key.rpartition("}")[2]: value for key, value in element.attrib.items()}
    return Node(tag, space.removeprefix("{"), attributes)
