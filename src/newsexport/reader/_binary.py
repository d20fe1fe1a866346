"""Data that is no plain text, by its first bytes or by its control characters."""

from __future__ import annotations

from newsexport.patterns import lazy

_SAVE = "save it as plain text (.txt, UTF-8) first"
_UNPACK = "unpack it and name the text files in it"
_PICTURE = "newsexport reads text, not pictures"
_MAGIC: dict[bytes, tuple[str, str]] = {
    b"%PDF-": ("a PDF document", "take its text out first, with pdftotext for example"),
    b"\x89PNG\r\n": ("a PNG picture", _PICTURE),
    b"\xff\xd8\xff": ("a JPEG picture", _PICTURE),
    b"GIF8": ("a GIF picture", _PICTURE),
    b"II*\x00": ("a TIFF picture", _PICTURE),
    b"MM\x00*": ("a TIFF picture", _PICTURE),
    b"\x1f\x8b": ("a gzip archive", _UNPACK),
    b"BZh9": ("a bzip2 archive", _UNPACK),
    b"\xfd7zXZ\x00": ("an xz archive", _UNPACK),
    b"7z\xbc\xaf": ("a 7-Zip archive", _UNPACK),
    b"(\xb5/\xfd": ("a Zstandard archive", _UNPACK),
    b"Rar!\x1a": ("a RAR archive", _UNPACK),
    b"\xd0\xcf\x11\xe0": ("an old Office document (.doc, .xls, .msg)", _SAVE),
    b"{\\rtf": ("a rich text document (RTF)", _SAVE),
    b"SQLite format 3\x00": ("an SQLite database", "export its articles as text files"),
    b"\x7fELF": ("a program", "name an article"),
}
_ZIP = b"PK\x03\x04"
_ZIPPED = {
    b"word/": ("a Word document (DOCX)", _SAVE),
    b"xl/": ("an Excel workbook", _SAVE),
    b"ppt/": ("a PowerPoint presentation", _SAVE),
    b"application/epub+zip": ("an EPUB book", _SAVE),
    b"opendocument": ("an OpenDocument file", _SAVE),
}
# Tab, line ends, page breaks and the bytes that wire services transmit (SOH to EOT, SO, SI, SYN, ESC, FS to US) are text.
_CONTROL = lazy("[\x00\x05-\x08\x10-\x15\x17-\x19\x80-\x84\x86-\x9f]")


def kind_of(data: bytes) -> tuple[str, str] | None:
    """What the first bytes say the file is, and what its owner can do; None when they say nothing."""
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            return kind
    if data.startswith(_ZIP):
        head = data[:4096]
        return next((kind for part, kind in _ZIPPED.items() if part in head), ("a ZIP archive", _UNPACK))
    return None


def too_many_controls(text: str) -> bool:
    """Whether more than one NUL in a thousand or three control characters in a hundred say that this is no text."""
    return text.count("\0") > 1 + len(text) // 1000 or len(_CONTROL.findall(text)) > 4 + 3 * len(text) // 100
