"""One e-mail (RFC 5322 with MIME): a story or a press release that was sent, saved as .eml."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsexport.errors import SourceError
from newsexport.model import Article, Author
from newsexport.patterns import lazy
from newsexport.reader._decode import decode
from newsexport.reader.formats import BEFORE, SIZE, opening
from newsexport.reader.formats._finish import finish
from newsexport.reader.formats._fragment import fragment
from newsexport.reader.formats._markup import body
from newsexport.reader.formats._plain import plain
from newsexport.reader.formats._record import File, Record

if TYPE_CHECKING:
    from email.message import EmailMessage

LONGEST = 4000  # characters of a header: the standard library's parser takes quadratic time for absurd ones
MOST_PARTS = 200
_HEADER = lazy(r"([!-9;-~]{1,60}):(.*)")
_PROOF = frozenset(
    ("message-id", "mime-version", "received", "return-path", "delivered-to", "content-transfer-encoding")
)
_PARSED = frozenset(
    ("from", "subject", "date", "content-type", "content-disposition", "content-language", "keywords", "message-id")
)
_HINT = "save the message anew, or copy its text into a .txt file"
_SIGNATURE = lazy(r"^-- ?$", re.MULTILINE)
_SAVED_AS_MBOX = lazy(rb"\AFrom [^\n]{1,998}\n")


def sniff(data: bytes) -> bool:
    """Whether it opens with the headers of a message: one that only a mail system writes, or sender, receiver and subject."""
    data = _SAVED_AS_MBOX.sub(b"", data[: 2 * SIZE].lstrip(BEFORE), count=1)
    lines = opening(data).replace("\r\n", "\n").partition("\n\n")[0].split("\n")
    if len(data) > SIZE and len(lines) > 1:
        lines.pop()
    names = set()
    for line in lines:
        found = _HEADER.match(line)
        if found:
            names.add(found[1].lower())
        elif not line.startswith((" ", "\t")):
            return False
    return names >= {"from", "to", "subject"} or (bool(names & _PROOF) and bool(names & {"from", "subject", "date"}))


def parse(data: bytes, *, name: str | None, language: str | None) -> tuple[Article, ...]:
    """The one article of a message; SourceError for headers beyond any bound and for a message without text."""
    import email
    from email.policy import default

    record = Record(language)
    try:
        message = email.message_from_bytes(_SAVED_AS_MBOX.sub(b"", data.lstrip(BEFORE), count=1), policy=default)
        parts = _parts(message, name)
        senders = _headers(record, message)
    except (RecursionError, ValueError, IndexError, AttributeError, TypeError) as error:
        # What the standard library's header parser raises for broken headers, instead of a defect.
        what = f"{type(error).__name__} in its headers"
        raise SourceError(f"not readable as an e-mail: {what}", path=name, hint=_HINT) from None
    _body(record, parts, name)
    if senders and "byline" not in record.fields:
        record.byline(", ".join(person.name for person in senders), "header From", senders)
    if not record.blocks:
        raise SourceError("this e-mail holds no text", path=name, hint=_HINT)
    finish(record)
    return (record.article(File(name, data, "email", encoding=parts[0].charset)),)


class _Part(NamedTuple):
    """A part that is no container."""

    kind: str
    charset: str | None
    file: str
    attached: bool
    data: bytes


def _parts(message: EmailMessage, name: str | None) -> list[_Part]:
    """Every part that is no container; no header of theirs is longer than `LONGEST`."""
    parts: list[_Part] = []
    for part in message.walk():
        for key, value in part.raw_items():
            if len(str(value)) > LONGEST and key.lower() in _PARSED:
                raise SourceError(f"its header {key} is longer than {LONGEST:,} characters", path=name, hint=_HINT)
        if not part.is_multipart():
            payload = part.get_payload(decode=True)
            attached = part.get_content_disposition() == "attachment"
            held = payload if isinstance(payload, bytes) else b""
            parts.append(
                _Part(part.get_content_type(), part.get_content_charset(), part.get_filename() or "", attached, held)
            )
        if len(parts) > MOST_PARTS:
            raise SourceError(f"this e-mail has more than {MOST_PARTS} parts", path=name, hint=_HINT)
    return parts


def _headers(record: Record, message: EmailMessage) -> list[Author]:
    """Put the headers into the record; what comes back is who sent it, since the text may name another author."""
    record.text("headline", str(message["Subject"] or ""), "header Subject")
    sender = message["From"]
    people = [
        Author(shown) for address in getattr(sender, "addresses", ()) if (shown := record.line(address.display_name))
    ]
    record.mark("metadata", str(sender or ""), "header From")
    record.moment("published", str(message["Date"] or ""), "header Date")
    record.mark("metadata", str(message["Message-ID"] or ""), "header Message-ID")
    record.language = record.language or str(message["Content-Language"] or "").partition(",")[0] or None
    record.keywords(str(message["Keywords"] or "").split(","), "header Keywords")
    return people


def _body(record: Record, parts: list[_Part], name: str | None) -> None:
    """The plain text where there is one, else the HTML; what is not read is named in a warning."""
    worded = [part for part in parts if part.kind == "text/plain" and not part.attached and part.data.strip()]
    marked = [part for part in parts if part.kind == "text/html" and not part.attached]
    for part in worded:
        _plain(record, _text(record, part, name))
    for part in marked:
        if worded:
            record.mark("body again", part.kind, "another form of the text, not read")
        else:
            body(record, fragment(_text(record, part, name)), "text/html: ")
    for part in parts:
        if part not in worded and part not in marked and part.data.strip():
            file = record.line(part.file)
            record.warnings.append(f"not read: a part of type {part.kind}{f' named {file}' if file else ''}")


def _plain(record: Record, text: str) -> None:
    """The text; what stands under the line `-- ` is the sender's signature (RFC 3676, 4.3)."""
    text = text.replace("\r\n", "\n")
    found = _SIGNATURE.search(text)
    plain(record, text[: found.start()] if found else text, "text/plain", whole=True)
    if found:
        record.mark("rule", found.group(), "opens the signature")
        record.note(text[found.end() :], "contact", "signature of the e-mail")


def _text(record: Record, part: _Part, name: str | None) -> str:
    """A part's text in the character set it states, else in the one that is detected."""
    if part.charset and part.charset != "us-ascii":
        try:
            return decode(part.data, encoding=part.charset, name=name).text
        except SourceError:
            record.warnings.append(f"the text is not in the character set it states ({record.line(part.charset)})")
    return decode(part.data, encoding=None, name=name).text
