"""Font families to faces: what comes with us, what the house style names, what the machine has."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from newsexport.errors import ExportError
from newsexport.exporters.pdf._face import Face
from newsexport.exporters.pdf._harfbuzz import hb
from newsexport.exporters.pdf._script import is_east_asian
from newsexport.records import NamedTuple, replace
from newsexport.style import FontFiles, Fonts

_FACES = {  # the modules of pymupdf-fonts: regular, bold, italic, bold italic
    "FiraGO": ("FiraGO_Regular", "FiraGO_Bold", "FiraGO_Italic", "FiraGO_BoldItalic"),
    "Cascadia Mono": (
        "CascadiaMono_Regular", "CascadiaMono_Bold", "CascadiaMono_Italic", "CascadiaMono_BoldItalic",
    ),
    "Noto Sans": ("NotoSans_Regular", "NotoSans_Bold", "NotoSans_Italic", "NotoSans_BoldItalic"),
    "Ubuntu": ("Ubuntu_Regular", "Ubuntu_Bold", "Ubuntu_Italic", "Ubuntu_BoldItalic"),
    "Noto Sans Symbols": ("NotoSansSymbols_Regular",) * 4,
    "Noto Sans Symbols 2": ("NotoSansSymbols2_Regular",) * 4,
    "Noto Sans Math": ("NotoSansMath_Regular",) * 4,
    "Noto Music": ("NotoMusic_Regular",) * 4,
}  # fmt: skip
_UNPACKED = {name: str(Path(__file__).parent / "fonts" / f"{name}.ttf") for name in ("FiraGO_Regular", "FiraGO_Bold")}
"""The same as files, for most pages have them, and a module takes 15 ms to unpack its font."""
_SERIF = "Noto Serif"
_LAST_RESORT = (
    _SERIF, "FiraGO", "Noto Sans", "Noto Sans Symbols", "Noto Sans Symbols 2", "Noto Sans Math", "Noto Music",
)  # fmt: skip
_ASIA = {
    "ja": 0,
    "ko": 1,
    "zh": 2,
    "zh-hans": 2,
    "zh-hant": 3,
    "zh-tw": 3,
    "zh-hk": 4,
}  # faces of a Noto CJK collection
_SYSTEM = (  # in the order in which they are asked
    "NotoSerifCJK-Regular.ttc", "NotoSansCJK-Regular.ttc", "SourceHanSerif.ttc", "SourceHanSans.ttc",
    "ipaexm.ttf", "ipaexg.ttf", "ipamp.ttf", "ipagp.ttf", "UnBatang.ttf", "NanumMyeongjo.ttf", "NanumGothic.ttf",
    "uming.ttc", "ukai.ttc", "wqy-zenhei.ttc", "wqy-microhei.ttc",
    "Songti.ttc", "PingFang.ttc", "AppleSDGothicNeo.ttc",
    "simsun.ttc", "msyh.ttc", "msmincho.ttc", "msgothic.ttc", "batang.ttc", "malgun.ttf",
    "NotoSerifBengali-Regular.ttf", "NotoSansBengali-Regular.ttf", "NotoSansTamil-Regular.ttf",
    "NotoSansTelugu-Regular.ttf", "NotoSansGujarati-Regular.ttf", "NotoSansGurmukhi-Regular.ttf",
    "NotoSansKannada-Regular.ttf", "NotoSansMalayalam-Regular.ttf", "NotoSansOriya-Regular.ttf",
    "NotoSansSinhala-Regular.ttf", "NotoSansArmenian-Regular.ttf", "NotoSansEthiopic-Regular.ttf",
    "NotoSansKhmer-Regular.ttf", "NotoSansLao-Regular.ttf", "NotoSansMyanmar-Regular.ttf",
    "NotoSansTibetan-Regular.ttf", "NotoSansThaana-Regular.ttf", "NotoSansSyriac-Regular.ttf",
    "NotoSansMongolian-Regular.ttf", "NotoSansCherokee-Regular.ttf", "NotoSansCanadianAboriginal-Regular.ttf",
    "Lohit-Bengali.ttf", "Lohit-Tamil.ttf", "Lohit-Telugu.ttf", "Lohit-Gujarati.ttf", "Lohit-Gurmukhi.ttf",
    "Nirmala.ttc", "Nirmala.ttf", "NotoEmoji-Regular.ttf", "Symbola.ttf", "Symbola_hint.ttf", "DejaVuSans.ttf",
    "FreeSerif.ttf", "FreeSans.ttf", "seguisym.ttf", "Arial Unicode.ttf", "unifont.otf", "unifont.ttf",
)  # fmt: skip


class Source(NamedTuple):
    """Where a face is: a file, or a module of pymupdf-fonts; `bundled` fonts know no East Asian script."""

    place: str
    member: int = 0
    weight: int = 0
    bundled: bool = False

    def may_have(self, char: str) -> bool:
        """Whether it is worth loading the font for this character."""
        return not (self.bundled and is_east_asian(char))


@lru_cache(256)
def load(source: Source) -> Face:
    """The face of a source, loaded once in a process; ValueError or OSError where it cannot be used."""
    axes = {"wght": float(source.weight)} if source.weight else {}
    if source.bundled and not Path(source.place).is_absolute():
        blob = hb.Blob(importlib.import_module(f"pymupdf_fonts.{source.place}").fontbuffer)
    else:
        blob = hb.Blob.from_file_path(source.place)
    return Face(blob, source.member, axes, ours=source.bundled)


def chain(fonts: Fonts, role: str, *, bold: bool, italic: bool) -> Iterator[Source]:
    """The sources of a role of text, most wanted first, ours behind the style's.

    ExportError where a file that the style names cannot be used.
    """
    for family in dict.fromkeys((*getattr(fonts, role), *fonts.fallback, *_LAST_RESORT)):
        if family in fonts.files:
            yield _checked(family, _of_files(fonts.files[family], bold=bold, italic=italic))
        elif family == _SERIF:
            yield _of_files(_noto_serif(), bold=bold, italic=italic, bundled=True)
        elif family in _FACES:
            module = _FACES[family][bold + 2 * italic]
            yield Source(_UNPACKED.get(module, module), bundled=True)


def with_files(fonts: Fonts, files: tuple[Path, ...]) -> Fonts:
    """The fonts with files that the user names behind the style's own; `FILE#2` is the third face of a collection."""
    named: dict[str, FontFiles] = {}
    for given in files:
        path, index = _face_of(given)
        if not path.is_file():
            raise ExportError("no such font file", path=path, hint="give a TrueType or OpenType font file")
        named[given.name] = FontFiles(path, index=index)
    return replace(fonts, fallback=(*fonts.fallback, *named), files={**fonts.files, **named})


def _face_of(given: Path) -> tuple[Path, int]:
    name, mark, index = str(given).rpartition("#")
    return (Path(name), int(index)) if mark and index.isdecimal() and not given.exists() else (given, 0)


def machine(language: str | None, *, bold: bool) -> Iterator[Face]:
    """The faces of the machine's own fonts, in the order of our table; what cannot be embedded is left out."""
    for place in _installed():
        heavy = place.replace("-Regular", "-Bold")
        try:
            yield load(Source(heavy if bold and Path(heavy).is_file() else place, _member(place, language)))
        except (ValueError, OSError, hb.HarfBuzzError):
            continue


def _of_files(files: FontFiles, *, bold: bool, italic: bool, bundled: bool = False) -> Source:
    exact = {(False, False): files.regular, (True, False): files.bold, (False, True): files.italic,
             (True, True): files.bold_italic}[bold, italic]  # fmt: skip
    near = (files.italic if italic else None) or files.regular
    weight = 0 if exact and bold else 700 if bold else 400
    return Source(str((exact or near).absolute()), files.index, weight, bundled)


def _noto_serif() -> FontFiles:
    import fontpkg_noto_serif

    folder = fontpkg_noto_serif.ROOT / "files"
    return FontFiles(folder / "NotoSerif[wdth,wght].ttf", italic=folder / "NotoSerif-Italic[wdth,wght].ttf")


def _checked(family: str, source: Source) -> Source:
    try:
        load(source)
    except (ValueError, OSError, hb.HarfBuzzError) as error:
        raise ExportError(
            f"the font {family!r} cannot be used: {error}",
            path=source.place,
            hint="give a TrueType or OpenType font file, with its index where it is a collection",
        ) from None
    return source


def _member(place: str, language: str | None) -> int:
    """Which face of a collection: Noto's CJK ones draw the same character in five ways."""
    if "CJK" not in Path(place).name:
        return 0
    tag = (language or "zh").lower()
    return _ASIA.get(tag, _ASIA.get(tag.partition("-")[0], 2))


@lru_cache(1)
def _installed() -> tuple[str, ...]:
    """The known files that this machine has, in the order of our table; of several copies the first by path."""
    found: dict[str, str] = {}
    for folder in _folders():
        for root, folders, files in os.walk(folder):
            folders.sort()
            for name in sorted(_WANTED.intersection(files)):
                found.setdefault(name, str(Path(root, name)))
    return tuple(found[name] for name in _SYSTEM if name in found)


_WANTED = frozenset(_SYSTEM)


def _folders() -> list[Path]:
    if sys.platform == "win32":
        return [Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts")]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), Path.home() / "Library/Fonts"]
    return [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts"]
