"""Finds the installed exporters by entry point, loads them lazily; a broken one never hides others."""

from __future__ import annotations

import importlib

from newsexport.errors import PluginError
from newsexport.exporter import Exporter
from newsexport.patterns import lazy
from newsexport.records import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

GROUP = "newsexport.exporters"
BUILT_IN = {
    "pdf": "newsexport.exporters.pdf:exporter",
    "docx": "newsexport.exporters.docx:exporter",
    "epub": "newsexport.exporters.epub:exporter",
    "txt": "newsexport.exporters.txt:exporter",
    "json": "newsexport.exporters.json:exporter",
}
"""The built-ins' entry points once more: `importlib.metadata` costs 40 ms, which no built-in format shall pay."""

_NAME = lazy(r"[a-z][a-z0-9_-]{0,31}\Z")


class Plugin(Record):
    """An exporter that some installed package offers; `target` is "module:attribute", `package` who brings it."""

    name: str
    target: str
    package: str


def names() -> list[str]:
    """The names of all formats: ours in their order, then the plugins' by name. Nothing is loaded."""
    return [*BUILT_IN, *sorted({plugin.name for plugin in plugins()})]


def load(name: str) -> Exporter[Any]:
    """The exporter of that name; PluginError says why it cannot be had.

    A built-in wins over a plugin of its name. Of two packages that offer one name neither wins: the output must not
    depend on what was installed last.
    """
    if name in BUILT_IN:
        return _imported(Plugin(name, BUILT_IN[name], "newsexport"))
    found = [plugin for plugin in plugins() if plugin.name == name]
    if not found:
        raise PluginError(f"no format is called {name!r}", hint="known formats: " + ", ".join(names()))
    if len(found) > 1:
        packages = " and ".join(plugin.package for plugin in found)
        raise PluginError(f"format {name!r} is offered by {packages}", hint="uninstall one of them")
    return _imported(found[0])


def plugins() -> list[Plugin]:
    """What other packages offer, without loading any of it; names that no command could have are left out."""
    from importlib.metadata import entry_points

    found = {
        Plugin(point.name, point.value, point.dist.name if point.dist else "an unknown package")
        for point in entry_points(group=GROUP)
        if _NAME.match(point.name) and point.name not in BUILT_IN
    }
    return sorted(found, key=lambda plugin: (plugin.name, plugin.package))


def _imported(plugin: Plugin) -> Exporter[Any]:
    module, _, attribute = plugin.target.partition(":")
    try:
        found = getattr(importlib.import_module(module), attribute)
    except (Exception, SystemExit) as error:
        if isinstance(error, SystemExit) and type(error) is not SystemExit:
            raise  # not the plugin leaves, but a signal ends the run
        raise PluginError(
            f"format {plugin.name!r} of {plugin.package} cannot be loaded: {type(error).__name__}: {error}",
            hint=f"reinstall or update {plugin.package}",
        ) from error
    if not isinstance(found, Exporter):
        raise PluginError(
            f"format {plugin.name!r} of {plugin.package} is a {type(found).__name__}, not an Exporter",
            hint=f"{plugin.target} must be a newsexport.exporter.Exporter",
        )
    return found
