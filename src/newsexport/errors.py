"""Every error a user can cause.

NewsexportError            message, path, line, hint
├── SourceError            an article cannot be read
├── StyleError             a house style cannot be used
├── PluginError            an exporter cannot be loaded
├── OptionError            an option or setting has no meaning
└── ExportError            an exporter cannot write this edition, or its file cannot be saved

ExportWarning(UserWarning) written, but not as meant: something could not be shown
"""

from __future__ import annotations

import os


class NewsexportError(Exception):
    """What went wrong, where, and what to do about it.

    `message` says what is wrong with the thing and its value named, `path` and `line` (from 1) where, `hint` what to do.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | os.PathLike[str] | None = None,
        line: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = None if path is None else os.fspath(path)
        self.line = line
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        # An exception with keyword-only arguments cannot be unpickled by default: a worker's error would break its pool.
        return _rebuild, (type(self), self.message, self.path, self.line, self.hint)

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.path, self.line) if part is not None)
        text = f"{where}: {self.message}" if where else self.message
        return printable(text) + (f"\nhint: {printable(self.hint)}" if self.hint else "")


class SourceError(NewsexportError):
    """An article cannot be read."""


class StyleError(NewsexportError):
    """A house style cannot be used."""


class PluginError(NewsexportError):
    """An exporter cannot be loaded."""


class OptionError(NewsexportError):
    """An option or a setting has no meaning."""


class ExportError(NewsexportError):
    """An exporter cannot write this edition, or its file cannot be saved."""


class ExportWarning(UserWarning):
    """Written, but not as meant: something of the edition could not be shown."""


def printable(text: str) -> str:
    """The text with everything a terminal might obey written as an escape; line feeds stay.

    C0 and C1 controls, bidi overrides, lone surrogates: an article's words never steer the reader's terminal.
    """
    if text.isprintable():
        return text
    return "".join(
        char if char == "\n" or char.isprintable() else char.encode("unicode_escape", "surrogatepass").decode("ascii")
        for char in text
    )


def _rebuild(
    kind: type[NewsexportError], message: str, path: str | None, line: int | None, hint: str | None
) -> NewsexportError:
    return kind(message, path=path, line=line, hint=hint)
