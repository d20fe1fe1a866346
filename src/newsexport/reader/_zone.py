"""The lines above a story, and what their recognisers share: what is a paragraph, dates with what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from newsexport.model import Dateline, Moment
from newsexport.patterns import lazy
from newsexport.reader import _datelines
from newsexport.reader._dates import FoundDate, find_date, is_date_line
from newsexport.reader._draft import Draft
from newsexport.reader._lines import Chunk, ends_sentence, is_capitals, weight
from newsexport.reader._words import BY_WORDS

_UPDATED = lazy(
    r"\b(?:updated?|modified|aktualisiert|mis(?:e)? à jour|modifié|modifica(?:to)?|actualizado|actualizat|aggiornato|atualizado|bijgewerkt|"
    r"uppdaterad|oppdatert|opdateret|päivitetty|aktualizacja|zaktualizowano|aktualizováno|frissítve|ενημερώθηκε|обновлено|оновлено|"
    r"güncelle\w*|diperbarui|cập nhật|עודכן|تحديث|به‌روزرسانی|अपडेट|আপডেট)\b|更新|수정",
    re.IGNORECASE,
)
SEPARATORS = " -–—|·,:"
STROKES = SEPARATORS + "/／()"
_DASHES = (" – ", " — ", " - ")
FIELDS = frozenset({"byline", "date", "composite", "label", "placed", "signed", "stacked", "stamped"})
DATED = frozenset({"date", "composite", "placed", "stacked", "stamped"})
_BRACKET = lazy(r"[(（][^()（）]*\d[^()（）]*[)）]")


class Zone:
    """The chunks above the body, which of them no recogniser took, and the draft they go into."""

    __slots__ = ("chunks", "draft", "plain", "taken")

    def __init__(self, chunks: Sequence[Chunk], draft: Draft) -> None:
        self.chunks, self.draft = chunks, draft
        self.plain: list[int] = []
        self.taken: dict[int, str] = {}

    def text(self, at: int) -> str:
        """The text of a chunk, empty outside the zone."""
        return self.chunks[at].text if 0 <= at < len(self.chunks) else ""


Recogniser = Callable[[Zone, int], int]


def is_of(text: str) -> bool:
    """Whether a text is nothing but a word for authorship, perhaps with a colon: the names stand below."""
    return len(text) <= 40 and text.removesuffix(":").rstrip().casefold() in BY_WORDS


def has_bar(text: str) -> bool:
    """Whether a sign parts the text: a bar, a point in the middle, a dash by itself."""
    return "|" in text or "·" in text or "•" in text or any(map(text.__contains__, _DASHES))


def says_updated(text: str) -> bool:
    """Whether a word for an update is in the text before a date."""
    return any(map(str.isalpha, text)) and bool(_UPDATED.search(text))


def take_date(draft: Draft, found: FoundDate, chunk: Chunk, reason: str, confidence: float = 0.95) -> None:
    """Set `published`, or `updated` where the line says so or the first is known."""
    updated = says_updated(chunk.text[: found.start]) and not draft.has("updated")
    role = "updated" if updated or draft.has("published") else "published"
    draft.warnings.extend(found.warnings)
    if draft.has(role):
        draft.mark("date", chunk.lines, chunk.raw, f"{reason}; the date is known already", 0.8)
        return
    draft.take(role, Moment(found.raw, found.value), chunk, reason, confidence)


def place_and_date(text: str) -> tuple[Dateline | None, FoundDate, FoundDate | None] | None:
    """Place, date and second date of a line that has nothing else of weight; None for other lines."""
    found = find_date(text) if len(text) <= 110 and not ends_sentence(text) else None
    if not found:
        return None
    before, after = text[: found.start].rstrip(), text[found.end :].strip(" -–—|·,:")
    if says_updated(before):
        return None
    place = _datelines.alone(before.rstrip(SEPARATORS)) if before.endswith(tuple(SEPARATORS)) else None
    before = before.strip(SEPARATORS)
    later = is_date_line(after) if after else None
    if (before and not place) or (after and not later and len(after) > 12):
        return None
    return place, found, later or find_date(after)


def stamp(text: str) -> FoundDate | None:
    """The date and time that a line of few words opens or ends with: `Newsroom, Vale Updated 21 Apr 2024, 10:30`."""
    found = find_date(text) if len(text) <= 110 and not ends_sentence(text) else None
    if not found or "T" not in (found.value or ""):
        return None
    rest = [text[: found.start].strip(STROKES), _BRACKET.sub("", text[found.end :]).strip(STROKES)]
    rest[1] = "" if rest[1] and is_date_line(rest[1]) else rest[1]
    return None if all(rest) or weight("".join(rest)) > 60 else found


def later(draft: Draft, text: str) -> None:
    """Set `updated` from what stands behind the first date of a line, where a word says so."""
    word = _UPDATED.search(text) if text and not draft.has("updated") else None
    found = find_date(text[word.end() :]) if word else None
    if found:
        draft.fields["updated"] = Moment(found.raw, found.value)


def is_prose(text: str) -> bool:
    """Whether a chunk is a paragraph of the story and no headline: it has a dateline, sentences, or great length."""
    size = weight(text)
    if size >= 260 or (size >= 50 and _dated(text)):
        return True
    if not ends_sentence(text):
        return False
    quoted = text[-1] in "?!？！\"'”’»" or (text[-1] == ")" and size < 120)
    return size >= (170 if quoted else 100)


def _dated(text: str) -> bool:
    found = _datelines.leading(text)
    return found is not None and found.confidence > 0.7 and not is_capitals(text)
