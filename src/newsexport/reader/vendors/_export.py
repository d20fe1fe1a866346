"""What every layout needs: the lines of an export, and an article finished with the recognisers of plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from newsexport.model import Article, Figure, Moment, Provenance
from newsexport.reader import _datelines
from newsexport.reader._blocks import blocks
from newsexport.reader._dates import find_date
from newsexport.reader._draft import Draft
from newsexport.reader._formats import Source, cleaned, located
from newsexport.reader._head import head
from newsexport.reader._labels import assign
from newsexport.reader._language import SAMPLE, language_of
from newsexport.reader._lines import Chunk, Line, numbered
from newsexport.reader._links import links
from newsexport.reader._marks import rights
from newsexport.reader._shape import Shape, chunked, shape
from newsexport.reader._tail import tail
from newsexport.records import Record

_FULL = 50  # characters of a labelled line that may go on with the next
_SHAPED = 3_000  # lines that show how an export breaks its lines


class Export(Record):
    """The cleaned lines of a file, how it was read, the language the caller states, and how it breaks lines."""

    lines: list[Line]
    provenance: Provenance
    language: str | None
    form: Shape

    def draft(self) -> Draft:
        """An empty article of this export."""
        return Draft({"language": self.language} if self.language else {})

    def article(self, draft: Draft, lines: Sequence[Line], layout: str) -> Article:
        """The finished article that stands on these lines of the file."""
        if not draft.has("language"):
            draft.fields["language"] = language_of(_sample(draft))
        draft.fields.setdefault("language", None)
        return draft.article(located(self.provenance, lines, layout))


def opened(source: Source) -> Export:
    """The export that a source holds."""
    text, provenance = cleaned(source)
    return exported(numbered(text), provenance, source.language)


def exported(lines: list[Line], provenance: Provenance, language: str | None) -> Export:
    """The export of lines that are cleaned already."""
    return Export(lines, provenance, language, shape(lines[:_SHAPED]))


def plain_ends(text: str) -> str:
    """The beginning of a decoded text, for patterns that know one kind of line end and no byte order mark."""
    return text[:8_000].lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def story(draft: Draft, lines: Sequence[Line], export: Export, *, headed: bool = True) -> None:
    """Fill the draft with the body on these lines; when the record states no head (`headed`), look for one in them."""
    chunks = paragraphs(draft, lines, export)
    if chunks:
        placed(draft, understood(draft, chunks, headed=headed))


def understood(draft: Draft, chunks: list[Chunk], *, headed: bool = True) -> list[Chunk]:
    """The chunks of the body, when its tail and its dateline (or, where the record states none, its head) are taken."""
    if not chunks:
        return []
    body = tail(chunks, draft)
    return dateline(draft, body) if headed else head(body, draft)


def placed(draft: Draft, body: list[Chunk]) -> None:
    """Add the blocks of a body to those that stand already, in the order of their lines."""
    for found in blocks(body):
        draft.place(found.block, found.role, found.reason, found.confidence)
    draft.blocks.sort(key=lambda block: block.lines)


def paragraphs(draft: Draft, lines: Sequence[Line], export: Export) -> list[Chunk]:
    """The paragraphs of lines; a line of nothing but invisible characters is only marked."""
    for line in lines:
        if not line.text and not line.blank:
            draft.mark("invisible", (line.number, line.number), line.raw, "a line of characters that show nothing")
    form = shape(lines)
    if not form.wrapped and export.form.wrapped:
        form = export.form._replace(indented=form.indented)
    return chunked(lines, form)


def dateline(draft: Draft, body: list[Chunk]) -> list[Chunk]:
    """The body without the dateline that its first paragraph opens with."""
    found = _datelines.leading(body[0].text) if body and not draft.has("dateline") else None
    if not found:
        return body
    mark, rest = body[0].split(found.end)
    if not rest:
        return body
    draft.take("dateline", found.dateline, mark, found.reason, found.confidence)
    return [rest, *body[1:]]


def keep(draft: Draft, lines: Iterable[Line], role: str, reason: str) -> None:
    """Account for lines that belong to the export and not to the article: each run of them one mark."""
    for chunk in runs(lines):
        draft.mark(role, chunk.lines, chunk.raw, reason)


def runs(lines: Iterable[Line]) -> list[Chunk]:
    """The stretches of lines between blank ones."""
    found: list[Chunk] = []
    group: list[Line] = []
    gap = 0
    for line in lines:
        if not line.blank:
            group.append(line)
            continue
        if group:
            found.append(Chunk.of(group, gap))
            group, gap = [], 0
        gap += 1
    return [*found, Chunk.of(group, gap)] if group else found


class Entry(Record):
    """Lines that a label opens, the label folded, and the value; the label is empty where there is none."""

    key: str
    value: str
    chunk: Chunk

    @property
    def reason(self) -> str:
        """How we know."""
        return f"the label {self.key!r} of the record"


Keyed = Callable[[str], "tuple[str, str] | None"]


def entries(lines: Iterable[Line], keyed: Keyed) -> list[Entry]:
    """The lines as entries: one begins at each label, behind each blank line, and behind a labelled line that is not full."""
    found: list[Entry] = []
    for run in runs(lines):
        group: list[Line] = []
        for line in run.parts:
            ended = bool(group and keyed(group[0].text[:200]) and len(group[-1].text) < _FULL)
            if group and (ended or keyed(line.text[:200])):
                found.append(_entry(group, keyed))
                group = []
            group.append(line)
        found.append(_entry(group, keyed))
    return found


def _entry(group: list[Line], keyed: Keyed) -> Entry:
    chunk = Chunk.of(group)
    found = keyed(chunk.head)
    if not found:
        return Entry("", chunk.text, chunk)
    key, value = found
    return Entry(key, value + chunk.text[len(chunk.head) :], chunk)


def state(draft: Draft, role: str, entry: Entry) -> None:
    """Give an entry's value to a field of the article."""
    if role == "rights" and draft.has("rights"):
        draft.fields["rights"] += f"\n{entry.value}"
        draft.mark("rights", entry.chunk.lines, entry.chunk.raw, entry.reason)
    elif not assign(draft, role, entry.value, entry.chunk, entry.reason):
        again = draft.has(role)
        draft.mark(
            "metadata", entry.chunk.lines, entry.chunk.raw, f"{entry.reason}; {'the article has another' if again else 'no value for the field'} {role}", 0.7
        )  # fmt: skip


def picture(draft: Draft, entry: Entry) -> None:
    """Add a caption that the record states outside the body."""
    block = Figure(entry.value, None, links(entry.value), entry.chunk.lines, entry.chunk.raw)
    if entry.value:
        draft.place(block, "caption", entry.reason)
    else:
        draft.mark("label", entry.chunk.lines, entry.chunk.raw, entry.reason)


def loaded(draft: Draft, entry: Entry) -> None:
    """Keep the day the archive took the article in; it stands for the day of publication only where no other is stated."""
    found = find_date(entry.value, draft.fields.get("language")) if not draft.has("published") else None
    if found:
        moment = Moment(found.raw, found.value)
        draft.take("published", moment, entry.chunk, f"{entry.reason}; no other date is stated", 0.6)
    else:
        draft.mark("metadata", entry.chunk.lines, entry.chunk.raw, entry.reason)


def is_rights(text: str) -> bool:
    """Whether a line of a record states the copyright, whole or in part."""
    return rights(text) or (len(text) <= 200 and text.casefold().startswith(("copyright", "©")))


def _sample(draft: Draft) -> str:
    """Enough of the article's words to tell its language."""
    words = [getattr(block, "text", "") for block in draft.blocks]
    return "\n".join([*sorted(words, key=len, reverse=True), draft.fields.get("headline") or ""])[:SAMPLE]
