"""Hyphenation patterns parsed one by one as words ask for them: Pyphen parses a language's 14,000 at once, in 60 ms."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from newsexport.exporters._late import Instead, Late

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_DIGITS = b"0123456789"  # in every encoding that these files have
_OTHER = (
    b"/",
    b"^^",
)  # a change of spelling, a character in hexadecimal digits: dictionaries with these are Pyphen's to read
_WHITE = (b" ", b"\t", b"\r")
_LONGEST = 40  # characters of a pattern and more; comments may be longer


class _Patterns(dict[str, "Any"]):
    """The patterns by their letters; one that was not asked for yet is still the line of its file."""

    def get(self, letters: str, default: Any = None) -> Any:
        """The offset and the values of a pattern, as Pyphen keeps them; None where there is none."""
        found = super().get(letters, default)
        if type(found) is str:
            found = self[letters] = _parsed(found)
        return found


class _Forgetful(dict[str, "Any"]):
    """A cache that keeps nothing: Pyphen's own has no bound, and who asks keeps what he was told."""

    def __setitem__(self, word: str, points: Any) -> None:
        pass


def positions(language: str, left: int, right: int) -> Callable[[str], list[int]] | None:
    """What tells where a word of the language may be parted, by Pyphen; None where it does not know the language."""
    with Instead(Late("importlib.resources", files=_folder)):  # the library's own brings zipfile, threading, tempfile …
        import pyphen

    known = pyphen.language_fallback(language)
    if not known:
        return None
    path = pyphen.LANGUAGES[known]
    if path not in pyphen.hdcache and (patterns := _read(path)) is not None:
        found = pyphen.HyphDict.__new__(pyphen.HyphDict)
        found.patterns, found.cache, found.maxlen = patterns, {}, min(_LONGEST, max(map(len, patterns)))
        pyphen.hdcache[path] = found
    made: Callable[[str], list[int]] = pyphen.Pyphen(lang=known, left=left, right=right).positions
    pyphen.hdcache[path].cache = _Forgetful()
    return made


def _folder(package: str) -> Path:
    """Where the files of a package are, which lies unpacked."""
    spec = find_spec(package)
    assert spec  # noqa: S101 - for the type checker
    return Path(next(iter(spec.submodule_search_locations or ())))


def _read(path: Path) -> _Patterns | None:
    """The lines of a file by their letters; None where it holds more than letters and digits."""
    first, _, rest = path.read_bytes().partition(b"\n")
    if any(sign in rest for sign in _OTHER):
        return None
    if any(sign in rest for sign in _WHITE):
        rest = b"\n".join(map(bytes.strip, rest.split(b"\n")))
    encoding = first.decode().strip()
    text = rest.decode(encoding)
    letters = rest.translate(None, _DIGITS).decode(encoding)
    found = _Patterns(zip(letters.split("\n"), text.split("\n"), strict=True))
    found.pop("", None)
    return found


def _parsed(line: str) -> tuple[int, tuple[int, ...]] | None:
    """The offset of the first value and the values between the letters, zeros at both ends left out."""
    values: list[int] = []
    digit = 0
    for sign in line:
        if sign.isdecimal():
            digit = int(sign)
        else:
            values.append(digit)
            digit = 0
    values.append(digit)
    start = next((at for at, value in enumerate(values) if value), None)
    if start is None:
        return None
    end = max(at for at, value in enumerate(values) if value) + 1
    return start, tuple(values[start:end])
