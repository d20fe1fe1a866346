"""The lines of a Markdown article as chunks for the recognisers of plain text, and the blocks that only Markdown has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from newsexport.model import Figure, Mark, Preformatted, PullQuote, Subheading
from newsexport.patterns import lazy
from newsexport.reader import _labels
from newsexport.reader._draft import Draft
from newsexport.reader._lines import Chunk, Line, ends_sentence, weight
from newsexport.reader.vendors._markdown_inline import plain

HEADING = lazy(r"(?P<marks>#{1,6})\s+(?P<text>\S.*?)(?:\s+#+)?\Z")
ITEM = lazy(r"(?P<marker>[-*+]|[0-9]{1,4}[.)])\s+(?=\S)")
IMAGE = lazy(
    r"(?:\[)?!\[(?P<alt>[^\[\]]{0,1000}+)\](?:\([^()]{0,2000}+(?:\([^()]{0,300}+\)[^()]{0,300}+)?\)|\[[^\[\]]{0,80}+\])"
    r"(?:\]\([^()]{0,2000}+\))?\Z"
)
DEFINITION = lazy(r"\[(?P<name>[^\[\]]{1,80}+)\]:\s*<?(?P<url>[^\s<>]{1,2000}+)>?(?:\s.{0,300})?\Z")
_RULE = lazy(r"(?:(?:\*\s?){3,80}|(?:-\s?){3,80}|(?:_\s?){3,80})\Z")
_UNDERLINE = lazy(r"(?:={2,200}|-{2,200})\Z")
_FENCE = lazy(r"(?:`{3,}|~{3,})")
_BOLD = lazy(r"(?:\*\*(?P<stars>[^*]{2,200})\*\*|__(?P<lines>[^_]{2,200})__)\Z")
_EMPHASISED = lazy(r"(?:\*(?P<star>[^*]{2,600})\*|_(?P<line>[^_]{2,600})_)\Z")
_SPEAKER = lazy(r"(?:--|[—–―])\s?(?P<who>[^\W\d_].{1,120})\Z")


@dataclass(slots=True)
class Page:
    """The chunks of an article so far, the marks of each by its first line, and what stands between."""

    draft: Draft
    addresses: dict[str, str] = field(default_factory=dict)
    chunks: list[Chunk] = field(default_factory=list)
    marks: dict[int, tuple[str, tuple[Mark, ...]]] = field(default_factory=dict)
    gap: int = 0
    told: bool = False

    def add(self, parts: list[Line], text: str, before: str = "") -> None:
        """Add a chunk that shows `text` without its signs; `before` is a sign that the recognisers need."""
        shown, marks = plain(text, self.addresses)
        self.marks[parts[0].number] = (shown, marks)
        self.chunks.append(Chunk(tuple(parts), before + shown, self.gap))
        self.told = self.told or weight(shown) >= 60


Reader = Callable[[Page, list[Line], int], int]


def read(page: Page, lines: list[Line]) -> None:
    """Fill the page with the lines of one article."""
    for line in lines:
        if found := DEFINITION.match(line.text[:2500]):
            page.addresses[found["name"].casefold().strip()] = found["url"]
    at = 0
    while at < len(lines):
        if not lines[at].text:
            page.gap += lines[at].blank
            if not lines[at].blank:
                _mark(page, [lines[at]], "invisible", "a line of characters that show nothing")
            at += 1
        else:
            at += next(used for reader in READERS if (used := reader(page, lines, at)))
            page.gap = 0


def definition(page: Page, lines: list[Line], at: int) -> int:
    """The address behind a link's name; a comment of HTML."""
    text = lines[at].text
    if DEFINITION.match(text[:2500]):
        return _mark(page, [lines[at]], "link address", "the address that a link's name stands for")
    if text.startswith("<!--") and text.endswith("-->"):
        return _mark(page, [lines[at]], "comment", "a comment that is not shown")
    return 0


def _mark(page: Page, parts: list[Line], role: str, reason: str) -> int:
    chunk = Chunk.of(parts)
    page.draft.mark(role, chunk.lines, chunk.raw, reason)
    return len(parts)


def fence(page: Page, lines: list[Line], at: int) -> int:
    """Text between fences, kept as it is."""
    found = _FENCE.match(lines[at].text)
    if not found:
        return 0
    closing = found.group()
    end = next((index for index in range(at + 1, len(lines)) if lines[index].text.startswith(closing)), None)
    if end is None:
        return 0
    inner = "\n".join(line.raw.rstrip() for line in lines[at + 1 : end])
    return _place_table(page, lines[at : end + 1], inner, "text between fences")


def _place_table(page: Page, parts: list[Line], text: str, reason: str) -> int:
    chunk = Chunk.of(parts)
    if text.strip():
        page.draft.place(Preformatted(text, chunk.lines, chunk.raw), "table", reason)
    else:
        page.draft.mark("fence", chunk.lines, chunk.raw, "fences around nothing")
    return len(parts)


def table(page: Page, lines: list[Line], at: int) -> int:
    """Rows between bars."""
    end = at
    while end < len(lines) and lines[end].text.startswith("|"):
        end += 1
    if end - at < 2:
        return 0
    text = "\n".join(line.raw.strip() for line in lines[at:end])
    return _place_table(page, lines[at:end], text, "rows between bars")


def heading(page: Page, lines: list[Line], at: int) -> int:
    """A line that opens with number signs."""
    found = HEADING.match(lines[at].text[:500]) if len(lines[at].text) <= 500 else None
    if not found:
        return 0
    page.add([lines[at]], found["text"], f"{found['marks']} ")
    return 1


def underlined(page: Page, lines: list[Line], at: int) -> int:
    """A heading that the line below it underlines."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    if not below or not _UNDERLINE.match(below.text) or len(lines[at].text) > 300 or _labels.label(lines[at].text):
        return 0
    chunk = Chunk.of(lines[at : at + 2])
    text, marks = plain(lines[at].text, page.addresses)
    if not page.draft.has("headline") and not page.told:
        page.draft.take("headline", text, chunk, "a line above that is underlined")
    else:
        page.draft.place(Subheading(text, marks, chunk.lines, chunk.raw), "subheading", "an underlined line")
    return 2


def rule(page: Page, lines: list[Line], at: int) -> int:
    """A line drawn of signs: the recognisers of plain text know it."""
    if not _RULE.match(lines[at].text):
        return 0
    page.chunks.append(Chunk.of([lines[at]], page.gap))
    return 1


def image(page: Page, lines: list[Line], at: int) -> int:
    """A picture on a line of its own: its words for those who cannot see it, or the slanted line below it."""
    found = IMAGE.match(lines[at].text[:4000])
    if not found:
        return 0
    below = _EMPHASISED.match(lines[at + 1].text) if at + 1 < len(lines) else None
    parts = lines[at : at + (2 if below else 1)]
    caption, marks = plain((below["star"] or below["line"]) if below else found["alt"].strip(), page.addresses)
    chunk = Chunk.of(parts)
    if caption:
        figure = Figure(caption, None, marks, chunk.lines, chunk.raw)
        page.draft.place(figure, "caption", "a picture of which the text has the words")
    else:
        page.draft.mark("picture", chunk.lines, chunk.raw, "a picture without words")
    return len(parts)


def quotation(page: Page, lines: list[Line], at: int) -> int:
    """Lines that open with ">": a quotation set apart, its speaker's line perhaps the last."""
    end = at
    while end < len(lines) and lines[end].text.startswith(">"):
        end += 1
    if end == at:
        return 0
    group: list[Line] = []
    for line in lines[at:end]:
        group.append(line)
        if not line.text.lstrip("> "):
            _quoted(page, group)
            group = []
    _quoted(page, group)
    return end - at


def _quoted(page: Page, parts: list[Line]) -> None:
    if not parts:
        return
    chunk = Chunk.of(parts)
    shown = [text for part in parts if (text := part.text.lstrip("> "))]
    if not shown:
        page.draft.mark("quotation mark", chunk.lines, chunk.raw, "a sign of quotation before nothing")
        return
    speaker = _SPEAKER.match(shown[-1][:200]) if len(shown) > 1 else None
    text, marks = plain(" ".join(shown[:-1] if speaker else shown), page.addresses)
    who = plain(speaker["who"], page.addresses)[0] if speaker else None
    page.draft.place(PullQuote(text, who, marks, chunk.lines, chunk.raw), "pull quote", "lines marked as a quotation")


def item(page: Page, lines: list[Line], at: int) -> int:
    """An item of a list with the lines that go on with it."""
    found = ITEM.match(lines[at].text[:20])
    if not found:
        return 0
    end = _goes_on(lines, at)
    rest = " ".join([lines[at].text[found.end() :], *(line.text for line in lines[at + 1 : end])])
    page.add(lines[at:end], rest, f"{found['marker']} ")
    return end - at


def crosshead(page: Page, lines: list[Line], at: int) -> int:
    """A short line all in bold between paragraphs."""
    text = lines[at].text
    found = _BOLD.match(text) if len(text) <= 110 and page.told else None
    alone = (at + 1 == len(lines) or lines[at + 1].blank) and (at == 0 or lines[at - 1].blank)
    if not found or not alone or ends_sentence(text.strip("*_ ")) or _labels.label(text):
        return 0
    shown, marks = plain(found["stars"] or found["lines"], page.addresses)
    number = lines[at].number
    page.draft.place(Subheading(shown, marks, (number, number), lines[at].raw), "subheading", "a short line in bold")
    return 1


def paragraph(page: Page, lines: list[Line], at: int) -> int:
    """Anything else, up to a blank line, a line of another kind, or a line end that the writer forces."""
    end = _goes_on(lines, at)
    page.add(lines[at:end], " ".join(line.text for line in lines[at:end]).removesuffix("\\"))
    return end - at


def _goes_on(lines: list[Line], at: int) -> int:
    """Where the paragraph or item that begins here ends."""
    end = at + 1
    while end < len(lines) and lines[end].text and not _opens(lines[end]):
        before = lines[end - 1]
        if (
            before.raw.endswith(("  ", "\\"))
            or _labels.label(lines[end].text[:200])
            or _labels.label(before.text[:200])
        ):
            break
        end += 1
    return end


def _opens(line: Line) -> bool:
    text = line.text
    return bool(
        text[0] in "#>|"
        or ITEM.match(text[:20])
        or _RULE.match(text)
        or _FENCE.match(text)
        or IMAGE.match(text[:4000])
        or DEFINITION.match(text[:2500])
    )


READERS: tuple[Reader, ...] = (
    definition, fence, table, heading, underlined, rule, image, quotation, item, crosshead, paragraph,
)  # fmt: skip
