"""The options that every format shares, and what newsexport.toml says."""

from __future__ import annotations

import os
from collections.abc import Mapping

from newsexport.errors import OptionError
from newsexport.exporter import View, option
from newsexport.options import click_options, collect
from newsexport.records import Record
from newsexport.wording import tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    import click

SETTINGS = "newsexport.toml"
_FLAGS = {
    "output": ["-o", "--output"],
    "quiet": ["-q", "--quiet"],
    "style": ["-s", "--style"],
    "source_format": ["--from"],
}


class Common(Record):
    """The options that every format shares."""

    output: str | None = option(None, "File or folder to write, '-' for standard output.  [default: dist/]")
    style: str = option("briefing", "House style: a name or a TOML file.")
    view: View | None = option(None, "How much is told: all as written, a glance and then all, or the glance alone.")
    bundle: str | None = option(None, "One file for all articles, under this title.")
    encoding: str | None = option(None, "Encoding of the articles, where it is known.")
    source_format: str | None = option(None, "What the articles are, where the content does not show it.")
    language: str | None = option(None, "Language of the articles as a BCP 47 tag, where it is known.")
    strict: bool = option(False, "Take whatever cannot be shown as an error.")
    quiet: bool = option(False, "Print neither paths nor warnings.")
    debug: bool = option(False, "Print a traceback for a crash.")

    def __post_init__(self) -> None:
        known_language(self.language)


def common_parameters(view: View) -> list[click.Option]:
    """The shared options as click options, with their short forms; `view` is the one that the format has by default."""
    found = click_options(Common)
    for parameter in found:
        parameter.opts = _FLAGS.get(parameter.name or "", parameter.opts)
        if parameter.name == "view":
            parameter.help = f"{parameter.help}  [default: {view}]"
    return found


def common_options(given: Mapping[str, Any]) -> tuple[Common, Mapping[str, Any]]:
    """The shared options, and the `[export]` tables of newsexport.toml."""
    settings = _settings()
    exports = settings.pop("export", {})
    settings.pop("batch", None)
    if not isinstance(exports, dict) or not all(isinstance(table, dict) for table in exports.values()):
        raise OptionError("export must be a table for each format", path=SETTINGS, hint="write [export.pdf]")
    common = collect(Common, None, files=[(SETTINGS, settings)], environ=os.environ, given=given)
    return common, exports


def batch_settings() -> Mapping[str, Any]:
    """What newsexport.toml says of batches."""
    found = _settings().get("batch", {})
    if not isinstance(found, dict):
        raise OptionError("batch must be a table", path=SETTINGS, hint="write [batch]")
    return found


def _settings() -> dict[str, Any]:
    if not os.path.isfile(SETTINGS):
        return {}
    from newsexport.toml import tables

    try:
        with open(SETTINGS, encoding="utf-8-sig") as file:
            return tables(file.read())
    except (OSError, ValueError) as error:
        raise OptionError(f"not readable as TOML: {error}", path=SETTINGS) from None


def known_language(language: str | None) -> None:
    """Refuse, with a ValueError, a language that is no BCP 47 tag."""
    if language is not None and tag(language) is None:
        raise ValueError(f"language {language!r} is not a tag such as 'en' or 'pt-BR'")
