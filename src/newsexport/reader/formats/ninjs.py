"""ninjs: news in JSON, the lower-case words of 1.x and 2.x as well as the lists of 3.x (IPTC)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from newsexport.errors import SourceError
from newsexport.model import Article, Figure
from newsexport.patterns import lazy
from newsexport.reader._links import links
from newsexport.reader.formats import opening
from newsexport.reader.formats._finish import finish
from newsexport.reader.formats._fragment import fragment, looks_marked_up, loose
from newsexport.reader.formats._markup import body
from newsexport.reader.formats._plain import plain
from newsexport.reader.formats._record import File, Record
from newsexport.reader.formats._tree import tags

_KEYS = lazy(
    r'"(?:headlines?|bodies|body_[a-z]+|versioncreated|versionCreated|bylines?|slugline|infosources|infoSources)"\s*:'
)
_BODIES = ("body_xhtml", "body_html", "body_text")
_HINT = "send it as UTF-8 JSON that follows the ninjs schema"
_NAMED = (
    "subject",
    "subjects",
    "person",
    "people",
    "organisation",
    "organisations",
    "place",
    "places",
    "event",
    "events",
)
_READ = tags(
    "headline title byline by located slugline creditline copyrightholder copyrightnotice usageterms ednote uri "
    "firstcreated contentcreated versioncreated embargoed embargoeduntil language"
)
_LONGEST_METADATA = 200  # characters; more is a text, and no text may hide among the metadata
Item = dict[str, Any]


def sniff(data: bytes) -> bool:
    """Whether it opens as a JSON object, or a list of objects, with a word that only ninjs uses."""
    start = opening(data)
    return start.startswith(("[", "{")) and '"newsexport"' not in start[:200] and bool(_KEYS.search(start))


def parse(data: bytes, *, name: str | None, language: str | None) -> tuple[Article, ...]:
    """An article for each news object: the file's own, those of a list, or those a composite holds."""
    try:
        found = json.loads(data, parse_constant=_refuse, object_pairs_hook=_object)
    except RecursionError:
        raise SourceError("this JSON is nested too deep to be read", path=name, hint=_HINT) from None
    except ValueError as error:
        line = getattr(error, "lineno", None)
        what = getattr(error, "msg", None) or str(error)
        raise SourceError(f"not readable as JSON: {what}", path=name, line=line, hint=_HINT) from None
    items = [item for item in (found if isinstance(found, list) else [found]) if isinstance(item, dict)]
    stories = [(story, item) for item in items for story in _stories(item)]
    if not stories:
        raise SourceError("this JSON holds no news object", path=name, hint=_HINT)
    file = File(name, data, "ninjs", encoding=json.detect_encoding(data))
    return tuple(_story(story, item, language).article(file) for story, item in stories)


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


def _object(pairs: list[tuple[str, Any]]) -> Item:
    made = dict(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"{next(key for key in keys if keys.count(key) > 1)!r} stands twice in one object")
    return made


def _stories(item: Item) -> Iterator[Item]:
    """The object itself, or the stories associated with a composite that has no body of its own."""
    inner = [part for part in _associated(item) if _is_story(part)]
    if inner and not _is_story(item):
        yield from inner
    else:
        yield item


def _is_story(item: Item) -> bool:
    return bool(item.get("bodies")) or any(item.get(key) for key in _BODIES)


def _associated(item: Item) -> list[Item]:
    stated = item.get("associations")
    parts = stated.values() if isinstance(stated, dict) else stated if isinstance(stated, list) else ()
    return [part for part in parts if isinstance(part, dict)]


def _story(item: Item, whole: Item, language: str | None) -> Record:
    record = Record(language or _string(item.get("language")) or None)
    if whole is not item:
        record.mark("collection", _string(whole.get("headline") or whole.get("title")), "headline of the composite")
    _headlines(record, item)
    _fields(record, item)
    _times(record, item)
    _bodies(record, item)
    finish(record, [_string(item.get("located"))], "located")
    _descriptions(record, item)
    for part in _associated(item):
        _picture(record, part)
    return record


def _headlines(record: Record, item: Item) -> None:
    record.text("headline", _string(item.get("headline")), "headline")
    stated = sorted(_parts(item, "headlines"), key=lambda part: part.get("role") not in (None, "", "main"))
    for part in stated:
        role = _string(part.get("role")).lower()
        if "sub" in role and "standfirst" not in record.fields:
            record.text("standfirst", _string(part.get("value")), f"headlines, role {role!r}")
        elif "kicker" in role and "kicker" not in record.fields:
            record.text("kicker", _string(part.get("value")), f"headlines, role {role!r}")
        elif "headline" in record.fields and role not in {"", "main"}:
            record.mark("alternative headline", _string(part.get("value")), f"headlines, role {role!r}")
        else:
            record.text("headline", _string(part.get("value")), f"headlines, role {role or 'none'!r}")
    record.once("headline", _string(item.get("title")), "title")


def _fields(record: Record, item: Item) -> None:
    for key in ("byline", "by"):
        record.byline(_string(item.get(key)), key)
    if "byline" not in record.fields:
        names = [_string(part.get("name")) for part in _parts(item, "people") if part.get("rel") == "author"]
        record.byline(", ".join(filter(None, names)), "people, rel 'author'")
    record.text("slug", _string(item.get("slugline")), "slugline")
    for part in (*_parts(item, "infosources"), *_parts(item, "infoSources")):
        record.once("source", _string(part.get("name")), "infosources")
    record.once("source", _string(item.get("creditline")), "creditline")
    record.once("source", _string(item.get("copyrightholder") or item.get("copyrightHolder")), "copyrightholder")
    for key in ("copyrightnotice", "copyrightNotice", "usageterms", "usageTerms"):
        if "rights" in record.fields:
            record.note(_string(item.get(key)), "rights", key)
        else:
            record.text("rights", _string(item.get(key)), key)
    for key in ("ednote", "edNote"):
        record.note(_string(item.get(key)), "editor", key)
    record.keywords([_string(word) for word in _list(item.get("keywords"))], "keywords")
    for key in _NAMED:
        record.keywords([_string(part.get("name")) for part in _parts(item, key)], key)
    record.url(_string(item.get("uri")), "uri")
    for key, value in item.items():
        if key.lower() not in _READ and not key.startswith(("body_", "description")):
            _unknown(record, key, _string(value))


def _unknown(record: Record, key: str, value: str) -> None:
    if len(value) <= _LONGEST_METADATA:
        record.mark("metadata", value, key)
    else:
        record.leave(value, f"{key!r} names no field of ninjs")


def _times(record: Record, item: Item) -> None:
    for key, role in (("firstcreated", "published"), ("contentcreated", "published"), ("versioncreated", "updated")):
        camel = key.replace("created", "Created")
        if role in record.fields:
            record.mark("metadata", _string(item.get(key) or item.get(camel)), key)
        else:
            record.moment(role, _string(item.get(key) or item.get(camel)), key)
    record.settle()
    until = _string(item.get("embargoed") or item.get("embargoeduntil") or item.get("embargoedUntil"))
    if until:
        record.note(f"Embargoed until {until}", "embargo", "embargoed")


def _bodies(record: Record, item: Item) -> None:
    """The best form of the body: with markup before without, the main role before others; other forms say it again."""
    forms = [(_string(item.get(key)), key, key != "body_text") for key in _BODIES]
    for part in sorted(_parts(item, "bodies"), key=_preference):
        kind = _string(part.get("contentType") or part.get("contenttype")).lower()
        forms.append((_string(part.get("value")), f"bodies, {kind or 'type not stated'}", "html" in kind))
    forms = [form for form in forms if form[0].strip()]
    extra = [key for key in item if key.startswith("body_") and key not in _BODIES]
    forms += [(_string(item[key]), key, False) for key in extra if _string(item[key]).strip()]
    for at, (text, reason, marked) in enumerate(forms):
        if at:
            _again(record, text, reason, marked=marked)
        elif marked or looks_marked_up(text):
            body(record, loose(text), f"{reason}: ")
        else:
            plain(record, text, reason)


def _preference(part: Item) -> tuple[bool, bool]:
    kind = _string(part.get("contentType") or part.get("contenttype"))
    return _string(part.get("role")).lower() not in {"", "main"}, "html" not in kind.lower()


def _again(record: Record, text: str, reason: str, *, marked: bool) -> None:
    """Another form of the body: recorded where it says the same, left over where it does not."""
    words = fragment(text).text if marked else text
    if "".join(words.split()) == record.letters():
        record.mark("body again", words, f"{reason}: the same body in another form")
    else:
        record.leave(words, f"{reason}: another body than the one read")


def _descriptions(record: Record, item: Item) -> None:
    texts = [(_string(item.get(key)), key) for key in ("description_text", "description_html", "description")]
    texts += [(_string(part.get("value")), "descriptions") for part in _parts(item, "descriptions")]
    for text, reason in texts:
        words = fragment(text).text if looks_marked_up(text) else text
        if not words.strip():
            continue
        if _string(item.get("type")) in {"picture", "graphic", "video"} and not record.blocks:
            shown = record.line(words)
            record.place(Figure(shown, None, links(shown)), "caption", reason)
        elif "standfirst" in record.fields:
            record.mark("summary", words, reason)
        else:
            record.lead(words, reason)


def _picture(record: Record, part: Item) -> None:
    """The caption of a picture beside the story; of anything else its headline, as a reference."""
    spoken = [_string(part.get(key)) for key in ("description_text", "description", "headline")]
    spoken += [_string(value.get("value")) for key in ("descriptions", "headlines") for value in _parts(part, key)]
    caption = record.line(next(filter(None, spoken), ""))
    if not caption:
        return
    if _string(part.get("type")) in {"picture", "graphic", "video", "photo"}:
        credit = record.line(_string(part.get("byline") or part.get("by") or part.get("creditline"))) or None
        record.place(Figure(caption, credit, links(caption)), "caption", "associations")
    else:
        record.note(caption, "promo", "associations")


def _parts(item: Item, key: str) -> list[Item]:
    return [part for part in _list(item.get(key)) if isinstance(part, dict)]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _string(value: Any) -> str:
    """A value as text; objects and lists say nothing here."""
    return (
        value if isinstance(value, str) else str(value) if isinstance(value, int | float) and value is not True else ""
    )
