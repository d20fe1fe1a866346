"""Which Western page a text with few accents is in: the one whose characters stand where such characters stand."""

from __future__ import annotations

from newsexport.patterns import lazy

HIGH = bytes(range(0x80, 0x100))
_PAGES = ("cp1252", "iso8859-15", "mac-roman", "cp850")
_BETTER = 0.4  # by so much must a page be more plausible than the one the detector names
# Pages a detector answers for a handful of bytes that any Western page could hold.
_CONFUSED = frozenset(
    (
        "cp1252",
        "iso8859-1",
        "iso8859-15",
        "mac-roman",
        "mac-iceland",
        "cp850",
        "cp437",
        "cp858",
        "cp860",
        "cp861",
        "cp863",
        "cp865",
        "iso8859-3",
        "iso8859-4",
        "iso8859-10",
        "iso8859-14",
        "iso8859-16",
        "cp1258",
        "cp775",
        "cp855",
        "cp720",
        "cp737",
        "koi8-t",
        "ptcp154",
        "kz1048",
        "hp-roman8",
    )
)
_SAMPLE = 20_000  # bytes looked at
_FEW = 3  # bytes above 0x7F that are too few to tell scripts apart
_AROUND = lazy(r"(?s)(.?)([^\x00-\x7f])(?=(.?))")
_COMMON = frozenset("áàâãäåæçéèêëíìîïñóòôõöøœúùûüýÿßÁÀÂÄÅÆÇÉÈÊËÍÎÑÓÔÖØŒÚÜ¡¿")


def western(window: bytes, name: str, confidence: float) -> tuple[str, float]:
    """The detector's answer, or a better one where it names a Western page or saw next to nothing."""
    few = len(window) - len(window.translate(None, HIGH)) <= _FEW and confidence < 0.5
    if name not in _CONFUSED and not few:
        return name, confidence
    scores = {page: _plausible(window[:_SAMPLE].decode(page, "replace")) for page in _PAGES}
    named = name if name in _PAGES else "cp1252"
    best = max(_PAGES, key=lambda page: scores[page])
    if few and name not in _CONFUSED and scores[best] < 0.9:
        return name, confidence
    return (best if scores[best] > scores[named] + _BETTER else named), max(confidence, 0.3)


def _plausible(text: str) -> float:
    """How well the characters above ASCII suit their neighbours, from -1 to 1."""
    points = [_suits(*found.groups()) for found in _AROUND.finditer(text)]
    return sum(points) / max(1, len(points))


def _suits(before: str, char: str, after: str) -> float:
    if char.isalpha():
        return _letter_suits(before, char, after)
    opens, closes = (
        not before or before.isspace() or before in "([-",
        not after or after.isspace() or after in ".,;:!?)]-",
    )
    if char in "“„«‘":
        return 1.0 if opens and not closes else -0.5
    if char in "”»’":
        return 1.0 if not opens or closes else -0.5
    if char in "–—…•":
        return 0.9
    if char in "€£°":
        return 0.9 if before.isdigit() or after.isdigit() else -0.3
    if char == "\xa0":
        return 1.0
    if char in "\xad©®™§½·":
        return 0.5
    return -1.0


def _letter_suits(before: str, char: str, after: str) -> float:
    if char.isupper() and before.islower():
        return -1.0
    if char not in _COMMON:
        return -0.5
    return 1.0 if before.isalpha() or after.isalpha() else 0.0
