"""Front matter: `key: value` lines between `---`, or TOML between `+++`. No YAML parser reads it (security.md S6)."""

from __future__ import annotations

from newsexport.reader._draft import Draft
from newsexport.reader._labels import assign
from newsexport.reader._lines import Chunk, Line
from newsexport.reader._words import LABELS

MOST_LINES, MOST_CHARACTERS = 200, 64_000
_MORE_KEYS = {"tags": "keywords", "lang": "language", "dek": "standfirst", "link": "url", "canonical_url": "url"}


def front_matter(lines: list[Line], draft: Draft) -> list[Line]:
    """The lines behind the front matter; all of them when there is none (a `---` before a dateline is none)."""
    first = next((at for at, line in enumerate(lines) if not line.blank), None)
    if first is None or lines[first].text not in {"---", "+++"}:
        return lines
    fence = lines[first].text
    last = _closing(lines, first, fence)
    if last is None:
        return lines
    inner = lines[first + 1 : last]
    groups = _toml(inner) if fence == "+++" else _pairs(inner)
    if not groups:
        return lines
    for fenced in (lines[first], lines[last]):
        draft.mark("rule", (fenced.number, fenced.number), fenced.raw, "fence of the front matter")
    for key, value, group in groups:
        _assign(draft, key, value, Chunk.of(group))
    return lines[last + 1 :]


def _closing(lines: list[Line], first: int, fence: str) -> int | None:
    for at in range(first + 1, min(len(lines), first + MOST_LINES)):
        if lines[at].text == fence or (fence == "---" and lines[at].text == "..."):
            return at
    return None


_Group = tuple[str, str, list[Line]]


def _pairs(inner: list[Line]) -> list[_Group] | None:
    """`key: value` lines, each with the `- item` lines that belong to it; None when another line is among them."""
    groups: list[_Group] = []
    for line in inner:
        key, colon, value = line.text.partition(":")
        if line.blank or line.text.startswith("#"):
            if not line.blank:
                groups.append(("#", "", [line]))
        elif line.text.startswith("- ") and groups:
            name, old, group = groups[-1]
            groups[-1] = (name, f"{old}, {_bare(line.text[2:])}".lstrip(", "), [*group, line])
        elif colon and key.replace("-", "").replace("_", "").replace(" ", "").isalnum() and len(key) <= 40:
            groups.append((key, _bare(value), [line]))
        else:
            return None
    return groups


def _toml(inner: list[Line]) -> list[_Group] | None:
    """The keys of the TOML text with the lines each stands on; None when it is not TOML."""
    text = "\n".join(line.raw for line in inner)
    if len(text) > MOST_CHARACTERS:
        return None
    from newsexport.toml import tables

    try:
        data = tables(text)
    except ValueError:
        return None
    groups: list[_Group] = []
    for line in inner:
        key = line.text.partition("=")[0].strip().strip("\"'")
        if key in data and "=" in line.text:
            value = data[key]
            groups.append((key, ", ".join(map(str, value)) if isinstance(value, list) else str(value), [line]))
        elif groups and not line.blank:
            groups[-1][2].append(line)
        elif not line.blank:
            groups.append(("#", "", [line]))
    return groups


def _bare(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value[1:-1] if value.startswith("[") and value.endswith("]") else value


def _assign(draft: Draft, key: str, value: str, chunk: Chunk) -> None:
    folded = key.strip().casefold()
    role = LABELS.get(folded) or _MORE_KEYS.get(folded)
    reason = f"front matter key {key!r}"
    if key == "#":
        draft.mark("comment", chunk.lines, chunk.raw, "comment in the front matter")
    elif not role or not assign(draft, role, value, chunk, reason):
        draft.leave(chunk, f"{reason} names no field" if not role else f"{reason} has a value its field cannot hold")
