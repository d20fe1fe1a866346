"""The package of a book without its words: EbookLib writes the package document, the navigation and the NCX.

A newsroom's books are alike but for what they say: books of one plan share what EbookLib made once, with stand-ins where
words belong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import count
from types import SimpleNamespace

from newsexport.exporters.epub._ebooklib import epub
from newsexport.exporters.epub._language import attributes, direction
from newsexport.patterns import lazy
from newsexport.records import Record
from newsexport.wording import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeAlias

Template: TypeAlias = tuple[bytes | int, ...]
"""A part of the archive; a number stands for words in a text, -1 minus the number for words in an attribute."""

_BEGINS, _ENDS = "\ue000", "\ue001"  # a stand-in's number: nothing else of a package is of private use
_MOST_KEPT = 9  # chapters: larger books are seldom alike
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOWHERE = b'<content src=""/>'
_LEADING_NOWHERE = lazy(_NOWHERE + rb'(.*?<content src="([^"#]+))', re.DOTALL)
_NCX = '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="{language}" dir="{direction}"/>'


class Leaf(Record):
    """A chapter: the name of its file, its language, how many sub-headings it has."""

    name: str
    language: str
    headings: int


class Plan(Record):
    """What a book is made of.

    Its words are counted in this order: identifier, title, time, authors, facts; of each chapter its title, then anchor
    and label of each sub-heading; the title of each section that has one.
    """

    language: str
    others: tuple[str, ...]  # languages
    authors: int
    facts: tuple[str, ...]  # names of Dublin Core
    access: tuple[tuple[str, str], ...]  # schema.org's properties with their values
    fonts: tuple[str, ...]  # names of files
    cover: bool
    chapters: tuple[Leaf, ...]
    sections: tuple[tuple[bool, range], ...]  # whether it has a title, the numbers of its chapters


def package(plan: Plan) -> tuple[tuple[str, Template], ...]:
    """The parts of the archive by name, in order; those that EbookLib does not write are empty."""
    return (_package_once if len(plan.chapters) <= _MOST_KEPT else _package)(plan)


def _package(plan: Plan) -> tuple[tuple[str, Template], ...]:
    said = map(f"{_BEGINS}{{}}{_ENDS}".format, count())
    made = _described(plan, said)
    time = next(said)
    _credit(made, plan, said)
    contents = words(plan.language).contents
    nav = epub.EpubNav(title=contents, direction=direction(plan.language))
    nav.add_link(href="house.css", rel="stylesheet", type="text/css")
    pages = [_item(f"c{n}", leaf.name) for n, leaf in enumerate(plan.chapters, 1)]
    front = _cover(made) if plan.cover else []
    fonts = [epub.EpubItem(f"f{n}", name, "font/ttf", b"") for n, name in enumerate(plan.fonts, 1)]
    css = epub.EpubItem("css", "house.css", "text/css", b"")
    for item in (epub.EpubNcx(), nav, css, *fonts, *front, *pages):
        made.add_item(item)
    made.toc = list(_entries(plan, said))
    made.spine = [*front[-1:], *[nav] * (len(pages) > 1), *pages]
    made.guide = _landmarks(made, front[-1:], [nav] * (len(pages) > 1), pages[0])
    options = {
        "epub3_pages": False,
        "package_direction": True,
        "landmark_title": contents,
        "mtime": SimpleNamespace(strftime=lambda _: time),
    }
    parts = _Writer(made, options, {leaf.name: leaf.language for leaf in plan.chapters}).parts()
    return tuple((name, _template(content)) for name, content in parts)


_package_once = lru_cache(32)(_package)


def _template(content: bytes) -> Template:
    first, *rest = content.split(_BEGINS.encode())
    made: list[bytes | int] = [first]
    for piece in rest:
        number, _, following = piece.partition(_ENDS.encode())
        made += [-1 - int(number) if first.endswith(b'="') else int(number), following]
        first = following
    return tuple(made)


def _described(plan: Plan, said: Iterator[str]) -> epub.EpubBook:
    made = epub.EpubBook()
    made.set_identifier(next(said))
    made.set_title(next(said))
    made.set_language(plan.language)
    for other in plan.others:
        made.add_metadata("DC", "language", other)
    made.set_direction(direction(plan.language))
    made.set_unique_metadata("OPF", "generator", "", {"name": "generator", "content": "newsexport"})
    made.set_template("ncx", _NCX.format(language=plan.language, direction=direction(plan.language)))
    return made


def _credit(made: epub.EpubBook, plan: Plan, said: Iterator[str]) -> None:
    for n in range(1, plan.authors + 1):
        made.add_author(next(said), role="aut", uid=f"creator{n}")
    for name in plan.facts:
        made.add_metadata("DC", name, next(said))
    for name, value in plan.access:
        # Ours to say, and said in English whatever the language of the book.
        more = {_XML_LANG: "en", "dir": "ltr"} if name == "accessibilitySummary" else {}
        made.add_metadata(None, "meta", value, {"property": f"schema:{name}", **more})


def _cover(made: epub.EpubBook) -> list[epub.EpubItem]:
    made.add_metadata(None, "meta", "", {"name": "cover", "content": "cover-image"})
    picture = epub.EpubCover("cover-image", "cover.svg")
    picture.media_type = "image/svg+xml"
    return [picture, _item("cover", "cover.xhtml")]


def _item(uid: str, name: str) -> epub.EpubItem:
    return epub.EpubItem(uid, name, "application/xhtml+xml", b"")


def _landmarks(
    made: epub.EpubBook, cover: list[epub.EpubItem], nav: list[epub.EpubNav], first: epub.EpubItem
) -> list[dict[str, str]]:
    # Only pages of the spine may be landmarks (EPUB 3.3, 7.4.3).
    marks = [("cover", page, made.title) for page in cover] + [("toc", page, page.title) for page in nav]
    marks.append(("text", first, made.title))
    return [{"type": kind, "href": page.file_name, "title": title} for kind, page, title in marks]


def _entries(plan: Plan, said: Iterator[str]) -> Iterator[Any]:
    """The entries of the contents, those of a section below its title."""
    entries = [_entry(leaf, n, said) for n, leaf in enumerate(plan.chapters, 1)]
    for titled, numbers in plan.sections:
        inner = entries[numbers.start : numbers.stop]
        if titled:
            yield epub.Section(next(said)), inner  # no link: it would lead to where its first article begins
        else:
            yield from inner


def _entry(leaf: Leaf, n: int, said: Iterator[str]) -> Any:
    title = next(said)
    if not leaf.headings:
        return epub.Link(leaf.name, title, f"n{n}")
    places = [(next(said), next(said)) for _ in range(leaf.headings)]
    inner = [epub.Link(f"{leaf.name}#{anchor}", text, f"n{n}{anchor}") for anchor, text in places]
    return epub.Section(title, leaf.name), inner


class _Writer(epub.EpubWriter):  # type: ignore[misc]  # EbookLib has no types
    """EbookLib's own writer, whose parts are kept instead of written into a file."""

    def __init__(self, made: epub.EpubBook, options: dict[str, Any], languages: dict[str, str]) -> None:
        super().__init__("", made, options)
        self.languages = languages

    def parts(self) -> list[tuple[str, bytes]]:
        """What EbookLib writes, by name, in its order."""
        self.out = _Parts()
        self._write_container()
        self._write_opf()
        self._write_items()
        return self.out.members

    def _get_nav(self, item: epub.EpubNav) -> bytes:
        nav: bytes = super()._get_nav(item)
        if set(self.languages.values()) == {self.book.language}:
            return nav
        # Only our own links look like this: in a label, "<" is escaped.
        return re.sub(rb'<a href="(c[0-9]+\.xhtml)[^"]*"', self._in_its_language, nav)

    def _get_ncx(self) -> bytes:
        # A section leads to its first article, also where that has entries of its own, which EbookLib does not look into.
        ncx: bytes = super()._get_ncx()
        return _LEADING_NOWHERE.sub(rb'<content src="\2"/>\1', ncx) if _NOWHERE in ncx else ncx

    def _in_its_language(self, link: re.Match[bytes]) -> bytes:
        language = self.languages[link[1].decode("ascii")]
        return link[0] + (attributes(language) if language != self.book.language else "").encode("ascii")

    def _write_opf_file(self, root: Any) -> None:
        root.set(_XML_LANG, self.book.language)
        super()._write_opf_file(root)


class _Parts:
    """What EbookLib writes, by name, in its order."""

    def __init__(self) -> None:
        self.members: list[tuple[str, bytes]] = []

    def writestr(self, name: str, content: str | bytes) -> None:
        """The one method of `zipfile.ZipFile` that EbookLib calls."""
        self.members.append((name, content.encode("utf-8") if isinstance(content, str) else content))
