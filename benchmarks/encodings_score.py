"""How often `decode` reads the right text: over a corpus folder, and over its texts re-encoded paragraph by paragraph.

Run: python benchmarks/encodings_score.py CORPUS [--pieces N]. CORPUS holds index.jsonl with path, encoding and language.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from pathlib import Path

from newsexport.errors import SourceError
from newsexport.reader._decode import decode

WESTERN = ("cp1252", "iso8859-1", "iso8859-15", "mac-roman", "cp850")
PAGES = {
    **dict.fromkeys(("de", "fr", "es", "fi", "no", "it", "da", "sv", "is", "en", "sw"), WESTERN),
    **dict.fromkeys(("pl", "cs", "hu"), ("cp1250", "iso8859-2")),
    "lv": ("cp1257", "iso8859-13"),
    "ru": ("cp1251", "koi8-r", "iso8859-5", "cp866"),
    "bg": ("cp1251", "iso8859-5", "koi8-r"),
    "uk": ("cp1251", "koi8-u"),
    "el": ("cp1253", "iso8859-7"),
    "tr": ("cp1254", "iso8859-9"),
    "he": ("cp1255", "iso8859-8"),
    "ar": ("cp1256", "iso8859-6"),
    "fa": ("cp1256",),
    "th": ("cp874", "tis-620"),
    "ja": ("cp932", "shift_jis", "euc-jp", "iso2022_jp"),
    "ko": ("cp949", "euc-kr", "iso2022_kr"),
    "zh": ("gb18030", "gb2312", "big5", "hz"),
}
EVERYWHERE = ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig")


def articles(corpus: Path) -> list[tuple[dict[str, str], bytes]]:
    rows = [json.loads(line) for line in (corpus / "index.jsonl").read_text(encoding="utf-8").splitlines()]
    return [(row, (corpus / row["path"]).read_bytes()) for row in rows]


# What a newsroom means by a name: the page that has the same letters and typographic marks besides.
MEANT = {"gb2312": "gb18030", "tis_620": "cp874", "tis-620": "cp874", "shift_jis": "cp932", "big5": "big5hkscs"}


# Controls in the text are Windows marks that somebody decoded wrongly: reading them as such is right too.
MARKS = {byte: bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)}


def right(data: bytes, encoding: str) -> tuple[bool, str]:
    """Is the decoded text the one the encoding gives?"""
    try:
        got = decode(data, encoding=None, name=None)
    except SourceError as error:
        return False, f"error: {error.message}"
    codecs = (encoding, MEANT.get(encoding, encoding))
    meant = {data.decode(codec, "replace").lstrip("\ufeff") for codec in codecs}
    return got.text in meant | {text.translate(MARKS) for text in meant}, got.reason


def pieces(found: list[tuple[dict[str, str], bytes]], length: int, limit: int) -> list[tuple[str, str, bytes]]:
    """(language, encoding, bytes) of non-ASCII stretches of about `length` characters."""
    made: dict[tuple[str, str], list[bytes]] = {}
    for row, data in found:
        text = data.decode("utf-8-sig" if row["encoding"] in {"ascii", "utf-8"} else row["encoding"], "replace")
        for start in range(0, len(text), length):
            piece = text[start : start + length]
            for encoding in (*PAGES.get(row["language"], ()), *EVERYWHERE):
                try:
                    coded = piece.encode(encoding)
                except UnicodeEncodeError:
                    continue
                if any(char > "\x7f" for char in piece) and len(piece) > 40:
                    made.setdefault((row["language"], encoding), []).append(coded)
    chance = random.Random(7)
    return [(*key, piece) for key, all_ in sorted(made.items()) for piece in chance.sample(all_, min(limit, len(all_)))]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--pieces", type=int, default=20, help="pieces for each language and encoding")
    parser.add_argument("--length", type=int, default=400, help="characters in a piece")
    parser.add_argument("--misses", action="store_true", help="name each miss")
    options = parser.parse_args()
    found = articles(options.corpus)
    hits = 0
    for row, data in found:
        ok, reason = right(data, row["encoding"])
        hits += ok
        if not ok:
            print(f"miss {row['id']} {row['language']} {row['encoding']}: {reason}")
    print(f"corpus: {hits}/{len(found)} = {hits / len(found):.3f}")
    done, good, began = Counter[str](), Counter[str](), time.perf_counter()
    for language, encoding, piece in pieces(found, options.length, options.pieces):
        ok, reason = right(piece, encoding)
        done[f"{language} {encoding}"] += 1
        good[f"{language} {encoding}"] += ok
        if options.misses and not ok:
            print(f"miss {language} {encoding}: {reason}: {piece.decode(encoding)[:80]!r}")
    spent = time.perf_counter() - began
    print(
        "worst:",
        *(
            f"{key} {good[key]}/{done[key]}"
            for key in sorted(done, key=lambda key: good[key] / done[key])
            if good[key] < done[key]
        ),
        sep="\n  ",
    )
    legacy = [key for key in done if key.split()[1] not in EVERYWHERE]
    hits, total = sum(good[key] for key in legacy), sum(done[key] for key in legacy)
    print(f"pieces in legacy encodings: {hits}/{total} = {hits / total:.3f}")
    print(
        f"pieces: {good.total()}/{done.total()} = {good.total() / done.total():.3f}, {1000 * spent / done.total():.2f} ms each"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
