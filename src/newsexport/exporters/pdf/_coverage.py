"""Which face shows which characters of an edition: what `newsexport styles --fonts` tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from newsexport.exporters.pdf._copy import clean
from newsexport.exporters.pdf._script import is_ignorable
from newsexport.exporters.pdf._shape import fount
from newsexport.model import Edition
from newsexport.story import said
from newsexport.style import Fonts
from newsexport.wording import tag


def faces(edition: Edition, fonts: Fonts, *, system: bool) -> Iterator[tuple[str, Mapping[str, int]]]:
    """The faces in the order in which they come up, with the number of each character; "" for what no font has."""
    found: dict[str, Counter[str]] = {}
    for article in edition.articles:
        face = fount(
            fonts, "text", bold=False, italic=False, language=tag(article.language), upper=False, system=system
        )  # fmt: skip
        chars = Counter("".join(clean(text)[0] for text in said(article)))
        for char, count in chars.items():
            if not char.isspace() and not is_ignorable(char):
                found.setdefault(face.shown_by(char), Counter())[char] += count
    yield from found.items()
