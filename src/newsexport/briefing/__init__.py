"""Briefings: what an article tells at a glance (`view`), and many articles as one book (`plan`, `book`).

Articles in, articles and editions out; pure, rule-based, quiet where unsure. A glance is made of ordinary headings and
lists with a role of their own, so that every format prints it unchanged.
"""

from __future__ import annotations

from newsexport.model import Article, Block, ListBlock, NoteKind, Reference, Subheading
from newsexport.records import replace
from newsexport.story import View

__all__ = ["view"]

KEPT: frozenset[NoteKind] = frozenset({"correction", "update", "editor", "embargo", "rights"})
"""The notes that a digest keeps: what binds or corrects whoever reads it."""


def view(article: Article, how: View) -> Article:
    """The article in one of its views. A view of a view is the same: an article with a glance keeps it.

    A digest has no body, and then no references to it; of the back matter it keeps address, keywords, rights and the
    notes of `KEPT`. An article that gives no glance, because it is read as fast, is its own digest.
    """
    if article.kind == "page":
        return article
    if how == "article":
        return replace(article, glance=tuple(block for block in article.glance if not _ours(block)))
    if not any(map(_ours, article.glance)):
        from newsexport import analysis
        from newsexport.briefing._glance import glance

        article = replace(article, glance=(*article.glance, *glance(article, analysis.known(article))))
    if how == "briefing" or not any(map(_ours, article.glance)):
        return article
    return replace(
        article,
        glance=tuple(map(_unreferred, article.glance)),
        blocks=(),
        signoff=None,
        notes=tuple(note for note in article.notes if note.kind in KEPT),
        unparsed=(),
    )


def _ours(block: Block) -> bool:
    return isinstance(block, Subheading | ListBlock) and block.role is not None


def _unreferred(block: Block) -> Block:
    """The block without the references to the body, and without the words that stand for them."""
    if not isinstance(block, ListBlock):
        return block
    items = []
    for item in block.items:
        ends = [mark.start for mark in item.marks if isinstance(mark, Reference) and mark.article is None]
        kept = tuple(mark for mark in item.marks if not isinstance(mark, Reference))
        items.append(replace(item, text=item.text[: min(ends)].rstrip(), marks=kept) if ends else item)
    return replace(block, items=tuple(items))
