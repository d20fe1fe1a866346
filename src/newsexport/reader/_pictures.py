"""Captions and credits of pictures, on one line, on two, or behind a page's words for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from newsexport.model import Figure
from newsexport.patterns import headed, lazy
from newsexport.reader._draft import differing
from newsexport.reader._lines import Chunk, weight
from newsexport.reader._links import links

LONGEST = 250  # letters of a caption whose credit stands on the next line
LONGEST_LABEL = 40
_LABEL = headed(
    "ima|pho|pic|cap|bil|lég|pie|did",
    r"[\[(]?(?:image |photo |picture )?(?:caption|bildunterschrift|légende|pie de foto|didascalia)\s?[,:]?[\])]?\Z",
    re.IGNORECASE,
)
_PHOTO = headed(
    "pho|pic|ima|imá|fil|cap|fot|bil|sym|leg|lég|ill|cré|imm|kuv|zdj|фот|صور|תמו|ציל|图|写真|사진|cre|صدر|مصد|الت|get|vid|aud|gra|inf|cha|map",
    r"(?:[\[(*]{0,2}(?:photo|photos|picture|image|images|pic|file photo|caption|photograph|foto|fotos|bild|symbolbild|legende|bildlegende|"
    r"illustration|légende|crédit|crédits|imagen|imágenes|immagine|kuva|zdjęcie|фото|صورة|תמונה|צילום|图|图为|写真|사진|foto de|photo credit|picture credit|image credit|credit|"
    r"صدر الصورة|مصدر الصورة|التعليق على الصورة|image source|getty images|video|audio|foto|fotografía|grafik|infographic|graphic|chart|map)\s?(?:credit|caption|by|:|：|\]|/|©|courtesy|[,،](?= )))",
    re.IGNORECASE,
)
_CREDITED = lazy(
    r"[\[(]?(?:©|(?:photo|picture|image|file photo|photograph|illustration|foto|fotos|bild|symbolbild|symbolfoto|kuva|crédit|crédits|zdjęcie|fot\.|фото|credit|"
    r"quelle|source)s?(?: (?:credit|source|by|von|de))?\s?[:：,©])",
    re.IGNORECASE,
)
_AGENCIES = "APA|AFP|AP|Reuters|REUTERS|EPA|dpa|DPA|PA|Getty|IMAGO|Xinhua|EFE|ANSA|TASS|SIPA"
_CREDIT = lazy(
    # Behind a letter and a space the word belongs to a sentence.
    r"(?:(?:(?<![^\W\d_] )(?:Photo|Picture|Image|Bild|Foto|FOTO|Credit|Photograph|Illustration|Graphic|Grafik|Crédit|Pic|Symbolfoto|Symbolbild|File photo|Vidéo|Video)s?"
    r"|[(\[|/] ?(?:photo|picture|image|credit|pic)s?) ?(?:credit|by|:|©|courtesy of) ?.{2,120}|[(\[|/–—-]? ?© ?.{2,80}"
    rf"|[(\[][^()\[\]]{{0,60}}(?:\b(?:[Pp]hoto|Images|alliance)\b|\b(?:{_AGENCIES})/|/(?:{_AGENCIES})\b)[^()\[\]]{{0,80}}[)\]]\.?"
    rf"|\b(?:{_AGENCIES}|Getty Images|picture alliance) ?/ ?.{{1,60}}|(?:[A-Z][\w.]{{0,30}} ){{0,3}}[A-Z]\w{{1,30}} ?/ ?(?:{_AGENCIES})"
    # A name in capitals and an agency's, a name and an outlet in brackets, an agency and a name with the licence behind.
    r"|(?<![^\W\d_] )(?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]{1,20}+ ){1,3}+/ ?[A-Z]{2,12}"
    r"|(?<=[.)»”\"])\s?(?:[A-ZÀ-ÖØ-Þ][\w.'’-]{1,20}+ ){1,3}+/ ?[A-ZÀ-ÖØ-Þ][\w-]{1,20}+(?: [A-ZÀ-ÖØ-Þ][\w-]{1,20}+)?"
    r"|(?:[A-ZÀ-ÖØ-Þ][\w.'’-]{1,20}+ ){0,3}+[A-ZÀ-ÖØ-Þ][\w.'’-]{1,20}+ ?/[^/]{2,30} via Getty Images"
    r"|[(\[][A-ZÀ-ÖØ-Þ][\w.'’-]{0,20}+ [A-ZÀ-ÖØ-Þ][^()/]{1,30}/[A-ZÀ-ÖØ-Þ][^()/]{2,30}[)\]]\.?"
    r"|\b[A-Z]{3,20}/[^/.]{3,40}(?:/(?:[Ff]ile|[Hh]andout|[Pp]ool|[Ss]taff)(?: [Pp]hoto)?)?(?: Purchase Licensing Rights.{0,20})?)\Z",
    re.DOTALL,
)
# Every credit has one of these, or a stroke beside a name: looking for them first is ten times faster than the pattern.
_STROKE = lazy(rf"/ ?[A-ZÀ-ÖØ-Þ]|/ ?dpa|(?:{_AGENCIES}|Images|alliance|[A-Z]{{3}}) ?/")
_BESIDE = (":", "©", "/", ")", "]", "by", "redit", "ourtesy")  # and one of these
_CREDIT_SIGNS = "oto|mage|icture|redit|rédit|Bild|bild|FOTO|alliance|Pic:|ideo|idéo|llustration|raphic|rafik|©".split(
    "|"
)
_CREDIT_REACH = 160  # a credit ends the line within this many characters


def picture(chunks: Sequence[Chunk], at: int, *, apart: bool) -> tuple[Figure, int] | None:
    """The picture that a caption, a credit or both describe, and how many chunks say so.

    `apart`: whether the chunk is set apart from what stands above it, as a caption is whose credit is the line below.
    """
    chunk = chunks[at]
    below = chunks[at + 1] if at + 1 < len(chunks) else None
    if len(chunk.text) <= LONGEST_LABEL and below is not None and _LABEL.match(chunk.text):
        return _figure([chunk, below], below.text, None), 2
    if found := photo(chunk.text):
        caption, credit = found
        raw = differing(chunk.text, chunk.raw) or (chunk.raw if credit else None)
        return Figure(caption, credit, links(caption), chunk.lines, raw), 1
    if below is not None and apart and below.gap == 0 and weight(chunk.text) <= LONGEST and _is_credit(below.text):
        return _figure([chunk, below], chunk.text, below.text), 2
    return None


def plain_caption(chunk: Chunk) -> Figure:
    """The picture that a chunk describes without a word for it."""
    return Figure(chunk.text, None, links(chunk.text), chunk.lines, differing(chunk.text, chunk.raw))


def _figure(chunks: list[Chunk], caption: str, credit: str | None) -> Figure:
    raw = "\n".join(chunk.raw for chunk in chunks)
    return Figure(caption, credit, links(caption), (chunks[0].lines[0], chunks[-1].lines[1]), raw)


def _is_credit(text: str) -> bool:
    """Whether a short line is nothing but a picture's credit."""
    found = photo(text) if len(text) <= _CREDIT_REACH else None
    return bool(found and not found[1]) and bool(_CREDITED.match(text))


def _is_signed(end: str) -> bool:
    if not any(map(end.__contains__, _BESIDE)):
        return False
    return any(map(end.__contains__, _CREDIT_SIGNS)) or ("/" in end and bool(_STROKE.search(end)))


def photo(text: str) -> tuple[str, str | None] | None:
    """Caption and credit of a line that describes a picture."""
    return None if len(text) > 500 else _photo(text)


@lru_cache(maxsize=128)
def _photo(text: str) -> tuple[str, str | None] | None:
    # A caption is asked whether the line below is its credit, and then that line.
    start = max(0, len(text) - _CREDIT_REACH)
    end = text[start:]
    credit = _CREDIT.search(end) if _is_signed(end) else None
    if not credit and not _PHOTO.match(text):
        return None
    caption = text[: start + credit.start()].strip(" |-–—") if credit else ""
    return (caption, credit.group().strip()) if credit and caption.strip("[(*") else (text, None)
