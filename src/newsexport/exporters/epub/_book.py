"""The chapters as a book: a package that EbookLib has made, with the book's own words in it."""

from __future__ import annotations

from collections.abc import Sequence

from newsexport.exporters._places import grouped
from newsexport.exporters._xml import escape, legal, line
from newsexport.exporters._zip import pack
from newsexport.exporters.epub import _metadata as metadata
from newsexport.exporters.epub._chapter import Chapter
from newsexport.exporters.epub._language import tag
from newsexport.exporters.epub._package import Leaf, Plan, package
from newsexport.imprint import authors, identifier, modified, w3c
from newsexport.imprint import language as main
from newsexport.model import Edition
from newsexport.wording import words

_FOLDER = "EPUB/"  # EbookLib's


def book(
    edition: Edition,
    chapters: Sequence[Chapter],
    css: str,
    fonts: Sequence[tuple[str, bytes]],
    cover: tuple[str, str] | None,
) -> bytes:
    """The EPUB 3 of these chapters; `fonts` are embedded files by name, `cover` is its page and its picture, as XHTML and SVG."""
    plan, said = _planned(edition, chapters, tuple(name for name, _ in fonts), cover=cover is not None)
    own = {"house.css": css.encode("utf-8"), **dict(fonts), **{one.name: one.markup for one in chapters}}
    if cover:
        own |= {"cover.xhtml": cover[0].encode("utf-8"), "cover.svg": cover[1].encode("utf-8")}
    quoted = [escape(legal(text)).encode("utf-8") for text in said]
    told = [*(text.replace(b"&quot;", b'"') for text in quoted), *reversed(quoted)]
    parts = [("mimetype", b"application/epub+zip")]
    for name, made in package(plan):
        content = own.get(name.removeprefix(_FOLDER))
        spoken = b"".join(part if isinstance(part, bytes) else told[part] for part in made)
        parts.append((name, spoken if content is None else content))
    return pack(parts, stored=("mimetype",))


def _planned(
    edition: Edition, chapters: Sequence[Chapter], fonts: tuple[str, ...], *, cover: bool
) -> tuple[Plan, list[str]]:
    """What a book is made of, and its words in the order of its plan."""
    language = main(edition) or "und"
    others = dict.fromkeys(tag(article.language) for article in edition.articles)
    names, facts = authors(edition), list(metadata.dublin_core(edition))
    sections = [(bool(title), numbers) for title, numbers in grouped(edition)]
    plan = Plan(
        language,
        tuple(other for other in others if other not in {language, "und"}),
        len(names),
        tuple(name for name, _ in facts),
        tuple(metadata.accessibility(edition, cover=cover)),
        fonts,
        cover,
        tuple(Leaf(one.name, one.language, len(one.headings)) for one in chapters),
        tuple(sections),
    )
    said = [
        identifier(edition, (text for chapter in chapters for text in chapter.words)),
        line(edition.title) or words(language).untitled,
        w3c(modified(edition)),
        *names,
        *(value for _, value in facts),
    ]
    for chapter in chapters:
        said += [chapter.title, *(text for heading in chapter.headings for text in heading)]
    said += [chapters[numbers[0]].section for titled, numbers in sections if titled]
    return plan, said
