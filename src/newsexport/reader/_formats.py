"""What is to be read: the bytes, what the caller knows of them, and the clean text they hold."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from functools import cached_property

from newsexport.model import Provenance
from newsexport.reader._clean import clean
from newsexport.reader._decode import Decoded, decode


@dataclass(frozen=True)
class Source:
    """The bytes to be read and what the caller knows of them."""

    data: bytes
    name: str | None = None
    encoding: str | None = None
    language: str | None = None

    @property
    def file(self) -> str | None:
        """The name of the file without its folders: where it lay on one machine says nothing on another."""
        return os.path.basename(self.name) if self.name else None  # noqa: PTH119 - it may be "-" or an address

    @property
    def sha256(self) -> str:
        """The hash of the bytes, in hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def decoded(self) -> Decoded:
        """The text of the bytes, not yet cleaned."""
        return decode(self.data, encoding=self.encoding, name=self.name)


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
