"""ANPA 1312: a header with selector codes, lines that open with "^" and end with "<" or "=", then the story (AP and others)."""

from __future__ import annotations

from newsexport.model import Article, Moment, Preformatted, Subheading
from newsexport.patterns import lazy
from newsexport.reader import _bylines, _marks
from newsexport.reader._draft import Draft, differing
from newsexport.reader._formats import Source
from newsexport.reader._lines import Chunk, Line, filled
from newsexport.reader._links import links
from newsexport.reader.vendors._export import Export, keep, paragraphs, placed, runs, understood
from newsexport.reader.vendors._wire import Message, check_whole, received, shown_as
from newsexport.records import replace

_SNIFF = lazy("[^\x01\x02\x03]{0,40}\x01[^\x01\x02\x03]{0,400}\x02\\s{0,4}\\^")
_HEADER = lazy(r"(?P<slug>\S.{0,60}?) +(?P<date>[01][0-9]-[0-3][0-9]) +(?P<words>[0-9]{3,5})\Z")
_CODE = lazy(r"\^?\*[0-9]{1,6}< *\^")
_WORDS = lazy(r",\s?[0-9]{1,5}\Z")
_SENT = lazy(
    r"(?P<agency>[A-Z]{2,5})-\w{1,4}-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])-(?P<year>[0-9]{2}) (?P<hour>[0-2][0-9])(?P<minute>[0-5][0-9])GMT"
)
_PICTURES = lazy(r"(?:AP )?(?:Photos?|Graphic|Video|Audio)\b.{0,300}\Z")
_DASH = lazy(r"(?:(?<=\s)|\A)_(?=\s)")
_LETTERS = lazy(r"\A[a-z] [a-z] ?")
_ORGANISATION = lazy(r"(?:The )?(?:[A-Z][\w.&-]+ ){0,4}(?:Press|News|Writer|Reporter|Service|Agency)\Z")


def sniff(text: str) -> bool:
    """Whether SOH opens a header, and STX a text whose first line has the mark "^"."""
    return bool(_SNIFF.match(text[:600]))


def parse(source: Source) -> tuple[Article, ...]:
    """Every message as an article."""
    export, messages = received(source)
    found = []
    for message in messages:
        draft = export.draft()
        _heading(draft, message)
        lines = _marked_lines(draft, message.text)
        placed(draft, understood(draft, _body(draft, _tables(draft, lines), export)))
        _trailer(draft, message)
        check_whole(draft, message)
        found.append(export.article(draft, message.lines, "ANPA 1312 wire"))
    return tuple(found)


def _heading(draft: Draft, message: Message) -> None:
    """The header: its keyword stands for the slug where the text states none."""
    for line in filled(message.heading):
        found = _HEADER.search(line.text[-110:])
        if found:
            draft.fields["slug"] = _LETTERS.sub("", found["slug"])
        keep(draft, [line], "wire header", "number, selector, priority, category, keyword, date, words")


def _marked_lines(draft: Draft, lines: list[Line]) -> list[Line]:
    """The lines below those that the mark "^" opens and a sign ends."""
    for at, line in enumerate(lines):
        marked = line.text.startswith("^") and line.text.endswith(("<", "="))
        if not line.blank and not (marked and _marked(draft, line)):
            return lines[at:]
    return []


def _marked(draft: Draft, line: Line) -> bool:
    """Take a marked line: keyword, headline, byline, notes for the desks; False for a heading inside the story."""
    text = _DASH.sub("—", _CODE.sub("", line.text).strip("^<= "))
    chunk = shown_as(line, text)
    note = _marks.small_print(chunk)
    if not any(entry.role == "slug" for entry in draft.trace):
        draft.take("slug", _WORDS.sub("", text), chunk, "the keyword line of the transmission")
    elif text.lstrip("(").casefold().startswith(("eds:", "editor")) or (note and note.role == "note"):
        draft.note(chunk, "editor", "a note to the editors who receive it")
    elif _PICTURES.match(text):
        draft.note(chunk, "editor", "names the pictures that go with the story")
    elif made := _byline(draft, text):
        draft.take("byline", made, chunk, "a word for authorship in a marked line")
    elif draft.has("byline") and not draft.has("source") and _ORGANISATION.match(text):
        draft.take("source", text, chunk, "stands below the byline")
    elif not draft.has("headline"):
        draft.take("headline", text, chunk, "the first marked line below the keyword")
    elif not draft.has("standfirst") and line.text.endswith("<"):
        draft.take("standfirst", text, chunk, "a marked line below the headline", 0.8)
    else:
        return False
    return True


def _byline(draft: Draft, text: str) -> object:
    return None if draft.has("byline") else _bylines.byline(text)


def _tables(draft: Draft, lines: list[Line]) -> list[Line]:
    """The lines without those whose columns semicolons part; these become tables."""
    taken: set[int] = set()
    for run in runs(lines):
        group: list[Line] = []
        for line in [*run.parts, None]:
            if line is not None and line.text.count(";") >= 3:
                group.append(line)
                continue
            if len(group) > 1:
                _table(draft, group)
                taken.update(id(row) for row in group)
            group = []
    return [line for line in lines if id(line) not in taken]


def _table(draft: Draft, rows: list[Line]) -> None:
    chunk = Chunk.of(rows)
    text = "\n".join(row.raw.rstrip() for row in rows)
    draft.place(
        Preformatted(text, chunk.lines, differing(text, chunk.raw)), "table", "lines with columns that semicolons part", 0.8
    )  # fmt: skip


def _body(draft: Draft, lines: list[Line], export: Export) -> list[Chunk]:
    """The paragraphs of the story; a marked line is always one of its own."""
    chunks: list[Chunk] = []
    plain: list[Line] = []
    for line in lines:
        if not line.text.startswith("^"):
            plain.append(_body_line(line))
            continue
        chunks += paragraphs(draft, plain, export)
        plain = []
        shown = Chunk.of([_body_line(line)])
        if line.text.endswith("=") and any(char.isalpha() for char in shown.text):
            heading = Subheading(shown.text, links(shown.text), shown.lines, shown.raw)
            draft.place(heading, "subheading", "a marked line inside the story")
        else:
            chunks.append(shown)
    return [*chunks, *paragraphs(draft, plain, export)]


def _body_line(line: Line) -> Line:
    """The line without the wire's marks; an underscore between spaces is the dash that the code lacks."""
    text = line.text
    if text.startswith("^"):
        text = text.lstrip("^").rstrip("<= ") or text
    text = text.removesuffix("<").removesuffix("=").rstrip() or text
    return replace(line, text=_DASH.sub("—", text))


def _trailer(draft: Draft, message: Message) -> None:
    """Agency, day (month first) and time of the transmission."""
    for line in filled(message.trailer):
        found = _SENT.match(line.text)
        if found and not draft.has("published"):
            value = f"20{found['year']}-{found['month']}-{found['day']}T{found['hour']}:{found['minute']}Z"
            moment = Moment(line.text.rstrip("< "), value)
            draft.take("published", moment, Chunk.of([line]), "when the transmission was sent", 0.9)
            draft.fields.setdefault("source", found["agency"])
        else:
            keep(draft, [line], "wire trailer", "stands below the transmission")
