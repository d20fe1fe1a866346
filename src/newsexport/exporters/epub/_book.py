"""The chapters as a book: EbookLib writes the package document, the navigation and the NCX."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ebooklib import epub

from newsexport.exporters._places import grouped
from newsexport.exporters._xml import line
from newsexport.exporters._zip import pack
from newsexport.exporters.epub import _metadata as metadata
from newsexport.exporters.epub._chapter import Chapter
from newsexport.exporters.epub._language import attributes, direction, tag
from newsexport.imprint import authors, identifier, modified
from newsexport.imprint import language as main
from newsexport.model import Edition
from newsexport.wording import words

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LEADING_NOWHERE = re.compile(rb'<content src=""/>(.*?<content src="([^"#]+))', re.DOTALL)
_NCX = '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="{language}" dir="{direction}"/>'


def book(
    edition: Edition,
    chapters: Sequence[Chapter],
    css: str,
    fonts: Sequence[tuple[str, bytes]],
    cover: tuple[str, str] | None,
) -> bytes:
    """The EPUB 3 of these chapters; `fonts` are embedded files by name, `cover` is its page and its picture, as XHTML and SVG."""
    made = _described(edition, chapters, cover=cover is not None)
    language = made.language
    contents = words(language).contents
    nav = epub.EpubNav(title=contents, direction=direction(language))
    nav.add_link(href="house.css", rel="stylesheet", type="text/css")
    pages = [_item(f"c{n}", chapter.name, chapter.markup) for n, chapter in enumerate(chapters, 1)]
    front = _cover(made, cover) if cover else []
    for item in (
        epub.EpubNcx(),
        nav,
        epub.EpubItem("css", "house.css", "text/css", css.encode("utf-8")),
        *(epub.EpubItem(f"f{n}", name, "font/ttf", font) for n, (name, font) in enumerate(fonts, 1)),
        *front,
        *pages,
    ):
        made.add_item(item)
    made.toc = list(_entries(edition, chapters))
    made.spine = [*front[-1:], *[nav] * (len(pages) > 1), *pages]
    made.guide = _landmarks(made, front[-1:], [nav] * (len(pages) > 1), pages[0])
    options = {
        "epub3_pages": False,
        "package_direction": True,
        "landmark_title": contents,
        "mtime": modified(edition),
    }
    return _Writer(made, options, {chapter.name: chapter.language for chapter in chapters}).packed()


def _landmarks(
    made: epub.EpubBook, cover: list[epub.EpubItem], nav: list[epub.EpubNav], first: epub.EpubItem
) -> list[dict[str, str]]:
    # Only pages of the spine may be landmarks (EPUB 3.3, 7.4.3).
    marks = [("cover", page, made.title) for page in cover] + [("toc", page, page.title) for page in nav]
    marks.append(("text", first, made.title))
    return [{"type": kind, "href": page.file_name, "title": title} for kind, page, title in marks]


def _described(edition: Edition, chapters: Sequence[Chapter], *, cover: bool) -> epub.EpubBook:
    made = epub.EpubBook()
    language = main(edition) or "und"
    made.set_identifier(identifier(edition, (text for chapter in chapters for text in chapter.words)))
    made.set_title(line(edition.title) or words(language).untitled)
    made.set_language(language)
    for other in dict.fromkeys(tag(article.language) for article in edition.articles):
        if other not in {language, "und"}:
            made.add_metadata("DC", "language", other)
    made.set_direction(direction(language))
    made.set_unique_metadata("OPF", "generator", "", {"name": "generator", "content": "newsexport"})
    for n, name in enumerate(authors(edition), 1):
        made.add_author(name, role="aut", uid=f"creator{n}")
    for name, value in metadata.dublin_core(edition):
        made.add_metadata("DC", name, value)
    for name, value in metadata.accessibility(edition, cover=cover):
        # Ours to say, and said in English whatever the language of the book.
        more = {_XML_LANG: "en", "dir": "ltr"} if name == "accessibilitySummary" else {}
        made.add_metadata(None, "meta", value, {"property": f"schema:{name}", **more})
    made.set_template("ncx", _NCX.format(language=language, direction=direction(language)))
    return made


def _cover(made: epub.EpubBook, cover: tuple[str, str]) -> list[epub.EpubItem]:
    made.add_metadata(None, "meta", "", {"name": "cover", "content": "cover-image"})
    picture = epub.EpubCover("cover-image", "cover.svg")
    picture.media_type, picture.content = "image/svg+xml", cover[1].encode("utf-8")
    return [picture, _item("cover", "cover.xhtml", cover[0].encode("utf-8"))]


def _item(uid: str, name: str, markup: bytes) -> epub.EpubItem:
    return epub.EpubItem(uid, name, "application/xhtml+xml", markup)


def _entries(edition: Edition, chapters: Sequence[Chapter]) -> Iterator[Any]:
    """The entries of the contents, those of a section below its title."""
    for title, numbers in grouped(edition):
        first = chapters[numbers[0]]
        inner = [_entry(chapters[at], at + 1) for at in numbers]
        if title:
            yield epub.Section(first.section), inner  # no link: it would lead to where its first article begins
        else:
            yield from inner


def _entry(chapter: Chapter, n: int) -> Any:
    link = epub.Link(chapter.name, chapter.title, f"n{n}")
    if not chapter.headings:
        return link
    inner = [epub.Link(f"{chapter.name}#{anchor}", text, f"n{n}{anchor}") for anchor, text in chapter.headings]
    return epub.Section(chapter.title, chapter.name), inner


class _Writer(epub.EpubWriter):  # type: ignore[misc]  # EbookLib has no types
    """EbookLib's own writer, whose parts go into a reproducible archive instead of a file."""

    def __init__(self, made: epub.EpubBook, options: dict[str, Any], languages: dict[str, str]) -> None:
        super().__init__("", made, options)
        self.languages = languages

    def packed(self) -> bytes:
        """The finished EPUB: the same bytes for the same book."""
        self.out = _Parts()
        self._write_container()
        self._write_opf()
        self._write_items()
        return pack([("mimetype", b"application/epub+zip"), *self.out.members], stored=("mimetype",))

    def _get_nav(self, item: epub.EpubNav) -> bytes:
        nav: bytes = super()._get_nav(item)
        if set(self.languages.values()) == {self.book.language}:
            return nav
        # Only our own links look like this: in a label, "<" is escaped.
        return re.sub(rb'<a href="(c[0-9]+\.xhtml)[^"]*"', self._in_its_language, nav)

    def _get_ncx(self) -> bytes:
        # A section leads to its first article, also where that has entries of its own, which EbookLib does not look into.
        ncx: bytes = super()._get_ncx()
        return _LEADING_NOWHERE.sub(rb'<content src="\2"/>\1', ncx)

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
