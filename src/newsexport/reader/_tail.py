"""The tail of an article: end marks, sign-offs, sources, copyright, notes. Read from the bottom up."""

from __future__ import annotations

from collections.abc import Callable

from newsexport.model import Author, Byline, NoteKind
from newsexport.patterns import lazy
from newsexport.reader import _bylines, _labels, _marks
from newsexport.reader._dates import is_date_line
from newsexport.reader._draft import Draft
from newsexport.reader._lines import Chunk, ends_sentence, is_capitals, weight
from newsexport.reader._links import links, safe_url
from newsexport.reader._zone import take_date

DEEPEST = 40
HEAD = frozenset({"headline", "standfirst", "dateline", "kicker"})
SIGNED = frozenset({"byline", "published", "updated"})
_INITIALS = lazy(r"(?:[A-Z]{2,5}|[a-z]{2,4})(?:(?:/[a-z]{2,4}){1,4}|(?:[ -][a-z]{2,4}){1,4})/?\Z|/[a-zæøå]{3,12}/\Z")

# Japanese papers sign the last paragraph.
_CLOSING = lazy("【(?P<names>[\u4e00-\u9fff々]{2,8}(?:、[\u4e00-\u9fff々]{2,8}){0,3})】\\Z")

Recogniser = Callable[[Chunk, Draft], bool]


def tail(chunks: list[Chunk], draft: Draft) -> list[Chunk]:
    """The chunks above the tail, whose small print is taken."""
    return _up(_related(_notes_to_editors(chunks, draft), draft), draft, SURE)


def signature(body: list[Chunk], draft: Draft) -> list[Chunk]:
    """The chunks above a name and a date below the story, looked for when the head states none."""
    body = _up(body, draft, RECOGNISERS)
    end = body[-1].text[-40:] if body and not draft.has("byline") else ""
    if end.endswith("】") and (found := _CLOSING.search(end)):
        names = tuple(Author(name) for name in found["names"].split("、"))
        draft.fields["byline"] = Byline(found.group(), names)
    return body


def _up(chunks: list[Chunk], draft: Draft, recognisers: tuple[Recogniser, ...]) -> list[Chunk]:
    for _ in range(DEEPEST):
        if len(chunks) < 2 or not any(recognise(chunks[-1], draft) for recognise in recognisers):
            break
        chunks = chunks[:-1]
    return chunks


def _notes_to_editors(chunks: list[Chunk], draft: Draft) -> list[Chunk]:
    """The chunks above "Notes to editors", a contact block or an end mark that other text follows."""
    for at in range(max(2, len(chunks) // 2), len(chunks)):
        found = _marks.small_print(chunks[at])
        if found and found.role == "end mark":
            draft.mark("end mark", chunks[at].lines, chunks[at].raw, found.reason, found.confidence)
            return [*chunks[:at], *_kept(chunks[at + 1 :], draft, "other", "stands behind the end mark")]
        if found and found.kind == "contact" and found.role == "note":
            return [*chunks[:at], *_kept(chunks[at:], draft, "contact", found.reason)]
    return chunks


def _kept(chunks: list[Chunk], draft: Draft, kind: NoteKind, reason: str) -> list[Chunk]:
    """Keep what stands below the story as notes, unless a recogniser of the tail knows better."""
    for chunk in chunks:
        if _marks.about(chunk.text):
            kind, reason = "about", "about the sender"
        if not any(recognise(chunk, draft) for recognise in SURE):
            draft.note(chunk, kind, reason, 0.8)
    return []


def _related(chunks: list[Chunk], draft: Draft) -> list[Chunk]:
    """The chunks above a heading such as "Related articles" that nothing but titles follows."""
    heading = None
    for at in range(len(chunks) - 1, max(1, len(chunks) - DEEPEST), -1):
        if _is_story(chunks[at]):
            break
        found = _marks.small_print(chunks[at])
        heading = at if found and found.kind == "promo" and weight(chunks[at].text) <= 60 else heading
    if heading is None:
        return chunks
    return [*chunks[:heading], *_kept(chunks[heading:], draft, "promo", "a title below a heading that sends elsewhere")]


def _is_story(chunk: Chunk) -> bool:
    """Whether a chunk is a sentence, and no line of small print."""
    if weight(chunk.text) > 200:
        return True
    return (
        ends_sentence(chunk.text)
        and weight(chunk.text) > 40
        and not _marks.small_print(chunk)
        and not _marks.rights(chunk.text)
    )


def end_mark(chunk: Chunk, draft: Draft) -> bool:
    """ENDS, -30-, a rule below everything."""
    found = _marks.small_print(chunk)
    if not found or found.role not in {"end mark", "more mark", "rule"}:
        return False
    draft.mark(found.role, chunk.lines, chunk.raw, found.reason, found.confidence)
    return True


def signoff(chunk: Chunk, draft: Draft) -> bool:
    """Who reported and edited; a desk's initials."""
    found = _marks.small_print(chunk)
    initials = len(chunk.text) <= 24 and bool(_INITIALS.match(chunk.text))
    desks = None if initials or found else _bylines.desks(chunk.text)
    if not initials and not desks and (not found or found.role != "signoff"):
        return False
    if desks and desks.authors and not draft.has("byline"):
        draft.fields["byline"] = desks
    below = draft.fields.get("signoff")
    draft.take(
        "signoff",
        f"{chunk.text}\n{below}" if below else chunk.text,
        chunk,
        "initials of a desk, its agencies" if initials or not found else found.reason,
        0.9,
    )
    return True


def rights(chunk: Chunk, draft: Draft) -> bool:
    """The copyright line."""
    if not _marks.rights(chunk.text):
        return False
    if draft.has("rights"):
        draft.fields["rights"] = f"{chunk.text}\n{draft.fields['rights']}"
        draft.mark("rights", chunk.lines, chunk.raw, "states the copyright")
    else:
        draft.take("rights", chunk.text, chunk, "states the copyright")
    return True


def labelled(chunk: Chunk, draft: Draft) -> bool:
    """A label and its value below the story; who wrote it and when is asked of the head first."""
    found = _labels.label(chunk.head) if len(chunk.text) <= 300 else None
    if not found or not found.value or found.role in HEAD | SIGNED:
        return False
    role = "url" if found.role == "source" and found.value.startswith(("http://", "https://")) else found.role
    return _labels.assign(draft, role, found.value, chunk, f"the label {found.key!r}")


def stated(chunk: Chunk, draft: Draft) -> bool:
    """A label for the author or the date below the story."""
    found = _labels.label(chunk.head) if len(chunk.text) <= 300 else None
    if not found or not found.value or found.role not in SIGNED:
        return False
    return _labels.assign(draft, found.role, found.value, chunk, f"the label {found.key!r}")


def source(chunk: Chunk, draft: Draft) -> bool:
    """A source in brackets or behind its word."""
    value = _marks.sourced(chunk.text)
    if not value or draft.has("source"):
        return False
    draft.take("source", value, chunk, "a word for the source before it")
    return True


def address(chunk: Chunk, draft: Draft) -> bool:
    """A line of nothing but a web address."""
    url = safe_url(chunk.text) if " " not in chunk.text and chunk.text.startswith("http") else None
    if not url or draft.has("url"):
        return False
    draft.take("url", url, chunk, "a line of nothing but a web address below the story")
    return True


def small_print(chunk: Chunk, draft: Draft) -> bool:
    """Corrections, promos, notes of the editors."""
    found = _marks.small_print(chunk)
    if not found or found.role != "note":
        return False
    draft.note(chunk, found.kind, found.reason, found.confidence)
    return True


def mail(chunk: Chunk, draft: Draft) -> bool:
    """A line of nothing but a mail address, the reporter's or the desk's."""
    text = chunk.text.strip("()[]<> ")
    if " " in text or "@" not in text[1:] or not links(text):
        return False
    draft.note(chunk, "contact", "a line of nothing but a mail address", 0.9)
    return True


def dated(chunk: Chunk, draft: Draft) -> bool:
    """The date below the story, where none stands above it."""
    found = is_date_line(chunk.text.strip("()[]")) if len(chunk.text) <= 100 and not draft.has("published") else None
    if not found:
        return False
    take_date(draft, found, chunk, "a line of nothing but a date below the story", 0.9)
    return True


def named(chunk: Chunk, draft: Draft) -> bool:
    """The author's name below the story: behind a word for authorship, beside the date, in brackets or behind a dash."""
    if draft.has("byline") or weight(chunk.text) > 80:
        return False
    found = _bylines.byline(chunk.text)
    indented = chunk.parts[0].indent > 1 and not is_capitals(chunk.text)
    marked = chunk.text[0] in "(（—–-[" or indented or _dated_below(draft, chunk)
    if not found and (marked or _alone(chunk)):
        found = _bylines.bare(chunk.text.strip("()（）[]—–- "))
    if not found:
        return False
    draft.take("byline", found, chunk, "nothing but names below the story", 0.7)
    return True


def _alone(chunk: Chunk) -> bool:
    """Whether a line below a white one is two to four words with a capital each and no more, as a signed story ends."""
    return chunk.gap > 0 and weight(chunk.text) <= 30 and not is_capitals(chunk.text) and _bylines.is_person(chunk.text)


def _dated_below(draft: Draft, chunk: Chunk) -> bool:
    last = chunk.lines[1]
    return any(entry.role == "published" and last < entry.lines[0] <= last + 3 for entry in draft.trace)


SURE: tuple[Recogniser, ...] = (end_mark, signoff, rights, labelled, source, address, mail, small_print)
RECOGNISERS: tuple[Recogniser, ...] = (*SURE, stated, dated, named)
