"""`--name "{date}-{slug}"`: what an output is called, from its source and from its article's own fields."""

from __future__ import annotations

import re
from collections.abc import Callable

from newsexport.batch._names import portable, safe_name
from newsexport.errors import OptionError
from newsexport.model import Article, title_of
from newsexport.records import Record

_FIELD = re.compile(r"\{([^{}]*)\}")
_UNDATED = "undated"


def _published(article: Article) -> str:
    value = article.published.value if article.published else None
    return (value or "")[:10]


def _part(start: int, end: int) -> Callable[[Article], str]:
    return lambda article: _published(article)[start:end] or _UNDATED


_OF_ARTICLE: dict[str, Callable[[Article], str]] = {
    "date": _part(0, 10),
    "year": _part(0, 4),
    "month": _part(5, 7),
    "day": _part(8, 10),
    "slug": lambda article: safe_name(article.slug or title_of(article)),
    "headline": lambda article: safe_name(title_of(article)),
    "section": lambda article: safe_name(article.section or "none"),
    "outlet": lambda article: safe_name(article.source or "none"),
    "language": lambda article: safe_name(article.language or "und"),
}
_KNOWN = ("stem", "number", "hash", *_OF_ARTICLE)


class Pattern(Record):
    """A checked pattern. Fields are replaced by name and nothing else: never by `str.format`, which reaches anything."""

    text: str
    split: bool = False

    def __post_init__(self) -> None:
        for name in _FIELD.findall(self.text):
            if name not in _KNOWN:
                raise OptionError(f"--name: {{{name}}} is no field", hint="fields: " + ", ".join(_KNOWN))
        bare = _FIELD.sub("x", self.text)
        if not bare or set(bare) & set("{}\\") or bare.startswith("/") or ".." in bare.split("/"):
            raise OptionError(f"--name: {self.text!r} is no name for a file", hint='such as "{date}-{slug}"')

    @property
    def by_article(self) -> bool:
        """Whether each article of a source gets a file of its own: asked for, or named by a field of the article."""
        return self.split or bool(set(_FIELD.findall(self.text)) - {"stem"})

    @property
    def unique(self) -> bool:
        """Whether no two articles of different sources can get one name."""
        return "hash" in _FIELD.findall(self.text)

    def name(self, stem: str, article: Article, number: int, digest: str) -> str:
        """The place of an article's outputs, without ending; `digest` identifies source and article."""
        folder, _, base = stem.rpartition("/")
        fields = {"stem": base, "number": f"{number:03}", "hash": digest[:8]}
        said = _FIELD.sub(lambda found: fields.get(found[1]) or _OF_ARTICLE[found[1]](article), self.text)
        return portable(f"{folder}/{said}")
