"""A text cut at its marks: what every format that shows links or emphasis needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsexport.model import Emphasis, Link, Mark, Reference
from newsexport.records import Record


class Run(Record):
    """A stretch of text that looks one way; `start` is its offset in the whole."""

    text: str
    start: int = 0
    link: Link | None = None
    emphasis: bool = False
    strong: bool = False
    reference: Reference | None = None


def runs(text: str, marks: Sequence[Mark]) -> Iterator[Run]:
    """The text in runs, in linear time. Marks may overlap and are cut to the text.

    Of two links or references over one stretch the inner one wins.
    """
    if not marks:
        if text:
            yield Run(text)
        return
    edges: dict[int, list[tuple[int, Mark]]] = {0: [], len(text): []}
    for number, mark in enumerate(sorted(marks, key=lambda mark: mark.start)):
        start, end = max(mark.start, 0), min(mark.end, len(text))
        if start < end:
            edges.setdefault(start, []).append((number, mark))
            edges.setdefault(end, []).append((number, mark))
    links: dict[int, Link | Reference] = {}
    weights: dict[bool, set[int]] = {False: set(), True: set()}
    for at, end in pairwise(sorted(edges)):
        for number, mark in edges[at]:
            if isinstance(mark, Emphasis):
                weights[mark.strong] ^= {number}
            elif links.pop(number, None) is None:
                links[number] = mark
        inner = links[next(reversed(links))] if links else None
        link, reference = (inner, None) if isinstance(inner, Link) else (None, inner)
        yield Run(text[at:end], at, link, bool(weights[False]), bool(weights[True]), reference)
