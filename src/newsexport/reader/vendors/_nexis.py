"""The labels of Nexis in English, German and French, and what they state."""

from __future__ import annotations

import re

from newsexport.patterns import lazy
from newsexport.reader._draft import Draft
from newsexport.reader._lines import Chunk
from newsexport.reader.vendors._export import Entry, is_rights, loaded, picture, state

ROLES: dict[str, str] = {
    word: role
    for role, words in {
        "byline": "byline author authors autor autoren autorin verfasser verfasserin auteur auteurs",
        "section": "section rubrik ressort rubrique",
        "dateline": "dateline ortsmarke ort lieu origine",
        "headline": "headline titel titre überschrift",
        "standfirst": "highlight vorspann zusammenfassung encart chapeau résumé",
        "kicker": "series column kolumne serie chronique série",
        "body": "body volltext haupttext corps",
        "language": "language sprache langue",
        "keywords": "subject subjects thema themen schlagwörter sujet sujets thème",
        "url": "url",
        "loaded": "loaddate ladedatum datedechargement datechargement update",
        "picture": "graphic grafik bild bildunterschrift graphique illustration illustrations",
        "admin": "length länge longueur umfang publicationtype publikationstyp publikationsart typedepublication typepublication "
        "journalcode zeitschriftencode codedurevue type doctype documenttype distribution organization organisation company unternehmen "
        "ticker tickersymbol industry branche person personen city stadt state country land geographic accno issn isbn region "
        "correctiondate notes rating category pubtype edition ausgabe édition industrie société géographie",
    }.items()
    for word in words.split()
}
# A label that no sentence of a story opens with, in capitals: below it only labels stand.
_CLOSING = (
    "loaddate ladedatum datedechargement datechargement language sprache langue publicationtype publikationstyp publikationsart "
    "typedepublication typepublication journalcode zeitschriftencode graphic grafik graphique subject"
)
CLOSING = frozenset(_CLOSING.split())
_CAPITALS = lazy(r"[A-ZÄÖÜÉÈÀ]{3}[A-ZÄÖÜÉÈÀ -]{0,24}: ?\S")
_RELEVANCE = lazy(r" ?\([0-9]{1,3} ?%\)")
_LABEL = lazy(r"(?P<key>[^\W\d_][^\W\d_ -]*+(?:[ -]{1,2}[^\W\d_]++){0,3}+) ?: *+(?P<value>.*)\Z", re.DOTALL)


def key_of(text: str) -> tuple[str, str] | None:
    """A line's label, folded and without spaces and hyphens, and its value; None when Nexis has no such label."""
    found = _LABEL.match(text[:40])
    if not found:
        return None
    folded = "".join(found["key"].casefold().replace("-", " ").split())
    return (folded, text[found.start("value") :].strip()) if folded in ROLES else None


def capitals_key(text: str) -> tuple[str, str] | None:
    """A label in capitals, as the classic layout prints them."""
    found = key_of(text)
    return found if found and text[: text.index(":")].isupper() else None


def is_unknown(text: str) -> bool:
    """Whether a line opens with words in capitals and a colon, as Nexis prints labels, that we do not know."""
    return bool(_CAPITALS.match(text[:40])) and not key_of(text)


def below(draft: Draft, found: list[Entry]) -> None:
    """Take the entries that stand below a story."""
    last = ""
    for entry in found:
        if entry.key:
            last = ROLES[entry.key]
            take(draft, entry)
        elif is_rights(entry.value):
            state(draft, "rights", Entry("copyright", entry.value, entry.chunk))
        elif is_unknown(entry.value):
            draft.mark("metadata", entry.chunk.lines, entry.chunk.raw, "a label in capitals that names no field", 0.7)
        elif last == "picture":
            picture(draft, Entry("graphic", entry.value, entry.chunk))
        elif last in {"keywords", "admin"}:
            draft.mark("metadata", entry.chunk.lines, entry.chunk.raw, f"goes on with the {last} above it", 0.7)
        else:
            draft.leave(entry.chunk, "stands below the record's labels")


def take(draft: Draft, entry: Entry) -> None:
    """Take an entry that a label names."""
    role = ROLES[entry.key]
    if role == "picture":
        picture(draft, entry)
    elif role == "loaded":
        loaded(draft, entry)
    elif role == "body":
        draft.mark("label", entry.chunk.lines, entry.chunk.raw, entry.reason)
    elif role == "language":
        state(draft, role, Entry(entry.key, entry.value.partition(";")[0].strip(), entry.chunk))
    elif role == "keywords":
        state(draft, role, Entry(entry.key, _RELEVANCE.sub("", entry.value) + ";", entry.chunk))
    else:
        state(draft, role, entry)


def masthead(draft: Draft, chunk: Chunk, role: str, reason: str) -> None:
    """Take a line above the headline: the newspaper's name, the edition, the copyright."""
    if is_rights(chunk.text) or (draft.has("rights") and chunk.text.casefold().startswith("all rights")):
        state(draft, "rights", Entry("copyright", chunk.text, chunk))
    elif role == "source" and not draft.has("source"):
        draft.take("source", chunk.text, chunk, reason, 0.95)
    else:
        draft.mark("edition", chunk.lines, chunk.raw, reason, 0.9)


_FURNITURE = lazy(
    r"(?:page|seite) [0-9]{1,5} (?:of|von|de|sur) [0-9]{1,5}\Z|.{0,60}\babout lexisnexis\b.{0,200}\Z|\|? ?about lexis.{0,200}\Z"
    r"|.{0,40}privacy policy ?\|.{0,120}\Z",
    re.IGNORECASE,
)


def is_furniture(text: str) -> bool:
    """Whether a line is what every page of an export repeats: its number, the links of the service."""
    return len(text) <= 240 and bool(_FURNITURE.match(text))
