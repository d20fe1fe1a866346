"""The canonical article as JSON and back, and the JSON Schema of it.

Generic over frozen dataclasses: keys are the fields in their order, tuples are arrays, a union's members carry `type`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import UnionType

from newsexport import model
from newsexport.errors import SourceError
from newsexport.records import MISSING, Literal, Record, field, fields, has_fields, hints, made_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

VERSION = "1"
_TAGS: dict[type, str] = {
    model.Link: "link",
    model.Emphasis: "emphasis",
    model.Reference: "reference",
    model.Paragraph: "paragraph",
    model.Subheading: "subheading",
    model.ListBlock: "list",
    model.PullQuote: "quote",
    model.Figure: "figure",
    model.Factbox: "factbox",
    model.Preformatted: "preformatted",
    model.Separator: "separator",
    model.Note: "note",
}
_SCALARS: dict[Any, tuple[str, str]] = {
    str: ("string", "text"),
    bool: ("boolean", "true or false"),
    int: ("integer", "a whole number"),
    float: ("number", "a number"),
}


# ------------------------------------------------------------------ out


def to_data(value: Any) -> Any:
    """The value as JSON data: dataclasses become objects in field order, tuples become lists."""
    if isinstance(value, str | int | float | None):
        return value
    if isinstance(value, tuple):
        return [to_data(part) for part in value]
    kind: type = type(value)
    if not has_fields(kind):
        raise TypeError(f"{kind.__name__} has no JSON form")
    tag = {"type": _TAGS[kind]} if kind in _TAGS else {}
    return tag | {name: to_data(getattr(value, name)) for name in _names(kind)}


def edition_data(edition: model.Edition) -> dict[str, Any]:
    """An edition as JSON data, headed by the version of this format."""
    return {"newsexport": VERSION, **to_data(edition)}


# ------------------------------------------------------------------ in


class Problems(Record, frozen=False):
    """Everything that is wrong with some data, each with the path to it ("articles[0].blocks[3].text")."""

    found: list[str] = field(default_factory=list)
    text: Callable[[str], str] = str

    def say(self, where: str, what: str) -> None:
        """Note one mistake."""
        self.found.append(f"{where}: {what}" if where else what)


def decode_edition(data: bytes | str, *, name: str | None = None, text: Callable[[str], str] = str) -> model.Edition:
    """The edition that canonical JSON holds; `text` is applied to every string, to clean what is not to be trusted.

    Derived `facts` are ignored: they are computed anew. SourceError names the first mistakes.
    """
    try:
        import json

        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise SourceError(
            f"not readable as JSON: {error}", path=name, hint="export it anew with 'newsexport json'"
        ) from None
    if not isinstance(found, dict) or found.pop("newsexport", None) != VERSION:
        raise SourceError('not a newsexport edition: "newsexport": "1" is missing', path=name)
    for article in found.get("articles") or ():
        if isinstance(article, dict):
            article.pop("facts", None)
    problems = Problems(text=text)
    edition = decode(model.Edition, found, problems)
    if not problems.found and not edition.articles:
        problems.say("articles", "an edition holds at least one article")
    if problems.found:
        raise SourceError(
            "; ".join(problems.found[:5]), path=name, hint="docs/article.schema.json describes the format"
        )
    assert isinstance(edition, model.Edition)  # noqa: S101 - for the type checker; decode() returned without problems
    return edition


def decode(kind: Any, data: Any, problems: Problems, where: str = "", base: Any = None) -> Any:
    """The data as a value of `kind`; each mistake goes into `problems`.

    With `base`, a missing key keeps the base's value: that is how a style file says only what differs.
    """
    origin, parts = made_of(kind)
    if origin is UnionType:
        return _union(parts, data, problems, where, base)
    if origin is tuple:
        return _array(parts[0], parts, data, problems, where)
    if origin is Literal:
        return _choice(parts, data, problems, where)
    if origin is Mapping or origin is dict:
        return _mapping(parts[1], data, problems, where)
    if isinstance(kind, type) and has_fields(kind):
        return _object(kind, data, problems, where, base)
    return _scalar(kind, data, problems, where)


def _object(kind: type, data: Any, problems: Problems, where: str, base: Any) -> Any:
    if not isinstance(data, dict):
        return problems.say(where, f"expected a table, got {data!r:.60}")
    known = _hints(kind)
    before = len(problems.found)
    values: dict[str, Any] = {}
    for key, value in data.items():
        spot = f"{where}.{key}" if where else str(key)
        if key in known:
            values[key] = decode(known[key], value, problems, spot, getattr(base, key, None))
        elif not (key == "type" and kind in _TAGS):
            problems.say(spot, f"unknown key{near(str(key), known)}")
    for part in fields(kind):
        if part.name not in values:
            if base is not None:
                values[part.name] = getattr(base, part.name)
            elif part.default is MISSING and part.default_factory is MISSING:
                problems.say(where or part.name, f"needs {part.name!r}")
    if len(problems.found) > before:
        return None
    try:
        return kind(**values)
    except ValueError as error:
        return problems.say(where, str(error))


def _union(kinds: tuple[Any, ...], data: Any, problems: Problems, where: str, base: Any) -> Any:
    if type(None) in kinds and data is None:
        return None
    kinds = tuple(kind for kind in kinds if kind is not type(None))
    if len(kinds) == 1:
        return decode(kinds[0], data, problems, where, base)
    tags = {_TAGS[kind]: kind for kind in kinds}
    tag = data.get("type") if isinstance(data, dict) else None
    if not isinstance(tag, str) or tag not in tags:
        return problems.say(where, f"type {tag!r:.40} is not one of {', '.join(tags)}")
    return decode(tags[tag], data, problems, where)


def _array(item: Any, kinds: tuple[Any, ...], data: Any, problems: Problems, where: str) -> Any:
    if not isinstance(data, list):
        return problems.say(where, f"expected a list, got {data!r:.60}")
    if kinds[-1] is not Ellipsis and len(data) != len(kinds):
        return problems.say(where, f"expected {len(kinds)} values, got {len(data)}")
    return tuple(decode(item, value, problems, f"{where}[{n}]") for n, value in enumerate(data))


def _mapping(kind: Any, data: Any, problems: Problems, where: str) -> Any:
    if not isinstance(data, dict):
        return problems.say(where, f"expected a table, got {data!r:.60}")
    return {str(key): decode(kind, value, problems, f"{where}.{key}") for key, value in data.items()}


def _choice(choices: tuple[Any, ...], data: Any, problems: Problems, where: str) -> Any:
    if any(data == choice and type(data) is type(choice) for choice in choices):
        return data
    return problems.say(where, f"{data!r:.40} is not one of {', '.join(map(repr, choices))}")


def _scalar(kind: Any, data: Any, problems: Problems, where: str) -> Any:
    if kind not in _SCALARS:
        return _written(kind, data, problems, where)
    if type(data) is kind or (kind is float and type(data) is int):
        return problems.text(data) if kind is str else data
    return problems.say(where, f"expected {_SCALARS[kind][1]}, got {data!r:.60}")


def _written(kind: Any, data: Any, problems: Problems, where: str) -> Any:
    """A value that is written as text: a length, a colour, a path; whatever there is, where anything may be."""
    from pathlib import Path

    if kind is not Path and not hasattr(kind, "parse"):  # Any
        return data
    if not isinstance(data, str):
        return problems.say(where, f"{data!r:.40} must be written in quotation marks")
    try:
        return Path(data) if kind is Path else kind.parse(data)
    except ValueError as error:
        return problems.say(where, str(error))


def near(key: str, known: Iterable[str]) -> str:
    """How an unknown key goes on: the nearest of the known ones, or all of them."""
    import difflib

    names = list(known)
    found = difflib.get_close_matches(key, names, n=1)
    return f", did you mean {found[0]!r}?" if found else f"; known: {', '.join(names)}"


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(part.name for part in fields(kind))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return hints(kind)


# ------------------------------------------------------------------ schema


def schema(facts: type | None = None) -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `newsexport json` prints; `facts` is the class of what is derived of an article."""
    definitions: dict[str, Any] = {}
    root = _schema_object(model.Edition, definitions)
    root["properties"] = {"newsexport": {"const": VERSION}, **root["properties"]}
    root["required"] = ["newsexport", *root["required"]]
    definitions["Article"]["properties"]["facts"] = _schema_of(facts, definitions) if facts else {"type": "object"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "newsexport edition",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _schema_object(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    properties: dict[str, Any] = {"type": {"const": _TAGS[kind]}} if kind in _TAGS else {}
    properties |= {name: _schema_of(hint, definitions) for name, hint in _hints(kind).items()}
    summary = (kind.__doc__ or "").partition("\n")[0]
    return {
        "type": "object",
        "description": summary,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _schema_of(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, inner = made_of(kind)
    if origin is UnionType:
        return {"anyOf": [_schema_of(part, definitions) for part in inner]}
    if origin is tuple:
        size = {} if inner[-1] is Ellipsis else {"minItems": len(inner), "maxItems": len(inner)}
        return {"type": "array", "items": _schema_of(inner[0], definitions), **size}
    if origin is Literal:
        return {"enum": list(inner)}
    if kind is type(None):
        return {"type": "null"}
    if isinstance(kind, type) and has_fields(kind):
        if kind.__name__ not in definitions:
            definitions[kind.__name__] = {}
            definitions[kind.__name__] = _schema_object(kind, definitions)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    return {"type": _SCALARS[kind][0]}
