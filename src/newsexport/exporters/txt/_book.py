"""An edition as lines: its cover, its contents by section, and its articles behind dividers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsexport.exporter import Edition
from newsexport.exporters._places import grouped, references
from newsexport.exporters.txt._page import Sheet, article_lines, headed, listed, titled
from newsexport.model import Item, title_of
from newsexport.wording import words


def edition_lines(edition: Edition, on: Sheet) -> Iterator[str]:
    """Every line of an edition; several articles stand behind a list of contents."""
    several = len(edition.articles) > 1
    labels = _labels(edition)
    if edition.cover:
        yield from (*_boxed(["", edition.title, _date(edition), ""], on), "", "")
    if several:
        yield from _contents(edition, on)
    for title, numbers in grouped(edition):
        if title:
            yield from ("", "", *_boxed([title], on))
        for number in numbers:
            if several:
                yield from ("", "", _divider(number + 1, on), "")
            yield from article_lines(edition.articles[number], on, labels.get(number, {}))


def _labels(edition: Edition) -> dict[int, dict[int, str]]:
    """The labels by which an article's own references name its blocks ("¶ 3"), by article and block."""
    found: dict[int, dict[int, str]] = {}
    for at, said, (article, block) in references(edition.articles):
        if at == article and block is not None and said.startswith("¶"):
            found.setdefault(at, {}).setdefault(block, said)
    return found


def _boxed(lines: Sequence[str], on: Sheet) -> Iterator[str]:
    """Lines between two rules that are stronger than any in an article."""
    yield on.double * on.width
    for text in lines:
        yield from titled(text, on) if text else [""]
    yield on.double * on.width


def _date(edition: Edition) -> str:
    return edition.date.raw if edition.date else ""


def _contents(edition: Edition, on: Sheet) -> Iterator[str]:
    """The title of an edition, where it has one of its own, and the numbered headlines of its articles by section."""
    first = edition.articles[0]
    ours = words(first.language).contents
    if edition.cover or edition.title == title_of(first):
        yield from headed(ours, (), on.style.headline, on, on.strong, None)
    else:
        yield from headed(edition.title, (), on.style.headline, on, on.strong, None)
        yield from titled(_date(edition), on)
        yield from ("", ours)
    room = len(f"{len(edition.articles)}.")
    for place, (title, numbers) in enumerate(grouped(edition)):
        if place:
            yield ""
        yield from titled(title or "", on, align=False)
        items = [Item(title_of(edition.articles[number])) for number in numbers]
        yield from listed(items, [f"{number + 1}.".rjust(room) for number in numbers], on)


def _divider(number: int, on: Sheet) -> str:
    """The strong rule above an article of several, with its number in the contents."""
    head = f"{on.strong * 2} {number} "
    return head + on.strong * (on.width - len(head))
