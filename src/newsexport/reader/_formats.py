"""What is to be read: the bytes, what the caller knows of them, and the clean text they hold."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property

from newsexport.digests import sha256
from newsexport.model import Provenance
from newsexport.reader._clean import clean
from newsexport.reader._decode import Decoded, decode
from newsexport.reader._lines import Line
from newsexport.records import replace


class Source:
    """The bytes to be read and what the caller knows of them."""

    def __init__(
        self, data: bytes, name: str | None = None, encoding: str | None = None, language: str | None = None
    ) -> None:
        self.data, self.name, self.encoding, self.language = data, name, encoding, language

    @property
    def file(self) -> str | None:
        """The name of the file without its folders: where it lay on one machine says nothing on another."""
        return os.path.basename(self.name) if self.name else None

    @property
    def sha256(self) -> str:
        """The hash of the bytes, in hexadecimal digits."""
        return sha256(self.data).hex()

    @cached_property
    def decoded(self) -> Decoded:
        """The text of the bytes, not yet cleaned."""
        return decode(self.data, encoding=self.encoding, name=self.name)


def located(provenance: Provenance, lines: Sequence[Line], layout: str) -> Provenance:
    """The record of an article that stands on these lines of a text."""
    first = next((at for at, line in enumerate(lines) if not line.blank), None)
    if first is None:
        return replace(provenance, layout=layout)
    last = next(at for at in range(len(lines) - 1, -1, -1) if not lines[at].blank)
    own = lines[first : last + 1]
    text = "\n".join([line.raw for line in own])
    return replace(provenance, layout=layout, lines=(own[0].number, own[-1].number), text=text)


def cleaned(source: Source) -> tuple[str, Provenance]:
    """The source's text, decoded and cleaned, and the record of it."""
    decoded = source.decoded
    clear = clean(decoded.text)
    return clear.text, Provenance(
        file=source.file,
        sha256=source.sha256,
        encoding=decoded.encoding,
        encoding_reason=decoded.reason,
        dropped=clear.dropped,
        warnings=decoded.warnings,
    )
