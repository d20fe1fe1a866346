"""Wire transmissions: messages of a heading, a text and a trailer, between the bytes SOH, STX and ETX."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsexport.patterns import lazy
from newsexport.reader._clean import clean
from newsexport.reader._draft import Draft
from newsexport.reader._formats import Source, cleaned
from newsexport.reader._lines import Chunk, Line, numbered
from newsexport.reader.vendors._export import Export, exported
from newsexport.records import replace

_CODES = lazy("([\x01\x02\x03])")
_PARTS = {"\x01": "heading", "\x02": "text", "\x03": "trailer"}


@dataclass(slots=True)
class Message:
    """The lines of one message; a line that a code byte cuts has its pieces in two parts, with one number."""

    heading: list[Line] = field(default_factory=list)
    text: list[Line] = field(default_factory=list)
    trailer: list[Line] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        """All of its lines."""
        return [*self.heading, *self.text, *self.trailer]


def received(source: Source) -> tuple[Export, list[Message]]:
    """The messages of a source; the code bytes themselves are counted in the provenance."""
    pieces = _CODES.split(source.decoded.text)
    messages = [Message()]
    number = 1
    before = pieces[0]
    for code, piece in zip(["", *pieces[1::2]], [before, *pieces[2::2]], strict=True):
        if code == "\x01" and messages[-1].lines:
            messages.append(Message())
        shown = clean(piece).text
        getattr(messages[-1], _PARTS.get(code, "heading")).extend(numbered(shown, number))
        number += shown.count("\n")
    filled = [message for message in messages if any(not line.blank for line in message.lines)]
    _, provenance = cleaned(source)
    export = exported([line for message in filled for line in message.text], provenance, source.language)
    return export, filled or messages[:1]


def shown_as(line: Line, text: str) -> Chunk:
    """The line as a chunk of its own that shows this text."""
    return Chunk.of([replace(line, text=text)])


def check_whole(draft: Draft, message: Message) -> None:
    """Warn of a message that was cut off."""
    if not message.trailer:
        draft.warnings.append("the transmission is cut off: the byte ETX that ends its text is missing")
