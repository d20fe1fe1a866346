"""Fields that a label names: `By: Ana Lopez`, `**Published:** 2024-04-21`, the value perhaps on the next line."""

from __future__ import annotations

from collections.abc import Callable

from newsexport.model import Dateline, Moment
from newsexport.patterns import lazy
from newsexport.reader import _bylines, _datelines
from newsexport.reader._dates import find_date, is_date_line
from newsexport.reader._draft import Draft
from newsexport.reader._lines import Chunk, ends_sentence
from newsexport.reader._links import safe_url
from newsexport.reader._words import ADMIN, LABELS
from newsexport.records import NamedTuple

LONGEST_KEY = 30
_KEY = lazy(r"(?:\A|[\s|·/／,])(?P<key>[^\s:：|,]{1,16})\s?[:：]\s?(?!//)")


class Label(NamedTuple):
    """A label, the field it names ("admin": none of ours), and the value behind it."""

    key: str
    role: str
    value: str


def label(text: str) -> Label | None:
    """The label a line opens with, if it names something."""
    if text.startswith(("Author, ", "Role, ")):  # as some pages print their boxes
        key, _, value = text.partition(", ")
        return Label(key, "byline" if key == "Author" else "admin", value)
    plain = text.replace("**", "").strip("_ ") if text.startswith(("**", "__")) else text
    for colon in ":：":
        end = plain.find(colon, 0, LONGEST_KEY + 1)
        if end < 0:
            continue
        key, value = plain[:end], plain[end + 1 :]
        folded = key.strip().casefold()
        role = LABELS.get(folded) or ("admin" if folded in ADMIN else None)
        if role:
            return Label(key.strip(), role, value.strip())
    return None


def several(text: str) -> list[Label]:
    """The labels of a line that carries more than one with its value: `来源：海湾日报 作者：赵一鸣`; empty for other lines."""
    if len(text) > 200 or (text.count(":") + text.count("：")) < 2 or ends_sentence(text):
        return []
    keys = [found for found in _KEY.finditer(text) if found["key"].casefold() in LABELS]
    if not keys or keys[0].start():
        return []
    ends = [*(found.start() for found in keys[1:]), len(text)]
    values = [text[found.end() : end].strip(" |·/／,") for found, end in zip(keys, ends, strict=True)]
    roles = [LABELS[found["key"].casefold()] for found in keys]
    if len(set(roles)) < len(roles) or not all(values):
        return []
    return [Label(found["key"], role, value) for found, role, value in zip(keys, roles, values, strict=True)]


def assign_all(draft: Draft, labels: list[Label], chunk: Chunk) -> None:
    """Give each value of a line with several labels to its field, where that is free."""
    for found in labels:
        made = _MAKE[found.role](draft, found.value) if found.role in _MAKE else found.value
        if isinstance(made, Moment) and (day := find_date(found.value)):
            made = Moment(day.raw, made.value)
        if made is not None and not draft.has(found.role):
            draft.fields[found.role] = made
    draft.mark(labels[0].role, chunk.lines, chunk.raw, "labels " + ", ".join(repr(found.key) for found in labels))


def assign(draft: Draft, role: str, value: str, chunk: Chunk, reason: str) -> bool:
    """Give a labelled value to its field; False when the field cannot hold it, so that the caller keeps the line."""
    if role == "admin":
        draft.mark("metadata", chunk.lines, chunk.raw, reason)
        return True
    if not value:
        draft.mark("label", chunk.lines, chunk.raw, f"{reason}; nothing stands behind it")
        return True
    made = _MAKE[role](draft, value) if role in _MAKE else value[:2000]
    if made is None:
        return False
    if draft.has(role):
        if draft.fields[role] != made and getattr(draft.fields[role], "value", None) != getattr(made, "value", "none"):
            return False
        draft.mark(role, chunk.lines, chunk.raw, f"{reason}; says again what is known", 0.9)
        return True
    draft.take(role, made, chunk, reason)
    return True


def _moment(draft: Draft, value: str) -> Moment | None:
    found = find_date(value[:200], draft.fields.get("language"))
    if not found:
        return None
    draft.warnings.extend(found.warnings)
    return Moment(value if len(value) <= 60 else found.raw, found.value)


def _dateline(_: Draft, value: str) -> Dateline:
    return _datelines.alone(value) or Dateline(value, (value,))


def _keywords(_: Draft, value: str) -> tuple[str, ...]:
    separator = ";" if ";" in value else "、" if "、" in value else ","
    return tuple(word for word in (part.strip(" []\"'") for part in value.split(separator)) if word)


def _language(_: Draft, value: str) -> str | None:
    tag = value.strip("\"' ").replace("_", "-")
    if tag.replace("-", "").isascii() and tag.replace("-", "").isalnum() and 2 <= len(tag.split("-")[0]) <= 3:
        return tag
    return _LANGUAGES.get(tag.casefold())


def _url(_: Draft, value: str) -> str | None:
    return safe_url(value.strip("<>"))


_LANGUAGES = {
    "english": "en", "englisch": "en", "anglais": "en", "german": "de", "deutsch": "de", "allemand": "de", "french": "fr",
    "français": "fr", "französisch": "fr", "spanish": "es", "español": "es", "italian": "it", "italiano": "it", "portuguese": "pt",
    "português": "pt", "dutch": "nl", "russian": "ru", "русский": "ru", "arabic": "ar", "chinese": "zh", "japanese": "ja",
}  # fmt: skip
_MAKE: dict[str, Callable[[Draft, str], object]] = {
    "published": _moment,
    "updated": _moment,
    "dateline": _dateline,
    "keywords": _keywords,
    "language": _language,
    "url": _url,
    "standfirst": lambda _, value: value[:2000].rstrip("=+ "),
    "byline": lambda _, value: _bylines.labelled(value),
}


def looks_labelled(chunks: list[Chunk]) -> bool:
    """Whether the first lines carry labels: the first, and another one among the next five."""
    first = label(chunks[0].head) if chunks else None
    if not first:
        return False
    return first.role == "headline" or any(label(chunk.head) for chunk in chunks[1:6])


def with_value(chunk: Chunk, following: Chunk | None) -> tuple[Label | None, int]:
    """A chunk's label with its value, which may be the next line; and how many chunks that takes."""
    found = label(chunk.head) or _bare(chunk, following)
    if not found:
        return None, 0
    if found.value or not following or following.gap > 1 or label(following.head):
        return found, 1
    if len(following.text) > 200 or (ends_sentence(following.text) and found.role != "standfirst"):
        return found, 1
    return found._replace(value=following.text), 2


def _bare(chunk: Chunk, following: Chunk | None) -> Label | None:
    """A label without its colon, alone on a line: above a date, or a press wire's "News provided by"."""
    role = (
        LABELS.get(chunk.text.casefold())
        if len(chunk.text) <= LONGEST_KEY and following and not following.gap
        else None
    )
    if following is None or not role:
        return None
    dated = role in {"published", "updated"} and is_date_line(following.text)
    return Label(chunk.text, role, "") if dated or (role == "source" and chunk.text.endswith(" by")) else None
