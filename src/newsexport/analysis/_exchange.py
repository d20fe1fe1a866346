"""Questions and answers that labels mark and no quotation marks (`Q: Will you go?`, `A: No.`)."""

from __future__ import annotations

from collections.abc import Iterator

from newsexport.analysis._facts import Quotation
from newsexport.analysis._quotations import ASKS
from newsexport.model import Article, Paragraph
from newsexport.patterns import lazy
from newsexport.records import NamedTuple

_ANSWERS = frozenset(
    "A Answer Antwort Réponse R Respuesta Risposta Resposta О Ответ Απάντηση Cevap ج جواب תשובה 答 답변 답".split()
)
_LONGEST = 14  # characters of a label with its sign
_MARKED = lazy('["“”„«»「」『』]')


class _Label(NamedTuple):
    """What a label says that comes, and where that begins."""

    asks: bool
    end: int


def _label(head: str) -> _Label | None:
    for sign in ".:：":
        name, _, rest = head.partition(sign)
        if rest and not rest.isspace():
            name = name[:-1] if name[-1:].isspace() else name
            if name in ASKS or name in _ANSWERS:
                return _Label(name in ASKS, len(head) - len(rest.lstrip()))
    return None


def found(article: Article) -> Iterator[Quotation]:
    """Each question and each answer of an article in which an answer follows a question; paragraphs with marks excepted.

    What goes on in the next paragraph has no label and is left alone. Nobody is named, so nobody is the speaker.
    """
    turns = [(number, block.text, label) for number, block in enumerate(article.blocks)
             if isinstance(block, Paragraph) and (label := _label(block.text[:_LONGEST + 1]))]  # fmt: skip
    asked = {number for number, _, label in turns if label.asks}
    if not any(number - 1 in asked and not label.asks for number, _, label in turns):
        return
    for number, text, label in turns:
        if not _MARKED.search(text):
            yield Quotation(
                text=text[label.end :].rstrip(),
                kind="dialogue",
                closed=True,
                style="",
                rule="a question and its answer",
                confidence=0.85,
                segments=((number, label.end, len(text.rstrip())),),
            )
