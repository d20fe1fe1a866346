"""Who wrote it: lines such as "By Ana Lopez, Diplomatic Editor", in the shapes and languages newsrooms use."""

from __future__ import annotations

import re

from newsexport.model import Author, Byline
from newsexport.patterns import headed, lazy
from newsexport.reader._buttons import buttons
from newsexport.reader._dates import find_date
from newsexport.reader._lines import ends_sentence, is_capitals, is_dense, is_eastern
from newsexport.reader._words import AND, BY, BY_HEADS, LABELS, NOBODY, PARTICLES, REPORTERS, ROLES

LONGEST = 160
_BY = headed(BY_HEADS, rf"(?P<by>{BY})(?:\s*[:：]\s*|\s+)(?P<names>\S.*)\Z", re.IGNORECASE | re.DOTALL)
_PLACE = lazy(r"(?P<name>[^,]{3,60}?) (?:in|à|aus|en|a|i|في) (?P<place>[^\W\d_][^,]{2,30})\Z")
_SIGNS = lazy(r"\w[-.]\w|^(?:dpa|apa|afp|ap|sda|stt|ntb|tt)\Z")
_DASHED = lazy(r" [-–—/] ")
_STROKES = lazy(r" ?[,/|] ?")
_GENERIC = lazy(
    r"(?:red|red\.|redaktion|agenturen|agencies|agences|agencias|agenzie|agências|[a-z]{2,3})\Z", re.IGNORECASE
)
_SITE = lazy(r"[\w-]{2,30}(?:\.[\w-]{2,20})*\.[a-z]{2,7}\Z", re.IGNORECASE)
_BETWEEN = lazy(r"[ 、,·]+")
_HANDLE = lazy(r"@\w{2,30}\Z")
_BRACKETS = lazy(r" ?[(（][^()（）]{2,60}[)）]")
_SMALL = frozenset(["di", "af", "av", "text", "от"])  # words that a sentence's second line may open with as well
_MAIL = lazy(r"[\s(<|,]{1,3}[\w.+-]{1,60}@[\w.-]{1,80}[)>]?\Z")
_PIECES = lazy(r" ?[|•·] ?| [-–—/] ")
_ORGANISATION = lazy(
    r"\b(?:news|press|agency|agencies|agence|agentur|newsroom|radio|tv|times|post|media|service|associated|reuters|afp|dpa|apa|"
    r"ap|ansa|efe|tass|xinhua|redaktion|magazine|network|online|today|herald|tribune|journal|gazette|telegraph|studio|courier|chronicle|observer|independent|bulletin|sentinel|examiner|dispatch|inquirer|weekly|daily|zeitung|allgemeine|"
    r"anzeiger|nachrichten|rundschau|kurier|diario|corriere|giornale|gazzetta|folha|jornal|dagblad|dagens|gazeta|noticias|presse)\b|\.[a-z]{2,4}\Z",
    re.IGNORECASE,
)


def byline(text: str, *, sure: bool = False) -> Byline | None:
    """The byline that a whole line is, when a word ("By", "Von", "记者") says so; a sentence that opens "By Friday" is none.

    Where the caller is `sure` that a byline stands there, any words are names.
    """
    if len(text) > LONGEST:
        return None
    if is_eastern(text) and (names := _reported(text.strip("()（）"))):
        return Byline(text, _unspaced(names))
    found = _BY.match(text)
    if not found:
        return None
    authors = people(found["names"], sure=sure)
    if found["by"] in _SMALL and not all(is_person(author.name) for author in authors):
        return None
    return Byline(text, authors) if authors else None


def _reported(text: str) -> str | None:
    """The names beside a word for a reporter, as papers of East Asia print them."""
    for signs, pattern in REPORTERS:
        if any(map(text.__contains__, signs)) and (found := pattern.match(text)):
            return found[1]
    return None


def labelled(value: str) -> Byline:
    """The byline of a label's value, which needs no proof that it is one."""
    inner = byline(value)
    if inner:
        return inner
    return Byline(value, people(value, sure=True))


def bare(text: str) -> Byline | None:
    """The byline that a line of nothing but names may be; the caller knows whether one can stand there."""
    dense = is_dense(text) and len(text) > 12
    if len(text) > 90 or dense or (ends_sentence(text) and not text.endswith(".com")) or buttons(text):
        return None
    if text.startswith("The ") and not (is_nobody(text) or is_outlet(text)):
        return None
    authors = people(text)
    return Byline(text, authors) if authors and not any(is_role(author.name) for author in authors) else None


def desks(text: str) -> Byline | None:
    """The outlets of a line of nothing but desks, agencies and initials, as some papers close with: `red, vale.example/Agencies`."""
    if len(text) > 70 or (" " not in text and "/" not in text):
        return None
    pieces = [piece for piece in _STROKES.split(text.strip("()[]. ")) if piece]
    if len(pieces) < 2 or not all(_GENERIC.match(piece) or _is_named_outlet(piece) for piece in pieces):
        return None
    outlets = tuple(Author(piece) for piece in pieces if not _GENERIC.match(piece))
    generic = len(pieces) - len(outlets)
    return Byline(text, outlets) if generic else None


def _is_named_outlet(text: str) -> bool:
    return bool(_SITE.match(text)) or (text.isupper() and _desk(text))


def people(text: str, *, sure: bool = False) -> tuple[Author, ...]:
    """The authors a list of names states; empty unless every piece is a name, a role or a place (`sure`: any words)."""
    text = _BRACKETS.sub("", _MAIL.sub("", text)).strip()
    if NOBODY.match(text):
        return (Author(text),)
    first, *more = _PIECES.split(text)
    if (
        more
        and not _DASHED.search(text)
        and all(is_person(piece) and not is_outlet(piece) and not _role(piece) for piece in (first, *more))
    ):
        return tuple(Author(tidy(piece)) for piece in (first, *more))
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
        role = "," in before and (_role(clean) or _desk(clean) or _letters(clean) or (sure and clean.islower()))
        if "," in before and not sure and found and " " in found[-1].name and _is_place(clean):
            continue
        if role and found and found[-1].role is None:
            found[-1] = Author(found[-1].name, clean)
        elif sure or _name(name):
            # Capitals behind a name in small letters are an outlet's own spelling.
            found.append(Author(name if quiet else tidy(name)))
            quiet = quiet or not is_capitals(name)
        else:
            return []
    return found if len(found) <= 12 else []


def _letters(text: str) -> bool:
    """Whether a word is letters behind a name, a degree's or an outlet's: PhD, MP, AGP."""
    return len(text) <= 6 and text.isascii() and sum(char.isupper() for char in text) > 1 and " " not in text


def _is_place(text: str) -> bool:
    """Whether one word behind a full name is where the author is, not another author: no name of one word, desk or outlet."""
    return text.isalpha() and text[0].isupper() and not text.isupper() and not _desk(text) and not _role(text)


def is_person(name: str) -> bool:
    """Whether two to four words are each a capital and letters, as a person's first and last names are."""
    words = name.split()
    plain = (word.replace("-", "").replace("’", "").replace("'", "").replace(".", "") for word in words)
    return 2 <= len(words) <= 4 and all(word[:1].isupper() and word.isalpha() for word in plain)


def is_nobody(text: str) -> bool:
    """Whether the words stand for an author who is not named: Staff reporter."""
    return bool(NOBODY.match(text))


def is_role(text: str) -> bool:
    """Whether a short line is somebody's trade and nobody's name: Journalist, Regional reporter."""
    return len(text) <= 40 and bool(ROLES.search(text)) and not NOBODY.match(text) and not ends_sentence(text)


def is_outlet(text: str) -> bool:
    """Whether a short line names an agency, a paper or a desk."""
    return len(text) <= 60 and bool(_ORGANISATION.search(text))


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
    if find_date(text) or text.casefold() in LABELS:
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
        kana = sum("\u3040" <= char <= "\u309f" for char in word)
        return 2 <= len(word) <= 4 and "\u3040" <= word[0] <= "\ud7af" and kana in {0, len(word)}
    if word.isupper() and word.isascii():
        return _desk(word) or bool(_SIGNS.search(word))
    return 2 <= len(word) <= 30 and (word[0].isupper() or bool(_SIGNS.search(word)))


def _capital(word: str) -> bool:
    if word.lower() in PARTICLES:
        return True
    first = next((char for char in word if char.isalpha()), "")
    return bool(first) and (first.isupper() or first.lower() == first.upper() or word[1:2] in "'’")


def _unspaced(names: str) -> tuple[Author, ...]:
    return (
        tuple(Author(name) for name in _BETWEEN.split(names) if name)
        if " " in names or "、" in names
        else (Author(names),)
    )


def tidy(name: str) -> str:
    """A name as it is written in running text: "ANA LOPEZ" is Ana Lopez."""
    if is_capitals(name) and " " in name and not _desk(name):
        return " ".join(word if len(word) <= 2 and word.endswith(".") else word.title() for word in name.split())
    return name
