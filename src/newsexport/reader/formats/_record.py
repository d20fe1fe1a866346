"""An article in the making from a structured file: fields as the format names them, each with where it was found."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Any

from newsexport.digests import sha256
from newsexport.model import (
    NOWHERE,
    Article,
    Author,
    Block,
    Byline,
    Dateline,
    Note,
    NoteKind,
    Paragraph,
    Provenance,
    Trace,
    Unparsed,
    texts,
)
from newsexport.patterns import lazy
from newsexport.reader._bylines import labelled
from newsexport.reader._clean import clean
from newsexport.reader._datelines import alone
from newsexport.reader._language import language_of
from newsexport.reader._links import links, safe_url
from newsexport.reader.formats._moments import moment

_ENOUGH = 60  # characters that show a language by its commonest words
_REFERENCE = lazy(r"&(?:#[0-9]{2,6}|#x[0-9A-Fa-f]{2,5}|amp|quot|apos|nbsp|[lr][sd]quo|[nm]dash|hellip);")


@dataclass(slots=True)
class File:
    """What every article of a file says about it."""

    name: str | None
    data: bytes
    layout: str
    encoding: str | None = None
    provenance: Provenance = field(init=False)

    def __post_init__(self) -> None:
        digest = sha256(self.data).hex()
        reason = "stated by the format" if self.encoding else None
        file = os.path.basename(self.name) if self.name else None
        # There are no line numbers: elements stand anywhere on a line.
        self.provenance = Provenance(file, digest, self.encoding, reason, self.layout)


@dataclass(slots=True)
class Placed:
    """A block of the body, what it was taken for, why, and how sure that is."""

    block: Block
    role: str
    reason: str
    confidence: float = 1.0


@dataclass(slots=True)
class Record:
    """Fields, blocks and traces found so far; a text handed in is kept somewhere, or counted as dropped."""

    language: str | None = None
    fields: dict[str, Any] = field(default_factory=dict)
    body: list[Placed] = field(default_factory=list)
    notes: list[Placed] = field(default_factory=list)
    unparsed: list[Unparsed] = field(default_factory=list)
    trace: list[Trace] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    gone: Counter[str] = field(default_factory=Counter)
    said: set[tuple[str, str]] = field(default_factory=set)

    def clean(self, raw: str) -> str:
        """The text without what no format or terminal could bear; what goes is counted."""
        if raw.isascii() and raw.isprintable() and "&" not in raw:
            return raw
        if "&" in raw:
            # Escaped twice on its way: "o&#39;clock" is never what a newsroom means.
            raw = _REFERENCE.sub(lambda found: unescape(found[0]), raw)
        cleaned = clean(raw)
        for entry in cleaned.dropped:
            sign, _, count = entry.partition(" ×")
            self.gone[sign] += int(count)
        return cleaned.text

    def line(self, raw: str) -> str:
        """The text as one clean line."""
        return " ".join(self.clean(raw).replace("\u00ad", "").split())

    def mark(self, role: str, raw: str, reason: str, confidence: float = 1.0) -> None:
        """Account for text that is a field's, or that only machines need."""
        if text := self.line(raw):
            self.trace.append(Trace(role, NOWHERE, reason, confidence, text))

    def take(self, role: str, value: object, raw: str, reason: str, confidence: float = 1.0) -> None:
        """Set a field; when it is set already, keep the text as one that is said again or belongs nowhere."""
        text = self.line(raw)
        if not text or not value:
            return
        known = self.fields.setdefault(role, value)
        if known is value:
            self.mark(role, text, reason, confidence)
        elif known == value or (role, text) in self.said:
            self.mark(role, text, f"{reason}; says again what is known", confidence)
        else:
            self.leave(text, f"{reason}: the article has another {role}")
        self.said.add((role, text))

    def text(self, role: str, raw: str, reason: str) -> None:
        """Set a field that holds words: headline, kicker, standfirst, source, section, slug, rights, signoff."""
        text = self.line(raw)
        self.take(role, text, text, reason)

    def once(self, role: str, raw: str, reason: str) -> None:
        """Set a field that holds words unless it is known already: then the text is only recorded."""
        if role in self.fields:
            self.mark("metadata", raw, reason)
        else:
            self.text(role, raw, reason)

    def byline(self, raw: str, reason: str, authors: Sequence[Author] = ()) -> None:
        """Set the byline; without `authors` they are read from its words."""
        text = self.line(raw)
        if text:
            self.take("byline", Byline(text, tuple(authors)) if authors else labelled(text), text, reason)

    def dateline(self, raw: str, reason: str, places: Sequence[str] = (), date: str = "") -> None:
        """Set the dateline; `places` and `date` are what the format states about it."""
        text = self.line(raw)
        read = alone(text) or Dateline(text)
        stated = tuple(filled for place in places if (filled := self.line(place)))
        read = replace(read, places=stated or read.places, date=self.line(date) or read.date)
        self.take("dateline", read, text, reason)

    def moment(self, role: str, raw: str, reason: str, machine: str = "") -> None:
        """Set `published` or `updated` from a date as printed, or as the machine's attribute has it."""
        text = self.line(raw) or self.line(machine)
        if text:
            self.take(role, moment(text, self.line(machine), self.language), text, reason)

    def settle(self) -> None:
        """Make the date of a version that of publication when no other is stated; drop an update that is none."""
        updated = self.fields.get("updated")
        if updated and self.fields.setdefault("published", updated).value == updated.value:
            del self.fields["updated"]
            self.trace = [
                replace(entry, role="published") if entry.role == "updated" else entry for entry in self.trace
            ]

    def url(self, raw: str, reason: str) -> None:
        """Set the address; one that no reader may be sent to is only recorded."""
        text = self.line(raw)
        address = safe_url(text)
        if address and "url" not in self.fields:
            self.take("url", address, text, reason)
        else:
            self.mark("metadata", text, f"{reason}, not a web address" if not address else reason)

    def keywords(self, raws: Sequence[str], reason: str) -> None:
        """Add keywords; each stands once."""
        words = [word for raw in raws if (word := self.line(raw))]
        for word in words:
            self.mark("keywords", word, reason)
        if words:
            self.fields["keywords"] = tuple(dict.fromkeys((*self.fields.get("keywords", ()), *words)))

    @property
    def blocks(self) -> list[Block]:
        """The blocks of the body so far."""
        return [placed.block for placed in self.body]

    def place(self, block: Block, role: str, reason: str, confidence: float = 1.0) -> None:
        """Add a block to the body."""
        self.body.append(Placed(block, role, reason, confidence))

    def note(self, raw: str, kind: NoteKind, reason: str) -> None:
        """Keep furniture word for word, behind the article."""
        if text := self.line(raw):
            self.notes.append(Placed(Note(text, kind, links(text)), f"note {kind}", reason))

    def leave(self, raw: str, reason: str) -> None:
        """Keep text that fits nowhere, and say why."""
        if text := self.line(raw):
            self.unparsed.append(Unparsed(text, reason))

    def lead(self, raw: str, reason: str) -> None:
        """Set the standfirst, unless the body opens with the same words."""
        text = self.line(raw)
        first = next((block.text for block in self.blocks if isinstance(block, Paragraph)), "")
        if text and first.startswith(text.rstrip(" .…[]")):
            self.mark("standfirst", text, f"{reason}; the body opens with the same words")
        else:
            self.text("standfirst", text, reason)

    def letters(self) -> str:
        """The words of the body without any white space."""
        return "".join("".join(said.split()) for block in self.blocks for said, _ in texts(block))

    def _speak(self) -> None:
        """Set the language: what is stated, else what the words show."""
        if self.language:
            self.text("language", self.language, "stated")
        if "language" not in self.fields:
            said = " ".join(text for block in self.blocks[:20] for text, _ in texts(block))
            found = language_of(said) if len(said) >= _ENOUGH else None
            self.take("language", found, found or "", "the commonest words of the body", 0.8)

    def article(self, file: File) -> Article:
        """The finished article."""
        self._speak()
        dropped = tuple(f"{what} ×{count}" for what, count in sorted(self.gone.items()))
        # Those without a text of their own stand in the order of blocks, notes and what is unparsed.
        told = [Trace(placed.role, NOWHERE, placed.reason, placed.confidence) for placed in (*self.body, *self.notes)]
        told += [Trace("unparsed", NOWHERE, left.reason, 0.0) for left in self.unparsed]
        provenance = replace(
            file.provenance, dropped=dropped, warnings=tuple(dict.fromkeys(self.warnings)), trace=(*self.trace, *told)
        )
        return Article(
            **self.fields,
            blocks=tuple(self.blocks),
            notes=tuple(placed.block for placed in self.notes if isinstance(placed.block, Note)),
            unparsed=tuple(self.unparsed),
            provenance=provenance,
        )
