"""What stands before the articles of a book: the cover, the contents, the opener of each section."""

from __future__ import annotations

from collections.abc import Iterator

from newsexport.exporters.pdf._tree import Element
from newsexport.exporters.pdf._type import Copy, Typesetter
from newsexport.model import Article, Edition, Reference, Section
from newsexport.records import replace
from newsexport.style import Length, Style, TextStyle
from newsexport.wording import date, tag, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

COVER_DROP = 0.3  # of the page's height lies above the title of a cover
_TITLE = 1.45  # times the headline's size is the title of a cover
_OPENER = 1.5  # times the kicker's size is the title of a section
_FOLIO = 3.2  # times the size is left of an entry for its page


def cover(edition: Edition, style: Style, setter: Typesetter, document: Element) -> Iterator[Copy]:
    """The title and the date of a book."""
    sheet = Element("Sect", document)
    title = _scaled(style.headline, _TITLE)
    title = replace(title, rule="above", rule_width=Length(2.5), rule_colour=style.kicker.colour)
    day = replace(_scaled(style.meta, 1.2), rule="none", align=title.align, before=Length(6))
    texts = [("H1", edition.title or words(setter.language).untitled, title)]
    if edition.date:
        texts.append(("P", date(edition.date.raw, setter.language), day))
    for kind, text, look in texts:
        if copy := setter.copy(text, look, (kind, sheet), display=True):
            copy.wide = True
            yield copy


class Contents:
    """The entries of a book's articles, each in its own language, grouped by section."""

    def __init__(self, edition: Edition, style: Style, setter: Typesetter, document: Element) -> None:
        self.edition, self.style = edition, replace(style, link=style.list.colour)  # an entry is a link from end to end
        self.setter = Typesetter(edition, self.style, setter.language, own=None, system=setter.system)
        self.sheet = Element("Sect", document)
        self.entry = replace(
            style.list, start=Length(0), indent=Length(0), end=Length(_FOLIO * style.list.size), hyphenate=False,
            align="start", after=Length(max(style.list.after, 0.4 * style.list.size)),
        )  # fmt: skip
        self.group = replace(style.kicker, align="start", before=style.body.leading, after=Length(4), rule="none")

    def copies(self) -> Iterator[Copy]:
        """The heading and the entries."""
        ours = words(self.setter.language).contents
        if heading := self.setter.copy(ours, self.style.headline, ("H1", self.sheet), keep=True, outline=0):
            heading.wide = True
            yield heading
        toc = into = Element("TOC", self.sheet)
        starts = beginnings(self.edition)
        for at, article in enumerate(self.edition.articles):
            for section in starts.get(at, ()):
                item = Element("TOCI", toc, about=(at, None))
                yield from self._group(section, article, item)
                into = Element("TOC", item)
            apart = into is not toc and article.kind == "page" and at not in starts
            if apart:
                into = toc
            yield from self._line(at, article, Element("TOCI", into, about=(at, None)), apart=apart)

    def _group(self, section: Section, article: Article, item: Element) -> Iterator[Copy]:
        setter = self._setter(article, item)
        if copy := setter.copy(section.title, self.group, ("P", item), keep=True):
            copy.wide, copy.mirrored = True, self.setter.rtl
            yield copy

    def _line(self, at: int, article: Article, item: Element, *, apart: bool) -> Iterator[Copy]:
        """The entry of an article; `apart` from the section above it where it is of none."""
        text, setter = _title(article), self._setter(article, item)
        look = replace(self.entry, before=self.group.before) if apart else self.entry
        if copy := setter.copy(text, look, ("Reference", item), (Reference(0, len(text), article=at),)):
            copy.wide, copy.folio, copy.mirrored = True, at, self.setter.rtl
            yield copy

    def _setter(self, article: Article, item: Element) -> Typesetter:
        """The typesetter of an entry, of which the item says the language where it is another one."""
        setter = self.setter.like(article.language)
        if setter.language != self.setter.language:
            item.language = setter.language
        return setter


def opener(section: Section, style: Style, setter: Typesetter, sect: Element) -> Iterator[Copy]:
    """The title of a section, above its first article."""
    look = _scaled(style.kicker, _OPENER)
    look = replace(
        look, align="start", rule="above", rule_width=Length(2.5), rule_colour=style.kicker.colour,
        after=Length(1.6 * style.body.leading),
    )  # fmt: skip
    if copy := setter.copy(section.title, look, ("H1", sect), keep=True, outline=0):
        copy.wide = True
        yield copy


def beginnings(edition: Edition) -> dict[int, list[Section]]:
    """The sections that begin at each article."""
    found: dict[int, list[Section]] = {}
    for section in edition.sections:
        if section.first < len(edition.articles) and section.title.strip():
            found.setdefault(section.first, []).append(section)
    return found


def _title(article: Article) -> str:
    return article.headline or article.slug or words(tag(article.language)).untitled


def _scaled(look: TextStyle, times: float) -> TextStyle:
    size = min(look.size * times, 200)
    sizes: dict[str, Any] = {"size": Length(size), "leading": Length(min(look.leading * times, 4 * size))}
    return replace(look, **sizes)
