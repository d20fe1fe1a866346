"""Who wrote it: lines such as "By Ana Lopez, Diplomatic Editor", in the shapes and languages newsrooms use."""

from __future__ import annotations

import re

from newsexport.model import Author, Byline
from newsexport.patterns import lazy
from newsexport.reader._dates import find_date
from newsexport.reader._lines import ends_sentence, is_capitals, is_dense, is_eastern
from newsexport.reader._words import AND, BY, NOBODY, PARTICLES, REPORTERS, ROLES

LONGEST = 160
_BY = lazy(rf"(?P<by>{BY})(?:\s*[:：]\s*|\s+)(?P<names>\S.*)\Z", re.IGNORECASE | re.DOTALL)
_PLACE = lazy(r"(?P<name>[^,]{3,60}?) (?:in|à|aus|en|a|i|في) (?P<place>[^\W\d_][^,]{2,30})\Z")
_SIGNS = lazy(r"\w[-.]\w|^(?:dpa|apa|afp|ap|sda|stt|ntb|tt)\Z")
_HANDLE = lazy(r"@\w{2,30}\Z")
_MAIL = lazy(r"[\s(<|,]{1,3}[\w.+-]{1,60}@[\w.-]{1,80}[)>]?\Z")
_PIECES = lazy(r" ?[|•·] ?| [-–—/] ")
_ORGANISATION = lazy(
    r"\b(?:news|press|agency|agencies|agence|agentur|newsroom|radio|tv|times|post|media|service|associated|reuters|afp|dpa|apa|"
    r"ap|ansa|efe|tass|xinhua|redaktion|magazine|network|online|today|herald|tribune|journal|gazette|telegraph|studio)\b|\.\w{2,4}\Z",
    re.IGNORECASE,
)


def byline(text: str, *, sure: bool = False) -> Byline | None:
    """The byline that a whole line is, when a word ("By", "Von", "记者") says so; a sentence that opens "By Friday" is none.

    Where the caller is `sure` that a byline stands there, any words are names.
    """
    if len(text) > LONGEST:
        return None
    if is_eastern(text) and (found := REPORTERS.match(text)):
        return Byline(text, _unspaced(next(group for group in found.groups() if group)))
    found = _BY.match(text)
    if not found:
        return None
    names = found["names"]
    if found["by"][0].isascii() and found["by"].islower() and found["by"] in {"di", "af", "av", "text", "от"}:
        return None
    authors = people(names, sure=sure)
    return Byline(text, authors) if authors else None


def labelled(value: str) -> Byline:
    """The byline of a label's value, which needs no proof that it is one."""
    inner = byline(value)
    if inner:
        return inner
    return Byline(value, people(value, sure=True))


def bare(text: str) -> Byline | None:
    """The byline that a line of nothing but names may be; the caller knows whether one can stand there."""
    dense = is_dense(text) and len(text) > 12
    if len(text) > 90 or dense or (ends_sentence(text) and not text.endswith(".com")):
        return None
    authors = people(text)
    return Byline(text, authors) if authors else None


def people(text: str, *, sure: bool = False) -> tuple[Author, ...]:
    """The authors a list of names states; empty unless every piece is a name, a role or a place (`sure`: any words)."""
    text = _MAIL.sub("", text).strip()
    if NOBODY.match(text):
        return (Author(text),)
    first, *more = _PIECES.split(text)
    if more and not all(find_date(piece) or _role(piece) or _name(piece) or _HANDLE.match(piece) for piece in more):
        first, more = (text, []) if sure else ("", [])
    found = _listed(first, sure=sure)
    role = next((piece for piece in more if not find_date(piece) and not _HANDLE.match(piece)), None)
    if found and role and found[-1].role is None:
        found[-1] = Author(found[-1].name, role)
    return tuple(found)


def _listed(text: str, *, sure: bool) -> list[Author]:
    found: list[Author] = []
    quiet = False
    pieces = ["", *AND.split(text)]
    for before, piece in zip(pieces[::2], pieces[1::2], strict=False):
        clean = piece.strip(" ,;")
        if not clean:
            continue
        place = _PLACE.match(clean)
        name = place["name"] if place and _name(place["name"]) else clean
        role = "," in before and (_role(clean) or _desk(clean) or (sure and clean.islower()))
        if role and found and found[-1].role is None:
            found[-1] = Author(found[-1].name, clean)
        elif sure or _name(name):
            # Capitals behind a name in small letters are an outlet's own spelling.
            found.append(Author(name if quiet else tidy(name)))
            quiet = quiet or not is_capitals(name)
        else:
            return []
    return found if len(found) <= 12 else []


def _role(text: str) -> bool:
    return len(text) <= 80 and bool(ROLES.search(text))


def _desk(text: str) -> bool:
    return len(text) <= 40 and bool(_ORGANISATION.search(text))


def _name(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= 6 or not text[0].isalpha() or (len(words) == 1 and not _single(text)):
        return False
    if any(char.isdigit() or char in '!?:;"“”«»()[]{}=+%$€£#' for char in text):
        return False
    if find_date(text):
        return False
    if len(words) == 1:
        return True
    return all(_capital(word) for word in words) and words[0].rstrip(",.") not in PARTICLES - {
        "de",
        "van",
        "von",
        "al",
        "el",
    }


def _single(word: str) -> bool:
    """Whether one word can be a name: a capital, the sign of an address or a desk, or two to four characters of China, Japan or Korea."""
    if word.lower() == word.upper():
        return 2 <= len(word) <= 4 and "\u3040" <= word[0] <= "\ud7af"
    return 2 <= len(word) <= 30 and (word[0].isupper() or bool(_SIGNS.search(word)))


def _capital(word: str) -> bool:
    if word.lower() in PARTICLES:
        return True
    first = next((char for char in word if char.isalpha()), "")
    return bool(first) and (first.isupper() or first.lower() == first.upper() or word[1:2] in "'’")


def _unspaced(names: str) -> tuple[Author, ...]:
    return (
        tuple(Author(name) for name in re.split(r"[ 、,·]+", names) if name)
        if " " in names or "、" in names
        else (Author(names),)
    )


def tidy(name: str) -> str:
    """A name as it is written in running text: "ANA LOPEZ" is Ana Lopez."""
    if is_capitals(name) and " " in name and not _desk(name):
        return " ".join(word if len(word) <= 2 and word.endswith(".") else word.title() for word in name.split())
    return name
