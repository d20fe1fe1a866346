"""What an exporter is: the whole API that a plugin author needs.

    def write(edition: Edition, style: Style, options: NoOptions) -> bytes: ...

    exporter = Exporter(extension=".md", summary="Markdown", write=write)

Installed under the entry-point group `newsexport.exporters`, its entry-point name becomes the command
`newsexport NAME`. A writer is pure: no clock, no disk, no print; what it cannot show it says by
`warnings.warn(message, ExportWarning)`.
"""

from __future__ import annotations

from collections.abc import Callable

from newsexport.errors import ExportWarning
from newsexport.model import Edition
from newsexport.records import Generic, Record, choices, field, fields
from newsexport.story import Line, Part, View, said, story
from newsexport.style import Style

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    OptionsT = TypeVar("OptionsT")

__all__ = [
    "Edition",
    "ExportWarning",
    "Exporter",
    "Line",
    "NoOptions",
    "Part",
    "Style",
    "View",
    "option",
    "said",
    "story",
]

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789.")


class NoOptions(Record):
    """The options of an exporter that has none."""


class Exporter(Record, Generic["OptionsT"], kw_only=True):
    """One output format: a frozen value that holds its writer.

    `extension` starts with a dot; `summary` is one line for `--help`; `options` is a frozen dataclass whose fields,
    made by `option()`, become the command's options; `bundles` says whether one file can hold several articles; `view`
    is how much of an article is told where nobody asks: "article" suits a format that carries data.
    """

    extension: str
    summary: str
    write: Callable[[Edition, Style, OptionsT], bytes]
    options: type[OptionsT] = NoOptions  # type: ignore[assignment]
    bundles: bool = True
    view: View = "briefing"

    def __post_init__(self) -> None:
        dot, first = self.extension[:1], self.extension[1:2]
        if dot != "." or first in {"", "."} or len(self.extension) > 17 or not _LETTERS.issuperset(self.extension):
            raise ValueError(
                f"extension {self.extension!r} is not a dot and lower-case letters or digits, such as '.md'"
            )
        if self.view not in choices(View):
            raise ValueError(f"view {self.view!r} is not one of {', '.join(map(repr, choices(View)))}")
        if "\n" in self.summary or not self.summary:
            raise ValueError("summary is one line")
        for part in fields(self.options):
            if "help" not in part.metadata:
                raise ValueError(f"option {part.name!r} has no help: make it with option(default, help)")


def option(default: Any, help: str) -> Any:  # noqa: A002 - click's and argparse's word for it
    """A field of an options dataclass: its default, which it alone owns, and its line in `--help`."""
    return field(default=default, metadata={"help": help})
